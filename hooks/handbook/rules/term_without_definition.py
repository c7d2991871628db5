from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.labels_in_text import Areas, joined
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.term_labels import same
from handbook.text import Text

RULE = Rule(
    code="HB702",
    name="term-without-definition",
    finds=Text(
        "没有定义的术语：第一个标题前没有正文，或摘要只是重复名称。",
        "A term without a definition: no text before the first heading, or a summary that repeats the title.",
    ),
    why=Text("读者查术语，就是来看定义的。", "The definition is what a reader comes for."),
    wrong="""summary: 滚动率""",
    right="""summary: 某一逾期阶段的余额，到下一期末进入更差阶段的比例。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.TERM):
        for document in entity.documents.values():
            if not document.defects:
                yield from _findings(document)


def _findings(document: Document) -> Iterator[Finding]:
    title, summary = document.front.data.get("title"), document.front.data.get("summary")
    if isinstance(title, str) and isinstance(summary, str) and _bare(title) == _bare(summary):
        yield RULE.at(
            document.front.span(("summary",)),
            Text("摘要只是重复名称", "the summary repeats the title"),
            Text("用一句话说出定义", "say in one sentence what it is"),
        )
    if not _has_opening_text(document):
        yield RULE.at(
            document.front.span(("title",)),
            Text(
                f"“{document.title}”没有定义：第一个标题前没有正文",
                f"'{document.title}' has no text before its first heading",
            ),
            Text("正文先写一段定义", "begin the body with a paragraph that defines it"),
        )


def _bare(text: str) -> str:
    return same(text).rstrip("。.").strip()


def _has_opening_text(document: Document) -> bool:
    """Whether there is running text, other than in a marked block, before the first heading."""
    first = min((heading.start for heading in document.body.headings), default=len(document.source.data))
    blocks = Areas((block.start, block.end) for block in document.body.blocks)
    return any(
        paragraph.text.strip() and paragraph.starts[0][1] < first and not blocks.touches(paragraph.piece(0, 1))
        for paragraph in joined(document.source.data, document.body)
    )
