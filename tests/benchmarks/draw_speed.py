"""Measure our ranking beside sumy's in one run, print the table and draw it: ``python -m tests.benchmarks.draw_speed``.

CPU seconds from sentences to their order, in a warm process; ours part the text into them as well. sumy's
algorithms are measured as long as they stay under `PATIENCE`. The picture is ``speed.svg`` beside this file.
"""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summaries.document import read_document
from summaries.ranking import assess_by, rank_sentences
from summaries.ranking.ranking import OURS
from summaries.ranking.sumy_adapter import CAPS, build_model, make_summarizer
from tests.benchmarks.made_up import make_up
from tests.growth import cpu_seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summaries.article import Article

    Points = list[tuple[int, float]]

SIZES = (50, 100, 200, 500, 1000, 2000, 5000)
PATIENCE = 12.0
"""Seconds after which an algorithm is given no longer text; the next would take some four times as long."""
RIVALS = {"LexRank": "lexrank", "TextRank": "textrank", "LSA": "lsa", "Luhn": "luhn"}
OWN = "this project's own ranking"
LINES = {"sumy, without our cap": "#c0392b", OWN: "#1e8449"}
WIDTH, HEIGHT, LEFT, TOP = 330, 190, 60, 60
LEAST, MOST = 1e-3, 100.0


def measure(method: str) -> Points:
    """Return sizes and seconds for an algorithm of sumy, from sentences to their order."""
    points: Points = []
    for size in SIZES:
        document = read_document(make_up(size))
        model, _ = build_model(document, size)
        seconds = _least(partial(make_summarizer(CAPS[method][0], document), model, size))
        points.append((size, seconds))
        if seconds > PATIENCE:
            break
    return points


def measure_ours() -> Points:
    """Return sizes and seconds for our own ranking, the reading of the text and the arranging of lengths included."""
    return [(size, _least(partial(_rank, make_up(size)))) for size in SIZES]


def _rank(article: Article) -> None:
    rank_sentences(assess_by(read_document(article), OURS))


def _least(run: Callable[[], object]) -> float:
    """Return the least of a few runs; a long one is run once."""
    first = cpu_seconds(run)
    return first if first > 1 else min(first, *(cpu_seconds(run) for _ in range(4)))


def draw(panels: dict[str, dict[str, Points]]) -> str:
    """Return the picture: a panel for each algorithm, both axes logarithmic."""
    total = (2 * (WIDTH + LEFT) + 20, 2 * (HEIGHT + TOP) + 60)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total[0]} {total[1]}" font-size="12" fill="#333">',
        f'<rect width="{total[0]}" height="{total[1]}" fill="#fff"/>',
        "<style>text { font-family: sans-serif }</style>",
        '<text x="20" y="22" font-size="15">CPU seconds to rank a text, by its number of sentences</text>',
    ]
    for number, (name, lines) in enumerate(panels.items()):
        left = LEFT + (number % 2) * (WIDTH + LEFT)
        top = TOP + (number // 2) * (HEIGHT + TOP)
        parts += _panel(name, lines, left, top)
    for number, (name, colour) in enumerate(LINES.items()):
        x, y = LEFT + number * 240, total[1] - 18
        parts.append(f'<line x1="{x}" y1="{y - 4}" x2="{x + 24}" y2="{y - 4}" stroke="{colour}" stroke-width="3"/>')
        parts.append(f'<text x="{x + 30}" y="{y}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(name: str, lines: dict[str, Points], left: int, top: int) -> Iterator[str]:
    yield f'<text x="{left}" y="{top - 8}" font-weight="bold">{name}</text>'
    for seconds in (0.001, 0.01, 0.1, 1, 10, 100):
        y = top + _height(seconds)
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{left + WIDTH}" y2="{y:.1f}" stroke="#ddd"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{seconds:g}</text>'
    for size in SIZES:
        x = left + _across(size)
        yield f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{top + HEIGHT}" stroke="#eee"/>'
        yield f'<text x="{x:.1f}" y="{top + HEIGHT + 16}" text-anchor="middle">{size}</text>'
    for line, points in lines.items():
        path = " ".join(f"{left + _across(size):.1f},{top + _height(seconds):.1f}" for size, seconds in points)
        yield f'<polyline points="{path}" fill="none" stroke="{LINES[line]}" stroke-width="2.5"/>'
        for size, seconds in points:
            x, y = left + _across(size), top + _height(seconds)
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{LINES[line]}"/>'


def _across(size: int) -> float:
    return WIDTH * math.log(size / SIZES[0]) / math.log(SIZES[-1] / SIZES[0])


def _height(seconds: float) -> float:
    share = math.log(max(seconds, LEAST) / LEAST) / math.log(MOST / LEAST)
    return HEIGHT * (1 - min(share, 1.0))


def main() -> None:
    """Measure, print and draw."""
    ours = measure_ours()
    panels: dict[str, dict[str, Points]] = {}
    print("| CPU seconds | " + " | ".join(map(str, SIZES)) + " |")
    print("|---" * (len(SIZES) + 1) + "|")
    print(_row(OWN, ours))
    for name, method in RIVALS.items():
        theirs = measure(method)
        panels[name] = dict(zip(LINES, (theirs, ours), strict=True))
        print(_row(name, theirs), flush=True)
    (Path(__file__).parent / "speed.svg").write_text(draw(panels), encoding="utf-8")


def _row(name: str, points: Points) -> str:
    known = dict(points)
    return f"| {name} | " + " | ".join(f"{known[size]:.3g}" if size in known else "–" for size in SIZES) + " |"


if __name__ == "__main__":
    main()
