"""The tagger's features: a token's form, the lists that contain it, its neighbours, and the whole document."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text.lexicon import load_lexicon, territory_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.text.tokens import Token

SHAPES = ((re.compile(r"[A-ZÀ-ÖØ-Þ]"), "X"), (re.compile(r"[a-zß-öø-ÿ]"), "x"), (re.compile(r"\d"), "9"))
RUNS = re.compile(r"(.)\1+")
LISTS = ("first", "last", "common", "cities", "small")


def describe(sentences: Sequence[Sequence[Token]], language: str) -> list[list[list[str]]]:
    """Return the features of every token, sentence by sentence."""
    seen = _look_over(sentences, language)
    return [_describe_sentence(tokens, language, seen) for tokens in sentences]


def _describe_sentence(tokens: Sequence[Token], language: str, seen: dict[str, list[str]]) -> list[list[str]]:
    own = [_word_features(token.text, language) for token in tokens]
    shapes = [features[0] for features in own]
    listed = [features[1] for features in own]
    rows: list[list[str]] = []
    last = len(tokens) - 1
    for i, token in enumerate(tokens):
        lower = token.text.lower()
        row = [*own[i][2], *seen.get(lower, ())]
        if i == 0:
            row.append("first")
        else:
            before = tokens[i - 1].text.lower()
            row += (f"-1={before}", f"-1s={shapes[i - 1]}", f"-1l={listed[i - 1]}", f"-1l0={listed[i - 1]}|{listed[i]}")
            if i > 1:
                row += (
                    f"-2={tokens[i - 2].text.lower()}",
                    f"-2l={listed[i - 2]}",
                    f"-2s={shapes[i - 2]}|{shapes[i - 1]}",
                )
        if i < last:
            after = tokens[i + 1].text.lower()
            row += (f"+1={after}", f"+1s={shapes[i + 1]}", f"+1l={listed[i + 1]}", f"+1l0={listed[i]}|{listed[i + 1]}")
            if i + 1 < last:
                row += (
                    f"+2={tokens[i + 2].text.lower()}",
                    f"+2l={listed[i + 2]}",
                    f"+2s={shapes[i + 1]}|{shapes[i + 2]}",
                )
        rows.append(row)
    return rows


@lru_cache(maxsize=50_000)
def _word_features(form: str, language: str) -> tuple[str, str, tuple[str, ...]]:
    lower = form.lower()
    shape = form
    for pattern, letter in SHAPES:
        shape = pattern.sub(letter, shape)
    short = RUNS.sub(r"\1", shape)
    flags = lists_of(lower, language) if form[0].isalpha() else ""
    row = [f"w={lower}", f"s={short}", f"l={flags}", *(f"l:{flag}" for flag in flags)]
    if form[0].isalpha():
        row += (f"{name}{n}={affix}" for n in (2, 3, 4) for name, affix in (("p", lower[:n]), ("e", lower[-n:])))
        row.append(f"sl={short}|{flags}")
        row.append(f"n={min(len(form), 9)}")
    return short, flags, tuple(row)


@lru_cache(maxsize=50_000)
def lists_of(lower: str, language: str) -> str:
    """Return a letter for each list that contains a lower-case word."""
    flags = "".join(name[0] if name != "cities" else "p" for name in LISTS if lower in load_lexicon(name))
    flags += "".join(str(n) for n, words in enumerate(_own_lists(language)) if lower in words)
    return flags + ("d" if lower in territory_words(language) else "")


def _look_over(sentences: Sequence[Sequence[Token]], language: str) -> dict[str, list[str]]:
    """Return the document-level features of each capitalised word."""
    small: set[str] = set()
    counts: Counter[str] = Counter()
    found: dict[str, set[str]] = {}
    titles, verbs = load(People, language).titles, load(People, language).verbs_of_speech
    for tokens in sentences:
        for i, token in enumerate(tokens):
            lower = token.text.lower()
            if not token.capital:
                small.add(lower)
                continue
            counts[lower] += 1
            found.setdefault(lower, set()).update(_signs(tokens, i, titles, verbs))
    return {
        word: [f"d:{sign}" for sign in sorted(signs)]
        + (["d:small"] if word in small else [])
        + (["d:many"] if counts[word] > 2 else [])
        for word, signs in found.items()
    }


def _signs(tokens: Sequence[Token], i: int, titles: frozenset[str], verbs: frozenset[str]) -> Iterator[str]:
    before = tokens[i - 1].text.lower() if i else ""
    if i and tokens[i - 1].word:
        yield "inside"
    if before in titles or (before == "." and i > 1 and tokens[i - 2].text.lower() in titles):
        yield "titled"
    if before in load_lexicon("first") and tokens[i - 1].capital:
        yield "after-first"
    if i + 1 < len(tokens):
        after = tokens[i + 1].text
        if after.lower() in verbs:
            yield "speaks"
        if after[0] in "'’" and len(after) > 1:
            yield "owns"
        if after[0].isupper() and after.lower() in load_lexicon("last"):
            yield "before-last"
    if before in verbs and tokens[i - 1].text.islower():
        yield "spoken"


@cache
def _own_lists(language: str) -> tuple[frozenset[str], ...]:
    own = load(People, language)
    return (
        own.titles,
        own.offices,
        own.office_openers,
        own.verbs_of_speech,
        own.particles,
        own.suffixes,
        own.organisations,
    )
