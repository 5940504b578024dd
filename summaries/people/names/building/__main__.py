"""``python -m summaries.people.names.building FOLDER`` builds the lists of names and the tagger.

FOLDER contains the labelled training documents: files ``*.jsonl`` with one object per line, ``text`` and ``ents``, a
list of start, end and label (PER, ORG, LOC). The shipped model was trained on wikigold, GUM and re3d (see NOTICE).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from summaries.people.names.building.frequent import build_frequent, read_texts
from summaries.people.names.building.lexicons import build_given_names, build_lexicons
from summaries.people.names.building.training import gather, train
from summaries.people.names.building.vocabularies import build_vocabularies
from summaries.text.lexicon import DATA as LISTS

MODEL = Path(__file__).parent.parent / "data" / "latin.crfsuite"


def main() -> None:
    """Pack the lists of names, then train the tagger that uses them."""
    parser = argparse.ArgumentParser(prog="python -m summaries.people.names.building", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="the folder of labelled documents")
    paths = sorted(parser.parse_args().folder.glob("*.jsonl"))
    if not paths:
        parser.error("there is no file *.jsonl in that folder")
    build_lexicons(LISTS)
    build_frequent(read_texts(paths), LISTS / "small.xz")
    build_vocabularies(MODEL.parent)
    build_given_names(MODEL.parent)
    train(gather(paths), MODEL)


if __name__ == "__main__":
    main()
