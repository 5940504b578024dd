"""What is kept: the articles of each chat with their briefings, and the readers' choices."""

from bot.library.protocols import Articles, Card, Choices, Readers
from bot.library.store import Library, open_library

__all__ = ["Articles", "Card", "Choices", "Library", "Readers", "open_library"]
