"""The layouts, one file each, in the order in which they are tried.

Adding one is adding a record here: write `templates/<paper>_<first year>.py`, and put its `TEMPLATE` where no earlier
one would claim its pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from lemonde_parse.template import Template
from lemonde_parse.templates import blog_wordpress, lemonde_2009, lemonde_2012, lemonde_2018, lemonde_app, lemonde_live, lemonde_media
from lemonde_parse.templates.generic import GENERIC
from lemonde_parse.templates.press import PRESS

__all__ = ["GENERIC", "TEMPLATES", "candidates"]

TEMPLATES: Final[tuple[Template, ...]] = (
    lemonde_2018.TEMPLATE,
    lemonde_2012.AFRIQUE,
    lemonde_2012.TEMPLATE,
    lemonde_live.TEMPLATE,
    blog_wordpress.TEMPLATE,
    lemonde_2012.FESTIVAL,
    lemonde_2012.VISUEL,
    lemonde_media.PORTFOLIO,
    lemonde_media.PODCAST,
    lemonde_media.VIDEO,
    lemonde_2009.TEMPLATE,
    lemonde_app.TEMPLATE,
    *PRESS,
    GENERIC,
)
"""Every layout this library knows, in order of recognition: ``templates=[mine, *TEMPLATES]`` puts yours first."""


def candidates(html: bytes, templates: Sequence[Template], address: str | None = None) -> Iterator[Template]:
    """The templates whose marks the page holds, but for those of other sites than its own address names.

    Whether one of them is right, its content selectors decide.
    """
    host = _host(address or "")
    return (
        template
        for template in templates
        if (not host or not template.sites or any(f".{host}".endswith(f".{site}") for site in template.sites))
        and any(mark.encode() in html for mark in template.recognised_by)
    )


def _host(address: str) -> str:
    """The domain of an address; empty if it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # "http://[": no address at all
        return ""
