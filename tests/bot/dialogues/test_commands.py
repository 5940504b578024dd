"""The commands and the buttons, as a reader uses them."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground
    from tests.bot.api_faults import Faults

pytestmark = pytest.mark.asyncio(loop_scope="session")

TITLE = "How the Russia–Belarus integration talks of 2018 and 2019 came to a standstill"


async def text_of(reader: Reader, text: str) -> str:
    return (await reader.ask(text))[-1].text


async def test_start_shows_what_the_bot_does_on_the_seed_article(reader: Reader) -> None:
    (answer,) = await reader.ask("/start")

    assert answer.text.startswith("I brief you on an article in its own words.")
    assert TITLE in answer.text
    assert {"• Short •", "Key points", "Who", "Dates", "Load the original"} <= set(answer.labels)


async def test_a_russian_reader_is_answered_in_russian_on_the_russian_article(russian_reader: Reader) -> None:
    (answer,) = await russian_reader.ask("/start")

    assert answer.text.startswith("Я делаю сводки статей их же словами.")
    assert "Как зашли в тупик переговоры" in answer.text
    assert {"• Коротко •", "Главное", "Кто", "Даты"} <= set(answer.labels)


async def test_every_length_holds_the_one_before(reader: Reader) -> None:
    numbers: list[set[str]] = []
    for command in ("/headline", "/short", "/medium", "/long"):
        text = await text_of(reader, command)
        numbers.append(set(re.findall(r"\[\d+\]", text)))

    assert len(numbers[0]) == 1
    assert numbers[0] < numbers[1] < numbers[2] < numbers[3]


@pytest.mark.parametrize("argument", ["headline", "short", "medium", "long", "5", "20%", "20 %", "100 words"])
async def test_a_summary_is_as_long_as_asked(reader: Reader, argument: str) -> None:
    assert re.search(r"\d+ sentences? of \d+ · \d+% shorter", await text_of(reader, f"/summary {argument}"))


@pytest.mark.parametrize("argument", ["0", "-3", "1000000000", "lots", "0%", "101%", "-5%", "0 words", "٣"])
async def test_a_length_that_makes_no_sense_is_answered_with_those_that_do(reader: Reader, argument: str) -> None:
    assert "is not a length that I know" in await text_of(reader, f"/summary {argument}")


async def test_every_line_of_every_answer_is_a_quote_of_the_article(reader: Reader) -> None:
    for command in ("/short", "/medium", "/long", "/keypoints", "/oral", "/dates"):
        for line, number in re.findall(r"^(?:\d+\. )?(.+?) \[(\d+)\]", await text_of(reader, command), re.MULTILINE):
            source = await text_of(reader, f"/source {number}")
            assert line.split(" [")[0].rstrip("…") in source, command


async def test_key_points_are_as_many_as_asked(reader: Reader) -> None:
    text = await text_of(reader, "/keypoints 3")

    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3"]


async def test_two_minutes_are_read_aloud_in_sections_and_had_as_a_page(reader: Reader) -> None:
    (answer,) = await reader.ask("a two-minute briefing to read aloud, please")
    await reader.tap("As a page to read from")
    page = await reader.answer()

    assert re.search(r"To read aloud · 2\d\d words · 2 min", answer.text)
    assert answer.marked("bold")[1:] == ("What happened", "Who says what")
    assert "said that concrete solutions for common taxes" in answer.text.partition("Who says what")[2]
    assert page.document is not None
    assert page.document.endswith("pdf")


async def test_who_lists_the_people_with_their_offices(reader: Reader) -> None:
    text = await text_of(reader, "/who")

    for name in ("Alexander Lukashenko", "Vladimir Putin", "Sergei Lavrov", "Grigory Rapota", "Mikhail Babich"):
        assert name in text
    assert re.search(r"Sergei Lavrov — Foreign Minister", text)


async def test_who_with_a_name_shows_what_that_person_says(reader: Reader) -> None:
    text = await text_of(reader, "/who lavrov")

    assert "out of the question" in text


async def test_an_unknown_name_is_answered_with_the_known_ones(reader: Reader) -> None:
    text = await text_of(reader, "/who Napoleon")

    assert "nobody called “Napoleon”" in text
    assert "Lavrov" in text


async def test_dates_are_listed_in_their_order(reader: Reader) -> None:
    text = await text_of(reader, "/dates")

    assert text.index("2003") < text.index("December 2018") < text.index("13–15 February 2019")


async def test_buttons_edit_the_message_in_place(reader: Reader) -> None:
    (first,) = await reader.ask("/short")
    for label, marked in (
        ("Long", "Long"),
        ("Key points", "Key points"),
        ("Who", "Who"),
        ("Ask …", "Ask …"),
        ("Dates", "Dates"),
        ("Briefing", "Long"),
        ("Headline", "Headline"),
    ):
        await reader.tap(label)
        edited = await reader.answer()
        assert edited.id == first.id
        assert f"• {marked} •" in edited.labels
        assert (await reader.toast()).text == ""

    assert len(reader.shown()) == 1


async def test_a_number_shows_the_sentence_in_its_paragraph_and_leads_back(reader: Reader) -> None:
    (first,) = await reader.ask("/keypoints 3")
    number = next(label for label in first.labels if re.fullmatch(r"\[\d+\]", label))
    await reader.tap(number)
    source = await reader.answer()
    await reader.tap("Back")
    back = await reader.answer()

    assert source.marked("bold")[-1] in first.text
    assert f"Sentence {number.strip('[]')}\n" in source.text
    assert back.text == first.text


async def test_the_quotes_of_a_long_briefing_are_checked_one_after_another(reader: Reader) -> None:
    (briefing,) = await reader.ask("/medium")
    marks = re.findall(r" \[(\d+)\](?:\s|$)", briefing.text)
    await reader.tap("Check the quotes ›")
    for place, number in enumerate(marks, start=1):
        source = await reader.answer()
        assert f"Sentence {number}\n" in source.text
        assert source.marked("bold")[-1] in briefing.text
        assert f"{place} / {len(marks)}" in source.labels
        await reader.tap("] ›" if place < len(marks) else "Back")

    assert len(marks) > 5
    assert (await reader.answer()).text == briefing.text
    assert len(reader.shown()) == 1


async def test_the_quotes_of_an_answer_are_checked_one_after_another(reader: Reader) -> None:
    (answer,) = await reader.ask("what did they discuss about taxes and the economy?")
    marks = re.findall(r" \[(\d+)\]", answer.text)
    await reader.tap(f"[{marks[0]}]")
    source = await reader.answer()
    await reader.tap("Back")
    back = await reader.answer()

    assert f"1 / {len(marks)}" in source.labels
    assert re.findall(r" \[(\d+)\]", back.text) == marks


async def number_of(reader: Reader, title: str) -> str:
    """Return the number of an article in a chat's list."""
    listed = await text_of(reader, "/articles")
    return next(line.partition(".")[0] for line in listed.splitlines() if title in line)


async def test_a_number_in_the_text_opens_its_sentence_whatever_article_is_open(reader: Reader) -> None:
    (briefing,) = await reader.ask("/medium")
    links = {entity.text: entity.url or "" for entity in briefing.entities if entity.kind == "text_link"}
    assert list(links) == re.findall(r"\[\d+\]", briefing.text)

    await reader.ask(f"/use {await number_of(reader, 'Как зашли в тупик')}")
    number, link = list(links.items())[-1]
    (source,) = await reader.ask("/start " + link.partition("?start=")[2])

    assert TITLE in source.text
    assert f"Sentence {number[1:-1]}\n" in source.text
    assert TITLE in await text_of(reader, "/short")


async def test_what_has_no_button_of_its_own_stands_behind_more(reader: Reader) -> None:
    (briefing,) = await reader.ask("/short")
    await reader.tap("More …")
    more = await reader.answer()
    assert more.text == briefing.text

    await reader.tap("Figures")
    assert "Figures in context" in (await reader.answer()).text
    await reader.tap("More …")
    await reader.answer()
    await reader.tap("As a file …")
    assert "Which format" in (await reader.answer()).text
    await reader.tap("Back")
    await reader.answer()
    await reader.tap("Share …")
    assert "https://t.me/" in (await reader.answer()).text
    await reader.tap("Back")
    await reader.answer()
    await reader.tap("Find …")

    assert "Tell me what to look for" in (await reader.toast()).text


async def test_a_double_tap_is_harmless(reader: Reader) -> None:
    await reader.ask("/short")
    await asyncio.gather(reader.tap("Long"), reader.tap("Long"))
    await reader.answers()

    assert [(await reader.toast()).text for _ in range(2)] == ["", ""]
    assert len(reader.shown()) == 1


@pytest.mark.parametrize("data", ["nonsense", "summary|gone|short|0|", "source|||0|", "speak||xx|0|", "load|gone||0|"])
async def test_a_stale_button_says_so(reader: Reader, data: str) -> None:
    (first,) = await reader.ask("/short")
    await reader.tap_data(data, first.id)
    toast = await reader.toast()

    assert "out of date" in toast.text
    assert toast.alert


async def test_articles_are_listed_and_opened_by_number_and_by_button(reader: Reader) -> None:
    (listed,) = await reader.ask("/articles")
    assert f"{TITLE} · 23 November 2026 — open now" in listed.text

    assert "Как зашли в тупик" in await text_of(reader, f"/use {await number_of(reader, 'Как зашли в тупик')}")
    assert "Как зашли в тупик" in await text_of(reader, "/short")

    await reader.tap(await number_of(reader, TITLE), listed)
    assert TITLE in (await reader.answer()).text
    assert TITLE in await text_of(reader, "/short")


async def test_the_day_of_publication_is_set_for_this_chat_alone(playground: Playground, reader: Reader) -> None:
    stranger = Reader(playground)
    first = await text_of(reader, "/short")
    assert "12 May 2024" not in first

    assert "12 May 2024" in await text_of(reader, "/published 2024-05-12")
    assert "12 May 2024" in await text_of(reader, "/short")
    assert (await text_of(reader, "/articles")).count(TITLE) == 1
    assert await text_of(stranger, "/short") == first


async def test_a_day_that_nobody_is_sure_of_is_picked_in_a_calendar_and_the_dates_counted_from_it(
    playground: Playground,
) -> None:
    reader = Reader(playground)
    prose = "The bridge over the Lune is old and the town has talked about its future for years. " * 5
    text = f"The council voted for the bridge yesterday.\n\n{prose}"
    await reader.say(f"The bridge of Varlo\n\n{text}")
    await reader.wait_for(lambda shown: "shorter" in shown.text)
    assert "2019" not in await text_of(reader, "/dates")
    await reader.tap("When was it published? ›")
    calendar = await reader.answer()
    await reader.tap(calendar.labels[1])  # the month leads to its year
    year = await reader.answer()
    assert "Dates such as “yesterday” are counted from that day." in year.text
    day = next(key for key in year.buttons if key.label == "Jan").data or ""
    await reader.tap_data(re.sub(r"\d{4}-01", "2019-04", day), year.id)
    await reader.answer()
    await reader.tap("3")
    assert "3 April 2019" in (await reader.answer()).text
    (dates,) = await reader.ask("/dates")

    assert "2 April 2019" in dates.text
    assert "When was it published? ›" not in dates.labels


@pytest.mark.parametrize("day", ["", " soon", " 3/4/2024", " 2024-13-01"])
async def test_a_day_of_publication_that_is_none_is_asked_for(reader: Reader, day: str) -> None:
    assert "for example: /published 2024-05-12" in await text_of(reader, f"/published{day}")


@pytest.mark.parametrize("day", ["2090-01-01", "32.13.2019", "31.02.2024", "31/02/2024", "2024-02-30"])
async def test_a_day_that_no_article_can_be_of_is_refused_and_changes_nothing(reader: Reader, day: str) -> None:
    before = await text_of(reader, "/short")

    assert f"“{day}” cannot be the day of publication" in await text_of(reader, f"/published {day}")
    assert await text_of(reader, "/short") == before


async def test_a_day_that_is_ambiguous_is_not_called_impossible(reader: Reader) -> None:
    assert "Tell me the day" in await text_of(reader, "/published 3/4/2024")


@pytest.mark.parametrize("number", ["0", "99", "-1", "x"])
async def test_an_article_that_is_not_in_the_list_is_said(reader: Reader, number: str) -> None:
    assert f"There is no article {number} in your list" in await text_of(reader, f"/use {number}")


@pytest.mark.parametrize("number", ["0", "9999", "-1", "x"])
async def test_a_sentence_that_is_not_there_is_said(reader: Reader, number: str) -> None:
    assert f"no sentence {number}" in await text_of(reader, f"/source {number}")


async def test_the_language_is_chosen_by_button_and_stays(reader: Reader) -> None:
    await reader.ask("/language")
    await reader.tap("Русский")
    assert "На каком языке" in (await reader.answer()).text
    assert "Пришлите" in await text_of(reader, "/help")

    assert "Which language" in await text_of(reader, "/language English")
    assert "I do not speak “tlh”" in await text_of(reader, "/language tlh")


async def test_the_menu_of_commands_is_in_the_readers_language(reader: Reader, russian_reader: Reader) -> None:
    english, russian = dict(reader.menu()), dict(russian_reader.menu())

    assert english.keys() == russian.keys()
    assert english["who"] == "The people and what they say"
    assert russian["who"] == "Люди и что они говорят"


async def test_the_original_of_the_seed_is_loaded_by_button_or_the_reader_is_told_why_not(reader: Reader) -> None:
    await reader.ask("/start")
    await reader.tap("Load the original")
    answer = await reader.wait_for(lambda shown: "Reading" not in shown.text, within=30)

    assert TITLE not in answer.text
    assert "themoscowtimes.com" in answer.text or "The Moscow Times" in answer.text


async def test_an_error_of_the_bot_is_one_neutral_sentence_with_a_number_that_the_log_shows(
    playground: Playground, reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from bot.handlers import commands

    def fail(*_: object) -> None:
        raise ZeroDivisionError(playground.token)

    monkeypatch.setattr(commands, "explain", fail)
    text = await text_of(reader, "/help")

    number = re.search(r"the number ([0-9a-f]{8})\.", text)
    assert number is not None
    assert f"Error {number.group(1)}" in caplog.text
    assert playground.token not in text


async def test_telegram_failing_for_a_moment_loses_no_answer(faults: Faults, reader: Reader) -> None:
    faults.flood("sendMessage", retry_after=1)

    assert "Send me" in await text_of(reader, "/help")


async def test_chats_are_answered_side_by_side(playground: Playground) -> None:
    people = [Reader(playground) for _ in range(20)]
    answers = await asyncio.gather(*(person.ask("/short") for person in people))

    assert all(TITLE in answer[-1].text for answer in answers)


async def test_a_question_of_many_words_does_not_hold_up_others(playground: Playground) -> None:
    """The watchdog of these tests fails if the loop is kept busy."""
    asker = Reader(playground)
    words = " ".join(f"{word}{number}" for number in range(100) for word in ("council", "river", "bridge", "mayor"))
    await asker.say(
        "A long report\n\n" + "\n\n".join(f"The council met in {year}. " * 12 for year in range(1000, 1060))
    )
    await asker.wait_for(lambda shown: "Reading" not in shown.text)

    assert "says nothing about" in await text_of(asker, f"/find {words}")
