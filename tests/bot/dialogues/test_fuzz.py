"""Whatever is said, asked or tapped: an answer or a hint, within Telegram's limits, and no error of ours."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.application import handlers
from bot.locales import languages, wording
from bot.views import VIEWS, render
from bot.views.screen import Target, units
from summaries.errors import BriefingError
from tests.bot.sample import make_article, make_briefing

if TYPE_CHECKING:
    from tests.bot.reader import Reader

SAMPLE = make_briefing(make_article())
COMMANDS = sorted({name for handler in handlers() for name in getattr(handler, "commands", ())} - {"cancel"})
TELEGRAM_TEXT = 4096
ODD = (
    "0", "-3", "1e9", "%", "|", "#", "#99", "<b>", "</b>", "&amp;", "🙂" * 30, "а" * 300, "٣", "' or 1=1 --", "../..",
    "{name}", "%s", "\u202e", "𝕏", "/", "@", "2019", "Lavrov", "ноль", "a b c d e f g", "\\", "`", "*_[](~>#+-=|{}.!)",
)  # fmt: skip
OTHER_BUTTONS = (
    *("open", "remove", "forget", "length", "language", "speak", "previews"),
    *("export", "formats", "timeline", "load", "published", "dated", ""),
)
NOT_OURS = "Something went wrong"


@settings(max_examples=300, deadline=None)
@given(
    view=st.sampled_from(sorted(VIEWS)),
    argument=st.text(max_size=120),
    page=st.integers(0, 10**6),
    language=st.sampled_from(languages()),
)
def test_any_argument_is_answered_within_the_limits_or_refused_with_a_sentence(
    view: str, argument: str, page: int, language: str
) -> None:
    try:
        screen = render(SAMPLE, Target(view, SAMPLE.article.id, argument, page), wording(language))
    except BriefingError:
        return

    assert 0 < units(re.sub("<[^>]*>", "", screen.html)) <= TELEGRAM_TEXT
    assert screen.html.count("</") <= 100
    for row in screen.rows:
        assert len(row) <= 8
        assert all(len(button.target.pack().encode()) <= 64 for button in row if button.target)


@pytest.mark.asyncio(loop_scope="session")
async def test_every_command_answers_any_argument(reader: Reader) -> None:
    chance = random.Random(1)  # noqa: S311 - the same choice every time
    for command in COMMANDS:
        for argument in ("", *chance.sample(ODD, 3)):
            (answer, *_) = await reader.ask(f"/{command} {argument}".strip())
            assert NOT_OURS not in answer.text, (command, argument)
            assert units(answer.text) <= TELEGRAM_TEXT


@pytest.mark.asyncio(loop_scope="session")
async def test_any_text_is_answered(reader: Reader) -> None:
    chance = random.Random(2)  # noqa: S311
    for text in (*ODD, *("".join(chance.choices("aбв <>&/_*1 \n🙂.", k=60)) for _ in range(10))):
        if not text.strip() or not re.search(r"[\w<>&/🙂]", text):
            continue
        (answer, *_) = await reader.ask(text)
        assert NOT_OURS not in answer.text, text


@pytest.mark.asyncio(loop_scope="session")
async def test_any_data_of_a_button_is_answered(reader: Reader) -> None:
    chance = random.Random(3)  # noqa: S311
    (shown,) = await reader.ask("/short")
    article = Target.unpack(next(key.data for key in shown.buttons if key.data) or "")
    assert article is not None
    views = [
        *VIEWS,
        "open",
        "remove",
        "forget",
        "length",
        "language",
        "speak",
        "previews",
        "export",
        "timeline",
        "load",
        "",
    ]
    for view in views:
        for argument in chance.sample(ODD, 2):
            data = f"{view}|{article.article}|{argument}|0|"
            await reader.tap_data(data.encode()[:64].decode(errors="ignore"), shown.id)
            assert NOT_OURS not in (await reader.toast()).text, data
