"""Incoming updates: stored before they are confirmed to Telegram, then answered in order per chat, chats in parallel.

This runs on DBOS Transact (https://docs.dbos.dev), a durable queue in the bot's own database, an SQLite file or
PostgreSQL with several replicas. An update is a workflow with the id ``tg-<bot>-<update_id>``, so an update that
Telegram delivers twice is processed once. What a killed process leaves unfinished is redone at its next start, or by
the other replicas. An update whose answer fails is kept with its error; one that crashes the process whenever it is
tried in isolation is given up, see `bot.delivery.isolation`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from dbos import DBOS

from bot.delivery.dbos_adapter import Bell, close, consuming, recover, suspend
from bot.delivery.isolation import SUSPECT_AFTER, EndsTheProcess, Isolation
from bot.delivery.partitioning import Json, owner_of, partition_of
from bot.library.database import Database, is_gone
from bot.library.trials import Trials
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from dbos import EnqueueOptions

log = logging.getLogger(__name__)

Work = Callable[[Json], Awaitable[None]]
"""Processes an update. Exceptions are recorded with the update; `suspend` aborts the work until it is restarted."""

QUEUE = "updates"
VERSION = "1"
"""Version of the format in which updates are stored: replicas of one version can do each other's work."""
SIDE_BY_SIDE = 256
"""How many updates a replica answers at once; most of them wait for the network."""
IDLE_POLL_INTERVAL = 1.0
"""Seconds between polls of an idle queue, for updates that another replica has put there."""
LINGERS = 0.2
"""Seconds for which an update counts as under way after its end: its outcome is still being stored."""
APOLOGIZE = "apologize"
"""The name of the work for updates that are given up."""
LAST = 2**31 - 1
"""The priority of work that waits until nothing else of its chat is pending."""
GRACE = 8.0
"""Seconds that a shutdown waits for answers in progress."""
STATES = {"waiting": ("ENQUEUED", "DELAYED", "PENDING"), "failed": ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")}
MOST = 1000
"""Maximum number of updates read from the queue at once."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """An open queue of a bot's updates. While the database is unreachable, every method waits for it."""

    bot: int
    replica: str
    in_flight: InFlight
    isolation: Isolation
    bell: Bell
    database: Database

    async def put(self, *updates: Json) -> None:
        """Enqueue updates, so that they survive even a power failure; those that were enqueued before are ignored."""
        for update in updates:
            number = int(update["update_id"])
            await self._enqueue("answer", f"tg-{self.bot}-{number}", update, {"priority": max(number, 1)})
        await self.database.flush()

    async def schedule(self, update: Json, work: str, seconds: float) -> None:
        """Enqueue an update once more, for another work, to run after `seconds` and after what its chat sent before."""
        key = f"tg-{self.bot}-{update['update_id']}-{work}"
        await self._enqueue(work, key, update, {"priority": LAST, "delay_seconds": seconds})

    async def count(self, state: str) -> int:
        """Return how many updates are in one of the `STATES`, up to `MOST`."""
        found = await DBOS.list_workflows_async(
            status=list(STATES[state]), limit=MOST, load_input=False, load_output=False
        )
        return len(found)

    async def take_over(self, replica: str) -> None:
        """Restart here what another replica left unfinished."""
        self.isolation.suspect(await _suspects())
        await recover(replica)
        self.bell.ring()

    async def resume_idle(self) -> None:
        """Restart the updates that this replica began and suspended. To be called periodically."""
        pending = await DBOS.list_workflows_async(
            status="PENDING", executor_id=self.replica, queue_name=QUEUE, load_input=False, load_output=False
        )
        idle = {workflow.workflow_id for workflow in pending} - self.in_flight.keys
        for key in idle & self.in_flight.found_idle:  # idle in two calls: in one, it may only just have begun or ended
            log.warning("A suspended update is resumed")
            await DBOS.resume_workflow_async(key, queue_name=QUEUE)
            self.bell.ring()
        self.in_flight.found_idle = idle

    async def forget(self, state: str, before: str) -> int:
        """Delete the updates that ended in a state (SUCCESS, ERROR …) before an ISO 8601 time; return how many."""
        ended = await DBOS.list_workflows_async(
            status=state, completed_before=before, limit=MOST, load_input=False, load_output=False
        )
        if ended:
            await DBOS.delete_workflows_async([workflow.workflow_id for workflow in ended])
        return len(ended)

    async def forget_chat(self, chat: int, last: int) -> bool:
        """Delete the updates of a chat, or of a person, up to an update id; return whether all of them are gone.

        Those still in progress cannot be deleted yet: call this again later.
        """
        kept = await DBOS.list_workflows_async(user=str(chat), load_input=False, load_output=False)
        old = [workflow for workflow in kept if _number_in(workflow.workflow_id) <= last]
        ended = [workflow.workflow_id for workflow in old if workflow.status not in STATES["waiting"]]
        if ended:
            await DBOS.delete_workflows_async(ended)
        return len(ended) == len(old)

    async def _enqueue(self, work: str, key: str, update: Json, options: Json) -> None:
        place = {
            "workflow_name": work,
            "queue_name": QUEUE,
            "workflow_id": key,
            "app_version": VERSION,
            "queue_partition_key": partition_of(update),
            "authenticated_user": str(owner_of(update)),
            **options,
        }
        await DBOS.enqueue_workflow_with_options_async(cast("EnqueueOptions", place), json.dumps(update))
        self.bell.ring()


def _number_in(key: str) -> int:
    """Return the update id in a workflow id."""
    return int(key.split("-")[2])


async def _suspects() -> list[str]:
    """Return the workflow ids of updates that were started several times and never ended."""
    begun = await DBOS.list_workflows_async(status=list(STATES["waiting"]), load_input=False, load_output=False)
    return [workflow.workflow_id for workflow in begun if (workflow.recovery_attempts or 0) >= SUSPECT_AFTER]


@asynccontextmanager
async def open_inbox(
    address: str, replica: str, bot: int, works: Mapping[str, Work], database: Database
) -> AsyncIterator[Inbox]:
    """Open the queue in the database at an SQLAlchemy URL and process it for as long as the context lasts.

    `database` is the same one.
    `works` maps names to works: ``answer`` for every update, `APOLOGIZE` for those given up.
    `replica` is the name under which this process finds what it left unfinished.
    """
    in_flight, isolation = InFlight(), Isolation(Trials(database))
    bell = Bell(in_flight.is_busy)
    dbos = DBOS(
        config={
            "name": f"briefing-{bot}",
            "system_database_url": address,
            "application_version": VERSION,
            "executor_id": replica,
            "log_level": "WARNING",
        }
    )
    for name, work in works.items():
        run = _durable(work, works[APOLOGIZE], in_flight, isolation)
        DBOS.workflow(name=name, max_recovery_attempts=None)(run)
    DBOS.listen_queues([])  # it would poll our queue at fixed intervals
    DBOS.launch()
    isolation.suspect(await _suspects())
    queue = await DBOS.register_queue_async(
        QUEUE,
        worker_concurrency=SIDE_BY_SIDE,
        partition_concurrency=1,
        polling_interval_sec=IDLE_POLL_INTERVAL,
        on_conflict="always_update",
    )
    try:
        async with consuming(dbos, queue, bell):
            yield Inbox(bot, replica, in_flight, isolation, bell, database)
    finally:
        await in_flight.end()
        await close()


class InFlight:
    """The updates in progress in this process, for a clean shutdown and to find those that were suspended."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.found_idle: set[str] = set()
        self.ending = False
        self._last_end = 0.0

    def is_busy(self) -> bool:
        """Return whether an update is in progress or has only just ended."""
        return bool(self.keys) or time.monotonic() - self._last_end < LINGERS

    def note_end(self, key: str) -> None:
        """Record that an update has ended."""
        self.keys.discard(key)
        self._last_end = time.monotonic()

    async def end(self) -> None:
        """Start nothing more, and wait for what is in progress."""
        self.ending = True
        deadline = asyncio.get_running_loop().time() + GRACE
        while self.keys and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110 - no event tells the last end
            await asyncio.sleep(0.02)


def _durable(
    work: Work, apologize: Work, in_flight: InFlight, isolation: Isolation
) -> Callable[[str], Awaitable[None]]:
    async def run(kept: str) -> None:
        if in_flight.ending:
            await asyncio.Event().wait()  # never returns: the update is started at the next start
        key, update = str(DBOS.workflow_id), json.loads(kept)
        in_flight.keys.add(key)
        try:
            async with isolation.passage(key):
                await work(update)
        except EndsTheProcess:
            log.error("An update that ends the process is given up")  # noqa: TRY400 - the reason is enough
            await apologize(update)
            raise
        except StoreError:  # the trial could not be recorded
            suspend()
        finally:
            in_flight.note_end(key)

    return run


async def once(name: str, call: Callable[[], Awaitable[Any]]) -> Any:
    """Make a call once per update: if the process was killed after the call, a restart returns the recorded result.

    Outside the processing of an update, the call is simply made. Raises `StoreError`.
    """
    if DBOS.workflow_id is None:
        return await call()
    try:
        return await DBOS.run_step_async({"name": name}, call)
    except Exception as error:
        if is_gone(error):
            raise StoreError from error
        raise
