"""Assigns offices as a text states them: before or after the name, or of somebody named nearby.

Nothing is inferred that the text does not say.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summaries.languages.schema import People, load
from summaries.people.roles.phrases import Phrases, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summaries.people.mentions import Line, Named

FARTHEST = 14
Span = tuple[int, int]
"""A half-open range of tokens in a sentence."""


class Role(NamedTuple):
    """Words that state the office of a person, as offsets in the article."""

    start: int
    stop: int
    words: int
    base: str
    """The words with their head in the nominative; unchanged in languages without declension."""


Roles = tuple[Role, ...]


def find_roles(lines: Sequence[Line], language: str, count: int) -> list[Roles]:
    """Return the roles of each person: none, one, or two if the text gives two next to a name.

    The first multi-word roles win, else the first roles; *son of a baker* only if there is no other. Roles apart from a
    name count only for people without a role next to one of their names.
    """
    grammar = phrases_of(language)
    stated: defaultdict[int, list[Roles]] = defaultdict(list)
    for line in lines:
        for named in line.names:
            stated[named.person] += _beside(line, named, grammar)
    apart = _apart(lines, grammar, {person for person, roles in stated.items() if roles})
    kin = load(People, language).kin
    return [_best(stated.get(person) or apart.get(person) or [], kin) for person in range(count)]


def _best(stated: Sequence[Roles], kin: frozenset[str]) -> Roles:
    stated = [roles for roles in stated if roles[0].base.split()[0].lower() not in kin] or stated
    several = (roles for roles in stated if any(role.words > 1 for role in roles))
    return next(several, stated[0] if stated else ())


def _role(line: Line, span: Span, grammar: Phrases) -> Role:
    first, last = line.tokens[span[0]], line.tokens[span[1] - 1]
    words = sum(token.word for token in line.tokens[slice(*span)])
    return Role(first.start, last.stop, words, grammar.base_form(line, span))


def _beside(line: Line, named: Named, grammar: Phrases) -> Iterator[Roles]:
    """Yield the roles next to a name: those around it together, then what the person is said to be."""
    around = [_role(line, span, grammar) for find in (_before, _after) if (span := find(line, named, grammar))]
    if around:
        yield _apart_in_words(around)
    said = _by_verb(line, named, grammar)
    if said:
        yield (_role(line, said, grammar),)


def _apart_in_words(roles: Sequence[Role]) -> Roles:
    """Return roles without those whose words are part of another, or an abbreviated rank next to an occupation."""
    if len(roles) > 1:
        roles = [role for role in roles if not role.base.endswith(".")] or roles[:1]
    words = [set(role.base.lower().split()) for role in roles]
    return tuple(
        role
        for n, role in enumerate(roles)
        if not any(words[n] < other or (words[n] == other and m < n) for m, other in enumerate(words) if m != n)
    )


def _before(line: Line, named: Named, grammar: Phrases) -> Span | None:
    """Return the role before a name: *Foreign Minister*, *Ambassador of Belarus to Russia*."""
    stop = named.first
    while stop and grammar.is_title(line, stop - 1):
        stop -= 1
    span = grammar.ending_at(line, stop)
    if span is None and stop and line.lemma(stop - 1) in grammar.inverting | grammar.introducing:
        return grammar.ending_at(line, stop - 1)
    if span is None and line.lemma(stop - 1) == "," and grammar.closes(line, _over_origin(line, named.after, grammar)):
        span = grammar.ending_at(line, stop - 1)
        if span and not grammar.opens(line, span[0]):
            return None
    return span


def _over_origin(line: Line, i: int, grammar: Phrases) -> int:
    """Return the position after *of the Coast Party* or *(R)* following a name."""
    if line.lemma(i) == "(":
        return next((n + 1 for n in range(i, min(i + FARTHEST, len(line.tokens))) if line.lemma(n) == ")"), i)
    if line.lemma(i) not in grammar.origins:
        return i
    return next((n for n in range(i, min(i + FARTHEST, len(line.tokens))) if not line.tokens[n].word), i)


def _after(line: Line, named: Named, grammar: Phrases) -> Span | None:
    """Return the role after a name, set off by a comma, a dash or brackets: *, the president of Belarus,*."""
    i = named.after
    if line.lemma(i) not in grammar.openers_after:
        return None
    bracket = line.lemma(i) == "("
    i = grammar.skip_age(line, i + 1)
    span = grammar.starting_at(line, i)
    if span is None or (not bracket and not grammar.closes(line, span[1])):
        return None
    if line.lemma(span[1]) == "," and line.name_at(span[1] + 1):
        return None
    return span


def _by_verb(line: Line, named: Named, grammar: Phrases) -> Span | None:
    """Return what a person is said to be: *is the president of Belarus*, *, who was mayor*."""
    i = named.after
    if line.lemma(i) == "," and line.lemma(i + 1) in grammar.relatives:
        return _said_to_be(line, i + 2, grammar) or _said_to_be(line, _over_clause(line, i + 2), grammar)
    return _said_to_be(line, i + (line.lemma(i) in grammar.relatives), grammar)


def _said_to_be(line: Line, i: int, grammar: Phrases) -> Span | None:
    while line.lemma(i) in grammar.between:
        i += 1
    if line.lemma(i) not in grammar.copulas:
        return None
    while line.lemma(i) in grammar.copulas or line.lemma(i) in grammar.between:
        i += 1
    return grammar.starting_at(line, i)


def _over_clause(line: Line, start: int) -> int:
    """Return the position after *, who was not there,*."""
    comma = next((i for i in range(start, min(start + FARTHEST, len(line.tokens))) if line.lemma(i) == ","), start - 1)
    return comma + 1


def _apart(lines: Sequence[Line], grammar: Phrases, known: set[int]) -> dict[int, list[Roles]]:
    """Return the roles apart from names, if only one person was named before in the paragraph.

    *A statement from Lukashenko … According to the Belarusian leader*. People who already have a role, and words that
    would fit several people, are left out.
    """
    found: defaultdict[int, list[Roles]] = defaultdict(list)
    named: set[int] = set()
    paragraph = -1
    for line in lines:
        if line.sentence.paragraph != paragraph:
            paragraph, named = line.sentence.paragraph, set()
        for span in grammar.standing_alone(line):
            before = named | {name.person for name in line.names if name.after <= span[0]}
            after = {name.person for name in line.names if name.first >= span[1]}
            if len(before) == 1 and not before & after and not before & known:
                found[before.pop()].append((_role(line, span, grammar),))
        named = named | {name.person for name in line.names}
    return found
