"""What a teacher says of texts. It is asked once; its answers serve every epoch of the student."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from app.attribute.encoding import Encoder, Encoding
from app.attribute.network import windows
from app.attribute.tags import NOTHING
from training.batches import FIRST, LAST
from training.lessons import Answers, lesson
from training.network import Network
from training.texts import Text

LEAST = 0.15
"""How likely a piece must be a cue for the teacher to be asked what belongs to it."""

_ROWS = 64


def asked(teacher: Network, encoder: Encoder, texts: Sequence[Text]) -> Iterator[tuple[str, Answers]]:
    """Each text with the teacher's answers to it: of annotated quotes, and of those that the teacher sees besides."""
    teacher.eval()
    for text in texts:
        shown = lesson(text, encoder)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            chances, pieces, views = _read(teacher, shown.encoding)
            likely = np.flatnonzero(1 - chances[:, NOTHING].numpy() >= LEAST).tolist()
            cues = sorted({*likely, *(anchor.piece for anchor in shown.anchors)})
            around = list(_around(teacher, pieces, views, cues))
        labels: NDArray[np.float16] = chances.numpy().astype(np.float16)
        yield text.text, Answers(labels, dict(zip(cues, around, strict=True)))


def _read(teacher: Network, encoding: Encoding) -> tuple[Tensor, Tensor, Tensor]:
    """The chances of every piece's label and the two views of it, window by window as at run time."""
    parts: list[list[Tensor]] = []
    for left, start, end, right in windows(encoding):
        ids = torch.from_numpy(np.concatenate([[FIRST], encoding.ids[left:right], [LAST]]))[None]
        features = torch.from_numpy(np.concatenate([[0], encoding.features[left:right], [0]]))[None]
        labels, *both = teacher.encoder(ids, features, torch.ones_like(ids, dtype=torch.bool))
        answered = slice(start - left + 1, end - left + 1)
        parts.append([values[0, answered] for values in (labels.float().softmax(-1), *(view.float() for view in both))])
    chances, pieces, views = (torch.cat(part) for part in zip(*parts, strict=True))
    return chances, pieces, views


def _around(teacher: Network, pieces: Tensor, views: Tensor, cues: Sequence[int]) -> Iterator[NDArray[np.float16]]:
    """For each cue the chances of the tags of the pieces around it."""
    reach = teacher.spans.reach
    field = functional.pad(pieces, (0, 0, reach, reach))
    inside = functional.pad(torch.ones(len(pieces), dtype=torch.bool), (reach, reach))
    for first in range(0, len(cues), _ROWS):
        places = torch.tensor(cues[first : first + _ROWS])
        at = places[:, None] + torch.arange(2 * reach + 1)[None]
        scores = teacher.spans(field[at] + views[places][:, None], inside[at])
        yield from scores.float().softmax(-1).numpy().astype(np.float16)
