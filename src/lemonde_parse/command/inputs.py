"""Finds the pages that arguments name: files, folders, patterns, lists, archives."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from attrs import define, field, frozen

from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.names import CONTAINERS, PAGES, is_container_name, is_page_name, stem
from lemonde_parse.errors import LemondeParseError

if TYPE_CHECKING:
    from lemonde_parse.options import ReadOptions

FileKey: TypeAlias = "tuple[int, int]"
"""The device and inode numbers of a file, which are the same for all its names."""
_LONGEST_PATH: Final = 32_768
"""Maximum length of a line in a list; Windows allows paths of this length."""
_LONGEST_LIST: Final = 2_000_000_000
"""Maximum size in bytes of a list that is copied to a temporary file."""
_NO_FILE: Final = "not a file, but a broken link, a device or the like"


def no_options() -> ReadOptions:
    """Return empty options, as the default of a field."""
    return {}


@frozen
class Input:
    """A page to read, or an error instead of one."""

    source: str
    """Name of the page in rows and errors: a path, "-" for standard input, or for a page in an
    archive, the archive's path, "!" and the member's name."""
    target: str
    """Path of the output file, relative to the output folder and without its extension."""
    content: bytes | LemondeParseError | OSError | None = None
    """Bytes of the page, or the error; None to read the file that `source` names."""
    size: int = 0
    """Number of bytes of the page, or of its file."""
    modified: int = 0
    """Time of the last change of a file, in nanoseconds; 0 for other pages."""
    position: int = 0
    """Number of bytes of all files up to the end of this page, for the progress bar."""
    options: ReadOptions = field(factory=no_options)

    @property
    def is_file(self) -> bool:
        """True if the page is in the file `source`, which has not been read yet."""
        return self.content is None


def is_never_own(folder: str, name: str) -> bool:
    """Return False for every file: the default of `Inputs.is_own`."""
    del folder, name
    return False


@define
class Inputs:
    """The pages that arguments name. They are not stored: each iteration searches again."""

    arguments: tuple[str, ...]
    max_bytes: int
    is_own: Callable[[str, str], bool] = is_never_own
    """Takes the real path of a folder and the name of a file in it. Returns True if the command
    itself writes that file."""
    listed: IO[bytes] | None = None
    """The list of further arguments, one per line."""

    def __iter__(self) -> Iterator[Input]:
        """Yield the pages, including those in archives, whose members are read one at a time."""
        before = 0
        for found in self.files():
            yield from _opened(found, self.max_bytes, before)
            before += _size(found)

    def files(self) -> Iterator[Input]:
        """Yield the files and the errors, without reading files or opening archives."""
        for argument in self.arguments:
            yield from self._found(argument)
        if self.listed is not None:
            self.listed.seek(0)
            for line in self.listed:
                name = os.fsdecode(line.rstrip(b"\r\n"))
                if name:
                    yield from self._found(name)

    @classmethod
    def of_file(cls, path: str, max_bytes: int) -> Input:
        """Return the page of a file that is not an archive, or of standard input."""
        return next(iter(_opened(Input(path, stem(Path(path).name)), max_bytes, 0)))

    def file_keys(self) -> Iterator[FileKey]:
        """Yield the identity of each regular file."""
        for found in self.files():
            if found.is_file and (key := file_key(found.source)) is not None:
                yield key

    def count(self) -> int | None:
        """Return the number of pages; None if an archive must be read to count them."""
        total = 0
        for found in self.files():
            number = _count(found)
            if number is None:
                return None
            total += number
        return total

    def size(self) -> int:
        """Return the size of all files, in bytes."""
        return sum(map(_size, self.files()))

    def _found(self, argument: str) -> Iterator[Input]:
        if argument == "-":
            yield Input("-", "stdin")
        elif not argument:  # for pathlib, "" is the current folder
            yield _error('""', "the name of a page is empty")
        elif os.path.isdir(argument):  # pathlib raises an error for a name that is too long  # noqa: PTH112
            yield from self._in_folder(argument)
        elif glob.has_magic(argument) and not os.path.exists(argument):  # noqa: PTH110
            yield from _matching_files(argument)
        else:
            yield Input(argument, stem(Path(argument).name))

    def _in_folder(self, folder: str) -> Iterator[Input]:
        """Yield the pages and archives below a folder, in order.

        Yields an error for each unreadable subfolder and each broken link, and for a folder without
        pages.
        """
        is_empty = True
        for path in self._below(folder):
            is_empty = False
            if isinstance(path, Input):
                yield path
            elif path.is_file():
                yield Input(path.path, stem(os.path.relpath(path.path, folder)))
            else:
                yield _error(path.path, _NO_FILE)
        if is_empty:
            endings = ", ".join((*PAGES, *CONTAINERS))
            message = f"no page in this folder: nothing below it ends in {endings}"
            yield _error(folder, message)

    def _below(self, top: str) -> Iterator[os.DirEntry[str] | Input]:
        """Walk a folder in the order of names. Links to folders are skipped, since they can form
        loops."""
        stack: list[Iterator[os.DirEntry[str]]] = []
        folder: str | None = top
        while folder is not None or stack:
            if folder is not None:
                try:
                    stack.append(iter(self._entries(folder)))
                except OSError as error:
                    yield _error(folder, in_a_line(error))
                folder = None
            elif (entry := next(stack[-1], None)) is None:
                stack.pop()
            elif entry.is_dir(follow_symlinks=False):
                folder = entry.path
            else:
                yield entry

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        real = os.path.realpath(folder)
        with os.scandir(folder) as entries:
            kept = [
                entry
                for entry in entries
                if entry.is_dir(follow_symlinks=False)
                or (
                    (is_page_name(entry.name) or is_container_name(entry.name))
                    and not entry.is_dir()
                    and not self.is_own(real, entry.name)
                )
            ]
        return sorted(kept, key=lambda entry: entry.name)


def file_key(path: str) -> FileKey | None:
    """Return the identity of a regular file, the same for all its names; None for any other."""
    try:
        found = os.stat("/dev/stdin" if path == "-" else path)  # noqa: PTH116
    except (OSError, ValueError):
        return None  # it does not exist, or cannot be read
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def open_list(path: str, stack: ExitStack) -> IO[bytes]:
    """Open a list of paths. Standard input and pipes are copied to a temporary file, since the list
    is read several times."""
    if path != "-":
        stream: IO[bytes] = stack.enter_context(Path(path).open("rb"))  # noqa: SIM115
        if Path(path).is_file():
            return stream
    elif sys.stdin.readable():
        stream = sys.stdin.buffer
    else:
        raise PathError("standard input is closed")
    import tempfile

    spool = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
    for line in iter(lambda: stream.readline(_LONGEST_PATH + 1), b""):
        if len(line) > _LONGEST_PATH or spool.tell() > _LONGEST_LIST:
            raise PathError("not a list of paths: expected one path per line")
        spool.write(line)
    return spool


def _error(source: str, message: str) -> Input:
    return Input(source, "page", PathError(message))


def _matching_files(pattern: str) -> Iterator[Input]:
    # Some shells do not expand patterns without a match; others never expand patterns.
    try:
        found = sorted(name for name in _matching(pattern) if not os.path.isdir(name))  # noqa: PTH112
    except ValueError as error:  # Python before 3.13 rejects "**" within a name
        yield _error(pattern, str(error))
        return
    for name in found:
        is_file = os.path.isfile(name)  # Path.is_file raises some errors  # noqa: PTH113
        yield Input(name, stem(Path(name).name)) if is_file else _error(name, _NO_FILE)
    unreadable = _unreadable(pattern)
    for denied in unreadable:
        yield _error(denied.filename, in_a_line(denied))
    if not found and not unreadable:
        yield _error(pattern, "no file matches this pattern")


def _unreadable(pattern: str) -> list[PermissionError]:
    """Return an error for each unreadable folder that a pattern searches.

    Without ``**``, only the folder before the first wildcard is tried; with it, also all folders
    below that one, except hidden ones.
    """
    parts = Path(pattern).parts
    first = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    errors: list[OSError] = []
    for _, folders, _ in os.walk(Path(*parts[:first]), onerror=errors.append):
        folders[:] = [name for name in folders if "**" in pattern and not name.startswith(".")]
    return [error for error in errors if isinstance(error, PermissionError)]


def _matching(pattern: str) -> Iterator[str]:
    """Yield the paths that a pattern matches; each folder is searched once."""
    if "**" not in pattern:
        yield from glob.iglob(pattern)  # Path.glob matches hidden files  # noqa: PTH207
        return
    # glob follows links to folders, endlessly if these form a loop.
    path = Path(pattern)
    is_hidden_meant = any(part.startswith(".") for part in path.parts if part != os.pardir)
    for found in Path(path.anchor).glob(str(path.relative_to(path.anchor))):
        if is_hidden_meant or not any(
            part.startswith(".") for part in found.parts if part != os.pardir
        ):
            yield str(found)


def _opened(found: Input, max_bytes: int, before: int) -> Iterable[Input]:
    """Return the pages of an archive, or the one page of a file or of standard input. `before` is
    the total size of the files before this one, in bytes."""
    if not found.is_file:
        return (found,)
    if found.source == "-":
        return (_standard_input(max_bytes),)
    if is_container_name(found.source):
        from lemonde_parse.command.containers import members

        return members(found.source, found.target, max_bytes, before)
    return (_file(found, before),)


def _file(found: Input, before: int) -> Input:
    path = found.source
    if "\0" in path:
        return Input(path, found.target, PathError("no file has a name with a null character"))
    try:
        known = os.stat(path)  # noqa: PTH116
    except OSError as error:
        if "://" in path:
            message = "URLs are not fetched: save the page and name its file"
            return Input(path, found.target, PathError(message))
        return Input(path, found.target, error)
    size = known.st_size
    return Input(path, found.target, None, size, known.st_mtime_ns, position=before + size)


def _standard_input(max_bytes: int) -> Input:
    from lemonde_parse.intake.gunzip import MAGIC, gunzip

    try:
        if not sys.stdin.readable():
            raise PathError("standard input is closed")
        raw = sys.stdin.buffer.read(max_bytes + 1)
        # Without a file name, only the first bytes show that the page is gzipped. `parse` refuses a
        # page that is too large.
        if raw.startswith(MAGIC) and len(raw) <= max_bytes:
            raw = gunzip(raw, max_bytes)
    except OSError as error:
        return Input("-", "stdin", error)
    return Input("-", "stdin", raw, len(raw))


def _size(found: Input) -> int:
    with suppress(OSError, ValueError):  # reported when the page is read
        return os.stat(found.source).st_size if found.is_file else 0  # noqa: PTH116
    return 0


def _count(found: Input) -> int | None:
    if not (found.is_file and is_container_name(found.source)):
        return 1
    from lemonde_parse.command.containers import count

    return count(found.source)
