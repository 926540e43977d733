import pytest
from sqlalchemy import text

from app.kit.ids import new_id
from app.model.errors import NotFound
from app.store import keys, secret
from app.store.session import Database


def test_a_key_is_known_by_its_secret_alone(database: Database) -> None:
    with database.session() as session:
        record, word = keys.create(session, "desk", ["read", "ingest", "read"])
        other, _ = keys.create(session, "other", [])
        assert (record.scopes, record.revoked_at) == (("ingest", "read"), None)
        assert word.startswith(record.prefix)
        assert len(word) > len(record.prefix) + 40
        assert keys.verify(session, word) == record
        for wrong in ("", "nonsense", word[:-1], word + "x", record.prefix, record.prefix + "\0", "\ud800"):
            assert keys.verify(session, wrong) is None
        assert keys.listing(session) == (record, other)


def test_the_secret_is_nowhere_in_the_database(database: Database) -> None:
    with database.session() as session:
        _, word = keys.create(session, "desk", ["read"])
        row = session.execute(text("SELECT api_key::text FROM api_key")).scalar_one()
    assert word not in row
    assert word.encode().hex() not in row


def test_a_revoked_key_opens_nothing(database: Database) -> None:
    with database.session() as session:
        record, word = keys.create(session, "desk", ["read"])
    with database.session() as session:
        revoked = keys.revoke(session, record.prefix)
        assert revoked.revoked_at is not None
    with database.session() as session:
        assert keys.verify(session, word) is None
        assert keys.revoke(session, record.id) == revoked == keys.revoke(session, str(record.id))
        for unknown in (new_id(), "qw_00000000", str(new_id())):
            with pytest.raises(NotFound):
                keys.revoke(session, unknown)


def test_there_is_one_server_secret(database: Database) -> None:
    with database.session() as session:
        first = secret.signing(session)
    with database.session() as session:
        assert secret.signing(session) == first
    assert len(first) == 32
