"""How much there is of what, for those who watch the system."""

from collections.abc import Mapping

from sqlalchemy import Text, column, func, select, table

from app.model.document import DocumentState
from app.store.session import Session
from app.store.tables.documents import document

_JOBS = table("procrastinate_jobs", column("status"))


def documents_by_state(session: Session) -> Mapping[DocumentState, int]:
    """How many documents stand where; states without any are left out."""
    counted = select(document.c.state, func.count()).group_by(document.c.state)
    return dict(session.execute(counted).all())


def jobs_waiting(session: Session) -> int:
    """How many jobs wait for a worker."""
    todo = _JOBS.c.status.cast(Text) == "todo"
    waiting: int = session.execute(select(func.count()).select_from(_JOBS).where(todo)).scalar_one()
    return waiting
