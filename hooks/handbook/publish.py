"""The files of the site that are no pages of the site generator: all that the library alone decides.

Earlier addresses, cards and booklets, downloads, the search index. What depends on what was rendered, the service
worker and the security headers, is added by the site hook.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook import export, urls, views
from handbook.search import site as search
from handbook.views import print_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Library

PAGE = "index.html"


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Path on the site and content of each."""
    for old, new in urls.redirects(library).items():
        yield f"{old}{PAGE}", views.redirect(urls.relative_url(old, new)).encode()
    for address, html in print_pages.pages(library):
        yield f"{address}{PAGE}", html.encode()
    for file in export.all_files(library):
        yield f"{export.FOLDER}/{file.path}", file.data
    for path, text in search.files(library).items():
        yield path, text.encode()
