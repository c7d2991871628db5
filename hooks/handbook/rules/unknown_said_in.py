from collections.abc import Iterator, Sequence
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.front_matter import KeyPath
from handbook.library import Document, Library
from handbook.model import Kind, Script
from handbook.suggest import did_you_mean
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB808",
    name="unknown-said-in",
    finds=Text(
        "said_in里写了must_say没有的事项，或话术里没有的步骤。",
        "A said_in that names an item which must_say lacks, or a step which the script lacks.",
    ),
    why=Text(
        "通话引导不会在那里打勾，坐席会以为漏说了。",
        "The guided call never ticks it, and the agent takes it for unsaid.",
    ),
    wrong="""must_say: {identity: 姓名和工号}
said_in: {identity: [openning]}""",
    right="""must_say: {identity: 姓名和工号}
said_in: {identity: [opening]}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        script = entity.structure
        if not isinstance(script, Script):
            continue
        document = entity.documents[SOURCE]
        for item, steps in script.said_in.items():
            if item not in script.must_say:
                yield _finding(document, ("said_in", item), Text("事项", "item"), item, sorted(script.must_say))
            for number, step in enumerate(steps):
                if step not in document.anchors:
                    yield _finding(document, ("said_in", item, number), Text("步骤", "step"), step, document.anchors)


def _finding(document: Document, path: KeyPath, what: Text, name: str, known: Sequence[str]) -> Finding:
    return RULE.at(
        document.front.keys.get(path) or document.front.span(path),
        Text(f"没有{what.zh}“{name}”", f"no {what.en} '{name}'"),
        did_you_mean(name, known) or Text(f"现有：{'、'.join(known)}", f"there are: {', '.join(known)}"),
    )
