"""What a page shows beyond its Markdown: labels, vital signs, must-say items, who cites it. All of it is derived.

`page` wraps a rendered body into the page of its kind, `provision_line` is the line below a provision's heading. Both
are pure functions from library and language to HTML; the templates lie beside this file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pypinyin import lazy_pinyin

from handbook import body, export, phrases, references
from handbook.anchors import TOP
from handbook.blocks import BLOCKS
from handbook.calling import calling_data
from handbook.check import rule_modules
from handbook.labels import LIMITS, WORDS, label
from handbook.library import INDEX, Citation, Document, Entity, Library
from handbook.model import KINDS, Kind, Page, Regulation, Script, Term
from handbook.model.page import Listing, Tool
from handbook.model.placeholder import Privacy
from handbook.model.script import Stage
from handbook.references import Target
from handbook.review_state import ReviewState, review_state
from handbook.text import SOURCE, Language
from handbook.urls import page_url, relative_url
from handbook.views.desk import Desk, desk
from handbook.views.filters import filters_of, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from enum import StrEnum

    from handbook.diagnostics import Finding
    from handbook.model.placeholder import PlaceholderEntry
    from handbook.model.regulation import Fact
    from handbook.model.term import TermGroup

HERE = Path(__file__).parent
CARDS, BOOKLETS = "cards", "booklets"
"""Folders of the pages for paper."""
RATE_CAP = Target("fact", "cn-private-lending-provisions", fact="rate-cap")
"""The multiple of LPR that the reader finds filled in."""
_PLACEHOLDER = re.compile(r"\{\{\s*([a-z0-9_]+)\s*\}\}")


@cache
def environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    found.globals |= {
        "icon": _icon,
        "top": TOP,
        "label": label,
        "words": WORDS,
        "blocks": BLOCKS,
        "limit_names": LIMITS,
    }
    found.filters["filled"] = _with_placeholders
    return found


def _with_placeholders(text: str, placeholders: Mapping[str, PlaceholderEntry], language: Language) -> Markup:
    """Plain text as HTML: each placeholder is a blank with its name, each line end a line break."""
    out = Markup()
    for number, part in enumerate(_PLACEHOLDER.split(text)):
        name = placeholders[part].label[language] if number % 2 and part in placeholders else part
        out += Markup("<var>{}</var>").format(name) if number % 2 else part
    return out.replace("\n", Markup("<br>"))


@cache
def _icon(name: str) -> Markup:
    return Markup((HERE / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip())  # noqa: S704 -- our own file


@dataclass(frozen=True, slots=True)
class View:
    """What the templates may ask. `document` is in `words`; links lead to the site in `language`."""

    library: Library
    document: Document
    language: Language
    edit_url: str | None = None

    @property
    def words(self) -> Language:
        """The language of the page's words: that of the document, unless it stands in for a missing translation."""
        return self.document.language

    @property
    def entity(self) -> Entity:
        return self.library.entities[self.document.kind, self.document.id]

    @property
    def kind(self) -> str:
        return KINDS[self.entity.kind].name[self.words]

    @property
    def untranslated(self) -> str:
        return WORDS["untranslated"][self.language]

    def word(self, name: str) -> str:
        return WORDS[name][self.words]

    def label(self, value: StrEnum) -> str:
        return label(value, self.words)

    def date(self, day: date) -> str:
        return phrases.written_date(day, self.words)

    def fact(self, fact: Fact) -> str:
        return phrases.written_fact(fact, self.words)

    def article(self, anchor: str) -> str:
        regulation = self.entity.structure
        return phrases.article(regulation, anchor, self.words) if isinstance(regulation, Regulation) else anchor

    def url(self, entity: Entity, anchor: str | None = None) -> str:
        way = relative_url(page_url(self.entity, self.language), page_url(entity, self.language))
        return f"{way}#{anchor}" if anchor else way

    @property
    def root(self) -> str:
        """The way to the root of the site."""
        return relative_url(page_url(self.entity, self.language), "")

    @property
    def print_url(self) -> str:
        """The way to the card of a script."""
        here = page_url(self.entity, self.language)
        return relative_url(here, here.replace(f"{self.entity.site_path}/", f"{CARDS}/{self.entity.id}/"))

    @property
    def desk(self) -> Desk:
        """What the desk of a script page needs."""
        script = self.entity.structure
        assert isinstance(script, Script)
        return desk(self.library, self.document, script, self.language)

    def review(self, entity: Entity) -> ReviewState | None:
        return review_state(self.library, entity)

    def link(self, reference: str, label: str = "") -> Markup:
        """A reference of the front matter as a link; one that leads nowhere as plain text."""
        target = references.parse(reference)
        entity = self.library.find(target) if target else None
        if target is None or entity is None:
            return Markup("<span class=hb-broken>{}</span>").format(label or reference)
        title = label or phrases.title_of(self.library, target, self.words) or reference
        return Markup('<a class="hb-ref hb-ref--{}" href="{}">{}</a>').format(
            target.scheme, self.url(entity, self.library.anchor_of(target)), title
        )

    def inline(self, text: str) -> Markup:
        """A line of the front matter that may hold references."""
        data, out, position = text.encode(), Markup(), 0
        for link in body.links(text):
            out += data[position : link.start].decode()
            out += self.link(link.target, link.label)
            position = link.end
        return out + data[position:].decode()

    def related(self) -> tuple[tuple[Kind, tuple[Entity, ...]], ...]:
        """The entities named as related, by kind."""
        structure = self.entity.structure
        targets = [references.parse(each) for each in structure.related] if structure else []
        found = [entity for target in targets if target and (entity := self.library.find(target))]
        return tuple((kind, those) for kind in Kind if (those := tuple(each for each in found if each.kind is kind)))

    def cited_by(self) -> tuple[tuple[Kind, tuple[Entity, ...]], ...]:
        """The entities that refer to this one, by kind, each once."""
        found = list(dict.fromkeys(citation.by for citation in self.library.cited_by(self.entity)))
        return tuple((kind, those) for kind in Kind if (those := tuple(each for each in found if each.kind is kind)))

    def kind_name(self, kind: Kind) -> str:
        return KINDS[kind].name[self.words]

    def sections(self) -> tuple[body.Heading, ...]:
        return tuple(heading for heading in self.document.body.headings if heading.level == 2)  # noqa: PLR2004

    def used_placeholders(self) -> tuple[str, ...]:
        """Names of the placeholders, in order of speech."""
        names = (each.name for each in self.document.body.placeholders)
        return tuple(name for name in dict.fromkeys(names) if name in self.library.placeholders)

    def has_sensitive(self) -> bool:
        return any(self.library.placeholders[name].privacy is Privacy.SENSITIVE for name in self.used_placeholders())


def page(view: View, html: str) -> str:
    """The whole content of a page: its head, the rendered Markdown, and what is derived."""
    structure = view.entity.structure
    if structure is None or view.document.prose is None:
        return html
    tool = structure.tool if isinstance(structure, Page) else None
    tool_data = _tool_data(view, tool)
    name = "page" if view.entity.kind is Kind.PAGE else view.entity.kind.value
    listing = (
        _listing(view, structure.lists, structure.term_group)
        if isinstance(structure, Page) and structure.lists
        else None
    )
    return (
        environment()
        .get_template(f"{name}.html")
        .render(
            view=view,
            it=structure,
            prose=view.document.prose,
            body=Markup(html),  # noqa: S704 -- what Markdown rendered
            listing=listing,
            tool_name=tool.value if tool else "",
            tool=tool_data,
            tool_json=Markup(json.dumps(tool_data, ensure_ascii=False).replace("<", "\\u003c")),  # noqa: S704 -- no tag can end it
        )
    )


def _tool_data(view: View, tool: Tool | None) -> dict[str, Any]:
    """What the calculator of a page is told by the handbook."""
    if tool is Tool.CALLING:
        return calling_data(view.library, view.entity, view.words)
    if tool is Tool.RATE_CAP:
        cap = view.library.fact(RATE_CAP)
        return {"times": cap.value if cap else ""}
    return {}


def redirect(target: str) -> str:
    """The page at an earlier address, which leads to `target`."""
    return environment().get_template("redirect.html").render(target=target)


def hidden_parts(library: Library, document: Document) -> list[str]:
    """Parts of the theme's frame that a page does without: entities bring a column of their own."""
    entity = library.entities[document.kind, document.id]
    listed = isinstance(entity.structure, Page) and entity.structure.lists
    return ["navigation", "toc"] if entity.kind is not Kind.PAGE or listed or entity.id == INDEX else ["navigation"]


def styles(document: Document) -> list[str]:
    """Style sheets of this page alone, from the root of the site: in its head, so that nothing moves when they come."""
    return ["assets/css/desk.css"] if document.kind is Kind.SCRIPT else []


def findings(view: View, found: Sequence[Finding]) -> str:
    """What the check says of the page, for an author who is looking at it; empty where it says nothing."""
    if not found:
        return ""
    return environment().get_template("findings.html").render(view=view, findings=found)


def _listing(view: View, lists: Listing, term_group: TermGroup | None = None) -> Markup:
    """Everything of a kind, or the terms of one group, with what it can be filtered by."""
    if lists is Listing.RULE:
        html = environment().get_template("rules.html").render(view=view, rules=[each.RULE for each in rule_modules()])
        return Markup(html)  # noqa: S704 -- our own template
    if lists is Listing.DOWNLOAD:
        up = relative_url(page_url(view.entity, view.language), f"{export.FOLDER}/")
        html = (
            environment().get_template("downloads.html").render(view=view, files=export.all_files(view.library), up=up)
        )
        return Markup(html)  # noqa: S704 -- our own template
    entities = [each for each in view.library.of_kind(Kind(lists.value)) if _is_in_group(each, term_group)]
    html = (
        environment()
        .get_template("listing.html")
        .render(
            view=view,
            entries=[
                (each, each.document(view.words), tags_of(each)) for each in _in_title_order(entities, view.words)
            ],
            filters=filters_of(entities),
            booklets=_booklets(view, entities),
        )
    )
    return Markup(html)  # noqa: S704 -- our own template


def _booklets(view: View, entities: Sequence[Entity]) -> dict[Stage, str]:
    """The stages of these scripts, in order, each with the way to its booklet."""
    prefix = "" if view.language is SOURCE else f"{view.language}/"
    here = page_url(view.entity, view.language)
    stages = {each.structure.stage for each in entities if isinstance(each.structure, Script)}
    return {each: relative_url(here, f"{prefix}{BOOKLETS}/{each}/") for each in Stage if each in stages}


def _is_in_group(entity: Entity, term_group: TermGroup | None) -> bool:
    term = entity.structure
    return term_group is None or (isinstance(term, Term) and term.group is term_group)


def _in_title_order(entities: Iterable[Entity], language: Language) -> list[Entity]:
    """By pinyin in Chinese, alphabetically in English."""
    return sorted(entities, key=lambda each: (_sort_key(each.title(language), language), each.id))


def _sort_key(title: str, language: Language) -> list[str]:
    return lazy_pinyin(title.casefold()) if language is Language.ZH else [title.casefold()]


def provision_line(library: Library, entity: Entity, anchor: str, words: Language, language: Language) -> str | None:
    """How to cite the provision at `anchor`, how far it was checked and who cites it; None where it is no provision."""
    regulation = entity.structure
    if not isinstance(regulation, Regulation) or anchor not in regulation.provisions:
        return None
    citing: list[Citation] = [each for each in library.cited_by(entity) if each.anchor == anchor]
    view = View(library, entity.document(words), language)
    return (
        environment()
        .get_template("provision.html")
        .render(
            view=view,
            anchor=anchor,
            provision=regulation.provisions[anchor],
            facts=[(name, fact) for name, fact in regulation.facts.items() if fact.provision == anchor],
            citing=[each.by for each in citing],
            citation=phrases.citation(entity, anchor, words),
        )
    )
