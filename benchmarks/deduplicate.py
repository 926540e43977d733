"""How long it takes to tell copies among many articles: python -m benchmarks.deduplicate [--sizes 10000 30000 100000]

Synthetic articles, a fifth of them near copies of earlier ones, pass one after another through what `resolve` does for
copies and versions: sketch, candidates by digest and bands, exact comparison. The memory is an index in dictionaries.
Seconds are of processor time, in one thread.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple
from uuid import UUID

from app.kit.clock import now
from app.model.resolution import Sketch
from app.resolve.copies import bands, copy_of
from app.resolve.versions import version_of
from app.resolve.words import digest, words

SIZES = (10_000, 30_000, 100_000)
COPIES = 0.2
_WORDS = 20_000
_PARAGRAPHS, _LENGTH = 4, 40
_SYLLABLES = ("ba", "ke", "li", "mo", "ru", "sta", "ven", "tor", "del", "qua", "phi", "non", "gar", "hem", "ix")
_BOILERPLATE = "The office said in a statement on Tuesday that it would give no further details for the time being."


class Text(NamedTuple):
    """The paragraphs of an article, and whether it was made from an earlier one."""

    paragraphs: tuple[str, ...]
    copied: bool


class Run(NamedTuple):
    """Seconds for so many articles; how many were made as copies, how many of them were found, how many others were
    called copies."""

    articles: int
    seconds: float
    made: int
    found: int
    wrong: int


class Index:
    """Sketches by digest and by band, as the store's indices find them."""

    def __init__(self) -> None:
        self._sketches: list[Sketch] = []
        self._places: dict[str | int, list[int]] = defaultdict(list)

    def alike(self, sketch: Sketch) -> list[Sketch]:
        places = {place for key in (sketch.digest, *sketch.bands) for place in self._places.get(key, ())}
        return [self._sketches[place] for place in sorted(places)]

    def add(self, sketch: Sketch) -> None:
        for key in (sketch.digest, *sketch.bands):
            self._places[key].append(len(self._sketches))
        self._sketches.append(sketch)


def texts() -> Iterator[Text]:
    """Articles without end, the same ones each time: 160 words that are as frequent as words are (Zipf's law), and a
    sentence that all have."""
    chance = random.Random(1)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(_WORDS)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(_WORDS)))
    earlier: list[tuple[str, ...]] = []
    while True:
        copied = bool(earlier) and chance.random() < COPIES
        if copied:
            yield Text(_edited(chance.choice(earlier), chance), copied)
            continue
        runs = (" ".join(chance.choices(vocabulary, cum_weights=weights, k=_LENGTH)) for _ in range(_PARAGRAPHS))
        earlier.append((*runs, _BOILERPLATE))
        yield Text(earlier[-1], copied)


def _edited(paragraphs: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    """Some words replaced; then whole, cut to the first half, or in another order."""
    edited = tuple(
        " ".join(word if chance.random() > 0.03 else "other" for word in each.split(" ")) for each in paragraphs
    )
    return chance.choice((edited, edited[:2], tuple(chance.sample(edited, len(edited)))))


def run(articles: Sequence[Text]) -> Run:
    """All of them, one after another."""
    index, told = Index(), [False] * len(articles)
    started = time.process_time()
    for number, text in enumerate(articles):
        sketch = _sketch(number, "\n\n".join(text.paragraphs))
        alike = index.alike(sketch)
        told[number] = not version_of(sketch, alike) and copy_of(sketch, alike) is not None
        index.add(sketch)
    seconds = time.process_time() - started
    pairs = [(text.copied, copy) for text, copy in zip(articles, told, strict=True)]
    made = sum(copied for copied, _ in pairs)
    return Run(len(articles), seconds, made, pairs.count((True, True)), pairs.count((False, True)))


def _sketch(number: int, text: str) -> Sketch:
    folded, id_ = words(text), UUID(int=number + 1)
    return Sketch(article=id_, story=id_, at=now(), digest=digest(folded), bands=bands(folded), terms={}, text=text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", nargs="+", type=int, default=SIZES, metavar="N", help="how many articles, each a run"
    )
    sizes: list[int] = parser.parse_args().sizes
    every = list(islice(texts(), max(sizes)))
    print("articles   seconds  ms each    made   found   wrong")
    for size in sizes:
        each = run(every[:size])
        cost = 1000 * each.seconds / each.articles
        print(f"{each.articles:8}{each.seconds:10.1f}{cost:9.3f}{each.made:8}{each.found:8}{each.wrong:8}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
