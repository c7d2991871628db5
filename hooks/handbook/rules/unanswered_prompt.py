import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import matches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.scaffold import PROMPTS
from handbook.text import Text

RULE = Rule(
    code="HB921",
    name="unanswered-prompt",
    finds=Text(
        "handbook new写进骨架的提示，还没有换成内容；或者作者留的记号：待补充、TODO、TBD。",
        "A prompt of the skeleton made by 'handbook new' that nobody has answered; or an author's mark: TODO, TBD.",
    ),
    why=Text(
        "没写完的话术和法规摘要会被人照着用。", "Unfinished scripts and regulations would be acted upon as they stand."
    ),
    wrong="""summary: 〔待写：一句话，什么时候用〕""",
    right="""summary: 到期后第一次打电话时用。""",
)

_MARKS = ("TODO", "TBD", "FIXME", "待补充", "待完善", "待填写")
_OPENINGS = (*PROMPTS, *_MARKS)
_PROMPT = re.compile(
    rf"(?:{'|'.join(map(re.escape, PROMPTS))})[^〔〕]*〕?|(?<![A-Za-z])(?:{'|'.join(_MARKS)})(?![A-Za-z])"
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        if not any(opening.encode() in source.data for opening in _OPENINGS):
            continue
        for span, match in matches(source, _PROMPT):
            yield RULE.at(
                span,
                Text(f"还没有写：{match[0]}", f"not written yet: {match[0]}"),
                Text("换成内容，不需要就删去", "put the content there, or delete it"),
            )
