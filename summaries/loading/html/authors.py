"""The author of a page."""

from __future__ import annotations

import html
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from summaries.loading.bylines import is_office, looks_like_name, read_byline, split_names
from summaries.loading.cue_phrases import phrases, strip_phrase
from summaries.loading.draft import tidy
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.html.title import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summaries.loading.html.metadata import Page

NAMES = (
    *("author", "article:author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator"),
    *("sailthru.author", "byl", "citation_author", "citation_authors", "cxenseparse:author"),
    *("eprints.creators_name", "bepress_citation_author"),
)
SURE = (
    ".//*[@rel='author']",
    ".//*[@itemprop='author']//*[@itemprop='name']",
    ".//*[contains(@class, 'author-name') or contains(@class, 'author__name') or contains(@class, 'byline__name')]",
    ".//*[contains(@class, 'vcard') and contains(@class, 'author')]//*[contains(@class, 'fn')]",
)
"""Elements that contain an author's name and nothing else."""
LIKELY = (
    ".//*[@itemprop='author']",
    ".//*[contains(@class, 'byline') or contains(@class, 'Byline')]",
    ".//a[contains(@href, '/author/') or contains(@href, '/authors/') or contains(@href, '/autor/')]",
    ".//*[contains(@class, 'author') or contains(@class, 'Author') or contains(@class, 'writer')]",
)
LINES = 30
ASIDE = frozenset({"nav", "footer", "aside", "form", "figure"})
OTHERS = re.compile(r"comment|related|teaser|testimonial|sidebar|widget", re.IGNORECASE)
GENERIC = frozenset(
    ("admin", "adminn", "administrator", "editor", "webmaster", "root", "user", "guest", "author", "staff", "team")
)
"""Names of publishing accounts, which are not people."""
INVERTED = re.compile(r"([^\s,;]+(?: [^\s,;]+)?), ([^\s,;]+(?: [^\s,;]+){0,2})$")
SEPARATOR = re.compile(r"\s*[;,|/]\s*")
DEGREE = re.compile(r"(?:[A-Z][a-z]?\.?){2,8}(?:[- ]?\d+)?®?$|(?:Jr|Sr)\.?$")
SCHOLARLY = frozenset(
    (
        *("citation_author", "citation_authors", "dc.creator", "dcterms.creator", "eprints.creators_name"),
        *("bepress_citation_author",),
    )
)
WHOLE = frozenset({"html", "body", "main", "article"})
MOST = 12
BETWEEN = "; "
"""Separators of authors; a comma may belong to one of them, as in ``Ann Lee, MD``."""


def find_author(page: Page, site: str | None) -> str | None:
    """Return the authors, separated by semicolons: from JSON-LD, meta elements, or visible text.

    A publisher or account counts as the author if no person is named.
    """
    stated = _from_things(page) or _from_meta(page)
    if not any(map(_is_person, stated)) or all(_is_house(name, page, site) for name in stated):
        stated = _from_sight(page) or stated
    named = [name for name in stated if name.casefold() not in GENERIC]
    return BETWEEN.join(list(dict.fromkeys(named))[:MOST]) or None


def _is_person(name: str) -> bool:
    return " " in name and not any(map(str.isdigit, name))


def _is_house(name: str, page: Page, site: str | None) -> bool:
    """Return whether a name is that of the site, its publisher, or an organisation in JSON-LD."""
    houses = {fold(site or "")}
    for thing in page.articles:
        houses.update(fold(text) for text in _names(page, thing.get("publisher")))
        for author in _listed(thing.get("author")):
            found = page.resolve(author)
            if isinstance(found, dict) and "Organization" in str(found.get("@type")):
                houses.update(fold(text) for text in _names(page, found))
    return fold(name) in houses - {""}


def _from_things(page: Page) -> list[str]:
    for thing in page.articles:
        for key in ("author", "creator"):
            if names := [name for text in _names(page, thing.get(key)) for name in _clean(text)]:
                return names
    return []


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(page: Page, value: Any) -> Iterator[str]:
    for item in _listed(value):
        thing = page.resolve(item)
        for text in _listed(thing.get("name") if isinstance(thing, dict) else thing):
            if isinstance(text, str):
                yield text


def _from_meta(page: Page) -> list[str]:
    for name in NAMES:
        contents = page.metas.get(name, ())
        if name in SCHOLARLY:
            contents = tuple(part.strip() for text in contents for part in text.split(";"))
        if found := [author for text in contents for author in _clean(_straighten(text, name, len(contents)))]:
            return found
    return []


def _straighten(text: str, meta: str, count: int) -> str:
    """Return a name in its usual order if its surname comes first, as in library catalogues (``Lee, Ann``)."""
    inverted = INVERTED.match(text)
    if inverted and (meta in SCHOLARLY or (count > 1 and " " not in inverted[1])):
        return f"{inverted[2]} {inverted[1]}"
    return text


def _from_sight(page: Page) -> list[str]:
    """Return the names in the first element marked as a byline, or in the first line that is one."""
    for path in (*SURE, *LIKELY):
        for element in page.tree.xpath(path)[:8]:
            text = tidy(" ".join(element.itertext()))
            if not text or len(text) > 160 or _is_aside(element):
                continue
            rest = strip_phrase(text, "bylines")
            names = split_names((rest or text).lstrip(": "))
            if names and is_office(names):  # it stands in an element of its own
                names = read_byline(next(filter(None, map(tidy, element.itertext())))) or names
            if names:
                return names.split(", ")
            if path in SURE and len(text.split()) <= 3 and not _is_generic(rest or text):
                return _clean(text)
    return next((names.split(", ") for text in _lines_below_title(page.tree) if (names := read_byline(text))), [])


def _lines_below_title(tree: Any) -> Iterator[str]:
    """Yield the first short lines below the first h1, or of the body."""
    body = tree.find("body")
    elements = [element for element in body.iter() if isinstance(element.tag, str)] if body is not None else []
    first = next((place for place, element in enumerate(elements) if element.tag == "h1"), 0)
    told = (element for element in elements[first : first + 400] if (element.text or "").strip())
    for element in islice(told, LINES):
        text = tidy("".join(element.itertext())) if len(element) < 5 else ""
        if text and len(text) < 120 and not ends_sentence(text) and not _is_aside(element):
            yield text


def _is_generic(text: str) -> bool:
    return text.casefold().strip() in GENERIC or not any(map(str.isalpha, text)) or text.endswith(":")


def _is_aside(element: Any) -> bool:
    above = (element, *element.iterancestors())
    return any(one.tag in ASIDE or OTHERS.search(one.get("class") or "") for one in above if one.tag not in WHOLE)


def _clean(text: str) -> list[str]:
    """Return the names in a text that states authors, without addresses and handles."""
    text = tidy(html.unescape(text))
    text = (strip_phrase(text, "bylines") or text).strip(" ,;|")
    if not text or "://" in text or text.startswith("@") or "@" in text or len(text) > 200:
        return []
    found: list[str] = []
    for part in filter(None, SEPARATOR.split(text)):
        if found and DEGREE.match(part):
            found[-1] += f", {part}"
        elif not found or not is_office(part):
            found += _split_joined(part)
    return found


def _split_joined(text: str) -> list[str]:
    for joiner in phrases("joiners"):
        left, found, right = text.partition(f" {joiner} ")
        if found and looks_like_name(left) and looks_like_name(right):
            return [left, right]
    return [text]
