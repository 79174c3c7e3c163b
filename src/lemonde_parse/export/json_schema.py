"""The JSON Schema of `Article.to_dict`, built from the classes of the data model."""

from __future__ import annotations

from datetime import date, datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Final, Literal, get_args, get_origin, get_type_hints

import attrs

from lemonde_parse.article import MAX_COUNT, SCHEMA_VERSION, Article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lemonde_parse.article import JSON

_PLAIN: Final[Mapping[object, Mapping[str, JSON]]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0, "maximum": MAX_COUNT},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
}


def json_schema() -> dict[str, JSON]:
    """Implement `Article.json_schema`."""
    records: dict[str, JSON] = {}
    article = _record(Article, records)
    version: JSON = {"const": SCHEMA_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **_with(article, "schema_version", version),
        "$defs": dict(sorted(records.items())),
    }


def _with(record: dict[str, JSON], name: str, value: JSON) -> dict[str, JSON]:
    """Return a record with a required property before all others."""
    properties, required = record["properties"], record["required"]
    if not isinstance(properties, dict) or not isinstance(required, list):
        raise TypeError("the schema of a record must have properties, and a list of required ones")
    return {**record, "properties": {name: value, **properties}, "required": [name, *required]}


def _record(kind: type[attrs.AttrsInstance], records: dict[str, JSON]) -> dict[str, JSON]:
    """Return the schema of a class, and add those of the classes in its fields to `records`."""
    hints = get_type_hints(kind)
    properties = {field.name: _schema(hints[field.name], records) for field in attrs.fields(kind)}
    record: dict[str, JSON] = {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }
    literal = getattr(kind, "type", None)
    return record if literal is None else _with(record, "type", {"const": literal})


def _schema(kind: object, records: dict[str, JSON]) -> JSON:
    if kind in _PLAIN:
        return _PLAIN[kind]
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return {"enum": list(arguments)}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(arguments[0], records)}
    if isinstance(kind, UnionType):
        return {"anyOf": [_schema(argument, records) for argument in arguments]}
    if isinstance(kind, type) and attrs.has(kind):
        if kind.__name__ not in records:
            records[kind.__name__] = None  # reserved first, since boxes can contain boxes
            records[kind.__name__] = _record(kind, records)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    raise TypeError(f"no JSON Schema is known for {kind!r} of the data model")
