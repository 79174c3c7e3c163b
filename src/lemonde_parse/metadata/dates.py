"""Dates: ISO forms at once; printed ones only where no ISO date stands, and through dateparser
where the month is a word.

dateparser takes 3 ms for a date and 0.3 s to load, and reads no sentence: the day is cut out of the
phrase first, and a day once read is remembered. What is in figures alone, as times of day are, is
read here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lemonde_parse.wording.matching import fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_DAY: Final = (
    r"(?P<day>\d{1,2}(?:er)?\s+[^\W\d_]{3,10}\.?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])|[A-Z][a-z]{2,9}\.?\s+\d{1,2},?\s+\d{4}"
    r"|(?P<relative>aujourd'hui|hier|today|yesterday))"
)
_TIME: Final = r"(?P<hour>\d{1,2})\s?[h:]\s?(?P<minute>\d{2})?(?:\s?(?P<half>[ap])\.?m\b)?"
# "07 mai 2019 à 13h59", "04.05.2015 à 13h36", "14.03.10 | 18h22", "December 27, 2025, at 6:25 pm",
# "aujourd'hui à 09h02", "à 11h46".
_MOMENT = re.compile(
    rf"{_DAY}(?:\s*,?\s*(?:à|a|at|-|,|\|)?\s*{_TIME})?|\b(?:à|a|at)\s+(?P<bare_hour>\d{{1,2}})\s?[h:]\s?(?P<bare_minute>\d{{2}})(?:\s?(?P<bare_half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", re.ASCII
)  # two figures of the year: the paper's pages of 2009-11
_MODIFIED = re.compile(
    r"\b(?:mise? à jour|maj|modifiée?|actualisée?|updated|modified)\b", re.IGNORECASE
)


def read_iso(raw: str) -> datetime | None:
    """An ISO 8601 date and time, aware; without offset it is Paris time. None for what is none, or
    a date without time.

    >>> read_iso("2023-08-30T14:52:08+02:00").isoformat(), read_iso("2023-08-30 14:52").isoformat()
    ('2023-08-30T14:52:08+02:00', '2023-08-30T14:52:00+02:00')
    """
    text = raw.strip()
    if len(text) < len("2023-08-30T14"):
        return None
    try:
        return in_paris(datetime.fromisoformat(text))
    except ValueError:
        return None


def in_paris(moment: datetime) -> datetime:
    """Aware, with a fixed offset: its own, else that of Paris on that day."""
    if type(moment.tzinfo) is timezone:  # as all that is read from ISO forms with an offset
        return moment
    offset = moment.utcoffset()
    if offset is None:
        try:
            offset = moment.replace(tzinfo=_paris()).utcoffset() or timedelta(0)
        except OverflowError:  # the first and the last day that datetime knows
            offset = timedelta(hours=1)
    return moment.replace(tzinfo=timezone(offset))


def read_printed(line: str, fetched_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """The dates of publication and of change in a printed line; None for what it does not say.

    "aujourd’hui" and "hier" count from `fetched_at`; without it they say nothing. An hour without a
    day is of the day before it in the line. A day without an hour is None: the data model's dates
    are moments.

    >>> first, then = read_printed("Publié le 07 mai 2019 à 13h59 - Mis à jour le 08 mai 2019 à 09h03", None)
    >>> first.isoformat(), then.isoformat()
    ('2019-05-07T13:59:00+02:00', '2019-05-08T09:03:00+02:00')
    """
    folded = fold(line)
    cut = _MODIFIED.search(folded)
    if cut is None:
        return _moment(folded, None, fetched_at), None
    before, after = folded[: cut.start()], folded[cut.start() :]
    published = _moment(before, None, fetched_at)
    return published, _moment(after, published.date() if published else None, fetched_at)


def has_modified(line: str) -> bool:
    """Whether a printed line tells of a change at all."""
    return _MODIFIED.search(fold(line)) is not None


def _moment(text: str, same_day: date | None, fetched_at: datetime | None) -> datetime | None:
    found = _MOMENT.search(text)
    if found is None:
        return None
    if found["bare_hour"]:
        day, hour, minute, half = (
            same_day,
            found["bare_hour"],
            found["bare_minute"],
            found["bare_half"],
        )
    else:
        day = (
            _relative(found["relative"], fetched_at)
            if found["relative"]
            else _day(" ".join(found["day"].split()))
        )
        hour, minute, half = found["hour"], found["minute"], found["half"]
    if day is None or hour is None:
        return None
    hours = int(hour)
    if half and hours <= 12:
        hours = hours % 12 + (12 if half in "pP" else 0)
    try:
        return in_paris(datetime.combine(day, time(hours, int(minute or 0))))
    except ValueError:  # 25h70
        return None


def _relative(word: str, fetched_at: datetime | None) -> date | None:
    if fetched_at is None:
        return None
    try:
        today = fetched_at.astimezone(_paris()).date() if fetched_at.tzinfo else fetched_at.date()
        return today - timedelta(days=1) if word.lower() in ("hier", "yesterday") else today
    except OverflowError:  # at either end of what a date can say
        return None


@lru_cache(maxsize=4096)
def _day(words: str) -> date | None:
    numbers = _NUMBERS.fullmatch(words)
    if numbers:  # without dateparser, which takes 0.3 s to load; what is no day is left to it
        day, month, year = numbers.groups()
        try:
            return date(int(year if len(year) == 4 else "20" + year), int(month), int(day))
        except ValueError:
            if len(year) == 2:
                return None
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own, of the Python it runs on
        import dateparser

        found = dateparser.parse(
            words,
            languages=["fr", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_LOCALE_DATE_ORDER": False,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    return found.date() if found else None


@lru_cache(maxsize=1)
def _paris() -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Paris")
