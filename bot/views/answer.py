"""Answers in the article's words, and suggested questions that the article answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NoAnswer, NothingAsked, OtherLanguage, StaleButton
from bot.locales import languages
from bot.views.find import WANTED, in_bold, suggest_spelling
from bot.views.marks import mark
from bot.views.parts import Block, lay_out, quoted, title_line
from bot.views.screen import ARGUMENT_BYTES, Button, Target, clip, escape
from summaries.ask import Answer, Hit, opens_as_question, sentence_before
from summaries.languages.schema import abilities
from summaries.text import find_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.locales import Wording
    from bot.views.screen import Rows, Screen
    from summaries.article import Quote
    from summaries.briefing import Briefing

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
SPEAKERS = 2
"""Maximum number of people in suggested questions."""
SUGGESTED = 3


def show_answer(briefing: Briefing, found: Answer, target: Target, wording: Wording) -> Screen:
    """Show the answer, three sentences that may contain it, or the nearest ones if the article does not say.

    The answer comes first, followed in italics by the sentence that it refers back to. Raises
    `NothingAsked`, `NothingFound`, `NoAnswer`, and `OtherLanguage` for a question that is in another language.
    """
    language = briefing.article.language
    if found.language and not found.hits:
        raise OtherLanguage(language=wording.language_of(language))
    if not found.hits and not find_stems(found.question, language):
        raise NothingAsked
    if not found.hits:
        if "?" in found.question or _asks(found.question):
            raise NoAnswer(wanted=clip(found.question, WANTED))
        return suggest_spelling(briefing, found.question, target, wording)
    title = _title(found, wording).format(wanted=escape(clip(found.question, 100)))
    before = found.before if found.certainty == "sure" else None
    blocks = [Block(f"{in_bold(hit)} {mark(hit.sentence.index)}", (hit.sentence.index,)) for hit in found.shown]
    blocks += [Block(f"<i>{quoted(before, before.index)}</i>", (before.index,))] if before else []
    head = f"{title_line(briefing.article)}\n<i>{title}</i>"
    if target.fitting() != target:  # part of a question may have a different answer
        target = Target("told", target.article, pack(index for block in blocks for index in block.sources)[0])
    return lay_out(target, head, blocks, wording, extra=_more(found.more, target, wording))


def show_sentences(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show the sentences whose numbers are packed in the argument. Raises `StaleButton`."""
    numbers = _unpack(target.argument)
    if not numbers or max(numbers) >= len(briefing.sentences):
        raise StaleButton
    is_answer = target.view == "told"
    title = wording.say("What I found on your question") if is_answer else wording.say("Also close to your question")
    blocks = [Block(quoted(briefing.sentences[number], number), (number,)) for number in numbers]
    return lay_out(target, f"{title_line(briefing.article)}\n<i>{title}</i>", blocks, wording)


def show_asking(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    """Show how to ask, with buttons for questions that the article answers."""
    how = wording.say(
        "Ask me in your own words, for example: why did it close? Anything that is not a question, I look up in the "
        "article."
    )
    return lay_out(target, title_line(briefing.article), [Block(how)], wording, extra=suggest(briefing, wording))


def suggest(briefing: Briefing, wording: Wording) -> Rows:
    """Return buttons with questions that the article answers: what people say, a figure, a day."""
    article = briefing.article.id
    speakers = sorted((person for person in briefing.people if person.says), key=lambda one: -len(one.says))
    buttons = [
        Button(
            wording.say("What does {name} say?").format(name=clip(person.name, 40)),
            Target("quotes", article, f"#{briefing.people.index(person)}"),
        )
        for person in speakers[:SPEAKERS]
    ]
    rank = {sentence: place for place, sentence in enumerate(briefing.ranking)}
    last = len(rank)
    counted = [(n, figure) for n, figure in enumerate(briefing.figures) if _tells(briefing, figure.quote)]
    figures = sorted(counted, key=lambda pair: rank.get(pair[1].sentence, last))
    told = briefing.dates if "dates" in abilities(briefing.article.language) else ()
    days = [
        (n, entry) for n, entry in enumerate(told) if entry.date.precision == "day" and _tells(briefing, entry.quote)
    ]
    dates = sorted(days, key=lambda pair: rank.get(pair[1].sentence, last))
    known = [(f"@f{n}", one.quote) for n, one in figures[:1]] + [(f"@d{n}", one.quote) for n, one in dates[:1]]
    for code, quote in known:
        label = wording.say("What is said about “{words}”?").format(words=clip(quote.text, 40))
        buttons.append(Button(label, Target("ask", article, code)))
    return tuple((button,) for button in buttons[:SUGGESTED])


def suggested(briefing: Briefing, argument: str) -> Answer | None:
    """Return the answer to a question made by `suggest`; ``None`` for any other argument."""
    code, number = argument[:2], argument[2:]
    known = {
        "@f": [(figure.quote, figure.sentence) for figure in briefing.figures],
        "@d": [(entry.quote, entry.sentence) for entry in briefing.dates],
    }.get(code, [])
    if not (number.isascii() and number.isdigit()) or int(number) >= len(known):
        return None
    quote, place = known[int(number)]
    sentence = briefing.sentences[place]
    start = quote.start - sentence.start
    hit = Hit(sentence, ((start, start + len(quote.text)),))
    return Answer(quote.text, "sure", (hit,), sentence_before(briefing, sentence))


def _tells(briefing: Briefing, quote: Quote) -> bool:
    """Return whether words are worth asking about: a number with its noun, said once: not *today*, *40 %*."""
    words = quote.text.split()
    is_number = any(map(str.isdigit, quote.text)) and any(word.isalpha() for word in words)
    return is_number and briefing.article.text.count(quote.text) == 1


def _title(found: Answer, wording: Wording) -> str:
    if found.language:
        return wording.say("“{wanted}” is not in the language of the article, so I looked only for the names in it:")
    return {
        "sure": wording.say("On “{wanted}”, the article says:"),
        "unsure": wording.say("On “{wanted}”, perhaps one of these; I am not sure:"),
        "none": wording.say("The article does not answer “{wanted}”. The closest it comes:"),
    }[found.certainty]


def _asks(text: str) -> bool:
    """Return whether a text opens like a question in a language of the bot."""
    return any(opens_as_question(text, code) for code in languages())


def _more(hits: Sequence[Hit], target: Target, wording: Wording) -> Rows:
    """Return a button that shows the remaining sentences, as many as its data can hold."""
    packed, count = pack(hit.sentence.index for hit in hits)
    if not count:
        return ()
    return ((Button(wording.count("{n} more ›", "{n} more ›", count), Target("also", target.article, packed)),),)


def pack(numbers: Iterable[int]) -> tuple[str, int]:
    """Return as many numbers as fit into an argument, and their count."""
    packed, count = "", 0
    for number in numbers:
        longer = f"{packed}.{_in_36(number)}" if packed else _in_36(number)
        if len(longer) > ARGUMENT_BYTES:
            break
        packed, count = longer, count + 1
    return packed, count


def _in_36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
        if not number:
            return digits


def _unpack(argument: str) -> list[int]:
    parts = argument.split(".")
    return [int(part, 36) for part in parts] if all(part and set(part) <= set(DIGITS) for part in parts) else []
