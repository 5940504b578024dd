"""The briefing to be read aloud as a page in large type, set with Typst (https://typst.app)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from bot.exports.outline import heading_of
from bot.views.reading_aloud import section_names, time_aloud
from summaries.ranking import names_missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.briefing import Briefing, OralSection

TEMPLATE = Path(__file__).with_name("oral_page.typ")


def write(briefing: Briefing, words: Wording) -> bytes:
    """Return the briefing as a PDF; our words are grey, so that nobody reads them out as the article's."""
    title, byline = heading_of(briefing, words)
    data = {
        "title": title,
        "byline": byline,
        "time": time_aloud(briefing, words),
        "language": briefing.article.language,
        "note": words.say("Every line is a quote; the number after it is that of the sentence in the article."),
        "sections": [
            {"title": section_names(words)[section.kind], "lines": list(_lines(briefing, section))}
            for section in briefing.oral
        ],
    }
    return typst.compile(TEMPLATE.read_bytes(), sys_inputs={"data": json.dumps(data)})


def _lines(briefing: Briefing, section: OralSection) -> Iterator[list[dict[str, str]]]:
    """Yield the sentences of each line, followed by our words: who they refer to, and their number."""
    shown: set[int] = set()
    for line in section.lines:
        said = []
        for number in line:
            names = "".join(f" [{name}]" for name, _ in names_missing(briefing, number, shown))
            said.append({"text": briefing.sentences[number].text, "ours": f"{names} [{number + 1}]"})
            shown.add(number)
        yield said
