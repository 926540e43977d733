from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from uuid import UUID

import pytest

from app.kit.ids import new_id
from app.model.article import Article, ArticleKind, Precision, Published
from app.model.errors import NotFound
from app.model.findings import Findings
from app.model.mention import EntityKind, MentionKind
from app.model.quote import QuoteKind
from app.store import articles, claims, entities, mentions, outlets, quotes, stories
from app.store.articles import ArticleFilter
from app.store.claims import ClaimFilter
from app.store.entities import EntityFilter
from app.store.mentions import MentionFilter
from app.store.outlets import OutletFilter
from app.store.paging import DatedSort, NamedSort, TextSort
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.session import Database
from app.store.stories import StoryFilter
from tests.database import fresh
from tests.store.samples import ARTICLE, AT, World, claim, findings, mention, party, quote, stored


@dataclass(frozen=True)
class Archive:
    """Three articles: the mayor's (a local time), an official's (an instant), an unnamed source's (a clock time)."""

    database: Database
    world: World
    mayor: UUID
    official: UUID
    source: UUID

    def quotes(self, sort: QuoteSort = QuoteSort.OLDEST, **where: object) -> list[str]:
        with self.database.session() as session:
            found = quotes.page(session, QuoteFilter(**where), after=None, limit=50, sort=sort)  # type: ignore[arg-type]
        assert found.total == len(found.items)
        return [each.text for each in found.items]

    def articles(self, **where: object) -> list[UUID]:
        with self.database.session() as session:
            found = articles.page(session, ArticleFilter(**where), after=None, limit=50, sort=DatedSort.EARLIEST)  # type: ignore[arg-type]
        return [each.id for each in found.items]

    def claims(self, **where: object) -> list[str]:
        with self.database.session() as session:
            found = claims.page(session, ClaimFilter(**where), after=None, limit=50)  # type: ignore[arg-type]
        return sorted(each.text for each in found.items)

    def entity(self, name: str) -> UUID:
        return self.world.entities[name].id


def local(at: str) -> Published:
    return Published(raw=at, origin="text", precision=Precision.MINUTE, local=datetime.fromisoformat(at))


def official_findings() -> Findings:
    article = Article(
        kind=ArticleKind.BRIEF,
        title="",
        body="Élodie Zhen-Marsh of Velmora says the harbour stays open. The ferries run, Zhen-Marsh promised.",
        outlet="Harbour Post",
        published=Published(
            raw="x", origin="meta", precision=Precision.SECOND, instant=datetime(2024, 3, 1, 23, tzinfo=UTC)
        ),
    )
    who = mention(article, "Élodie Zhen-Marsh")
    city = mention(article, "Velmora", kind=EntityKind.PLACE)
    said = quote(
        article, "the harbour stays open", party(article, "Élodie Zhen-Marsh", who), "says", QuoteKind.INDIRECT
    )
    vowed = quote(article, "The ferries run", party(article, "Zhen-Marsh", who, occurrence=1), "promised")
    return Findings(
        article=article,
        mentions=(who, city),
        quotes=(replace(said, hedged=True), vowed),
        claims=(claim(0, "The harbour stays open."), claim(1, "The ferries run.", city)),
    )


def source_findings() -> Findings:
    article = Article(
        kind=ArticleKind.TOPIC_ENTRY,
        title="Talks",
        body="A senior aide to Ada Quill said talks failed.",
        published=Published(raw="5:15 AM", origin="text", precision=Precision.CLOCK, clock=time(5, 15)),
    )
    speaker = replace(party(article, "A senior aide to Ada Quill", None, MentionKind.NOMINAL), anonymous=True)
    return Findings(article=article, quotes=(quote(article, "talks failed", speaker, kind=QuoteKind.INDIRECT),))


@pytest.fixture(scope="module")
def archive(server_url: str, template: str) -> Iterator[Archive]:
    with fresh(server_url, template) as url, closing(Database(url)) as database:
        world = World()
        dated = replace(ARTICLE, published=local("2024-03-01T12:00"))
        ids = [stored(database, world, each)[1][0] for each in
               (findings(dated), official_findings(), source_findings())]  # fmt: skip
        yield Archive(database, world, *ids)


MAYORS = ["The bridge is safe", "Velmora will pay"]
OFFICIALS = ["the harbour stays open", "The ferries run"]
ALL = [*MAYORS, *OFFICIALS, "talks failed"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Quill", [*MAYORS, "talks failed"]),
        ("quill", [*MAYORS, "talks failed"]),
        ("QUILL’s", [*MAYORS, "talks failed"]),
        ("Elodie Zhen Marsh", OFFICIALS),
        ("marsh", OFFICIALS),
        ("senior aide", ["talks failed"]),
        ("Qui", []),
        ("Zhe_", []),
        ("%", []),
        ("", []),
    ],
)
def test_speakers_are_found_by_any_of_their_names(archive: Archive, name: str, expected: list[str]) -> None:
    assert archive.quotes(speaker=name) == expected


def test_filters_of_quotes(archive: Archive) -> None:
    assert archive.quotes() == ALL
    assert archive.quotes(speaker_id=archive.entity("Ada Quill")) == MAYORS
    assert archive.quotes(speaker_id=new_id()) == []
    assert archive.quotes(about_id=archive.entity("Velmora")) == ["Velmora will pay", "The ferries run"]
    assert archive.quotes(about="velmora", speaker="quill") == ["Velmora will pay"]
    assert archive.quotes(kind=QuoteKind.DIRECT) == ["The bridge is safe", "The ferries run"]
    assert archive.quotes(hedged=True) == ["the harbour stays open"]
    assert archive.quotes(text="ferry runs") == ["The ferries run"]
    assert archive.quotes(text='bridge or talks -"talks failed"') == ["The bridge is safe"]
    assert archive.quotes(article_id=archive.official, sort=QuoteSort.TEXT) == OFFICIALS
    assert archive.quotes(outlet="the VELMORA courier") == MAYORS
    with archive.database.session() as session:
        post = outlets.page(session, OutletFilter(name="harb"), after=None, limit=5).items[0]
        one = quotes.page(session, QuoteFilter(text="ferries"), after=None, limit=5).items[0]
        article = articles.get(session, archive.mayor)
    assert (post.name, post.article_count) == ("Harbour Post", 1)
    assert archive.quotes(outlet=post.id) == OFFICIALS
    assert archive.quotes(utterance_id=one.utterance_id) == [one.text]
    assert archive.quotes(claim_id=one.claim_ids[0]) == [one.text]
    assert archive.quotes(story_id=article.story_id) == MAYORS


def test_ranges_of_publication_read_local_times_as_utc_and_leave_clock_times_out(archive: Archive) -> None:
    noon, midnight = datetime(2024, 3, 1, 12, tzinfo=UTC), datetime(2024, 3, 2, tzinfo=UTC)
    assert archive.quotes(published_after=noon, published_before=midnight) == [*MAYORS, *OFFICIALS]
    assert archive.quotes(published_before=noon) == []
    assert archive.articles(published_after=noon.replace(hour=13)) == [archive.official]
    assert archive.articles() == [archive.source, archive.mayor, archive.official]
    assert archive.quotes(QuoteSort.LATEST) == [*OFFICIALS[::-1], *MAYORS[::-1], "talks failed"]
    assert archive.claims(published_after=noon.replace(hour=13)) == ["The ferries run.", "The harbour stays open."]


def test_ranges_of_ingestion(archive: Archive) -> None:
    with archive.database.session() as session:
        at = articles.get(session, archive.official).created_at
    assert archive.articles(ingested_after=at) == [archive.source, archive.official]
    assert archive.quotes(ingested_before=at) == MAYORS
    assert archive.claims(ingested_before=at) == ["The bridge is safe.", "Velmora will pay."]


def test_filters_of_articles(archive: Archive) -> None:
    assert archive.articles(kind=ArticleKind.BRIEF) == [archive.official]
    assert archive.articles(outlet="Harbour Post") == [archive.official]
    assert archive.articles(language="en") == [archive.mayor]
    assert archive.articles(entity_id=archive.entity("Velmora")) == [archive.mayor, archive.official]
    assert archive.articles(text="open harbours") == [archive.official]
    with archive.database.session() as session:
        record = articles.get(session, archive.source)
    assert archive.articles(document_id=record.document_id) == [archive.source]
    assert record.published is not None
    assert record.published.clock == time(5, 15)


def test_filters_of_claims(archive: Archive) -> None:
    assert archive.claims(claimant="Quill") == ["The bridge is safe.", "Velmora will pay."]
    assert archive.claims(claimant_id=archive.entity("Élodie Zhen-Marsh"), text="ferry") == ["The ferries run."]
    assert archive.claims(about="Velmora") == ["The ferries run.", "Velmora will pay."]
    assert archive.claims(article_id=archive.official) == ["The ferries run.", "The harbour stays open."]
    with archive.database.session() as session:
        one = quotes.page(session, QuoteFilter(text="ferries"), after=None, limit=5).items[0]
    assert archive.claims(quote_id=one.id) == ["The ferries run."]
    with archive.database.session() as session, pytest.raises(NotFound):
        claims.get(session, new_id())


@pytest.mark.parametrize("name", ["Ada Quill", "quill", "ada", "Quil", "Ada Qill", "ÁDA"])
def test_entities_are_found_by_prefix_word_alias_and_near_spelling(archive: Archive, name: str) -> None:
    with archive.database.session() as session:
        found = entities.page(session, EntityFilter(name=name), after=None, limit=50)
    assert [entity.name for entity in found.items] == ["Ada Quill"]


def test_filters_of_entities_mentions_and_stories(archive: Archive) -> None:
    with archive.database.session() as session:
        places = entities.page(session, EntityFilter(kind=EntityKind.PLACE), after=None, limit=50)
        named = entities.page(session, EntityFilter(), after=None, limit=50, sort=NamedSort.NAME)
        assert [entity.name for entity in places.items] == ["Velmora"]
        assert [entity.name for entity in named.items] == ["Ada Quill", "Borko Zhen", "Élodie Zhen-Marsh", "Velmora"]
        here = entities.page(session, EntityFilter(article_id=archive.official), after=None, limit=50)
        assert {entity.name for entity in here.items} == {"Velmora", "Élodie Zhen-Marsh"}

        where = MentionFilter(article_id=archive.mayor)
        walked = mentions.page(session, where, after=None, limit=50, sort=TextSort.TEXT)
        assert [each.surface for each in walked.items] == ["Ada Quill", "Ada Quill", "She", "Borko Zhen", "Velmora"]
        assert walked.items[0].roles == ("Mayor",)
        pronouns = mentions.page(session, MentionFilter(kind=MentionKind.PRONOUN), after=None, limit=50)
        assert [each.surface for each in pronouns.items] == ["She"]

        about = stories.page(session, StoryFilter(entity_id=archive.entity("Borko Zhen")), after=None, limit=50)
        assert [story.title for story in about.items] == [ARTICLE.title]
        told = stories.page(session, StoryFilter(text="harbour"), after=None, limit=50)
        assert [story.title[:17] for story in told.items] == ["Élodie Zhen-Marsh"]
        assert stories.page(session, StoryFilter(active_after=AT, active_before=AT), after=None, limit=1).total == 0
        assert stories.page(session, StoryFilter(active_after=AT), after=None, limit=1).total == 3
