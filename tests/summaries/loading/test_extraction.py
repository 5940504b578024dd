"""Text files: plain, Markdown, and the user's document, an article saved as text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from summaries import load
from summaries.errors import Empty, NoSuchFile, NotText, TooLarge, TooShort, Unsupported
from summaries.loading import read, read_text
from tests.summaries.loading.pages import PROSE

SHARED = Path(__file__).parents[4] / "shared"
DOCUMENT = SHARED / "seeds" / "000_3067a040b8efb264.txt"
STRUCTURE = SHARED / "eval" / "seed" / "seed_article.json"


def test_a_first_short_line_is_the_title_of_a_text() -> None:
    article = read_text("Bridge closed\n\n" + "\n\n".join(PROSE))

    assert article.title == "Bridge closed"
    assert [paragraph.text for paragraph in article.paragraphs] == list(PROSE)


def test_lines_broken_at_a_width_are_joined() -> None:
    broken = "\n\n".join(line.replace(", ", ",\n").replace(" on ", "\non ") for line in PROSE)

    assert [paragraph.text for paragraph in read_text(broken).paragraphs] == list(PROSE)


def test_markdown_has_its_front_matter_headings_and_items() -> None:
    text = (
        "---\ntitle: Bridge closed\nauthor: Nora Field\npublished: 2024-05-03\nlanguage: en\n"
        "original: https://riverton.example/a\n---\n\n## What happened\n\n"
        + "\n\n".join(PROSE)
        + "\n\n- first\n- second\n"
    )
    article = read(text.encode(), name="note.md")

    assert (article.title, article.author, article.published) == ("Bridge closed", "Nora Field", dt.date(2024, 5, 3))
    assert article.original == "https://riverton.example/a"
    assert [p.kind for p in article.paragraphs] == ["heading", *["prose"] * len(PROSE), "item", "item"]


def test_every_paragraph_is_a_slice_of_the_text() -> None:
    article = read_text("\n\n".join(PROSE))

    assert all(article.text[p.start : p.stop] == p.text for p in article.paragraphs)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b" \n\n ", Empty),
        (b"Only five words stand here.", TooShort),
        (bytes(range(256)) * 40, NotText),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), Unsupported),
        (b"\x7fELF" + bytes(500), Unsupported),
        (b"word " * 1_100_000, TooLarge),
    ],
)
def test_a_file_that_is_no_article_is_refused_for_what_it_is(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data, name="note.txt")


def test_a_file_that_is_not_there_is_named_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile) as caught:
        load(tmp_path / "missing.txt")

    assert "missing.txt" in str(caught.value)
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.skipif(not DOCUMENT.is_file(), reason="the user's document is not here")
def test_the_users_document_loads_whole_and_clean() -> None:
    article = load(DOCUMENT)
    wanted = json.loads(STRUCTURE.read_text(encoding="utf-8"))

    assert article.title == wanted["title"]
    assert article.standfirst == wanted["standfirst"]
    assert article.author in wanted["author_accepted"]
    assert article.published == dt.date.fromisoformat(wanted["published"])
    assert article.site in wanted["site_accepted"]
    assert article.url == wanted["original_url"]
    beginnings = [" ".join(paragraph.text.split()[:3]) for paragraph in article.paragraphs]
    assert beginnings == [paragraph["first"] for paragraph in wanted["body_paragraphs"]]
    assert not any(piece in article.text for piece in wanted["must_not_appear_in_text"])
