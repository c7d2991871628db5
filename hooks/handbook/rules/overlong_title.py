from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB117",
    name="overlong-title",
    finds=Text(
        "标题太长（中文60字、英文120个字符），或中文摘要超过200字。",
        "A title of more than 60 characters in Chinese or 120 in English, or a Chinese summary of more than 200.",
    ),
    why=Text(
        "标题和摘要显示在列表、搜索结果和预览里，太长就被截断或没人读。",
        "Both are shown in lists, search results and previews, where a long one is cut off or not read.",
    ),
    wrong="""title: 客户失业以后……（70字）""",
    right="""title: 信用卡M2：失业后想还但还不起""",
    severity=Severity.WARNING,
)

_LIMITS = {(SOURCE, "title"): 60, (TRANSLATION, "title"): 120, (SOURCE, "summary"): 200}
"""A translation takes about twice as many letters; the schema itself limits its summary."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for (language, field), limit in _LIMITS.items():
            value = document.front.data.get(field)
            if language is document.language and isinstance(value, str) and len(value) > limit:
                yield RULE.at(
                    document.front.span((field,)),
                    Text(f"“{field}”有{len(value)}个字符，最多{limit}个", f"'{field}' has {len(value)} characters"),
                    Text("写短；细节放进正文", f"at most {limit}; put the details into the text"),
                )
