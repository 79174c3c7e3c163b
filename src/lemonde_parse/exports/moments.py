"""Reads days and times as databases print them. Every document of an export has a date, so names of
months are looked up in a table, which is fast."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from attrs import frozen

from lemonde_parse.metadata.dates import in_paris

_MONTHS: Final = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}  # fmt: skip
"""Names and abbreviations of months, in interface languages of the databases."""
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:er|st|nd|rd|th|\.)?\s*(?:de\s)?(?P<month>[^\W\d_]{3,10})\.?,?\s(?:de\s)?(?P<year>\d{4})\b"
    r"|\b(?P<month_first>[^\W\d_]{3,10})\.?\s(?P<second>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<last>\d{4})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b|\b(?P<figures>\d{1,2}/\d{1,2}/\d{4})\b"
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})\s?[:h]\s?(?P<minute>\d{2})(?::\d{2})?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s-)?(?:\s(?-i:(?P<zone>[A-Z]{3,5}))\b)?\s?(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_HOURS: Final = {"UTC": 0, "GMT": 0, "CET": 1, "CEST": 2}
"""Time zones with an unambiguous offset from UTC, in hours."""


@frozen
class PrintedDay:
    """A day, with its position in a line."""

    day: date
    start: int
    end: int


def find_day(text: str) -> PrintedDay | None:
    """Find the first day in a line.

    >>> find_day("vendredi 15 septembre 2023").day.isoformat(), find_day("May 3, 2021").start
    ('2023-09-15', 0)
    >>> find_day("mercredi 16/11/2011").day.isoformat()
    '2011-11-16'
    """
    for match in _DAY.finditer(text):
        if match["iso"]:
            numbers = [int(part) for part in match["iso"].split("-")]
        elif match["figures"]:
            numbers = [int(part) for part in reversed(match["figures"].split("/"))]
        else:
            month = _MONTHS.get((match["month"] or match["month_first"]).lower())
            if month is None:
                continue
            numbers = [
                int(match["year"] or match["last"]), month, int(match["day"] or match["second"])
            ]  # fmt: skip
        try:
            return PrintedDay(date(*numbers), match.start(), match.end())
        except ValueError:  # February 30
            continue
    return None


def moment(day: date, text: str) -> datetime | None:
    """Combine a day with a printed time, which is Paris time unless a zone or an offset is given.

    Returns None if the time is missing or invalid, or if its zone is unknown and no offset is
    given.

    >>> moment(date(2023, 9, 15), "- 14:05 UTC +02:00").isoformat()
    '2023-09-15T14:05:00+02:00'
    """
    match = _TIME.search(text)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (match["zone"] or "").upper()
    try:
        printed = datetime.combine(day, time(hour, int(match["minute"])))
        if match["offset"] or zone in _HOURS:
            offset = _offset(match["offset"]) if match["offset"] else timedelta(hours=_HOURS[zone])
            return printed.replace(tzinfo=timezone(offset))
    except ValueError:  # 25:70, +99:00
        return None
    return None if zone else in_paris(printed)


def _offset(text: str) -> timedelta:
    sign, digits = text[0], text[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    size = timedelta(hours=int(hours), minutes=int(minutes))
    return -size if sign == "-" else size
