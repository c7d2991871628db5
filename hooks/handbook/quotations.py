"""Words between quotation marks: what others say, and words that are spoken of."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"“[^“”]*”|「[^「」]*」|『[^『』]*』|\"[^\"]*\""
    r"|(?<![A-Za-z0-9])(?:‘[^‘]{0,300}?’|'(?=\S)[^\n]{0,300}?(?<=\S)')(?![A-Za-z0-9])"
)
"""An apostrophe within a word (`don't`) neither opens nor closes."""


def is_quoted(text: str, index: int) -> bool:
    """Whether the character at `index` stands between quotation marks."""
    return any(quote.start() < index < quote.end() for quote in _QUOTED.finditer(text))
