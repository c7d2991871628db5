"""Whatever bytes a file holds, loading it gives a document and findings within it, never a traceback."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from handbook import source
from handbook.check import run
from handbook.library import Entity, Library
from handbook.load import load_document

FRAGMENTS = st.sampled_from(
    [
        "---\n",
        "id: x\n",
        "title: 甲\n",
        "related: [term:x#y]\n",
        "&a *a",
        "{{ a }}",
        "{{",
        "}}",
        "｛｛",
        "\\",
        "\u200b",
        "[](term:x)",
        "[a](#b)",
        "/// say\n",
        "///\n",
        "```\n",
        "    x\n",
        "# h\n",
        "!!! note\n",
        "\n\n",
        "<!--",
        "-->",
        "[a][b]",
        "[a]: b\n",
        "[^1]",
        "[^1]: c\n",
        "[a](../b.md#c",
        "![](/",
        "https://",
        "<a href='",
        "<![x[",
    ]
)
TEXTS = st.lists(FRAGMENTS | st.text(max_size=8), max_size=25).map("".join)
PATHS = st.sampled_from(
    ["glossary/x.md", "glossary/x.en.md", "docs/x.md", "docs/regulations/x.md", "docs/training/x.md"]
)


@settings(deadline=None)  # no test is timed
@given(PATHS, st.binary(max_size=300) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(path: str, data: bytes) -> None:
    document = load_document(source.from_bytes(data, path))
    entity = Entity(document.kind, document.id, {document.language: document})
    library = Library((document,), {(document.kind, document.id): entity}, defects=document.defects)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in run(library, date(2026, 11, 23)):
        assert finding.span.path == path
        assert 1 <= finding.span.line <= lines
        assert finding.span.column >= 1
