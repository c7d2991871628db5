"""Search: an index of what pages are called and ask, written at build time as static files; the browser does the rest.

`analyzer` reads text, `entries` says what is indexed of each page, `postings`, `full_text` and `shards` store it,
`site` makes the files. No MkDocs and no Node here. What the browser does lies in `docs/assets/js/search/`.
"""
