from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB601",
    name="provisions-and-sections",
    finds=Text(
        "front matter中的条款与正文小节对不上，或事实值指向不存在的条款、没有名称。",
        "Provisions of the front matter without a section in the body, or facts without a provision or a label.",
    ),
    why=Text(
        "引用条款的链接会落空，数字没有出处。",
        "References to the provision lead nowhere, and a number stands without its source.",
    ),
    wrong="""provisions:
  art-13: {article: "13", verification: full-text}
（正文没有 {#art-13}）""",
    right="""## 处理依据 {#art-13}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation):
            continue
        document = entity.documents[SOURCE]
        for provision in regulation.provisions:
            if provision not in document.anchors:
                yield RULE.at(
                    document.front.span(("provisions", provision)),
                    Text(f"条款“{provision}”没有正文小节", f"provision '{provision}' has no section"),
                    Text(f"加上标题“## … {{#{provision}}}”", f"add a heading '## … {{#{provision}}}'"),
                )
        for name, fact in regulation.facts.items():
            if fact.provision not in regulation.provisions:
                yield RULE.at(
                    document.front.span(("facts", name)),
                    Text(
                        f"事实值“{name}”的条款“{fact.provision}”不存在",
                        f"fact '{name}' names no provision: '{fact.provision}'",
                    ),
                    Text("写provisions中的一个id", "write an id of 'provisions'"),
                )
            if name not in regulation.fact_labels:
                yield RULE.at(
                    document.front.span(("facts", name)),
                    Text(f"事实值“{name}”没有名称", f"fact '{name}' has no label"),
                    Text("在fact_labels中写上", "add it to 'fact_labels'"),
                )
