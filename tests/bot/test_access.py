"""Who is let in, and what counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Update

from bot.access import Access, Quota, ids_of, sender_of
from bot.errors import TooManyToday
from bot.handlers.allowlist import AllowlistHandler
from summaries.errors import (
    BriefingError,
    NotAnAddress,
    StoreError,
    TookTooLong,
    TooShort,
    Unreachable,
    Unreadable,
)

ADA, BEN, GROUP = 101, 102, -1_001_234_567_890
ANONYMOUS = 1_087_968_824
"""The user that Telegram gives for every admin who hides behind a group."""


def make_update(user: int = ADA, chat: int = ADA, **message: Any) -> Update:
    kind = "private" if chat > 0 else "supergroup"
    sender = {"id": user, "is_bot": False, "first_name": "Reader"}
    body = {"message_id": 1, "date": 0, "chat": {"id": chat, "type": kind}, "from": sender, "text": "x", **message}
    return Update.de_json({"update_id": 1, "message": body}, None)


@dataclass
class Counter:
    """Counts in memory."""

    counted: dict[tuple[int, dt.date], int] = field(default_factory=dict)
    fails: bool = False

    async def count_article(self, user: int, day: dt.date, most: int) -> bool:
        before = self.counted.get((user, day), 0)
        if most and before >= most:
            return False
        self.counted[user, day] = before + 1
        return True

    async def discount_article(self, user: int, day: dt.date) -> None:
        if self.fails:
            raise StoreError
        self.counted[user, day] -= 1

    async def articles_on(self, day: dt.date) -> int:
        return sum(number for (_, when), number in self.counted.items() if when == day)

    async def forget_usage(self, before: dt.date) -> int:
        raise NotImplementedError


@pytest.mark.parametrize(
    ("access", "user", "chat", "let_in"),
    [
        (Access(), ADA, ADA, True),
        (Access(admins=frozenset({BEN})), ADA, ADA, True),
        (Access(frozenset({ADA})), ADA, ADA, True),
        (Access(frozenset({ADA})), ADA, GROUP, True),
        (Access(frozenset({ADA})), BEN, BEN, False),
        (Access(frozenset({ADA})), BEN, GROUP, False),
        (Access(frozenset({GROUP})), BEN, GROUP, True),
        (Access(frozenset({GROUP})), BEN, BEN, False),
        (Access(frozenset({ADA}), frozenset({BEN})), BEN, BEN, True),
    ],
)
def test_who_is_let_in(access: Access, user: int, chat: int, let_in: bool) -> None:  # noqa: FBT001 - of a case
    update = make_update(user, chat)

    assert access.allows(ids_of(update)) is let_in
    assert AllowlistHandler(access).check_update(update) is not let_in


def test_an_update_of_nobody_is_let_in_only_by_a_bot_for_everybody() -> None:
    update = Update.de_json({"update_id": 1}, None)

    assert Access().allows(ids_of(update))
    assert not Access(frozenset({ADA})).allows(ids_of(update))
    assert sender_of(update) == 0


def test_who_speaks_in_the_name_of_a_group_counts_as_the_group_and_not_as_all_who_do_so() -> None:
    update = make_update(ANONYMOUS, GROUP, sender_chat={"id": GROUP, "type": "supergroup"})

    assert sender_of(update) == GROUP
    assert ids_of(update) == {GROUP}


@pytest.mark.parametrize(
    ("hour", "minute", "left"), [(0, 0, 24), (0, 1, 24), (12, 0, 12), (12, 30, 12), (22, 59, 2), (23, 59, 1)]
)
async def test_the_hours_until_the_next_day_are_rounded_up(hour: int, minute: int, left: int) -> None:
    now = dt.datetime(2026, 11, 23, hour, minute, tzinfo=dt.UTC)
    quota = Quota(Access(daily=1), Counter({(ADA, now.date()): 1}), lambda: now)

    with pytest.raises(TooManyToday) as caught:
        async with quota.counting(make_update()):
            pass

    assert caught.value.details == {"limit": 1, "hours": left}


@pytest.mark.parametrize("error", [TookTooLong(seconds=10), Unreadable(name="a file"), TooShort(words=3, minimum=80)])
async def test_a_reading_that_fails_counts_too(error: BriefingError) -> None:
    quota = Quota(Access(daily=1), Counter())
    with pytest.raises(type(error)):
        async with quota.counting(make_update()):
            raise error

    assert await quota.articles_today() == 1


@pytest.mark.parametrize("error", [NotAnAddress(address="x"), Unreachable(host="x"), StoreError()])
async def test_what_could_not_be_loaded_at_all_does_not_count(error: BriefingError) -> None:
    counter = Counter()
    quota = Quota(Access(daily=1), counter)
    with pytest.raises(type(error)):
        async with quota.counting(make_update()):
            raise error

    assert await quota.articles_today() == 0

    counter.fails = True
    with pytest.raises(type(error)):
        async with quota.counting(make_update()):
            raise error


async def test_an_admin_is_counted_without_a_limit() -> None:
    quota = Quota(Access(admins=frozenset({ADA}), daily=1), Counter())
    for _ in range(3):
        async with quota.counting(make_update()):
            pass

    assert await quota.articles_today() == 3
