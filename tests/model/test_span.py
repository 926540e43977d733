"""Spans among others: which stand within one, and whether one overlaps any."""

from hypothesis import given
from hypothesis import strategies as st

from app.model.span import Span, joined, meets, within

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))


@given(st.lists(SPANS), SPANS)
def test_within_a_span_is_what_it_covers(spans: list[Span], span: Span):
    assert within(sorted(spans), span) == [each for each in sorted(spans) if span.covers(each)]


@given(st.lists(SPANS), SPANS)
def test_a_span_meets_what_it_overlaps(spans: list[Span], span: Span):
    assert meets(joined(spans), span) == any(span.overlaps(each) for each in spans)
