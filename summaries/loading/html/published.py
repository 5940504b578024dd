"""The day on which a page was published, and whether that is certain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from summaries.loading.calendar_days import (
    FIGURES,
    Order,
    day_forms,
    find_order,
    find_order_by_days,
    find_order_of_locale,
    read_day,
)
from summaries.loading.cue_phrases import strip_phrase
from summaries.loading.draft import tidy
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.html.surroundings import find_heading, find_own, is_elsewhere, stands_around

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from summaries.loading.html.metadata import Page

NAMES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime"),
    *("citation_date", "citation_publication_date"),
)
REVISED = ("article:modified_time", "og:updated_time", "datemodified")
LONG_AFTER = dt.timedelta(days=60)
DAY = dt.timedelta(days=1)
SEEN = ".//text()[not(ancestor::script or ancestor::style)]"
APART = re.compile(r"[\s,]+")
ISO = re.compile(r"\s*\d{4}[-/]\d\d[-/]\d\d")
IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)")
MARKED = (
    ".//*[@itemprop='datePublished'] | .//time[@pubdate]"
    " | .//*[self::time or self::abbr][contains(concat(' ', @class, ' '), ' published ')][@datetime or @title]"
)
"""What is marked as the day of publication: by microdata, or by the classes of hAtom, which blogs have."""
ABOVE, BELOW = 6, 300
"""Elements among which the lines above and below a heading stand."""
LINE_WORDS = 14
LONG = 30
"""Minimum number of words in the first paragraph of the text."""


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, ``None`` if unknown.

    It is doubtful where it was only found somewhere on the page, or where readers see another than machines.
    """

    day: dt.date | None
    is_certain: bool = True


def find_published(page: Page, tree: Any, url: str | None) -> Published:
    """Return the day of publication: from JSON-LD, meta elements, a line by the title, the address, or htmldate.

    3/4/2019 is read in the order that other days of the page tell; in that of its language alone it is doubtful.
    `tree` is a copy of the page that may be changed. A page that was revised long after, and shows its readers the day
    of the revision alone, is of that day. A day after that of the revision is none. Source of the last method:
    Barbaresi 2020.
    """
    revised = _revised(page)
    stated = [thing.get("datePublished") for thing in page.articles] + [page.meta.get(name) for name in NAMES]
    in_address = _from_address(url)
    exact = _exact_days(stated, revised)
    own = find_own(page, url)
    if exact:
        revision = _shown_revision(page, exact[0], revised)
        shown = revision or _shown(page, exact, revised, own)
        is_certain = revision is not None or any(abs(shown - one) <= DAY for one in exact)
        return Published(in_address if in_address and abs(in_address - shown) == DAY else shown, is_certain=is_certain)
    order = _order(page, stated)
    usual = None if order else find_order_of_locale(page.tree.get("lang"))
    for one in dict.fromkeys((order, usual)):
        day = _from_marks(page, revised, one, own) or in_address or _first(_lines_by_title(page, own), revised, one)
        if day := day or _first(stated, revised, one):
            return Published(day, is_certain=one == order)
    if any(read_day(line, "day first") and not read_day(line, order or usual) for line in _lines_by_title(page, own)):
        return Published(None)  # written in figures, either of which may be the month
    found = _from_htmldate(replace(page, tree=tree), url, order or usual)
    return Published(found, is_certain=found is None)


def _exact_days(stated: Iterable[Any], revised: dt.date | None) -> list[dt.date]:
    """Return the days that are stated for machines and not after the revision, each once."""
    values = (value for value in stated if isinstance(value, str) and ISO.match(value))
    return list(dict.fromkeys(day for value in values if (day := _first([value], revised))))


def _shown(page: Page, days: Sequence[dt.date], revised: dt.date | None, own: Collection[Any]) -> dt.date:
    """Return the first of some days that readers see on the page.

    Where they see none of them, it is the one by the title, unless that is the day of the revision; else the first.
    """
    seen, language = _plain(" ".join(_seen(page.tree))), page.tree.get("lang") or "en"
    if shown := next((day for day in days if _is_seen(day, seen, language)), None):
        return shown
    by_title = _first(_lines_by_title(page, own), revised)
    return days[0] if by_title is None or by_title == revised or _is_turned(by_title, days) else by_title


def _is_turned(day: dt.date, days: Collection[dt.date]) -> bool:
    """Return whether a day is one of others with day and month the other way round."""
    return day.day <= 12 and day.replace(month=day.day, day=day.month) in days


def _order(page: Page, stated: Iterable[Any]) -> Order | None:
    """Return whether the page writes the day or the month first, by its other days and its metadata."""
    texts = [*_seen(page.tree), *(value for value in stated if isinstance(value, str))]
    times = (element.get("datetime") for element in page.tree.iter("time"))
    things = (thing.get(name) for thing in page.articles for name in ("datePublished", "dateModified", "dateCreated"))
    metas = (content for contents in page.metas.values() for content in contents)
    exact = (
        read_day(value.strip()[:10])
        for value in (*times, *things, *metas)
        if isinstance(value, str) and ISO.match(value)
    )
    return find_order(texts) or find_order_by_days(texts, frozenset(filter(None, exact)))


def _seen(tree: Any) -> list[str]:
    body = tree.find("body")
    return [] if body is None else body.xpath(SEEN)


def _revised(page: Page) -> dt.date | None:
    stated = [thing.get("dateModified") for thing in page.articles] + [page.meta.get(name) for name in REVISED]
    return _first(stated, None)


def _shown_revision(page: Page, published: dt.date, revised: dt.date | None) -> dt.date | None:
    if revised is None or revised - published < LONG_AFTER:
        return None
    seen = _plain(" ".join(_seen(page.tree)))
    language = page.tree.get("lang") or "en"
    return revised if _is_seen(revised, seen, language) and not _is_seen(published, seen, language) else None


def _is_seen(day: dt.date, text: str, language: str) -> bool:
    return any(_plain(form) in text for form in day_forms(day, language))


def _plain(text: str) -> str:
    return f" {APART.sub(' ', text.casefold()).strip()} "


def _first(values: Iterable[Any], revised: dt.date | None, order: Order | None = None) -> dt.date | None:
    """Return the first stated day that is not after the revision, allowing a day for time zones."""
    days = (read_day(value[:60], order) for value in values if isinstance(value, str))
    return next((day for day in days if day and (revised is None or day <= revised + DAY)), None)


def _from_marks(page: Page, revised: dt.date | None, order: Order | None, own: Collection[Any]) -> dt.date | None:
    """Return the day in the first element marked as this article's day of publication."""
    marked = page.tree.xpath(MARKED)
    texts = [
        next(filter(None, map(element.get, ("content", "datetime", "title"))), tidy("".join(element.itertext())))
        for element in marked[:8]
        if not is_elsewhere(element, own)
    ]
    return _first(texts, revised, order)


def _lines_by_title(page: Page, own: Collection[Any]) -> Iterator[str]:
    """Yield the short lines between the heading and the text that hold a day and little else, or open a byline."""
    body = page.tree.find("body")
    if body is None:
        return
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    title = find_heading(page)
    heading = next((place for place, element in enumerate(elements) if element is title), None)
    if heading is None:
        return
    yield from _lines(elements[heading : heading + BELOW], own)
    yield from _lines(elements[max(0, heading - ABOVE) : heading], own)


def _lines(elements: Iterable[Any], own: Collection[Any]) -> Iterator[str]:
    for element in elements:
        if element.tag == "time" and element.get("datetime") and not is_elsewhere(element, own):
            yield element.get("datetime")
        text = tidy("".join(element.itertext())) if (element.text or "").strip() and len(element) < 6 else ""
        if len(text.split()) >= LONG and element.tag in {"p", "div"}:
            return
        if text and len(text.split()) <= LINE_WORDS and not ends_sentence(text) and not is_elsewhere(element, own):
            rest = strip_phrase(text, "datelines") or strip_phrase(text, "bylines")
            if rest or sum(word[:1].isalpha() for word in text.split()) <= 4:
                yield text


def _from_address(url: str | None) -> dt.date | None:
    found = IN_ADDRESS.search(url or "")
    return read_day("-".join(found.groups())) if found else None


def _from_htmldate(page: Page, url: str | None, order: Order | None) -> dt.date | None:
    """Return the day that htmldate finds in a copy of a page from which the days of others are taken."""
    from htmldate import find_date  # noqa: PLC0415 - heavy, and only pages need it
    from lxml import etree  # noqa: PLC0415

    tree, own = page.tree, find_own(page, url)
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element not in own and stands_around(element):
            element.tag = "dropped"
    etree.strip_elements(tree, "dropped", with_tail=False)
    try:
        found: Any = find_date(tree, url=url, original_date=True, extensive_search=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    # the first of January is what htmldate makes of a bare year
    day = dt.date.fromisoformat(found) if found and not found.endswith("-01-01") else None
    return None if day is None else _in_order(day, tree, order)


def _in_order(day: dt.date, tree: Any, order: Order | None) -> dt.date | None:
    """Return a day read anew where it is written in figures, either of which may be the month, such as ``3/4/2019``."""
    if day.day > 12 or day.day == day.month:
        return day
    for text in tree.itertext():
        for match in FIGURES.finditer(text):
            if {int(match[1]), int(match[3])} == {day.day, day.month} and int(match[4]) == day.year:
                return read_day(match[0], order)
    return day
