from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import WrittenLink, in_html, in_markdown
from handbook.relative_paths import SiteMap, use_reference
from handbook.text import Text

RULE = Rule(
    code="HB214",
    name="absolute-link",
    finds=Text("以“/”开头的链接。", "A link that begins with a slash."),
    why=Text(
        "网站若不在域名的根上，这样的链接就断了。",
        "It breaks wherever the site does not lie at the root of its host.",
    ),
    wrong="""[滚动率](/glossary/roll-rate/)""",
    right="""[滚动率](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    absolute = [link for links in (in_markdown(library), in_html(library)) for link in links if link.is_absolute]
    site = SiteMap(library) if absolute else None
    for link in absolute:
        assert site is not None
        yield RULE.at(
            link.span,
            Text(f"链接以“/”开头：“{link.target}”", f"the link begins with a slash: '{link.target}'"),
            _help(site, link, library),
        )


def _help(site: SiteMap, link: WrittenLink, library: Library) -> Text:
    if entity := site.entity_at(link.path):
        return use_reference(entity.document(link.document.language), link.anchor)
    asset = link.path.lstrip("/").removeprefix("docs/")
    if asset in library.assets:
        way = site.way_to(link, asset)
        return Text(f"写成“{way}”", f"write '{way}'")
    return Text("用引用，例如term:roll-rate", "use a reference, as in term:roll-rate")
