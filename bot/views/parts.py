"""Parts shared by several views: an article's heading, marked sentences, the rows under a briefing, the layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.views.marks import mark
from bot.views.screen import Button, Rows, Screen, Target, clip, escape, in_rows, split_pages, turn_pages
from summaries.ranking import WORDS_A_MINUTE, measure, names_missing

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bot.locales import Wording
    from summaries.article import Article, Quote, Sentence
    from summaries.briefing import Briefing, Mention

LINE = 1500
"""Maximum number of characters shown of one quote."""
TITLE = 100
FEW = 5
"""Up to this many quotes get a button each; more share one that steps through them."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a screen that is never split, and the sentences that it quotes."""

    html: str
    sources: tuple[int, ...] = ()


def heading(article: Article, wording: Wording) -> str:
    """Return the title in bold, with author, site and day, where known, on the line below."""
    known = [article.author, article.site, published_on(article, wording), _visible(article, wording)]
    below = " · ".join(escape(clip(item, 100)) for item in known if item)
    return title_line(article, 300) + (f"\n{below}" if below else "")


def title_line(article: Article, limit: int = TITLE) -> str:
    """Return the title in bold, the heading of answers that follow a briefing."""
    title = article.title or clip(article.text.split("\n", 1)[0], 80)
    return f"<b>{escape(clip(title, limit))}</b>"


def published_on(article: Article, wording: Wording) -> str | None:
    """Return the day of publication, marked as uncertain where it is; ``None`` if it is unknown."""
    if article.published is None:
        return None
    day = wording.date(article.published)
    return day if article.published_certain else wording.say("perhaps {day}").format(day=day)


def _visible(article: Article, wording: Wording) -> str | None:
    """Return the visible share of an article that shows visitors only its beginning."""
    if article.visible is None:
        return None
    if not article.visible:
        return wording.say("only the beginning of the article is visible")
    return wording.say("about {share} of the article is visible").format(share=wording.percent(article.visible))


def quoted(quote: Quote, sentence: int) -> str:
    """Return a quote followed by the mark of its sentence, which is also the label of its button."""
    return f"{escape(clip(quote.text, LINE))} {mark(sentence)}"


def note_unused(screen: Screen, words: str, wording: Wording) -> Screen:
    """Return a screen preceded by a line on words that a command did not use; unchanged if there are none."""
    if not words:
        return screen
    note = wording.say("I did not use “{words}”.").format(words=escape(clip(words, 60)))
    return replace(screen, html=f"<i>{note}</i>\n\n{screen.html}")


def share_kept(briefing: Briefing, shown: Sequence[Sentence], wording: Wording) -> str:
    """Return the line that says how much of an article is shown: sentences, share left out, reading time if long."""
    extent = measure(briefing, shown)
    said = [
        wording.count("{n} sentence", "{n} sentences", extent.sentences)
        + " "
        + wording.say("of {total}").format(total=max(extent.of, extent.sentences)),
        wording.say("{share} shorter").format(share=wording.percent(extent.shorter)),
    ]
    if extent.minutes > 1:
        said.append(wording.count("{n} min", "{n} min", extent.minutes))
    return " · ".join(said)


def reading_time(words: int, wording: Wording) -> str:
    """Return the reading time of a number of words, in whole minutes."""
    return wording.count("{n} min", "{n} min", max(1, round(words / WORDS_A_MINUTE)))


def meant(briefing: Briefing, sentence: int, shown: Container[int]) -> str:
    """Return, in our brackets, who a sentence refers to and the sentence that names them, unless one shown does."""
    missing = names_missing(briefing, sentence, shown)
    return "".join(f" [{escape(clip(name, 100))}, {source + 1}]" for name, source in missing)


def cut_out(briefing: Briefing, part: Mention) -> str:
    """Return the text of a part of a key point, with our […] where it was cut from its sentence."""
    sentence = briefing.sentences[part.sentence]
    before = "[…] " if part.quote.start > sentence.start else ""
    after = " […]" if part.quote.stop < sentence.stop else ""
    return f"{before}{part.quote.text}{after}"


def checks(numbers: Sequence[int], origin: Target, wording: Wording) -> Rows:
    """Return the row of buttons that opens the sentences quoted: a few by their marks, many one after another."""
    goals = [Target("source", origin.article, str(number + 1), origin=origin.as_origin()) for number in numbers]
    if len(goals) > FEW:
        return ((Button(wording.say("Check the quotes ›"), goals[0]),),)
    return in_rows([Button(f"[{goal.argument}]", goal) for goal in goals])


def length_names(wording: Wording) -> dict[str, str]:
    """Return the names of the named lengths, shortest first."""
    return {
        "headline": wording.say("Headline"),
        "short": wording.say("Short"),
        "medium": wording.say("Medium"),
        "long": wording.say("Long"),
    }


def navigation(target: Target, wording: Wording) -> Rows:
    """Return the rows of buttons under every answer: what readers are likely to want next; the current view is marked.

    Under a summary these are the other lengths, under every other view the way to the briefing.
    """
    views = {"points": wording.say("Key points"), "who": wording.say("Who"), "dates": wording.say("Dates")}

    def button(label: str, view: str, argument: str = "") -> Button:
        here = view == target.view and (view != "summary" or argument == target.argument)
        return Button(f"• {label} •" if here else label, Target(view, target.article, argument))

    lengths = tuple(button(label, "summary", name) for name, label in length_names(wording).items())
    further = [button(wording.say("Ask …"), "ask"), _more(target, wording)]
    if target.view == "summary":
        return (lengths, tuple(button(label, view) for view, label in views.items()), tuple(further))
    briefing = Button(wording.say("Briefing"), Target("summary", target.article))
    return (tuple(button(label, view) for view, label in views.items()), (briefing, *further))


def _more(target: Target, wording: Wording) -> Button:
    """Return the *More* button, which remembers the current view."""
    return Button(wording.say("More …"), Target("more", target.article, origin=target.as_origin()))


def lay_out(  # noqa: PLR0913 - what a view has to say
    target: Target,
    head: str,
    blocks: Sequence[Block],
    wording: Wording,
    *,
    extra: Rows = (),
    unfolded: int | None = None,
) -> Screen:
    """Return the screen for the target's page: the heading, as many blocks as fit, their sources, the other views.

    `unfolded` is the number of blocks shown open on the first page; Telegram collapses the others until tapped.
    """
    pages = split_pages([block.html for block in blocks])
    page = min(target.page, len(pages) - 1)
    shown = [blocks[index] for index in pages[page]]
    numbers = tuple(dict.fromkeys(number for block in shown for number in block.sources))
    rows = (
        *turn_pages(target, page, len(pages)),
        *checks(numbers, target.turn(page), wording),
        *extra,
        *navigation(target, wording),
    )
    texts = [block.html for block in shown]
    if unfolded is not None and page == 0 and texts[unfolded:]:
        rest = "\n\n".join(texts[unfolded:])
        texts[unfolded:] = [f"<blockquote expandable>{rest}</blockquote>"]
    return Screen("\n\n".join([head, *texts]), rows, article=target.article, sources=numbers)
