"""The store, over a real database."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.library import Choices, Library, open_library
from bot.library.backup import back_up
from bot.library.database import DatabaseError
from bot.library.protocols import EVERYBODY, Total
from summaries.errors import StoreError
from tests.bot.sample import make_article, make_briefing
from tests.postgres import postgres

if TYPE_CHECKING:
    from pathlib import Path

    from summaries.briefing import Briefing

ADA, BEN = 101, 102


async def test_a_briefing_comes_back_as_it_was_kept(library: Library, briefing: Briefing) -> None:
    await library.keep(ADA, briefing, "1")

    kept = await library.find(ADA, briefing.article.id)

    assert kept is not None
    assert (kept.briefing, kept.engine, kept.owner) == (briefing, "1", ADA)


async def test_an_article_is_seen_by_the_chat_that_brought_it_and_nobody_else(
    library: Library, briefing: Briefing
) -> None:
    await library.keep(ADA, briefing, "1")

    assert await library.find(BEN, briefing.article.id) is None
    assert await library.list_cards(BEN) == ()


async def test_a_seed_is_seen_by_everybody_and_stands_first(library: Library, briefing: Briefing) -> None:
    seed = make_briefing(make_article("A seed"))
    await library.keep(ADA, briefing, "1")
    await library.keep_seed("seed.md", "digest", seed, "1")

    assert [(card.title, card.is_seed) for card in await library.list_cards(ADA)] == [
        ("A seed", True),
        ("Bridge <closed>", False),
    ]
    assert await library.find(BEN, seed.article.id) is not None


async def test_the_open_article_is_the_one_chosen_or_else_the_oldest_in_the_preferred_language(
    library: Library,
) -> None:
    english, russian, own = (
        make_briefing(replace(make_article(title), language=language))
        for title, language in (("A seed", "en"), ("Исходная статья", "ru"), ("Her own", "ru"))
    )
    assert await library.current_id(ADA, ("ru", "en")) is None

    await library.keep(ADA, own, "1")
    await library.keep_seed("en.md", "digest", english, "1")
    await library.keep_seed("ru.md", "digest", russian, "1")

    assert await library.current_id(ADA, ("ru", "en")) == russian.article.id
    assert await library.current_id(ADA, ("fr", "en")) == english.article.id
    assert await library.current_id(ADA, ("fr", "de")) == english.article.id
    await library.choose_article(ADA, own.article.id)
    assert await library.current_id(ADA, ("en",)) == own.article.id
    kept = await library.find_current(ADA, ("en",))
    assert kept is not None
    assert kept.briefing == own
    await library.remove(ADA, own.article.id)
    assert await library.current_id(ADA, ("ru", "en")) == russian.article.id


async def test_the_same_article_is_kept_once(library: Library, briefing: Briefing) -> None:
    await library.keep(ADA, briefing, "1")
    await library.keep(ADA, briefing, "2")

    kept = await library.find(ADA, briefing.article.id)

    assert len(await library.list_cards(ADA)) == 1
    assert kept is not None
    assert kept.engine == "2"


async def test_a_seed_whose_file_is_gone_goes_too(library: Library, briefing: Briefing) -> None:
    other = make_briefing(make_article("Other"))
    await library.keep_seed("one.md", "1", briefing, "1")
    await library.keep_seed("two.md", "2", other, "1")
    await library.keep(ADA, briefing, "1")

    await library.forget_seeds_but({"two.md"})

    assert await library.seed_digests() == {"two.md": "2"}
    assert await library.find(BEN, briefing.article.id) is None
    assert await library.find(ADA, briefing.article.id) is not None


async def test_choices_are_remembered_one_by_one(library: Library) -> None:
    assert await library.choices(ADA) == Choices()

    await library.choose_language(ADA, "ru")
    await library.choose_article(ADA, "abc")

    assert await library.choices(ADA) == Choices("ru", "abc")
    assert await library.choices(BEN) == Choices()


async def test_length_and_previews_are_remembered_too(library: Library) -> None:
    await library.choose_length(ADA, "long")
    await library.choose_previews(ADA, shown=False)

    assert await library.choices(ADA) == Choices(length="long", previews=False)


async def test_a_removed_article_is_gone_and_the_others_stay(library: Library, briefing: Briefing) -> None:
    other = make_briefing(make_article("Another"))
    await library.keep(ADA, briefing, "1")
    await library.keep(ADA, other, "1")

    assert await library.remove(ADA, briefing.article.id)
    assert not await library.remove(ADA, briefing.article.id)
    assert [card.title for card in await library.list_cards(ADA)] == ["Another"]


async def test_a_removed_article_can_be_brought_back_until_it_is_deleted(library: Library, briefing: Briefing) -> None:
    await library.keep(ADA, briefing, "1")
    token = await library.share(ADA, briefing.article.id)
    await library.remove(ADA, briefing.article.id)
    assert await library.find(ADA, briefing.article.id) is None
    assert await library.find_shared(token) is None

    assert await library.restore(ADA, briefing.article.id)
    assert not await library.restore(ADA, briefing.article.id)
    assert await library.find_shared(token) is not None

    await library.remove(ADA, briefing.article.id)
    now = dt.datetime.now(dt.UTC)
    assert await library.forget_removed(now - dt.timedelta(days=1)) == 0
    assert await library.forget_removed(now + dt.timedelta(seconds=1)) == 1
    assert not await library.restore(ADA, briefing.article.id)


async def test_a_number_stays_with_its_article(library: Library, briefing: Briefing) -> None:
    other, third = make_briefing(make_article("Another")), make_briefing(make_article("A third"))
    await library.keep_seed("seed.md", "digest", make_briefing(make_article("A seed")), "1")
    for one in (briefing, other, third):
        await library.keep(ADA, one, "1")
    await library.keep(ADA, briefing, "2")
    await library.remove(ADA, other.article.id)

    assert {card.title: card.number for card in await library.list_cards(ADA)} == {
        "A seed": 1,
        "A third": 4,
        "Bridge <closed>": 2,
    }


async def test_a_chats_own_copy_of_a_seed_has_its_number_and_gives_it_back(
    library: Library, briefing: Briefing
) -> None:
    await library.keep_seed("seed.md", "digest", briefing, "1")
    await library.keep(ADA, briefing, "1")
    assert [(card.number, card.is_seed) for card in await library.list_cards(ADA)] == [(1, False)]

    await library.remove(ADA, briefing.article.id)
    assert [(card.number, card.is_seed) for card in await library.list_cards(ADA)] == [(1, True)]


async def test_a_seed_cannot_be_removed_by_a_chat(library: Library, briefing: Briefing) -> None:
    await library.keep_seed("seed.md", "digest", briefing, "1")

    assert not await library.remove(ADA, briefing.article.id)
    assert await library.find(ADA, briefing.article.id) is not None


async def test_to_forget_deletes_all_of_one_chat_and_nothing_of_another(library: Library, briefing: Briefing) -> None:
    for chat in (ADA, BEN):
        await library.keep(chat, briefing, "1")
        await library.choose_language(chat, "ru")

    assert await library.forget(ADA, 1) == 1
    assert await library.list_cards(ADA) == ()
    assert await library.choices(ADA) == Choices()
    assert len(await library.list_cards(BEN)) == 1
    assert await library.choices(BEN) == Choices(language="ru")


async def test_articles_of_before_a_moment_are_forgotten(library: Library, briefing: Briefing) -> None:
    seed = make_briefing(make_article("A seed"))
    await library.keep_seed("seed.md", "digest", seed, "1")
    await library.keep(ADA, briefing, "1")
    now = dt.datetime.now(dt.UTC)

    assert await library.forget_older(now - dt.timedelta(days=1)) == 0
    assert await library.forget_older(now + dt.timedelta(seconds=1)) == 1
    assert [card.title for card in await library.list_cards(ADA)] == ["A seed"]


async def test_a_shared_briefing_is_read_by_its_token_until_it_is_removed(library: Library, briefing: Briefing) -> None:
    await library.keep(ADA, briefing, "1")
    token = await library.share(ADA, briefing.article.id)

    kept = await library.find_shared(token)

    assert kept is not None
    assert kept.briefing == briefing
    assert await library.share(ADA, briefing.article.id) == token
    await library.remove(ADA, briefing.article.id)
    assert await library.find_shared(token) is None
    assert await library.find_shared("made-up") is None


async def test_everything_survives_a_restart(address: str, briefing: Briefing) -> None:
    first = await open_library(address)
    await first.keep(ADA, briefing, "1")
    await first.choose_article(ADA, briefing.article.id)
    await first.close()

    second = await open_library(address)

    assert (await second.choices(ADA)).article == briefing.article.id
    assert await second.find(ADA, briefing.article.id) is not None
    await second.close()


async def test_what_a_database_refuses_in_text_is_left_out(library: Library) -> None:
    titled = make_briefing(make_article("A\x00 title"))

    await library.keep(ADA, titled, "1")
    await library.choose_language(ADA, "r\x00u\ud800")

    assert [card.title for card in await library.list_cards(ADA)] == ["A title"]
    assert (await library.choices(ADA)).language == "ru"
    assert await library.find(ADA, "a\x00\ud800") is None
    assert await library.find_shared("a\x00") is None


async def test_those_who_write_the_same_row_at_once_do_not_stumble_over_each_other(
    address: str, briefing: Briefing
) -> None:
    replicas = [await open_library(address) for _ in range(2)]

    await asyncio.gather(*(library.keep(ADA, briefing, "1") for library in replicas for _ in range(20)))
    tokens = await asyncio.gather(*(library.share(ADA, briefing.article.id) for library in replicas * 10))
    cards = await replicas[0].list_cards(ADA)
    for library in replicas:
        await library.close()

    assert len(cards) == len(set(tokens)) == 1


async def test_a_database_that_was_gone_is_used_again() -> None:
    with postgres() as server:
        library = await open_library(server.new_database())
        await library.choose_language(ADA, "ru")
        await asyncio.to_thread(server.stop)
        for _ in range(2):
            with pytest.raises(StoreError):
                await library.choices(ADA)
        await asyncio.to_thread(server.start)
        again = await library.choices(ADA)
        await library.close()

    assert again == Choices("ru")


@pytest.mark.parametrize("address", ["sqlite:////nowhere/at/all.db", "nonsense", "oracle://x"])
async def test_a_database_that_cannot_be_opened_is_an_error_of_ours(address: str) -> None:
    with pytest.raises(StoreError):
        await open_library(address)

    await asyncio.sleep(0.2)  # the driver's thread takes leave of the event loop


def test_everybody_is_no_chat() -> None:
    assert EVERYBODY == 0


async def test_an_article_that_is_damaged_is_set_aside_and_the_rest_stays(
    library: Library, briefing: Briefing, caplog: pytest.LogCaptureFixture
) -> None:
    sound = make_briefing(make_article("A sound one"))
    await library.keep(ADA, briefing, "1")
    await library.keep(ADA, sound, "1")
    harm = text("UPDATE articles SET briefing = substr(briefing, 1, 100) WHERE id = :id").bindparams(
        id=briefing.article.id
    )
    await library.database.run(lambda connection: connection.execute(harm))

    await library.choose_article(ADA, briefing.article.id)
    kept = await library.find_current(ADA, ("en",))
    assert kept is not None
    assert kept.briefing == sound
    assert await library.find(ADA, briefing.article.id) is None
    assert [card.id for card in await library.list_cards(ADA)] == [sound.article.id]
    assert await library.totals() == Total(2, 1, damaged=1)
    assert "damaged" in caplog.text
    assert "Riverton" not in caplog.text

    await library.keep(ADA, briefing, "1")
    assert await library.find(ADA, briefing.article.id) is not None


@pytest.mark.parametrize("bytes_", [b"SQLite format 3\x00" + b"\xff" * 5000, b"a letter, not a database" * 200])
async def test_a_database_that_is_damaged_says_so_and_what_to_do(tmp_path: Path, bytes_: bytes) -> None:
    file = tmp_path / "b.db"
    file.write_bytes(bytes_)

    with pytest.raises(DatabaseError, match="damaged"):
        await open_library(f"sqlite:///{file}")


def mode(file: Path) -> str:
    return oct(file.stat().st_mode & 0o777)


async def test_the_files_of_a_database_and_of_its_copy_are_for_their_owner_alone(
    tmp_path: Path, briefing: Briefing
) -> None:
    mask = os.umask(0)
    try:
        file, copy = tmp_path / "b.db", tmp_path / "copy"
        (tmp_path / "copy.part").touch(0o666)
        opened = await open_library(f"sqlite:///{file}")
        await opened.keep(ADA, briefing, "1")
        modes = {name: mode(tmp_path / name) for name in ("b.db", "b.db-shm", "b.db-wal")}
        await asyncio.to_thread(back_up, f"sqlite:///{file}", copy)
        await opened.close()
    finally:
        os.umask(mask)

    assert set(modes.values()) == {"0o600"}
    assert mode(copy) == "0o600"


async def test_a_database_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "b.db"
    file.touch(0o644)

    await (await open_library(f"sqlite:///{file}")).close()

    assert mode(file) == "0o600"


async def test_a_group_that_gets_a_new_number_keeps_its_articles_and_choices(
    library: Library, briefing: Briefing
) -> None:
    old, new = -7, -1_000_000_000_007
    await library.keep(old, briefing, "1")
    await library.choose_length(old, "long")
    token = await library.share(old, briefing.article.id)

    await library.move_chat(old, new)
    await library.move_chat(old, new)

    shared = await library.find_shared(token)
    assert [card.id for card in await library.list_cards(new)] == [briefing.article.id]
    assert (await library.choices(new)).length == "long"
    assert shared is not None
    assert shared.owner == new
    assert await library.list_cards(old) == ()


async def test_a_chat_that_has_articles_of_its_own_gets_none_of_another(library: Library, briefing: Briefing) -> None:
    await library.keep(ADA, briefing, "1")
    await library.keep(BEN, make_briefing(make_article("Another")), "1")

    await library.move_chat(ADA, BEN)

    assert len(await library.list_cards(BEN)) == 1
