"""`Prefer: wait=N` (RFC 7240): answering later, with more to say."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from itertools import chain, repeat

_WAIT = re.compile(r'(?:^|,)\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])', re.I)
_PAUSES = (0.02, 0.05, 0.1, 0.2)
_LONG_PAUSE = 0.4


def wait_of(prefer: str, most: int) -> int | None:
    """The seconds a client would wait, `most` at most; None where it names none. Other preferences are ignored."""
    found = _WAIT.search(prefer)
    return min(int(found[1]), most) if found else None


async def poll[T](look: Callable[[], Awaitable[T]], done: Callable[[T], bool], seconds: float) -> T:
    """What `look` finds as soon as it is `done`, or what it found last when `seconds` are over. Looks at least once."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    for pause in chain(_PAUSES, repeat(_LONG_PAUSE)):
        seen = await look()
        left = deadline - loop.time()
        if done(seen) or left <= 0:
            return seen
        await asyncio.sleep(min(pause, left))
    raise AssertionError("the pauses never end")
