"""What a teacher says of texts. It is asked once; its answers serve every epoch of the student."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

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
_WINDOWS = 8


def asked(teacher: Network, encoder: Encoder, texts: Sequence[Text]) -> Iterator[tuple[str, Answers]]:
    """Each text with the teacher's answers to it: of annotated quotes, and of those that the teacher sees besides."""
    _halved(teacher.eval())
    for text in texts:
        shown = lesson(text, encoder)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            chances, pieces, views = _read(teacher, shown.encoding)
            likely = np.flatnonzero(1 - chances[:, NOTHING].numpy() >= LEAST).tolist()
            cues = sorted({*likely, *(anchor.piece for anchor in shown.anchors)})
            around = list(_around(teacher, pieces, views, cues))
        labels: NDArray[np.float16] = chances.numpy().astype(np.float16)
        yield text.text, Answers(labels, dict(zip(cues, around, strict=True)))


def _halved(teacher: Network) -> None:
    """Keep what products are computed with in the type that they are computed in: it would be made of it each time."""
    for module in teacher.modules():
        if isinstance(module, nn.Linear):
            module.to(torch.bfloat16)


def _read(teacher: Network, encoding: Encoding) -> tuple[Tensor, Tensor, Tensor]:
    """The chances of every piece's label and the two views of it, in windows as at run time, several at once."""
    parts: list[list[Tensor]] = []
    found = list(windows(encoding))
    for group in (found[first : first + _WINDOWS] for first in range(0, len(found), _WINDOWS)):
        shown = [slice(window.left, window.right) for window in group]
        ids = _rows([np.concatenate([[FIRST], encoding.ids[part], [LAST]]) for part in shown])
        features = _rows([np.concatenate([[0], encoding.features[part], [0]]) for part in shown])
        lengths = torch.tensor([part.stop - part.start + 2 for part in shown])
        labels, *both = teacher.encoder(ids, features, torch.arange(ids.shape[1])[None] < lengths[:, None])
        told = (labels.float().softmax(-1), *(view.float() for view in both))
        for row, (left, start, end, _) in enumerate(group):
            parts.append([values[row, start - left + 1 : end - left + 1] for values in told])
    chances, pieces, views = (torch.cat(part) for part in zip(*parts, strict=True))
    return chances, pieces, views


def _rows(rows: Sequence[NDArray[np.int64]]) -> Tensor:
    return pad_sequence([torch.from_numpy(row.astype(np.int64)) for row in rows], batch_first=True)


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
