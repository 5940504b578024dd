"""Follow-ups: “why?”, “and him?”, “and in 2019?”, “more on that” mean something after what a chat asked last.

What is put in of the question before stands in square brackets: *why? [who closed the bridge]*.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from bot.errors import NoSuchPerson
from bot.locales import ROOT, languages
from bot.requests import LONGEST, MARKS, Request, find_wish, fold, settle
from bot.views.answer import pack
from bot.views.name_lookup import people_called
from summaries.ask import is_question, names_before
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bot.library.protocols import Topic
    from summaries.ask import Answer
    from summaries.briefing import Briefing, Person

Kind = Literal["more", "person", "asking", "instead", "pronoun"]
ORDER: tuple[Kind, ...] = ("more", "person", "asking", "instead", "pronoun")
"""Where a text may be read in several ways, the first counts."""
FEW = 5
"""What takes the place of something asked has so many words at most: “and in the north of the country?”"""
WORD = re.compile(r"[^\W\d_]+")
TIME = re.compile(r"(?<!\S)(?:\w{1,3} )?\d{4}(?!\w)")
"""A year with a short word before it: *in 2019*."""
ADDED = re.compile(r"(?P<said>.+) \[(?P<before>.+)\]")
NAMING = frozenset({"who", "quotes", "where", "find", "dates"})
"""The views whose argument names somebody or something, which another may take the place of."""
TOPICS = NAMING | {"ask"}
"""The views that may be gone on from."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a text goes on from what was asked, and the words of it that count."""

    kind: Kind
    words: str
    language: str
    """The language whose follow-ups it was read by."""


class _Words(BaseModel):
    """A ``follow_ups.toml``: what people say in a language when they go on."""

    model_config = ConfigDict(extra="forbid")

    opens: tuple[str, ...]
    pronouns: tuple[str, ...]
    asks: tuple[str, ...]
    more: tuple[str, ...]
    mark: str = "?"
    """How a question mark is set behind a word."""


def read_follow_up(text: str) -> FollowUp | None:
    """Return how a text goes on from what was asked before it; ``None`` for one that stands by itself.

    A question with a word such as *he* goes on as well; who is meant, if anybody, the article and what was asked tell.
    """
    said = " ".join(text.split())
    if len(said) > LONGEST:
        return None
    found = [one for one in (_read(said, words, language) for language, words in _vocabularies().items()) if one]
    return min(found, key=lambda one: ORDER.index(one.kind), default=None)


def follow(briefing: Briefing, topic: Topic, found: FollowUp, before: Answer | None) -> Request | None:
    """Return what a follow-up asks of an article after what was asked of it; ``None`` where it makes no sense there.

    `before` is the answer to what was asked, where that was a question.
    """
    match found.kind:
        case "more":
            return _more(topic, before)
        case "person":
            person = _person_meant(briefing, topic, before)
            return Request("who", person.name) if person else None
        case "asking":
            return Request("ask", f"{found.words}{_vocabularies()[found.language].mark} [{_base(topic)}]")
        case "instead":
            return _instead(briefing, topic, found)
        case "pronoun":
            named = _named(briefing, found.words)
            meant = None if named else _person_meant(briefing, topic, before)
            return _with_name(briefing, found, meant) if meant else None


def _read(said: str, words: _Words, language: str) -> FollowUp | None:
    bare = said.strip(MARKS)
    key = fold(bare)
    if key in words.more:
        return FollowUp("more", bare, language)
    opening = next((one for one in words.opens if key.startswith(f"{one} ")), "")
    core = bare[len(opening) :].strip(MARKS)
    if fold(core) in words.pronouns:
        return FollowUp("person", core, language)
    wish = find_wish(said)
    if fold(core) in words.asks:
        return FollowUp("asking", core, language) if opening or "?" in said or wish is None else None
    is_asked = any(is_question(core, other) for other in languages())
    if opening and core and len(core.split()) <= FEW and not is_asked and (wish is None or wish.view == "about"):
        return FollowUp("instead", core, language)
    if not is_asked and wish is None:
        return None
    return FollowUp("pronoun", bare, language) if _find_pronoun(bare, words) else None


def _more(topic: Topic, before: Answer | None) -> Request | None:
    """Return the request for what is left of an answer, or for all that is said of what was spoken of."""
    if before is None:
        return Request("find", topic.argument)
    packed, count = pack(hit.sentence.index for hit in before.more)
    return Request("also", packed) if count else None


def _instead(briefing: Briefing, topic: Topic, found: FollowUp) -> Request:
    """Return what was asked with something else in the place of what it named."""
    words, mark = found.words, _vocabularies()[found.language].mark
    if topic.view in NAMING:
        request = Request(topic.view, words)
        return request if settle(request, words, briefing) == request else Request("find", words)
    base = _base(topic)
    if TIME.search(base) and TIME.search(words):
        return Request("ask", f"{TIME.sub(words, base)}{mark}")
    named, instead = (_named(briefing, text) for text in (base, words))
    if len(named) == 1 and len(instead) == 1:
        return Request("ask", f"{_exchanged(base, named[0], words, briefing.article.language)}{mark}")
    return Request("ask", f"{base} {words}{mark}")


def _with_name(briefing: Briefing, found: FollowUp, person: Person) -> Request | None:
    """Return a question with the name of whom it means by a word such as *he*; ``None`` if it may mean something else.

    That is what the question itself speaks of before the word: *why was the ferry stopped, and when will she sail?*
    """
    said, words = found.words, _vocabularies()[found.language]
    pronoun = _find_pronoun(said, words)
    if pronoun is None:
        return None
    wish = find_wish(f"{said[: pronoun.start()]}{person.name}{said[pronoun.end() :]}")
    if wish is not None and wish.view in NAMING and settle(wish, said, briefing) == wish:
        return wish
    if names_before(said, pronoun.start(), found.language):
        return None
    return Request("ask", f"{said[: pronoun.end()]} [{person.name}]{said[pronoun.end() :]}{words.mark}")


def _person_meant(briefing: Briefing, topic: Topic, before: Answer | None) -> Person | None:
    """Return the one person whom a question named, or else whom its answer names; ``None`` where these are several."""
    if before is None:
        try:
            people = list(people_called(briefing.people, topic.argument, exactly=True))
        except NoSuchPerson:
            return None
    else:
        people = _named(briefing, topic.argument)
        if not people and before.certainty != "none":
            best = before.hits[0].sentence.index
            people = [one for one in briefing.people if any(mention.sentence == best for mention in one.mentions)]
    return people[0] if len(people) == 1 else None


def _named(briefing: Briefing, text: str) -> list[Person]:
    """Return the people whom a text names by more of their names than all others."""
    said = set(find_stems(text, briefing.article.language))
    shared = [(len(said.intersection(find_stems(p.name, briefing.article.language))), p) for p in briefing.people]
    most = max((count for count, _ in shared), default=0)
    return [person for count, person in shared if count == most > 0]


def _exchanged(base: str, person: Person, words: str, language: str) -> str:
    """Return a question with words in the place of the name of a person in it."""
    name = set(find_stems(person.name, language))
    spans = [match.span() for match in WORD.finditer(base) if not name.isdisjoint(find_stems(match[0], language))]
    return f"{base[: spans[0][0]]}{words}{base[spans[-1][1] :]}"


def _base(topic: Topic) -> str:
    """Return what was asked, without the question before that it went on from."""
    added = ADDED.fullmatch(topic.argument)
    return _said(added["before"] if added else topic.argument)


def _said(text: str) -> str:
    return " ".join(text.split()).strip(MARKS)


def _find_pronoun(said: str, words: _Words) -> re.Match[str] | None:
    """Return the first word that stands for a person: German *sie*, but not *Sie*."""
    pronouns = (match for match in WORD.finditer(said) if fold(match[0]) in words.pronouns)
    return next((match for match in pronouns if match[0].islower() or match.start() == 0), None)


@cache
def _vocabularies() -> Mapping[str, _Words]:
    return {path.parent.name: _load(path) for path in sorted(ROOT.glob("*/follow_ups.toml"))}


def _load(path: Path) -> _Words:
    return _Words.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
