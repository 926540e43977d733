"""Windows of texts, cut anew every epoch, and the tensors made of them."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from app.attribute.tags import CUES, TAGS
from training.lessons import UNKNOWN, Anchor, Lesson

WINDOW = 254
BATCH = 10
FIRST, LAST = 101, 102
"""The numbers of [CLS] and [SEP] in BERT's vocabulary."""


class Window(NamedTuple):
    """The pieces `start <= piece < end` of a lesson."""

    lesson: Lesson
    start: int
    end: int


class Batch(NamedTuple):
    """Padded windows: (rows, length) tensors; and for each anchor with most of its content in its window its row, its
    place in it, and the tags of the pieces around it. `label_chances` and `tag_chances` are a teacher's, all nought
    where it was not asked; labels and tags are UNKNOWN where nothing is annotated."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    labels: Tensor
    label_chances: Tensor
    rows: Tensor
    places: Tensor
    tags: Tensor
    tag_chances: Tensor


def windows(lessons: Sequence[Lesson], chance: random.Random) -> Iterator[Window]:
    """Cut every lesson into windows at places drawn by `chance`."""
    for lesson in lessons:
        size = len(lesson.encoding.ids)
        cuts = [0]
        if size > WINDOW:
            cuts += range(chance.randrange(WINDOW // 4, WINDOW), size, WINDOW)
            if size - cuts[-1] < WINDOW // 4:
                cuts.pop()
        for number, start in enumerate(cuts):
            end = cuts[number + 1] if number + 1 < len(cuts) else size
            if size:
                yield Window(lesson, start, min(end, start + int(WINDOW * 1.25)))


def batches(cut: Sequence[Window], chance: random.Random) -> list[list[Window]]:
    """The windows shuffled into batches of similar length."""
    mixed = list(cut)
    chance.shuffle(mixed)
    result: list[list[Window]] = []
    for at in range(0, len(mixed), 256):
        pool = sorted(mixed[at : at + 256], key=lambda window: window.end - window.start)
        result += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    chance.shuffle(result)
    return result


def collate(batch: Sequence[Window], reach: int) -> Batch:
    """The tensors of a batch; each window stands between [CLS] and [SEP], each anchor sees `reach` pieces each way."""
    length = max(window.end - window.start for window in batch) + 2
    shape = (len(batch), length)
    ids, features = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    mask, labels = torch.zeros(shape, dtype=torch.bool), torch.full(shape, UNKNOWN)
    label_chances = torch.zeros((*shape, len(CUES)))
    placed: list[tuple[int, int, Anchor]] = []
    for row, (lesson, start, end) in enumerate(batch):
        size = end - start
        inner = slice(1, size + 1)
        ids[row, 0], ids[row, size + 1] = FIRST, LAST
        ids[row, inner] = torch.from_numpy(lesson.encoding.ids[start:end])
        features[row, inner] = torch.from_numpy(lesson.encoding.features[start:end])
        mask[row, : size + 2] = True
        labels[row, inner] = torch.from_numpy(lesson.labels[start:end])
        if lesson.chances is not None:
            label_chances[row, inner] = torch.from_numpy(lesson.chances[start:end]).float()
        placed += [
            (row, anchor.piece - start + 1, anchor)
            for anchor in lesson.anchors
            if start <= anchor.piece < end and _mostly_inside(anchor.content(), start, end)
        ]
    rows, places = torch.tensor([row for row, _, _ in placed]), torch.tensor([place for _, place, _ in placed])
    tags = torch.full((len(placed), 2 * reach + 1), UNKNOWN)
    tag_chances = torch.zeros((*tags.shape, len(TAGS)))
    for number, (_, _, anchor) in enumerate(placed):
        if anchor.tags is not None:
            tags[number] = torch.from_numpy(_around(anchor.piece, anchor.tags, reach))
        if anchor.chances is not None:
            edge = len(anchor.chances) // 2 - reach
            tag_chances[number] = torch.from_numpy(anchor.chances[edge : edge + 2 * reach + 1]).float()
    return Batch(ids, features, mask, labels, label_chances, rows, places, tags, tag_chances)


def _mostly_inside(content: Sequence[int], start: int, end: int) -> bool:
    return sum(start <= piece < end for piece in content) >= 0.6 * len(content)


def _around(piece: int, tags: dict[int, int], reach: int) -> np.ndarray:
    result = np.zeros(2 * reach + 1, np.int64)
    for at, tag in tags.items():
        if abs(at - piece) <= reach:
            result[at - piece + reach] = tag
    return result
