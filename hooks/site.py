"""The handbook's events in MkDocs: loads the library, lets the check speak, hands pages over. Decides nothing itself.

static-i18n builds one language after the other, each with all events; what concerns the whole site happens once.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink
from mkdocs_static_i18n.plugin import I18n

from handbook import check, offline, publish, security, urls, views
from handbook.anchors import TOP
from handbook.classic_script import classic_script
from handbook.diagnostics import Severity
from handbook.load import load
from handbook.markdown_extension import HandbookExtension
from handbook.markdown_extension import Page as RenderedPage
from handbook.minified import minified
from handbook.report import concise
from handbook.rules import parsers_disagree
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from handbook.diagnostics import Finding
    from handbook.library import Document, Library

log = get_plugin_logger("handbook")

AFTER_LAST_LANGUAGE = -200


MODULES = ("assets/js/desk/", "assets/js/search/", "assets/js/tools/")
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, which no page loads."""
SCRIPTS = (
    "assets/js/handbook.js",
    "assets/js/desk/anywhere.js",
    "assets/js/desk/desk.js",
    "assets/js/search/main.js",
    "assets/js/tools/main.js",
)
"""Written as modules that import others; the site has each as one classic script at the same address."""


@dataclass
class Build:
    """What one build of the site, in all languages, keeps from event to event; it lives in `config.extra`."""

    library: Library
    check: Future[tuple[Finding, ...]]
    """What the check says; it runs in a process of its own while the pages are rendered."""
    documents: dict[str, Document]
    extension: HandbookExtension
    rendering: list[Finding] = field(default_factory=list)
    """Where the pages rendered so far differ from what the check saw."""
    script_hashes: set[str] = field(default_factory=set)


@dataclass
class Session:
    """What is known where there is no configuration: whether an author is at work, and what is still to be reported."""

    serving: bool = False
    check: Future[tuple[Finding, ...]] | None = None
    second_process: ProcessPoolExecutor = field(
        default_factory=lambda: ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
    )
    """Where the check runs; kept from one build to the next, so that a saved file need not wait for it to start."""


_session = Session()


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["handbook"]
    return build


def _i18n(config: MkDocsConfig) -> I18n:
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def _language(config: MkDocsConfig) -> Language:
    return Language(_i18n(config).current_language)


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001
    _session.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    if _i18n(config).building:
        return
    root = Path(config.config_file_path).parent
    processes = os.cpu_count() or 1 if _session.serving else 1
    today = date.today()  # noqa: DTZ011 -- a calendar day
    findings = _session.second_process.submit(check.check_project, root, today, processes)
    if _session.serving:
        _report(findings.result())  # an author waits for it, so rendering pages must not slow it down
    else:
        _session.check = findings
    library = load(root)
    documents = {urls.source_uri(library, document): document for document in library.published()}
    extension = HandbookExtension()
    config.extra["handbook"] = Build(library, findings, documents, extension)
    config.markdown_extensions.append(extension)  # type: ignore[arg-type]  # an instance, as Python-Markdown allows


def _report_check() -> None:
    """Report what the check found, once."""
    findings, _session.check = _session.check, None
    if findings:
        _report(findings.result())


def on_shutdown() -> None:
    _session.second_process.shutdown(cancel_futures=True)


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    """Content that cannot be rendered is content that the check has something to say about."""
    _report_check()


def _report(findings: Sequence[Finding]) -> None:
    """Errors stop a build, with the lines of the command line; to an author at work they are shown."""
    errors = [finding for finding in findings if finding.rule.severity is Severity.ERROR]
    for finding in findings:
        if finding.rule.severity is Severity.WARNING or _session.serving:
            log.warning(concise.line(finding, Language.EN))
    if errors and not _session.serving:
        raise PluginError(f"the check found {len(errors)} errors\n{concise.render(errors, Language.EN)}")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Every entity has its page at the address of its id, wherever its file lies."""
    documents = _build(config).documents
    for file in list(files):
        if file.is_documentation_page() and file.src_uri not in documents:
            files.remove(file)
    for uri in documents:
        if files.get_file_from_path(uri) is None:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """All pages of a language are rendered, none is written: what the check or the rendering found can stop it now."""
    build = _build(config)
    _report_check()
    _report(build.rendering)
    build.rendering.clear()
    env.auto_reload = False  # templates do not change during a build, and asking the disk at each use takes time


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    return _build(config).documents[page.file.src_uri].markdown


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    build = _build(config)
    document = build.documents[page.file.src_uri]
    hidden = views.hidden_parts(build.library, document)
    page.meta = {"title": document.title, "hide": hidden, "styles": views.styles(document)}
    if document.prose:
        page.meta["description"] = document.prose.summary
    build.extension.begin(RenderedPage(build.library, document, _language(config)))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    build = _build(config)
    document = build.documents[page.file.src_uri]
    page.edit_url = f"{config.repo_url.rstrip('/')}/edit/main/{document.path}" if config.repo_url else None
    top = AnchorLink(document.title, TOP, 1)
    top.children = list(page.toc)
    page.toc.items = [top]
    differences = list(parsers_disagree.compare(document, build.extension.references, build.extension.placeholders))
    build.rendering += differences
    view = views.View(build.library, document, _language(config), page.edit_url)
    content = views.page(view, html)
    if not _session.serving:
        return content
    here = [*differences, *(each for each in build.check.result() if each.span.path == document.path)]
    return views.findings(view, here) + content


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name.endswith(".html"):
        _build(config).script_hashes |= security.inline_script_hashes(output_content)
    return output_content


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    _build(config).script_hashes |= security.inline_script_hashes(output)
    return output


@event_priority(AFTER_LAST_LANGUAGE)
def on_post_build(config: MkDocsConfig) -> None:
    if _i18n(config).building:
        return
    site, build = Path(config.site_dir), _build(config)
    for path, data in publish.files(build.library):
        _write(site / path, data)
    for name in SCRIPTS:
        _write(site / name, classic_script(Path(config.docs_dir, name)).encode())
    for name in _plain_assets(Path(config.docs_dir)):
        _write(site / name, minified(name, Path(config.docs_dir, name).read_text(encoding="utf-8")).encode())
    worker = offline.service_worker(
        offline.pages(build.library),
        sorted(_kept_assets(site)),
        lambda address: (site / address / ("" if Path(address).suffix else "index.html")).read_bytes(),
    )
    _write(site / offline.WORKER, worker.encode())
    for path, text in security.header_files(build.script_hashes).items():
        _write(site / path, text.encode())


def _plain_assets(docs: Path) -> Iterator[str]:
    """Style sheets, and scripts that are not joined from modules."""
    for pattern in ("assets/css/*.css", "assets/js/*.js"):
        names = (file.relative_to(docs).as_posix() for file in docs.glob(pattern))
        yield from (name for name in names if name not in SCRIPTS)


def _kept_assets(site: Path) -> Iterator[str]:
    """What pages load: style sheets, scripts, icons, the search index; not modules that a script was joined from."""
    for file in site.joinpath("assets").rglob("*"):
        path = file.relative_to(site).as_posix()
        is_loaded = path in SCRIPTS or not path.startswith((*MODULES, *UNUSED))
        if file.is_file() and file.suffix != ".map" and is_loaded:
            yield path


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
