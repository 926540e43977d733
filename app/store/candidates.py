"""What the store remembers of earlier documents, as resolution asks for it (by the shape of its `Candidates`)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.model.entity import Entity
from app.model.resolution import Sketch
from app.store.session import Session


class StoredCandidates:
    """Everything but the sketches that this same document contributed, so that processing again equals processing."""

    def __init__(self, session: Session, document_id: UUID) -> None:
        raise NotImplementedError

    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        """Entities one of whose aliases folds to one of these, or ends in one of them; merged ones left out."""
        raise NotImplementedError

    def utterances(self, keys: Collection[str]) -> Mapping[str, UUID]:
        raise NotImplementedError

    def claims(self, keys: Collection[str]) -> Mapping[str, UUID]:
        raise NotImplementedError

    def alike(self, digest: str, bands: Collection[int]) -> Sequence[Sketch]:
        """Oldest first."""
        raise NotImplementedError

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        """Oldest first; both ends included."""
        raise NotImplementedError

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        raise NotImplementedError
