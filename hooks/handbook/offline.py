"""The handbook without a network: what a service worker keeps, and a copy of the site that opens from a disk.

Works on names and texts; reading and writing files is the site hook's and `tools/zip_site.py`'s.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.library import INDEX
from handbook.model import Kind, Page
from handbook.search.site import FOLDER as SEARCH
from handbook.text import SOURCE, Language
from handbook.urls import page_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from handbook.library import Library

WORKER = "sw.js"
OFFLINE_PAGE = "toolkit/offline"
KEPT = (Kind.SCRIPT, Kind.TERM, Kind.REGULATION)
"""Kinds whose pages a service worker keeps, beside the calculators: what is needed on the phone."""

_TEMPLATE = Path(__file__).parent / "data" / "service_worker.js"
_LINK = re.compile(r'(?P<before>\bhref=")(?P<path>(?![a-z][a-z0-9+.-]*:|//|#)[^"?#]+)(?P<after>(?:[?#][^"]*)?")')


def pages(library: Library) -> dict[Language, list[str]]:
    """Addresses of the pages to keep, by language, relative to the site: the home page is the empty string."""
    found = [library.entities.get((Kind.PAGE, id_)) for id_ in (INDEX, OFFLINE_PAGE)]
    found += [each for each in library.of_kind(Kind.PAGE) if isinstance(each.structure, Page) and each.structure.tool]
    found += [entity for kind in KEPT for entity in library.of_kind(kind) if SOURCE in entity.documents]
    return {language: [page_url(entity, language) for entity in found if entity] for language in Language}


def service_worker(kept: Mapping[Language, Iterable[str]], assets: Sequence[str], read: Callable[[str], bytes]) -> str:
    """The worker's text. `read` gives the content at an address; the version changes when any of it does."""
    lists = {
        str(language): [*addresses, *(asset for asset in assets if _is_of(asset, language))]
        for language, addresses in kept.items()
    }
    digest = hashlib.sha256()
    for address in sorted({each for addresses in lists.values() for each in addresses}):
        digest.update(address.encode() + b"\0" + hashlib.sha256(read(address)).digest())
    template = _TEMPLATE.read_text(encoding="utf-8")
    return template.replace("__VERSION__", digest.hexdigest()[:16]).replace("__FILES__", json.dumps(lists))


def _is_of(asset: str, language: Language) -> bool:
    """Whether pages of that language need it: all but the search index of another language."""
    return not any(asset.startswith(f"{SEARCH}/{other}/") for other in Language if other is not language)


def for_disk(html: str) -> str:
    """A page as it can be opened from a disk: links to folders lead to their `index.html`."""
    return _LINK.sub(lambda match: match["before"] + _file(match["path"]) + match["after"], html)


def _file(path: str) -> str:
    if path in (".", "..") or path.endswith("/.."):
        path += "/"
    return f"{path}index.html" if path.endswith("/") else path
