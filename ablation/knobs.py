"""Knobs: rows to remove and limits to change, each an edit of one module of the library.

An edit is made in the syntax tree of the module, which is then executed and restored.
"""

from __future__ import annotations

import ast
import importlib
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final, Protocol

from attrs import frozen

LIBRARY: Final = "lemonde_parse"
LAYOUTS: Final = f"{LIBRARY}.layouts"


class Edit(Protocol):
    """A change to a module."""

    def run(self, module: ModuleType) -> None:
        """Execute the changed source as a module, then undo the change."""


@frozen
class Knob:
    """A row to remove or a limit to change."""

    name: str
    """A unique name that consists of the module and the change: "limits: genre halved"."""
    module: str
    edit: Edit


@frozen(eq=False)
class Removal:
    """The removal of an item from the source: an element of a tuple, a key of a dict with its
    value, or a keyword argument."""

    tree: ast.Module
    lists: tuple[list[Any], ...]
    """The lists of the syntax tree that contain the item; a dict has two, for keys and values."""
    index: int

    def run(self, module: ModuleType) -> None:
        """Execute the changed source as a module, then undo the change."""
        items = [rows.pop(self.index) for rows in self.lists]
        try:
            _execute(self.tree, module)
        finally:
            for rows, item in zip(self.lists, items, strict=True):
                rows.insert(self.index, item)


@frozen(eq=False)
class Change:
    """A constant of the source that gets another value."""

    tree: ast.Module
    node: ast.Constant
    value: str | int | float

    def run(self, module: ModuleType) -> None:
        """Execute the changed source as a module, then undo the change."""
        before, self.node.value = self.node.value, self.value
        try:
            _execute(self.tree, module)
        finally:
            self.node.value = before


@frozen(eq=False)
class Insertion:
    """An additional statement after one of the module's statements."""

    tree: ast.Module
    index: int
    """Position of the new statement in the module."""
    statement: ast.stmt

    def run(self, module: ModuleType) -> None:
        """Execute the changed source as a module, then undo the change."""
        self.tree.body.insert(self.index, self.statement)
        try:
            _execute(self.tree, module)
        finally:
            del self.tree.body[self.index]


def _execute(tree: ast.Module, module: ModuleType) -> None:
    exec(compile(tree, module.__file__ or "?", "exec"), module.__dict__)  # noqa: S102


@frozen
class _Loader(Loader):
    """Loads the module of a knob with its edit."""

    edit: Edit

    def create_module(self, _: ModuleSpec) -> None:
        """Leave module creation to the import system."""

    def exec_module(self, module: ModuleType) -> None:
        self.edit.run(module)


class _Finder(MetaPathFinder):
    """Finds the module of a knob, and leaves other modules to the import system."""

    knob: Knob | None = None

    def find_spec(
        self, fullname: str, path: Any, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if self.knob is None or fullname != self.knob.module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None:
            spec.loader = _Loader(self.knob.edit)
        return spec


_finder: Final = _Finder()


def load(name: str, knob: Knob | None) -> ModuleType:
    """Import a package of the library and its modules again, with the edit of a knob.

    The edit stays active until the next call, because modules are imported when they are first
    needed.
    """
    for loaded in [one for one in sys.modules if f"{one}.".startswith(f"{name}.")]:
        del sys.modules[loaded]
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)
    _finder.knob = knob
    return importlib.import_module(name)
