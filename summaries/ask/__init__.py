"""Question answering: the sentences of an article that answer a question, or the verdict that it does not say."""

from importlib import import_module
from typing import TYPE_CHECKING

from summaries.ask.result import Answer, Certainty, Hit
from summaries.ask.searching import search

if TYPE_CHECKING:
    from summaries.ask.answering import answer
    from summaries.ask.question import is_question, names_before, opens_as_question
    from summaries.ask.referring_back import sentence_before

__all__ = [
    "Answer",
    "Certainty",
    "Hit",
    "answer",
    "is_question",
    "names_before",
    "opens_as_question",
    "search",
    "sentence_before",
]

_HOMES = {
    "answer": "answering",
    "is_question": "question",
    "names_before": "question",
    "opens_as_question": "question",
    "sentence_before": "referring_back",
}


def __getattr__(name: str) -> object:
    """Import the ranker on demand (PEP 562): searching alone needs no numpy."""
    if name in _HOMES:
        return getattr(import_module(f"summaries.ask.{_HOMES[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
