"""The value that one place of a page gives for one field, of that field's type: a `Claim`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Literal, TypeVar, cast

from attrs import define, field

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Origin = Literal[
    "printed",
    "printed, generic",
    "export",
    "front matter",
    "banner",
    "json_ld",
    "script",
    "og",
    "meta",
    "link",
    "saved page",
    "html",
    "time",
    "status label",
    "notice",
    "wall",
    "signature",
    "headline",
    "address",
    "layout",
]
"""A place: printed text, JSON-LD, the site's script data, Open Graph or other meta tags, …"""


@define(eq=False)
class ArticleField(Generic[T]):
    """A field of `Article` that pages may give, with the type of its values.

    The table of them is `lemonde_parse.metadata.fields`.
    """

    name: str
    """Its name in `Article`."""
    origins: tuple[Origin, ...]
    """Places that may give it, the most trusted first."""

    def claim(self, origin: Origin, value: T | None, text: str = "") -> Claim[T]:
        """Return a claim; a value of another type is an error to type checkers.

        >>> minutes = ArticleField[int]("reading_minutes", ("printed",))
        >>> minutes.claim("printed", 4, "Temps de Lecture 4 min.").value
        4
        """
        return Claim(self, origin, value, text)


@define
class Claim(Generic[T_co]):
    """A value for a field, and its place; made by `ArticleField.claim`."""

    field: ArticleField[T_co] = field()
    origin: Origin
    value: T_co | None
    """None for words that give no value: the paper's own name is not an author."""
    text: str = ""
    """Words on the page, for the report, where they differ from the value."""


def values_of(claims: Iterable[Claim[object]], field: ArticleField[T]) -> Iterator[T]:
    """Yield the values that claims give for a field."""
    for claim in claims:
        if claim.field is field and claim.value is not None:
            yield cast("T", claim.value)  # made by the field's `claim`
