"""The web as the rest of the product sees it: one URL in, one page out, or the reason why not."""

import asyncio
import ssl
from functools import partial
from typing import Protocol

import httpx

from app.fetch.answers import Answer, Page, Validators, page, require_text
from app.fetch.body import ENCODING
from app.fetch.errors import Disallowed, Later
from app.fetch.exchange import PutOff, Question, Stop, follow
from app.fetch.limits import Limits
from app.fetch.memory import Memory
from app.fetch.robots import MOST_BYTES
from app.fetch.rules import Rules
from app.fetch.targets import Target
from app.fetch.transport import Pinned, Resolve, by_system, direct
from app.kit.clock import now

PATIENCE_SECONDS = 5.0
"""So long a host's turn is waited for; what must wait longer is put off (`Later`)."""

KEPT_SECONDS = 3_600.0
"""So long beyond a host's turn it is remembered how far a walk came that was put off until then."""

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_NOTHING_KNOWN = Validators()


class Turns(Protocol):
    """Who may ask a host when, over all workers."""

    def book(self, host: str, delay: float, patience: float) -> float:
        """The seconds until the host may be asked; booked, with `delay` seconds after it, unless above `patience`."""


class Web:
    """Fetches within `limits`. It remembers what robots.txt files ask, and where redirects led that a host's turn put
    off, so that they end however slow the host; everything else is made anew for each fetch.

    `tls` says whose certificates are trusted; by default, those that browsers trust.
    """

    def __init__(
        self, limits: Limits, turns: Turns, resolve: Resolve = by_system, tls: ssl.SSLContext | None = None
    ) -> None:
        self._limits = limits
        self._turns = turns
        self._resolve = resolve
        self._rules = Rules()
        self._stops = Memory[Stop]()
        self._tls = tls or httpx.create_ssl_context(trust_env=False)

    def fetch(self, url: str, known: Validators = _NOTHING_KNOWN) -> Page | None:
        """The page at `url`, or None where it is still what it was when its server said `known`.

        robots.txt is heeded and the host's turn waited for, at each redirect too. Raises `Unfetched` in one of its
        forms (`Later` where the turn is too far off: the next fetch of the URL goes on from there) and `TooLarge`.
        Blocks; not to be called from an event loop.
        """
        return asyncio.run(self._fetch(url, known))

    async def _fetch(self, url: str, known: Validators) -> Page | None:
        async with self._client() as client:
            question = Question(
                url=url,
                most_bytes=self._limits.max_bytes,
                headers=known.headers,
                admit=partial(self._admit, client),
                require=require_text,
            )
            return page(await self._follow(client, question), known, now())

    async def _follow(self, client: httpx.AsyncClient, question: Question) -> Answer:
        """The answer at the end of the redirects, from where they were put off the last time."""
        start = self._stops.take(question.url) or Stop(question.url)
        try:
            return await follow(client, question, self._limits, start)
        except PutOff as put_off:
            self._stops.keep(question.url, put_off.stop, put_off.seconds + KEPT_SECONDS)
            raise

    def _client(self) -> httpx.AsyncClient:
        limits = self._limits
        return httpx.AsyncClient(
            transport=Pinned(limits, self._resolve, direct(self._tls)),
            trust_env=False,
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            headers={"User-Agent": limits.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ENCODING},
        )

    async def _admit(self, client: httpx.AsyncClient, to: Target) -> None:
        """Wait for our turn with a target. Raises `Disallowed` where its host's robots.txt says so, and `Later`."""
        asked = await self._rules.of(to, partial(self._robots, client))
        if not asked.allows(to.path):
            raise Disallowed(f"The robots.txt of {to.host} asks not to fetch this page: send its content instead.")
        await self._turn(to.host, max(self._limits.host_delay_seconds, asked.delay or 0.0))

    async def _robots(self, client: httpx.AsyncClient, url: str) -> Answer:
        question = Question(
            url=url,
            most_bytes=MOST_BYTES,
            cut=True,
            admit=lambda to: self._turn(to.host, self._limits.host_delay_seconds),
        )
        return await self._follow(client, question)

    async def _turn(self, host: str, delay: float) -> None:
        seconds = await asyncio.to_thread(self._turns.book, host, delay, PATIENCE_SECONDS)
        if seconds > PATIENCE_SECONDS:
            raise Later(host, seconds)
        await asyncio.sleep(seconds)
