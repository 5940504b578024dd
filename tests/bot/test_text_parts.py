"""A text that was cut at the limit of a message is the text that somebody pasted."""

from __future__ import annotations

import pytest

from bot.text_parts import LIMIT, join_parts
from bot.views.screen import units
from summaries.loading import read_text
from tests.summaries.loading.papers import read_paper

SENTENCES = [sentence for text in read_paper("en").body for sentence in text.replace(". ", ".\n").split("\n")]
NEAR = 300


def cut(text: str) -> list[str]:
    """Cut a text as applications do: at a line break near the limit, else behind a sentence, else at a space."""
    parts = []
    while units(text) > LIMIT:
        window = text[LIMIT - NEAR : LIMIT]
        place = next(window.rfind(mark) + len(mark) for mark in ("\n\n", "\n", ". ", " ") if window.rfind(mark) >= 0)
        place += LIMIT - NEAR
        parts.append(text[:place].strip())
        text = text[place:].strip()
    return [*parts, text]


def paragraphs(length: int, count: int) -> str:
    """Return a text of so many paragraphs of so many sentences."""
    found = [SENTENCES[(place * 7 + count) % len(SENTENCES)] for place in range(length * count)]
    return "\n\n".join(" ".join(found[start : start + length]) for start in range(0, len(found), length))


@pytest.mark.parametrize("length", [1, 2, 3, 5, 40])
@pytest.mark.parametrize("count", [31, 32, 33, 34])
def test_a_text_is_whole_wherever_it_was_cut(length: int, count: int) -> None:
    text = paragraphs(length, count if length < 40 else 3)
    joined = join_parts(cut(text))

    assert len(cut(text)) > 1 or units(text) <= LIMIT
    assert joined.split() == text.split()
    # a break where a paragraph ends right at the limit cannot be told from one within a paragraph
    assert abs(len(joined.split("\n\n")) - len(text.split("\n\n"))) <= len(cut(text)) - 1


def test_no_piece_of_a_paragraph_is_taken_for_a_heading_or_a_paragraph() -> None:
    sentence = "The council of Varlo voted on the bridge and sent the engineers to the harbour again"
    text = f"The bridge of Varlo\n\n{' '.join(f'{sentence} in week {week}.' for week in range(90))}"
    article = read_text(join_parts(cut(text)))

    assert [paragraph.kind for paragraph in article.paragraphs] == ["prose"]


def test_a_sentence_that_was_cut_before_a_name_goes_on() -> None:
    first = ("The mayor spoke for an hour. " * 200)[: LIMIT - 22] + "and then he thanked"

    assert join_parts([first, "Ada Long for her work."]).endswith("he thanked Ada Long for her work.")


def test_a_part_that_ends_where_the_next_sentence_had_room_ends_a_paragraph() -> None:
    first = "The mayor spoke for an hour. " * 125

    assert join_parts([first.strip(), "Nobody answered him."]).endswith("an hour.\n\nNobody answered him.")
