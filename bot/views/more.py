"""The *More* screen: the views and files without a button under every answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.views.screen import Button, Target, in_rows

if TYPE_CHECKING:
    from bot.locales import Wording
    from bot.views.screen import Screen

WIDTH = 3
"""Buttons in a row, few enough that labels are not cut on a phone."""


def show_more(shown: Screen, target: Target, wording: Wording) -> Screen:
    """Return a screen with buttons for everything else about its article, and one that leads back."""
    article = target.article
    others = [
        Button(wording.say("To read aloud"), Target("oral", article)),
        Button(wording.say("Who says what"), Target("quotes", article)),
        Button(wording.say("Figures"), Target("numbers", article)),
        Button(wording.say("Places"), Target("where", article)),
        Button(wording.say("Find …"), Target("find", article)),
        Button(wording.say("As a file …"), Target("formats", article)),
        Button(wording.say("Share …"), Target("share", article)),
        Button(wording.say("The article"), Target("source", article)),
    ]
    back = target.back() or Target("summary", article)
    return replace(shown, rows=(*in_rows(others, WIDTH), (Button("↩ " + wording.say("Back"), back),)))
