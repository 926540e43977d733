"""Examples of objects, made of the examples of their fields."""

from collections.abc import Mapping
from typing import Any

type Json = dict[str, Any]


def with_examples(schemas: Mapping[str, Json]) -> dict[str, Json]:
    """`schemas` where every property has an example."""
    return {name: _exemplified(schema, schemas) for name, schema in schemas.items()}


def _exemplified(schema: Json, schemas: Mapping[str, Json]) -> Json:
    if "properties" not in schema:
        return schema
    properties = {
        name: one if "examples" in one else one | {"examples": [example(one, schemas)]}
        for name, one in schema["properties"].items()
    }
    return schema | {"properties": properties}


def example(schema: Json, schemas: Mapping[str, Json]) -> Any:
    """A value that `schema` allows: its own example, else one put together from what it refers to."""
    if "examples" in schema:
        return schema["examples"][0]
    if "$ref" in schema:
        return example(schemas[schema["$ref"].rsplit("/", 1)[1]], schemas)
    if "anyOf" in schema:
        return example(schema["anyOf"][0], schemas)
    if "properties" in schema:
        return {name: example(one, schemas) for name, one in schema["properties"].items()}
    if "items" in schema:
        return [example(schema["items"], schemas)]
    return schema["enum"][0]
