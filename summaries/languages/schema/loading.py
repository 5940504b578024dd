"""Phrases around articles: lines above, below and beside their text, and pages without an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loading:
    """Phrases around an article in a page or a file saved as text; case does not matter."""

    FILE: ClassVar[str] = "loading"
    bylines: Phrases = ()
    """Phrases before the author's name, at the beginning of a line."""
    before_publisher: Phrases = ()
    """Phrases between the author and the publisher."""
    joiners: Phrases = ()
    """Words between the last two of several authors."""
    offices: Phrases = ()
    """Words next to an author's name that are not part of it."""
    datelines: Phrases = ()
    """Phrases before the date, on a line of its own."""
    related: Phrases = ()
    """Beginnings of lines that continue with a colon or a link and lead to other articles."""
    credits: Phrases = ()
    """Beginnings of short lines that credit a picture."""
    boilerplate: Phrases = ()
    """Beginnings of lines that are not part of the article."""
    addresses: Phrases = ()
    """Labels of the source address at the end of a file."""
    notes: Phrases = ()
    """Phrases in a closing paragraph that is about the article, not part of it."""
    unfinished: Phrases = ()
    """Words that never end a sentence: a paragraph that ends with one is broken."""
    readers: Phrases = ()
    """Words with which a page addresses its readers or mentions its publisher."""
    cookies: Phrases = ()
    """Notices about cookies, and below about payment, errors, robots and scripts, on pages without an article."""
    paywall: Phrases = ()
    errors: Phrases = ()
    robots: Phrases = ()
    scripts: Phrases = ()
    references: Phrases = ()
    """Headings above the bibliography."""
    figure_captions: Phrases = ()
    table_captions: Phrases = ()
    front_matter: Phrases = ()
    """Beginnings of lines above the text of a paper."""
    imprints: Phrases = ()
    """Words in names of publishers, streets and types of paper: a line with one is not a person's name."""
