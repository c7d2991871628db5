import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB303",
    name="placeholders-differ",
    finds=Text("中英文用的占位符不同。", "Placeholders that are not the same in both languages."),
    why=Text("同一份话术要填同样的内容。", "Both languages of a script ask for the same values."),
    wrong="""Hello {{ agent_name }}   (zh: {{ customer_name }}您好)""",
    right="""Hello {{ customer_name }}""",
)

_NAME = re.compile(r"\w+")


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        source, translation = entity.documents.get(SOURCE), entity.documents.get(TRANSLATION)
        if not source or not translation:
            continue
        for here, there in ((translation, source), (source, translation)):
            elsewhere = {each.name for each in there.body.placeholders} | _misspelt(there)
            for placeholder in here.body.placeholders:
                if placeholder.name not in elsewhere:
                    yield RULE.at(
                        here.span(placeholder),
                        Text(
                            f"占位符“{placeholder.name}”在{there.path}中没有用到",
                            f"placeholder '{placeholder.name}' is not used in {there.path}",
                        ),
                        Text("两种语言用同一组占位符", "use the same placeholders in both languages"),
                    )


def _misspelt(document: Document) -> set[str]:
    """The names within braces that are broken; what is wrong with those is said there."""
    return {name for braces in document.body.malformed for name in _NAME.findall(braces.text)}
