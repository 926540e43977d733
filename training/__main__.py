"""Train the tagger and write the files that Quotewire runs: python -m training --own FOLDER [--polnear FILE] [--teacher
FOLDER] [--unannotated FILE …] --out FOLDER

Where a teacher's published weights are given, the teacher learns first, then says what it sees in every text, and the
student learns from both the annotation and the teacher. Each learns from the large corpus alone, then from it together
with our own annotated texts. In the end a third of the student is taken out, and what is left learns on. What was done
is kept in OUT: the same command goes on where it was broken off.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch

from app.attribute.encoding import Encoder
from training.asking import asked
from training.base import base_folder, tokenizer
from training.export import export
from training.lessons import Answers
from training.narrow import narrowed
from training.network import MARGIN, SHORTER_REACH, Network, nearer, pretrained, restored
from training.shipped import shipped
from training.teacher import pretrained_teacher
from training.texts import Text, texts
from training.train import Stage, train

OWN_WEIGHT = 2
KEPT = 2 / 3
"""The share of the student's heads and inner units that is left in the end."""
RANKED = 100
"""How many batches tell which those are."""


def teacher_stages(large: Sequence[Text], own: Sequence[Text], epochs: int) -> Iterator[tuple[str, Stage]]:
    """An epoch over the large corpus, then so many over everything that is annotated."""
    if large:
        yield "teacher-first", Stage(large, 1, pace=1, last_pace=0.75, encoder_rate=5e-5)
    yield "teacher", Stage([*large, *own], epochs, pace=0.75, last_pace=0, first=1, encoder_rate=5e-5)


def student_stages(
    large: Sequence[Text], own: Sequence[Text], answers: Mapping[str, Answers], epochs: tuple[int, int]
) -> Iterator[tuple[str, Stage]]:
    """The stages of the student while it is whole; without a large corpus there is one, over our own texts."""
    if large:
        yield "first", Stage(large, epochs[0], pace=1, last_pace=2 / 3, answers=answers)
        yield "second", Stage([*large, *own], epochs[1], pace=2 / 3, last_pace=0, first=epochs[0], answers=answers)
    else:
        yield "only", Stage(own, sum(epochs), pace=1, last_pace=0, answers=answers)


def narrow_stage(corpus: Sequence[Text], answers: Mapping[str, Answers], epochs: tuple[int, int, int]) -> Stage:
    """What the narrowed student sees after the stages before."""
    return Stage(corpus, epochs[2], pace=2 / 3, last_pace=0, first=sum(epochs[:2]), answers=answers)


def narrow(state: Path, stage: Stage, encoder: Encoder, out: Path, seed: int) -> Path:
    """Take out of a student what it can spare, and let it learn on; the file with the state afterwards."""
    after = out / "narrow.pt"
    network = restored(torch.load(after if after.exists() else state)["network"])
    if not after.exists():
        network = narrowed(nearer(network, SHORTER_REACH, MARGIN), stage.batches(encoder, seed, 0)[:RANKED], KEPT)
    train(stage, network, encoder, after, seed)
    return after


def further_stage(corpus: Sequence[Text], answers: Mapping[str, Answers], epochs: int) -> Stage:
    """What a network that has learned before sees."""
    return Stage(corpus, epochs, pace=1 / 2, last_pace=0, answers=answers)


def teaching(folder: Path) -> Network:
    """A teacher with its published weights: MPNet, or another of the student's kind."""
    kind = json.loads((folder / "config.json").read_text("utf-8"))["model_type"]
    return pretrained_teacher(folder) if kind == "mpnet" else pretrained(folder)


def learn(plan: Iterator[tuple[str, Stage]], network: Network, encoder: Encoder, out: Path, seed: int) -> Path:
    """Run the stages one after another on a network; the file with the state after the last one."""
    state = out
    for name, stage in plan:
        state = out / f"{name}.pt"
        train(stage, network, encoder, state, seed)
    return state


def answered(teacher: Network, encoder: Encoder, corpus: Sequence[Text], kept: Path) -> dict[str, Answers]:
    """The teacher's answers to every text, read from `kept` where they are there."""
    if not kept.exists():
        answers: dict[str, Answers] = {}
        for number, (text, answer) in enumerate(asked(teacher, encoder, corpus), 1):
            answers[text] = answer
            if number % 100 == 0:
                print(f"asked about {number}/{len(corpus)} texts", file=sys.stderr, flush=True)
        torch.save({text: tuple(answer) for text, answer in answers.items()}, kept.with_suffix(".new"))
        kept.with_suffix(".new").replace(kept)
    return {text: Answers(*answer) for text, answer in torch.load(kept, weights_only=False).items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--own", type=Path, required=True, help="our annotated texts: a .txt file or a folder of them")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's training half as JSON Lines")
    parser.add_argument("--teacher", type=Path, help="a folder with the weights of MPNet-base")
    parser.add_argument("--unannotated", type=Path, nargs="*", default=[], help="JSON Lines of texts for the teacher")
    parser.add_argument("--out", type=Path, required=True, help="where states and, in OUT/weights, the result go")
    parser.add_argument("--base", type=Path, help="a folder with BERT weights and vocabulary (default: MiniLM-L6)")
    parser.add_argument(
        "--further",
        type=Path,
        metavar="WEIGHTS",
        help="go on from weights that Quotewire runs, for NARROW epochs",
    )
    stages = ("TEACHER", "FIRST", "SECOND", "NARROW")
    parser.add_argument("--epochs", type=int, nargs=4, default=(1, 1, 3, 4), metavar=stages)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--version", default="own")
    asked_for = parser.parse_args()
    torch.set_num_threads(asked_for.threads)
    asked_for.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(asked_for.seed)
    base = asked_for.base or base_folder()
    encoder = Encoder(tokenizer(base))
    large = list(texts(asked_for.polnear)) if asked_for.polnear else []
    own = list(texts(asked_for.own, OWN_WEIGHT if large else 1))
    answers: dict[str, Answers] = {}
    if asked_for.teacher:
        teacher = teaching(asked_for.teacher)
        learn(teacher_stages(large, own, asked_for.epochs[0]), teacher, encoder, asked_for.out, asked_for.seed)
        large += [text for file in asked_for.unannotated for text in texts(file)]
        answers = answered(teacher, encoder, [*large, *own], asked_for.out / "answers.pt")
    epochs, corpus = tuple(asked_for.epochs[1:]), [*large, *own]
    if asked_for.further:
        plan = iter([("further", further_stage(corpus, answers, epochs[2]))])
        state = learn(plan, shipped(asked_for.further), encoder, asked_for.out, asked_for.seed)
    else:
        plan = student_stages(large, own, answers, epochs[:2])
        state = learn(plan, pretrained(base), encoder, asked_for.out, asked_for.seed)
        state = narrow(state, narrow_stage(corpus, answers, epochs), encoder, asked_for.out, asked_for.seed)
    export(state, base, asked_for.out / "weights", asked_for.version)
    print(f"weights are in {asked_for.out / 'weights'}", file=sys.stderr)


if __name__ == "__main__":
    main()
