"""The YAML block at the head of a file: its values, where each stands, and what is wrong with it.

Reads events rather than loading objects, so that every value keeps its place, a repeated key is seen, and neither
aliases nor nesting can blow up. No schemas here: those are in `handbook.model`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import yaml

from handbook.diagnostics import Span
from handbook.source import Defect, DefectKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from handbook.source import Source

FENCE = b"---\n"
MAX_BYTES = 64_000
MAX_DEPTH = 8

_types = yaml.SafeLoader("")  # knows which plain words are dates and numbers
KeyPath = tuple[str | int, ...]


class Mark(Protocol):
    """A place as PyYAML gives it, from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`spans` leads from the path of a value (`("must_say", "identity")`) to where it stands; `keys` to its key.

    `strings` is every text among the values, with its path. `body` is the byte offset at which the body begins.
    """

    data: Mapping[str, object] = field(default_factory=dict)
    spans: Mapping[KeyPath, Span] = field(default_factory=dict)
    keys: Mapping[KeyPath, Span] = field(default_factory=dict)
    strings: tuple[tuple[KeyPath, str], ...] = ()
    defects: tuple[Defect, ...] = ()
    body: int = 0

    def strings_at(self, *path: str | int) -> Iterator[tuple[KeyPath, str]]:
        """The texts of the value at `path`, or within it."""
        return (each for each in self.strings if each[0][: len(path)] == path)

    def existing(self, path: KeyPath) -> KeyPath:
        """The path itself if there is a value, or that of the nearest value around it."""
        while path and path not in self.spans:
            path = path[:-1]
        return path

    def span(self, path: KeyPath) -> Span:
        """Where the value at `path` stands, or the nearest value around it."""
        return self.spans[self.existing(path)]


def parse(source: Source) -> FrontMatter:
    """Split off and read the front matter. A file without usable front matter has empty data and says why."""
    opening = Span(source.path, 1, 1, 1, 4)
    if source.defects:
        return FrontMatter(spans={(): opening})
    if not source.data.startswith(FENCE):
        return FrontMatter(spans={(): opening}, defects=(Defect(DefectKind.NO_FRONT_MATTER, opening),))
    end = source.data.find(b"\n---\n", 3)
    if end < 0 and source.data.endswith(b"\n---"):
        end = len(source.data) - 4
    if end < 0:
        return FrontMatter(
            spans={(): opening},
            defects=(Defect(DefectKind.UNCLOSED_FRONT_MATTER, opening),),
            body=len(source.data),
        )
    reader = _Reader(source.path)
    reader.read(source.data[len(FENCE) : end + 1].decode("utf-8"))
    body = min(end + len("\n---\n"), len(source.data))
    return reader.front_matter(body)


def parse_yaml(source: Source, *, tags: bool = False, most: int = MAX_BYTES) -> FrontMatter:
    """Read a file that is YAML from its first line, such as the placeholder dictionary, of at most so many characters.

    `tags` where it may hold some (`!ENV`); they are passed over.
    """
    reader = _Reader(source.path, first_line=1, tags=tags, most=most)
    if not source.defects:
        reader.read(source.text)
    return reader.front_matter(len(source.data))


class _RefusedError(Exception):
    """YAML that is well formed but that no front matter has a use for."""

    def __init__(self, reason: str, mark: Mark | None) -> None:
        super().__init__(reason)
        self.reason, self.mark = reason, mark


class _Reader:
    """One pass over the events of one YAML document."""

    def __init__(self, path: str, first_line: int = 2, *, tags: bool = False, most: int = MAX_BYTES) -> None:
        self.path, self.first_line, self.tags, self.most = path, first_line, tags, most
        self.data: dict[str, object] = {}
        self.spans: dict[KeyPath, Span] = {(): Span(path, 1, 1, 1, 4)}
        self.keys: dict[KeyPath, Span] = {}
        self.strings: dict[KeyPath, str] = {}
        self.defects: list[Defect] = []
        self._next: Callable[[], yaml.Event]
        """The next event of the YAML."""

    def front_matter(self, body: int) -> FrontMatter:
        """What was read; the body of the file begins at byte `body`."""
        strings = tuple(self.strings.items()) if self.data else ()
        return FrontMatter(self.data, self.spans, self.keys, strings, tuple(self.defects), body)

    def read(self, text: str) -> None:
        if len(text) > self.most:
            self.defects.append(Defect(DefectKind.INVALID_YAML, self.spans[()], f"over {self.most:,} characters"))
            return
        try:
            self._next = yaml.CSafeLoader(text).get_event  # type: ignore[assignment]  # None follows the last one only
            self._next()  # start of stream
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                value: object = None
            else:
                value = self._value(self._next(), ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._refuse(error.problem or "not YAML", mark)
        except yaml.reader.ReaderError as error:
            self._refuse(f"character U+{error.character:04X} is not allowed", None)
        except _RefusedError as error:
            self._refuse(error.reason, error.mark)
        else:
            if isinstance(value, dict):
                self.data = value
            else:
                kind = {list: "a list", type(None): "nothing"}.get(type(value), "a single value")
                self.defects.append(Defect(DefectKind.NOT_A_MAPPING, self.spans[()], kind))

    def _refuse(self, reason: str, mark: Mark | None) -> None:
        self.defects.append(Defect(DefectKind.INVALID_YAML, self._span(mark, mark), reason))

    def _span(self, start: Mark | None, end: Mark | None) -> Span:
        if start is None or end is None:
            return self.spans[()]
        first = self.first_line
        return Span(self.path, start.line + first, start.column + 1, end.line + first, end.column + 1)

    def _value(self, event: yaml.Event, path: KeyPath) -> object:
        if len(path) > MAX_DEPTH:
            raise _RefusedError(f"nested deeper than {MAX_DEPTH} levels", event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError("anchors and aliases (& and *) are not used here", event.start_mark)
        if getattr(event, "tag", None) and not self.tags:
            raise _RefusedError("tags (!) are not used here", event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            self.spans[path] = self._span(event.start_mark, event.end_mark)
            value = _scalar(event)
            if isinstance(value, str):
                self.strings[path] = value
            return value
        if isinstance(event, yaml.SequenceStartEvent):
            self.spans[path] = self._span(event.start_mark, event.end_mark)
            return self._sequence(path)
        if path:
            self.spans[path] = self._span(event.start_mark, event.end_mark)
        return self._mapping(path)

    def _sequence(self, path: KeyPath) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: KeyPath) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError("a key must be a plain word", event.start_mark)
            key, span = sys.intern(event.value), self._span(event.start_mark, event.end_mark)
            if key in values:
                self.defects.append(Defect(DefectKind.DUPLICATE_KEY, span, key))
            here = (*path, key)
            self.keys[here] = span
            values[key] = self._value(self._next(), here)
        return values


def _scalar(event: yaml.ScalarEvent) -> object:
    """The Python value of a YAML scalar; one that only looks like a date or a number stays text."""
    if not event.implicit[0] or event.value[:1] not in _types.yaml_implicit_resolvers:
        return event.value  # quoted, or begins like no date and no number
    tag = _types.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
    construct = yaml.SafeLoader.yaml_constructors.get(tag)
    if tag == "tag:yaml.org,2002:str" or construct is None:
        return event.value
    try:
        return construct(_types, yaml.ScalarNode(tag, event.value))
    except (ValueError, yaml.YAMLError):
        return event.value
