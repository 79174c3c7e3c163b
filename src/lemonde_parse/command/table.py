"""Chooses the columns of rows, and formats rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from lemonde_parse.command.formats import Format
from lemonde_parse.tabular import columns

BYTE_ORDER_MARK: Final = "\ufeff"
"""Written at the start of a file, so that spreadsheets read it as UTF-8."""
_ERROR_COLUMNS: Final = ("source", "error_type", "error")
_NOT_IN_CSV: Final = (
    "article", "fingerprint", "related_links", "removals", "error_type", "error"
)  # fmt: skip
"""Columns left out of CSV by default. They are useless in a spreadsheet, or empty without
``--errors rows``."""


def all_columns() -> tuple[str, ...]:
    """Return the columns of a row, in their order."""
    return tuple(columns())


def columns_of(wanted: Format, selected: Iterable[str], errors: str) -> tuple[str, ...]:
    """Return the columns of the output; none if entire articles are written instead of rows."""
    chosen = tuple(selected)
    if not chosen and wanted.shape == "table":
        chosen = tuple(name for name in all_columns() if name not in _NOT_IN_CSV)
    elif not chosen and wanted.shape == "parts":
        chosen = all_columns()
    if chosen and errors == "rows":
        chosen = tuple(dict.fromkeys((*chosen, *_ERROR_COLUMNS)))
    return chosen


def cells_in_a_line(cells: Iterable[object]) -> str:
    """Return a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_shown, cells))
    return line.getvalue()


def _shown(cell: object) -> str:
    """Return a cell in the form that spreadsheets display."""
    if isinstance(cell, list):
        return "; ".join(map(_shown, cell))
    if isinstance(cell, dict):
        return ", ".join(f"{name}: {_shown(value)}" for name, value in cell.items())
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell)
