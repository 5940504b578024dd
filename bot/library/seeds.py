"""The seeds: files in a folder that are articles of every chat."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from typing import TYPE_CHECKING

from bot.workers import brief_file, engine_version
from summaries.errors import BriefingError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.library.protocols import Seeds
    from bot.workers import Workers
    from summaries.briefing import Briefing

log = logging.getLogger(__name__)

KINDS = frozenset({".txt", ".md", ".html", ".htm"})
LARGEST = 5_000_000
SECONDS = 120.0
"""Time limit per seed, far above a reader's: the operator trusts it, and a busy machine must not drop it at start."""


async def load_seeds(folder: Path, seeds: Seeds, workers: Workers, method: str) -> None:
    """Make every file in a folder an article that everybody sees.

    Files already read by this version of the engine are not read again. Files that cannot be read are logged by name
    and skipped; when a file is gone, its article is deleted.
    """
    files = await asyncio.to_thread(_read_folder, folder)
    known = await seeds.seed_digests()
    engine = engine_version(method)
    digests = {name: hashlib.sha256(engine.encode() + data).hexdigest() for name, data in files.items()}
    new = [name for name in files if known.get(name) != digests[name]]
    read = await asyncio.gather(*(_read_seed(name, files[name], workers, method) for name in new))
    broken: set[str] = set()
    for name, briefing in zip(new, read, strict=True):
        if briefing is None:
            broken.add(name)
        else:
            await seeds.keep_seed(name, digests[name], briefing, engine)
    await seeds.forget_seeds_but(set(files) - broken)


async def _read_seed(name: str, data: bytes, workers: Workers, method: str) -> Briefing | None:
    """Return the briefing of a seed, or ``None`` if it cannot be read. The first may wait for the models."""
    try:
        return await workers.run(brief_file, data, name, None, None, method, seconds=SECONDS)
    except BriefingError as error:
        log.warning("The seed %s cannot be read: %s", name, error)
        return None


def _read_folder(folder: Path) -> dict[str, bytes]:
    if not folder.is_dir():
        log.warning("There is no folder of seeds; the bot starts without articles.")
        return {}
    found: dict[str, bytes] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in KINDS or not path.is_file():
            continue
        try:
            with path.open("rb") as file:
                found[path.name] = file.read(LARGEST + 1)  # one byte more than allowed is refused by the reader
        except OSError as error:
            log.warning("The seed %s cannot be opened: %s", path.name, error.strerror)
    return found
