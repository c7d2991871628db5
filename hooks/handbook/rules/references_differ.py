from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from handbook.anchors import TOP, anchors_of
from handbook.body import Link, anchor
from handbook.correspondence import Item, pairs, surplus
from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.library import Document, Library
from handbook.model import KINDS
from handbook.references import Target, parse, unknown_scheme
from handbook.text import Text

RULE = Rule(
    code="HB407",
    name="references-differ",
    finds=Text(
        "引用在另一种语言的文件里没有对应的。",
        "A reference that has no counterpart in the file of the other language.",
    ),
    why=Text(
        "一种语言的读者少了依据或下一步；话术里少一个分支，坐席就接不下去。",
        "Readers of one language lack the basis or the next step; a script that lacks a branch leaves the agent stuck.",
    ),
    wrong="""Keep it for two years.   （zh: 保存两年（[](reg:cn-pipl#art-19)））""",
    right="""Keep it for two years ([](reg:cn-pipl#art-19)).""",
    severity=Severity.WARNING,
)

_Links = tuple[list[Item[Link]], int]
_ProseReferences = tuple[list[tuple[tuple[str, str], Span]], Counter[str]]


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        links = {document: _links(document, library) for document in (source, translation)}
        prose = {document: _prose_references(document, library) for document in (source, translation)}
        for here, there in ((source, translation), (translation, source)):
            yield from _in_body(here, there, links)
            yield from _in_front(here, there, prose)


def _in_body(here: Document, there: Document, links: Mapping[Document, _Links]) -> Iterator[Finding]:
    mine, _ = links[here]
    theirs, lost = links[there]
    for target, piece in surplus(here, mine, there, theirs)[lost:]:
        yield _finding(target, here.span(piece), there)


def _links(document: Document, library: Library) -> _Links:
    """The references and in-page links of a body, and how many lead nowhere.

    Other rules report the latter; each may have been meant for one that seems to lack.
    """
    found: list[Item[Link]] = []
    lost = 0
    for link in document.body.links:
        if link.target.startswith("#"):
            name, exists = link.target, anchor(link.target[1:]) in (TOP, *document.anchors)
        elif target := parse(link.target):
            name, exists = str(target), _exists(target, document, library)
        elif unknown_scheme(link.target):
            name, exists = link.target, False
        else:
            continue
        if exists:
            found.append((name, link))
        else:
            lost += 1
    return found, lost


def _in_front(here: Document, there: Document, prose: Mapping[Document, _ProseReferences]) -> Iterator[Finding]:
    """The references in the prose of the front matter; structure stands in the Chinese file alone."""
    mine, _ = prose[here]
    theirs, lost = prose[there]
    more = Counter(name for name, _ in mine) - Counter(name for name, _ in theirs)
    for (field, target), span in mine:
        if more[field, target]:
            more[field, target] -= 1
            if lost[field]:
                lost[field] -= 1
            else:
                yield _finding(target, span, there)


def _prose_references(document: Document, library: Library) -> _ProseReferences:
    """Those in fields that a translation has too, each with its field, and for each field how many lead nowhere."""
    prose = KINDS[document.kind].translation.model_fields
    found = []
    lost: Counter[str] = Counter()
    for reference in document.references:
        if reference.field in prose:
            if _exists(reference.target, document, library):
                found.append(((reference.field, str(reference.target)), reference.span))
            else:
                lost[reference.field] += 1
    return found, lost


def _exists(target: Target, document: Document, library: Library) -> bool:
    entity = library.find(target)
    if entity is None:
        return False
    if target.fact is not None:
        return library.fact(target) is not None
    return target.anchor is None or target.anchor in anchors_of(entity, document.language)


def _finding(target: str, span: Span, there: Document) -> Finding:
    return RULE.at(
        span,
        Text(f"引用“{target}”在{there.path}中没有对应的", f"reference '{target}' has no counterpart in {there.path}"),
        Text("两种语言引用同样的目标", "refer to the same targets in both languages"),
    )
