"""The body of a request: its bytes, and the JSON in it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ValidationError
from starlette.requests import ClientDisconnect

from app.api import kinds
from app.api.failures import field_errors
from app.api.media_types import parse, unsupported
from app.api.problems import FieldError, ProblemError

JSON = "application/json"


async def _bytes(request: Request) -> bytes:
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise unsupported("A body with a content coding is not taken: send a gzipped file as application/gzip.")
    try:
        return await request.body()
    except ClientDisconnect as error:
        raise ProblemError(kinds.BAD_REQUEST, "The body broke off before its end.") from error


Body = Annotated[bytes, Depends(_bytes)]
"""The body of the request at hand, uncompressed."""


def given[T: BaseModel](request: Request, body: bytes, model: type[T]) -> T:
    """The JSON body as a model. Raises a 415 where it is said to be anything else, and what `parsed` raises."""
    media_type = parse(request.headers.get("content-type", ""))
    if media_type.name != JSON:
        raise ProblemError(kinds.UNSUPPORTED_MEDIA_TYPE, f"{media_type.name} is not taken here: send {JSON}.")
    return parsed(body, model)


def parsed[T: BaseModel](body: bytes, model: type[T]) -> T:
    """JSON as a model. Raises a 400 for what is no JSON, or a 422 that names each wrong field."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    if any(one["type"] == "json_invalid" for one in errors):
        raise ProblemError(kinds.MALFORMED_JSON, errors[0]["msg"])
    raise invalid(field_errors(errors, ("body",)))


def invalid(errors: Sequence[FieldError]) -> ProblemError:
    """A 422 that names each wrong field."""
    detail = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
    return ProblemError(kinds.INVALID_REQUEST, detail, tuple(errors))
