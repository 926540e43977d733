import signal
import socket
from pathlib import Path

import httpx
import psutil
import pytest

from tests.processes import command_line, descendants, environment, run, serving, wait_until

PAGE = "Quill keeps the bridge free\n\nMayor Marta Quill said on Monday that the bridge will stay free of charge.\n"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


def test_serve_ingests_answers_and_stops_with_no_process_left(data_dir: Path) -> None:
    with serving(data_dir) as server:
        key = run("keys", "create", "test", env=server.environment).stdout.strip()
        answer = httpx.post(
            f"{server.base}/v1/documents",
            content=PAGE,
            headers={"Authorization": f"Bearer {key}", "Content-Type": "text/plain", "Prefer": "wait=50"},
            timeout=60,
        )
        said = httpx.get(f"{server.base}/v1/quotes", params={"speaker": "Marta Quill"}).json()
        started = descendants(server.process.pid)
        code = server.stop(signal.SIGINT)

    assert answer.status_code == 202
    assert answer.json()["state"] == "done"
    assert [quote["speaker"]["entity"]["name"] for quote in said["items"]] == ["Marta Quill"]
    assert code == 0
    assert not [process for process in started if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]


def test_a_second_start_finds_everything_again(data_dir: Path) -> None:
    with serving(data_dir, "--no-worker") as server:
        said = httpx.get(f"{server.base}/v1/quotes", params={"speaker": "Quill"}).json()

    assert [quote["speaker"]["entity"]["name"] for quote in said["items"]] == ["Marta Quill"]


def test_sigterm_stops_it_as_well(data_dir: Path) -> None:
    with serving(data_dir) as server:
        started = descendants(server.process.pid)
        assert server.stop(signal.SIGTERM) == 0

    assert not [process for process in started if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]


def test_a_dead_worker_is_followed_by_another(data_dir: Path) -> None:
    def workers() -> set[int]:
        return {process.pid for process in descendants(server.process.pid) if "--tied" in command_line(process)}

    with serving(data_dir) as server:
        wait_until(lambda: len(workers()) == 1, server.process)
        [first] = workers()
        psutil.Process(first).kill()
        wait_until(lambda: bool(workers() - {first}), server.process)


def test_a_taken_port_is_one_sentence_that_says_what_to_do(data_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])

        result = run("serve", env=environment(data_dir=str(data_dir), port=port))

    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert f"cannot listen on 127.0.0.1:{port}" in result.stderr
    assert "choose another port" in result.stderr
