"""Windows of texts, cut anew every epoch, and the tensors made of them."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from app.attribute.tags import CONTENT, REACH
from training.corpus import UNKNOWN, Lesson, labels

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
    place in it, and the tags of the pieces around it."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    cues: Tensor
    rows: Tensor
    places: Tensor
    tags: Tensor


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


def collate(batch: Sequence[Window]) -> Batch:
    """The tensors of a batch; each window stands between [CLS] and [SEP]."""
    length = max(window.end - window.start for window in batch) + 2
    shape = (len(batch), length)
    ids, features = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    mask, cues = torch.zeros(shape, dtype=torch.bool), torch.full(shape, UNKNOWN)
    rows: list[int] = []
    places: list[int] = []
    tags: list[Tensor] = []
    for row, (lesson, start, end) in enumerate(batch):
        size = end - start
        inner = slice(1, size + 1)
        ids[row, 0], ids[row, size + 1] = FIRST, LAST
        ids[row, inner] = torch.from_numpy(lesson.encoding.ids[start:end])
        features[row, inner] = torch.from_numpy(lesson.encoding.features[start:end])
        mask[row, : size + 2] = True
        cues[row, inner] = torch.from_numpy(labels(lesson)[start:end])
        for piece, _, tagged in lesson.anchors:
            if start <= piece < end and _mostly_inside(tagged, start, end):
                rows.append(row)
                places.append(piece - start + 1)
                tags.append(_around(piece, tagged))
    stacked = torch.stack(tags) if tags else torch.zeros((0, 2 * REACH + 1), dtype=torch.long)
    return Batch(ids, features, mask, cues, torch.tensor(rows), torch.tensor(places), stacked)


def _mostly_inside(tags: dict[int, int], start: int, end: int) -> bool:
    content = [piece for piece, tag in tags.items() if tag == CONTENT]
    return sum(start <= piece < end for piece in content) >= 0.6 * len(content)


def _around(piece: int, tags: dict[int, int]) -> Tensor:
    result = torch.zeros(2 * REACH + 1, dtype=torch.long)
    for at, tag in tags.items():
        if abs(at - piece) <= REACH:
            result[at - piece + REACH] = tag
    return result
