"""Layouts of other French and Swiss papers, based on pages from the years in `seen`.

Layouts and rows marked "from rule sets" are based on extraction rules of reader programs instead.

The rows that all papers share are in `generic`. Generated class names (`sc-1a2b`) are never used;
papers with no other class names are read with the generic layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lemonde_parse.layout import Field, Layout, Role, RoleRow
from lemonde_parse.layouts.generic import with_shared_rows


def _paper(
    name: str,
    seen: str,
    sites: tuple[str, ...],
    marks: tuple[str, ...],
    content: tuple[str, ...],
    roles: Mapping[str, Role | RoleRow],
    fields: Mapping[Field, tuple[str, ...]],
    *,
    scope: tuple[str, ...] = ("main", "body"),
    slices: tuple[tuple[str, ...], ...] = (),
    stop_at: tuple[str, ...] = (),
    premium: tuple[str, ...] = (),
) -> Layout:
    """Return a layout of the paper's own rows, followed by those that all papers share. Its markers
    include the domains of the site."""
    return with_shared_rows(
        Layout(
            name=name,
            seen=seen,
            sites=sites,
            markers=(*marks, *sites),
            content=content,
            roles=roles,
            fields=fields,
            scope=scope,
            slices=slices,
            stop_at=stop_at,
            premium=premium,
        )
    )


# For papers with title, byline and dates in the same element as the body.
_IN_ARTICLE: Final = (("<article", "</article>"),)
_IN_MAIN: Final = (("<main", "</main>"),)

PRESS: Final[tuple[Layout, ...]] = (
    _paper(
        "lefigaro_2019",
        "Le Figaro and Madame Figaro since 2019; with `__` in class names, 2015–19, from rule sets",
        ("lefigaro.fr",),
        ("fig-content-body", "fig-content__body"),
        (".fig-content-body", ".fig-content__body", ".fig-body"),
        {
            ".fig-quote__credit": Role.BOILERPLATE,
            ".fig-newsletter-box": Role.NEWSLETTER,
            ".fig-ad-content*": Role.ADVERTISEMENT,
            ".fig-crosslinking": Role.RELATED,
            ".fig-premium-paywall": Role.PAYWALL,
            "#fig-premium-paywall": Role.PAYWALL,
            ".fig-free*": Role.PAYWALL,
            ".fig-media__credits": Role.CREDIT,
        },
        {
            "headline": ("h1",),
            "description": (".fig-standfirst", ".fig-content__chapo"),
            "byline": (".fig-content-metas__authors",),
            "dates": (".fig-content-metas__pub-date",),
            "date_modified": (".fig-content-metas__maj-date time@datetime",),
            "wall": (".fig-premium-paywall", "#fig-premium-paywall"),  # an id since about 2022
        },
        premium=(".fig-premium-mark", "a@data-fig-premium"),
        scope=(".fig-main",),  # breadcrumb and article
        slices=(
            ('<div class="fig-main', "fig-tabbar", "fig-bottom", "</body>"),
        ),  # ends at the bar of buttons below the article
    ),
    _paper(
        "lefigaro_2012",
        "Le Figaro, 2012–19",
        ("lefigaro.fr",),
        ("fig-article-body",),
        (".fig-article-body",),
        {".fig-premium-paywall": Role.PAYWALL},
        {
            "headline": ("h1",),
            "description": (".fig-chapo",),
            "byline": (".fig-auteur",),
            "wall": (".fig-premium-paywall",),
        },
    ),
    _paper(
        "madame_2014",
        "Madame Figaro, 2014–17",
        ("lefigaro.fr",),
        ("mad__article",),
        (".mad__article__content__body",),
        {
            ".mad__share*": RoleRow(Role.SHARE, "buttons above and below the text, 2015–17"),
            ".mad__auteur*": RoleRow(Role.SIGNATURE, "“à propos de l'auteur” below the text, 2015"),
            ".mad__article__content__redac-conseil": RoleRow(
                Role.RELATED, "“La rédaction vous conseille” below the text, 2017"
            ),
        },
        {
            "byline": (".header-info__authors", ".header-info a"),
            "dates": (".header-info",),
        },
    ),
    _paper(
        "lacroix_2018",
        "La Croix, 2018–22",
        ("la-croix.com",),
        ("ap-article-trigger",),
        (".article-text",),
        {
            ".image-container": Role.FIGURE,
            ".imageZoomTrigger": Role.BOILERPLATE,
            ".under-picture": Role.CREDIT,
        },
        {
            "headline": ("h1",),
            "kicker": (".intro-surtitle",),
            "description": (".article-intro", ".chapo"),
            "byline": (".meta-author-name span",),
        },
        # The title and the article below it; next to it is a column of other articles.
        scope=(".article-content",),
        slices=(("article-content", "right-col", "ap-footer-trigger", "</body>"),),
    ),
    _paper(
        "20minutes_2014",
        "20 Minutes, 2014–22",
        ("20minutes.fr",),
        ("lt-endor-body",),
        (".content",),
        {
            ".author-sign": RoleRow(Role.BYLINE, "paragraph below the picture, 2016"),
            ".index-keywords": RoleRow(Role.TAGS, "paragraph above the list of tags, 2016"),
        },
        {
            "headline": ("h1",),
            "description": (".hat-summary",),
            "byline": (".authorsign-label", ".author-sign"),
            "date_modified": ("(//p[contains(@class, 'datetime')]//time/@datetime)[2]",),
            "breadcrumbs": ("ol.breadcrumb-list a", "ul.breadcrumb a"),
        },
        scope=("article",),
        slices=(
            ("<article", '<aside class="lt-endor-aside', "</article>"),
        ),  # the lists next to the body make up four fifths of the article element
    ),
    _paper(
        "courrierinternational_2019",
        "Courrier international since 2019",
        ("courrierinternational.com",),
        (),
        (".article-text",),
        {
            ".box-reserved-abo": RoleRow(Role.PAYWALL, "from rule sets"),
        },
        {
            "headline": ("h1.article-title", "h1"),
            "kicker": (".article-heading .strapline",),
            "description": ("p.article-lede",),
            "byline": (".article-authors",),
            "breadcrumbs": (".article-breadcrumbs a",),
            "wall": ("#bloc_paywall",),  # from rule sets
        },
        scope=("main",),
        slices=_IN_MAIN,
    ),
    _paper(
        "leparisien_2019",
        "Le Parisien since 2019",
        ("leparisien.fr",),
        ("article-read-also_container",),
        (".article-section",),
        {
            ".story-marker-p": Role.BADGE,
            "#nlpartial*": Role.NEWSLETTER,
        },
        {
            "headline": ("h1",),
            "description": (".subheadline",),
            "byline": ("span.author",),
        },
        scope=("article",),
        slices=_IN_ARTICLE,
    ),
    _paper(
        "leparisien_2017",
        "Le Parisien, 2016–19",
        ("leparisien.fr",),
        (),
        (".article-full__body-content", ".article-full__body"),
        {
            ".article-full__source": RoleRow(Role.SIGNATURE, "leparisien.fr below the text, 2016"),
            ".article-full__print-author": RoleRow(Role.SIGNATURE, "hidden on screens, 2016"),
        },
        {
            "headline": ("h1",),
            "byline": (".article-full__infos-author",),
            "dates": (".article-full__infos-date",),
        },
        scope=("article",),
    ),
    _paper(
        "lesechos_2019",
        "Les Echos since 2019: class names are generated, except `post-paywall`",
        ("lesechos.fr",),
        (),
        (".post-paywall",),
        {},
        {
            "headline": ("h1",),
            "byline": (),
            "wall": ("#paywall", "#registerWall"),  # the second one from rule sets
            "dates": (),
            "description": (),
        },
        scope=("main",),
        slices=_IN_MAIN,
    ),
    _paper(
        "lesechos_2014",
        "Les Echos, 2014–19, from rule sets",
        ("lesechos.fr",),
        (),
        (".content-article", ".contenu_article"),
        {
            ".block-alireaussi": Role.RELATED,
            ".encadre-lireaussi": Role.RELATED,
            ".block-surlemmsujet": Role.RELATED,
            ".signature-article": Role.SIGNATURE,
        },
        {"headline": ("h1",)},
    ),
    _paper(
        "letemps_2021",
        "Le Temps since 2021",
        ("letemps.ch",),
        ("post__content",),
        (".post__content",),
        {
            ".post__authors": Role.BYLINE,
            ".row": RoleRow(Role.METADATA, "around the date and the share buttons"),
            ".post-subscribe": RoleRow(Role.PAYWALL, "from rule sets"),
        },
        {
            "headline": ("h1",),
            "description": (".post__lead",),
            "byline": (".post__author__text",),
            "dates": (".post__publication-date",),
            "breadcrumbs": ("nav.breadcrumb* a",),
            "wall": (".post-subscribe",),
        },
        scope=("main",),
        slices=_IN_MAIN,
    ),
    _paper(
        "sudouest_2021",
        "Sud Ouest since 2021",
        ("sudouest.fr",),
        (),
        (".full-content",),
        {
            ".article-description": Role.BOILERPLATE,
            ".pub": Role.ADVERTISEMENT,
            ".article-recommendations": Role.BOILERPLATE,
            "#pub_*": Role.ADVERTISEMENT,
        },
        {
            "headline": ("h1",),
            "description": (".excerpt",),
            "byline": (".publishing-author-name",),
            "breadcrumbs": ("a.article-topic",),
        },
        scope=(".gutter",),  # header and article
        slices=(('<div class="gutter"', "main-content-footer", "</body>"),),
    ),
    _paper(
        "ouestfrance_2018",
        "Ouest-France since 2018",
        ("ouest-france.fr",),
        (),
        (".su-article",),
        {".su-promo*": Role.PROMOTION},
        {
            "headline": ("h1",),
            "description": (".su-chapo",),
            "byline": (".su-auteurs",),
        },
    ),
    _paper(
        "liberation_arc",
        "Libération since 2020",
        ("liberation.fr",),
        ("article-body-wrapper",),
        (".article-body-wrapper",),
        {
            "#fusion-static*": Role.ADVERTISEMENT,
            "div.breakout_left": RoleRow(Role.LIVE_ENTRY, "a post in a live blog, 2022"),
            ".live-blog-timestamp": RoleRow(Role.METADATA, "the time of a post, 2022"),
        },
        {
            "headline": ("h1",),
            "description": ("header h2",),
            "byline": ("span.author",),
        },
    ),
    _paper(
        "liberation_2012",
        "Libération, 2012–20",
        ("liberation.fr",),
        (),
        (".article-body",),
        {".authors": RoleRow(Role.SIGNATURE, "span, also at the end of the text")},
        {
            "headline": ("h1",),
            "description": (".article-standfirst",),
            "byline": (".author",),
        },
    ),
    _paper(
        "lepoint_2020",
        "Le Point since 2015",
        ("lepoint.fr",),
        ("art-text", "article-styles"),
        ("#contenu", ".art-text"),
        {
            ".Capsule": Role.RELATED,
        },
        {
            "headline": ("h1",),
            "description": ("h2.art-chapeau", ".ArticleHeader-chapo"),
            "byline": (".author", ".AuthorsList"),
            "wall": ("#article-reserve-aux-abonnes",),  # from rule sets
        },
        premium=(".premium",),
    ),
    _paper(
        "franceinfo_2020",
        "franceinfo since 2020",
        ("francetvinfo.fr", "franceinfo.fr"),
        (),
        (".c-body",),
        {},
        {
            "headline": ("h1",),
            "description": (".c-chapo",),
            "byline": (".c-signature__authors",),
            "dates": (".publication-date",),
        },
    ),
    _paper(
        "huffpost_2022",
        "HuffPost since 2014",
        ("huffingtonpost.fr",),
        (),
        (".article-content", ".post-contents"),  # the second one until 2019, from rule sets
        {".related-entries": RoleRow(Role.RELATED, "until 2019, from rule sets")},
        {
            "headline": ("h1",),
            "description": (".article-chapo", ".article-lede"),
            "byline": (
                ".article-author",
                ".author-card__details__name",
            ),  # the second one until 2019, from rule sets
        },
    ),
    _paper(
        "telerama_2016",
        "Télérama since 2016: dates are Unix timestamps in meta tags, and ISO dates in `itemprop`",
        ("telerama.fr",),
        (),
        (".article--wysiwyg", ".article__page-content"),
        {
            "#article--sidebar-right": RoleRow(Role.BOILERPLATE, "from rule sets, until 2020"),
            # From rule sets: parts of the header that are inside the text on pages of the mobile
            # application, since about 2020
            ".article__page-header": Role.METADATA,
            ".article__chapeau": Role.METADATA,
            ".article__details": Role.METADATA,
            ".sheet__notation*": RoleRow(Role.METADATA, "the rating of a review, such as TT"),
            ".tag__list": Role.TAGS,
            "section.hide": Role.HIDDEN,
        },
        {
            "headline": ("h1",),
            "description": (".article--intro", ".article__chapeau"),
            "byline": (".author--*",),
            "date_published": ("//*[@itemprop='datePublished']/@datetime",),
            "dates": (".publication__date", ".publication__update"),
            "wall": ("section.paywall",),  # from rule sets
        },
    ),
    _paper(
        "lobs_2020",
        "L’Obs since 2020",
        ("nouvelobs.com",),
        ("node__paragraphe",),
        (".article-page__body",),
        {".article__related*": Role.RELATED},
        {
            "headline": ("h1",),
            "description": (".article__description",),
            "byline": (".authors",),
            "date_published": ("header.*highlights* time@datetime",),
        },
    ),
    _paper(
        "lobs_2014",
        "L’Obs, 2014–20",
        ("nouvelobs.com",),
        (),
        ("#ObsArticle-body",),
        {
            ".ObsArticle-readAlso": RoleRow(Role.RELATED, "from rule sets"),
            ".ObsArticle-footer": RoleRow(Role.SIGNATURE, "after the text"),
            ".ObsPaywall": RoleRow(Role.PAYWALL, "from rule sets"),
        },
        {
            "headline": ("h1",),
            "description": (".ObsArticle-chapo",),
            "byline": (".ObsArticle-author p",),
            "wall": (".ObsPaywall",),  # from rule sets
        },
    ),
    _paper(
        "lexpress_2014",
        "L’Express since 2014",
        ("lexpress.fr",),
        (),
        (".article__text", ".article_container"),
        {},
        {
            "headline": ("h1",),
            "description": (".chapo",),
            "byline": (".author__name", "span[itemprop=name]"),
        },
    ),
    _paper(
        "latribune_2014",
        "La Tribune since 2014",
        ("latribune.fr",),
        (),
        (".article-content-wrapper",),
        {},
        {
            "description": (".chapo",),
            "byline": (".author-name",),
        },
    ),
    _paper(
        "mediapart_2022",
        "Mediapart since 2022: a drop cap's letter appears twice; blogs since 2016",
        ("mediapart.fr",),
        (),
        (".news__body__center__article", ".content-article"),
        {
            ".screen-reader-only": RoleRow(Role.HIDDEN, "the first word, with the drop cap"),
        },
        {
            "headline": ("h1",),
            "description": (".news__heading__top__intro", ".introduction"),
            "byline": (".news__heading__top__author",),
            "wall": (".paywall-message",),
        },
    ),
    _paper(
        "mondediplomatique_2010",
        "Le Monde diplomatique and its blogs since 2010",
        ("monde-diplomatique.fr", "mondediplo.net"),
        (),
        (".contenu-principal",),
        {
            ".bandeautitre": RoleRow(
                Role.METADATA,
                "the title again, in the bar that stays visible while scrolling",
            ),
            ".cartouche": RoleRow(Role.METADATA, "around title, standfirst and signature"),
            ".lire_aussi": RoleRow(
                Role.RELATED,
                'q element "Lire aussi A & B, « Titre », Le Monde diplomatique, juin 2018."',
            ),
            ".lesauteurs": RoleRow(Role.SIGNATURE, "the author's name and biography"),
            "#partage": Role.SHARE,
        },
        {
            "headline": ("h1",),
            "kicker": (".surtitre",),
            "description": (".chapo",),
            "byline": (".auteurs",),
        },
        scope=(
            ".contenu-principal",
        ),  # the page's header has a line of the same class: "En kiosques : janvier 2020"
    ),
)
"""The layouts, in the order in which they are tried."""
