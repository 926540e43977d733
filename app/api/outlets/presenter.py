"""From records of outlets to their schemas."""

from app.api.outlets.schemas import Outlet
from app.store.records import OutletRecord


def outlet(record: OutletRecord) -> Outlet:
    return Outlet(
        id=record.id,
        name=record.name,
        home_url=record.home_url,
        article_count=record.article_count,
        created_at=record.created_at,
    )
