"""The words that tell a story apart."""

from app.resolve.terms import IN_LEAD, IN_TITLE, MOST, NAMED, READ, stem, terms
from tests.resolve.making import item, named


def test_titles_leads_and_names_weigh_more_and_function_words_not_at_all() -> None:
    findings = item(1, named("Clara Tarrant"), named("Mills"), title="The ferries", body="A ferry and Clara.").findings
    assert terms(findings) == {
        "ferry": 1 + IN_TITLE + IN_LEAD,
        "clara": (1 + IN_LEAD) * NAMED,
        "ferry clara": 1 + IN_LEAD,
        "clara tarrant": NAMED,
    }


def test_words_are_paired_in_their_order_with_the_two_that_follow() -> None:
    pairs = {term for term in terms(item(1, body="Magnitude 6 quake shakes Sellen").findings) if " " in term}
    assert pairs == {
        "magnitude 6",
        "magnitude quake",
        "6 quake",
        "6 shake",
        "quake shake",
        "quake sellen",
        "shake sellen",
    }


def test_background_far_down_is_not_read() -> None:
    long = " ".join(f"pier{i}" for i in range(READ + 1))
    found = terms(item(1, body=long).findings)
    assert f"pier{READ - 1}" in found
    assert f"pier{READ}" not in found


def test_words_of_any_script_are_terms() -> None:
    assert {"паром", "火"} <= terms(item(1, title="Паром", body="火 а").findings).keys()


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
    people = [named(f"Clara Tarrant{i}") for i in range(2 * MOST)]
    assert len(terms(item(1, *people).findings)) == MOST
