"""An update that ends the process each time is given up after some tries; the next ones are answered."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.delivery.isolation import SUSPECT_AFTER, TRIALS

ROOT = Path(__file__).parents[2]


async def run(address: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.poison", address,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


async def test_a_poisonous_update_is_given_up_and_its_sender_told_once(database_url: str) -> None:
    statuses, said = [], ""
    for _ in range(20):
        status, text = await run(database_url)
        statuses.append(status)
        said += text
        if status == 0:
            break

    assert statuses == [9] * (SUSPECT_AFTER + TRIALS) + [0]
    assert said.count("answered") == 1
    assert said.count("apologized for 5") == 1
