"""The options of `parse` and other functions that read pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from inspect import Parameter, signature
from typing import TypedDict, TypeVar, cast

from attrs import Attribute, field, fields, frozen
from attrs.converters import optional

from lemonde_parse.addresses import readable
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.layout import Layout
from lemonde_parse.layouts import LAYOUTS

F = TypeVar("F", bound=Callable[..., object])


class TextOptions(TypedDict, total=False):
    """Keywords of `parse_text`."""

    url: str | None
    """Address of the page, for `Article.url`; unprintable characters in it are percent-encoded.
    Relative links are resolved against it, or else against the address that the page gives."""
    fetched_at: datetime | None
    """Time of the download, to read "aujourd’hui" and "hier"; Paris time if it has no offset."""
    max_bytes: int
    """Maximum size of the page in bytes of UTF-8, after decompression; 20,000,000 by default.
    Larger pages raise `PageTooLargeError`."""


class ReadOptions(TextOptions, total=False):
    """Keywords of all functions that read pages, such as `parse`, `parse_export` and `explain`, in
    addition to `TextOptions`.

    A dictionary of them can be passed to several calls:

    >>> from lemonde_parse import ReadOptions, parse
    >>> options: ReadOptions = {"url": "https://example.org/a.html", "max_bytes": 1_000}
    >>> parse("<article class=article__content><p>Deux mots.</p></article>", **options).url
    'https://example.org/a.html'
    """

    encoding: str | None
    """Encoding of the bytes, instead of the declared one; an unknown name raises `LookupError`."""
    layout: Layout | None
    """The layout of the page; None to recognise it."""
    layouts: Sequence[Layout]
    """The layouts to choose from, in order; `LAYOUTS` by default."""


@frozen(kw_only=True)
class Settings:
    """The options of a call, including defaults."""

    url: str | None = field(default=None, converter=optional(readable))
    encoding: str | None = None
    fetched_at: datetime | None = None
    layout: Layout | None = field(default=None)
    layouts: Sequence[Layout] = LAYOUTS
    max_bytes: int = MAX_BYTES

    @layout.validator
    def _check_layout(self, _: Attribute[Layout | None], layout: object) -> None:
        if not isinstance(layout, Layout | None):
            raise TypeError(f"layout must be a Layout, not {type(layout).__name__}; see LAYOUTS")


def takes_keywords(options: type) -> Callable[[F], F]:
    """Reject keywords that are not in `options`, and show the known ones with their defaults in
    `help()` and notebooks, which do not resolve ``**options``."""
    names = {*TextOptions.__annotations__, *options.__annotations__}
    keywords = [
        Parameter(row.name, Parameter.KEYWORD_ONLY, default=row.default, annotation=row.type)
        for row in fields(Settings)
        if row.name in names
    ]

    def check(function: F) -> F:
        written = signature(function)
        own = [one for one in written.parameters.values() if one.kind is not one.VAR_KEYWORD]
        known = names.union(one.name for one in own)

        @wraps(function)
        def checked(*arguments: object, **given: object) -> object:
            if unknown := given.keys() - known:
                name = f"{function.__name__}() got an unexpected keyword argument"
                raise TypeError(f"{name} {min(unknown)!r}; it takes {', '.join(sorted(names))}")
            return function(*arguments, **given)

        vars(checked)["__signature__"] = written.replace(parameters=[*own, *keywords])
        return cast("F", checked)

    return check
