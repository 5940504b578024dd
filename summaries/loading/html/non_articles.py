"""Recognises pages without an article: better no briefing than one on a cookie banner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from summaries.article import count_words
from summaries.errors import BehindScripts, CookieWall, ErrorPage, LinkList, NoArticle, Paywalled, RobotCheck
from summaries.loading.cue_phrases import holds_phrase
from summaries.loading.draft import tidy
from summaries.loading.formats.plain import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summaries.loading.draft import Block, Draft
    from summaries.loading.html.metadata import Page

STUB = 80
"""A text with more words is an article, whatever else the page says: its own sentences may be about subscriptions."""
LITTLE = 40
NEXT_TO_NOTHING = 15
FEW_SENTENCES = 0.1
"""A list of links has fewer paragraphs that end like a sentence, an article has more."""
MOST_LINKED = 0.6
"""Minimum share of links in a text that may be a list of them."""
WHOLE = 0.8
"""From this share on, the rest is only captions and the like."""
CONSENT = 0.5
"""Minimum share of words about cookies in a cookie notice."""
SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"
LINE = 8
"""Words from which on a last line is a paragraph, not a name or an invitation."""
CUT = ("…", "...", "[…]", "[...]")
NOT_FREE = re.compile(r"false", re.IGNORECASE)


def check_page(page: Page, draft: Draft, linked: float, host: str) -> None:
    """Raise the `NoArticle` that says what a page is, unless it is an article.

    `linked` is the share of links in the text found. What the page says about itself counts if that text is too short
    for a briefing; a longer one is refused only if most of it is about cookies, or is links without sentences.
    """
    words = sum(count_words(block.text) for block in draft.blocks)
    if _consent_share(draft.blocks, words) >= CONSENT:
        raise CookieWall(host=host)
    if words < STUB:
        _check_stub(page, draft, words, host)
    if not words:
        raise NoArticle(host=host)
    if linked > MOST_LINKED and _is_list(draft.blocks):
        raise LinkList(host=host)


def _check_stub(page: Page, draft: Draft, words: int, host: str) -> None:
    seen = _seen(page)
    heading = " ".join(filter(None, (draft.title, tidy(page.tree.findtext(".//title") or ""))))[:200]
    if _is_not_free(page) or holds_phrase(draft.blocks[-1].text if words else "", "paywall"):
        raise Paywalled(host=host)
    if words < LITTLE and holds_phrase(seen, "paywall"):
        raise Paywalled(host=host)
    if words < LITTLE and (holds_phrase(heading, "robots") or holds_phrase(seen[:2000], "robots")):
        raise RobotCheck(host=host)
    if words < LITTLE and holds_phrase(heading, "errors"):
        raise ErrorPage(host=host)
    if words < NEXT_TO_NOTHING and holds_phrase(_without_scripts(page), "scripts"):
        raise BehindScripts(host=host)
    if words < LITTLE and _consent_share_of(seen) >= CONSENT:
        raise CookieWall(host=host)
    if words < NEXT_TO_NOTHING and count_words(seen) < STUB and page.tree.find(".//script[@src]") is not None:
        raise BehindScripts(host=host)


def visible_share(page: Page, draft: Draft) -> float | None:
    """Return the approximate visible share of an article if the page says that the rest must be paid for.

    ``None`` where all is shown; 0 where the text breaks off and nobody says how much there is.
    """
    is_offered = any(holds_phrase(block.text, "paywall") for block in draft.blocks[-2:])
    if not (_is_not_free(page) or is_offered):
        return None
    whole = next(filter(None, (_length(thing) for thing in page.articles)), 0)
    if not whole:
        return 0.0 if _is_not_free(page) and (is_offered or _breaks_off(draft)) else None
    share = sum(count_words(block.text) for block in draft.blocks) / whole
    return share if share < WHOLE else None


def _length(thing: Mapping[str, Any]) -> int:
    """Return how many words JSON-LD says that an article has, or gives of it; 0 if neither."""
    body = thing.get("articleBody")
    return _number(thing.get("wordCount")) or (count_words(body) if isinstance(body, str) else 0)


def _breaks_off(draft: Draft) -> bool:
    """Return whether the last paragraph of a text is cut within a sentence."""
    told = (block.text for block in reversed(draft.blocks) if block.kind in {"prose", "boilerplate"})
    last = next((text for text in told if len(text.split()) >= LINE), "")
    return bool(last) and (last.endswith(CUT) or not ends_sentence(last))


def _number(value: Any) -> int:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _seen(page: Page) -> str:
    body = page.tree.find("body")
    return "" if body is None else " ".join(" ".join(body.xpath(SEEN)).split())


def _without_scripts(page: Page) -> str:
    """Return what a browser without scripts would show."""
    return " ".join(tidy(element.text_content()) for element in page.tree.iter("noscript"))[:5000] + _seen(page)[:5000]


def _is_not_free(page: Page) -> bool:
    """Return whether the page says that it must be paid for (schema.org, isAccessibleForFree)."""
    return any(_says_no(thing.get("isAccessibleForFree")) for thing in page.articles)


def _says_no(value: Any) -> bool:
    return value is False or (isinstance(value, str) and NOT_FREE.fullmatch(value.strip()) is not None)


def _consent_share(blocks: Iterable[Block], words: int) -> float:
    return sum(count_words(b.text) for b in blocks if holds_phrase(b.text, "cookies")) / words if words else 0.0


def _consent_share_of(text: str) -> float:
    sentences = [part for part in re.split(r"(?<=[.!?])\s", text[:20_000]) if part]
    return sum(holds_phrase(part, "cookies") for part in sentences) / len(sentences) if sentences else 0.0


def _is_list(blocks: tuple[Block, ...]) -> bool:
    """Return whether most of a text is headlines: short paragraphs that end without a full stop."""
    told = [block for block in blocks if block.kind != "heading"]
    sentences = sum(count_words(block.text) for block in told if ends_sentence(block.text))
    return sentences < FEW_SENTENCES * sum(count_words(block.text) for block in told)
