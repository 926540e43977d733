"""Articles about one event share a story; others do not."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.resolution import Sketch
from app.resolve import resolve
from app.resolve.stories import COMPARED, nearest, rarity
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


def stories(*texts: tuple[str, str], days: int = 0) -> list[object]:
    memory, new_id = Memory(), ids()
    found = [
        memory.keep(
            resolve([item(i, title=title, body=body, at=NOON + timedelta(days=days * i))], memory, new_id)
        ).items[0]
        for i, (title, body) in enumerate(texts)
    ]
    return [each.sketch.story for each in found]


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


def test_two_events_of_a_kind_are_two_stories() -> None:
    lindow, sellen, lindow_again = stories(
        ("Quake of magnitude 6.1 shakes Lindow", "A strong earthquake of magnitude 6.1 struck Lindow on the coast."),
        ("Sellen hit by magnitude 4.3 quake", "An earthquake with a magnitude of 4.3 was felt in the hills of Sellen."),
        (
            "Lindow counts damage after quake",
            "The earthquake of magnitude 6.1 that shook Lindow broke the coast road.",
        ),
    )
    assert lindow == lindow_again
    assert lindow != sellen


def test_unrelated_articles_stay_alone() -> None:
    each = stories(
        FERRY[0],
        PEARS[0],
        ("Choir wins in Dorne", "The choir of a village school won the yearly prize of the town of Dorne."),
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


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1), st.integers(0, 10_000))
def test_the_very_same_terms_are_wholly_alike(terms: dict[str, int], total: int) -> None:
    frequency = dict.fromkeys(terms, 1)
    unit = rarity(terms.keys(), (), total, frequency).unit(terms)
    assert sum(weight * weight for weight in unit.values()) == pytest.approx(1.0)
