"""Merges names into people: which names refer to the same person, and that person's canonical name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.canonical import choose_name, is_surname_first, is_without_surname, sex_of, sex_of_verb
from summaries.text import morphology
from summaries.text.lexicon import is_eastern
from summaries.text.morphology import INFLECTED, Sex, lemmas
from summaries.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


NEAR = 500
"""Number of characters within which a full name disambiguates a surname that two people share."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a person in a text; `keys` has the possible base forms of each of its words."""

    start: int
    stop: int
    text: str
    words: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    sex: Sex | None
    eastern: bool = False
    """Whether the surname comes first: *Xi Jinping*."""
    alias: bool = False
    """Whether it repeats the name before it in another script: *Юрген Клинсман (Jürgen Klinsmann)*."""

    doubtful: bool = False
    """Whether it is a surname shared by another person in the text, and either may be meant."""

    @property
    def surname(self) -> frozenset[str]:
        """The base forms of the surname, or of a single-word name."""
        return self.keys[0 if self.eastern else -1]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person: the names in text order, the most complete one in base form, and the sex if it is indicated."""

    names: tuple[Name, ...]
    called: str
    sex: Sex | None

    def moved(self, distance: int) -> Entity:
        """Return the person with all offsets shifted; names that would begin before 0 are left out."""
        names = (replace(n, start=n.start + distance, stop=n.stop + distance) for n in self.names)
        return replace(self, names=tuple(name for name in names if name.start >= 0))


@dataclass(slots=True)
class _Group:
    longest: Name
    names: list[Name] = field(default_factory=list)
    polite: list[Name] = field(default_factory=list)
    """Names of the same person without the surname: *Анна Петровна*."""
    sex: Sex | None = None


def read_name(text: str, start: int, stop: int, language: str) -> Name:
    """Return the name in ``text[start:stop]`` without preceding titles and a possessive ending."""
    titles, suffixes = load(People, language).titles, load(People, language).suffixes
    tokens = [token for token in tokenize(text[start:stop], language) if token.word]
    while len(tokens) > 1 and tokens[0].text.lower() in titles:
        del tokens[0]
    if not tokens:
        return Name(start, stop, text[start:stop], (text[start:stop],), (frozenset(),), None)
    first, last = start + tokens[0].start, start + tokens[-1].stop
    if tokens[-1].text.lower() in suffixes and text[last : last + 1] == ".":
        last += 1
    kept = tuple(token.text for token in tokens if token.text.lower() not in suffixes) or (text[first:last],)
    return Name(
        first,
        last,
        " ".join(text[first:last].split()),
        kept,
        tuple(_keys(word, language) for word in kept),
        sex_of(text, first, kept, language) or sex_of_verb(text, (first, last), kept, language),
        eastern=is_eastern([word.lower() for word in kept], language) or is_surname_first(kept, language),
    )


def with_aliases(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """Yield names, where a Latin name in brackets after a Cyrillic one counts as the latter."""
    before: Name | None = None
    for name in names:
        in_brackets = before is not None and text[before.stop : name.start].strip() == "("
        if before and in_brackets and _cyrillic(before.text) and not _cyrillic(name.text):
            yield replace(name, words=before.words, keys=before.keys, sex=before.sex, alias=True)
        else:
            yield name
            before = name


def _cyrillic(name: str) -> bool:
    return "Ѐ" <= name[0] <= "ӿ"


def merge_names(names: Iterable[Name], language: str) -> tuple[Entity, ...]:
    """Return the people that names refer to, in order of first mention.

    The longest names come first; a single word joins the full name that shares it, preferably as the surname; if
    several match, it joins the one last named before it. The same surname with another first name is another person.
    """
    ordered = sorted(names, key=lambda name: (-len(name.words), name.start))
    groups: list[_Group] = []
    index: dict[str, list[_Group]] = {}
    for name in ordered:
        group = _choose(name, _candidates(name, index))
        if group is None:
            group = _Group(name)
            groups.append(group)
            for key in frozenset().union(*name.keys):
                index.setdefault(key, []).append(group)
        shared = [one for one in _candidates(name, index) if name.keys[-1] & one.longest.surname]
        group.names.append(replace(name, doubtful=len(name.keys) == 1 and _is_doubtful(name, shared)))
        group.sex = group.sex or name.sex
    if language in INFLECTED:
        groups = _join_patronymics(groups)
    people = [_finish(group, language) for group in groups]
    return tuple(sorted(people, key=lambda person: person.names[0].start))


def _finish(group: _Group, language: str) -> Entity:
    names = sorted(group.names, key=lambda name: name.start)
    own = [name.text for name in names if not name.alias] or [name.text for name in names]
    names = sorted(names + group.polite, key=lambda name: name.start)
    return Entity(tuple(names), choose_name(own, group.sex, language), group.sex)


def _join_patronymics(groups: Sequence[_Group]) -> list[_Group]:
    """Return groups in which *Анна Петровна* is *Анна Седова* or *А. П. Седова*, if nobody else can be meant."""
    polite = [group for group in groups if is_without_surname(group.longest.words)]
    pairs = [(one, host) for one in polite for host in groups if _may_be_of(one, host)]
    joined: set[int] = set()
    for one, host in pairs:
        if sum(one is other for other, _ in pairs) == 1 == sum(host is other for _, other in pairs):
            host.polite += one.names
            host.sex = host.sex or one.sex
            joined.add(id(one))
    return [group for group in groups if id(group) not in joined]


def _may_be_of(polite: _Group, host: _Group) -> bool:
    """Return whether a first name with a patronymic may refer to a person with a surname."""
    words, keys = host.longest.words, host.longest.keys
    if len(words) < 2 or any(map(morphology.is_patronymic, words)):
        return False
    if polite.sex and host.sex and polite.sex != host.sex:
        return False
    if _initials(host.longest):
        letters = [letter.lower() for word in words[:-1] for letter in word.split(".") if letter]
        return letters == [word[0].lower() for word in polite.longest.words]
    return len(words) == 2 and bool(keys[1 if host.longest.eastern else 0] & polite.longest.keys[0])


def _candidates(name: Name, index: dict[str, list[_Group]]) -> list[_Group]:
    found: dict[int, _Group] = {}
    for key in frozenset().union(*name.keys):
        for group in index.get(key, ()):
            found[id(group)] = group
    return [group for group in found.values() if _agree(name, group)]


def _agree(name: Name, group: _Group) -> bool:
    if name.sex and group.sex and name.sex != group.sex:
        return False
    mine, theirs = name.keys, group.longest.keys
    if len(mine) == 1:
        return any(mine[0] & key for key in theirs)
    if _initials(name) or _initials(group.longest):
        return bool(mine[-1] & theirs[-1]) and _same_letter(name.words[0], group.longest.words[0])
    if all(any(key & other for other in theirs) for key in mine):
        return True
    return bool(mine[-1] & theirs[-1]) and bool(mine[0] & theirs[0])


def _initials(name: Name) -> bool:
    return name.words[0].endswith(".") or len(name.words[0]) == 1


def _same_letter(one: str, other: str) -> bool:
    return one[0].lower() == other[0].lower()


def _choose(name: Name, candidates: list[_Group]) -> _Group | None:
    if len(name.keys) == 1:
        by_surname = [group for group in candidates if name.keys[0] & group.longest.surname]
        same_form = [group for group in by_surname if group.longest.words[-1] == name.words[0]]
        candidates = same_form or by_surname or candidates
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    return max(candidates, key=lambda group: max(_nearness(name, other) for other in group.names))


def _is_doubtful(name: Name, shared: Sequence[_Group]) -> bool:
    """Return whether a surname is ambiguous: unless only one of its bearers was named in full shortly before."""
    full = [
        [other for other in group.names if len(other.keys) > 1 and 0 <= name.start - other.start <= NEAR]
        for group in shared
        if len(group.longest.keys) > 1
    ]
    return len(full) > 1 and sum(map(bool, full)) != 1


def _nearness(name: Name, other: Name) -> tuple[bool, int]:
    return (True, other.start) if other.start <= name.start else (False, -other.start)


def _keys(word: str, language: str) -> frozenset[str]:
    if language in INFLECTED:
        return lemmas(word)
    plain = unicodedata.normalize("NFKD", word.casefold())
    return frozenset({"".join(letter for letter in plain if not unicodedata.combining(letter))})
