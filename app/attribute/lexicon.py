"""The verbs that attribute, and which shapes their content takes."""

from functools import cache
from typing import NamedTuple

from app.kit.tables import rows, words
from app.model.quote import CueClass

HEDGES = words("app.attribute", "hedges.txt")
ANONYMOUS = words("app.attribute", "anonymous.txt")
RELATIVES = words("app.attribute", "relatives.txt")


class Verb(NamedTuple):
    """A cue's class and the frames its content may stand in (see cues.tsv)."""

    kind: CueClass
    frames: frozenset[str]


@cache
def verbs() -> dict[str, Verb]:
    """The attributing verbs by lemma."""
    return {
        lemma: Verb(CueClass(kind), frozenset(frames.split(",")))
        for lemma, kind, frames in rows("app.attribute", "cues.tsv")
    }


@cache
def nouns() -> dict[str, CueClass]:
    """The nouns of saying by lemma."""
    return {lemma: CueClass(kind) for lemma, kind in rows("app.attribute", "cue_nouns.tsv")}


def class_of(lemma: str) -> CueClass:
    """What a cue does with the words, by its lemma; a statement where the lexicon does not know it."""
    verb = verbs().get(lemma)
    return verb.kind if verb else nouns().get(lemma, CueClass.STATEMENT)


_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "foretold": "foretell", "retold": "retell", "withdrew": "withdraw"}  # fmt: skip


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
