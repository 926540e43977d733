"""The training loop: a stage of epochs over annotated texts, which can be broken off and gone on with."""

import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from app.attribute.encoding import Encoder
from training.batches import Batch, Window, batches, collate, windows
from training.lessons import UNKNOWN, Answers, Lesson, lesson
from training.network import Network
from training.texts import Text, restyled

HEAD_RATE, DECAY = 1e-3, 0.01
WARM_UP = 68
"""Steps until the full rate is reached."""
CUE_WEIGHT, SPAN_WEIGHT = 8.0, 2.0
TAUGHT = 0.6
"""How much of the loss is the teacher's where both it and an annotation are there."""


def epoch_lessons(
    corpus: Sequence[Text], answers: Mapping[str, Answers], encoder: Encoder, chance: random.Random
) -> Iterator[Lesson]:
    """What one epoch sees: every text as often as its weight says, its marks now and then in another style."""
    for text in corpus:
        for _ in range(text.weight):
            yield lesson(text, encoder, restyled(text.text, chance), answers.get(text.text))


def loss(network: Network, batch: Batch) -> tuple[torch.Tensor, float, float]:
    """The weighted loss of a batch, and the cue head's and the span head's own."""
    labels, pieces, views = network.encoder(batch.ids, batch.features, batch.mask)
    of_cues = _difference(labels, batch.labels, batch.label_chances)
    of_spans = torch.zeros(())
    if len(batch.rows):
        opens = batch.features % 2 == 1
        around, there = network.around((pieces, views), batch.mask, opens, batch.rows, batch.places)
        tags, chances = batch.tags.masked_fill(~there, UNKNOWN), batch.tag_chances * there[..., None]
        of_spans = _difference(network.spans(around, there), tags, chances)
    return CUE_WEIGHT * of_cues + SPAN_WEIGHT * of_spans, of_cues.item(), of_spans.item()


def _difference(scores: torch.Tensor, known: torch.Tensor, chances: torch.Tensor) -> torch.Tensor:
    """The mean cross entropy against the annotation, against a teacher's chances, or mixed where both are there."""
    logs = scores.float().log_softmax(-1).flatten(0, -2)
    of_known = functional.nll_loss(logs, known.flatten(), ignore_index=UNKNOWN, reduction="none")
    of_taught = -(chances.flatten(0, -2) * logs).sum(-1)
    is_known, is_taught = known.flatten() != UNKNOWN, chances.flatten(0, -2).sum(-1) > 0
    both = is_known & is_taught
    each = torch.where(both, (1 - TAUGHT) * of_known + TAUGHT * of_taught, of_known + of_taught)
    return each.sum() / (is_known | is_taught).sum().clamp(min=1)


class Stage(NamedTuple):
    """A stretch of training: what is seen, in how many epochs; the factor on the learning rates from which and to which
    a straight line leads; the number of the first epoch, which its shuffling depends on; the encoder's rate; and
    what a teacher says of each text."""

    corpus: Sequence[Text]
    epochs: int
    pace: float
    last_pace: float
    first: int = 0
    encoder_rate: float = 1.5e-4
    answers: Mapping[str, Answers] = {}

    def batches(self, encoder: Encoder, seed: int, epoch: int) -> list[list[Window]]:
        """What an epoch sees, numbered within the stage."""
        chance = random.Random(f"{seed}/{self.first + epoch}")
        lessons = list(epoch_lessons(self.corpus, self.answers, encoder, chance))
        return batches(list(windows(lessons, chance)), chance)


def optimizer(network: Network, stage: Stage, steps: int) -> tuple[torch.optim.AdamW, LambdaLR]:
    """AdamW with a slow rate for the published weights; a short warm-up, then the stage's straight line."""
    heads = ("printed", "cue", "piece_view", "cue_view")
    named = [(name, parameter) for name, parameter in network.encoder.named_parameters() if parameter.requires_grad]
    slow = [parameter for name, parameter in named if not name.startswith(heads)]
    fast = [parameter for name, parameter in named if name.startswith(heads)]
    groups: list[dict[str, Any]] = [
        {"params": slow, "lr": stage.encoder_rate},
        {"params": [*fast, *network.spans.parameters()], "lr": HEAD_RATE},
    ]
    adam = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)

    def pace(step: int) -> float:
        line = stage.pace + (stage.last_pace - stage.pace) * step / steps
        return min(1.0, (step + 1) / WARM_UP) * max(0.01, line)

    return adam, LambdaLR(adam, pace)


def train(stage: Stage, network: Network, encoder: Encoder, state: Path, seed: int) -> None:
    """Train a network in place, or go on where `state` stopped; after every epoch all that this needs is written there.

    Same seed, data, threads and machine: the same weights, also after an interruption.
    """
    torch.manual_seed(seed)
    steps = stage.epochs * len(stage.batches(encoder, seed, 0))
    adam, schedule = optimizer(network, stage, steps)
    done = _restore(state, network, adam, schedule) if state.exists() else 0
    network.train()
    for epoch in range(done, stage.epochs):
        title = f"{state.stem} {epoch + 1}/{stage.epochs}"
        _run(network, adam, schedule, stage.batches(encoder, seed, epoch), title)
        _save(
            {
                "network": network.state_dict(),
                "adam": adam.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
                "random": torch.get_rng_state(),
            },
            state,
        )


def _restore(state: Path, network: Network, adam: torch.optim.AdamW, schedule: LambdaLR) -> int:
    """Take up a saved state; how many epochs it has seen."""
    saved = torch.load(state)
    network.load_state_dict(saved["network"])
    adam.load_state_dict(saved["adam"])
    schedule.load_state_dict(saved["schedule"])
    torch.set_rng_state(saved.get("random", torch.get_rng_state()))
    return int(saved["epoch"])


def _run(network: Network, adam: torch.optim.AdamW, schedule: LambdaLR, epoch: list[list[Window]], title: str) -> None:
    parameters = [p for p in network.parameters() if p.requires_grad]
    started, cue, span = time.monotonic(), 0.0, 0.0
    for step, batch in enumerate(epoch, 1):
        with torch.autocast("cpu", torch.bfloat16):
            total, of_cues, of_spans = loss(network, collate(batch, network.spans.reach))
        total.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        adam.step()
        schedule.step()
        adam.zero_grad()
        cue, span = cue + of_cues, span + of_spans
        if step % 25 == 0 or step == len(epoch):
            left = (time.monotonic() - started) / step * (len(epoch) - step)
            line = (
                f"{title}  {step}/{len(epoch)}  cue {cue / step:.4f}  span {span / step:.4f}  {left / 60:.1f} min left"
            )
            print(line, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)


def _save(value: dict[str, Any], path: Path) -> None:
    torch.save(value, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)
