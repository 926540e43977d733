"""Alembic's entry: runs on the connection that `app.store.migrate` hands over, else on `-x url=postgresql://…`."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator

from app.store.session import engine
from app.store.tables import metadata


def ours(_item: SchemaItem, name: str | None, kind: str, _reflected: bool, _compared: SchemaItem | None) -> bool:
    """The queue's tables are procrastinate's business."""
    return not (kind == "table" and name is not None and name.startswith("procrastinate_"))


def plainly(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Revisions name PostgreSQL's types, not ours, which may change after them."""
    if kind == "type" and isinstance(item, TypeDecorator):
        impl = item.impl_instance
        return f"{'postgresql' if 'postgresql' in type(impl).__module__ else 'sa'}.{impl!r}"
    return False


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, include_object=ours, render_item=plainly)
    with context.begin_transaction():
        context.run_migrations()


handed_over: Connection | None = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    url = context.get_x_argument(as_dictionary=True)["url"]
    with engine(str(url), pool_size=1, statement_timeout=0, lock_timeout=0).connect() as connection:
        run(connection)
