"""The passages of a live page's article that its updates hold. All text is ours."""

from app.model.article import Article, ArticleKind
from app.normalise.passages import held_by

LEAD = "The river Skell rose higher this week than at any time since the dam was built."
FIRST, SECOND = "Water came over the quay at six in the morning.", "Nobody was hurt, the fire service said at noon."


def held(article: str, *updates: tuple[str, str]) -> list[str]:
    whole = Article(kind=ArticleKind.ARTICLE, title="Flood in Varnholt: live", body=article)
    made = [Article(kind=ArticleKind.LIVE_UPDATE, title=title, body=body) for title, body in updates]
    return [span.of(whole.text) for span in held_by(made, whole)]


def test_titles_and_lines_of_updates_are_theirs() -> None:
    body = f"{LEAD}\n\n10:15 - Quay flooded\n\n{FIRST}\n\n{SECOND}"
    assert held(body, ("Quay flooded", f"{FIRST}\n\n{SECOND}")) == ["10:15 - Quay flooded", FIRST, SECOND]


def test_however_an_update_parts_its_text_and_prints_its_marks() -> None:
    assert held(f"{LEAD}\n\n{FIRST}\n\n{SECOND}", ("Quay", f"{FIRST} {SECOND.upper()}")) == [FIRST, SECOND]


def test_a_few_words_that_happen_to_stand_in_an_update_are_the_articles_own() -> None:
    assert held(f"{LEAD}\n\nNobody was hurt.", ("Quay", SECOND)) == []
