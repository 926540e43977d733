import gzip
from random import Random
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import flow
from app.model.document import DocumentState
from app.settings import Settings
from app.store import documents
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.language import models
from tools.robustness.__main__ import EXAMPLES, TYPES, told
from tools.robustness.mutations import mutated
from tools.robustness.sending import Outcome, Sent, send

PAGES = {path.name: path.read_bytes() for path in sorted(EXAMPLES.iterdir()) if path.name != "README.md"}
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = (
    Sent("a bomb", gzip.compress(b"0" * 70_000_000, compresslevel=1)),
    Sent("laughs", f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss><item><title>&l9;</title></item></rss>'.encode()),
    Sent("a zip", b"PK\x03\x04page.html", "text/html"),
    Sent("deep", b"[" * 100_000, "application/x-ndjson"),
    Sent("wide", b"<p " + b" ".join(b"a%d=1" % n for n in range(3_000)) + b">", "text/html"),
)


@pytest.mark.parametrize("name", PAGES)
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), media_type=st.sampled_from(TYPES))
def test_a_damaged_page_is_taken_and_ends_done_or_failed(
    database: Database, name: str, seed: int, media_type: str
) -> None:
    content = mutated(PAGES[name], Random(seed))
    writer = client_of(database, key=secret_of(database, "ingest"))

    response = writer.post("/v1/documents", content=content, headers={"Content-Type": media_type})

    if response.status_code == 202:
        document_id = UUID(response.json()["id"])
        flow.process(document_id, database, models())
        with database.session() as session:
            record = documents.get(session, document_id)
        assert record.state in {DocumentState.DONE, DocumentState.FAILED}
        assert record.failure is None or "unexpected" not in record.failure.reason
    else:
        assert (response.status_code, content.strip()) == (422, b"")


def test_what_is_hostile_is_refused_with_a_reason_and_the_rest_is_read(database: Database) -> None:
    whole = [Sent(name, content) for name, content in PAGES.items()]

    outcome = send(database, Settings(rate_limit_per_minute=1_000), [*whole, *HOSTILE, Sent("nothing", b" ")])

    assert (outcome.read, outcome.crashed, outcome.lost) == (len(PAGES), [], [])
    assert outcome.refused.total() == len(HOSTILE) + 1
    reasons = " ".join(outcome.refused)
    assert all(word in reasons for word in ("64 MB", "DOCTYPE", "packed", "no news record", "attributes", "422"))


def test_a_crash_and_a_loss_are_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome()
    outcome.add("a", "done", "")
    outcome.add("b", "failed", "An unexpected error (KeyError)")
    outcome.add("c", "processing", "")

    assert told("three", outcome) == 1
    assert "1 read, 0 refused with a reason, 1 crashed, 1 lost" in capsys.readouterr().out


def test_the_same_seed_damages_alike() -> None:
    page = PAGES["article-bare.html"]

    assert mutated(page, Random(7)) == mutated(page, Random(7)) != page
