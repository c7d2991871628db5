from collections.abc import Iterator, Mapping
from datetime import date

from handbook.correspondence import pairs
from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.suggest import did_you_mean, nearest
from handbook.text import Text

RULE = Rule(
    code="HB405",
    name="keys-differ",
    finds=Text(
        "must_say或fact_labels的名称在两种语言中不同。",
        "Entries of must_say or fact_labels that are not the same in both languages.",
    ),
    why=Text(
        "某一种语言会少说一项必须说的话，或者少一个数字的名称。",
        "One language would lack something that must be said, or the label of a number.",
    ),
    wrong="""must_say:
  identiy: Say who you are   （zh: identity）""",
    right="""must_say:
  identity: Say who you are""",
)

_FIELDS = ("must_say", "fact_labels")


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        for field in _FIELDS:
            mine, theirs = source.front.data.get(field, {}), translation.front.data.get(field, {})
            if isinstance(mine, dict) and isinstance(theirs, dict) and mine.keys() != theirs.keys():
                yield from _differences(field, source, mine, translation, theirs)


def _differences(
    field: str, source: Document, mine: Mapping[str, object], translation: Document, theirs: Mapping[str, object]
) -> Iterator[Finding]:
    """One finding for each name; a misspelt name in the translation stands for the one that it was meant for."""
    lacking = [key for key in mine if key not in theirs]
    surplus = [key for key in theirs if key not in mine]
    meant = {nearest(key, lacking) for key in surplus}
    for key in surplus:
        yield _finding(field, key, translation, source, lacking)
    for key in lacking:
        if key not in meant:
            yield _finding(field, key, source, translation, surplus)


def _finding(field: str, key: str, here: Document, there: Document, only_there: list[str]) -> Finding:
    return RULE.at(
        here.front.keys[(field, key)],
        Text(f"{there.path}的{field}没有“{key}”", f"'{key}' is not in {field} of {there.path}"),
        did_you_mean(key, only_there) or Text("两种语言写同样的各项", "write the same entries in both languages"),
    )
