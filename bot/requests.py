"""What people ask for in plain words: “shorter”, “who is Lavrov?”, «подробнее».

All plain text comes through here. It is tried as a request, then as a question, then as words to look up; a command
that does not exist is compared with those that do.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz, process

from bot.locales import ROOT, SOURCE, languages
from bot.views.name_lookup import knows_person, knows_place
from bot.views.speaker_lookup import bodies_called, knows_speaker
from summaries.article import count_words
from summaries.ask import is_question, opens_as_question
from summaries.briefing import LADDER
from summaries.errors import LengthError
from summaries.ranking import parse_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from summaries.briefing import Briefing

NAMED = "{}"
ANYTHING = "x"
MARKS = " \t\n?!.,…:;\"'«»“”„()¿¡"
SPELLINGS = str.maketrans("ё’ʼ`", "е'''")
UNMARKED = 20
"""Maximum length in words of a question without a question mark: longer texts were pasted."""
LENGTH_WORDS = 2
"""Maximum length in words of a summary length: a number and a unit."""
YEAR = re.compile(r"[12]\d{3}")
LONGEST = 200
"""Maximum length of a request in characters."""
ALIKE = 70
"""Minimum similarity (0 to 100) of a misspelt command to the one that is meant."""
FEW = 6
"""Maximum length in words of a text in which a format's name is a request, not just a mention."""
FILES = frozenset({"pdf", "docx", "html", "md", "obsidian", "readwise", "json"})
"""Formats whose names mean nothing else; “calendar” may well be a word to look up in the article."""
INSTRUCTIONS = frozenset({"summary", "points", "oral", "who", "quotes", "dates", "numbers", "where", "export"})
"""What may be asked for in the line above a pasted text."""


@dataclass(frozen=True, slots=True)
class Request:
    """A requested view with its argument, or a step up or down the ladder of lengths."""

    view: str
    argument: str = ""
    step: int = 0


class _Row(BaseModel):
    """One request in a ``requests.toml``, with all the ways of saying it."""

    model_config = ConfigDict(extra="forbid")

    view: str
    argument: str = ""
    step: int = 0
    say: tuple[str, ...]


class _File(BaseModel):
    """A ``requests.toml``, its rows in the order in which they are tried."""

    model_config = ConfigDict(extra="forbid")

    polite: tuple[str, ...]
    numbers: dict[str, str]
    """Number words and their digits."""
    request: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The requests of one language: fixed phrases, and phrases with a name in them."""

    polite: tuple[str, ...]
    numbers: dict[str, str]
    exact: dict[str, Request]
    naming: tuple[tuple[str, str, Request], ...]
    """What comes before and after the name; longest first, so “search for …” before “search …”."""


def understand(text: str, language: str = SOURCE) -> Request | None:
    """Return what a text asks for: a request in any language of the bot, or a question in one of these or `language`.

    `language` is the article's. Returns ``None`` for a text that asks nothing, such as words to look up.
    """
    wish = find_wish(text)
    if wish is not None:
        return wish
    brief = len(text) <= LONGEST * 2 and ("?" in text or count_words(text) <= UNMARKED)
    if brief and (is_question(text, language) or any(opens_as_question(text, code) for code in languages())):
        return Request("ask", " ".join(text.split()))
    return _find_format(text)


def _find_format(text: str) -> Request | None:
    """Return the request for a file whose format is named anywhere in a few words: “drop the pdf in here”."""
    words = [word.strip(MARKS) for word in _key(text).split()]
    if len(words) > FEW:
        return None
    found = (language.exact.get(word) for word in words for language in _vocabularies())
    return next((one for one in found if one and one.view == "export" and one.argument in FILES), None)


def settle(request: Request, text: str, briefing: Briefing) -> Request:
    """Adapt a request to an article: one that names something it does not know becomes a question.

    Nothing is refused before the whole article has been searched.
    """
    wanted = request.argument
    known = True
    if request.view == "about":
        return Request("who", wanted) if knows_person(briefing, wanted) else Request("find", wanted)
    if request.view == "who" and wanted:
        known = knows_person(briefing, wanted) or bool(bodies_called(briefing, wanted))
    elif request.view == "quotes" and wanted:
        known = knows_speaker(briefing, wanted)
    elif request.view == "where" and wanted:
        known = knows_place(briefing, wanted)
    elif request.view == "dates" and wanted:
        known = wanted == "future" or any(map(str.isdigit, wanted))
    return request if known else Request("ask", text)


def _is_length(wanted: str) -> bool:
    """Return whether a phrase asks for a length, even an impossible one such as 0 sentences; a year is none."""
    try:
        return bool(parse_length(wanted)) and not YEAR.fullmatch(wanted)
    except LengthError:
        number, *unit = wanted.split() or ("",)
        return number[:1].isdigit() and len(unit) < LENGTH_WORDS and not YEAR.fullmatch(number)


def length_called(wanted: str) -> str | None:
    """Return the length on the ladder with this name, in any known language."""
    try:
        name = parse_length(wanted).name
    except LengthError:
        return None
    return name if name in {length.name for length in LADDER} else None


def is_polite(text: str) -> bool:
    """Return whether a text is nothing but polite words, such as *please*, or empty."""
    said = f"{ANYTHING} {_key(text).strip(MARKS)}"
    return any(said[_core(said, language.polite)] == ANYTHING for language in _vocabularies())


def split_instruction(text: str) -> tuple[Request | None, str]:
    """Split off a request in the first line of a pasted text; return ``None`` and the whole text if there is none."""
    line, _, rest = text.strip().partition("\n")
    wish = find_wish(line) if len(line) <= LONGEST else None
    if wish is None or wish.view not in INSTRUCTIONS or not rest.strip():
        return None, text
    return wish, rest.strip()


def nearest_command(text: str, commands: Iterable[str]) -> str | None:
    """Return the command probably meant by one that does not exist, such as “/sumary”, or ``None``."""
    wanted = text.split(maxsplit=1)[0].removeprefix("/").partition("@")[0].casefold()
    best = process.extractOne(wanted, list(commands), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else None


def _is_number(wanted: str) -> bool:
    return wanted.isascii() and wanted.isdigit()


TAKES: Mapping[str, Callable[[str], bool]] = {
    "summary": _is_length,
    "points": _is_number,
    "source": _is_number,
    "use": _is_number,
    "chapters": _is_number,
}
"""What a view's argument must look like, so that “in 5 sentences” asks for a length and “in which year …” does not."""


def find_wish(text: str) -> Request | None:
    """Return what a text requests in any language of the bot, or ``None``."""
    if len(text) > LONGEST:
        return None
    said = fold(" ".join(text.split()).strip(MARKS))
    bare = _without_accents(said)
    cores = [(language, _core(bare, language.polite)) for language in _vocabularies()]
    for language, core in cores:
        request = language.exact.get(bare) or language.exact.get(bare[core])
        if request is not None:
            return request
    named = [_naming(said[core], bare[core], language) for language, core in cores]
    best = max(filter(None, named), key=lambda pair: (pair[0], pair[1].argument[:1].isdigit()), default=None)
    return best[1] if best else None


def _naming(said: str, bare: str, language: _Phrases) -> tuple[int, Request] | None:
    """Return the length of the matching phrase and its request, the name in it as it was typed, accents included."""
    for before, after, request in language.naming:
        if not (bare.startswith(before) and bare.endswith(after)):
            continue
        argument = _in_digits(said[len(before) : len(said) - len(after)].strip(MARKS), language.numbers)
        if argument and TAKES.get(request.view, bool)(argument):
            return len(before) + len(after), Request(request.view, argument)
    return None


def _in_digits(argument: str, numbers: dict[str, str]) -> str:
    """Return an argument with a leading number word in digits: “three sentences” as “3 sentences”."""
    first, _, rest = argument.partition(" ")
    return " ".join(filter(None, (numbers.get(first, first), rest)))


def fold(text: str) -> str:
    """Return a text as phrases are compared: in lower case, ё as е, with one kind of apostrophe; accents stay."""
    return unicodedata.normalize("NFC", text.casefold()).translate(SPELLINGS)


def _without_accents(text: str) -> str:
    """Return a text without accents, of the same length: *quien* for *quién*."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _core(said: str, polite: tuple[str, ...]) -> slice:
    """Return the slice of a text that is left without the polite words at both ends."""
    start, stop = 0, len(said)
    while True:
        before = start, stop
        for words in polite:
            after, ahead = start + len(words), stop - len(words)
            if said.startswith(words, start, stop) and after < stop and said[after] in MARKS:
                start = after
            if said.endswith(words, start, stop) and ahead > start and said[ahead - 1] in MARKS:
                stop = ahead
            while start < stop and said[start] in MARKS:
                start += 1
            while start < stop and said[stop - 1] in MARKS:
                stop -= 1
        if before == (start, stop):
            return slice(start, stop)


def _key(phrase: str) -> str:
    return _without_accents(fold(phrase))


@cache
def _vocabularies() -> tuple[_Phrases, ...]:
    return tuple(_read(path) for path in sorted(ROOT.glob("*/requests.toml")))


def _read(path: Path) -> _Phrases:
    file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    said = [(_key(phrase), Request(row.view, row.argument, row.step)) for row in file.request for phrase in row.say]
    return _Phrases(
        polite=tuple(sorted(map(_key, file.polite), key=len, reverse=True)),
        numbers={fold(word): digits for word, digits in file.numbers.items()},
        exact={phrase: request for phrase, request in reversed(said) if NAMED not in phrase},
        naming=tuple(
            (phrase.partition(NAMED)[0], phrase.partition(NAMED)[2], request)
            for phrase, request in sorted(said, key=lambda pair: len(pair[0]), reverse=True)
            if NAMED in phrase
        ),
    )
