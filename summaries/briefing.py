"""What a briefing holds. Everything in it is a quote of the article, or points at one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from summaries.article import Article, Quote, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary may be. At most one sentence over nothing: every limit that is set holds.

    A share is that of the article's sentences, above 0 and up to 1. Make one with `summaries.parse_length`.
    """

    name: str
    """What the reader asked for: ``short``, ``5``, ``20%``, ``100 words``."""
    sentences: int | None = None
    words: int | None = None
    share: float | None = None


HEADLINE = Length("headline", sentences=1)
SHORT = Length("short", words=60)
MEDIUM = Length("medium", words=150)
LONG = Length("long", words=350)
LADDER = (HEADLINE, SHORT, MEDIUM, LONG)
"""The named lengths, each containing the one before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person, or a country or city, is named."""

    quote: Quote
    sentence: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One fact of the article: a sentence or, where safe, a clause of it."""

    quote: Quote
    sentence: int
    """Index of the sentence that holds the quote."""
    context: Mention | None = None
    """What is shown before it, since it could not be understood without."""

    @property
    def parts(self) -> tuple[Mention, ...]:
        """What is shown of it, in the order of the article."""
        own = Mention(self.quote, self.sentence)
        return (own,) if self.context is None else (self.context, own)


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a person says, directly or as reported."""

    quote: Quote
    """The sentence or sentences in which it stands."""
    sentence: int
    cue: Quote | None = None
    """The words that mark it as speech: ``said``, ``according to``."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article."""

    name: str
    """The most complete form of the name in the article, in its base form."""
    role: Quote | None
    """The office as the text states it; ``None`` where it states none."""
    mentions: tuple[Mention, ...]
    says: tuple[Statement, ...] = ()
    office: str | None = None
    """The role in its base form: in the nominative, where the language declines words; two, parted by a comma."""
    organisation: Quote | None = None
    """The organisation that the text ties to the person; ``None`` where it ties none."""
    further_roles: tuple[Quote, ...] = ()
    """What else the text says that the person is beside the same name: *author Nina Castell, a scientist*."""


@dataclass(frozen=True, slots=True)
class Body:
    """A speaker that is no person: a ministry, a company, a report."""

    name: str
    """As the article names it first, without its article."""
    says: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence in which somebody speaks, directly or as reported."""

    sentence: int
    speaker: str | None
    """The name of a `Person` or `Body`; ``None`` where the speaker is not known for certain."""
    source: int | None
    """Index of the sentence whose words tell the speaker; where it is another one, this sentence hangs on it."""
    direct: bool
    """Whether the sentence is all quotation."""


@dataclass(frozen=True, slots=True)
class Coreference:
    """A word that stands for a person without a name: *he*, *her*, *the minister*."""

    quote: Quote
    sentence: int
    person: str
    """The name of a `Person`."""
    antecedent: int
    """Index of the sentence that names the person last before it."""


PlaceKind = Literal["country", "region", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a city, or a region that cities are named with."""

    name: str
    """Its name in its base form: that of the gazetteer which the article uses most."""
    kind: PlaceKind
    country: str
    """ISO 3166 code of the country that it is or lies in: ``BY``."""
    mentions: tuple[Mention, ...]


Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century", "range", "none"]
Modifier = Literal[
    "START", "MID", "END", "APPROX", "BEFORE", "AFTER", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "MORE_THAN", "LESS_THAN"
]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, in the terms of TIMEX3 (ISO 24617-1).

    `first_day` and `last_day` bound it, both included; they are ``None`` where the calendar place is unknown.
    """

    value: str
    """TIMEX3 value: ``2019-02-13``, ``2019-02``, ``2019``, ``2019-02-13/2019-02-15``."""
    first_day: dt.date | None
    last_day: dt.date | None
    precision: Precision
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A date of the article's story, where the text says it and in which sentence."""

    quote: Quote
    """The words of the date: ``13–15 February``."""
    date: PartialDate
    sentence: int
    planned: bool = False
    """Whether it is, for certain, a day to come: said as a day, later than the publication, and not called off."""
    contradicts: bool = False
    """Whether it speaks against the stated day of publication: a dateline of another day, or another weekday."""


FigureKind = Literal["share", "money", "count"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, as the text says it: ``4,000 cars``, ``nine million pounds``, ``12 %``."""

    quote: Quote
    kind: FigureKind
    sentence: int


OralKind = Literal["happened", "says", "figures", "disputed", "next"]
ORAL_KINDS: tuple[OralKind, ...] = get_args(OralKind)
"""The sections of an oral briefing, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class OralSection:
    """A section of the briefing that is read aloud."""

    kind: OralKind
    lines: tuple[tuple[int, ...], ...]
    """The indices of the sentences of each line: one, or two that belong together."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that is known of an article, computed at once."""

    article: Article
    sentences: tuple[Sentence, ...]
    ranking: tuple[int, ...]
    """Indices of sentences in the order in which a summary takes them up; those never to be shown are left out."""
    key_points: tuple[KeyPoint, ...]
    people: tuple[Person, ...]
    """Those who weigh most in the article first."""
    dates: tuple[TimelineEntry, ...]
    """Sorted by first day; entries without a place in the calendar stand last."""
    figures: tuple[Figure, ...] = ()
    """In the order of the article."""
    places: tuple[Place, ...] = ()
    """Countries and cities, those named most first."""
    bodies: tuple[Body, ...] = ()
    """Speakers that are no people, in the order of the article."""
    attributions: tuple[Attribution, ...] = ()
    """In the order of the article, at most one for each sentence."""
    coreferences: tuple[Coreference, ...] = ()
    """In the order of the article; words of which it is not certain whom they mean are left out."""
    oral: tuple[OralSection, ...] = ()
    """Two minutes to read aloud, without the sections that have nothing to tell."""


def quotes_in(briefing: Briefing) -> Iterator[Quote]:
    """Yield all quotes that a briefing holds."""
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
