"""A bot with one update that ends its process whenever it is handled. Prints what it says to the sender."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from bot.delivery.inbox import APOLOGIZE, open_inbox
from bot.library.database import open_database

if TYPE_CHECKING:
    from bot.delivery.partitioning import Json

POISON = {"update_id": 5, "message": {"chat": {"id": 1}, "text": "poison"}}
GOOD = {"update_id": 6, "message": {"chat": {"id": 1}, "text": "good"}}


async def answer(update: Json) -> None:
    if update["update_id"] == POISON["update_id"]:
        os._exit(9)
    print("answered", flush=True)


async def apologize(update: Json) -> None:
    print("apologized for", update["update_id"], flush=True)


async def main(address: str) -> None:
    """Put both updates, handle what waits, and end when the good one has been answered and the other apologized for."""
    database = await open_database(address)
    works = {"answer": answer, APOLOGIZE: apologize}
    async with open_inbox(address, "here", 1, works, database) as inbox:
        await inbox.put(POISON)
        await inbox.put(GOOD)
        async with asyncio.timeout(60):
            while await inbox.count("waiting"):
                await asyncio.sleep(0.1)
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
