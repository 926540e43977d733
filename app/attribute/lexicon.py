"""The words of saying: the verbs and nouns that attribute, what each says was done, and the words that colour them."""

from collections.abc import Collection
from functools import cache

from app.kit.tables import rows, words
from app.model.quote import CueClass

ANONYMOUS = words("app.attribute", "anonymous.txt")
RELATIVES = words("app.attribute", "relatives.txt")
EMPTY = words("app.attribute", "empty.txt")
LABELS = words("app.attribute", "labels.txt")
THOUGHTS = words("app.attribute", "thoughts.txt")
OCCASIONS = words("app.attribute", "occasions.txt")
UNPLACED = words("app.attribute", "unplaced.txt")


@cache
def verbs() -> dict[str, CueClass]:
    """The verbs that are verbs of saying by themselves, by lemma, with what they say was done with the words."""
    return {row[0]: CueClass(row[1]) for row in rows("app.attribute", "cues.tsv") if len(row) == 2}


@cache
def _phrasal() -> dict[tuple[str, str], CueClass]:
    """What a lemma says together with another word, see `with` in cues.tsv and cue_nouns.tsv."""
    tables = (*rows("app.attribute", "cues.tsv"), *rows("app.attribute", "cue_nouns.tsv"))
    table = (row for row in tables if len(row) == 3)
    return {(lemma, word): CueClass(kind) for lemma, kind, company in table for word in company.split(",")}


@cache
def nouns() -> dict[str, CueClass]:
    """The nouns of saying by lemma."""
    return {row[0]: CueClass(row[1]) for row in rows("app.attribute", "cue_nouns.tsv") if len(row) == 2}


@cache
def addressing() -> dict[str, frozenset[str]]:
    """For the verbs that can name whom they address, by lemma, where: "object" or the prepositions."""
    return {lemma: frozenset(places.split(",")) for lemma, places in rows("app.attribute", "addressing.tsv")}


@cache
def of_kind(table: str, kind: str) -> frozenset[str]:
    """The words of one kind in a table of words and kinds (hedges, denying, times)."""
    return frozenset(word for word, found in rows("app.attribute", f"{table}.tsv") if found == kind)


def class_of(lemma: str, company: Collection[str] = (), *, noun: bool = False) -> CueClass:
    """What a cue does with the words, by its lemma and the words that go with it, the first that tells; a statement
    where the lexicon does not know it."""
    told = (_phrasal().get((lemma, word)) for word in company)
    alone = (nouns(), verbs()) if noun else (verbs(), nouns())
    return next(filter(None, (*told, *(table.get(lemma) for table in alone))), CueClass.STATEMENT)


_IRREGULAR_THOUGHTS = {"thought": "think", "felt": "feel", "knew": "know", "known": "know", "saw": "see",
    "heard": "hear", "understood": "understand", "forgot": "forget"}  # fmt: skip
_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "foretold": "foretell", "retold": "retell", "withdrew": "withdraw",
    "foresaw": "foresee", "foreseen": "foresee", "forbade": "forbid", "forbidden": "forbid"}  # fmt: skip


def is_thought(word: str) -> bool:
    """May this form (lower case) be one of a verb of thinking, wishing or seeming?"""
    return any(stem in THOUGHTS for stem in (*_stems(word), _IRREGULAR_THOUGHTS.get(word, word)))


def verb_of(word: str) -> str | None:
    """The verb of saying that this form (lower case) is one of; None where it is none."""
    return next((stem for stem in _stems(word) if stem in verbs()), None)


def is_speech(word: str) -> bool:
    """May this form (lower case) be one of a verb or noun of saying, or the "according" of "according to"?"""
    return word == "according" or any(stem in verbs() or stem in nouns() for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What an English form can be an inflection of."""
    bare = (word, _IRREGULAR.get(word, word))
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            undoubled = stem[:-1] if stem[-1] == stem[-2:-1] else stem
            return (*bare, stem, stem + "e", undoubled, stem[:-1] + "y" if stem.endswith("i") else stem)
    return bare
