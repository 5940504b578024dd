"""The briefing that is read aloud: sections of lines that are clear alone, nothing twice, nothing padded."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.briefing import ORAL_KINDS, Attribution, Briefing, Figure, Length, PartialDate, TimelineEntry
from summaries.document import read_document
from summaries.pipeline import brief
from summaries.ranking import Known, summarize
from summaries.ranking.openings import leans
from summaries.ranking.oral import WORDS, find_fitting
from tests.evaluation.labelled import read_cases

OUTLOOK = Path(__file__).parents[2] / "cases" / "summaries" / "outlook.txt"
SLUDGE = tuple(
    """
Crews began to clear red sludge from the river Tarn on Monday, a day after a dam of the Orval mine burst. The
sludge reached 1,200 homes in the town of Lenz and closed its only bridge.

The mine’s director, Paula Hirt, said that the dam had been inspected in May. Mayor Anton Weil said that the town
had warned the company twice.

The company denied that it had ignored any warning. It is not clear why the alarm stayed silent.

The cost of the damage was put at 40 million euros by the insurers of the town. Engineers will meet in the town
hall on 12 March to discuss a new dam.

The council met until midnight in a school. Volunteers from six villages brought blankets and hot soup. Schools in
the valley stayed closed, and the railway ran its trains only as far as the quarry.

Farmers moved their herds to the upper meadows, where the grass was still under snow. The river runs through three
nature reserves before it leaves the country.
""".strip().split("\n\n")
)


@cache
def briefings() -> tuple[Briefing, ...]:
    return tuple(brief(case.article) for case in read_cases())


def told(briefing: Briefing, kind: str) -> str:
    lines = [line for section in briefing.oral if section.kind == kind for line in section.lines]
    return " ".join(briefing.sentences[number].text for line in lines for number in line)


def all_numbers(briefing: Briefing) -> list[int]:
    return [number for section in briefing.oral for line in section.lines for number in line]


def test_an_article_that_has_everything_is_told_in_five_sections() -> None:
    news = brief(compose(SLUDGE, language="en", title="Sludge in the Tarn"))

    assert [section.kind for section in news.oral] == list(ORAL_KINDS)
    assert "burst" in told(news, "happened")
    assert "Paula Hirt, said" in told(news, "says")
    assert "Mayor Anton Weil said" in told(news, "says")
    assert "40 million euros" in told(news, "figures")
    assert "not clear why the alarm" in told(news, "disputed")
    assert "will meet" in told(news, "next")


def test_a_section_with_nothing_to_tell_is_left_out() -> None:
    calm = brief(compose([SLUDGE[0], SLUDGE[4], SLUDGE[5]], language="en", title="Sludge in the Tarn"))

    assert [section.kind for section in calm.oral if section.kind in {"says", "disputed", "next"}] == []


def test_two_minutes_are_kept_and_nothing_is_told_twice() -> None:
    for briefing in briefings():
        numbers = all_numbers(briefing)
        words = sum(briefing.sentences[number].words for number in numbers)
        most = min(WORDS, sum(sentence.words for sentence in briefing.sentences) * 2 / 3)

        assert len(numbers) == len(set(numbers))
        assert 0.75 * most <= words <= most, briefing.article.title


def test_what_happened_holds_the_short_summary() -> None:
    for briefing in briefings():
        happened = {
            n for section in briefing.oral if section.kind == "happened" for line in section.lines for n in line
        }
        moved = {sentence.index for sentence in summarize(briefing, Length("short", words=60))} - happened

        assert len(moved) <= 1, briefing.article.title  # one that leans on what stands in another section follows it


def test_no_line_opens_with_words_that_point_back() -> None:
    hanging = [
        briefing.sentences[line[0]].text
        for briefing in briefings()
        for section in briefing.oral
        for line in section.lines
        if line[0] and leans(briefing.sentences[line[0]].text, briefing.article.language)
    ]

    assert hanging == []


def test_the_sentences_of_a_line_stand_in_the_order_of_the_article() -> None:
    for briefing in briefings():
        for section in briefing.oral:
            firsts = [line[0] for line in section.lines]
            assert firsts == sorted(firsts)
            assert all(one < two for line in section.lines for one, two in pairwise(line))


def test_nothing_is_told_that_cannot_be_told_in_a_language() -> None:
    text = (
        "Rada zamknęła most 3 maja 2019 roku, choć 1200 osób prosiło o zwłokę. Burmistrz Anna Lis powiedziała, że most "
        "jest stary. Rzeka płynie przez trzy rezerwaty. Szkoły w dolinie były zamknięte przez cały tydzień."
    )

    assert {section.kind for section in brief(compose([text] * 1, language="pl")).oral} == {"happened"}


def test_what_fits_comes_from_those_who_know() -> None:
    document = read_document(compose(["Ada Long spoke. Some 1,200 came. On 3 May it opens. Two left."], language="en"))
    quotes = [document.article.quote(sentence.start, sentence.stop) for sentence in document.sentences]
    day = PartialDate("2019-05-03", None, None, "day")
    fits = find_fitting(
        document,
        Known(
            attributions=(Attribution(0, "Ada Long", 0, direct=False), Attribution(3, None, None, direct=True)),
            figures=(Figure(quotes[1], "count", 1), Figure(document.article.quote(51, 54), "count", 3)),
            dates=(TimelineEntry(quotes[2], day, 2, planned=True), TimelineEntry(quotes[3], day, 3)),
        ),
    )

    assert fits == {
        "disputed": frozenset(),
        "next": frozenset({2}),
        "says": frozenset({0}),
        "figures": frozenset({1}),
    }


def test_a_few_words_are_one_line() -> None:
    assert [section.lines for section in brief(compose(["Rain fell on the town."], language="en")).oral] == [((0,),)]


def outlook_cases() -> list[tuple[str, str, str]]:
    lines = [line for line in OUTLOOK.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    parted = [line[3:].partition(" → ") for line in lines]
    return [(line[:2], sentence, section) for line, (sentence, _, section) in zip(lines, parted, strict=True)]


@pytest.mark.parametrize(("language", "sentence", "section"), outlook_cases())
def test_words_tell_what_is_disputed_and_what_is_to_come(language: str, sentence: str, section: str) -> None:
    fits = find_fitting(read_document(compose([sentence], language=language)), Known())

    assert {kind for kind in ("disputed", "next") if 0 in fits[kind]} == {section} - {"none"}
