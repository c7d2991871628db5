from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import Kind, Lesson
from handbook.sections import sections
from handbook.text import Text

RULE = Rule(
    code="HB620",
    name="drills-too-long",
    finds=Text(
        "一个环节里练习的分钟数超过了环节的时间。",
        "Drills of a segment that take longer than the segment.",
    ),
    why=Text("讲师照着上课，后面的环节就没有时间了。", "A trainer who follows it runs out of time for the rest."),
    wrong="""segments: {practice: 10}\n…\n/// drill | 15""",
    right="""segments: {practice: 20}\n…\n/// drill | 15""",
)

_DRILL = "drill"


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.LESSON):
        if isinstance(entity.structure, Lesson):
            for document in entity.documents.values():
                yield from _of(document, entity.structure)


def _of(document: Document, lesson: Lesson) -> Iterator[Finding]:
    drills = [block for block in document.body.blocks if block.name == _DRILL and block.argument.isdecimal()]
    for section in sections(document.body):
        segment = section.heading.id
        taken = 0
        for drill in drills if segment in lesson.segments else ():
            if not section.holds(drill):
                continue
            before, taken = taken, taken + int(drill.argument)
            limit = lesson.segments[segment]
            if before <= limit < taken:
                yield RULE.at(
                    document.span(drill),
                    Text(
                        f"到这里练习共{taken}分钟，环节“{segment}”只有{limit}分钟",
                        f"the drills take {taken} minutes up to here, the segment '{segment}' has {limit}",
                    ),
                    Text("缩短练习，或给环节更多时间", "shorten a drill, or give the segment more time"),
                )
