from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from handbook.body import stretches
from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import Kind, Regulation
from handbook.sections import sections
from handbook.text import Text

RULE = Rule(
    code="HB610",
    name="empty-provision",
    finds=Text("条款小节只有标题，没有内容。", "A section of a provision that has a heading and no text."),
    why=Text("读者从引用点进来，什么也读不到。", "Readers who follow a reference to it find nothing."),
    wrong="""## 处理依据 {#art-13}\n\n## 告知 {#art-17}""",
    right="""## 处理依据 {#art-13}\n\n处理个人信息，须有法定依据之一。""",
)

_FENCE = b"///"


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation):
            continue
        for document in entity.documents.values():
            content = sorted(_content(document))
            for section in sections(document.body):
                at = bisect_left(content, section.start)
                is_empty = at == len(content) or content[at] >= section.end
                if is_empty and section.heading.id in regulation.provisions:
                    yield RULE.at(
                        document.span(section.heading),
                        Text(
                            f"条款“{section.heading.id}”的小节没有内容",
                            f"the section of provision '{section.heading.id}' is empty",
                        ),
                        Text("用自己的话写出规则；没读到的放进unseen", "say what it rules, or what was not seen"),
                    )


def _content(document: Document) -> Iterator[int]:
    """Where something stands that is read: text, links and code, but no heading and no line of a block."""
    data, headings = document.source.data, {heading.start: heading.end for heading in document.body.headings}
    starts = sorted(headings)
    for paragraph in document.body.paragraphs:
        for start, end in stretches(paragraph):
            at = bisect_left(starts, start + 1) - 1
            in_heading = at >= 0 and start < headings[starts[at]]
            line = data.rfind(b"\n", 0, start) + 1
            if not in_heading and not data[line:end].lstrip().startswith(_FENCE):
                yield start
    for link in document.body.links:
        at = bisect_left(starts, link.start + 1) - 1
        if at < 0 or link.start >= headings[starts[at]]:
            yield link.start
    yield from (fence.start for fence in document.body.fences)
