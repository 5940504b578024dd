"""The title of a page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from summaries.loading.draft import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.loading.html.metadata import Page

SEPARATOR = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*[|»]\s*")
INLINE = frozenset({"span", "a", "em", "i", "b", "strong", "mark", "q", "cite", "sup", "sub", "abbr", "u", "font"})
SHORTEST = 4
LONGEST = 400


def find_title(page: Page, site: str | None) -> str | None:
    """Return the title that readers see: the h1 that agrees with the page's metadata, else the latter."""
    said = _said(page, site)
    headings = [
        text for element in page.tree.iter("h1") for text in _read_heading(element) if SHORTEST <= len(text) < LONGEST
    ]
    return _agreeing(headings, said) or _nearest(headings, said) or next(iter(said), None) or next(iter(headings), None)


def _read_heading(element: Any) -> list[str]:
    """Return the text of a heading with spaces between its parts, and the same without a leading part."""
    parts: list[tuple[bool, str]] = [(False, element.text or "")]
    for child in element:
        text = "".join(child.itertext()) if isinstance(child.tag, str) else ""
        parts += [(child.tag not in INLINE, text), (False, child.tail or "")]
    parts = [(is_apart, text) for is_apart, text in parts if text or is_apart]
    whole = ""
    for is_apart, text in parts:
        whole += f" {text} " if is_apart or (whole[-1:].islower() and text[:1].isupper()) else text
    without = " ".join(text for _, text in parts[1:])
    return [tidy(whole), *([tidy(without)] if len(parts) > 1 and parts[0][1].strip() else [])]


def _said(page: Page, site: str | None) -> list[str]:
    element = page.tree.find(".//title")
    named: list[str | None] = [
        page.first_meta("og:title"),
        page.first_meta("twitter:title"),
        next((text for thing in page.articles if isinstance(text := thing.get("headline"), str)), None),
        element.text_content() if element is not None else None,
    ]
    cut = [_cut_site(tidy(html.unescape(name)), site) for name in named if name]
    return [text for text in cut if len(text) >= SHORTEST]


def _agreeing(headings: Sequence[str], said: Sequence[str]) -> str | None:
    """Return the first heading that equals, or is part of, a title in the metadata."""
    stated = [fold(text) for text in said]
    for heading in headings:
        folded = fold(heading)
        if folded and any(folded == text or (len(folded) > 15 and folded in text) for text in stated):
            return heading
    return None


def _nearest(headings: Sequence[str], said: Sequence[str]) -> str | None:
    """Return the only heading if it shares half of the words with a title in the metadata."""
    if len(headings) != 1:
        return None
    words = set(re.findall(r"\w+", headings[0].casefold()))
    for text in said:
        stated = set(re.findall(r"\w+", text.casefold()))
        if stated and len(words & stated) >= len(stated) / 2:
            return headings[0]
    return None


def _cut_site(text: str, site: str | None) -> str:
    """Cut the site's name from the end or beginning of a title."""
    parts = list(SEPARATOR.finditer(text))
    if not parts or not site:
        return text
    name = fold(site)
    last, first = parts[-1], parts[0]
    for cut, rest in ((text[last.end() :], text[: last.start()]), (text[: first.start()], text[first.end() :])):
        if (fold(cut) == name or (len(fold(cut)) > 3 and (fold(cut) in name or name in fold(cut)))) and len(rest) > 8:
            return rest.strip()
    return text


def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case, for comparing."""
    return "".join(filter(str.isalnum, text.casefold()))
