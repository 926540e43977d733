"""What comes back: an answer as the server gave it, and the page that is made of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

import httpx

from app.fetch.errors import BadAnswer, ServerFailed

_TEXTS = frozenset(
    {
        "application/feed+json",
        "application/gzip",
        "application/json",
        "application/jsonl",
        "application/octet-stream",
        "application/warc",
        "application/x-gzip",
        "application/x-ndjson",
        "application/xml",
    }
)
_PASSING = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
"""What a server answers to a question that it may answer later, beside the errors of its own."""
_MOST_HEADER = 2_000


class Validators(NamedTuple):
    """What a server said of the page at `url`, by which it can tell whether that changed: sent back word for word."""

    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    def headers(self, url: str) -> dict[str, str]:
        """The headers that ask for the page at `url` only if it has changed; none where another URL's was had."""
        if url != self.url:
            return {}
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value is not None}


class Answer(NamedTuple):
    """The last answer, after redirects; `content` is decompressed and empty unless the status is 200."""

    url: str
    status: int
    headers: httpx.Headers
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was fetched, byte for byte (decompressed). `url` is where redirects led; `media_type` has no parameters."""

    url: str
    content: bytes
    media_type: str
    charset: str | None
    validators: Validators
    fetched_at: datetime


def page(answer: Answer, known: Validators, fetched_at: datetime) -> Page | None:
    """The page in an answer; None where it is still the one that was `known` (304 to a question that said so). Raises
    `BadAnswer` for anything else but a 200, as `ServerFailed` where that may pass."""
    if answer.status == HTTPStatus.NOT_MODIFIED and known.headers(answer.url):
        return None
    if answer.status != HTTPStatus.OK:
        raise refusal(answer, fetched_at)
    if not answer.content.strip():
        raise ServerFailed(f"{answer.url} gives nothing: try again later, or check the URL.")
    media_type, charset = _typed(answer)
    return Page(
        url=answer.url,
        content=answer.content,
        media_type=media_type,
        charset=charset,
        validators=Validators(answer.url, _short(answer, "etag"), _short(answer, "last-modified")),
        fetched_at=fetched_at,
    )


def refusal(answer: Answer, now: datetime) -> BadAnswer:
    """What an answer is that is neither a 200 nor expected: `ServerFailed` where it may pass."""
    said = f"{answer.url} answered {answer.status}"
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status in _PASSING:
        return ServerFailed(f"{said}: try again later.", _wished(answer, now))
    if answer.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return BadAnswer(f"{said}: there is no such page, check the URL.")
    if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.PAYMENT_REQUIRED):
        return BadAnswer(f"{said}: it is not open to us; send its content instead of its URL.")
    return BadAnswer(f"{said}: try again later.")


def require_text(url: str, headers: httpx.Headers) -> None:
    """Raise `BadAnswer` for what is announced as no text: an image, a film, a PDF."""
    name = _content_type(headers).get_content_type()
    if not (name.startswith("text/") or name.endswith(("+xml", "+json")) or name in _TEXTS):
        raise BadAnswer(f"{url} is {name[:100]}, not a page, text or feed: give the URL of one.")


def _typed(answer: Answer) -> tuple[str, str | None]:
    stated = _content_type(answer.headers)
    charset = stated.get_param("charset")
    return stated.get_content_type(), charset if isinstance(charset, str) and 0 < len(charset) <= 100 else None


def _content_type(headers: httpx.Headers) -> Message:
    """The Content-Type; bytes of no stated type are looked at by the reader."""
    message = Message()
    message["Content-Type"] = headers.get("content-type", "").strip() or "application/octet-stream"
    return message


def _short(answer: Answer, name: str) -> str | None:
    value: str | None = answer.headers.get(name)
    return value if value and len(value) <= _MOST_HEADER and value.isascii() and value.isprintable() else None


def _wished(answer: Answer, now: datetime) -> float:
    """The seconds until the server wants to be asked again (RFC 9110, 10.2.3); 0 where it does not say, or long ago."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said)
    try:
        wished = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    return max(0.0, (wished.replace(tzinfo=wished.tzinfo or UTC) - now).total_seconds())
