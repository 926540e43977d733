import pytest

from app.claim.verbs import predicate, present


@pytest.mark.parametrize(
    ("lemma", "third"),
    [("say", "says"), ("deny", "denies"), ("press", "presses"), ("accuse", "accuses"), ("veto", "vetoes")],
)
def test_the_third_person(lemma: str, third: str) -> None:
    assert present(lemma) == third


def test_several_and_not() -> None:
    assert predicate("say", plural=True, negated=False) == "say"
    assert predicate("say", plural=True, negated=True) == "do not say"
    assert predicate("say", plural=False, negated=True) == "does not say"
