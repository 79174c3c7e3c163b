"""Recognises an export, and cuts it into its documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import AnyStr, Generic

from attrs import frozen

from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS
from lemonde_parse.exports.record import PageExport, TextExport


@frozen
class Document(Generic[AnyStr]):
    """The source of a document, in bytes of UTF-8 for HTML."""

    source: AnyStr
    is_cut: bool
    """It lacks what ends one."""
    before: AnyStr
    """Text above the first document; empty for all others."""


def page_export(html: bytes) -> PageExport | None:
    """Return the record of an export in HTML; None for any other page."""
    return next(
        (
            one
            for one in PAGE_EXPORTS
            if any(sign in html for sign in one.signs)
            and all(mark.search(html) for mark in one.marks)
        ),
        None,
    )


def text_export(text: str) -> TextExport | None:
    """Return the record of an export in text; None for any other text."""
    return next(
        (
            one
            for one in TEXT_EXPORTS
            if any(sign in text for sign in one.signs)
            and all(mark.search(text) for mark in one.marks)
        ),
        None,
    )


def page_documents(html: bytes, export: PageExport) -> Iterator[Document[bytes]]:
    """Yield the documents of an export in HTML."""
    extents = _extents(html, export.begin, export.end, export.marks[0])
    return _documents(html, extents, export.end)


def text_documents(text: str, export: TextExport) -> Iterator[Document[str]]:
    """Yield the documents of an export in text."""
    extents = _extents(text, export.begin, export.end, export.marks[0])
    return _documents(text, extents, export.end)


def _documents(
    source: AnyStr, extents: Iterator[tuple[int, int]], end: re.Pattern[AnyStr] | None
) -> Iterator[Document[AnyStr]]:
    for number, (start, stop) in enumerate(extents):
        # The end may look at the character behind it.
        is_cut = end is not None and end.search(source, start, stop + 1) is None
        yield Document(source[start:stop], is_cut, source[: 0 if number else start])


def _extents(
    source: AnyStr,
    begin: re.Pattern[AnyStr] | None,
    end: re.Pattern[AnyStr] | None,
    mark: re.Pattern[AnyStr],
) -> Iterator[tuple[int, int]]:
    """Yield where each document begins and ends. Together they are the source, except for what is
    above the first."""
    place: int | None = None
    if begin is not None:
        for found in begin.finditer(source):
            if place is not None:
                yield place, found.start()
            place = found.start()
        yield place or 0, len(source)
        return
    start = 0
    for found in (end or mark).finditer(source):
        if place is not None:
            yield start, place
            start = place
        place = found.end()
    # What follows the last one belongs to it, unless a document has begun there.
    if place is not None and mark.search(source, place):
        yield start, place
        start = place
    yield start, len(source)
