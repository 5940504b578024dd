"""Finds single words that act like people: *he* or *she* follows, or they have a wife, a mother, a career.

A text that uses only somebody's surname has no full name that could support it; evidence in the words around it can. A
company is referred to as *it*.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from summaries.text.tokens import Token

REACH = 25
"""Number of words after a name that are searched for a pronoun that refers to it."""
AHEAD = 8
"""Number of words of the next sentence that are searched as well."""
FEW = 2
POSSESSIVES = frozenset({"'s", "’s"})
Place = tuple[int, int]
"""A sentence number and a token number within it."""


def find_personal(sentences: Sequence[Sequence[Token]], names: Iterable[Place], language: str) -> frozenset[str]:
    """Return the words, in lower case, that act like people more often than like things.

    `names` are the positions of all words that may be part of a name: a pronoun after another of them refers to that
    one.
    """
    data = load(People, language)
    if not data.neuter:
        return frozenset()
    places = frozenset(names)
    first: dict[int, int] = {}
    for sentence, i in places:
        first[sentence] = min(i, first.get(sentence, i))
    votes: Counter[str] = Counter()
    for sentence, i in places:
        votes[sentences[sentence][i].text.lower()] += _vote(sentences, (sentence, i), places, first, data)
    for number, tokens in enumerate(sentences):
        for i, token in enumerate(tokens):
            if (number, i) not in places and token.capital and votes[token.text.lower()]:
                votes[token.text.lower()] -= _is_part(tokens, i, data)
    return frozenset(word for word, count in votes.items() if count > 0)


def _is_part(tokens: Sequence[Token], i: int, data: People) -> bool:
    """Return whether a word, not a name here, has an article or is next to another capital: *Rolling Stone*."""
    if i and tokens[i - 1].text.lower() in data.articles:
        return True
    around = (*tokens[max(1, i - 1) : i], *tokens[i + 1 : i + 2])
    return any(token.word and token.capital for token in around)


def _vote(
    sentences: Sequence[Sequence[Token]], place: Place, names: Collection[Place], first: Mapping[int, int], data: People
) -> int:
    """Return 1 for a mention that acts like a person, -1 for one that is a thing, 0 if there is no evidence."""
    number, i = place
    tokens = sentences[number]
    behind = [token.text.lower() for token in tokens[i + 1 : i + 3]]
    if behind == [",", "who"] or (len(behind) > 1 and behind[0] in POSSESSIVES and behind[1] in data.kin):
        return 1
    if i == first[number] and _is_awaited(tokens, i, data):
        return 1
    following = [(number, n) for n in range(i + 1, min(i + REACH, len(tokens)))]
    if number + 1 < len(sentences) and i == first[number]:
        following += [(number + 1, n) for n in range(min(AHEAD if i < FEW else 1, len(sentences[number + 1])))]
    for line, n in following:
        vote = _sign(sentences[line][n], data)
        if vote or (line, n) in names:
            return vote
    return 0


def _is_awaited(tokens: Sequence[Token], i: int, data: People) -> bool:
    """Return whether a word is the subject after an opening phrase about it: *In her last race, Moss fell*."""
    if i < FEW or tokens[i - 1].text != ",":
        return False
    return any(token.text.lower() in data.possessives for token in tokens[1 : i - 1])


def _sign(token: Token, data: People) -> int:
    lower = token.text.lower()
    if lower in data.pronouns or lower in data.possessives or lower in data.oblique:
        return 1
    return -1 if lower in data.neuter else 0
