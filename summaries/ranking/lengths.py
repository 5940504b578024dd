"""Lengths as readers request them, and the summary of each: nested, so that a longer one contains the shorter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summaries.briefing import LADDER, LONG, MEDIUM, Length
from summaries.errors import LengthError
from summaries.languages import codes
from summaries.languages.schema import Lengths, load
from summaries.ranking.references import Notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.article import Sentence
    from summaries.briefing import Briefing

MOST = 1000
"""Maximum number of sentences that can be requested; a hundred times as many for words."""
LARGEST_PART = 2 / 3
"""Maximum share of a text longer than the long summary that a summary shows; one sentence is always allowed."""
LONG_WORDS, MEDIUM_WORDS = LONG.words or 0, MEDIUM.words or 0
WORDS_A_MINUTE = 230
"""Silent reading of English prose: 238 words a minute on average (Brysbaert 2019), rounded down."""
AMOUNT = re.compile(r"([0-9]{1,7})\s*(%|[^\W\d_]+(?: [^\W\d_]+)?)?")


Limit = Literal["end", "part"]
NAMES = ("headline", "short", "medium", "long", "sentences", "words", "minutes", "percent")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of an article a summary shows: “6 of 41 sentences, 83 % shorter, 1 min”."""

    sentences: int
    of: int
    """The number of sentences in the article, without headings."""
    words: int
    shorter: float
    """The share of the article's words that is left out, 0 to 1."""
    minutes: int
    """Reading time of the summary in minutes at `WORDS_A_MINUTE`, rounded, at least 1."""


def measure(briefing: Briefing, shown: Sequence[Sentence]) -> Extent:
    """Return how much of an article its selected sentences are."""
    headings = {number for number, one in enumerate(briefing.article.paragraphs) if one.kind == "heading"}
    words = sum(sentence.words for sentence in shown)
    return Extent(
        sentences=len(shown),
        of=sum(sentence.paragraph not in headings for sentence in briefing.sentences) or len(briefing.sentences),
        words=words,
        shorter=1 - words / max(briefing.article.words, words, 1),
        minutes=max(1, round(words / WORDS_A_MINUTE)),
    )


def parse_length(wanted: str) -> Length:
    """Parse a requested length: a name, ``5``, ``20%``, ``100 words``, ``1 minute``, in any supported language.

    Raises `LengthError` if it makes no sense.
    """
    said = wanted.casefold().split()
    words = _in_figures(said)
    name = _names().get(" ".join(said)) or _names().get(words, words)
    for length in LADDER:
        if length.name == name:
            return length
    amount = AMOUNT.fullmatch(words)
    if amount is None:
        raise LengthError(wanted=wanted[:60])
    number, unit = int(amount[1]), amount[2] or ""
    found = _measured(number, _names().get(unit, unit))
    if found is None:
        raise LengthError(wanted=wanted[:60])
    return found


def _measured(number: int, unit: str) -> Length | None:
    match unit:
        case "" | "sentences" if 1 <= number <= MOST:
            return Length(str(number), sentences=number)
        case "percent" | "%" if 1 <= number <= 100:
            return Length(f"{number}%", share=number / 100)
        case "words" if 1 <= number <= 100 * MOST:
            return Length(_counted(number, "word"), words=number)
        case "minutes" if 1 <= number <= MOST:
            return Length(_counted(number, "minute"), words=number * WORDS_A_MINUTE)
        case _:
            return None


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _in_figures(words: list[str]) -> str:
    """Return a request without the word before it, and with its number in digits."""
    tables = [load(Lengths, code) for code in sorted(codes())]
    if len(words) > 1 and any(words[0] in table.openers for table in tables):
        words = words[1:]
    first = next((table.numbers[words[0]] for table in tables if words and words[0] in table.numbers), None)
    return " ".join([first, *words[1:]] if first and len(words) > 1 else words)


@cache
def _names() -> dict[str, str]:
    """Return the words for the named lengths and the units in all languages."""
    return {
        word.casefold(): name
        for code in sorted(codes())
        for name in NAMES
        for word in getattr(load(Lengths, code), name)
    }


def summarize(briefing: Briefing, length: Length) -> tuple[Sentence, ...]:
    """Return the summary of a length, with its sentences in article order.

    It is the longest prefix of the ranking that meets every limit, so that each longer summary contains all shorter
    ones, however they were requested: at least one sentence, and never more than two thirds of the text, except for a
    short text at its full length.
    """
    most_words = _largest(briefing, length)
    if length.words is not None:
        most_words = min(most_words, length.words)
    notes = Notes(briefing)
    shown: set[int] = set()
    count, words = 0, 0
    for index in briefing.ranking[: _most_sentences(briefing, length)]:
        words += briefing.sentences[index].words
        words += sum(len(name.split()) for name, _ in notes.missing(index, shown))
        if count and words > most_words:
            break
        shown.add(index)
        count += 1
    return tuple(briefing.sentences[index] for index in sorted(briefing.ranking[:count]))


def what_stopped(briefing: Briefing, length: Length, shown: Sequence[Sentence]) -> Limit | None:
    """Return why the summary of a numeric length is shorter than requested; ``None`` if it is not.

    ``end``: there are no more sentences to show; ``part``: more would exceed `LARGEST_PART` of the text.
    """
    if length in LADDER:
        return None
    if length.words is None:
        short = len(shown) < _most_sentences(briefing, length)
    else:
        short = length.words > _largest(briefing, length)
    if not short:
        return None
    return "end" if len(shown) == len(briefing.ranking) else "part"


def _largest(briefing: Briefing, length: Length) -> float:
    """Return how many words of a text may be shown at a length, however many are requested."""
    whole = briefing.article.words
    fits = whole <= LONG_WORDS and (length.words is None or length.words > MEDIUM_WORDS)
    return whole if fits else whole * LARGEST_PART


def _most_sentences(briefing: Briefing, length: Length) -> int:
    if length.sentences is not None:
        return length.sentences
    if length.share is not None:
        return max(1, round(length.share * len(briefing.sentences)))
    return len(briefing.sentences)
