from collections.abc import Iterator
from datetime import date

from handbook import branches
from handbook.blocks import BLOCKS, HOUSE_NORM, Argument
from handbook.body import Block
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.references import parse
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB501",
    name="malformed-block",
    finds=Text(
        "标记块没有结束、名称不存在或参数不对。",
        "A marked block that is not closed, does not exist, or has a wrong argument.",
    ),
    why=Text("话术与说明会混在一起。", "What is said and what is done would run into each other."),
    wrong="""/// sya
您好
///""",
    right="""/// say
您好
///""",
)

_EXPECTED = {
    Argument.NONE: Text("这个块没有参数", "this block takes no argument"),
    Argument.TEXT: Text("写成/// hear | 客户：……", "write '/// hear | Customer: …'"),
    Argument.BASIS: Text(
        f"写依据：/// never | reg:…#…，或{HOUSE_NORM}",
        f"write the basis: '/// never | reg:…#…', or '{HOUSE_NORM}'",
    ),
    Argument.REPLY: Text(
        "写去向和评价：/// reply | #node best（或workable、mistake）",
        "write where it leads and what it is worth: '/// reply | #node best' (or workable, or mistake)",
    ),
    Argument.ENDING: Text("写/// outcome | good、mixed或bad", "write '/// outcome | good', mixed or bad"),
    Argument.MINUTES: Text("写分钟数：/// drill | 8", "write the minutes: '/// drill | 8'"),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for block in document.body.blocks:
            if block.name not in BLOCKS:
                yield RULE.at(
                    document.span(block),
                    Text(f"没有标记块“{block.name}”", f"unknown block '{block.name}'"),
                    did_you_mean(block.name, BLOCKS)
                    or Text(f"可用：{', '.join(BLOCKS)}", f"the blocks are: {', '.join(BLOCKS)}"),
                )
            elif not block.closed:
                yield RULE.at(
                    document.span(block),
                    Text(f"标记块“{block.name}”没有结束", f"block '{block.name}' is not closed"),
                    Text("在块后单独写一行///", "put a line '///' after the block"),
                )
            elif not _argument_fits(block):
                yield RULE.at(
                    document.span(block),
                    Text(
                        f"标记块“{block.name}”的参数不对：“{block.argument}”",
                        f"block '{block.name}' has a wrong argument: '{block.argument}'",
                    ),
                    _EXPECTED[BLOCKS[block.name].argument],
                )


def _argument_fits(block: Block) -> bool:
    expected = BLOCKS[block.name].argument
    if expected is Argument.NONE:
        return not block.argument
    if expected is Argument.MINUTES:
        return block.argument.isascii() and block.argument.isdigit()
    if expected is Argument.REPLY:
        return branches.reply(block.argument) is not None
    if expected is Argument.ENDING:
        return branches.ending(block.argument) is not None
    if expected is Argument.BASIS:
        return block.argument == HOUSE_NORM or parse(block.argument) is not None
    return bool(block.argument)
