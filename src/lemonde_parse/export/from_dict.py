"""An Article back from JSON's types, with the path to whatever is at fault."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

import cattrs
from cattrs.gen import make_dict_structure_fn

from lemonde_parse.article import Article
from lemonde_parse.blocks import Block, Figure
from lemonde_parse.errors import InvalidDataError
from lemonde_parse.export.to_dict import SCHEMA_VERSION

if TYPE_CHECKING:
    from lemonde_parse.article import JSON

_MAX_DEPTH: Final = 50
BLOCK_TYPES = {
    kind.type: kind for union in get_args(Block) for kind in (get_args(union) or (union,))
}
"""Each block class by its literal `type`."""


def from_dict(data: Mapping[str, JSON]) -> Article:
    """`Article.from_dict`."""
    if not isinstance(data, Mapping):
        raise InvalidDataError("", f"an object is wanted, not {_named(data)}")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise InvalidDataError(
            "schema_version",
            f"this release reads version {SCHEMA_VERSION}, not {version!r}: "
            "use the release that wrote it",
        )
    rest = {key: value for key, value in data.items() if key != "schema_version"}
    _check_depth(rest.get("body"))
    try:
        return _converter().structure(rest, Article)
    except cattrs.BaseValidationError as error:
        detail, _, path = cattrs.transform_error(error, path="", format_exception=_told)[
            0
        ].rpartition(" @ ")
        raise InvalidDataError(path.lstrip("."), detail) from error


def from_json(data: str | bytes) -> Article:
    """`Article.from_json`."""
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InvalidDataError("", f"no JSON: {error}") from error
    return from_dict(loaded)


@cache
def _converter() -> cattrs.Converter:
    """Strict: nothing is coerced, unknown keys are faults."""
    converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
    for wanted in (str, int, float, bool):
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook_func(
        _is_tuple, lambda value, kind: _tuple(converter, value, kind)
    )
    figure = make_dict_structure_fn(
        Figure, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )
    converter.register_structure_hook(
        Figure, lambda value, kind: figure(_without_type(value, Figure.type), kind)
    )
    converter.register_structure_hook_func(
        lambda kind: kind == Block, lambda value, _: _block(converter, value)
    )
    return converter


def _exactly(value: object, wanted: type) -> object:
    """The value, if it is of that very JSON type; a whole number will do for a float."""
    if type(value) is wanted:
        return value
    if wanted is float and type(value) is int:
        return float(value)
    raise TypeError(f"{wanted.__name__} is wanted, not {_named(value)}")


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple(converter: cattrs.Converter, value: object, kind: Any) -> tuple[object, ...]:
    """A list, and nothing else that can be gone through: a str's letters are no items."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"a list is wanted, not {_named(value)}")
    # A list[…], made at run time.
    return tuple(converter.structure(value, GenericAlias(list, get_args(kind)[:1])))  # type: ignore[arg-type]


def _check_depth(body: object) -> None:
    """Boxes within boxes are read by recursion; an article has one or two of them, not hundreds."""
    waiting: list[tuple[object, int]] = [(body, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            raise InvalidDataError(
                "body", f"blocks are nested too deeply: more than {_MAX_DEPTH} levels"
            )
        if isinstance(value, list | tuple):
            waiting += [
                (item.get("blocks"), depth + 1) for item in value if isinstance(item, Mapping)
            ]


def _moment(value: object, _: type) -> datetime:
    if not isinstance(value, str):
        raise TypeError(f"an ISO 8601 date is wanted, not {_named(value)}")
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"a date with an offset from UTC is wanted, not {value!r}")
    return moment


def _block(converter: cattrs.Converter, value: object) -> Block:
    if not isinstance(value, Mapping):
        raise TypeError(f"a block is wanted, not {_named(value)}")
    kind = BLOCK_TYPES.get(value.get("type", ""))
    if kind is None:
        raise ValueError(
            f"no block has the type {value.get('type')!r}; there are: "
            f"{', '.join(sorted(BLOCK_TYPES))}"
        )
    block: Block = converter.structure(_without_type(value, kind.type), kind)
    return block


def _without_type(value: object, wanted: str) -> dict[str, Any]:
    """Return a block's data without its literal type, for places that take one type of block."""
    if not isinstance(value, Mapping):
        raise TypeError(f"a {wanted} is wanted, not {_named(value)}")
    if value.get("type", wanted) != wanted:
        raise ValueError(f"a {wanted} is wanted, not a {value['type']!r}")
    return {key: part for key, part in value.items() if key != "type"}


def _told(error: BaseException, _: type[Any] | None) -> str:
    """What went wrong, in words."""
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return f"unknown keys: {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)


def _named(value: object) -> str:
    return "null" if value is None else f"{type(value).__name__} {str(value)[:40]!r}"
