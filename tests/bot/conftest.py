"""A small briefing, made by hand, so that the bot is tested without the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.sample import make_article, make_briefing

if TYPE_CHECKING:
    from summaries.briefing import Briefing


@pytest.fixture
def briefing() -> Briefing:
    return make_briefing(make_article())
