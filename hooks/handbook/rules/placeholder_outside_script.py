from collections.abc import Iterator
from datetime import date

from handbook import body
from handbook.diagnostics import Finding, Rule, Span
from handbook.front_text import place
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.text import Text

RULE = Rule(
    code="HB309",
    name="placeholder-outside-script",
    finds=Text(
        "占位符写在front matter里，或写在话术以外的页面里。",
        "A placeholder in the front matter, or on a page that is no script.",
    ),
    why=Text(
        "只有话术的正文有填写框；在别处它要么原样显示，要么让人以为那里可以填。",
        "Only the body of a script has fields; elsewhere the braces are shown, or promise a field that is none.",
    ),
    wrong="""（课程）开口先说：我是{{ agent_name }}。""",
    right="""（课程）开口先说：我是李某（虚构）。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for name, span in _misplaced(document, library):
            yield RULE.at(
                span,
                Text(f"占位符“{name}”不在话术正文里", f"placeholder '{name}' outside the body of a script"),
                Text(
                    "改成文字或虚构的例子；只是讲写法，放在反引号里",
                    "write words or a fictional example; to show how it is written, put it between backticks",
                ),
            )


def _misplaced(document: Document, library: Library) -> Iterator[tuple[str, Span]]:
    for path, value in document.front.strings:
        if "{{" in value:
            data = value.encode()
            for placeholder in body.parse(data).placeholders:
                written = data[placeholder.start : placeholder.end].decode()
                earlier = data[: placeholder.start].decode().count(written)
                yield placeholder.name, place(document.source, document.front.span(path), written, earlier)
    if document.kind is not Kind.SCRIPT:
        for placeholder in document.body.placeholders:
            if placeholder.name in library.placeholders:  # one that is not declared is HB301's
                yield placeholder.name, document.span(placeholder)
