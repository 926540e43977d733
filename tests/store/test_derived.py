from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from app.kit.ids import new_id
from app.model.article import Dateline, Origin, Precision, Published
from app.model.entity import Judgement, Verdict
from app.model.errors import Gone, NotFound
from app.model.mention import MentionKind
from app.model.resolution import Copy, Version
from app.store import articles, changes, claims, entities, mentions, outlets, quotes, stories, utterances, versions
from app.store.articles import ArticleFilter
from app.store.claims import ClaimFilter
from app.store.entities import EntityFilter
from app.store.mentions import MentionFilter
from app.store.quotes import QuoteFilter, QuoteSort
from app.store.records import MentionRecord, QuoteRecord
from app.store.session import Database
from app.store.tables.sketches import sketch
from tests.store.samples import ARTICLE, AT, World, findings, keep, mention, nested, span, stored, submit


def quotes_of(database: Database, article_id: UUID) -> tuple[QuoteRecord, ...]:
    with database.session() as session:
        where = QuoteFilter(article_id=article_id)
        return quotes.page(session, where, after=None, limit=50, sort=QuoteSort.TEXT).items


def mentions_of(database: Database, **where: UUID) -> list[MentionRecord]:
    with database.session() as session:
        found = mentions.page(session, MentionFilter(**where), after=None, limit=50).items
    return sorted(found, key=lambda each: each.span)


def last_change(database: Database) -> int:
    with database.session() as session:
        return changes.last(session)


def changed_since(database: Database, sequence: int) -> list[tuple[str, str]]:
    with database.session() as session:
        lines = changes.page(session, changes.ChangeFilter(after=sequence), after=None, limit=500).items
    return sorted((line.op, line.resource) for line in lines)


def test_what_is_saved_is_what_is_read(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings())
    with database.session() as session:
        article = articles.get(session, article_id)
    assert (article.text, article.document_id, article.ordinal) == (ARTICLE.text, document_id, 0)
    assert article.outlet is not None
    assert article.outlet.name == "Velmora Courier"

    direct, indirect = quotes_of(database, article_id)
    assert direct.speaker is not None
    assert direct.speaker.entity is not None
    assert (direct.text, direct.speaker.text, direct.speaker.entity.name) == (
        "The bridge is safe",
        "Ada Quill",
        "Ada Quill",
    )
    assert direct.cue is not None
    assert (direct.cue.text, direct.cue.spans) == ("said", (span(ARTICLE, "said"),))
    assert [entity.name for entity in indirect.about] == ["Velmora"]
    assert indirect.addressee is not None
    assert indirect.addressee.entity is not None
    assert indirect.addressee.entity.name == "Borko Zhen"
    assert indirect.article_text == ARTICLE.text

    with database.session() as session:
        claim = claims.get(session, indirect.claim_ids[0])
        said = utterances.get(session, direct.utterance_id)
        story = stories.get(session, article.story_id)
    assert (claim.text, [entity.name for entity in claim.about]) == ("Velmora will pay.", ["Velmora"])
    assert claim.claimant is not None
    assert claim.claimant.name == "Ada Quill"
    assert [appearance.quote_id for appearance in claim.appearances] == [indirect.id]
    assert (said.text, said.quote_ids) == ("The bridge is safe", (direct.id,))
    assert (story.title, story.article_count, story.first_at) == (ARTICLE.title, 1, AT)


STATED = replace(
    ARTICLE,
    modified=Published(
        raw="2024-05-06T09:10:00Z", origin="json-ld:dateModified", precision=Precision.SECOND, instant=AT
    ),
    agencies=("Reuters",),
    dateline=Dateline(text="VELMORA, May 6 (Reuters) -", places=("VELMORA",), day="May 6", agency="Reuters"),
    written_in=("Velmora",),
    section="Río",
    tags=("Bridge", "toll"),
    paywalled=True,
    outlet_url="https://velmora.example/",
    origins=(Origin("section", "meta:article:section", 0.9),),
)


def test_what_an_article_states_is_kept_field_by_field(database: Database) -> None:
    _, [article_id] = stored(database, World(), findings(STATED))
    with database.session() as session:
        article = articles.get(session, article_id)
        assert article.outlet is not None
        assert outlets.get(session, article.outlet.id).home_url == "https://velmora.example/"
    names = ("modified", "agencies", "dateline", "written_in", "section", "tags", "paywalled", "origins")
    assert {name: getattr(article, name) for name in names} == {name: getattr(STATED, name) for name in names}


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (ArticleFilter(agency="reuters"), True),
        (ArticleFilter(agency="Associated Press"), False),
        (ArticleFilter(section="RIO"), True),
        (ArticleFilter(tag="bridge", section="río"), True),
        (ArticleFilter(tag="río"), False),
        (ArticleFilter(paywalled=True), True),
        (ArticleFilter(paywalled=False), False),
    ],
)
def test_articles_are_filed_by_what_they_state(database: Database, where: ArticleFilter, found: bool) -> None:
    stored(database, World(), findings(STATED), nested())
    with database.session() as session:
        titles = [each.title for each in articles.page(session, where, after=None, limit=9).items]
    assert titles == ([STATED.title] if found else [])


def test_another_tag_is_a_change_of_the_article_alone(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings(STATED))
    seen = last_change(database)
    keep(database, document_id, world.resolution({article_id: findings(replace(STATED, tags=("Bridge", "ferry")))}))
    assert changed_since(database, seen) == [("update", "article")]
    with database.session() as session:
        assert articles.page(session, ArticleFilter(tag="ferry"), after=None, limit=9).total == 1
        assert articles.page(session, ArticleFilter(tag="toll"), after=None, limit=9).total == 0


def test_a_home_page_once_known_stays(database: Database) -> None:
    stored(database, World(), findings())
    for home in ("https://velmora.example/", "https://elsewhere.example/"):
        _, [article_id] = stored(database, World(), findings(replace(STATED, outlet_url=home)))
    with database.session() as session:
        outlet = articles.get(session, article_id).outlet
        assert outlet is not None
        assert outlets.get(session, outlet.id).home_url == "https://velmora.example/"


def test_a_resolved_pronoun_is_a_mention_of_the_person(database: Database) -> None:
    world = World()
    _, [article_id] = stored(database, world, findings())
    mayor = world.entities["Ada Quill"]
    found = mentions_of(database, entity_id=mayor.id)
    assert [(each.surface, each.kind) for each in found] == [
        ("Ada Quill", MentionKind.NAME),
        ("Ada Quill", MentionKind.NAME),
        ("She", MentionKind.PRONOUN),
    ]
    assert all(ARTICLE.text[each.span.start : each.span.end] == each.surface for each in found)
    with database.session() as session:
        record = entities.get(session, mayor.id)
    assert (record.mention_count, record.quote_count) == (3, 2)
    assert [(role.text, role.article_id) for role in record.roles] == [("Mayor", article_id)]
    assert set(record.aliases) == {"Ada Quill", "Quill"}


def test_saving_the_same_twice_writes_nothing(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings(STATED))
    judgement = Judgement(
        left=article_id,
        right=world.entities["Ada Quill"].id,
        verdict=Verdict.SAME,
        score=0.9,
        reasons=("same name",),
        made_by="resolve 1.0",
    )
    resolution = world.resolution({article_id: findings(STATED)}, judgements=[judgement])
    keep(database, document_id, resolution)
    before, seen = quotes_of(database, article_id), last_change(database)
    keep(database, document_id, resolution)
    assert changed_since(database, seen) == []
    assert quotes_of(database, article_id) == before


def test_what_changed_keeps_its_id_and_what_vanished_leaves_a_tombstone(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings())
    direct, indirect = quotes_of(database, article_id)
    held = mentions_of(database, article_id=article_id)
    seen = last_change(database)

    found = findings()
    surer = replace(found.quotes[0], confidence=0.99, hedged=True)
    keep(
        database,
        document_id,
        world.resolution({article_id: replace(found, quotes=(surer,), claims=found.claims[:1])}),
    )

    [left] = quotes_of(database, article_id)
    assert (left.id, left.confidence, left.hedged, left.created_at) == (direct.id, 0.99, True, direct.created_at)
    assert left.updated_at > direct.updated_at
    assert changed_since(database, seen) == [
        ("delete", "claim"),
        ("delete", "quote"),
        ("delete", "utterance"),
        ("update", "quote"),
    ]
    with database.session() as session, pytest.raises(Gone):
        quotes.get(session, indirect.id)
    kept = {each.id for each in mentions_of(database, article_id=article_id)}
    assert kept == {each.id for each in held if each.kind is not MentionKind.PRONOUN}


def test_a_longer_text_moves_what_stands_in_it(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings())
    before = quotes_of(database, article_id)
    longer = replace(ARTICLE, title="Updated: " + ARTICLE.title)
    keep(database, document_id, world.resolution({article_id: findings(longer)}))
    after = quotes_of(database, article_id)
    assert [quote.text for quote in after] == [quote.text for quote in before]
    assert [quote.content[0].start - 9 for quote in after] == [quote.content[0].start for quote in before]
    shorter = replace(ARTICLE, title="", body="Ada Quill left.")
    keep(
        database,
        document_id,
        world.resolution({article_id: replace(findings(), article=shorter, mentions=(mention(shorter, "Ada Quill"),),
                                              quotes=(), claims=())}),
    )  # fmt: skip
    assert [(each.surface, each.span.start) for each in mentions_of(database, article_id=article_id)] == [
        ("Ada Quill", 0)
    ]


def test_a_vanished_article_takes_along_what_nobody_else_holds(database: Database) -> None:
    world = World()
    document_id, [first, second] = stored(database, world, findings(), findings())
    _, [elsewhere] = stored(database, world, findings(replace(ARTICLE, title="Ada Quill, Mayor: second edition")))
    seen = last_change(database)
    keep(database, document_id, world.resolution({first: findings()}))
    assert changed_since(database, seen) == [
        ("delete", "article"),
        ("delete", "quote"),
        ("delete", "quote"),
        ("delete", "story"),
        ("update", "claim"),
        ("update", "claim"),
    ]
    keep(database, document_id, world.resolution({}))
    with database.session() as session:
        assert entities.page(session, EntityFilter(name="Borko Zhen"), after=None, limit=5).total == 1
        [claim] = claims.page(session, ClaimFilter(text="bridge"), after=None, limit=5).items
        assert [each.article.id for each in claim.appearances] == [elsewhere]
        with pytest.raises(Gone):
            articles.get(session, second)


def test_what_no_document_holds_any_more_is_deleted(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings())
    with database.session() as session:
        story_id = articles.get(session, article_id).story_id
    keep(database, document_id, world.resolution({}))
    with database.session() as session:
        for resource, missing in (
            (articles.get, article_id),
            (stories.get, story_id),
            (entities.get, world.entities["Borko Zhen"].id),
        ):
            with pytest.raises(Gone):
                resource(session, missing)
        assert claims.page(session, ClaimFilter(), after=None, limit=5).total == 0
        assert utterances.page(session, utterances.UtteranceFilter(), after=None, limit=5).total == 0
        assert outlets.page(session, outlets.OutletFilter(), after=None, limit=5).total == 1
        assert session.execute(select(sketch)).all() == []


def test_a_judged_entity_stays(database: Database) -> None:
    world = World()
    document_id, [article_id] = stored(database, world, findings())
    judged = world.entities["Borko Zhen"].id
    judgement = Judgement(left=judged, right=new_id(), verdict=Verdict.DIFFERENT, score=1.0, reasons=(), made_by="ann")
    keep(database, document_id, world.resolution({article_id: findings()}, judgements=[judgement]))
    keep(database, document_id, world.resolution({}))
    with database.session() as session:
        assert entities.get(session, judged).mention_count == 0


def test_a_shared_claim_has_the_words_of_its_first_appearance(database: Database) -> None:
    world = World()
    first_document, [first] = stored(database, world, findings())
    found = findings()
    shouted = replace(found.claims[0], text="THE BRIDGE IS SAFE.")
    later_document, [later] = stored(database, world, replace(found, claims=(shouted, found.claims[1])))
    claim_id = quotes_of(database, first)[0].claim_ids[0]
    assert quotes_of(database, later)[0].claim_ids == (claim_id,)
    with database.session() as session:
        claim = claims.get(session, claim_id)
    assert claim.text == "The bridge is safe."
    assert [each.article.id for each in claim.appearances] == [first, later]
    seen = last_change(database)
    keep(database, first_document, world.resolution({first: findings()}))
    assert changed_since(database, seen) == []
    assert later_document != first_document


def test_copies_are_detached_from_what_vanished(database: Database) -> None:
    world = World()
    first_document, [first] = stored(database, world, findings())
    with database.session() as session:
        copying = submit(session, b"copy")
    copy_id = new_id()
    resolution = world.resolution({copy_id: findings()})
    copied = replace(resolution.items[0], copy=Copy(of=first, score=1.0, reasons=("the same words",)))
    keep(database, copying, replace(resolution, items=(copied,)))
    with database.session() as session:
        assert articles.get(session, copy_id).copy_of == first
    keep(database, first_document, world.resolution({}))
    with database.session() as session:
        record = articles.get(session, copy_id)
    assert (record.copy_of, record.copy_score, record.copy_reasons) == (None, None, ())


def test_the_feed_tells_that_an_article_was_superseded_and_that_it_is_so_no_more(database: Database) -> None:
    world = World()
    _, [first] = stored(database, world, findings())
    with database.session() as session:
        correcting = submit(session, b"corrected")
    second = new_id()
    resolution = world.resolution({second: findings()})
    version = Version(of=first, score=1.0, reasons=("the same address",))
    corrected = replace(resolution, items=(replace(resolution.items[0], version=version),))
    seen = last_change(database)
    keep(database, correcting, corrected)
    assert ("update", "article") in changed_since(database, seen)
    seen = last_change(database)
    keep(database, correcting, corrected)
    assert changed_since(database, seen) == []
    keep(database, correcting, world.resolution({}))
    assert ("update", "article") in changed_since(database, seen)


def test_what_came_again_unchanged_is_superseded_with_the_article_that_it_repeats(database: Database) -> None:
    def once_more(content: bytes, copy: Copy | None = None, version: Version | None = None) -> UUID:
        with database.session() as session:
            document_id = submit(session, content)
        id_ = new_id()
        resolution = world.resolution({id_: at_address})
        keep(
            database,
            document_id,
            replace(resolution, items=(replace(resolution.items[0], copy=copy, version=version),)),
        )
        return id_

    world = World()
    made = findings()
    at_address = replace(made, article=replace(made.article, url="https://courier.example/bridge"))
    first = once_more(b"first")
    repeat = once_more(b"again", copy=Copy(of=first, score=1.0, reasons=("the very same words",)))
    with database.session() as session:
        assert [articles.get(session, each).superseded for each in (first, repeat)] == [False, False]
    seen = last_change(database)
    corrected = once_more(b"corrected", version=Version(of=first, score=0.9, reasons=("the same address",)))
    assert changed_since(database, seen).count(("update", "article")) == 2
    last = once_more(b"corrected again", copy=Copy(of=corrected, score=1.0, reasons=("the very same words",)))
    with database.session() as session:
        told = [articles.get(session, each) for each in (first, repeat, corrected, last)]
        before = [versions.before(session, each, None) for each in told]
    assert [each.superseded for each in told] == [True, True, False, False]
    assert [each and each.id for each in before] == [None, first, first, corrected]


def test_where_the_first_version_vanished_the_next_is_the_first(database: Database) -> None:
    world = World()
    first_document, [first] = stored(database, world, findings())
    later = [new_id(), new_id()]
    for content, id_ in zip((b"second", b"third"), later, strict=True):
        with database.session() as session:
            document_id = submit(session, content)
        resolution = world.resolution({id_: findings()})
        version = Version(of=first, score=1.0, reasons=("the same address",))
        keep(database, document_id, replace(resolution, items=(replace(resolution.items[0], version=version),)))
    keep(database, first_document, world.resolution({}))
    with database.session() as session:
        second, third = (articles.get(session, id_) for id_ in later)
    assert (second.version_of, second.version_reasons, second.superseded) == (None, (), True)
    assert (third.version_of, third.superseded) == (second.id, False)


def test_what_is_cut_replaces_nothing_whole_and_what_is_whole_replaces_it(database: Database) -> None:
    world = World()
    cut = replace(ARTICLE, truncated=True)
    _, [first] = stored(database, world, findings())
    chain = [first]
    superseded, changed = [], []
    for content, version_of_it in ((b"cut", cut), (b"cut again", cut), (b"whole", ARTICLE)):
        with database.session() as session:
            document_id = submit(session, content)
        seen = last_change(database)
        chain.append(new_id())
        resolution = world.resolution({chain[-1]: findings(version_of_it)})
        version = Version(of=first, score=1.0, reasons=("the same address",))
        keep(database, document_id, replace(resolution, items=(replace(resolution.items[0], version=version),)))
        with database.session() as session:
            superseded.append([articles.get(session, each).superseded for each in chain])
            current = articles.page(session, ArticleFilter(superseded=False), after=None, limit=10).items
        assert len(current) == 1
        changed.append(("update", "article") in changed_since(database, seen))
    assert superseded == [[False, True], [False, True, True], [True, True, True, False]]
    assert changed == [False, False, True]


def test_a_story_is_told_by_its_earliest_article(database: Database) -> None:
    world = World()
    document_id, [first] = stored(database, world, findings())
    with database.session() as session:
        story_id = articles.get(session, first).story_id
    second = new_id()
    titled = replace(ARTICLE, title="Quill: bridge of Ada Quill, Mayor, is safe")
    both = world.resolution({first: findings(), second: findings(titled)}, stories={first: story_id, second: story_id})
    earlier = replace(both.items[1], sketch=replace(both.items[1].sketch, at=AT.replace(year=2023)))
    seen = last_change(database)
    keep(database, document_id, replace(both, items=(both.items[0], earlier)))
    with database.session() as session:
        story = stories.get(session, story_id)
    assert (story.title, story.article_count) == (titled.title, 2)
    assert (story.first_at, story.last_at) == (AT.replace(year=2023), AT)
    assert ("update", "story") in changed_since(database, seen)


def test_no_document_no_saving(database: Database) -> None:
    with pytest.raises(NotFound):
        keep(database, new_id(), World().resolution({}))


def test_a_new_role_of_a_known_entity_is_a_change_of_that_entity(database: Database) -> None:
    world = World()
    stored(database, world, findings())
    before = last_change(database)
    found = findings()
    elsewhere = replace(found, mentions=(replace(found.mentions[0], roles=()), *found.mentions[1:]))
    stored(database, world, elsewhere)
    assert ("update", "entity") not in changed_since(database, before), "it has no role more than before"

    stored(database, world, findings())

    assert changed_since(database, before).count(("update", "entity")) == 1
