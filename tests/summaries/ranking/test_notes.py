"""Whoever is called by a surname alone is named in full behind the sentence, unless readers know who it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summaries import brief, summarize
from summaries.article import compose
from summaries.briefing import Briefing, Coreference, Length, Mention, Person
from summaries.ranking import names_missing

SENTENCES = (
    "The ferry to the island of Orm will stop in October, the county council decided on Monday.",
    "Tessa Brandt, who runs the only shop on the island, called the decision a disaster for its forty families.",
    "Brandt said that she would close the shop before the winter if the ferry did not come any more.",
    "The county pays three million crowns a year for the ferry, which carries nine people on an average day.",
    "Brandt has collected two thousand signatures against the decision in the ports along the coast.",
)
CALLED = 2


def town(title: str) -> Briefing:
    return brief(compose([" ".join(SENTENCES[:3]), " ".join(SENTENCES[3:])], language="en", title=title))


def test_a_surname_alone_is_told_in_full_with_the_sentence_that_introduces_it() -> None:
    assert names_missing(town("Island loses its ferry"), CALLED, ()) == (("Tessa Brandt", 1),)


@pytest.mark.parametrize("before", [1, 2])
def test_a_surname_is_told_in_full_once(before: int) -> None:
    assert names_missing(town("Island loses its ferry"), 4, {before}) == ()


def test_a_surname_that_the_title_has_needs_no_note() -> None:
    assert names_missing(town("Brandt fights for the ferry"), CALLED, ()) == ()


def test_a_surname_beside_a_role_needs_no_note() -> None:
    sentences = [*SENTENCES[:4], "Brandt, the owner of the shop, has collected two thousand signatures in the ports."]
    briefing = brief(compose([" ".join(sentences)], language="en", title="Island loses its ferry"))

    assert names_missing(briefing, CALLED, ()) == (("Tessa Brandt", 1),)
    assert names_missing(briefing, 4, ()) == ()


def test_a_name_that_could_be_read_as_somebody_else_follows_the_words_that_it_stands_for() -> None:
    briefing = town("Island loses its ferry")
    both = "Brandt gave her the signatures, and she thanked everybody."
    article = compose([" ".join(SENTENCES[:3]), both], language="en", title="Island loses its ferry")
    last = briefing.sentences[2].index + 1
    her = article.quote(article.text.index("her the"), article.text.index("her the") + 3)
    brandt = article.quote(article.text.index("Brandt gave"), article.text.index("Brandt gave") + 6)
    people = (
        replace(briefing.people[0], mentions=(*briefing.people[0].mentions[:1], Mention(brandt, last))),
        Person("Ruth Oll", None, (Mention(article.quote(0, 3), 0),)),
    )
    known = replace(
        brief(article), people=people, coreferences=(Coreference(her, last, "Ruth Oll", 0),), attributions=()
    )

    assert names_missing(known, last, ()) == (("Tessa Brandt", 1), ("her: Ruth Oll", 0))
    assert names_missing(known, last, (), but="Ruth Oll") == (("Tessa Brandt", 1),)
    assert names_missing(known, last, {1}) == (("her: Ruth Oll", 0),)


@pytest.mark.parametrize("words", range(20, 80, 3))
def test_the_names_in_brackets_count_among_the_words(words: int) -> None:
    briefing = town("Island loses its ferry")
    shown = summarize(briefing, Length(f"{words} words", words=words))
    before: set[int] = set()
    total = 0
    for sentence in shown:
        total += sentence.words + sum(len(name.split()) for name, _ in names_missing(briefing, sentence.index, before))
        before.add(sentence.index)

    assert len(shown) == 1 or total <= words
