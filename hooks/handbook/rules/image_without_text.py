from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.raw_html import tags
from handbook.text import Text

RULE = Rule(
    code="HB218",
    name="image-without-text",
    finds=Text("图片没有替代文字。", "An image without alternative text."),
    why=Text(
        "读屏软件的用户和图片没加载的人什么也得不到。",
        "Who listens to the page, or whose image does not load, gets nothing.",
    ),
    wrong="""![](assets/process.svg)""",
    right="""![四步流程：评估、联系、协商、升级](assets/process.svg)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document, link in library.plain_links:
        if link.image and not link.label.strip():
            yield _finding(document.span(link), link.target, _IN_MARKDOWN)
    for document in library.documents:
        for tag in tags(document) if document.body.html else ():
            if tag.name == "img" and "alt" not in tag.attributes:
                span = document.source.span(tag.start, tag.start + len(tag.text.encode()))
                yield _finding(span, tag.attributes.get("src", ""), _IN_HTML)


_IN_MARKDOWN = Text("写在方括号里：![说明](…)", "write it between the brackets: ![text](…)")
_IN_HTML = Text('写alt="说明"；纯装饰写alt=""', 'write alt="text", or alt="" for mere decoration')


def _finding(span: Span, target: str, help_: Text) -> Finding:
    message = Text(f"图片“{target}”没有替代文字", f"the image '{target}' has no alternative text")
    return RULE.at(span, message, help_)
