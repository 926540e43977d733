"""The layers that a spaCy model spends most of its time in, computed faster.

They give the figures of the layers that they replace up to rounding in the last bits. They cannot learn: a model whose
layers were replaced is for reading only.

Method: maxout as published (Goodfellow et al. 2013, https://arxiv.org/abs/1302.4389), with the weights laid out piece
by piece, so that one product of matrices and one maximum of whole rows replace a loop over single figures. Layer
normalisation (Ba et al. 2016, https://arxiv.org/abs/1607.06450) in one pass and in place. All products of matrices are
numpy's: on the small ones of a parser its library takes a third of the time of the one that thinc prefers.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Compute = Callable[[Floats], Floats]
_Forward = Callable[[Any, Any, bool], tuple[Any, Callable[[Any], Any]]]

_LEAST_VARIANCE = 1e-8
"""What thinc adds to a variance so as not to divide by nought."""


def quicken(nlp: Any) -> None:
    """Replace the slow layers of all of a pipeline's models, in place, and have numpy multiply the matrices of the
    others; models that do not run on a CPU are left."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - comes with the parser, which takes seconds

    replacements, ops = _replacements(), NumpyOps(use_blis=False)
    for model in models(nlp):
        for layer in model.walk():
            layer.ops = ops
            replacement = replacements.get(layer._func)
            if replacement is not None:
                layer._func = reading(replacement(layer))


def models(nlp: Any) -> Iterator[Any]:
    """The models of a pipeline that run on a CPU."""
    from thinc.api import Model, NumpyOps  # noqa: PLC0415 - as above

    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model) and isinstance(model.ops, NumpyOps):
            yield model


def _replacements() -> dict[Any, Callable[[Any], Compute]]:
    from thinc import layers  # noqa: PLC0415 - as above

    return {layers.maxout.forward: maxout, layers.layernorm.forward: layernorm}


def reading(compute: Callable[[Any], Any]) -> _Forward:
    """The computation in the form that thinc calls a layer in."""

    def forward(_model: Any, given: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        if is_train:
            raise ValueError("a quickened layer reads; it does not learn")
        return compute(given), lambda gradient: gradient

    return forward


def piecewise(layer: Any) -> tuple[Floats, Floats]:
    """The weights of a maxout layer as the columns of one matrix, piece by piece, and the bias of each column."""
    weights = layer.get_param("W")
    out, pieces, into = weights.shape
    columns = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(into, pieces * out)
    return columns, np.ascontiguousarray(layer.get_param("b").T).reshape(-1)


def maxout(layer: Any, precision: type[np.floating[Any]] = np.float32) -> Compute:
    """The computation of a maxout layer, with weights of the given precision."""
    (weights, bias), (out, pieces) = piecewise(layer), (layer.get_dim("nO"), layer.get_dim("nP"))
    columns = weights.astype(precision)

    def compute(rows: Floats) -> Floats:
        each = rows @ columns
        each += bias
        best = each[:, :out].copy()
        for piece in range(1, pieces):
            np.maximum(best, each[:, piece * out : (piece + 1) * out], out=best)
        return best

    return compute


def layernorm(layer: Any) -> Compute:
    """The computation of a layer normalisation, in the precision of what it is given."""
    scale, shift = layer.get_param("G"), layer.get_param("b")

    def compute(rows: Floats) -> Floats:
        result: Floats = rows - rows.mean(axis=1, keepdims=True)
        deviation = np.einsum("ij,ij->i", result, result) / np.float32(rows.shape[1])
        result *= ((deviation + np.float32(_LEAST_VARIANCE)) ** np.float32(-0.5))[:, None]
        result *= scale
        result += shift
        return result

    return compute
