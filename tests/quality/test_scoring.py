"""How quotes are scored: by content and speaker, trimmed, one to one, and what does not count."""

from app.model.span import Span
from tools.quality.figures import Figure, Judged, overall, recall, silence
from tools.quality.scoring import Judgement, Saying, judge, same_name

TEXT = 'Mara Holt said "the bank will give way" and left. She added that nobody slept, Ola Berg told her.'


def spans(*parts: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


BANK = Saying(content=spans('"the bank will give way"'), speaker=spans("Mara Holt"), entity="Mara Holt")
SLEPT = Saying(content=spans("that nobody slept"), speaker=spans("She"), entity="Mara Holt")


def test_marks_and_punctuation_at_the_edges_do_not_decide() -> None:
    got = judge(TEXT, [BANK], [BANK._replace(content=spans('"the bank will give way" '))])
    assert [(pair.iou, pair.right) for pair in got.pairs] == [(1.0, True)]


def test_half_of_the_words_are_enough_and_less_are_not() -> None:
    [enough] = judge(TEXT, [BANK], [BANK._replace(content=spans("bank will give"))]).pairs
    [few] = judge(TEXT, [BANK], [BANK._replace(content=spans("the bank"))]).pairs
    assert (enough.right, few.right, few.content_right) == (True, False, False)


def test_a_speaker_must_overlap_or_be_missing_on_both_sides() -> None:
    [other] = judge(TEXT, [BANK], [BANK._replace(speaker=spans("Ola Berg"))]).pairs
    [part] = judge(TEXT, [BANK], [BANK._replace(speaker=spans("Holt"))]).pairs
    [nobody] = judge(TEXT, [BANK._replace(speaker=())], [BANK._replace(speaker=())]).pairs
    [unwanted] = judge(TEXT, [BANK._replace(speaker=())], [BANK]).pairs
    assert [pair.right for pair in (other, part, nobody, unwanted)] == [False, True, True, False]


def test_one_prediction_answers_one_gold_quote_the_nearest() -> None:
    from_bank_to_sleep = Saying(content=(Span(15, TEXT.index(", Ola")),), speaker=spans("Mara Holt"))
    got = judge(TEXT, [BANK, SLEPT], [from_bank_to_sleep])
    assert [pair.gold.content for pair in got.pairs] == [spans("the bank will give way")]
    assert [saying.content for saying in got.missed] == [SLEPT.content]


def test_what_is_missed_and_what_is_spurious() -> None:
    got = judge(TEXT, [BANK], [SLEPT])
    assert (len(got.pairs), len(got.missed), len(got.spurious)) == (0, 1, 1)


def test_optional_gold_counts_neither_way() -> None:
    optional = SLEPT._replace(counts=False)
    nothing = Judgement((), (), ())
    assert judge(TEXT, [optional], []) == nothing
    assert judge(TEXT, [optional], [SLEPT]) == nothing
    assert judge(TEXT, [optional], [SLEPT, SLEPT._replace(content=spans("nobody"))]) == nothing


def test_a_saying_without_words_is_none() -> None:
    assert judge(TEXT, [], [Saying(content=spans('"'))]) == Judgement((), (), ())


def test_names_agree_when_the_shorter_is_in_the_longer() -> None:
    assert same_name("Holt", "Mara Holt")
    assert same_name("the Ministry of Works", "Ministry Works")
    assert not same_name("Mara Holt", "Ola Holt")
    assert not same_name(None, "Mara Holt")
    assert same_name(None, None)


def test_overall_figures() -> None:
    vague = SLEPT._replace(entity=None)
    wrong = Saying(content=spans("left"), speaker=spans("Mara Holt"))
    figures = overall([judge(TEXT, [BANK, SLEPT], [BANK, vague, wrong]), judge(TEXT, [BANK], [])])
    assert figures["quote+speaker P"] == Figure(66.7, 3)
    assert figures["quote+speaker R"] == Figure(66.7, 3)
    assert figures["quote+speaker F1"] == Figure(66.7, 3)
    assert figures["speaker accuracy"] == Figure(100.0, 2)
    assert figures["quote+entity F1"] == Figure(33.3, 3)
    assert figures["entities given that are right"] == Figure(100.0, 1)


def test_figures_by_phenomenon() -> None:
    examples = [
        Judged("one", ("pronoun", "idiom"), judge(TEXT, [BANK, SLEPT], [BANK])),
        Judged("two", ("pronoun",), judge(TEXT, [SLEPT], [SLEPT, BANK])),
    ]
    assert recall(examples)["pronoun"] == Figure(66.7, 3)
    assert silence(examples) == {"pronoun": Figure(50.0, 2), "idiom": Figure(100.0, 1)}
