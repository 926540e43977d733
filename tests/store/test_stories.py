"""Articles that change their story when another article comes, and stories that become one."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.kit.ids import new_id
from app.model.entity import Judgement, Verdict
from app.model.errors import Gone, Merged
from app.model.resolution import Regrouped, Resolution
from app.store import articles, changes, judgements, quotes, stories
from app.store.articles import ArticleFilter
from app.store.candidates import StoredCandidates
from app.store.quotes import QuoteFilter
from app.store.session import Database
from app.store.stories import StoryFilter
from tests.store.samples import AT, World, findings, keep, stored, submit


def story_of(database: Database, article_id: UUID) -> UUID:
    with database.session() as session:
        return articles.get(session, article_id).story_id


def same(loser: UUID, survivor: UUID) -> Judgement:
    return Judgement(
        left=loser, right=survivor, verdict=Verdict.SAME, score=1.0, reasons=("a test",), made_by="resolve 1.0"
    )


def nothing(**decided: tuple[Regrouped, ...] | tuple[Judgement, ...]) -> Resolution:
    """What a document without articles decides about others."""
    return replace(Resolution(items=(), entities=()), **decided)


def another(database: Database) -> UUID:
    """One more document, without articles yet."""
    with database.session() as session:
        return submit(session, str(new_id()).encode())


def last_change(database: Database) -> int:
    with database.session() as session:
        return changes.last(session)


def changed_since(database: Database, sequence: int) -> set[tuple[str, str, UUID]]:
    with database.session() as session:
        lines = changes.page(session, changes.ChangeFilter(after=sequence), after=None, limit=500).items
    return {(line.op, line.resource, line.id) for line in lines}


def test_an_article_of_another_document_moves_and_says_why(database: Database) -> None:
    world = World()
    _, [first] = stored(database, world, findings())
    _, [second] = stored(database, world, findings())
    home, begun, seen = story_of(database, first), new_id(), last_change(database)
    keep(
        database, another(database), nothing(regrouped=(Regrouped(article=second, story=begun, reasons=("because",)),))
    )
    with database.session() as session:
        moved, story = articles.get(session, second), stories.get(session, begun)
    assert (moved.story_id, moved.story_reasons) == (begun, ("because",))
    assert (story.title, story.article_count, story.first_at) == (moved.title, 1, AT)
    assert {("update", "article", second), ("create", "story", begun)} <= changed_since(database, seen)
    assert story_of(database, first) == home


def test_a_story_that_loses_an_article_is_told_anew_and_counts_as_changed(database: Database) -> None:
    world = World()
    _, [first] = stored(database, world, findings())
    home = story_of(database, first)
    second = new_id()
    joined = world.resolution({second: findings()}, stories={second: home})
    later = replace(joined.items[0], sketch=replace(joined.items[0].sketch, at=AT.replace(year=2025)))
    keep(database, another(database), replace(joined, items=(later,)))
    seen = last_change(database)
    keep(database, another(database), nothing(regrouped=(Regrouped(article=second, story=second, reasons=()),)))
    with database.session() as session:
        story = stories.get(session, home)
    assert (story.article_count, story.last_at) == (1, AT)
    assert ("update", "story", home) in changed_since(database, seen)


def test_a_story_that_became_part_of_another_still_answers(database: Database) -> None:
    world = World()
    _, [first] = stored(database, world, findings())
    _, [second] = stored(database, world, findings())
    survivor, loser = story_of(database, first), story_of(database, second)
    seen = last_change(database)
    keep(database, another(database), nothing(merged=(same(loser, survivor),)))
    assert story_of(database, second) == survivor
    with database.session() as session:
        with pytest.raises(Merged) as merged:
            stories.get(session, loser)
        assert merged.value.survivor == survivor
        assert stories.get(session, survivor).article_count == 2
        listed = stories.page(session, StoryFilter(), after=None, limit=10).items
        assert [story.id for story in listed] == [survivor]
        by_old_id = articles.page(session, ArticleFilter(story_id=loser), after=None, limit=10).items
        assert {article.id for article in by_old_id} == {first, second}
        said = quotes.page(session, QuoteFilter(story_id=loser), after=None, limit=10).items
        assert {quote.article.id for quote in said} == {first, second}
        kept = judgements.page(session, judgements.JudgementFilter(subject=loser), after=None, limit=10).items
        assert [(each.left, each.right, each.reasons) for each in kept] == [(loser, survivor, ("a test",))]
    changed = changed_since(database, seen)
    assert {("update", "story", loser), ("update", "story", survivor), ("update", "article", second)} <= changed
    assert not any(op == "delete" for op, _, _ in changed)


def test_what_became_part_of_a_story_goes_where_that_goes(database: Database) -> None:
    world = World()
    told = [stored(database, world, findings()) for _ in range(3)]
    one, two, three = (story_of(database, article) for _, [article] in told)
    keep(database, another(database), nothing(merged=(same(three, two),)))
    keep(database, another(database), nothing(merged=(same(two, one),)))
    for gone in (two, three):
        with database.session() as session, pytest.raises(Merged) as merged:
            stories.get(session, gone)
        assert merged.value.survivor == one
    for document_id, _ in told:
        keep(database, document_id, Resolution(items=(), entities=()))
    for gone in (one, two, three):
        with database.session() as session, pytest.raises(Gone):
            stories.get(session, gone)


def test_saving_the_same_decisions_again_writes_nothing(database: Database) -> None:
    world = World()
    document_id, [first] = stored(database, world, findings())
    _, [second] = stored(database, world, findings())
    home = story_of(database, first)
    found = world.resolution({first: findings()}, stories={first: home})
    decided = replace(
        found,
        regrouped=(Regrouped(article=second, story=home, reasons=("because",)),),
        merged=(same(story_of(database, second), home),),
    )
    keep(database, document_id, decided)
    seen = last_change(database)
    keep(database, document_id, found)
    assert last_change(database) == seen


def test_members_are_the_latest_of_each_story(database: Database) -> None:
    world = World()
    document_id, [first] = stored(database, world, findings())
    home = story_of(database, first)
    later = [new_id() for _ in range(3)]
    found = world.resolution({each: findings() for each in later}, stories=dict.fromkeys(later, home))
    dated = tuple(
        replace(each, sketch=replace(each.sketch, at=AT.replace(day=7 + day))) for day, each in enumerate(found.items)
    )
    own = another(database)
    keep(database, own, replace(found, items=dated))
    with database.session() as session:
        others = StoredCandidates(session, document_id)
        assert [each.article for each in others.members([home], 2)] == later[1:]
        assert [each.article for each in StoredCandidates(session, own).members([home], 2)] == [first]
        assert others.members([], 2) == others.members([new_id()], 2) == []
        assert others.stories([first, new_id()]) == {first: home}
