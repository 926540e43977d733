"""What a comparison with known entities comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.entity import Entity
from app.resolve.printed import key

SAME_NAME = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The entity a cluster is, how surely, and why; or none, with those that fitted when there were several.

    `vague`: the name alone does not tell which of them is meant, so it shall not make another entity either.
    """

    entity: Entity | None = None
    score: float = SAME_NAME
    reason: str = ""
    undecided: tuple[Entity, ...] = ()
    vague: bool = False


def choose(found: Sequence[Entity], score: float, reason: str, *, vague: bool = False) -> Match:
    """The one that was found; with several, none of them, and `vague` says whether that leaves the name open."""
    if len(found) == 1:
        return Match(entity=found[0], score=score, reason=reason)
    return Match(undecided=tuple(found), vague=vague and len(found) > 1)


def names(entity: Entity) -> frozenset[str]:
    """Everything the entity is called."""
    return entity.aliases | {entity.name}


def alias_keys(entity: Entity) -> frozenset[str]:
    """Everything the entity is called, folded."""
    return frozenset(key(alias) for alias in names(entity))
