import compileall
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from app.main import openapi_document, openapi_json

FOLDER = Path(__file__).parents[2] / "openapi"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi_document()


def nodes(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object in a JSON value with the path to it; examples are not looked into."""
    if isinstance(value, dict):
        yield path, value
        for key, one in value.items():
            if key not in {"examples", "example"}:
                yield from nodes(one, f"{path}/{key}")
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from nodes(one, f"{path}/{place}")


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def of_type(node: dict[str, Any], name: str) -> bool:
    kind = node.get("type")
    return kind == name or (isinstance(kind, list) and name in kind)


def test_the_committed_document_is_the_generated_one() -> None:
    assert (FOLDER / "openapi.json").read_text() == openapi_json(), "run `quotewire openapi > openapi/openapi.json`"


def test_it_is_valid(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    validate(document)


def test_every_string_and_array_has_a_bound(document: dict[str, Any]) -> None:
    for path, node in nodes(document):
        if of_type(node, "string"):
            assert "maxLength" in node or "enum" in node, path
        if of_type(node, "array"):
            assert "maxItems" in node, path


def test_every_field_has_a_description_and_an_example_that_fits(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert schema.get("description"), name
        for field, node in schema.get("properties", {}).items():
            assert node.get("description"), f"{name}.{field}"
            for example in node["examples"]:
                Draft202012Validator({"allOf": [node], "components": document["components"]}).validate(example)
    for operation in operations(document):
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (operation["operationId"], parameter["name"])
            for example in parameter["schema"]["examples"]:
                schema = {"allOf": [parameter["schema"]], "components": document["components"]}
                Draft202012Validator(schema).validate(example)


def test_enumerations_are_named_and_unions_are_of_something_and_null(document: dict[str, Any]) -> None:
    for path, node in nodes(document):
        if "enum" in node:
            assert path.count("/") == 3, path
        for union in (node.get("anyOf"), node.get("oneOf")):
            if union is not None:
                something, null = union
                assert set(something) == {"$ref"}, path
                assert null == {"type": "null"}, path


def test_every_list_is_named(document: dict[str, Any]) -> None:
    for operation in operations(document):
        if operation["operationId"].startswith("list_"):
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            assert schema["$ref"].endswith("List")


def test_every_operation_declares_security_and_the_errors_it_may_answer(document: dict[str, Any]) -> None:
    ids = [operation["operationId"] for operation in operations(document)]
    assert len(set(ids)) == len(ids) == 38
    for operation in operations(document):
        assert operation["security"]
        assert {"400", "401", "403", "406", "413", "422", "429", "500", "503"} <= set(operation["responses"])
        if any(parameter["name"] == "id" for parameter in operation.get("parameters", [])):
            assert "404" in operation["responses"], operation["operationId"]
    assert {"HTTPValidationError", "ValidationError"}.isdisjoint(document["components"]["schemas"])


def test_reading_news_is_declared_open_and_writing_is_not(document: dict[str, Any]) -> None:
    for path, operations_there in document["paths"].items():
        for method, operation in operations_there.items():
            is_news = not path.startswith("/v1/sources")
            assert ({} in operation["security"]) == (method == "get" and is_news)


def test_the_operations_that_clients_are_built_on_keep_their_names(document: dict[str, Any]) -> None:
    ids = {operation["operationId"] for operation in operations(document)}
    assert {"create_document", "get_document", "list_quotes", "list_entities", "list_article_quotes"} <= ids


def test_a_python_client_is_generated_without_a_warning(tmp_path: Path) -> None:
    source, target = tmp_path / "openapi.json", tmp_path / "client"
    source.write_text(json.dumps(openapi_document()))
    config = ["--config", str(FOLDER / "python-client.yaml"), "--meta", "none", "--fail-on-warning"]
    command = ["-m", "openapi_python_client", "generate", "--path", str(source), "--output-path", str(target)]
    done = subprocess.run([sys.executable, *command, *config], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()
    assert compileall.compile_dir(target, quiet=2)
    assert (target / "api" / "quotes" / "list_quotes.py").exists()
