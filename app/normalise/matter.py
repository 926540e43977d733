"""What a page speaks of, and which of its sentences speak of something else: by the names that they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from app.normalise.words import length, stems

_WORDS = re.compile(r"([^\W\d_]+)([\W\d_]*)")
"""Each word with what stands between it and the next."""
_WITHIN = frozenset(" ,;&-–—()")
_SHORTEST = 3
_SHORTEST_OWN = 5
"""Shorter words stand by chance within what a publisher goes by: "Ian" in "theguardian"."""
_IN_COMMON = 0.6


def beside_the_matter(sentences: Sequence[str], publisher: str) -> list[bool]:
    """For each sentence whether it speaks of nothing that the others speak of.

    The matter is the largest group of at least two sentences that hang together by names; one whose words mostly stand
    in others belongs to it too. Names are the words in capitals within a sentence, but for those that `publisher` goes
    by: so in scripts without capitals the words alone tell, and where all nouns have capitals nearly everything hangs
    together.
    """
    named = [names_in(sentence, publisher) for sentence in sentences]
    group = _groups(named)
    sizes, weights = Counter(group), Counter[int]()
    for at, sentence in enumerate(sentences):
        weights[group[at]] += length(sentence)
    matter = max((one for one in weights if sizes[one] > 1), key=lambda one: (weights[one], -one), default=None)
    spoken = [stems(sentence) for sentence in sentences]
    printed = Counter(stem for each in spoken for stem in each)
    return [
        group[at] != matter and sum(printed[stem] > 1 for stem in each) < _IN_COMMON * len(each)
        for at, each in enumerate(spoken)
    ]


def names_in(text: str, publisher: str = "") -> frozenset[str]:
    """The words in capitals, without those that begin a sentence; none of a run that holds the publisher's name."""
    return frozenset(_names(text, publisher))


def _names(text: str, publisher: str) -> Iterator[str]:
    run: list[str] = []
    before = "."
    for word, after in _WORDS.findall(text):
        capital = word[0].isupper()
        if run and (before != " " or not capital):
            yield from _others(run, publisher)
            run = []
        if capital and _WITHIN.issuperset(before):
            run.append(word.casefold())
        before = after
    yield from _others(run, publisher)


def _others(run: Sequence[str], publisher: str) -> Sequence[str]:
    names = [word for word in run if len(word) >= _SHORTEST]
    return [] if any(len(word) >= _SHORTEST_OWN and word in publisher for word in names) else names


def _groups(named: Sequence[frozenset[str]]) -> list[int]:
    """For each set of names the first of those that hang together with it."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for at, names in enumerate(named):
        for name in names:
            bearers[name].append(at)
    group = [-1] * len(named)
    for at in range(len(named)):
        waiting = [at] if group[at] < 0 else []
        while waiting:
            one = waiting.pop()
            if group[one] < 0:
                group[one] = at
                waiting += [other for name in named[one] for other in bearers.pop(name, ())]
    return group
