"""The figures of an article: numbers with what they count, in their sentences."""

from summaries.figures.finding import find_figures

__all__ = ["find_figures"]
