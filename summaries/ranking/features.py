"""Sentence features: the columns that importance is learned from.

Position, centrality and topic, words shared with the title, names and figures, quotations, form; and features of the
whole document, which tell an interview from a news report. Linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from summaries.ranking.centrality import rank_pages
from summaries.ranking.openings import find_leaning
from summaries.ranking.references import References
from summaries.ranking.vectors import Numbers, Terms, count_terms, nearby, sums
from summaries.text import find_stems, find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summaries.document import Document
    from summaries.text.tokens import Token

ENDS = frozenset(".!?…。！？।۔։።")
CLOSERS = "\"'”’»)]*“ "
OPENERS = '"“„«»‘'
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
MONEY = re.compile(r"[$€£₽¥₴]")
LINK = re.compile(r"https?:|www\.|@\w|\.(?:com|org|net|de|ru|fr|es|pl)\b|[©|→]")
BULLET = re.compile(r"[•*·]|\d+[.)]")
COLON = re.compile(r":\s")
HEADING_WORDS = 14
"""Maximum length in words of a line without end punctuation that is an unmarked heading."""
TOPICAL = 14
"""Number of most frequent stems that represent the topic."""
TOP_NAMES = 5
NEIGHBOURS = ("centrality", "title", "words", "quoted", "unended", "heading", "numbers")
"""The columns that are also given for the previous and next sentences."""
NO_REFERENCES = References()
SMALL = 1e-9


@dataclass(frozen=True, slots=True)
class Features:
    """The columns of a document by name, one number per sentence, and other values computed once."""

    columns: dict[str, Numbers]
    cues: tuple[frozenset[str], ...]
    """The words of each sentence, with its first and last ones marked, prefixed by the language."""
    terms: Terms
    words: Numbers
    """How many words each sentence has, with those of the names in brackets behind it."""
    paragraphs: Numbers
    leaning: NDArray[np.bool_]
    """Whether each sentence opens with words that refer to the one before it."""
    named_by: frozenset[tuple[int, int]]
    """Pairs of a sentence that refers to somebody and the sentence that names them."""

    @property
    def matrix(self) -> Numbers:
        """Sentences by columns."""
        return np.column_stack([*self.columns.values()])


def extract(document: Document, references: References = NO_REFERENCES) -> Features:
    """Return the features of the sentences of a document that has at least one."""
    article, sentences = document.article, document.sentences
    texts = [document.prose[sentence.start : sentence.stop] for sentence in sentences]
    words = [[token for token in line if token.word] for line in document.tokens]
    terms = count_terms(document.stems)
    title = set(find_stems(article.title or "", document.language))
    paragraphs = np.array([sentence.paragraph for sentence in sentences], np.float64)
    lengths = np.array([float(len(line)) for line in words])
    ends = [text.rstrip(CLOSERS)[-1:] for text in texts]
    columns: dict[str, Numbers] = {}
    columns |= _form(texts, words, ends, document)
    columns |= _place(columns["heading"], paragraphs, lengths)
    columns |= _topic(terms, document.stems, title)
    columns |= _names(words, article.title or "")
    columns |= _speech(document)
    spoken = [document.spoken(sentence.index) for sentence in sentences]
    leaning = np.array(find_leaning(spoken, [sentence.paragraph for sentence in sentences], document.language))
    columns["leaning"] = leaning.astype(np.float64)
    elsewhere = references.elsewhere()
    columns |= _referring(references, elsewhere, len(sentences))
    columns |= _of_document(columns, article.title or "", title)
    for name in NEIGHBOURS:
        values = columns[name]
        columns[f"{name} before"], columns[f"{name} after"] = _shifted(values, 1), _shifted(values, -1)
    named_by = frozenset((one, source) for one, people in elsewhere.items() for source in people.values())
    counted = np.array([max(sentence.words, len(sentence.text.split())) for sentence in sentences], np.float64)
    for one, people in elsewhere.items():
        counted[one] += sum(len(name.split()) for name in people)
    return Features(columns, tuple(_cues(document, words, ends)), terms, counted, paragraphs, leaning, named_by)


def _form(
    texts: Sequence[str], words: Sequence[Sequence[Token]], ends: Sequence[str], document: Document
) -> dict[str, Numbers]:
    lengths = np.array([float(len(line)) for line in words])
    floor = np.maximum(lengths, 1)
    paragraphs = document.article.paragraphs
    per_paragraph = np.bincount([sentence.paragraph for sentence in document.sentences], minlength=len(paragraphs))
    alone = np.array([per_paragraph[sentence.paragraph] == 1 for sentence in document.sentences])
    unended = _flags(end not in ENDS for end in ends)
    marked = _flags(paragraphs[sentence.paragraph].kind == "heading" for sentence in document.sentences)
    numbers = _counts(sum(token.text[0].isdigit() for token in line) for line in words)
    return {
        "words": lengths,
        "words z": _z(lengths),
        "words rank": _ranks(lengths),
        "heading": np.maximum(marked, alone * unended * (lengths < HEADING_WORDS)),
        "unended": unended,
        "question": _flags(end == "?" for end in ends),
        "exclamation": _flags(end == "!" for end in ends),
        "ends in colon": _flags(end == ":" for end in ends),
        "numbers": numbers,
        "numbers z": _z(numbers),
        "year": _matches(YEAR.search, texts),
        "money": _matches(MONEY.search, texts),
        "percent": _flags("%" in text for text in texts),
        "link": _matches(LINK.search, texts),
        "bullet": _matches(BULLET.match, texts),
        "colon": _matches(COLON.search, texts),
        "bracket": _flags("(" in text for text in texts),
        "dash": _flags(text[:1] in "–—-" for text in texts),
        "small letter": _flags(text[:1].islower() for text in texts),
        "commas": _counts(text.count(",") for text in texts) / floor,
        "capitals": _counts(sum(len(t.text) > 1 and t.text.isupper() for t in line) for line in words) / floor,
        "word length": _counts(sum(len(token.text) for token in line) for line in words) / floor,
        "stems": _counts(len(stems) for stems in document.stems) / floor,
    }


def _place(heading: Numbers, paragraphs: Numbers, lengths: Numbers) -> dict[str, Numbers]:
    size = len(paragraphs)
    place = np.arange(size, dtype=np.float64)
    number = paragraphs.astype(np.intp)
    in_paragraph = np.bincount(number)[number].astype(np.float64)
    first = np.searchsorted(paragraphs, paragraphs)
    inside = place - first
    prose = np.cumsum(1 - heading) - (1 - heading)
    section = np.cumsum(heading)
    starts = np.maximum.accumulate(np.where(heading > 0, place, 0))
    return {
        "place": 1 / (1 + place),
        "place root": (1 + place) ** -0.5,
        "place share": place / max(size - 1, 1),
        "from end": place[::-1].copy(),
        "prose place": prose,
        "prose share": prose / max(prose[-1], 1),
        "paragraph": paragraphs,
        "paragraph share": paragraphs / max(paragraphs[-1], 1),
        "paragraphs after": paragraphs[-1] - paragraphs,
        "in paragraph": inside,
        "paragraph sentences": in_paragraph,
        "paragraph words": np.bincount(number, lengths)[number],
        "last in paragraph": (inside == in_paragraph - 1).astype(np.float64),
        "section": section,
        "in section": np.where(section > 0, place - starts, place),
    }


def _topic(terms: Terms, stems: Sequence[Sequence[str]], title: set[str]) -> dict[str, Numbers]:
    vectors, size = terms.vectors, len(stems)
    rank = rank_pages(vectors)
    central = vectors.times(vectors.gather(np.ones(size)))
    repeated = np.where(terms.spread > 1, terms.frequency, 0.0)
    top = np.argsort(-repeated, kind="stable")[:TOPICAL]
    chosen = np.zeros(len(repeated))
    chosen[top[repeated[top] > 0]] = 1.0
    present = sums(vectors.rows, chosen[vectors.columns], size) / max(chosen.sum(), 1.0)
    in_title = np.zeros(vectors.stems)
    in_title[[terms.index[stem] for stem in title if stem in terms.index]] = 1.0
    mass = float((in_title * terms.rarity).sum()) + (len(title) - in_title.sum()) * float(np.log(1 + size))
    titled = sums(vectors.rows, (in_title * terms.rarity)[vectors.columns], size) / max(mass, SMALL)
    count = np.maximum(np.bincount(vectors.rows, minlength=size), 1)
    mean = sums(vectors.rows, terms.frequency[vectors.columns], size) / count
    recurring = sums(vectors.rows, terms.spread[vectors.columns] - 1, size)
    new = _first_uses(terms)
    introduced = sums(vectors.rows, new * (terms.spread[vectors.columns] - 1), size)
    first, second, third = (vectors.likeness(min(place, size - 1)) for place in range(3))
    near = nearby(vectors)
    best = np.sort(central)[::-1]
    return {
        "rank": _z(rank),
        "rank rank": _ranks(rank),
        "centrality": _z(central),
        "centrality rank": _ranks(central),
        "topic": present,
        "topic rank": _ranks(present),
        "title": titled,
        "title rank": _ranks(titled),
        "title stems": sums(vectors.rows, in_title[vectors.columns], size),
        "frequency": _z(mean),
        "frequency rank": _ranks(mean),
        "fresh": sums(vectors.rows, new, size) / count,
        "introduced": _z(introduced),
        "introduced rank": _ranks(introduced),
        "known": _z(recurring - introduced),
        "recurring": _z(recurring / count),
        "like first": first,
        "like opening": (first + second + third) / 3,
        "like any": np.maximum(near.earlier, near.later),
        "like earlier": near.earlier,
        "like later": near.later,
        "like before": near.before,
        "like after": near.after,
        "like around": near.around,
        "frontal": np.full(size, central[:3].mean() / max(float(best[:3].mean()), SMALL)),
    }


def _first_uses(terms: Terms) -> Numbers:
    """Return for each entry of the vectors 1 at the first occurrence of its stem, else 0."""
    new = np.zeros(len(terms.vectors.rows))
    _, first = np.unique(terms.vectors.columns, return_index=True)
    new[first] = 1.0
    return new


def _names(words: Sequence[Sequence[Token]], title: str) -> dict[str, Numbers]:
    capitals = [[token.text.lower() for token in line if token.capital] for line in words]
    opens = _flags(bool(line) and line[0].capital for line in words)
    names = [set(found[int(first) :]) for found, first in zip(capitals, opens, strict=True)]
    count: dict[str, int] = {}
    for found in names:
        for name in found:
            count[name] = count.get(name, 0) + 1
    frequent = sorted((name for name in count if count[name] > 1), key=lambda name: (-count[name], name))[:TOP_NAMES]
    in_title = {word.lower() for word in title.split() if word[:1].isupper()}
    seen: set[str] = set()
    new = []
    for found in names:
        new.append(len(found - seen))
        seen |= found
    floor = np.maximum(_counts(len(line) for line in words), 1)
    mentioned = _counts(len(found) for found in capitals) - opens
    return {
        "names": mentioned,
        "name share": mentioned / floor,
        "top names": _counts(len(found & set(frequent)) for found in names),
        "new names": _counts(new),
        "title names": _counts(len(in_title.intersection(found)) for found in capitals),
    }


def _speech(document: Document) -> dict[str, Numbers]:
    """Return the quoted share of each sentence, and whether it begins or ends inside a quotation."""
    size = len(document.sentences)
    share, opens, ends, runs = np.zeros(size), np.zeros(size), np.zeros(size), np.zeros(size)
    last = -1
    for quotation in document.quotations:
        for index in range(document.sentence_at(quotation.start), document.sentence_at(quotation.stop - 1) + 1):
            sentence = document.sentences[index]
            inside = min(sentence.stop, quotation.stop) - max(sentence.start, quotation.start)
            share[index] += max(inside, 0) / (sentence.stop - sentence.start)
            opens[index] = max(opens[index], quotation.start < sentence.start)
            ends[index] = max(ends[index], quotation.stop > sentence.stop)
            runs[index] = max(runs[index], quotation.run == last)
        last = quotation.run
    return {
        "quoted": (share > 0).astype(np.float64),
        "quoted share": np.minimum(share, 1),
        "opens in quotation": opens,
        "ends in quotation": ends,
        "quotation runs on": runs,
        "opens with mark": _flags(sentence.text[:1] in OPENERS for sentence in document.sentences),
        "label": _flags(label > 0 for label in document.labels),
    }


def _referring(references: References, elsewhere: dict[int, dict[str, int]], size: int) -> dict[str, Numbers]:
    """Return who is known to speak, and how many people are named elsewhere or named for other sentences."""
    values = {name: np.zeros(size) for name in ("speech", "direct", "speaker unknown", "speaker here")}
    for one in references.attributions:
        values["speech"][one.sentence] = 1
        values["direct"][one.sentence] = one.direct
        values["speaker unknown"][one.sentence] = one.speaker is None
        values["speaker here"][one.sentence] = one.speaker is not None and one.source == one.sentence
    values |= {name: np.zeros(size) for name in ("named elsewhere", "called by surname", "names others")}
    for other in references.introductions():
        values["called by surname"][other.sentence] += 1
    for sentence, people in elsewhere.items():
        values["named elsewhere"][sentence] = len(people)
        values["names others"][list(people.values())] += 1
    return values


def _of_document(columns: dict[str, Numbers], title: str, stems: set[str]) -> dict[str, Numbers]:
    size = len(columns["words"])
    values = {
        "log sentences": float(np.log(size)),
        "log words": float(np.log(columns["words"].sum() + 1)),
        "sections": float(columns["section"][-1]),
        "title asks": float(title.rstrip().endswith("?")),
        "title counts": float(any(letter.isdigit() for letter in title)),
        "title colon": float(":" in title),
        "title length": float(len(stems)),
        "no title": float(not title),
    }
    averaged = (
        "quoted",
        "quoted share",
        "words",
        "paragraph sentences",
        "numbers",
        "name share",
        "question",
        "label",
        "speech",
    )
    values |= {f"mean {name}": float(columns[name].mean()) for name in averaged}
    return {name: np.full(size, value) for name, value in values.items()}


def _cues(document: Document, words: Sequence[Sequence[Token]], ends: Sequence[str]) -> Iterable[frozenset[str]]:
    language = document.language
    for sentence, line, end in zip(document.sentences, words, ends, strict=True):
        lower = [word for token in line for word in _lowered(token.text)]
        found = {f"{language} {word}" if not word[0].isdigit() else f"# {min(len(word), 5)}" for word in lower}
        found |= {f"{language} {place} {word}" for place, word in enumerate(lower[:3])}
        if lower:
            found.add(f"{language} . {lower[-1]}")
        opening = sentence.text[:1]
        yield frozenset((*found, f"end {end}", "opens" if opening.isalnum() else f"opens {opening}"))


def _lowered(word: str) -> list[str]:
    return [word.lower()] if word.isascii() else find_words(word)


def _flags(answers: Iterable[bool]) -> Numbers:
    return np.fromiter(answers, np.float64)


def _counts(values: Iterable[float]) -> Numbers:
    return np.fromiter(values, np.float64)


def _matches(find: Callable[[str], object], texts: Iterable[str]) -> Numbers:
    return _flags(find(text) is not None for text in texts)


def _z(values: Numbers) -> Numbers:
    scaled: Numbers = (values - values.mean()) / (values.std() + SMALL)
    return scaled


def _ranks(values: Numbers) -> Numbers:
    """Return the rank of each value among all, from 0 for the least to 1."""
    places = np.empty(len(values))
    places[np.argsort(values, kind="stable")] = np.arange(len(values))
    return places / max(len(values) - 1, 1)


def _shifted(values: Numbers, by: int) -> Numbers:
    moved = np.roll(values, by)
    if by > 0:
        moved[:by] = 0
    else:
        moved[by:] = 0
    return moved
