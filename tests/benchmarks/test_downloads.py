"""The memory of the bot while hundreds of people send a large file at once.

With nothing else running: ``.venv/bin/pytest tests/benchmarks/test_downloads.py -s``.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.playground import serve
from tests.benchmarks.processes import megabytes
from tests.bot.process import running
from tests.bot.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.alone
PEOPLE = 200
FILE = b"%PDF-1.4\n" + b"nothing that can be read\n" * 380_000
"""Nearly the ten megabytes that are allowed, downloaded whole; no reader of PDF gets anything out of them."""
FILES_IN_MEMORY = 6
COPIES = 3
"""Of a file: the pieces that have come, the whole, and what is sent to a worker."""
ROOM = 60
"""Megabytes for everything else that 200 conversations need."""
LOOKED_AT = 0.02


async def test_hundreds_of_large_files_at_once_take_the_memory_of_a_few(tmp_path: Path) -> None:
    async with serve() as telegram, running(telegram, f"sqlite:///{tmp_path}/b.db") as bot:
        readers = [Reader(telegram) for _ in range(PEOPLE)]
        await readers[0].ask("/help")
        before = megabytes(bot.pid)
        peak = before
        for reader in readers:
            await reader.send_file("large.pdf", FILE, "application/pdf")
        async with asyncio.timeout(240):
            while len([call for call in telegram.calls() if "PDF" in str(call.parameters.get("text"))]) < PEOPLE:
                peak = max(peak, megabytes(bot.pid))
                await asyncio.sleep(LOOKED_AT)

    print(f"\n{PEOPLE} files of {len(FILE) / 1e6:.0f} MB at once: {before:.0f} MB before, {peak:.0f} MB at most")
    assert peak < before + FILES_IN_MEMORY * COPIES * len(FILE) / 1e6 + ROOM
