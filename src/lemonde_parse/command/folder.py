"""The output to a folder with a file for each article."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO

from attrs import define, evolve, field

from lemonde_parse.command.inputs import FileKey, file_key
from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.progress_file import Entry, ProgressFile
from lemonde_parse.command.reading import Item
from lemonde_parse.command.request import Request, UsageError
from lemonde_parse.command.table import BYTE_ORDER_MARK, cells_in_a_line


@define
class FolderOutput:
    """A folder with a file for each article. A file never overwrites a page to read, or an article
    written by this run or by the run that it continues."""

    path: Path
    request: Request
    pages: Callable[[], Iterable[FileKey]]
    """Yields the identities of the files to read, which must not be overwritten."""
    progress: ProgressFile | None = None
    written: set[str] = field(factory=set)
    """Case-folded names of the written files, without their extension."""
    _keys: frozenset[FileKey] | None = None
    _added: list[str] = field(factory=list)

    def write(self, item: Item) -> None:
        """Write an item."""
        self.put(item)

    def put(self, item: Item) -> str:
        """Write an item to a file named after its page, and return that name without its
        extension. If the name is taken, a number is added."""
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
            text = BYTE_ORDER_MARK + cells_in_a_line(self.request.columns) + text
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _replace(file, text if text.endswith("\n") else f"{text}\n")
        except OSError as error:
            raise PathError(f"{file} cannot be written: {in_a_line(error)}") from error
        self._added.append(name)
        return name

    def commit(self, entry: Entry | None) -> None:
        """Record a page after all its items were written."""
        if self.progress is not None and entry is not None:
            self.progress.write(self._added, [entry])
        self._added = []

    def close(self) -> None:
        """Do nothing: every file is closed."""

    def abandon(self) -> None:
        """Do nothing: every file is closed."""

    def is_own(self, folder: str, name: str) -> bool:
        """Return True for a file written by this run or by the run that it continues."""
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
    """Write a file under a temporary name, then rename it, so that the final name never belongs to
    a partial file."""
    content = text.encode(errors="backslashreplace")
    unfinished = file.with_name(".lemonde-parse.tmp")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


@define
class CorpusOutput:
    """A folder with a document for each article, and a table with a row of metadata for each."""

    folder: FolderOutput
    table: IO[bytes]

    def write(self, item: Item) -> None:
        """Write a document and its row."""
        # TXM searches for documents in the folder itself, not in subfolders.
        name = self.folder.put(evolve(item, target=item.target.replace("/", "-")))
        line = _metadata_line((name, *item.metadata.values()))
        self.table.write(line.encode(errors="backslashreplace"))
        self.table.flush()  # before the document is recorded, so that each recorded one has a row

    def commit(self, entry: Entry | None) -> None:
        """Record a page after all its items were written."""
        self.folder.commit(entry)

    def close(self) -> None:
        """Close the table."""
        self.table.close()

    def abandon(self) -> None:
        """Close the table after an incomplete run."""
        with suppress(OSError):  # already reported
            self.close()


def open_table(path: Path, header: Iterable[str], written: set[str]) -> IO[bytes]:
    """Open the table of a corpus to append rows, keeping only the rows of recorded documents.

    Raises `UsageError` if a recorded document has no row.
    """
    rows: list[str] = []
    with (
        suppress(FileNotFoundError),
        path.open(encoding="utf-8", errors="replace", newline="") as file,
    ):
        read = islice(csv.reader(file), 1, None)  # a document may also be named "id"
        rows = [_metadata_line(row) for row in read if row and row[0].casefold() in written]
    if len(rows) < len(written):
        raise UsageError(
            f"--resume: {path} lacks rows of {len(written) - len(rows):,} documents: name another"
            " --out, or call without --resume"
        )
    _replace(path, "".join((_metadata_line(("id", *header)), *rows)))
    return path.open("ab")


def _metadata_line(cells: Iterable[str]) -> str:
    """Return a row of a corpus's table."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue()
