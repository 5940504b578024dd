"""Augments the training documents: swaps names in labelled ones, and generates short ones from patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summaries.languages import read_list
from summaries.people.names.building.pools import Pools, write_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from summaries.people.names.building.documents import Document

SLOT = re.compile(r"\{(\w+)\}")
SENTENCES = 8
PERSON = "PER"
KINDS = {"F": PERSON, "L": PERSON, "O": "ORG", "P": "LOC"}


def swap_names(document: Document, random: Random, pools: Pools) -> Document:
    """Return a document with other people's names: each word is replaced by the same word throughout."""
    text, spans = document
    words: dict[str, str] = {}
    pieces: list[str] = []
    moved: list[tuple[int, int, str]] = []
    position = length = 0
    for start, stop, label in sorted(spans):
        if start < position:
            continue
        pieces.append(text[position:start])
        length += start - position
        name = text[start:stop]
        new = _swap(name, words, random, pools) if label == PERSON else name
        pieces.append(new)
        moved.append((length, length + len(new), label))
        length += len(new)
        position = stop
    return "".join([*pieces, text[position:]]), moved


def _swap(name: str, words: dict[str, str], random: Random, pools: Pools) -> str:
    parts = name.split(" ")
    for number, part in enumerate(parts):
        if not (part.isalpha() and part[0].isupper() and len(part) > 2):
            continue
        last = number == len(parts) - 1
        if part not in words:
            words[part] = pools.last(random) if last else pools.first(random)
        parts[number] = words[part].upper() if part.isupper() else words[part]
    return " ".join(parts)


def make_documents(count: int, random: Random, pools: Pools) -> Iterator[Document]:
    """Yield short documents generated from the patterns in ``building/patterns.txt``, each about three people."""
    for _ in range(count):
        people = [(pools.first(random), pools.last(random)) for _ in range(3)]
        patterns = random.sample(pools.patterns, SENTENCES)
        text, spans = "", []
        for pattern in patterns:
            sentence, found = _fill(pattern, people, random, pools)
            spans += [(len(text) + start, len(text) + stop, label) for start, stop, label in found]
            text += sentence + random.choice((" ", " ", "\n\n"))
        yield text, spans


def _fill(
    pattern: str, people: list[tuple[str, str]], random: Random, pools: Pools
) -> tuple[str, list[tuple[int, int, str]]]:
    text, spans, position = "", [], 0
    order = random.sample(people, len(people))
    for match in SLOT.finditer(pattern):
        text += pattern[position : match.start()]
        word, label = _word(match[1], order, random, pools)
        if label:
            spans.append((len(text), len(text) + len(word), label))
        text += word
        position = match.end()
    return text + pattern[position:], spans


def _word(slot: str, order: list[tuple[str, str]], random: Random, pools: Pools) -> tuple[str, str | None]:
    """Return the filler of a slot, and its label.

    F1 is a full name, L1 a surname, G a demonym, T an office, V a verb, O an organisation, P a place.
    """
    kind, number = slot[0], int(slot[1:] or 1) - 1
    if kind == "F":
        return write_name(*order[number], random), PERSON
    if kind == "L":
        return order[number][1], PERSON
    if kind == "V":
        return random.choice(pools.verbs), None
    if kind == "T":
        return random.choice(pools.offices), None
    if kind == "G":
        return random.choice(read_list("en", "demonyms")), None
    return random.choice(pools.organisations if kind == "O" else pools.cities), KINDS[kind]
