"""What the hosts' robots.txt ask, fetched when it is first needed and remembered for a while."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from app.fetch.answers import Answer
from app.fetch.errors import BadAnswer, Disallowed, TooManyRedirects, TooSlow, Unreachable
from app.fetch.limits import PRODUCT
from app.fetch.memory import Memory
from app.fetch.robots import Robots, robots
from app.fetch.targets import Target

KEPT_SECONDS = 3_600.0
KEPT_UNKNOWN_SECONDS = 300.0

type Ask = Callable[[str], Awaitable[Answer]]
"""Fetches a robots.txt."""


class Rules:
    """The rules of hosts by origin, remembered for an hour each, for five minutes where they cannot be told."""

    def __init__(self) -> None:
        self._known = Memory[Robots | str]()

    async def of(self, to: Target, ask: Ask) -> Robots:
        """What the target's host asks of us. Raises `Disallowed` where that cannot be told at the moment."""
        asked = self._known.get(to.origin)
        if asked is None:
            asked = await _asked(f"{to.origin}/robots.txt", ask)
            self._known.keep(to.origin, asked, KEPT_UNKNOWN_SECONDS if isinstance(asked, str) else KEPT_SECONDS)
        if isinstance(asked, str):
            raise Disallowed(f"Nothing is fetched from {to.host} while its robots.txt cannot be had: {asked}")
        return asked


async def _asked(url: str, ask: Ask) -> Robots | str:
    """The rules, or the sentence that says why they cannot be told.

    No answer, or a server's error, leaves them unknown (RFC 9309, 2.3.1); a client's error means no rules.
    """
    try:
        answer = await ask(url)
    except (Unreachable, TooSlow, TooManyRedirects, BadAnswer) as error:
        return str(error)
    if answer.status == HTTPStatus.OK:
        return robots(answer.content, PRODUCT)
    if 400 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
        return Robots()
    return f"it answered {answer.status}, try again later."
