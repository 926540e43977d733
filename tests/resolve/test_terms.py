"""The words that tell a story apart."""

from app.resolve.terms import MOST, stem, terms
from tests.resolve.making import item, named


def test_titles_and_full_names_count_more_and_function_words_not_at_all() -> None:
    findings = item(1, named("Clara Tarrant"), named("Mills"), title="The ferries", body="A ferry and Clara.").findings
    assert terms(findings) == {"ferry": 4, "clara tarrant": 2, "clara": 1}


def test_plurals_meet_their_singulars() -> None:
    assert [stem(word) for word in ("ferries", "quakes", "ports", "gas", "glass", "crisis")] == [
        "ferry",
        "quake",
        "port",
        "gas",
        "glass",
        "crisis",
    ]


def test_an_article_has_so_many_terms_at_most() -> None:
    assert len(terms(item(1, body=" ".join(f"pier{i}" for i in range(2 * MOST))).findings)) == MOST
