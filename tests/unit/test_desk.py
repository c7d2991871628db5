"""What the build gives the desk: branches of a call, columns of the log, review dates, and scripts joined into one."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests import projects

from handbook import reviewed
from handbook.classic_script import classic_script
from handbook.contact_log import contact_log
from handbook.load import load
from handbook.model import Kind
from handbook.model.script import Script
from handbook.review_state import ReviewState, review_state
from handbook.text import Language
from handbook.views.desk import desk

if TYPE_CHECKING:
    from pathlib import Path

FILE = "scripts_templates/m1/first-call.md"
SCRIPT = ("script", "first-call")
LOG = """\
---
title: 联系记录
summary: 记录。
---

## 记录 {#log}

| 时刻、渠道、案件号 | 谁接、核身 | 结果码 | 要点：原话；金额、日期 | 下一步、哪天；录音号 | 备注 |
| --- | --- | --- | --- | --- | --- |
|  |  |  |  |  |  |

## 结果码 {#codes}

| 码 | 名称 | 条件 |
| --- | --- | --- |
| **P** | **本人** |  |
| P4 | [承诺](term:dpd) | 三样齐 |
| N1 | [](term:dpd) | 响了没接 |
"""


def branches(folder: Path, text: str) -> dict[str, Any]:
    change = {FILE: [["/// hear | 客户：我没钱\n[听完再问](#close)\n///\n", text]]}
    library = load(projects.make(folder, {"change": change}))
    entity = library.entities[Kind.SCRIPT, "first-call"]
    assert isinstance(entity.structure, Script)
    made = desk(library, entity.documents[Language.ZH], entity.structure, Language.ZH)
    assert made.branches
    found: dict[str, Any] = json.loads(made.branches)
    return found


def test_answers_lead_to_steps_and_to_other_scripts(tmp_path: Path) -> None:
    text = """\
/// hear | 客户：没钱</script>
[收尾](#close)
///

/// hear | 他人：他不在
[](script:first-call)
///

/// hear | 客户：嗯
///
"""
    assert branches(tmp_path, text)["steps"] == [
        {
            "id": "opening",
            "heard": [
                {"text": "客户：没钱</script>", "to": "#close"},
                {"text": "他人：他不在", "to": "../../scripts/first-call/"},
                {"text": "客户：嗯", "to": None},
            ],
            "next": [],
        },
        {"id": "close", "heard": [], "next": []},
    ]


def test_an_answer_below_a_smaller_heading_leads_to_its_step(tmp_path: Path) -> None:
    text = "/// hear | 客户：没钱\n[收尾](#small)\n///\n\n## 中间 {#middle}\n\n/// say\n好。\n///\n\n### 小 {#small}\n"
    steps = branches(tmp_path, text)["steps"]
    assert [each["heard"][0]["to"] for each in steps if each["heard"]] == ["#middle"]
    assert steps[1]["next"] == ["close"]


def test_nothing_in_the_data_ends_its_element(tmp_path: Path) -> None:
    change = {FILE: [["客户：我没钱", "客户：</script><!--"]]}
    library = load(projects.make(tmp_path, {"change": change}))
    entity = library.entities[Kind.SCRIPT, "first-call"]
    assert isinstance(entity.structure, Script)
    made = desk(library, entity.documents[Language.ZH], entity.structure, Language.ZH)
    assert made.branches
    assert "<" not in made.branches


def test_the_columns_and_codes_of_the_contact_log(tmp_path: Path) -> None:
    library = load(projects.make(tmp_path, {"write": {"docs/toolkit/contact-log.md": LOG}}))
    log = contact_log(library, Language.EN)
    assert log
    assert [[(part.name, part.label) for part in column] for column in log.columns] == [
        [("time", "时刻"), ("channel", "渠道"), ("case", "案件号")],
        [("answered", "谁接、核身")],
        [("code", "结果码")],
        [("words", "要点：原话；金额、日期")],
        [("next", "下一步、哪天"), ("recording", "录音号")],
        [],
    ]
    assert log.codes == (("P4", "承诺"), ("N1", "逾期天数"))


@pytest.mark.parametrize("change", [("结果码 |", "代号 |"), ("{#codes}", "{#other}")])
def test_a_log_of_another_form_is_none(tmp_path: Path, change: tuple[str, str]) -> None:
    library = load(projects.make(tmp_path, {"write": {"docs/toolkit/contact-log.md": LOG.replace(*change)}}))
    assert contact_log(library, Language.ZH) is None


def state_after(folder: Path, later: dict[str, list[list[str]]]) -> ReviewState:
    root = projects.make(folder)
    given = reviewed.Given("合规岗", date(2026, 5, 1), date(2026, 11, 1))
    assert reviewed.record(root / FILE, root, load(root), given) is None
    library = load(projects.make(root, {"change": later}))
    state = review_state(library, library.entities[Kind.SCRIPT, "first-call"])
    assert state
    return state


def test_a_review_that_still_holds(tmp_path: Path) -> None:
    state = state_after(tmp_path, {})
    assert (state.on, state.by, state.due) == (date(2026, 5, 1), "合规岗", date(2026, 11, 1))
    assert (state.text_changed, state.rules_changed, state.rules_begin) == (False, (), ())


def test_a_text_that_changed_since(tmp_path: Path) -> None:
    assert state_after(tmp_path, {FILE: [["谢谢。", "多谢。"]]}).text_changed


def test_a_rule_that_changed_since(tmp_path: Path) -> None:
    changed = {"docs/regulations/cn-pipl.md": [["status: in-force", "status: superseded"]]}
    assert state_after(tmp_path, changed).rules_changed == ("reg:cn-pipl",)


def test_a_rule_that_takes_effect_later(tmp_path: Path) -> None:
    later = {"docs/regulations/cn-pipl.md": [["effective: 2021-11-01", "effective: 2027-01-01"]]}
    assert state_after(tmp_path, later).rules_begin == (date(2027, 1, 1),)


def test_without_a_review_there_is_no_state(tmp_path: Path) -> None:
    library = load(projects.make(tmp_path))
    assert review_state(library, library.entities[Kind.SCRIPT, "first-call"]) is None


def test_modules_become_one_script(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "main.js").write_text(
        '// Comment.\nimport { one } from "./part/a.js";\nshow(one());\n', encoding="utf-8"
    )
    (tmp_path / "part/a.js").write_text(
        'import { two } from "../b.js";\n/** Doc. */\nexport function one() {\n  return two;\n}\n', encoding="utf-8"
    )
    (tmp_path / "b.js").write_text("export const two = 2;\n", encoding="utf-8")
    assert classic_script(tmp_path / "main.js") == (
        "//# allFunctionsCalledOnLoad\n(()=>{"
        "const e=(()=>{const e=2;return{two:e}})(),t=(()=>{const{two:t}=e;function n(){return t}return{one:n}})(),"
        "n=(()=>{const{one:e}=t;return show(e()),{}})()})()"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('import { main } from "./main.js";\n', "modules need each other: main.js → a.js → main.js"),
        ("export default 1;\n", "a.js: cannot join 'export default 1;'"),
        ('import all from "./b.js";\n', "a.js: cannot join"),
        ("export const one = ;\n", "unexpected ; in expression"),
    ],
)
def test_what_cannot_be_joined_is_said(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "main.js").write_text('import { one } from "./a.js";\n', encoding="utf-8")
    (tmp_path / "a.js").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        classic_script(tmp_path / "main.js")
