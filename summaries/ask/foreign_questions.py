"""Questions in another language than the article's: what they name is looked for, since their words are not there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz import fuzz

from summaries.article import WORD
from summaries.ask.question import is_question
from summaries.ask.result import Answer, Hit
from summaries.languages import ROOT
from summaries.languages.schema import Questions
from summaries.text.words import stop_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.article import Sentence
    from summaries.briefing import Briefing

SHORTEST = 4
"""Names with fewer letters are not recognised in another spelling."""
ALIKE = 80
"""Minimum similarity (0 to 100) of a name to one that is spelled in the way of another language."""
ENDING = 3
"""So many letters at the end of a name may be an ending: *Лавровым*, *Lavrov*."""


def language_asked(text: str, language: str) -> str | None:
    """Return the language (ISO 639-1) that a question is in, where it is not that of the article; else ``None``.

    It opens as questions do in that language, and holds more of its function words than of the article's.
    """
    bare = text.rstrip(" ?")
    opening = [code for code in _languages() if code != language and is_question(bare, code)]
    words = [match[0].casefold() for match in WORD.finditer(text)]
    known = {code: sum(word in stop_words(code) for word in words) for code in (language, *opening)}
    likeliest = max(known, key=lambda code: known[code])
    return likeliest if known[likeliest] > known[language] else None


def answer_by_names(briefing: Briefing, text: str, language: str) -> Answer:
    """Return the sentences that hold most of the names and numbers of a question in another language.

    A name is recognised in other letters and without its ending. The sentences that matter most come first.
    """
    asked = {word for word in map(_latin, _named(text)) if word[:1].isdigit() or len(word) >= SHORTEST}
    found = {sentence: tuple(_places(sentence, asked)) for sentence in briefing.sentences}
    counts = {sentence: len({name for name, _ in places}) for sentence, places in found.items()}
    most = max(counts.values(), default=0)
    rank = {number: place for place, number in enumerate(briefing.ranking)}
    best = [sentence for sentence, count in counts.items() if count == most > 0]
    best.sort(key=lambda sentence: rank.get(sentence.index, len(rank)))
    hits = tuple(Hit(sentence, tuple(span for _, span in found[sentence])) for sentence in best)
    return Answer(text, "none", hits, language=language)


@cache
def _languages() -> tuple[str, ...]:
    """Return the languages whose questions are known."""
    return tuple(sorted(file.parent.name for file in ROOT.glob(f"*/{Questions.FILE}.toml")))


def _named(text: str) -> Iterator[str]:
    """Yield the words of a question that are written as names, and its numbers."""
    for place, match in enumerate(WORD.finditer(text)):
        if match[0][0].isdigit() or (place and match[0][0].isupper()):
            yield match[0]


def _places(sentence: Sentence, asked: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in WORD.finditer(sentence.text):
        if match[0][0].isdigit() or match[0][0].isupper():
            word = _latin(match[0])
            yield from ((name, match.span()) for name in asked if _is_same(name, word))


def _is_same(one: str, other: str) -> bool:
    """Return whether two names differ only in endings or in a language's spelling: *Lukaschenko*, *Lukashenko*."""
    if one == other or one[:1].isdigit():
        return one == other
    if len(other) >= SHORTEST and fuzz.ratio(one, other) >= ALIKE:
        return True
    shorter, longer = sorted((one, other), key=len)
    stem = max(SHORTEST, len(shorter) - 1)
    return len(longer) - stem <= ENDING and shorter[:stem] == longer[:stem]


def _latin(word: str) -> str:
    return str(anyascii(word.casefold())).casefold().replace("'", "")
