"""The functions that the scorers call: our answers in the shape of each data set."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summaries.article import compose
from summaries.ask import answer
from summaries.data import as_data
from summaries.document import read_document
from summaries.loading.html.webpage import read_page
from summaries.people import find_names, find_people
from summaries.pipeline import brief as make_briefing
from summaries.ranking import References, assess_by, rank_sentences
from summaries.speech import attribute
from summaries.text import find_sentences
from summaries.timeline import find_expressions

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from summaries.briefing import Briefing


def summarize(text: str, title: str, lang: str, n_sentences: int) -> list[str]:
    """Return the summary of so many sentences, verbatim, in the order of the text."""
    article = compose([part for part in text.splitlines() if part.strip()], language=lang, title=title or None)
    document = read_document(article)
    speech = attribute(document, find_people(document))
    known = References(speech.attributions, speech.coreferences, speech.people, article.title)
    assessment = assess_by(document, references=known)
    return [document.sentences[index].text for index in sorted(rank_sentences(assessment)[:n_sentences])]


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Return start and stop of each sentence."""
    return find_sentences(text, lang)


def dates(text: str, lang: str, published: dt.date | None) -> list[tuple[int, int, str, str]]:
    """Return start, end, TIMEX3 type and value of each expression of time; a range as its two ends."""
    return list(_dates(text, lang, published))


def _dates(text: str, lang: str, published: dt.date | None) -> Iterator[tuple[int, int, str, str]]:
    for found in find_expressions(text, lang, published):
        if found.parts:
            yield from ((part.start, part.stop, found.type, part.value) for part in found.parts)
        else:
            yield found.start, found.stop, found.type, found.value.rpartition("/")[2]


def people(text: str, lang: str) -> list[tuple[int, int, str]]:
    """Return start, end and ``PER`` of each name of a person."""
    return [(start, stop, "PER") for start, stop in find_names(text, lang)]


def load(html: str, url: str) -> dict[str, object]:
    """Return what was read of a page."""
    draft = read_page(html, url)
    return {
        "title": draft.title,
        "text": "\n".join(block.text for block in draft.blocks),
        "paragraphs": [block.text for block in draft.blocks],
        "published": draft.published,
        "author": draft.author,
    }


def brief(paragraphs: list[str], title: str | None, lang: str, published: dt.date | None) -> dict[str, object]:
    """Return the briefing of an article as ``python -m summaries --json`` prints it."""
    article = compose(paragraphs, language=lang, title=title, published=published)
    return as_data(make_briefing(article))


def read_aloud(paragraphs: list[str], title: str | None, lang: str, published: dt.date | None) -> dict[str, object]:
    """Return the briefing with what is read aloud, line by line, in place of the long summary."""
    data: dict[str, Any] = brief(paragraphs, title, lang, published)
    lines = [line for section in data["details"]["oral"] for line in section["lines"]]
    return {**data, "summary": {**data["summary"], "long": lines}}


def pronouns(text: str, lang: str) -> list[tuple[int, int, list[tuple[int, int]]]]:
    """Return the pronouns of whom it is certain whom they mean, each with all mentions of that person."""
    document = read_document(compose([text], language=lang))
    found = find_people(document)
    spans = [[(name.start, name.stop) for name in entity.names] for entity in found.entities]
    words = [(found.lines[link.line].tokens[link.first : link.after], link.person) for link in found.links]
    return [(tokens[0].start, tokens[-1].stop, spans[person]) for tokens, person in words]


def ask(text: str, title: str, lang: str, question: str) -> tuple[list[tuple[int, int]], bool]:
    """Return the spans of up to three sentences that answer a question, the best first, and whether the first is sure.

    Nothing where the article does not say.
    """
    found = answer(_stored(text, title, lang), question)
    if found.certainty == "none":
        return [], False
    return [(hit.sentence.start, hit.sentence.stop) for hit in found.hits[:3]], found.certainty == "sure"


@lru_cache(maxsize=64)
def _stored(text: str, title: str, lang: str) -> Briefing:
    """Brief on an article once for all its questions, as the bot does."""
    return make_briefing(compose(text.split("\n\n"), language=lang, title=title or None))
