"""Sketches of a resolution, brought into the store."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select

from app.model.resolution import Sketch
from app.store.searching import among
from app.store.session import Session
from app.store.tables.sketches import sketch


def save_sketches(session: Session, sketches: Sequence[Sketch]) -> None:
    """Write the sketches that are new or differ; those of vanished articles have gone with them."""
    rows = session.execute(select(sketch).where(among(sketch.c.article_id, [each.article for each in sketches])))
    stored = {row.article_id: row for row in rows}
    new = [each for each in sketches if each.article not in stored or _differs(each, stored[each.article])]
    if new:
        session.execute(delete(sketch).where(among(sketch.c.article_id, [each.article for each in new])))
        session.connection().execute(insert(sketch), [_row(each) for each in new])


def _row(each: Sketch) -> dict[str, Any]:
    return {
        "article_id": each.article,
        "at": each.at,
        "digest": each.digest,
        "bands": list(each.bands),
        "terms": dict(each.terms),
    }


def _differs(each: Sketch, stored: Row[Any]) -> bool:
    return any(getattr(stored, name) != value for name, value in _row(each).items())
