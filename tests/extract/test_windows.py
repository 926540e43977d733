"""Hastened layers give what the layers give that they stand in for."""

import numpy as np
import pytest
from thinc.api import Model, chain, residual
from thinc.layers import Maxout, expand_window
from thinc.types import Floats2d

from app.extract.windows import hasten
from tests.extract.test_layers import Nlp

WIDTH = 16
type Layer = Model[Floats2d, Floats2d]


def reader(reach: int = 1, pieces: int = 3) -> Layer:
    """Two layers as spaCy has them, with weights of all sizes."""
    width = WIDTH * (2 * reach + 1)
    made = [
        residual(chain(expand_window(reach), Maxout(WIDTH, width, pieces, normalize=True, dropout=0.0))) for _ in "ab"
    ]
    model = chain(*made).initialize()
    random = np.random.default_rng(11)
    for layer in model.walk():
        for name in layer.param_names:
            layer.set_param(name, random.normal(size=layer.get_param(name).shape).astype(np.float32))
    return model


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 500])
def test_same_figures(rows: int) -> None:
    given = np.random.default_rng(7).normal(size=(rows, WIDTH)).astype(np.float32)
    model = reader()
    before = model.predict(given)
    hasten(Nlp(model))
    np.testing.assert_allclose(model.predict(given), before, rtol=1e-4, atol=1e-5)


def test_the_figures_given_stay_as_they_are() -> None:
    given = np.ones((4, WIDTH), np.float32)
    model = reader()
    hasten(Nlp(model))
    model.predict(given)
    assert (given == 1).all()


def test_layers_of_another_kind_are_left() -> None:
    for other in (reader(reach=2), reader(pieces=2)):
        hasten(Nlp(other))
        other.begin_update(np.ones((4, WIDTH), np.float32))


def test_a_hastened_model_does_not_learn() -> None:
    model = reader()
    hasten(Nlp(model))
    with pytest.raises(ValueError, match="does not learn"):
        model.begin_update(np.ones((4, WIDTH), np.float32))
