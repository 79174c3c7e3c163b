"""Reads files with many pages one member at a time: archives, web archives, tables."""

from __future__ import annotations

import codecs
import gzip
import os
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from attrs import field, frozen

from lemonde_parse.command.inputs import Input, no_options
from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.names import PAGES, PARQUET, TAR, WARC, ZIP, is_page_name, member_target
from lemonde_parse.errors import LemondeParseError, PageTooLargeError
from lemonde_parse.intake.gunzip import MAGIC, gunzip

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
_MAX_HTTP: Final = 1_000_000
"""Maximum size in bytes of the headers and chunk sizes of a response, beside its page."""
_CHUNK: Final = 1_000_000
"""Number of bytes that are decompressed at a time."""
_ROWS: Final = 16
"""Number of rows of a Parquet file in memory at once."""
_COLUMN: Final = "html"
"""Name of the column with pages, if a Parquet file has several columns of bytes."""


@frozen
class _Member:
    """A page in a container."""

    name: str
    content: bytes | LemondeParseError | OSError
    position: int
    """Number of bytes of the container up to the end of the page, approximately."""
    options: ReadOptions = field(factory=no_options)


def members(path: str, target: str, max_bytes: int, before: int) -> Iterator[Input]:
    """Yield the pages in a container, in order; if it is damaged, the last one is the error.

    `before` is the number of bytes of earlier files.
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
        yield Input(path, target, PathError(_message(error, count)), position=before)


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


def _message(error: Exception, count: int = 0) -> str:
    """Return the message for an error after some pages."""
    if isinstance(error, PathError) or (isinstance(error, OSError) and error.errno):
        return in_a_line(error)
    if isinstance(error, MemoryError):
        return "a member does not fit into memory"
    reason = " ".join(str(error).split()) or type(error).__name__
    if not count:
        return f"damaged, or not what its name says ({reason}): copy the file again"
    pages = f"{count:,} page{'' if count == 1 else 's'}"
    return f"damaged or cut off after {pages} ({reason}): copy the file again to read the rest"


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
    with _opened_zip(path) as archive:
        pages = list(filter(_is_page, archive.infolist()))
        for info in pages:
            content: bytes | OSError
            try:
                with archive.open(info) as file:
                    content = file.read(max_bytes + 1)
            except Exception as error:  # the other members can still be read  # noqa: BLE001
                content = PathError(_message(error))
            yield _Member(info.filename, content, info.header_offset + info.compress_size)
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
        message = "cut off: the list of its pages, at its end, is missing: copy the file again, or"
        raise PathError(f"{message} recover pages with `zip -FF`") from error


class _TarInfo(tarfile.TarInfo):
    """A member of a .tar with limits for its headers."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):  # the end of the archive
                raise
            # tarfile would end without an error.
            raise tarfile.ReadError(str(error)) from error
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
                yield _Member(info.name, member.read(max_bytes + 1), file.tell())
        if is_empty:
            raise PathError(_NO_PAGE)


# Web archives


def _warc(path: str, max_bytes: int) -> Iterator[_Member]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise ImportError("reading WARC needs fastwarc: install lemonde-parse[warc]") from error
    number, start, is_cut = 0, 0, False
    with Path(path).open("rb") as file:
        for number, record in enumerate(ArchiveIterator(file, parse_http=False), 1):
            start = record.stream_pos
            is_response = record.record_type == WarcRecordType.response and record.is_http
            message = record.reader.read(max_bytes + _MAX_HTTP) if is_response else b""
            size, announced = len(message) + record.reader.consume(), record.content_length
            has_header = "Content-Length" in record.headers
            address = record.headers.get("WARC-Target-URI") if has_header else None
            name = address or f"record {number}"
            is_cut = size < announced or not has_header
            if is_cut:
                of = f" of {announced:,}" if has_header else ""
                cut = f"cut off within record {number}, after {size:,}{of} bytes"
                yield _Member(name, PathError(f"{cut}: copy the file again"), file.tell())
                continue
            page, encoding = _page(message, size, max_bytes) if is_response else (None, None)
            if page is not None:
                moment = _moment(record.headers.get("WARC-Date"))
                options: ReadOptions = {"url": address, "encoding": encoding, "fetched_at": moment}
                yield _Member(name, page, file.tell(), options)
    if not number:
        raise ValueError("it has no record")
    if not is_cut:
        _check_end(path, start)


def _page(
    message: bytes, size: int, max_bytes: int
) -> tuple[bytes | LemondeParseError | OSError | None, str | None]:
    """Return the page in the first bytes of a response of this size, and the server's encoding.

    None for a response without a page.
    """
    from fastwarc.warc import WarcRecord

    # A copy, since an error in a record ends the iteration over its archive.
    record = WarcRecord()
    record.set_bytes_content(message)
    record.is_http = True
    try:
        record.parse_http(auto_decode="all")
        if record.http_content_type not in _HTML or record.http_headers.status_code != 200:
            return None, None
        if len(message) < size:
            return PageTooLargeError(size, max_bytes), None
        return record.reader.read(max_bytes + 1), _known_encoding(record.http_charset)
    except Exception as error:  # the other records can still be read  # noqa: BLE001
        return PathError(_message(error)), None


def _check_end(path: str, start: int) -> None:
    """Raise an error if a gzipped archive is cut off after the record that starts here, for which
    fastwarc only ends the iteration."""
    with Path(path).open("rb") as file:
        file.seek(start)
        if not file.peek(len(MAGIC)).startswith(MAGIC):
            return
        with gzip.GzipFile(fileobj=file) as rest:
            while rest.read(_CHUNK):
                pass


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
                yield _Member(str(number), content[: max_bytes + 1], position, options)


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
