"""What a briefing of a labelled article gets right: one verdict a fact, shown sentence, name, role, statement or date.

``python -m tests.evaluation.verdicts [PART OF A NAME]`` lists everything that is not right.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summaries.text import split_sentences
from tests.evaluation.labelled import BODY, UNNAMED, Case, Named, brief_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BUDGETS = {"headline": (35, (3,)), "short": (60, (3,)), "medium": (150, (3, 2)), "long": (350, (3, 2, 1))}
"""Words of each length, and the weights of the facts that it should tell; the first item is shown however long."""
POINTS = 9
WORD = re.compile(r"\w+(?:-\w+)*")
OURS = re.compile(r"\[([^\]]*)\]")
"""Brackets stand for a cut or for what is put in for the reader's sake."""
TOLD = 0.6
"""This share of a sentence tells its fact."""
TOUCHED = 4
"""So many of its words show a sentence, with whatever is wrong in it."""
LONGER_THAN_A_WEEK = dt.timedelta(days=27)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one thing is right; the measure that it counts for is named for what is right in it."""

    measure: str
    right: bool
    what: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An item of a summary: the sentences that it tells, those that it shows in part, and the words that are put in."""

    told: frozenset[int]
    touched: frozenset[int]
    brackets: frozenset[str]
    verbatim: bool


def judge(case: Case, data: dict[str, Any]) -> Iterator[Verdict]:
    """Judge a briefing as ``python -m summaries --json`` prints it."""
    yield from _judge_sentences(case)
    for name, (budget, weights) in BUDGETS.items():
        items = list(_within(case, data["summary"][name], budget))
        yield from _judge_facts(case, name, items, weights)
        yield from _judge_items(case, name, [items])
    points = [_read_item(case, item) for item in data["key_points"][:POINTS]]
    yield from _judge_facts(case, "points", points, (3, 2))
    yield from _judge_items(case, "points", [[point] for point in points])
    aloud = [_read_item(case, line) for section in data["details"]["oral"] for line in section["lines"]]
    yield from _judge_facts(case, "oral", aloud, (3, 2, 1))
    yield from _judge_aloud(case, aloud)
    names = _match(case.people, [person["name"] for person in data["people"]])
    yield from _judge_people(case, data["people"], names)
    yield from _judge_speech(case, data["details"]["people"], names)
    yield from _judge_bodies(case, data["details"]["bodies"])
    yield from _judge_dates(case, data["dates"])
    yield from _judge_figures(case, data["details"]["figures"])


def words_of(text: str) -> list[str]:
    """Return the words of a text for comparison."""
    return [word.casefold().replace("ё", "е") for word in WORD.findall(text)]


def _long_words(text: str) -> set[str]:
    """Return the words that are no articles or prepositions."""
    return {word for word in words_of(text) if len(word) > 3}


def _judge_sentences(case: Case) -> Iterator[Verdict]:
    found = {(sentence.start, sentence.stop) for sentence in split_sentences(case.article)}
    for number, span in case.spans.items():
        yield Verdict("sentences", span in found, case.sentence(number))


# What is shown


def _within(case: Case, items: Iterable[str | list[str]], budget: int) -> Iterator[Shown]:
    words = 0
    for item in items:
        before = words
        words += len("".join(item).split()) if isinstance(item, str) else sum(len(text.split()) for text in item)
        if before and words > budget:
            return
        yield _read_item(case, item)


def _read_item(case: Case, item: str | list[str]) -> Shown:
    pieces, brackets = [], set[str]()
    for text in [item] if isinstance(item, str) else item:
        pieces += [piece.strip(" .…") for piece in OURS.split(text)[::2]]
        brackets |= {word for put_in in OURS.findall(text) for word in _long_words(put_in)}
    covered, position, verbatim = set[int](), 0, True
    for piece in pieces:
        at = case.text.find(piece, position)
        at = case.text.find(piece) if at < 0 else at
        verbatim = verbatim and at >= 0
        if at >= 0:
            position = at + len(piece)
            covered |= set(range(at, position))
    told = {n for n, span in case.spans.items() if len(covered & set(range(*span))) >= TOLD * (span[1] - span[0])}
    return Shown(frozenset(told), frozenset(told | _touched(case, covered)), frozenset(brackets), verbatim)


def _touched(case: Case, covered: set[int]) -> set[int]:
    """Return the sentences of which at least four words lie in a set of offsets."""
    counts: Counter[int] = Counter()
    for number, (start, stop) in case.spans.items():
        for word in WORD.finditer(case.text, start, stop):
            counts[number] += covered.issuperset(range(*word.span()))
    return {number for number, count in counts.items() if count >= TOUCHED}


def _judge_facts(case: Case, name: str, items: Sequence[Shown], weights: Sequence[int]) -> Iterator[Verdict]:
    told = frozenset[int]().union(*(item.told for item in items))
    for fact in case.facts:
        if fact.weight in weights:
            yield Verdict(f"facts told, {name}", bool(told & fact.sentences), fact.text)


def _judge_items(case: Case, name: str, groups: Sequence[Sequence[Shown]]) -> Iterator[Verdict]:
    """Judge what is shown; the items of a group are read together."""
    for items in groups:
        seen = frozenset[int]().union(*(item.touched for item in items))
        for item in items:
            yield from _judge_item(case, name, item, seen)


def _judge_aloud(case: Case, lines: Sequence[Shown]) -> Iterator[Verdict]:
    """Judge what is read aloud: of each line only those before it have been heard."""
    heard = frozenset[int]()
    for line in lines:
        heard |= line.touched
        yield from _judge_item(case, "oral", line, heard)


def _judge_item(case: Case, name: str, item: Shown, seen: frozenset[int]) -> Iterator[Verdict]:
    yield Verdict("verbatim", item.verbatim, name)
    for number in sorted(item.touched):
        yield Verdict(f"fit to show, {name}", number not in case.never, case.sentence(number))
        clear = number not in case.needs or any(
            all(_is_known(case, source, seen, item.brackets) for source in sources) for sources in case.needs[number]
        )
        yield Verdict(f"clear, {name}", clear, case.sentence(number))


def _is_known(case: Case, number: int, seen: frozenset[int], brackets: frozenset[str]) -> bool:
    return number in seen or bool(brackets & set(words_of(case.sentence(number))))


# Who is in it, and who says what


def _match(people: Sequence[Named], names: Sequence[str]) -> dict[str, Named]:
    """Return who is meant by each name: by one of the forms, or by a surname that one alone bears."""
    matched: dict[str, Named] = {}
    for same in (_has_form, _has_surname):
        for name in names:
            candidates = [person for person in people if same(person, words_of(name))]
            if len(candidates) == 1:
                matched.setdefault(name, candidates[0])
    return matched


def _has_form(person: Named, name: list[str]) -> bool:
    return any(words_of(form) == name for form in person.forms)


def _has_surname(person: Named, name: list[str]) -> bool:
    return words_of(person.forms[0])[-1:] == name[-1:]


def _judge_people(case: Case, people: Sequence[dict[str, Any]], names: dict[str, Named]) -> Iterator[Verdict]:
    """Judge names and roles; somebody who stands there twice is one too many."""
    roles: dict[Named, str] = {}
    for person in people:
        meant = names.get(person["name"])
        yield Verdict("people, precision", meant is not None and meant not in roles, person["name"])
        if meant:
            roles[meant] = roles.get(meant, "") or person["role"] or ""
    for meant, role in roles.items():
        if role:
            yield Verdict("roles, precision", _is_role(role, meant.roles), f"{meant.forms[0]}: {role}")
    for meant in case.people:
        if not meant.optional:
            yield Verdict("people, recall", meant in roles, meant.forms[0])
        if not meant.optional and meant.roles:
            right = _is_role(roles.get(meant, ""), meant.roles)
            yield Verdict("roles, recall", right, f"{meant.forms[0]}: {meant.roles[0]}")


def _is_role(found: str, roles: Iterable[str]) -> bool:
    """Compare with each wording: half of the words in common, or the wording whole in one at most twice as long."""
    mine = words_of(found)
    for role in map(words_of, roles):
        common = (Counter(mine) & Counter(role)).total()
        whole = f" {' '.join(role)} " in f" {' '.join(mine)} " and len(mine) <= 2 * len(role) + 1
        if whole or 4 * common >= len(mine) + len(role):
            return True
    return False


def _judge_speech(case: Case, people: Sequence[dict[str, Any]], names: dict[str, Named]) -> Iterator[Verdict]:
    speakers = defaultdict[int, set[str]](set)
    for number, speaker in case.says:
        speakers[number].add(speaker)
    found = set[tuple[int, str]]()
    for person in people:
        name = names[person["name"]].forms[0] if person["name"] in names else person["name"]
        found |= {(number, name) for number in _spoken(case, person["says"])}
    for number, name in sorted(found):
        what = f"{name}: {case.sentence(number)}"
        yield Verdict("says, precision", name in speakers[number], what)
        if speakers[number]:
            yield Verdict("says, right speaker", name in speakers[number], what)
    optional = {person.forms[0] for person in case.people if person.optional}
    for number, name in sorted(case.says):
        if not name.startswith((BODY, UNNAMED)) and name not in optional:
            yield Verdict("says, recall", (number, name) in found, f"{name}: {case.sentence(number)}")


def _judge_bodies(case: Case, bodies: Sequence[dict[str, Any]]) -> Iterator[Verdict]:
    """Judge the speakers that are no persons; two names mean the same body where they share a long word."""
    wanted = {(n, name.removeprefix(BODY)) for n, name in case.says if name.startswith(BODY)}
    found = {(n, body["name"]) for body in bodies for n in _spoken(case, body["says"])}
    for measure, judged, others in (("precision", found, wanted), ("recall", wanted, found)):
        for number, name in sorted(judged):
            right = any(n == number and _long_words(name) & _long_words(other) for n, other in others)
            yield Verdict(f"bodies, {measure}", right, f"{name}: {case.sentence(number)}")


def _spoken(case: Case, statements: Iterable[dict[str, Any]]) -> set[int]:
    covered = {at for said in statements for at in range(said["start"], said["stop"])}
    whole = {n for n, span in case.spans.items() if len(covered & set(range(*span))) >= TOLD * (span[1] - span[0])}
    return whole | _touched(case, covered)


# When, and how many


def _judge_dates(case: Case, entries: Iterable[dict[str, Any]]) -> Iterator[Verdict]:
    """Judge the days; what may be left out and the day of publication count neither way."""
    today = (case.published, case.published)
    wanted = {period.days: period.surface for period in case.dates if not period.optional and period.days != today}
    found = {
        (dt.date.fromisoformat(entry["first_day"]), dt.date.fromisoformat(entry["last_day"])): entry["surface"]
        for entry in entries
        if entry["first_day"] and entry["last_day"]
    }
    right = set[tuple[dt.date, dt.date]]()
    for days, surface in found.items():
        met = {whole for whole in wanted if whole == days or _is_part(days, whole)}
        right |= met
        if met or not _is_neutral(case, days, surface):
            yield Verdict("dates, precision", bool(met), f"{surface}: {days[0]} to {days[1]}")
    for days, surface in wanted.items():
        yield Verdict("dates, recall", days in right, f"{surface}: {days[0]} to {days[1]}")


def _is_part(days: tuple[dt.date, dt.date], whole: tuple[dt.date, dt.date]) -> bool:
    """Take “the end of 2025” for 2025: a sixth or more of a month or a longer time."""
    length = whole[1] - whole[0]
    inside = whole[0] <= days[0] and days[1] <= whole[1]
    return inside and length >= LONGER_THAN_A_WEEK and 6 * (days[1] - days[0] + dt.timedelta(1)) >= length


def _is_neutral(case: Case, days: tuple[dt.date, dt.date], surface: str) -> bool:
    read = surface.casefold()
    return days == (case.published, case.published) or any(
        days == period.days
        or (period.optional and (period.surface.casefold() in read or read in period.surface.casefold()))
        for period in case.dates
    )


def _judge_figures(case: Case, figures: Iterable[dict[str, Any]]) -> Iterator[Verdict]:
    spans = [(figure["start"], figure["stop"]) for figure in figures]
    for number, text in case.figures:
        start = case.text.index(text, case.spans[number][0])
        near = any(start < stop and first < start + len(text) for first, stop in spans)
        yield Verdict("figures, recall", near, f"{text}: {case.sentence(number)}")


def main() -> None:
    """Print what is not right."""
    for case, data in brief_cases():
        if sys.argv[1:] and sys.argv[1] not in case.name:
            continue
        print(f"\n== {case.name}")
        for verdict in judge(case, data):
            if not verdict.right:
                print(f"{verdict.measure:24} {verdict.what}")


if __name__ == "__main__":
    main()
