import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.model.common import ID_PATTERN
from handbook.redirects import claims
from handbook.references import parse
from handbook.text import Text

RULE = Rule(
    code="HB231",
    name="redirect-without-address",
    finds=Text(
        "renamed_from里写的不是id，没有对应的地址。", "A value of renamed_from that is no id, and so has no address."
    ),
    why=Text("旧链接到不了新页面。", "The old links do not reach the new page."),
    wrong="""renamed_from: [term:rolling-rate]""",
    right="""renamed_from: [rolling-rate]""",
)

_PAGE_ID = r"[\w-]+(?:/[\w-]+)*"


def check(library: Library, today: date) -> Iterator[Finding]:
    for claim in claims(library):
        kind = claim.entity.kind
        if not _is_id(kind, claim.earlier):
            bare = _bare(kind, claim.earlier)
            yield RULE.at(
                claim.span,
                Text(f"“{claim.earlier}”不是id", f"'{claim.earlier}' is no id"),
                Text(f"写成“{bare}”", f"write '{bare}'")
                if _is_id(kind, bare)
                else Text("写原来的id，例如roll-rate", "write the earlier id, as in roll-rate"),
            )


def _is_id(kind: Kind, text: str) -> bool:
    return re.fullmatch(_PAGE_ID if kind is Kind.PAGE else ID_PATTERN, text) is not None


def _bare(kind: Kind, text: str) -> str:
    """The id within a reference, a path or an address."""
    target = parse(text)
    name = (target.id if target else text).strip("/ ").removesuffix(".md").removesuffix(".en").removeprefix("docs/")
    return name if kind is Kind.PAGE else name.rpartition("/")[2].lower().replace(" ", "-").replace("_", "-")
