from app.attribute.spans import Inside, cut, merged, runs
from app.model.span import Span


def test_inside_knows_its_edges() -> None:
    inside = Inside([Span(2, 4), Span(6, 7)])
    assert [offset for offset in range(9) if inside(offset)] == [2, 3, 6]


def test_overlap_takes_one_shared_code_point() -> None:
    inside = Inside([Span(2, 4), Span(6, 7)])
    assert [inside.overlaps(Span(start, start + 2)) for start in range(8)] == [
        False, True, True, True, False, True, True, False,
    ]  # fmt: skip


def test_cutting_leaves_what_no_hole_covers() -> None:
    assert list(cut([Span(0, 10)], [Span(2, 4), Span(8, 12)])) == [Span(0, 2), Span(4, 8)]
    assert list(cut([Span(3, 4)], [Span(2, 6)])) == []


def test_spans_with_blanks_between_are_one_unless_a_line_ends_there() -> None:
    assert merged("ab cd\nef", [Span(0, 2), Span(3, 5), Span(6, 8)]) == (Span(0, 5), Span(6, 8))


def test_runs_are_stretches_of_successive_numbers() -> None:
    assert runs([2, 3, 4, 7, 9, 10]) == [(2, 4), (7, 7), (9, 10)]
    assert runs([]) == []
