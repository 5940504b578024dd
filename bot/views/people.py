"""The people of an article: the list, and a card for one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.problems import NoSuchPerson
from bot.views.parts import Block, heading, lay_out, quoted
from bot.views.screen import Button, Target, clip, escape, in_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.briefing import Briefing, Person

ALIKE = 80
"""From which likeness (0 to 100) on a misspelt name is understood."""
CARD = re.compile(r"#[0-9]{1,4}")
"""How a button names a person: by the place in the list."""
BUTTONS = 12
PLACES = 12


def show_people(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show who is in an article, or the card of the one whom the argument names (by name or as ``#index``)."""
    if target.argument:
        return _show_card(briefing, _find(briefing.people, target.argument), target, wording)
    head = f"{heading(briefing.article, wording)}\n<i>{wording.say('Who is in it')}</i>"
    if not briefing.people:
        return lay_out(target, head, [Block(wording.say("The article names nobody."))], wording)
    blocks = [Block(_line(person, wording)) for person in briefing.people]
    return lay_out(target, head, blocks, wording, extra=_cards(briefing.people, target))


def _line(person: Person, wording: Wording) -> str:
    mentions = wording.count("{n} mention", "{n} mentions", len(person.mentions))
    says = f" · {wording.count('{n} statement', '{n} statements', len(person.says))}" if person.says else ""
    role = f" — {escape(person.role.text)}" if person.role else ""
    return f"<b>{escape(person.name)}</b>{role}\n{mentions}{says}"


def _cards(people: Sequence[Person], target: Target) -> Rows:
    buttons = [
        Button(clip(person.name, 30), Target("who", target.article, f"#{index}"))
        for index, person in enumerate(people[:BUTTONS])
    ]
    return in_rows(buttons, width=2)


def _find(people: Sequence[Person], wanted: str) -> Person:
    if CARD.fullmatch(wanted) and int(wanted[1:]) < len(people):
        return people[int(wanted[1:])]
    sought = wanted.casefold()
    for person in people:
        if sought in person.name.casefold():
            return person
    likeness = [(max(fuzz.ratio(sought, word.casefold()) for word in p.name.split()), p) for p in people]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < ALIKE:
        raise NoSuchPerson(name=clip(wanted, 60), names=", ".join(person.name for person in people[:BUTTONS]) or "—")
    return best[1]


def _show_card(briefing: Briefing, person: Person, target: Target, wording: Wording) -> Screen:
    places = list(dict.fromkeys(mention.sentence for mention in person.mentions))
    role = f"\n{quoted(person.role, _sentence_at(briefing, person.role.start))}" if person.role else ""
    count = wording.count("{n} mention", "{n} mentions", len(person.mentions))
    marks = " ".join(f"[{place + 1}]" for place in places[:PLACES]) + (" …" if len(places) > PLACES else "")
    blocks = [Block(f"<b>{escape(person.name)}</b>{role}\n{count}: {marks}")]
    if person.says:
        blocks.append(Block(f"<i>{wording.say('What they say')}</i>"))
        blocks += [Block(quoted(said.quote, said.sentence), (said.sentence,)) for said in person.says]
    else:
        blocks.append(Block(quoted(briefing.sentences[places[0]], places[0]), (places[0],)))
    everyone = ((Button("‹ " + wording.say("Who is in it"), Target("who", target.article)),),)
    return lay_out(target, heading(briefing.article, wording), blocks, wording, extra=everyone)


def _sentence_at(briefing: Briefing, offset: int) -> int:
    return next((s.index for s in briefing.sentences if s.start <= offset < s.stop), 0)
