"""People, roles and speech in German, French and Spanish, on short texts of our own; -rP shows the figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.languages.schema import Capability
from summaries.languages.schema import recall as stated_recall
from summaries.pipeline import brief

FOLDER = Path(__file__).parents[1] / "cases" / "people" / "paragraphs"
FLOORS = {
    "de": {"names": (0.95, 0.93), "roles": (0.92, 0.85), "says": (0.96, 0.92)},
    "es": {"names": (0.93, 0.88), "roles": (0.90, 0.68), "says": (0.96, 0.63)},
    "fr": {"names": (0.92, 0.87), "roles": (0.91, 0.70), "says": (0.96, 0.80)},
}
"""Precision and recall that must not be lost."""
CAPABILITIES: dict[str, Capability] = {"names": "names", "roles": "roles", "says": "speech"}
"""What the kinds of labels are called in the data of a language."""
SAME_ROLE = 0.5
"""F1 of the words of two roles from which on they are the same."""


@dataclass(frozen=True)
class Labels:
    """A text with its people (name to role) and what is said: speaker and sentence."""

    text: str
    people: dict[str, str]
    said: list[tuple[str, str]]
    optional: frozenset[str]


def read_labels(language: str) -> list[Labels]:
    blocks = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("===\n")
    return [_read(block) for block in blocks]


def _read(block: str) -> Labels:
    text, _, rows = block.partition("\n---\n")
    people: dict[str, str] = {}
    said: list[tuple[str, str]] = []
    optional: set[str] = set()
    for row in filter(None, rows.splitlines()):
        speech = row.startswith("> ")
        parts = [part.strip() for part in (row[2:].split(" > ") if speech else row.split(" | "))]
        if parts[-1] == "optional":
            optional.add(parts[1] if speech else parts[0])
        elif speech:
            said.append((parts[0], parts[1]))
        else:
            people[parts[0]] = parts[1]
    return Labels(text, people, said, frozenset(optional))


def last(name: str) -> str:
    return name.casefold().split()[-1]


def count(labels: Labels, language: str) -> Counter[str]:
    briefing = brief(compose(labels.text.split("\n"), language=language))
    wanted = {last(name): role for name, role in labels.people.items()}
    skipped = {last(name) for name in labels.optional if name}
    found = Counter[str]()
    for person in briefing.people:
        key = last(person.name)
        if key in skipped:
            continue
        found["names right" if key in wanted else "names false"] += 1
        stated, role = wanted.get(key, "-"), person.role.text if person.role else "-"
        if role != "-":
            found["roles right" if _alike(role, stated) else "roles false"] += 1
        for statement in person.says:
            for speaker, sentence in labels.said:
                if sentence in statement.quote.text or statement.quote.text in sentence:
                    found["says right" if last(speaker) == key else "says false"] += 1
    found["names"] = len(wanted)
    found["roles"] = sum(role != "-" for role in wanted.values())
    found["says"] = sum(not speaker.startswith(("body:", "unnamed:")) for speaker, _ in labels.said)
    return found


def _alike(role: str, stated: str) -> bool:
    one, other = set(role.casefold().split()), set(stated.casefold().split())
    return 2 * len(one & other) >= SAME_ROLE * (len(one) + len(other))


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_people_roles_and_speech_stay_above_their_floors(language: str) -> None:
    total = sum((count(labels, language) for labels in read_labels(language)), Counter[str]())

    for kind, (precision, recall) in FLOORS[language].items():
        right, false = total[f"{kind} right"], total[f"{kind} false"]
        shown = right / max(1, right + false), right / max(1, total[kind])
        print(f"{language} {kind}: precision {shown[0]:.3f}, recall {shown[1]:.3f} of {total[kind]}")
        assert shown[0] >= precision, kind
        assert shown[1] >= recall, kind
        assert shown[1] >= stated_recall(language).get(CAPABILITIES[kind], 0), "the help promises more"
