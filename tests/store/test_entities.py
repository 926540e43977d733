import pytest

from app.kit.ids import new_id
from app.model.entity import Judgement, Verdict
from app.model.errors import Conflict, Merged, NotFound
from app.store import articles, claims, entities, judgements, mentions, quotes, utterances
from app.store.entities import EntityFilter
from app.store.judgements import JudgementFilter
from app.store.mentions import MentionFilter
from app.store.quotes import QuoteFilter
from app.store.session import Database
from app.store.utterances import UtteranceFilter
from tests.store.samples import World, findings, keep, stored


def same(left: object, right: object) -> Judgement:
    return Judgement(left=left, right=right, verdict=Verdict.SAME, score=1.0, reasons=("I know them",), made_by="ann")  # type: ignore[arg-type]


def test_everything_said_of_the_loser_is_said_of_the_survivor(database: Database) -> None:
    world = World()
    _, [article_id] = stored(database, world, findings())
    loser, survivor = world.entities["Ada Quill"].id, world.entities["Borko Zhen"].id
    with database.session() as session:
        merged = entities.merge(session, loser, survivor, same(loser, survivor))
    assert (merged.id, merged.name, merged.mention_count, merged.quote_count) == (survivor, "Borko Zhen", 4, 2)
    assert set(merged.aliases) == {"Ada Quill", "Quill", "Borko Zhen", "Zhen"}
    assert [role.text for role in merged.roles] == ["Mayor"]
    with database.session() as session:
        with pytest.raises(Merged) as gone:
            entities.get(session, loser)
        assert gone.value.survivor == survivor
        assert entities.page(session, EntityFilter(), after=None, limit=9).total == 2
        for asked in (loser, survivor):
            assert quotes.page(session, QuoteFilter(speaker_id=asked), after=None, limit=9).total == 2
            assert mentions.page(session, MentionFilter(entity_id=asked), after=None, limit=9).total == 4
            assert utterances.page(session, UtteranceFilter(speaker_id=asked), after=None, limit=9).total == 2
            where = claims.ClaimFilter(claimant_id=asked)
            assert claims.page(session, where, after=None, limit=9).total == 2
        assert quotes.page(session, QuoteFilter(speaker="Quill"), after=None, limit=9).total == 2
        [kept] = judgements.page(session, JudgementFilter(subject=loser), after=None, limit=9).items
        assert (kept.verdict, kept.reasons) == (Verdict.SAME, ("I know them",))
        assert articles.get(session, article_id).id == article_id


def test_merging_a_survivor_leaves_no_chain(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    first, second, third = (world.entities[name].id for name in ("Ada Quill", "Borko Zhen", "Velmora"))
    with database.session() as session:
        entities.merge(session, first, second, same(first, second))
        entities.merge(session, second, third, same(second, third))
    with database.session() as session:
        for loser in (first, second):
            with pytest.raises(Merged) as gone:
                entities.get(session, loser)
            assert gone.value.survivor == third
        assert quotes.page(session, QuoteFilter(about_id=first), after=None, limit=9).total == 1


def test_what_cannot_be_merged(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    one, other = world.entities["Ada Quill"].id, world.entities["Borko Zhen"].id
    with database.session() as session:
        with pytest.raises(Conflict):
            entities.merge(session, one, one, same(one, other))
        with pytest.raises(NotFound):
            entities.merge(session, one, new_id(), same(one, other))
        entities.merge(session, one, other, same(one, other))
        with pytest.raises(Merged):
            entities.merge(session, one, other, same(one, other))


def test_a_merged_entity_outlives_its_document(database: Database) -> None:
    world = World()
    document_id, _ = stored(database, world, findings())
    loser, survivor = world.entities["Ada Quill"].id, world.entities["Borko Zhen"].id
    with database.session() as session:
        entities.merge(session, loser, survivor, same(loser, survivor))
    keep(database, document_id, world.resolution({}))
    with database.session() as session:
        with pytest.raises(Merged):
            entities.get(session, loser)
        assert entities.get(session, survivor).mention_count == 0
