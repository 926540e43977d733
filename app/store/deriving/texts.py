"""Articles with all that stands in them, brought into the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from app.model.resolution import Resolution
from app.model.span import Span
from app.store.deriving.contents import QUOTE_KEY, Contents, contents
from app.store.deriving.reconcile import (
    Difference,
    difference,
    natural_key,
    reconcile_pairs,
    remove,
    touch,
    write,
)
from app.store.deriving.rows import Row, role_rows
from app.store.deriving.statements import Stated, appearances, claim_row, ids_by_key, save_claims, save_utterances
from app.store.searching import among
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim
from app.store.tables.entities import entity
from app.store.tables.mentions import entity_role, mention
from app.store.tables.quotes import quote, quote_about
from app.store.tables.utterances import utterance

MENTION_KEY = ("article_id", "span", "kind")


@dataclass(frozen=True, slots=True)
class _Differences:
    articles: Difference
    mentions: Difference
    quotes: Difference

    @property
    def article_ids(self) -> list[UUID]:
        """Those of the articles that are there before or after."""
        return [*self.articles.ids.values(), *self.articles.gone]

    def quote_id(self, row: Row) -> UUID:
        return self.quotes.ids[natural_key(row, QUOTE_KEY)]


def save_texts(
    session: Session, document_id: UUID, resolution: Resolution, article_rows: Sequence[Row], moment: datetime
) -> None:
    """Write articles, mentions, roles, quotes, utterances and claims.

    What vanished goes first, so that nothing points outside a text that has changed.
    """
    said = ids_by_key(session, utterance, [one for each in resolution.items for one in each.utterances])
    texts = [contents(each, said) for each in resolution.items]
    found = _compared(session, document_id, article_rows, texts)
    before = appearances(session, document_id)
    _detach_copies(session, found.articles.gone, moment)
    _detach_versions(session, found.articles.gone, moment)
    for each in (found.quotes, found.mentions, found.articles):
        remove(session, each)
    write(session, found.articles, moment)
    write(session, found.mentions, moment)
    _save_roles(session, texts, found, moment)
    save_utterances(session, _utterance_rows(texts), moment)
    write(session, found.quotes, moment)
    _save_about(session, texts, found, moment)
    save_claims(session, document_id, _stated(session, texts, found), before, moment)


def _compared(
    session: Session, document_id: UUID, article_rows: Sequence[Row], texts: Sequence[Contents]
) -> _Differences:
    articles = difference(session, article, article.c.document_id == document_id, ("id",), article_rows)
    ids = [*articles.ids.values(), *articles.gone]
    mentions = [row for each in texts for row in each.mentions]
    quotes = [row for each in texts for row in each.quotes]
    return _Differences(
        articles,
        difference(session, mention, among(mention.c.article_id, ids), MENTION_KEY, mentions),
        difference(session, quote, among(quote.c.article_id, ids), QUOTE_KEY, quotes),
    )


def _detach_copies(session: Session, gone: Sequence[UUID], moment: datetime) -> None:
    """Articles that copied one that is gone are copies no more."""
    values: Row = {"copy_of": None, "copy_score": None, "copy_reasons": [], "credited_to": None, "updated_at": moment}
    if gone:
        session.execute(update(article).where(among(article.c.copy_of, gone)).values(values))


def _detach_versions(session: Session, gone: Sequence[UUID], moment: datetime) -> None:
    """Where the first version is gone, the next one is the first."""
    later = select(article.c.version_of, article.c.id).where(among(article.c.version_of, gone)).order_by(article.c.id)
    heirs: dict[UUID, UUID] = {}
    for first, id_ in session.execute(later) if gone else ():
        heirs.setdefault(first, id_)
    for first, heir in heirs.items():
        values: Row = {"version_of": None, "version_score": None, "version_reasons": [], "updated_at": moment}
        session.execute(update(article).where(article.c.id == heir).values(values))
        others = update(article).where(article.c.version_of == first)
        session.execute(others.values(version_of=heir, updated_at=moment))


def _save_roles(session: Session, texts: Sequence[Contents], found: _Differences, moment: datetime) -> None:
    ids: dict[UUID, dict[Span, UUID]] = {each.article_id: {} for each in texts}
    for (article_id, span, _), id_ in found.mentions.ids.items():
        ids[article_id][span] = id_
    rows = [{**each.place, **row} for each in texts for row in role_rows(each.resolved, ids[each.article_id])]
    roles = difference(
        session, entity_role, among(entity_role.c.article_id, found.article_ids), ("mention_id", "span"), rows
    )
    touched = _bearers(session, roles, moment)
    remove(session, roles)
    write(session, roles, moment)
    touch(session, entity, touched, moment)


def _bearers(session: Session, roles: Difference, moment: datetime) -> set[UUID]:
    """The entities whose roles are about to change, but for those that this same save has written already."""
    named = {row["mention_id"] for row in (*roles.changed, *roles.new)}
    losing = select(entity_role.c.mention_id).where(among(entity_role.c.id, roles.gone))
    bearing = select(entity.c.id).join(mention, mention.c.entity_id == entity.c.id).where(entity.c.updated_at < moment)
    return set(session.execute(bearing.where(among(mention.c.id, named) | mention.c.id.in_(losing))).scalars())


def _utterance_rows(texts: Sequence[Contents]) -> list[Row]:
    return [
        {"id": row["utterance_id"], "key": said.key, "text": row["text"], "speaker_id": row["speaker_id"]}
        for each in texts
        for row, said in zip(each.quotes, each.resolved.utterances, strict=True)
    ]


def _save_about(session: Session, texts: Sequence[Contents], found: _Differences, moment: datetime) -> None:
    pairs = {
        (found.quote_id(row), entity_id)
        for each in texts
        for row, about in zip(each.quotes, each.about, strict=True)
        for entity_id in about
    }
    owners = set(found.quotes.ids.values())
    touched = reconcile_pairs(session, quote_about.c.quote_id, quote_about.c.entity_id, owners, pairs)
    touch(session, quote, touched - found.quotes.written, moment)


def _stated(session: Session, texts: Sequence[Contents], found: _Differences) -> list[Stated]:
    ids = ids_by_key(session, claim, [one for each in texts for one in each.resolved.claims])
    return [
        Stated(
            row=claim_row(each.resolved, place, ids[each.resolved.claims[place].key], each.quotes[made.quote]),
            quote_id=found.quote_id(each.quotes[made.quote]),
            about=each.claims_about[place],
        )
        for each in texts
        for place, made in enumerate(each.resolved.item.findings.claims)
    ]
