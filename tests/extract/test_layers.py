"""Quickened layers compute what the layers compute that they stand in for."""

import numpy as np
import pytest
from thinc.api import Model, chain
from thinc.layers import LayerNorm, Linear, Maxout
from thinc.types import Floats2d

from app.extract.layers import quicken
from app.extract.pieces import Piece
from tests.language import pipeline

WIDTH, OUT = 24, 8


class Component:
    def __init__(self, model: Model[Floats2d, Floats2d]) -> None:
        self.model = model


class Nlp:
    def __init__(self, model: Model[Floats2d, Floats2d]) -> None:
        self.pipeline = [("tagger", Component(model)), ("rules", object())]


@pytest.mark.parametrize("pieces", [1, 2, 3, 5])
@pytest.mark.parametrize("rows", [0, 1, 300])
def test_same_figures(pieces: int, rows: int) -> None:
    random = np.random.default_rng(7)
    given = random.normal(size=(rows, WIDTH)).astype(np.float32)
    model = chain(Maxout(OUT, WIDTH, pieces), LayerNorm(OUT), Linear(OUT, OUT)).initialize()
    for layer in model.walk():
        for name in layer.param_names:
            layer.set_param(name, random.normal(size=layer.get_param(name).shape).astype(np.float32))
    before = model.predict(given)
    quicken(Nlp(model))
    np.testing.assert_allclose(model.predict(given), before, rtol=1e-4, atol=1e-5)


def test_the_figures_given_stay_as_they_are() -> None:
    given = np.ones((3, WIDTH), dtype=np.float32)
    model = chain(LayerNorm(WIDTH), Maxout(OUT, WIDTH, 3)).initialize()
    quicken(Nlp(model))
    model.predict(given)
    assert (given == 1).all()


def test_a_quickened_model_does_not_learn() -> None:
    model = Maxout(OUT, WIDTH, 3).initialize()
    quicken(Nlp(model))
    with pytest.raises(ValueError, match="does not learn"):
        model.begin_update(np.ones((3, WIDTH), dtype=np.float32))


def test_a_text_is_parsed_the_same_alone_and_among_others() -> None:
    text = "Harriet Lowe told the Lower Danube Commission on Friday that both locks had rusted."
    others = [Piece(1000 * n, "It rained." + " Gulls cried." * n) for n in range(1, 200)]
    alone, among = pipeline().parse([Piece(0, text)]), pipeline().parse([Piece(0, text), *others])
    assert among.tokens[: len(alone.tokens)] == alone.tokens
    assert among.named[: len(alone.named)] == alone.named
