"""The day on which a page was published."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from summaries.loading.calendar_days import day_forms, read_day
from summaries.loading.draft import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.loading.html.metadata import Page

NAMES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime"),
    *("citation_date", "citation_publication_date"),
)
REVISED = ("article:modified_time", "og:updated_time", "datemodified")
LONG_AFTER = dt.timedelta(days=60)
SEEN = ".//text()[not(ancestor::script or ancestor::style)]"
APART = re.compile(r"[\s,]+")
ISO = re.compile(r"\s*\d{4}[-/]\d\d[-/]\d\d")


def find_published(page: Page, text: str, url: str | None) -> dt.date | None:
    """Return the day of publication: from JSON-LD, meta elements, a visible mark, or htmldate (Barbaresi 2020).

    A page that was revised long after, and shows its readers the day of the revision alone, is of that day.
    """
    stated = [thing.get("datePublished") for thing in page.articles] + [page.meta.get(name) for name in NAMES]
    exact = _first([value for value in stated if isinstance(value, str) and ISO.match(value)])
    if exact:
        return _shown_revision(page, exact) or exact
    return _from_sight(page) or _from_htmldate(text, url) or _first(stated)


def _shown_revision(page: Page, published: dt.date) -> dt.date | None:
    stated = [thing.get("dateModified") for thing in page.articles] + [page.meta.get(name) for name in REVISED]
    revised = _first(stated)
    if revised is None or revised - published < LONG_AFTER:
        return None
    body = page.tree.find("body")
    seen = "" if body is None else _plain(" ".join(body.xpath(SEEN)))
    language = page.tree.get("lang") or "en"
    return revised if _is_seen(revised, seen, language) and not _is_seen(published, seen, language) else None


def _is_seen(day: dt.date, text: str, language: str) -> bool:
    return any(_plain(form) in text for form in day_forms(day, language))


def _plain(text: str) -> str:
    return f" {APART.sub(' ', text.casefold()).strip()} "


def _first(values: Iterable[Any]) -> dt.date | None:
    """Return the first day that is stated; in words, templates of sites often state a wrong one, so that comes last."""
    days = (read_day(value[:60]) for value in values if isinstance(value, str))
    return next((day for day in days if day), None)


def _from_sight(page: Page) -> dt.date | None:
    """Return the day of the only element, or the first of those, that is marked as the day of publication."""
    for element in page.tree.xpath(".//*[@itemprop='datePublished'] | .//time[@pubdate]")[:3]:
        if day := read_day(element.get("content") or element.get("datetime") or tidy(element.text_content())[:60]):
            return day
    return None


def _from_htmldate(text: str, url: str | None) -> dt.date | None:
    from htmldate import find_date  # noqa: PLC0415 - heavy, and only pages need it

    try:
        found: Any = find_date(text, url=url, original_date=True, extensive_search=True)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    # the first of January is what htmldate makes of a bare year
    return dt.date.fromisoformat(found) if found and not found.endswith("-01-01") else None
