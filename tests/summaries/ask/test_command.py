"""``python -m summaries SOURCE --ask "…"``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summaries.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The council closed the old bridge on 4 May because two piers had cracked. Drivers were surprised by that.\n\n"
    "A ferry carries the cars of the island from Monday on. About 2,300 people live there, most of them fishermen.\n\n"
    "A new bridge would cost nineteen million crowns, and the council has only three million. The harbour at Nordby is "
    "too small for large ships, so that the fish factory sends its goods over the mainland. Nobody knows yet how long "
    "the ferry will have to run, but the mayor hopes for two years at most."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did the council close the bridge?", "two piers had cracked. [1]"),
        ("Who won the chess championship in Manila?", "The article does not say."),
        ("Wie viele Menschen leben in Nordby?", "is in German, the article in English"),
        ("Кто живёт в Нордбю?", "too small for large ships"),
        ("¿Quién ganó el torneo de ajedrez?", "Please ask in English."),
    ],
)
def test_a_question_is_answered_in_the_terminal(
    question: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "bridge.txt"
    source.write_text(TEXT, encoding="utf-8")

    assert main([str(source), "--ask", question]) == 0
    assert told in " ".join(capsys.readouterr().out.split())
