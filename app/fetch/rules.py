"""What the hosts' robots.txt ask, fetched when it is first needed and remembered for a while."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import NamedTuple

from app.fetch.answers import Answer, refusal
from app.fetch.errors import BadAnswer, Disallowed, Passing, RulesUnknown, TooManyRedirects, UnknownName
from app.fetch.limits import PRODUCT
from app.fetch.memory import Memory
from app.fetch.robots import Robots, robots
from app.fetch.targets import Target
from app.kit.clock import now
from app.model.errors import Unfetched

KEPT_SECONDS = 3_600.0
KEPT_UNKNOWN_SECONDS = 300.0

type Ask = Callable[[str], Awaitable[Answer]]
"""Fetches a robots.txt."""


class Untold(NamedTuple):
    """Why the rules cannot be told, and in how many seconds they may be at the earliest; None where that stays so.

    No error, which would keep alive all that was at hand where it was raised.
    """

    said: str
    seconds: float | None


class Rules:
    """The rules of hosts by origin, remembered for an hour each, for five minutes where they cannot be told."""

    def __init__(self) -> None:
        self._known = Memory[Robots | Untold]()

    async def of(self, to: Target, ask: Ask) -> Robots:
        """What the target's host asks of us. Raises `Disallowed` where that cannot be told, as `RulesUnknown` where
        it may be told later."""
        asked = self._known.get(to.origin)
        if asked is None:
            asked = await _asked(f"{to.origin}/robots.txt", ask)
            self._known.keep(to.origin, asked, KEPT_SECONDS if isinstance(asked, Robots) else KEPT_UNKNOWN_SECONDS)
        if isinstance(asked, Robots):
            return asked
        said = f"Nothing is fetched from {to.host} while its robots.txt cannot be had: {asked.said}"
        raise Disallowed(said) if asked.seconds is None else RulesUnknown(said, asked.seconds)


async def _asked(url: str, ask: Ask) -> Robots | Untold:
    """The rules, or why they cannot be told.

    No answer, or a server's error, leaves them unknown (RFC 9309, 2.3.1); a client's error means no rules.
    """
    try:
        answer = await ask(url)
    except (Passing, UnknownName, TooManyRedirects, BadAnswer) as error:
        return _untold(error)
    if answer.status == HTTPStatus.OK:
        return robots(answer.content, PRODUCT)
    if 400 <= answer.status < 500 and answer.status != HTTPStatus.TOO_MANY_REQUESTS:
        return Robots()
    return _untold(refusal(answer, now()))


def _untold(error: Unfetched) -> Untold:
    return Untold(str(error), error.seconds if isinstance(error, Passing) else None)
