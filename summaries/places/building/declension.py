"""The forms of Russian names of places in all cases, by pymorphy3."""

from __future__ import annotations

from functools import cache
from typing import Any

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def is_place(name: str) -> bool:
    """Tell whether the dictionary knows a name as that of a place, in the nominative; longer ones by each word."""
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
