"""Run an installed `quotewire` the way the container does: it starts, answers, works through a page, and stops.

Usage: python tools/container_check.py PATH_OF_QUOTEWIRE. The API and the worker run against a PostgreSQL that runs
apart from them, with a working directory and a home that cannot be written to. Called by root, they run as user 10001,
who may read what root may (Python itself may lie in root's home) and write nothing but temporary files.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from app.store import server

USER = 10001
AS_USER = [
    "setpriv",
    *(f"--reuid={USER}", f"--regid={USER}", "--clear-groups"),
    *("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"),
]
PATIENCE_SECONDS = 60
PAGE = Path(__file__).resolve().parents[1] / "examples" / "article-page.txt"


def main(quotewire: str) -> None:
    with tempfile.TemporaryDirectory() as folder, server.running(Path(folder) / "postgres") as url:
        port = free_port()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": "/nonexistent",
            "PYTHONDONTWRITEBYTECODE": "1",
            "QUOTEWIRE_DATABASE_URL": url,
            "QUOTEWIRE_PORT": str(port),
            "QUOTEWIRE_LOG_FORMAT": "json",
        }
        as_user = AS_USER if os.geteuid() == 0 and shutil.which("setpriv") else []
        print(f"as user {USER if as_user else os.geteuid()}: db upgrade, serve, work")

        def start(*arguments: str) -> subprocess.Popen[bytes]:
            return subprocess.Popen([*as_user, quotewire, *arguments], env=environment, cwd="/")

        if start("db", "upgrade").wait(PATIENCE_SECONDS):
            sys.exit("db upgrade failed")
        api, worker = start("serve", "--no-worker"), start("work")
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz")
            wait_for(f"http://127.0.0.1:{port}/readyz")
            print("healthy and ready")
            if start("ingest", str(PAGE)).wait(PATIENCE_SECONDS):
                sys.exit("a page was not worked through")
            for name, process in {"api": api, "worker": worker}.items():
                if process.poll() is not None:
                    sys.exit(f"the {name} ended by itself with code {process.returncode}")
                began = time.monotonic()
                process.send_signal(signal.SIGTERM)
                code = process.wait(20)
                print(f"{name}: SIGTERM, exit code {code} after {time.monotonic() - began:.1f} s")
                if code != 0:
                    sys.exit(f"the {name} did not stop cleanly")
        finally:
            api.kill()
            worker.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError as error:
            if time.monotonic() > deadline:
                sys.exit(f"{url} did not answer: {error}")
        time.sleep(0.3)


if __name__ == "__main__":
    main(sys.argv[1])
