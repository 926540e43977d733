import pytest

from app.model.errors import Unreadable
from app.model.xml_entities import bound_entities
from tests import bombs

MOST = 64 * 1024 * 1024
PLAIN = {
    "a billion laughs": bombs.LAUGHS,
    "a long one used often": bombs.LONG_AND_OFTEN,
    "a circle": bombs.CIRCLE,
    "a file of the server's": bombs.OF_A_FILE,
    "padded": bombs.PADDED,
}
BOMBS = PLAIN | bombs.DISGUISED


@pytest.mark.parametrize("size", [7_000, 10**9])
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_entities_that_multiply_are_refused_with_what_to_do(bomb: bytes, size: int):
    text = bomb.decode()
    with pytest.raises(Unreadable, match="without a DOCTYPE"):
        bound_entities((text[at : at + size] for at in range(0, len(text), size)), MOST)


def test_uses_count_wherever_the_pieces_end():
    text = bombs.feed('<!ENTITY a "12345">', "&a;" * 21).decode()
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    bound_entities(pieces, 5 * 21)
    with pytest.raises(Unreadable):
        bound_entities(pieces, 5 * 21 - 1)


@pytest.mark.parametrize(
    "text", [bombs.SIGNS, bombs.OLD_RSS, bombs.ABOUT_ENTITIES, b"", b"<rss>Fish &amp; ships &l9;</rss>"]
)
def test_other_texts_pass(text: bytes):
    bound_entities((text.decode(),), MOST)
