"""The parts of a briefing. Everything in it is a quote from the article, or refers to one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from summaries.article import Article, Quote, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Length:
    """The maximum length of a summary. All limits that are set apply, but one sentence may always be shown.

    A share refers to the article's sentences and is above 0 and at most 1. Made by `summaries.parse_length`.
    """

    name: str
    """The length as requested: ``short``, ``5``, ``20%``, ``100 words``."""
    sentences: int | None = None
    words: int | None = None
    share: float | None = None


HEADLINE = Length("headline", sentences=1)
SHORT = Length("short", words=60)
MEDIUM = Length("medium", words=150)
LONG = Length("long", words=350)
LADDER = (HEADLINE, SHORT, MEDIUM, LONG)
"""The named lengths; each summary contains the one before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person, or of a country or city."""

    quote: Quote
    sentence: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One fact from the article: a sentence or, where safe, a clause of it."""

    quote: Quote
    sentence: int
    """Index of the sentence that contains the quote."""
    context: Mention | None = None
    """A sentence shown before it, without which it could not be understood."""

    @property
    def parts(self) -> tuple[Mention, ...]:
        """All that is shown, in the order of the article."""
        own = Mention(self.quote, self.sentence)
        return (own,) if self.context is None else (self.context, own)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a person says, in direct or reported speech."""

    quote: Quote
    """The sentence or sentences that report it."""
    sentence: int
    cue: Quote | None = None
    """The words that mark it as speech: ``said``, ``according to``."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person in the article."""

    name: str
    """The fullest form of the name in the article, in the nominative."""
    role: Quote | None
    """The role as the text states it; ``None`` if it states none."""
    mentions: tuple[Mention, ...]
    says: tuple[Statement, ...] = ()
    office: str | None = None
    """The role in its base form: in the nominative, in languages with cases; two roles are separated by a comma."""
    organisation: Quote | None = None
    """The organisation to which the text links the person; ``None`` if there is none."""
    further_roles: tuple[Quote, ...] = ()
    """Further roles that the text states next to the same mention: *author Nina Castell, a scientist*."""


@dataclass(frozen=True, slots=True)
class Body:
    """A speaker that is not a person: a ministry, a company, a report."""

    name: str
    """The name as first mentioned, without a definite or indefinite article."""
    says: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence of direct or reported speech."""

    sentence: int
    speaker: str | None
    """The name of a `Person` or `Body`; ``None`` if the speaker is not certain."""
    source: int | None
    """Index of the sentence that identifies the speaker; if it is another one, this sentence depends on it."""
    direct: bool
    """Whether the whole sentence is a quotation."""


@dataclass(frozen=True, slots=True)
class Coreference:
    """A mention of a person without a name: *he*, *her*, *the minister*."""

    quote: Quote
    sentence: int
    person: str
    """The name of a `Person`."""
    antecedent: int
    """Index of the last sentence before it that names the person."""


PlaceKind = Literal["country", "region", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a city, or a region by which cities are identified."""

    name: str
    """The name in its base form: of the gazetteer's names, the one that the article uses most."""
    kind: PlaceKind
    country: str
    """ISO 3166-1 alpha-2 code of the country that it is or lies in: ``BY``."""
    mentions: tuple[Mention, ...]


Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century", "range", "none"]
Modifier = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "MORE_THAN", "LESS_THAN"
]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as it is known, as a TIMEX3 value (ISO 24617-1).

    `first_day` and `last_day` are its bounds, inclusive; they are ``None`` if it cannot be placed in the calendar.
    """

    value: str
    """TIMEX3 value: ``2019-02-13``, ``2019-02``, ``2019``, ``2019-02-13/2019-02-15``."""
    first_day: dt.date | None
    last_day: dt.date | None
    precision: Precision
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date in the article, with its words and its sentence."""

    quote: Quote
    """The words of the date: ``13–15 February``."""
    date: PartialDate
    sentence: int
    planned: bool = False
    """Whether it is certain to be in the future: given to the day, after the publication, and not called off."""
    contradicts: bool = False
    """Whether it contradicts the stated day of publication: a dateline with another day, another weekday, or a day
    after the publication that is told as over."""


FigureKind = Literal["share", "money", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as the text states it: ``4,000 cars``, ``nine million pounds``, ``12 %``."""

    quote: Quote
    kind: FigureKind
    sentence: int


OralKind = Literal["happened", "says", "figures", "disputed", "next"]
ORAL_KINDS: tuple[OralKind, ...] = get_args(OralKind)
"""The sections of an oral briefing, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class OralSection:
    """A section of the oral briefing."""

    kind: OralKind
    lines: tuple[tuple[int, ...], ...]
    """The sentence indices of each line: one, or two that belong together."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything found in an article, computed in one go."""

    article: Article
    sentences: tuple[Sentence, ...]
    ranking: tuple[int, ...]
    """Indices of sentences in the order in which summaries take them; those never to be shown are left out."""
    key_points: tuple[KeyPoint, ...]
    people: tuple[Person, ...]
    """The most prominent first."""
    dates: tuple[TimelineEntry, ...]
    """Sorted by first day; entries that cannot be placed in the calendar come last."""
    figures: tuple[Figure, ...] = ()
    """In the order of the article."""
    places: tuple[Place, ...] = ()
    """Countries and cities, the most frequent first."""
    bodies: tuple[Body, ...] = ()
    """Speakers that are not people, in the order of the article."""
    attributions: tuple[Attribution, ...] = ()
    """In the order of the article, at most one per sentence."""
    coreferences: tuple[Coreference, ...] = ()
    """In the order of the article; uncertain ones are left out."""
    oral: tuple[OralSection, ...] = ()
    """A two-minute briefing to read aloud, without empty sections."""


def quotes_in(briefing: Briefing) -> Iterator[Quote]:
    """Yield all quotes in a briefing."""
    yield from briefing.sentences
    yield from (part.quote for point in briefing.key_points for part in point.parts)
    yield from (entry.quote for entry in briefing.dates)
    yield from (figure.quote for figure in briefing.figures)
    for person in briefing.people:
        yield from (mention.quote for mention in person.mentions)
        yield from (said.quote for said in person.says)
        yield from (
            stated for stated in (person.role, *person.further_roles, person.organisation) if stated is not None
        )
    yield from (said.quote for body in briefing.bodies for said in body.says)
    yield from (word.quote for word in briefing.coreferences)
