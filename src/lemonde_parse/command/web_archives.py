"""Reads the pages of web archives: WARC files, gzipped or not."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lemonde_parse.command.member import Member, reason
from lemonde_parse.command.messages import PathError
from lemonde_parse.errors import LemondeParseError, PageTooLargeError
from lemonde_parse.intake.gunzip import MAGIC

if TYPE_CHECKING:
    from lemonde_parse.options import ReadOptions

_HTML: Final = ("text/html", "application/xhtml+xml")
_MAX_HTTP: Final = 1_000_000
"""Maximum size in bytes of a response without its page: headers and chunk sizes."""
_CHUNK: Final = 1_000_000
"""Number of bytes that are decompressed at a time."""


def read_web_archive(path: str, max_bytes: int) -> Iterator[Member]:
    """Yield the pages of a web archive, or an error for each page that cannot be read."""
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
                yield Member(name, PathError(f"{cut}: copy the file again"), file.tell())
                continue
            page, encoding = _page(message, size, max_bytes) if is_response else (None, None)
            if page is not None:
                moment = _moment(record.headers.get("WARC-Date"))
                options: ReadOptions = {"url": address, "encoding": encoding, "fetched_at": moment}
                yield Member(name, page, file.tell(), options)
    if not number:
        raise ValueError("it contains no records")
    if not is_cut:
        _check_end(path, start)


def _page(
    message: bytes, size: int, max_bytes: int
) -> tuple[bytes | LemondeParseError | OSError | None, str | None]:
    """Return the page in a response, or an error, and the encoding that the server declares.

    `message` is the start of the response, and `size` its full size. Returns None instead of the
    page if the response is not HTML, or does not have the status 200.
    """
    from fastwarc.warc import WarcRecord

    # Parse a copy of the record: an error in the original would end the loop over the archive.
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
        return PathError(f"the response of the server is damaged ({reason(error)})"), None


def _check_end(path: str, start: int) -> None:
    """Raise an error if a gzipped archive is cut off in or directly after its last record.

    `start` is the offset of that record. fastwarc does not report this.
    """
    with Path(path).open("rb") as file:
        file.seek(start)
        if not file.peek(len(MAGIC)).startswith(MAGIC):
            return
        with gzip.GzipFile(fileobj=file) as rest:
            while rest.read(_CHUNK):
                pass


def _known_encoding(charset: str | None) -> str | None:
    """Return the encoding that the server declares; None for an unknown name, as in browsers."""
    with suppress(LookupError, ValueError):
        return codecs.lookup(charset).name if charset else None
    return None


def _moment(written: str | None) -> datetime | None:
    with suppress(ValueError):
        return datetime.fromisoformat(written) if written else None
    return None
