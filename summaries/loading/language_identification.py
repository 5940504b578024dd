"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

SAMPLE = 5_000
ENOUGH = 60
"""Letters from which on the text is believed more than a claim about it."""
SURE = 0.9
GUESS = 0.5
"""Up to this probability the classifier guesses: on any article it is sure."""
UNKNOWN = "und"
"""What ISO 639-2 calls a language that could not be determined."""
NO_LANGUAGE = "zxx"
DIALECTS = {"yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar"}
"""What is written like another language, as far as summaries go."""


def find_language(text: str, claimed: str | None = None) -> str:
    """Return the ISO 639-1 code of the language of `text`.

    `claimed` is what the source says (``en-GB``, ``ru``); it counts where the text agrees, is too short to tell, or
    leaves the classifier unsure. What is no language, or none that can be told, is ``und``. Source of the method:
    langid, Lui and Baldwin 2012, as py3langid.
    """
    claim = _code(claimed)
    sample = text[:SAMPLE]
    if claim and sum(map(str.isalpha, sample)) < ENOUGH:
        return claim
    code, probability = _classifier().classify(sample)
    if claim and probability < SURE:
        return claim
    if code == NO_LANGUAGE or probability < GUESS:
        return UNKNOWN
    return DIALECTS.get(str(code), str(code))


def _code(claimed: str | None) -> str | None:
    code = (claimed or "").strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) in {2, 3} and code.isascii() and code.isalpha() else None


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
