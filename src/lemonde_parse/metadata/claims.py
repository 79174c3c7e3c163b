"""A `Claim`: what one place of the page says of one field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from attrs import define

from lemonde_parse.article import Author
from lemonde_parse.blocks import Figure

Value: TypeAlias = (
    "str | int | float | bool | datetime | Figure | tuple[Author, ...] | tuple[str, ...]"
)
"""What a field may hold, None aside."""

Origin = Literal[
    "printed",
    "printed, generic",
    "front matter",
    "banner",
    "json_ld",
    "lmd",
    "og",
    "meta",
    "link",
    "html",
    "time",
    "status label",
    "notice",
    "wall",
    "signature",
    "address",
    "layout",
]
"""Where something stands: printed on the page, in JSON-LD, in `var lmd`, in Open Graph or other
meta tags, …"""


@define
class Claim:
    """One place's word on one field."""

    field: str
    """The field of `Article`."""
    origin: Origin
    """Where it stands."""
    value: Value | None
    """What it says; None if it says nothing that can be used: "Le Monde" is no author."""
    text: str = ""
    """As the page has it, for the report, where that differs."""


def author_names(claims: Iterable[Claim]) -> list[str]:
    """The names of all whom any place calls an author, sorted.

    >>> author_names([Claim("authors", "og", (Author(name="Jean Petit"),)), Claim("authors", "json_ld", (Author(name="Ana Gil"),))])
    ['Ana Gil', 'Jean Petit']
    """
    told = (
        claim.value
        for claim in claims
        if claim.field == "authors" and isinstance(claim.value, tuple)
    )
    return sorted(
        {author.name for authors in told for author in authors if isinstance(author, Author)}
    )
