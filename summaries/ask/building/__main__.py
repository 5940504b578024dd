"""``python -m summaries.ask.building FILES`` trains the ranker of answers and its certainty.

FILES hold articles with questions, one JSON object a line: ``title``, ``text`` with paragraphs parted by blank lines,
``lang`` and ``questions``, each with ``question`` and ``start``, the offset of its answer. The shipped model was
trained on XQuAD (see NOTICE). Articles with the same place in their files are taken for translations of each other.

First the quality is measured on articles that are left out, all languages of an article together; then the model is
trained on all of them and written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from summaries.ask.building.examples import read_examples
from summaries.ask.building.training import cross_validate, train
from summaries.ask.model import FILE


def main() -> None:
    """Measure, train, write."""
    parser = argparse.ArgumentParser(prog="python -m summaries.ask.building", description=main.__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="articles with questions, one JSON object a line")
    parser.add_argument("--measure", action="store_true", help="only measure")
    parser.add_argument("--without", default="", help="features to leave out, parted by commas")
    chosen = parser.parse_args()
    examples = read_examples(chosen.files)
    scores, lines = cross_validate(examples, frozenset(filter(None, chosen.without.split(","))))
    sys.stdout.write("\n".join([*lines, ""]))
    if not chosen.measure:
        train(examples, scores, FILE)


if __name__ == "__main__":
    main()
