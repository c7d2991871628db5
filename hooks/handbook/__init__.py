"""The Collections Handbook as data: load it, check it, render what is derived.

This package knows no site generator. `hooks/site.py` hands it to MkDocs, `handbook.cli` to a terminal.
"""
