"""'Did you mean …?': the plausible target nearest to what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS_PER_SLIP = 3
"""A word of this many letters may hold one slip (a letter too many, too few, wrong or swapped) and still be meant."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that differs from `word` by the fewest slips, or None where none is near enough."""
    from rapidfuzz import process  # noqa: PLC0415 -- only a faulty tree needs it, and it costs 30 ms to import
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    slips = max(1, len(word) // LETTERS_PER_SLIP)
    match = process.extractOne(
        word.lower(), sorted(candidates), scorer=OSA.distance, score_cutoff=slips, processor=str.lower
    )
    return match[0] if match else None


def did_you_mean(word: str, candidates: Iterable[str]) -> Text | None:
    found = nearest(word, candidates)
    return Text(f"是否想写“{found}”？", f"did you mean '{found}'?") if found else None
