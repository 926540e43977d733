"""Keep what was derived from one document: compare it with what is stored, and write the difference alone."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from app.kit.clock import now
from app.model.resolution import Resolution
from app.store.changes import absence
from app.store.deriving.article_rows import article_row
from app.store.deriving.chains import links, touch_replaced
from app.store.deriving.page_lines import save_page_lines
from app.store.deriving.people import save_entities, save_judgements, save_outlets
from app.store.deriving.plots import ensure_stories, regroup, retell
from app.store.deriving.rows import Row
from app.store.deriving.sketching import save_sketches
from app.store.deriving.sweep import held_by, sweep
from app.store.deriving.texts import save_texts
from app.store.names import key_of
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.documents import document


def save(session: Session, document_id: UUID, resolution: Resolution) -> None:
    """Make the store say of this document what `resolution` says, and nothing else.

    Rows whose natural key is unchanged keep their ids (an article: its id; a mention: span and kind; a quote: content,
    speaker and cue; an utterance or claim: its key). Changed values are updated, vanished rows deleted, new ones
    inserted; entities, utterances, claims and stories that nothing holds any more go too. Saving the same thing twice
    writes nothing. The caller holds `serialise`. Raises `NotFound` where there is no such document.
    """
    moment = now()
    rows = _article_rows(session, document_id, resolution, moment)
    before, grouped = held_by(session, document_id), _grouping(session, document_id)
    versions = links(session, document_id)
    save_entities(session, resolution.entities, moment)
    new_stories = ensure_stories(session, resolution, moment)
    save_texts(session, document_id, resolution, rows, moment)
    touch_replaced(session, versions ^ links(session, document_id), moment)
    save_sketches(session, [each.sketch for each in resolution.items])
    save_page_lines(session, [each.item for each in resolution.items])
    moved = regroup(session, resolution, moment)
    save_judgements(session, [*resolution.judgements, *resolution.merged])
    sweep(session, replace(before, stories=before.stories | moved), [each.id for each in resolution.entities])
    regrouped = {story_id for _, story_id in grouped ^ _grouping(session, document_id)} | moved
    told = before.stories | {each.sketch.story for each in resolution.items} | moved
    retell(session, told, regrouped - new_stories, moment)


def _article_rows(session: Session, document_id: UUID, resolution: Resolution, moment: datetime) -> list[Row]:
    """The rows of the articles, each with the outlet that it names itself, else the one its submitter named."""
    known = session.execute(select(document.c.id, document.c.outlet).where(document.c.id == document_id)).first()
    if known is None:
        raise absence(session, "document", document_id)
    articles = [each.item.findings.article for each in resolution.items]
    names = [article.outlet or known.outlet or "" for article in articles]
    homes = [(name, article.outlet_url) for name, article in zip(names, articles, strict=True)]
    outlets = save_outlets(session, homes, moment)
    return [
        {"id": each.item.id, "document_id": document_id, **article_row(each, ordinal, outlets.get(key_of(name)))}
        for ordinal, (each, name) in enumerate(zip(resolution.items, names, strict=True))
    ]


def _grouping(session: Session, document_id: UUID) -> set[tuple[UUID, UUID]]:
    """Which of the document's articles is in which story."""
    query = select(article.c.id, article.c.story_id).where(article.c.document_id == document_id)
    return {(article_id, story_id) for article_id, story_id in session.execute(query)}
