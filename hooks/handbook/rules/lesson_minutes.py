from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Lesson
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB602",
    name="lesson-minutes",
    finds=Text(
        "课程各环节的分钟数加起来不等于总时长，或环节没有小节。",
        "Segments of a lesson that do not add up to its minutes, or that have no section.",
    ),
    why=Text("讲师按这张时间表上课。", "A trainer teaches by this timetable."),
    wrong="""minutes: 60
segments: {warm-up: 5, concept: 50}""",
    right="""minutes: 60
segments: {warm-up: 5, concept: 55}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.LESSON):
        lesson = entity.structure
        if not isinstance(lesson, Lesson):
            continue
        document = entity.documents[SOURCE]
        total = sum(lesson.segments.values())
        if total != lesson.minutes:
            yield RULE.at(
                document.front.span(("minutes",)),
                Text(
                    f"各环节共{total}分钟，课程写{lesson.minutes}分钟",
                    f"the segments take {total} minutes, the lesson says {lesson.minutes}",
                ),
                Text("改segments或minutes", "change 'segments' or 'minutes'"),
            )
        for segment in lesson.segments:
            if segment not in document.anchors:
                yield RULE.at(
                    document.front.span(("segments", segment)),
                    Text(f"环节“{segment}”没有小节", f"segment '{segment}' has no section"),
                    Text(f"加上标题“## … {{#{segment}}}”", f"add a heading '## … {{#{segment}}}'"),
                )
