from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import WrittenLink, in_html
from handbook.references import SCHEMES
from handbook.relative_paths import SiteMap, anchors_of_page, reference_to
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB217",
    name="broken-html-link",
    finds=Text(
        "HTML标签里的链接或图片（href、src）指向不存在的地方。",
        "A link or image in raw HTML (href, src) that leads to nothing.",
    ),
    why=Text(
        "HTML里的地址原样输出，不会像Markdown链接那样换算。",
        "What stands in raw HTML reaches the page as it is; only Markdown links are worked out.",
    ),
    wrong="""<a href="process.md">四步流程</a>""",
    right="""[四步流程](page:guide/process)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    suspects = [link for link in in_html(library) if link.is_relative or link.target.startswith(("#", *_REFERENCES))]
    site = SiteMap(library) if suspects else None
    anchors_of = cache(partial(anchors_of_page, library))
    for link in suspects:
        assert site is not None
        if link.target.startswith(_REFERENCES):
            yield _finding(link, Text(f"写成[文字]({link.target})", f"write [text]({link.target})"))
        elif link.target.startswith("#"):
            if link.anchor and link.anchor not in anchors_of(link.document):
                yield _finding(link, did_you_mean(link.anchor, link.document.anchors))
        elif not (site.page_of_html(link) or site.asset_of_html(link)):
            yield _finding(link, _help(site, link))


_REFERENCES = tuple(f"{scheme}:" for scheme in SCHEMES)


def _help(site: SiteMap, link: WrittenLink) -> Text | None:
    """How Markdown would say what the author probably means."""
    meant = site.resolve(link)
    if meant.page:
        reference = reference_to(meant.page, link.anchor)
        return Text(f"写成[文字]({reference})", f"write [text]({reference})")
    if meant.asset:
        path = meant.path or link.path
        return Text(f"写成![说明]({path})", f"write ![description]({path})")
    return None


def _finding(link: WrittenLink, help_: Text | None) -> Finding:
    return RULE.at(
        link.span,
        Text(f"HTML里的“{link.target}”指不到任何地方", f"'{link.target}' in raw HTML leads to nothing"),
        help_,
    )
