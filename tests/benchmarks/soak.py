"""Mixed and hostile load for a while, and what it does to the bot: ``python -m tests.benchmarks.soak 20`` (minutes).

People ask at random moments, about a text of their own; others mean harm. Every few seconds the memory of all processes
together is looked at, how late the event loop came to what was due, and how long the oldest question waits. The
picture is ``soak.svg`` beside this file.
"""

from __future__ import annotations

import asyncio
import random
import re
import socket
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import aiohttp

from bot.playground import serve
from tests.benchmarks.processes import descendants, own_megabytes, processor_seconds
from tests.bot.process import BotProcess
from tests.bot.reader import NoAnswer, Reader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from bot.playground import Playground

    Points = list[tuple[float, float]]

PEOPLE = 40
PAUSE = 10.0
"""Seconds between an answer and the next question of the same person, on average."""
HARM_EVERY = 15.0
LOOK_EVERY = 5.0
ASKED = ("/short", "/long", "/who", "/dates", "/keypoints 3", "/source 4", "/find tax", "/numbers", "who is Brown?")
TEXT = "The council of Riverton met on 3 May 2019, mayor Ada Brown said. It approved the bridge for 4 million euros. "
FORGED = "summary|x|" + "9" * 22 + "|0|"
LAGS = re.compile(r'^briefing_loop_lag_seconds_bucket\{le="([\d.]+)"\} (\S+)$', re.MULTILINE)
WIDTH, HEIGHT, LEFT, GAP = 640, 120, 70, 56


@dataclass(slots=True)
class Course:
    """What was seen: seconds since the beginning, and a value."""

    megabytes: Points = field(default_factory=list)
    lag: Points = field(default_factory=list)
    """An upper bound of the longest seen, in seconds."""
    oldest: Points = field(default_factory=list)
    """How long the oldest question waits, in seconds."""
    waits: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


async def people(telegram: Playground, course: Course, waiting: dict[int, float]) -> None:
    """Let a person paste a text and ask about it, again and again."""
    reader = Reader(telegram)
    chance = random.Random(reader.id)  # noqa: S311 - no secret
    await reader.ask(TEXT * 9)
    while True:
        await asyncio.sleep(chance.expovariate(1 / PAUSE))
        question = chance.choice(ASKED)
        waiting[reader.id] = asked = time.monotonic()
        try:
            await reader.say(question)
            await reader.answer()
        except NoAnswer:
            course.failed.append(question)
        course.waits.append(time.monotonic() - asked)
        del waiting[reader.id]


def harm(reader: Reader) -> Iterator[Callable[[], Awaitable[object]]]:
    """Yield what somebody does who wants to stop the bot."""
    return cycle(
        (
            lambda: reader.say("The line goes on and on. " * 2_600),
            lambda: reader.say("/find " + "word " * 400),
            lambda: reader.send_file("large.pdf", b"%PDF-1.4\n" + b"nothing\n" * 1_000_000, "application/pdf"),
            lambda: reader.say("; km " * 3_200),
            lambda: reader.send_file("deep.html", b"<div>" * 200_000 + b"deep", "text/html"),
            lambda: reader.tap_data(FORGED, 1),
            lambda: reader.say("/short http://127.0.0.1:1/"),
            lambda: reader.say("\u202e" + "a\u0301" * 2_000),
        )
    )


async def villain(telegram: Playground, first: int) -> None:
    """Do harm again and again, whatever is answered."""
    reader = Reader(telegram)
    deeds = harm(reader)
    for _ in range(first):
        next(deeds)
    for deed in deeds:
        await asyncio.sleep(HARM_EVERY)
        await deed()


async def look(bot: BotProcess, port: int, course: Course, waiting: dict[int, float]) -> None:
    """Look at the bot again and again."""
    started, before = time.monotonic(), dict[float, float]()
    async with aiohttp.ClientSession() as session:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
                seen = {float(bound): float(count) for bound, count in LAGS.findall(await answer.text())}
            now = time.monotonic()
            at = now - started
            fresh = {bound: count - before.get(bound, 0.0) for bound, count in seen.items()}
            every = max(fresh.values(), default=0.0)
            before = seen
            course.lag.append((at, min((bound for bound, count in fresh.items() if count == every), default=0.0)))
            course.oldest.append((at, max((now - asked for asked in waiting.values()), default=0.0)))
            processes = (bot.pid, *descendants(bot.pid))
            course.megabytes.append((at, sum(map(_size, processes))))


def _size(pid: int) -> float:
    try:
        return own_megabytes(pid)
    except (OSError, StopIteration):  # it has just ended
        return 0.0


async def soak(minutes: float) -> Course:
    """Return what was seen in so many minutes."""
    course, waiting = Course(), dict[int, float]()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        async with serve() as telegram:
            bot = BotProcess(telegram, f"sqlite:///{folder}/b.db", listen=f"127.0.0.1:{port}", daily_articles=0)
            await bot.start()
            tasks = [asyncio.create_task(people(telegram, course, waiting)) for _ in range(PEOPLE)]
            tasks += [asyncio.create_task(villain(telegram, number * 2)) for number in range(4)]
            tasks.append(asyncio.create_task(look(bot, port, course, waiting)))
            done, _ = await asyncio.wait(tasks, timeout=60 * minutes, return_when=asyncio.FIRST_EXCEPTION)
            for task in tasks:
                task.cancel()
            for task in done:
                task.result()
            cost = processor_seconds(bot.pid)
            await bot.stop()
    print(f"{len(course.waits)} questions in {minutes:g} minutes, {len(course.failed)} without an answer in a minute")
    print(f"answers: median {median(course.waits):.2f} s, 99 % {quantiles(course.waits, n=100)[-1]:.2f} s")
    print(f"processor time of the bot's own process: {cost / 60 / minutes:.0%} of a core")
    return course


def draw(course: Course) -> str:
    """Return the picture of a course: three panels over the minutes."""
    panels = {
        "Memory of all processes, MB": course.megabytes,
        "Longest delay of the event loop, s (upper bound)": course.lag,
        "How long the oldest question waits, s": course.oldest,
    }
    total = (WIDTH + LEFT + 30, len(panels) * (HEIGHT + GAP) + 20)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total[0]} {total[1]}" font-size="12" fill="#333">',
        f'<rect width="{total[0]}" height="{total[1]}" fill="#fff"/>',
        "<style>text { font-family: sans-serif }</style>",
    ]
    for number, (name, points) in enumerate(panels.items()):
        parts += _panel(name, points, GAP - 20 + number * (HEIGHT + GAP))
    return "\n".join([*parts, "</svg>", ""])


def _panel(name: str, points: Points, top: int) -> Iterator[str]:
    end, most = points[-1][0], max(value for _, value in points) * 1.1 or 1.0
    yield f'<text x="{LEFT}" y="{top - 8}" font-weight="bold">{name}</text>'
    for part in (0, 0.5, 1):
        y = top + HEIGHT * (1 - part)
        yield f'<line x1="{LEFT}" y1="{y:.1f}" x2="{LEFT + WIDTH}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{most * part:.3g}</text>'
    for part in (0, 0.25, 0.5, 0.75, 1):
        text = f"{end * part / 60:.3g} min"
        yield f'<text x="{LEFT + WIDTH * part:.1f}" y="{top + HEIGHT + 16}" text-anchor="middle">{text}</text>'
    path = " ".join(f"{LEFT + WIDTH * at / end:.1f},{top + HEIGHT * (1 - value / most):.1f}" for at, value in points)
    yield f'<polyline points="{path}" fill="none" stroke="#1e8449" stroke-width="1.5"/>'


def main() -> None:
    """Measure, print and draw."""
    course = asyncio.run(soak(float(sys.argv[1]) if len(sys.argv) > 1 else 20))
    sizes = [size for _, size in course.megabytes]
    print(f"memory: {sizes[0]:.0f} MB, at most {max(sizes):.0f} MB, at the end {median(sizes[-12:]):.0f} MB")
    print(f"delay of the loop: at most {max(lag for _, lag in course.lag):g} s (upper bound)")
    print(f"the oldest question waited at most {max(wait for _, wait in course.oldest):.1f} s")
    Path(__file__).with_name("soak.svg").write_text(draw(course), encoding="utf-8")


if __name__ == "__main__":
    main()
