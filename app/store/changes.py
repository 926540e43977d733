"""The change feed: what was created, updated and deleted, in the order of the commits.

Its lines are written by deferred triggers on the tables of documents, articles, entities, quotes, utterances, claims,
stories and outlets, when a transaction commits and one commit at a time. A line is therefore never seen before one with
a smaller sequence, and a reader who goes on after the last sequence seen misses nothing.
"""

from dataclasses import dataclass

from app.store.records import ChangeRecord, Page
from app.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """`after`: lines with a greater sequence. `resource` is the singular noun: "quote", "entity" …"""

    after: int = 0
    resource: str | None = None


def page(session: Session, where: ChangeFilter, *, after: tuple[str, ...] | None, limit: int) -> Page[ChangeRecord]:
    """Lines in the order of their sequence, oldest first. To follow the feed, take the last `sequence` as `after`."""
    raise NotImplementedError
