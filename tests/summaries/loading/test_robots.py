"""The rules of robots.txt, as RFC 9309 has them."""

from __future__ import annotations

import pytest

from summaries.loading.robots import KnownRules, Rule, may_read, parse_rules

AGENT = "briefing-bot/0.1 (reads single articles for a reader)"
GROUPS = b"""
User-Agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.gif$
Disallow: /a%3Cd.html

user-agent: Briefing-Bot/2
user-agent: other
disallow: /tags # of no use
"""
EVERYBODY = (
    b"User-agent: *\nDisallow: /*?print\nDisallow: /x*y*z\nDisallow: /\xd1\x8f\nAllow:\nDisallow:\nDisallow: /end$"
)


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/tags/one", False), ("/private/a", True), ("/", True), ("/picture.gif", True)],
)
def test_a_group_that_names_the_program_is_the_only_one_that_counts(path: str, allowed: bool) -> None:  # noqa: FBT001
    assert may_read(parse_rules(GROUPS, AGENT), f"https://riverton.example{path}") is allowed


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/private/a", False),
        ("/private/open/b", True),
        ("/picture.gif", False),
        ("/picture.gif?large", True),
        ("/a%3cd.html", False),
        ("/tags/one", True),
    ],
)
def test_the_longest_rule_decides(path: str, allowed: bool) -> None:  # noqa: FBT001
    assert may_read(parse_rules(GROUPS, "somebody/1.0"), f"https://riverton.example{path}") is allowed


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/story?print", False),
        ("/story?page=2", True),
        ("/x1y2z3", False),
        ("/x1z2y3", True),
        ("/%D1%8F/a", False),
        ("/end", False),
        ("/end/of", True),
    ],
)
def test_a_star_is_any_text_and_other_letters_are_compared_escaped(path: str, allowed: bool) -> None:  # noqa: FBT001
    assert may_read(parse_rules(EVERYBODY, AGENT), f"https://riverton.example{path}") is allowed


def test_rules_grow_old_and_the_oldest_go_where_there_are_too_many() -> None:
    now = [0.0]
    known = KnownRules(lambda: now[0])
    known.put("https://a.example/", ())
    assert known.get("https://a.example/") == ()

    now[0] = 4_000.0
    assert known.get("https://a.example/") is None

    for number in range(20):
        known.put(f"https://{number}.example/", (Rule(allows=False, pattern="/" * 500_000),))
    assert known.get("https://0.example/") is None
    assert known.get("https://19.example/") is not None
