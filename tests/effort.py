"""How much work Python does: counted and not timed, so that it is the same on a machine busy with something else."""

import sys
from collections.abc import Callable
from typing import Any

_EVENTS = sys.monitoring.events
_COUNTED = (_EVENTS.PY_START, _EVENTS.PY_RESUME, _EVENTS.JUMP)


def steps(work: Callable[[], object]) -> int:
    """Calls and turns of loops that the work takes in Python.

    What is written in C (a search in a string, a sort, a pattern) counts as nothing, however long it takes.
    """
    count = 0

    def counted(*_: Any) -> None:
        nonlocal count
        count += 1

    tool = sys.monitoring.PROFILER_ID
    sys.monitoring.use_tool_id(tool, __name__)
    try:
        for event in _COUNTED:
            sys.monitoring.register_callback(tool, event, counted)
        sys.monitoring.set_events(tool, sum(_COUNTED))
        work()
    finally:
        sys.monitoring.set_events(tool, _EVENTS.NO_EVENTS)
        sys.monitoring.free_tool_id(tool)
    return count
