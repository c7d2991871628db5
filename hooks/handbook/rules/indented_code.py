from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB502",
    name="indented-code",
    finds=Text("靠缩进形成的代码块。", "A code block made by indentation."),
    why=Text(
        "多打几个空格就会让一段话变成代码，其中的引用和占位符不再生效。",
        "A few spaces too many turn prose into code, and references and placeholders in it stop working.",
    ),
    wrong="""    见[](term:roll-rate)""",
    right="""见[](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for piece in document.body.indented_code:
            yield RULE.at(
                document.span(piece),
                Text("缩进的一段会被当作代码", "indented text is taken for code"),
                Text(
                    "去掉缩进；确是代码就用三个反引号围住",
                    "remove the indentation; if it is code, put it between lines of three backticks",
                ),
            )
