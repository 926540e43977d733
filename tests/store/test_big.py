"""Documents of any size are stored: nothing grows past a limit of the database's."""

from dataclasses import replace

from app.model.article import Article, ArticleKind
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.span import Span
from app.store import articles, mentions, quotes
from app.store.articles import ArticleFilter
from app.store.mentions import MentionFilter
from app.store.session import Database
from tests.store.samples import World, findings, keep, quote, stored


def test_ten_megabytes_of_words_that_are_all_different(database: Database) -> None:
    body = " ".join(f"w{number}" for number in range(1_300_000))
    _, [article_id] = stored(
        database, World(), Findings(article=Article(kind=ArticleKind.ARTICLE, title="", body=body))
    )
    with database.session() as session:
        assert articles.get(session, article_id).text == body
        assert articles.page(session, ArticleFilter(text="w7"), after=None, limit=5).total == 1


def test_ten_megabytes_in_one_word_that_is_quoted(database: Database) -> None:
    body = "é" * 10_000_000
    article = Article(kind=ArticleKind.ARTICLE, title=body[:100_000], body=body)
    said = quote(article, body, None, cue=None)
    _, [article_id] = stored(database, World(), Findings(article=article, quotes=(said,)))
    with database.session() as session:
        [record] = quotes.page(session, quotes.QuoteFilter(article_id=article_id), after=None, limit=5).items
    assert record.text == body


def test_names_longer_than_an_index_takes(database: Database) -> None:
    found = findings()
    endless = replace(found.mentions[2], name="Zhen " + "von Marsh " * 1_000)
    stored(database, World(), replace(found, mentions=(*found.mentions[:2], endless, found.mentions[3])))


def test_more_mentions_than_a_statement_takes_parameters(database: Database) -> None:
    count = 70_000
    article = Article(kind=ArticleKind.ARTICLE, title="", body="ab " * count)
    many = tuple(
        Mention(
            span=Span(3 * number, 3 * number + 2),
            surface="ab",
            kind=MentionKind.NAME,
            entity_kind=EntityKind.PLACE,
            name="ab",
            confidence=1.0,
            made_by="extract 1.0",
        )
        for number in range(count)
    )
    world = World()
    document_id, [article_id] = stored(database, world, Findings(article=article, mentions=many))
    with database.session() as session:
        assert mentions.page(session, MentionFilter(article_id=article_id), after=None, limit=1).total == 10_000
    keep(database, document_id, world.resolution({article_id: Findings(article=article)}))
    with database.session() as session:
        assert mentions.page(session, MentionFilter(article_id=article_id), after=None, limit=1).total == 0
