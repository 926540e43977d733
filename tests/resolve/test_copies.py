"""Copies are found and said to be copies; nothing is dropped."""

from app.model.resolution import Item, Sketch
from app.resolve import NoCandidates, resolve
from app.resolve.copies import MOST_COMPARED, bands, closest
from app.resolve.words import words
from tests.resolve.making import ids, item
from tests.resolve.memory import Memory

REPORT = (
    "The harbour office of Lindow said on Tuesday that the ferry which ran aground near the old pier would be towed to "
    "the yard at high tide, and that nobody on board had been hurt. The captain told the inspectors that the steering "
    "had failed a minute after the ferry left the quay, while the wind was rising from the west."
)
OTHER = (
    "Farmers in the Orme valley began to bring in an early crop of pears this week after a dry spring, and growers "
    "said that prices at the market in Sellen were a fifth lower than in the year before because the orchards bore "
    "so much."
)


def test_the_very_same_words_are_a_sure_copy_of_the_first() -> None:
    memory, new_id = Memory(), ids()
    first = memory.keep(resolve([item(1, body=REPORT)], memory, new_id)).items[0]
    second = memory.keep(resolve([item(2, body=REPORT.upper())], memory, new_id)).items[0]
    assert first.copy is None
    assert second.copy is not None
    assert (second.copy.of, second.copy.score) == (first.item.id, 1.0)
    assert second.sketch.story == first.sketch.story


def test_a_shortened_report_is_a_copy_with_a_measured_score() -> None:
    short = REPORT.partition(" The captain")[0] + " The office gave no further details."
    first, second = resolve([item(1, body=REPORT), item(2, body=short)], NoCandidates(), ids()).items
    assert second.copy is not None
    assert second.copy.of == first.item.id
    assert 0.5 <= second.copy.score < 1.0
    assert "runs of three words" in second.copy.reasons[0]


def test_other_reports_and_short_teasers_are_no_copies() -> None:
    bodies = (REPORT, OTHER, "Read more about this.", "Read more about this.")
    found = resolve([item(i, body=body) for i, body in enumerate(bodies)], NoCandidates(), ids())
    assert [each.copy for each in found.items] == [None] * 4


def test_a_short_text_is_compared_by_its_very_words_alone() -> None:
    brief = "The ferry to Lindow will not run before noon on Sunday."
    assert bands(words(brief)) == ()
    found = resolve([item(1, body=brief), item(2, body=brief)], NoCandidates(), ids())
    assert [each.copy is not None for each in found.items] == [False, True]


def test_the_earlier_article_never_becomes_the_copy_of_a_later_one() -> None:
    memory, new_id = Memory(), ids()
    first, second = item(1, body=REPORT), item(2, body=REPORT)
    for each in (first, second):
        memory.keep(resolve([each], memory, new_id))
    assert resolve([first], memory, new_id).items[0].copy is None


def test_bands_are_signed_64_bit() -> None:
    found = bands(words(REPORT))
    assert len(found) >= 42
    assert all(-(2**63) <= band < 2**63 for band in found)


def test_of_many_alike_those_that_share_the_most_are_compared() -> None:
    memory, new_id = Memory(), ids()
    agencies = [REPORT + f" It was the {word} time." for word in ("first", "second", "third", "fourth")]
    alike = [item(at, body=agencies[at % 4].replace("ferry", f"boat{at}", 1)) for at in range(100)]
    for each in (item(200, body=agencies[0]), *alike):
        memory.keep(resolve([each], memory, new_id))
    found = closest(sketch_of(memory, item(300, body=agencies[0])), memory.sketches.values())
    assert len(found) == MOST_COMPARED
    assert item(200).id in {other.article for other, _ in found}


def sketch_of(memory: Memory, arrived: Item) -> Sketch:
    return resolve([arrived], memory, ids()).items[0].sketch
