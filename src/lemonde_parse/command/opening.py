"""Opens the output of a call: replaces or continues an existing one, or refuses to."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from attrs import frozen

from lemonde_parse.article import Article
from lemonde_parse.command import progress_file
from lemonde_parse.command.inputs import Inputs, file_key
from lemonde_parse.command.outputs import Output, open_file, text_output
from lemonde_parse.command.progress_file import Done, ProgressFile
from lemonde_parse.command.request import Request, UsageError
from lemonde_parse.tabular import arrow_schema

METADATA: Final = "metadata.csv"
"""Name of a corpus's table, as TXM expects it."""
_NO_RECORD: Final = (
    "--resume: there is no record of the pages in {} ({}): name another --out, or call without"
    " --resume"
)


@frozen
class Opened:
    """An output that is open for writing."""

    output: Output
    progress: ProgressFile | None
    """None if the run is not recorded: for one page without ``--resume``, for standard output, a
    pipe or a device, and where no file can be created."""
    done: Done
    """The pages of earlier runs."""


def open_output(request: Request, inputs: Inputs, *, is_one_page: bool) -> Opened:
    """Open the output.

    Raises `UsageError` if this would lose data, if another run is writing the output, or if the
    output cannot be continued; `OSError` if the operating system reports an error; and
    `ImportError` if Parquet is requested without pyarrow.
    """
    if request.out is None:
        output = text_output(request, None, None, is_one_page=is_one_page)
        return Opened(output, None, Done())
    path = Path(request.out)
    if request.format.shape == "parts":
        return _open_parts(path, request, inputs)
    if request.is_folder:
        return _open_folder(path, request, inputs)
    return _open_file(path, request, inputs, is_one_page=is_one_page)


def _open_file(path: Path, request: Request, inputs: Inputs, *, is_one_page: bool) -> Opened:
    own = os.path.realpath(path)

    def is_own(folder: str, name: str) -> bool:
        return os.path.join(folder, name) == own  # noqa: PTH118

    if request.resume:
        inputs.is_own = is_own
    if (key := file_key(str(path))) is not None and any(key == one for one in inputs.file_keys()):
        raise UsageError(f"--out {path} is a page to read: it would be overwritten")
    beside = progress_file.path_of(path)
    progress, done, end = None, Done(), 0
    if path.exists() and not path.is_file():  # /dev/stdout, a pipe
        if request.resume:
            raise UsageError(f"--resume: {path} is not a file that can be continued")
    elif request.resume:
        progress, done = _resumed(beside, request, _size(path), is_new=not _size(path))
        end = done.end
    elif is_one_page:
        progress_file.forget(beside)
    else:
        progress = _started(beside, request)
    try:
        file = open_file(path, end)
    except OSError:
        if progress is not None:
            progress.close()
        if not path.exists():
            progress_file.forget(beside)
        raise
    inputs.is_own = is_own
    output = text_output(request, file, progress, is_one_page=is_one_page)
    return Opened(output, progress, done)


def _open_folder(path: Path, request: Request, inputs: Inputs) -> Opened:
    from lemonde_parse.command.folder import CorpusOutput, FolderOutput, open_table

    path.mkdir(parents=True, exist_ok=True)
    progress, done = _progress(path, request, 0, is_new=not any(path.iterdir()))
    folder = FolderOutput(path, request, inputs.file_keys, progress, done.names)
    inputs.is_own = folder.is_own
    describe = request.format.describe
    if describe is None:
        return Opened(folder, progress, done)
    try:
        table = open_table(path / METADATA, describe(Article(body=())), done.names)
    except (OSError, UsageError):
        if progress is not None:
            progress.close()
        raise
    return Opened(CorpusOutput(folder, table), progress, done)


def _open_parts(path: Path, request: Request, inputs: Inputs) -> Opened:
    from lemonde_parse.command.parts import PART, PartsOutput, part_name

    schema = arrow_schema()
    if path.exists() and not path.is_dir():
        raise UsageError(f"--out {path} is a file: with --to parquet, name a folder for its parts")
    path.mkdir(parents=True, exist_ok=True)
    parts = sorted(file for file in path.iterdir() if PART.fullmatch(file.name))
    if parts and not request.resume:
        raise UsageError(
            f"--out {path} has parts of an earlier run: continue them with --resume, or name"
            " another folder"
        )
    known = {part.name for part in parts}
    size = next(number for number in count() if part_name(number) not in known)
    progress, done = _progress(path, request, size, is_new=not parts)
    for part in parts:
        if int(part.stem.removeprefix("part-")) >= done.end:
            part.unlink()  # complete, but not recorded: its pages are read again
    import pyarrow as pa

    columns = pa.schema([schema.field(name) for name in request.columns])
    real = os.path.realpath(path)
    inputs.is_own = lambda folder, name: folder == real and PART.fullmatch(name) is not None
    return Opened(PartsOutput(path, columns, request.part_rows, done.end, progress), progress, done)


def _progress(
    path: Path, request: Request, size: int, *, is_new: bool
) -> tuple[ProgressFile | None, Done]:
    """Return the progress file of a folder and its content."""
    beside = progress_file.path_of(path)
    if request.resume:
        return _resumed(beside, request, size, is_new=is_new)
    return _started(beside, request), Done()


def _resumed(
    beside: Path, request: Request, size: int, *, is_new: bool
) -> tuple[ProgressFile, Done]:
    found = progress_file.reopen(beside, request, size)
    if found is not None:
        return found
    if not is_new:
        raise UsageError(_NO_RECORD.format(request.out, beside))
    return progress_file.start(beside, request), Done()


def _started(beside: Path, request: Request) -> ProgressFile | None:
    with suppress(OSError):  # no file can be created there; --resume will report it
        return progress_file.start(beside, request)
    return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
