"""Sentences to scores, a summary of a wanted length, and key points."""

from summaries.ranking.keypoints import find_key_points
from summaries.ranking.lengths import WORDS_A_MINUTE, parse_length, summarize
from summaries.ranking.methods import METHODS, rank_sentences

__all__ = ["METHODS", "WORDS_A_MINUTE", "find_key_points", "parse_length", "rank_sentences", "summarize"]
