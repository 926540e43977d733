import numpy as np

from app.attribute.decoding import Tagged, decoded
from app.attribute.encoding import Encoding
from app.attribute.network import Anchor
from app.attribute.quotations import quotations
from app.attribute.tags import CONTENT, CUE, REST, SOURCE
from app.model.span import Span
from tests.effort import steps

SHORT = {".": REST, "c": CONTENT, "s": SOURCE, "u": CUE}


def encoding(words: list[str]) -> tuple[str, Encoding]:
    """A text of words, one piece each."""
    text = " ".join(words)
    starts = np.cumsum([0, *(len(word) + 1 for word in words[:-1])])
    ends = starts + [len(word) for word in words]
    count = len(words)
    return text, Encoding(np.ones(count, np.int64), starts, ends, np.zeros(count, np.int64), np.arange(count))


def anchor(tags: str, at: int, chance: float = 0.9, *, turn: bool = False, sure: float = 0.9) -> Anchor:
    scores = np.full((len(tags), 4), (1 - sure) / 3, np.float32)
    scores[np.arange(len(tags)), [SHORT[tag] for tag in tags]] = sure
    return Anchor(at, turn, chance, 0, scores)


def tag(words: str, *anchors: Anchor) -> tuple[str, tuple[Tagged, ...]]:
    text, pieces = encoding(words.split())
    return text, decoded(anchors, text, pieces, quotations(text, [Span(0, len(text))]))


def test_words_go_where_the_network_puts_them() -> None:
    text, (found,) = tag("Marsh said it leaks today", anchor("succc", 1))
    assert [span.of(text) for span in found.source] == ["Marsh"]
    assert [span.of(text) for span in found.cue] == ["said"]
    assert [span.of(text) for span in found.content] == ["it leaks today"]
    assert found.head == 6


def test_a_small_gap_in_the_content_is_closed() -> None:
    tags = anchor("succ.cc", 1)
    tags.scores[4] = (0.4, 0.45, 0.1, 0.05)
    text, (found,) = tag("Marsh said that it badly leaks today", tags)
    assert [span.of(text) for span in found.content] == ["that it badly leaks today"]


def test_a_quotation_is_taken_whole_when_most_of_it_is_content() -> None:
    text, (found,) = tag("“It leaks very badly” Marsh said", anchor("ccc.su", 5))
    assert [span.of(text) for span in found.content] == ["“It leaks very badly”"]


def test_a_cue_inside_a_quotation_does_not_take_it_whole() -> None:
    text, (found,) = tag("“We listened since patients said it hurt”", anchor("...succ", 4))
    assert [span.of(text) for span in found.content] == ["it hurt”"]


def test_a_source_is_one_stretch_over_a_mark_and_ends_with_its_line() -> None:
    text, (found,) = tag("Marsh , who runs it, said it leaks", anchor("s.s..ucc", 5))
    assert [span.of(text) for span in found.source] == ["Marsh , who"]
    words = ["Winds", "The", "mayor", "said", "it", "leaks"]
    text, pieces = encoding(words)
    parted = text[:5] + "\n" + text[6:]
    (found,) = decoded([anchor("sssucc", 3)], parted, pieces, ())
    assert [span.of(parted) for span in found.source] == ["The mayor"]


def test_of_stretches_that_may_be_the_source_far_less_likely_ones_are_none() -> None:
    tags = anchor("s..succ", 4)
    tags.scores[0] = (0.65, 0.02, 0.31, 0.02)
    text, (found,) = tag("Berg met whom Marsh said it leaks", tags)
    assert [span.of(text) for span in found.source] == ["Marsh"]


def test_an_unlikely_cue_is_none() -> None:
    assert tag("Marsh said it leaks", anchor("succ", 1, chance=0.2))[1] == ()


def test_a_turn_is_its_quotation_and_nothing_else() -> None:
    text, (found,) = tag("“It leaks badly” Marsh complained", anchor("cccsc", 0, turn=True))
    assert [span.of(text) for span in found.content] == ["“It leaks badly”"]
    assert found.cue == ()


def test_of_two_cues_for_the_same_words_the_likelier_stays() -> None:
    text, found = tag("Marsh said told it leaks", anchor("su.cc", 1, 0.9), anchor("s.ucc", 2, 0.6))
    assert [one.cue[0].of(text) for one in found] == ["said"]


def test_a_cue_without_content_is_dropped() -> None:
    assert tag("Marsh said so", anchor("su.", 1))[1] == ()


def test_the_likeliest_word_is_the_source_where_none_is_likely() -> None:
    tags = anchor("..cc", 1)
    tags.scores[0] = (0.7, 0.02, 0.25, 0.03)
    text, (found,) = tag("Marsh said it leaks", tags)
    assert [span.of(text) for span in found.source] == ["Marsh"]


def test_many_cues_cost_no_more_than_the_text_is_long() -> None:
    count = 10_000
    text, pieces = encoding(["Marsh", "said", "it", "leaks"] * count)
    anchors = [anchor("succ", 1)._replace(piece=4 * number + 1, first=4 * number) for number in range(count)]
    assert len(decoded(iter(anchors), text, pieces, ())) == count
    assert steps(lambda: decoded(iter(anchors), text, pieces, ())) < 1_000 * count
