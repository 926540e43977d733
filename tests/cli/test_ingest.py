import gzip
import json
import signal
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import text

from app.cli.files import submit
from app.cli.stopping import TERMINATED
from app.model.document import DocumentState
from app.store import documents
from app.store.session import Database
from tests import bombs
from tests.processes import command, environment, run, wait_until

PAGE = "Bridge is safe\n\nMayor Marta Quill said on Monday that the bridge is safe and will stay open.\n"
RECORD = {"title": "Ferry is late", "text": "The ferry was late on Monday."}


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(data_dir=str(tmp_path_factory.mktemp("ingested")))


def test_files_and_folders_are_seen_through_and_failures_named(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bridge.txt").write_text(PAGE)
    (tmp_path / "pages" / "broken.json").write_text("{")
    (tmp_path / "pages" / "records.ndjson.gz").write_bytes(gzip.compress(f"{json.dumps(RECORD)}\nno record".encode()))
    (tmp_path / "empty.txt").write_text(" ")

    result = run("ingest", str(tmp_path / "pages"), str(tmp_path / "empty.txt"), env=env)

    assert result.stdout == "2 done, 1 failed, 1 refused\n"
    assert result.returncode == 1
    assert "empty.txt" in result.stderr
    assert "broken.json failed: The JSON cannot be parsed" in result.stderr
    assert "records.ndjson.gz: passed over 1 × line without a news record in JSON (line 2)" in result.stderr


def test_a_bomb_is_refused_before_it_is_stored(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "zeros.html.gz").write_bytes(bombs.GZIP)
    (tmp_path / "laughs.rss").write_bytes(bombs.LAUGHS)

    result = run("ingest", str(tmp_path), env=env)

    assert (result.stdout, result.returncode) == ("0 done, 0 failed, 2 refused\n", 1)
    assert "zeros.html.gz: It expands to more than 64 MB" in result.stderr
    assert "laughs.rss: The XML declares an entity" in result.stderr


def test_standard_input_is_a_file_too(env: dict[str, str]) -> None:
    result = run("ingest", "-", "--outlet", "The Pipe", env=env, stdin=PAGE)

    assert (result.stdout, result.returncode) == ("1 done, 0 failed, 0 refused\n", 0)


def test_ingesting_the_same_again_adds_nothing(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE)

    result = run("ingest", str(tmp_path / "bridge.txt"), env=env)

    assert (result.stdout, result.returncode) == ("1 done, 0 failed, 0 refused\n", 0)


def test_one_address_is_for_one_file(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(PAGE)
    (tmp_path / "two.txt").write_text(PAGE)

    result = run("ingest", str(tmp_path), "--url", "https://courier.example/", env=env)

    assert result.returncode == 1
    assert "ingest them singly" in result.stderr


def test_reprocess_runs_the_flow_again_on_everything(env: dict[str, str]) -> None:
    result = run("reprocess", env=env)

    assert (result.stdout, result.returncode) == ("3 done, 1 failed\n", 1)


def test_keys_are_made_listed_and_revoked(env: dict[str, str]) -> None:
    secret = run("keys", "create", "desk", "--scope", "admin", env=env).stdout.strip()
    listed = run("keys", "list", env=env).stdout
    [prefix] = [word for word in listed.split() if secret.startswith(word)]

    assert run("keys", "revoke", prefix, env=env).returncode == 0
    assert run("keys", "revoke", "nothing", env=env).returncode == 1
    assert secret not in listed


def test_openapi_prints_the_committed_contract(env: dict[str, str]) -> None:
    printed = run("openapi", env=env).stdout

    assert json.loads(printed)["openapi"].startswith("3.1")
    assert printed == (Path(__file__).parents[2] / "openapi" / "openapi.json").read_text()


def test_a_document_whose_job_was_lost_is_seen_through(database: Database, database_url: str, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE)
    submit(database, tmp_path / "bridge.txt", None, None, 10_000)
    with database.session() as session:
        session.execute(text("DELETE FROM procrastinate_jobs"))

    result = run("reprocess", env=environment(database_url=database_url))

    assert (result.stdout, result.returncode) == ("1 done, 0 failed\n", 0)


def test_a_signal_ends_ingesting_after_the_document_at_hand(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"Town {number}\n\n{PAGE * 20}")
    process = subprocess.Popen(
        command("ingest", str(tmp_path)), env=environment(database_url=database_url), stderr=subprocess.DEVNULL
    )

    def done() -> int:
        with database.session() as session:
            where = documents.DocumentFilter(state=DocumentState.DONE)
            return documents.page(session, where, after=None, limit=1).total

    wait_until(lambda: done() >= 3, process)
    process.send_signal(signal.SIGINT)

    assert process.wait(30) == TERMINATED
    assert done() < 200
