"""What a file shows of a briefing, section by section; the formats only lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.views.dates import label_event, note_contradiction
from bot.views.parts import cut_out, published_on, share_kept
from summaries.briefing import LONG, MEDIUM, SHORT
from summaries.languages.schema import abilities
from summaries.ranking import names_missing, summarize
from summaries.timeline import find_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.article import Paragraph, Sentence
    from summaries.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Line:
    """A quote, its label (a name, a date), and the indices of its sentences."""

    text: str
    sources: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `kind` is ``summary``, ``points``, ``people`` or ``dates``."""

    kind: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The contents of a file, all as plain text."""

    title: str
    byline: str
    address: str | None
    remark: str | None
    """Remarks: what the article is an account of, and what cannot be recognised in its language."""
    sections: tuple[Section, ...]

    @property
    def sources(self) -> tuple[int, ...]:
        """The sentences quoted, in text order."""
        return tuple(sorted({n for section in self.sections for line in section.lines for n in line.sources}))


def outline(briefing: Briefing, words: Wording) -> Outline:
    """Return the outline of a briefing."""
    title, byline = heading_of(briefing, words)
    sections = (
        Section("summary", words.say("In short"), tuple(_summary(briefing))),
        Section("points", words.say("Key points"), tuple(_points(briefing))),
        Section("people", words.say("People in the article"), tuple(_people(briefing))),
        Section("dates", words.say("Dates in order"), tuple(_dates(briefing, words))),
    )
    return Outline(
        title=title,
        byline=byline,
        address=briefing.article.url,
        remark=" ".join(_remarks(briefing, words)) or None,
        sections=tuple(section for section in sections if section.lines),
    )


def heading_of(briefing: Briefing, words: Wording) -> tuple[str, str]:
    """Return an article's title, and the line with its author, site and day, where known."""
    article = briefing.article
    byline = " · ".join(item for item in (article.author, article.site, published_on(article, words)) if item)
    return article.title or article.text.split("\n", 1)[0][:80], byline


def _remarks(briefing: Briefing, words: Wording) -> Iterator[str]:
    article = briefing.article
    if article.original:
        yield words.say("This retells another article: {address}").format(address=article.original)
    language, can = words.language_of(article.language), abilities(article.language)
    if "names" not in can:
        yield words.say("I cannot recognise people in {language} yet.").format(language=language)
    if "dates" not in can:
        yield words.say("I cannot find dates in {language} yet.").format(language=language)
    if note := note_contradiction(briefing, words):
        yield note


def _summary(briefing: Briefing) -> Iterator[Line]:
    shown: set[int] = set()
    for sentence in summarize(briefing, SHORT):
        yield Line(sentence.text + _meant(briefing, sentence.index, shown), (sentence.index,))
        shown.add(sentence.index)


def _points(briefing: Briefing) -> Iterator[Line]:
    for point in briefing.key_points:
        shown = {part.sentence for part in point.parts}
        text = " ".join(cut_out(briefing, part) + _meant(briefing, part.sentence, shown) for part in point.parts)
        yield Line(text, tuple(part.sentence for part in point.parts))


def _meant(briefing: Briefing, sentence: int, shown: set[int]) -> str:
    return "".join(f" [{name}]" for name, _ in names_missing(briefing, sentence, shown))


def _people(briefing: Briefing) -> Iterator[Line]:
    if "names" not in abilities(briefing.article.language):
        return
    for person in briefing.people:
        places = tuple(dict.fromkeys(mention.sentence for mention in person.mentions))
        yield Line(person.role.text if person.role else "", places[:5], person.name)


def _dates(briefing: Briefing, words: Wording) -> Iterator[Line]:
    if "dates" not in abilities(briefing.article.language):
        return
    for event in find_events(briefing, briefing.dates):
        for places in event.places:
            yield Line(briefing.sentences[places[0]].text, places, label_event(event, words))


def kept_at_lengths(briefing: Briefing, words: Wording) -> tuple[dict[int, str], str]:
    """Return the shortest named length that includes each sentence, and the line on how much the long one keeps."""
    chosen: dict[int, str] = {}
    for length in (SHORT, MEDIUM, LONG):
        for sentence in summarize(briefing, length):
            chosen.setdefault(sentence.index, length.name)
    shown: tuple[Sentence, ...] = summarize(briefing, LONG)
    return chosen, share_kept(briefing, shown, words)


def by_paragraph(briefing: Briefing) -> Iterator[tuple[Paragraph, list[Sentence | str]]]:
    """Yield the paragraphs of an article, each as pieces: its sentences, and the text between them."""
    text = briefing.article.text
    sentences = {n: list(group) for n, group in groupby(briefing.sentences, key=attrgetter("paragraph"))}
    for index, paragraph in enumerate(briefing.article.paragraphs):
        pieces: list[Sentence | str] = []
        done = paragraph.start
        for sentence in sentences.get(index, []):
            pieces += [text[done : sentence.start], sentence]
            done = sentence.stop
        pieces.append(text[done : paragraph.stop])
        yield paragraph, [piece for piece in pieces if piece]
