"""All layouts, in the order in which they are tried.

To add one, write `layouts/<paper>_<first year>.py`, or an item of `press.PRESS` for a paper other
than Le Monde. Put it before any other layout that would match its pages.

Layouts and rows "from rule sets" are based on the extraction rules that reader programs have for a
site, and were not checked against a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from lemonde_parse.layout import Layout
from lemonde_parse.layouts import (
    blog_wordpress,
    lemonde_2009,
    lemonde_2012,
    lemonde_2018,
    lemonde_app,
    lemonde_live,
    lemonde_media,
    print_view,
    reader_view,
)
from lemonde_parse.layouts.generic import GENERIC, with_shared_rows
from lemonde_parse.layouts.press import PRESS
from lemonde_parse.strings import Strings

__all__ = ["GENERIC", "LAYOUTS", "candidates"]

_FIRST: Final = 10
"""Number of layouts whose markers are searched for individually."""

LAYOUTS: Final[tuple[Layout, ...]] = (
    lemonde_2018.LAYOUT,
    lemonde_2012.AFRIQUE,
    lemonde_2012.LAYOUT,
    lemonde_live.LAYOUT,
    blog_wordpress.LAYOUT,
    lemonde_2012.FESTIVAL,
    lemonde_2012.VISUEL,
    lemonde_media.PORTFOLIO,
    lemonde_media.PODCAST,
    lemonde_media.VIDEO,
    lemonde_2009.LAYOUT,
    lemonde_app.LAYOUT,
    reader_view.FIREFOX,
    *PRESS,
    *reader_view.PROGRAMS,
    *print_view.PRINT_VIEWS,
    GENERIC,
)
"""All known layouts, in the order in which they are tried.

``layouts=[mine, *LAYOUTS]`` puts yours first.
"""


def candidates(
    html: bytes, layouts: Sequence[Layout], address: str | None = None
) -> Iterator[Layout]:
    """Yield the layouts with a marker in the page, completed by the rows that newspapers share.

    Layouts for sites other than that of `address` are left out.
    """
    host = _host(address or "")
    own = (
        layout
        for layout in layouts
        if not host
        or not layout.sites
        or any(f".{host}".endswith(f".{site}") for site in layout.sites)
    )
    # Most pages are in one of the first layouts, so search for all other markers only if needed.
    for layout in islice(own, _FIRST):
        if any(mark.encode() in html for mark in layout.markers):
            yield with_shared_rows(layout)
    others = list(own)
    present = _strings(tuple(mark for layout in others for mark in layout.markers)).within(html)
    for layout in others:
        if any(mark.encode() in present for mark in layout.markers):
            yield with_shared_rows(layout)


@lru_cache(maxsize=64)
def _strings(markers: tuple[str, ...]) -> Strings:
    return Strings(map(str.encode, markers))


def _host(address: str) -> str:
    """Return the domain of an address; empty if there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # an invalid address: "http://["
        return ""
