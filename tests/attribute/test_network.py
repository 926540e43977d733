from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attribute.encoding import Encoding
from app.attribute.network import Sight, windows
from app.attribute.tagger import Tagger
from app.model.errors import Misconfigured


def pieces(size: int, opens: set[int]) -> Encoding:
    count = np.arange(size)
    return Encoding(count, count, count + 1, np.isin(count, list(opens)).astype(np.int64), count)


@given(st.integers(0, 3000), st.sets(st.integers(0, 3000)))
def test_every_piece_is_answered_for_once_with_context_around_it(size: int, opens: set[int]) -> None:
    cut = list(windows(pieces(size, opens | {0})))
    assert [piece for window in cut for piece in range(window.start, window.end)] == list(range(size))
    assert all(window.right - window.left <= 510 for window in cut)
    assert all(window.left == max(0, window.start - 24) for window in cut)
    assert all(window.right == min(size, window.end + 8) for window in cut)


def test_a_window_ends_before_a_paragraph_where_it_can() -> None:
    assert [window.end for window in windows(pieces(300, {0, 100, 250}))] == [100, 250, 300]


def test_weights_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="no tagger weights in"):
        Tagger.load(tmp_path)


def test_the_span_head_sees_a_paragraph_and_a_little_around_it() -> None:
    sight, opens = Sight(reach=64, margin=16), np.array([0, 100, 140, 400])
    assert sight.around(120, opens) == (84, 156)
    assert sight.around(10, opens) == (-16, 75), "no farther than its reach, which may be before the text"
    assert sight.around(430, opens) == (384, 495), "the last paragraph ends with the text"


@given(st.integers(0, 999), st.sets(st.integers(0, 999)))
def test_the_span_head_sees_its_cue_and_nothing_out_of_reach(piece: int, starts: set[int]) -> None:
    first, end = Sight(reach=64, margin=16).around(piece, np.array(sorted({0, *starts})))
    assert piece - 64 <= first <= piece < end <= piece + 65
