"""The numbers behind quotes, as links and without."""

from __future__ import annotations

import pytest

from bot.views.marks import drop_links, link_marks, mark, read_place, write_place

ARTICLE = "0d5d2fe0f1f689ff"


def test_a_mark_becomes_a_link_or_plain_text() -> None:
    html = f"It rained. {mark(11)}"

    assert link_marks(html, "https://t.me/bot?start=q{}".format) == (
        'It rained. <a href="https://t.me/bot?start=q12">[12]</a>'
    )
    assert drop_links(html) == "It rained. [12]"


def test_brackets_that_the_article_has_itself_are_no_mark() -> None:
    assert link_marks("It rained [12].", "https://t.me/bot?start=q{}".format) == "It rained [12]."


def test_the_place_that_a_link_names_is_read_again() -> None:
    assert read_place(write_place(ARTICLE, "12")) == (ARTICLE, "12")


@pytest.mark.parametrize("payload", ["", "help", "q12", f"q-{ARTICLE}", f"q1-{ARTICLE}0", "abcdefghijklmnopshort"])
def test_any_other_payload_names_no_place(payload: str) -> None:
    assert read_place(payload) is None
