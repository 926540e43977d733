import pytest

from app.attribute.headlines import headlines
from app.attribute.quotations import quotations
from app.attribute.tree import Tree
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.paragraphs import paragraphs
from app.model.span import Span
from tests.language import pipeline


def mention(text: str, name: str, kind: EntityKind) -> Mention:
    at = text.index(name)
    span = Span(at, at + len(name))
    return Mention(
        span=span,
        surface=name,
        kind=MentionKind.NAME,
        entity_kind=kind,
        name=name,
        confidence=0.9,
        made_by="test",
    )


def found(title: str, body: str = "The valley is dry.", **names: EntityKind) -> list[tuple[str, str]]:
    article = Article(kind=ArticleKind.ARTICLE, title=title, body=body)
    lines = paragraphs(article)
    mentions = sorted((mention(article.text, name, kind) for name, kind in names.items()), key=lambda m: m.span)
    tree = Tree(extract(article, pipeline()).tokens)
    made = headlines(article, lines, mentions, quotations(article.text, lines), tree.is_clause)
    return [(h.speaker.surface, h.content.of(article.text)) for h in made]


PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("Marsh: “We stay”", {"Marsh": PERSON}, [("Marsh", "“We stay”")]),
        (
            "Marsh: The dam will hold; Senate: No, it won't",
            {"Marsh": PERSON, "Senate": ORGANISATION},
            [("Marsh", "The dam will hold"), ("Senate", "No, it won't")],
        ),
        ("“We stay; we fight”: Marsh", {"Marsh": PERSON}, [("Marsh", "“We stay; we fight”")]),
        ("Peru: Floods close three roads", {"Peru": PLACE}, []),
        ("Peru: “We stay”", {"Peru": PLACE}, [("Peru", "“We stay”")]),
        ("Why Marsh: a question of taste and style", {"Marsh": PERSON}, []),
        ("Marsh: profile", {"Marsh": PERSON}, []),
        ("Marsh: And the dam?", {"Marsh": PERSON}, [("Marsh", "And the dam?")]),
        ("Marsh: the mayor who never sleeps", {"Marsh": PERSON}, []),
        ("Marsh: A life ‘in full colour’", {"Marsh": PERSON}, [("Marsh", "A life ‘in full colour’")]),
    ],
)
def test_a_headline_quotes(title: str, names: dict[str, EntityKind], expected: list[tuple[str, str]]) -> None:
    assert found(title, **names) == expected


def test_capitals_before_a_colon_speak_only_where_they_come_again() -> None:
    court = "NAKURU: The court rejected the plea on Monday."
    assert found("Plea rejected", court, NAKURU=ORGANISATION) == []
    talk = "MARSH: The dam will hold for years.\n\nHost: How long?\n\nMARSH: It was built to last."
    assert found("Interview", talk, MARSH=PERSON) == [("MARSH", "The dam will hold for years.")]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Water board lied on costs - Helen Marsh claims", [("Helen Marsh", "Water board lied on costs")]),
        ("Water board lied on costs – Helen Marsh says", [("Helen Marsh", "Water board lied on costs")]),
        ("Golf in the rain – Helen Marsh leads", []),
        ("Exclusive - Helen Marsh claims", []),
    ],
)
def test_a_dash_a_name_and_a_verb_of_saying_end_a_headline_that_quotes(
    title: str, expected: list[tuple[str, str]]
) -> None:
    assert found(title, **{"Helen Marsh": PERSON}) == expected
