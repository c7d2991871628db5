from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import Kind, Script
from handbook.model.script import Channel
from handbook.steps import Step, reached, steps, trapped
from handbook.text import Text

RULE = Rule(
    code="HB807",
    name="no-way-out",
    finds=Text(
        "电话话术里走不到的步骤，或走不到收尾的步骤。",
        "A step of a phone script that is never reached, or from which the close is never reached.",
    ),
    why=Text(
        "坐席会停在半路，或永远用不上写好的话。",
        "The agent is left half-way, or the words that were written are never used.",
    ),
    wrong="""## 没钱 {#no-money}
/// hear | 客户：我没钱
[没钱](#no-money)
///""",
    right="""## 没钱 {#no-money}
/// hear | 客户：我没钱
[收尾](#close)
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        script = entity.structure
        if isinstance(script, Script) and script.channel is Channel.PHONE:
            for document in entity.documents.values():
                if found := steps(document):
                    yield from _unreached(document, found)
                    yield from _without_end(document, found)


def _unreached(document: Document, found: tuple[Step, ...]) -> Iterator[Finding]:
    known = reached(found, 0)
    steps_but_last = found[:-1] if 0 in trapped(found) else found  # that the last one is not reached is said then
    for number, step in enumerate(steps_but_last):
        if number not in known:
            known |= reached(found, number)
            yield RULE.at(
                document.span(step.heading),
                Text(f"没有一步走到“{step.heading.text}”", f"no step leads to '{step.heading.text}'"),
                Text(
                    f"在该来的那一步加上链接：[{step.heading.text}](#{step.heading.id})",
                    f"link to it where it belongs: [{step.heading.text}](#{step.heading.id})",
                ),
            )


def _without_end(document: Document, found: tuple[Step, ...]) -> Iterator[Finding]:
    known: set[int] = set()
    for number in sorted(trapped(found)):
        if number not in known:
            known |= reached(found, number)
            last = found[-1].heading
            yield RULE.at(
                document.span(found[number].heading),
                Text(
                    f"从“{found[number].heading.text}”走不到最后一步“{last.text}”",
                    f"from '{found[number].heading.text}' the last step, '{last.text}', is never reached",
                ),
                Text(f"加一条出路，例如[{last.text}](#{last.id})", f"add a way out, such as [{last.text}](#{last.id})"),
            )
