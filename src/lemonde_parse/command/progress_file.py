"""A file next to an output that lists the pages in the output, so that a later run can continue.

Its first line has the version and the options of the run. Each further line has the pages written
since the line before, and the end of the output at that time: a number of bytes, a number of parts
(the numbered files of a Parquet folder), or the names of files. A line is written after its pages.
If a run is killed, the output after its last recorded end may be incomplete; the next run cuts it
off, or overwrites its files.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TypeAlias

from attrs import astuple, define, field, frozen

from lemonde_parse._version import __version__
from lemonde_parse.command.inputs import Input
from lemonde_parse.command.reading import digest_of, load
from lemonde_parse.command.request import Request, UsageError
from lemonde_parse.errors import LemondeParseError

End: TypeAlias = "int | list[str]"
"""The end of an output: a number of bytes or of parts, or the names of the files added."""


@frozen
class Entry:
    """A page that was read, and written if there was something to write."""

    source: str
    size: int
    modified: int
    digest: str
    status: int
    """The exit status of a run with only this page."""


@define
class Done:
    """The pages that earlier runs recorded, and the end of their output."""

    entries: dict[str, list[Entry]] = field(factory=dict)
    end: int = 0
    """The size of the output, in bytes or in parts."""
    names: set[str] = field(factory=set)
    """Names of the files in an output folder, case-folded."""

    def add(self, end: End, entries: list[Entry]) -> None:
        """Add the content of a line."""
        if isinstance(end, int):
            self.end = end
        else:
            self.names.update(name.casefold() for name in end)
        for entry in entries:
            self.entries.setdefault(entry.source, []).append(entry)

    def take(self, page: Input, max_bytes: int) -> Entry | None:
        """Remove and return the entry of a page; None if there is none, or if the page has
        changed."""
        entries = self.entries.get(page.source, [])
        for entry in entries:
            if entry.size == page.size and (
                (page.modified and entry.modified == page.modified)
                or entry.digest == _digest(page, max_bytes)
            ):
                entries.remove(entry)
                return entry
        return None


def _digest(page: Input, max_bytes: int) -> str:
    try:
        return digest_of(load(page, max_bytes))
    except (LemondeParseError, OSError):  # recorded with "" if the error became a row
        return ""


@define
class ProgressFile:
    """A progress file that is open for writing."""

    path: Path
    file: IO[bytes]

    def write(self, end: End, entries: list[Entry]) -> None:
        """Record pages, after they are written to the output."""
        line = json.dumps([end, [astuple(entry) for entry in entries]], separators=(",", ":"))
        self.file.write(f"{line}\n".encode())
        self.file.flush()

    def close(self) -> None:
        """Close the file."""
        self.file.close()


def path_of(output: Path) -> Path:
    """Return the path of an output's progress file: hidden, next to the file or folder."""
    whole = Path(os.path.abspath(output))  # gives "." a name  # noqa: PTH100
    return whole.with_name(f".{whole.name or 'output'}.progress")


def start(path: Path, request: Request) -> ProgressFile:
    """Create the progress file of a new output."""
    file = path.open("ab")
    try:
        _lock(file, request)
    except UsageError:
        file.close()
        raise
    file.truncate(0)
    file.write(f"{json.dumps(_header(request))}\n".encode())
    file.flush()
    return ProgressFile(path, file)


def forget(path: Path) -> None:
    """Delete the progress file of an output that is replaced or was not created. If the file is not
    a progress file, keep it."""
    try:
        with path.open("rb") as file:
            is_ours = file.read(17) == b'{"lemonde-parse":'
    except OSError:
        return
    if is_ours:
        path.unlink(missing_ok=True)


def reopen(path: Path, request: Request, size: int) -> tuple[ProgressFile, Done] | None:
    """Open the progress file of an earlier run.

    An unfinished line, or one that records more than the `size` of the output, is dropped with all
    lines after it. Returns None if the file is missing, or if its first line is unfinished. Raises
    `UsageError` if the earlier run had another version or other options, if the file is not a
    progress file, or if another run is writing the output.
    """
    try:
        file = path.open("r+b")
    except FileNotFoundError:
        return None
    try:
        _lock(file, request)
        first = file.readline()
        if not first.endswith(b"\n"):
            file.close()
            return None
        _check_header(first, path, request)
        return ProgressFile(path, file), _read_entries(file, size)
    except BaseException:
        file.close()
        raise


def _read_entries(file: IO[bytes], size: int) -> Done:
    """Read the lines up to the first one that is unfinished, or that records more than the output's
    `size`. Cut off that line and all lines after it."""
    done = Done()
    whole = file.tell()
    for line in file:
        found = _entries(line)
        if found is None or (isinstance(found[0], int) and found[0] > size):
            break
        done.add(*found)
        whole += len(line)
    file.seek(whole)
    file.truncate()
    return done


def _entries(line: bytes) -> tuple[End, list[Entry]] | None:
    """Return the content of a line; None for an unfinished one."""
    if not line.endswith(b"\n"):
        return None
    try:
        end, entries = json.loads(line)
        return end, [Entry(*entry) for entry in entries]
    except (ValueError, TypeError):
        return None


def _header(request: Request) -> Mapping[str, str]:
    """Return the version and the options that determine the content of an output."""
    options = {
        "--to": request.to,
        "--metadata": "yes" if request.metadata else "no",
        "--select": ",".join(request.select) or "no",
        "--errors": request.errors if request.errors == "rows" else "lines or stop",
        "--skip-refused": "yes" if request.skip_refused else "no",
        "--complete-only": "yes" if request.complete_only else "no",
        "--kind": ",".join(request.kinds) or "no",
        "--since": str(request.since or "no"),
        "--until": str(request.until or "no"),
        "--max-bytes": str(request.max_bytes),
    }
    return {"lemonde-parse": __version__, **options}


def _check_header(line: bytes, path: Path, request: Request) -> None:
    try:
        header = json.loads(line)
        earlier = {str(name): str(value) for name, value in header.items()}
    except (ValueError, AttributeError):
        raise UsageError(f"--resume: {path} is not a progress file of lemonde-parse") from None
    for name, value in _header(request).items():
        before = earlier.get(name, "no")
        if before != value:
            old, new = (
                f"no {name}" if text == "no" else f"{name} {text}" for text in (before, value)
            )
            raise UsageError(
                f"--resume: {request.out} was started with {old}, and this call has {new}: give"
                " the same options, or name another --out"
            )


def _lock(file: IO[bytes], request: Request) -> None:
    """Raise `UsageError` if another run is writing the same output. The lock of a killed run is
    released.

    Nothing is locked on Windows, or on file systems without locks.
    """
    if sys.platform != "win32":  # Windows has no fcntl
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"--out {request.out} is being written by another run: wait until it ends, or name"
                " another output"
            ) from None
        except OSError:
            return  # a file system without locks
