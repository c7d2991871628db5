"""The marked blocks (`/// name | argument`): which there are, and what a reader sees above each.

The check and the renderer share this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handbook.text import Text


class Argument(StrEnum):
    """What may stand behind the `|` of a block's opening line."""

    NONE = "none"
    TEXT = "text"
    BASIS = "basis"
    """A provision (`reg:…#…`), or the word `house-norm`."""
    MINUTES = "minutes"
    REPLY = "reply"
    """`#node grade`: where a reply leads, and what it is worth; see `handbook.branches`."""
    ENDING = "ending"


HOUSE_NORM = "house-norm"


@dataclass(frozen=True, slots=True)
class BlockType:
    """`folded` content is closed until the reader opens it."""

    label: Text
    argument: Argument = Argument.NONE
    folded: bool = False


BLOCKS: dict[str, BlockType] = {
    "say": BlockType(Text("说", "Say")),
    "send": BlockType(Text("发送内容", "Text to send")),
    "hear": BlockType(Text("客户", "Customer"), Argument.TEXT),
    "do": BlockType(Text("操作", "Do")),
    "never": BlockType(Text("不得", "Never"), Argument.BASIS),
    "reading": BlockType(Text("我们的理解", "Our reading")),
    "floor": BlockType(Text("现场怎么做", "On the floor")),
    "unseen": BlockType(Text("未核实", "Not verified")),
    "trap": BlockType(Text("易错", "Trap")),
    "example": BlockType(Text("算例（虚构数字）", "Worked example (fictional figures)")),
    "trainer": BlockType(Text("讲师", "Trainer")),
    "drill": BlockType(Text("练习", "Drill"), Argument.MINUTES),
    "quiz": BlockType(Text("小测", "Quiz")),
    "customer": BlockType(Text("客户说", "Customer")),
    "reply": BlockType(Text("你可以说", "You could say"), Argument.REPLY),
    "outcome": BlockType(Text("结局", "Outcome"), Argument.ENDING),
    "card": BlockType(Text("入口", "Entry")),
    "answer": BlockType(Text("参考答案", "Model answer"), folded=True),
}
