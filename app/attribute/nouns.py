"""What a noun names: a person, a body that speaks, or a paper; with the sex or the sort that the word itself tells."""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache

from app.kit.tables import rows, words


class Sort(StrEnum):
    """What speaks: somebody, an organisation or its like, or something written."""

    PERSON = "person"
    BODY = "body"
    PAPER = "paper"


OFFICES = words("app.attribute", "offices.txt")

_SEXED = {"man": "m", "woman": "f"}
_AGED = ("-year-old", "year-old")


@lru_cache(maxsize=1 << 14)
def sorts(lemma: str) -> Mapping[Sort, frozenset[str]]:
    """What a noun can name, each with its traits: "m" or "f" of persons, the sorts of bodies; empty for other nouns.

    By word list (nouns.tsv), and by ending: "-man", "-woman", "-person", "-ist", "37-year-old" are persons.
    """
    word = lemma.lower()
    known = _table().get(word)
    if known:
        return known
    for ending in ("woman", "man"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return {Sort.PERSON: frozenset(_SEXED[ending])}
    return {Sort.PERSON: frozenset()} if word.endswith(("person", "ist", *_AGED)) else {}


def sex_in(lemma: str) -> str | None:
    """ "m" or "f" for a noun that one sex alone bears ("widow"); None for all others."""
    return next(iter(sorts(lemma).get(Sort.PERSON, ())), None)


@cache
def _table() -> Mapping[str, Mapping[Sort, frozenset[str]]]:
    table: dict[str, dict[Sort, frozenset[str]]] = defaultdict(dict)
    for sort, trait, lemmas in rows("app.attribute", "nouns.tsv"):
        for word in lemmas.split():
            traits = frozenset(() if trait == "-" else (trait,))
            table[word][Sort(sort)] = table[word].get(Sort(sort), frozenset()) | traits
    return table


def alike(word: str) -> frozenset[str]:
    """The words that may stand for a word (lower case), itself among them (alike.txt)."""
    return _alike().get(word, frozenset((word,)))


@cache
def _alike() -> Mapping[str, frozenset[str]]:
    return {word: frozenset(line.split()) for (line,) in rows("app.attribute", "alike.txt") for word in line.split()}
