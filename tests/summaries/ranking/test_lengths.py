"""Lengths: budgets that hold, ladders whose steps differ and contain one another, and what is said of them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.briefing import LADDER, Briefing
from summaries.errors import LengthError
from summaries.languages import codes
from summaries.languages.schema import Lengths, load
from summaries.ranking import WORDS_A_MINUTE, measure, parse_length, summarize, what_stopped
from summaries.ranking.lengths import NAMES
from tests.evaluation.facts import brief_by, read_analyses

ANALYSES = [brief_by(analysis.article, "briefing") for analysis in read_analyses()]
WANTED = ("headline", "short", "medium", "long", "1", "4", "9", "10%", "33%", "90 words", "200 words", "1 minute")


@pytest.mark.parametrize("briefing", ANALYSES, ids=lambda briefing: briefing.article.title)
def test_every_summary_is_a_beginning_of_one_order(briefing: Briefing) -> None:
    shown = sorted(({s.index for s in summarize(briefing, parse_length(wanted))} for wanted in WANTED), key=len)

    assert all(shorter <= longer for shorter, longer in itertools.pairwise(shown))


@pytest.mark.parametrize("briefing", ANALYSES, ids=lambda briefing: briefing.article.title)
def test_every_named_length_adds_to_the_one_before(briefing: Briefing) -> None:
    counts = [len(summarize(briefing, length)) for length in LADDER]

    assert counts == sorted(set(counts))


@pytest.mark.parametrize("briefing", ANALYSES, ids=lambda briefing: briefing.article.title)
@pytest.mark.parametrize("wanted", WANTED)
def test_budgets_are_hard(briefing: Briefing, wanted: str) -> None:
    length = parse_length(wanted)
    shown = summarize(briefing, length)

    assert length.words is None or sum(s.words for s in shown) <= length.words
    assert length.sentences is None or len(shown) <= length.sentences
    assert length.share is None or len(shown) <= round(length.share * len(briefing.sentences))


def test_an_extent_says_how_much_is_shown() -> None:
    briefing = ANALYSES[0]
    shown = summarize(briefing, parse_length("medium"))
    extent = measure(briefing, shown)

    assert (extent.sentences, extent.of) == (len(shown), len(briefing.sentences))
    assert extent.words == sum(sentence.words for sentence in shown) <= 150
    assert extent.shorter == pytest.approx(1 - extent.words / briefing.article.words)
    assert extent.minutes == 1


def test_headings_do_not_count_among_the_sentences() -> None:
    briefing = brief_by(
        compose([("A heading", "heading"), "The bridge is closed. The ferry sails again."], language="en"), "briefing"
    )

    assert measure(briefing, summarize(briefing, parse_length("headline"))).of == 2


@pytest.mark.parametrize(
    ("wanted", "stopped"),
    [("500", "part"), ("100%", "part"), ("9000 words", "part"), ("3", None), ("10%", None), ("20 words", None)],
)
def test_a_summary_says_what_stopped_it_where_it_is_shorter_than_asked(wanted: str, stopped: str | None) -> None:
    length = parse_length(wanted)

    assert what_stopped(ANALYSES[0], length, summarize(ANALYSES[0], length)) == stopped


@pytest.mark.parametrize(("wanted", "stopped"), [("5", "end"), ("1", None), ("900 words", "end"), ("long", None)])
def test_a_short_text_is_shown_to_its_end(wanted: str, stopped: str | None) -> None:
    briefing = brief_by(
        compose([("A heading", "heading"), "The bridge is closed. The ferry sails again."], language="en"), "briefing"
    )
    length = parse_length(wanted)

    assert what_stopped(briefing, length, summarize(briefing, length)) == stopped


def test_a_minute_is_what_a_minute_reads() -> None:
    assert parse_length("2 minutes").words == 2 * WORDS_A_MINUTE
    assert parse_length("1 мин") == parse_length("1 minute")


@pytest.mark.parametrize("wanted", ["", "0", "0%", "101%", "-3", "1.5", "a lot", "5 potatoes", "1e9 words", "9" * 40])
def test_a_length_that_makes_no_sense_is_refused(wanted: str) -> None:
    with pytest.raises(LengthError):
        parse_length(wanted)


CASES = Path(__file__).parents[2] / "cases" / "lengths"


def said_lengths() -> list[tuple[str, str]]:
    lines = (line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines())
    return [(said, meant) for line in lines if not line.startswith("#") for said, meant in [line.split(" → ")]]


@pytest.mark.parametrize(("said", "meant"), said_lengths())
def test_a_length_is_understood_in_the_words_of_each_language(said: str, meant: str) -> None:
    if meant == "nothing":
        with pytest.raises(LengthError):
            parse_length(said)
    else:
        assert parse_length(said).name == meant


def test_no_word_for_a_length_means_two_things_in_two_languages() -> None:
    meanings: dict[str, set[str]] = {}
    for table in (load(Lengths, code) for code in codes()):
        for name in NAMES:
            for word in getattr(table, name):
                meanings.setdefault(word.casefold(), set()).add(name)

    assert {word: names for word, names in meanings.items() if len(names) > 1} == {}
