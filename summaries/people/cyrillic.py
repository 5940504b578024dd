"""Names in Russian, by the tagger of slovnet with the word vectors of navec, both from natasha's wheel (MIT)."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summaries.people import morphology

if TYPE_CHECKING:
    from collections.abc import Iterator

VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
MODEL = "data/model/slovnet_ner_news_v1.tar"
LONGEST = 20_000
"""So many characters are tagged at once: the memory of one pass stays bounded."""


def find_cyrillic_names(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of names of people in a Russian text, in code points."""
    tagger = load_tagger()
    return [
        (offset + span.start, offset + span.stop)
        for offset, part in _parts(text)
        for span in tagger(part).spans
        if span.type == "PER" and not _common(part[span.start : span.stop])
    ]


def _common(name: str) -> bool:
    """Tell whether a name is one dictionary word that is no name: *Яснее* at the start of a sentence."""
    return " " not in name and morphology.is_common(name)


@cache
def load_tagger() -> Any:
    """Return the tagger, read once. The package natasha itself is not imported: its morphology is of no use here."""
    from navec import Navec  # noqa: PLC0415 - loads at first use
    from slovnet import NER  # noqa: PLC0415 - loads at first use

    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        message = "natasha is not installed"
        raise ModuleNotFoundError(message)
    folder = Path(spec.origin).parent
    tagger = NER.load(folder / MODEL)
    tagger.navec(Navec.load(folder / VECTORS))
    return tagger


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > LONGEST:
        stop = text.rfind("\n", start + 1, start + LONGEST)
        stop = stop if stop > start else start + LONGEST
        yield start, text[start:stop]
        start = stop
    if text[start:].strip():
        yield start, text[start:]
