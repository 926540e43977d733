"""What the hosts' robots.txt ask, fetched when it is first needed and remembered for a while."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import NamedTuple

from app.fetch.answers import Answer
from app.fetch.errors import BadAnswer, Disallowed, TooManyRedirects, TooSlow, Unreachable
from app.fetch.limits import PRODUCT
from app.fetch.robots import Robots, robots
from app.fetch.targets import Target
from app.model.errors import TooLarge

KEPT_SECONDS = 3_600.0
KEPT_UNKNOWN_SECONDS = 300.0
MOST_HOSTS = 10_000

type Ask = Callable[[str], Awaitable[Answer]]
"""Fetches a robots.txt."""


class _Known(NamedTuple):
    """What a host asks, or the sentence that says why that cannot be told."""

    until: float
    asked: Robots | str


class Rules:
    """The rules of hosts by origin; the last 10,000 are remembered, an hour each, five minutes where unknown."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[str, _Known] = OrderedDict()

    async def of(self, to: Target, ask: Ask) -> Robots:
        """What the target's host asks of us. Raises `Disallowed` where that cannot be told at the moment."""
        known = self._known.get(to.origin)
        if known is None or known.until < self._clock():
            known = self._remember(to.origin, await _asked(f"{to.origin}/robots.txt", ask))
        if isinstance(known.asked, str):
            raise Disallowed(f"Nothing is fetched from {to.host} while its robots.txt cannot be had: {known.asked}")
        return known.asked

    def _remember(self, origin: str, asked: Robots | str) -> _Known:
        seconds = KEPT_UNKNOWN_SECONDS if isinstance(asked, str) else KEPT_SECONDS
        self._known[origin] = known = _Known(self._clock() + seconds, asked)
        self._known.move_to_end(origin)
        if len(self._known) > MOST_HOSTS:
            self._known.popitem(last=False)
        return known


async def _asked(url: str, ask: Ask) -> Robots | str:
    """No answer, or a server's error, leaves it unknown (RFC 9309, 2.3.1); a client's error means no rules."""
    try:
        answer = await ask(url)
    except (Unreachable, TooSlow, TooManyRedirects, BadAnswer, TooLarge) as error:
        return str(error)
    if answer.status == HTTPStatus.OK:
        return robots(answer.content.decode("utf-8", "replace"), PRODUCT)
    if 400 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
        return Robots()
    return f"it answered {answer.status}, try again later."
