"""What falls short in articles in the reader's language: part of the help, told from the data of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.other_language import name_capabilities
from summaries.languages.schema import abilities, recall

if TYPE_CHECKING:
    from bot.locales import Wording

GOOD = 0.9
"""Recall from which on nothing is said."""
SHARES = ((1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5), (9, 10))
"""Shares that are said: so many of so many."""
ROUNDED = 0.02
"""How much more than was measured may be said."""


def name_shortcomings(wording: Wording) -> str:
    """Return what is missed in articles in the reader's language, and how often; empty where nothing is."""
    language = wording.language
    lines = []
    if partly := _partly_found(wording):
        lines.append(
            wording.say("In English articles I do not find everything: {shares}.").format(
                shares=wording.listing(partly)
            )
        )
    if missing := [name for one, name in name_capabilities(wording).items() if one not in abilities(language)]:
        lines.append(wording.say("In English articles I cannot find yet: {untold}.").format(untold=", ".join(missing)))
    return "\n".join((wording.say("<b>What falls short</b>"), *lines)) if lines else ""


def _partly_found(wording: Wording) -> list[str]:
    names = name_capabilities(wording)
    share = wording.say("{what} (about {found} in {of})")
    found = []
    for one, measured in recall(wording.language).items():
        if measured < GOOD:
            part, whole = max(
                (said for said in SHARES if _share(said) <= measured + ROUNDED), default=SHARES[0], key=_share
            )
            what = wording.say("answers to questions") if one == "answers" else names[one]
            found.append(share.format(what=what, found=part, of=whole))
    return found


def _share(said: tuple[int, int]) -> float:
    return said[0] / said[1]
