"""Where things stand in a Markdown body, for the constructs that hide them from simpler readers."""

from __future__ import annotations

import pytest

from handbook import body


def links(text: str) -> list[tuple[str, str]]:
    parsed = body.parse(text.encode())
    return [(link.target, text.encode()[link.start : link.end].decode()) for link in parsed.links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plain link, with and without words
        ("见[](term:x)。", [("term:x", "[](term:x)")]),
        ("[**粗** `码`](reg:a#b)", [("reg:a#b", "[**粗** `码`](reg:a#b)")]),
        # inside containers that indent their content
        ('!!! note "甲"\n\n    [](term:x)\n', [("term:x", "[](term:x)")]),
        ("??? note\n\n    - 乙\n\n        [](term:x)\n", [("term:x", "[](term:x)")]),
        ("| 甲 |\n| --- |\n| [](term:x) |\n", [("term:x", "[](term:x)")]),
        ("/// say\n[](term:x)\n///\n", [("term:x", "[](term:x)")]),
        # code is no place for links
        ("`[](term:x)`", []),
        ("```\n[](term:x)\n```\n", []),
        ("!!! note\n\n    ```\n    [](term:x)\n    ```\n", []),
    ],
)
def test_links(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{ a }}{{b}}", ["a", "b"]),
        ("[{{ a }}](term:x)", ["a"]),
        ("| {{ a }} |\n| --- |\n| `{{ b }}` |\n", ["a"]),
        ("<div>\n{{ a }}\n</div>\n", ["a"]),
        ("<!-- {{ a }} -->\n", []),
        ("\\{{ a }}", []),
        ("## 甲 {#a}\n", []),
    ],
)
def test_placeholders(text: str, names: list[str]) -> None:
    parsed = body.parse(text.encode())
    assert [placeholder.name for placeholder in parsed.placeholders] == names
    assert parsed.malformed == ()


def test_headings_get_the_anchors_that_the_site_gives_them() -> None:
    parsed = body.parse("## 怎么算 {#formula}\n\n## 用法\n\n## 用法\n\n### A b!\n".encode())
    assert [(each.level, each.id, each.text) for each in parsed.headings] == [
        (2, "formula", "怎么算"),
        (2, "用法", "用法"),
        (2, "用法_1", "用法"),
        (3, "a-b", "A b!"),
    ]


def test_blocks_hold_their_argument_and_content() -> None:
    text = "/// hear | 客户：没钱\n[先听](#listen)\n///\n\n/// say\n未结束\n"
    first, second = body.parse(text.encode()).blocks
    content = text.encode()[first.content.start : first.content.end].decode()
    assert (first.name, first.argument, content, first.closed) == ("hear", "客户：没钱", "[先听](#listen)\n", True)
    assert (second.name, second.closed) == ("say", False)
