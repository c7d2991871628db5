"""The files that a new entity begins with: both languages, in order by the schema, with prompts for what to write.

Every prompt begins as `PROMPTS` says, by which the check finds those that nobody has answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from string import Template
from typing import TYPE_CHECKING

from handbook import source
from handbook.load import TRANSLATION_ENDING
from handbook.model import KINDS, Kind
from handbook.model.common import ID_PATTERN
from handbook.model.script import Channel, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from handbook.library import Library

PROMPTS = ("〔待写", "〔to write")
LONGEST_ID = 80
NEW_KINDS: Mapping[str, Kind] = {
    KINDS[kind].name.en: kind for kind in (Kind.TERM, Kind.SCRIPT, Kind.REGULATION, Kind.CASE, Kind.LESSON)
}
HALF_A_YEAR = timedelta(days=182)
"""After which a regulation is to be checked again, by house norm."""
USUAL_BASIS = "reg:cn-pipl#art-13"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The Chinese and the English file; `$id` and the like are filled in."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be made. Stage and channel concern scripts alone."""

    kind: Kind
    id: str
    today: date
    stage: Stage = Stage.M1
    channel: Channel = Channel.PHONE


def problem(request: Request, library: Library, root: Path) -> str | None:
    """Why there can be no such entity, or None."""
    name = KINDS[request.kind].name.en
    if not re.fullmatch(ID_PATTERN, request.id) or len(request.id) > LONGEST_ID:
        return f"'{request.id}' is no id: lower-case letters, digits and single hyphens, at most {LONGEST_ID}"
    entity = library.entities.get((request.kind, request.id))
    if entity:
        return f"{name} '{request.id}' exists: {next(iter(entity.documents.values())).path}"
    for each in library.of_kind(request.kind):
        if each.structure and request.id in each.structure.renamed_from:
            return f"'{request.id}' is an earlier id of {each.reference}, whose addresses it keeps"
    taken = [path for path in _paths(request) if (root / path).exists()]
    return f"{taken[0]} exists" if taken else None


def files(request: Request, library: Library) -> dict[str, str]:
    """Path, relative to the project root, to content; the translation bears the digest of the Chinese file."""
    skeleton = skeleton_of(request.kind, request.channel)
    values = {
        "id": request.id,
        "title": request.id.replace("-", " "),
        "today": request.today.isoformat(),
        "review_by": (request.today + HALF_A_YEAR).isoformat(),
        "stage": request.stage.value,
        "channel": request.channel.value,
        "basis": _basis(library),
    }
    chinese, english = _paths(request)
    zh = Template(skeleton.zh).substitute(values)
    digest = source.from_bytes(zh.encode(), chinese).digest
    return {chinese: zh, english: Template(skeleton.en).substitute(values, digest=digest)}


def skeleton_of(kind: Kind, channel: Channel = Channel.PHONE) -> Skeleton:
    return _MESSAGE if kind is Kind.SCRIPT and channel is not Channel.PHONE else _SKELETONS[kind]


def _paths(request: Request) -> tuple[str, str]:
    folder = KINDS[request.kind].folder
    if request.kind is Kind.SCRIPT:
        folder += f"/{request.stage.value}"
    return f"{folder}/{request.id}.md", f"{folder}/{request.id}{TRANSLATION_ENDING}"


def _basis(library: Library) -> str:
    """A provision that exists, for a script to begin with."""
    provisions = [
        f"{regulation.reference}#{anchor}"
        for regulation in library.of_kind(Kind.REGULATION)
        for anchor in getattr(regulation.structure, "provisions", ())
    ]
    return USUAL_BASIS if USUAL_BASIS in provisions or not provisions else provisions[0]


_TERM = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：首选叫法〕$title
asks:
  - 〔待写：读者会怎么问〕
summary: 〔待写：一句话，它是什么，什么时候用到〕
source: 〔待写：定义从哪里来〕
group: metrics
verification: unverified
---

〔待写：定义。读完这一段就能用；第一次提到别的术语时写成引用〕

## 怎么用 {#use}

〔待写：在电话里、报表上怎么用它〕

## 容易混淆 {#confusions}

/// trap
〔待写：最容易弄错的一点〕
///

/// unseen
〔待写：哪些没有核实；都核实了就删去这一块〕
///
""",
    en="""\
---
title: 〔to write; preferred label〕$title
asks:
  - 〔to write; what readers would ask〕
summary: 〔to write; one sentence, what it is and when it is needed〕
source: 〔to write; where the definition comes from〕
source_digest: "$digest"
---

〔to write; the definition〕

## How it is used {#use}

〔to write; how it is used on the phone and in reports〕

## What it is confused with {#confusions}

/// trap
〔to write; what is most easily got wrong〕
///

/// unseen
〔to write; what was not verified〕
///
""",
)

_CALL = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：标题〕$title
asks:
  - 〔待写：坐席会怎么搜〕
summary: 〔待写：一句话，什么时候用〕
must_say:
  identity: 〔待写：姓名、工号和所代表的机构〕
  recording: 〔待写：告知通话有录音〕
  amount: 〔待写：欠款金额和到期日〕
  complaint: 〔待写：客服和投诉电话〕
stage: $stage
channel: $channel
audience: debtor
legal_basis: [$basis]
---

〔待写：这通电话要办成什么〕

## 开场 {#opening}

/// say
您好，我是{{ institution_name }}的{{ agent_name }}，〔待写：告知录音，请对方确认是不是本人〕
///

/// hear | 客户：是我
[核身](#verify)
///

/// hear | 接电话的不是本人
[收尾](#close)
///

## 核身 {#verify}

/// do
〔待写：核对哪几项，对不上怎么办〕
///

/// never | $basis
〔待写：核身之前不能说什么〕
///

## 收尾 {#close}

/// say
〔待写：重复约定，道谢〕
///
""",
    en="""\
---
title: 〔to write; title〕$title
asks:
  - 〔to write; what an agent would search for〕
summary: 〔to write; one sentence, when to use it〕
must_say:
  identity: 〔to write; name, staff number and institution〕
  recording: 〔to write; that the call is recorded〕
  amount: 〔to write; amount and due date〕
  complaint: 〔to write; service and complaints lines〕
source_digest: "$digest"
---

〔to write; what the call is to achieve〕

## Opening {#opening}

/// say
Hello, this is {{ agent_name }} of {{ institution_name }}, 〔to write; that the call is recorded; is this the customer〕
///

/// hear | Customer: Speaking
[Verify identity](#verify)
///

/// hear | Somebody else answers
[Close](#close)
///

## Verify identity {#verify}

/// do
〔to write; what to verify, and what to do if it does not match〕
///

/// never | $basis
〔to write; what must not be said before that〕
///

## Close {#close}

/// say
〔to write; repeat what was agreed, say thank you〕
///
""",
)

_MESSAGE = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：标题〕$title
asks:
  - 〔待写：坐席会怎么搜〕
summary: 〔待写：一句话，什么时候发〕
must_say:
  identity: 〔待写：机构名称〕
  purpose: 〔待写：为什么发〕
  contact: 〔待写：怎么联系机构〕
stage: $stage
channel: $channel
audience: debtor
legal_basis: [$basis]
---

〔待写：什么情形发，什么情形不发〕

## 正文 {#text}

/// send
{{ institution_name }}：〔待写：全文，空白处用占位符字典里的名字〕
///

## 发送前核对 {#before-sending}

/// do
〔待写：发送之前核对哪几项〕
///
""",
    en="""\
---
title: 〔to write; title〕$title
asks:
  - 〔to write; what an agent would search for〕
summary: 〔to write; one sentence, when to send it〕
must_say:
  identity: 〔to write; the institution〕
  purpose: 〔to write; the purpose〕
  contact: 〔to write; how to reach the institution〕
source_digest: "$digest"
---

〔to write; when to send it, and when not〕

## Text {#text}

/// send
{{ institution_name }}: 〔to write; the whole text, with placeholders of the dictionary〕
///

## Before sending {#before-sending}

/// do
〔to write; what to check before sending〕
///
""",
)

_REGULATION = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：名称〕$title
full_title: 〔待写：全称〕$title
short_title: 〔待写：引用时的简称〕$title
asks:
  - 〔待写：读者会怎么问〕
summary: 〔待写：一句话，它规定什么〕
issuer: 〔待写：发布机关〕
binds: 〔待写：约束谁〕
checked_against: 〔待写：读到了什么，没读到什么〕
jurisdiction: cn
instrument: law
effective: null
status: in-force
official_source: null
official_source_read: false
checked_on: $today
review_by: $review_by
verification: unverified
provisions:
  art-1: {article: "1", verification: unverified}
---

〔待写：是什么文件，效力如何，为什么坐席会遇到它〕

## 〔待写：这一条讲什么〕 {#art-1}

〔待写：用自己的话写规则〕

/// floor
〔待写：现场怎么做〕
///

## 核对记录 {#verification}

/// unseen
〔待写：哪些没有读到〕
///
""",
    en="""\
---
title: 〔to write; name〕$title
full_title: 〔to write; full title〕$title
short_title: 〔to write; short title for citations〕$title
asks:
  - 〔to write; what readers would ask〕
summary: 〔to write; one sentence, what it lays down〕
issuer: 〔to write; who issued it〕
binds: 〔to write; whom it binds〕
checked_against: 〔to write; what was read, and what was not〕
source_digest: "$digest"
---

〔to write; what it is, its force, and why a collector meets it〕

## 〔to write; what this article is about〕 {#art-1}

〔to write; the rule in our own words〕

/// floor
〔to write; what it means on the floor〕
///

## Verification record {#verification}

/// unseen
〔to write; what was not read〕
///
""",
)

_CASE = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：产品、阶段和难点〕$title
asks:
  - 〔待写：读者会怎么问〕
summary: 〔待写：一句话，练什么〕
profile:
  〔待写：名目〕: 〔待写：虚构的客户概况〕
variables:
  〔待写：名目〕: 〔待写：虚构的金额或天数〕
level: basic
product: credit-card
---

## 案情 {#facts}

〔待写：发生了什么；人物和数字都是虚构〕

## 已有材料 {#documents}

〔待写：坐席手里有什么〕

## 任务 {#task}

〔待写：要办成什么〕

## 讨论题 {#questions}

〔待写：两三个没有唯一答案的问题〕

## 参考策略 {#strategy}

/// answer
〔待写：一步一步怎么做，每一步依据哪条规则〕
///

## 常见错误与后果 {#mistakes}

〔待写：哪里容易错，后果是什么〕

## 观察员评分 {#scoring}

| 项目 | 看什么 | 分值 |
| --- | --- | --- |
| 合规 | 〔待写：看什么〕 | 40 |
| 策略 | 〔待写：看什么〕 | 40 |
| 情绪 | 〔待写：看什么〕 | 20 |
""",
    en="""\
---
title: 〔to write; product, stage and difficulty〕$title
asks:
  - 〔to write; what readers would ask〕
summary: 〔to write; one sentence, what it trains〕
profile:
  〔to write; label〕: 〔to write; the fictional customer〕
variables:
  〔to write; label〕: 〔to write; fictional amount or days〕
source_digest: "$digest"
---

## Facts {#facts}

〔to write; what happened, with fictional people and figures〕

## Documents at hand {#documents}

〔to write; what the agent has〕

## Task {#task}

〔to write; what is to be achieved〕

## Questions {#questions}

〔to write; two or three questions without a single answer〕

## Model strategy {#strategy}

/// answer
〔to write; step by step, each with its rule〕
///

## Common mistakes {#mistakes}

〔to write; what goes wrong, and what follows〕

## Scoring {#scoring}

| Item | What to look for | Points |
| --- | --- | --- |
| Compliance | 〔to write; what to look for〕 | 40 |
| Strategy | 〔to write; what to look for〕 | 40 |
| Composure | 〔to write; what to look for〕 | 20 |
""",
)

_LESSON = Skeleton(
    zh="""\
---
id: $id
title: 〔待写：标题〕$title
asks:
  - 〔待写：学员会怎么问〕
summary: 〔待写：一句话，谁学，学会什么〕
objectives:
  - 〔待写：学完能做到什么，要能衡量〕
materials:
  - 〔待写：要准备的东西〕
stage: foundation
minutes: 30
segments: {warm-up: 5, practice: 15, quiz: 10}
---

〔待写：适合谁，几个人，怎么分组〕

## 热身 {#warm-up}

/// trainer
〔待写：讲师做什么、说什么，按分钟写〕
///

## 练习 {#practice}

/// drill | 10
〔待写：练什么，怎么练〕
///

/// answer
〔待写：参考答案〕
///

## 小测 {#quiz}

/// quiz
〔待写：问题〕

- [x] 〔待写：对的选项〕
- [ ] 〔待写：错的选项〕

〔待写：为什么〕
///
""",
    en="""\
---
title: 〔to write; title〕$title
asks:
  - 〔to write; what learners would ask〕
summary: 〔to write; one sentence, who learns what〕
objectives:
  - 〔to write; what learners can do afterwards, in measurable terms〕
materials:
  - 〔to write; what to prepare〕
source_digest: "$digest"
---

〔to write; for whom, how many, in which groups〕

## Warm-up {#warm-up}

/// trainer
〔to write; what the trainer does and says, minute by minute〕
///

## Practice {#practice}

/// drill | 10
〔to write; what to practise and how〕
///

/// answer
〔to write; model answer〕
///

## Quiz {#quiz}

/// quiz
〔to write; question〕

- [x] 〔to write; right option〕
- [ ] 〔to write; wrong option〕

〔to write; why〕
///
""",
)

_PAGE = Skeleton(
    zh="""\
---
title: 〔待写：标题〕$title
summary: 〔待写：一句话，这一页讲什么〕
asks:
  - 〔待写：读者会怎么问〕
---

〔待写：开头一段〕

## 〔待写：小节〕 {#section}

〔待写：内容〕
""",
    en="""\
---
title: 〔to write; title〕$title
summary: 〔to write; one sentence, what the page is about〕
asks:
  - 〔to write; what readers would ask〕
source_digest: "$digest"
---

〔to write; opening paragraph〕

## 〔to write; section〕 {#section}

〔to write; content〕
""",
)

_SKELETONS: Mapping[Kind, Skeleton] = {
    Kind.TERM: _TERM,
    Kind.SCRIPT: _CALL,
    Kind.REGULATION: _REGULATION,
    Kind.CASE: _CASE,
    Kind.LESSON: _LESSON,
    Kind.PAGE: _PAGE,
}
