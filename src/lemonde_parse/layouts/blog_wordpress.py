"""Le Monde's blogs, which use WordPress.

They are at <name>.blog.lemonde.fr, and since 2019 at lemonde.fr/blog/<name>.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role, RoleRow

LAYOUT: Final = Layout(
    name="lemonde_blog",
    rows="own",
    seen="Le Monde's blogs: <name>.blog.lemonde.fr; since 2019, lemonde.fr/blog/<name>",
    sites=("lemonde.fr",),
    markers=("blog.lemonde.fr", "lemonde.fr/blog/", "lemonde.fr\\/blog\\/"),
    slices=(("<article", '<div id="comments"', "</article>"),),
    content=(".entry-content",),
    scope=("article", ".hentry", "#content"),
    kind="blog",
    roles={
        ".wp-socializer*": RoleRow(Role.SHARE, "first and last in the body"),
        ".sharedaddy": Role.SHARE,
        ".social*": Role.SHARE,
        ".addtoany*": Role.SHARE,
        ".OUTBRAIN": Role.ADVERTISEMENT,
        ".wp-caption-text": Role.CAPTION,
        ".wp-caption": RoleRow(Role.FIGURE, "div or figure"),
        ".gallery": Role.CONTAINER,
        ".gallery-item": Role.FIGURE,
        ".twitter-tweet": Role.EMBED,
        ".jp-relatedposts": Role.RELATED,
        ".entry-meta": Role.METADATA,
        ".entry-footer": Role.TAGS,
        ".entry-utility": Role.TAGS,
        ".post-tags": Role.TAGS,
        ".comments*": Role.COMMENTS,
        "#comments": Role.COMMENTS,
        ".screen-reader-text": Role.HIDDEN,
        ".sr-only": Role.HIDDEN,
    },
    fields={
        "headline": ("h1.entry-title", "h2.entry-title", ".entry-title"),
        "byline": ("span.byline", "span.author"),
        "date_published": ("time.published@datetime", ".published@title"),
        "date_modified": ("time.updated@datetime",),
        "section": (".cat-links",),
        "dates": (".entry-date",),
    },
)
