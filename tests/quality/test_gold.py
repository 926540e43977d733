"""Our own gold is large and varied enough to say something, and what is tested on is not trained on."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from tools.quality.gold import ARTICLES, SENTENCES, TEST, TRAIN, digest, phenomena
from training.annotated import Example, examples

RUN = 8
"""So many words in a row that two texts share are copied, not chance ("said on condition of anonymity that" is six)."""


def runs(example: Example) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", example.text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_the_corpus_is_large_enough() -> None:
    assert len(examples(SENTENCES)) >= 400
    assert len(examples(ARTICLES)) >= 40


def test_every_phenomenon_of_the_guide_is_tested_and_no_other_name_is_used() -> None:
    named = frozenset(chain.from_iterable(phenomena()))
    shown = {name for example in examples(TEST) for name in example.phenomena}
    assert named - shown == set()
    assert shown - named == set()


def test_no_text_is_shared_between_training_and_testing() -> None:
    trained = {run: example.name for example in examples(TRAIN) for run in runs(example)}
    copied = {(e.name, trained[run]): " ".join(run) for e in examples(TEST) for run in runs(e) if run in trained}
    assert copied == {}


@pytest.mark.parametrize("folder", [TEST, TRAIN], ids=["test", "train"])
def test_names_are_given_once(folder: Path) -> None:
    assert [name for name, times in Counter(e.name for e in examples(folder)).items() if times > 1] == []


def test_the_digest_changes_with_the_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    before = digest(tmp_path)
    assert digest(tmp_path) == before
    (tmp_path / "a.txt").write_text("two", encoding="utf-8")
    assert digest(tmp_path) != before
