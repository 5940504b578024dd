"""Russian and Ukrainian morphology, by pymorphy3: lemmas, cases, genders."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Literal

import pymorphy3

INFLECTED = frozenset({"ru"})
"""Languages that decline names."""
Sex = Literal["m", "f"]
VerbForm = Literal["past", "future", "conditional", "infinitive"]
SEXES: dict[str, Sex] = {"masc": "m", "femn": "f"}
NAMELESS = "\N{REPLACEMENT CHARACTER}"
ENDING = 2
"""Usual maximum length in letters of a noun's ending."""
NAMES = ("Name", "Surn", "Patr")
CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def _parses(word: str) -> tuple[Any, ...]:
    # pymorphy3 looks up the Unicode name of each letter, but not every letter has one
    named = "".join(letter if unicodedata.name(letter, "") else NAMELESS for letter in word)
    return tuple(_analyzer().parse(named))


FOREIGN = re.compile(r"(\w*[бвгджзйклмнпрстфхцчшщ])(а|у|ом|ем|е)")
"""A surname with a stem that ends in a consonant, and the ending of a case."""
CASE_ENDINGS = {"gent": ("а",), "accs": ("а",), "datv": ("у",), "ablt": ("ом", "ем"), "loct": ("е",)}


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """Return all possible lemmas of a word, in lower case and with ё as е, including the word itself."""
    found = {_plain(parse.normal_form) for parse in _parses(word)}
    return frozenset({*found, _plain(word)})


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Return the likeliest lemma of a word, in lower case."""
    return str(_parses(word)[0].normal_form)


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Return whether a word can be a predicate: *сказал*, *говорит*, *уверен*."""
    tag = _parses(word)[0].tag
    return "VERB" in tag or "ADJS" in tag


@lru_cache(maxsize=50_000)
def verb_form(word: str) -> VerbForm | None:
    """Return the verb form of a word's likeliest parse: *сгорел*, *открыт* are past; ``None`` for the present tense."""
    tag = _parses(word)[0].tag
    if {"VERB", "past"} in tag or {"PRTS", "past", "perf"} in tag:
        return "past"
    if {"VERB", "futr"} in tag:
        return "future"
    return "infinitive" if "INFN" in tag else None


@lru_cache(maxsize=50_000)
def cases(word: str) -> frozenset[str]:
    """Return the possible cases of a name, from its parses as a name if there are any."""
    return frozenset(_case(parse) for parse in _name_parses(word))


def sex(word: str) -> Sex | None:
    """Return the sex implied by a first name or patronymic; ``None`` if both or neither are possible."""
    given = [p for p in _parses(word) if ("Name" in p.tag or "Patr" in p.tag) and str(p.tag.number) != "plur"]
    found = {SEXES.get(str(parse.tag.gender)) for parse in given}
    return found.pop() if len(found) == 1 else None


def is_given(word: str) -> bool:
    """Return whether a word's likeliest parse as a name is a first name or patronymic."""
    return any("Name" in parse.tag or "Patr" in parse.tag for parse in _name_parses(word)[:1])


def nominative(word: str, case: str, gender: Sex | None) -> str:
    """Return the nominative of a name in a given case, with its capitals; undeclined words are unchanged.

    Of a man's surname that no dictionary knows the ending is cut off: *Шольцем* is *Шольц*, with no vowel put in.
    """
    foreign = FOREIGN.fullmatch(word) if gender == "m" and not is_known(word) else None
    if foreign is not None and foreign[2] in CASE_ENDINGS.get(case, ()):
        return str(foreign[1])
    standing = [parse for parse in _name_parses(word) if _case(parse) == case]
    fitting = [parse for parse in standing if SEXES.get(str(parse.tag.gender)) in {gender, None}]
    ending_in_a = [parse for parse in standing if str(parse.normal_form)[-1] in "ая"]
    for parse in (*fitting, *(standing if gender is None else ending_in_a)):
        form = parse.inflect({"nomn", "sing"})
        if form is not None:
            written = str(form.word) if "ё" in word.lower() else str(form.word).replace("ё", "е")
            parts = zip(written.split("-"), word.split("-"), strict=False)
            return "-".join(part.capitalize() if own[0].isupper() else part for part, own in parts)
    return word


def _name_parses(word: str) -> tuple[Any, ...]:
    parses = tuple(p for p in _parses(word) if p.tag.case and p.tag.number != "plur")
    names = tuple(p for p in parses if any(kind in p.tag for kind in NAMES))
    return names or parses


def _case(parse: Any) -> str:
    case = str(parse.tag.case)
    return CASES.get(case, case)


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=50_000)
def is_plural(word: str) -> bool:
    """Return whether a word is likeliest a plural."""
    return str(_parses(word)[0].tag.number) == "plur"


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Return whether a word is a descriptive adjective or participle, not a pronoun such as *этот*."""
    tag = _parses(word)[0].tag
    return str(tag.POS) in {"ADJF", "PRTF"} and "Apro" not in tag


@lru_cache(maxsize=50_000)
def is_nominal(word: str) -> bool:
    """Return whether a word can be part of a noun phrase: nouns, adjectives, abbreviations."""
    tag = _parses(word)[0].tag
    return is_adjective(word) or str(tag.POS) == "NOUN" or not word.isalpha() or word.isupper() or "LATN" in tag


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Return whether a word is in the dictionary, but neither a noun nor a name in any parse."""
    parses = _parses(word)
    return all(parse.is_known and str(parse.tag.POS) not in {"NOUN", "ADJF", "None"} for parse in parses)


@lru_cache(maxsize=50_000)
def may_be_name(word: str) -> bool:
    """Return whether a word is likeliest a name of a person, place or organisation, or is not in the dictionary."""
    first = _parses(word)[0]
    return not first.is_known or any(kind in first.tag for kind in (*NAMES, "Geox", "Orgn"))


@lru_cache(maxsize=50_000)
def is_first_name(word: str) -> bool:
    """Return whether a word is likeliest a first name."""
    return "Name" in _parses(word)[0].tag


@lru_cache(maxsize=50_000)
def is_animate(word: str) -> bool:
    """Return whether a word is likeliest an animate noun."""
    return "anim" in _parses(word)[0].tag


@lru_cache(maxsize=50_000)
def is_profession(word: str) -> bool:
    """Return whether a word is likeliest an animate common noun: in the dictionary, and not a name."""
    first = _parses(word)[0]
    tags = first.tag
    named = any(kind in tags for kind in (*NAMES, "Geox", "Orgn"))
    return "NOUN" in tags and "anim" in tags and bool(first.is_known) and not named


@lru_cache(maxsize=50_000)
def nouns(word: str) -> frozenset[str]:
    """Return the possible lemmas of a word as an animate noun."""
    return frozenset(_plain(parse.normal_form) for parse in _parses(word) if "anim" in parse.tag)


@lru_cache(maxsize=50_000)
def may_be_subject(word: str) -> bool:
    """Return whether a name may be in the nominative."""
    return "nomn" in cases(word) or not cases(word)


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Return whether a word is in the dictionary."""
    return bool(_parses(word)[0].is_known)


@lru_cache(maxsize=50_000)
def may_be_surname(word: str) -> bool:
    """Return whether a word is a person's name in any parse, or is not in the dictionary."""
    parses = _parses(word)
    return not parses[0].is_known or any(kind in parse.tag for parse in parses for kind in NAMES)


@lru_cache(maxsize=50_000)
def nominative_sexes(word: str) -> frozenset[Sex | None]:
    """Return the possible sexes of a name in the nominative; ``None`` among them for a name of either sex."""
    return frozenset(SEXES.get(str(parse.tag.gender)) for parse in _name_parses(word) if _case(parse) == "nomn")


@lru_cache(maxsize=50_000)
def agreement(word: str) -> tuple[Sex | None, bool]:
    """Return the sex of the subject that a finite verb agrees with, and whether it is plural."""
    tag = _parses(word)[0].tag
    return SEXES.get(str(tag.gender)), str(tag.number) == "plur"


@lru_cache(maxsize=50_000)
def is_nominative_noun(word: str, *, plural: bool = False) -> bool:
    """Return whether a word may be a noun in the nominative, singular or `plural`."""
    number = "plur" if plural else "sing"
    tags = [parse.tag for parse in _parses(word)[:3] if str(parse.tag.POS) == "NOUN"]
    return any(str(tag.case) == "nomn" and str(tag.number) == number for tag in tags)


@lru_cache(maxsize=50_000)
def is_noun(word: str) -> bool:
    """Return whether a word is likeliest a noun."""
    return str(_parses(word)[0].tag.POS) == "NOUN"


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Return whether a word is likeliest a finite verb."""
    return str(_parses(word)[0].tag.POS) == "VERB"


@lru_cache(maxsize=50_000)
def paradigms(word: str) -> frozenset[tuple[str, Sex]]:
    """Return the possible cases of a name, each with the sex that it implies."""
    found: set[tuple[str, Sex]] = set()
    for parse in _name_parses(word):
        known = SEXES.get(str(parse.tag.gender))
        found |= {(_case(parse), sex) for sex in SEXES.values() if known in {sex, None}}
    return frozenset(found)


@lru_cache(maxsize=50_000)
def is_patronymic(word: str) -> bool:
    """Return whether a word is likeliest a patronymic."""
    return "Patr" in _parses(word)[0].tag


@lru_cache(maxsize=50_000)
def is_surname(word: str) -> bool:
    """Return whether a word is in the dictionary as a surname, but not as a first name."""
    parses = _parses(word)
    return any("Surn" in parse.tag for parse in parses) and not any("Name" in parse.tag for parse in parses)


@lru_cache(maxsize=50_000)
def base_form(word: str, sex: Sex | None = None) -> str:
    """Return the nominative singular of a noun or adjective (an adjective for `sex`), keeping its initial's case."""
    parse = _animate_first(word)
    gender = next((tag for tag, one in SEXES.items() if one == sex), None)
    wanted = {"nomn", "sing", gender} if gender and str(parse.tag.POS) != "NOUN" else {"nomn", "sing"}
    form = parse.inflect(wanted)
    if form is None or str(parse.tag.case) == "nomn":
        return word
    written = str(form.word) if "ё" in word.lower() else str(form.word).replace("ё", "е")
    if not written.startswith(word.lower()[: -ENDING - 1]):
        return word
    return written.capitalize() if word[0].isupper() else written


@lru_cache(maxsize=50_000)
def noun_sex(word: str) -> Sex | None:
    """Return the sex implied by a noun's gender."""
    return SEXES.get(str(_animate_first(word).tag.gender))


def _animate_first(word: str) -> Any:
    parses = _parses(word)
    return next((parse for parse in parses if "anim" in parse.tag and "NOUN" in parse.tag), parses[0])


def likely_sex(word: str) -> Sex | None:
    """Return the sex of a first name or patronymic by its likeliest parse."""
    return next((SEXES.get(str(parse.tag.gender)) for parse in _name_parses(word)), None)
