from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.kit.ids import new_id
from app.model.article import Article, ArticleKind
from app.store.identity import Known, assign

WORDS = "The ferry company says that boats run again after the storm."
TITLED = st.builds(
    Article,
    kind=st.sampled_from(list(ArticleKind)[:2]),
    title=st.sampled_from(["", "Ferries", "Storm"]),
    body=st.sampled_from(["", "One.", "One. Two.", "One. Two. Three."]),
)


def article(title: str, body: str, kind: ArticleKind = ArticleKind.ARTICLE) -> Article:
    return Article(kind=kind, title=title, body=body)


def known(ordinal: int, article: Article) -> Known:
    return Known(id=new_id(), ordinal=ordinal, kind=article.kind, title=article.title, body=article.body)


def test_an_unchanged_article_keeps_its_id_wherever_it_stands() -> None:
    ferries, storm = article("Ferries", WORDS), article("Storm", "Much wind.")
    before = [known(0, ferries), known(1, storm)]
    assert assign(before, [storm, ferries]) == [before[1].id, before[0].id]


def test_a_corrected_article_keeps_its_id_by_its_title() -> None:
    before = [known(0, article("Ferries", WORDS))]
    assert assign(before, [article("New", "x"), article("Ferries", "All boats run.")])[1] == before[0].id


def test_a_retitled_article_keeps_its_id_by_its_place_and_words() -> None:
    before = [known(0, article("Ferries", WORDS))]
    assert assign(before, [article("Ferries run", WORDS)]) == [before[0].id]
    assert assign(before, [article("Other", "Something else entirely.")]) != [before[0].id]


def test_the_surer_match_goes_first() -> None:
    same, retitled = article("Ferries", WORDS), article("Ferries again", WORDS)
    before = [known(0, same)]
    assert assign(before, [retitled, same])[1] == before[0].id


@given(st.lists(TITLED, max_size=6), st.lists(TITLED, max_size=6))
def test_no_id_is_given_twice_and_none_is_lost_without_need(earlier: list[Article], later: list[Article]) -> None:
    before = [known(ordinal, each) for ordinal, each in enumerate(earlier)]
    ids = assign(before, later)
    assert len(set(ids)) == len(later)
    assert assign([known_as(id_, ordinal, each) for ordinal, (id_, each) in enumerate(zip(ids, later, strict=True))], later) == ids  # fmt: skip # noqa: E501


def known_as(id_: UUID, ordinal: int, each: Article) -> Known:
    return Known(id=id_, ordinal=ordinal, kind=each.kind, title=each.title, body=each.body)
