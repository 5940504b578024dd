"""Small pages for the tests."""

from __future__ import annotations

PROSE = (
    "The town council of Riverton voted on Monday to close the old bridge over the Lune after engineers found cracks.",
    "The bridge, built in 1887, carries four thousand cars a day and has rusted for years, the report says.",
    "Mayor Ada Long said that the council would ask the county for nine million pounds to build a new one.",
    "But the county has no money for roads before 2027, according to its treasurer, and nobody else has offered any.",
    "Shopkeepers in Mill Street fear that the closure will cost them half of their customers before the year is out.",
    "School buses will take the motorway instead, which adds forty minutes to the way to school and back every day.",
    "Parents have collected nine hundred signatures against the closure and want to hand them over on Friday morning.",
)


def page(body: str, head: str = "", language: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'


def article(*, head: str = "", title: str = "Bridge closed", times: int = 1, extra: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in PROSE * times)
    return page(f"<nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article>{extra}", head)
