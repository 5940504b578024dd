"""Canonical names: the most complete form of a person's name in its base form, and the sex that it indicates."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.text import morphology
from summaries.text.lexicon import load_lexicon
from summaries.text.morphology import INFLECTED
from summaries.text.words import LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.text.morphology import Sex

TITLE = re.compile(r"(\w+)\.?\s+$")
NEXT = re.compile(r"\s+([^\W\d_]+)")
OPENS = re.compile(r"(?:^|[.!?…»\"—–,:;\n]\s*|\b(?:что|и|а|но|как|если|когда|где)\s)$")
"""Words and marks that may open a clause, so that the name after them is its subject."""
FEWEST = 2
ORDER = ("nomn", "gent", "datv", "ablt", "loct", "accs")
"""The cases of Russian names; for an ambiguous form the first is the likeliest."""
SURE = 3
"""Weight of a name whose first name is certainly in the nominative."""


def sex_of(text: str, start: int, name: Sequence[str], language: str) -> Sex | None:
    """Return the sex indicated by a title before the name or by the first name in it."""
    title = TITLE.search(text[max(0, start - 12) : start])
    known = load(People, language).sexes.get(title[1].lower()) if title else None
    if known in {"m", "f"}:
        return "m" if known == "m" else "f"
    if len(name) < 2:
        return None
    if language in INFLECTED:
        return next(filter(None, (morphology.sex(word) for word in name)), None)
    first = name[0].lower()
    male, female = first in load_lexicon("male"), first in load_lexicon("female")
    return None if male == female else "m" if male else "f"


def sex_of_verb(text: str, span: tuple[int, int], name: Sequence[str], language: str) -> Sex | None:
    """Return the sex indicated by the verb of which a bare surname is the subject: *Рут сообщил*."""
    if language not in INFLECTED or len(name) > 1 or not OPENS.search(text[max(0, span[0] - 12) : span[0]]):
        return None
    following = NEXT.match(text, span[1])
    if following is None or not morphology.may_be_subject(name[0]) or not morphology.is_verb(following[1]):
        return None
    return morphology.agreement(following[1])[0]


def is_surname_first(name: Sequence[str], language: str) -> bool:
    """Return whether a name begins with the surname: *Соловьёва Татьяна*, *Абдурахманова Наталья Петровна*."""
    if language not in INFLECTED or len(name) < FEWEST:
        return False
    last = morphology.is_patronymic(name[-1]) or morphology.is_first_name(name[-1])
    return last and not morphology.is_first_name(name[0]) and len(name[0].strip(".")) > 1


def is_without_surname(name: Sequence[str]) -> bool:
    """Return whether a Russian name is a first name with a patronymic: *Анна Петровна*."""
    return len(name) == FEWEST and morphology.is_patronymic(name[1]) and morphology.is_first_name(name[0])


def choose_name(names: Sequence[str], sex: Sex | None, language: str) -> str:
    """Return the most complete of a person's names, in the nominative if the language declines names."""
    most = max(_completeness(name) for name in names)
    longest = [name for name in names if _completeness(name) == most]
    mixed = [name for name in longest if not name.isupper() and not name.islower()] or [_settle(n) for n in longest]
    if language not in INFLECTED:
        return mixed[0]
    votes: Counter[str] = Counter()
    for name in mixed:
        form, sure = _decline(name, sex)
        votes[form] += SURE if sure else 1
    if most[0] == 1:
        votes += Counter(name for name in names if name in votes)
        stem = _shared_stem(frozenset(mixed))
        if stem is not None:
            return stem
    return max(votes, key=lambda form: (votes[form], -len(form)))


def _shared_stem(forms: frozenset[str]) -> str | None:
    """Return the stem shared by all forms of a man's surname that is in no dictionary: *Мерцу*, *Мерцем*."""
    endings = [morphology.FOREIGN.fullmatch(form) for form in forms]
    stems = {found[1] for found in endings if found is not None}
    if len(forms) < FEWEST or len(stems) != 1 or any(map(morphology.is_known, forms)):
        return None
    stem = stems.pop()
    told = stem in forms or any(found is not None and found[2] in {"ом", "ем"} for found in endings)
    return stem if told and all(form == stem or found for form, found in zip(forms, endings, strict=True)) else None


def _completeness(name: str) -> tuple[int, int]:
    words = LETTERS.findall(name)
    return len(words), sum(len(word) > 1 for word in words)


def _settle(name: str) -> str:
    """Return a name in capitals as it is written elsewhere; initials are kept."""
    return LETTERS.sub(lambda match: match[0].capitalize() if len(match[0]) > 1 else match[0], name)


def _decline(name: str, sex: Sex | None) -> tuple[str, bool]:
    """Return a name in the nominative, and whether that form is certain.

    All words of a name have the same case and sex; if the surname fits no reading of the first name, the first name
    decides, and a surname that is in no dictionary is kept as written. If a man's names share no case, the first name
    is indeclinable: *Риши Сунак*.
    """
    words = LETTERS.findall(name)
    firsts = [word for word in words if morphology.is_given(word)]
    given = [morphology.paradigms(word) for word in firsts if morphology.is_known(word)]
    given = given or [morphology.paradigms(word) for word in firsts]
    known = [found for found in map(morphology.paradigms, words) if found]
    shared = frozenset.intersection(*(given or known)) if known else frozenset()
    likely = sex or next((morphology.likely_sex(word) for word in words if morphology.is_given(word)), None)
    both = _of_sex(shared.intersection(*known), likely)
    shared = _of_sex(shared, likely)
    if likely == "m" and known and not frozenset.intersection(*(frozenset(case for case, _ in one) for one in known)):
        return name, True
    sure = bool(given) and {case for case, _ in shared} == {"nomn"}
    case, shown = _choose(both) or _choose_by_case(shared, known) or (None, None)
    alone = len(words) == 1 and not morphology.is_known(name)
    if sure or case is None or case == "nomn" or alone:
        return name, sure
    return LETTERS.sub(lambda match: morphology.nominative(match[0], str(case), sex or shown), name), sure


Paradigm = tuple[str, "Sex"]


def _of_sex(paradigms: frozenset[Paradigm], sex: Sex | None) -> frozenset[Paradigm]:
    """Return the readings of a sex; all of them if none matches or the sex is unknown."""
    return frozenset(one for one in paradigms if sex in {one[1], None}) or paradigms


def _choose(paradigms: frozenset[Paradigm]) -> Paradigm | None:
    """Return the likeliest case with its sex; if both sexes are possible, the dictionary's first reading."""
    return min(
        paradigms, key=lambda one: (ORDER.index(one[0]) if one[0] in ORDER else len(ORDER), one[1] != "m"), default=None
    )


def _choose_by_case(shared: frozenset[Paradigm], known: Sequence[frozenset[Paradigm]]) -> Paradigm | None:
    """Return the likeliest case that all words share, though they disagree in sex: *Владимира Колободу*."""
    if any(case == "nomn" for case, _ in shared):
        return None
    cases = [{case for case, _ in one} for one in known]
    common = set.intersection(*cases) if cases else set()
    return _choose(frozenset(one for one in shared if one[0] in common) or shared)
