"""How a command ends when it is told to."""

import signal
import sys
from types import FrameType

TERMINATED = 128 + signal.SIGTERM
"""The exit code of a command that was cut short, as a shell counts it."""


def exit_on_sigterm(code: int = TERMINATED) -> None:
    """Let SIGTERM end this process as an exception would, so that whatever was started here is stopped as well."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        sys.exit(code)

    signal.signal(signal.SIGTERM, leave)
