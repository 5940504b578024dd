"""Briefings as files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml
from icalendar import Calendar
from lxml import etree, html
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bot.errors import NoSuchFormat, NothingPlanned
from bot.exports import FORMATS, export
from summaries import brief, load
from summaries.article import compose
from summaries.briefing import Attribution, OralSection
from summaries.loading import read

if TYPE_CHECKING:
    from pathlib import Path

    from summaries.briefing import Briefing

BRIEFINGS = [kind for kind in FORMATS if kind != "ics"]
"""Formats that hold a briefing; the calendar has its own tests."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = '<script>alert(1)</script> *bold* _it_ `code` [a](http://b) #head | $x^2$ "q" & \\ more'


def parse(text: str) -> Any:
    return html.fromstring(text)


def text_of(briefing: Briefing, kind: str, language: str = "en") -> str:
    return export(briefing, kind, language).data.decode()


def pages(data: bytes, folder: Path) -> list[str]:
    path = folder / "page.pdf"
    path.write_bytes(data)
    return [page.extract_text() for page in PdfReader(path).pages]


@pytest.fixture
def hostile() -> Briefing:
    """Return a briefing of a text in which everything looks like markup."""
    return brief(compose([f"{HOSTILE} was said on 3 May 2019."] * 3, language="en", title=HOSTILE))


@pytest.fixture
def planned() -> Briefing:
    """Return a briefing with two certain days to come, and others that are not."""
    paragraphs = [
        "The council met on 3 May 2019. The bridge will be closed on 12 June 2019; the ferry sails all summer.",
        "A vote was originally scheduled for 9 June 2019. The harbour opens on Saturday. Work may begin in July 2019.",
    ]
    return brief(compose(paragraphs, language="en", title="The bridge", published=dt.date(2019, 5, 8)))


@pytest.mark.parametrize("kind", BRIEFINGS)
def test_a_file_is_called_after_its_article(briefing: Briefing, kind: str) -> None:
    assert export(briefing, kind, "en").name == f"Bridge-closed.{FORMATS[kind].ending}"


def test_an_article_without_a_name_still_gives_a_file_name(briefing: Briefing) -> None:
    nameless = replace(briefing, article=replace(briefing.article, title="«»!?"))

    assert export(nameless, "md", "en").name == "briefing.md"


def test_a_page_holds_the_whole_article_and_every_link_leads_into_it(briefing: Briefing) -> None:
    page = parse(text_of(briefing, "html"))
    article = page.find_class("article")[0].text_content()
    links = [link.get("href")[1:] for link in page.find_class("source")]

    assert all(sentence.text in article for sentence in briefing.sentences)
    assert links
    assert all(page.get_element_by_id(link) is not None for link in links)


def test_a_page_highlights_what_the_summaries_take(briefing: Briefing) -> None:
    marked = [m.text_content() for m in parse(text_of(briefing, "html")).findall(".//section/p/mark")]

    assert set(marked) - {"Short", "Medium", "Long"} <= {sentence.text for sentence in briefing.sentences}
    assert briefing.sentences[briefing.ranking[0]].text in marked


def test_markdown_has_a_footnote_for_every_mark(briefing: Briefing) -> None:
    text = text_of(briefing, "md")
    used, told = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))

    assert used == told
    assert "# Bridge \\<closed\\>" in text


def test_json_is_what_the_command_line_prints(briefing: Briefing) -> None:
    data = json.loads(text_of(briefing, "json"))

    assert set(data) == {"article", "summary", "key_points", "people", "dates", "details"}
    assert data["article"]["title"] == "Bridge <closed>"
    assert len(data["dates"]) == 2
    assert data["details"]["cannot_tell"] == []


def test_json_has_nothing_of_what_cannot_be_told_in_a_language(briefing: Briefing) -> None:
    data = json.loads(text_of(replace(briefing, article=replace(briefing.article, language="pl")), "json"))

    assert data["people"] == data["dates"] == data["details"]["people"] == []
    assert data["details"]["cannot_tell"] == ["dates", "figures", "names", "places", "roles", "speech"]


def test_a_word_file_is_read_as_it_was_written_and_every_number_leads_to_its_sentence(briefing: Briefing) -> None:
    data = export(briefing, "docx", "en").data
    article = read(data, name="bridge.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        style = etree.fromstring(archive.read("word/styles.xml"))
        links = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    named = {mark.get(f"{WORD}name") for mark in body.iter(f"{WORD}bookmarkStart")}
    followed = {link.get(f"{WORD}anchor") for link in body.iter(f"{WORD}hyperlink")} - {None}

    assert article.title == "Bridge <closed>"
    assert all(paragraph.text in article.text for paragraph in briefing.article.paragraphs)
    assert followed
    assert followed <= named
    assert len(named) == len(briefing.sentences)
    assert {lang.get(f"{WORD}val") for lang in style.iter(f"{WORD}lang")} == {"en"}
    assert "https://riverton.example/bridge" in {link.get("Target") for link in links}


def test_a_note_for_obsidian_has_properties_and_a_block_for_every_link(hostile: Briefing, briefing: Briefing) -> None:
    for one in (hostile, briefing):
        _, head, text = text_of(one, "obsidian").split("---\n", 2)
        blocks = re.findall(r" \^s(\d+)$", text, re.MULTILINE)

        assert yaml.safe_load(head)["title"] == one.article.title
        assert sorted(blocks) == sorted(set(re.findall(r"\[\[#\^s(\d+)\|\1\]\]", text)))
        assert len(blocks) == len(set(blocks)) > 0
    assert yaml.safe_load(head)["published"] == dt.date(2019, 5, 4)
    assert yaml.safe_load(head)["source"] == "https://riverton.example/bridge"


def test_what_is_markup_in_obsidian_alone_is_none_in_a_note() -> None:
    text = "The ==levy== of $5 and %%this%% is $6 more than x^2 ever was"
    note = text_of(brief(compose([f"{text}."] * 3, language="en", title="Levy")), "obsidian")

    assert r"\=\=levy\=\= of \$5 and \%\%this\%\% is \$6 more than x\^2" in note


def test_highlights_for_readwise_stand_in_its_columns_with_the_speaker(briefing: Briefing) -> None:
    said = replace(briefing, attributions=(Attribution(2, "Ada Long", 2, direct=False),))
    rows = list(csv.DictReader(io.StringIO(text_of(said, "readwise"))))

    assert list(rows[0]) == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert [(row["Highlight"], row["Location"], row["Note"]) for row in rows[:2]] == [
        ("The council met on 3 May 2019 in Riverton.", "1", ""),
        ("Long said the bridge & the road would be closed.", "3", "Ada Long"),
    ]
    assert {(row["Title"], row["Author"], row["URL"]) for row in rows} == {
        ("Bridge <closed>", "Ben Short", "https://riverton.example/bridge")
    }


def test_no_cell_of_a_table_is_a_formula() -> None:
    text = '=HYPERLINK("http://trap.example") was typed by the clerk on 3 May 2019.'
    table = text_of(brief(compose([text] * 3, language="en", title="+1")), "readwise")

    for row in csv.reader(io.StringIO(table)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_paper_has_one_page_with_title_points_and_people(briefing: Briefing, tmp_path: Path, language: str) -> None:
    (page,) = pages(export(briefing, "pdf", language).data, tmp_path)

    assert "Bridge <closed>" in page
    assert "The council met on 3 May 2019 in Riverton." in " ".join(page.split())
    assert {"en": "Key points", "ru": "Главное"}[language] in page


def test_what_is_read_aloud_stands_on_a_page_in_its_sections(briefing: Briefing, tmp_path: Path) -> None:
    sections = (OralSection("happened", ((0, 1),)), OralSection("next", ((4,),)))
    (page,) = pages(export(replace(briefing, oral=sections), "oral", "en").data, tmp_path)
    text = " ".join(page.split())

    assert "What happened The council met on 3 May 2019 in Riverton. [1] Mayor Ada Long" in text
    assert "What comes next Work begins in June 2019. [5]" in text
    assert "Who says what" not in text


def test_a_long_article_still_fits_on_one_page(briefing: Briefing, tmp_path: Path) -> None:
    long = replace(
        briefing, people=briefing.people * 100, dates=briefing.dates * 100, key_points=briefing.key_points * 5
    )

    assert len(pages(export(long, "pdf", "en").data, tmp_path)) == 1


@pytest.mark.parametrize("kind", BRIEFINGS)
def test_nothing_in_a_text_is_taken_for_markup(hostile: Briefing, kind: str, tmp_path: Path) -> None:
    data = export(hostile, kind, "en").data

    if kind == "html":
        assert parse(data.decode()).findall(".//script") == []
    elif kind == "md":
        rendered = parse(MarkdownIt("commonmark").render(data.decode()))
        assert rendered.findall(".//script") == rendered.findall(".//code") == rendered.findall(".//em") == []
        assert "*bold* _it_ `code` [a](http://b)" in rendered.text_content()
    elif kind == "docx":
        assert f"{HOSTILE} was said on 3 May 2019." in read(data, name="hostile.docx").text
    elif kind == "pdf":
        assert "*bold* _it_ `code`" in " ".join(pages(data, tmp_path)[0].split())


def test_the_seeds_are_exported_in_every_format() -> None:
    from bot.settings import SEEDS

    for path in SEEDS.glob("*.md"):
        briefing = brief(load(path))
        for kind in BRIEFINGS:
            assert len(export(briefing, kind, briefing.article.language).data) > 50


def test_a_format_that_is_not_known_is_named(briefing: Briefing) -> None:
    with pytest.raises(NoSuchFormat):
        export(briefing, "pages", "en")


def test_a_calendar_is_read_by_others_and_has_only_certain_days_titled_by_their_clause(planned: Briefing) -> None:
    calendar = Calendar.from_ical(export(planned, "ics", "en").data)
    events = [
        (event["dtstart"].dt, event["dtend"].dt, str(event["summary"]))
        for event in cast("list[Any]", calendar.walk("VEVENT"))
    ]

    assert events == [
        (dt.date(2019, 5, 11), dt.date(2019, 5, 12), "The harbour opens on Saturday."),
        (dt.date(2019, 6, 12), dt.date(2019, 6, 13), "The bridge will be closed on 12 June 2019"),
    ]


def test_the_title_of_an_event_begins_behind_the_conjunction_of_its_clause() -> None:
    text = "Міст відкриють 12 червня, а свято моря в Затоці триватиме 20 липня."
    article = compose([text], language="uk", title="Міст", published=dt.date(2024, 5, 14))
    calendar = Calendar.from_ical(export(brief(article), "ics", "uk").data)

    titles = [str(event["summary"]) for event in cast("list[Any]", calendar.walk("VEVENT"))]
    assert titles == ["Міст відкриють 12 червня", "свято моря в Затоці триватиме 20 липня."]


def test_an_article_without_a_certain_day_to_come_gives_no_calendar(briefing: Briefing) -> None:
    with pytest.raises(NothingPlanned):
        export(briefing, "ics", "en")


@pytest.mark.parametrize("kind", ["html", "md", "obsidian"])
def test_a_file_says_that_dates_cannot_be_told_in_a_language(planned: Briefing, kind: str) -> None:
    polish = replace(planned, article=replace(planned.article, language="pl"))

    assert "I cannot find dates in Polish yet." in text_of(polish, kind)
    assert "Dates in order" not in text_of(polish, kind)
    assert "I cannot find dates" not in text_of(planned, kind)


@pytest.mark.parametrize("kind", ["html", "md", "obsidian"])
def test_a_file_says_that_the_text_contradicts_its_day_of_publication(planned: Briefing, kind: str) -> None:
    odd = replace(planned, dates=(replace(planned.dates[0], contradicts=True), *planned.dates[1:]))

    assert "“3 May 2019” does not fit the stated day of publication, 8 May 2019" in text_of(odd, kind)
    assert "does not fit" not in text_of(planned, kind)


def test_the_page_says_that_dates_cannot_be_told_in_a_language(planned: Briefing, tmp_path: Path) -> None:
    polish = replace(planned, article=replace(planned.article, language="pl"))

    assert "I cannot find dates in Polish yet." in " ".join(pages(export(polish, "pdf", "en").data, tmp_path))


@pytest.mark.parametrize("kind", ["md", "html", "obsidian"])
def test_a_file_tells_no_people_or_dates_in_a_language_in_which_they_cannot_be_told(
    briefing: Briefing, kind: str
) -> None:
    polish = replace(briefing, article=replace(briefing.article, language="pl"))

    for heading in ("People in the article", "Dates in order"):
        assert heading in text_of(briefing, kind)
        assert heading not in text_of(polish, kind)
