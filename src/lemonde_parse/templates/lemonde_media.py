"""Le Monde's pages of pictures, sound and film since 2018 whose text, if any, is a caption to them. From rule sets."""

from __future__ import annotations

from typing import Final

from lemonde_parse.template import Field, Role, Template
from lemonde_parse.templates import lemonde_2018

_ROLES: Final[dict[str, Role]] = {
    ".related-content--video": Role.RELATED,
    # The header stands within the box of the pictures.
    "h1": Role.METADATA,
    "header": Role.METADATA,
    ".article__desc*": Role.METADATA,
    ".meta__*": Role.METADATA,
    ".breadcrumb*": Role.METADATA,
    **lemonde_2018.TEMPLATE.roles,
}
_FIELDS: Final[dict[Field, tuple[str, ...]]] = {
    **lemonde_2018.TEMPLATE.fields,
    "headline": ("h1.article__title", "h1.ds-title", "h1"),
}

PORTFOLIO: Final = Template(
    name="lemonde_portfolio",
    sites=("lemonde.fr",),
    recognised_by=("portfolio__",),
    content=("section.portfolio", ".portfolio"),
    kind="gallery",
    roles=_ROLES,
    fields=_FIELDS,
    premium=lemonde_2018.TEMPLATE.premium,
)
PODCAST: Final = Template(
    name="lemonde_podcast",
    sites=("lemonde.fr",),
    recognised_by=("content_description",),
    content=(".content_description",),
    scope=("main", "article", "body"),
    kind="audio",
    roles=_ROLES,
    fields=_FIELDS,
    premium=lemonde_2018.TEMPLATE.premium,
)
VIDEO: Final = Template(
    name="lemonde_video",
    sites=("lemonde.fr",),
    recognised_by=("article__special-container", 'class="video'),
    content=(".article__special-container*", "section.video"),
    scope=("main", "article", "body"),
    kind="video",
    roles=_ROLES,
    fields=_FIELDS,
    premium=lemonde_2018.TEMPLATE.premium,
)
