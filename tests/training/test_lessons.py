"""What the network is to learn of a text, as far as it can be told without the training libraries."""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from app.attribute.encoding import Encoder
from app.attribute.tagger import OWN_WEIGHTS
from app.attribute.tags import CONTENT, CUE, NOTHING, REST, SOURCE, SPEECH, TURN
from training.annotated import examples
from training.lessons import UNKNOWN, Answers, Lesson, lesson
from training.texts import Text, texts

ENCODER = Encoder(Tokenizer.from_file(str(OWN_WEIGHTS / "tokenizer.json")))

MARKED = """=== sample | cueless-paragraph
{s1,2 Mara Holt} {c1 said} {q1 the bank would hold}.

{q2 “It always has.”}
---
1 Mara Holt
2 Mara Holt
"""


def sample(folder: Path, complete: bool = True) -> Text:
    file = folder / "sample.txt"
    file.write_text(MARKED, encoding="utf-8")
    return next(iter(texts(file)))._replace(complete=complete)


def pieces(of: Lesson, text: str, tag: int, anchor: int = 0) -> str:
    tags = of.anchors[anchor].tags or {}
    spans = [(of.encoding.starts[at], of.encoding.ends[at]) for at, found in sorted(tags.items()) if found == tag]
    return " ".join(text[start:end] for start, end in spans)


def test_the_head_of_a_cue_carries_its_label_and_a_turn_the_mark_that_opens_it(tmp_path: Path) -> None:
    text = sample(tmp_path)
    shown = lesson(text, ENCODER)
    labelled = {text.text[shown.encoding.starts[at] : shown.encoding.ends[at]]: int(shown.labels[at])
                for at in np.flatnonzero(shown.labels != NOTHING)}  # fmt: skip
    assert labelled == {"said": SPEECH, "“": TURN}


def test_around_a_cue_stand_its_content_source_and_cue(tmp_path: Path) -> None:
    text = sample(tmp_path)
    shown = lesson(text, ENCODER)
    assert pieces(shown, text.text, CONTENT) == "the bank would hold"
    assert pieces(shown, text.text, SOURCE) == "Mara Holt"
    assert pieces(shown, text.text, CUE) == "said"
    assert pieces(shown, text.text, CONTENT, anchor=1) == "“ It always has . ”"


def test_nothing_is_learnt_of_quotations_that_an_annotation_without_turns_passes_over(tmp_path: Path) -> None:
    whole = sample(tmp_path, complete=False)
    shown = lesson(whole._replace(quotes=whole.quotes[:1] if whole.quotes else (), kinds=whole.kinds[:1]), ENCODER)
    unknown = [whole.text[shown.encoding.starts[at]] for at in np.flatnonzero(shown.labels == UNKNOWN)]
    assert unknown == ["“"]


def test_a_text_that_nobody_annotated_holds_what_the_teacher_says_of_it() -> None:
    text = Text("Mara Holt said so.", None, (), False, 1)
    size = len(lesson(text, ENCODER).labels)
    chances = np.zeros((5, 4), np.float16)
    chances[:, REST] = 1
    answers = Answers(np.full((size, 4), 0.25, np.float16), {2: chances})
    shown = lesson(text, ENCODER, answers=answers)
    assert set(shown.labels.tolist()) == {UNKNOWN}
    assert [(anchor.piece, anchor.tags) for anchor in shown.anchors] == [(2, None)]
    assert shown.anchors[0].content() == []


def test_answers_to_other_pieces_are_left_out(tmp_path: Path) -> None:
    text = sample(tmp_path)
    shown = lesson(text, ENCODER, answers=Answers(np.zeros((3, 4), np.float16), {}))
    assert shown.chances is None


def test_every_annotated_text_of_ours_can_be_learnt_from() -> None:
    folder = Path("tests/quality/gold/train")
    annotated = sum(len(example.quotes) for example in examples(folder))
    assert sum(len(lesson(text, ENCODER).anchors) for text in texts(folder)) == annotated
