"""What stands around articles: lines above, below and beside their text, and pages that hold none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loading:
    """What stands around an article in a page or a file that was saved as text; case does not matter."""

    FILE: ClassVar[str] = "loading"
    bylines: Phrases = ()
    """Before the author's name, at the beginning of a line."""
    before_publisher: Phrases = ()
    """Between the author and the house."""
    joiners: Phrases = ()
    """Between the last two of several authors."""
    offices: Phrases = ()
    """What may stand beside an author and is no part of the name."""
    datelines: Phrases = ()
    """Before the day, on a line of its own."""
    related: Phrases = ()
    """How a line begins that goes on with a colon or a link and leads to other articles."""
    credits: Phrases = ()
    """How a short line begins that says whose picture it is."""
    boilerplate: Phrases = ()
    """How a line begins that is no text of the article."""
    addresses: Phrases = ()
    """At the end of a file: the label of the address that it came from."""
    notes: Phrases = ()
    """What a closing paragraph holds that is about the article, not of it."""
    unfinished: Phrases = ()
    """Words that end no sentence: a paragraph that ends with one is broken."""
    readers: Phrases = ()
    """Words with which a page speaks to its readers or of its own house."""
    cookies: Phrases = ()
    """What pages say of cookies, and below of payment, errors, robots and scripts, where they show no article."""
    paywall: Phrases = ()
    errors: Phrases = ()
    robots: Phrases = ()
    scripts: Phrases = ()
    references: Phrases = ()
    """The heading above the literature."""
    figure_captions: Phrases = ()
    table_captions: Phrases = ()
    front_matter: Phrases = ()
    """Above the text of a paper, at the beginning of a line."""
    imprints: Phrases = ()
    """Words in the names of houses, of streets and of kinds of papers: a line with one is nobody's name."""
