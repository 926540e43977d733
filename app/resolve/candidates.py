"""What resolution asks of whatever remembers earlier documents; and a memory of nothing, for a run without a store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, override
from uuid import UUID

from app.model.entity import Entity
from app.model.resolution import Sketch


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

    def at_address(self, url: str) -> Sequence[Sketch]:
        """Sketches of whole articles at this address, of documents that have one such article there and no more; those
        that repeat another there may be left out."""
        ...

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        """Sketches of this time window that hold any of these terms; their texts may be left out."""
        ...

    def members(self, stories: Collection[UUID], most: int) -> Sequence[Sketch]:
        """Sketches of the articles of these stories, at most so many of each, the latest; their texts may be left
        out."""
        ...

    def stories(self, articles: Collection[UUID]) -> Mapping[UUID, UUID]:
        """The story that each of these articles is in, where it is in one; of this document as it was, too."""
        ...

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        """How many sketches there are, and in how many of them each of these terms stands."""
        ...


class NoCandidates(Candidates):
    """A memory of nothing: every document is the first."""

    @override
    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        return ()

    @override
    def utterances(self, keys: Collection[str]) -> Mapping[str, UUID]:
        return {}

    @override
    def claims(self, keys: Collection[str]) -> Mapping[str, UUID]:
        return {}

    @override
    def alike(self, digest: str, bands: Collection[int]) -> Sequence[Sketch]:
        return ()

    @override
    def at_address(self, url: str) -> Sequence[Sketch]:
        return ()

    @override
    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        return ()

    @override
    def members(self, stories: Collection[UUID], most: int) -> Sequence[Sketch]:
        return ()

    @override
    def stories(self, articles: Collection[UUID]) -> Mapping[UUID, UUID]:
        return {}

    @override
    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        return 0, {}
