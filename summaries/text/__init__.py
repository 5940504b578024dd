"""Text to sentences, words and stems, for any language."""

from summaries.text.sentences import find_sentences, split_sentences

__all__ = ["find_sentences", "split_sentences"]
