"""Rich Text Format 1.9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summaries.errors import Unreadable
from summaries.loading.formats.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from summaries.loading.draft import Draft

MAGIC = b"{\\rtf"


def is_rtf(data: bytes) -> bool:
    """Return whether bytes are an RTF file."""
    return data.startswith(MAGIC)


def read_rtf(data: bytes) -> Draft:
    """Return the draft of an RTF file. Raises `Unreadable`."""
    from striprtf import striprtf  # noqa: PLC0415 - only these files need it

    convert: Callable[..., str] = striprtf.rtf_to_text
    try:
        text = convert(data.decode("latin-1"), errors="replace")
    except (ValueError, IndexError, KeyError, RecursionError, LookupError) as error:
        raise Unreadable(name="this file") from error
    return read_plain("\n\n".join(line for line in text.split("\n") if line.strip()))
