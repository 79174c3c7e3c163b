"""The layouts, one file each, in the order in which they are tried.

Adding one is adding a record here: write `templates/<paper>_<first year>.py`, and put its `TEMPLATE` where no earlier
one would claim its pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lemonde_parse.template import Template
from lemonde_parse.templates import blog_wordpress, lemonde_2009, lemonde_2012, lemonde_2018, lemonde_app, lemonde_live, lemonde_media
from lemonde_parse.templates.generic import GENERIC
from lemonde_parse.templates.press import PRESS

__all__ = ["GENERIC", "TEMPLATES", "candidates"]

TEMPLATES: Final[tuple[Template, ...]] = (
    lemonde_2018.TEMPLATE,
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


def candidates(html: bytes, templates: Sequence[Template]) -> Iterator[Template]:
    """The templates whose marks the page holds. Whether one of them is right, its content selectors decide."""
    return (template for template in templates if any(mark.encode() in html for mark in template.recognised_by))
