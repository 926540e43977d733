"""What a page calls its article beside the line of its title. The pages are ours; the places are invented."""

import pytest

from app.normalise.dump import split_dump

BODY = """The harbour of Perin will stay closed until the ice has gone, the council of the town decided on Tuesday.

Captains had asked the council to keep one lock of the harbour open through the winter, as in former years.

The ice is thicker than at any time since the harbour was built, said Petra Holm, who measures it every morning."""
TITLE = "Perin keeps its harbour closed until the ice has gone"
OTHER = "Perin council keeps its harbour closed while the ice stays"


def title_of(head: str, url: str | None = None) -> str:
    return split_dump(f"{head}\n\nBy Ana Pop\n3 May 2024\n\n{BODY}", url=url)[0].title


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"Menu\n\nHard winter: {TITLE}\n\nHard winter – {TITLE}", id="colon, then dash"),
        pytest.param(f"Menu\n\nHard winter: {TITLE}\n\nTowns\n\nHard winter {TITLE}", id="colon, then nothing"),
        pytest.param(f"• Home\n• {TITLE}\n\nHard winter {TITLE}", id="a breadcrumb without the kicker"),
    ],
)
def test_a_kicker_that_stands_otherwise_beside_it_is_left_out(head: str):
    assert title_of(head) == TITLE


def test_a_label_that_every_line_has_stays():
    assert title_of(f"• Home\n• Hard winter: {TITLE}\n\nHard winter: {TITLE}") == f"Hard winter: {TITLE}"


def test_the_words_of_the_address_choose_between_two_names():
    page = f"• Home\n• {OTHER}\n\nTowns\n\n{TITLE}"
    address = "https://post.example/towns/perin-council-keeps-its-harbour-closed-while-the-ice-stays-1234.html"
    assert title_of(page, address) == OTHER
    assert title_of(f"{address}\nMenu\n{page}") == OTHER
    assert title_of(page, "https://post.example/towns/1234") == TITLE
    assert title_of(page, "https://[post.example/towns") == TITLE


def test_what_the_lists_of_the_page_call_it_more_often_is_its_name():
    short = "Perin keeps harbour closed until ice has gone"
    menu = f"Latest\n{short}\nTen recipes for cold days"
    assert title_of(f"{menu}\n\n{menu}\n\n{TITLE}") == short
    assert title_of(f"{menu}\n\n{TITLE}") == TITLE


def test_another_story_in_the_lists_is_not_its_name():
    menu = "Latest\nPerin opens its new theatre after the ice has gone\nTen recipes for cold days"
    assert title_of(f"{menu}\n\n{menu}\n\n{TITLE}") == TITLE
