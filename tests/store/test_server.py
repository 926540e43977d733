import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from app.model.errors import Misconfigured
from app.store import server

HOLDER = """
import sys
from pathlib import Path
from app.store.server import running
with running(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def hold(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the server until its input ends."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().startswith("postgresql://")
    return holder


def let_go(holder: subprocess.Popen[str]) -> None:
    holder.communicate(timeout=30)
    assert holder.returncode == 0


def postmaster(folder: Path) -> int:
    return int((folder / "postmaster.pid").read_text().splitlines()[0])


def answers(url: str) -> bool:
    try:
        with psycopg.connect(url) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def kill_server(folder: Path) -> None:
    killed = psutil.Process(postmaster(folder))
    children = killed.children()
    killed.kill()
    psutil.wait_procs([killed, *children], timeout=30)


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server") / "new" / "postgres"


def test_a_server_starts_keeps_its_data_and_stops(folder: Path) -> None:
    with server.running(folder) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT lower('ÉA') AS word")
        with server.running(folder) as again:
            assert again == url
        assert answers(url)
    assert not answers(url)
    with server.running(folder) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT word FROM kept").fetchone() == ("éa",)


def test_the_last_holder_stops_it_and_the_killed_do_not_count(folder: Path) -> None:
    killed, leaving = hold(folder), hold(folder)
    with server.running(folder) as url:
        let_go(leaving)
        assert answers(url)
        os.kill(killed.pid, signal.SIGKILL)
        killed.communicate()
    assert not answers(url)


def test_a_killed_server_is_started_again(folder: Path) -> None:
    with server.running(folder):
        kill_server(folder)
        assert (folder / "postmaster.pid").exists()
        with server.running(folder) as url:
            assert answers(url)


def test_a_process_id_that_somebody_else_has_by_now_is_stale(folder: Path) -> None:
    with server.running(folder):
        kill_server(folder)
    lines = [str(os.getpid()), *(folder / "postmaster.pid").read_text().splitlines()[1:]]
    (folder / "postmaster.pid").write_text("\n".join(lines) + "\n")
    with server.running(folder) as url:
        assert answers(url)
        assert postmaster(folder) != os.getpid()


@pytest.mark.parametrize("left", ["", "12", "no number\n"])
def test_half_a_pid_file_is_stale(folder: Path, left: str) -> None:
    with server.running(folder):
        pass
    (folder / "postmaster.pid").write_text(left)
    with server.running(folder) as url:
        assert answers(url)


def test_a_cluster_whose_making_was_cut_short_is_made_anew(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "PG_VERSION").write_text("18\n")
    with server.running(folder) as url:
        assert answers(url)


def test_what_cannot_be_is_misconfigured(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("wrong")
    (root / "file").write_text("")
    with pytest.raises(Misconfigured, match="data folder"), server.running(root / "file" / "postgres"):
        pass
    (root / "foreign").mkdir()
    (root / "foreign" / "PG_VERSION").write_text("9\n")
    (root / "foreign" / "postmaster.opts").write_text("")
    with pytest.raises(Misconfigured, match="does not start"), server.running(root / "foreign"):
        pass
