import pytest

from app.model.errors import Unreadable
from app.model.xml_entities import bound_entities
from tests import bombs

MOST = 64 * 1024 * 1024


@pytest.mark.parametrize(
    ("bomb", "reason"),
    [
        pytest.param(bombs.LAUGHS, "64 MB", id="a billion laughs"),
        pytest.param(bombs.LONG_AND_OFTEN, "64 MB", id="a long one used often"),
        pytest.param(bombs.CIRCLE, "64 MB", id="a circle"),
        pytest.param(bombs.OFTEN, "2,000,000", id="millions of uses"),
    ],
)
def test_entities_that_multiply_are_refused_with_what_to_do(bomb: bytes, reason: str):
    with pytest.raises(Unreadable, match=f"{reason}.*without a DOCTYPE"):
        bound_entities((bomb.decode(),), MOST)


def test_uses_count_wherever_the_pieces_end():
    text = bombs.feed('<!ENTITY a "12345">', "&a;" * 21).decode()
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    bound_entities(pieces, 5 * 21)
    with pytest.raises(Unreadable):
        bound_entities(pieces, 5 * 21 - 1)


@pytest.mark.parametrize("text", [bombs.SIGNS, bombs.OLD_RSS, b"", b"<rss>Fish &amp; ships &l9;</rss>"])
def test_other_texts_pass(text: bytes):
    bound_entities((text.decode(),), MOST)
