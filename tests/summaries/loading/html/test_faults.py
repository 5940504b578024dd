"""Pages that loaders read wrongly: words lost, figures changed, days and names of others taken for the article's."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from summaries.loading import read
from tests.summaries.loading.pages import PROSE, page

if TYPE_CHECKING:
    from summaries.article import Article

HOST = "https://varloherald.example/news/bridge"
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
TITLE = "<title>Varlo decides to rebuild its old bridge</title>"
HEADING = "<h1>Varlo decides to rebuild its old bridge</h1>"


def load(before: str = "", after: str = "", head: str = "", heading: str = HEADING) -> Article:
    body = f"<main><article>{heading}{before}{TEXT}{after}</article></main>"
    return read(page(body, TITLE + head).encode(), url=HOST)


COMMENTS = {
    "in a paragraph": "<p>The old <!-- -->bridge is closed. It was <!-- x -->weak.</p>",
    "before a link": '<p>The <!-- --><a href="/b">old bridge</a><!-- --> is closed. It was weak.</p>',
    "between elements": "<p><!-- --><span>The old</span><!-- --> <b>bridge</b> is closed. It was weak.</p>",
    "of several lines": "<p>The old bridge <!--\n a\n b -->is closed. It was weak.</p>",
    "a processing instruction": "<p>The old <?php x ?>bridge is closed. It was weak.</p>",
    "with tags in it": "<p>The old <!-- <b>new</b> -->bridge is closed. It was weak.</p>",
}


@pytest.mark.parametrize("before", COMMENTS.values(), ids=COMMENTS)
def test_a_comment_loses_no_text(before: str) -> None:
    assert load(before).paragraphs[0].text == "The old bridge is closed. It was weak."


FIGURES = {
    "a power": ("It weighs 10<sup>6</sup> tons.", "It weighs 10⁶ tons."),
    "a negative power": ("It grows by 10<sup>-3</sup> a year.", "It grows by 10⁻³ a year."),
    "a unit": ("It covers 40 km<sup>2</sup> of land.", "It covers 40 km² of land."),
    "a note after a figure": (
        "Profits rose in 2021.<sup>3</sup> Then they fell.",
        "Profits rose in 2021. Then they fell.",
    ),
    "a linked note": ('It was built in 1887<sup><a href="#n1">1</a></sup> here.', "It was built in 1887 here."),
    "a note in brackets": ("The steel<sup>[12]</sup> is weak there.", "The steel is weak there."),
    "a letter after a word": ("The steel<sup>a</sup> is weak there.", "The steel is weak there."),
    "a letter after a sentence": ("The steel is weak.<sup>b</sup> It breaks.", "The steel is weak. It breaks."),
    "a sign": ("The steel<sup>†</sup> is weak there.", "The steel is weak there."),
    "an abbreviation": ("The bridge of M<sup>me</sup> Roux is shut.", "The bridge of Mme Roux is shut."),
    "a French ordinal": ("It stands in the 3<sup>e</sup> district.", "It stands in the 3e district."),
    "an ordinal": ("It is the 21<sup>st</sup> bridge of the town.", "It is the 21st bridge of the town."),
    "a lowered figure": ("The air holds CO<sub>2</sub> and dust.", "The air holds CO2 and dust."),
    "a base": ("It is log<sub>10</sub>5 of that value.", "It is log₁₀5 of that value."),
    "a struck day": ("The show is on <del>12 May</del> 19 May.", "The show is on 19 May."),
    "a struck price": ("A ticket costs <s>£8</s> £9 from May.", "A ticket costs £9 from May."),
    "hidden words": ('The show <span style="display:none">never</span> begins at nine.', "The show begins at nine."),
    "words for screen readers": (
        'The show <span class="sr-only">(opens a new window)</span> begins at nine.',
        "The show begins at nine.",
    ),
}


@pytest.mark.parametrize(("before", "expected"), FIGURES.values(), ids=FIGURES)
def test_figures_read_as_they_are_shown(before: str, expected: str) -> None:
    assert (
        load(f"<p>{before} Seven members were in favour and two against.</p>").paragraphs[0].text.startswith(expected)
    )


KEPT = {
    "a list": (
        "<ul><li>The steel is weak.</li><li>The road is worn.</li></ul>",
        ["The steel is weak.", "The road is worn."],
    ),
    "a list in a cell": (
        "<table><tr><td><ul><li>The steel under the road is weak.</li></ul></td></tr></table>",
        ["The steel under the road is weak."],
    ),
    "a paragraph that is all link": (
        '<p><a href="/report">The report on the steel says that it lost a third of its strength.</a></p>',
        ["The report on the steel says that it lost a third of its strength."],
    ),
    "a text between elements": (
        "Nobody may cross the bridge before spring, says the engineer.<p>She asked for a decision.</p>",
        ["Nobody may cross the bridge before spring, says the engineer.", "She asked for a decision."],
    ),
    "a quotation": (
        "<blockquote>Nobody may cross the bridge before spring, says the engineer.</blockquote>",
        ["Nobody may cross the bridge before spring, says the engineer."],
    ),
}


@pytest.mark.parametrize(("middle", "expected"), KEPT.values(), ids=KEPT)
def test_nothing_of_the_article_is_lost(middle: str, expected: list[str]) -> None:
    found = [p.text for p in load(after=f"{middle}{TEXT.replace('The', 'Then the')}").paragraphs]

    assert [text for text in expected if text not in found] == []


LATE = {
    "behind the end of the page": "</body></html><article>{}</article>",
    "in a second page": "</body></html><html><head><title>x</title></head><body><article>{}</article></body></html>",
    "in a second page without a body": "</div></body></html>\n<html><article>{}</article>",
    "behind the end of the body": "</body><article>{}</article>",
    "in a second body": "<p>Home</p></body><body><article>{}</article></body>",
}


@pytest.mark.parametrize("form", LATE.values(), ids=LATE)
def test_text_behind_the_end_of_a_page_is_read(form: str) -> None:
    found = read(page(f"<nav><a href=/>Home</a></nav>{HEADING}{form.format(TEXT)}", TITLE).encode(), url=HOST)

    assert [paragraph.text for paragraph in found.paragraphs] == list(PROSE)


def test_a_standfirst_outside_the_text_is_kept() -> None:
    lead = "Seven members were in favour of the new bridge and two against it."
    body = f'<header>{HEADING}<p class="standfirst">{lead}</p></header><article>{TEXT}</article>'
    found = read(page(body, TITLE + f'<meta name="description" content="{lead}">').encode(), url=HOST)

    assert lead in (found.standfirst, found.paragraphs[0].text)


HEADINGS = {
    "a kicker and a break": "<h1><span>Exclusive</span>Varlo decides<br>to rebuild its old bridge</h1>",
    "parts in spans": "<h1><span>Varlo decides</span> <span>to rebuild its old bridge</span></h1>",
    "emphasis": "<h1>Varlo <em>decides</em> to rebuild its old bridge</h1>",
    "blocks": "<h1><div>Varlo decides</div><div>to rebuild its old bridge</div></h1>",
    "a kicker in small print": "<h1><small>Opinion</small>Varlo decides to rebuild its old bridge</h1>",
    "a comment": "<h1>Varlo decides <!-- -->to rebuild its old bridge</h1>",
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_a_heading_with_parts_keeps_its_spaces(heading: str) -> None:
    found = load(heading=heading)

    assert found.title == "Varlo decides to rebuild its old bridge"
    assert found.paragraphs[0].text == PROSE[0]


def embedded(name: str, tag: str = "blockquote") -> str:
    return f'<{tag} class="{name}"><p>Bridge closed.</p>— Varlo Town <a href="/s">March 3, 2024</a></{tag}>'


POSTS = {
    "Twitter": embedded("twitter-tweet"),
    "Instagram": embedded("instagram-media"),
    "Facebook": embedded("fb-post", "div"),
    "Telegram": embedded("telegram-post", "div"),
    "TikTok": embedded("tiktok-embed"),
    "Bluesky": embedded("bluesky-embed"),
    "Reddit": '<blockquote class="reddit-card"><a>Bridge closed</a> from varlo on 2024-03-03</blockquote>',
    "a system for blogs": embedded("wp-block-embed", "div"),
}
FERRY = '<a href="/ferry">Ferry sold</a>'
THEN = '<time datetime="2019-08-03">3 August 2019</time>'
TEASERS = {
    "related": f'<aside class="related">{THEN} Ferry sold</aside>',
    "latest": f'<ul class="latest-news"><li>{THEN} {FERRY}</li></ul>',
    "more": f'<section class="more-stories"><article><h3>{FERRY}</h3>{THEN}</article></section>',
    "the next one": f'<nav class="post-navigation">{FERRY} <span>3 August 2019</span></nav>',
    "a card": f'<div class="card"><h4>{FERRY}</h4><span class="date">3 August 2019</span></div>',
    "a card that is a link": '<div><a href="/f"><h4>Ferry sold</h4><span>3 August 2019</span></a></div>',
    "read more": f'<div class="read-more">{FERRY} {THEN}</div>',
    "microdata": f'<div class="related"><span itemprop="datePublished" content="2019-08-03"></span>{FERRY}</div>',
    "an archive": '<footer><ul><li><a href="/2019/08/03/f">3 August 2019: Ferry sold</a></li></ul></footer>',
}
OF_OTHERS = {
    **POSTS,
    **TEASERS,
    "a comment": '<div class="comments"><p>Ann <time datetime="2024-05-01">1 May 2024</time></p></div>',
    "the text": "<p>The bridge was opened on 4 June 1987, and closed again on 7 July 2020.</p>",
    "a sidebar": '<div class="sidebar"><span>12.04.2024</span> Weather</div>',
}


@pytest.mark.parametrize("other", OF_OTHERS.values(), ids=OF_OTHERS)
def test_the_day_of_something_else_is_not_that_of_the_article(other: str) -> None:
    found = load(after=other)

    assert found.published is None or not found.published_certain
    assert load('<p class="meta">Published 12 January 2024</p>', other).published == dt.date(2024, 1, 12)


@pytest.mark.parametrize("other", [*POSTS.values(), *TEASERS.values()], ids=[*POSTS, *TEASERS])
def test_the_day_of_a_post_or_teaser_above_the_byline_is_not_that_of_the_article(other: str) -> None:
    assert load(other).published is None
    assert load(f'{other}<p class="byline">By Ann Lee, 12 January 2024</p>').published == dt.date(2024, 1, 12)


DAYS = {
    "a byline": '<p class="byline">By Ann Lee on January 12, 2024</p>',
    "a line": "<p>12 January 2024</p>",
    "a time": '<time datetime="2024-01-12T08:00:00Z">today</time>',
    "a label": "<div>Published: 12.01.2024</div>",
    "a mark": '<meta itemprop="datePublished" content="2024-01-12">',
    "a mark of a blog": '<abbr class="published" title="2024-01-12T09:00:00">two weeks ago</abbr>',
    "a sidebar around it all": '</article></main><div class="widget blog"><h2>Varlo</h2><time pubdate>12 January 2024'
    f"</time>{TEXT}",
}


@pytest.mark.parametrize("before", DAYS.values(), ids=DAYS)
def test_a_day_by_the_title_is_certain(before: str) -> None:
    found = load(before, TEASERS["related"])

    assert (found.published, found.published_certain) == (dt.date(2024, 1, 12), True)


def test_the_heading_that_the_page_calls_its_title_is_above_the_day_whatever_its_level() -> None:
    body = f"<h1>The Varlo Herald</h1><p>1 May 2020: we have moved</p><div>{HEADING.replace('h1', 'h3')}"
    found = read(page(f"{body}<span>12 January 2024</span>{TEXT}</div>", TITLE).encode(), url=HOST)

    assert (found.published, found.published_certain) == (dt.date(2024, 1, 12), True)


def stated(*days: str) -> str:
    return "".join(f'<meta name="{n}" content="{day}">' for n, day in zip(("date", "pubdate"), days, strict=False))


SEEN = {
    "the only one": (stated("2024-01-12"), "", (12, True)),
    "the one that readers see": (stated("2024-01-10", "2024-01-12"), "<p>12 January 2024</p>", (12, True)),
    "another that readers see": (stated("2024-01-10"), "<p>18 January 2024</p>", (18, False)),
    "a day later in another time zone": (stated("2024-01-12"), "<p>11 January 2024</p>", (11, True)),
    "the month first": (stated("2024-01-12"), "<p>12.1.2024</p>", (12, True)),
    "the day of the revision": (
        stated("2024-01-12") + '<meta property="article:modified_time" content="2024-01-18">',
        "<p>Updated 18 January 2024</p>",
        (12, True),
    ),
}


@pytest.mark.parametrize(("head", "before", "expected"), SEEN.values(), ids=SEEN)
def test_of_days_that_a_page_states_that_counts_which_readers_see(
    head: str, before: str, expected: tuple[int, bool]
) -> None:
    found = load(before, head=head)

    assert (found.published, found.published_certain) == (dt.date(2024, 1, expected[0]), expected[1])


UNKNOWN_MONTHS = {
    "slashes": "<p>3/4/2019</p>",
    "hyphens": "<p>03-04-2019</p>",
    "a label": "<div>Published: 03/04/2019</div>",
    "a byline": '<p class="byline">By Ann Lee, 3/4/2019</p>',
    "other days as unknown": "<p>3/4/2019</p><p>Updated 5/4/2019</p>",
    "other days that disagree": "<p>3/4/2019</p><p>Opened 28/4/1999, closed 4/28/1999.</p>",
}


@pytest.mark.parametrize("before", UNKNOWN_MONTHS.values(), ids=UNKNOWN_MONTHS)
def test_a_day_of_which_nobody_knows_the_month_is_none(before: str) -> None:
    found = load(before)

    assert found.published is None
    assert not any(paragraph.text == "3/4/2019" for paragraph in found.paragraphs)


THIRD_OF_APRIL, FOURTH_OF_MARCH = dt.date(2019, 4, 3), dt.date(2019, 3, 4)
ORDERS = {
    "another day of the page, day first": ("<p>3/4/2019</p>", "<footer>Printed on 28/4/2019</footer>", THIRD_OF_APRIL),
    "another day of the page, month first": (
        "<p>3/4/2019</p>",
        '<ul class="comments"><li>Bo, 4/28/2019</li></ul>',
        FOURTH_OF_MARCH,
    ),
    "the day of the revision": ("<p>Published 3/4/2019</p><p>Updated 15/4/2019</p>", "", THIRD_OF_APRIL),
    "a day with hyphens": ("<p>03-04-2019</p>", "<p>Next meeting: 04-28-2019.</p>", FOURTH_OF_MARCH),
    "full stops in another order": ("<p>03.04.2019</p>", "<p>Next meeting: 04.28.2019.</p>", FOURTH_OF_MARCH),
    "full stops": ("<p>3.4.2019</p>", "", THIRD_OF_APRIL),
    "a day for machines": ("<p>3/4/2019</p>", '<time datetime="2019-04-03">3/4/2019</time>', THIRD_OF_APRIL),
}


@pytest.mark.parametrize(("before", "after", "day"), ORDERS.values(), ids=ORDERS)
def test_the_page_tells_which_figure_is_the_month(before: str, after: str, day: dt.date) -> None:
    found = load(before, after)

    assert (found.published, found.published_certain) == (day, True)


def test_the_day_of_a_revision_for_machines_tells_the_order() -> None:
    revised = '<meta property="article:modified_time" content="2019-04-03T10:00:00Z">'

    assert load("<p>3/4/2019</p>", head=revised).published == THIRD_OF_APRIL


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", None),
        ("en-US", None),
        ("en-GB", THIRD_OF_APRIL),
        ("en_AU", THIRD_OF_APRIL),
        ("fr", THIRD_OF_APRIL),
        ("es-MX", THIRD_OF_APRIL),
        ("no such", None),
    ],
)
def test_the_language_of_a_page_makes_the_day_likely_but_not_certain(language: str, day: dt.date | None) -> None:
    body = f"<main><article>{HEADING}<p>3/4/2019</p>{TEXT}</article></main>"
    found = read(page(body, TITLE, language).encode(), url=HOST)

    assert (found.published, found.published_certain) == (day, day is None)


def test_a_day_after_the_revision_is_not_that_of_publication() -> None:
    head = '<meta property="article:published_time" content="2024-06-01">'
    revised = '<meta property="article:modified_time" content="2024-05-03">'

    assert load("<p>2 May 2024</p>", head=head + revised).published == dt.date(2024, 5, 2)


AUTHORS = {
    "several metas": '<meta name="author" content="Ann Lee"><meta name="author" content="Bo Ravn">',
    "names of libraries": (
        '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Ravn, Bo">'
    ),
    "names of libraries in one": '<meta name="citation_authors" content="Lee, Ann; Ravn, Bo">',
    "names of libraries and houses": '<meta name="citation_author" content="Lee, Ann"><meta name='
    '"citation_author_institution" content="University of Varlo"><meta name="citation_author" content="Ravn, Bo">',
    "Dublin Core": '<meta name="DC.Creator" content="Lee, Ann"><meta name="DC.Creator" content="Ravn, Bo">',
    "an archive of papers": '<meta name="eprints.creators_name" content="Lee, Ann"><meta name='
    '"eprints.creators_name" content="Ravn, Bo">',
    "a journal": '<meta name="bepress_citation_author" content="Lee, Ann"><meta name="bepress_citation_author" '
    'content="Ravn, Bo">',
    "offices": '<meta name="author" content="Ann Lee, Senior Reporter, Bo Ravn">',
    "words before": '<meta name="author" content="By Ann Lee and Bo Ravn">',
    "two in one": '<meta property="article:author" content="Ann Lee &amp; Bo Ravn">',
    "references": "<script type=application/ld+json>"
    + json.dumps(
        {
            "@graph": [
                {"@type": "NewsArticle", "author": [{"@id": "#lee"}, {"@id": "#ravn"}]},
                {"@type": "Person", "@id": "#lee", "name": "Ann Lee"},
                {"@type": "Person", "@id": "#ravn", "name": "Bo Ravn"},
            ]
        }
    )
    + "</script>",
}


@pytest.mark.parametrize("head", AUTHORS.values(), ids=AUTHORS)
def test_all_authors_are_named_and_nobody_else(head: str) -> None:
    assert load(head=head).author == "Ann Lee; Bo Ravn"


BYLINES = {
    "with an office": '<p class="byline">By Ann Lee, Senior Reporter</p>',
    "with an office behind a bar": '<p class="byline">Ann Lee | Staff Writer</p>',
    "with an office behind a dash": '<p class="byline">By Ann Lee – Investigations Editor</p>',
    "with an office in brackets": '<p class="byline">By Ann Lee (Senior Reporter)</p>',
    "with an office in an element of its own": '<div class="byline"><b>By Ann Lee</b><i>Health Reporter</i></div>',
    "with a German office": '<p class="byline">Von Ann Lee, Redakteurin</p>',
    "with a French office": '<p class="byline">Par Ann Lee, journaliste au service économie</p>',
    "with a day": '<p class="byline">By Ann Lee on January 12, 2024</p>',
    "for a house": "<p>By Ann Lee for the Varlo Herald</p>",
    "in a link": '<a rel="author" href="/author/ann-lee">Ann Lee</a>',
    "after a house in JSON-LD": (
        '<script type=application/ld+json>{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Varlo '
        'Herald"}}</script><p class="byline">By Ann Lee</p>'
    ),
}


@pytest.mark.parametrize("before", BYLINES.values(), ids=BYLINES)
def test_a_byline_names_a_person(before: str) -> None:
    assert load(before).author == "Ann Lee"


PHRASES = (
    "The club house on the quay is for members only, and was closed that day.",
    "“Subscribe now,” says the sign at the door of the paper, which nobody reads.",
    "The form asks for a captcha, and then whether you are a robot.",
    "Page not found, said the site of the ferry company for a week.",
    "You must log in to read the letters of the council, she said.",
    "The site says: please enable JavaScript, and does nothing else.",
)


@pytest.mark.parametrize("phrase", PHRASES)
def test_what_an_article_says_is_not_what_the_page_is(phrase: str) -> None:
    assert phrase in load(f"<p>{phrase}</p>").text


def test_a_beginning_is_read_and_called_one() -> None:
    words = sum(len(line.split()) for line in PROSE)
    about = {"@type": "NewsArticle", "isAccessibleForFree": False, "wordCount": 2 * words}
    found = load(head=f"<script type=application/ld+json>{json.dumps(about)}</script>")

    assert found.visible == pytest.approx(0.5, abs=0.03)
    assert load().visible is None


CLOSED: dict[str, object] = {"@type": "NewsArticle", "isAccessibleForFree": "False"}
BEGINNINGS = {
    "the whole is there for machines": (CLOSED | {"articleBody": " ".join(PROSE * 4)}, "", 0.25),
    "the whole is shown": (CLOSED | {"articleBody": " ".join(PROSE)}, "", None),
    "it breaks off": (CLOSED, "<p>On Friday morning the parents of Mill Street went to the hall and…</p>", 0.0),
    "it breaks off in a word": (CLOSED, "<p>On Friday morning the parents of Mill Street went to the h</p>", 0.0),
    "it ends": (CLOSED, "<p>On Friday morning the parents of Mill Street went to the hall and waited.</p>", None),
    "it ends with an offer": (CLOSED, "<p>To continue reading this article, become a subscriber of the Herald.</p>", 0),
    "it is free": ({"@type": "NewsArticle"}, "<p>On Friday the parents of Mill Street went to the hall and…</p>", None),
}


@pytest.mark.parametrize(("about", "after", "visible"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_what_visitors_do_not_see_is_told(about: dict[str, object], after: str, visible: float | None) -> None:
    found = load(after=after, head=f"<script type=application/ld+json>{json.dumps(about)}</script>")

    assert found.visible == (visible and pytest.approx(visible, abs=0.03))


NOTES = (
    "Crédits photos : Bestimage et la ville de Varlo",
    "Bildnachweis: Stadt Varlo und Anna Holm",
    "Photo credits: the town of Varlo and Ida Holm.",
    "Report of the engineers on the old bridge, PDF | 38 KB",
    "The report of the engineers (2.4 MB, PDF) can be downloaded.",
)


@pytest.mark.parametrize("note", NOTES)
def test_credits_and_files_are_no_text_that_a_summary_quotes(note: str) -> None:
    after = f"<p>{note}</p>{TEXT.replace('The', 'Then the')}"

    assert {p.kind for p in load(after=after).paragraphs if p.text == note} <= {"boilerplate"}


@pytest.mark.parametrize(
    "line", ["Photos by the hundred were sent to the mayor of Varlo.", "She sent a PDF to the town."]
)
def test_a_sentence_on_photographs_or_files_is_text(line: str) -> None:
    assert "prose" in {p.kind for p in load(f"<p>{line} Seven members read it.</p>").paragraphs[:1]}


LARGE = {
    "many attributes in a script": f"<script>{'x = <p a=' + chr(34) + '1' + chr(34) + '>;' * 200_000}</script>",
    "much JSON": "<script type=application/json>"
    + json.dumps([f'<a b="{n}" c="{n}">' for n in range(60_000)])
    + "</script>",
    "many styles": "<style>" + ".a[b='c'] > .d[e='f'] { color: red }\n" * 30_000 + "</style>",
}


@pytest.mark.parametrize("after", LARGE.values(), ids=LARGE)
def test_what_stands_in_scripts_tangles_no_page(after: str) -> None:
    assert load(after=after).paragraphs[0].text == PROSE[0]


def test_a_list_of_links_below_an_article_is_left_out() -> None:
    links = "".join(f'<li><a href="/n/{n}">Council closes bridge number {n}</a></li>' for n in range(8))
    found = load(after=f'<section class="related"><h2>Related articles</h2><ul>{links}</ul></section>')

    assert [p.text for p in found.paragraphs if p.kind != "boilerplate"] == list(PROSE)


@pytest.mark.parametrize("tag", ["noscript", "template", "button", "nav"])
def test_an_article_in_an_odd_place_is_found(tag: str) -> None:
    body = f"<{tag}><div><article>{HEADING}{TEXT}</article></div></{tag}>"
    found = read(page(body, TITLE).encode(), url=HOST)

    assert [p.text for p in found.paragraphs] == list(PROSE)
