import json
from pathlib import Path

import pytest

from tests.processes import environment, run

PAGE = "Bridge is safe\n\nMayor Marta Quill said on Monday that the bridge is safe and will stay open.\n"


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return environment(data_dir=str(tmp_path_factory.mktemp("ingested")))


def test_files_and_folders_are_seen_through_and_failures_named(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bridge.txt").write_text(PAGE)
    (tmp_path / "pages" / "broken.json").write_text("{")
    (tmp_path / "empty.txt").write_text(" ")

    result = run("ingest", str(tmp_path / "pages"), str(tmp_path / "empty.txt"), env=env)

    assert result.stdout == "1 done, 1 failed, 1 refused\n"
    assert result.returncode == 1
    assert "empty.txt" in result.stderr
    assert "failed:" in result.stderr


def test_ingesting_the_same_again_adds_nothing(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE)

    result = run("ingest", str(tmp_path / "bridge.txt"), env=env)

    assert (result.stdout, result.returncode) == ("1 done, 0 failed, 0 refused\n", 0)


def test_reprocess_runs_the_flow_again_on_everything(env: dict[str, str]) -> None:
    result = run("reprocess", env=env)

    assert (result.stdout, result.returncode) == ("1 done, 1 failed\n", 1)


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
