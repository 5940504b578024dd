"""Trains what `summaries.ask.model` evaluates; no part of the wheel."""
