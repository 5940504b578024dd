"""What belongs to a name behind the words that were found: syllables, double surnames, nicknames, *Jr.*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.languages.schema import People, load
from summaries.people.name_rules import with_nickname, with_syllable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summaries.people.name_rules import Span
    from summaries.text.tokens import Token


def extend(tokens: Sequence[Token], span: Span, language: str) -> int:
    """Return where a name ends whose words stand in a span."""
    start, stop = span
    stop = with_syllable(tokens, stop, language)
    stop = _with_second_surname(tokens, start, stop)
    stop = with_nickname(tokens, stop)
    return _with_suffix(tokens, stop, language)


def _with_second_surname(tokens: Sequence[Token], start: int, stop: int) -> int:
    """*Kristin Scott-Thomas*, but not *Barack Obama-Mitt Romney debate*."""
    if stop - start < 2 or stop + 1 >= len(tokens) or tokens[stop].text != "-":
        return stop
    second = tokens[stop + 1]
    joined = tokens[stop - 1].stop == tokens[stop].start and tokens[stop].stop == second.start
    goes_on = stop + 2 < len(tokens) and tokens[stop + 2].capital
    return stop + 2 if joined and second.capital and not goes_on else stop


def _with_suffix(tokens: Sequence[Token], stop: int, language: str) -> int:
    after = [token.text.lower() for token in tokens[stop : stop + 2]]
    suffixes = load(People, language).suffixes
    if after and after[0] in suffixes and tokens[stop].capital:
        return stop + 1
    return stop + 2 if len(after) == 2 and after[0] == "," and after[1] in suffixes else stop
