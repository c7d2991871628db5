from collections.abc import Iterator
from datetime import date

from handbook import lookalikes
from handbook.characters import described, plain
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB015",
    name="mixed-script-word",
    finds=Text(
        "拉丁字母的词里混入形似的西里尔、希腊或全角字母。",
        "A Latin word with Cyrillic, Greek or full-width letters that look like its own.",
    ),
    why=Text("读者看不出来，搜索却找不到这个词。", "No reader sees it, and no search finds the word."),
    wrong="""P(U+0422)P""",
    right="""PTP""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for word, span in lookalikes.words(document):
            letter = lookalikes.first(word)
            what = described(letter)
            yield RULE.at(
                lookalikes.at_first((word, span)),
                Text(f"“{word}”里的“{letter}”是{what}", f"'{letter}' in '{word}' is {what}"),
                Text(f"改成“{plain(word)}”", f"write '{plain(word)}'"),
            )
