"""Reads dates: machine-readable ones in the usual forms, printed ones in French and English."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from attrs import frozen

from lemonde_parse.wording.byline_words import WEEKDAY
from lemonde_parse.wording.matching import UNACCENTED, fold

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars mar march",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH: Final = r"(?P<{0}>[^\W\d_]{{3,10}})\.?"
_DAY: Final = (
    rf"(?P<day>\d{{1,2}})(?:er)? {_MONTH.format('month')},? (?P<year>\d{{4}})"  # 07 mai 2019
    rf"|\b{_MONTH.format('month_first')} (?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,?"
    r" (?P<year_last>\d{4})"  # December 27, 2025
    r"|(?<![\d.])(?P<figures>\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.\d{1,2}\.\d{2}"
    r"|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?![\d./-])"
    r"|\b(?P<relative>aujourd'hui|hier|today|yesterday)\b"
)
_TIME: Final = (
    r"(?P<hour>\d{1,2}) ?[h:] ?(?P<minute>\d{2})?(?::(?P<second>\d{2}))?(?: ?(?P<half>[ap])\.?m\b)?"
)
# "07 mai 2019 à 13h59", "04.05.2015 à 13h36", "14.03.10 | 18h22", "December 27, 2025, at 6:25 pm",
# "aujourd'hui à 09h02", "à 11h46". Whitespace must be single spaces.
_MOMENT = re.compile(
    rf"(?:{_DAY})(?: ?,? ?(?:à|a|at|@|-|–|,|\|)? ?{_TIME})?"
    r"|\b(?:à|a|at) (?P<bare_hour>\d{1,2}) ?[h:] ?(?P<bare_minute>\d{2})"
    r"(?: ?(?P<bare_half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_CHANGED: Final = "mise? à jour|maj|modifiée?|actualisée?|updated|modified"
_PUBLISHED: Final = "publiée?|parue?|postée?|mise? en ligne|créée?|published|posted"
_EVENT = re.compile(rf"\b(?:(?P<modified>{_CHANGED})|(?P<published>{_PUBLISHED}))\b", re.IGNORECASE)
_DATED = re.compile(
    rf"(?:(?:{_PUBLISHED}|{_CHANGED}) ?:? ?)?(?:(?:le|on|du) )?(?:{WEEKDAY},? )?"
    rf"(?:{_MOMENT.pattern})(?: ?\(paris\))?\.?",
    re.IGNORECASE,
)
# "Thu Sep 14 2023 06:00:00 GMT+0200 (CEST)", "Thu Sep 14 06:00:00 CEST 2023"
_SCRIPT = re.compile(
    r"(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) (\d{1,2}) (?:(\d{4}) )?(\d{1,2}:\d\d:\d\d)"
    r" ?(?:GMT|UTC)?([+-]\d\d:?\d\d|CES?T|Z)?(?: \([^()]{1,60}\))?(?: (\d{4}))?"
)
_ZONES: Final = {"CET": "+0100", "CEST": "+0200", "Z": "+0000", None: "+0000"}
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_LONGEST: Final = 80
"""Maximum length of a machine-readable date."""
_SHORTEST: Final = len("2023-08-30T14")


def read_moment(raw: str | float) -> datetime | None:
    """Parse a machine-readable date and time.

    It may be in ISO 8601, in the form of mail headers or of JavaScript, or in seconds or
    milliseconds since 1970. A printed date with a time is also read. Return None for other texts,
    such as a date without a time. Without an offset, JavaScript's form is read as UTC, any other
    form as Paris time.

    >>> read_moment("2023-08-30T14:52:08+02:00").isoformat()
    '2023-08-30T14:52:08+02:00'
    >>> read_moment("Wed, 30 Aug 2023 14:52:08 +0200").isoformat()
    '2023-08-30T14:52:08+02:00'
    >>> read_moment("25/02/2016 11:20").isoformat()
    '2016-02-25T11:20:00+01:00'
    """
    if not isinstance(raw, str):
        raw = f"{raw:.0f}"
    text = raw.strip()
    if len(text) > _LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        seconds, milliseconds = int(text[:10]), int(text[10:] or 0)
        return datetime.fromtimestamp(seconds, UTC) + timedelta(milliseconds=milliseconds)
    if len(text) < _SHORTEST:
        return None
    try:
        return in_paris(datetime.fromisoformat(text))
    except ValueError:
        return _of_script(text) or _of_mail(text) or _printed(text)


def read_day(raw: str) -> date | None:
    """Return the day of a machine-readable or printed date; None if it is missing or relative.

    >>> read_day("2023-09-14"), read_day("14 septembre 2023"), read_day("2023-09")
    (datetime.date(2023, 9, 14), datetime.date(2023, 9, 14), None)
    """
    text = " ".join(fold(raw[:_LONGEST]).split())
    found = _MOMENT.search(text)
    return _day_of(found, None) if found is not None else None


def _of_mail(text: str) -> datetime | None:
    if "," not in text and "GMT" not in text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    # https://www.rfc-editor.org/rfc/rfc5322#section-3.3: "-0000" is UTC; the sender's own offset is
    # not given.
    return moment.replace(tzinfo=UTC) if "-0000" in text else in_paris(moment)


def _of_script(text: str) -> datetime | None:
    found = _SCRIPT.fullmatch(text)
    if found is None:
        return None
    month, day, year, hours, zone, last = found.groups()
    offset = _ZONES.get(zone, zone).replace(":", "")
    number = _MONTHS.get(month.lower())
    try:
        return datetime.strptime(
            f"{year or last}-{number}-{day} {hours} {offset}", "%Y-%m-%d %H:%M:%S %z"
        )
    except ValueError:
        return None


def _printed(text: str) -> datetime | None:
    """Parse a printed date and time, where a machine-readable one is expected."""
    folded = " ".join(fold(text).split())
    found = _MOMENT.match(folded)
    return _moment(found, None, None) if found is not None else None


def in_paris(moment: datetime) -> datetime:
    """Give a moment a fixed offset: its own, or that of Paris at that time."""
    if type(moment.tzinfo) is timezone:  # all ISO forms with an offset
        return moment
    offset = moment.utcoffset()
    if offset is None:
        try:
            offset = moment.replace(tzinfo=_paris()).utcoffset() or timedelta(0)
        except OverflowError:  # on the first and last day of datetime
            offset = timedelta(hours=1)
    return moment.replace(tzinfo=timezone(offset))


@frozen
class PrintedDates:
    """The dates of a printed line; None if missing."""

    published: datetime | None = None
    modified: datetime | None = None
    day: date | None = None
    """The day of publication; None if `published` is set."""


def read_printed(line: str, fetched_at: datetime | None) -> PrintedDates:
    """Parse the dates of publication and change in a printed line, in either order.

    "aujourd’hui" and "hier" are relative to `fetched_at`; without it they give no date. A time
    without a day belongs to the nearest day before it in the line.

    >>> dates = read_printed("Publié le 07 mai 2019 à 13h59 - Mis à jour à 15h03", None)
    >>> dates.published.isoformat(), dates.modified.isoformat()
    ('2019-05-07T13:59:00+02:00', '2019-05-07T15:03:00+02:00')
    >>> read_printed("Mis à jour le 8 mai 2019 à 9h03, publié le 7 mai 2019", None).day
    datetime.date(2019, 5, 7)
    """
    moments: dict[_Event, datetime] = {}
    days: dict[_Event, date] = {}
    last: date | None = None
    for event, text in _events(" ".join(fold(line).split())):
        found = _MOMENT.search(text)
        if found is None or event in days:
            continue
        day = _day_of(found, fetched_at) if found["bare_hour"] is None else last
        moment = _moment(found, day, fetched_at)
        last = day or last
        if day is not None:
            days[event] = day
        if moment is not None:
            moments[event] = moment
    published = moments.get("published")
    return PrintedDates(
        published, moments.get("modified"), None if published else days.get("published")
    )


_Event = Literal["published", "modified"]


def _events(line: str) -> list[tuple[_Event, str]]:
    """Split a line at words such as "publié" and "mis à jour".

    The text before the first such word is about the publication.
    """
    parts: list[tuple[_Event, str]] = []
    event: _Event = "published"
    start = 0
    for word in _EVENT.finditer(line):
        parts.append((event, line[start : word.start()]))
        event = "modified" if word["modified"] else "published"
        start = word.end()
    return [*parts, (event, line[start:])]


def is_date(line: str) -> bool:
    """Match a printed line that contains only a date.

    >>> is_date("Publié le jeudi 14 septembre 2023"), is_date("Le 14 septembre 2023, il pleut.")
    (True, False)
    """
    return _DATED.fullmatch(" ".join(fold(line).split())) is not None


def has_modified(line: str) -> bool:
    """Match a printed line that mentions a change."""
    return any(word["modified"] for word in _EVENT.finditer(fold(line)))


def _moment(found: re.Match[str], day: date | None, fetched_at: datetime | None) -> datetime | None:
    day = day or _day_of(found, fetched_at)
    hour, minute, half = (
        found["hour"] or found["bare_hour"],
        found["minute"] or found["bare_minute"],
        found["half"] or found["bare_half"],
    )
    if day is None or hour is None:
        return None
    hours = int(hour)
    if half and hours <= 12:
        hours = hours % 12 + (12 if half in "pP" else 0)
    try:
        at = time(hours, int(minute or 0), int(found["second"] or 0))
    except ValueError:  # 25h70
        return None
    return in_paris(datetime.combine(day, at))


def _day_of(found: re.Match[str], fetched_at: datetime | None) -> date | None:
    """Return the day of a date in words, in figures, or relative to `fetched_at`; None if it is not
    valid."""
    if found["relative"]:
        return _relative(found["relative"], fetched_at)
    if figures := found["figures"]:
        numbers = [int(number) for number in re.split(r"[./-]", figures)]
        if numbers[0] < 100:
            numbers.reverse()
        year, month, day = numbers
        year += 2000 if year < 100 else 0  # two-digit years on pages of 2009–11
    else:
        word = found["month"] or found["month_first"] or ""
        month = _MONTHS.get(word.lower().translate(UNACCENTED), 0)
        day = int(found["day"] or found["day_second"] or 0)
        year = int(found["year"] or found["year_last"] or 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _relative(word: str, fetched_at: datetime | None) -> date | None:
    if fetched_at is None:
        return None
    try:
        today = fetched_at.astimezone(_paris()).date() if fetched_at.tzinfo else fetched_at.date()
        return today - timedelta(days=1) if word.lower() in ("hier", "yesterday") else today
    except OverflowError:  # outside the range of dates
        return None


@lru_cache(maxsize=1)
def _paris() -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Paris")
