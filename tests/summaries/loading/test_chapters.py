"""The chapters of long works: by their contents, else by their headings, and each an article of its own."""

from __future__ import annotations

import pytest
import typst

from summaries.article import Chapter, take_chapter
from summaries.loading import read
from summaries.loading.chapters import LONG_BY_HEADINGS, find_chapters, open_chapters
from summaries.loading.draft import Block
from tests.summaries.loading.documents import archive, epub

PARAGRAPH = "The river rose in the night of 3 May and the town of Lenz woke to the sound of bells from its old tower."
COUNT = len(PARAGRAPH.split())
NAMES = ("The first flood", "The second flood", "The third flood")


def prose(words: int) -> list[Block]:
    return [Block(PARAGRAPH)] * (words // COUNT + 1)


def titles(chapters: tuple[Chapter, ...]) -> list[str]:
    return [chapter.title for chapter in chapters]


def test_a_book_has_the_chapters_that_its_files_are_headed_with() -> None:
    book = read(epub([["By the author, for the author's mother."], *[[PARAGRAPH] * 40] * 3]))

    assert titles(book.chapters) == ["Chapter 2", "Chapter 3", "Chapter 4"]
    assert [book.paragraphs[chapter.start].text for chapter in book.chapters] == titles(book.chapters)


def made_book(*, ncx: bool, damaged: bool = False) -> bytes:
    """Return a book whose files have no headings, and whose contents name them."""
    kind = "application/x-dtbncx+xml" if ncx else "application/xhtml+xml"
    properties = "" if ncx else 'properties="nav"'
    items = "".join(f'<item id="f{n}" href="text/f{n}.xhtml"/>' for n in range(3))
    spine = "".join(f'<itemref idref="f{n}"/>' for n in range(3))
    links = "".join(f'<li><a href="text/f{n}.xhtml#top">{name}</a></li>' for n, name in enumerate(NAMES))
    points = "".join(
        f'<navPoint><navLabel><text>{name}</text></navLabel><content src="text/f{n}.xhtml"/></navPoint>'
        for n, name in enumerate(NAMES)
    )
    contents = (
        f"<ncx><navMap>{points}</navMap></ncx>" if ncx else f"<html><body><nav><ol>{links}</ol></nav></body></html>"
    )
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="b/p.opf"/></rootfiles></container>',
            "b/p.opf": f'<package><manifest><item id="c" href="contents" media-type="{kind}" {properties}/>{items}'
            f"</manifest><spine>{spine}</spine></package>",
            "b/contents": "<ncx" if damaged else contents,
            **{f"b/text/f{n}.xhtml": f"<html><body>{f'<p>{PARAGRAPH}</p>' * 40}</body></html>" for n in range(3)},
        }
    )


@pytest.mark.parametrize("ncx", [True, False])
def test_a_book_without_headings_has_the_chapters_of_its_contents(ncx: bool) -> None:  # noqa: FBT001
    assert titles(read(made_book(ncx=ncx)).chapters) == list(NAMES)


def test_a_book_whose_contents_are_damaged_is_read_without_chapters() -> None:
    book = read(made_book(ncx=True, damaged=True))

    assert book.words > 2000
    assert book.chapters == ()


def test_a_long_pdf_has_the_chapters_of_its_outline_not_of_its_printed_contents() -> None:
    parts = [f"= {name}\n\n" + f"{PARAGRAPH}\n\n" * 30 + f"== A section\n\n{PARAGRAPH}" for name in NAMES]
    source = '#set document(title: "The floods of Lenz")\n#outline()\n#pagebreak()\n' + "\n\n".join(parts)
    report = read(bytes(typst.compile(source.encode())))

    assert titles(report.chapters) == list(NAMES)
    assert all(400 < take_chapter(report, number).words < 800 for number in range(3))


FORMS = {"an outline": "= {name}", "numbers": "= {number}. {name}", "print": "#text(16pt)[*{name}*]"}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("title", ["", '#set document(title: "The floods of Lenz")\n'])
def test_a_pdf_has_its_first_chapter_whether_it_has_a_title_or_not(form: str, title: str) -> None:
    parts = [f"{form.format(name=name, number=n)}\n\n" + f"{PARAGRAPH}\n\n" * 70 for n, name in enumerate(NAMES, 1)]
    report = read(bytes(typst.compile((title + "\n".join(parts)).encode())))

    assert [name.split(". ")[-1] for name in titles(report.chapters)] == list(NAMES)
    assert report.title == ("The floods of Lenz" if title else None)


def test_the_title_above_the_first_chapter_of_a_pdf_is_no_chapter() -> None:
    parts = [f"= {name}\n\n" + f"{PARAGRAPH}\n\n" * 30 for name in NAMES]
    report = read(bytes(typst.compile(("#text(24pt)[*The floods of Lenz*]\n\n" + "\n".join(parts)).encode())))

    assert titles(report.chapters) == list(NAMES)
    assert report.title == "The floods of Lenz"


def test_headings_tell_the_chapters_of_a_long_text_but_for_those_of_a_few_words() -> None:
    long = [Block("A chapter", "heading"), *prose(1500), Block("A note", "heading"), *prose(80)]

    assert [(one.title, one.stop - one.start) for one in find_chapters(long * 3)] == [("A chapter", len(long))] * 3


def test_where_headings_are_numbered_those_of_the_highest_level_alone_tell_the_chapters() -> None:
    section = [Block("A section", "heading"), *prose(300)]
    for name in ("Chapter {}", "Глава {}. Потоп", "{}. The flood", "{} The flood"):
        parts = [[Block(name.format(n), "heading"), *prose(800), *section] for n in range(1, 5)]
        assert len(find_chapters([block for part in parts for block in part])) == 4, name
    parts = [[Block(f"{n}.1 The flood", "heading"), *prose(800), *section] for n in range(1, 5)]
    assert len(find_chapters([block for part in parts for block in part])) == 8


def test_headings_in_a_row_are_one_title() -> None:
    chapter = [Block("Chapter One", "heading"), Block("The flood", "heading"), *prose(LONG_BY_HEADINGS)]

    assert titles(find_chapters(chapter * 2)) == ["Chapter One. The flood"] * 2


def test_a_short_text_has_no_chapters() -> None:
    blocks = [Block("One", "heading", opens="One"), *prose(300), Block("Two", "heading", opens="Two"), *prose(300)]

    assert find_chapters(blocks) == ()
    assert find_chapters([]) == ()


def test_a_long_text_without_headings_has_no_chapters() -> None:
    assert find_chapters(prose(2 * LONG_BY_HEADINGS)) == ()


def test_titles_are_found_in_their_order_from_the_end() -> None:
    blocks = [Block("Alpha"), Block("Beta"), Block("1. Alpha", "heading"), Block("text"), Block("Beta", "heading")]

    assert [block.opens for block in open_chapters(blocks, ["Alpha", "Beta", "Gamma"])] == [
        None, None, "Alpha", None, "Beta",
    ]  # fmt: skip


def test_a_chapter_is_an_article_that_knows_what_it_is_part_of() -> None:
    book = read(epub([[f"{n}. {PARAGRAPH}"] * 40 for n in range(3)]))
    chapter = take_chapter(book, 1)

    assert chapter.title == "Bridges — Chapter 2"
    assert chapter.author == "Nora Field"
    assert chapter.part_of == book.id
    assert chapter.text.startswith("1. The river rose")
    assert chapter.text in book.text
    assert chapter.chapters == ()
    with pytest.raises(IndexError):
        take_chapter(book, 3)
