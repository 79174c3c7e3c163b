"""All layouts, in the order in which they are tried.

To add one, write `layouts/<paper>_<first year>.py`, or a row of `press.PRESS` for a paper other
than Le Monde, and put it before any other that would match its pages.

Layouts and rows "from rule sets" are based on the rules of reader programs for a site, and were not
checked with a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

__all__ = ["GENERIC", "LAYOUTS", "candidates"]

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
"""All known layouts, in order of recognition. ``layouts=[mine, *LAYOUTS]`` puts yours first."""


def candidates(
    html: bytes, layouts: Sequence[Layout], address: str | None = None
) -> Iterator[Layout]:
    """Yield the layouts with a marker in the page, completed by the rows that newspapers share.

    Layouts for other sites than that of `address` are left out.
    """
    host = _host(address or "")
    return (
        with_shared_rows(layout)
        for layout in layouts
        if (
            not host
            or not layout.sites
            or any(f".{host}".endswith(f".{site}") for site in layout.sites)
        )
        and any(mark.encode() in html for mark in layout.markers)
    )


def _host(address: str) -> str:
    """Return the domain of an address; empty if there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # an invalid address: "http://["
        return ""
