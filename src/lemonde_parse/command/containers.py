"""Reads containers (archives and tables with many pages), one page at a time."""

from __future__ import annotations

import gzip
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from lemonde_parse.command.inputs import Input
from lemonde_parse.command.member import Member, damage
from lemonde_parse.command.messages import PathError
from lemonde_parse.command.names import PAGES, PARQUET, TAR, WARC, ZIP, is_page_name, member_target
from lemonde_parse.command.web_archives import read_web_archive
from lemonde_parse.errors import LemondeParseError, PageTooLargeError
from lemonde_parse.intake.gunzip import gunzip

if TYPE_CHECKING:
    import pyarrow as pa

    from lemonde_parse.options import ReadOptions

_MAX_HEADER: Final = 1_000_000
"""Maximum size in bytes of a header in a .tar. tarfile keeps headers in memory, and a few
compressed kilobytes can expand to gigabytes."""
_HEADERS: Final = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_NO_PAGE: Final = f"no page in this archive: nothing in it ends in {', '.join(PAGES)}"
_ROWS: Final = 16
"""Number of rows read from a Parquet file at a time."""
_COLUMN: Final = "html"
"""Name of the column with pages, if a Parquet file has several binary columns."""


def members(path: str, target: str, max_bytes: int, before: int) -> Iterator[Input]:
    """Yield the pages in a container, in order; if it cannot be read to its end, the last item is
    the error.

    `before` is the total size of the files before this container, in bytes.
    """
    read = _reader(path)
    count = 0
    try:
        for member in read(path, max_bytes):
            raw = _unpacked(member.name, member.content, max_bytes)
            yield Input(
                f"{path}!{member.name}",
                f"{target}/{member_target(member.name)}",
                raw,
                len(raw) if isinstance(raw, bytes) else 0,
                position=before + member.position,
                options=member.options,
            )
            count += 1
    except ImportError as error:
        yield Input(path, target, PathError(str(error)), position=before)
    except Exception as error:  # readers of damaged archives raise errors of many classes  # noqa: BLE001
        yield Input(path, target, PathError(damage(error, count)), position=before)


def count(path: str) -> int | None:
    """Return the number of pages in a container, 1 if it cannot be opened, or None if counting them
    requires reading it."""
    lower = path.lower()
    with suppress(Exception):
        if lower.endswith(ZIP):
            with zipfile.ZipFile(path) as archive:
                return sum(1 for info in archive.infolist() if _is_page(info))
        if lower.endswith(PARQUET):
            import pyarrow.parquet as pq

            rows: int = pq.read_metadata(path).num_rows
            return rows
        return None
    return 1  # an unreadable container counts as one error


_GZIP: Final = b"\x1f\x8b"
"""First bytes of gzip, see https://www.rfc-editor.org/rfc/rfc1952#page-6."""
_Reader = Callable[[str, int], Iterator[Member]]


def _reader(path: str) -> _Reader:
    lower = path.lower()
    readers: tuple[tuple[tuple[str, ...], _Reader], ...] = (
        (ZIP, _zip),
        (TAR, _tar),
        (WARC, read_web_archive),
        (PARQUET, _parquet),
    )
    return next(read for endings, read in readers if lower.endswith(endings))


def _unpacked(
    name: str, content: bytes | LemondeParseError | OSError, max_bytes: int
) -> bytes | LemondeParseError | OSError:
    """Return a member's bytes, gunzipped if its name ends in .gz, or the error.

    The first bytes are checked too: if the name is a URL that ends in .gz, the page may be plain
    HTML.
    """
    if not isinstance(content, bytes):
        return content
    try:
        is_gzip = name.lower().endswith(".gz") and content.startswith(_GZIP)
        if is_gzip and len(content) <= max_bytes:
            content = gunzip(content, max_bytes)
    except gzip.BadGzipFile as error:
        return error
    return content if len(content) <= max_bytes else PageTooLargeError(len(content), max_bytes)


# Archives


def _is_page(info: zipfile.ZipInfo) -> bool:
    return not info.is_dir() and is_page_name(info.filename)


def _zip(path: str, max_bytes: int) -> Iterator[Member]:
    with _opened_zip(path) as archive:
        pages = list(filter(_is_page, archive.infolist()))
        for info in pages:
            content: bytes | OSError
            try:
                with archive.open(info) as file:
                    content = file.read(max_bytes + 1)
            except Exception as error:  # the other members can still be read  # noqa: BLE001
                content = PathError(damage(error))
            yield Member(info.filename, content, info.header_offset + info.compress_size)
    if not pages:
        raise PathError(_NO_PAGE)


def _opened_zip(path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        with Path(path).open("rb") as file:
            is_zip = file.read(4) == b"PK\3\4"
        if not is_zip:
            raise
        message = "cut off: the list of pages at its end is missing: copy the file again, or"
        raise PathError(f"{message} recover pages with `zip -FF`") from error


class _TarInfo(tarfile.TarInfo):
    """A member of a .tar, with a limit on the size of its headers."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):  # the end of the archive
                raise
            # tarfile would stop without an error.
            raise tarfile.ReadError(str(error)) from error
        if info.type in _HEADERS and info.size > _MAX_HEADER:
            raise tarfile.ReadError(f"a header of {info.size} bytes")
        return info


def _tar(path: str, max_bytes: int) -> Iterator[Member]:
    with (
        Path(path).open("rb") as file,
        tarfile.open(fileobj=file, mode="r|*", tarinfo=_TarInfo) as archive,
    ):
        is_empty = True
        while (info := archive.next()) is not None:
            vars(archive)["members"] = []  # tarfile would keep them all
            if not (info.isreg() and is_page_name(info.name)):
                continue
            member = archive.extractfile(info)
            if member is not None:
                is_empty = False
                yield Member(info.name, member.read(max_bytes + 1), file.tell())
        if is_empty:
            raise PathError(_NO_PAGE)


# Tables


def _parquet(path: str, max_bytes: int) -> Iterator[Member]:
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ImportError("reading Parquet needs pyarrow: install lemonde-parse[arrow]") from error
    with Path(path).open("rb") as raw, pq.ParquetFile(raw, pre_buffer=False) as file:
        column = _page_column(file.schema_arrow)
        columns = [column, *(["url"] if "url" in file.schema_arrow.names else [])]
        rows, size = file.metadata.num_rows, os.stat(path).st_size  # noqa: PTH116
        row = numbers()
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for cells in batch.to_pylist():
                page, url = cells[column], cells.get("url")
                options: ReadOptions = {"url": url} if isinstance(url, str) else {}
                if isinstance(page, str):
                    page, options = page.encode(), {**options, "encoding": "utf-8"}
                content = page or b""
                number = next(row)
                position = size * (number + 1) // rows
                yield Member(str(number), content[: max_bytes + 1], position, options)


def _page_column(schema: pa.Schema) -> str:
    """Return the name of the column with pages: the only binary column, or else "html"."""
    names = [column.name for column in schema if _is_bytes(column.type)]
    if len(names) == 1:
        return names[0]
    if _COLUMN in schema.names and _is_text(schema.field(_COLUMN).type):
        return _COLUMN
    message = (
        f"{len(names)} binary columns, and none named {_COLUMN!r}: name the column with the pages"
        f" {_COLUMN!r}"
    )
    raise PathError(message)


def _is_bytes(kind: pa.DataType) -> bool:
    return str(kind) in ("binary", "large_binary", "binary_view")


def _is_text(kind: pa.DataType) -> bool:
    return _is_bytes(kind) or str(kind) in ("string", "large_string", "string_view")
