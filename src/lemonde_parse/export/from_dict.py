"""Reads an Article from JSON types. Errors give the path to the invalid value."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

import cattrs
from cattrs.gen import make_dict_structure_fn, override

from lemonde_parse.article import MAX_COUNT, SCHEMA_VERSION, Article
from lemonde_parse.blocks import (
    Block,
    Figure,
    Heading,
    Mark,
    Paragraph,
    Question,
    Quote,
    Text,
)
from lemonde_parse.errors import InvalidDataError

if TYPE_CHECKING:
    from lemonde_parse.article import JSON

_MAX_DEPTH: Final = 50
"""Maximum depth of nested boxes (asides and entries of live blogs)."""
_LOWEST_LEVEL: Final = 6
"""Level of the least important heading in HTML."""
_WHOLE: Final = 100
_LONGEST_SHOWN: Final = 40
"""Maximum length of a value in a message."""
_LONGEST_DETAIL: Final = 300
"""Maximum length of a message."""
BLOCK_TYPES = {
    kind.type: kind for union in get_args(Block) for kind in (get_args(union) or (union,))
}
"""Block classes by their literal `type`."""


def from_dict(data: Mapping[str, JSON]) -> Article:
    """Implement `Article.from_dict`."""
    if not isinstance(data, Mapping):
        raise InvalidDataError("", f"expected an object, got {_described(data)}")
    version = data.get("schema_version")
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise InvalidDataError(
            "schema_version",
            f"this release reads version {SCHEMA_VERSION}, not {_shown(version)}: "
            "use the release that wrote it",
        )
    rest = {key: value for key, value in data.items() if key != "schema_version"}
    _check_depth(rest.get("body"))
    try:
        return _converter().structure(rest, Article)
    except cattrs.BaseValidationError as error:
        messages = cattrs.transform_error(error, path="", format_exception=_message)
        # The message may quote a key that contains half of a surrogate pair.
        message = messages[0].encode(errors="backslashreplace").decode()
        detail, _, path = message.rpartition(" @ ")
        raise InvalidDataError(path.lstrip("."), _in_line(detail)) from error


def from_json(data: str | bytes) -> Article:
    """Implement `Article.from_json`."""
    try:
        loaded = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InvalidDataError("", f"invalid JSON: {error}") from error
    return from_dict(loaded)


@cache
def _converter() -> cattrs.Converter:
    """Return a strict converter, which does not coerce values, and rejects unknown keys."""
    converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
    for wanted in (str, float, bool):
        converter.register_structure_hook(wanted, _exactly)
    converter.register_structure_hook(int, _count)
    converter.register_structure_hook(datetime, _moment)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook_func(
        _is_tuple, lambda value, kind: _tuple(converter, value, kind)
    )
    figure = make_dict_structure_fn(
        Figure, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )
    converter.register_structure_hook(
        Figure, lambda value, kind: figure(_without_type(value, Figure.type), kind)
    )
    for marked in (Text, Paragraph, Heading, Question, Quote):
        _register_marked(converter, marked)
    article = make_dict_structure_fn(
        Article,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        percent_left=override(struct_hook=_percent),
    )
    converter.register_structure_hook(Article, article)
    converter.register_structure_hook_func(
        lambda kind: kind == Block, lambda value, _: _block(converter, value)
    )
    return converter


def _register_marked(
    converter: cattrs.Converter, kind: type[Text | Paragraph | Heading | Question | Quote]
) -> None:
    """Register a hook that reads a text and checks its marks."""
    overrides = {"level": override(struct_hook=_level)} if kind is Heading else {}
    read = make_dict_structure_fn(
        kind,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **overrides,  # type: ignore[arg-type]
    )

    def checked(value: Mapping[str, Any], wanted: type) -> object:
        block = read(value, wanted)
        _check_marks(block.text, block.marks)
        return block

    converter.register_structure_hook(kind, checked)


def _check_marks(text: str, marks: tuple[Mark, ...]) -> None:
    """Check that each mark is not empty and is within the text, and that marks are sorted by their
    start."""
    last = 0
    for number, mark in enumerate(marks):
        if not last <= mark.start < mark.end <= len(text):
            raise ValueError(
                f"expected marks in order within the {len(text)} characters of the text, got "
                f"marks[{number}] from {mark.start} to {mark.end}"
            )
        last = mark.start


def _count(value: object, _: type) -> object:
    """Return a length, number or position; raise an error unless it is a number from 0 to
    `MAX_COUNT`."""
    _exactly(value, int)
    if not isinstance(value, int) or not 0 <= value <= MAX_COUNT:
        raise ValueError(f"expected a number from 0 to 2**63 - 1, got {_described(value)}")
    return value


def _percent(value: object, _: type) -> object:
    """Return a percentage from 0 to 100, or None; raise an error for any other value."""
    if value is None:
        return None
    percent = _exactly(value, float)
    if not isinstance(percent, float) or not 0 <= percent <= _WHOLE:
        raise ValueError(f"expected a number from 0 to {_WHOLE}, got {_described(value)}")
    return percent


def _exactly(value: object, wanted: type) -> object:
    """Return the value if it has exactly this type; raise an error otherwise.

    An integer is also accepted as a float. Texts must be encodable, and floats finite.
    """
    if type(value) is str and wanted is str:
        return _encodable(value)
    if wanted is float and (type(value) is int or type(value) is float):
        return _finite(value)
    if type(value) is wanted:
        return value
    raise TypeError(f"expected {wanted.__name__}, got {_described(value)}")


def _encodable(text: str) -> str:
    """Return a text that every export can write; raise an error for half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        sign = ord(text[error.start])
        raise ValueError(
            f"expected characters, got half of a surrogate pair, U+{sign:04X}, at {error.start}"
        ) from None
    return text


def _finite(number: float) -> float:
    """Return a number that JSON can write; raise an error for infinity and NaN."""
    try:
        value = float(number)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        raise ValueError(f"expected a finite number, got {value}")
    return value


def _level(value: object, _: type) -> int:
    """Return the level of a heading, from 1 to 6."""
    level = _count(value, int)
    if not isinstance(level, int) or not 1 <= level <= _LOWEST_LEVEL:
        raise ValueError(f"expected a level from 1 to {_LOWEST_LEVEL}, got {_described(value)}")
    return level


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple(converter: cattrs.Converter, value: object, kind: Any) -> tuple[object, ...]:
    """Read a list or tuple. Other iterables are rejected, since the letters of a string are not
    items."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"expected a list, got {_described(value)}")
    # GenericAlias makes a list[…] whose type is known only at run time.
    return tuple(converter.structure(value, GenericAlias(list, get_args(kind)[:1])))  # type: ignore[arg-type]


def _check_depth(body: object) -> None:
    """Limit the depth of nested boxes, since they are read by recursion. Real articles have one or
    two levels."""
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
        raise TypeError(f"expected an ISO 8601 date, got {_described(value)}")
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"expected a date with an offset from UTC, got {_shown(value)}")
    return moment


def _day(value: object, _: type) -> date:
    if not isinstance(value, str):
        raise TypeError(f"expected an ISO 8601 day, got {_described(value)}")
    return date.fromisoformat(value)


def _block(converter: cattrs.Converter, value: object) -> Block:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a block, got {_described(value)}")
    kind = BLOCK_TYPES.get(value.get("type", ""))
    if kind is None:
        raise ValueError(
            f"unknown block type {_shown(value.get('type'))}; known types: "
            f"{', '.join(sorted(BLOCK_TYPES))}"
        )
    block: Block = converter.structure(_without_type(value, kind.type), kind)
    return block


def _without_type(value: object, wanted: str) -> dict[str, Any]:
    """Return a block's data without its literal type; raise an error if it has another type."""
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a {wanted}, got {_described(value)}")
    if value.get("type", wanted) != wanted:
        raise ValueError(f"expected a {wanted}, got a {_shown(value['type'])}")
    return {key: item for key, item in value.items() if key != "type"}


def _message(error: BaseException, _: type[Any] | None) -> str:
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        return f"unknown keys: {', '.join(sorted(map(str, error.extra_fields)))}"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)


def _described(value: object) -> str:
    if value is None:
        return "null"
    return f"{type(value).__name__} {str(_short(value))[:_LONGEST_SHOWN]!r}"


def _shown(value: object) -> str:
    value = _short(value)
    return repr(value[:_LONGEST_SHOWN] if isinstance(value, str) else value)


def _short(value: object) -> object:
    """Return a value for a message. Python does not format integers with more than 4,300 digits."""
    return value if not isinstance(value, int) or abs(value) <= MAX_COUNT else "a large number"


def _in_line(detail: str) -> str:
    """Return a message without invisible characters, shortened if it is long."""
    text = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in detail)
    return text if len(text) <= _LONGEST_DETAIL else f"{text[:_LONGEST_DETAIL]}…"
