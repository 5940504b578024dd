"""The tense of a date's clause: future or past."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from summaries.timeline.grammar import load_grammar
from summaries.timeline.reading import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summaries.timeline.reading import Word

SIGHT = 25
"""Number of words within which a word such as *will* is searched for."""
FURNITURE = 14
"""Maximum number of words in a line such as *Updated on 3 May at 10:30*."""
HEADING = 7
"""Maximum number of words before the date of a heading."""
SAID = 3
"""Maximum distance in words of *said* before a date: what is said on Monday is past, whatever it is about."""
OPENING = 2
"""Maximum number of words before a date that opens the sentence, so that its verb follows."""
SCHEDULED = 5
"""Number of words before a date that are searched for a present tense such as *meets*."""
REACH = 6
"""Maximum number of words between a date and a verb that is certainly its own."""
AUXILIARIES = 3
"""Maximum number of words of a form such as *will have been*."""
SIGHT_OF_AFTER = 6
"""Maximum number of words between *after* and the date that follows it."""
COMMA = "','"
COLON = "':'"
POSSESSIVE = "'''"
"""The sign of *Friday's*, whose ruling or match a reader knows of."""
DETERMINERS = frozenset({"article", "number"})
VERBS = frozenset({"ahead", "perhaps", "said"})
TENSED = frozenset({"said", "preterite", "ahead", "perhaps", "scheduled", "perfect"})
PAST_FORMS = frozenset({"said", "preterite"})
PAST = frozenset({"preterite", "after", "said"})
DOUBTS = frozenset({COMMA, "'('", "pending", "hearsay", "cancelled", "perhaps", "infinitive"})
"""Words between a date and a verb that leave it open whether the day is the verb's: *agreed to close on 3 May*."""
BEFORE_NOUN = frozenset({"article", "season_before"})
DESCRIBING = frozenset({"article", "preposition"})
"""Words before what describes a noun: *according to unconfirmed reports*."""
AUXILIARY = frozenset({"modal", "perhaps", "ahead"})
NOUNS = frozenset({"word", "name"})
AIMS = frozenset({"deadline", "from", "to", "meant"})
"""Words right before a date that is a target: *set the closure for 3 May*."""
EDGES = frozenset({"break", "stop"})
NOT_OF_PLAN = frozenset({COMMA, "after"})
"""Words between an infinitive and a date that is not its own: *decided to close it after the floods of March*."""

Roles = list["Collection[str]"]


class Tense(NamedTuple):
    """`ahead`: what will be; `hoped`: that, or what may or would be; `behind`: what was.

    `likely`: what the verb that stands nearest says will, may or would be; a present tense alone does not.
    `over`, `coming`: what the verb of the date itself says was or will be, with nothing between that leaves a doubt.
    `possible`: what the nearest verb says may be: *could return in spring*.
    `resolved`: what somebody decided or agreed to do: *agreed to close it in March*.
    """

    ahead: bool = False
    hoped: bool = False
    behind: bool = False
    likely: bool = False
    over: bool = False
    coming: bool = False
    possible: bool = False
    resolved: bool = False


def looks_back(text: str, language: str) -> bool:
    """Return whether a short text, such as a question, asks for what was: *when did they meet?*, *коли вони були?*."""
    words = read_words(text, load_grammar(language).vocabulary)
    return any("preterite" in word.sign.roles for word in words) and all("ahead" not in w.sign.roles for w in words)


def find_tense(words: Sequence[Word], first: int, last: int, listed: Tense | None = None) -> Tense:
    """Return the tense of the clause around the words from `first` to `last`, inclusive.

    `listed` is the tense of the previous date if both are in a list and share a verb.
    """
    tense = _find_tense(words, first, last)
    tense = tense if listed is None else tense._replace(over=listed.over, coming=listed.coming)
    return tense._replace(resolved=not tense.ahead and _is_resolved(*_around(words, first, last)))


def _around(words: Sequence[Word], first: int, last: int) -> tuple[Roles, Roles]:
    """Return the words of the sentence before a date, the nearest first, and those after it."""
    before = _until_edge([word.sign.roles.keys() for word in reversed(words[max(0, first - SIGHT) : first])])
    return before, _until_edge([word.sign.roles.keys() for word in words[last + 1 : last + 1 + SIGHT]])


def _find_tense(words: Sequence[Word], first: int, last: int) -> Tense:
    before, after = _around(words, first, last)
    if before and "deadline" in before[0]:
        over = not any(map(_is_verb, _opened_clause(before))) and _tells_what_was(after, opens=len(before) <= OPENING)
        return Tense(ahead=not over, hoped=not over, behind=over, over=over)
    if _is_said(before):
        return Tense(behind=True, over=_own_verb(before) == "said")
    after = _without_attributes(after)
    before = _without_announcement(before, after)
    if any("held" in roles for roles in after):
        before, after = (
            [{*roles, "ahead"} if "holds" in roles else roles for roles in side] for side in (before, after)
        )
    if len(before) <= OPENING and after and COMMA in after[0]:
        after = after[1:]
    opens = len(before) <= OPENING or not any(_is_verb(roles) for roles in before)
    clause = [*before, *_opened_clause(after)] if opens else before
    first_verb = _first_verb(before) or (_first_verb(_opened_clause(after), 0) if opens else None)
    ahead = first_verb == "ahead" or _is_scheduled(before, after, opens=opens) or _changes_from(before)
    if ahead and _follows(before, after):
        return Tense()
    hoped = ahead or any("perhaps" in roles for roles in clause)
    told = [*reversed(before), *(after if opens else ())]
    clause_before = _opened_clause(before)
    behind = not hoped and (first_verb == "said" or _tells_past(told))
    likely = first_verb in {"ahead", "modal"} or _is_awaited(before, after)
    likely = likely or _is_heading(words, first, last, before, after)
    likely = likely and not (after and POSSESSIVE in after[0])
    is_apart = any(map(_is_verb, before)) and not any(map(_is_verb, clause_before))
    possible = first_verb == "modal" and not is_apart and not _tells_past(_opened_clause(after))
    own = _verb_behind(clause_before, after) if not any(map(_is_verb, clause_before)) else _own_verb(before)
    over, coming = behind and own == "said", ahead and own == "ahead"
    return Tense(ahead, hoped, behind, likely, over=over, coming=coming, possible=possible)


def _is_resolved(before: Roles, after: Roles) -> bool:
    """Return whether a date is in what somebody decided to do: *agreed to close it in March*.

    The infinitive stands between the verb and the date, or closes the clause that a comma opens: *beschloss, es im
    März zu schließen*.
    """
    places = (place for place, roles in enumerate(before) if _is_verb(roles) or "resolved" in roles)
    verb = next((place for place in places if not _is_infinitive(before, place)), None)
    if verb is None or "resolved" not in before[verb]:
        return False
    between = before[:verb]
    infinitive = next((place for place in range(verb) if _is_infinitive(before, place)), None)
    if infinitive is not None:
        return all(NOT_OF_PLAN.isdisjoint(roles) for roles in between[:infinitive])
    clause = _opened_clause(after)
    finite = (two for one, two in pairwise(((), *clause)) if _is_verb(two) and "infinitive" not in one)
    closes = any("infinitive" in roles for roles in clause) and not any(finite)
    return closes and any(COMMA in roles for roles in between) and not any("after" in roles for roles in between)


def _is_infinitive(before: Roles, place: int) -> bool:
    """Return whether a word is an infinitive by its form or behind *to*, which alone may be a preposition."""
    if "infinitive" in before[place]:
        return "preposition" not in before[place]
    follows = before[place + 1 : place + 2]
    return bool(follows) and {"infinitive", "preposition"} <= set(follows[0]) and "word" in before[place]


def _without_attributes(after: Roles) -> Roles:
    """Return words in their order where what only describes a noun is no verb: *the scheduled meeting*."""
    described = {
        place
        for place, (one, two, three) in enumerate(zip(after, after[1:], after[2:], strict=False), 1)
        if not BEFORE_NOUN.isdisjoint(one) and "ahead" in two and not NOUNS.isdisjoint(three)
    }
    return [[role for role in roles if role != "ahead"] if n in described else roles for n, roles in enumerate(after)]


def _tells_what_was(after: Roles, *, opens: bool) -> bool:
    """Return whether the verb behind *by Friday* says what was: *By Friday, the water had fallen*."""
    if after and not PAST_FORMS.isdisjoint(after[0]):
        return True
    clause = _opened_clause(after[1:]) if opens and after and COMMA in after[0] else []
    words = (two for one, two in pairwise(((), *clause)) if DESCRIBING.isdisjoint(one))
    verb = next((roles for roles in words if _is_verb(roles)), ())
    return "preterite" in verb and not any("ahead" in roles for roles in after)


def _without_announcement(before: Roles, after: Roles) -> Roles:
    """Return the words before a date without those ahead of a colon, where a verb follows: *They do: on 3 May …*."""
    colon = next((place for place, roles in enumerate(before[: OPENING + 1]) if COLON in roles), None)
    return before if colon is None or not any(map(_is_verb, after)) else before[:colon]


def _is_verb(roles: Collection[str]) -> bool:
    return not TENSED.isdisjoint(roles)


def _first_verb(clause: Roles, auxiliaries: int = AUXILIARIES) -> str | None:
    """Return the tense of the nearest verb: ``ahead``, ``modal`` or ``said``; *will be held* is ahead.

    `auxiliaries` are the words beyond the verb that may belong to it: none where the words are in their order.
    """
    for distance, roles in enumerate(clause, 1):
        if "ahead" in roles:
            return "ahead"
        if "modal" in roles:
            return "modal"
        if not PAST_FORMS.isdisjoint(roles):
            auxiliary = _opened_clause(clause[distance : distance + auxiliaries])
            return "ahead" if any("ahead" in verb for verb in auxiliary) else "said"
    return None


def _own_verb(clause: Roles, auxiliaries: int = AUXILIARIES) -> str | None:
    """Return the tense of a date's own verb, which is near it; ``None`` if a word between them leaves a doubt.

    What *is planned* on a day is told as long as nobody takes it back: its day may be over.
    `auxiliaries` are the words beyond the verb that may belong to it.
    """
    near = clause[:REACH]
    verb = next((distance for distance, roles in enumerate(near, 1) if _is_verb(roles) or "modal" in roles), None)
    if verb is None or "arranged" in near[verb - 1] or not all(DOUBTS.isdisjoint(roles) for roles in near[:verb]):
        return None
    beside = next((roles for roles in near[:verb] if DETERMINERS.isdisjoint(roles) or not AIMS.isdisjoint(roles)), ())
    if not AIMS.isdisjoint(beside):
        return None
    found = _first_verb(clause[: verb + auxiliaries])
    return None if found == "ahead" and any("after" in roles for roles in near[:verb]) else found


def _verb_behind(before: Roles, after: Roles) -> str | None:
    """Return the tense of the verb after a date whose clause has none before it.

    *Tickets for the concert on 3 May were sold* does not say that it is over.
    """
    return None if any("meant" in roles for roles in before[:REACH]) else _own_verb(after, 0)


def is_furniture(words: Sequence[Word], first: int, last: int) -> bool:
    """Return whether a date is in a line that only says when a page was made: *Posted on Friday by J. Rowe*."""
    before = _line([word.sign.roles.keys() for word in reversed(words[max(0, first - FURNITURE) : first])])
    after = _line([word.sign.roles.keys() for word in words[last + 1 : last + 1 + FURNITURE]])
    if not before or len(before) + len(after) >= FURNITURE or not any("stamped" in roles for roles in before):
        return False
    opening = next((roles for roles in reversed(before) if "word" in roles or "name" in roles), ())
    return "stamped" in opening and all("stamped" in roles or not _is_verb(roles) for roles in (*before, *after))


def _line(words: Roles) -> Roles:
    return list(takewhile(lambda roles: "break" not in roles, words))


def _is_said(before: Roles) -> bool:
    """Return whether a date is that of an utterance: *announced on Saturday*, not *will be announced*."""
    for distance, roles in enumerate(before[:SAID], 1):
        if "said" in roles:
            return not any("ahead" in verb for verb in before[distance : distance + AUXILIARIES])
    return False


def _follows(before: Roles, after: Roles) -> bool:
    """Return whether a date belongs to something that another event follows: *relief after the losses of March*."""
    if before and "after" in before[0] and after and POSSESSIVE in after[0]:
        return True
    for distance, roles in enumerate(before[: SIGHT_OF_AFTER + 1]):
        if not VERBS.isdisjoint(roles):
            return False
        if "after" in roles:
            return distance > 0
    return False


def _opened_clause(after: Roles) -> Roles:
    """Return the words after a date, up to the next comma."""
    return list(takewhile(lambda roles: COMMA not in roles, after))


def _is_scheduled(before: Roles, after: Roles, *, opens: bool) -> bool:
    """Return whether a scheduled event is told in the present tense: *polls open on Friday*.

    Its verb is right before the date, or no other verb in the sentence is in the past tense.
    """
    for place, roles in enumerate(before[:SCHEDULED]):
        if "scheduled" in roles and not ("bare" in roles and _is_no_finite_verb(before[place + 1 :], after)):
            return True
        if not PAST.isdisjoint(roles):
            break
    told = [*reversed(before), *after]
    if any("said" in roles for roles in told) or _tells_past(told):
        return False
    return any("scheduled" in roles for roles in (told if opens else before))


def _is_no_finite_verb(before: Roles, after: Roles) -> bool:
    """Return whether *end* is a noun after a verb in the past, or an infinitive: *to play in Friday's match*."""
    if before and not AUXILIARY.isdisjoint(before[0]):
        return False
    if before and "infinitive" in before[0]:
        return bool(after) and POSSESSIVE in after[0]
    return any(not PAST.isdisjoint(roles) for roles in _opened_clause(before))


def _changes_from(before: Roles) -> bool:
    """Return whether a present-tense change takes effect on a date: *raises the fees from Monday*."""
    if not before or "from" not in before[0]:
        return False
    verb = next((roles for roles in before if "changes" in roles or _is_verb(roles)), ())
    return "changes" in verb


def _is_awaited(before: Roles, after: Roles) -> bool:
    """Return whether a line without a verb says what holds until a date: *no trains before Saturday*."""
    return bool(before) and "pending" in before[0] and not any(_is_verb(roles) for roles in (*before, *after))


def _is_heading(words: Sequence[Word], first: int, last: int, before: Roles, after: Roles) -> bool:
    """Return whether a date ends a short line without a verb or full stop: *Strike on Friday*, unlike a dateline."""
    if after or not 0 < len(before) <= HEADING or any(_is_verb(roles) or COMMA in roles for roles in before):
        return False
    edges = (*words[max(0, first - len(before) - 1) : first - len(before)], *words[last + 1 : last + 2])
    return all("break" in word.sign.roles for word in edges)


def _tells_past(told: Roles) -> bool:
    """Return whether words, in order, contain a past tense; a passive participle, as in *is held*, is not one."""
    return any(
        "preterite" in roles and not (place and "scheduled" in told[place - 1]) for place, roles in enumerate(told)
    )


def _until_edge(words: Roles) -> Roles:
    return list(takewhile(EDGES.isdisjoint, words))
