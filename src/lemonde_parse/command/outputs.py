"""The protocol of outputs, and the output to one file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

from attrs import define

from lemonde_parse.command.progress_file import Entry, ProgressFile
from lemonde_parse.command.reading import Item
from lemonde_parse.command.request import Request
from lemonde_parse.command.table import BYTE_ORDER_MARK, cells_in_a_line


class Output(Protocol):
    """A file, folder or stream to which items are written in order."""

    def write(self, item: Item) -> None:
        """Write an item that has content.

        Raises `PathError` if only the item's own file cannot be written, and any other kind of
        `OSError` if the entire output cannot be written.
        """

    def commit(self, entry: Entry | None) -> None:
        """Note that all items of a page were written. A later run skips the page if there is an
        entry, and reads it again if `entry` is None."""

    def close(self) -> None:
        """Finish a complete output."""

    def abandon(self) -> None:
        """Close an incomplete output, so that its content so far can be read."""


@define
class TextOutput:
    """Standard output, or a file for all articles."""

    put: Callable[[str], None]
    opening: str = ""
    """Text before the first article."""
    between: str = ""
    """Text between two articles."""
    closing: str = ""
    """Text after the last article."""
    empty: str = ""
    """Text of a file without articles, instead of `opening` and `closing`."""
    is_lone: bool = False
    """True if a single article is written without `opening` and `closing`."""
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
        """Record a page after all its items were written."""
        if self.progress is not None and self.file is not None and entry is not None:
            self.progress.write(self.file.tell(), [entry])

    def close(self) -> None:
        """Write the end of the text, and close the file."""
        try:
            if self._held is not None:
                self.put(f"{self._held}\n")
            elif self.count:
                self.put(self.closing)
            elif not self.is_lone:
                self.put(self.empty)
        finally:
            if self.file is not None:
                self.file.close()  # also after an error, or Python repeats the error at exit

    def abandon(self) -> None:
        """Close the output after an incomplete run."""
        with suppress(OSError):  # already reported
            self.close()


def text_output(
    request: Request, file: IO[bytes] | None, progress: ProgressFile | None, *, is_one_page: bool
) -> TextOutput:
    """Return the output to a file, which is open at its end, or to standard output. The header of a
    new table is written at once."""

    def put(text: str) -> None:
        if file is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            file.write(text.encode(errors="backslashreplace"))
            file.flush()  # so that a killed run leaves complete lines

    shape = request.format.shape
    is_begun = file is not None and progress is not None and file.tell() > 0
    output = TextOutput(put, file=file, progress=progress, count=int(is_begun))
    if shape == "array":
        output.opening, output.between = "[\n", ",\n"
        output.closing, output.empty = "\n]\n", "[]\n"
        output.is_lone = is_one_page and progress is None
    elif shape == "table" and not is_begun:
        mark = BYTE_ORDER_MARK if file is not None else ""
        put(mark + cells_in_a_line(request.columns))
    return output


def open_file(path: Path, end: int) -> IO[bytes]:
    """Truncate an output file at a position, and open it to write there."""
    if not end:
        return path.open("wb")
    file = path.open("r+b")
    file.seek(end)
    file.truncate()
    return file
