from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Script
from handbook.text import SOURCE, Text
from handbook.wording import written_basis

RULE = Rule(
    code="HB803",
    name="missing-must-say",
    finds=Text(
        "must_say缺少这个阶段、这个渠道不能漏说的事项。",
        "A must_say that lacks what may not be left out at this stage, through this channel.",
    ),
    why=Text("漏说身份、录音或投诉渠道，整次联系就不合规。", "Without it the whole contact is out of order."),
    wrong="""channel: phone
must_say:
  identity: 姓名、工号和所代表的机构""",
    right="""channel: phone
must_say:
  identity: 姓名、工号和所代表的机构
  recording: 本次通话有录音""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        script = entity.structure
        if not isinstance(script, Script):
            continue
        for entry in library.wording.entries.must_say:
            if entry.concerns(script.stage, script.channel) and not script.must_say.keys() & set(entry.any_of):
                basis = written_basis(library, entry.basis)
                zh = "或".join(f"“{id_}”" for id_ in entry.any_of)
                en = " or ".join(f"'{id_}'" for id_ in entry.any_of)
                yield RULE.at(
                    entity.documents[SOURCE].front.keys["must_say",],
                    Text(f"must_say缺少{zh}：{entry.why.zh}", f"must_say lacks {en}: {entry.why.en}"),
                    Text(
                        f"加上“{entry.any_of[0]}: …”；依据：{basis.zh}",
                        f"add '{entry.any_of[0]}: …'; basis: {basis.en}",
                    ),
                )
