from collections.abc import Iterator
from datetime import date

from handbook import lookalikes
from handbook.characters import described, plain
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB014",
    name="lookalike-in-name",
    finds=Text(
        "id、锚点、引用、占位符、块名或字段名里，有形似拉丁字母的其他文字。",
        "A letter that only looks Latin in an id, anchor, reference, placeholder, block or field name.",
    ),
    why=Text(
        "看上去一字不差，程序却认不出来；网址里的这种字母可能是仿冒。",
        "It looks right in every letter and is not recognised; in a web address it may be a forgery.",
    ),
    wrong="""[](term:r(U+043E)ll-rate)""",
    right="""[](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        yield from map(_finding, lookalikes.names(document))
    yield from map(_finding, lookalikes.keys(library.placeholder_dictionary.front.keys))


def _finding(place: lookalikes.Place) -> Finding:
    name, _ = place
    letter = lookalikes.first(name)
    what = described(letter)
    return RULE.at(
        lookalikes.at_first(place),
        Text(
            f"“{name}”里的“{letter}”是{what}，不是“{plain(letter)}”",
            f"'{letter}' in '{name}' is {what}, not '{plain(letter)}'",
        ),
        Text(f"改成“{plain(name)}”", f"write '{plain(name)}'"),
    )
