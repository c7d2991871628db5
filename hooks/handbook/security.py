"""The Content-Security-Policy of the site, and the files by which web servers send it.

Strict: no inline script runs unless its hash is listed, and nothing comes from another host.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)

_POLICY = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
    ("frame-ancestors", "'none'"),
)
_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)


def inline_script_hashes(html: str) -> set[str]:
    """The CSP source of each inline script of a page (`'sha256-…'`); data blocks such as JSON are no scripts."""
    return {
        _hash(match["code"])
        for match in _INLINE_SCRIPT.finditer(html)
        if "src=" not in match["attributes"] and "application/" not in match["attributes"]
    }


@lru_cache(maxsize=64)
def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policy(hashes: Iterable[str]) -> str:
    """The value of the Content-Security-Policy header."""
    allowed = " ".join(sorted(hashes))
    return "; ".join(
        f"{name} {value} {allowed}".rstrip() if name == "script-src" else f"{name} {value}" for name, value in _POLICY
    )


def header_files(hashes: Iterable[str]) -> dict[str, str]:
    """File name to content: `_headers` for static hosts, `security-headers.conf` for an nginx server block."""
    headers = (("Content-Security-Policy", policy(hashes)), *_HEADERS)
    static = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers)
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers)
    return {"_headers": static, "security-headers.conf": nginx}
