"""What the parser makes of pages that are nested deep."""

import pytest

from app.model.document import Part, PartForm
from app.model.errors import TooLarge
from app.normalise import normalise
from app.normalise.visible import parsed, visible_text
from tests.normalise.test_normalise import document, text_part


def nested(deep: int) -> str:
    return f"<html><body>{'<div>' * deep}<p>The bridge stays open.</p>{'</div>' * deep}<p>So it is.</p></body></html>"


@pytest.mark.parametrize("deep", [1, 240, 260, 2_000])
def test_a_page_that_is_nested_deep_is_read(deep: int):
    tree = parsed(nested(deep))
    assert tree is not None
    assert visible_text(tree).split() == ["The", "bridge", "stays", "open.", "So", "it", "is."]


@pytest.mark.parametrize("deep", [2_100, 100_000])
def test_one_that_is_nested_deeper_than_any_page_says_so(deep: int):
    with pytest.raises(TooLarge, match="nested"):
        parsed(nested(deep))
    page = Part(form=PartForm.HTML, content=nested(deep))
    with pytest.raises(TooLarge, match="nested"):
        normalise(document(), [page])
    assert len(normalise(document(), [page, text_part("Bridge opens\n\nIt was opened on Friday.")])) == 1
