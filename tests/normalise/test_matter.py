"""What a page speaks of. Orvania and its people are invented."""

from hypothesis import given
from hypothesis import strategies as st

from app.normalise.matter import beside_the_matter, names_in

STORY = [
    "The parliament of Orvania voted on Monday for the budget that minister Marovic had brought in.",
    "Opponents of Marovic left the hall before the vote and sang on the stairs.",
    "They say, as the bank of Orvania does, that the money will not even last until the summer.",
]
OWN = "Three readers in four pay nothing for what our desk in Galati Street writes every night."


def test_a_sentence_with_names_of_its_own_is_beside_the_matter():
    assert beside_the_matter([*STORY, OWN], "")[0::3] == [False, True]
    assert beside_the_matter([OWN.replace("Galati Street", "Orvania"), *STORY], "")[:2] == [False, False]


def test_the_publishers_name_is_no_tie():
    told = [*STORY, "Become a friend of The Orvania Herald and read every page on the day that it is made."]
    assert beside_the_matter(told, "orvania.example")[3]
    assert beside_the_matter(told, "herald")[3], "of a run of names that holds it none is a tie"
    assert not beside_the_matter(told, "courier")[3]


def test_a_short_name_within_the_publishers_is_a_name():
    assert names_in("He met Ian Blackford there", "theguardian.example") == {"ian", "blackford"}
    assert not names_in("He reads the Guardian there", "theguardian.example")


def test_what_an_outlet_says_twice_of_itself_is_not_the_matter():
    told = [*STORY, OWN, "Our desk in Galati Street is open to visitors on every first Sunday of the month."]
    assert beside_the_matter(told, "")[3:] == [True, True]


def test_without_names_the_words_tell():
    told = [
        "उसने कहा कि पुल बंद रहेगा और पुल की मरम्मत होगी।",
        "पुल बंद रहेगा और मरम्मत होगी।",
        "हमारे समाचार पत्र की सदस्यता लीजिए।",
    ]
    assert beside_the_matter(told, "")[1:] == [False, True]


@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_sentence_is_judged(sentences: list[str]):
    assert len(beside_the_matter(sentences, "courier.example")) == len(sentences)
