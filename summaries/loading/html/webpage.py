"""Web pages: the article in HTML and the page's metadata."""

from __future__ import annotations

import html
import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from summaries.loading.addresses import host_of, valid_address
from summaries.loading.bylines import read_byline
from summaries.loading.calendar_days import read_day
from summaries.loading.cue_phrases import strip_phrase
from summaries.loading.draft import Block, Draft, tidy
from summaries.loading.formats.plain import ends_sentence
from summaries.loading.html.authors import find_author
from summaries.loading.html.body import find_body
from summaries.loading.html.cleaning import clean
from summaries.loading.html.features import About
from summaries.loading.html.metadata import Page, parse_page
from summaries.loading.html.non_articles import check_page, visible_share
from summaries.loading.html.published import find_published
from summaries.loading.html.title import find_title, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|span|nav|header|br|a\s)",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\s*(?:<!--.{0,5000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,5}", re.DOTALL)
END_TAG = re.compile(r"</(?:p|div|article|html|body)>", re.IGNORECASE)
HEAD = 100_000
HEAD_BLOCKS = 4
BYLINE_WORDS = 14
NAMELESS = "this page"


def looks_like_page(text: str) -> bool:
    """Return whether a text is HTML: it begins with a tag, or contains several ends of paragraphs."""
    before = BEFORE.match(text)
    start = before.end() if before else 0
    return bool(FIRST_TAG.match(text, start)) or len(END_TAG.findall(text[:HEAD])) > 2


def read_page(text: str, url: str | None = None) -> Draft:
    """Return the draft of the article in a page. Raises `TooTangled`, or a `NoArticle` that says what the page is."""
    page = parse_page(text, host_of(url) or NAMELESS)
    site = find_site(page)
    title = find_title(page, site)
    tree = deepcopy(page.tree)
    published = find_published(page, deepcopy(page.tree), url)
    clean(tree)
    author = find_author(page, site)
    body = find_body(tree, About(title, page.first_meta("og:description", "description"), url, site, author))
    draft = Draft(
        tuple(drop_head(body.blocks, title)),
        title=title,
        standfirst=body.standfirst,
        author=author,
        published=published.day,
        published_certain=published.is_certain,
        language=page.tree.get("lang") or page.meta.get("og:locale"),
        url=find_address(page, url),
        site=site or host_of(find_address(page, url)),
    )
    check_page(page, draft, body.linked, host_of(url) or NAMELESS)
    return replace(draft, visible=visible_share(page, draft))


def find_site(page: Page) -> str | None:
    """Return the name of the site as the page states it."""
    if named := page.first_meta("og:site_name"):
        return named
    for thing in page.articles:
        house = thing.get("publisher")
        name = house.get("name") if isinstance(house, dict) else None
        if isinstance(name, str) and name.strip():
            return tidy(html.unescape(name))
    return None


def find_address(page: Page, url: str | None) -> str | None:
    """Return the canonical address of a page if it is on the same host as `url`, else `url`.

    A page that was not fetched names no address: it could name anybody's.
    """
    if url is None:
        return None
    stated = [link.get("href") for link in page.tree.iter("link") if "canonical" in (link.get("rel") or "").lower()]
    for address in [*stated, page.meta.get("og:url")]:
        full = valid_address(_joined(url, (address or "").strip()))
        if full and host_of(full) == host_of(url) and urlsplit(full).path.strip("/"):
            return full
    return url


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def drop_head(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """Return the blocks without a title, byline and day before the text."""
    wanted = fold(title or "")
    head = [block for block in blocks[:HEAD_BLOCKS] if not (_is_title(block, wanted) or _is_byline(block.text))]
    return [*head, *blocks[HEAD_BLOCKS:]]


def _is_title(block: Block, wanted: str) -> bool:
    folded = fold(block.text)
    return bool(wanted) and (folded == wanted or (block.kind == "heading" and (wanted in folded or folded in wanted)))


def _is_byline(text: str) -> bool:
    if len(text.split()) > BYLINE_WORDS or ends_sentence(text):
        return False
    others = sum(word[:1].isalpha() for word in (strip_phrase(text, "datelines") or text).split())
    return read_byline(text) is not None or (others <= 2 and read_day(text, "day first") is not None)
