"""The value that one place of a page gives for one field, of that field's type: a `Claim`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Literal, TypeVar, cast

from attrs import define, field

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
    longest: int | None = None
    """Maximum length of its words, of a list that of all items; None for text, and for values that
    are read from words of another field."""

    def claim(self, origin: Origin, value: T | None, text: str = "") -> Claim[T]:
        """Return a claim; a value of another type is an error to type checkers.

        A value with too many words is left out, of a list the items beyond.

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
        """Return a claim with the first items of a list that are short enough together."""
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
    """A value for a field, and its place; made by `ArticleField.claim`."""

    field: ArticleField[T_co] = field()
    origin: Origin
    value: T_co | None
    """None for words that give no value: the paper's own name is not an author."""
    text: str = ""
    """Words on the page, for the report, where they differ from the value."""
    full_length: int = 0
    """Full length of words that exceed the field's maximum; 0 for others."""


def values_of(claims: Iterable[Claim[object]], field: ArticleField[T]) -> Iterator[T]:
    """Yield the values that claims give for a field."""
    for claim in claims:
        if claim.field is field and claim.value is not None:
            yield cast("T", claim.value)  # made by the field's `claim`
