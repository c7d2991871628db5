from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB403",
    name="stale-translation",
    finds=Text("中文改过，英文没有跟上。", "The Chinese file changed after it was translated."),
    why=Text("两种语言说的不再是一回事。", "The two languages no longer say the same."),
    wrong="""source_digest: 0000000000000000""",
    right="""source_digest: (handbook translated FILE)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        source, translation = entity.documents.get(SOURCE), entity.documents.get(TRANSLATION)
        if not source or not translation or translation.prose is None or not source.has_body:
            continue
        if translation.front.data.get("source_digest") != source.source.digest:
            yield RULE.at(
                translation.front.span(("source_digest",)),
                Text(f"{source.path}在翻译后改过", f"{source.path} changed after it was translated"),
                Text(
                    f"更新译文，然后运行handbook translated {translation.path}",
                    f"bring the translation up to date, then run: handbook translated {translation.path}",
                ),
            )
