from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Entity, Library
from handbook.meant import Intentions
from handbook.model import KINDS, Regulation
from handbook.references import Reference
from handbook.suggest import did_you_mean
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB201",
    name="unknown-reference",
    finds=Text("引用的目标不存在。", "A reference to something that does not exist."),
    why=Text("读者点开就是断链。", "The reader follows it into nothing."),
    wrong="""见[](term:recvery-rate)""",
    right="""见[](term:recovery-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    earlier_ids = {
        (entity.kind, earlier): entity.id
        for entity in library.entities.values()
        if entity.structure
        for earlier in entity.structure.renamed_from
    }
    intentions = Intentions(library)
    for _, reference in library.all_references():
        target = reference.target
        entity = library.find(target)
        if entity is None and intentions.of(target):
            continue
        if entity is None:
            name = KINDS[target.kind].name
            ids = [each.id for each in library.of_kind(target.kind)]
            now = earlier_ids.get((target.kind, target.id))
            renamed = Text(f"已改名为“{now}”", f"it is now called '{now}'") if now else None
            yield RULE.at(
                reference.span,
                Text(f"没有{name.zh}“{target.id}”", f"unknown {name.en} '{target.id}'"),
                renamed or did_you_mean(target.id, ids),
            )
        elif target.fact is not None and entity.structure and library.fact(target) is None:
            yield _unknown_fact(reference, entity)


def _unknown_fact(reference: Reference, entity: Entity) -> Finding:
    facts = entity.structure.facts if isinstance(entity.structure, Regulation) else {}
    fact = reference.target.fact or ""
    title = entity.title(SOURCE)
    return RULE.at(
        reference.span,
        Text(f"《{title}》没有事实值“{fact}”", f"{entity.reference} has no fact '{fact}'"),
        did_you_mean(fact, facts) or Text(f"现有：{'、'.join(facts)}", f"it has: {', '.join(facts)}"),
    )
