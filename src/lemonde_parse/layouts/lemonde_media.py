"""Le Monde's pages of pictures, audio and video, with captions instead of an article.

Except for the video pages of 2016, the layouts are based on the extraction rules of reader programs
("rule sets").
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Field, Layout, Role, RoleRow
from lemonde_parse.layouts import lemonde_2018

_ROLES: Final[dict[str, Role | RoleRow]] = {
    ".related-content--video": Role.RELATED,
    # The header is inside the box of the pictures.
    "h1": Role.METADATA,
    "header": Role.METADATA,
    ".article__desc*": Role.METADATA,
    ".meta__*": Role.METADATA,
    ".breadcrumb*": Role.METADATA,
    **lemonde_2018.LAYOUT.roles,
}
_FIELDS: Final[dict[Field, tuple[str, ...]]] = {
    **lemonde_2018.LAYOUT.fields,
    "headline": ("h1.article__title", "h1.ds-title", "h1"),
}

PORTFOLIO: Final = Layout(
    name="lemonde_portfolio",
    rows="own",
    seen="Le Monde's pages of pictures since 2018, from rule sets",
    sites=("lemonde.fr",),
    markers=("portfolio__",),
    content=("section.portfolio", ".portfolio"),
    kind="gallery",
    roles=_ROLES,
    fields=_FIELDS,
    premium=lemonde_2018.LAYOUT.premium,
)
PODCAST: Final = Layout(
    name="lemonde_podcast",
    rows="own",
    seen="Le Monde's audio pages since 2018, from rule sets",
    sites=("lemonde.fr",),
    markers=("content_description",),
    content=(".content_description",),
    scope=("main", "article", "body"),
    kind="audio",
    roles=_ROLES,
    fields=_FIELDS,
    premium=lemonde_2018.LAYOUT.premium,
)
VIDEO: Final = Layout(
    name="lemonde_video",
    rows="own",
    seen="Le Monde's video pages: section.video, 2016; since 2018, from rule sets",
    sites=("lemonde.fr",),
    markers=("article__special-container", 'class="video'),
    content=(".article__special-container*", "section.video"),
    scope=("main", "article", "body"),
    kind="video",
    roles={
        ".bloc_signature": RoleRow(Role.METADATA, "2016: newspaper, dates, author"),
        ".tt6_capital": RoleRow(Role.METADATA, "2016: h2, the genre"),
        ".chevron": RoleRow(Role.BOILERPLATE, "2016: links to other videos"),
        ".commandes": RoleRow(Role.BOILERPLATE, "2016: duration, full screen"),
        **_ROLES,
    },
    fields={
        **_FIELDS,
        "kicker": (*_FIELDS["kicker"], ".tt6_capital"),
        "byline": (*_FIELDS["byline"], ".signature_article"),
        "date_published": ("time[itemprop=datePublished]@datetime",),
        "date_modified": ("time[itemprop=dateModified]@datetime",),
        "breadcrumbs": ("li.ariane",),
    },
    premium=lemonde_2018.LAYOUT.premium,
)
