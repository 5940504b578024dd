"""File names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summaries.article import Article

LONGEST = 60
UNFIT = re.compile(r"[^\w-]+")


def file_name(article: Article) -> str:
    """Return a file name for an article, without extension: words of its title, safe on every system."""
    words = UNFIT.sub("-", article.title or article.text[:LONGEST]).strip("-_")
    return words[:LONGEST].rsplit("-", 1)[0].strip("-_") if len(words) > LONGEST else words or "briefing"
