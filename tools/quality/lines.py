"""Gold and predictions as the outside sets and `quotewire extract --as plain` write them: one JSON object a line."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from app.model.span import Span
from tools.quality.scope import gold_counts, prediction_counts
from tools.quality.scoring import Judgement, Saying, judge


class Compared(NamedTuple):
    """A text, all its gold in and out of scope, and what came of it."""

    text: str
    gold: tuple[Saying, ...]
    judgement: Judgement


def compared(gold_file: Path, predicted_file: Path) -> tuple[Compared, ...]:
    """Each text of the gold against its predictions, in scope "said"; a text without a line of its own has none."""
    predicted = {record["id"]: record["quotes"] for record in _records(predicted_file)}
    return tuple(_compared(record, predicted.get(record["id"], [])) for record in _records(gold_file))


def _compared(record: dict[str, Any], predicted: Sequence[dict[str, Any]]) -> Compared:
    text = record["text"]
    gold = [_saying(quote) for quote in record["quotes"]]
    gold = [saying._replace(counts=saying.counts and gold_counts(text, saying)) for saying in gold]
    found = [_saying(quote) for quote in predicted]
    found = [saying._replace(counts=prediction_counts(text, saying)) for saying in found]
    return Compared(text, tuple(gold), judge(text, gold, found))


def _records(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _saying(quote: dict[str, Any]) -> Saying:
    return Saying(
        content=_spans(quote.get("content")),
        speaker=_spans(quote.get("speaker")),
        cue=_spans(quote.get("cue")),
        entity=quote.get("entity"),
        kind=(quote.get("type") or "").lower(),
        counts=not quote.get("optional"),
    )


def _spans(spans: Sequence[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in spans or () if start < end)
