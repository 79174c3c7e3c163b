"""Public annotations are precise: no `Any`, no bare containers."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, ForwardRef

import attrs
import pytest

import lemonde_parse
import lemonde_parse.tabular
from lemonde_parse import (
    ReadOptions,
    TextOptions,
    article,
    blocks,
    errors,
    layout,
    parse,
    parse_text,
)
from lemonde_parse.intake import source
from lemonde_parse.options import Settings

PACKAGE: Final = Path(lemonde_parse.__file__).parent
PUBLIC: Final = {
    **{f"lemonde_parse.{name}": getattr(lemonde_parse, name) for name in lemonde_parse.__all__},
    **{
        f"lemonde_parse.tabular.{name}": getattr(lemonde_parse.tabular, name)
        for name in lemonde_parse.tabular.__all__
    },
}
CODE: Final = {
    name: thing
    for name, thing in PUBLIC.items()
    if inspect.isclass(thing) or inspect.isfunction(thing)
}
BARE: Final = {
    "dict",
    "list",
    "tuple",
    "set",
    "frozenset",
    "Mapping",
    "Sequence",
    "Iterable",
    "Callable",
    "type",
}
"""Containers that are imprecise without arguments."""


def written(thing: object) -> Iterator[tuple[str, ast.expr]]:
    """Yield the annotations of a function, or of a class's public fields and methods."""
    module = importlib.import_module(str(thing.__module__))
    tree = ast.parse(inspect.getsource(module))
    name = str(getattr(thing, "__name__", ""))
    found = next(
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
    )
    for node in found.body if isinstance(found, ast.ClassDef) else [found]:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and not node.target.id.startswith("_")
        ):
            yield node.target.id, node.annotation
        elif isinstance(node, ast.FunctionDef) and (
            not node.name.startswith("_") or node.name == "__init__"
        ):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments += filter(None, (node.args.vararg, node.args.kwarg))
            for argument in arguments:
                if argument.arg not in ("self", "cls"):
                    assert argument.annotation is not None, (
                        f"{name}.{node.name}: {argument.arg} has no type"
                    )
                    yield f"{node.name}({argument.arg})", argument.annotation
            assert node.returns is not None, f"{name}.{node.name} has no return type"
            yield f"{node.name}()", node.returns


def loose(annotation: ast.expr) -> set[str]:
    """Return the imprecise names in an annotation."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    inside = {id(node.value) for node in ast.walk(annotation) if isinstance(node, ast.Subscript)}
    names = [(node, node.id) for node in ast.walk(annotation) if isinstance(node, ast.Name)]
    return {
        name for node, name in names if name == "Any" or (name in BARE and id(node) not in inside)
    }


@pytest.mark.parametrize("name", CODE)
def test_public_annotations_are_precise(name: str) -> None:
    """An annotation contains neither `Any` nor a bare container."""
    assert {
        where: found for where, annotation in written(CODE[name]) if (found := loose(annotation))
    } == {}


def test_public_annotations_name_public_types_only() -> None:
    """Only the arguments of a layout are checked; its indexes are internal."""
    own = {name for path in PACKAGE.rglob("*.py") for name in defined(path)}
    public = {*lemonde_parse.__all__, *lemonde_parse.tabular.__all__}
    arguments = {field.name for field in attrs.fields(layout.Layout) if field.init}
    assert {
        f"{thing}.{where}": hidden
        for thing, code in CODE.items()
        for where, annotation in written(code)
        if (code is not layout.Layout or where in arguments)
        and (hidden := names_in(annotation) & own - public)
    } == {}


def defined(path: Path) -> Iterator[str]:
    """Yield the classes and type aliases at the top of a module."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            yield ast.unparse(node.target)
        elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal["):
            yield from map(ast.unparse, node.targets)


def names_in(annotation: ast.expr) -> set[str]:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}


@pytest.mark.parametrize(
    "module",
    [article, blocks, errors, lemonde_parse.tabular, source, layout],
    ids=lambda module: module.__name__,
)
def test_public_type_aliases_are_precise(module: object) -> None:
    """An alias must not hide `Any` or a bare container."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    aliases = {
        node.target.id: node.value
        for node in tree.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.value
        and ast.unparse(node.annotation) == "TypeAlias"
    }
    assert {name: found for name, value in aliases.items() if (found := loose(value))} == {}


@pytest.mark.parametrize(
    ("function", "options"),
    [
        (lemonde_parse.parse, ReadOptions),
        (lemonde_parse.parse_file, ReadOptions),
        (lemonde_parse.explain, ReadOptions),
        (lemonde_parse.tabular.read_row, ReadOptions),
        (lemonde_parse.parse_text, TextOptions),
    ],
)
def test_functions_that_parse_have_the_same_options(
    function: Callable[..., object], options: type
) -> None:
    assert function.__annotations__["options"] == f"Unpack[{options.__name__}]"
    shown = inspect.signature(function).parameters
    names = {*TextOptions.__annotations__, *options.__annotations__}
    assert {
        name: (parameter.default, str(parameter.annotation))
        for name, parameter in shown.items()
        if name in names
    } == {
        field.name: (field.default, str(field.type))
        for field in attrs.fields(Settings)
        if field.name in names
    }


def test_options_have_the_types_of_the_settings() -> None:
    settings = {field.name: field.type for field in attrs.fields(Settings)}
    assert {**TextOptions.__annotations__, **ReadOptions.__annotations__} == {
        name: ForwardRef(str(annotation), module="lemonde_parse.options")
        for name, annotation in settings.items()
    }


@pytest.mark.parametrize("options", [ReadOptions, TextOptions])
def test_docstrings_name_every_option(options: type) -> None:
    function = lemonde_parse.parse if options is ReadOptions else lemonde_parse.parse_text
    assert [
        name for name in options.__annotations__ if f"`{name}`" not in str(function.__doc__)
    ] == []


def test_unknown_option_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'base_url'"):
        lemonde_parse.parse("<p>", base_url="https://example.org")  # type: ignore[call-arg]


def test_loose_annotations_are_detected() -> None:
    """`Any` and bare containers are found, even inside a string."""
    assert loose(ast.parse("dict[str, Any] | list", mode="eval").body) == {"Any", "list"}
    assert loose(ast.parse("'tuple[Any, ...]'", mode="eval").body) == {"Any"}


@pytest.mark.parametrize(
    ("function", "keyword"), [(parse, "template"), (parse_text, "layout"), (parse_text, "encoding")]
)
def test_type_error_for_an_unknown_keyword_names_the_function(
    function: Callable[..., object], keyword: str
) -> None:
    message = rf"{function.__name__}\(\) got an unexpected keyword argument '{keyword}'; it takes "
    with pytest.raises(TypeError, match=message):
        function("Une phrase entière.", **{keyword: None})
