"""The site's writer and the browser read a text alike: a thousand strings, analyzed by both."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

from handbook.load import load
from handbook.search.analyzer import Analyzer, Tables, skips
from handbook.search.simplified import simplified_forms
from handbook.search.site import SCRIPTS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SEED = 1
COUNT = 1000
MODULES = ROOT / "docs/assets/js/search"
HARD = [
    "", " ", "第", "第条", "第零条", "第六百八十条之二", "刑法293之一", "百分之三", "一千零一",
    "İstanbul", "ſtraße", "ﬁne ①②③ ｆｕｌｌ", "gǔndònglǜ", "LÜ lü ＬＶ", "can't don’t O'Neill", "a", "A B",
    "M2话术M3", "60期", "1,000.50元", "1006.14(b)(1)", "GB/T 45251-2025", "《个人信息保护法》第二十八条",
    "没钱没钱没钱", "不是本人是本人", "怎么怎么办", "what is what", "is broke", "no-money", "AI外呼AI",
    "\ud83d", "👩‍👩‍👧‍👦", "\u202e没钱", "𠮷野家", "㐀龥", "客戶說沒錢怎麼辦", "后後裏裡里", "a" * 300, "钱" * 300,
]  # fmt: skip


def texts() -> list[str]:
    """Lines of the handbook, some of them in traditional characters, and what nobody writes."""
    dice = random.Random(SEED)  # noqa: S311 -- no secrets
    lines = sorted(
        {line.strip() for document in load(ROOT).documents for line in document.markdown.splitlines() if line.strip()}
    )
    traditional = {new: old for old, new in simplified_forms().items()}
    found = [*HARD, *dice.sample(lines, 600)]
    found += ("".join(traditional.get(each, each) for each in line) for line in dice.sample(lines, 150))
    ranges = [(0x20, 0x7F), (0xA0, 0x24F), (0x300, 0x36F), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF)]
    while len(found) < COUNT:
        found.append("".join(chr(dice.randrange(*dice.choice(ranges))) for _ in range(dice.randrange(1, 40))))
    return found


def tables_of(site: Path, script: str) -> dict[str, Any]:
    text = (site / f"assets/search/{script}.js").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(re.sub(rf'^handbookSearch\("{script}","\w+",|\)\n$', "", text))
    return data


def test_a_thousand_strings_are_read_alike(browser: Browser, site: Path, address: str) -> None:
    han, latin = given = [tables_of(site, script) for script in SCRIPTS]
    simplified = dict(zip(han["traditional"], han["simplified"], strict=True))
    groups = tuple(
        tuple(dict.fromkeys([*one, *other])) for one, other in zip(han["groups"], latin["groups"], strict=True)
    )
    analyzer = Analyzer(Tables(simplified, han["weak"], (*han["stop"], *latin["stop"]), groups))
    context = browser.new_context()
    page = context.new_page()
    page.route("**/modules/*.js", lambda route: route.fulfill(path=MODULES / route.request.url.rsplit("/", 1)[1]))
    page.goto(address)
    strings = texts()
    read = page.evaluate(
        """async ([parts, texts]) => {
          const { Analyzer } = await import("/modules/analyzer.js");
          const analyzer = new Analyzer(parts);
          return texts.map((text) => {
            const { form, core, canonical, keys } = analyzer.analyze(text);
            return [analyzer.tokens(text), form, core, canonical, Object.fromEntries(keys), analyzer.skips(text)];
          });
        }""",
        [given, strings],
    )
    context.close()
    assert len(strings) == COUNT
    for text, (tokens, form, core, canonical, keys, skipped) in zip(strings, read, strict=True):
        here = analyzer.analyze(text)
        assert (tokens, form, core, canonical) == (list(here.tokens), here.form, here.core, here.canonical), text
        assert keys == analyzer.weights(text), text
        assert set(keys) == set(here.keys), text
        assert skipped == list(skips(here.tokens)), text
