"""What a spaCy model makes of a word before it looks at the words around it: computed once a word, then remembered.

That is a third of the time of a parse, and nearly all words were met before. It is computed in double precision, so
that what a word gets does not depend, by a last bit, on the words that it was first met among.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extract.layers import Floats, layernorm, maxout, models, reading

MOST_WORDS = 30_000
"""So many are remembered (12 MB for each model); then everything is forgotten and learned again."""

_HASHED = "ints-getitem>>hashembed"
_SHAPE = re.compile(
    rf"extract_features>>list2ragged>>with_array\({_HASHED}(\|{_HASHED})*\)\|static_vectors"
    r">>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
)
"""The embeddings that look at nothing but a token's own attributes, by the name that thinc makes of their layers."""

_NO_KEY = 2**64 - 1
"""No word's hash is greater."""

Rows = NDArray[np.uint64]


def remember(nlp: Any) -> None:
    """Replace the embeddings of all of a pipeline's models, in place; those of another kind are left. Where none is
    left that looks for a word's vector, the vocabulary forgets them."""
    vectors = nlp.vocab.vectors
    if vectors.mode != "default":
        return
    layers = [layer for model in models(nlp) for layer in model.walk()]
    replaced = [layer for layer in layers if _SHAPE.fullmatch(layer.name)]
    known = Vectors(vectors)
    for layer in replaced:
        layer._func = reading(Embedding(layer, known))
    inside = {inner.id for layer in replaced for inner in layer.walk()}
    if all(layer.id in inside for layer in layers if layer.name == "static_vectors"):
        nlp.vocab.vectors = type(vectors)(strings=nlp.vocab.strings)


class Vectors:
    """The vectors of a vocabulary's words. 684,000 words take 8 MB here, and 70 in the parser's own table."""

    def __init__(self, vectors: Any) -> None:
        self.attr, self.data = vectors.attr, vectors.data
        keys = np.fromiter(vectors.key2row.keys(), np.uint64)
        rows = np.fromiter(vectors.key2row.values(), np.int32)
        order = np.argsort(keys)
        self._keys = np.append(keys[order], np.uint64(_NO_KEY))
        self._rows = np.append(rows[order], np.int32(-1))

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int32]:
        """The row of each word's vector in `data`, -1 where it has none."""
        at = np.searchsorted(self._keys, keys)
        return np.where(self._keys[at] == keys, self._rows[at], np.int32(-1))


class Embedding:
    """Gives what the layer gives that it is made from, up to rounding in the last bits."""

    def __init__(self, layer: Any, vectors: Vectors, most: int = MOST_WORDS) -> None:
        (features, projection), (mix,) = (each.layers for each in layer.layers[:2])
        extracted, _, self._hashed = features.layers
        mixed, normed = mix.layers[0].layers
        self._columns = [*extracted.attrs["columns"], vectors.attr]
        self._vectors, self._projection = vectors, projection.get_param("W").T.astype(np.float64)
        self._maxout, self._layernorm = maxout(mixed, np.float64), layernorm(normed)
        self._most, self._width = most, layer.get_dim("nO")
        self._forget(0)

    def __call__(self, docs: Sequence[Any]) -> list[Floats]:
        """The figures of the words of each text."""
        rows = np.concatenate([doc.to_array(self._columns) for doc in docs])
        places = self._placed(rows)
        figures = self._figures[places]
        return [figures[start:end] for start, end in pairwise(accumulate(map(len, docs), initial=0))]

    def _placed(self, rows: Rows) -> list[int]:
        """Where the figures of each word stand, those of new words learned."""
        keys: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        unknown = {key: index for index, key in enumerate(keys) if key not in self._places}
        if len(self._places) + len(unknown) > len(self._figures):
            self._forget(len(keys))
            unknown = {key: index for index, key in enumerate(keys)}
        if unknown:
            first = len(self._places)
            self._figures[first : first + len(unknown)] = self._learned(rows[list(unknown.values())])
            self._places.update(zip(unknown, count(first)))
        return [self._places[key] for key in keys]

    def _forget(self, room: int) -> None:
        self._places: dict[bytes, int] = {}
        self._figures: Floats = np.empty((max(self._most, room), self._width), np.float32)

    def _learned(self, rows: Rows) -> Floats:
        hashed, places = self._hashed.predict(rows[:, :-1]), self._vectors.find(rows[:, -1])
        projected = self._vectors.data[places].astype(np.float64) @ self._projection
        projected[places < 0] = 0
        return self._layernorm(self._maxout(np.concatenate([hashed, projected], axis=1)))
