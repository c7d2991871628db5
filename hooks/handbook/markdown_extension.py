"""The handbook's part of the Markdown that pages are rendered with, as an extension of Python-Markdown.

References become links, placeholders marked words, `///` blocks labelled sections, fenced `math` blocks MathML, and
each provision of a regulation gets its citation line. Knows Python-Markdown and the library, not MkDocs.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from latex2mathml.converter import convert
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from handbook import branches, labels, references
from handbook.blocks import BLOCKS, HOUSE_NORM, Argument, BlockType
from handbook.labels import WORDS
from handbook.model import Regulation
from handbook.model.placeholder import Privacy
from handbook.phrases import title_of
from handbook.text import SOURCE
from handbook.urls import page_url, relative_url
from handbook.views import provision_line

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from markdown import Markdown

    from handbook.library import Document, Entity, Library
    from handbook.references import Target
    from handbook.text import Language

AFTER_LINK_CHECKS = -10
"""Priority of the tree processor: behind the site generator's own look at links."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is being rendered: a document, as a page of the site in `language`.

    The two languages differ only where a page that is not translated shows its Chinese text.
    """

    library: Library
    document: Document
    language: Language

    @property
    def entity(self) -> Entity:
        return self.library.entities[self.document.kind, self.document.id]

    def url_of(self, target: Target) -> str | None:
        """The address of a target relative to this page, or None where there is no such target."""
        entity = self.library.find(target)
        if entity is None:
            return None
        here = page_url(self.entity, self.language)
        anchor = self.library.anchor_of(target)
        way = relative_url(here, page_url(entity, self.language))
        return f"{way}#{anchor}" if anchor else way


class HandbookExtension(Extension):
    """Call `begin` before each conversion; without a page, Markdown is rendered as if this extension were not there.

    `references` and `placeholders` count what the rendered page holds.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begin(None)

    def begin(self, page: Page | None) -> None:
        self.page = page
        self.references: Counter[str] = Counter()
        self.placeholders: Counter[str] = Counter()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        md.parser.blockprocessors.deregister("code")  # indented text is never code: `handbook.body` reads it so too
        md.inlinePatterns.register(_Placeholders(self), "handbook-placeholder", 175)
        md.treeprocessors.register(_Links(self, md), "handbook-links", AFTER_LINK_CHECKS)
        blocks = _Blocks(self)
        blocks.extendMarkdown(md)


class _Placeholders(InlineProcessor):
    def __init__(self, extension: HandbookExtension) -> None:
        super().__init__(r"\{\{[ \t]*([a-z][a-z0-9_]*)[ \t]*\}\}")
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 -- their interface
    ) -> tuple[ET.Element | None, int | None, int | None]:
        page = self._extension.page
        entry = page.library.placeholders.get(m[1]) if page else None
        if page is None or entry is None:
            return None, None, None
        self._extension.placeholders[m[1]] += 1
        element = ET.Element("var", {"class": "hb-placeholder", "data-placeholder": m[1]})
        if entry.privacy is Privacy.SENSITIVE:
            element.set("class", "hb-placeholder hb-placeholder--sensitive")
        element.text = entry.label[page.document.language]
        return element, m.start(0), m.end(0)


class _Links(Treeprocessor):
    """Resolves references in the finished tree, so that no table, list or admonition can hide one."""

    def __init__(self, extension: HandbookExtension, md: Markdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: ET.Element) -> None:
        page = self._extension.page
        if page is None:
            return
        for link in root.iter("a"):
            if target := references.parse(link.get("href", "")):
                self._extension.references[str(target)] += 1
                _resolve(link, target, page)
        _wrap_tables(root)
        if isinstance(page.entity.structure, Regulation):
            self._add_provision_lines(root, page)

    def _add_provision_lines(self, root: ET.Element, page: Page) -> None:
        """Below the heading of each provision: how to cite it, how far it was checked, who cites it."""
        for place, element in reversed(list(enumerate(root))):
            html = provision_line(
                page.library, page.entity, element.get("id", ""), page.document.language, page.language
            )
            if element.tag in ("h2", "h3") and html:
                line = ET.Element("p")
                line.text = self.md.htmlStash.store(html)
                root.insert(place + 1, line)


def _wrap_tables(root: ET.Element) -> None:
    """A wide table scrolls in a box that the keyboard reaches, instead of the page."""
    for parent in list(root.iter()):
        for place, table in enumerate(parent):
            if table.tag == "table":
                table.set("class", "hb-table")
                box = ET.Element("div", {"class": "hb-scroll", "tabindex": "0"})
                parent[place] = box
                box.append(table)


def _resolve(link: ET.Element, target: Target, page: Page) -> None:
    url = page.url_of(target)
    empty = not "".join(link.itertext()).strip()
    if empty:
        link.text = title_of(page.library, target, page.document.language) or str(target)
    if url is None:
        link.set("class", "hb-broken")
        del link.attrib["href"]
        return
    link.set("href", url)
    link.set("class", f"hb-fact hb-ref--{target.scheme}" if target.fact else f"hb-ref hb-ref--{target.scheme}")


class _Blocks(BlocksExtension):
    def __init__(self, extension: HandbookExtension) -> None:
        super().__init__()
        self._extension = extension

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: ANN401, ARG002, N802 -- their interface
        for block_class in _block_classes():
            block_mgr.register(block_class, {"extension": self._extension})


class _MarkedBlock(Block):
    """`<div class="hb-block hb-say">` with a visible label, so that the kinds are told apart without colour."""

    OPTIONS: ClassVar[dict[str, Any]] = {}

    @property
    def block_type(self) -> BlockType:
        return BLOCKS[self.NAME]

    @property
    def language(self) -> Language:
        page: Page | None = self.config["extension"].page
        return page.document.language if page else SOURCE

    def on_create(self, parent: ET.Element) -> ET.Element:
        classes = f"hb-block hb-{self.NAME}"
        if self.block_type.folded:
            element = ET.SubElement(parent, "details", {"class": classes})
            label = ET.SubElement(element, "summary", {"class": "hb-block__label"})
        else:
            element = ET.SubElement(parent, "div", {"class": classes})
            label = ET.SubElement(element, "p", {"class": "hb-block__label"})
        self._write_label(label)
        return element

    def _write_label(self, label: ET.Element) -> None:
        words = self.block_type.label[self.language]
        match self.block_type.argument:
            case Argument.TEXT:
                label.text = self.argument
            case Argument.MINUTES:
                label.text = f"{words} · {self.argument} {WORDS['minutes'][self.language]}"
            case Argument.ENDING if ending := branches.ending(self.argument):
                label.text = f"{words} · {labels.label(ending, self.language)}"
            case Argument.BASIS if self.argument == HOUSE_NORM:
                label.text = f"{words} · {WORDS['house_norm'][self.language]}"
            case Argument.BASIS:
                label.text = f"{words} · "
                ET.SubElement(label, "a", {"href": self.argument})
            case _:
                label.text = words


class _Quiz(_MarkedBlock):
    """A question, its options as a list, and the explanation, which stays closed until the reader has chosen."""

    def on_end(self, block: ET.Element) -> None:
        options = block.find("ul")
        if options is None:
            return
        options.tag = "ol"
        options.set("class", "hb-quiz__options")
        letters = [_take_mark(item, "ABCDEFGH"[number]) for number, item in enumerate(options[:8])]
        place = list(block).index(options) + 1
        explanation = list(block)[place:]
        answer = ET.SubElement(block, "details", {"class": "hb-quiz__answer"})
        summary = ET.SubElement(answer, "summary")
        summary.text = BLOCKS["answer"].label[self.language]
        right = ET.SubElement(answer, "p")
        ET.SubElement(right, "strong").text = (
            "、".join(filter(None, letters)) if self.language == "zh" else ", ".join(filter(None, letters))
        )
        for element in explanation:
            block.remove(element)
            answer.append(element)


class _Reply(_MarkedBlock):
    """A reply to choose; what it is worth, why, and where it leads stay closed until the reader has chosen."""

    def on_end(self, block: ET.Element) -> None:
        reply = branches.reply(self.argument)
        content = list(block)[1:]
        if reply is None or not content:
            return
        details = ET.SubElement(block, "details", {"class": "hb-reply__after"})
        ET.SubElement(details, "summary").text = WORDS["choose"][self.language]
        grade = ET.SubElement(details, "p", {"class": f"hb-reply__grade hb-reply__grade--{reply.grade}"})
        ET.SubElement(grade, "strong").text = labels.label(reply.grade, self.language)
        for element in content[1:]:
            block.remove(element)
            details.append(element)
        onward = ET.SubElement(details, "p", {"class": "hb-reply__onward"})
        link = ET.SubElement(onward, "a", {"href": f"#{reply.node}"})
        link.text = f"→ {self._heading(reply.node)}"

    def _heading(self, anchor: str) -> str:
        page: Page | None = self.config["extension"].page
        headings = page.document.body.headings if page else ()
        return next((each.text for each in headings if each.id == anchor), anchor)


_SPECIAL: dict[str, type[_MarkedBlock]] = {"quiz": _Quiz, branches.REPLY: _Reply}


@cache
def _block_classes() -> tuple[type[_MarkedBlock], ...]:
    """One class for each row of `BLOCKS`."""
    return tuple(
        type(
            f"{name.title()}Block",
            (_SPECIAL.get(name, _MarkedBlock),),
            {"NAME": name, "ARGUMENT": block_type.argument is not Argument.NONE},
        )
        for name, block_type in BLOCKS.items()
    )


def _take_mark(item: ET.Element, letter: str) -> str:
    """Remove `[x]` or `[ ]` from an option; the letter where it is right, else nothing."""
    holder = item if item.text and item.text.strip() else next(iter(item), item)
    text = (holder.text or "").lstrip()
    if text[:3].lower() in ("[x]", "[ ]"):
        holder.text = text[3:].lstrip()
    if text[:3].lower() != "[x]":
        return ""
    item.set("data-right", "true")
    return letter


def formula(
    source: str,
    _language: str,
    _class_name: str,
    _options: Mapping[str, Any],
    _md: Markdown,
    **_more: Any,  # noqa: ANN401 -- the interface of pymdownx.superfences
) -> str:
    """A fenced `math` block as MathML."""
    return f'<div class="hb-formula hb-scroll" tabindex="0">{mathml(source)}</div>'


def mathml(latex: str) -> str:
    """LaTeX as display MathML. Raises what latex2mathml raises where it cannot be read."""
    return convert(" ".join(latex.split()), display="block")
