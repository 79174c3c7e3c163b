"""Makes claims from machine-readable dates: a date with its time, or else the day alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import ArticleField, Claim, Origin
from lemonde_parse.metadata.dates import read_day, read_moment
from lemonde_parse.wording.whitespace import tidy


def date_claims(
    field: ArticleField[datetime], origin: Origin, raw: str | float
) -> Iterator[Claim[datetime] | Claim[date]]:
    """Yield a claim of a date; for a date of publication without a time, also a claim of the day.

    >>> claims = date_claims(fields.DATE_PUBLISHED, "meta", "2023-09-14")
    >>> [(claim.field.name, claim.value) for claim in claims]
    [('date_published', None), ('day_published', datetime.date(2023, 9, 14))]
    """
    moment, text = read_moment(raw), tidy(str(raw))
    yield field.claim(origin, moment, text)
    if moment is None and field is fields.DATE_PUBLISHED:
        day = read_day(text)
        if day is not None:
            yield fields.DAY_PUBLISHED.claim(origin, day, text)
