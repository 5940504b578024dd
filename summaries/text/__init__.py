"""Splits text into sentences, words and stems, in any language."""

from summaries.text.sentences import find_sentences, split_sentences
from summaries.text.words import find_stems, find_words, stop_words

__all__ = ["find_sentences", "find_stems", "find_words", "split_sentences", "stop_words"]
