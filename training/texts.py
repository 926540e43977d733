"""Annotated texts, as they are trained on: our own marked-up ones (training.annotated), and JSON Lines in the form of
PolNeAR's release ({"id", "text", "quotes": [{"content", "speaker", "cue", "type"}]}; Newell, Margolin & Ruths, "An
Attribution Relations Corpus for Political News", LREC 2018), or of texts alone, which only a teacher can say something
about.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from training.annotated import Attribution, examples, kind


class Text(NamedTuple):
    """A text and what is known of it. `quotes` is None where nobody annotated it. `complete`: every quote without a cue
    is annotated too. `weight`: how often an epoch sees it."""

    text: str
    quotes: tuple[Attribution, ...] | None
    kinds: tuple[str, ...]
    complete: bool
    weight: int


def texts(source: Path, weight: int = 1) -> Iterator[Text]:
    """The texts of a file or folder: .jsonl, or our own .txt."""
    if source.is_dir() or source.suffix == ".txt":
        for example in examples(source):
            kinds = tuple(kind(example.text, quote.content) for quote in example.quotes)
            yield Text(example.text, example.quotes, kinds, True, weight)
        return
    for line in source.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        quotes = entry.get("quotes")
        yield Text(
            entry["text"],
            None if quotes is None else tuple(_attribution(quote) for quote in quotes),
            tuple(quote["type"] for quote in quotes or ()),
            False,
            weight,
        )


def _attribution(quote: dict[str, list[list[int]]]) -> Attribution:
    return Attribution(_spans(quote["content"]), _spans(quote["speaker"]), _spans(quote["cue"]), (), None, False)


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


_STYLES = (
    str.maketrans("“”", '""'),
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
    str.maketrans("“”‘’", "‘’“”"),
)


def restyled(text: str, chance: random.Random) -> str:
    """The text, now and then in another house's quotation marks, character for character."""
    if chance.random() < 0.75:
        return text
    if '"' in text and "“" not in text and chance.random() < 0.6:
        return _curled(text)
    return text.translate(chance.choice(_STYLES))


def _curled(text: str) -> str:
    """Straight double marks made curly: opening after white space or an opening bracket, else closing."""
    return re.sub(r'(^|[\s(\[—–-])"', "\\1“", text, flags=re.MULTILINE).replace('"', "”")
