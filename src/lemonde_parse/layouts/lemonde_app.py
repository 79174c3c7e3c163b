"""HTML for Le Monde's mobile application, since about 2020.

In an article's JSON, it is the value of `layout_vars.content`.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role, RoleRow

LAYOUT: Final = Layout(
    name="lemonde_app",
    rows="own",
    seen="HTML for Le Monde's mobile application, since about 2020",
    sites=("lemonde.fr",),
    markers=(
        "see-also-container",
        "article_content",
        'href="lmfr://',
        "inread-container",
        "authors-container",
    ),
    content=(".article_content", ".article", "body"),
    scope=("body",),
    roles={
        "h1": Role.METADATA,
        ".heading": Role.METADATA,
        ".kicker": Role.METADATA,
        ".question": Role.QUESTION,
        ".reference": Role.ASIDE,
        ".see-also-container": Role.RELATED,
        ".link-container": Role.RELATED,
        ".image": Role.FIGURE,
        ".cartes": Role.FIGURE,
        ".snippet-infog": Role.FIGURE,
        ".video-container": Role.EMBED,
        ".credit*": Role.CREDIT,
        ".legend*": Role.CAPTION,
        ".masthead": RoleRow(Role.METADATA, "before the title, in some articles"),
        ".sections": Role.METADATA,
        ".pubstack-container": RoleRow(Role.ADVERTISEMENT, "since 2026"),
        ".inread-container": Role.PROMOTION,
        ".premium-container": Role.STATUS,
        ".restricted-reading": Role.PAYWALL,
        ".offer-container": Role.PROMOTION,
        ".authors-container": Role.SIGNATURE,
        ".bloc-reactions": Role.COMMENTS,
    },
    fields={
        "headline": ("h1.heading", "h1"),
        "kicker": (".kicker",),
        "description": (".description", ".chapo"),
        "byline": (".authors", ".author"),
        "dates": (".date",),
    },
    premium=("a@data-premium", ".premium"),
)
