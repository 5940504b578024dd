"""Files of every format: told by their bytes, read as paragraphs, and answered in time whatever is in them."""

from __future__ import annotations

import datetime as dt
import io
import resource
import zipfile
from typing import TYPE_CHECKING

import pytest
import typst

from summaries.errors import BriefingError, Overpacked, Protected, Scanned, TooManyPages, Unreadable
from summaries.loading import read
from summaries.loading.formats.archive import MOST_XML
from summaries.loading.formats.layout import Line, join_lines
from tests.growth import cpu_seconds
from tests.summaries.loading.documents import W, archive, docx, epub, odt, pdf, rtf
from tests.summaries.loading.pages import PROSE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RUSSIAN = (
    ("Городской совет Ривертона в понедельник проголосовал за закрытие старого моста через реку после того, как "
    "инженеры обнаружили трещины в трёх опорах, десятилетиями скрытые под слоем краски."),
    ("Мост, построенный в 1887 году, пропускает четыре тысячи автомобилей в сутки и годами ржавел, говорится в отчёте. "
    "Фундамент никто не осматривал с наводнения 1954 года, когда смыло часть восточного берега."),
    ("Мэр Ада Лонг заявила, что совет попросит у графства девять миллионов фунтов на новый мост. «Мы не можем ждать "
    "аварии», — сказала она на заседании, которое продолжалось до полуночи."),
    "Однако у графства нет денег на дороги до 2027 года, сообщил его казначей, и больше никто их не предложил.",
)  # fmt: skip
MADE = {"docx": docx(PROSE), "odt": odt(PROSE), "rtf": rtf(PROSE), "epub": epub([PROSE]), "pdf": pdf(PROSE)}


@pytest.mark.parametrize("kind", MADE)
def test_a_document_is_read_whatever_it_is_called(kind: str) -> None:
    article = read(MADE[kind], name="note.txt", media_type="text/plain")

    assert [p.text for p in article.paragraphs if p.kind == "prose"][-len(PROSE) :] == list(PROSE)
    assert article.language == "en"


def test_what_a_book_says_of_itself_is_known() -> None:
    article = read(MADE["epub"])

    assert (article.title, article.author, article.published) == ("Bridges", "Nora Field", dt.date(2024, 5, 3))


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
def test_the_properties_of_a_file_are_no_evidence_of_author_and_day(kind: str) -> None:
    article = read(MADE[kind])

    assert article.title is not None
    assert article.title.startswith("Bridge closed")
    assert article.author is None
    assert article.published == (dt.date(2024, 5, 4) if kind == "pdf" else None)  # that of its header


PROPERTIES = {
    "a library": ("python-docx", "2013-12-23T23:15:00Z"),
    "a program": ("Microsoft Office User", "2006-09-16T00:00:00Z"),
    "an account": ("Administrator", "1601-01-01T00:00:00Z"),
    "a converter": ("Apache POI", "2020-02-30T99:00:00Z"),
    "somebody who had the file before": ("Jo Template", "2001-01-01T00:00:00Z"),
    "a text service": ("Un-named", "2024-05-03T08:00:00Z"),
}


@pytest.mark.parametrize(("creator", "created"), PROPERTIES.values(), ids=PROPERTIES)
def test_nobody_and_no_day_comes_from_what_a_program_writes_into_a_word_file(creator: str, created: str) -> None:
    article = read(word("", creator=creator, created=created))

    assert (article.author, article.published) == (None, None)
    assert [p.text for p in article.paragraphs] == list(PROSE)


@pytest.mark.parametrize("make", [docx, odt], ids=["docx", "odt"])
def test_the_first_lines_of_a_file_state_its_author_and_day(make: Callable[[Sequence[str]], bytes]) -> None:
    article = read(make(["By Ann Lee, Senior Reporter", "3 May 2024", *PROSE]))

    assert (article.author, article.published) == ("Ann Lee", dt.date(2024, 5, 3))
    assert [p.text for p in article.paragraphs if p.kind == "prose"][-len(PROSE) :] == list(PROSE)


def test_a_pdf_has_its_title_and_no_running_lines() -> None:
    long = vary(PROSE, 8)
    article = read(pdf(long))

    assert article.title == "Bridge closed in Riverton"
    assert "Riverton Times" not in article.text
    assert [p.text for p in article.paragraphs] == long


def vary(paragraphs: Sequence[str], times: int) -> list[str]:
    """Return the paragraphs several times, each a little different, for what repeats on pages is no text."""
    return [f"{'A' * (time + 1)} {paragraph}" for time in range(times) for paragraph in paragraphs]


LAYOUTS = {
    "one column": (PROSE, {"columns": 1}),
    "two columns": (PROSE, {"columns": 2}),
    "three columns": (PROSE, {"columns": 3, "size": 8, "indented": False}),
    "two columns with gaps": (PROSE, {"columns": 2, "indented": False}),
    "Russian, one column": (RUSSIAN, {"columns": 1, "language": "ru", "indented": False}),
    "Russian, two columns": (RUSSIAN, {"columns": 2, "language": "ru"}),
}


def test_paragraphs_of_print_are_whole_in_columns_and_over_pages_and_parted_words() -> None:
    wanted = found = 0
    for paragraphs, layout in LAYOUTS.values():
        long = vary(paragraphs, 4 if len(paragraphs) > 5 else 6)
        article = read(pdf(long, **layout))  # type: ignore[arg-type]
        wanted += len(long)
        found += len(set(long) & {p.text for p in article.paragraphs})

    print(f"{found} of {wanted} paragraphs exact")
    assert found / wanted > 138 / 144


def test_headings_items_notes_and_deleted_words_of_a_word_file() -> None:
    extra = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Costs</w:t></w:r></w:p>'
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>nine million</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>It</w:t><w:tab/><w:t>stays.</w:t></w:r></w:p>"
    )
    article = read(docx(PROSE, extra=extra))

    assert [(p.text, p.kind) for p in article.paragraphs[-3:]] == [
        ("Costs", "heading"),
        ("nine million", "item"),
        ("It stays.", "prose"),
    ]


def test_notes_of_an_opendocument_text_are_passed_by() -> None:
    extra = (
        "<text:p>Shown<text:note><text:note-body><text:p>hidden</text:p></text:note-body></text:note> here.</text:p>"
    )

    assert read(odt(PROSE, extra=extra)).paragraphs[-1].text == "Shown here."


def test_chapters_come_in_the_order_of_reading_without_the_contents() -> None:
    article = read(epub([PROSE[:4], PROSE[4:]]))
    texts = [p.text for p in article.paragraphs]

    assert texts == ["Chapter 1", *PROSE[:4], "Chapter 2", *PROSE[4:]]


def test_styles_and_scripts_in_the_body_of_a_book_are_not_its_text() -> None:
    extra = (
        "<style>p { color: red }</style><p>The <script>count('page');</script>ferry<style>b {}</style> runs again.</p>"
        "<svg><style>.line { fill: red }</style></svg><div><script>var shown = '<p>never';</script></div>"
    )

    assert [p.text for p in read(epub([PROSE], extra=extra)).paragraphs[1:]] == [*PROSE, "The ferry runs again."]


def test_a_hyphen_before_a_slash_at_the_end_of_a_line_stays() -> None:
    lines = [
        Line(0, "The council chose between a two-", 50, 700, 300, 710),
        Line(0, "/three-year plan.", 50, 688, 150, 698),
    ]

    assert [block.text for block in join_lines(lines, [800])] == ["The council chose between a two-/three-year plan."]


def test_raised_figures_of_a_pdf_are_no_part_of_the_number_before_them() -> None:
    def up(text: str) -> str:
        return f"#super(typographic: false)[{text}]"

    text = read(pdf([f"It weighs 10{up('6')} tons, or 10{up('-12')} of the earth, since 2021.{up('3')}", *PROSE])).text

    assert "10⁶ tons" in text
    assert "10⁻¹² of the earth" in text
    assert "2021.³" in text


MARKS = {
    "a letter after a word": ("The steel#super[a] of the bridge is weak.", "The steel of the bridge is weak."),
    "a letter after a sentence": ("The steel is weak.#super[b] It breaks.", "The steel is weak. It breaks."),
    "an ordinal": ("It is the 21#super[st] bridge of the town.", "It is the 21st bridge of the town."),
    "a power of a letter": ("It is as large as x#super[c] in the table.", "It is as large as xc in the table."),
    "the mark of a note below": (
        "The steel is weak.#footnote[So Ann Lee.] It breaks.",
        "The steel is weak. It breaks.",
    ),
    "a unit": ("It covers 40 km#super[2] of land.", "It covers 40 km² of land."),
}


@pytest.mark.parametrize(("written", "expected"), MARKS.values(), ids=MARKS)
def test_the_marks_of_notes_are_left_out_of_print(written: str, expected: str) -> None:
    raised = "#set super(typographic: false)\n\n"

    assert expected in [p.text for p in read(pdf([raised + written, *PROSE])).paragraphs]


def test_a_hyphen_that_the_document_writes_elsewhere_stays_at_the_end_of_a_line() -> None:
    lines = [
        Line(0, "The long-term plan is a loan, but no long-", 50, 700, 300, 710),
        Line(0, "term loan is on offer for the quay and no har-", 50, 688, 300, 698),
        Line(0, "bour is near.", 50, 676, 150, 686),
    ]

    assert [block.text for block in join_lines(lines, [800])] == [
        "The long-term plan is a loan, but no long-term loan is on offer for the quay and no harbour is near."
    ]


BOMB = b"<w:document " + W.encode() + b"><w:body>" + b"<w:p/>" * (MOST_XML // 5)
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ENTITIES = f"{DOCTYPE}<w:document {W}>&b;</w:document>"
NESTED = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200


def encrypted() -> bytes:
    """Return an archive whose file is marked as encrypted."""
    data = bytearray(archive({"word/document.xml": "<x/>"}, zipfile.ZIP_STORED))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def spoilt() -> bytes:
    """Return a Word file whose main part has other bytes than were packed."""
    data = bytearray(docx(PROSE))
    start = data.index(b"word/document.xml") + 60
    data[start : start + 5] = b"wrong"
    return bytes(data)


def pages(count: int) -> bytes:
    return bytes(typst.compile(("#set page(width: 40pt, height: 40pt)\n" + "x #pagebreak()\n" * count).encode()))


SCAN = bytes(typst.compile(b"#rect(width: 100%, height: 10cm, fill: gray)"))
HOSTILE: dict[str, tuple[bytes, type[BriefingError]]] = {
    "a zip bomb": (archive({"word/document.xml": BOMB}), Overpacked),
    "an archive of many files": (archive({"word/document.xml": "", **{f"f{n}": "" for n in range(4000)}}), Overpacked),
    "entities in XML": (archive({"word/document.xml": ENTITIES}), Unreadable),
    "nested tables": (docx([], extra=NESTED), BriefingError),
    "an encrypted archive": (encrypted(), BriefingError),
    "a cut archive": (docx(PROSE)[:-200], BriefingError),
    "an archive with wrong bytes": (spoilt(), BriefingError),
    "a book without a package": (
        archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<c/>"}),
        Unreadable,
    ),
    "a cut PDF": (pdf(PROSE)[:2000], BriefingError),
    "a PDF of nothing": (b"%PDF-1.7\n" + bytes(1000), Unreadable),
    "a PDF of many pages": (pages(400), TooManyPages),
    "a scan": (SCAN, Scanned),
    "RTF without end": (b"{\\rtf1 " + b"{" * 20_000, BriefingError),
    "RTF of numbers": (b"{\\rtf1 " + b"\\u9" * 100_000, BriefingError),
}


@pytest.mark.parametrize(("data", "error"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_within_seconds(data: bytes, error: type[BriefingError]) -> None:
    def refuse() -> None:
        with pytest.raises(error):
            read(data)

    assert cpu_seconds(refuse) < 5


def test_a_file_with_a_password_is_said_to_have_one() -> None:
    with pytest.raises((Protected, BriefingError)):
        read(encrypted())


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "LZMA"])
@pytest.mark.parametrize("name", ["word/document.xml", "mimetype"])
def test_an_archive_packed_as_no_document_may_be_is_refused_before_it_unfolds(method: int, name: str) -> None:
    """These are made at once of whatever a piece holds: 800 MB of a few kilobytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as file:
        file.writestr(name, b" " * 80_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(BriefingError):
        read(packed.getvalue())

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB


def word(body: str, *, creator: str = "python-docx", created: str = "2013-12-23T23:15:00Z") -> bytes:
    """Return a Word file with a body of our own, and the properties that a common library writes into every file."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:creator>{creator}</dc:creator><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in PROSE)
    spaces = f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document = f"<w:document {spaces}><w:body>{body}{paragraphs}</w:body></w:document>"
    return archive({"word/document.xml": document, "docProps/core.xml": core})


def run(text: str, form: str = "", extra: str = "") -> str:
    return f"<w:r><w:rPr>{form}</w:rPr><w:t xml:space='preserve'>{text}</w:t>{extra}</w:r>"


BOX = f"<w:txbxContent><w:p>{run('A box beside the text.')}</w:p></w:txbxContent>"
BOXED = ["A box beside the text."]
FALLBACK = f"<mc:Fallback>{BOX}</mc:Fallback>"
TWICE = f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>"
RAISED = '<w:vertAlign w:val="superscript"/>'
RUNS = {
    "a box that is there twice": (
        [run("Before the box. "), f"<w:r>{TWICE}</w:r>", run("After the box.")],
        ["Before the box. After the box.", "A box beside the text."],
    ),
    "a box of one form": ([run("Beside it."), f"<w:r><w:pict>{BOX}</w:pict></w:r>"], ["Beside it.", *BOXED]),
    "a box of older programs alone": (
        [run("Beside it."), f"<w:r><mc:AlternateContent><mc:Choice/>{FALLBACK}</mc:AlternateContent></w:r>"],
        ["Beside it.", *BOXED],
    ),
    "two boxes": ([run("Beside them."), f"<w:r>{TWICE}{TWICE}</w:r>"], ["Beside them.", *BOXED, *BOXED]),
    "a box in a box": (
        [
            run("Beside it."),
            f"<w:r>{TWICE.replace('</w:txbxContent>', f'<w:p><w:r>{TWICE}</w:r></w:p></w:txbxContent>')}</w:r>",
        ],
        ["Beside it.", *BOXED, *BOXED],
    ),
    "a drawing without text": (
        [run("Beside it."), "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent></w:r>"],
        ["Beside it."],
    ),
    "a hyphen that parts no line": (
        [run("A two", extra="<w:noBreakHyphen/><w:t>year plan.</w:t>")],
        ["A two\u2011year plan."],
    ),
    "hidden words": ([run("The plan "), run("(draft) ", "<w:vanish/>"), run("holds.")], ["The plan holds."]),
    "struck words": ([run("On "), run("12 May ", "<w:strike/>"), run("19 May.")], ["On 19 May."]),
    "words that are not hidden": ([run("All of it holds.", '<w:vanish w:val="0"/>')], ["All of it holds."]),
    "a raised figure": ([run("It weighs 10"), run("6", RAISED), run(" tons.")], ["It weighs 10\u2076 tons."]),
}


@pytest.mark.parametrize(("body", "expected"), RUNS.values(), ids=RUNS)
def test_a_word_file_is_read_as_it_is_shown(body: list[str], expected: list[str]) -> None:
    article = read(word(f"<w:p>{''.join(body)}</w:p>"))

    assert [p.text for p in article.paragraphs] == [*expected, *PROSE]
    assert (article.author, article.published) == (None, None)
