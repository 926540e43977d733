"""`quotewire work`."""

import os
import signal
import sys
import threading

from app.cli.database import ready_url
from app.cli.stopping import exit_on_sigterm
from app.settings import Settings
from app.work import run as work


def run(settings: Settings, *, until_empty: bool, tied: bool) -> None:
    """Work until told to stop. `tied`: closing standard input tells it too, so that no worker outlives its parent."""
    exit_on_sigterm(0)
    if tied:
        threading.Thread(target=_stop_at_end_of_input, daemon=True).start()
    with ready_url(settings) as url:
        work(settings, url, until_empty=until_empty)


def _stop_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1024):  # not through the buffer, whose lock would outlive this thread
        pass
    os.kill(os.getpid(), signal.SIGTERM)
