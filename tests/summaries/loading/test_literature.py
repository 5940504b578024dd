"""The literature of a paper is told from its text."""

from __future__ import annotations

import pytest

from summaries import brief
from summaries.loading import read_text
from tests.summaries.loading.pages import PROSE

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
