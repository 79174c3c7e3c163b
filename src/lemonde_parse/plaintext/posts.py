"""Groups the lines of a live blog's posts. Each post starts with a line that gives its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from lemonde_parse.blocks import LiveEntry
from lemonde_parse.classify.features import closing
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.rules import POST, POST_TIME
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata.dates import read_printed
from lemonde_parse.wording.punctuation import STOPS, TEXT_ENDS

_LEAST: Final = 3
"""Minimum number of posts in a live blog; an article may have two lines with only a time."""
_DAY = re.compile(r"le (\d{1,2} [^\W\d_]{3,9}) à (.{4,7})$")
_YEAR = re.compile(r" \d{4}\b")
_ENDS: Final = (*STOPS, *TEXT_ENDS)


def gather_posts(lines: Sequence[Line], published: date | None) -> list[Line]:
    """Group the lines of each post of a live blog. Return the lines of other texts unchanged.

    `published` is the day of publication; it gives the year for dates without one.
    """
    times = [at for at, line in enumerate(lines) if POST_TIME.fullmatch(line.text)]
    if len(times) < _LEAST:
        return list(lines)
    posts = (
        post
        for start, end in pairwise([*times, len(lines)])
        for post in _post(lines[start:end], published)
    )
    return [*lines[: times[0]], *posts]


def _post(lines: Sequence[Line], published: date | None) -> Iterator[Line]:
    """Yield a post as one line, which includes the line with its time."""
    time, *rest = lines
    heading = Line(Role.METADATA, time.text, rule="post.time", place=time.place)
    title = rest[0] if len(rest) > 1 and _is_title(rest[0].text, rest[1].text) else None
    block = LiveEntry(
        headline=title.text if title is not None else None,
        date_published=_moment(time.text, published),
    )
    inner = (heading, *(line for line in rest if line is not title))
    yield Line(Role.LIVE_ENTRY, rule=POST, block=block, lines=inner)


def _is_title(text: str, below: str) -> bool:
    """Match a title above a sentence."""
    return (
        LIMITS.genre < len(text) <= LIMITS.headline
        and not closing(text).endswith(_ENDS)
        and len(below) > LIMITS.short
        and closing(below).endswith(_ENDS)
    )


def _moment(text: str, published: date | None) -> datetime | None:
    """Return the time of a post; None if its day is unknown.

    If the line gives no year, choose the one that puts the day nearest to `published`.

    >>> _moment("Le Monde le 26 février à 23h28", date(2020, 2, 27)).isoformat()
    '2020-02-26T23:28:00+01:00'
    >>> _moment("Le Monde le 31 décembre à 23h28", date(2020, 1, 1)).isoformat()
    '2019-12-31T23:28:00+01:00'
    >>> _moment("23h28", date(2020, 2, 27))
    """
    if _YEAR.search(text):
        return read_printed(f"Publié le {text}", None).published
    day = _DAY.search(text)
    if day is None or published is None:
        return None
    moments = (
        read_printed(f"Publié le {day[1]} {year} à {day[2]}", None).published
        for year in (published.year, published.year - 1, published.year + 1)
    )
    return min(filter(None, moments), key=lambda one: abs(one.date() - published), default=None)
