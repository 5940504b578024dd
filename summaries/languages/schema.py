"""The data of a language as typed, frozen tables, checked when they are read.

A subject is a frozen dataclass with the name of its file: ``FILE = "people"`` is read from ``<code>/people.toml``. A
key that the dataclass does not know, one that it needs and the file lacks, and a value of another kind raise `BadData`,
which names file and key. A language without the file has an empty table. In the files words are parted by spaces,
phrases by line breaks, and entries with spaces in them are lists.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, TypeVar, cast, get_args, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent

Capability = Literal["names", "roles", "speech", "dates", "places", "figures"]
"""What can be told of a text beside its summary."""
Words = frozenset[str]
Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as words, by their first word; the longest first."""
Forms = dict[str, str]
"""Words and what each of them says."""
ByValue = dict[str, tuple[str, ...]]
"""Words by what they say."""


class BadData(Exception):
    """A data file that does not fit its schema."""

    def __init__(self, file: Path, key: str, problem: str) -> None:
        super().__init__(f"{file.parent.name}/{file.name}: {key}: {problem}")


class Subject(Protocol):
    """A table of a language: a frozen dataclass that names its file."""

    FILE: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=Subject)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What can be told of texts in a language; what has not been shown to be reliable is not offered."""

    FILE: ClassVar[str] = "abilities"
    can: Words = frozenset()


@dataclass(frozen=True, slots=True)
class People:
    """What a language says of people, in lower case: forms of address, offices, verbs of speech."""

    FILE: ClassVar[str] = "people"
    titles: Words
    """Forms of address before a name: no part of it and no office."""
    suffixes: Words = frozenset()
    """Words after a name that are part of it: *Jr*."""
    particles: Words = frozenset()
    offices: Words = frozenset()
    """The heads of offices: *minister*."""
    office_endings: Words = frozenset()
    organisations: Words = frozenset()
    relatives: Words = frozenset()
    between: Words = frozenset()
    copulas: Words = frozenset()
    role_joins: Words = frozenset()
    conjunctions: Words = frozenset()
    prepositions: Words = frozenset()
    verbs_of_speech: Words = frozenset()
    weak_verbs: Words = frozenset()
    phrases_of_speech: Phrases = field(default_factory=dict)
    cues_before: Phrases = field(default_factory=dict)
    cues_announcing: Phrases = field(default_factory=dict)
    cue_sources: Words = frozenset()
    """What may stand between a cue and who speaks: *according to **data** from*."""
    cues_possessive: Words = frozenset()
    possessive_openers: Words = frozenset()
    skipped_before_verbs: Words = frozenset()
    clause_words: Words = frozenset()
    pronouns: Forms = field(default_factory=dict)
    """Pronouns in the nominative, with the sex of those whom they mean."""
    possessives: Forms = field(default_factory=dict)
    abbreviations: Words = frozenset()
    before_places: Words = frozenset()
    endings: Words = frozenset()
    """Endings of words that are hardly surnames."""
    eastern_surnames: Words = frozenset()
    """Surnames that stand before the given name."""
    office_openers: Words = frozenset()
    office_abbreviations: Words = frozenset()
    kin: Words = frozenset()
    names_in_stopwords: Words = frozenset()
    articles: Words = frozenset()
    role_starts: Words = frozenset()
    role_cuts: Words = frozenset()
    origins: Words = frozenset()
    inverting: Words = frozenset()
    """Verbs that may stand between an office and a name: *директором стал Иванов*."""
    credit_openers: tuple[str, ...] = ()
    """How a sentence begins that says who wrote or photographed."""
    credit_notes: tuple[str, ...] = ()
    """What stands in such a sentence."""
    occupations: Words = frozenset()
    """More heads of what somebody is: *goalkeeper*, *cameraman*."""
    office_adjectives: Words = frozenset()
    """Endings of adjectives behind the head of an office: *gobernador regional*."""
    office_prefixes: Words = frozenset()
    """What a word for an office may begin with: *exministro*."""
    office_phrases: Phrases = field(default_factory=dict)
    """Heads of two words: *running back*."""
    introducing: Words = frozenset()
    """What may stand between an occupation and a name: *a surveyor named Lind*."""
    relations: Words = frozenset()
    """Nouns that tie a person to another or to a body: *employee*; they state something behind a name only."""
    person_nouns: Words = frozenset()
    """Nouns for people beside offices: *woman*, *witness*."""
    noun_sexes: Forms = field(default_factory=dict)
    body_nouns: Words = frozenset()
    """Nouns for what speaks and is no person: *ministry*, *report*."""
    verbs_of_mind: Words = frozenset()
    """Verbs with which people tell what they think, and of bodies others do: *expects*."""
    verbs_of_manner: Words = frozenset()
    """Verbs that mark speech only right behind it: *smiles*."""
    anaphors: Words = frozenset()
    """Nouns that mean a body named before where they stand alone: *the company*."""
    general_anaphors: Words = frozenset()
    """Those of them that may mean a body of any kind: *the group*."""
    owners: Words = frozenset()
    """Words before a noun that tie it to somebody: *its*."""
    determiners: Words = frozenset()
    auxiliaries: Words = frozenset()
    """Verbs that may stand between a subject and its verb of speech."""
    verbs_with: Forms = field(default_factory=dict)
    """Weak verbs that are speech with a word behind them too: *described it as*."""
    narrators: Words = frozenset()
    """Words in the speaker label of who tells the story of a broadcast."""
    coordinators: Words = frozenset()
    """Words between two clauses of which each may have a speaker: *while*."""
    modals: Words = frozenset()
    """Words before a verb of speech with which nothing is said: *would say*, *to say*."""
    passives: Words = frozenset()
    """Verbs before a participle with which its subject does not speak: *was told*."""
    participles: Words = frozenset()
    """Forms of verbs of speech that take the subject of the clause before: *, saying that*."""
    plural_verbs: Words = frozenset()
    """Forms of verbs of speech that one person alone does not go with."""
    subordinators: Words = frozenset()
    """Prepositions that may open a clause: *after Smith said*."""
    addressing_verbs: Words = frozenset()
    """Verbs of speech after which comes who is spoken to: *told*."""
    oblique: Forms = field(default_factory=dict)
    """Pronouns in other cases, with the sex of those whom they mean."""
    groups: Words = frozenset()
    """Words for many people, as the last of a name: *Democrats*."""
    neuter: Words = frozenset()
    """Pronouns that mean no person: *it*."""
    things: Words = frozenset()
    """What somebody is said to be never, and a company, a place or a product is: *festival*."""
    sexes: Forms = field(default_factory=dict)
    """Forms of address that tell the sex."""


@dataclass(frozen=True, slots=True)
class Places:
    """What a language says of places, in lower case."""

    FILE: ClassVar[str] = "places"
    before: Words
    """Words before a name that make it a place, whatever else it may mean."""
    perhaps_before: Words
    never: tuple[str, ...]
    """Longer names that are no place, though they begin or end as one."""
    countries: Forms
    """Names of countries beside those of CLDR, with their ISO 3166 codes."""
    doubtful: dict[str, Words]
    """Names that are places only beside one of these words."""
    nouns_in_capitals: bool = False
    """Whether a capital tells nothing of a name: German."""


@dataclass(frozen=True, slots=True)
class Questions:
    """How a language asks, in lower case: what questions open with, by what they ask for.

    A ``*`` in an opening stands for a few words.
    """

    FILE: ClassVar[str] = "questions"
    who: tuple[str, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]
    number: tuple[str, ...]
    why: tuple[str, ...]
    said: tuple[str, ...]
    how: tuple[str, ...]
    what: tuple[str, ...]
    yes_no: Words
    """What a question opens with that is answered with yes or no."""
    frame: Words
    """Words that only frame a question: *name*, *kind*, *called*."""
    reasons: Words
    """Words that give a reason."""
    synonyms: tuple[str, ...]
    """Words that people use for one another, a group an entry."""
    light: Words
    """Words that questions use often and that articles seldom answer with: *famous*, *person*, *part*."""
    numerals: Words
    """Numbers in words."""
    back: Words
    """Words that mean what the sentence before speaks of."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Forms that are read in one way: `read` names a resolver of `summaries.timeline.resolution`."""

    read: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """How a language writes dates; the notation of forms is that of `summaries.timeline.grammar`."""

    FILE: ClassVar[str] = "dates"
    order: str = "DMY"
    """Of day, month and year between slashes: ``DMY`` or ``MDY``."""
    capitalised: Words = frozenset()
    """Roles that a word has only with a capital."""
    lowered: Words = frozenset()
    """Roles that it has only without one."""
    endings: Forms = field(default_factory=dict)
    """Sets of endings by name, parted by spaces; ``0`` is none."""
    declension: Forms = field(default_factory=dict)
    """How names of months and weekdays that end so are declined."""
    compounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles of words made of two, with the roles of both."""
    macros: Forms = field(default_factory=dict)
    rule: tuple[Pattern, ...] = ()
    """Rules, the earlier one first where two read the same words."""
    words: dict[str, ByValue] = field(default_factory=dict)
    """By role, the values that it has and the words for each; the one value of a list is ``1``."""
    filler: Words = frozenset()
    """Roles that say nothing of time by themselves."""


@dataclass(frozen=True, slots=True)
class Tenses:
    """How the forms of verbs end, in lower case; words that the other tables of a language name are not looked at."""

    FILE: ClassVar[str] = "tenses"
    past: Words = frozenset()
    """Endings of a past tense: *-ed*."""
    future: Words = frozenset()
    """The same of a future tense: French *-ront*."""
    infinitive: Words = frozenset()
    participle: Words = frozenset()
    """How participles look that tell a past tense with an auxiliary: ``(ver|er)*t``, with a star for any letters."""
    frame: bool = False
    """Whether a participle closes the clause that its auxiliary opens, as in German."""
    attributive: bool = False
    """Whether a form describes a noun where it stands behind an article: *the proposed closure*."""
    dictionary: bool = False
    """Whether the endings only say which words to look up in a dictionary of forms."""
    other: Words = frozenset()
    """Words that end so and are no such form: *hundred*."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands around a number; case does not matter, except in `symbols`."""

    FILE: ClassVar[str] = "figures"
    magnitudes: tuple[str, ...]
    shares: tuple[str, ...]
    symbols: tuple[str, ...]
    """Money before a number: *$*."""
    money: tuple[str, ...]
    """Money behind a number: *euros*."""
    words: tuple[str, ...]
    """Numbers in words that are figures when a magnitude or a unit follows."""
    labels: Words
    """A number after one of these names a thing and counts nothing: *page*."""
    not_units: Words
    between: Words
    """Words between a number and its unit: *new*."""
    large: Words
    """Numbers in words that are figures without a magnitude behind them."""
    counted_by: tuple[str, ...]
    """Verbs before a number that say what is counted: *killed*."""
    totals: tuple[str, ...]
    """Nouns that do: *attendance*."""
    linking: tuple[str, ...]
    """Words between such a noun and its number."""
    about: tuple[str, ...]
    """Words such as *more than*."""
    weights: Words
    """Money that is a weight beside one of `of_weight`: *pounds*."""
    of_weight: Words
    aged: tuple[str, ...]
    """What makes a number an age: *year-old*."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives: what they describe is the unit."""
    nouns: Words = frozenset()
    """Words that end so and are nouns."""
    nouns_in_capitals: bool = False
    """Whether a unit has a capital: German."""
    compounds: bool = False
    """Whether a noun in the singular may stand before the unit: *52 tornado warnings*."""


@dataclass(frozen=True, slots=True)
class Sections:
    """What headings call the parts of papers and reports, in lower case, without numbers."""

    FILE: ClassVar[str] = "sections"
    abstracts: tuple[str, ...]
    contents: tuple[str, ...]
    conclusions: tuple[str, ...]
    """What follows from the rest: conclusions, recommendations, decisions."""
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a language says that something is disputed or unknown, and what is to come; apostrophes are straight."""

    FILE: ClassVar[str] = "outlook"
    disputed: Phrases = field(default_factory=dict)
    coming: Phrases = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs of which no stemmer finds the other forms."""

    FILE: ClassVar[str] = "verbs"
    irregular: dict[str, Words] = field(default_factory=dict)
    """Base forms with their past forms."""


def load(subject: type[T], language: str) -> T:
    """Return the table of a subject in a language (ISO 639-1), read once; an empty one where the language has none.

    Raises `BadData`.
    """
    return cast("T", _read(subject, language))


@cache
def _read(subject: type[Subject], language: str) -> Subject:
    file = ROOT / language / f"{subject.FILE}.toml"
    if not file.is_file():
        return subject(**{name: READERS[kind]({}) for name, kind in _kinds(subject).items()})
    return fill(subject, tomllib.loads(file.read_text(encoding="utf-8")), file)


def fill(subject: type[T], table: Mapping[str, Any], file: Path) -> T:
    """Return a subject with the values of a table; `file` is named in the `BadData` of what does not fit."""
    kinds = _kinds(subject)
    for key in table.keys() - kinds.keys():
        raise BadData(file, key, "is unknown")
    for one in dataclasses.fields(subject):
        needed = one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
        if needed and one.name not in table:
            raise BadData(file, one.name, "is missing")
    values = {}
    for key, value in table.items():
        try:
            values[key] = READERS[kinds[key]](value)
        except (TypeError, AttributeError, KeyError) as error:
            raise BadData(file, key, "is of another kind") from error
    return subject(**values)


def _kinds(subject: type[Subject]) -> dict[str, Any]:
    hints = get_type_hints(subject)
    return {one.name: hints[one.name] for one in dataclasses.fields(subject)}


def _words(value: Any) -> Words:
    return frozenset(value.split() if isinstance(value, str) else _strings(value))


def _lines(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(" ".join(line.split()) for line in value.splitlines() if line.strip())
    return tuple(_strings(value))


def _strings(value: Any) -> list[str]:
    if not all(isinstance(entry, str) for entry in value):
        raise TypeError
    return list(value)


def _phrases(value: Any) -> Phrases:
    found: Phrases = {}
    for phrase in sorted((tuple(line.split()) for line in _lines(value)), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _forms(value: Any) -> Forms:
    return dict(zip(value.keys(), _strings(value.values()), strict=True))


def _groups(value: Any) -> dict[str, Words]:
    return {key: _words(words) for key, words in value.items()}


def _by_value(value: Any) -> ByValue:
    groups = value.items() if isinstance(value, dict) else [("1", value)]
    return {key: tuple(_strings(words)) for key, words in groups}


def _roles(value: Any) -> dict[str, ByValue]:
    return {role: _by_value(words) for role, words in value.items()}


def _patterns(value: Any) -> tuple[Pattern, ...]:
    return tuple(Pattern(row["read"], tuple(_strings(row["forms"]))) for row in value)


READERS: dict[Any, Callable[[Any], Any]] = {
    Words: _words,
    tuple[str, ...]: _lines,
    Phrases: _phrases,
    Forms: _forms,
    dict[str, Words]: _groups,
    ByValue: _by_value,
    dict[str, ByValue]: _roles,
    tuple[Pattern, ...]: _patterns,
    str: str,
    bool: bool,
}
"""How a value of a file becomes one of a kind; each reads ``{}`` as empty."""


def abilities(language: str) -> frozenset[Capability]:
    """Return what can be told of texts in a language."""
    stated = load(Abilities, language).can
    known: tuple[Capability, ...] = get_args(Capability)
    for word in stated - set(known):
        raise BadData(ROOT / language / "abilities.toml", word, "is unknown")
    return frozenset(ability for ability in known if ability in stated)
