"""Where articles go: one file or standard output, a folder of files, or parts of Parquet."""

from __future__ import annotations

import csv
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Protocol

from attrs import define, evolve, field

from lemonde_parse.command.inputs import FileKey, file_key
from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.progress_file import Entry, ProgressFile
from lemonde_parse.command.reading import Cells, Item
from lemonde_parse.command.request import Request
from lemonde_parse.command.table import cells_in_a_line

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BYTE_ORDER_MARK: Final = "\ufeff"
"""By this, spreadsheets know that a file is in UTF-8."""
_ROW_GROUP: Final = 200
"""Maximum number of rows of Parquet that are in memory at once."""
PART: Final = re.compile(r"part-\d{5,9}\.parquet")
_UNFINISHED: Final = ".part.tmp"
"""Name of the part that is being written. Readers of folders of Parquet leave out such names."""


class Output(Protocol):
    """Where items go, in order."""

    def write(self, item: Item) -> None:
        """Write an item that has content. Raises `PathError` if its own file cannot be written,
        any other `OSError` if the output cannot."""

    def commit(self, entry: Entry | None) -> None:
        """Note that all items of a page were written; None for a page to be read again."""

    def close(self) -> None:
        """End a complete output."""

    def abandon(self) -> None:
        """End an output that is cut short, so that what it holds can be read."""


# One file


@define
class TextOutput:
    """Standard output, or a file for all articles."""

    put: Callable[[str], None]
    opening: str = ""
    """What precedes the first article."""
    between: str = ""
    closing: str = ""
    empty: str = ""
    """What stands in for opening and closing if there are no articles."""
    is_lone: bool = False
    """True if a single article is written without opening and closing."""
    file: IO[bytes] | None = None
    progress: ProgressFile | None = None
    count: int = 0
    _held: str | None = None

    def write(self, item: Item) -> None:
        """Write an item."""
        text = str(item.content)
        if not self.closing and not text.endswith("\n"):
            text += "\n"
        self.count += 1
        if self.is_lone and self.count == 1:
            self._held = text
            return
        if self._held is not None:
            self.put(self.opening + self._held)
            self._held = None
        self.put((self.opening if self.count == 1 else self.between) + text)

    def commit(self, entry: Entry | None) -> None:
        """Record a page whose items are all written."""
        if self.progress is not None and self.file is not None and entry is not None:
            self.progress.write(self.file.tell(), [entry])

    def close(self) -> None:
        """Write what is left, and close the output."""
        if self._held is not None:
            self.put(f"{self._held}\n")
        elif self.count:
            self.put(self.closing)
        elif not self.is_lone:
            self.put(self.empty)
        if self.file is not None:
            self.file.close()

    def abandon(self) -> None:
        """Close the output after an error."""
        with suppress(OSError):  # which is told already
            self.close()


def text_output(
    request: Request, file: IO[bytes] | None, progress: ProgressFile | None, *, is_one_page: bool
) -> TextOutput:
    """Return the output for a file that is open at its end, or for standard output."""

    def put(text: str) -> None:
        if file is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            file.write(text.encode(errors="backslashreplace"))
            file.flush()  # so that a kill leaves whole lines

    shape = request.format.shape
    is_begun = file is not None and progress is not None and file.tell() > 0
    output = TextOutput(put, file=file, progress=progress, count=int(is_begun))
    if shape == "array":
        output.opening, output.between = "[\n", ",\n"
        output.closing, output.empty = "\n]\n", "[]\n"
        output.is_lone = is_one_page and progress is None
    elif shape == "table" and not is_begun:
        mark = _BYTE_ORDER_MARK if file is not None else ""
        put(mark + cells_in_a_line(request.columns))
    return output


def open_file(path: Path, end: int) -> IO[bytes]:
    """Open an output file at a position, and cut off what follows it."""
    if not end:
        return path.open("wb")
    file = path.open("r+b")
    file.seek(end)
    file.truncate()
    return file


# A folder


@define
class FolderOutput:
    """A folder for one file a page; none of them overwrites a page that is read, nor one written
    before it."""

    path: Path
    request: Request
    pages: Callable[[], Iterable[FileKey]]
    """Finds the files that are read."""
    progress: ProgressFile | None = None
    written: set[str] = field(factory=set)
    _keys: frozenset[FileKey] | None = None
    _added: list[str] = field(factory=list)

    def write(self, item: Item) -> None:
        """Write an article."""
        self.put(item)

    def put(self, item: Item) -> str:
        """Write an article under its page's name, which is returned; where several pages have one
        name, the later ones are numbered."""
        name, number = item.target, 1
        while name.casefold() in self.written:
            number += 1
            name = f"{item.target}-{number}"
        self.written.add(name.casefold())
        file = self.path / f"{name}{self.request.format.ending}"
        if self._is_page(file):
            raise PathError(f"{file} is itself a page to read: name another folder with --out")
        text = str(item.content)
        if self.request.format.shape == "table":
            text = _BYTE_ORDER_MARK + cells_in_a_line(self.request.columns) + text
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _replace(file, text if text.endswith("\n") else f"{text}\n")
        except OSError as error:
            raise PathError(f"{file} cannot be written: {in_a_line(error)}") from error
        self._added.append(name)
        return name

    def commit(self, entry: Entry | None) -> None:
        """Record a page whose items are all written."""
        if self.progress is not None and entry is not None:
            self.progress.write(self._added, [entry])
            self._added = []

    def close(self) -> None:
        """Do nothing: every file is closed."""

    def abandon(self) -> None:
        """Do nothing: every file is closed."""

    def is_own(self, folder: str, name: str) -> bool:
        """Return true for a file that this run wrote."""
        path = Path(folder, name)
        real = Path(os.path.realpath(self.path))
        ending = self.request.format.ending
        return (
            name.endswith(ending)
            and path.is_relative_to(real)
            and path.relative_to(real).as_posix().removesuffix(ending).casefold() in self.written
        )

    def _is_page(self, file: Path) -> bool:
        key = file_key(str(file))
        if key is None:
            return False
        if self._keys is None:
            self._keys = frozenset(self.pages())
        return key in self._keys


def _replace(file: Path, text: str) -> None:
    """Write a file under another name first, so that a kill leaves no half of it."""
    content = text.encode(errors="backslashreplace")
    unfinished = file.with_name(".lemonde-parse.tmp")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


# A corpus


@define
class CorpusOutput:
    """A folder with a document for each article, and a table with a row of metadata for each."""

    folder: FolderOutput
    table: IO[bytes]

    def write(self, item: Item) -> None:
        """Write a document and its row."""
        # Tools for corpora look for documents in the folder itself.
        name = self.folder.put(evolve(item, target=item.target.replace("/", "-")))
        self.table.write(metadata_line((name, *item.metadata.values())))
        self.table.flush()  # before the document is recorded, so that each recorded one has a row

    def commit(self, entry: Entry | None) -> None:
        """Record a page whose items are all written."""
        self.folder.commit(entry)

    def close(self) -> None:
        """Close the table."""
        self.table.close()

    def abandon(self) -> None:
        """Close the table after an error."""
        with suppress(OSError):  # which is told already
            self.close()


def open_table(path: Path, header: Iterable[str], written: set[str]) -> IO[bytes]:
    """Open the table of a corpus at its end, with the rows of the documents that are recorded."""
    rows: list[bytes] = []
    with suppress(FileNotFoundError), path.open(encoding="utf-8", newline="") as file:
        rows = [metadata_line(row) for row in csv.reader(file) if row[0].casefold() in written]
    table = path.open("wb")
    table.writelines((metadata_line(("id", *header)), *rows))
    table.flush()
    return table


def metadata_line(cells: Iterable[str]) -> bytes:
    """Return a row of the table of a corpus."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode(errors="backslashreplace")


# Parts


@define
class PartsOutput:
    """A folder of numbered parts of Parquet."""

    path: Path
    schema: pa.Schema
    part_rows: int
    number: int = 0
    """Number of parts that are complete."""
    progress: ProgressFile | None = None
    _writer: pq.ParquetWriter | None = None
    _rows: list[Cells] = field(factory=list)
    _count: int = 0
    """Number of rows of the part that is being written."""
    _entries: list[Entry] = field(factory=list)
    _is_between: bool = True
    """True unless a page is written in part."""

    def write(self, item: Item) -> None:
        """Write an item."""
        self._is_between = False
        if isinstance(item.content, Mapping):
            self._rows.append(item.content)
            self._count += 1
            if len(self._rows) >= _ROW_GROUP:
                self._write_rows()

    def commit(self, entry: Entry | None) -> None:
        """Record a page whose items are all written."""
        self._is_between = True
        if entry is not None:
            self._entries.append(entry)
        if self._count >= self.part_rows:
            self._end_part()

    def close(self) -> None:
        """Write what is left, and close the output."""
        if self._count or not self.number:  # without any row, a part tells the columns
            self._end_part()
        elif self._entries and self.progress is not None:
            self.progress.write(self.number, self._entries)

    def abandon(self) -> None:
        """End the part that is being written; drop it if it holds half of an export."""
        with suppress(OSError):  # which is told already
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
    except UnicodeEncodeError:  # half a surrogate, in an address or a file's name
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
