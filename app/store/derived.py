"""Keep what was derived from one document: compare it with what is stored, and write the difference alone."""

from uuid import UUID

from app.model.resolution import Resolution
from app.store.session import Session


def save(session: Session, document_id: UUID, resolution: Resolution) -> None:
    """Make the store say of this document what `resolution` says, and nothing else.

    Rows whose natural key is unchanged keep their ids (an article: its id; a mention: span and kind; a quote: content,
    speaker and cue; an utterance or claim: its key). Changed values are updated, vanished rows deleted, new ones
    inserted; entities, utterances, claims and stories that nothing holds any more go too. Saving the same thing twice
    writes nothing. The caller holds `serialise`. Raises `NotFound` where there is no such document.
    """
    raise NotImplementedError
