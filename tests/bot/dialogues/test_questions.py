"""Questions about an article, in plain words and by command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.reader import Reader

if TYPE_CHECKING:
    from bot.playground import Playground

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def text_of(reader: Reader, text: str) -> str:
    return (await reader.ask(text))[-1].text


async def test_a_question_is_answered_with_the_numbers_of_its_sentences(reader: Reader) -> None:
    (answer,) = await reader.ask("/ask how long would common taxes take?")

    assert "1.5 to 2 years of intense joint work. [32]" in answer.text
    assert "taxes" in answer.marked("bold")
    assert "[32]" in answer.labels


async def test_a_country_that_says_nothing_is_shown_where_it_is_named(reader: Reader, russian_reader: Reader) -> None:
    assert "I found no statement by “Belarus”; the article mentions it here:" in await text_of(
        reader, "what does Belarus say?"
    )
    assert "«Белоруссия»: высказываний я не нашёл; упоминания здесь:" in await text_of(
        russian_reader, "что говорит Белоруссия?"
    )


async def test_plain_words_ask_as_the_command_does(reader: Reader, russian_reader: Reader) -> None:
    assert "13–15 February 2019. [4]" in await text_of(reader, "when did the presidents meet in Sochi?")
    assert "13–15 февраля 2019 года. [4]" in await text_of(russian_reader, "когда встретились президенты?")


async def test_the_sentences_that_are_left_are_a_tap_away(reader: Reader) -> None:
    (answer,) = await reader.ask("what did they discuss about taxes and the economy?")
    more = next(label for label in answer.labels if "more ›" in label)
    await reader.tap(more)

    assert "Also close to your question" in (await reader.answer()).text


async def test_what_the_article_does_not_answer_is_said_honestly(reader: Reader, russian_reader: Reader) -> None:
    assert "does not answer “who was killed?”" in await text_of(reader, "who was killed?")
    assert "статья не отвечает" in await text_of(russian_reader, "кто тренер Сафарова?")
    assert "says nothing about “giraffes”" in await text_of(reader, "giraffes")
    assert "says nothing about “rosk”" in await text_of(reader, "give me everything about Rosk")


async def test_a_question_in_another_language_than_the_article_is_not_denied(reader: Reader) -> None:
    assert "in another language (English)" in await text_of(reader, "почему ничего не решили?")


async def test_what_a_question_in_another_language_names_is_found(reader: Reader) -> None:
    answer = await text_of(reader, "почему Семашко заговорил о налогах?")

    assert "is not in the language of the article" in answer
    assert "Semashko" in answer


async def test_questions_that_the_article_answers_are_a_tap_away(reader: Reader) -> None:
    await reader.ask("/short")
    await reader.tap("Ask …")
    asking = await reader.answer()
    assert "Ask me in your own words" in asking.text
    offered = [label for label in asking.labels if label.endswith("?")]
    await reader.tap(next(label for label in offered if label.startswith("What is said about")))
    figure = await reader.answer()

    assert 2 <= len(offered) <= 3
    assert "the article says:" in figure.text

    assert "Ask me in your own words" in (await reader.ask("/ask"))[-1].text
    await reader.tap(offered[0])
    assert "Who says what" in (await reader.answer()).text


async def test_a_command_spelt_wrongly_is_put_right(reader: Reader, russian_reader: Reader) -> None:
    assert "Did you mean /summary?" in await text_of(reader, "/sumary")
    assert "• Коротко •" in (await russian_reader.ask("/кратко"))[-1].labels


async def test_a_command_like_none_is_answered_with_those_that_there_are(reader: Reader) -> None:
    answer = await text_of(reader, "/foo")

    assert "Did you mean" not in answer
    assert "There is no command /foo. Available commands: /summary /short " in answer


async def test_a_summary_that_cannot_be_as_long_as_asked_says_why(reader: Reader) -> None:
    assert "at most two thirds" in await text_of(reader, "/summary 500")
    assert "at most two thirds" in await text_of(reader, "/summary 100%")
    assert "at most two thirds" not in await text_of(reader, "/summary 5")
    assert "at most two thirds" not in await text_of(reader, "/long")


async def test_what_stands_behind_a_command_is_used_or_spoken_of(reader: Reader) -> None:
    assert "5 sentences of" in await text_of(reader, "/short 5")
    assert await text_of(reader, "/short please") == await text_of(reader, "/short")
    assert await text_of(reader, "/summary please") == await text_of(reader, "/summary")
    assert (await text_of(reader, "/short taxes")).startswith("I did not use “taxes”.")
    assert "I did not use “2019”." in await text_of(reader, "/timeline 2019")
    assert (await text_of(reader, "/export md giraffes")).startswith("I did not use “giraffes”.")
    assert (await text_of(reader, "/cancel giraffes")).startswith("I did not use “giraffes”.")
    assert "I did not use" not in await text_of(reader, "/timeline dark")
    assert "I cannot filter by “2019”, so here is everything." in await text_of(reader, "/numbers 2019")
    assert "I cannot filter" not in await text_of(reader, "/numbers")
    assert "These are all the key points" in await text_of(reader, "/keypoints 100")
    assert "These are all the key points" not in await text_of(reader, "/keypoints 2")


@pytest.mark.parametrize("command", ["/help", "/settings", "/privacy", "/forget", "/articles", "/oral"])
async def test_a_command_that_takes_no_words_says_that_it_did_not_use_them(reader: Reader, command: str) -> None:
    assert (await text_of(reader, f"{command} giraffes")).startswith("I did not use “giraffes”.")
    assert "I did not use" not in await text_of(reader, command)


async def test_words_behind_a_command_are_used_where_they_have_a_meaning(playground: Playground) -> None:
    reader = Reader(playground)

    assert "of a briefing: Medium" in await text_of(reader, "/settings medium")
    assert "Ihre Einstellungen" in await text_of(reader, "/settings Deutsch")
    assert await text_of(reader, "/articles 1") == await text_of(reader, "/use 1")


async def test_wishes_about_the_bot_are_granted(reader: Reader, russian_reader: Reader) -> None:
    assert "I cannot translate" in await text_of(reader, "translate this into German")
    assert "Переводить я не умею" in await text_of(russian_reader, "переведи на английский")
    assert "You’re welcome" in await text_of(reader, "thanks!")
    assert (await reader.ask("send me the pdf"))[-1].document is not None


async def test_nothing_but_words_like_him_asks_back(reader: Reader) -> None:
    assert "Tell me what to look for" in await text_of(reader, "and him?")


async def test_a_question_may_go_on_from_the_one_before(reader: Reader, russian_reader: Reader) -> None:
    await reader.ask("who is Semashko?")
    assert "Vladimir Semashko\nambassador" in await text_of(reader, "and him?")
    assert "Semashko" in await text_of(reader, "what did he say?")
    await reader.ask("when did the presidents meet in Sochi?")
    assert "“why? [when did the presidents meet in Sochi]”" in await text_of(reader, "why?")
    assert "“where was that? [when did the presidents meet in Sochi]”" in await text_of(reader, "and where was that?")
    await reader.ask("what did they discuss about taxes and the economy?")
    assert "Also close to your question" in await text_of(reader, "more on that")
    await russian_reader.ask("кто такой Семашко?")
    assert "Семашко" in await text_of(russian_reader, "а он?")


async def test_words_after_a_briefing_go_on_from_no_question_before_it(reader: Reader) -> None:
    await reader.ask("who is Semashko?")
    await reader.ask("/short")

    assert "Tell me what to look for" in await text_of(reader, "and him?")


async def test_an_instruction_above_a_pasted_text_is_followed(playground: Playground) -> None:
    reader = Reader(playground)
    text = "\n\n".join(f"The council of town {n} met on Monday and closed its old bridge." for n in range(12))
    await reader.say(f"Summarise this in 2 sentences:\n\n{text}")
    answer = await reader.wait_for(lambda shown: "shorter" in shown.text)

    assert "2 sentences of 12" in answer.text
    assert "Summarise this" not in answer.text


async def test_a_question_behind_the_bots_name_is_answered_from_the_open_article(playground: Playground) -> None:
    reader = Reader(playground)
    results = await reader.inquire("how long would common taxes take?")

    assert "1.5 to 2 years" in results[0]["input_message_content"]["message_text"]
