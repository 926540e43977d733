"""The OpenAPI document: what FastAPI makes of the endpoints, brought to the form that generators of SDKs like.

Nullable values become `type: [..., "null"]`; query parameters are never null; everything that is an object has an
example; every answer declares the headers that it carries; reading is declared open to all.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from app.api import answers
from app.api.examples import with_examples
from app.api.problems import FieldError, Problem
from app.api.schemas import PublicationTime

type Json = dict[str, Any]

VERSION = "1.0.0"
DESCRIPTION = """Raw news in; dated articles, resolved people, attributed quotes and claims out.

Every error is an RFC 9457 problem. Lists have opaque cursors; offsets are code points into an article's `text`, or
UTF-16 code units with `offsets=utf16`. Every GET has an ETag. Unknown query parameters are refused."""
_REF = "#/components/schemas/{model}"
_LINE = {"type": "string", "maxLength": 200}
_ON_EVERY_ANSWER = {
    "X-Request-Id": "The id under which the server's log has the request.",
    "RateLimit": 'What is left: `"default";r=` requests for `t=` seconds.',
    "RateLimit-Policy": 'The budget: `"default";q=` requests in `w=` seconds.',
}
_HEADERS = {name: {"description": text, "schema": _LINE} for name, text in _ON_EVERY_ANSWER.items()}
_REFERENCES = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}
_TAGS = {
    "documents": "What is submitted, verbatim.",
    "articles": "Single news items, normalized.",
    "entities": "Persons, organisations, places and events.",
    "mentions": "Where articles name them.",
    "quotes": "Who is said to have said what.",
    "utterances": "The same words by the same speaker, wherever printed.",
    "claims": "The propositions that quotes put forward.",
    "stories": "Articles about the same event.",
    "outlets": "Who publishes.",
    "sources": "Feeds that are looked at on a schedule.",
    "changes": "What was created, updated and deleted.",
}


def document(app: FastAPI, models: Sequence[type[BaseModel]]) -> Json:
    """The OpenAPI 3.1 document of `app`. `models` are named in it besides those that endpoints take and return."""
    made = get_openapi(
        title="Quotewire",
        version=VERSION,
        summary="Attributed quotes and claims from raw news.",
        description=DESCRIPTION,
        routes=app.routes,
        servers=[{"url": "/", "description": "This server."}],
        tags=[{"name": name, "description": text} for name, text in _TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    components = made["components"]
    # the time of publication once more, because FastAPI drops the nulls from its example
    named: list[type[BaseModel]] = [Problem, FieldError, PublicationTime, *models]
    for model in named:
        components["schemas"] |= _schemas_of(model)
    components["headers"] = _HEADERS
    components["responses"] = answers.components(_REFERENCES)
    for operation in _operations(made):
        _finish(operation)
    components["schemas"] = with_examples({k: _plain(v) for k, v in sorted(components["schemas"].items())})
    made["paths"] = _plain(made["paths"])
    return made


def _schemas_of(model: type[BaseModel]) -> Json:
    schema = model.model_json_schema(ref_template=_REF)
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _operations(made: Json) -> Iterator[Json]:
    for path in made["paths"].values():
        yield from path.values()


def _finish(operation: Json) -> None:
    for parameter in operation.get("parameters", ()):
        parameter["schema"] = _never_null(parameter["schema"])
    for answer in operation["responses"].values():
        if "$ref" not in answer:
            answer["headers"] = answer.get("headers", {}) | _REFERENCES
    scopes = [scope for needed in operation["security"] for scope in next(iter(needed.values()))]
    if scopes == ["read"]:
        operation["security"] = [{}, *operation["security"]]


def _never_null(schema: Json) -> Json:
    """A parameter that may be left out is not sent as null."""
    if "anyOf" not in schema:
        return schema
    kept: list[Json] = [one for one in schema["anyOf"] if one != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return kept[0] | rest if len(kept) == 1 else schema


def _plain(value: Any) -> Any:
    """`value` without titles that repeat names, and with null as one of the types where that says it all."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if not isinstance(value, Mapping):
        return value
    made = {key: _plain(one) for key, one in value.items() if not (key == "title" and isinstance(one, str))}
    return _nullable(made) if "anyOf" in made else made


def _nullable(schema: Json) -> Json:
    something, *null = schema["anyOf"]
    if null != [{"type": "null"}] or "$ref" in something:
        return schema
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    nullable: Json = something | rest | {"type": [something["type"], "null"]}
    return nullable
