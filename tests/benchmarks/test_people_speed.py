"""How fast names are found, and how fast their models load. Run with -rP to see the figures themselves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from summaries.article import compose
from summaries.people import find_names
from tests.growth import cpu_seconds, grows_at_most
from tests.speakers import people_of

pytestmark = pytest.mark.alone
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "people" / "roles"
WORDS_A_SECOND = 12_000
LOAD_SECONDS = 1.5
ROOM = 2.5
"""How much slower than the target a machine with other work may be before a test fails."""
PROGRAM = """
import time
before = time.process_time()
from summaries.people import find_names
find_names("Angela Merkel met Emmanuel Macron in Paris.", "en")
find_names("Ангела Меркель встретила Эмманюэля Макрона в Париже.", "ru")
print(time.process_time() - before)
"""


def text_in(language: str, times: int) -> str:
    texts = [path.read_text(encoding="utf-8").partition("\n---\n")[0] for path in sorted(FOLDER.glob(f"{language}_*"))]
    return "\n\n".join(text.partition("\n")[2].strip() for text in texts * times)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_names_are_found_at_the_wanted_speed(language: str) -> None:
    text = text_in(language, 8)
    find_names(text, language)
    speed = len(text.split()) / min(cpu_seconds(lambda: find_names(text, language)) for _ in range(4))

    print(f"{language}: {speed:.0f} words a second of CPU")
    assert speed > WORDS_A_SECOND / ROOM


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_cost_of_people_grows_with_the_text(language: str) -> None:
    small, large = (compose(text_in(language, times).split("\n\n"), language=language) for times in (4, 16))

    assert grows_at_most(6, lambda: people_of(small), lambda: people_of(large))


def test_both_languages_load_in_little_time() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program

    print(f"both languages load in {float(run.stdout):.2f} s of CPU")
    assert float(run.stdout) < LOAD_SECONDS * ROOM
