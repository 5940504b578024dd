"""Web addresses: checked before they are fetched, shown or stored."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from summaries.errors import NotAnAddress

SCHEMES = frozenset({"http", "https"})
LONGEST = 4_000
NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
PUNYCODE = "xn--"
LATIN_LOOKALIKES = frozenset("аеорсухіјѕԁһԛԝӏοαντρυωսօցհոյր")
"""Letters of other scripts that look like Latin ones: a name made of these alone could pass for another (UTS 39)."""


def check_address(address: str) -> str:
    """Return an address without surrounding white space. Raises `NotAnAddress` unless it is http or https."""
    url = address.strip()
    try:
        parts = urlsplit(url)
        known = parts.scheme.lower() in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise NotAnAddress(address=url[:200]) from error
    if not known or len(url) > LONGEST or parts.username is not None or NO_ADDRESS.search(url):
        raise NotAnAddress(address=url[:200])
    return url


def valid_address(address: str | None) -> str | None:
    """Return an address given in a text if `check_address` accepts it, else ``None``."""
    try:
        return check_address(address) if address else None
    except NotAnAddress:
        return None


def host_of(address: str | None) -> str | None:
    """Return the host of a web address, without ``www.`` and in its own script, or ``None``."""
    try:
        parts = urlsplit(address or "")
        host = (parts.hostname or "").removeprefix("www.") if parts.scheme.lower() in SCHEMES else ""
    except ValueError:
        return None
    return ".".join(map(_decode_label, host.split("."))) or None


def _decode_label(label: str) -> str:
    """Return a label of a host in its script, unless it mixes scripts or could be taken for a Latin one."""
    if not label.startswith(PUNYCODE):
        return label
    try:
        name = label.removeprefix(PUNYCODE).encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    letters = [letter for letter in name if letter.isalpha()]
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in letters}
    is_plain = all(letter.isalnum() or letter == "-" or unicodedata.combining(letter) for letter in name)
    if name.isascii() or not is_plain or len(scripts) > 1 or LATIN_LOOKALIKES.issuperset(letters):
        return label
    return name
