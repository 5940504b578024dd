"""Learn the weights of the ranking: ``python -m summaries.ranking.training ../shared/eval``.

In the folder, ``articles/train`` contains texts with their labels (see `labelled`); our own labels next to this file
refer to sets there by number. With ``--folds 5`` nothing is written: it reports the cross-validated average precision
on the former articles.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from summaries.ranking.importance import FILE, TARGETS, Model
from summaries.ranking.network import pack_network, pack_words
from summaries.ranking.training.labelled import read_labelled, read_our_own
from summaries.ranking.training.learning import cross_validate, learn


def main() -> None:
    """Learn from the labelled articles in a folder, and write the weights or report on them."""
    parser = argparse.ArgumentParser(prog="python -m summaries.ranking.training", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int)
    chosen = parser.parse_args()
    train = chosen.folder / "articles" / "train"
    articles = list(read_labelled(train / "articles.jsonl", train / "labels.jsonl"))
    ours = list(read_our_own(chosen.folder))
    print(f"{len(articles)} and {len(ours)} articles, {sum(len(one.targets) for one in (*articles, *ours))} sentences")
    if chosen.folds:
        for target, precision in zip(TARGETS, cross_validate(articles, ours, chosen.folds), strict=True):
            print(f"{target}: average precision {precision:.3f}")
        return
    write(learn([*articles, *ours]))
    print(f"{FILE}: {FILE.stat().st_size / 1000:.0f} kB")


def write(model: Model) -> None:
    """Write the weights into the package, compressed, in half precision."""
    arrays: dict[str, Any] = {
        "columns": pack_words(model.columns),
        "cues.words": pack_words(model.cues.index),
        "cues.weights": model.cues.weights.astype(np.float16),
        "cues.bias": model.cues.bias,
        **pack_network("importance", model.importance),
        **pack_network("context", model.context),
    }
    np.savez_compressed(FILE, **arrays)


if __name__ == "__main__":
    main()
