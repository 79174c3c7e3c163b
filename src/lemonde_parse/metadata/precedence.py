"""Who wins where the page says one thing in several places: one table, and the report of what it
decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from attrs import frozen

from lemonde_parse.article import Author, Source
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata.claims import Claim, Origin, Value

PRECEDENCE: Final[Mapping[str, tuple[Origin, ...]]] = MappingProxyType(
    {
        # What readers saw, before what machines were told: titles in metadata are written for
        # search engines.
        "headline": ("printed", "front matter", "json_ld", "og", "html"),
        "description": ("printed", "front matter", "json_ld", "og", "meta"),
        "kicker": ("printed", "front matter"),
        "genre": ("lmd", "printed", "front matter"),
        # og:article:author is often the generic "Le Monde" where the byline names a person.
        "authors": ("printed", "front matter", "json_ld", "lmd", "og", "signature"),
        "byline": ("printed", "front matter", "signature", "printed, generic"),
        "agencies": ("printed", "front matter", "json_ld", "lmd", "signature"),
        # To the second and with an offset, before the minute in words.
        "date_published": ("front matter", "json_ld", "time", "lmd", "og", "meta", "printed"),
        "date_modified": ("front matter", "json_ld", "time", "og", "meta", "printed"),
        # The displayed breadcrumb outlives reorganisations that the metadata does not follow.
        "section": ("printed", "front matter", "banner", "json_ld", "og"),
        "breadcrumbs": ("printed", "front matter", "json_ld"),
        "keywords": ("front matter", "json_ld", "og", "meta", "printed"),
        # lmd calls a video page an "Article" (2023); JSON-LD knows.
        "kind": ("front matter", "json_ld", "lmd", "address", "layout"),
        "identifier": ("front matter", "lmd", "meta", "address"),
        "canonical_url": ("front matter", "link", "og", "json_ld"),
        "in_language": ("front matter", "html", "og", "json_ld"),
        "publisher": ("front matter", "json_ld", "og"),
        "main_image": ("front matter", "json_ld", "og"),
        "reading_minutes": ("printed", "front matter"),
        "announced_length": ("lmd", "front matter"),
        "translation_url": ("printed", "front matter"),
        "is_accessible_for_free": ("front matter", "json_ld", "lmd", "og", "status label"),
        # A notice or wall is seen; the scripts' flag also knows of walls that were not saved with
        # the page.
        "is_truncated": ("notice", "wall", "front matter", "lmd", "meta"),
        "percent_left": ("notice", "wall", "front matter"),
    }
)
"""For each field, the places that may fill it, the most trusted first. A place that says nothing
usable loses."""

_RANKS: Final = {
    place: rank
    for rank, place in enumerate(
        (field, origin) for field, origins in PRECEDENCE.items() for origin in origins
    )
}
_PLACE: Final = attrgetter("field", "origin")
# attrs sets the fields of what is frozen by way of object.__setattr__: 1.3 us for each of a page's
# 40 sources. The slots themselves take a third of it.
_SET_FIELD, _SET_VALUE, _SET_ORIGIN, _SET_WON = (
    vars(Source)[name].__set__ for name in ("field", "value", "origin", "won")
)


@frozen
class Decision:
    """The fields' values, and how it came to them."""

    values: Mapping[str, Value]
    sources: tuple[Source, ...]


def decide(claims: Iterable[Claim]) -> Decision:
    """For each field the usable claim of the most trusted place; among one place's claims, the
    first.

    >>> decision = decide([Claim("headline", "og", "Pour Google"), Claim("headline", "printed", "Pour les lecteurs")])
    >>> decision.values["headline"], [source.origin for source in decision.sources if source.won]
    ('Pour les lecteurs', ['printed'])
    """
    told = [claim for claim in claims if claim.value is not None or claim.text]
    ranks = [_RANKS[place] for place in map(_PLACE, told)]
    values: dict[str, Value] = {}
    sources: list[Source] = []
    for index in sorted(range(len(told)), key=ranks.__getitem__):
        claim = told[index]
        field, value = claim.field, claim.value
        wins = value is not None and field not in values and value != ()
        if wins and value is not None:
            values[field] = value
        sources.append(
            _source(
                field,
                claim.text or (value if type(value) is str else _shown(value)),
                claim.origin,
                wins,
            )
        )
    return Decision(values, tuple(sources))


def _source(field: str, value: str, origin: str, won: bool) -> Source:
    source = Source.__new__(Source)
    _SET_FIELD(source, field)
    _SET_VALUE(source, value)
    _SET_ORIGIN(source, origin)
    _SET_WON(source, won)
    return source


def _shown(value: Value | None) -> str:
    """A value as the report shows it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Figure):
        return value.url or ""
    if isinstance(value, tuple):
        return ", ".join(item.name if isinstance(item, Author) else item for item in value)
    return str(value)
