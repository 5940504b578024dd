"""What people ask for in plain words: “shorter”, “who is Lavrov?”, «подробнее»."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.locales import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NAMED = "{}"
MARKS = " \t\n?!.,…:;\"'«»“”„()"
LONGEST = 200
"""Nobody asks in more characters than that."""


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
    request: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The requests of one language: those said exactly, and those that name something."""

    polite: tuple[str, ...]
    exact: dict[str, Request]
    naming: tuple[tuple[re.Pattern[str], Request], ...]
    """The longest first: “search for …” before “search …”."""


def understand(text: str) -> Request | None:
    """Return what a text asks for in any language of the bot, or ``None`` for a text that is no such request."""
    if len(text) > LONGEST:
        return None
    said = _plain(" ".join(text.split()).strip(MARKS))
    phrases = [(language, _without(said, language.polite)) for language in _languages()]
    for language, phrase in phrases:
        request = language.exact.get(said) or language.exact.get(phrase)
        if request is not None:
            return request
    for language, phrase in phrases:
        for pattern, request in language.naming:
            if found := pattern.fullmatch(phrase):
                return Request(request.view, found[1].strip(MARKS))
    return None


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е").replace("’", "'")


def _without(said: str, polite: tuple[str, ...]) -> str:
    """Take polite words off both ends, again and again."""
    while True:
        shorter = said
        for words in polite:
            shorter = shorter.removeprefix(f"{words} ").removesuffix(f" {words}").strip(MARKS)
        if shorter == said:
            return said
        said = shorter


@cache
def _languages() -> tuple[_Phrases, ...]:
    return tuple(_read(path) for path in sorted(ROOT.glob("*/requests.toml")))


def _read(path: Path) -> _Phrases:
    file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    said = [(_plain(phrase), Request(row.view, row.argument, row.step)) for row in file.request for phrase in row.say]
    return _Phrases(
        polite=tuple(sorted(map(_plain, file.polite), key=len, reverse=True)),
        exact={phrase: request for phrase, request in reversed(said) if NAMED not in phrase},
        naming=tuple(
            (re.compile(re.escape(phrase).replace(re.escape(NAMED), "(.+)")), request)
            for phrase, request in sorted(said, key=lambda pair: len(pair[0]), reverse=True)
            if NAMED in phrase
        ),
    )
