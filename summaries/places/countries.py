"""Names of countries, from the Unicode CLDR through Babel."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError


def name_country(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 code in a language, or the code if it has none."""
    try:
        return str(Locale.parse(language).territories.get(code, code))
    except (UnknownLocaleError, ValueError):
        return code
