"""The shapes of text dumps. The pages are ours; the republic of Orvania is invented."""

from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.article import ArticleKind
from app.normalise.chrome import is_chrome
from app.normalise.dump import split_dump

EXAMPLES = Path(__file__).parents[2] / "examples"
KIND = ArticleKind


def page(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


def test_an_article_page_is_split_into_its_items():
    items = split_dump(page("article-page.txt"))
    assert [item.kind for item in items] == [KIND.ARTICLE, KIND.RELATED_TEASER, KIND.BRIEF, KIND.BRIEF, KIND.BRIEF]
    article, teaser, *briefs = items
    assert article.title == "Orvania and Moldova agree to reopen Danube locks before winter"
    assert article.byline == "The Galati Courier news desk"
    assert article.published is not None
    assert article.published.local == datetime.fromisoformat("2026-11-12T18:42:00")
    assert article.published.instant is None
    assert article.body.startswith("Orvania will reopen")
    assert article.body.endswith("pays more than it receives.")
    assert not article.truncated
    assert teaser.title == "How a river of grain came to a standstill"
    assert teaser.truncated
    assert [brief.published and brief.published.clock for brief in briefs] == [time(19, 10), time(17, 35), time(9, 5)]
    assert briefs[1].title == "Kyiv welcomes reopening of Danube route."
    assert briefs[2].body.startswith("The Lower Danube Commission expects ice")


def test_a_topic_page_is_split_into_its_entries():
    items = split_dump(page("topic-page.txt"))
    assert {item.kind for item in items} == {KIND.TOPIC_ENTRY}
    assert [item.title.split()[0] for item in items] == [
        "Marovic:", "Orvania", "Kiev", "Will", "Day", "Who", "Kosta:",
    ]  # fmt: skip
    assert items[4].body.endswith("Insurers said that they would charge double for cargo below Galati")
    assert items[0].body.count("\n\n") == 1


@pytest.mark.parametrize("name", ["article-page.txt", "topic-page.txt"])
def test_no_chrome_gets_into_a_body(name: str):
    lines = [line for item in split_dump(page(name)) for line in item.body.split("\n\n")]
    assert [line for line in lines if is_chrome(line)] == []


def test_every_body_is_made_of_the_pages_own_lines():
    text = page("article-page.txt")
    for item in split_dump(text):
        assert all(line in text for line in item.body.split("\n\n"))


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph that says everything there is to say about the ice.",
        "Льод на річці з’явився раніше, ніж чекали, повідомила комісія.",
        "氷は例年より早く川に現れたと委員会は発表した。",
        "word " * 3000,
    ],
)
def test_text_without_structure_is_one_article_whole(text: str):
    (article,) = split_dump(text)
    assert (article.kind, article.title, article.body) == (KIND.ARTICLE, "", text.strip())


def test_a_dialogue_keeps_all_its_lines():
    (article,) = split_dump("A: Is it open?\nB: Not yet.\nA: When?\nB: Ask the ice")
    assert article.body.count("\n\n") == 3


def test_a_single_short_line_is_a_title():
    (article,) = split_dump("Locks open again")
    assert (article.title, article.body) == ("Locks open again", "")


def test_title_byline_and_time_are_found_under_a_menu():
    text = """Home
    • News
    • Ports
    • Weather

    Mayor of Galati resigns after vote

    By Ana Pop and Ion Rus
    3 May 2024, 14:05 CEST
    Share
    Tweet

    The mayor of Galati resigned on Sunday after a vote of no confidence, her office said in a statement.

    Advertisement

    What happens now

    The council will meet on Tuesday to choose who leads the city until the election in autumn.

    12 comments
    Petru wrote: I have said so since the day she took office, and nobody would listen to me then."""
    (article,) = split_dump(text)
    assert article.title == "Mayor of Galati resigns after vote"
    assert article.authors == ("Ana Pop", "Ion Rus")
    assert article.published is not None
    assert article.published.instant is not None
    assert article.published.instant.isoformat() == "2024-05-03T14:05:00+02:00"
    assert article.body.split("\n\n")[1] == "What happens now"
    assert article.body.endswith("until the election in autumn.")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_teaser_in_the_middle_of_an_article_is_taken_out(between: str):
    text = """Ice reaches Galati

By Ana Pop
Ice has reached the port of Galati ten days early, the commission said on Tuesday.

How to read the river in winter
The old captains knew by the colour of the water when to turn back, and what the colour means is…

Ships may still pass in daylight, its head said, provided that a pilot is on board.
"""
    article, teaser = split_dump(text.replace("winter\n", f"winter{between}"))
    assert article.body.count("\n\n") == 1
    assert (teaser.title, teaser.truncated) == ("How to read the river in winter", True)


def test_briefs_with_the_headline_above_the_time():
    text = """Mayor resigns after vote
17:40
The mayor of Galati resigned on Sunday after a vote of no confidence, her office said.
Bridge closed for repairs
18:05
The old bridge will stay closed until May, the roads office said in a statement."""
    first, second = split_dump(text)
    assert (first.title, first.published and first.published.clock) == ("Mayor resigns after vote", time(17, 40))
    assert second.body.startswith("The old bridge")


def test_briefs_with_time_and_headline_on_one_line():
    text = """17:40 Mayor resigns after vote
The mayor of Galati resigned on Sunday after a vote of no confidence, her office said.
18:05 – Bridge closed for repairs
The old bridge will stay closed until May, the roads office said in a statement."""
    first, second = split_dump(text)
    assert (first.kind, first.title) == (KIND.BRIEF, "Mayor resigns after vote")
    assert (second.title, second.published and second.published.clock) == ("Bridge closed for repairs", time(18, 5))


def test_an_article_with_subheadings_is_no_topic_page():
    sections = "\n\n".join(
        f"Subheading number {n} of the long story\n\nThe {n}. paragraph says what there is to say about it, as before."
        for n in range(6)
    )
    items = split_dump(f"A long story about the river and its locks\n\nBy Ana Pop\n3 May 2024\n\n{sections}")
    assert [item.kind for item in items] == [KIND.ARTICLE]
    assert "Subheading number 3 of the long story" in items[0].body


def test_lines_broken_at_a_fixed_width_are_joined():
    text = """The locks on the lower Danube were opened on Thursday morning, the
commission said, and the first of a hundred and forty barges passed
without delay. Captains sounded their horns and the lock keepers had
to hold their ears.

Ice is expected within a week."""
    (article,) = split_dump(text)
    assert article.body.startswith("The locks on the lower Danube were opened on Thursday morning, the commission said")
    assert article.body.count("\n\n") == 1


def test_invisible_characters_go_and_spaces_run_together():
    (article,) = split_dump("\ufeffThe lo\u00adcks \u200b on   the\tDanube\u00a0are open again, said the keeper.")
    assert article.body == "The locks on the Danube are open again, said the keeper."


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["", "", "5:15 AM", "Share", "By Ana Pop", "3 May 2024", "• Ports", "Ice reaches Galati early this year",
             "The ice has reached the port, the commission said on Tuesday.", "It breaks off in the mid…", "Related",
             "Who pays?", "\u200b", "12 comments", "x" * 300, "氷は例年より早く現れた。", "He said no."]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_any_page_gives_items_made_of_its_lines(lines: list[str]):
    text = "\n".join(lines)
    for item in split_dump(text):
        assert item.title or item.body
        for line in (item.title, *item.body.split("\n\n")):
            assert line == line.strip()
            assert line in text


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_split_without_an_error(text: str):
    split_dump(text)


LOCKS = (
    "The locks on the lower Danube were opened again on Thursday, the river commission said.",
    "Barges had waited for nine days above the dam, some of them with grain on board.",
)
FERRIES = (
    "Crews of the ferries to Port Ellis voted to end their strike on Friday at noon.",
    "The first boat will sail on Saturday, and the captain expects that it will be full.",
)


def test_two_articles_one_after_another_are_two():
    text = "\n\n".join(["Locks open\nBy Ana Pop", *LOCKS, "Ferries sail to Port Ellis again\nBy Mihai Oros", *FERRIES])
    items = split_dump(text.replace("Locks open", "Locks on the Danube open"))
    assert [(item.title, item.byline) for item in items] == [
        ("Locks on the Danube open", "Ana Pop"),
        ("Ferries sail to Port Ellis again", "Mihai Oros"),
    ]
    assert [item.body for item in items] == ["\n\n".join(LOCKS), "\n\n".join(FERRIES)]


def test_two_articles_of_a_paragraph_each_are_two():
    text = f"Locks on the Danube open\nBy Ana Pop\n\n{LOCKS[0]}\n\nFerries sail again\nBy Mihai Oros\n\n{FERRIES[0]}"
    assert [(item.title, item.body) for item in split_dump(text)] == [
        ("Locks on the Danube open", LOCKS[0]),
        ("Ferries sail again", FERRIES[0]),
    ]


def test_a_signed_teaser_under_an_article_is_no_second_one():
    text = "\n\n".join(
        ["Locks on the Danube open\nBy Ana Pop", *LOCKS, "Ferries sail again\nBy Mihai Oros", FERRIES[0]]
    )
    assert sum(item.kind is KIND.ARTICLE for item in split_dump(text)) == 1


def test_quoted_mail_is_read_without_its_marks():
    wrapped = [
        "The locks on the lower Danube were opened again",
        "on Thursday, the river commission said, and the",
        "barges that had waited for nine days above the",
        "dam sailed.",
    ]
    quoted = "\n".join(f"> {line}".rstrip() for line in ["Locks on the Danube open", "", *wrapped, "", *wrapped])
    (item,) = split_dump(quoted)
    assert item.title == "Locks on the Danube open"
    assert item.body == "\n\n".join([" ".join(wrapped)] * 2)


@pytest.mark.parametrize("title", ["Von Anna Muster bis Max Beispiel", "Af Muster Exhibition Opens Today"])
def test_a_headline_may_begin_with_what_is_by_in_another_language(title: str):
    told = "The locks on the lower Danube were opened again on Thursday, the commission said, and barges may pass."
    (item,) = split_dump(f"{title}\n\nBy Jane Roe\n3 May 2024\n\n{told}\n\n{told} Again.\n\n{told} And again.")
    assert (item.title, item.authors) == (title, ("Jane Roe",))
