from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.attribute.nesting import nested
from app.model.quote import Cue, CueClass, Quote, QuoteKind
from app.model.span import Span
from tests.effort import steps

type Pair = tuple[int, int]


def quote(content: Pair, cue: Pair | None) -> Quote:
    told = cue and Cue(spans=(Span(*cue),), text="said", lemma="say", kind=CueClass.STATEMENT)
    return Quote(
        kind=QuoteKind.INDIRECT,
        content=(Span(*content),),
        text="it leaks",
        speaker=None,
        cue=told,
        confidence=0.9,
        reason="reported words",
        made_by="a test",
    )


def within(*found: tuple[Pair, Pair | None]) -> list[int | None]:
    return [quote.within for quote in nested([quote(*pair) for pair in found])]


def test_a_quote_stands_within_the_smallest_that_holds_its_cue_and_content() -> None:
    assert within(((10, 90), (0, 4)), ((30, 80), (20, 24)), ((50, 70), (40, 44))) == [None, 0, 1]


def test_a_quote_whose_cue_stands_outside_is_not_within() -> None:
    assert within(((10, 90), (0, 4)), ((30, 80), (95, 99))) == [None, None]


def test_a_quotation_without_a_cue_is_within_nothing() -> None:
    assert within(((10, 90), (0, 4)), ((30, 80), None)) == [None, None]


def holds(outer: Pair, inner: Pair) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def expected(found: Sequence[tuple[Pair, Pair]]) -> list[int | None]:
    return [
        min(
            (
                other
                for other, (outer, _) in enumerate(found)
                if other != number and holds(outer, content) and holds(outer, cue)
            ),
            key=lambda other: (found[other][0][1] - found[other][0][0], other),
            default=None,
        )
        for number, (content, cue) in enumerate(found)
    ]


PAIRS = st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.tuples(PAIRS, PAIRS), max_size=12))
def test_it_is_what_comparing_all_with_all_says(found: list[tuple[Pair, Pair]]) -> None:
    assert within(*found) == expected(found)


def test_many_quotes_within_one_cost_no_more_than_they_are() -> None:
    many = [((10 * at + 15, 10 * at + 18), (10 * at + 11, 10 * at + 14)) for at in range(20_000)]
    assert within(((10, 300_000), (0, 4)), *many)[1:] == [0] * 20_000
    assert steps(lambda: within(((10, 300_000), (0, 4)), *many)) < 100 * len(many)
