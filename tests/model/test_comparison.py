"""Two versions side by side: what a reader would underline."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.comparison import passages, restatements
from app.model.revision import Change, Restatement, Statement

FIRST = "The ferry ran aground at nine.\n\nNobody was hurt, the office said.\n\nIt will be towed at high tide."
SECOND = (
    "The ferry ran aground at nine.\n\nTwo people were hurt, the office said.\n\nAn inquiry was opened.\n\n"
    "It will be towed at high tide."
)
paragraphs = st.lists(st.sampled_from(["a b c", "a b d", "a x y", "e f", "g"]), max_size=6).map("\n\n".join)


def said(number: int, text: str, by: str | None = "Mara Ellison", same: int | None = None) -> Statement:
    return Statement(id=UUID(int=number), same=UUID(int=same or 100 + number), text=text, by=by)


def test_a_changed_paragraph_shows_the_words_that_changed() -> None:
    changed, appeared = passages(FIRST, SECOND)
    assert (changed.change, appeared.change) == (Change.CHANGED, Change.APPEARED)
    [reworded] = changed.words
    assert reworded.before is not None
    assert reworded.after is not None
    assert (reworded.before.of(FIRST), reworded.after.of(SECOND)) == ("Nobody was", "Two people were")
    assert appeared.after is not None
    assert appeared.after.of(SECOND) == "An inquiry was opened."


def test_backwards_what_appeared_vanishes() -> None:
    assert [each.change for each in passages(SECOND, FIRST)] == [Change.CHANGED, Change.VANISHED]


def test_words_only_added_stand_for_none() -> None:
    [passage] = passages("The ferry ran aground at nine.", "The old ferry ran aground at nine.")
    [added] = passage.words
    assert added.before is None
    assert added.after is not None
    assert added.after.of("The old ferry") == "old"


def test_the_headline_is_left_to_itself() -> None:
    assert passages("Old title\n\nThe body.", "New title\n\nThe body.", (11, 11)) == ()


@given(paragraphs, paragraphs)
def test_every_paragraph_is_told_once_and_spans_are_of_their_text(before: str, after: str) -> None:
    found = passages(before, after)
    mine = [each.before.of(before) for each in found if each.before]
    theirs = [each.after.of(after) for each in found if each.after]
    unchanged = len(before.split("\n\n") if before else []) - len(mine)
    assert unchanged == len(after.split("\n\n") if after else []) - len(theirs)
    assert (found == ()) == (before == after)


def test_very_long_texts_are_compared_in_bounded_time() -> None:
    old, new = ("\n\n".join(f"{word} {at}" for at in range(3_000)) for word in ("old", "new"))
    assert {each.change for each in passages(old, new)} == {Change.APPEARED, Change.VANISHED}


def test_quotes_appear_change_and_vanish() -> None:
    kept, was, gone = (
        said(1, "We stay open.", same=1),
        said(2, "No toll is planned for now."),
        said(3, "Ask the mayor."),
    )
    still, now, fresh = said(4, "We stay open.", same=1), said(5, "No toll is planned."), said(6, "The quay is unsafe.")
    assert restatements([kept, was, gone], [still, now, fresh]) == (
        Restatement(Change.CHANGED, was, now),
        Restatement(Change.APPEARED, None, fresh),
        Restatement(Change.VANISHED, gone, None),
    )


@pytest.mark.parametrize(("by", "count"), [("ELLISON", 0), ("Borko Zhen", 1)])
def test_the_same_words_are_the_same_by_the_same_speaker_alone(by: str, count: int) -> None:
    found = restatements([said(1, "We stay open.", "Ellison")], [said(2, "We stay open!", by)])
    assert [each.change for each in found] == [Change.CHANGED] * count
