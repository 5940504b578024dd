"""``python -m summaries SOURCE``: what is printed of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = (
    "The council closed the old bridge on 4 May because two piers had cracked. About 2,300 people live there.\n\n"
    "Mayor Ada Long said that a ferry would carry the cars. It is not clear how long the ferry will have to run.\n\n"
    "The harbour at Nordby is too small for large ships, so that the fish factory sends its goods over the mainland. "
    "The fishermen of the island mended their nets all winter, and the school was painted blue by its pupils."
)
POLISH = "Rada zamknęła stary most 4 maja 2019 roku, ponieważ pękły dwa filary. Na wyspie mieszka około 2300 osób. " * 4


def printed(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    source = tmp_path / "article.txt"
    source.write_text(text, encoding="utf-8")
    assert main([str(source), *options]) == 0
    return capsys.readouterr().out


def test_what_is_read_aloud_is_printed_in_its_sections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(TEXT, tmp_path, capsys, "--oral")

    assert "WHAT HAPPENED\n- The council closed the old bridge on 4 May because two piers had cracked. [1]" in text
    assert "- Mayor Ada Long said that a ferry would carry the cars. [3]" in text
    assert "WHAT COMES NEXT" not in text


def test_what_cannot_be_told_in_a_language_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "DATES" in printed(TEXT, tmp_path, capsys)
    assert not {"PEOPLE", "PLACES", "DATES"} & set(printed(POLISH, tmp_path, capsys).split())
