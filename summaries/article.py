"""The article: immutable text, and the quotes that point into it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPH_BREAK = "\n\n"
WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
"""Vowel signs and accents that occur within words, but that ``\\w`` does not match."""
MARK = re.compile(rf"[{MARKS}]+")
MARKED_WORD = re.compile(rf"(?:\w[{MARKS}]*)+(?:[-'’.](?:\w[{MARKS}]*)+)*")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Scripts that do not separate words by spaces: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""


UNQUOTED = frozenset({"heading", "caption", "table", "reference", "boilerplate"})
"""Kinds of paragraphs that summaries never quote."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of an article's text: ``article.text[start:stop] == text``.

    Offsets are code points, half open. Quotes are made by `Article.quote`, so the equation always holds.
    """

    start: int
    stop: int
    text: str

    @property
    def words(self) -> int:
        """The number of words in the quote."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True)
class Paragraph(Quote):
    """A paragraph of an article; paragraphs that are not prose are marked by their kind."""

    kind: str = "prose"
    """``prose``; ``heading``; list ``item``; ``caption`` of a picture; ``table``; bibliographic ``reference``;
    ``boilerplate``: text that may belong to the page rather than the article, such as the author's biography, a credit,
    a note on first publication, an invitation to subscribe or a link to another article. Summaries never quote the
    kinds in `UNQUOTED`.
    """


@dataclass(frozen=True, slots=True)
class Sentence(Quote):
    """A sentence of an article, with its index among all sentences and that of its paragraph, both from 0."""

    index: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a long work: its title, and its paragraphs from `start` to before `stop`."""

    title: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Article:
    """A loaded article. `text` is the cleaned body, without the title and the standfirst, which have their own fields.

    What the source does not state is ``None``. `id` is a digest of source and text: the same article loaded twice
    has the same id.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    language: str
    """ISO 639-1 code, such as ``en``."""
    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_certain: bool = True
    """Whether the source states the day; otherwise it was found on the page, so relative dates are uncertain."""
    url: str | None = None
    site: str | None = None
    original: str | None = None
    """The URL of the article that this text retells, if it is not that article itself."""
    visible: float | None = None
    """About how much of the article this text is (0 to 1), if the source shows visitors only the beginning.

    0 means that nobody says how much there is.
    """
    chapters: tuple[Chapter, ...] = ()
    """Of a long work, in order; what stands between them, such as a title page, is in none."""
    part_of: str | None = None
    """The id of the work that this is a chapter of."""

    def quote(self, start: int, stop: int) -> Quote:
        """Return ``text[start:stop]`` as a quote. Raises `ValueError` for an empty or impossible slice."""
        if not 0 <= start < stop <= len(self.text):
            message = f"no text at {start}:{stop} in an article of {len(self.text)} characters"
            raise ValueError(message)
        return Quote(start, stop, self.text[start:stop])

    @property
    def words(self) -> int:
        """The number of words in the body."""
        return _count_again(self.text)


def compose(  # noqa: PLR0913 - one argument for each field of metadata
    paragraphs: Iterable[str | tuple[str, str]],
    *,
    language: str,
    title: str | None = None,
    standfirst: str | None = None,
    author: str | None = None,
    published: dt.date | None = None,
    published_certain: bool = True,
    url: str | None = None,
    site: str | None = None,
    original: str | None = None,
    visible: float | None = None,
    chapters: tuple[Chapter, ...] = (),
    part_of: str | None = None,
) -> Article:
    """Return an article made of cleaned paragraphs, each a text or a pair of text and kind (see `Paragraph`)."""
    pieces: list[Paragraph] = []
    position = 0
    for item in paragraphs:
        body, kind = (item, "prose") if isinstance(item, str) else item
        pieces.append(Paragraph(position, position + len(body), body, kind))
        position += len(body) + len(PARAGRAPH_BREAK)
    text = PARAGRAPH_BREAK.join(piece.text for piece in pieces)
    digest = hashlib.sha256(f"{url or ''}\0{title or ''}\0{text}".encode()).hexdigest()
    return Article(
        id=digest[:16],
        text=text,
        paragraphs=tuple(pieces),
        language=language,
        title=title,
        standfirst=standfirst,
        author=author,
        published=published,
        published_certain=published_certain,
        url=url,
        site=site,
        original=original,
        visible=visible,
        chapters=chapters,
        part_of=part_of,
    )


def take_chapter(work: Article, number: int) -> Article:
    """Return a chapter of a work, by its number from 0, as an article of its own. Raises `IndexError`."""
    chapter = work.chapters[number]
    pieces = [(piece.text, piece.kind) for piece in work.paragraphs[chapter.start : chapter.stop]]
    if pieces[0][1] == "heading" and len(pieces) > 1 and pieces[0][0] == chapter.title:
        pieces = pieces[1:]
    return compose(
        pieces,
        language=work.language,
        title=" — ".join(filter(None, (work.title, chapter.title))),
        author=work.author,
        published=work.published,
        published_certain=work.published_certain,
        url=work.url,
        site=work.site,
        part_of=work.id,
    )


def count_words(text: str) -> int:
    """Count words as a reader would: runs of letters and digits, with hyphens, apostrophes and dots inside.

    In scripts that do not separate words by spaces, two characters count as a word, which is about average.
    """
    plain = text.isascii()
    pattern = WORD if plain or not MARK.search(text) else MARKED_WORD
    count = sum(1 for _ in pattern.finditer(text))
    if plain:
        return count
    return count + sum((len(run[0]) - 1) // 2 for run in UNSPACED.finditer(text))


@lru_cache(maxsize=64)
def _count_again(text: str) -> int:
    """Count the words of a body, cached because every answer shows that figure."""
    return count_words(text)
