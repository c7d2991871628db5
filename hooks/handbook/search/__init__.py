"""Search: an index of what pages are called and ask, written at build time as static files; the browser does the rest.

`analyzer` reads text, `entries` says what is indexed of each page, `postings` and `shards` store it, `site` writes the files.
No MkDocs and no Node here. The client lies in `docs/assets/js/search/`.
"""
