"""Answers known from the briefing rather than from words: who speaks, and who holds a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.ask.terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Container

    from summaries.ask.question import Question
    from summaries.briefing import Body, Briefing, Person


def find_known(briefing: Briefing, question: Question) -> frozenset[int]:
    """Return the sentences that the briefing knows to contain the answer; empty if it knows none.

    What somebody said: the statements of the person or body that is named. For who holds a role, or who somebody is:
    the sentence that states the role.
    """
    if question.kind == "said":
        return _statements(briefing, question)
    return _roles(briefing, question) if question.kind == "who" else frozenset()


def _statements(briefing: Briefing, question: Question) -> frozenset[int]:
    asked = set(question.terms)
    people = [person for person in briefing.people if not asked.isdisjoint(find_terms(person.name, question.language))]
    names = {person.name for person in people}
    said = {statement.sentence for person in people for statement in person.says}
    return frozenset(said | {one.sentence for one in briefing.attributions if one.speaker in names})


def is_said_in(briefing: Briefing, question: Question, sentence: int, held: Container[str]) -> bool:
    """Return whether a sentence, which holds some of the terms asked, is what *what did … say* asks for.

    Somebody or something whose name or office the question holds a word of says it, and it holds the rest of the
    question: the verb, if it is more than *say*, and what is spoken of. This is wider than what `find_known` puts
    first: *the council* may be who speaks, or what is spoken of.
    """
    speakers = _speakers(briefing, question)
    everybody: list[Person | Body] = [*briefing.people, *briefing.bodies]
    said = {statement.sentence for one in everybody if one.name in speakers for statement in one.says}
    said |= {one.sentence for one in briefing.attributions if one.speaker in speakers}
    return sentence in said and all(term in held for term in _beyond(question, speakers))


def asks_only_what_was_said(briefing: Briefing, question: Question) -> bool:
    """Return whether a question asks what somebody said, and nothing more: not of what, not to whom."""
    return question.kind == "said" and not _beyond(question, _speakers(briefing, question))


def _speakers(briefing: Briefing, question: Question) -> dict[str, frozenset[str]]:
    """Return the people and bodies whose name or office a question holds a word of, with the terms of both."""
    asked, language = set(question.terms), question.language
    offices = {person.name: person.office or "" for person in briefing.people}
    names = [*(person.name for person in briefing.people), *(body.name for body in briefing.bodies)]
    called = {name: frozenset(find_terms(f"{name} {offices.get(name, '')}", language)) for name in names}
    return {name: terms for name, terms in called.items() if not asked.isdisjoint(terms)}


def _beyond(question: Question, speakers: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the terms of a question that are no part of a speaker's name or office."""
    return frozenset(question.terms).difference(*speakers.values())


def _roles(briefing: Briefing, question: Question) -> frozenset[int]:
    asked = set(question.terms)
    found: set[int] = set()
    for person in briefing.people:
        if person.role is None or not asked:
            continue
        language = question.language
        is_asked = asked <= set(find_terms(person.role.text, language)) or asked <= set(
            find_terms(person.name, language)
        )
        if is_asked and _follows(question.words, person.role.text, person.name):
            start = person.role.start
            found.update(one.index for one in briefing.sentences if one.start <= start < one.stop)
    return frozenset(found)


def _follows(words: tuple[str, ...], role: str, name: str) -> bool:
    """Return whether a question names a role in its own word order: *ambassador of Belarus to Russia*."""
    asked = [word for word in words if word in {*role.lower().split(), *name.lower().split()}]
    there = " ".join(role.lower().split())
    named = " ".join(name.lower().split())
    text = " ".join(asked)
    return text in there or text in named
