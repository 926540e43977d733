"""From a request to what was submitted: `application/json` is an envelope, everything else the document itself."""

import json

from app.api import kinds
from app.api.bodies import JSON, invalid, parsed
from app.api.documents.schemas import DocumentSubmission, Source, SourceParameters
from app.api.fields import is_web_address
from app.api.media_types import MediaType, unsupported
from app.api.problems import FieldError, ProblemError
from app.intake import Address, Submission

AS_IT_IS = frozenset({
    "text/plain", "text/html", "application/xhtml+xml",
    "application/xml", "text/xml", "application/rss+xml", "application/atom+xml",
    "application/feed+json", "application/ld+json", "application/x-ndjson",
    "application/gzip", "application/warc", "application/octet-stream",
})  # fmt: skip
_NO_ENVELOPE = (
    "The JSON has neither `content` nor `url`: send a JSON Feed as application/feed+json, records of schema.org as "
    "application/ld+json, other records as application/x-ndjson (one a line) or in `content`."
)


def submission(media_type: MediaType, body: bytes, query: SourceParameters) -> Submission | Address:
    """What was submitted. Raises a 415, a 400 for what is no JSON, or a 422 that names each wrong field."""
    if media_type.name in AS_IT_IS:
        return _submission(query, body, media_type.name, media_type.charset)
    if media_type.name == JSON:
        _refuse(query)
        given = _envelope(body)
        if given.content is None:
            return _address(given)
        return _submission(given, given.content.encode(), given.media_type.value, "utf-8")
    raise unsupported(f"{media_type.name} is not taken here.")


def _envelope(body: bytes) -> DocumentSubmission:
    try:
        return parsed(body, DocumentSubmission)
    except ProblemError as error:
        if error.kind is kinds.INVALID_REQUEST and _is_no_envelope(body):
            raise invalid([FieldError(pointer="/body", detail=_NO_ENVELOPE)]) from error
        raise


def _is_no_envelope(body: bytes) -> bool:
    """Whether JSON has neither of the fields of which an envelope has one: a feed, or records of news."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return False
    return bool(sent) and (not isinstance(sent, dict) or sent.keys().isdisjoint(("content", "url")))


def _submission(source: Source, content: bytes, media_type: str, charset: str | None) -> Submission:
    return Submission(
        content=content,
        media_type=media_type,
        charset=charset,
        url=source.url,
        outlet=source.outlet,
        fetched_at=source.fetched_at,
    )


def _address(given: DocumentSubmission) -> Address:
    if given.url is None:
        raise invalid([FieldError(pointer="/body/content", detail="Send the content, or a `url` to fetch it from.")])
    of_content = sorted(given.model_fields_set & {"media_type", "fetched_at"})
    if of_content:
        detail = "This goes with `content`; of what is fetched the server says it."
        raise invalid([FieldError(pointer=f"/body/{name}", detail=detail) for name in of_content])
    if not is_web_address(given.url):
        detail = "What is fetched is an http or https URL, without user name and password."
        raise invalid([FieldError(pointer="/body/url", detail=detail)])
    return Address(url=given.url, outlet=given.outlet)


def _refuse(query: SourceParameters) -> None:
    given = sorted(query.model_fields_set)
    if given:
        detail = "With a JSON body this is a field of the body."
        raise invalid([FieldError(pointer=f"/query/{name}", detail=detail) for name in given])
