"""Which placeholder of the dictionary a word was meant for: its label, its name in other letters, or a misspelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.suggest import nearest
from handbook.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handbook.model.placeholder import PlaceholderEntry

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BETWEEN_WORDS = re.compile(r"[\s-]+")


def meant(word: str, placeholders: Mapping[str, PlaceholderEntry]) -> str | None:
    """The name of the placeholder that `word` stands for, if there is just one that it may be."""
    plain = word.strip().casefold()
    labelled = [name for name, entry in placeholders.items() if plain in (entry.label.zh, entry.label.en.casefold())]
    if len(labelled) == 1:
        return labelled[0]
    return nearest(_BETWEEN_WORDS.sub("_", _CAMEL.sub("_", word.strip())), placeholders)


def suggestion(word: str, placeholders: Mapping[str, PlaceholderEntry]) -> Text | None:
    name = meant(word, placeholders)
    written = f"{{{{ {name} }}}}"
    return Text(f"是否想写“{written}”？", f"did you mean '{written}'?") if name else None
