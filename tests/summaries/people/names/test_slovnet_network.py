"""The network of the Russian tagger gives the numbers of slovnet's own."""

from __future__ import annotations

from typing import Any

import numpy as np

from summaries.people.names import embeddings
from summaries.people.names.embeddings import load_tagger
from summaries.people.names.slovnet_network import Network

TEXTS = (
    ["Министр", "Анна", "Седова", "приехала", "в", "Псков", "."],
    ["Седова", "молчит", ".", "Седова", "ушла", ",", "а", "Олаф", "Шольц", "остался", "в", "Пскове", "."],
    ["Да"],
)


class Recorded(Network):
    """Keeps the model that it replaces."""

    def __init__(self, model: Any) -> None:
        super().__init__(model)
        self.original = model


def test_the_weights_of_all_tags_are_those_of_slovnet(monkeypatch: Any) -> None:
    monkeypatch.setattr(embeddings, "Network", Recorded)
    tagger = load_tagger.__wrapped__()
    (batch,) = tagger.infer.encoder(list(map(list, TEXTS)))

    fast = tagger.infer.model(batch.word_id, batch.shape_id, batch.pad_mask)
    slow = tagger.infer.model.original(batch.word_id, batch.shape_id, batch.pad_mask)

    assert np.abs(fast - slow).max() < 1e-3
