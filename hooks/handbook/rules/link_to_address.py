import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import WrittenLink, everywhere, in_markdown
from handbook.relative_paths import SiteMap, Way, outcomes, use_reference
from handbook.text import Text
from handbook.web_addresses import is_local

RULE = Rule(
    code="HB215",
    name="link-to-address",
    finds=Text(
        "用网页地址（.html、文件夹、本站网址）链接本站页面。",
        "A link to a page of this site by its address: an .html file, a folder, or the site's own URL.",
    ),
    why=Text(
        "地址在生成网站时才定，检查看不出它断没断；本机预览的地址别人打不开。",
        "Addresses are made when the site is built, and nobody else can open those of a preview.",
    ),
    wrong="""[四步流程](../process/index.html)""",
    right="""[四步流程](page:guide/process)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is Way.ADDRESS and outcome.page:
            yield _finding(link, use_reference(outcome.page, link.anchor))
    own = [link for link in everywhere(library) if _inside(library, link) is not None]
    site = SiteMap(library) if own else None
    for link in own:
        assert site is not None
        entity = site.entity_at(_inside(library, link) or "")
        page = entity.document(link.document.language) if entity else None
        yield _finding(link, use_reference(page, link.anchor) if page else _ADVICE)


_LOCAL_HOST = re.compile(r"\w+://[^/]*")
_ADVICE = Text("用引用，例如page:guide/process", "use a reference, as in page:guide/process")


def _inside(library: Library, link: WrittenLink) -> str | None:
    """The path within this site that an address of the web leads to, or None where it leads elsewhere."""
    here = library.site_url.rstrip("/") + "/"
    if library.site_url and link.path.startswith(here):
        return link.path.removeprefix(here)
    return _LOCAL_HOST.sub("", link.path) if is_local(link.path) else None


def _finding(link: WrittenLink, help_: Text) -> Finding:
    return RULE.at(
        link.span,
        Text(f"“{link.target}”是网站上的地址", f"'{link.target}' is an address of the built site"),
        help_,
    )
