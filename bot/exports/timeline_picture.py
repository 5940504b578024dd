"""The dates of an article as a drawn picture, set with Typst (https://typst.app)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from bot.views.dates import label_event, name_publication, note_contradiction
from bot.views.parts import published_on
from bot.views.screen import clip
from summaries.timeline import find_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.locales import Wording
    from summaries.briefing import Briefing

TEMPLATE = Path(__file__).with_name("timeline_picture.typ")
ENTRIES = 14
"""Maximum number of entries in a picture that is read on a phone."""
CLAUSE = 200
DOTS_AN_INCH = 216
"""Three pixels a point: sharp on a phone."""


def draw_timeline(briefing: Briefing, words: Wording, *, dark: bool) -> bytes:
    """Return a PNG with the first dates of an article, in light or dark colours; past ones have filled dots."""
    entries = list(_entries(briefing, words))
    left = len(entries) - ENTRIES
    day = published_on(briefing.article, words)
    data = {
        "dark": dark,
        "language": words.language,
        "title": clip(briefing.article.title or briefing.article.text.split("\n", 1)[0], 120),
        "byline": " · ".join(item for item in (briefing.article.site, day) if item),
        "note": note_contradiction(briefing, words) or None,
        "ahead": words.say("still to come at the time"),
        "entries": entries[:ENTRIES],
        "rest": words.count("{n} more date: /dates", "{n} more dates: /dates", left) if left > 0 else None,
    }
    picture = typst.compile(
        TEMPLATE.read_bytes(), format="png", ppi=DOTS_AN_INCH, sys_inputs={"data": json.dumps(data)}
    )
    return picture if isinstance(picture, bytes) else picture[0]


def _entries(briefing: Briefing, words: Wording) -> Iterator[dict[str, object]]:
    was_ahead = False
    for event in find_events(briefing, briefing.dates):
        line = name_publication(briefing, words) if event.ahead and not was_ahead else None
        was_ahead = was_ahead or event.ahead
        yield {
            "label": label_event(event, words),
            "line": line,
            "ahead": event.ahead,
            "sentences": [
                {
                    "text": clip(" ".join(briefing.sentences[places[0]].text.split()), CLAUSE),
                    "numbers": " ".join(f"[{index + 1}]" for index in places),
                }
                for places in event.places
            ],
        }
