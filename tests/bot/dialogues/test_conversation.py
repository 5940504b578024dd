"""Plain words, searches, replies, settings, and what is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.settings import SEEDS
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEXT = (SEEDS / "integration-talks.md").read_text(encoding="utf-8").split("---", 2)[2]
OWN = len(list(SEEDS.glob("*.md"))) + 1
"""The number of a chat's first article of its own, behind the seeds."""


async def text_of(reader: Reader, text: str) -> str:
    return (await reader.ask(text))[-1].text


async def send_article(reader: Reader, title: str) -> None:
    await reader.say(f"{title}\n\n" + TEXT[:3000])
    await reader.wait_for(lambda shown: title in shown.text and "shorter" in shown.text)


def marked(labels: tuple[str, ...]) -> str:
    return next(label for label in labels if label.startswith("•"))


async def test_plain_words_are_answered_like_commands(reader: Reader) -> None:
    assert "Sergei Lavrov\nForeign Minister" in await text_of(reader, "Who is Lavrov?")
    assert "Key points" in await text_of(reader, "the main points, please")
    assert "13–15 February 2019" in await text_of(reader, "when did the presidents meet?")
    assert "sovereignty" in await text_of(reader, "what does Lukashenko say?")


async def test_a_russian_reader_asks_in_russian(russian_reader: Reader) -> None:
    assert "Лавров" in await text_of(russian_reader, "кто такой Лавров?")
    assert "• Коротко •" in (await russian_reader.ask("короткую сводку, пожалуйста"))[-1].labels
    assert "13–15 февраля 2019 года" in await text_of(russian_reader, "когда прошла встреча в Сочи?")


async def test_shorter_and_more_start_from_what_was_shown(reader: Reader) -> None:
    await reader.ask("/medium")

    assert marked((await reader.ask("more"))[-1].labels) == "• Long •"
    assert marked((await reader.ask("more"))[-1].labels) == "• Long •"
    assert marked((await reader.ask("shorter"))[-1].labels) == "• Medium •"


async def test_other_words_are_looked_up_in_the_article(reader: Reader) -> None:
    (answer,) = await reader.ask("elections")

    assert "Found for “elections”: " in answer.text
    assert {word.lower() for word in answer.marked("bold")[1:]} == {"elections"}


async def test_a_search_without_words_or_without_a_find_says_so(reader: Reader) -> None:
    assert "Tell me what to look for" in await text_of(reader, "/find")
    assert "says nothing about “elephants”" in await text_of(reader, "/find elephants")


@pytest.mark.parametrize("wanted", ["lavr", "LAVROV", "Lavrow", "Лавров", "foreign minister", "Sergei Lavrov"])
async def test_a_person_is_found_by_part_with_errors_and_in_another_script(reader: Reader, wanted: str) -> None:
    assert "Sergei Lavrov\nForeign Minister" in await text_of(reader, f"/who {wanted}")


async def test_a_slip_in_a_word_to_look_up_is_asked_back(reader: Reader, russian_reader: Reader) -> None:
    for said in ("/find elektions", "elektions"):
        (answer,) = await reader.ask(said)
        assert "The article says nothing about “elektions”. Did you mean:" in answer.text
        assert "elections · " in answer.text
    await reader.tap(next(label for label in answer.labels if label.startswith("elections (")))
    assert "Found for “elections”: " in (await reader.answer()).text

    assert "Вы имели в виду" in await text_of(russian_reader, "/find суверинитет")


async def test_dates_can_be_asked_for_by_year(reader: Reader) -> None:
    text = await text_of(reader, "/dates 2013")

    assert "2013" in text
    assert "February 2019" not in text
    assert "gives no date for “1812”" in await text_of(reader, "/dates 1812")


async def test_a_reply_speaks_of_the_article_that_it_replies_to(playground: Playground) -> None:
    reader = Reader(playground)
    (first,) = await reader.ask("/short")
    await send_article(reader, "A newer article")

    await reader.say("/keypoints", reply_to=first.id)
    replied = await reader.answer()

    assert "How the Russia–Belarus integration talks" in replied.text
    assert "A newer article" in await text_of(reader, "/keypoints")


async def test_the_usual_length_is_chosen_once(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.ask("/settings")
    await reader.tap("Medium")

    assert "of a briefing: Medium" in (await reader.answer()).text
    assert marked((await reader.ask("/brief"))[-1].labels) == "• Medium •"
    assert marked((await reader.ask("/brief long"))[-1].labels) == "• Long •"


async def test_the_language_and_the_previews_are_chosen_with_buttons(playground: Playground, site: str) -> None:
    reader = Reader(playground)
    await reader.ask("/settings")
    await reader.tap("Show previews")
    assert "Web page previews: shown" in (await reader.answer()).text
    await reader.say(f"{site}/orchard")
    shown = await reader.wait_for(lambda shown: "Town buys" in shown.text)

    assert shown.raw["link_preview_options"]["url"] == f"{site}/orchard"

    await reader.ask("/settings")
    await reader.tap("Русский")
    assert "Ваши настройки" in (await reader.answer()).text
    assert ("who", "Люди и что они говорят") in [(name, text) for name, text in reader.menu() if name == "who"]


async def test_an_article_is_removed_with_a_button(playground: Playground) -> None:
    reader = Reader(playground)
    await send_article(reader, "To be removed")
    await reader.ask("/articles")
    await reader.tap("Remove …")
    which = await reader.answer()
    assert [label for label in which.labels if "✕" in label] == [f"✕ {OWN}"]
    await reader.tap(f"✕ {OWN}")
    assert "Remove “To be removed”?" in (await reader.answer()).text
    await reader.tap("Cancel")
    assert f"{OWN}. To be removed" in (await reader.answer()).text

    await reader.tap_data(next(key.data for key in which.buttons if key.label == f"✕ {OWN}") or "", which.id)
    await reader.answer()
    await reader.tap("Remove")
    removed = await reader.answer()
    assert removed.text.startswith("Removed: To be removed")
    assert f"{OWN}. To be removed" not in removed.text
    assert "To be removed" not in await text_of(reader, "/short")
    await reader.tap_data(next(key.data for key in which.buttons if key.label == f"✕ {OWN}") or "", which.id)
    assert "out of date" in (await reader.toast()).text


async def test_an_article_that_was_removed_is_brought_back_as_it_was(playground: Playground) -> None:
    reader = Reader(playground)
    await send_article(reader, "To come back")
    await reader.ask("/articles")
    for label in ("Remove …", f"✕ {OWN}", "Remove", "Undo"):
        await reader.tap(label)
        await reader.answer()

    assert f"{OWN}. To come back — open now" in reader.shown()[-1].text
    assert "To come back" in await text_of(reader, "/short")


async def test_the_newest_article_stands_first_and_numbers_stay_when_one_is_removed(playground: Playground) -> None:
    reader = Reader(playground)
    for title in ("The first one", "The second one", "The third one"):
        await send_article(reader, title)
    listed = await text_of(reader, "/articles")
    numbers, names = zip(*re.findall(r"^(\d+)\. The (\w+) one", listed, re.MULTILINE), strict=True)
    assert names == ("third", "second", "first")
    third, second, first = map(int, numbers)
    assert (third, second) == (first + 2, first + 1)

    for label in ("Remove …", f"✕ {second}", "Remove"):
        await reader.tap(label)
        await reader.answer()
    await send_article(reader, "The fourth one")
    listed = await text_of(reader, "/articles")

    kept = [(str(first + 3), "fourth"), (numbers[0], "third"), (numbers[2], "first")]
    assert re.findall(r"^(\d+)\. The (\w+) one", listed, re.MULTILINE) == kept
    assert "The first one" in await text_of(reader, f"/use {first}")
    assert f"no article {second} in your list" in await text_of(reader, f"/use {second}")


async def test_everything_of_a_chat_is_deleted_when_it_says_so_twice(playground: Playground) -> None:
    reader = Reader(playground)
    await reader.ask("/language ru")
    await reader.ask("/language en")
    await send_article(reader, "A secret one")
    assert "This deletes 1 article" in await text_of(reader, "/forget")
    await reader.tap("Cancel")
    assert (await reader.answer()).text == "Nothing is deleted."
    assert "A secret one" in await text_of(reader, "/articles")

    await reader.ask("/forget")
    await reader.tap("Delete everything")
    assert "has been deleted" in (await reader.answer()).text
    assert "A secret one" not in await text_of(reader, "/articles")


async def test_privacy_says_what_is_kept_and_for_how_long(reader: Reader) -> None:
    text = await text_of(reader, "/privacy")

    assert re.search(r"deleted after 30 days", text)
    assert "/forget" in text


async def test_figures_are_shown_in_bold_where_they_are_said(reader: Reader) -> None:
    (answer,) = await reader.ask("/numbers")

    assert "Figures in context" in answer.text
    assert answer.marked("bold")[1:]
    assert all(any(char.isdigit() for char in figure) or " " in figure for figure in answer.marked("bold")[1:])


async def test_the_dates_come_as_a_picture_in_light_and_dark(reader: Reader) -> None:
    (picture,) = await reader.ask("/timeline")
    assert picture.data is not None
    assert picture.data.startswith(b"\x89PNG")
    await reader.tap("In dark colours")
    dark = await reader.answer()

    assert dark.data is not None
    assert dark.data != picture.data
    assert "In light colours" in dark.labels


async def test_what_is_still_to_come_goes_into_a_calendar(playground: Playground) -> None:
    reader = Reader(playground)
    head = "---\ntitle: The plan\npublished: 2024-05-03\n---\n\n"
    text = head + "The bridge will be closed on 12 June 2030. It was built on 1 May 1990. " + TEXT[:2500]
    await reader.send_file("plan.md", text.encode(), "text/markdown")
    await reader.wait_for(lambda shown: "The plan" in shown.text and "shorter" in shown.text)
    await reader.ask("/dates")
    await reader.tap("For my calendar")
    file = await reader.answer()

    assert file.document == "The-plan.ics"
    assert file.data is not None
    assert b"DTSTART;VALUE=DATE:20300612" in file.data
    assert b"DTEND;VALUE=DATE:20300613" in file.data
    assert b"19900501" not in file.data


async def test_the_countries_and_cities_are_listed_with_their_country(reader: Reader, russian_reader: Reader) -> None:
    assert "🇷🇺 Sochi — Russia · " in await text_of(reader, "/where")
    assert "🇷🇺 Сочи — Россия" in await text_of(russian_reader, "где это было?")


async def test_a_long_briefing_is_folded_behind_its_beginning(reader: Reader) -> None:
    (long,) = await reader.ask("/long")
    (short,) = await reader.ask("/short")

    assert len(long.marked("expandable_blockquote")) == 1
    assert 0 < long.text.index(long.marked("expandable_blockquote")[0]) < len(long.text)
    assert short.marked("expandable_blockquote") == ()


async def test_a_name_that_two_people_bear_is_asked_back(playground: Playground) -> None:
    reader = Reader(playground)
    lines = "Anna Miller, a judge, met Peter Miller, a doctor, in Leeds. Anna Miller said that it was late. "
    await reader.say("Two of a name\n\n" + lines + "\n\n" + TEXT[:2500])
    await reader.wait_for(lambda shown: "Two of a name" in shown.text and "shorter" in shown.text)
    (question,) = await reader.ask("/who Miller")
    assert "Who do you mean by “Miller”?" in question.text
    assert {"Anna Miller", "Peter Miller"} <= set(question.labels)
    await reader.tap("Peter Miller")

    assert "Peter Miller\n" in (await reader.answer()).text


async def test_dates_to_come_and_dates_gone_by_are_told_apart(playground: Playground) -> None:
    reader = Reader(playground)
    head = "---\ntitle: The plan\npublished: 2024-05-03\n---\n\n"
    text = head + "The bridge will be closed on 12 June 2030. It was built on 1 May 1990. " + TEXT[:2500]
    await reader.send_file("plan.md", text.encode(), "text/markdown")
    await reader.wait_for(lambda shown: "The plan" in shown.text and "shorter" in shown.text)

    future, past = await text_of(reader, "/dates future"), await text_of(reader, "/dates past")
    assert "12 June 2030" in future
    assert "After the article was published (3 May 2024)" in future
    assert "1 May 1990" not in future
    assert "1 May 1990" in past
    assert "12 June 2030" not in past.replace("The bridge will be closed on 12 June 2030", "")
