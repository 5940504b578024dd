"""Storage: each chat's articles with their briefings, and the readers' preferences."""

from bot.library.protocols import Articles, Card, Choices, Readers
from bot.library.store import Library, open_library

__all__ = ["Articles", "Card", "Choices", "Library", "Readers", "open_library"]
