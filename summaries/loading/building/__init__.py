"""Trains the weights that distinguish an article's paragraphs from what surrounds them on a page."""
