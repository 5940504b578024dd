"""The people in an article: the list, a card for each, and what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import NoSuchPerson
from bot.views.find import in_bold
from bot.views.marks import mark
from bot.views.name_lookup import people_called
from bot.views.parts import Block, lay_out, quoted, title_line
from bot.views.said import sentence_at, statement_block
from bot.views.screen import Button, Target, clip, escape, in_rows
from bot.views.speaker_lookup import bodies_called, named_at, speakers_called
from summaries.briefing import Person
from summaries.languages.schema import abilities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.briefing import Body, Briefing

BUTTONS = 12
BODIES = 4
"""Maximum number of buttons for bodies."""
PLACES = 12


def show_people(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the people in an article, or the card of the one named by the argument (by name or as ``#index``)."""
    if target.argument:
        return _show_called(briefing, target, wording)
    head = f"{title_line(briefing.article)}\n<i>{wording.say('People in the article')}</i>"
    people = [Block(_line(person, wording)) for person in briefing.people] or [Block(_nobody(briefing, wording))]
    bodies = [Block(f"<b>{escape(body.name)}</b>\n{_statements(body, wording)}") for body in briefing.bodies]
    title = [Block(f"<i>{wording.say('Others quoted')}</i>")] if bodies else []
    return lay_out(target, head, [*people, *title, *bodies], wording, extra=_cards_of_all(briefing, target))


def _show_called(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the card of the one person of that name, all of them if there are several, else what the body says."""
    try:
        people = people_called(briefing.people, target.argument, exactly=bool(bodies_called(briefing, target.argument)))
    except NoSuchPerson:
        if not bodies_called(briefing, target.argument):
            raise
        return show_statements(briefing, replace(target, view="quotes"), wording)
    show = _show_card if len(people) == 1 else _ask_back
    return show(briefing, people, target, wording)


def _line(person: Person, wording: Wording) -> str:
    mentions = wording.count("{n} mention", "{n} mentions", len(person.mentions))
    says = f" · {_statements(person, wording)}" if person.says else ""
    role = f" — {escape(person.office)}" if person.office else ""
    return f"<b>{escape(person.name)}</b>{role}\n{mentions}{says}"


def _statements(speaker: Person | Body, wording: Wording) -> str:
    return wording.count("{n} statement", "{n} statements", len(speaker.says))


def _cards_of_all(briefing: Briefing, target: Target) -> Rows:
    """Return the buttons for the first people, followed by the first bodies."""
    bodies = [
        Button(clip(body.name, 30), Target("quotes", target.article, f"&{number}"))
        for number, body in enumerate(briefing.bodies[:BODIES])
    ]
    people = _cards(briefing.people[: BUTTONS - len(bodies)], target, briefing.people)
    return (*people, *in_rows(bodies, width=2))


def _cards(people: Sequence[Person], target: Target, among: Sequence[Person]) -> Rows:
    buttons = [
        Button(clip(person.name, 30), Target("who", target.article, f"#{among.index(person)}"))
        for person in people[:BUTTONS]
    ]
    return in_rows(buttons, width=2)


def _ask_back(briefing: Briefing, people: Sequence[Person], target: Target, wording: Wording) -> Screen:
    question = wording.say("Who do you mean by “{name}”?").format(name=escape(clip(target.argument, 60)))
    head = f"{title_line(briefing.article)}\n<i>{question}</i>"
    blocks = [Block(_line(person, wording)) for person in people]
    return lay_out(target.fitting(), head, blocks, wording, extra=_cards(people, target, briefing.people))


def _show_card(briefing: Briefing, people: Sequence[Person], target: Target, wording: Wording) -> Screen:
    (person,) = people
    places = list(dict.fromkeys(mention.sentence for mention in person.mentions))
    stated = [item for item in (person.role, *person.further_roles, person.organisation) if item is not None]
    role = "".join(f"\n{quoted(item, sentence_at(briefing, item.start))}" for item in stated)
    count = wording.count("{n} mention", "{n} mentions", len(person.mentions))
    marks = " ".join(map(mark, places[:PLACES])) + (" …" if len(places) > PLACES else "")
    blocks = [Block(f"<b>{escape(person.name)}</b>{role}\n{count} {marks}", tuple(places[:PLACES]))]
    if person.says:
        blocks.append(Block(f"<i>{wording.say('What they say')}</i>"))
        blocks += [statement_block(briefing, said, person, wording) for said in person.says]
    else:
        blocks.append(Block(quoted(briefing.sentences[places[0]], places[0]), (places[0],)))
    everyone = ((Button("‹ " + wording.say("People in the article"), Target("who", target.article)),),)
    by_place = replace(target, argument=f"#{briefing.people.index(person)}")
    return lay_out(by_place, title_line(briefing.article), blocks, wording, extra=everyone)


def show_statements(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show what the people and bodies in an article say, or those named by the argument.

    If these say nothing, show the sentences that name them. Raises `NoSuchPerson`.
    """
    if not target.argument:
        speakers: Sequence[Person | Body] = (*briefing.people, *briefing.bodies)
    elif (found := _find_speakers(briefing, target.argument)) is None:
        return _show_named(briefing, target, wording)
    else:
        speakers = found
    head = f"{title_line(briefing.article)}\n<i>{wording.say('Who says what')}</i>"
    said = sorted(
        ((statement, speaker) for speaker in speakers for statement in speaker.says),
        key=lambda pair: pair[0].quote.start,
    )
    blocks: list[Block] = []
    before: Person | Body | None = None
    for statement, speaker in said:
        name = "" if speaker is before else f"<b>{escape(speaker.name)}</b>\n"
        block = statement_block(briefing, statement, speaker, wording)
        blocks.append(replace(block, html=name + block.html))
        before = speaker
    if not blocks:
        silent = speakers if target.argument else ()
        blocks = [_silent(briefing, person, wording) for person in silent if isinstance(person, Person)]
    return lay_out(target.fitting(), head, blocks or [Block(_no_statements(briefing, wording))], wording)


def _find_speakers(briefing: Briefing, wanted: str) -> Sequence[Person | Body] | None:
    """Return the speakers of that name, or ``None`` if the article has the name but no such speaker."""
    try:
        return speakers_called(briefing, wanted)
    except NoSuchPerson:
        can_tell = "speech" in abilities(briefing.article.language)
        if can_tell and named_at(briefing, wanted)[1]:
            return None
        raise


def _show_named(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    name, hits = named_at(briefing, target.argument)
    title = wording.say("I found no statement by “{name}”; the article mentions it here:").format(
        name=escape(clip(name, 60))
    )
    blocks = [Block(f"{in_bold(hit)} {mark(hit.sentence.index)}", (hit.sentence.index,)) for hit in hits]
    return lay_out(target.fitting(), f"{title_line(briefing.article)}\n<i>{title}</i>", blocks, wording)


def _silent(briefing: Briefing, person: Person, wording: Wording) -> Block:
    """Return the sentences that name somebody to whom no words are attributed."""
    if "speech" not in abilities(briefing.article.language):
        return Block(_no_statements(briefing, wording))
    places = tuple(dict.fromkeys(mention.sentence for mention in person.mentions))[:PLACES]
    marks = " ".join(map(mark, places))
    said = wording.say("The article names {name} {places}, but I find nothing they say in it.")
    return Block(said.format(name=f"<b>{escape(person.name)}</b>", places=marks), places)


def _nobody(briefing: Briefing, wording: Wording) -> str:
    language = briefing.article.language
    if "names" in abilities(language):
        return wording.say("The article names nobody.")
    return wording.say("I cannot recognise people in {language} yet.").format(language=wording.language_of(language))


def _no_statements(briefing: Briefing, wording: Wording) -> str:
    language = briefing.article.language
    if "speech" not in abilities(language):
        return wording.say("I cannot tell who says what in {language} yet.").format(
            language=wording.language_of(language)
        )
    if briefing.attributions:
        return wording.say("The article quotes people, but I am not certain who says what.")
    return wording.say("The article quotes nobody.")
