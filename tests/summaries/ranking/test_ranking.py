"""Which sentences are shown, and in what order they are taken up."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries import brief, summarize
from summaries.article import Article, compose
from summaries.briefing import LADDER, Briefing, Length
from summaries.document import read_document
from summaries.ranking import METHODS, assess_by, find_key_points, parse_length, rank_sentences
from summaries.ranking.openings import leans
from summaries.ranking.ranking import OURS
from tests.growth import grows_at_most

if TYPE_CHECKING:
    from collections.abc import Callable

TOWN = (
    "The town council of Riverton voted on Monday to close the old bridge over the Lune.",
    "The bridge, built in 1887, carries 4,000 cars a day and has rusted for years.",
    "Engineers found cracks in three of its pillars last month.",
    "They said it could not carry lorries any longer.",
    "The council will ask the county for nine million pounds to build a new bridge.",
    "But the county has no money for roads before 2027.",
    "Shopkeepers in Mill Street fear that the closure will cost them half of their customers.",
    "A ferry ran between the two banks until 1887, and the council may bring it back.",
    "Does anybody remember it?",
    "School buses will take the motorway, which adds forty minutes to the way to school.",
    "Parents have collected 900 signatures against the closure of the bridge.",
    "The mayor promised to answer them within a week.",
)


def article_of(*sentences: str, language: str = "en", title: str | None = None) -> Article:
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return compose(paragraphs, language=language, title=title)


@pytest.fixture(scope="module")
def town() -> Briefing:
    return brief(article_of(*TOWN, title="Riverton closes its old bridge"))


@pytest.mark.parametrize("method", [method for method in METHODS if method != OURS])
def test_every_algorithm_ranks_every_sentence_once(method: str) -> None:
    ranking = rank_sentences(assess_by(read_document(article_of(*TOWN)), method))

    assert sorted(ranking) == list(range(len(TOWN)))


def test_ours_ranks_every_sentence_once_but_what_tells_nothing() -> None:
    ranking = rank_sentences(assess_by(read_document(article_of(*TOWN))))

    assert sorted(ranking) == [index for index in range(len(TOWN)) if TOWN[index] != "Does anybody remember it?"]


def test_what_leans_on_a_sentence_that_tells_nothing_is_left_out_with_it() -> None:
    sentences = (*TOWN[:8], "Does anybody remember it?", "That is the question.", *TOWN[9:])
    ranking = rank_sentences(assess_by(read_document(article_of(*sentences))))

    assert {8, 9}.isdisjoint(ranking)


def test_a_text_that_tells_nothing_is_shown_all_the_same() -> None:
    sentences = ("Does anybody remember it?", "Who knows?", "Read more here.", "Subscribe to our newsletter!")
    ranking = rank_sentences(assess_by(read_document(article_of(*sentences))))

    assert sorted(ranking) == [0, 1, 2, 3]


def test_each_longer_length_holds_the_shorter_ones(town: Briefing) -> None:
    lengths = [*LADDER, *(parse_length(str(n)) for n in range(1, 20))]
    summaries = [{s.index for s in summarize(town, length)} for length in lengths]

    named, counted = summaries[: len(LADDER)], summaries[len(LADDER) :]
    for ladder in (named, counted):
        assert all(shorter <= longer for shorter, longer in itertools.pairwise(ladder))


@pytest.mark.parametrize("words", [10, 20, 40, 60, 100])
def test_a_budget_of_words_is_kept(town: Briefing, words: int) -> None:
    shown = summarize(town, parse_length(f"{words} words"))

    assert len(shown) == 1 or sum(s.words for s in shown) <= words


@pytest.mark.parametrize("wanted", ["100%", "1000", "99 minutes"])
def test_never_more_than_two_thirds_of_a_long_text_are_shown(wanted: str) -> None:
    many = brief(article_of(*(f"{TOWN[i % 12][:-1]} in the year {1900 + i}." for i in range(36))))

    assert sum(s.words for s in summarize(many, parse_length(wanted))) <= many.article.words * 2 / 3


@pytest.mark.parametrize("wanted", ["short", "medium"])
def test_never_more_than_two_thirds_of_a_short_text_are_shown_but_at_full_length(town: Briefing, wanted: str) -> None:
    assert sum(s.words for s in summarize(town, parse_length(wanted))) <= town.article.words * 2 / 3
    assert len(summarize(town, parse_length("long"))) > len(summarize(town, parse_length(wanted)))


def test_no_summary_opens_a_sentence_that_leans_on_one_that_is_not_shown(town: Briefing) -> None:
    for length in [*LADDER, *(parse_length(str(n)) for n in range(1, 12))]:
        shown = {s.index for s in summarize(town, length)}
        assert all(i - 1 in shown for i in shown if i and leans(town.sentences[i].text, "en")), length.name


@pytest.mark.parametrize(
    ("sentence", "language", "leaning"),
    [
        ("He said so.", "en", True),
        ("“But why?” he asked.", "en", True),
        ("At the same time, prices rose.", "en", True),
        ("Hearing the news, Smith left.", "en", False),
        ("The bridge is closed.", "en", False),
        ("Однако мост закрыт.", "ru", True),
        ("По их словам, мост закрыт.", "ru", True),
        ("Онлайн-торговля растёт.", "ru", False),
        ("Il est parti.", "fr", True),
        ("Ilse est partie.", "fr", False),
    ],
)
def test_words_that_point_back_are_known(sentence: str, language: str, leaning: bool) -> None:  # noqa: FBT001
    assert leans(sentence, language) is leaning


def test_a_sentence_said_twice_is_shown_once() -> None:
    twice = brief(article_of(TOWN[0], TOWN[1], TOWN[0], TOWN[4], TOWN[6], TOWN[7], TOWN[9], TOWN[0]))

    shown = [s.text for s in summarize(twice, parse_length("4"))]

    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("method", ["briefing", "lexrank"])
def test_a_heading_is_no_sentence_of_a_summary(method: str) -> None:
    article = compose(
        [TOWN[0], ("What the council decided on the bridge", "heading"), " ".join(TOWN[1:5])], language="en"
    )

    assert 1 not in brief(article, method=method).ranking


def test_key_points_are_few_and_distinct(town: Briefing) -> None:
    places = [part.sentence for point in town.key_points for part in point.parts]

    assert 3 <= len(town.key_points) <= 9
    assert len(places) == len(set(places))
    assert all(town.article.text[p.quote.start : p.quote.stop] == p.quote.text for p in town.key_points)


@pytest.mark.parametrize(
    ("wanted", "length"),
    [
        ("short", LADDER[1]),
        (" LONG ", LADDER[3]),
        ("подробно", LADDER[3]),
        ("5", Length("5", sentences=5)),
        ("5 sentences", Length("5", sentences=5)),
        ("20%", Length("20%", share=0.2)),
        ("20 %", Length("20%", share=0.2)),
        ("100 words", Length("100 words", words=100)),
        ("1 word", Length("1 word", words=1)),
        ("100 слов", Length("100 words", words=100)),
        ("1 minute", Length("1 minute", words=230)),
        ("in two minutes", Length("2 minutes", words=460)),
        ("in 3 sentences", Length("3", sentences=3)),
        ("в 100 словах", Length("100 words", words=100)),
        ("за две минуты", Length("2 minutes", words=460)),
        ("в трёх предложениях", Length("3", sentences=3)),
        ("ten percent", Length("10%", share=0.1)),
    ],
)
def test_a_length_is_understood(wanted: str, length: Length) -> None:
    assert parse_length(wanted) == length
    assert parse_length(length.name) == length


@pytest.mark.parametrize("text", ["One sentence only, and no more than that.", "Word", "?!", "НЕТ", "1. 2. 3."])
def test_the_shortest_text_has_a_summary(text: str) -> None:
    assert [s.text for s in summarize(brief(compose([text], language="en")), LADDER[0])]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=8),
    st.sampled_from(["en", "ru", "zh"]),
)
def test_any_text_has_a_summary_and_key_points(paragraphs: list[str], language: str) -> None:
    document = read_document(compose(paragraphs, language=language))
    assessment = assess_by(document)
    ranking = rank_sentences(assessment)

    assert document.sentences == () or ranking
    assert len(set(ranking)) == len(ranking)
    assert bool(find_key_points(assessment)) == bool(document.sentences)


def ranked(article: Article) -> tuple[int, ...]:
    return rank_sentences(assess_by(read_document(article)))


@pytest.mark.growth
@pytest.mark.parametrize("kind", ["equal", "different"])
def test_the_cost_grows_with_the_text_and_not_with_its_square(kind: str) -> None:
    def ranking_of(count: int) -> Callable[[], object]:
        article = article_of(
            *(f"Bridge {i % 97 if kind == 'different' else 1} carries road {i % 89} over water." for i in range(count))
        )
        return partial(ranked, article)

    ranking_of(100)()

    assert grows_at_most(6, ranking_of(1000), ranking_of(4000))
