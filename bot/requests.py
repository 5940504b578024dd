"""What people ask for in plain words: “shorter”, “who is Lavrov?”, «подробнее».

The one door for words. A text is tried as a wish, then as a question, then as words to look up; a command that does not
exist is compared with those that do.
"""

from __future__ import annotations

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
"""Words of a question without a question mark, at most: a longer text was pasted."""
LENGTH_WORDS = 2
"""Words of a length: a number and a unit."""
LONGEST = 200
"""Nobody asks in more characters than that."""
ALIKE = 70
"""From which likeness (0 to 100) on a misspelt command is understood."""
FEW = 6
"""Among so many words a format is asked for, not spoken of."""
FILES = frozenset({"pdf", "docx", "html", "md", "obsidian", "readwise", "json"})
"""The formats whose names mean nothing else; a calendar may be what is looked for in the article."""
INSTRUCTIONS = frozenset({"summary", "points", "oral", "who", "quotes", "dates", "numbers", "where", "export"})
"""What may be asked for in the line above a pasted text."""


@dataclass(frozen=True, slots=True)
class Request:
    """A view that is asked for, with its argument, or a step on the ladder of lengths."""

    view: str
    argument: str = ""
    step: int = 0


class _Row(BaseModel):
    """One request of a ``requests.toml``, with all that people say for it."""

    model_config = ConfigDict(extra="forbid")

    view: str
    argument: str = ""
    step: int = 0
    say: tuple[str, ...]


class _File(BaseModel):
    """A ``requests.toml``: its rows in the order in which they are tried."""

    model_config = ConfigDict(extra="forbid")

    polite: tuple[str, ...]
    numbers: dict[str, str]
    """Numbers in words, with their digits."""
    request: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The requests of one language: those said exactly, and those that name something."""

    polite: tuple[str, ...]
    numbers: dict[str, str]
    exact: dict[str, Request]
    naming: tuple[tuple[str, str, Request], ...]
    """What stands before and after the name; the longest first: “search for …” before “search …”."""


def understand(text: str, language: str = SOURCE) -> Request | None:
    """Return what a text asks for: a wish in any language of the bot, else a question in one of these or the article's.

    ``None`` for a text that asks nothing, such as words to look up. `language` is that of the article.
    """
    wish = find_wish(text)
    if wish is not None:
        return wish
    brief = len(text) <= LONGEST * 2 and ("?" in text or count_words(text) <= UNMARKED)
    if brief and (is_question(text, language) or any(opens_as_question(text, code) for code in languages())):
        return Request("ask", " ".join(text.split()))
    return _find_format(text)


def _find_format(text: str) -> Request | None:
    """Return the request for a file whose format stands anywhere in a few words: “drop the pdf in here”."""
    words = [word.strip(MARKS) for word in _key(text).split()]
    if len(words) > FEW:
        return None
    found = (language.exact.get(word) for word in words for language in _vocabularies())
    return next((one for one in found if one and one.view == "export" and one.argument in FILES), None)


def settle(request: Request, text: str, briefing: Briefing) -> Request:
    """Return the request that an article can answer: one that names something unknown becomes a question.

    Nothing is denied before the article has been looked through.
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
    """Tell whether words ask for a length, if only for one that makes no sense, such as 0 sentences."""
    try:
        return bool(parse_length(wanted))
    except LengthError:
        return wanted[:1].isdigit() and len(wanted.split()) <= LENGTH_WORDS


def length_called(wanted: str) -> str | None:
    """Return the length of the ladder that is called so, in any language known."""
    try:
        name = parse_length(wanted).name
    except LengthError:
        return None
    return name if name in {length.name for length in LADDER} else None


def is_polite(text: str) -> bool:
    """Tell whether a text is nothing but politeness: *please*; an empty one is not more than that."""
    said = f"{ANYTHING} {_key(text).strip(MARKS)}"
    return any(said[_core(said, language.polite)] == ANYTHING for language in _vocabularies())


def split_instruction(text: str) -> tuple[Request | None, str]:
    """Return what the first line of a pasted text asks for, with the text below it, or nothing and all of the text."""
    line, _, rest = text.strip().partition("\n")
    wish = find_wish(line) if len(line) <= LONGEST else None
    if wish is None or wish.view not in INSTRUCTIONS or not rest.strip():
        return None, text
    return wish, rest.strip()


def nearest_command(text: str, commands: Iterable[str]) -> str | None:
    """Return the command that is meant by one that does not exist: “/sumary”; ``None`` where none is near."""
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
}
"""What the argument of a view must be, so that “in 5 sentences” asks for a length and “in which year …” does not."""


def find_wish(text: str) -> Request | None:
    """Return what a text wishes in any language of the bot, or ``None``."""
    if len(text) > LONGEST:
        return None
    said = _plain(" ".join(text.split()).strip(MARKS))
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
    """Return a request that names something as it was said, accents included, after the length of the phrase."""
    for before, after, request in language.naming:
        if not (bare.startswith(before) and bare.endswith(after)):
            continue
        argument = _in_digits(said[len(before) : len(said) - len(after)].strip(MARKS), language.numbers)
        if argument and TAKES.get(request.view, bool)(argument):
            return len(before) + len(after), Request(request.view, argument)
    return None


def _in_digits(argument: str, numbers: dict[str, str]) -> str:
    """Return an argument with a number in words at its beginning in digits: “three sentences”."""
    first, _, rest = argument.partition(" ")
    return " ".join(filter(None, (numbers.get(first, first), rest)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold()).translate(SPELLINGS)


def _without_accents(text: str) -> str:
    """Return a text of the same length in which every letter stands without its accents: *quien* for *quién*."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _core(said: str, polite: tuple[str, ...]) -> slice:
    """Return where what is said stands between the polite words at both ends."""
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
    return _without_accents(_plain(phrase))


@cache
def _vocabularies() -> tuple[_Phrases, ...]:
    return tuple(_read(path) for path in sorted(ROOT.glob("*/requests.toml")))


def _read(path: Path) -> _Phrases:
    file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    said = [(_key(phrase), Request(row.view, row.argument, row.step)) for row in file.request for phrase in row.say]
    return _Phrases(
        polite=tuple(sorted(map(_key, file.polite), key=len, reverse=True)),
        numbers={_plain(word): digits for word, digits in file.numbers.items()},
        exact={phrase: request for phrase, request in reversed(said) if NAMED not in phrase},
        naming=tuple(
            (phrase.partition(NAMED)[0], phrase.partition(NAMED)[2], request)
            for phrase, request in sorted(said, key=lambda pair: len(pair[0]), reverse=True)
            if NAMED in phrase
        ),
    )
