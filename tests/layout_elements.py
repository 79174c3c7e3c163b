"""A layout for the tests of layouts."""

from __future__ import annotations

from typing import Any

from lemonde_parse import (
    Layout,
)


def layout(**said: Any) -> Layout:
    """Make a layout with these arguments, and defaults for the required ones."""
    given = {"name": "mine", "rows": "own", "markers": ("story",), "content": (".story",)}
    return Layout(**{**given, **said})
