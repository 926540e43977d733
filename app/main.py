"""The API, wired: the only place that knows all of its parts."""

import json
from functools import cache, partial
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from fastapi_swagger import patch_fastapi

from app.api import contract, failures, health
from app.api.answers import ALWAYS
from app.api.articles.router import router as articles
from app.api.auth import Reading
from app.api.changes.router import router as changes
from app.api.claims.router import router as claims
from app.api.conditional import Conditional
from app.api.config import ApiConfig
from app.api.context import RequestContext, Unexpected
from app.api.documents.ingestion import router as ingestion
from app.api.documents.router import content_router
from app.api.documents.router import router as documents
from app.api.documents.schemas import DocumentSubmission
from app.api.entities.router import router as entities
from app.api.limits import BodyLimit
from app.api.mentions.router import router as mentions
from app.api.metrics import Counts, Metrics
from app.api.negotiation import bytes_accepted, json_accepted
from app.api.outlets.router import router as outlets
from app.api.quotes.router import router as quotes
from app.api.rates import KnownKeys, RateLimit
from app.api.services import Services
from app.api.sources.router import router as sources
from app.api.sources.schemas import SourceChange, SourceSubmission
from app.api.stories.router import router as stories
from app.api.utterances.router import router as utterances
from app.settings import Settings
from app.store import measures
from app.store.session import Database

READ: tuple[APIRouter, ...] = (
    documents, articles, entities, mentions, quotes, utterances, claims, stories, outlets, changes
)  # fmt: skip


def create_app(settings: Settings, database: Database) -> FastAPI:
    """The application over `database`, which the caller opens and closes. Nothing connects before the first request."""
    return _application(Services(database, config_of(settings), KnownKeys()))


def config_of(settings: Settings) -> ApiConfig:
    """The part of the settings that the API is told."""
    return ApiConfig(
        reading_needs_key=settings.reading_needs_key,
        max_body_bytes=settings.max_body_bytes,
        max_wait_seconds=settings.max_wait_seconds,
        rate_limit_per_minute=settings.rate_limit_per_minute,
    )


def openapi_document() -> dict[str, Any]:
    """The OpenAPI document; it needs no database."""
    return create_app(Settings(), Database("postgresql://nowhere/none")).openapi()


def openapi_json() -> str:
    """The same as the text that is committed as openapi/openapi.json."""
    return json.dumps(openapi_document(), indent=2, ensure_ascii=False) + "\n"


def _application(services: Services) -> FastAPI:
    app = FastAPI(
        title="Quotewire",
        docs_url=None,
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
    )
    app.state.services = services
    app.state.metrics = Metrics(partial(_counts, services.database))
    failures.install(app)
    _add_routes(app)
    _add_layers(app, services)
    return app


def _counts(database: Database) -> Counts:
    with database.session() as session:
        return measures.documents_by_state(session), measures.jobs_waiting(session)


def _operation_id(route: APIRoute) -> str:
    return route.name


def _add_routes(app: FastAPI) -> None:
    app.include_router(health.router)
    for router in READ:
        app.include_router(router, dependencies=[Depends(json_accepted), Reading], responses=ALWAYS)
    app.include_router(content_router, dependencies=[Depends(bytes_accepted), Reading], responses=ALWAYS)
    for router in (ingestion, sources):
        app.include_router(router, dependencies=[Depends(json_accepted)], responses=ALWAYS)
    patch_fastapi(app, redirect_from_root_to_docs=False, swagger_ui_parameters={"displayRequestDuration": True})
    made = partial(contract.document, app, models=(DocumentSubmission, SourceSubmission, SourceChange))
    app.openapi = cache(made)  # type: ignore[method-assign]


def _add_layers(app: FastAPI, services: Services) -> None:
    """The layers around the endpoints, the innermost first."""
    config = services.config
    app.add_middleware(Conditional)
    app.add_middleware(BodyLimit, most=config.max_body_bytes, seconds=config.body_seconds)
    app.add_middleware(Unexpected)
    app.add_middleware(RateLimit, per_minute=config.rate_limit_per_minute, known=services.known_keys)
    app.add_middleware(RequestContext, metrics=app.state.metrics)
