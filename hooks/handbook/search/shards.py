r"""The index as files: sorted lines cut into shards, entries into blocks, all of them classic scripts with data.

A classic script loads the same over http and from `file://`, needs no `connect-src`, and says itself what it is:

    handbookSearch("zh/k3", "7f3a9c01d2e4", "=gdl\t1bI0\n…")

The second argument names the build, so that a page of one build never mixes with an index of another.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHARD_BYTES = 3_000
"""Least size of a shard before compression. A query needs a few of them, whatever the size of the site."""
GROWTH = 1.4
"""How the size of shards grows with the square root of all bytes, so that their list grows no faster than they do."""
BLOCK = 2
"""Entries in a file."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Shards of sorted lines, with the shortest key from which each of them begins."""

    firsts: tuple[str, ...]
    shards: tuple[str, ...]


def cut(lines: Sequence[tuple[str, str]], least: int = SHARD_BYTES) -> Cut:
    """Cut lines of keys and postings, in order of key, into shards of about `least` bytes, or more of many lines."""
    size = max(least, round(GROWTH * sum(len(key.encode()) + len(postings) + 2 for key, postings in lines) ** 0.5))
    firsts: list[str] = []
    shards: list[list[str]] = []
    room, before = 0, ""
    for key, postings in lines:
        line = f"{key}\t{postings}"
        length = len(line.encode()) + 1
        if length > room:
            firsts.append(_parting(before, key))
            shards.append([])
            room = size
        shards[-1].append(line)
        room -= length
        before = key
    return Cut(tuple(firsts), tuple("\n".join(shard) for shard in shards))


def _parting(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes behind `before`."""
    for length in range(1, len(key)):
        if key[:length] > before:
            return key[:length]
    return key


def blocks(entries: Sequence[object]) -> list[Sequence[object]]:
    return [entries[start : start + BLOCK] for start in range(0, len(entries), BLOCK)]


def build_of(data: Mapping[str, object]) -> str:
    """A short name of all the data of one build: the same data have the same name."""
    digest = hashlib.sha256()
    for name in sorted(data):
        digest.update(name.encode())
        digest.update(_json(data[name]).encode())
    return digest.hexdigest()[:12]


def script(name: str, build: str, data: object) -> str:
    return f'handbookSearch("{name}","{build}",{_json(data)})\n'


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
