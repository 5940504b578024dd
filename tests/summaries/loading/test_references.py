"""The literature of a paper is told from its text."""

from __future__ import annotations

import pytest

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
