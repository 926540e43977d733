from datetime import UTC, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from app.api.presenting import Ruler, published
from app.api.schemas import Offsets
from app.model.article import Precision, Published
from app.model.span import Span

TEXTS = st.text(alphabet=st.sampled_from("ab é“🚢𝔄\n"), min_size=1, max_size=40)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(spans())
def test_an_excerpt_in_code_points_is_a_slice(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    excerpt = Ruler(text, Offsets.CODE_POINTS).excerpt(span)
    assert text[excerpt.start : excerpt.end] == excerpt.exact == span.of(text)
    assert excerpt.prefix + excerpt.exact + excerpt.suffix in text
    assert len(excerpt.prefix) <= 32
    assert len(excerpt.suffix) <= 32


@given(spans())
def test_an_excerpt_in_utf16_is_a_slice_of_what_javascript_holds(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    excerpt = Ruler(text, Offsets.UTF16).excerpt(span)
    units = text.encode("utf-16-le")
    assert units[2 * excerpt.start : 2 * excerpt.end].decode("utf-16-le") == excerpt.exact


def test_a_time_with_a_zone_is_an_instant() -> None:
    at = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)
    shown = published(Published(raw="r", origin="text", precision=Precision.SECOND, instant=at))
    assert shown is not None
    assert (shown.instant, shown.local, shown.clock, shown.zone_known) == (at, None, None, True)


def test_a_time_without_a_zone_stays_one() -> None:
    at = datetime(2026, 3, 14, 15, 13)  # noqa: DTZ001
    shown = published(Published(raw="r", origin="text", precision=Precision.MINUTE, local=at))
    assert shown is not None
    assert (shown.instant, shown.local, shown.zone_known) == (None, "2026-03-14T15:13:00", False)


def test_a_day_shows_no_time_of_day() -> None:
    at = datetime(2026, 3, 14)  # noqa: DTZ001
    shown = published(Published(raw="r", origin="text", precision=Precision.DAY, local=at))
    assert shown is not None
    assert shown.local == "2026-03-14"


def test_a_clock_time_has_no_date() -> None:
    shown = published(Published(raw="r", origin="text", precision=Precision.CLOCK, clock=time(5, 15)))
    assert shown is not None
    assert (shown.instant, shown.local, shown.clock) == (None, None, "05:15")


def test_no_time_at_all() -> None:
    assert published(None) is None
