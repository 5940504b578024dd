"""A briefing as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summaries.data import as_data

if TYPE_CHECKING:
    from bot.locales import Wording
    from summaries.briefing import Briefing


def write(briefing: Briefing, _: Wording) -> str:
    """Return what ``python -m summaries --json`` prints."""
    return json.dumps(as_data(briefing), ensure_ascii=False, indent=2)
