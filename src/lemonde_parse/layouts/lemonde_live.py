"""Le Monde's live blogs: the key facts, then the posts, newest first.

From 2018 to 2021, posts come from ScribbleLive: text in bare <div>s, tweets as empty
`div.tweet[data-tweet-id]`. Since 2022 the site has its own system ("Sirius"):
`section[data-post-id]`, `.post__live-container--*`.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role, RoleRow

LAYOUT: Final = Layout(
    name="lemonde_live",
    rows="own",
    seen="Le Monde's live blogs since 2018: the key facts, then the posts, newest first",
    sites=("lemonde.fr",),
    markers=("post-container", "sirius-live", "live2-container"),
    slices=(("<main", "</main>"),),
    # .post__live-section contains the posts, even on pages where post-container is a class and not
    # an id; from code of reader programs, 2022.
    content=(
        "#js-facts-live, #post-container, .post__live-section",
        ".facts-content, .live2-container",
    ),
    scope=("main", "#habillagepub"),
    kind="live",
    roles={
        # Posts
        ".post__live-container": RoleRow(
            Role.LIVE_ENTRY,
            "section#id, 2018–21; section[data-post-id], since 2022",
        ),
        "section.post*": Role.LIVE_ENTRY,
        ".creator-name": Role.BYLINE,
        ".post__live-container--author": Role.BYLINE,
        ".creator-avatar": Role.BOILERPLATE,
        ".info-content": Role.CONTAINER,
        ".date": Role.METADATA,
        ".post__live-container--date": Role.METADATA,
        ".post__live-container--title": Role.TITLE,
        ".post__space-node": Role.TITLE,
        # Readers' questions and their answers
        ".comment-blockquote": RoleRow(Role.QUOTE, "ends with the reader's name"),
        ".post__live-container--comment-blockquote": Role.QUOTE,
        ".post__live-container--comment-content": Role.QUOTE,
        ".post__live-container--citation": Role.QUOTE,
        ".post__live-container--answer-text": Role.PARAGRAPH,
        # Related links
        ".scrbbl-sitePreview": RoleRow(Role.RELATED, "a link card, 2018–21"),
        ".post__live-container--link*": RoleRow(Role.RELATED, "a link card, since 2022"),
        ".read-also-live*": Role.RELATED,
        ".catcher": Role.RELATED,
        ".icon__premium": Role.BADGE,
        # Pictures and players
        ".post__live-container--figure": Role.FIGURE,
        ".tweet": RoleRow(Role.EMBED, "div[data-tweet-id], filled by a script"),
        ".post__live-container--tweet*": Role.EMBED,
        ".twitter-tweet": Role.EMBED,
        ".article__video-container*": Role.EMBED,
        ".js_player": Role.EMBED,
        ".multimedia-embed": Role.EMBED,
        ".article__credit": Role.CREDIT,
        # Boilerplate
        ".ScribbleLiveCountImage": Role.IGNORE,
        ".share*": Role.SHARE,
        ".meta__social--new-live-post": RoleRow(
            Role.CONTAINER,
            "around a post's text if .content--live is missing, from reader programs, 2023",
        ),
        ".meta__social*": Role.SHARE,
        ".dfp*": Role.ADVERTISEMENT,
        ".ds-ad-*": RoleRow(Role.ADVERTISEMENT, '"La suite après cette publicité", since 2025'),
        ".OUTBRAIN": Role.ADVERTISEMENT,
        ".inread*": Role.PROMOTION,
        ".btn__post-live*": Role.BOILERPLATE,
        ".flag-live*": Role.STATUS,
        ".sr-only": Role.HIDDEN,
    },
    fields={
        "headline": (
            "#js-title-live",
            "h1.title--live",
            "h1.title__sirius-live",
            ".hero__live-content h1",
        ),
        "description": ("#js-summary-live", ".summary--live", ".hero__live-content p"),
        "byline": (".meta__author",),
        "dates": (".meta__date",),
        "breadcrumbs": (
            ".breadcrumb__parent",
            ".breadcrumb__child--article",
            ".ds-breadcrumb__item",
        ),
        "translation_url": ("a.meta__article-en-fr-url@href",),
    },
    premium=("a@data-premium",),
)
