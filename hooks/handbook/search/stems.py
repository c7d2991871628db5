"""English words by their stem, British and American spelling alike: `installments` and `instalment` are one.

The stem need not be a word. `docs/assets/js/search/stems.js` does the same, rule by rule; a test compares them.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORT = 3
"""Words up to this length, and all with a digit, stay as they are."""

_DOUBLED = re.compile(r"([a-z])\1")
_RULES: tuple[tuple[str, str], ...] = (
    ("mme", "m"),  # programme
    ("ization", "iz"),
    ("isation", "iz"),
    ("ification", "ify"),
    ("ency", "ent"),
    ("ancy", "ant"),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ly", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
)
"""Endings and what takes their place; the first that fits, once."""
_KEPT = ("ss", "us", "is")
_LEAST_REST = 3


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a lower-case word of Latin letters and digits."""
    if len(word) <= SHORT or not word.isalpha():
        return word
    word = _without_ending(_DOUBLED.sub(r"\1", word).replace("dgement", "dgment"))
    for ending, put in (("our", "or"), ("ion", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_REST:
            word = word.removesuffix(ending) + put
    return word.removesuffix("is") + "iz" if word.endswith("is") and len(word) > SHORT + 1 else word


def _without_ending(word: str) -> str:
    for ending, put in _RULES:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_REST:
            return word if ending == "s" and word.endswith(_KEPT) else word.removesuffix(ending) + put
    return word
