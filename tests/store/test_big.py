"""Documents of any size are stored: nothing grows past a limit of the database's."""

import re
from dataclasses import replace
from itertools import accumulate

from app.kit.ids import new_id
from app.model.article import Article, ArticleKind
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.quote import Quote
from app.model.span import Span
from app.store import articles, mentions, quotes
from app.store.articles import ArticleFilter
from app.store.deriving.contents import contents
from app.store.mentions import MentionFilter
from app.store.session import Database
from tests.effort import steps
from tests.store.samples import ARTICLE, World, findings, keep, mention, party, quote, stored


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


def steps_for(sentences: int) -> int:
    """What the rows of an article take in which so many people say something of somebody, and "she" adds to it."""
    parts = [f"Ada Q{n} said Bo Z{n} will pay. She told him so." for n in range(sentences)]
    starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
    article = Article(kind=ArticleKind.ARTICLE, title="", body=" ".join(parts))
    found = [said_there(article, part, start) for part, start in zip(parts, starts, strict=False)]
    each = Findings(
        article=article,
        mentions=tuple(name for names, _ in found for name in names),
        quotes=tuple(said for _, sayings in found for said in sayings),
    )
    [resolved] = World().resolution({new_id(): each}).items
    keys = {said.key: said.id for said in resolved.utterances}
    assert [len(entities) for entities in contents(resolved, keys).about] == [1, 0] * sentences
    return steps(lambda: contents(resolved, keys))


def said_there(article: Article, part: str, start: int) -> tuple[tuple[Mention, Mention], tuple[Quote, Quote]]:
    def at(words: str) -> Span:
        return Span(start + part.index(words), start + part.index(words) + len(words))

    names = re.compile(r"\w+ [QZ]\d+")
    speaker, other = (
        replace(mention(ARTICLE, "Ada Quill"), span=span, surface=span.of(article.text), name=span.of(article.text))
        for span in map(at, names.findall(part))
    )
    named = replace(party(ARTICLE, "Ada Quill", speaker), spans=(speaker.span,), text=speaker.surface)
    she = replace(named, spans=(at("She"),), text="She", form=MentionKind.PRONOUN)
    first = replace(quote(ARTICLE, "The bridge", named), content=(at(f"{other.surface} will pay"),), cue=None)
    return (speaker, other), (first, replace(first, speaker=she, content=(at("so"),)))


def test_four_times_the_quotes_and_mentions_take_four_times_the_steps() -> None:
    assert steps_for(800) < 4.4 * steps_for(200)
