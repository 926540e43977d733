"""Quotewire as it really runs: a process of its own, on a free port, with a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Server:
    process: subprocess.Popen[str]
    base: str
    environment: dict[str, str]

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE_SECONDS)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "app.cli", *arguments]


def environment(**settings: str) -> dict[str, str]:
    """Our own environment without any setting but these."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("QUOTEWIRE_")}
    return {**inherited, **{f"QUOTEWIRE_{name.upper()}": value for name, value in settings.items()}}


def run(*arguments: str, env: dict[str, str], stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=env, input=stdin, capture_output=True, text=True, timeout=180, check=False
    )


@contextmanager
def serving(data_dir: Path, *arguments: str, **settings: str) -> Iterator[Server]:
    """A running `quotewire serve`, answering; stopped, if need be by force, when the block ends."""
    port = free_port()
    env = environment(data_dir=str(data_dir), port=str(port), **settings)
    process = subprocess.Popen(
        command("serve", *arguments), env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    server = Server(process, f"http://127.0.0.1:{port}", env)
    try:
        wait_until(lambda: answers(f"{server.base}/readyz"), process)
        yield server
    finally:
        if process.poll() is None:
            server.stop()


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not ready():
        assert process is None or process.poll() is None, "the process ended while it was waited for"
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def descendants(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def command_line(process: psutil.Process) -> list[str]:
    """What a process was started with; nothing where it has ended by now."""
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []
