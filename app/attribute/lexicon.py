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


ACCORDING = Verb(CueClass.STATEMENT, frozenset())


@cache
def verbs() -> dict[str, Verb]:
    """The attributing verbs by lemma."""
    return {
        lemma: Verb(CueClass(kind), frozenset(frames.split(",")))
        for lemma, kind, frames in rows("app.attribute", "cues.tsv")
    }
