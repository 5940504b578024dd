"""The judge of openings agrees with people, and so does the engine, which has words and rules of its own."""

from __future__ import annotations

import pytest

from summaries.ranking.openings import leans
from tests.evaluation.hanging import FOLDER, hanging_word


def cases() -> list[tuple[str, bool, str]]:
    return [
        (path.stem, line[0] == "+", line[2:])
        for path in sorted(FOLDER.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line[:1] in {"+", "-"}
    ]


@pytest.mark.parametrize(("language", "hangs", "sentence"), cases())
def test_the_judge_sees_what_hangs(language: str, hangs: bool, sentence: str) -> None:  # noqa: FBT001
    assert (hanging_word(sentence, language) is not None) is hangs


@pytest.mark.parametrize(("language", "hangs", "sentence"), cases())
def test_the_engine_knows_what_leans(language: str, hangs: bool, sentence: str) -> None:  # noqa: FBT001
    assert leans(sentence, language) is hangs
