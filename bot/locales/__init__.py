"""The bot's wording: English in the code, other languages in gettext catalogues, ``<code>/messages.po``."""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_percent

ROOT = Path(__file__).parent
SOURCE = "en"
LOCALES = {"en": "en_GB"}
"""CLDR locales of languages whose default is one country's habits: 4 May 2019 is clear to all readers of English."""

FIRSTS = {"fr": "1er"}
"""The first day of a month, in languages that do not write a plain 1."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording in one language: ``say("…")`` for a text, ``count("{n} word", "{n} words", n)`` for a plural."""

    language: str
    say: Callable[[str], str]
    _plural: Callable[[str, str, int], str]

    @property
    def locale(self) -> str:
        """The CLDR locale for dates and numbers."""
        return LOCALES.get(self.language, self.language)

    def count(self, one: str, many: str, number: int) -> str:
        """Return the text in the plural form for a number, with ``{n}`` filled in."""
        return self._plural(one, many, number).format(n=number)

    def date(self, day: dt.date, skeleton: str = "yMMMMd") -> str:
        """Return a date as it is written in this language, in the format of a CLDR skeleton."""
        if skeleton == "yMMMMd":
            written = str(format_date(day, "long", locale=self.locale))
        else:
            written = str(format_skeleton(skeleton, dt.datetime.combine(day, dt.time()), locale=self.locale))
        return written.replace("1", self.day_number(1), 1) if written.startswith("1 ") else written

    def day_number(self, day: int) -> str:
        """Return a day of the month: CLDR does not know the *1er* of French."""
        return FIRSTS.get(self.language, "1") if day == 1 else str(day)

    def language_of(self, code: str) -> str:
        """Return the name of a language in this one: ``pl`` is *Polish*, *польский*."""
        return str(Locale.parse(self.locale).languages.get(code, code))

    def listing(self, items: Sequence[str]) -> str:
        """Return items as a list in prose: *a, b and c*."""
        return str(format_list(items, locale=self.locale))

    def percent(self, share: float) -> str:
        """Return a share between 0 and 1 as a whole percentage."""
        return str(format_percent(round(share, 2), locale=self.locale))


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the bot speaks, English first."""
    return (SOURCE, *sorted(folder.parent.name for folder in ROOT.glob("*/messages.po")))


def nearest_language(code: str | None) -> str:
    """Return the bot's language nearest to an IETF language tag such as ``ru-RU``."""
    primary = (code or SOURCE).split("-")[0].lower()
    return primary if primary in languages() else SOURCE


@cache
def wording(language: str) -> Wording:
    """Return the wording in one of the bot's languages."""
    if language == SOURCE:
        catalogue = gettext.NullTranslations()
    else:
        with (ROOT / language / "messages.po").open("rb") as source:
            parsed = read_po(source, locale=language)
        compiled = io.BytesIO()
        write_mo(compiled, parsed)
        compiled.seek(0)
        catalogue = gettext.GNUTranslations(compiled)
    return Wording(language, catalogue.gettext, catalogue.ngettext)


def language_name(code: str) -> str:
    """Return a language's own name: ``English``, ``Русский``."""
    return (Locale(code).get_display_name(code) or code).capitalize()
