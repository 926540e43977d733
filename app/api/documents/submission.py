"""From a request to what was submitted: `application/json` is an envelope, everything else the document itself."""

from pydantic import ValidationError

from app.api import kinds
from app.api.documents.schemas import DocumentSubmission, Source, SourceParameters
from app.api.failures import field_errors
from app.api.media_types import MediaType, unsupported
from app.api.problems import FieldError, ProblemError
from app.intake import Submission

AS_IT_IS = frozenset({
    "text/plain", "text/html", "application/xhtml+xml",
    "application/xml", "text/xml", "application/rss+xml", "application/atom+xml",
    "application/feed+json", "application/ld+json", "application/x-ndjson",
    "application/gzip", "application/warc", "application/octet-stream",
})  # fmt: skip
JSON = "application/json"


def submission(media_type: MediaType, body: bytes, query: SourceParameters) -> Submission:
    """What was submitted. Raises a 415, a 400 for what is no JSON, or a 422 that names each wrong field."""
    if media_type.name in AS_IT_IS:
        return _submission(query, body, media_type.name, media_type.charset)
    if media_type.name == JSON:
        _refuse(query)
        given = _parsed(body)
        return _submission(given, given.content.encode(), given.media_type.value, "utf-8")
    raise unsupported(f"{media_type.name} is not taken here.")


def _submission(source: Source, content: bytes, media_type: str, charset: str | None) -> Submission:
    return Submission(
        content=content,
        media_type=media_type,
        charset=charset,
        url=source.url,
        outlet=source.outlet,
        fetched_at=source.fetched_at,
    )


def _parsed(body: bytes) -> DocumentSubmission:
    try:
        return DocumentSubmission.model_validate_json(body)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
    if any(one["type"] == "json_invalid" for one in errors):
        raise ProblemError(kinds.MALFORMED_JSON, errors[0]["msg"])
    raise _invalid(field_errors(errors, ("body",)))


def _refuse(query: SourceParameters) -> None:
    given = sorted(query.model_fields_set)
    if given:
        detail = "With a JSON body this is a field of the body."
        raise _invalid(tuple(FieldError(pointer=f"/query/{name}", detail=detail) for name in given))


def _invalid(errors: tuple[FieldError, ...]) -> ProblemError:
    return ProblemError(kinds.INVALID_REQUEST, "; ".join(f"{e.pointer}: {e.detail}" for e in errors), errors)
