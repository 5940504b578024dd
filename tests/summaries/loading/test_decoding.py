"""Any encoding, declared or not."""

from __future__ import annotations

import pytest

from summaries.errors import NotText
from summaries.loading import read
from summaries.loading.decoding import decode

RUSSIAN = (
    "Совет города закрыл старый мост через реку. Водители об этом не знали, и вечером на набережной стояла пробка. " * 3
)
FRENCH = "Le conseil municipal a décidé de fermer le vieux pont dès lundi, à cause des fissures trouvées en été. " * 3
JAPANESE = "市議会は月曜日に古い橋を閉鎖することを決めた。技術者が夏に亀裂を見つけたからだ。" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1251"]
)
def test_a_text_is_decoded_without_a_declaration(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)).removeprefix("\ufeff") == RUSSIAN


DECLARED = {
    "koi8-r": RUSSIAN,
    "iso-8859-5": RUSSIAN,
    "iso-8859-1": FRENCH,
    "shift_jis": JAPANESE,
    "euc-jp": JAPANESE,
    "iso-2022-jp": JAPANESE,
}


@pytest.mark.parametrize(("encoding", "text"), DECLARED.items())
def test_a_declared_encoding_is_believed(text: str, encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>{text}</p>'.encode(encoding)

    assert text in decode(page)
    assert decode(text.encode(encoding), media_type=f"text/html; charset={encoding}") == text


def test_what_pages_call_latin_1_is_windows_1252() -> None:
    assert (
        decode("“quoted” – dash".encode("windows-1252"), media_type="text/html; charset=ISO-8859-1")
        == "“quoted” – dash"
    )


def test_a_few_broken_bytes_cost_a_character_and_not_the_page() -> None:
    cut = RUSSIAN.encode()[:-1]
    foreign = RUSSIAN.encode() + b"\xff"
    undefined = RUSSIAN.encode("windows-1251") + b"\x98"

    assert decode(cut).startswith(RUSSIAN[:-1])
    assert decode(foreign) == RUSSIAN + "\ufffd"
    assert decode(undefined, media_type="text/html; charset=windows-1251").startswith(RUSSIAN)


def test_a_wrong_declaration_does_not_spoil_a_text_in_utf_8() -> None:
    assert decode(RUSSIAN.encode(), media_type="text/html; charset=koi8-r") == RUSSIAN


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "base64", "utf-7x"])
def test_an_encoding_that_is_none_is_passed_over(encoding: str) -> None:
    assert decode(RUSSIAN.encode(), media_type=f"text/plain; charset={encoding}") == RUSSIAN


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotText):
        read(b"\x00\x01\x02\x03" * 500, name="noise.bin")
