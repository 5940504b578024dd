"""What a site asks of programs: robots.txt (RFC 9309)."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

PLACE = "/robots.txt"


def may_read(rules: bytes, url: str, agent: str) -> bool:
    """Tell whether the rules of a site let a program of this name read a page."""
    parser = RobotFileParser()
    parser.parse(rules.decode("utf-8", "replace").splitlines())
    return parser.can_fetch(agent.partition("/")[0], url)
