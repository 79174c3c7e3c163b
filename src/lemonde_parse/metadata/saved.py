"""Finds out where and when a page was saved, from marks of the program that saved it."""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import Final

from attrs import frozen

from lemonde_parse.metadata.page_head import Head

_REACH: Final = 4_096
"""Number of bytes at the start of a page to search for a program's mark."""
_COMMENTS: Final = (
    # SingleFile, since 2018; "url" and "saved date" are on separate lines.
    (
        b" SingleFile",
        re.compile(
            rb"<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url:\s*"
            rb"(?P<address>\S++)(?:\s+saved date:\s*(?P<date>[^\n>]{1,80}))?"
        ),
    ),
    # Chrome, Edge and Internet Explorer, "Web page, complete"; the number is the address's length.
    (
        b"saved from url=",
        re.compile(rb"<!--\s*saved from url=\(\d{4,9}\)(?P<address>\S+?)\s*-->"),
    ),
)
"""For each program, a part of the comment that it writes, and a pattern for the whole comment."""
# WebScrapBook adds attributes to the html element. The date is in UTC, to the millisecond.
_SCRAPBOOK = re.compile(
    rb"<html\b[^>]{0,600}?\sdata-scrapbook-source=\"(?P<address>[^\"]++)\""
    rb"(?:[^>]{0,600}?\sdata-scrapbook-create=\"(?P<date>\d{14})\d{3}\")?"
)
_SCRAPBOOK_MARK: Final = b"data-scrapbook-source="
# A JavaScript Date as a string: "Thu Sep 14 2023 10:20:30 GMT+0200 (…)".
_DATE = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<year>\d{4}) (?P<time>[\d:]{8})"
    r" GMT(?P<offset>[+-]\d{4})"
)
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
)  # fmt: skip


@frozen
class Saved:
    """The original address of a page and the time when it was saved, each None if unknown."""

    address: str | None = None
    moment: datetime | None = None


def read_saved(page: bytes, head: Head) -> Saved:
    """Read where and when a page was saved."""
    for mark, comment in _COMMENTS:
        at = page.find(mark, 0, _REACH)
        start = page.rfind(b"<!--", 0, at) if at >= 0 else -1
        if start >= 0 and (match := comment.match(page, start)):
            date = match.groupdict().get("date") or b""
            return Saved(_address(match["address"]), _moment(date.decode("utf-8", "replace")))
    if address := head.first("savepage-url"):  # Save Page WE
        return Saved(_address(address.encode()), _moment(head.first("savepage-date") or ""))
    if page.find(_SCRAPBOOK_MARK, 0, _REACH) >= 0 and (match := _SCRAPBOOK.search(page)):
        return Saved(_address(match["address"]), _stamp(match["date"]))
    return Saved()


def _address(raw: bytes) -> str | None:
    address = html.unescape(raw.decode("utf-8", "replace"))
    return address if address.startswith(("https://", "http://")) else None


def _stamp(digits: bytes | None) -> datetime | None:
    try:
        return datetime.strptime((digits or b"").decode() + "+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    """Parse a JavaScript date.

    >>> _moment("Thu Sep 14 2023 10:20:30 GMT+0200 (CEST)").isoformat()
    '2023-09-14T10:20:30+02:00'
    """
    match = _DATE.match(text.strip())
    if match is None or match["month"] not in _MONTHS:
        return None
    month = _MONTHS.index(match["month"]) + 1
    day = f"{match['year']}-{month:02}-{int(match['day']):02}"
    try:
        return datetime.fromisoformat(f"{day}T{match['time']}{match['offset']}")
    except ValueError:
        return None
