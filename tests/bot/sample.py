"""A small briefing, made by hand, so that the bot is tested without the engine."""

from __future__ import annotations

import datetime as dt

from summaries.article import Article, Sentence, compose
from summaries.briefing import Briefing, KeyPoint, Mention, PartialDate, Person, Statement, TimelineEntry

PARAGRAPHS = (
    ("The council met on 3 May 2019 in Riverton.", "Mayor Ada Long <ada@riverton.example> spoke first."),
    ("Long said the bridge & the road would be closed.", "Nobody objected."),
    ("Work begins in June 2019.",),
)


def make_article(title: str = "Bridge <closed>", url: str | None = "https://riverton.example/bridge") -> Article:
    return compose(
        [" ".join(sentences) for sentences in PARAGRAPHS],
        language="en",
        title=title,
        author="Ben Short",
        published=dt.date(2019, 5, 4),
        url=url,
        site="Riverton Times",
    )


def make_briefing(article: Article) -> Briefing:
    sentences = _sentences(article)
    place = article.text.index
    ada = article.quote(place("Ada Long"), place("Ada Long") + 8)
    long = article.quote(place("Long said"), place("Long said") + 4)
    may = article.quote(place("3 May 2019"), place("3 May 2019") + 10)
    june = article.quote(place("June 2019"), place("June 2019") + 9)
    return Briefing(
        article=article,
        sentences=sentences,
        ranking=(2, 0, 4, 1, 3),
        key_points=tuple(KeyPoint(article.quote(sentences[i].start, sentences[i].stop), i) for i in (0, 2, 4)),
        people=(
            Person(
                "Ada Long",
                article.quote(place("Mayor"), place("Mayor") + 5),
                (Mention(ada, 1), Mention(long, 2)),
                (Statement(article.quote(sentences[2].start, sentences[2].stop), 2),),
                "Mayor",
            ),
        ),
        dates=(
            TimelineEntry(may, PartialDate("2019-05-03", dt.date(2019, 5, 3), dt.date(2019, 5, 3), "day"), 0),
            TimelineEntry(june, PartialDate("2019-06", dt.date(2019, 6, 1), dt.date(2019, 6, 30), "month"), 4),
        ),
    )


def _sentences(article: Article) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for number, (paragraph, texts) in enumerate(zip(article.paragraphs, PARAGRAPHS, strict=True)):
        start = paragraph.start
        for text in texts:
            found.append(Sentence(start, start + len(text), text, len(found), number))
            start += len(text) + 1
    return tuple(found)
