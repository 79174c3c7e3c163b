"""Compares the claims of one page with each other, and withdraws those that others contradict.

A claim that is withdrawn has no value any more, and stays in the report with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final, cast

from attrs import evolve

from lemonde_parse.addresses import absolute
from lemonde_parse.article import Author
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import (
    house_key,
    is_house,
    looks_like_name,
    name_key,
    read_byline,
)
from lemonde_parse.metadata.claims import ArticleField, Claim, Origin, values_of
from lemonde_parse.sites import host_of
from lemonde_parse.wording.matching import is_phrase

_HEADLINE: Final = 300
"""Maximum length of a description that may only repeat the headline."""
_PAPER: Final = 60
"""Maximum length of the name of a paper."""
_ARTICLES: Final = ("la ", "le ", "les ", "l'", "l’", "the ")
"""Words that papers' names start with, and those of persons do not."""
# Archives by year and month, in the trail: "2014", "Avril 2014".
_PERIOD = re.compile(r"(?:[^\W\d_]{3,9} )?(?:19|20)\d\d")


def agree(claims: Iterable[Claim[object]], url: str | None) -> list[Claim[object]]:
    """Return the claims without the values that cannot be right beside the others.

    `url` is the page's address as the caller knows it.
    """
    claims = list(claims)
    own = _Own(claims)
    rows = [*_addresses(_days(_dates(claims)), url)]
    checked = [_checked(claim, own) for claim in rows]
    return [*checked, *_sections(rows, checked), *_authors_in_headlines(checked)]


def contradict(claims: Sequence[Claim[object]]) -> bool:
    """True if a place says that the article was changed before it was published."""
    return next(_swapped(claims), None) is not None


class _Own:
    """The names of the paper, and the words that name the page itself."""

    def __init__(self, claims: Sequence[Claim[object]]) -> None:
        hosts = (host_of(address) for address in values_of(claims, fields.CANONICAL_URL))
        self.papers = {
            house_key(name) for name in (*values_of(claims, fields.PUBLISHER), *hosts) if name
        }
        self.headlines = set(map(name_key, values_of(claims, fields.HEADLINE)))
        self.crumbs = {
            name_key(crumb) for crumbs in values_of(claims, fields.BREADCRUMBS) for crumb in crumbs
        }

    def is_paper(self, name: str) -> bool:
        return len(name) <= _PAPER and (house_key(name) in self.papers or is_house(name))

    def is_crumb(self, name: str) -> bool:
        return name_key(name) in self.crumbs or _is_home(name)

    def is_author(self, author: Author) -> bool:
        """False for the paper, and for a section that is marked as an author."""
        name = author.name
        if self.is_crumb(name):
            return False
        is_person = looks_like_name(name) and not name.lower().startswith(_ARTICLES)
        return is_person or not self.is_paper(name)

    def is_section(self, name: str) -> bool:
        """False for the front page, the paper, the article itself, an archive, an address."""
        return not (
            self.is_paper(name)
            or name_key(name) in self.headlines
            or _is_home(name)
            or _PERIOD.fullmatch(name)
            or name.startswith("/")
        )


def _is_home(name: str) -> bool:
    return is_phrase(name, "home") or is_phrase(name.capitalize(), "home")


def _checked(claim: Claim[object], own: _Own) -> Claim[object]:
    """The claim without what is no author, section, byline, standfirst or headline.

    Front matter and exports of databases say plainly what each field is, and are left as they are.
    """
    value = claim.value
    if value is None or claim.origin in ("export", "front matter"):
        return claim
    kept: object = value
    if claim.field is fields.AUTHORS:
        kept = tuple(filter(own.is_author, cast("tuple[Author, ...]", value)))
    elif claim.field is fields.BREADCRUMBS:
        kept = tuple(filter(own.is_section, cast("tuple[str, ...]", value)))
    elif claim.field is fields.SECTION:
        kept = value if own.is_section(cast("str", value)) else None
    elif claim.field is fields.BYLINE:
        name = cast("str", value)
        kept = None if own.is_crumb(name) and not own.is_paper(name) else value
    elif claim.field is fields.DESCRIPTION and claim.origin != "printed":
        text = cast("str", value)
        is_headline = len(text) <= _HEADLINE and name_key(text) in own.headlines
        kept = None if is_headline else value
    elif claim.field is fields.HEADLINE:
        kept = None if own.is_paper(cast("str", value)) else value
    if kept == value:
        return claim
    return evolve(claim, value=kept or None, text=claim.text or _words(value))


def _authors_in_headlines(claims: Sequence[Claim[object]]) -> Iterator[Claim[object]]:
    """The author at the end of a headline: "Le pont, par Ana Gil", to 2012."""
    headline = next(values_of(claims, fields.HEADLINE), "")
    title, _, byline = headline.rpartition(", par ")
    authors = read_byline(byline).authors if title else ()
    if authors and all(looks_like_name(author.name) for author in authors):
        yield fields.AUTHORS.claim("headline", authors, headline)


def _sections(
    before: Sequence[Claim[object]], after: Sequence[Claim[object]]
) -> Iterator[Claim[object]]:
    """The sections of trails of which the first item was withdrawn."""
    for claim, checked in zip(before, after, strict=True):
        if checked.field is fields.BREADCRUMBS and checked is not claim and checked.value:
            yield fields.SECTION.claim(claim.origin, cast("tuple[str, ...]", checked.value)[0])


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(item.name if isinstance(item, Author) else str(item) for item in value)
    return str(value)


# Dates


def _dates(claims: Sequence[Claim[object]]) -> list[Claim[object]]:
    """Exchange the dates of a place where the change precedes the publication.

    If the printed line has the later one as the publication, only the change is wrong.
    """
    printed = {
        _minute(claim.value)
        for claim in claims
        if claim.field is fields.DATE_PUBLISHED
        and claim.origin == "printed"
        and isinstance(claim.value, datetime)
    }
    values: dict[int, datetime | None] = {}
    for published, modified in _swapped(claims):
        moments = _moment(claims[published]), _moment(claims[modified])
        is_right = printed and _minute(moments[0]) in printed and _minute(moments[1]) not in printed
        values[published], values[modified] = (moments[0], None) if is_right else moments[::-1]
    return [
        evolve(claim, value=values[index], text=claim.text or _moment(claim).isoformat())
        if index in values
        else claim
        for index, claim in enumerate(claims)
    ]


def _swapped(claims: Sequence[Claim[object]]) -> Iterator[tuple[int, int]]:
    """The indexes of the two dates of each place that says so."""
    found: dict[tuple[ArticleField[datetime], Origin], int] = {}
    for index, claim in enumerate(claims):
        if isinstance(claim.value, datetime):
            found.setdefault((claim.field, claim.origin), index)  # type: ignore[arg-type]  # a date's
    for (field, origin), published in found.items():
        modified = found.get((fields.DATE_MODIFIED, origin))
        if (
            field is fields.DATE_PUBLISHED
            and modified is not None
            and _moment(claims[modified]) < _moment(claims[published])
        ):
            yield published, modified


def _moment(claim: Claim[object]) -> datetime:
    return cast("datetime", claim.value)


def _minute(moment: object) -> int:
    return int(cast("datetime", moment).timestamp() // 60)


def _days(claims: Sequence[Claim[object]]) -> Iterator[Claim[object]]:
    """Withdraw the days without a time where any place gives the moment."""
    has_moment = next(values_of(claims, fields.DATE_PUBLISHED), None) is not None
    for claim in claims:
        if has_moment and claim.field is fields.DAY_PUBLISHED and claim.value is not None:
            claim = evolve(claim, value=None, text=claim.text or str(cast("date", claim.value)))
        yield claim


# Addresses


def _addresses(claims: Iterable[Claim[object]], url: str | None) -> Iterator[Claim[object]]:
    """Make the addresses of the page and its picture absolute."""
    claims = list(claims)
    stated = values_of(claims, fields.CANONICAL_URL)
    base = next(filter(host_of, stated), None) or url
    for claim in claims:
        value = claim.value
        if claim.field is fields.CANONICAL_URL and isinstance(value, str) and not host_of(value):
            claim = evolve(claim, value=absolute(value, base))
        elif isinstance(value, Figure) and value.url and not value.url.startswith("http"):
            claim = evolve(claim, value=evolve(value, url=absolute(value.url, base)))
        yield claim


# After the decision


def with_addresses(
    authors: tuple[Author, ...], claims: Iterable[Claim[object]]
) -> tuple[Author, ...]:
    """The authors, each with the address that another place gives for the same name."""
    if all(author.url for author in authors):
        return authors
    known = {
        name_key(author.name): author.url
        for others in values_of(claims, fields.AUTHORS)
        for author in reversed(others)
        if author.url
    }
    return tuple(
        author if author.url else evolve(author, url=known.get(name_key(author.name)))
        for author in authors
    )
