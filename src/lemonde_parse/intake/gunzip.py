"""Decompresses gzip, with limits on the output and on the number of members."""

from __future__ import annotations

import gzip
import zlib
from typing import Final

from lemonde_parse.intake.limits import MAX_GZIP_MEMBERS

MAGIC: Final = b"\x1f\x8b"
"""The first bytes of gzip, https://www.rfc-editor.org/rfc/rfc1952#page-6."""
_CHUNK: Final = 65_536
"""Number of bytes given to zlib at a time. Kept small because, at the end of a member, zlib copies
the rest of the chunk."""
_GZIP: Final = 31
"""zlib's code for a stream with a gzip header."""


def gunzip(packed: bytes, max_bytes: int) -> bytes:
    """Decompress gzip into at most `max_bytes + 1` bytes.

    Zero bytes after a member are padding. Raises `gzip.BadGzipFile`, an `OSError`, for data that is
    damaged, truncated or not gzip, or that has more than `MAX_GZIP_MEMBERS` members.
    """
    parts: list[bytes] = []
    at, left, members = 0, max_bytes + 1, 0
    while left and at < len(packed):
        members += 1
        if members > MAX_GZIP_MEMBERS:
            raise gzip.BadGzipFile(f"made of more than {MAX_GZIP_MEMBERS} members")
        member = zlib.decompressobj(_GZIP)
        while left and not member.eof:
            chunk = packed[at : at + _CHUNK]
            if not chunk:
                raise gzip.BadGzipFile(
                    "cut off before the end of its gzip data: copy the file again"
                )
            try:
                part = member.decompress(chunk, left)
            except zlib.error as error:
                raise gzip.BadGzipFile(f"damaged, or not gzip: {error}") from error
            parts.append(part)
            left -= len(part)
            at += len(chunk) - len(member.unused_data) - len(member.unconsumed_tail)
        while packed[at : at + 1] == b"\0":
            at += 1
    return b"".join(parts)
