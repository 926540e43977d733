"""Across articles: the same person, the same words, the same claim, the same story."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.model.entity import Entity
from app.model.resolution import Item, Resolution, Sketch


class Candidates(Protocol):
    """What resolution asks of whatever remembers earlier documents."""

    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        """Entities one of whose aliases folds (`naming.fold`) to one of these, or whose name ends in one of them."""
        ...

    def utterances(self, keys: Collection[str]) -> Mapping[str, UUID]:
        """The ids of the utterances stored under these keys."""
        ...

    def claims(self, keys: Collection[str]) -> Mapping[str, UUID]:
        """The ids of the claims stored under these keys."""
        ...

    def alike(self, digest: str, bands: Collection[int]) -> Sequence[Sketch]:
        """Sketches with this digest or any of these bands, oldest first."""
        ...

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        """Sketches of this time window that hold any of these terms."""
        ...

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        """How many sketches there are, and in how many of them each of these terms stands."""
        ...


def resolve(items: Sequence[Item], candidates: Candidates, new_id: Callable[[], UUID]) -> Resolution:
    """Decide who and what the findings of one document are."""
    raise NotImplementedError
