"""One question and its answer over HTTP, and the walk along redirects: each stop is checked as the first one was."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import httpx

from app.fetch.answers import Answer
from app.fetch.body import body
from app.fetch.errors import Later, Refused, TooManyRedirects, TooSlow, Unreachable
from app.fetch.limits import Limits
from app.fetch.targets import Target, target

REDIRECTS = frozenset({301, 302, 303, 307, 308})


async def _anybody(_: Target) -> None:
    """Lets every target pass."""


def _nothing(_url: str) -> Mapping[str, str]:
    """Says nothing of any URL."""
    return {}


def _anything(_url: str, _headers: httpx.Headers) -> None:
    """Lets every answer pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for; of an answer that is longer the first `most_bytes` do, if it may be `cut`. `headers` are those
    for a URL, beside what is told to all. `admit` may refuse a target (or wait), `require` an answer by its headers:
    both by raising."""

    url: str
    most_bytes: int
    cut: bool = False
    headers: Callable[[str], Mapping[str, str]] = _nothing
    admit: Callable[[Target], Awaitable[None]] = _anybody
    require: Callable[[str, httpx.Headers], None] = _anything


class Stop(NamedTuple):
    """How far a walk along redirects has come: the URL that is next, and how many led to it."""

    url: str
    redirects: int = 0


class PutOff(Later):
    """A walk that a host's turn has put off; it goes on at `stop`."""

    def __init__(self, later: Later, stop: Stop) -> None:
        super().__init__(later.host, later.seconds)
        self.stop = stop


async def follow(client: httpx.AsyncClient, question: Question, limits: Limits, start: Stop) -> Answer:
    """The answer at the end of the redirects. Raises `Unfetched` in one of its forms, and `TooLarge`."""
    to = target(start.url, limits)
    for redirects in range(start.redirects, limits.max_redirects + 1):
        try:
            await question.admit(to)
        except Later as later:
            raise PutOff(later, Stop(str(to.url), redirects)) from later
        answer = await ask(client, question, to, limits)
        location = answer.headers.get("location")
        if answer.status not in REDIRECTS or location is None:
            return answer
        to = target(_joined(to.url, location), limits)
    raise TooManyRedirects(
        f"{question.url[:200]} redirects more than {limits.max_redirects} times: give the URL that it ends at."
    )


async def ask(client: httpx.AsyncClient, question: Question, to: Target, limits: Limits) -> Answer:
    """What one URL answers, be it a redirect or an error, with the body of a 200."""
    headers = question.headers(str(to.url))
    try:
        async with asyncio.timeout(limits.total_seconds), client.stream("GET", to.url, headers=headers) as got:
            content = b""
            if got.status_code == httpx.codes.OK:
                question.require(str(to.url), got.headers)
                content = await body(got, question.most_bytes, cut=question.cut)
            return Answer(str(to.url), got.status_code, got.headers, content)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise TooSlow(f"{to.host} took too long to answer: try again later.") from error
    except (httpx.InvalidURL, UnicodeError) as error:  # httpx reads a redirect's Location, asked or not
        raise Refused(f"{to.host} redirects to what is no web address: check the URL.") from error
    except httpx.HTTPError as error:
        raise Unreachable(
            f"{to.host} cannot be reached ({_said(error)}): check the URL, or try again later."
        ) from error


def _joined(base: httpx.URL, location: str) -> str:
    """Where a redirect leads; what cannot be read is left to `target` to refuse."""
    try:
        return str(base.join(location))
    except (httpx.InvalidURL, ValueError):
        return location


def _said(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:200]
