"""Both languages together stay within the memory that a worker may take."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MOST = 250
"""Megabytes that a worker may take with both languages loaded."""
PROGRAM = """
from pathlib import Path
from summaries.people import find_names
find_names("Angela Merkel met Emmanuel Macron in Paris.", "en")
find_names("Ангела Меркель встретила Эмманюэля Макрона в Париже.", "ru")
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="the peak is read where Linux tells it")
def test_english_and_russian_names_together_take_less_than_a_worker_may() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program

    assert int(run.stdout) / 1024 < MOST
