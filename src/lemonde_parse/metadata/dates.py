"""Reads dates: in ISO form, in figures, and through dateparser if the month is a word.

dateparser takes 3 ms for a date and 0.3 s to load, and reads no sentences. So it gets only the day,
cut out of the phrase, and its results are cached.
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
    r"(?P<day>\d{1,2}(?:er)?\s+[^\W\d_]{3,10}\.?\s+\d{4}"  # 07 mai 2019
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|(?<![\d.])\d{1,2}\.\d{1,2}\.\d{2}(?![\d.])"
    r"|[A-Z][a-z]{2,9}\.?\s+\d{1,2},?\s+\d{4}"  # December 27, 2025
    r"|(?P<relative>aujourd'hui|hier|today|yesterday))"
)
_TIME: Final = r"(?P<hour>\d{1,2})\s?[h:]\s?(?P<minute>\d{2})?(?:\s?(?P<half>[ap])\.?m\b)?"
# "07 mai 2019 à 13h59", "04.05.2015 à 13h36", "14.03.10 | 18h22", "December 27, 2025, at 6:25 pm",
# "aujourd'hui à 09h02", "à 11h46".
_MOMENT = re.compile(
    rf"{_DAY}(?:\s*,?\s*(?:à|a|at|-|,|\|)?\s*{_TIME})?"
    r"|\b(?:à|a|at)\s+(?P<bare_hour>\d{1,2})\s?[h:]\s?(?P<bare_minute>\d{2})"
    r"(?:\s?(?P<bare_half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", re.ASCII
)  # two figures of the year: pages of 2009–11
_MODIFIED = re.compile(
    r"\b(?:mise? à jour|maj|modifiée?|actualisée?|updated|modified)\b", re.IGNORECASE
)


def read_iso(raw: str) -> datetime | None:
    """Reads a date and time in ISO 8601 as an aware datetime; without an offset it is Paris time.
    None for anything else, such as a date without a time.

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
    """The moment with a fixed offset: its own, or that of Paris on its day."""
    if type(moment.tzinfo) is timezone:  # true of all ISO forms with an offset
        return moment
    offset = moment.utcoffset()
    if offset is None:
        try:
            offset = moment.replace(tzinfo=_paris()).utcoffset() or timedelta(0)
        except OverflowError:  # on the first and last day of datetime
            offset = timedelta(hours=1)
    return moment.replace(tzinfo=timezone(offset))


def read_printed(line: str, fetched_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """Reads the dates of publication and of change in a printed line; None for those it lacks.

    "aujourd’hui" and "hier" count from `fetched_at`; without it they give no date. A time without a
    day is on the day before it in the line. A day without a time gives None, since the data model's
    dates are moments.

    >>> line = "Publié le 07 mai 2019 à 13h59 - Mis à jour le 08 mai 2019 à 09h03"
    >>> first, then = read_printed(line, None)
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
    """True if a printed line mentions a change."""
    return _MODIFIED.search(fold(line)) is not None


def _moment(text: str, same_day: date | None, fetched_at: datetime | None) -> datetime | None:
    moment = _MOMENT.search(text)
    if moment is None:
        return None
    if moment["bare_hour"]:
        day, hour, minute, half = (
            same_day,
            moment["bare_hour"],
            moment["bare_minute"],
            moment["bare_half"],
        )
    else:
        day = (
            _relative(moment["relative"], fetched_at)
            if moment["relative"]
            else _day(" ".join(moment["day"].split()))
        )
        hour, minute, half = moment["hour"], moment["minute"], moment["half"]
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
    except OverflowError:  # at either end of the range of dates
        return None


@lru_cache(maxsize=4096)
def _day(words: str) -> date | None:
    numbers = _NUMBERS.fullmatch(words)
    if numbers:  # no need to load dateparser, unless they are no day
        day, month, year = numbers.groups()
        try:
            return date(int(year if len(year) == 4 else "20" + year), int(month), int(day))
        except ValueError:
            if len(year) == 2:
                return None
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser uses deprecated functions
        import dateparser

        parsed = dateparser.parse(
            words,
            languages=["fr", "en"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_LOCALE_DATE_ORDER": False,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
    return parsed.date() if parsed else None


@lru_cache(maxsize=1)
def _paris() -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Paris")
