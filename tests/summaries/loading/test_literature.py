"""The literature of a paper is told from its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summaries import brief
from summaries.loading import read, read_text
from tests.summaries.loading.documents import docx
from tests.summaries.loading.pages import PROSE

if TYPE_CHECKING:
    from collections.abc import Callable

ENTRIES = ("Lee, A. (2006). Tides of the northern coast. Varlo Press.", "Ravn, B. and Holm, I. (2011). Steel and salt.")


@pytest.mark.parametrize(
    "heading", ["## References", "## 7. Bibliography", "References", "## Literatur", "## Источники"]
)
def test_what_stands_below_the_heading_of_the_literature_is_a_reference(heading: str) -> None:
    article = read_text("\n\n".join(("# Bridges", *PROSE, heading, *ENTRIES, "## Thanks", "We thank the town.")))

    assert [p.text for p in article.paragraphs if p.kind == "reference"][-2:] == list(ENTRIES)
    assert [p.text for p in article.paragraphs if p.kind == "prose"] == [*PROSE, "We thank the town."]


def test_a_section_called_so_at_the_beginning_is_text() -> None:
    article = read_text("\n\n".join(("# Bridges", "## Sources", *PROSE)))

    assert {p.kind for p in article.paragraphs} == {"heading", "prose"}


def test_no_summary_quotes_the_literature() -> None:
    article = read_text("\n\n".join(("# Bridges", *PROSE, "## References", *ENTRIES)))
    briefing = brief(article)
    quoted = {briefing.sentences[place].paragraph for place in briefing.ranking}

    assert {article.paragraphs[place].kind for place in quoted} == {"prose"}


CITED = (
    "Lee, Anna (2006). Tides of the northern coast. Oslo: Varlo Press, 311 pages.",
    "Anna Lee said so again on 3 May 2011 in Steel and Salt, edited by Louise Tremblay. Stockholm.",
)


@pytest.mark.parametrize("make", [docx, lambda lines: "\n\n".join(lines).encode()])
@pytest.mark.parametrize("heading", ["References", "Literaturverzeichnis", "Bibliographie", "Источники"])
def test_nobody_and_nothing_is_taken_from_the_literature(make: Callable[[list[str]], bytes], heading: str) -> None:
    briefing = brief(read(make([*PROSE, heading, *CITED]), name="paper"))
    found = [*(date.sentence for date in briefing.dates), *(figure.sentence for figure in briefing.figures)]

    assert [person.name for person in briefing.people] == ["Ada Long"]
    assert [place.name for place in briefing.places] == []
    assert {briefing.article.paragraphs[briefing.sentences[place].paragraph].kind for place in found} == {"prose"}
    assert CITED[1] in briefing.article.text


def test_an_author_who_is_cited_and_speaks_in_the_text_is_one_of_its_people() -> None:
    text = "But Anna Lee said that the tides of the northern coast were a riddle to her."
    briefing = brief(read_text("\n\n".join(("# Bridges", *PROSE, text, "## References", *CITED))))
    (person,) = [one for one in briefing.people if one.name == "Anna Lee"]

    assert [briefing.sentences[mention.sentence].text for mention in person.mentions] == [text]
