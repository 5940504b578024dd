"""Texts that are no articles: a sensible summary, never an error, within the time."""

from __future__ import annotations

from functools import partial

import pytest

from summaries.article import Article, compose
from summaries.briefing import LADDER, Briefing
from summaries.document import read_document
from summaries.ranking import METHODS, assess_by, parse_length, rank_sentences, summarize
from tests.benchmarks.made_up import make_up
from tests.evaluation.facts import brief_by
from tests.growth import cpu_seconds

MANY_WORDS = 200_000
EQUAL = 10_000
SECONDS = 12.0
"""Four times what they took when this was written."""

POEM = """The harbour lamp is lit again,
the boats come home in twos and threes,
they bring the smell of nets and rain
and stories older than the seas.

My father mended sails like these,
his father built the harbour wall,
and I count boats, as someone does
who never went to sea at all."""
LIST = (
    ("What to bring:", "prose"),
    ("a warm coat", "item"),
    ("two pairs of boots", "item"),
    ("a torch with spare batteries", "item"),
    ("food for three days", "item"),
    ("a map of the northern valleys", "item"),
)
CAPITALS = (
    "THE COUNCIL OF LINDEN CLOSED THE BRIDGE ON MONDAY. ENGINEERS HAD FOUND CRACKS IN ITS PILLARS. "
    "THE BRIDGE WAS BUILT IN 1887. IT CARRIES 4,000 CARS A DAY. A NEW BRIDGE WILL COST NINE MILLION EUROS. "
    "BUT THE COUNTY HAS NO MONEY. A FERRY WILL CARRY PEOPLE ACROSS."
)
TRANSCRIPT = (
    "CHAIR: Good evening. We begin with the bridge.",
    "MS HALE: The engineers found cracks in three pillars of the old bridge, so it has to be closed on Monday.",
    "MR DORN: How long will it be closed?",
    "MS HALE: Until the new bridge is built, which will take four years and cost nine million euros.",
    "MR DORN: That is too long for the shops in Mill Street.",
    "CHAIR: Order, please.",
    "MS HALE: We propose a ferry between the two banks, paid by the county, from the first of June.",
    "CHAIR: Thank you. We vote on the ferry now.",
)
ODD: dict[str, Article] = {
    "one sentence": compose(["The council closed the bridge on Monday."], language="en"),
    "one word": compose(["Bridge"], language="en"),
    "a list": compose(LIST, language="en"),
    "a poem": compose(POEM.split("\n\n"), language="en"),
    "all capitals": compose([CAPITALS], language="en"),
    "a transcript": compose(TRANSCRIPT, language="en"),
    "headings only": compose([("One heading", "heading"), ("Another heading", "heading")], language="en"),
    "no words": compose(["… — ?!", "***", "1. 2. 3."], language="en"),
    "pictures": compose(["🙂🙂🙂 🚢", "🌉!"], language="en"),
    "one endless sentence": compose(["and on it goes " * 3000], language="en"),
    "one endless word": compose(["bridge" * 20_000], language="en"),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_has_a_summary_of_each_length(name: str) -> None:
    briefing = brief_by(ODD[name], "briefing")
    summaries = [summarize(briefing, length) for length in LADDER]

    assert all(summaries)
    assert [len(shown) for shown in summaries] == sorted(len(shown) for shown in summaries)
    assert all(ODD[name].text[s.start : s.stop] == s.text for shown in summaries for s in shown)
    assert 1 <= len(briefing.key_points) <= 9


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ODD)
def test_every_method_takes_an_odd_text(name: str, method: str) -> None:
    assert rank_sentences(assess_by(read_document(ODD[name]), method))


def shown(name: str, wanted: str) -> list[str]:
    return [sentence.text for sentence in summarize(brief_by(ODD[name], "briefing"), parse_length(wanted))]


def test_of_a_transcript_the_statements_are_shown_and_not_the_courtesies() -> None:
    text = " ".join(shown("a transcript", "3"))

    assert "cracks" in text
    assert "Order, please" not in text
    assert "Good evening" not in text


def test_capitals_are_read_like_small_letters() -> None:
    short = shown("all capitals", "3")

    assert short[0].startswith("THE COUNCIL")
    leaning = [place for place, sentence in enumerate(short) if sentence.startswith(("IT ", "BUT "))]
    assert all(f"{short[place - 1]} {short[place]}" in CAPITALS for place in leaning)


def test_ten_thousand_equal_sentences_are_one() -> None:
    article = compose([" ".join(["The bridge is closed."] * EQUAL)], language="en")
    briefings: list[Briefing] = []
    spent = cpu_seconds(lambda: briefings.append(brief_by(article, "briefing")))

    assert [s.text for s in summarize(briefings[0], parse_length("headline"))] == ["The bridge is closed."]
    assert len(briefings[0].key_points) == 1
    assert spent < SECONDS


def test_two_hundred_thousand_words_are_summed_up_in_seconds() -> None:
    article = make_up(MANY_WORDS // 18)
    briefings: list[Briefing] = []
    spent = cpu_seconds(partial(lambda: briefings.append(brief_by(article, "briefing"))))

    assert article.words > 0.95 * MANY_WORDS
    assert sum(s.words for s in summarize(briefings[0], parse_length("long"))) <= 350
    assert 3 <= len(briefings[0].key_points) <= 9
    assert spent < SECONDS
