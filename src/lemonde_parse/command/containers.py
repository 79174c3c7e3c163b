"""Reads files with many pages one member at a time: archives, web archives, tables."""

from __future__ import annotations

import codecs
import gzip
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from lemonde_parse.command.inputs import Input
from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.names import PAGES, PARQUET, TAR, WARC, ZIP, is_page_name, member_target
from lemonde_parse.errors import LemondeParseError, PageTooLargeError
from lemonde_parse.intake.gunzip import gunzip

if TYPE_CHECKING:
    import pyarrow as pa

    from lemonde_parse.options import ReadOptions

_MAX_HEADER: Final = 1_000_000
"""Maximum size in bytes of a header in a .tar. tarfile keeps headers in memory, and a few
compressed kilobytes can be gigabytes."""
_HEADERS: Final = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_NO_PAGE: Final = f"no page in this archive: nothing in it ends in {', '.join(PAGES)}"
_HTML: Final = ("text/html", "application/xhtml+xml")
_ROWS: Final = 16
"""Number of rows of a Parquet file in memory at once."""
_COLUMN: Final = "html"
"""Name of the column with pages, if a Parquet file has several columns of bytes."""


def members(path: str, target: str, max_bytes: int) -> Iterator[Input]:
    """Yield the pages in a container, in order; if it is damaged, the last one is the error."""
    read = _reader(path)
    try:
        for name, content, options in read(path, max_bytes):
            raw = _unpacked(name, content, max_bytes)
            yield Input(
                f"{path}!{name}",
                f"{target}/{member_target(name)}",
                raw,
                len(raw) if isinstance(raw, bytes) else 0,
                options=options,
            )
    except ImportError as error:
        yield Input(path, target, PathError(str(error)))
    except Exception as error:  # readers of damaged archives raise errors of many classes  # noqa: BLE001
        yield Input(path, target, PathError(_message(error)))


def count(path: str) -> int | None:
    """Return the number of pages in a container; None if the container must be read to count
    them."""
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
    return 1  # the error


_Member = tuple[str, "bytes | LemondeParseError | OSError", "ReadOptions"]
_Reader = Callable[[str, int], Iterator[_Member]]


def _reader(path: str) -> _Reader:
    lower = path.lower()
    readers: tuple[tuple[tuple[str, ...], _Reader], ...] = (
        (ZIP, _zip),
        (TAR, _tar),
        (WARC, _warc),
        (PARQUET, _parquet),
    )
    return next(read for endings, read in readers if lower.endswith(endings))


def _message(error: Exception) -> str:
    if isinstance(error, OSError):
        return in_a_line(error)
    if isinstance(error, MemoryError):
        return "a member does not fit into memory"
    return f"damaged, or not what its name says: {' '.join(str(error).split()) or 'no message'}"


def _unpacked(
    name: str, content: bytes | LemondeParseError | OSError, max_bytes: int
) -> bytes | LemondeParseError | OSError:
    """Return a member's bytes, gunzipped if its name ends in .gz, or the error."""
    if not isinstance(content, bytes):
        return content
    try:
        if name.lower().endswith(".gz") and len(content) <= max_bytes:
            content = gunzip(content, max_bytes)
    except gzip.BadGzipFile as error:
        return error
    return content if len(content) <= max_bytes else PageTooLargeError(len(content), max_bytes)


# Archives


def _is_page(info: zipfile.ZipInfo) -> bool:
    return not info.is_dir() and is_page_name(info.filename)


def _zip(path: str, max_bytes: int) -> Iterator[_Member]:
    with zipfile.ZipFile(path) as archive:
        pages = list(filter(_is_page, archive.infolist()))
        for info in pages:
            content: bytes | OSError
            try:
                with archive.open(info) as file:
                    content = file.read(max_bytes + 1)
            except Exception as error:  # the other members can still be read  # noqa: BLE001
                content = PathError(_message(error))
            yield info.filename, content, {}
    if not pages:
        raise PathError(_NO_PAGE)


class _TarInfo(tarfile.TarInfo):
    """A member of a .tar with limits for its headers."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        info = super().frombuf(buf, encoding, errors)
        if info.type in _HEADERS and info.size > _MAX_HEADER:
            raise tarfile.ReadError(f"a header of {info.size} bytes")
        return info


def _tar(path: str, max_bytes: int) -> Iterator[_Member]:
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
                yield info.name, member.read(max_bytes + 1), {}
        if is_empty:
            raise PathError(_NO_PAGE)


# Web archives


def _warc(path: str, max_bytes: int) -> Iterator[_Member]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        message = "reading WARC needs fastwarc: install lemonde-parse[warc]"
        raise ImportError(message) from error
    is_warc = False
    with Path(path).open("rb") as file:
        for record in ArchiveIterator(file, parse_http=True, auto_decode="all"):
            is_warc = is_warc or record.record_id is not None
            if (
                record.record_type != WarcRecordType.response
                or record.http_content_type not in _HTML
                or record.http_headers.status_code != 200
            ):
                continue
            address = record.headers.get("WARC-Target-URI") or "record without address"
            options: ReadOptions = {
                "url": address,
                "encoding": _known_encoding(record.http_charset),
                "fetched_at": _moment(record.headers.get("WARC-Date")),
            }
            yield address, record.reader.read(max_bytes + 1), options
    if not is_warc:
        raise ValueError("it has no record")


def _known_encoding(charset: str | None) -> str | None:
    """Return the server's encoding; None for an unknown name, as in browsers."""
    with suppress(LookupError, ValueError):
        return codecs.lookup(charset).name if charset else None
    return None


def _moment(written: str | None) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(written) if written else None
    return None


# Tables


def _parquet(path: str, max_bytes: int) -> Iterator[_Member]:
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        message = "reading Parquet needs pyarrow: install lemonde-parse[arrow]"
        raise ImportError(message) from error
    with Path(path).open("rb") as raw, pq.ParquetFile(raw, pre_buffer=False) as file:
        column = _page_column(file.schema_arrow)
        columns = [column, *(["url"] if "url" in file.schema_arrow.names else [])]
        row = numbers()
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for cells in batch.to_pylist():
                page, url = cells[column], cells.get("url")
                options: ReadOptions = {"url": url} if isinstance(url, str) else {}
                if isinstance(page, str):
                    page, options = page.encode(), {**options, "encoding": "utf-8"}
                content = page or b""
                yield str(next(row)), content[: max_bytes + 1], options


def _page_column(schema: pa.Schema) -> str:
    """Return the name of the column with pages: the only one of bytes, or "html"."""
    names = [column.name for column in schema if _is_bytes(column.type)]
    if len(names) == 1:
        return names[0]
    if _COLUMN in schema.names and _is_text(schema.field(_COLUMN).type):
        return _COLUMN
    message = (
        f"{len(names)} columns of bytes, and none named {_COLUMN!r}: name the column with the pages"
        f" {_COLUMN!r}"
    )
    raise PathError(message)


def _is_bytes(kind: pa.DataType) -> bool:
    return str(kind) in ("binary", "large_binary", "binary_view")


def _is_text(kind: pa.DataType) -> bool:
    return _is_bytes(kind) or str(kind) in ("string", "large_string", "string_view")
