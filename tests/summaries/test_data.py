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
    (person,), (details,) = data["people"], data["details"]["people"]
    places = data["details"]["places"]
    quotes = [*details["mentions"], *details["says"], *(quote for place in places for quote in place["mentions"])]

    assert (person["name"], person["role"], details["organisation"]) == ("Pia Sandell", "Finance Minister", None)
    assert details["says"][0]["cue"]["text"] == "said"
    assert sorted((place["name"], place["kind"], place["country"]) for place in places) == [
        ("Norway", "country", "NO"),
        ("Oslo", "city", "NO"),
    ]
    assert all(article.text[quote["start"] : quote["stop"]] == quote["text"] for quote in quotes)


def test_the_main_keys_are_those_that_readers_of_the_data_know() -> None:
    data = as_data(brief(compose(TEXT, language="en")))

    assert set(data) == {"article", "summary", "key_points", "people", "dates", "details"}
    assert all(set(person) == {"name", "role", "mentions", "says"} for person in data["people"])
    assert set(data["summary"]) == {"headline", "short", "medium", "long"}
