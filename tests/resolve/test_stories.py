"""Articles about one event share a story; others do not."""

from datetime import timedelta

from app.resolve import resolve
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
