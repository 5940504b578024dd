"""The day on which a page was published, and whether that is certain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import islice
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
ELSEWHERE = frozenset({"aside", "nav", "footer", "blockquote", "figure", "iframe", "form"})
OTHERS = re.compile(
    r"comment|related|teaser|recommend|sidebar|widget|tweet|twitter|instagram|embed|promo|most-?read|reply|replies",
    re.IGNORECASE,
)
"""Classes of what has days of its own: other articles, posts, comments."""
LINES = 40
LINE_WORDS = 14
LONG = 30
"""Words of a paragraph with which the text begins."""


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, ``None`` if unknown; it is doubtful where it was only found somewhere on the page."""

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
    exact = _first((value for value in stated if isinstance(value, str) and ISO.match(value)), revised)
    if exact:
        shown = _shown_revision(page, exact, revised) or exact
        return Published(in_address if in_address and abs(in_address - shown) == DAY else shown)
    order = _order(page, stated)
    usual = None if order else find_order_of_locale(page.tree.get("lang"))
    for one in dict.fromkeys((order, usual)):
        day = _from_marks(page, revised, one) or in_address or _first(_lines_by_title(page.tree), revised, one)
        if day := day or _first(stated, revised, one):
            return Published(day, is_certain=one == order)
    if any(read_day(line, "day first") and not read_day(line, order or usual) for line in _lines_by_title(page.tree)):
        return Published(None)  # written in figures of which either may be the month
    found = _from_htmldate(tree, url, order or usual)
    return Published(found, is_certain=found is None)


def _order(page: Page, stated: Iterable[Any]) -> Order | None:
    """Return whether the page writes the day or the month first, by its other days and those for machines."""
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
    """Return the first day that is stated and not after the revision, a day of difference in time zones aside."""
    days = (read_day(value[:60], order) for value in values if isinstance(value, str))
    return next((day for day in days if day and (revised is None or day <= revised + DAY)), None)


def _from_marks(page: Page, revised: dt.date | None, order: Order | None) -> dt.date | None:
    """Return the day of the first element that is marked as the day of publication of this article."""
    marked = page.tree.xpath(".//*[@itemprop='datePublished'] | .//time[@pubdate]")
    texts = [
        element.get("content") or element.get("datetime") or tidy("".join(element.itertext()))
        for element in marked[:8]
        if not _is_elsewhere(element)
    ]
    return _first(texts, revised, order)


def _lines_by_title(tree: Any) -> Iterator[str]:
    """Yield the short lines between the first h1 and the text that hold a day and little else, or open a byline."""
    body = tree.find("body")
    if body is None:
        return
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    heading = next((place for place, element in enumerate(elements) if element.tag == "h1"), None)
    if heading is None:
        return
    for element in islice(elements, max(0, heading - 6), heading + 300):
        if element.tag == "time" and element.get("datetime") and not _is_elsewhere(element):
            yield element.get("datetime")
        text = tidy("".join(element.itertext())) if (element.text or "").strip() and len(element) < 6 else ""
        if len(text.split()) >= LONG and element.tag in {"p", "div"}:
            return
        if text and len(text.split()) <= LINE_WORDS and not ends_sentence(text) and not _is_elsewhere(element):
            rest = strip_phrase(text, "datelines") or strip_phrase(text, "bylines")
            if rest or sum(word[:1].isalpha() for word in text.split()) <= 4:
                yield text


def _is_elsewhere(element: Any) -> bool:
    """Tell whether an element is of another article, a post that is shown, a comment or the page around."""
    above = [element, *element.iterancestors()]
    return any(
        one.tag in ELSEWHERE or OTHERS.search(f"{one.get('class') or ''} {one.get('id') or ''}")
        for one in above
        if one.tag not in {"html", "body", "main", "article"}
    )


def _from_address(url: str | None) -> dt.date | None:
    found = IN_ADDRESS.search(url or "")
    return read_day("-".join(found.groups())) if found else None


def _from_htmldate(tree: Any, url: str | None, order: Order | None) -> dt.date | None:
    from htmldate import find_date  # noqa: PLC0415 - heavy, and only pages need it
    from lxml import etree  # noqa: PLC0415

    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element.tag not in {"html", "body"} and _is_own_elsewhere(element):
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
    """Return a day read anew where it is written in figures of which either may be the month, such as ``3/4/2019``."""
    if day.day > 12 or day.day == day.month:
        return day
    for text in tree.itertext():
        for match in FIGURES.finditer(text):
            if {int(match[1]), int(match[3])} == {day.day, day.month} and int(match[4]) == day.year:
                return read_day(match[0], order)
    return day


def _is_own_elsewhere(element: Any) -> bool:
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ELSEWHERE or (len(called) > 1 and OTHERS.search(called) is not None)
