"""Extractive briefings: summaries, key points, people and dates in an article's own words.

>>> from summaries import brief, load
>>> briefing = brief(load("article.txt"))
"""

from summaries.article import Article, Paragraph, Quote, Sentence
from summaries.briefing import Briefing, KeyPoint, Length, Mention, PartialDate, Person, Statement, TimelineEntry
from summaries.errors import BriefingError
from summaries.loading import load
from summaries.pipeline import brief
from summaries.ranking import parse_length, summarize

__all__ = [
    "Article",
    "Briefing",
    "BriefingError",
    "KeyPoint",
    "Length",
    "Mention",
    "Paragraph",
    "PartialDate",
    "Person",
    "Quote",
    "Sentence",
    "Statement",
    "TimelineEntry",
    "brief",
    "load",
    "parse_length",
    "summarize",
]
