"""Requests made up from the contract itself, good ones and bad ones: every answer must be one that it declares."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api.documents.submission import AS_IT_IS
from app.main import openapi_document
from app.store.session import Database
from tests.api.conftest import client_of, secret_of
from tests.api.seeding import Seeds
from tests.database import fresh

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(openapi_document()).get_all_operations()]
few = settings(max_examples=4, suppress_health_check=list(HealthCheck), database=None)


@pytest.fixture(scope="module")
def of_news(module_database: Database, seeds: Seeds) -> TestClient:
    return client_of(module_database, key=secret_of(module_database, "admin"), max_wait_seconds=0)


@pytest.fixture(scope="module")
def of_nothing(server_url: str, template: str) -> Iterator[TestClient]:
    """An application over an empty database."""
    with fresh(server_url, template) as url, closing(Database(url)) as database:
        yield client_of(database, key=secret_of(database, "admin"), max_wait_seconds=0)


def ids(operation: Any, seeds: Seeds) -> dict[str, str] | None:
    """An id that is there, for addresses that take one."""
    known = {
        "articles": seeds.harbour,
        "documents": seeds.documents[0],
        "entities": seeds.ellison,
        "stories": seeds.story,
    }
    resource = operation.path.split("/")[2]
    return {"id": str(known[resource])} if "{id}" in operation.path and resource in known else None


def send(client: TestClient, case: Case) -> None:
    """The generator takes JSON and XML to promise a body that parses; a document is any bytes, and the worker reads
    them."""
    is_document = case.media_type in AS_IT_IS and case.media_type.endswith(("json", "xml"))
    checks = [check for check in CHECKS if not (is_document and check is negative_data_rejection)]
    case.call_and_validate(app=client.app, headers=dict(client.headers), checks=checks)  # type: ignore[arg-type]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
@pytest.mark.parametrize("mode", GenerationMode)
def test_any_request_gets_an_answer_that_the_contract_declares(
    of_news: TestClient, of_nothing: TestClient, seeds: Seeds, operation: Any, mode: GenerationMode
) -> None:
    known = ids(operation, seeds) if mode is GenerationMode.POSITIVE else None

    @few
    @given(case=operation.as_strategy(mode, path_parameters=known))
    def run(case: Case) -> None:
        send(of_news, case)
        send(of_nothing, case)

    run()
