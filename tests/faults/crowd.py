"""People who ask the bot, each question with a mark of its own, and what became of the questions."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.playground import Playground

FIRST = 1000
MARK = re.compile(r"zq(\d+)zq")


class Crowd:
    """So many people, each in a chat with the bot."""

    def __init__(self, playground: Playground, people: int) -> None:
        self._playground = playground
        self._people = people
        self._asked = 0
        for person in range(people):
            playground.world.welcome(FIRST + person, "en")

    def ask(self, questions: int) -> None:
        """Let the people ask in turn for words that no article has; the answer names them."""
        for _ in range(questions):
            self.say(self._asked % self._people, f"/find zq{self._asked}zq")
            self._asked += 1

    def say(self, person: int, text: str) -> None:
        """Let one person say something."""
        world = self._playground.world
        chat = world.chats[FIRST + person]
        command = {"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}
        content = {"text": text, **({"entities": [command]} if text.startswith("/") else {})}
        world.updates.put("message", world.post(chat, world.people[chat.id], content))

    def answers(self) -> Counter[int]:
        """Return how often each question was answered."""
        sent = (call.parameters.get("text", "") for call in self._playground.calls("sendMessage"))
        return Counter(int(found[1]) for text in sent if (found := MARK.search(text)))

    @property
    def lost(self) -> list[int]:
        """The questions that have no answer yet."""
        return sorted(set(range(self._asked)) - set(self.answers()))

    @property
    def repeated(self) -> int:
        """How many answers came more than once."""
        return sum(count - 1 for count in self.answers().values())

    def out_of_order(self) -> int:
        """Return how many first answers of a person came behind that to a later question."""
        seen: dict[int, int] = {}
        behind = 0
        for number in self.answers():  # in the order of the first
            person = number % self._people
            behind += number < seen.get(person, -1)
            seen[person] = max(number, seen.get(person, -1))
        return behind

    async def wait(self, answered: int, within: float) -> float:
        """Wait until so many questions have answers, or the time is over; return the seconds."""
        started = time.monotonic()
        while len(self.answers()) < answered and time.monotonic() - started < within:
            await asyncio.sleep(0.02)
        return time.monotonic() - started

    @property
    def asked(self) -> int:
        """How many questions there were."""
        return self._asked
