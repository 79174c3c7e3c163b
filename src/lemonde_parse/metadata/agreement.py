"""Compares the claims of a page, and withdraws or corrects those that others contradict.

A claim is the value that one origin, such as JSON-LD, gives for a field. A withdrawn claim loses
its value, or a part of it, but the report still shows its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Final, TypeAlias, cast

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
from lemonde_parse.metadata.claims import Claim, values_of
from lemonde_parse.sites import host_of
from lemonde_parse.wording.matching import is_phrase

_HEADLINE: Final = 300
"""Maximum length of a description that is compared with the headline."""
_PAPER: Final = 60
"""Maximum length of a paper's name."""
_ARTICLES: Final = ("la ", "le ", "les ", "l'", "l’", "the ")
"""First words of papers' names; persons' names do not start with them."""
_DATES: Final = (fields.DATE_PUBLISHED, fields.DATE_MODIFIED)
# Archives by year and month in a breadcrumb: "2014", "Avril 2014".
_PERIOD = re.compile(r"(?:[^\W\d_]{3,9} )?(?:19|20)\d\d")


def agree(claims: Iterable[Claim[object]], url: str | None) -> list[Claim[object]]:
    """Return the claims, without contradictory values, and with absolute addresses.

    Two kinds of claims are added: a section for each breadcrumb that lost items, and the authors at
    the end of the headline. `url` is the page's address, as given by the caller.
    """
    agreed = list(claims)
    places = _places(agreed)
    own = _Own(agreed)
    _exchange_dates(agreed, places)
    _withdraw_days(agreed, places)
    _withdraw_language(agreed, places)
    _complete_addresses(agreed, places, url)
    sections = _check(agreed, places, own)
    return [*agreed, *sections, *_authors_in_headlines(agreed)]


def contradict(claims: Sequence[Claim[object]]) -> bool:
    """Return True if any origin gives a date of change before its own date of publication."""
    dated = [claim for claim in claims if claim.field in _DATES]
    return next(_swapped(dated, _places(dated)), None) is not None


_Places: TypeAlias = Mapping[object, Sequence[int]]
"""The indexes of the claims with a value, by field."""


def _places(claims: Iterable[Claim[object]]) -> _Places:
    places: defaultdict[object, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        if claim.value is not None:
            places[claim.field].append(index)
    return places


class _Own:
    """The names of the page's paper, article and sections."""

    def __init__(self, claims: Sequence[Claim[object]]) -> None:
        self._claims = list(claims)
        # Cached by name, because most origins of a page have the same names.
        self._are_papers: dict[str, bool] = {}
        self._are_people: dict[str, bool] = {}
        self._are_sections: dict[str, bool] = {}

    @cached_property
    def papers(self) -> frozenset[str]:
        stated = values_of(self._claims, fields.PUBLISHER)
        hosts = map(host_of, values_of(self._claims, fields.CANONICAL_URL))
        return frozenset(map(house_key, filter(None, dict.fromkeys((*stated, *hosts)))))

    @cached_property
    def headlines(self) -> _Names:
        return _Names(values_of(self._claims, fields.HEADLINE))

    @cached_property
    def crumbs(self) -> _Names:
        trails = values_of(self._claims, fields.BREADCRUMBS)
        return _Names(crumb for trail in trails for crumb in trail)

    def is_paper(self, name: str) -> bool:
        if len(name) > _PAPER:
            return False
        if name not in self._are_papers:
            self._are_papers[name] = house_key(name) in self.papers or is_house(name)
        return self._are_papers[name]

    def is_crumb(self, name: str) -> bool:
        return name in self.crumbs or _is_home(name)

    def is_author(self, author: Author) -> bool:
        """Return False for the paper or a section, which some pages give as an author."""
        name = author.name
        if name not in self._are_people:
            is_person = looks_like_name(name) and not name.lower().startswith(_ARTICLES)
            self._are_people[name] = not self.is_crumb(name) and (
                is_person or not self.is_paper(name)
            )
        return self._are_people[name]

    def is_section(self, name: str) -> bool:
        """Return False for the front page, the paper, the article itself, an archive, and an
        address."""
        if name not in self._are_sections:
            self._are_sections[name] = not (
                name.startswith("/")
                or name in self.headlines
                or self.is_paper(name)
                or _is_home(name)
                or _PERIOD.fullmatch(name)
            )
        return self._are_sections[name]


class _Names:
    """A set of names; `in` ignores case and accents."""

    def __init__(self, names: Iterable[str]) -> None:
        # Grouped by number of spaces. A name without a group is not in the set, and needs no key.
        self._by_spaces: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for name in names:
            self._by_spaces[name.count(" ")][name] = None

    def __contains__(self, name: str) -> bool:
        names = self._by_spaces.get(name.count(" "), {})
        return name in names or (bool(names) and name_key(name) in map(name_key, names))


def _is_home(name: str) -> bool:
    capital = name.capitalize()
    return is_phrase(name, "home") or (capital != name and is_phrase(capital, "home"))


def _checked(claim: Claim[object], own: _Own) -> object:
    """Return the value of a claim, without names and texts that belong in other fields."""
    value = claim.value
    if claim.field is fields.AUTHORS:
        return tuple(filter(own.is_author, cast("tuple[Author, ...]", value)))
    if claim.field is fields.BREADCRUMBS:
        return tuple(filter(own.is_section, cast("tuple[str, ...]", value)))
    text = cast("str", value)
    if claim.field is fields.SECTION:
        is_right = own.is_section(text)
    elif claim.field is fields.BYLINE:
        is_right = not own.is_crumb(text) or own.is_paper(text)
    elif claim.field is fields.DESCRIPTION:
        is_right = claim.origin == "printed" or len(text) > _HEADLINE or text not in own.headlines
    else:
        is_right = not own.is_paper(text)
    return text if is_right else None


_CHECKED: Final = (
    fields.HEADLINE,
    fields.DESCRIPTION,
    fields.AUTHORS,
    fields.BYLINE,
    fields.SECTION,
    fields.BREADCRUMBS,
)


def _check(claims: list[Claim[object]], places: _Places, own: _Own) -> list[Claim[object]]:
    """Withdraw the values that `_checked` rejects.

    Return a new section for each breadcrumb that lost some of its items, but not all.

    Front matter and database exports label their fields, so they are not checked.
    """
    sections: list[Claim[object]] = []
    for field in _CHECKED:
        for index in places.get(field, ()):
            claim = claims[index]
            if claim.origin in ("export", "front matter"):
                continue
            kept = _checked(claim, own)
            if kept == claim.value:
                continue
            words = claim.text or _words(claim.value)
            claims[index] = evolve(claim, value=kept or None, text=words)
            if field is fields.BREADCRUMBS and kept:
                trail = cast("tuple[str, ...]", kept)
                sections.append(fields.SECTION.claim(claim.origin, trail[0]))
    return sections


def _authors_in_headlines(claims: Sequence[Claim[object]]) -> Iterator[Claim[object]]:
    """Yield the authors at the end of a headline, as in "Le pont, par Ana Gil" (until 2012)."""
    headline = next(values_of(claims, fields.HEADLINE), "")
    title, _, byline = headline.rpartition(", par ")
    authors = read_byline(byline).authors if title else ()
    if authors and all(looks_like_name(author.name) for author in authors):
        yield fields.AUTHORS.claim("headline", authors, headline)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(item.name if isinstance(item, Author) else str(item) for item in value)
    return str(value)


# Dates


def _exchange_dates(claims: list[Claim[object]], places: _Places) -> None:
    """Swap the dates of an origin if the date of change is before that of publication.

    If the page prints the later of the two as its date of publication, only the date of change is
    wrong: withdraw it.
    """
    swapped = list(_swapped(claims, places))
    if not swapped:
        return
    printed = {
        _minute(claims[index])
        for index in places[fields.DATE_PUBLISHED]
        if claims[index].origin == "printed"
    }
    for published, modified in swapped:
        first, second = claims[published], claims[modified]
        is_right = printed and _minute(first) in printed and _minute(second) not in printed
        for index, claim, moment in (
            (published, first, first.value if is_right else second.value),
            (modified, second, None if is_right else first.value),
        ):
            words = claim.text or _moment(claim).isoformat()
            claims[index] = evolve(claim, value=moment, text=words)


def _swapped(claims: Sequence[Claim[object]], places: _Places) -> Iterator[tuple[int, int]]:
    """Yield the indexes of both dates from each origin whose change is before its publication."""
    published, modified = (
        # Reversed, so that the first date from an origin wins.
        {claims[index].origin: index for index in reversed(places.get(field, ()))}
        for field in _DATES
    )
    for origin, index in published.items():
        change = modified.get(origin)
        if change is not None and _moment(claims[change]) < _moment(claims[index]):
            yield index, change


def _moment(claim: Claim[object]) -> datetime:
    return cast("datetime", claim.value)


def _minute(claim: Claim[object]) -> int:
    return int(_moment(claim).timestamp() // 60)


def _withdraw_days(claims: list[Claim[object]], places: _Places) -> None:
    """Withdraw publication days without a time if any origin gives the time."""
    if fields.DATE_PUBLISHED in places:
        for index in places.get(fields.DAY_PUBLISHED, ()):
            claim = claims[index]
            claims[index] = evolve(claim, value=None, text=claim.text or str(claim.value))


# Languages


def _withdraw_language(claims: list[Claim[object]], places: _Places) -> None:
    """Withdraw English, as given by the html element, if all other origins give another language.

    Page templates start with ``<html lang="en">``, and some sites never change it.
    """
    indexes = places.get(fields.IN_LANGUAGE, ())
    languages = {claims[index].origin: str(claims[index].value)[:2].lower() for index in indexes}
    if languages.pop("html", None) == "en" and languages and "en" not in languages.values():
        for index in indexes:
            if claims[index].origin == "html":
                claim = claims[index]
                claims[index] = evolve(claim, value=None, text=claim.text or str(claim.value))


# Addresses


def _complete_addresses(claims: list[Claim[object]], places: _Places, url: str | None) -> None:
    """Make the addresses of the page and its main image absolute."""
    addresses = places.get(fields.CANONICAL_URL, ())
    base = next(filter(host_of, values_of(claims, fields.CANONICAL_URL)), None) or url
    for index in addresses:
        address = cast("str", claims[index].value)
        if not host_of(address):
            claims[index] = evolve(claims[index], value=absolute(address, base))
    for index in places.get(fields.MAIN_IMAGE, ()):
        picture = cast("Figure", claims[index].value)
        if picture.url and not picture.url.startswith("http"):
            picture = evolve(picture, url=absolute(picture.url, base))
            claims[index] = evolve(claims[index], value=picture)


# After the decision


def with_addresses(
    authors: tuple[Author, ...], claims: Iterable[Claim[object]]
) -> tuple[Author, ...]:
    """Add to authors the addresses that other claims give for the same names."""
    if all(author.url for author in authors):
        return authors
    known = {
        name_key(author.name): author.url
        for others in values_of(claims, fields.AUTHORS)
        for author in reversed(others)
        if author.url
    }
    if not known:
        return authors
    return tuple(
        author if author.url else evolve(author, url=known.get(name_key(author.name)))
        for author in authors
    )
