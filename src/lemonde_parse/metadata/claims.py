"""A `Claim`: the typed value that one origin gives for a field."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Literal, TypeVar, cast

from attrs import define, field, frozen

from lemonde_parse.article import Author
from lemonde_parse.blocks import Figure

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
"""Where a value comes from: text that the page displays ("printed"), JSON-LD, meta tags, …"""


@frozen(eq=False)
class ArticleField(Generic[T]):
    """A field of `Article` that pages may give, with the type of its values.

    `lemonde_parse.metadata.fields` lists all fields.
    """

    name: str
    """Its name in `Article`."""
    origins: tuple[Origin, ...]
    """Possible origins, the most trusted first."""
    longest: int | None = None
    """Maximum length of a text or address, or of the items of a list together.

    For dates, it applies to the text that they are read from. It is None for running text, and for
    values that are never long.
    """

    def claim(self, origin: Origin, value: T | None, text: str = "") -> Claim[T]:
        """Return a claim. Type checkers reject a value of another type.

        A value that is too long is dropped; a list is cut.

        >>> minutes = ArticleField[int]("reading_minutes", ("printed",))
        >>> minutes.claim("printed", 4, "Temps de Lecture 4 min.").value
        4
        >>> section = ArticleField[str]("section", ("og",), 9)
        >>> claim = section.claim("og", "Économie et planète")
        >>> claim.value, claim.text, claim.full_length
        (None, 'Économie et planète', 19)
        """
        longest = self.longest
        if longest is None or (value is None and not text):
            return Claim(self, origin, value, text)
        if isinstance(value, tuple):
            return self._list(origin, value, text, longest)
        words = value if isinstance(value, str) else text
        if isinstance(value, Figure):
            words = value.url or ""
        length = len(words or text)
        if length <= longest:
            return Claim(self, origin, value, text)
        return Claim(self, origin, None, text or words, length)

    def _list(self, origin: Origin, items: tuple[object, ...], text: str, longest: int) -> Claim[T]:
        """Return a claim with the first items of a list, up to the maximum length."""
        lengths = list(accumulate(map(_length, items)))
        if not items or lengths[-1] <= longest:
            return Claim(self, origin, cast("T", items), text)
        kept = items[: bisect_right(lengths, longest)] or None
        return Claim(self, origin, cast("T | None", kept), text or _joined(items), lengths[-1])


def _length(item: object) -> int:
    if isinstance(item, Author):
        return sum(map(len, filter(None, (item.name, item.url, item.job_title, item.location))))
    return len(str(item))


def _joined(items: tuple[object, ...]) -> str:
    return ", ".join(item.name if isinstance(item, Author) else str(item) for item in items)


@define
class Claim(Generic[T_co]):
    """A value for a field, with its origin. Use `ArticleField.claim` to make one.

    Not frozen, because a page has about fifty claims, and freezing them takes 1 % of the time of a
    parse. To change one, replace it with a copy.
    """

    field: ArticleField[T_co] = field()
    origin: Origin
    value: T_co | None
    """None if the text is not a valid value, such as the paper's own name as an author, or if it is
    too long."""
    text: str = ""
    """Text on the page, for the report; may be empty if it is the same as the value."""
    full_length: int = 0
    """Full length of a value that exceeds the field's maximum; 0 for others."""


def values_of(claims: Iterable[Claim[object]], field: ArticleField[T]) -> Iterator[T]:
    """Yield the values for a field."""
    for claim in claims:
        if claim.field is field and claim.value is not None:
            yield cast("T", claim.value)  # safe, because `ArticleField.claim` made it
