"""A briefing as plain data carries its people and places with where they stand in the text."""

from __future__ import annotations

import json

from summaries import brief
from summaries.article import compose
from summaries.data import as_data

TEXT = (
    "Finance Minister Pia Sandell met the unions in Oslo on Monday.",
    "“I am an optimist,” Sandell said. “We will meet again.” Nobody else in Norway knew of it.",
)


def test_people_and_places_stand_in_it_with_their_offsets() -> None:
    article = compose(TEXT, language="en")
    data = json.loads(json.dumps(as_data(brief(article))))
    (person,) = data["people"]
    quotes = [*person["named"], *person["said"], *(named for place in data["places"] for named in place["named"])]

    assert (person["name"], person["role"], person["organisation"]) == ("Pia Sandell", "Finance Minister", None)
    assert person["said"][0]["cue"]["text"] == "said"
    assert sorted((place["name"], place["kind"], place["country"]) for place in data["places"]) == [
        ("Norway", "country", "NO"),
        ("Oslo", "city", "NO"),
    ]
    assert all(article.text[quote["start"] : quote["stop"]] == quote["text"] for quote in quotes)
