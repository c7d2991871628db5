"""Data of real people, recognised by its shape, anywhere in a file.

Let pass are only the declared examples of placeholders, and those only where they are clearly made up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from handbook.library import Library
    from handbook.source import Source

_ALONE = r"(?<!source_digest: \")(?<![0-9a-f])(?<![0-9A-F]{{2}})(?<![0-9][.,]){}(?![0-9A-Za-z]|[.,][0-9])"
"""Not part of a longer number, an amount or a digest."""
IDENTITY_NUMBER = re.compile(
    _ALONE.format(r"[1-9]\d{5}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx]")
)
CARD_NUMBER = re.compile(
    _ALONE.format(r"(?:\d{16,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{6}[ -]\d{10,13})")
)
MOBILE_NUMBER = re.compile(_ALONE.format(r"(?:(?:\+|00)?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}"))
_PUBLIC_HOSTS = (
    "qq|foxmail|163|126|139|263|sina|sohu|tom|21cn|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud"
    "|me|mac|aol|protonmail|gmx|mail|yandex"
)
PRIVATE_MAIL = re.compile(
    r"(?i)(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@(?:vip\.)?"
    rf"(?:(?:{_PUBLIC_HOSTS})\.(?:com|net|cn|com\.cn|co\.uk|com\.hk|ru)|yeah\.net|189\.cn|wo\.cn|proton\.me)"
    r"(?![A-Za-z0-9-]|\.[A-Za-z0-9])"
)

_AT_OR_LONG_NUMBER = re.compile(rb"@|\d(?:(?:[ -]|\xc2\xa0|\xe2\x80[\x90-\x93])?\d){10}")
_DIGITS_AS_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_BYTES_OF_SEPARATORS = b" -\xc2\xa0\xe2\x80\x90\x91\x92\x93"
_ELEVEN_DIGITS = b"0" * 11
_MADE_UP = re.compile(r"(\d)\1{5}")
_SEPARATOR = re.compile(r"[ -]")
_FULL_WIDTH = "０１２３４５６７８９"
_PLAIN = str.maketrans(f"{_FULL_WIDTH}Ｘ－\u00a0\u2010\u2011\u2012\u2013", "0123456789X- ----")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_LETTERS = "10X98765432"


def is_identity_number(text: str) -> bool:
    """Whether the check letter of a mainland identity number is right (GB 11643, ISO 7064 MOD 11-2)."""
    digits = _digits(text)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return _CHECK_LETTERS[total % 11] == digits[17]


def is_card_number(text: str) -> bool:
    """Whether a number begins as bank cards do and passes Luhn's check; an identity number is none."""
    digits = _digits(text)
    if digits[0] in "01" or (digits[0] == "2" and digits[1] not in "234567"):
        return False
    if IDENTITY_NUMBER.fullmatch(digits) and is_identity_number(digits):
        return False
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0  # noqa: PLR2004 -- digit sum


def find(
    library: Library, pattern: re.Pattern[str], is_real: Callable[[str], bool] = bool
) -> Iterator[tuple[Span, str]]:
    """Where the pattern matches text that `is_real`; the text is masked for display."""
    examples = _examples(library)
    for path, number, line in _lines_that_may_hold(library):
        for match in pattern.finditer(line):
            if is_real(match[0]) and _digits(match[0]) not in examples:
                yield Span(path, number, match.start() + 1, number, match.end() + 1), masked(match[0])


@lru_cache(maxsize=1)
def _lines_that_may_hold(library: Library) -> tuple[tuple[str, int, str], ...]:
    """The lines with an `@` or a long number, found at little cost: path, number, text. Kept, since four rules ask."""
    return tuple(
        (source.path, number, line.translate(_PLAIN)) for source in library.sources() for number, line in _lines(source)
    )


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """All lines where there are full-width digits; those are written in characters that the source has noted."""
    if any(character in source.unusual for character in _FULL_WIDTH):
        yield from enumerate(source.text.split("\n"), 1)
        return
    if b"@" not in source.data and not _may_hold_long_number(source.data):
        return
    end = -1
    for sign in _AT_OR_LONG_NUMBER.finditer(source.data):
        if sign.start() > end:
            start = source.data.rfind(b"\n", 0, sign.start()) + 1
            end = source.data.find(b"\n", sign.end())
            end = end if end >= 0 else len(source.data)
            yield source.position(start)[0], source.data[start:end].decode()


def _may_hold_long_number(data: bytes) -> bool:
    """Whether eleven digits follow each other once all that may part them is left out; spares most files the search."""
    return _ELEVEN_DIGITS in data.translate(_DIGITS_AS_ZEROS, _BYTES_OF_SEPARATORS)


def masked(text: str) -> str:
    """Enough to find it by, and no more: a log is read by many."""
    local, at, host = text.partition("@")
    if at:
        return f"{local[0]}***@{host}"
    digits = _digits(text)
    return f"{digits[:3]}{'*' * (len(digits) - 5)}{digits[-2:]}"


def _digits(text: str) -> str:
    """The text in the form in which numbers are compared."""
    return _SEPARATOR.sub("", text).upper()


def _examples(library: Library) -> frozenset[str]:
    """Those declared examples that show by six equal digits in a row that they are nobody's."""
    values = (entry.example_in(language) for entry in library.placeholders.values() for language in ("zh", "en"))
    return frozenset(_digits(value) for value in values if _MADE_UP.search(_digits(value)) and "@" not in value)
