"""Tags names in Russian with slovnet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summaries.people.names.embeddings import load_tagger
from summaries.text import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]
WITHIN = re.compile(r"[^\s(),;•|«»\"“”](?:[^(),;•|«»\"“”]*[^\s(),;•|«»\"“”])?")
CAPITALISED = re.compile(r"(?<![\w-])[А-ЯЁІЇЄҐЎ][а-яёіїєґў]{2,}(?:-[А-ЯЁІЇЄҐЎ][а-яёіїєґў]+)?(?![\w-])")
BEFORE = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)[  ]$")
PREPOSITION = re.compile(r"(?:С|К|В|О|У|Со|Ко|Об|Обо)\s+")
LONGEST_WORD = 40
LONGEST = 1500
"""Maximum length of a piece in characters; eight pieces are tagged per batch, so that memory stays bounded."""


def find_cyrillic_names(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of people's names in a Russian text, in code points."""
    tagger = load_tagger()
    found: list[Span] = []
    others: list[Span] = []
    parts = list(_parts(text))
    for (offset, part), markup in zip(parts, tagger.map([part for _, part in parts]), strict=True):
        for span in markup.spans:
            if span.type != "PER":
                others.append((offset + span.start, offset + span.stop))
                continue
            names = _apart(part, span.start, span.stop)
            found += ((offset + start, offset + stop) for start, stop in names if not _common(part[start:stop]))
    found = list(_whole(text, found))
    return sorted([*found, *_repeated(text, found, [*found, *others])])


def _whole(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """Yield names with the preceding word if it is part of them: a surname, or a first name before a patronymic."""
    taken = -1
    inner = {stop - len(text[start:stop].rsplit(maxsplit=1)[-1]) for start, stop in names if " " in text[start:stop]}
    for start, stop in sorted(names, reverse=True):
        if taken >= 0 and stop > taken:
            continue
        taken = -1
        before = BEFORE.search(text, max(0, start - LONGEST_WORD), start)
        if before is not None and before.start(1) not in inner and _belongs(before[1], text[start:stop].split()):
            taken = before.start(1)
            yield taken, stop
        else:
            yield start, stop


def _belongs(word: str, name: Sequence[str]) -> bool:
    """Return whether the word before a name is its surname or first name, in the same case."""
    if morphology.is_patronymic(name[0]):
        fits = morphology.is_first_name(word)
    else:
        followed = len(name) == 1 or morphology.is_patronymic(name[1])
        fits = followed and morphology.is_first_name(name[0]) and morphology.is_surname(word)
    return fits and bool(morphology.paradigms(word) & morphology.paradigms(name[0]))


def _repeated(text: str, names: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Yield bare surnames of full names that the tagger missed."""
    full = [text[start:stop].split() for start, stop in names]
    surnames = frozenset().union(*(morphology.lemmas(name[-1]) for name in full if len(name) > 1))
    covered = {i for start, stop in taken for i in range(start, stop)} if surnames else set()
    for match in CAPITALISED.finditer(text) if surnames else ():
        if match.start() not in covered and morphology.may_be_name(match[0]) and morphology.lemmas(match[0]) & surnames:
            yield match.span()


def _apart(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the names in a span that extends over brackets, commas and bullets: *Джоэл Саймон (Joel Simon*."""
    for match in WITHIN.finditer(text, start, stop):
        opened = PREPOSITION.match(match[0])
        yield match.start() + (opened.end() if opened else 0), match.end()


def _common(name: str) -> bool:
    """Return whether a name is a single dictionary word that is not a name: *Яснее* at the start of a sentence."""
    return " " not in name and morphology.is_common(name)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of about the same length, which end with a line or a sentence if possible."""
    start = 0
    while len(text) - start > LONGEST:
        stop = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in ("\n", ". "))
        stop = stop + 1 if stop > start else start + LONGEST
        yield start, text[start:stop]
        start = stop
    if text[start:].strip():
        yield start, text[start:]
