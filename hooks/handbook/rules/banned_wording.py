from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model.wording import Banned
from handbook.text import Text
from handbook.wording import found, written_basis

RULE = Rule(
    code="HB801",
    name="banned-wording",
    finds=Text(
        "坐席要说或要发出的话里有禁用的措辞：威胁、辱骂、冒充机关、虚构后果、向他人透露欠款、没有依据的许诺等。",
        "Banned wording in what an agent says or sends: threats, insults, false authority, invented consequences, "
        "disclosure to others, promises without a basis, and the like.",
    ),
    why=Text(
        "照着念就违规。要举反例，写进never块或trap块。",
        "Read out, it breaks the rules. A bad example belongs in a 'never' or 'trap' block.",
    ),
    wrong="""/// say
再不还就让你坐牢。
///""",
    right="""/// say
您看哪天方便还？
///

/// never | reg:cn-cba-personal-consumer-loan-collection-guidelines-2026#prohibited-acts
不说“让你坐牢”。
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for each in found(library):
        entry = each.entry
        if isinstance(entry, Banned):
            basis = written_basis(library, entry.basis)
            yield RULE.at(
                each.span,
                Text(f"禁用措辞“{each.text}”：{entry.why.zh}", f"banned wording '{each.text}': {entry.why.en}"),
                Text(f"改写；依据：{basis.zh}", f"say it otherwise; basis: {basis.en}"),
            )
