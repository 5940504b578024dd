"""Serializes a briefing for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from summaries.briefing import LADDER
from summaries.languages.schema import Capability, abilities
from summaries.ranking import names_missing, summarize

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from summaries.article import Quote, Sentence
    from summaries.briefing import Briefing, Mention, OralSection, Statement


def as_data(briefing: Briefing) -> dict[str, Any]:
    """Return a briefing as JSON-serializable data; days are in ISO 8601, unknown values are ``None``.

    Texts are verbatim; if a sentence refers to somebody without naming them, the name is added in brackets. What is not
    supported in the article's language is left out, and listed under ``cannot_tell``.
    """
    article, can = briefing.article, abilities(briefing.article.language)
    return {
        "article": {
            "title": article.title,
            "standfirst": article.standfirst,
            "author": article.author,
            "published": iso_day(article.published),
            "published_certain": article.published_certain,
            "language": article.language,
            "url": article.url,
            "site": article.site,
            "words": article.words,
            "visible": article.visible,
            "paragraphs": len(article.paragraphs),
        },
        "summary": {length.name: _lines(briefing, summarize(briefing, length)) for length in LADDER},
        "key_points": [_texts(briefing, point.parts) for point in briefing.key_points],
        "people": _people(briefing) if "names" in can else [],
        "dates": _dates(briefing) if "dates" in can else [],
        "details": _details(briefing, can),
    }


def _people(briefing: Briefing) -> list[dict[str, Any]]:
    return [
        {
            "name": person.name,
            "role": person.office,
            "mentions": len(person.mentions),
            "says": [said.quote.text for said in person.says],
        }
        for person in briefing.people
    ]


def _dates(briefing: Briefing) -> list[dict[str, Any]]:
    return [
        {
            "surface": entry.quote.text,
            "value": entry.date.value,
            "first_day": iso_day(entry.date.first_day),
            "last_day": iso_day(entry.date.last_day),
            "precision": entry.date.precision,
            "sentence": briefing.sentences[entry.sentence].text,
        }
        for entry in briefing.dates
    ]


def _details(briefing: Briefing, can: frozenset[Capability]) -> dict[str, Any]:
    """Return everything else that was found, each quote with its offsets."""
    people = [
        {
            "name": person.name,
            "organisation": person.organisation.text if person.organisation else None,
            "mentions": [_mention(mention) for mention in person.mentions],
            "says": [_statement(said) for said in person.says],
        }
        for person in briefing.people
    ]
    bodies = [{"name": body.name, "says": [_statement(said) for said in body.says]} for body in briefing.bodies]
    places = [
        {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "mentions": [_mention(mention) for mention in place.mentions],
        }
        for place in briefing.places
    ]
    figures = [
        {**_quote(figure.quote), "kind": figure.kind, "sentence": figure.sentence} for figure in briefing.figures
    ]
    return {
        "oral": [{"section": section.kind, "lines": _read_aloud(briefing, section)} for section in briefing.oral],
        "cannot_tell": sorted(set(get_args(Capability)) - can),
        "people": people if "names" in can else [],
        "bodies": bodies if "speech" in can else [],
        "places": places if "places" in can else [],
        "figures": figures if "figures" in can else [],
    }


def _read_aloud(briefing: Briefing, section: OralSection) -> list[list[str]]:
    return [_lines(briefing, [briefing.sentences[number] for number in line]) for line in section.lines]


def _lines(briefing: Briefing, sentences: Sequence[Sentence]) -> list[str]:
    """Return sentences, with a name in brackets where one refers to somebody whom none before it names."""
    shown: set[int] = set()
    lines = []
    for sentence in sentences:
        lines.append(sentence.text + _note(briefing, sentence.index, shown))
        shown.add(sentence.index)
    return lines


def _texts(briefing: Briefing, parts: Sequence[Mention]) -> str | list[str]:
    """Return a single text as a string, several as a list."""
    shown = {part.sentence for part in parts}
    texts = [part.quote.text + _note(briefing, part.sentence, shown) for part in parts]
    return texts[0] if len(texts) == 1 else texts


def _note(briefing: Briefing, sentence: int, shown: set[int]) -> str:
    return "".join(f" [{name}]" for name, _ in names_missing(briefing, sentence, shown))


def _mention(mention: Mention) -> dict[str, Any]:
    return {**_quote(mention.quote), "sentence": mention.sentence}


def _statement(said: Statement) -> dict[str, Any]:
    return {**_quote(said.quote), "sentence": said.sentence, "cue": _quote(said.cue) if said.cue else None}


def _quote(quote: Quote) -> dict[str, Any]:
    """Return a quote with its offsets in the article's text: code points, half open."""
    return {"text": quote.text, "start": quote.start, "stop": quote.stop}


def iso_day(day: dt.date | None) -> str | None:
    """Return a day in ISO 8601 format; ``None`` stays ``None``."""
    return day.isoformat() if day else None
