"""Articles about one event share a story; others do not."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import override
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.resolution import Sketch
from app.resolve import resolve
from app.resolve.rarity import rarity
from app.resolve.stories import COMPARED, NEAREST, WHOLE, nearest
from tests.resolve.making import NOON, ids, item
from tests.resolve.memory import Memory

FERRY = (
    ("Ferry runs aground at Lindow", "A ferry with ninety passengers ran aground near the old pier of Lindow harbour."),
    ("Lindow ferry towed free", "Tugs towed the ferry that ran aground near the Lindow pier back to the harbour."),
    ("Inspectors question Lindow ferry captain", "Harbour inspectors asked why the ferry ran aground off Lindow pier."),
)
PEARS = (
    ("Early pears bring low prices", "Growers in the Orme valley sold pears for a fifth less at the Sellen market."),
    ("Pear glut in the Orme valley", "Orme orchards bore so many pears that the Sellen market cut its prices."),
)


CHOIR = ("Choir wins in Dorne", "The choir of a village school won the yearly prize of the town of Dorne.")
EVENTS = (*FERRY, *PEARS, CHOIR)
QUAKES = (
    ("Quake of magnitude 6.1 shakes Lindow", "A strong earthquake of magnitude 6.1 struck Lindow on the coast."),
    ("Sellen hit by magnitude 4.3 quake", "An earthquake with a magnitude of 4.3 was felt in the hills of Sellen."),
    (
        "Lindow counts damage after quake",
        "The earthquake of magnitude 6.1 that shook Lindow broke the coast road.",
    ),
)


def stories(*texts: tuple[str, str], days: int = 0) -> list[object]:
    """The story of each text when all have come, one after another."""
    memory, new_id = Memory(), ids()
    items = [
        item(i, title=title, body=body, at=NOON + timedelta(days=days * i)) for i, (title, body) in enumerate(texts)
    ]
    for each in items:
        memory.keep(resolve([each], memory, new_id))
    return [memory.sketches[each.id].story for each in items]


def test_reports_of_one_event_share_a_story() -> None:
    ferry, pears, ferry_again, pears_again, inspectors = stories(FERRY[0], PEARS[0], FERRY[1], PEARS[1], FERRY[2])
    assert ferry == ferry_again == inspectors
    assert pears == pears_again
    assert ferry != pears


def test_a_story_is_named_after_the_article_that_began_it_and_says_why_others_joined() -> None:
    items = [item(i, title=title, body=body) for i, (title, body) in enumerate(FERRY[:2])]
    first, second = resolve(items, Memory(), ids()).items
    assert first.sketch.story == second.sketch.story == first.item.id
    assert first.story_reasons == ()
    assert "ferry" in second.story_reasons[1]


def test_the_same_words_weeks_later_are_another_story() -> None:
    assert len(set(stories(FERRY[0], FERRY[1], days=10))) == 2


def test_only_the_rarest_terms_are_asked_for() -> None:
    class Counting(Memory):
        asked: tuple[int, ...] = ()

        def nearby(self, terms, since, until):  # type: ignore[no-untyped-def]
            self.asked = (*self.asked, len(terms))
            return super().nearby(terms, since, until)

    memory, new_id = Counting(), ids()
    for i in range(4):
        memory.keep(resolve([item(i, title=FERRY[0][0], body=FERRY[0][1] + PEARS[0][1])], memory, new_id))
    assert memory.asked == (12, 12, 12)


def test_the_stories_of_few_articles_are_read_and_of_each_so_many() -> None:
    class Counting(Memory):
        asked: tuple[tuple[int, int], ...] = ()

        def members(self, stories, most):  # type: ignore[no-untyped-def]
            self.asked = (*self.asked, (len(stories), most))
            return super().members(stories, most)

    memory, new_id = Counting(), ids()
    for i in range(2 * NEAREST):
        words = " ".join(f"{name}{i}" for name in ("pier", "harbour", "tug", "captain", "fog", "dawn", "crew", "coast"))
        memory.keep(
            resolve([item(i, title=f"Ferry aground {i}", body=f"A ferry ran aground. {words}.")], memory, new_id)
        )
    assert len({sketch.story for sketch in memory.sketches.values()}) > NEAREST
    assert max(stories for stories, _ in memory.asked) <= NEAREST
    assert {most for _, most in memory.asked} == {WHOLE + 1}


def test_two_events_of_a_kind_are_two_stories() -> None:
    lindow, sellen, lindow_again = stories(*QUAKES)
    assert lindow == lindow_again
    assert lindow != sellen


def test_unrelated_articles_stay_alone() -> None:
    each = stories(
        FERRY[0],
        PEARS[0],
        CHOIR,
        ("Паром сел на мель", "Паром с девяноста пассажирами сел на мель у старого причала."),
        ("Bank raises its rate", "…"),
        ("Team raises the cup", "…"),
    )
    assert len(set(each)) == len(each)


def test_a_copy_and_a_corrected_version_stay_in_the_story() -> None:
    title, body = FERRY[0]
    assert len(set(stories(FERRY[0], PEARS[0], FERRY[0], (title, body.replace("ninety", "eighty"))))) == 2


def test_an_article_without_words_begins_a_story_of_its_own() -> None:
    assert len(set(stories(("", "…"), ("", "…")))) == 2


def test_so_many_articles_are_compared_at_most_those_that_share_most() -> None:
    def sketch(number: int, **terms: int) -> Sketch:
        return Sketch(article=UUID(int=number), story=UUID(int=1), at=NOON, digest="", bands=(), terms=terms, text="")

    own = {"ferry": 1, "pier": 1}
    nearby = [sketch(number, pier=1) for number in range(1, COMPARED + 2)] + [sketch(999, ferry=1, pier=1)]
    near = nearest(own, nearby, rarity(own.keys(), (), total=1000, frequency={"ferry": 1, "pier": 99}))
    assert len(near) == COMPARED
    assert near[-1].article == UUID(int=999)


def test_an_article_leaves_a_story_when_those_of_its_own_come() -> None:
    memory, new_id = Memory(), ids()
    lindow, sellen, lindow_again = (item(i, title=title, body=body) for i, (title, body) in enumerate(QUAKES))
    memory.keep(resolve([lindow], memory, new_id))
    joined = memory.keep(resolve([sellen], memory, new_id))
    assert joined.items[0].sketch.story == lindow.id
    parted = memory.keep(resolve([lindow_again], memory, new_id))
    assert [(each.article, each.reasons) for each in parted.regrouped] == [(sellen.id, ())]
    assert parted.regrouped[0].story not in {lindow.id, sellen.id}
    assert parted.merged == ()


def test_stories_that_an_article_shows_to_be_one_become_one() -> None:
    memory, new_id = Memory(), ids()
    first, second, between = (
        item(i, title=title, body=body)
        for i, (title, body) in enumerate(
            (
                ("Ferry aground", "The Anna ran aground off Lindow pier in thick fog before dawn."),
                ("Ninety taken ashore", "Lifeboats took ninety passengers to the school of Dorne, where they slept."),
                (
                    "Ferry aground, ninety taken ashore",
                    "The Anna ran aground off Lindow pier in thick fog. "
                    "Lifeboats took ninety passengers to the school of Dorne.",
                ),
            )
        )
    )
    for each in (first, second):
        assert memory.keep(resolve([each], memory, new_id)).items[0].sketch.story == each.id
    found = memory.keep(resolve([between], memory, new_id))
    assert {sketch.story for sketch in memory.sketches.values()} == {first.id}
    assert [(each.left, each.right, each.score) for each in found.merged] == [(second.id, first.id, 1.0)]
    assert found.merged[0].reasons == ("1 of its 1 articles that were looked at are in that story now",)
    assert [each.article for each in found.regrouped] == [second.id]
    assert "to 2 articles of the story" in found.regrouped[0].reasons[0]


def test_a_story_of_very_many_stays_whole() -> None:
    memory, new_id = Memory(), ids()
    title, body = FERRY[0]
    memory.keep(resolve([item(i, title=title, body=body) for i in range(WHOLE + 2)], memory, new_id))
    found = memory.keep(resolve([item(WHOLE + 2, title=FERRY[1][0], body=FERRY[1][1])], memory, new_id))
    assert len({sketch.story for sketch in memory.sketches.values()}) == 1
    assert found.regrouped == found.merged == ()
    assert f"to {WHOLE + 1} articles of the story" in found.items[0].story_reasons[0]


def grouping(memory: Memory) -> set[frozenset[UUID]]:
    stories = {sketch.story for sketch in memory.sketches.values()}
    return {frozenset(a for a, each in memory.sketches.items() if each.story == story) for story in stories}


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(EVENTS))), st.integers(0, len(EVENTS) - 1))
def test_in_any_order_the_same_stories_come_out_and_looking_twice_changes_nothing(order: list[int], again: int) -> None:
    memory, new_id = Memory(), ids()
    items = {i: item(i, title=title, body=body) for i, (title, body) in enumerate(EVENTS)}
    for number in order:
        memory.keep(resolve([items[number]], memory, new_id))
    assert memory.sketches.keys() == {each.id for each in items.values()}
    assert grouping(memory) == {frozenset(items[i].id for i in those) for those in ((0, 1, 2), (3, 4), (5,))}

    memory.keep(resolve([items[again]], memory, new_id))
    before = {article: sketch.story for article, sketch in memory.sketches.items()}
    second = memory.keep(resolve([items[again]], memory, new_id))
    assert second.regrouped == second.merged == ()
    assert {article: sketch.story for article, sketch in memory.sketches.items()} == before


class Counting(Memory):
    """Counts what it is asked of terms."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @override
    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        self.asked += terms
        return super().document_frequency(terms)


def test_what_is_stored_of_a_term_is_asked_once_for_a_document() -> None:
    memory = Counting()
    for document in (EVENTS[:2], EVENTS):
        memory.asked.clear()
        items = [item(100 * len(document) + at, title=title, body=body) for at, (title, body) in enumerate(document)]
        memory.keep(resolve(items, memory, ids(1_000)))
        assert len(memory.asked) == len(set(memory.asked)) > 0
