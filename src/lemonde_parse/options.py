"""The options of `parse` and of every function that reads as it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from inspect import Parameter, signature
from typing import TypedDict, TypeVar, cast

from attrs import Attribute, field, fields, frozen

from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.layout import Layout
from lemonde_parse.layouts import LAYOUTS

F = TypeVar("F", bound=Callable[..., object])


class TextOptions(TypedDict, total=False):
    """Keywords of `parse_text`."""

    url: str | None
    """Address of the page: `Article.url`. Links are resolved against it, else against the address
    that the page gives itself."""
    fetched_at: datetime | None
    """Moment of the download, to read "aujourd’hui" and "hier"; without an offset, in Paris
    time."""
    max_bytes: int
    """Largest size to read, in bytes of UTF-8, decompressed: 20,000,000 by default. Larger pages
    raise `PageTooLargeError`."""


class ReadOptions(TextOptions, total=False):
    """Keywords of `parse`, `parse_file`, `explain` and `tabular.read_row`: those of `TextOptions`,
    and these.

    A dictionary of them can be passed to several calls:

    >>> from lemonde_parse import ReadOptions, parse
    >>> options: ReadOptions = {"url": "https://example.org/a.html", "max_bytes": 1_000}
    >>> parse("<article class=article__content><p>Deux mots.</p></article>", **options).url
    'https://example.org/a.html'
    """

    encoding: str | None
    """Encoding of the bytes, in place of the one that the page declares; `LookupError` for an
    unknown name."""
    layout: Layout | None
    """The layout to read with; None to recognise it."""
    layouts: Sequence[Layout]
    """The layouts to choose from, in order: `LAYOUTS` by default."""


@frozen(kw_only=True)
class Settings:
    """The options of one call, with the defaults of those not passed."""

    url: str | None = None
    encoding: str | None = None
    fetched_at: datetime | None = None
    layout: Layout | None = field(default=None)
    layouts: Sequence[Layout] = LAYOUTS
    max_bytes: int = MAX_BYTES

    @layout.validator
    def _check_layout(self, _: Attribute[Layout | None], layout: object) -> None:
        if not isinstance(layout, Layout | None):
            raise TypeError(
                f"layout takes a Layout, not {type(layout).__name__}: LAYOUTS lists the known ones"
            )


def takes_keywords(options: type) -> Callable[[F], F]:
    """Let a function take the keywords of `options` and no others, and show them, with their
    defaults, in `help()` and notebooks, which do not look into ``**options``."""
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
