"""What a text costs grows with its length, whatever is in it: no stage takes the square of anything."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from summaries.article import Article, compose
from summaries.document import read_document
from summaries.errors import BriefingError
from summaries.figures import find_figures
from summaries.loading.extraction import read, read_text
from summaries.people import find_people
from summaries.places import find_places
from summaries.ranking import assess_by, find_key_points, rank_sentences
from summaries.speech import attribute
from summaries.timeline import find_dates
from tests.growth import grows_at_most

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.growth

CHARACTERS = 6_000
TIMES = 4
EXPONENT = 1.2
MOST = TIMES**EXPONENT
PIECES: dict[str, str | None] = {
    "one word": "word ",
    "one long word": "word",
    "lines": "a line of words without a blank line after it\n",
    "short lines": "ab\n",
    "blank lines": "a few words here\n\n",
    "headlines": "Council Votes To Close The Bridge\n\n",
    "capitals": "THE COUNCIL VOTED TO CLOSE THE BRIDGE. ",
    "numbers": "12 ",
    "digits": "1234567890",
    "units": "; km ",
    "figures": "4,500 pupils and 3.2 per cent, ",
    "sums": "£4m or $3.5 billion ",
    "decimals": "1.",
    "thousands": "1,000,000 ",
    "ranges": "10-20-",
    "dates": "on 3 May 2024, ",
    "relative days": "last Monday, next week, two years ago, ",
    "months": "May May ",
    "slashes": "1/2/",
    "names": "Ada Long and Bo Ravn, ",
    "different names": None,
    "initials": "J. K. L. ",
    "titles": "Mr Mrs Dr Prof ",
    "offices": "the mayor of the town of the county of ",
    "places": "Paris, France, ",
    "pronouns": "he said she said that they ",
    "speech": "“We must act,” said Ada Long. ",
    "open quotations": "“ ",
    "quotations in quotations": "“a ‘b ",
    "brackets": "((",
    "closed brackets": "(a) ",
    "dashes": "— ",
    "full stops": ". ",
    "dots": ".",
    "question marks": "?! ",
    "abbreviations": "e.g. U.S. No. ",
    "list markers": "1. a 2. b ",
    "commas": "a, ",
    "apostrophes": "it's o'",
    "speakers": "ADA LONG: We must act now.\n\n",
    "links": "https://riverton.example/a ",
    "addresses": "a@b.",
    "underlines": "a_",
    "stars": "**a",
    "square brackets": "[a](",
    "tags": "<p>a few words ",
    "comments": "<p>a <!-- b ",
    "entities": "<p>&amp;&#38; ",
    "symbols": "\U0001f600 ",
    "accents": "e\u0301",
    "unspaced": "議会は橋を閉鎖した。",
    "Russian": "«Мы ждём», — сказал мэр Иван Петров. ",
    "German": "Der Bürgermeister von Rivertal, Hans Grün, sagte am 3. Mai: „Wir warten.“ ",
}
HEADS = ("Al", "Be", "Cor", "Dan", "El", "Fin", "Gor", "Hal", "Ir", "Jon", "Kal", "Lor", "Mor", "Nel", "Or", "Pal")
TAILS = ("bel", "den", "ford", "gard", "hart", "iver", "kell", "land", "mond", "ner", "ost", "pin", "rick", "son")
"""Parts of names that are all different."""


def text_of(pattern: str, characters: int) -> str:
    piece = PIECES[pattern]
    if piece is None:
        number = len(HEADS) * len(TAILS)
        names = [f"{HEADS[n % len(HEADS)]}{TAILS[n // len(HEADS) % len(TAILS)]}" for n in range(number)]
        pairs = (f"{names[n % number]} {names[n * 7 % number]}{TAILS[n % 14]} came. " for n in range(characters // 20))
        return "".join(pairs)
    return piece * (characters // len(piece))


def compose_one(pattern: str, characters: int) -> Article:
    language = {"Russian": "ru", "German": "de", "unspaced": "ja"}.get(pattern, "en")
    return compose([text_of(pattern, characters).replace("\n", " ")], language=language)


def reading(pattern: str, characters: int) -> Callable[[], object]:
    """Reading the text with everything that loading does, as a text and as a page."""
    text = f"The council of Riverton voted to close the bridge. \n\n{text_of(pattern, characters)}"

    def run() -> None:
        for load in (read_text, lambda text: read(f"<html><body><p>{text}</p></body></html>".encode())):
            with suppress(BriefingError):
                load(text)

    return run


def stages(pattern: str, characters: int) -> dict[str, Callable[[], object]]:
    """Return a call of each stage; what it needs from others is made before."""
    article = compose_one(pattern, characters)
    document = read_document(article)
    people = find_people(document)
    speakers = attribute(document, people).people
    assessment = assess_by(document, "briefing")
    return {
        "document": lambda: read_document(article),
        "people": lambda: find_people(document),
        "speech": lambda: attribute(document, people),
        "dates": lambda: find_dates(document),
        "places": lambda: find_places(document, speakers),
        "figures": lambda: find_figures(document, ()),
        "assessment": lambda: assess_by(document, "briefing"),
        "ranking": lambda: (rank_sentences(assessment), find_key_points(assessment)),
    }


@pytest.mark.parametrize("pattern", PIECES)
def test_loading_grows_with_the_text(pattern: str) -> None:
    assert grows_at_most(MOST, reading(pattern, CHARACTERS), reading(pattern, TIMES * CHARACTERS))


@pytest.mark.parametrize("pattern", PIECES)
def test_every_stage_grows_with_the_text(pattern: str) -> None:
    small, large = stages(pattern, CHARACTERS), stages(pattern, TIMES * CHARACTERS)

    assert [name for name in small if not grows_at_most(MOST, small[name], large[name])] == []
