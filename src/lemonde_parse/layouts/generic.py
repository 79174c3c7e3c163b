"""The layouts for pages of unknown newspapers, for reposts, and for fragments of pages.

Most rows are class names, or the beginnings of class names, that content management systems share.
Layouts with ``rows="shared"`` get these rows after their own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import evolve

from lemonde_parse.layout import Field, Layout, Role, RoleRow

PRESS_ROLES: Final[dict[str, Role | RoleRow]] = {
    # Boxes with links to other pages
    ".read-also*": Role.RELATED,
    ".article-read-also*": Role.RELATED,
    ".lire-aussi*": Role.RELATED,
    ".see-also*": Role.RELATED,
    ".a-see-also*": Role.RELATED,
    ".asset-read-more": Role.RELATED,
    ".related-article*": Role.RELATED,
    ".related-link*": Role.RELATED,
    ".related-content*": Role.RELATED,
    ".relatedarticle*": Role.RELATED,
    ".jp-relatedposts": Role.RELATED,
    # Le Monde's own boxes, in reposts and on pages without a known layout
    ".catcher--reference": Role.ASIDE,
    ".catcher--last": Role.NEWSLETTER,
    ".catcher__favorite": Role.SHARE,
    ".catcher": Role.RELATED,
    ".lire": Role.RELATED,
    ".icon__premium": Role.BADGE,
    ".premium-badge*": Role.BADGE,
    # Text
    ".pullquote*": Role.PULL_QUOTE,
    ".wp-block-pullquote": Role.PULL_QUOTE,
    ".article__cite": Role.QUOTE,
    ".article__quote": Role.QUOTE,
    ".intertitre*": Role.HEADING,
    ".question": Role.QUESTION,
    "h2.taille_courante": Role.PARAGRAPH,
    # Pictures and players
    ".wp-caption": Role.FIGURE,
    ".wp-caption-text": Role.CAPTION,
    ".caption": Role.CAPTION,
    ".caption-text": Role.CAPTION,
    ".image-caption": Role.CAPTION,
    ".image_caption": Role.CAPTION,
    ".imagecaption": Role.CAPTION,
    ".photo-caption": Role.CAPTION,
    ".photo_caption": Role.CAPTION,
    ".media-caption": Role.CAPTION,
    ".legend": Role.CAPTION,
    ".legende": Role.CAPTION,
    ".credit": Role.CREDIT,
    ".credits": Role.CREDIT,
    ".copyright": Role.CREDIT,
    ".article__credit": Role.CREDIT,
    ".twitter-tweet": Role.EMBED,
    ".instagram-media": Role.EMBED,
    ".tiktok-embed": Role.EMBED,
    ".wp-block-embed*": Role.EMBED,
    ".oembed*": Role.EMBED,
    ".js_player": Role.EMBED,
    ".video_player": Role.EMBED,
    # Boilerplate
    "nav": Role.BOILERPLATE,
    "header": Role.METADATA,
    "h1": Role.METADATA,
    "span.categorie": RoleRow(Role.METADATA, "a label within the h1"),
    "span.category": RoleRow(Role.METADATA, "a label within the h1"),
    "footer": Role.BOILERPLATE,
    "form": Role.BOILERPLATE,
    ".breadcrumb*": Role.METADATA,
    ".byline*": Role.METADATA,
    ".entry-meta": Role.METADATA,
    ".entry-header": Role.METADATA,
    ".post-meta": Role.METADATA,
    ".article__header*": Role.METADATA,
    ".article__desc*": Role.METADATA,
    ".meta__*": Role.METADATA,
    ".article-meta*": Role.METADATA,
    ".article-header*": Role.METADATA,
    ".article-lede": Role.METADATA,
    ".standfirst": Role.METADATA,
    ".chapo*": Role.METADATA,
    ".article__status": Role.STATUS,
    ".ds-article-status*": Role.STATUS,
    ".dfp*": Role.ADVERTISEMENT,
    "#dfp*": Role.ADVERTISEMENT,
    ".ad-*": Role.ADVERTISEMENT,
    ".ads*": Role.ADVERTISEMENT,
    ".ad_*": Role.ADVERTISEMENT,
    ".advert*": Role.ADVERTISEMENT,
    ".pub": Role.ADVERTISEMENT,
    ".pub_*": Role.ADVERTISEMENT,
    ".publicite*": Role.ADVERTISEMENT,
    ".OUTBRAIN": Role.ADVERTISEMENT,
    ".outbrain*": Role.ADVERTISEMENT,
    ".taboola*": Role.ADVERTISEMENT,
    ".sponsor*": Role.ADVERTISEMENT,
    ".newsletter*": Role.NEWSLETTER,
    "#newsletter*": Role.NEWSLETTER,
    ".inread*": Role.PROMOTION,
    ".promo*": Role.PROMOTION,
    ".page__info*": Role.PROMOTION,
    ".services*": Role.PROMOTION,
    ".paywall-content": RoleRow(Role.CONTAINER, "the text, if the paywall is open"),
    ".post-paywall": Role.CONTAINER,
    ".paywall*": Role.PAYWALL,
    "#paywall*": Role.PAYWALL,
    ".teaser_article": Role.PAYWALL,
    ".share*": Role.SHARE,
    ".sharing*": Role.SHARE,
    ".sharedaddy": Role.SHARE,
    ".social*": Role.SHARE,
    ".addtoany*": Role.SHARE,
    ".wp-socializer*": Role.SHARE,
    ".fb-like": Role.SHARE,
    ".toolbar": Role.SHARE,
    ".article-actions": Role.SHARE,
    ".article-tools": Role.SHARE,
    ".comments*": Role.COMMENTS,
    "#comments*": Role.COMMENTS,
    ".comment-list": Role.COMMENTS,
    ".commentlist": Role.COMMENTS,
    ".comment": Role.COMMENTS,
    ".article__reactions": Role.COMMENTS,
    ".article__comments": Role.COMMENTS,
    ".author-box*": Role.SIGNATURE,
    ".author-bio*": Role.SIGNATURE,
    ".author": Role.SIGNATURE,
    ".article-authors": Role.SIGNATURE,
    ".signature": Role.SIGNATURE,
    ".auteur": RoleRow(Role.SIGNATURE, "print views of French papers, 2000–15"),
    ".tags*": Role.TAGS,
    ".article--tags": RoleRow(Role.TAGS, "Télérama"),
    ".tag-list*": Role.TAGS,
    ".tag-cloud": Role.TAGS,
    ".post-tags": Role.TAGS,
    ".cat-links": Role.TAGS,
    ".entry-footer": Role.TAGS,
    ".most-read*": Role.BOILERPLATE,
    ".recommend*": Role.BOILERPLATE,
    ".article-recommendations": Role.BOILERPLATE,
    ".fallback-consent*": Role.BOILERPLATE,
    ".sr-only": Role.HIDDEN,
    ".visually-hidden": Role.HIDDEN,
    ".screen-reader-text": Role.HIDDEN,
}

PRESS_FIELDS: Final[dict[Field, tuple[str, ...]]] = {
    "headline": (
        "h1[itemprop=headline]",
        "h1.entry-title",
        "h1.article__title",
        "h1.article-title",
        "h1.ds-title",
        "h1",
    ),
    "description": (
        ".standfirst",
        ".chapo",
        ".article-lede",
        ".article__desc",
        ".ds-chapo",
        "h2.subtitle",
        ".description-article",
    ),
    "kicker": (".article__kicker",),
    "byline": (
        ".byline",
        ".signature_article",
        ".meta__author",
        ".article__author",
        "span.author",
        ".author-name",
        "a[rel=author]",
        "a.*author*",
        ".auteur",
    ),
    "date_published": (
        "time[itemprop=datePublished]@datetime",
        "meta[itemprop=datePublished]@content",
        "time.published@datetime",
    ),
    "date_modified": ("time[itemprop=dateModified]@datetime", "time.updated@datetime"),
    "status": (".article__status", ".ds-article-status*"),
    "dates": (".meta__date", ".date", ".dateline", ".entry-date", ".publication-date", "time"),
    "breadcrumbs": (".*breadcrumb* a", ".headerTitle a"),
}

FRAGMENT: Final = Layout(
    name="fragment",
    rows="own",
    seen="paragraphs without a page: content:encoded of RSS feeds, the text field of an API",
    markers=("",),
    content=("body",),
    scope=("body",),
    roles=PRESS_ROLES,
    premium=("a@data-premium", ".marqueur_restreint*"),
)
GENERIC: Final = Layout(
    name="generic",
    rows="own",
    seen="pages of unknown layouts: schema.org's articleBody, common classes, or else the densest "
    "run of paragraphs",
    markers=("",),
    content=(
        "//*[@itemprop='articleBody']",
        ".article__content, .article__special-container--video",
        ".entry-content",
        ".post-content",
        ".article-body",
        ".article-text",
        ".article-content",
        ".article__body",
        ".story-body",
        ".amp-wp-article-content",
    ),
    finds_densest=True,
    finds_boxes=True,
    roles=PRESS_ROLES,
    fields=PRESS_FIELDS,
    premium=("a@data-premium", ".marqueur_restreint*"),
)


@lru_cache(maxsize=64)
def with_shared_rows(layout: Layout) -> Layout:
    """Return a layout, with the rows that newspapers share added after its own.

    The returned layout also finds boxes by their content. A layout with ``rows="own"`` is returned
    unchanged. Shared selectors of a field are only added if the layout does not list the field. The
    result is cached, because each layout has a cache of elements, which is slow to fill.
    """
    if layout.rows == "own":
        return layout
    shared = {row: role for row, role in PRESS_ROLES.items() if row not in layout.roles}
    return evolve(
        layout,
        roles={**layout.roles, **shared},
        fields={**PRESS_FIELDS, **layout.fields},
        finds_boxes=True,
        rows="own",
    )
