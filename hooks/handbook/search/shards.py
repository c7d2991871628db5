r"""The index as files: sorted lines cut into shards, entries into blocks, all of them classic scripts with data.

A classic script loads the same over http and from `file://`, needs no `connect-src`, and says itself what it is:

    handbookSearch("zh/k3", "7f3a9c01d2e4", "=gdl\t1bI0\n…")

The second argument names the build, so that a page of one build never mixes with an index of another.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHARD_BYTES = 2_000
"""Size of a shard before compression. A query needs a few of them, whatever the size of the site."""
LIST = 128
"""Shards in a list."""
AT_ONCE = 1_500
"""The lists of so many shards are loaded at once; of more, each is when it is needed."""
BLOCK = 2
"""Entries in a file."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Shards of sorted lines, and lists of the shortest key from which each of them begins."""

    lists: tuple[Sequence[str], ...]
    shards: tuple[str, ...]

    @property
    def are_at_once(self) -> bool:
        return len(self.shards) <= AT_ONCE

    def root(self) -> object:
        """What leads to all of it: the key from which each list begins, and the lists, unless they are files."""
        return {
            "size": LIST,
            "firsts": [each[0] for each in self.lists],
            "lists": self.lists if self.are_at_once else (),
        }

    def files(self, name: str) -> dict[str, object]:
        """Name of a file to what it holds; `name` is how they all begin."""
        lists = () if self.are_at_once else self.lists
        return {
            **{f"{name}{number}": shard for number, shard in enumerate(self.shards)},
            **{f"{name}l{number}": each for number, each in enumerate(lists)},
        }


def cut(lines: Sequence[str], size: int = SHARD_BYTES) -> Cut:
    """Cut lines, in order of their keys, into shards of about `size` bytes."""
    data = "\n".join([*lines, ""]).encode()
    shards = []
    start = 0
    while start < len(data):
        end = data.rfind(b"\n", start, start + size) + 1 or data.index(b"\n", start) + 1
        shards.append(data[start : end - 1].decode())
        start = end
    firsts = [shard.partition("\t")[0] for shard in shards]
    lasts = [shard.rpartition("\n")[2].partition("\t")[0] for shard in shards]
    parting = tuple(map(_parting, ("", *lasts), firsts))
    return Cut(tuple(parting[start : start + LIST] for start in range(0, len(parting), LIST)), tuple(shards))


def _parting(before: str, key: str) -> str:
    """The shortest beginning of `key` that comes behind `before`."""
    for length in range(1, len(key)):
        if key[:length] > before:
            return key[:length]
    return key


def blocks(entries: Sequence[object]) -> list[Sequence[object]]:
    return [entries[start : start + BLOCK] for start in range(0, len(entries), BLOCK)]


def scripts(data: Mapping[str, object]) -> dict[str, str]:
    """The data of one build as scripts by the same names. The build is called by a digest of all its data."""
    written = {name: msgspec.json.encode(held) for name, held in data.items()}
    digest = hashlib.sha256()
    for name in sorted(written):
        digest.update(name.encode())
        digest.update(written[name])
    build = digest.hexdigest()[:12]
    return {name: f'handbookSearch("{name}","{build}",{text.decode()})\n' for name, text in written.items()}
