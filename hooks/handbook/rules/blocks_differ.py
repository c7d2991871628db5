from collections.abc import Iterator
from datetime import date

from handbook.blocks import BLOCKS, HOUSE_NORM, Argument
from handbook.body import Block
from handbook.correspondence import pairs, surplus
from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.references import parse
from handbook.text import Text

RULE = Rule(
    code="HB410",
    name="blocks-differ",
    finds=Text(
        "标记块的种类、次序，或never的依据、drill的分钟，在两种语言中不同。",
        "Marked blocks that differ between the languages in kind or order, or in the basis or minutes that they name.",
    ),
    why=Text(
        "某一种语言少了一步、一条禁令，或者把禁令归在另一条规定上。",
        "One language lacks a step or a prohibition, or rests a prohibition on another rule.",
    ),
    wrong="""/// never | reg:cn-pipl#art-13   （zh: reg:cn-pipl#art-25）
Do not disclose it.
///""",
    right="""/// never | reg:cn-pipl#art-25
Do not disclose it.
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        mine, theirs = source.body.blocks, translation.body.blocks
        if not all(block.closed and block.name in BLOCKS for block in (*mine, *theirs)):
            continue  # what the blocks are is known once they are mended
        if [block.name for block in mine] == [block.name for block in theirs]:
            yield from _arguments(source, translation, library)
        else:
            yield from _names(source, translation)


def _arguments(source: Document, translation: Document, library: Library) -> Iterator[Finding]:
    for block, other in zip(source.body.blocks, translation.body.blocks, strict=True):
        if block.argument != other.argument and all(_is_compared(each, library) for each in (block, other)):
            yield RULE.at(
                translation.span(other),
                Text(
                    f"标记块“{block.name}”的参数是“{other.argument}”，{source.path}中是“{block.argument}”",
                    f"block '{block.name}' has '{other.argument}', in {source.path} it has '{block.argument}'",
                ),
                Text("两种语言写同样的参数", "write the same argument in both languages"),
            )


def _is_compared(block: Block, library: Library) -> bool:
    """Whether the argument is the same in every language, and is one that other rules accept."""
    expected = BLOCKS[block.name].argument
    if expected in (Argument.REPLY, Argument.ENDING):
        return True
    if expected is Argument.MINUTES:
        return block.argument.isascii() and block.argument.isdigit()
    target = parse(block.argument)
    known = block.argument == HOUSE_NORM or (target is not None and library.find(target) is not None)
    return expected is Argument.BASIS and known


def _names(source: Document, translation: Document) -> Iterator[Finding]:
    """Blocks that only one language has, or the first that stands in another order."""
    mine, theirs = source.body.blocks, translation.body.blocks
    found = False
    for here, some, there, others in ((source, mine, translation, theirs), (translation, theirs, source, mine)):
        more = surplus(here, [(each.name, each) for each in some], there, [(each.name, each) for each in others])
        for name, piece in more:
            found = True
            yield RULE.at(
                here.span(piece),
                Text(
                    f"标记块“{name}”在{there.path}中没有对应的",
                    f"block '{name}' has no counterpart in {there.path}",
                ),
                Text("两种语言写同样的标记块", "write the same blocks in both languages"),
            )
    if not found:
        block, other = next(both for both in zip(mine, theirs, strict=True) if both[0].name != both[1].name)
        yield RULE.at(
            translation.span(other),
            Text(
                f"标记块次序不同：这里是“{other.name}”，{source.path}中是“{block.name}”",
                f"blocks in another order: here '{other.name}', in {source.path} '{block.name}'",
            ),
            Text("按中文的次序排列", "follow the order of the Chinese file"),
        )
