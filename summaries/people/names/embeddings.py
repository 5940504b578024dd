"""The tagger of slovnet with the word vectors of navec, both read from natasha's wheel (MIT), in little memory.

Navec's own reader computes norms that no tagger needs, and stores every word as a string, twice; together that takes
200 MB while loading. Here the vectors stay in the file, mapped into memory, and words are stored as hashes.
"""

from __future__ import annotations

import tarfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from summaries.people.names.slovnet_network import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
MODEL = "data/model/slovnet_ner_news_v1.tar"
UNKNOWN, PADDING = "<unk>", "<pad>"


class Quantized(NamedTuple):
    """Product-quantized vectors: the codes of each word, and the codebooks."""

    indexes: NDArray[np.uint8]
    codes: NDArray[np.float32]


class Vectors(NamedTuple):
    """The part of navec's interface that the tagger uses: the vectors and their name."""

    meta: Any
    pq: Quantized


class Vocabulary:
    """Word numbers by hash: among 250,000 words no two 64-bit hashes collide."""

    def __init__(self, entries: Sequence[str]) -> None:
        hashes = np.fromiter(map(hash, entries), np.int64, len(entries))
        self._numbers = hashes.argsort().astype(np.int32)
        self._hashes = hashes[self._numbers]
        self.unk_id = self._find(UNKNOWN) or 0
        self.pad_id = self._find(PADDING)

    def encode(self, word: str) -> int:
        """Return the number of a word, or that of the unknown word."""
        found = self._find(word)
        return self.unk_id if found is None else found

    def _find(self, word: str) -> int | None:
        wanted = hash(word)
        place = int(np.searchsorted(self._hashes, wanted))
        known = place < len(self._hashes) and int(self._hashes[place]) == wanted
        return int(self._numbers[place]) if known else None


@cache
def load_tagger() -> Any:
    """Return the tagger, read once. The natasha package itself is not imported: its morphology is not needed.

    From then on the process multiplies matrices in one thread: under load, more threads would wait for each other.
    """
    from slovnet import api  # noqa: PLC0415 - loads at first use
    from slovnet.const import SHAPE, TAG, WORD  # noqa: PLC0415 - loads at first use
    from slovnet.exec.pack import vocab_name  # noqa: PLC0415 - loads at first use

    folder = _folder()
    with api.Pack(folder / MODEL) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(api.NERModel)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        encoder = api.TagEncoder(_read_words(pack.read(vocab_name(WORD))), pack.load_vocab(SHAPE), 8)
        decoder = api.TagDecoder(pack.load_vocab(TAG))
    threadpool_limits(1, "blas")
    tagger = api.NER(api.NERInfer(model, encoder, decoder), 8)
    tagger = tagger.navec(_read_vectors(folder / VECTORS))
    tagger.infer.model = Network(tagger.infer.model)
    return tagger


def _read_words(packed: bytes) -> Vocabulary:
    import gzip  # noqa: PLC0415 - loads at first use

    return Vocabulary(gzip.decompress(packed).decode("utf-8").splitlines())


def _read_vectors(path: Path) -> Vectors:
    from navec.meta import Meta  # noqa: PLC0415 - loads at first use

    with tarfile.open(path) as tar:
        packed = tar.getmember("pq.bin")
        described = tar.extractfile("meta.json")
        meta = Meta.from_file(described)
    start = packed.offset_data
    count, _, parts, choices = (int(n) for n in np.fromfile(path, np.uint32, 4, offset=start))
    indexes = np.memmap(path, np.uint8, "r", start + 16, (count, parts))
    after = start + 16 + count * parts
    codes = np.fromfile(path, np.float32, (packed.size - 16 - count * parts) // 4, offset=after)
    return Vectors(meta, Quantized(indexes, codes.reshape(parts, choices, -1)))


def _folder() -> Path:
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        message = "natasha is not installed"
        raise ModuleNotFoundError(message)
    return Path(spec.origin).parent
