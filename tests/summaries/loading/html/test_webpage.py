"""Pages of the web: the article and what the page says of it, and pages that are none."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from summaries.errors import (
    BehindScripts,
    CookieWall,
    ErrorPage,
    LinkList,
    NoArticle,
    Paywalled,
    RobotCheck,
    TooTangled,
)
from summaries.loading import read
from tests.growth import cpu_seconds
from tests.summaries.loading.pages import PROSE, article, page

HOST = "https://riverton.example/news/bridge"


def linked_data(**things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **things})}</script>'


def test_the_paragraphs_of_an_article_are_read_and_nothing_around_them() -> None:
    read_article = read(article(extra="<footer><p>All rights reserved. Contact us.</p></footer>").encode(), url=HOST)

    assert [paragraph.text for paragraph in read_article.paragraphs] == list(PROSE)
    assert read_article.title == "Bridge closed"
    assert read_article.language == "en"
    assert read_article.url == HOST


def test_author_day_and_site_come_from_what_the_page_states() -> None:
    head = linked_data(
        headline="Bridge closed",
        datePublished="2024-05-03T08:00:00Z",
        author={"@type": "Person", "name": "Nora Field"},
        publisher={"@type": "Organization", "name": "Riverton Times"},
    )
    read_article = read(article(head=head).encode(), url=HOST)

    assert read_article.author == "Nora Field"
    assert read_article.published == dt.date(2024, 5, 3)
    assert read_article.site == "Riverton Times"


def test_a_page_revised_long_after_is_of_the_day_that_it_shows() -> None:
    head = linked_data(datePublished="2019-01-10", dateModified="2024-05-03")
    shown = article(head=head, extra="<p>Updated May 3, 2024</p>")
    hidden = article(head=head)
    both = article(head=head, extra="<p>First published 10 January 2019, updated 3 May 2024</p>")

    assert read(shown.encode()).published == dt.date(2024, 5, 3)
    assert read(hidden.encode()).published == dt.date(2019, 1, 10)
    assert read(both.encode()).published == dt.date(2019, 1, 10)


CONSENT = (
    "<div><h1>Before you continue</h1><p>We use cookies and similar technologies, and so do our partners, to store "
    "and/or access information on a device.</p><p>You may give or withdraw your consent at any time in the cookie "
    "settings at the bottom of the page.</p><p>We and our partners process data with your consent or on the basis of "
    "legitimate interest, for personalised ads and content.</p><p>Read our cookie policy and our privacy policy to "
    "learn more about cookies and how we use them on this site and on other sites.</p><button>Accept all</button></div>"
)
STUB = (
    f"<article><h1>Bridge closed</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>Subscribe to continue reading.</p></article>"
)
HEADLINES = "".join(
    f"<li><a href=/n/{n}>Council {verb} bridge number {n}</a></li>" for n in range(40) for verb in ("closes", "opens")
)
RUSSIAN_STUB = "<article><p>Совет города закрыл мост.</p><p>Полный текст доступен по подписке.</p></article>"
APP = "<div id=root></div><noscript>Please enable JavaScript to run this.</noscript><script src=/a.js></script>"
MISSING = "<h1>Page not found</h1><p>Sorry, we could not find what you were looking for.</p>"
CHECK = "<h1>Just a moment...</h1><p>Checking your browser before you go on.</p>"
REFUSED = {
    "a cookie wall": (page(CONSENT), CookieWall),
    "a paywall stub": (page(STUB), Paywalled),
    "a page that says that it is not free": (
        page(f"<article><p>{PROSE[0]}</p></article>", linked_data(isAccessibleForFree="False")),
        Paywalled,
    ),
    "a russian paywall": (page(RUSSIAN_STUB, language="ru"), Paywalled),
    "a page made by scripts": (page(APP), BehindScripts),
    "an empty page with scripts": (page('<div id=__next></div><script src="/main.js"></script>'), BehindScripts),
    "a list of links": (page(f"<main><h1>News</h1><ul>{HEADLINES}</ul></main>"), LinkList),
    "an error page": (page(MISSING), ErrorPage),
    "a check for robots": (page(CHECK, "<title>Just a moment...</title>"), RobotCheck),
    "an empty page": (page(""), NoArticle),
}


@pytest.mark.parametrize(("text", "error"), REFUSED.values(), ids=REFUSED)
def test_a_page_without_an_article_is_refused_for_what_it_is(text: str, error: type[NoArticle]) -> None:
    with pytest.raises(NoArticle) as caught:
        read(text.encode(), url=HOST)

    assert caught.type is error
    assert "paste" in str(caught.value).lower()
    assert "riverton.example" in str(caught.value)


def test_an_article_about_cookies_is_an_article() -> None:
    about = "".join(f"<p>{line} The new law on cookies changes nothing about that.</p>" for line in PROSE[:2])
    rest = "".join(f"<p>{line}</p>" for line in PROSE * 3)

    assert len(read(page(f"<article><h1>Law</h1>{about}{rest}</article>").encode(), url=HOST).paragraphs) > 5


def test_a_whole_article_with_an_offer_to_subscribe_is_an_article() -> None:
    offer = "<p>Subscribe now for five pounds a month and support local news.</p>"

    assert read(article(times=3, extra=offer).encode(), url=HOST).title == "Bridge closed"


TANGLED = {
    "line breaks": page("<p>" + "word<br>" * 100_000 + "</p>"),
    "attributes": page("".join(f'<p a{n}="1" b{n}="2">word</p>' for n in range(100_000))),
    "one element with many attributes": page("<p " + " ".join(f"a{n}" for n in range(100_000)) + ">word</p>"),
    "links": page("".join(f"<a href=/{n}>link</a> " for n in range(100_000))),
    "tags": page("<b>" * 200_000),
}


@pytest.mark.parametrize("text", TANGLED.values(), ids=TANGLED)
def test_a_tangled_page_is_refused_at_once(text: str) -> None:
    def refuse() -> None:
        with pytest.raises(TooTangled):
            read(text.encode(), url=HOST)

    assert cpu_seconds(refuse) < 3


ODD = {
    "an address that is none": article(head='<link rel="canonical" href="http://[">'),
    "characters that no XML may hold": article(title="Bridge\x02 closed\x0b", extra="<p>\x01&#1;&#xFFFE;</p>"),
    "broken linked data": article(head='<script type="application/ld+json">{"@type": ["NewsArticle"], </script>'),
    "linked data of odd types": article(head=linked_data(datePublished=[1], author={"name": None}, publisher=7)),
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_page_is_read_all_the_same(text: str) -> None:
    assert PROSE[0] in read(text.encode(), url=HOST).text
