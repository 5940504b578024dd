"""HTML becomes text and entities, as strictly as in Telegram."""

from __future__ import annotations

import pytest

from bot.playground.api_errors import ApiError
from bot.playground.markup import parse_html
from bot.playground.message_entities import cut

CASES = [
    ("plain", "plain", []),
    ("<b>a</b> <strong>b</strong>", "a b", [("bold", "a"), ("bold", "b")]),
    ("<i>a</i> <em>b</em>", "a b", [("italic", "a"), ("italic", "b")]),
    ("<u>a</u> <ins>b</ins>", "a b", [("underline", "a"), ("underline", "b")]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", letter) for letter in "abc"]),
    ("<code>a</code>", "a", [("code", "a")]),
    ("<pre>a\nb</pre>", "a\nb", [("pre", "a\nb")]),
    ('<a href="https://a.org/?x=1&amp;y=2">a</a>', "a", [("text_link", "a")]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", "a")]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", "a")]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", "a")]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", "a")]),
    ("<b>a <i>b</i></b>", "a b", [("italic", "b"), ("bold", "a b")]),
    ("&lt;&gt;&amp;&quot;&#1046;&#x416;", '<>&"ЖЖ', []),
    ("a & b &nbsp; &copy", "a & b &nbsp; &copy", []),
    ("<b></b>empty", "empty", []),
    ("🧭 <B>Ж</B>", "🧭 Ж", [("bold", "Ж")]),
    ("<b>a</>", "a", [("bold", "a")]),
    ('<a href="javascript:alert(1)">a</a>', "a", []),
]


@pytest.mark.parametrize(("source", "text", "marked"), CASES)
def test_the_tags_of_telegram_become_entities(source: str, text: str, marked: list[tuple[str, str]]) -> None:
    plain, entities = parse_html(source)

    assert plain == text
    assert [(entity.kind, cut(plain, entity.offset, entity.length)) for entity in entities] == marked


def test_offsets_are_utf_16_code_units() -> None:
    _, (entity,) = parse_html("🧭🧭<b>🧭!</b>")

    assert (entity.offset, entity.length) == (4, 3)


def test_a_link_keeps_its_address_unescaped() -> None:
    _, (entity,) = parse_html('<a href="https://a.org/?x=1&amp;y=2">a</a>')

    assert entity.url == "https://a.org/?x=1&y=2"


def test_code_in_pre_gives_its_language_to_pre() -> None:
    _, (entity,) = parse_html('<pre><code class="language-python">x</code></pre>')

    assert (entity.kind, entity.language) == ("pre", "python")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("Ж<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("2 < 3", 'Unsupported start tag "" at byte offset 2'),
        ("2 <b 3", "Unclosed start tag at byte offset 2"),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_markup_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)

    assert refusal.value.description.startswith("Bad Request: can't parse entities: ")
    assert refusal.value.description.endswith(reason)
