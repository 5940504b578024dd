"""The articles of a day, counted on SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bot.library import open_library
from bot.library.protocols import Total
from bot.library.usage import Usage
from tests.bot.sample import make_article, make_briefing

if TYPE_CHECKING:
    from bot.library import Library
    from summaries.briefing import Briefing

ADA, BEN = 101, -1_001_234_567_890
TODAY = dt.date(2026, 11, 23)
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def usage(library: Library) -> Usage:
    return Usage(library.database)


async def test_articles_are_counted_up_to_the_limit_and_no_further(usage: Usage) -> None:
    assert [await usage.count_article(ADA, TODAY, 2) for _ in range(4)] == [True, True, False, False]
    assert await usage.articles_on(TODAY) == 2


async def test_users_and_days_are_counted_apart(usage: Usage) -> None:
    for user, day in ((ADA, TODAY), (BEN, TODAY), (ADA, YESTERDAY)):
        assert await usage.count_article(user, day, 1)

    assert await usage.articles_on(TODAY) == 2
    assert await usage.articles_on(YESTERDAY) == 1


async def test_without_a_limit_articles_are_counted_all_the_same(usage: Usage) -> None:
    assert all([await usage.count_article(ADA, TODAY, 0) for _ in range(5)])
    assert await usage.articles_on(TODAY) == 5


async def test_an_article_that_is_taken_back_leaves_room_for_another(usage: Usage) -> None:
    await usage.count_article(ADA, TODAY, 1)
    for _ in range(3):
        await usage.discount_article(ADA, TODAY)

    assert await usage.count_article(ADA, TODAY, 1)
    assert not await usage.count_article(ADA, TODAY, 1)


async def test_two_replicas_that_count_at_once_count_no_more_than_the_limit(address: str) -> None:
    libraries = [await open_library(address) for _ in range(2)]
    replicas = [Usage(library.database) for library in libraries]
    taken = await asyncio.gather(*(replicas[i % 2].count_article(ADA, TODAY, 7) for i in range(40)))
    for library in libraries:
        await library.close()

    assert sum(taken) == 7


async def test_the_counts_of_days_gone_by_are_forgotten(usage: Usage) -> None:
    for day in (YESTERDAY - dt.timedelta(days=1), YESTERDAY, TODAY):
        await usage.count_article(ADA, day, 1)

    assert await usage.forget_usage(YESTERDAY) == 1
    assert [await usage.articles_on(day) for day in (YESTERDAY, TODAY)] == [1, 1]


async def test_articles_and_chats_are_counted_without_seeds(library: Library, briefing: Briefing) -> None:
    assert await library.totals() == Total(0, 0)

    await library.keep_seed("seed.md", "digest", make_briefing(make_article("A seed")), "1")
    await library.keep(ADA, briefing, "1")
    await library.choose_language(ADA, "ru")
    await library.choose_language(BEN, "ru")

    assert await library.totals() == Total(articles=1, chats=2)


async def test_the_database_says_what_it_is_and_not_where(library: Library, address: str) -> None:
    assert library.database.kind.lower() == address.split(":", 1)[0]
