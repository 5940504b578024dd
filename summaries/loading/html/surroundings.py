"""What of a page is about its article, and what about others: teasers, posts that are shown, comments."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summaries.loading.html.elements import HEADINGS
from summaries.loading.html.title import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from summaries.loading.html.metadata import Page

ELSEWHERE = frozenset({"aside", "nav", "footer", "blockquote", "figure", "iframe", "form"})
OTHERS = re.compile(
    r"comment|related|teaser|recommend|sidebar|widget|tweet|twitter|instagram|embed|promo|most-?read|reply|replies"
    r"|fb-post|telegram-|tiktok|bluesky|mastodon|reddit|latest|read-?more|more-(?:stories|news|articles|posts|from|on)"
    r"|popular|trending",
    re.IGNORECASE,
)
"""Classes of what has days of its own: other articles, posts, comments."""
OWN = 0.4
"""The share of the text of a page from which on what holds it is the article."""
CARDS = frozenset({"li", "div", "section", "article", "a", "td"})
FEW = 30
"""Elements that a teaser has at most."""
TEASING = ("h2", "h3", "h4", "h5", "h6")
TITLE = 10
"""Letters and digits of a heading that tell it from others."""


def find_heading(page: Page) -> Any:
    """Return the heading that is most of what the page calls its title, else the first h1, else ``None``.

    The h1 of a blog may be its name.
    """
    stated = [*(title.text or "" for title in page.tree.iter("title")), page.first_meta("og:title") or ""]
    named = fold(" ".join(stated))
    headings = [(fold("".join(heading.itertext())), heading) for heading in page.tree.iter(*HEADINGS)]
    titles = [(text, heading) for text, heading in headings if len(text) >= TITLE and text in named]
    if titles:
        return max(titles, key=lambda title: len(title[0]))[1]
    return next((heading for _, heading in headings if heading.tag == "h1"), None)


def find_own(page: Page, url: str | None) -> set[Any]:
    """Return the elements that hold the heading of the article, a link to itself or much of the text.

    Whatever these are called, they are no teasers and no comments.
    """
    tree = page.tree
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    sizes = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        sizes[element] += len(element.text or "") if element.tag not in {"script", "style"} else 0
        above = element.getparent()
        if above is not None:
            sizes[above] += sizes[element] + len(element.tail or "")
    found = {element for element, size in sizes.items() if size > OWN * sizes[tree]}
    path = urlsplit(url or "").path.strip("/")
    links = tree.xpath(".//*[self::h2 or self::h3 or self::h4]//a[@href] | .//a[@href][h2 or h3 or h4]") if path else []
    to_itself = [link for link in links if link.get("href").partition("#")[0].strip("/").endswith(path)]
    for element in (find_heading(page), *to_itself[:8]):
        if element is not None:
            found.update(element.iterancestors())
    return found


def is_elsewhere(element: Any, own: Collection[Any]) -> bool:
    """Return whether an element is of another article, a post that is shown, a comment or the page around."""
    above = (element, *element.iterancestors())
    return any(one not in own and stands_around(one) for one in above)


def stands_around(element: Any) -> bool:
    """Return whether an element by itself is of something else than the article."""
    return _is_called_so(element) or _is_teaser(element)


def _is_called_so(element: Any) -> bool:
    if element.tag in {"html", "body", "main", "article"}:
        return False
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in ELSEWHERE or (len(called) > 1 and OTHERS.search(called) is not None)


def _is_teaser(element: Any) -> bool:
    """Return whether an element shows another article in few words: it holds a heading that is a link."""
    if element.tag not in CARDS:
        return False
    parts = list(islice(element.iter(), FEW + 1))
    return len(parts) <= FEW and any(_is_linked_heading(part) for part in parts)


def _is_linked_heading(element: Any) -> bool:
    if element.tag not in TEASING:
        return False
    above = element.getparent()
    return element.find(".//a") is not None or (above is not None and above.tag == "a")
