"""What can be wrong with an address on the web, judged by its letters alone."""

from __future__ import annotations

import re
from enum import StrEnum

_SCHEME = re.compile(r"(?i)(https?)://")
_MAIL = re.compile(r"(?i)mailto:[^\s@?]+@(?:[\w-]+\.)+[\w-]{2,}(?:\?\S*)?")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+\.?(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
_LOCAL = re.compile(r"(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d{1,5})?", re.IGNORECASE)
_CLOSING_MARKS = "。，、；：！？）】》」』”’…"


class Fault(StrEnum):
    """Why nothing can be found at an address."""

    SCHEME = "scheme"
    SPACE = "space"
    NO_HOST = "no-host"
    HOST = "host"
    PERCENT = "percent"
    CLOSING_MARK = "closing-mark"
    MAIL = "mail"


def fault(address: str) -> Fault | None:
    """The first thing that is wrong with an address that is meant to be of the web, or None."""
    if re.search(r"\s", address):
        return Fault.SPACE
    if address.lower().startswith("mailto:"):
        return None if _MAIL.fullmatch(address) else Fault.MAIL
    return _fault_of_page(address) if _SCHEME.match(address) else Fault.SCHEME


def _fault_of_page(address: str) -> Fault | None:
    host = host_of(address)
    if not host:
        return Fault.NO_HOST
    if not _HOST.fullmatch(host) and not _LOCAL.fullmatch(host):
        return Fault.HOST
    if re.search(r"%(?![0-9A-Fa-f]{2})", address):
        return Fault.PERCENT
    return Fault.CLOSING_MARK if address.endswith(tuple(_CLOSING_MARKS)) else None


def host_of(address: str) -> str:
    """The host with its port, without user and password."""
    behind = _SCHEME.sub("", address, count=1)
    return re.split(r"[/?#\\]", behind, maxsplit=1)[0].rpartition("@")[2]


def is_local(address: str) -> bool:
    """Whether it leads to the reader's own machine, where an author looks at a preview."""
    return bool(_SCHEME.match(address) and _LOCAL.fullmatch(host_of(address)))
