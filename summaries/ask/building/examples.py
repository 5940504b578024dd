"""Questions with what speaks for each sentence, where the answer is and where it is not."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from summaries.article import compose
from summaries.ask.features import Evidence, gather
from summaries.ask.model import Numbers
from summaries.ask.question import read_question
from summaries.pipeline import brief

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from summaries.briefing import Briefing

STEPS = (1, 5, 11)
"""A question is also put to the articles so many places further down its file, which do not answer it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question put to its article, and to texts that do not answer it."""

    article: int
    """The same for all languages of an article."""
    language: str
    evidence: Evidence
    right: Numbers
    """1 for the sentence with the answer, else 0; one entry a candidate."""
    foreign: tuple[Evidence, ...]
    """The question put to other articles."""
    robbed: Evidence
    """The question put to its own article without the sentence that answers it."""


def read_examples(paths: Iterable[Path]) -> list[Example]:
    """Read files of articles with questions; those with the same place in their files are taken for one article."""
    examples: list[Example] = []
    for path in sorted(paths):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        briefings = [_brief(row) for row in rows]
        for place, row in enumerate(rows):
            others = [briefings[(place + step) % len(rows)] for step in STEPS]
            examples += (_example(place, briefings[place], others, question) for question in row["questions"])
    return examples


def _brief(row: dict[str, str]) -> Briefing:
    return brief(compose(row["text"].split("\n\n"), language=row["lang"], title=row["title"]))


def _example(place: int, briefing: Briefing, others: list[Briefing], row: dict[str, str | int]) -> Example:
    language = briefing.article.language
    question = read_question(str(row["question"]), language)
    evidence = gather(briefing, question)
    sentences = [briefing.sentences[number] for number in evidence.sentences]
    right = [float(sentence.start <= int(row["start"]) < sentence.stop) for sentence in sentences]
    foreign = tuple(gather(other, question) for other in others)
    robbed = gather(_rob(briefing, int(row["start"])), question)
    return Example(place, language, evidence, np.array(right), foreign, robbed)


def _rob(briefing: Briefing, offset: int) -> Briefing:
    """Return a briefing with nothing in the sentence at an offset; all others keep their numbers."""
    emptied = (replace(one, text="") if one.start <= offset < one.stop else one for one in briefing.sentences)
    return replace(briefing, sentences=tuple(emptied))
