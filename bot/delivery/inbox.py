"""Updates in: kept before Telegram is told that they have come, then answered, one chat in order, chats side by side.

The engine is DBOS Transact (https://docs.dbos.dev): a durable queue on the database that is there, an SQLite file or
PostgreSQL with several replicas. An update is a workflow ``tg-<bot>-<update_id>``, so that one which Telegram sends
again adds nothing. What a process leaves undone when it is killed is done again at its next start, or by the other
replicas. An update whose answer fails is kept with its error; one that ends the process each time that it is tried by
itself is given up, see `bot.delivery.isolation`.
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

from bot.delivery.dbos_adapter import Bell, close, looking, recover, suspend
from bot.delivery.isolation import SUSPECT_AFTER, EndsTheProcess, Isolation
from bot.delivery.partitioning import Json, owner_of, partition_of
from bot.library.database import is_gone
from summaries.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from dbos import EnqueueOptions

    from bot.library.protocols import Trials

log = logging.getLogger(__name__)

Work = Callable[[Json], Awaitable[None]]
"""What is done with an update. What it raises is kept with the update; `suspend` ends it for the time being."""

QUEUE = "updates"
VERSION = "1"
"""Of the form in which updates are kept: the replicas of one version do each other's work."""
SIDE_BY_SIDE = 256
"""How many updates a replica answers at once; most of them wait for a network."""
LOOKED_FOR = 1.0
"""Seconds after which the queue is looked at again although nothing was put here: another replica may have done so."""
LINGERS = 0.2
"""Seconds for which an update counts as under way after its end: its outcome is still being stored."""
APOLOGIZE = "apologize"
"""The work that is done for an update which was given up."""
LAST = 2**31 - 1
"""The priority of what waits until nothing else of its chat does."""
GRACE = 8.0
"""Seconds for which answers under way are waited for at the end."""
STATES = {"waiting": ("ENQUEUED", "DELAYED", "PENDING"), "failed": ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")}
MOST = 1000
"""How many updates are looked through at once."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """The queue of a bot's updates, open. Every method waits while a database that is gone comes back."""

    bot: int
    replica: str
    in_flight: InFlight
    isolation: Isolation
    bell: Bell

    async def put(self, update: Json) -> None:
        """Keep an update to be answered; one that is kept already adds nothing."""
        number = int(update["update_id"])
        await self._enqueue("answer", f"tg-{self.bot}-{number}", update, {"priority": max(number, 1)})

    async def schedule(self, update: Json, work: str, seconds: float) -> None:
        """Keep an update once more, for another work, to be done after a while and after what came before that."""
        key = f"tg-{self.bot}-{update['update_id']}-{work}"
        await self._enqueue(work, key, update, {"priority": LAST, "delay_seconds": seconds})

    async def count(self, state: str) -> int:
        """Return how many updates are in one of the `STATES`, a thousand at most."""
        found = await DBOS.list_workflows_async(
            status=list(STATES[state]), limit=MOST, load_input=False, load_output=False
        )
        return len(found)

    async def take_over(self, replica: str) -> None:
        """Have what another replica has left undone done here."""
        self.isolation.suspect(await _suspects())
        await recover(replica)
        self.bell.ring()

    async def resume_idle(self) -> None:
        """Have what this replica has begun and laid down begun anew; to be looked for now and then."""
        pending = await DBOS.list_workflows_async(
            status="PENDING", executor_id=self.replica, queue_name=QUEUE, load_input=False, load_output=False
        )
        idle = {workflow.workflow_id for workflow in pending} - self.in_flight.keys
        for key in idle & self.in_flight.found_idle:  # twice: it may only just have begun, or ended
            log.warning("An update that was laid down is taken up again")
            await DBOS.resume_workflow_async(key, queue_name=QUEUE)
            self.bell.ring()
        self.in_flight.found_idle = idle

    async def forget(self, state: str, before: str) -> int:
        """Delete the updates that came to an end in a state (SUCCESS, ERROR …) before an ISO time; return how many."""
        ended = await DBOS.list_workflows_async(
            status=state, completed_before=before, limit=MOST, load_input=False, load_output=False
        )
        if ended:
            await DBOS.delete_workflows_async([workflow.workflow_id for workflow in ended])
        return len(ended)

    async def forget_chat(self, chat: int, last: int) -> bool:
        """Delete what came of a chat, or of a person, up to an update; tell whether all of it is gone.

        What is still being answered is not: it is to be deleted later.
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
    """Return the number of the update in its key."""
    return int(key.split("-")[2])


async def _suspects() -> list[str]:
    """Return the keys of what has been begun several times and never ended."""
    begun = await DBOS.list_workflows_async(status=list(STATES["waiting"]), load_input=False, load_output=False)
    return [workflow.workflow_id for workflow in begun if (workflow.recovery_attempts or 0) >= SUSPECT_AFTER]


@asynccontextmanager
async def open_inbox(
    address: str, replica: str, bot: int, works: Mapping[str, Work], trials: Trials
) -> AsyncIterator[Inbox]:
    """Open the queue in the database at an address and do, for as long as the context lasts, what waits in it.

    `works` are the works by name: ``answer`` for every update, `APOLOGIZE` for one that is given up.
    `replica` is the name under which this process finds what it left undone.
    """
    in_flight, isolation = InFlight(), Isolation(trials)
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
    DBOS.listen_queues([])  # it would look at ours at fixed intervals
    DBOS.launch()
    isolation.suspect(await _suspects())
    queue = await DBOS.register_queue_async(
        QUEUE,
        worker_concurrency=SIDE_BY_SIDE,
        partition_concurrency=1,
        polling_interval_sec=LOOKED_FOR,
        on_conflict="always_update",
    )
    try:
        async with looking(dbos, queue, bell):
            yield Inbox(bot, replica, in_flight, isolation, bell)
    finally:
        await in_flight.end()
        await close()


class InFlight:
    """What is being done, so that the end can wait for it and what is not can be told."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self.found_idle: set[str] = set()
        self.ending = False
        self._last_end = 0.0

    def is_busy(self) -> bool:
        """Tell whether something is under way, or has only just ended."""
        return bool(self.keys) or time.monotonic() - self._last_end < LINGERS

    def note_end(self, key: str) -> None:
        """Take an update for ended."""
        self.keys.discard(key)
        self._last_end = time.monotonic()

    async def end(self) -> None:
        """Begin nothing more, and wait for what has begun."""
        self.ending = True
        deadline = asyncio.get_running_loop().time() + GRACE
        while self.keys and asyncio.get_running_loop().time() < deadline:  # noqa: ASYNC110 - each ends by itself
            await asyncio.sleep(0.02)


def _durable(
    work: Work, apologize: Work, in_flight: InFlight, isolation: Isolation
) -> Callable[[str], Awaitable[None]]:
    async def run(kept: str) -> None:
        if in_flight.ending:
            await asyncio.Event().wait()  # begun at the next start
        key, update = str(DBOS.workflow_id), json.loads(kept)
        in_flight.keys.add(key)
        try:
            async with isolation.passage(key):
                await work(update)
        except EndsTheProcess:
            log.error("An update that ends the process is given up")  # noqa: TRY400 - the reason is enough
            await apologize(update)
            raise
        except StoreError:  # of the trial
            suspend()
        finally:
            in_flight.note_end(key)

    return run


async def once(name: str, call: Callable[[], Awaitable[Any]]) -> Any:
    """Return what a call returns, or has returned when the same update was answered before the process was killed.

    Outside the answer to an update the call is simply made. Raises `StoreError`.
    """
    if DBOS.workflow_id is None:
        return await call()
    try:
        return await DBOS.run_step_async({"name": name}, call)
    except Exception as error:
        if is_gone(error):
            raise StoreError from error
        raise
