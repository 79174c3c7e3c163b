"""Converts an Article to dicts, lists, strings and numbers, field by field."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from lemonde_parse.article import SCHEMA_VERSION

if TYPE_CHECKING:
    from lemonde_parse.article import JSON, Article


def to_dict(article: Article) -> dict[str, JSON]:
    """Implement `Article.to_dict`."""
    return {"schema_version": SCHEMA_VERSION, **_record(article)}


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Implement `Article.to_json`."""
    return (_ENCODER if indent is None else _encoder(indent)).encode(to_dict(article))


def _encoder(indent: int | None) -> json.JSONEncoder:
    # Frozen records cannot contain themselves.
    return json.JSONEncoder(ensure_ascii=False, check_circular=False, indent=indent)


_ENCODER: Final = _encoder(None)
_SIMPLE: Final = frozenset({str, int, float, bool, type(None)})
"""Types of values that are written to JSON unchanged."""


def _record(value: attrs.AttrsInstance) -> dict[str, JSON]:
    """Return the fields of a record; those of a block start with its `type`."""
    kind = getattr(value, "type", None)
    record: dict[str, JSON] = {} if kind is None else {"type": kind}
    for name in _known.get(type(value)) or _names(type(value)):
        field = getattr(value, name)
        record[name] = field if type(field) in _SIMPLE else _plain(field)
    return record


_known: dict[type, tuple[str, ...]] = {}


def _names(kind: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    """Return the names of a class's fields, and cache them, because attrs is slow."""
    if kind not in _known:
        _known[kind] = tuple(attribute.name for attribute in attrs.fields(kind))
    return _known[kind]


def _plain(value: object) -> JSON:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [item if type(item) in _SIMPLE else _plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if attrs.has(type(value)):
        return _record(value)  # type: ignore[arg-type]  # attrs.has does not narrow instances
    raise TypeError(f"{type(value).__name__} is not part of the data model")
