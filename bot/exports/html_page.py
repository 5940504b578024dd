"""A briefing as one HTML page: the key points, and the whole article with what the summaries take highlighted."""

from __future__ import annotations

import html
from pathlib import Path
from typing import TYPE_CHECKING

from bot.exports.outline import by_paragraph, kept_at_lengths, outline
from bot.views.parts import length_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.exports.outline import Line, Section
    from bot.locales import Wording
    from summaries.article import Sentence
    from summaries.briefing import Briefing

STYLE = Path(__file__).with_name("html_page.css")
TAGS = {"heading": "h3", "item": "li"}


def write(briefing: Briefing, words: Wording) -> str:
    """Return a self-contained page; each quote links to its sentence in the article below."""
    shown = outline(briefing, words)
    lengths, kept = kept_at_lengths(briefing, words)
    body = [
        "<header>",
        f"<h1>{html.escape(shown.title)}</h1>",
        f"<p class=byline>{html.escape(shown.byline)}</p>",
        f'<p><a href="{html.escape(shown.address)}">{html.escape(shown.address)}</a></p>' if shown.address else "",
        f"<p class=byline>{html.escape(shown.remark)}</p>" if shown.remark else "",
        "</header>",
        *(_section(section) for section in shown.sections),
        f"<section class=article><h2>{words.say('The whole article')}</h2>",
        f"<p class=legend>{_legend(words)} · {html.escape(kept)}</p>",
        *_article(briefing, lengths),
        "</section>",
    ]
    head = (
        f'<!DOCTYPE html>\n<html lang="{html.escape(briefing.article.language)}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(shown.title)}</title>\n"
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"
    )
    return head + "<main>\n" + "\n".join(part for part in body if part) + "\n</main>\n</html>\n"


def _legend(words: Wording) -> str:
    names = length_names(words)
    return " ".join(f"<mark class={name}>{html.escape(names[name])}</mark>" for name in ("short", "medium", "long"))


def _section(section: Section) -> str:
    tag = "ol" if section.kind == "points" else "ul"
    lines = "\n".join(f"<li>{_line(line)}</li>" for line in section.lines)
    return f"<section class={section.kind}><h2>{html.escape(section.title)}</h2>\n<{tag}>\n{lines}\n</{tag}></section>"


def _line(line: Line) -> str:
    label = f"<b>{html.escape(line.label)}</b> " if line.label else ""
    links = " ".join(f'<a class=source href="#s{number + 1}">{number + 1}</a>' for number in line.sources)
    return f"{label}{html.escape(line.text)} {links}"


def _article(briefing: Briefing, lengths: dict[int, str]) -> Iterator[str]:
    for paragraph, pieces in by_paragraph(briefing):
        tag = TAGS.get(paragraph.kind, "p")
        inner = "".join(_piece(piece, lengths) for piece in pieces)
        yield f"<ul><{tag}>{inner}</{tag}></ul>" if tag == "li" else f"<{tag}>{inner}</{tag}>"


def _piece(piece: Sentence | str, lengths: dict[int, str]) -> str:
    """Return a sentence, marked with the shortest length that includes it, or the text between sentences."""
    if isinstance(piece, str):
        return html.escape(piece)
    length = lengths.get(piece.index)
    number = piece.index + 1
    mark = ("mark", f' class={length} title="{number}"') if length else ("span", "")
    return f"<{mark[0]} id=s{number}{mark[1]}>{html.escape(piece.text)}</{mark[0]}>"
