"""Words and stems, in any language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from summaries.article import MARK, MARKS, UNSPACED
from summaries.languages import read_list

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word without digits."""
MARKED_WORD = re.compile(rf"(?:[^\W_][{MARKS}]*)+(?:[-'’](?:[^\W_][{MARKS}]*)+)*")
SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The languages with a Snowball stemmer, by ISO 639-1 code."""
STEMMING = Lock()
"""Held while a word is stemmed: stemmers are stateful, and several threads may be searching at once."""


def find_words(text: str) -> list[str]:
    """Return the words of a text in lower case; scripts without spaces yield pairs of characters."""
    words: list[str] = []
    pattern = MARKED_WORD if MARK.search(text) else WORD
    for word in pattern.findall(text.lower()):
        if UNSPACED.fullmatch(word):
            words += (word[i : i + 2] for i in range(len(word) - 1))
        else:
            words.append(word)
    return words


def find_stems(text: str, language: str) -> list[str]:
    """Return the stems of a text's content words; stop words and single characters are left out."""
    stop = stop_words(language)
    return [_stem(word, language) for word in find_words(text) if len(word) > 1 and word not in stop]


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language."""
    words = read_list(language, "stopwords")
    return frozenset((*words, *(word.replace("'", "’") for word in words)))


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    plain = word.replace("’", "'").removesuffix("'s")
    if stemmer is None:
        return plain
    with STEMMING:
        return str(stemmer.stemWord(plain))


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    return snowballstemmer.stemmer(SNOWBALL[language]) if language in SNOWBALL else None
