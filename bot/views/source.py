"""The source of a line: its sentence within its paragraph, and the article itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encode

from bot.errors import NoSuchSentence
from bot.views.parts import heading, navigation, reading_time, title_line
from bot.views.quotation import pass_on
from bot.views.screen import Button, Screen, Target, clip, escape
from summaries.ranking import measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.locales import Wording
    from summaries.article import Article, Sentence
    from summaries.briefing import Briefing

AROUND = 1200
"""Number of characters of the paragraph shown on each side."""
FRAGMENT_WORDS = 5


def show_source(briefing: Briefing, target: Target, wording: Wording, among: Sequence[int] = ()) -> Screen:
    """Show the sentence whose number (from 1) is the argument, within its paragraph; or the article itself.

    `among` are the sentences (from 0) quoted in the view it was opened from: the arrows step through these, else
    through its neighbours in the article.
    """
    if not target.argument:
        return _show_article(briefing, target, wording)
    sentence, count = find_sentence(briefing, target.argument), len(briefing.sentences)
    number = sentence.index + 1
    place = wording.say("Sentence {number}").format(number=number)
    body = f"{title_line(briefing.article)}\n<i>{place}</i>\n\n{_in_paragraph(briefing.article, sentence)}"
    steps = _steps(target, number, [one + 1 for one in among], count)
    return Screen(body, (steps, *_ways_out(briefing, target, sentence, wording)), sources=(sentence.index,))


def find_sentence(briefing: Briefing, number: str) -> Sentence:
    """Return the sentence with a number, from 1, as a reader or a button gives it. Raises `NoSuchSentence`."""
    count = len(briefing.sentences)
    if not (number.isascii() and number.isdigit() and len(number) < 9 and 1 <= int(number) <= count):
        raise NoSuchSentence(wanted=clip(number, 40), count=count)
    return briefing.sentences[int(number) - 1]


def _in_paragraph(article: Article, sentence: Sentence) -> str:
    paragraph = article.paragraphs[sentence.paragraph]
    before = article.text[paragraph.start : sentence.start]
    after = article.text[sentence.stop : paragraph.stop]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    return f"{escape(before)}<b>{escape(clip(sentence.text, AROUND))}</b>{escape(clip(after, AROUND))}"


def _steps(target: Target, number: int, quoted: Sequence[int], count: int) -> tuple[Button, ...]:
    """Return the arrows to the previous and next sentence, with the position among those quoted between them."""

    def step(to: int, label: str) -> Button:
        return Button(label.format(to), Target("source", target.article, str(to), origin=target.origin))

    steps = quoted if number in quoted else range(1, count + 1)
    place = steps.index(number)
    here = [Button(f"{place + 1} / {len(quoted)}", target)] if number in quoted else []
    before = [step(steps[place - 1], "‹ [{}]")] if place > 0 else []
    after = [step(steps[place + 1], "[{}] ›")] if place + 1 < len(steps) else []
    return (*before, *here, *after)


def _ways_out(
    briefing: Briefing, target: Target, sentence: Sentence, wording: Wording
) -> tuple[tuple[Button, ...], ...]:
    back = target.back() or Target("summary", target.article)
    rows = ((pass_on(briefing, sentence, wording),), (Button("↩ " + wording.say("Back"), back),))
    if briefing.article.url is None:
        return rows
    return (*rows, (Button("↗ " + wording.say("At the source"), url=passage_address(briefing.article.url, sentence)),))


def passage_address(url: str, sentence: Sentence) -> str:
    """Return the address of a passage on its page, as a text fragment (WICG Scroll to Text Fragment)."""
    words = sentence.text.split()
    first, last = words[:FRAGMENT_WORDS], words[FRAGMENT_WORDS:][-FRAGMENT_WORDS:]
    ends = [_encode(" ".join(part)) for part in (first, last) if part]
    return f"{url.split('#', maxsplit=1)[0]}#:~:text={','.join(ends)}"


def _encode(text: str) -> str:
    return percent_encode(text, safe="").replace("-", "%2D")


def _show_article(briefing: Briefing, target: Target, wording: Wording) -> Screen:
    article = briefing.article
    lines = [
        heading(article, wording),
        " · ".join(
            (
                wording.count("{n} sentence", "{n} sentences", measure(briefing, briefing.sentences).of),
                wording.count("{n} word", "{n} words", article.words),
                reading_time(article.words, wording),
            )
        ),
        wording.say("/source 3 shows sentence 3 in context."),
    ]
    rows: list[tuple[Button, ...]] = []
    if article.url:
        rows.append((Button("↗ " + wording.say("At the source"), url=article.url),))
    if article.original:
        lines.append(wording.say("This retells another article: {address}").format(address=escape(article.original)))
        rows.append((load_original(article.id, wording),))
    rows.append((Button(wording.say("As a file …"), Target("formats", article.id)),))
    return Screen("\n\n".join(lines), (*rows, *navigation(target, wording)))


def load_original(article: str, wording: Wording) -> Button:
    """Return the button that loads the original that an article is an account of."""
    return Button(wording.say("Load the original"), Target("load", article))
