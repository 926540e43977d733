"""Every error answer: one `Problem` (RFC 9457), and one exception that carries it to the client."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from app.api.kinds import Kind

MEDIA_TYPE = "application/problem+json"


class FieldError(BaseModel):
    """One thing that is wrong with a request, and where."""

    model_config = ConfigDict(frozen=True)

    pointer: Annotated[
        str,
        Field(
            description="JSON Pointer (RFC 6901) that begins with where to look: query, path, header or body.",
            examples=["/query/limit"],
            json_schema_extra={"maxLength": 2_000},
        ),
    ]
    detail: Annotated[
        str,
        Field(
            description="What is wrong there, in a sentence.",
            examples=["Input should be less than or equal to 100"],
            json_schema_extra={"maxLength": 2_000},
        ),
    ]


class Problem(BaseModel):
    """An error as RFC 9457 has it."""

    model_config = ConfigDict(frozen=True)

    type: Annotated[
        str,
        Field(
            description="The kind of error: a stable address of this server that explains it.",
            examples=["/problems/not-found"],
            json_schema_extra={"maxLength": 200, "format": "uri-reference"},
        ),
    ]
    title: Annotated[
        str,
        Field(
            description="The kind in a few words; the same for every error of the kind.",
            examples=["There is no such thing"],
            json_schema_extra={"maxLength": 200},
        ),
    ]
    status: Annotated[int, Field(ge=400, le=599, description="The HTTP status.", examples=[404])]
    detail: Annotated[
        str,
        Field(
            description="What happened this time, in a sentence.",
            examples=["There is no quote 01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d."],
            json_schema_extra={"maxLength": 4_000},
        ),
    ]
    request_id: Annotated[
        str,
        Field(
            description="Under this id the server's log has the request.",
            examples=["01980f0e-6f3a-7c3e-9d55-3f2d8a4b1c2d"],
            json_schema_extra={"maxLength": 64},
        ),
    ]
    errors: Annotated[
        list[FieldError],
        Field(
            description="Each thing that is wrong with the request; empty unless the status is 422.",
            examples=[[{"pointer": "/query/limit", "detail": "Input should be less than or equal to 100"}]],
            json_schema_extra={"maxItems": 1_000},
        ),
    ]


@dataclass(slots=True)
class ProblemError(Exception):
    """Raised anywhere in the API to answer with a problem."""

    kind: Kind
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(error: ProblemError, request_id: str) -> Response:
    """The response that tells the client of `error`. Overlong details are cut."""
    problem = Problem(
        type=error.kind.type,
        title=error.kind.title,
        status=error.kind.status.value,
        detail=error.detail[:4_000],
        request_id=request_id,
        errors=list(error.errors[:1_000]),
    )
    return Response(problem.model_dump_json(), error.kind.status.value, dict(error.headers), MEDIA_TYPE)
