"""Classifies the sections of papers and reports by their headings: ``4. Conclusions``."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from summaries.languages import codes
from summaries.languages.schema import Sections, load

Section = Literal["abstracts", "contents", "conclusions", "others"]
KINDS: tuple[Section, ...] = ("abstracts", "contents", "conclusions", "others")
NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})[.)]?\s+")
LONGEST = 60


def find_section(heading: str) -> Section | None:
    """Return the kind of section that a heading announces, in any language, with or without a number, or ``None``."""
    if len(heading) > LONGEST:
        return None
    name = NUMBER.sub("", heading.strip(), count=1) if NUMBER.match(heading.strip()) else heading.strip()
    return _names().get(name.rstrip(":. ").casefold())


def section_names(kind: Section) -> tuple[str, ...]:
    """Return the names of a kind of section in all languages, in lower case."""
    return tuple(name for name, one in _names().items() if one == kind)


@cache
def _names() -> dict[str, Section]:
    """Return the names in all languages: papers may have a heading or two in a language other than their text's."""
    tables = [load(Sections, code) for code in sorted(codes())]
    return {name: kind for kind in reversed(KINDS) for table in tables for name in getattr(table, kind)}
