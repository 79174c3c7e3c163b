"""The output to a folder of numbered Parquet files, called parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import define, field

from lemonde_parse.command.progress_file import Entry, ProgressFile
from lemonde_parse.command.reading import Cells, Item

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

PART: Final = re.compile(r"part-\d{5,9}\.parquet")
"""Names of complete parts."""
_UNFINISHED: Final = ".part.tmp"
"""Name of the unfinished part. Readers of Parquet folders ignore names that start with a full
stop."""
_ROW_GROUP: Final = 200
"""Number of rows that are collected in memory, then written together."""


@define
class PartsOutput:
    """A folder of numbered Parquet files."""

    path: Path
    schema: pa.Schema
    part_rows: int
    """Number of rows after which a part is complete. All rows of a page are in the same part."""
    number: int = 0
    """Number of parts that are complete."""
    progress: ProgressFile | None = None
    _writer: pq.ParquetWriter | None = None
    _rows: list[Cells] = field(factory=list)
    _count: int = 0
    """Number of rows in the unfinished part."""
    _entries: list[Entry] = field(factory=list)
    _is_between: bool = True
    """True between two pages; False while only some rows of a page are written."""

    def write(self, item: Item) -> None:
        """Write an item."""
        self._is_between = False
        if isinstance(item.content, Mapping):
            self._rows.append(item.content)
            self._count += 1
            if len(self._rows) >= _ROW_GROUP:
                self._write_rows()

    def commit(self, entry: Entry | None) -> None:
        """Note that all items of a page were written. The page is recorded when its part is
        complete."""
        self._is_between = True
        if entry is not None:
            self._entries.append(entry)
        if self._count >= self.part_rows:
            self._end_part()

    def close(self) -> None:
        """End the unfinished part; if it has no rows, only record the last pages."""
        if self._count or not self.number:  # the first part declares the columns
            self._end_part()
        elif self._entries and self.progress is not None:
            self.progress.write(self.number, self._entries)

    def abandon(self) -> None:
        """End the unfinished part; drop it if the rows of a page in it are incomplete."""
        with suppress(OSError):  # already reported
            if self._is_between:
                self.close()
                return
            if self._writer is not None:
                self._writer.close()
            (self.path / _UNFINISHED).unlink(missing_ok=True)

    def _write_rows(self) -> None:
        import pyarrow.parquet as pq

        if self._writer is None:
            self._writer = pq.ParquetWriter(
                self.path / _UNFINISHED, self.schema, compression="zstd"
            )
        self._writer.write_table(_table(self._rows, self.schema))
        self._rows = []

    def _end_part(self) -> None:
        if self._rows or self._writer is None:
            self._write_rows()
        if self._writer is not None:
            self._writer.close()
        (self.path / _UNFINISHED).replace(self.path / part_name(self.number))
        self._writer, self._count = None, 0
        self.number += 1
        if self.progress is not None:
            self.progress.write(self.number, self._entries)
        self._entries = []


def part_name(number: int) -> str:
    """Return the name of a part."""
    return f"part-{number:05}.parquet"


def _table(rows: list[Cells], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:  # half of a surrogate pair, in a URL or a file's name
        return pa.Table.from_pylist([_encodable(row) for row in rows], schema=schema)


def _encodable(row: Cells) -> dict[str, object]:
    return {name: _encodable_value(cell) for name, cell in row.items()}


def _encodable_value(value: object) -> object:
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, list):
        return [_encodable_value(one) for one in value]
    if isinstance(value, dict):
        return {name: _encodable_value(one) for name, one in value.items()}
    return value
