"""The wording of the bot: English in the code, other languages as gettext catalogues ``<code>/messages.po``."""

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
"""Where a language alone would mean the habits of one country: 4 May 2019 is plain to every reader of English."""

FIRSTS = {"fr": "1er"}
"""Where the first day of a month is no plain 1."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording in one language: ``say("…")`` for a text, ``count("… sentence", "… sentences", n)`` for a plural."""

    language: str
    say: Callable[[str], str]
    _plural: Callable[[str, str, int], str]

    @property
    def locale(self) -> str:
        """The CLDR locale that dates and numbers are written in."""
        return LOCALES.get(self.language, self.language)

    def count(self, one: str, many: str, number: int) -> str:
        """Return the text in the plural form of a number, with ``{n}`` filled in."""
        return self._plural(one, many, number).format(n=number)

    def date(self, day: dt.date, skeleton: str = "yMMMMd") -> str:
        """Return a day as a reader of this language writes it; the skeleton is one of CLDR's."""
        if skeleton == "yMMMMd":
            written = str(format_date(day, "long", locale=self.locale))
        else:
            written = str(format_skeleton(skeleton, dt.datetime.combine(day, dt.time()), locale=self.locale))
        return written.replace("1", self.day_number(1), 1) if written.startswith("1 ") else written

    def day_number(self, day: int) -> str:
        """Return the number of a day of a month: CLDR knows nothing of the *1er* with which a French month begins."""
        return FIRSTS.get(self.language, "1") if day == 1 else str(day)

    def language_of(self, code: str) -> str:
        """Return what a language is called in this one: ``pl`` is *Polish*, *польский*."""
        return str(Locale.parse(self.locale).languages.get(code, code))

    def listing(self, items: Sequence[str]) -> str:
        """Return items as an enumeration: *a, b and c*."""
        return str(format_list(items, locale=self.locale))

    def percent(self, share: float) -> str:
        """Return a share of 1 as a whole percentage."""
        return str(format_percent(round(share, 2), locale=self.locale))


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the bot speaks, its first one first."""
    return (SOURCE, *sorted(folder.parent.name for folder in ROOT.glob("*/messages.po")))


def nearest_language(code: str | None) -> str:
    """Return the language of the bot that is nearest to an IETF tag such as ``ru-RU``."""
    primary = (code or SOURCE).split("-")[0].lower()
    return primary if primary in languages() else SOURCE


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language of the bot."""
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
    """Return what a language calls itself: ``English``, ``Русский``."""
    return (Locale(code).get_display_name(code) or code).capitalize()
