"""Finds the knobs of the library (rows to remove, and limits to change) in its source."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import field, frozen

from ablation.knobs import LIBRARY, Change, Insertion, Knob, Removal

ROWS: Final = frozenset({"content", "scope", "premium", "stop_at", "slices"})
"""Fields of a layout that are tuples of rows; `roles` and `fields` are dicts of rows instead."""
SETTINGS: Final = frozenset({"kind", "bold_line", "finds_densest"})
"""Fields of a layout with a single value, which has a default."""
LIMITED: Final = ("finish", "classify", "metadata", "plaintext", "reading", "wording")
"""Modules and packages with numbers that affect lines or fields.

Limits against hostile input (intake/limits.py) are left out, because no example reaches them. They
have their own tests.
"""


def root() -> Path:
    """Return the folder of the library."""
    spec = find_spec(LIBRARY)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{LIBRARY} is not installed")
    return Path(spec.origin).parent


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of a file: the same object each time, because edits are made in it."""
    return ast.parse(path.read_text("utf-8"), str(path))


def module_of(path: Path) -> str:
    """Return the name of a file's module."""
    parts = path.relative_to(root().parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def all_knobs() -> list[Knob]:
    """Return the knobs of layouts, phrases, origins of fields, rules and limits."""
    knobs = [
        *(knob for path in tables() for knob in rows_of(syntax(path), module_of(path))),
        *phrases(),
        *rules(),
        *limits(),
    ]
    names = [knob.name for knob in knobs]
    if doubles := [name for name, count in Counter(names).items() if count > 1]:
        raise ValueError(f"knobs of the same name: {', '.join(doubles)}")
    return knobs


# Rows, as written in the source


@frozen
class _Rows:
    """Visits the statements of a module with tables, and finds their rows."""

    tree: ast.Module
    module: str
    parameters: dict[str, list[str]] = field(init=False)
    """Names of the parameters of the module's functions."""

    def __attrs_post_init__(self) -> None:
        functions = (node for node in self.tree.body if isinstance(node, ast.FunctionDef))
        parameters = {node.name: [one.arg for one in node.args.args] for node in functions}
        object.__setattr__(self, "parameters", parameters)

    def knobs(self) -> Iterator[Knob]:
        for statement in self.tree.body:
            value = getattr(statement, "value", None)
            for name in _targets(statement):
                if value is not None:
                    yield from self.within(value, name, None)

    def within(self, node: ast.expr, owner: str, attribute: str | None) -> Iterator[Knob]:
        """Find the rows in an expression, which is a table or the value of a layout's attribute."""
        if isinstance(node, ast.Call):
            yield from self.of_call(node, owner, attribute)
        elif isinstance(node, ast.Dict):
            yield from self.of_dict(node, owner)
        elif isinstance(node, ast.Tuple):
            if attribute in ROWS:
                yield from self.of_tuple(node, owner, str(attribute))
            elif node.elts and all(map(_texts, node.elts)):
                yield from self.of_tuple(node, owner, "slices")
            else:
                for item in node.elts:
                    yield from self.within(item, owner, attribute)

    def of_call(self, call: ast.Call, owner: str, attribute: str | None) -> Iterator[Knob]:
        function = ast.unparse(call.func)
        if function == "dict.fromkeys" and isinstance(call.args[0], ast.Tuple):
            yield from self.of_tuple(call.args[0], owner, attribute or "roles")
            return
        if function.startswith("ArticleField[") and isinstance(call.args[1], ast.Tuple):
            field_name, origins = _text(call.args[0]), call.args[1]
            for at, origin in enumerate(_texts(origins) if len(origins.elts) > 1 else ()):
                yield self.removal(f"{field_name} {origin}", (origins.elts,), at)
            return
        given = list(zip(self.parameters.get(function, []), call.args, strict=False))
        given += [(one.arg or "", one.value) for one in call.keywords]
        owner = next((_text(value) or owner for name, value in given if name == "name"), owner)
        for name, value in given:
            if name in SETTINGS:
                at = [one.arg for one in call.keywords].index(name)
                yield self.removal(f"{owner} {name}", (call.keywords,), at)
            elif name in (*ROWS, "roles", "fields"):
                yield from self.within(value, owner, name)
        if function not in self.parameters and not call.keywords:  # MappingProxyType({...})
            for value in call.args:
                yield from self.within(value, owner, attribute)

    def of_dict(self, table: ast.Dict, owner: str) -> Iterator[Knob]:
        for at, (key, value) in enumerate(zip(table.keys, table.values, strict=True)):
            entry = (table.keys, table.values)
            if key is None:
                yield from self.within(value, owner, None)
            elif not isinstance(value, ast.Tuple):
                yield self.removal(f"{owner} roles {_text(key)}", entry, at)
            else:
                texts = _texts(value)
                for index, text in enumerate(texts):
                    one_of = ((value.elts,), index) if len(texts) > 1 else (entry, at)
                    yield self.removal(f"{owner} {_text(key)} {text}", *one_of)

    def of_tuple(self, table: ast.Tuple, owner: str, attribute: str) -> Iterator[Knob]:
        for index, row in enumerate(table.elts):
            if isinstance(row, ast.Tuple):
                opening, *closings = _texts(row)
                yield self.removal(f"{owner} {attribute} {opening}", (table.elts,), index)
                for at, closing in enumerate(closings if len(closings) > 1 else (), 1):
                    name = f"{owner} {attribute} {opening} … {closing}"
                    yield self.removal(name, (row.elts,), at)
            elif isinstance(row, ast.Constant) and (text := _text(row)):
                yield self.removal(f"{owner} {attribute} {text}", (table.elts,), index)
                parts = [] if text.startswith(("/", "(")) else text.split(", ")
                for part in parts if len(parts) > 1 else ():
                    rest = ", ".join(one for one in parts if one != part)
                    yield self.knob(
                        f"{owner} {attribute} {text}: {part}", Change(self.tree, row, rest)
                    )

    def removal(self, name: str, lists: tuple[list[Any], ...], index: int) -> Knob:
        return self.knob(name, Removal(self.tree, lists, index))

    def knob(self, name: str, edit: Removal | Change) -> Knob:
        return Knob(f"{self.module.rpartition('.')[2]}: {name}", self.module, edit)


def _text(node: ast.expr) -> str | None:
    """Return the string of an expression; None for other expressions."""
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return ast.literal_eval(node) if is_text else None


def _texts(node: ast.expr) -> list[str]:
    """Return the strings of a tuple; empty if it is not a tuple of strings."""
    texts = list(map(_text, node.elts)) if isinstance(node, ast.Tuple) else []
    return [] if None in texts else [text for text in texts if text is not None]


def rows_of(tree: ast.Module, module: str) -> Iterator[Knob]:
    """Return the knobs of the tables in a module. A row that several layouts share has one knob."""
    return _Rows(tree, module).knobs()


def tables() -> list[Path]:
    """Return the files whose rows are found in their syntax trees."""
    return [*sorted((root() / "layouts").glob("*.py")), root() / "metadata/fields.py"]


# Tables of records


def phrases() -> Iterator[Knob]:
    """Return a knob for each row of the table of phrases."""
    path = root() / "wording/phrases.py"
    table = import_module(module_of(path)).PHRASES
    return shortened(path, "PHRASES", [phrase.name for phrase in table])


def rules() -> Iterator[Knob]:
    """Return a knob for each rule."""
    path = root() / "classify/rules.py"
    table = import_module(module_of(path)).RULES
    return shortened(path, "RULES", [rule.name for rule in table])


def shortened(path: Path, table: str, names: Sequence[str]) -> Iterator[Knob]:
    """Yield a knob for each item of a table that is a tuple. The knob removes the item. `names` are
    the names of the items, in order."""
    for index, name in enumerate(names):
        statement = f"{table} = {table}[:{index}] + {table}[{index + 1}:]"
        yield after(path, table, f"{path.stem}: {name}", statement)


def after(path: Path, table: str, name: str, statement: str) -> Knob:
    """Return a knob that runs a statement after a table is defined."""
    tree = syntax(path)
    index = next(at for at, node in enumerate(tree.body) if table in _targets(node))
    (parsed,) = ast.parse(statement).body
    return Knob(name, module_of(path), Insertion(tree, index + 1, parsed))


def _targets(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.AnnAssign):
        return [ast.unparse(node.target)]
    return [ast.unparse(one) for one in node.targets] if isinstance(node, ast.Assign) else []


# Limits


def limits() -> Iterator[Knob]:
    """Yield the knobs of the limits for rules, and of the numbers in other modules."""
    path = root() / "classify/limits.py"
    record = import_module(module_of(path)).LIMITS
    for limit in attrs.fields(type(record)):
        for turned, value in turns(getattr(record, limit.name)):
            statement = f"LIMITS = __import__('attrs').evolve(LIMITS, {limit.name}={value!r})"
            yield after(path, "LIMITS", f"limits: {limit.name} {turned}", statement)
    for file in sorted(root().rglob("*.py")):
        if file.relative_to(root()).with_suffix("").parts[0] in LIMITED:
            yield from numbers(file)


def numbers(path: Path) -> Iterator[Knob]:
    """Yield the knobs of the numbers that a module assigns to names at its top level."""
    tree = syntax(path)
    for node in tree.body:
        value = getattr(node, "value", None)
        if _targets(node) and isinstance(value, ast.Constant):
            for turned, other in turns(value.value):
                name = f"{path.relative_to(root()).with_suffix('')}: {_targets(node)[0]} {turned}"
                yield Knob(name, module_of(path), Change(tree, value, other))


def turns(value: object) -> Iterator[tuple[str, int | float]]:
    """Yield a number halved and doubled; nothing for 0 or for a value that is not a number."""
    if isinstance(value, bool) or value == 0:
        return
    if isinstance(value, int):
        yield from (("halved", value // 2), ("doubled", value * 2 or 2))
    elif isinstance(value, float):
        yield from (("halved", value / 2), ("doubled", value * 2))
