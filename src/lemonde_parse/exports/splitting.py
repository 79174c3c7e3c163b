"""Recognises an export, and splits it into documents."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import AnyStr, Final, Generic

from attrs import frozen

from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS
from lemonde_parse.exports.record import PageExport, TextExport
from lemonde_parse.wording.whitespace import visible

_PIECE: Final = 65_536
"""Number of characters to read at a time, rounded up to whole lines."""


@frozen
class Document(Generic[AnyStr]):
    """The source of a document; HTML is in UTF-8."""

    source: AnyStr
    is_cut: bool
    """True if the document does not match the format's pattern for the end of a document."""
    before: AnyStr
    """Text above the first document; empty for other documents."""


@frozen
class Pieces:
    """A text in pieces of several lines, without invisible characters and with Unix line ends."""

    source: bytes
    """The text in UTF-8."""

    def __iter__(self) -> Iterator[str]:
        stream = io.TextIOWrapper(io.BytesIO(self.source), encoding="utf-8", newline=None)
        while lines := stream.readlines(_PIECE):
            yield visible("".join(lines))


def page_export(html: bytes) -> PageExport | None:
    """Return the format of an export in HTML; None for other pages."""
    return next(
        (
            one
            for one in PAGE_EXPORTS
            if any(sign in html for sign in one.signs)
            and all(mark.search(html) for mark in one.marks)
        ),
        None,
    )


def text_export(pieces: Iterable[str]) -> TextExport | None:
    """Return the format of an export in text; None for other texts. The pieces must end at line
    ends; they are read several times."""
    absent = {sign for one in TEXT_EXPORTS for sign in one.signs}
    for text in pieces:
        absent -= {sign for sign in absent if sign in text}
    return next(
        (
            one
            for one in TEXT_EXPORTS
            if not absent.issuperset(one.signs) and all(_is_in(pieces, mark) for mark in one.marks)
        ),
        None,
    )


def _is_in(pieces: Iterable[str], mark: re.Pattern[str]) -> bool:
    above = ""
    for piece in pieces:
        if mark.search(above + piece):  # a match may extend over several lines
            return True
        above = piece
    return False


def page_documents(html: bytes, export: PageExport) -> Iterator[Document[bytes]]:
    """Split an export in HTML into documents."""
    extents = _extents(html, export.begin, export.end, export.marks[0])
    return _documents(html, extents, export.end)


def text_documents(pieces: Iterable[str], export: TextExport) -> Iterator[Document[str]]:
    """Split an export in text into documents. The pieces must end at line ends."""
    text, added, is_first = "", "", True
    for piece in pieces:
        added += piece
        if len(added) < len(text):  # do not search a long document again with every piece
            continue
        text, added = text + added, ""
        # The last document may continue in the next piece.
        *extents, _ = _extents(text, export.begin, export.end, export.marks[0])
        if extents:
            yield from _documents(text, extents, export.end, is_first=is_first)
            text, is_first = text[extents[-1][1] :], False
    text += added
    extents = [*_extents(text, export.begin, export.end, export.marks[0])]
    yield from _documents(text, extents, export.end, is_first=is_first)


def _documents(
    source: AnyStr,
    extents: Iterable[tuple[int, int]],
    end: re.Pattern[AnyStr] | None,
    *,
    is_first: bool = True,
) -> Iterator[Document[AnyStr]]:
    for start, stop in extents:
        # The pattern may look ahead at the next character.
        is_cut = end is not None and end.search(source, start, stop + 1) is None
        yield Document(source[start:stop], is_cut, source[: start if is_first else 0])
        is_first = False


def _extents(
    source: AnyStr,
    begin: re.Pattern[AnyStr] | None,
    end: re.Pattern[AnyStr] | None,
    mark: re.Pattern[AnyStr],
) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each document. There are no gaps between documents."""
    place: int | None = None
    if begin is not None:
        for opening in begin.finditer(source):
            if place is not None:
                yield place, opening.start()
            place = opening.start()
        yield place or 0, len(source)
        return
    start = 0
    for closing in (end or mark).finditer(source):
        if place is not None:
            yield start, place
            start = place
        place = closing.end()
    # The rest belongs to the last document, unless it contains another mark.
    if place is not None and mark.search(source, place):
        yield start, place
        start = place
    yield start, len(source)
