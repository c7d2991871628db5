from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import MAX_BYTES, DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB003",
    name="file-too-large",
    finds=Text(
        "大于1 MB的内容文件。",
        "A content file of more than 1 MB.",
    ),
    why=Text(
        "这么大的文件多半是误放；手机上也打不开。",
        "A file of that size is here by mistake, and no phone opens it.",
    ),
    wrong="""glossary/x.md  (10 MB)""",
    right="""glossary/x.md  (4 kB)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.FILE_TOO_LARGE):
        yield RULE.at(
            defect.span,
            Text(
                f"文件有{defect.detail}字节，上限为{MAX_BYTES:,}",
                f"the file has {defect.detail} bytes, the limit is {MAX_BYTES:,}",
            ),
            Text("拆成几页，或移出内容文件夹", "split it into pages, or move it out of the content folders"),
        )
