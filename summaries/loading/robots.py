"""A site's rules for robots: robots.txt (RFC 9309), parsed in time linear in its size."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATH = "/robots.txt"
LIMIT = 500 * 1024
"""Number of bytes of a robots.txt that are read (RFC 9309); the rest is ignored."""
KEPT_SECONDS = 3_600.0
KEPT_CHARACTERS = 8_000_000
TOKEN = re.compile(r"[a-z_-]+")
ESCAPED = re.compile(r"%([0-9a-f]{2})", re.IGNORECASE)
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for paths: whether they may be read, and a pattern in which ``*`` is any text and ``$`` the end."""

    allows: bool
    pattern: str


Rules = tuple[Rule, ...]


def parse_rules(data: bytes, agent: str) -> Rules:
    """Return the rules for a program: those of the groups that name it, else those of the groups for everybody."""
    product = agent.partition("/")[0].casefold()
    named: list[Rule] = []
    general: list[Rule] = []
    is_named = False
    for agents, rules in _groups(data[:LIMIT].decode("utf-8", "replace")):
        if product in agents:
            is_named = True
            named += rules
        elif "*" in agents:
            general += rules
    return tuple(named if is_named else general)


def may_read(rules: Rules, url: str) -> bool:
    """Return whether a page may be read: the longest matching pattern decides, among equals the one that allows."""
    parts = urlsplit(url)
    path = _normalise((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    fitting = (rule for rule in rules if _fits(rule.pattern, path))
    best = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
    return best is None or best.allows


def _groups(text: str) -> Iterator[tuple[set[str], list[Rule]]]:
    agents: set[str] = set()
    rules: list[Rule] = []
    has_ended = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().casefold(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            if has_ended:
                yield agents, rules
                agents, rules, has_ended = set(), [], False
            token = TOKEN.match(value.casefold())
            agents.add(token[0] if token else value[:1])
        elif key in {"allow", "disallow"}:
            has_ended = True
            if agents and value:
                rules.append(Rule(key == "allow", _normalise(value)))
    yield agents, rules


def _normalise(path: str) -> str:
    """Return a path with all characters outside ASCII escaped, and no unnecessary escapes."""
    escaped = quote(path, safe="".join(map(chr, range(0x21, 0x7F))))
    return ESCAPED.sub(_unescape, escaped)


def _unescape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if UNRESERVED.fullmatch(character) else match[0].upper()


def _fits(pattern: str, path: str) -> bool:
    """Return whether a path begins with a pattern; the leftmost match of each piece is as good as any."""
    is_anchored = pattern.endswith("$")
    first, *rest = (pattern[:-1] if is_anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if not is_anchored:
        for piece in rest:
            place = path.find(piece, place) + len(piece)
            if place < len(piece):
                return False
        return True
    if not rest:
        return place == len(path)
    for piece in rest[:-1]:
        place = path.find(piece, place) + len(piece)
        if place < len(piece):
            return False
    return len(path) - len(rest[-1]) >= place and path.endswith(rest[-1])


class KnownRules:
    """The recently fetched rules of sites, by scheme, host and port; bounded in size and time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._known: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._size = 0

    def get(self, site: str) -> Rules | None:
        """Return the rules of a site, ``None`` if they are unknown or too old."""
        at, rules = self._known.get(site, (0.0, None))
        return rules if rules is not None and self._clock() - at < KEPT_SECONDS else None

    def put(self, site: str, rules: Rules) -> None:
        """Store the rules of a site; if there are too many, the oldest are dropped."""
        self._forget(site)
        self._known[site] = self._clock(), rules
        self._size += _size(rules)
        while self._size > KEPT_CHARACTERS:
            self._forget(next(iter(self._known)))

    def clear(self) -> None:
        """Forget all rules."""
        self._known.clear()
        self._size = 0

    def _forget(self, site: str) -> None:
        if site in self._known:
            self._size -= _size(self._known.pop(site)[1])


def _size(rules: Rules) -> int:
    """Return the size of rules in characters, including the overhead of a site and a rule."""
    return 1000 + sum(len(rule.pattern) + 100 for rule in rules)
