"""``python -m summaries SOURCE`` prints a briefing in the terminal."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import textwrap
from typing import TYPE_CHECKING

from babel import Locale

from summaries.ask import answer
from summaries.briefing import LADDER, ORAL_KINDS
from summaries.data import as_data, iso_day
from summaries.errors import BriefingError
from summaries.languages.schema import abilities
from summaries.loading import load, read
from summaries.pipeline import brief
from summaries.ranking import METHODS, parse_length, summarize

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from summaries.article import Article
    from summaries.ask import Answer
    from summaries.briefing import Briefing

WIDTH = 100
ORAL_NAMES = ("WHAT HAPPENED", "WHO SAYS WHAT", "FIGURES", "DISPUTED OR UNKNOWN", "WHAT COMES NEXT")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the briefing requested by the arguments; return the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        length = parse_length(chosen.length) if chosen.length else None
        article = _load(chosen.source)
        briefing = brief(article, method=chosen.method)
    except BriefingError as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.json:
        print(json.dumps(as_data(briefing), ensure_ascii=False, indent=2))
    elif chosen.oral:
        print("\n".join(_aloud(briefing)))
    elif chosen.ask:
        print("\n".join(_told(answer(briefing, chosen.ask), article.language)))
    elif length:
        print("\n".join(_filled(" ".join(s.text for s in summarize(briefing, length)))))
    else:
        print("\n".join(_report(briefing)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m summaries", description="Briefs you on an article in its own words."
    )
    parser.add_argument("source", help="a file, a link, or - for standard input")
    parser.add_argument(
        "--length",
        help='print only a summary: headline, short, medium, long, a number of sentences, 20%% or "100 words"',
    )
    parser.add_argument("--oral", action="store_true", help="print only a two-minute briefing to read aloud")
    parser.add_argument(
        "--ask",
        metavar="QUESTION",
        help="print only the answer to a question in the article's language; in another one, "
        "the sentences that hold what it names",
    )
    parser.add_argument("--json", action="store_true", help="everything, as JSON")
    parser.add_argument(
        "--method", choices=sorted(METHODS), default="briefing", help="algorithm that ranks the sentences"
    )
    return parser


def _load(source: str) -> Article:
    return read(sys.stdin.buffer.read()) if source == "-" else load(source)


def _told(found: Answer, language: str) -> Iterator[str]:
    if found.language:
        asked, written = (Locale("en").languages.get(code, code) for code in (found.language, language))
        yield f"The question is in {asked}, the article in {written}: answers are found by the article's words."
        yield "These sentences hold what the question names:" if found.hits else f"Please ask in {written}."
    else:
        yield {
            "sure": "The article says:",
            "unsure": "Perhaps:",
            "none": "The article does not say." + (" Nearest:" if found.hits else ""),
        }[found.certainty]
    if found.before and found.certainty == "sure":
        yield from _filled(f"- {found.before.text} [{found.before.index + 1}]", indent="  ")
    for hit in found.shown:
        yield from _filled(f"- {hit.sentence.text} [{hit.sentence.index + 1}]", indent="  ")


def _aloud(briefing: Briefing) -> Iterator[str]:
    names = dict(zip(ORAL_KINDS, ORAL_NAMES, strict=True))
    for section in briefing.oral:
        yield names[section.kind]
        for line in section.lines:
            text = " ".join(f"{briefing.sentences[number].text} [{number + 1}]" for number in line)
            yield from _filled(f"- {text}", indent="  ")
        yield ""


def _report(briefing: Briefing) -> Iterator[str]:
    article = briefing.article
    known = (article.author, article.site, iso_day(article.published), article.url)
    yield from _filled(article.title or "(no title)")
    yield " · ".join(item for item in known if item) or "(source unknown)"
    for length in LADDER:
        shown = summarize(briefing, length)
        yield f"\n{length.name.upper()}: {len(shown)} of {len(briefing.sentences)} sentences"
        yield from _filled(" ".join(sentence.text for sentence in shown))
    yield "\nKEY POINTS"
    for point in briefing.key_points:
        texts = (f"{part.quote.text} [{part.sentence + 1}]" for part in point.parts)
        yield from _filled(f"- {' '.join(texts)}", indent="  ")
    yield from _told_in(briefing, abilities(article.language))


def _told_in(briefing: Briefing, can: Container[str]) -> Iterator[str]:
    """Yield the lists that the language of the article supports."""
    if "names" in can:
        yield "\nPEOPLE"
        for person in briefing.people:
            role = f", {person.office}" if person.office else ""
            yield f"- {person.name}{role}: mentions {len(person.mentions)}, statements {len(person.says)}"
    if "places" in can:
        yield "\nPLACES"
        for place in briefing.places:
            yield f"- {place.name} ({place.country}): mentions {len(place.mentions)}"
    if "dates" in can:
        yield "\nDATES"
        for entry in briefing.dates:
            line = f"- {entry.date.value} ({entry.quote.text}): {briefing.sentences[entry.sentence].text}"
            yield from _filled(line, indent="  ")


def _filled(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), WIDTH, subsequent_indent=indent, break_long_words=False)


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly when the output is closed, as by head
    sys.exit(main())
