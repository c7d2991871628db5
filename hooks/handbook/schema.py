"""The schemas of front matter and dictionaries as JSON Schema, for editors; each field explained in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from handbook.labels import LABELS
from handbook.model import KINDS
from handbook.model.placeholder import PlaceholderEntry, PlaceholderName
from handbook.model.search_words import FloorTalk, SearchWords
from handbook.model.wording import WordingDictionary
from handbook.text import TRANSLATION, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLACEHOLDERS, WORDING, SEARCH_WORDS, FLOOR_TALK = "placeholders", "wording", "search-words", "floor-talk"

FIELDS: Mapping[str, Text] = {
    "title": Text("标题；术语写首选叫法", "The title; of a term its preferred label"),
    "asks": Text("读者会问的话，用他们的说法", "Questions that readers would ask, in their words"),
    "summary": Text("一句话，用在列表和预览里；不放引用", "One sentence for lists and previews, without references"),
    "related": Text("相关内容的引用，如term:roll-rate", "References to related content, such as term:roll-rate"),
    "brief": Text("对应培训大纲的行，如S2.2a", "Rows of the training brief that it serves, such as S2.2a"),
    "renamed_from": Text("用过的旧id，旧网址会跳转到这里", "Earlier ids; their addresses lead here"),
    "review": Text("复核记录，由handbook reviewed写入", "Record of a review, written by handbook reviewed"),
    "id": Text("永久的id，与文件名相同", "The permanent id, the same as the file name"),
    "source_digest": Text(
        "所译中文的摘要，由handbook translated写入",
        "Digest of the Chinese text translated, written by handbook translated",
    ),
    "aliases": Text("其他可用的叫法", "Other labels that are in use"),
    "abbreviations": Text("缩写", "Abbreviations"),
    "slang": Text("行话", "Floor slang"),
    "deprecated": Text("不要用的叫法和原因", "Labels not to be used, each with the reason"),
    "source": Text("定义的出处", "Where the definition comes from"),
    "group": Text("所属的组", "The group that it belongs to"),
    "verification": Text("核实到什么程度", "How far it was verified"),
    "confused_with": Text("容易混淆的术语", "Terms that it is confused with"),
    "must_say": Text("必说要素：id对应文字，可以放引用", "What must be said: id to text, which may hold references"),
    "said_in": Text("每个必说要素在哪几步说到", "The steps in which each must-say item is said"),
    "stage": Text("阶段", "The stage"),
    "buckets": Text("逾期段M0–M7", "Delinquency buckets M0–M7"),
    "channel": Text("渠道", "The channel"),
    "audience": Text("说给谁听", "Who is addressed"),
    "objections": Text("处理哪些异议", "The objections that it answers"),
    "legal_basis": Text("依据的条款，如reg:cn-pipl#art-13", "The provisions it rests on, such as reg:cn-pipl#art-13"),
    "full_title": Text("全称", "The full title"),
    "short_title": Text("引用时用的简称", "The title used in citations"),
    "issuer": Text("发布机关", "Who issued it"),
    "binds": Text("约束谁，一句话", "Whom it binds, in one sentence"),
    "checked_against": Text("读到了什么，没读到什么", "What was read, and what was not"),
    "fact_labels": Text("每个数值的名称", "The name of each fact"),
    "jurisdiction": Text("法域", "The jurisdiction"),
    "instrument": Text("文件类型", "The kind of instrument"),
    "document_number": Text("文号或标准号", "The number of the document or standard"),
    "document_number_verification": Text("文号核实到什么程度", "How far the document number was verified"),
    "adopted": Text("通过日期", "Date of adoption"),
    "promulgated": Text("公布日期", "Date of promulgation"),
    "effective": Text("施行日期；没见到写null", "Date of effect; null where it was not seen"),
    "status": Text("效力状态", "Whether it is in force"),
    "official_source": Text("官方网址；没有写null", "The official address; null where there is none"),
    "official_source_read": Text("是否真的在那里读过", "Whether it was really read there"),
    "checked_on": Text("核对日期", "The day it was checked"),
    "review_by": Text("下次核对的期限", "When it must be checked again"),
    "provisions": Text("正文的条款小节，依次", "The provision sections of the body, in order"),
    "facts": Text("正文引用的数值和时间", "Numbers and times that text refers to"),
    "profile": Text("债务人概况：名目对应内容", "The debtor: label to value"),
    "variables": Text("账户变量：名目对应内容", "The account: label to value"),
    "level": Text("难度", "The level"),
    "product": Text("产品", "The product"),
    "scripts": Text("用到的话术", "The scripts that it uses"),
    "objectives": Text("学完能做到什么，要能衡量", "What learners can do afterwards, in measurable terms"),
    "materials": Text("要准备的东西", "What to prepare"),
    "minutes": Text("总分钟数", "Minutes in all"),
    "segments": Text("小节id对应分钟数，加起来等于minutes", "Heading id to minutes; they add up to minutes"),
    "prerequisites": Text("先修的课", "Lessons to take before"),
    "Review.by": Text("复核人的岗位，不写姓名", "The role of the reviewer, not a name"),
    "Review.digest": Text("所复核的版本的指纹", "Digest of the file as it was reviewed"),
    "Review.basis": Text(
        "复核时对照的法规，各带当时中文文件的指纹",
        "Each regulation that the page was read against, with the digest of its Chinese file at that time",
    ),
    "Banned.language": Text("措辞用的语言", "The language of the phrases"),
    "Discouraged.language": Text("措辞和替换说法用的语言", "The language of the phrases and of `instead`"),
    "lists": Text("页面下方列出哪一类内容", "The kind that the page lists below its text"),
    "term_group": Text("只列出这一类术语", "Lists only the terms of this group"),
    "tool": Text("页面上的计算工具", "The calculator on the page"),
    "offline": Text("页面上有保存到本机的按钮", "The page has the button that keeps the handbook on the device"),
    "form": Text("打印出来手写的表格", "A form to print and fill in by hand"),
    "banned": Text("话术里不许出现的说法", "Wordings that no script may contain"),
    "wording.must_say": Text("话术必须有的要素", "What scripts must not leave out"),
    "discouraged": Text("有更好说法的说法", "Wordings for which there is a better one"),
    "stop": Text("问句里没有分量的词", "Words of a question that carry no weight"),
    "weak": Text("中文问句里分量轻的字", "Characters of little weight in a Chinese question"),
    "kinds": Text("表明要哪一类页面的词", "Words that ask for a kind of page"),
    "same": Text("意思相同的词，每组第一个代表全组", "Words that mean the same; the first stands for its group"),
}
"""What each field of a front matter is for. One that means something else elsewhere stands there as well, with the
name of the schema; one of a part has the name of its part (`Review.by`)."""


def schemas() -> dict[str, dict[str, Any]]:
    """Name to schema: `term` for the Chinese file of a term, `term.en` for its translation, then the dictionaries."""
    parts: dict[str, tuple[object, Text]] = {}
    for kind in KINDS.values():
        zh, en = kind.name.zh, kind.name.en
        parts[en] = (kind.structure, Text(f"{zh}（中文文件）", f"Chinese file: {en}"))
        parts[f"{en}.{TRANSLATION}"] = (kind.translation, Text(f"{zh}（英文译文）", f"English file: {en}"))
    parts[PLACEHOLDERS] = (dict[PlaceholderName, PlaceholderEntry], Text("占位符字典", "Placeholder dictionary"))
    parts[WORDING] = (WordingDictionary, Text("用语词典", "Wording dictionary"))
    parts[SEARCH_WORDS] = (SearchWords, Text("搜索用词", "Words of search"))
    parts[FLOOR_TALK] = (FloorTalk, Text("现场说法", "Floor talk"))
    return {name: _schema(name, of, title) for name, (of, title) in parts.items()}


def file_name(name: str) -> str:
    return f"{name}.schema.json"


def _schema(name: str, of: Any, title: Text) -> dict[str, Any]:  # noqa: ANN401 -- a model, or a dict of models
    schema: dict[str, Any] = TypeAdapter(of).json_schema()
    for field, value in schema.get("properties", {}).items():
        if purpose := FIELDS.get(f"{name}.{field}") or FIELDS.get(field):
            value["description"] = _both(purpose)
    for definition, value in schema.get("$defs", {}).items():
        for field, inner in value.get("properties", {}).items():
            if purpose := FIELDS.get(f"{definition}.{field}"):
                inner["description"] = _both(purpose)
        if labels := _LABELS.get(definition):
            value["enumDescriptions"] = [_both(labels[each]) for each in value["enum"]]
    return {"$schema": DIALECT, **schema, "title": _both(title)}


def _both(text: Text) -> str:
    return f"{text.zh} · {text.en}"


_LABELS = {of.__name__: labels for of, labels in LABELS.items()}
