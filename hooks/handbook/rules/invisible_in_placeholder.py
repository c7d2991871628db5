from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.disguised import Disguise, disguised
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB307",
    name="invisible-in-placeholder",
    finds=Text(
        "占位符里夹着看不见的字符或不是半角的空格。",
        "A placeholder that holds a character which cannot be seen, or a space that is none.",
    ),
    why=Text(
        "从网页或文档粘贴来的零宽字符和不换行空格，眼睛看不出，程序却认不出这个占位符。",
        "Pasted from a web page or a document, it escapes the eye, and the placeholder is not recognised.",
    ),
    wrong="""{{ customer_name }}   （“customer”后面有U+200B）""",
    right="""{{ customer_name }}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for piece in disguised(document):
            if piece.disguise is Disguise.UNSEEN:
                codes = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in piece.characters))
                yield RULE.at(
                    document.span(piece),
                    Text(f"占位符“{piece.name}”里有看不见的{codes}", f"unseen {codes} in placeholder '{piece.name}'"),
                    Text(
                        f"删去重打：{{{{ {piece.name} }}}}",
                        f"delete it and type it anew: {{{{ {piece.name} }}}}",
                    ),
                )
