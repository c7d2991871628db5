"""The `handbook` command: reads the clock and the disk, prints, sets the exit code. Everything else is elsewhere."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handbook import coverage, editor, export, reviewed, scaffold
from handbook.check import Selection, rule_modules, run
from handbook.diagnostics import Severity
from handbook.load import load
from handbook.model.script import Channel, Stage
from handbook.report import concise, full, github, json_format, sarif
from handbook.schema import schemas
from handbook.similarity import pairs
from handbook.text import Language
from handbook.translated import record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbook.diagnostics import Finding, Rule
    from handbook.library import Library

OK, FINDINGS, CANNOT_RUN = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 without errors, 1 with errors, 2 where it could not run."""
    parser = _parser()
    options = parser.parse_args(arguments)
    root = find_root(options.root)
    if root is None:
        where = options.root or Path.cwd()
        print(f"handbook: no mkdocs.yml in {where} or above it: run inside the project", file=sys.stderr)
        return CANNOT_RUN
    result: int = options.command(options, root)
    return result


def find_root(start: Path | None) -> Path | None:
    """The nearest folder, from `start` upwards, that holds mkdocs.yml."""
    here = (start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / "mkdocs.yml").is_file()), None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handbook", description="The Collections Handbook: check and query its content."
    )
    parser.add_argument("--root", type=Path, help="project folder (default: the one that holds this folder)")
    parser.add_argument(
        "--lang", type=Language, choices=list(Language), default=Language.EN, help="language of messages"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="check all content")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="report only what lies in these files or folders"
    )
    check.add_argument("--format", choices=["concise", "full", "json", "github", "sarif"], default="concise")
    check.add_argument("--select", action="extend", nargs="+", default=[], metavar="CODE", help="only these codes")
    check.add_argument("--ignore", action="extend", nargs="+", default=[], metavar="CODE", help="all but these codes")
    check.add_argument("--today", type=date.fromisoformat, help="check as of this day (YYYY-MM-DD)")
    check.set_defaults(command=_check)

    rules = commands.add_parser("rules", help="list all rules")
    rules.set_defaults(command=_rules)

    explain = commands.add_parser("explain", help="explain a rule, in both languages")
    explain.add_argument("code")
    explain.set_defaults(command=_explain)

    refs = commands.add_parser("refs", help="list everything that cites a target")
    refs.add_argument("target", help="for example reg:cn-pipl#art-13")
    refs.set_defaults(command=_refs)

    rows = commands.add_parser("coverage", help="list the pages that serve each row of the training brief")
    rows.set_defaults(command=_coverage)

    similarity = commands.add_parser("lint-similarity", help="list the pages that share most of their wording")
    similarity.add_argument("--most", type=int, default=10, metavar="N", help="how many pairs to list (default: 10)")
    similarity.add_argument(
        "--limit", type=float, default=20, metavar="PERCENT", help="share from which a pair is an error (default: 20)"
    )
    similarity.set_defaults(command=_similarity)

    in_vain = commands.add_parser("asks", help="what readers searched for in vain")
    report = in_vain.add_subparsers(required=True, metavar="ACTION").add_parser(
        "report", help="propose where to add asks, from a search record that a reader exported"
    )
    report.add_argument("file", type=Path, metavar="FILE.csv")
    report.set_defaults(command=_asks_report)

    _add_commands_that_write(commands)
    return parser


def _add_commands_that_write(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    translated = commands.add_parser("translated", help="record that translations match their source again")
    translated.add_argument("files", nargs="+", type=Path, metavar="FILE")
    translated.set_defaults(command=_translated)

    review = commands.add_parser("reviewed", help="record that a person reviewed a page")
    review.add_argument("file", type=Path, metavar="FILE", help="the Chinese file")
    review.add_argument("--by", required=True, metavar="ROLE", help="the reviewer's role, not a name")
    review.add_argument("--due", type=date.fromisoformat, metavar="DATE", help="when it is to be reviewed again")
    review.set_defaults(command=_reviewed)

    schema = commands.add_parser("schema", help="print or write the JSON Schemas of front matter, for editors")
    schema.add_argument("name", nargs="?", metavar="KIND", help="for example term, or term.en for its translation")
    schema.add_argument(
        "--write",
        nargs="?",
        type=Path,
        const=Path(editor.SCHEMA_FOLDER),
        metavar="DIR",
        help=f"write all of them (default: {editor.SCHEMA_FOLDER}), with settings and snippets for VS Code",
    )
    schema.set_defaults(command=_schema)

    out = commands.add_parser("export", help="write the scripts as JSON, espanso package, CSV and Markdown")
    out.add_argument("--out", type=Path, default=Path("build/export"), metavar="DIR", help="default: build/export")
    out.add_argument(
        "--format", choices=list(export.FORMATS), nargs="+", default=list(export.FORMATS), metavar="FORMAT"
    )
    out.set_defaults(command=_export)

    new = commands.add_parser("new", help="begin a term, script, regulation, case or lesson, in both languages")
    new.add_argument("kind", choices=list(scaffold.NEW_KINDS))
    new.add_argument("id", metavar="ID")
    new.add_argument("--stage", type=Stage, choices=list(Stage), default=Stage.M1, help="of a script")
    new.add_argument("--channel", type=Channel, choices=list(Channel), default=Channel.PHONE, help="of a script")
    new.set_defaults(command=_new)


def _check(options: argparse.Namespace, root: Path) -> int:
    started = time.perf_counter()
    unknown = [code for code in (*options.select, *options.ignore) if not _known_code(code)]
    if unknown:
        print(f"handbook: no rule {', '.join(unknown)}: see 'handbook rules'", file=sys.stderr)
        return CANNOT_RUN
    absent = [path for path in options.paths if not path.exists()]
    if absent:
        print(f"handbook: no such file or folder: {', '.join(map(str, absent))}", file=sys.stderr)
        return CANNOT_RUN
    processes = os.cpu_count() or 1
    library = load(root, processes)
    today = options.today or date.today()  # noqa: DTZ011 -- a calendar day
    selection = Selection(options.select, options.ignore)
    findings = run(library, today, selection, processes=processes)
    findings = _within(findings, [path.resolve() for path in options.paths], root)
    seconds = time.perf_counter() - started
    sys.stdout.write(_report(findings, library, seconds, options))
    if options.format in ("concise", "full"):
        print(_summary(findings, library, seconds, options.lang), file=sys.stderr)
    return FINDINGS if any(finding.rule.severity is Severity.ERROR for finding in findings) else OK


def _report(findings: Sequence[Finding], library: Library, seconds: float, options: argparse.Namespace) -> str:
    language: Language = options.lang
    match options.format:
        case "json":
            return json_format.render(findings, language, files=len(library.documents), seconds=seconds)
        case "full":
            return full.render(findings, language, library.line)
        case "github":
            return github.render(findings, language)
        case "sarif":
            return sarif.render(findings, language, [module.RULE for module in rule_modules()])
        case _:
            return concise.render(findings, language)


def _known_code(code: str) -> bool:
    return any(module.RULE.code.startswith(code) for module in rule_modules())


def _within(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> tuple[Finding, ...]:
    """Paths limit what is reported, not what is loaded."""
    if not paths:
        return tuple(findings)
    return tuple(
        finding
        for finding in findings
        if any((root / finding.span.path).resolve().is_relative_to(path) for path in paths)
    )


def _summary(findings: Sequence[Finding], library: Library, seconds: float, language: Language) -> str:
    errors = sum(finding.rule.severity is Severity.ERROR for finding in findings)
    warnings, files = len(findings) - errors, len(library.documents)
    if language is Language.ZH:
        return f"{files}个文件，{errors}个错误，{warnings}个警告，用时{seconds:.2f}秒"
    return f"{files} files, {errors} errors, {warnings} warnings in {seconds:.2f} s"


def _rules(_options: argparse.Namespace, _root: Path) -> int:
    for module in rule_modules():
        rule = module.RULE
        print(f"{rule.code}  {rule.severity.value:7}  {rule.name:28}  {rule.finds.zh}  {rule.finds.en}")
    return OK


def _explain(options: argparse.Namespace, _root: Path) -> int:
    found = [module.RULE for module in rule_modules() if options.code.upper() == module.RULE.code]
    if not found:
        print(f"handbook: no rule {options.code}: see 'handbook rules'", file=sys.stderr)
        return CANNOT_RUN
    print(_explanation(found[0]), end="")
    return OK


def _explanation(rule: Rule) -> str:
    parts = [f"{rule.code} {rule.name} ({rule.severity.value})\n"]
    for language, heads in (
        (Language.ZH, ("查什么", "为什么", "错误示例", "正确示例")),
        (Language.EN, ("What it finds", "Why it matters", "Wrong", "Right")),
    ):
        texts = (rule.finds[language], rule.why[language], f"\n{rule.wrong}", f"\n{rule.right}")
        parts += [
            f"\n{head}: {text}".replace("\n\n", "\n").replace("\n", "\n    ").lstrip() + "\n"
            for head, text in zip(heads, texts, strict=True)
        ]
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def _refs(options: argparse.Namespace, root: Path) -> int:
    library = load(root)
    hits = [
        (document, reference)
        for document, reference in library.all_references()
        if str(reference.target) == options.target or str(reference.target).startswith(f"{options.target}#")
    ]
    for document, reference in hits:
        print(f"{reference.span.path}:{reference.span.line}:{reference.span.column}: {document.title}")
    print(f"{len(hits)} references in {len({document.path for document, _ in hits})} files", file=sys.stderr)
    return OK


def _translated(options: argparse.Namespace, root: Path) -> int:
    code = OK
    for file in options.files:
        problem = record(file.resolve(), root)
        if problem:
            print(f"handbook: {file}: {problem}", file=sys.stderr)
            code = CANNOT_RUN
    return code


def _reviewed(options: argparse.Namespace, root: Path) -> int:
    today = date.today()  # noqa: DTZ011 -- a calendar day
    given = reviewed.Given(options.by, today, options.due)
    problem = reviewed.record(options.file.resolve(), root, load(root), given)
    if problem:
        print(f"handbook: {options.file}: {problem}", file=sys.stderr)
        return CANNOT_RUN
    return OK


def _asks_report(options: argparse.Namespace, root: Path) -> int:
    from handbook.search import asks  # noqa: PLC0415 -- the tables of pinyin take as long to load as all other commands

    try:
        searches = asks.read(options.file)
    except asks.NotAnExportError as problem:
        print(f"handbook: {options.file}: {problem}", file=sys.stderr)
        return CANNOT_RUN
    print(asks.table(asks.proposals(load(root), searches), options.lang), end="")
    print(f"{len(searches)} searches", file=sys.stderr)
    return OK


def _coverage(options: argparse.Namespace, root: Path) -> int:
    rows = coverage.coverage(load(root))
    print(coverage.table(rows, options.lang), end="")
    print(coverage.summary(rows, options.lang), file=sys.stderr)
    return OK if all(row.is_covered for row in rows) else FINDINGS


def _similarity(options: argparse.Namespace, root: Path) -> int:
    found = pairs(load(root))
    for pair in found[: options.most]:
        print(f"{pair.share:6.1%}  {pair.one.path}  {pair.other.path}")
    over = sum(100 * pair.share >= options.limit for pair in found)
    print(f"{over} pairs share {options.limit:g} % of their wording or more", file=sys.stderr)
    return FINDINGS if over else OK


def _export(options: argparse.Namespace, root: Path) -> int:
    for file in export.files(load(root), tuple(options.format)):
        target = options.out / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
        print(f"{file.digest}  {file.path}")
    return OK


def _schema(options: argparse.Namespace, root: Path) -> int:
    if options.write:
        return _write_schemas(options.write, root)
    known = schemas()
    if options.name and options.name not in known:
        print(f"handbook: no schema {options.name}: there are {', '.join(known)}", file=sys.stderr)
        return CANNOT_RUN
    print(json.dumps(known[options.name] if options.name else known, ensure_ascii=False, indent=2))
    return OK


def _write_schemas(folder: Path, root: Path) -> int:
    """Relative folders count from the project; VS Code is told of schemas that lie within it."""
    target = (root / folder).resolve()
    files = {target / name: text for name, text in editor.schema_files().items()}
    if target.is_relative_to(root):
        settings = editor.vscode_files(load(root), target.relative_to(root).as_posix())
        files |= {root / path: text for path, text in settings.items()}
    _write(files)
    print(f"{len(files)} files written", file=sys.stderr)
    return OK


def _new(options: argparse.Namespace, root: Path) -> int:
    today = date.today()  # noqa: DTZ011 -- a calendar day
    request = scaffold.Request(scaffold.NEW_KINDS[options.kind], options.id, today, options.stage, options.channel)
    library = load(root)
    if problem := scaffold.problem(request, library, root):
        print(f"handbook: {problem}", file=sys.stderr)
        return CANNOT_RUN
    files = scaffold.files(request, library)
    _write({root / path: text for path, text in files.items()})
    print("\n".join(files))
    return OK


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
