"""The network of slovnet's tagger, computed faster: the same numbers but for rounding.

The first layer costs most, since it sees the long vectors of words. A text repeats its words, so that layer is computed
once for each word, and its three places are added up; the other layers are three products of matrices each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHAPES = 1 << 16
"""More than the shapes of words that the tagger tells apart."""


class Network:
    """In the place of slovnet's model: numbers of words and of their shapes in, the weights of their tags out."""

    def __init__(self, model: Any) -> None:
        self.emb = model.emb
        self.head = model.head
        self.layers = [_Layer(layer) for layer in model.encoder.layers]

    def __call__(self, words: NDArray[Any], shapes: NDArray[Any], padding: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the weights by text, word and tag; all arguments have the shape of texts by words."""
        pairs, places = np.unique(words.astype(np.int64) * SHAPES + shapes, return_inverse=True)
        places = places.reshape(words.shape)
        vectors = self.emb(pairs[None] // SHAPES, pairs[None] % SHAPES)[0]
        first, *others = self.layers
        before, here, behind = (np.take(vectors @ part, places, axis=0) for part in first.parts)
        here[:, 1:] += before[:, :-1]
        here[:, :-1] += behind[:, 1:]
        output = first.finish(here, padding)
        for layer in others:
            output = layer(output, padding)
        return self.head(output)  # type: ignore[no-any-return]


class _Layer:
    """A convolution over three words, its normalization folded into two vectors."""

    def __init__(self, layer: Any) -> None:
        weight = layer.conv.weight.array
        self.parts = [np.ascontiguousarray(weight[:, :, place].T) for place in range(weight.shape[2])]
        self.bias = layer.conv.bias.array
        norm = layer.norm
        self.scale = norm.weight.array / norm.std.array
        self.shift = norm.bias.array - norm.mean.array * self.scale

    def __call__(self, data: NDArray[np.float32], padding: NDArray[np.bool_]) -> NDArray[np.float32]:
        before, here, behind = (data @ part for part in self.parts)
        here[:, 1:] += before[:, :-1]
        here[:, :-1] += behind[:, 1:]
        return self.finish(here, padding)

    def finish(self, data: NDArray[np.float32], padding: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return what a layer makes of the sums of its products."""
        np.maximum(data + self.bias, 0, out=data)
        data *= self.scale
        data += self.shift
        data[padding] = 0
        return data
