"""The forms of names of places in all cases: in Russian by pymorphy3, in Ukrainian by their endings."""

from __future__ import annotations

from functools import cache
from typing import Any

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def is_place(name: str) -> bool:
    """Return whether the dictionary knows a name as that of a place, in the nominative; longer ones by each word."""
    parts = name.split()
    known = (_standing(part, "Geox") if len(parts) == 1 else _standing(part, "") for part in parts)
    return all(parse is not None for parse in known)


def decline(name: str) -> set[str]:
    """Return the forms of a name in all cases, in lower case; a genitive that follows the head stays."""
    parts = name.lower().split()
    parses = [_standing(part, "") for part in parts]
    heads = next((i for i, parse in enumerate(parses) if parse is not None and "NOUN" in parse.tag), -1)
    forms = {name.lower()}
    for case in CASES:
        words = [
            _inflect(parse, case) or part if i <= heads else part
            for i, (part, parse) in enumerate(zip(parts, parses, strict=True))
        ]
        forms.add(" ".join(words))
    return forms | {form.replace("ё", "е") for form in forms}


def _standing(word: str, kind: str) -> Any:
    """Return the parse of a word in the nominative that the dictionary knows, of a kind where one is asked for."""
    for parse in _analyzer().parse(word):
        if parse.is_known and str(parse.tag.case) == "nomn" and (kind in parse.tag if kind else True):
            return parse
    return None


def _inflect(parse: Any, case: str) -> str | None:
    if parse is None:
        return None
    form = parse.inflect({case})
    return None if form is None else str(form.word)


SOFTENED = {"к": "ц", "г": "з", "х": "с"}
"""What the last letter of a stem becomes in the dative: *Америка*, *Америці*."""
ENDINGS = (
    ("ія", ("ії", "ію", "ією")),
    ("ея", ("еї", "ею", "еєю")),
    ("їв", ("єва", "єву", "євом", "єві")),
    ("ів", ("ова", "ову", "овом", "ові")),
    ("а", ("и", "і", "у", "ою")),
    ("я", ("і", "ю", "ею")),
    ("ь", ("я", "ю", "ем", "і")),
    ("о", ("а", "у", "ом", "і")),
    ("и", ("", "ів", "ам", "ами", "ах")),
)
"""Endings of the nominative with those of the other cases; the first that fits counts."""
ADJECTIVES = (("ька", ("ької", "ькій", "ьку", "ькою")), ("на", ("ної", "ній", "ну", "ною")))
CONSONANT = ("а", "у", "ом", "ові", "і")
VOWELS = "аеєиіїоуюяй"


def decline_by_ending(name: str) -> set[str]:
    """Return the forms of a Ukrainian name in lower case, by its endings; it may yield forms that nobody uses.

    Of longer names all words are declined up to the first one that stands in the genitive or does not change.
    """
    words = name.lower().split()
    forms = [_forms(word, adjective=i + 1 < len(words)) for i, word in enumerate(words)]
    if len(words) == 1:
        return {words[0], *forms[0]}
    pairs = zip(
        *(one if len(one) == len(forms[0]) else [word] * len(forms[0]) for one, word in zip(forms, words, strict=True)),
        strict=True,
    )
    return {name.lower(), *(" ".join(pair) for pair in pairs)}


def _forms(word: str, *, adjective: bool) -> list[str]:
    for ending, others in ADJECTIVES if adjective else ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            forms = [stem + other for other in others]
            if ending == "а" and stem[-1:] in SOFTENED:
                forms[1] = stem[:-1] + SOFTENED[stem[-1]] + "і"
            return forms
    return [] if adjective or word[-1] in VOWELS else [word + other for other in CONSONANT]
