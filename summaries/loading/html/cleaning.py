"""Cleans a page: removes what readers do not see, and keeps superscripts readable."""

from __future__ import annotations

import re
from typing import Any

from summaries.loading.superscripts import BEHIND_WORDS, LOWERED, POWER, RAISED

UNSEEN = ("script", "style")
MAYBE_UNSEEN = ("template", "noscript")
"""Some sites have the article in these, revealed by a script."""
STRUCK = frozenset({"del", "s", "strike"})
DROPPED, KEPT = "dropped", "kept"
"""Tags removed with their text, and tags that leave their text behind."""
HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|u-hidden-visually)(?:\s|$)", re.IGNORECASE
)
MOST_HIDDEN = 0.3
"""A hidden element with a larger share of the text is the content itself, revealed by scripts."""
WHOLE = frozenset({"html", "body", "main", "article"})
MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§])(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\])]?")
"""A reference to a note: digits, letters or signs, one or several, with or without brackets."""
BASE = re.compile(r"(?:\d|(?<![^\W\d_])(?:[a-zA-Zµ]{1,2}))\s?$")
"""The base of a power: a number, a unit or a variable."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BEHIND = re.compile(rf"(?:{BEHIND_WORDS})\s?$")


def clean(tree: Any) -> None:
    """Remove scripts, struck-through words, hidden elements and marks of notes from a page, in place.

    Raised figures are written as such (``10⁶``), since without their form they would be others.
    """
    from lxml import etree  # noqa: PLC0415 - heavy, and only pages need it

    etree.strip_elements(tree, *UNSEEN, with_tail=False)
    most = MOST_HIDDEN * sum(map(len, tree.itertext()))
    for element in list(tree.iter(*MAYBE_UNSEEN)):
        element.tag = DROPPED if sum(map(len, element.itertext())) <= most else "div"
    for element in _hidden(tree):
        element.tag = DROPPED
    for element in list(tree.iter(*STRUCK)):
        element.tag = DROPPED
    for element in list(tree.iter("sup")):
        _write_raised(element)
    for element in list(tree.iter("sub")):
        text = "".join(element.itertext()).strip()
        if POWER.fullmatch(text) and (element.tail or "")[:1].isdigit():
            _replace(element, text.translate(LOWERED))
    etree.strip_elements(tree, DROPPED, with_tail=False)
    _drop_forbidden(tree)
    etree.strip_tags(tree, KEPT)


def _drop_forbidden(tree: Any) -> None:
    """Take the characters that no XML may hold out of a page, in place: some libraries refuse it for one of them."""
    for element in tree.iter():
        if element.text and FORBIDDEN.search(element.text):
            element.text = FORBIDDEN.sub("", element.text)
        if element.tail and FORBIDDEN.search(element.tail):
            element.tail = FORBIDDEN.sub("", element.tail)


def _hidden(tree: Any) -> list[Any]:
    hidden = [element for element in tree.iter() if element.tag not in WHOLE and _is_hidden(element)]
    if not hidden:
        return []
    most = MOST_HIDDEN * sum(map(len, tree.itertext()))
    return [element for element in hidden if sum(map(len, element.itertext())) <= most]


def _is_hidden(element: Any) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style, kind = attributes.get("style"), attributes.get("class")
    return bool((style and HIDING.search(style)) or (kind and FOR_SCREEN_READERS.search(kind)))


def _write_raised(element: Any) -> None:
    text = "".join(element.itertext()).strip()
    before = _text_before(element)
    is_link = element.find(".//a") is not None or (element.getparent() is not None and element.getparent().tag == "a")
    if POWER.fullmatch(text) and not is_link and BASE.search(before):
        _replace(element, text.translate(RAISED))
    elif MARK.fullmatch(text) and (is_link or not text.isalpha() or BEHIND.search(before)):
        element.tag = DROPPED


def _text_before(element: Any) -> str:
    """Return the text right before an element, within its parent."""
    before = element.getprevious()
    if before is not None:
        return (before.tail or "") or "".join(before.itertext())
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _replace(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text, element.tag = text, KEPT
