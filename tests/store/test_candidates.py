from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, update

from app.kit.ids import new_id
from app.model.article import ArticleKind
from app.store import documents, entities
from app.store.candidates import StoredCandidates
from app.store.session import Database
from app.store.tables.articles import article
from app.store.tables.sketches import sketch
from tests.store.samples import ARTICLE, AT, World, findings, stored
from tests.store.test_entities import same

NOBODY = UUID(int=0)


def test_entities_are_found_by_alias_and_by_the_end_of_a_name(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    with database.session() as session:
        candidates = StoredCandidates(session, NOBODY)
        assert candidates.entities([]) == candidates.entities([""]) == []
        assert [each.name for each in candidates.entities(["ada quill"])] == ["Ada Quill"]
        assert {each.name for each in candidates.entities(["zhen", "velmora", "ada"])} == {"Borko Zhen", "Velmora"}
        assert candidates.entities(["hen", "uill", "ada quil", "ada quill!"]) == [], "names end at words"
        [zhen] = candidates.entities(["borko zhen"])
        assert zhen == world.entities["Borko Zhen"]


def test_a_merged_entity_is_found_as_its_survivor(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    loser, survivor = world.entities["Ada Quill"].id, world.entities["Borko Zhen"].id
    with database.session() as session:
        entities.merge(session, loser, survivor, same(loser, survivor))
        assert [each.id for each in StoredCandidates(session, NOBODY).entities(["ada quill"])] == [survivor]


def test_utterances_and_claims_are_known_by_their_keys(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    long = "u " + "words " * 100_000
    with database.session() as session:
        candidates = StoredCandidates(session, NOBODY)
        keys = ["u bridge is safe", "c bridge is safe", long]
        assert candidates.utterances(keys) == {keys[0]: world.ids[keys[0]]}
        assert candidates.claims(keys) == {keys[1]: world.ids[keys[1]]}
        assert candidates.claims([]) == {}


def test_sketches_of_other_documents_are_remembered_and_ones_own_are_not(database: Database) -> None:
    world = World()
    first, [copied] = stored(database, world, findings())
    second, [copying] = stored(database, world, findings())
    with database.session() as session:
        [sketch] = StoredCandidates(session, first).alike("no digest", [-1])
        assert (sketch.article, sketch.text, sketch.at) == (copying, ARTICLE.text, AT)
        own = world.resolution({copying: findings()}).items[0].sketch
        assert sketch == replace(own, story=world.ids[f"story {copying}"], title=ARTICLE.title, outlet=ARTICLE.outlet)
        assert [each.article for each in StoredCandidates(session, second).alike(own.digest, [])] == [copied]
        nobody = StoredCandidates(session, NOBODY)
        assert [each.article for each in nobody.alike(own.digest, [-1])] == [copied, copying]
        assert nobody.alike("", []) == []
        assert len(nobody.nearby(["bridge"], AT, AT)) == 2
        assert nobody.nearby(["bridge"], AT + timedelta(seconds=1), AT + timedelta(days=1)) == []
        assert nobody.nearby(["unheard"], AT, AT) == []
        assert nobody.nearby([], AT, AT) == []


def test_an_address_is_that_of_the_one_article_that_its_document_has_there(database: Database) -> None:
    world, address = World(), "https://courier.example/bridge"
    whole = findings(replace(ARTICLE, url=address))
    brief = replace(whole, article=replace(whole.article, kind=ArticleKind.BRIEF))
    _, [alone, _] = stored(database, world, whole, brief)
    stored(database, world, whole, whole)
    with database.session() as session:
        assert [each.article for each in StoredCandidates(session, NOBODY).at_address(address)] == [alone]
        assert StoredCandidates(session, NOBODY).at_address("https://courier.example") == []


def test_document_frequency_counts_the_sketches_of_others(database: Database) -> None:
    world = World()
    first, _ = stored(database, world, findings())
    stored(database, world, findings(), findings(replace(ARTICLE, title="Ada Quill, Mayor, again")))
    with database.session() as session:
        assert StoredCandidates(session, NOBODY).document_frequency(["bridge", "again", "unheard"]) == (
            3,
            {"bridge": 3, "again": 1},
        )
        assert StoredCandidates(session, first).document_frequency(["bridge"]) == (2, {"bridge": 2})
        assert StoredCandidates(session, new_id()).document_frequency([]) == (3, {})
        assert documents.get(session, first).article_count == 1


def test_a_term_is_counted_as_often_as_it_stands_however_long_and_however_often_it_is_stored(
    database: Database,
) -> None:
    world, long = World(), "x" * 100_000
    _, [article_id] = stored(database, world, findings())
    with database.session() as session:
        session.execute(update(sketch).values(terms={"bridge": 1, long: 2, "": 3}))
        session.execute(update(sketch).values(terms={long: 1}))
        everything = StoredCandidates(session, NOBODY)
        assert everything.document_frequency(["bridge", long]) == (1, {long: 1})
        session.execute(delete(article).where(article.c.id == article_id))
        assert everything.document_frequency([long]) == (0, {})
