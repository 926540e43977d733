"""How alike two texts are: the runs of words they share, and whether the figures and names in them are the same.

Two reports written from one template share most of their words and differ in what they are about. So likeness of words
alone makes no copy: the figures and the names of the shorter text must be in the longer one too.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from app.resolve.words import shingles, words

# Of fewer figures or names than this too little can be told.
FEWEST_FACTS = 4
# Another spelling of a name shares so much of its letters ("Kyiv" and "Kiev", "Aleksandr" and "Alexander").
SPELLING = 0.65
# So many names without a namesake are looked at for another spelling. A word of more letters is no name, and comparing
# two costs the product of their lengths.
MOST_NAMES, MOST_LETTERS = 60, 40
# So many pairs are compared letter by letter, after the cheap tests: of two ordinary texts a few dozen are left then.
MOST_SPELT = 400

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_TOKEN = re.compile(rf"{_NUMBER.pattern}|[^\W\d_]+")
_INNER = re.compile(r"(?<=[\w,;] )[^\W\d_][\w-]+")


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a text is compared: its words, their runs of three, its figures with a neighbour each, its names."""

    words: tuple[str, ...]
    shingles: frozenset[str]
    figures: tuple[frozenset[str], ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares of 0-1: of all runs of three words that both texts have (`jaccard`), of the shorter text's runs
    (`containment`), of its figures, and of its names. The last two are None where it has too few to tell."""

    jaccard: float
    containment: float
    figures: float | None
    names: float | None


@lru_cache(maxsize=1 << 10)
def gist(text: str) -> Gist:
    """Read a text for comparison. The last texts are remembered: one article is compared with many."""
    folded = words(text)
    return Gist(folded, shingles(folded), tuple(dict.fromkeys(_figures(text))), frozenset(_names(text)))


def likeness(one: Gist, other: Gist) -> Likeness:
    """Compare two texts of three words or more each."""
    short, long = sorted((one, other), key=lambda each: len(each.shingles))
    common = len(short.shingles & long.shingles)
    return Likeness(
        jaccard=common / len(short.shingles | long.shingles),
        containment=common / len(short.shingles),
        figures=_share(_same_figures(short.figures, long.figures), len(short.figures)),
        names=_share(_same_names(short.names, long.names), len(short.names)),
    )


def _share(same: int, of: int) -> float | None:
    return same / of if of >= FEWEST_FACTS else None


def _figures(text: str) -> Iterator[frozenset[str]]:
    """Each figure with the word before it and with the word after: small figures recur, in one setting they do not."""
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    for before, token, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        if token[0].isdigit():
            bare = re.sub(r"\D", "", token)
            yield frozenset({f"{before} {bare}", f"{bare} {after}"})


def _same_figures(short: Sequence[Set[str]], long: Sequence[Set[str]]) -> int:
    settings = {setting for figure in long for setting in figure}
    return sum(not figure.isdisjoint(settings) for figure in short)


def _names(text: str) -> Iterator[str]:
    """Capitalised words within a sentence, but for lines all in capitals. In German these are its nouns; scripts
    without capitals have none."""
    for line in text.split("\n"):
        if not line.isupper():
            for word in _INNER.findall(line):
                if word[0].isupper():
                    yield from words(word)


def _same_names(short: Set[str], long: Set[str]) -> int:
    missing = sorted(name for name in short - long if len(name) <= MOST_LETTERS)[:MOST_NAMES]
    free = sorted(name for name in long - short if len(name) <= MOST_LETTERS)[: 2 * MOST_NAMES]
    return len(short & long) + _respelt(missing, free)


def _respelt(missing: Sequence[str], free: Sequence[str]) -> int:
    """How many of the missing names one of the free ones spells otherwise. What is beyond `MOST_SPELT` is not found."""
    matchers: dict[str, list[SequenceMatcher[str]]] = defaultdict(list)
    for other in free:
        matchers[other[0]].append(SequenceMatcher(None, b=other, autojunk=False))
    found, left = 0, MOST_SPELT
    for name in missing:
        for matcher in matchers.get(name[0], ()):
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() >= SPELLING and matcher.quick_ratio() >= SPELLING and left:
                left -= 1
                if matcher.ratio() >= SPELLING:
                    found += 1
                    break
    return found
