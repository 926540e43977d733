"""What is measured on: news invented for this project, or a file of the reader's own."""

import json
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from training.annotated import examples

_GOLD = Path(__file__).resolve().parents[1] / "tests" / "quality" / "gold"
_SHORTEST_ARTICLE = 60


def articles(file: Path | None) -> tuple[str, ...]:
    """The texts of a JSONL file (`{"text": …}` a line), or our own annotated articles without their annotation.

    Raises OSError, ValueError or KeyError where the file is no such file, ValueError where it holds no text.
    """
    if file is not None:
        lines = file.read_text("utf-8").splitlines()
        texts = tuple(json.loads(line)["text"] for line in lines if line.strip())
    else:
        found = (example.text for part in ("test", "train") for example in examples(_GOLD / part))
        texts = tuple(text for text in found if words(text) >= _SHORTEST_ARTICLE)
    if not any(map(words, texts)):
        raise ValueError("there is no text to measure on")
    return texts


def words(text: str) -> int:
    """Words as white space parts them: the same count for whoever reads the text."""
    return len(text.split())


def repeated(texts: Sequence[str], at_least: int) -> tuple[str, ...]:
    """The texts one after another, from the first again after the last, until they have so many words."""
    return tuple(_until(texts, at_least))


def _until(texts: Sequence[str], at_least: int) -> Iterator[str]:
    length = 0
    for text in cycle(texts):
        if length >= at_least:
            return
        length += words(text)
        yield text
