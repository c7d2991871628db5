"""From a project folder to a `Library`: finds the content files, reads each once, and joins languages into entities."""

from __future__ import annotations

import gc
import os
import re
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, RootModel, ValidationError

from handbook import body, front_matter, navigation, references, slips, source
from handbook.diagnostics import Span
from handbook.front_text import place
from handbook.library import INDEX, Dictionary, Document, Entity, Library
from handbook.model import KINDS, Kind
from handbook.model.calling import CallingRules
from handbook.model.common import ID_PATTERN, PATTERNS
from handbook.model.placeholder import PlaceholderDictionary
from handbook.model.search_words import FloorTalk, SearchWords
from handbook.model.wording import WordingDictionary
from handbook.parallel import spread
from handbook.source import Defect, DefectKind
from handbook.text import SOURCE, TRANSLATION, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic_core import ErrorDetails

    from handbook.front_matter import FrontMatter, KeyPath
    from handbook.references import Reference

D = TypeVar("D", bound=BaseModel)

CONTENT_FOLDERS = ("docs", "glossary", "scripts_templates")
PLACEHOLDER_FILE = "scripts_templates/placeholders.yml"
WORDING_FILE = "scripts_templates/wording.yml"
CALLING_FILE = "scripts_templates/calling.yml"
SEARCH_WORDS_FILE = "glossary/search-words.yml"
FLOOR_TALK_FILE = "glossary/floor-talk.yml"
FEW_FILES = 50
"""They are read and checked before a second process has started."""
TRANSLATION_ENDING = f".{TRANSLATION}.md"


def load(root: Path, processes: int = 1) -> Library:
    """Load everything under `root`. Never raises for what a file holds; see `Library.defects`."""
    with _garbage_collector_paused():
        return _load(root, processes)


@contextmanager
def _garbage_collector_paused() -> Iterator[None]:
    """For work that makes many objects and hardly any garbage; searching for it would cost a third of the time.

    What was made is taken to live as long as the process, so the collector need not walk through it later either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _load(root: Path, processes: int) -> Library:
    defects = [
        Defect(DefectKind.MISSING_FOLDER, Span(folder)) for folder in CONTENT_FOLDERS if not (root / folder).is_dir()
    ]
    paths = content_files(root)
    documents = tuple(spread(partial(_read, root), paths, processes if len(paths) > FEW_FILES else 1))
    placeholders = _dictionary(root, PLACEHOLDER_FILE, PlaceholderDictionary, defects)
    wording = _dictionary(root, WORDING_FILE, WordingDictionary, defects)
    calling = _dictionary(root, CALLING_FILE, CallingRules, defects)
    search_words = _search_dictionary(root, SEARCH_WORDS_FILE, SearchWords, defects)
    floor_talk = _search_dictionary(root, FLOOR_TALK_FILE, FloorTalk, defects)
    defects += [defect for document in documents for defect in document.defects]
    settings = navigation.load(root)
    return Library(
        documents,
        entities_of(documents),
        placeholder_dictionary=placeholders,
        defects=tuple(defects),
        navigation=settings.navigation,
        site_url=settings.site_url,
        settings_source=settings.source,
        assets=asset_files(root),
        wording=wording,
        calling=calling,
        search_words=search_words,
        floor_talk=floor_talk,
    )


def content_files(root: Path) -> list[str]:
    """Paths of all Markdown files in the content folders, sorted; links to folders are not followed."""
    found = []
    for folder in CONTENT_FOLDERS:
        for where, folders, files in os.walk(root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [
                (Path(where) / name).relative_to(root).as_posix()
                for name in files
                if name.endswith(".md") and not name.startswith(".")
            ]
    return sorted(found)


def asset_files(root: Path) -> frozenset[str]:
    """Paths within `docs/` of everything there that is not Markdown."""
    found = []
    for where, folders, files in os.walk(root / "docs"):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(where).relative_to(root / "docs")
        found += [(inside / name).as_posix() for name in files if not name.endswith(".md") and not name.startswith(".")]
    return frozenset(found)


def _read(root: Path, path: str) -> Document:
    return load_document(source.read(root / path, path, root))


def load_document(text: source.Source) -> Document:
    """Read one content file. Its kind follows from its folder, its language from its ending."""
    kind, name = _kind_and_name(text.path)
    language = TRANSLATION if text.path.endswith(TRANSLATION_ENDING) else SOURCE
    front = front_matter.parse(text)
    of = KINDS[kind]
    prose, schema_defects = _validate(of.structure if language is SOURCE else of.translation, front)
    parsed = body.parse(text.data, front.body) if front.body < len(text.data) else body.Body()
    found = (*_front_references(text, front), *_body_references(text, parsed))
    defects = slips.explained(text, front, (*text.defects, *front.defects, *schema_defects), fenced=True)
    id_, anchors = _id(kind, name, language, front), tuple(heading.id for heading in parsed.headings)
    return Document(kind, id_, language, text, front, parsed, prose, found, defects, anchors)


def _kind_and_name(path: str) -> tuple[Kind, str]:
    """The kind that a path holds, and its name there: the file's for an entity, the path's for a page."""
    name = path.removesuffix(TRANSLATION_ENDING).removesuffix(".md")
    stem = name.rpartition("/")[2]
    for kind, of in KINDS.items():
        if kind is not Kind.PAGE and name.startswith(f"{of.folder}/") and stem != INDEX:
            return kind, stem
    return Kind.PAGE, name.partition("/")[2]


def _id(kind: Kind, name: str, language: Language, front: FrontMatter) -> str:
    """The id that a file declares; the file's name where it declares none, or none that could be an address."""
    declared = front.data.get("id")
    if kind is Kind.PAGE or language is not SOURCE or not isinstance(declared, str):
        return name
    return declared if re.fullmatch(ID_PATTERN, declared) else name


def entities_of(documents: tuple[Document, ...]) -> Mapping[tuple[Kind, str], Entity]:
    """Join the languages. Where an id is claimed twice, the file that bears its name has it, else the first."""
    languages: dict[tuple[Kind, str], dict[Language, Document]] = {}
    for document in sorted(documents, key=lambda each: (each.language is not SOURCE, not _is_named(each), each.path)):
        languages.setdefault((document.kind, document.id), {}).setdefault(document.language, document)
    return {key: Entity(*key, found) for key, found in languages.items()}


def _is_named(document: Document) -> bool:
    return document.id == _kind_and_name(document.path)[1]


def _validate(schema: type[Any], front: FrontMatter) -> tuple[Any, tuple[Defect, ...]]:
    if not front.data:
        return None, ()
    try:
        return schema.model_validate(front.data), ()
    except ValidationError as error:
        return None, tuple(_schema_defects(error, front, schema))


def _search_dictionary(root: Path, path: str, schema: type[D], defects: list[Defect]) -> Dictionary[D]:
    """One that search reads: a handbook can do without it, and it may be long."""
    if not (root / path).exists():
        return Dictionary(schema())
    return _dictionary(root, path, schema, defects, most=source.MAX_BYTES)


def _dictionary(
    root: Path, path: str, schema: type[D], defects: list[Defect], *, most: int = front_matter.MAX_BYTES
) -> Dictionary[D]:
    """A YAML file that one model describes; the model's empty form where it does not fit. Adds to the defects."""
    text = source.read(root / path, path, root)
    front = front_matter.parse_yaml(text, most=most)
    found = [*text.defects, *front.defects]
    try:
        entries = schema.model_validate(dict(front.data))
    except ValidationError as error:
        entries = schema()
        found += _schema_defects(error, front, schema)
    defects += slips.explained(text, front, found, fenced=False)
    return Dictionary(entries, text, front)


def _schema_defects(error: ValidationError, front: FrontMatter, schema: Any) -> Iterator[Defect]:  # noqa: ANN401 -- see `_fields`
    wrong: dict[KeyPath, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        path = tuple(part for part in detail["loc"] if part != "[key]")
        name = str(path[-1]) if path else ""
        if detail["type"] == "missing":
            yield Defect(DefectKind.MISSING_FIELD, front.span(path[:-1]), name)
        elif detail["type"] == "extra_forbidden":
            known = ", ".join(_fields(schema, path[:-1]))
            yield Defect(DefectKind.UNKNOWN_FIELD, front.keys.get(path, front.span(path)), name, known)
        else:
            wrong.setdefault(front.existing(path), []).append(detail)
    for path, details in wrong.items():
        yield _wrong_value(front, path, details)


def _fields(of: Any, path: KeyPath) -> Iterable[str]:  # noqa: ANN401 -- a model, or a dict, tuple or union of models
    """The fields of the model that describes the value at `path` of a value of this type."""
    if isinstance(of, type) and issubclass(of, BaseModel):
        if issubclass(of, RootModel):
            return _fields(of.model_fields["root"].annotation, path)
        if not path:
            return of.model_fields
        field = of.model_fields.get(str(path[0]))
        return _fields(field.annotation, path[1:]) if field else ()
    within = (_fields(each, rest) for each in get_args(of) for rest in (path[1:], path))
    return next(filter(None, within), ())


def _wrong_value(front: FrontMatter, path: KeyPath, details: list[ErrorDetails]) -> Defect:
    place, value = ".".join(map(str, path)), details[0]["input"]
    if value is None or (isinstance(value, str) and not value.strip()):
        return Defect(DefectKind.EMPTY_VALUE, front.keys.get(path, front.span(path)), place)
    if any(detail["type"].startswith("date_") for detail in details):
        return Defect(DefectKind.INVALID_DATE, front.span(path), place, str(value))
    expected = dict.fromkeys(_expected(detail) for detail in details)
    return Defect(DefectKind.INVALID_VALUE, front.span(path), place, " or ".join(expected))


def _expected(detail: ErrorDetails) -> str:
    """What should stand there, in the words of an author where we have them."""
    context = detail.get("ctx", {})
    if "expected" in context:
        return str(context["expected"])
    if "pattern" in context:
        return PATTERNS.get(context["pattern"], f"text of the form {context['pattern']}")
    plain = {
        "tuple_type": "a list, such as [a, b]",
        "too_short": "at least one entry" if context.get("min_length") == 1 else "at least two entries",
        "string_type": "text (put a number between quotes)",
        "model_type": "fields and values",
        "dict_type": "names and values, one a line: 'name: value'",
        "bool_type": "true or false, without quotes",
        "string_too_long": f"at most {context.get('max_length')} characters",
    }
    return plain.get(detail["type"], detail["msg"].removeprefix("Input should be ").removeprefix("Value error, "))


def _front_references(text: source.Source, front: FrontMatter) -> Iterator[Reference]:
    """References in the front matter: values that are one, and links in values that are Markdown."""
    for path, value in front.strings:
        field = str(path[0])
        if target := references.parse(value):
            yield references.Reference(target, front.spans[path], field=field)
        elif "](" in value:
            for link in body.links(value):
                if target := references.parse(link.target):
                    yield references.Reference(target, place(text, front.spans[path], link.target), link.label, field)


def _body_references(text: source.Source, parsed: body.Body) -> Iterator[Reference]:
    """References in the text, and in the arguments of blocks (`/// never | reg:cn-pipl#art-25`)."""
    for link in parsed.links:
        if target := references.parse(link.target):
            yield references.Reference(target, text.span(link.start, link.end), link.label)
    for block in parsed.blocks:
        if target := references.parse(block.argument):
            start = text.data.index(block.argument.encode(), block.start)
            yield references.Reference(target, text.span(start, start + len(block.argument.encode())))
