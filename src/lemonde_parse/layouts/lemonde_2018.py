"""Le Monde since November 2018, and its English edition since April 2022.

Class names have the form `block__element--modifier`. Until 2020, the body is
`section.article__content`, and its paragraphs have no class. Since then, it is
`article.article__content > p.article__paragraph`.
Since September 2025, title, standfirst, breadcrumb and status have `ds-*` classes. Older articles
are served in the current layout, so the layout shows when a page was fetched, not when it was
written.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Layout, Role, RoleRow

LAYOUT: Final = Layout(
    name="lemonde_2018",
    rows="own",
    seen="Le Monde since November 2018, and its English edition since April 2022",
    sites=("lemonde.fr",),
    markers=("article__content",),
    # <main> contains header and body. The first slice ends at the article's footer (since 2019), at
    # the column next to the article, or at the notices about shared accounts. The paywall is
    # between <main> and the site's footer (2018–25).
    slices=(
        (
            "<main",
            '<footer class="article__footer',
            '<aside class="aside__',
            '<section id="js-capping"',
            "</main>",
        ),
        ("</main>", "<footer", "</body>"),
    ),
    # On video pages (since 2022), the player is above the text, in a container of its own.
    content=(".article__content, .article__special-container--video",),
    # #Longform: long-form articles since 2019; #habillagepub: all other articles, even on pages
    # saved without <main>.
    scope=("main", "#habillagepub", "#Longform", "article.article"),
    roles={
        # Text
        ".article__question": RoleRow(Role.QUESTION, "h3, interviews since 2023"),
        ".article__cite": RoleRow(Role.QUOTE, "p, 2019–22: a quotation"),
        ".article__catchphrase": RoleRow(
            Role.QUOTE,
            "blockquote, 2018–23: a pull quote; in reviews the verdict, which is not in the text",
        ),
        ".article__quote": RoleRow(Role.QUOTE, "p, inside .article__catchphrase"),
        ".article__sub-title": RoleRow(Role.HEADING, "h2, 2018–26"),
        ".article__chapter-title": RoleRow(Role.HEADING, "h3, long-form articles"),
        # Pictures and players
        ".article__credit": RoleRow(Role.CREDIT, "span in figcaption, since 2019"),
        ".article__copyright": RoleRow(Role.CREDIT, "figcaption of a long-form article's cover"),
        ".article__legend": Role.CAPTION,
        # Slide shows since 2020, on their own page or inside a text. The class names are from the
        # site's script, and from the extraction rules of reader programs.
        ".portfolio__figure": Role.FIGURE,
        ".portfolio__caption*": Role.CAPTION,
        ".portfolio__legend*": Role.CAPTION,
        ".portfolio__credit*": Role.CREDIT,
        ".js-portfolio-slides": RoleRow(Role.CONTAINER, "around every slide"),
        ".js-portfolio-*": RoleRow(
            Role.BOILERPLATE,
            'arrows, "1 / 12", buttons for full screen',
        ),
        ".portfolio__fs*": Role.BOILERPLATE,
        ".portfolio__controls*": Role.BOILERPLATE,
        ".twitter-tweet": Role.EMBED,
        ".instagram-media": Role.EMBED,
        ".multimedia-embed": RoleRow(Role.EMBED, "div around an iframe or script"),
        ".js_player": RoleRow(Role.EMBED, "div[data-provider][data-id]"),
        ".article__video-container*": Role.EMBED,
        # Boxes with links to other pages
        ".catcher--reference": RoleRow(Role.ASIDE, "credits of a film or book, 2019"),
        ".catcher--last": RoleRow(Role.NEWSLETTER, "the last box, 2019"),
        ".catcher__favorite": RoleRow(Role.SHARE, '"Ajouter à vos sélections", 2023–25'),
        ".catcher": RoleRow(Role.RELATED, "--inline 2018–22, --favoris since 2023"),
        ".lire": RoleRow(Role.RELATED, "p, in texts from before 2018"),
        ".icon__premium": RoleRow(
            Role.BADGE, "before the label until 2021, later before the headline"
        ),
        ".serie__card*": RoleRow(Role.RELATED, "the other episodes of a series"),
        ".serie__nav*": Role.RELATED,
        # Boilerplate inside the body
        ".dfp*": RoleRow(Role.ADVERTISEMENT, "between paragraphs"),
        ".ds-ad-*": RoleRow(Role.ADVERTISEMENT, '"La suite après cette publicité", since 2025'),
        ".OUTBRAIN": Role.ADVERTISEMENT,
        ".friend*": Role.ADVERTISEMENT,
        ".lazy-*": Role.ADVERTISEMENT,
        ".inread*": RoleRow(
            Role.PROMOTION,
            "newsletters, subscriptions, courses: section.js-services-inread, since 2022",
        ),
        ".services*": Role.PROMOTION,
        ".insert": Role.PROMOTION,
        ".bd__bloc*": Role.PROMOTION,
        ".message--register": RoleRow(Role.PROMOTION, "2021"),
        ".page__info*": RoleRow(
            Role.PROMOTION,
            '"Contenus réalisés par …", last in sponsored pages, 2016–22',
        ),
        ".author": RoleRow(Role.SIGNATURE, "section after the last paragraph: repeats the byline"),
        ".article__author-container": Role.SIGNATURE,
        ".article__reactions": RoleRow(Role.COMMENTS, "since 2019"),
        ".article__comments": RoleRow(Role.COMMENTS, "2018–19"),
        ".ds-comment*": RoleRow(Role.COMMENTS, "since 2024"),
        ".article__status": RoleRow(Role.STATUS, "in 2018 the first child of the body"),
        ".ds-article-status*": Role.STATUS,
        ".article__footer*": Role.BOILERPLATE,
        ".article__siblings*": Role.BOILERPLATE,
        ".meta__social*": Role.SHARE,
        ".share-btns": Role.SHARE,
        ".lmd-dropdown*": Role.SHARE,
        ".lmd-tooltip*": Role.BOILERPLATE,
        ".article__gift-modal*": Role.PAYWALL,
        ".Header__offer*": Role.PROMOTION,
        ".reuse__content": Role.SHARE,
        ".paywall*": Role.PAYWALL,
        ".lmd-paywall*": Role.PAYWALL,
        ".capping*": Role.BOILERPLATE,
        ".article__extra--inline": RoleRow(
            Role.METADATA,
            '"vidéo", before the standfirst of a video page',
        ),
        ".article__kicker": RoleRow(Role.METADATA, "at the start of the standfirst"),
        ".sr-only": Role.HIDDEN,
    },
    fields={
        "headline": ("h1.article__title", "h1.article__title--campaign", "h1.ds-title"),
        "kicker": (".article__kicker", ".article__opinion-type"),
        "description": (".article__desc", ".article__desc--campaign", ".ds-chapo"),
        # Until 2018 the byline is next to the date in p.meta__publisher; long-form articles print
        # the date in span.meta__publisher. Until 2020, their byline is in .meta__authors.
        "byline": (".meta__author", ".meta__authors--longform", ".meta__authors"),
        "author_name": (".article__author-identity",),
        "author_job": (".article__author-job",),
        "dates": (".meta__date", "span.meta__publisher", ".meta__publisher--opinion"),
        "breadcrumbs": (
            ".breadcrumb__parent",
            ".breadcrumb__child",
            ".breadcrumb__child--article",
            ".ds-breadcrumb__item",
        ),
        "reading_minutes": (".meta__reading-time", ".meta__publisher--opinion"),
        "translation_url": ("a.meta__article-en-fr-url@href",),
        "status": (".article__status", ".ds-article-status"),
        # Not .paywall__comments, which is on every page, nor the hidden #js-capping blocks.
        "wall": ("section.paywall", ".lmd-paywall", "#js-paywall-content"),
    },
    premium=("a@data-premium", ".marqueur_restreint*"),
)
