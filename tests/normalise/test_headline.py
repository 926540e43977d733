"""Titles of dumps among the page's other lines. The pages are ours; the places are invented."""

import pytest

from app.normalise.dump import split_dump

BODY = """The harbour of Perin will stay closed until the ice has gone, the council of the town decided on Tuesday.

Captains had asked the council to keep one lock of the harbour open through the winter, as in former years.

The ice is thicker than at any time since the harbour was built, said Petra Holm, who measures it every morning."""
TITLE = "Perin keeps its harbour closed until the ice has gone"
ALSO = "Perin council keeps its harbour closed until the ice has gone, captains had asked"


def title_of(page: str) -> str:
    return split_dump(page)[0].title


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f"Home\n\n{TITLE}\n\nOnline service for registered readers only\n\n", id="a notice under it"),
        pytest.param(f"Menu\n\nShips and harbours\n\n{TITLE}\n\nThe lock keepers are worried\n\n", id="kicker, deck"),
        pytest.param(f"Menu\n\n{TITLE}\n\nThe quay on Monday, seen from the sea\nImage: Ana Pop\n\n", id="a caption"),
        pytest.param(f"{TITLE} | The Perin Post\n\n{TITLE}\n\n3 May 2024\n\n", id="the page's title above"),
        pytest.param(f"• Home\n• {TITLE}\n\nIce in winter {TITLE}\n\n3 May 2024\n\n", id="kicker joined to it"),
        pytest.param(f"Menu\n\n{ALSO}\n\nHard winter\n{TITLE}\n\nFrom our paper\n3 May 2024\n\n", id="kickered"),
        pytest.param(f"{TITLE} | Towns | Post\n\nMenu\n\nThe closed harbour of Perin\n\n{TITLE}\n\n", id="long kicker"),
        pytest.param(f"Menu\n\n{TITLE}\n\nAna Pop – Journalist in the north\nIon Rus – Journalist\n\n", id="authors"),
        pytest.param(f"Menu\n\nTen recipes for the cold days\n\nWho won the cup?\n\n{TITLE}\n\n", id="other headlines"),
    ],
)  # fmt: skip
def test_the_title_is_the_line_that_speaks_of_the_article(head: str):
    assert title_of(head + BODY) == TITLE


def test_a_quoted_sentence_may_be_the_title():
    assert title_of(f"Menu\n\n“The ice has beaten us. We wait.”\n\n3 May 2024\n\n{BODY}") == (
        "“The ice has beaten us. We wait.”"
    )


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Hafen von Perin bleibt wegen Eis geschlossen",
            "Der Hafen von Perin bleibt bis zum Ende der Eiszeit geschlossen, teilte der Rat am Dienstag mit.",
        ),
        (
            "El puerto de Perin sigue cerrado por el hielo",
            "El puerto de Perin permanecerá cerrado hasta que se funda el hielo, comunicó el martes el consejo local.",
        ),
        (
            "ペリン港は氷のため閉鎖が続く見通し",
            "ペリン港は氷が解けるまで閉鎖を続けると、町の評議会が火曜日に発表した。港の閉鎖は三週間目に入っている。",
        ),
        (
            "페린 항구 얼음 때문에 폐쇄 계속",
            "페린 항구는 얼음이 녹을 때까지 폐쇄를 계속한다고 마을 의회가 화요일 저녁 회의를 마친 뒤에 밝혔다고 한다.",
        ),
    ],
)
def test_titles_in_many_languages(title: str, body: str):
    page = f"• Home\n• Sport\n\n{title}\n\n3.5.2024\n\n{body}\n\n{body}"
    assert title_of(page) == title


def test_headings_under_the_byline_and_first_paragraphs_are_not_the_title():
    news = "Captains wait in the town for news about the thaw, as they did all week.\n\nShips\n\nAna Pop, Perin\n\nThaw"
    live = (
        "By Ana Pop\n\n3 May 2024, 9:05\n\nThe day hour by hour, as we hear of it in the town and on the quays today."
    )
    update = "Council of the town decided: harbour closed until the ice has gone"
    page = f"Menu\n\nNo ship may leave Perin\n\n{news}\n\n{live}\n\nOn the quay\n\nOthers\n\n{update}\n\nMore\n\n{BODY}"
    assert title_of(page) == "No ship may leave Perin"
