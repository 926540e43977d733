"""`quotewire keys`."""

from rich.console import Console
from rich.table import Table

from app.cli.database import ready_database
from app.settings import Settings
from app.store import keys


def create(name: str, scopes: tuple[str, ...], settings: Settings) -> None:
    """Make a key and print its secret."""
    with ready_database(settings) as database, database.session() as session:
        _, secret = keys.create(session, name, scopes)
    print(secret)


def listing(settings: Settings) -> None:
    """Print every key in a table."""
    with ready_database(settings) as database, database.session() as session:
        records = keys.listing(session)
    table = Table("id", "name", "prefix", "scopes", "made", "revoked")
    for key in records:
        revoked = key.revoked_at.isoformat(timespec="seconds") if key.revoked_at else ""
        made = key.created_at.isoformat(timespec="seconds")
        table.add_row(str(key.id), key.name, key.prefix, " ".join(key.scopes), made, revoked)
    Console().print(table)


def revoke(key: str, settings: Settings) -> None:
    """Revoke the key with this id or prefix."""
    with ready_database(settings) as database, database.session() as session:
        keys.revoke(session, key)
    print(f"revoked {key}")
