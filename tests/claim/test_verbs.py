import pytest

from app.claim.verbs import present


@pytest.mark.parametrize(
    ("lemma", "third"),
    [("say", "says"), ("deny", "denies"), ("press", "presses"), ("accuse", "accuses"), ("veto", "vetoes")],
)
def test_the_third_person(lemma: str, third: str) -> None:
    assert present(lemma) == third
