"""The day on which a page was published."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from summaries.loading.days import read_day
from summaries.loading.draft import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summaries.loading.markup import Markup

NAMES = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *("date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime"),
    *("citation_date", "citation_publication_date"),
)
ISO = re.compile(r"\s*\d{4}[-/]\d\d[-/]\d\d")


def find_published(page: Markup, text: str, url: str | None) -> dt.date | None:
    """Return the day of publication: from JSON-LD, meta elements, a visible mark, or htmldate (Barbaresi 2020)."""
    stated = [thing.get("datePublished") for thing in page.articles] + [page.meta.get(name) for name in NAMES]
    exact = [value for value in stated if isinstance(value, str) and ISO.match(value)]
    return _first(exact) or _from_sight(page) or _from_htmldate(text, url) or _first(stated)


def _first(values: Iterable[Any]) -> dt.date | None:
    """Return the first day that is stated; in words, templates of sites often state a wrong one, so that comes last."""
    days = (read_day(value[:60]) for value in values if isinstance(value, str))
    return next((day for day in days if day), None)


def _from_sight(page: Markup) -> dt.date | None:
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
