"""Versions of an article: the one before it, and what each of two says."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from app.model.errors import NotFound
from app.model.revision import Statement
from app.store import articles
from app.store.records import ArticleRecord
from app.store.references import chain
from app.store.session import Session
from app.store.tables.articles import article
from app.store.tables.claims import claim, claim_appearance
from app.store.tables.quotes import quote


@dataclass(frozen=True, slots=True)
class Statements:
    """What an article says, in the order of its text."""

    quotes: Sequence[Statement] = ()
    claims: Sequence[Statement] = ()


def before(session: Session, later: ArticleRecord, since: UUID | None) -> ArticleRecord | None:
    """The version that arrived before this one, or the one with the id `since`; None before the first.

    Raises `NotFound` where `since` is no other version of the article.
    """
    first = session.execute(select(chain(article)).where(article.c.id == later.id)).scalar_one()
    versions = select(article.c.id).where((article.c.id == first) | (article.c.version_of == first))
    if since is None:
        wanted = versions.where(article.c.id < later.id).order_by(article.c.id.desc()).limit(1)
    else:
        wanted = versions.where(article.c.id == since, article.c.id != later.id)
    found = session.execute(wanted).scalar_one_or_none()
    if found is None and since is not None:
        raise NotFound(f"There is no other version {since} of the article {later.id}.")
    return None if found is None else articles.get(session, found)


def statements(session: Session, article_ids: Collection[UUID]) -> Mapping[UUID, Statements]:
    """The quotes and claims of these articles. A claim's statement bears the id of the claim."""
    quotes: dict[UUID, list[Statement]] = defaultdict(list)
    claims: dict[UUID, list[Statement]] = defaultdict(list)
    place = func.lower(quote.c.content, type_=quote.c.article_length.type)
    said = select(quote).where(quote.c.article_id.in_(article_ids)).order_by(place, quote.c.id)
    for row in session.execute(said):
        quotes[row.article_id].append(Statement(id=row.id, same=row.utterance_id, text=row.text, by=row.speaker_text))
    put = (
        select(quote.c.article_id, quote.c.speaker_text, claim.c.id, claim.c.text)
        .join(claim_appearance, claim_appearance.c.quote_id == quote.c.id)
        .join(claim, claim.c.id == claim_appearance.c.claim_id)
    )
    for row in session.execute(put.where(quote.c.article_id.in_(article_ids)).order_by(place, claim.c.id)):
        claims[row.article_id].append(Statement(id=row.id, same=row.id, text=row.text, by=row.speaker_text))
    return {each: Statements(quotes[each], claims[each]) for each in article_ids}
