"""Le Monde from December 2012 to November 2018, with its sub-sites of those years.

`#articleBody` contains the body. Many parts do not have an element of their own yet: headings and
related links are bold paragraphs, captions are in `data-` attributes, and `h2.taille_courante` is
the first paragraph, in larger type.
"""

from __future__ import annotations

from typing import Final

from lemonde_parse.layout import Field, Layout, Role, RoleRow

_ROLES: Final[dict[str, Role | RoleRow]] = {
    # Text
    "h2.taille_courante": RoleRow(
        Role.PARAGRAPH,
        "the first paragraph, never a heading (12 of 12 pages)",
    ),
    ".intertitre": RoleRow(Role.HEADING, "h2"),
    ".question": RoleRow(Role.QUESTION, "p, interviews"),
    ".citation": RoleRow(Role.QUOTE, "blockquote: a quotation, not a pull quote"),
    ".encart_retrait*": RoleRow(
        Role.PULL_QUOTE,
        "div at the side, with span.accroche; paraphrases the text",
    ),
    ".accroche": Role.PULL_QUOTE,
    ".fenetre": RoleRow(Role.ASIDE, "aside with h3.titre"),
    ".reference": RoleRow(Role.ASIDE, "p: details of a book or concert"),
    ".lien_interne": RoleRow(
        Role.INLINE,
        "unwanted links, also inside words: “Conjugaison du verbe …”, since 2013; “Toute "
        "l’actualité …”, since 2016",
    ),
    # Pictures and players
    ".source_image": Role.CREDIT,
    "p.credits": RoleRow(Role.BOILERPLATE, "in a slide show: repeats the first slide's credit"),
    ".credits": RoleRow(Role.CREDIT, 'span "Crédits : AFP" (Afrique)'),
    ".legende": Role.CAPTION,
    ".video_player": Role.EMBED,
    ".multimedia-embed": Role.EMBED,
    ".snippet": Role.EMBED,
    ".twitter-tweet": Role.EMBED,
    ".twitter-video": Role.EMBED,
    ".instagram-media": Role.EMBED,
    ".imgur-embed-pub": Role.EMBED,
    ".conteneur-portfolio": RoleRow(
        Role.CONTAINER,
        "a slide show: each slide is a figure, with its caption in data-slide-description",
    ),
    ".controles": RoleRow(Role.BOILERPLATE, '"Précedent 1/13 Suivant"'),
    ".legende-portfolio": RoleRow(Role.BOILERPLATE, "repeats the first slide's caption"),
    ".infos-image": Role.CONTAINER,
    ".acces": RoleRow(Role.BOILERPLATE, '"› Accéder au portfolio"'),
    # Boxes with links to other pages
    ".lire": RoleRow(Role.RELATED, 'p "Lire aussi : <a>" (16 of 16 with one link)'),
    ".meme_sujet": RoleRow(Role.RELATED, 'aside "Sur le même sujet"'),
    # Boilerplate
    ".dfp_slot": Role.ADVERTISEMENT,
    ".dfp-slot": Role.ADVERTISEMENT,
    "#dfp*": Role.ADVERTISEMENT,
    ".OUTBRAIN": Role.ADVERTISEMENT,
    ".bandeau_matinale": RoleRow(Role.PROMOTION, '"Article sélectionné dans la matinale", 2016'),
    ".bloc_inscription_newsletter": Role.NEWSLETTER,
    ".toolbar": Role.SHARE,
    ".fb-like": Role.SHARE,
    ".sociaux*": Role.SHARE,
    ".rubriques_liees": Role.TAGS,
    ".signature": Role.SIGNATURE,
    ".teaser_article": Role.PAYWALL,
    ".liste_reactions": Role.COMMENTS,
    "#liste_reactions": Role.COMMENTS,
    "#alerte_tracking": Role.BOILERPLATE,
    "#aj-*": Role.BOILERPLATE,
    "#appel_temoignage": RoleRow(Role.PROMOTION, "2011–12"),
    ".LM_atome": RoleRow(Role.ASIDE, "2011–12"),
    ".ea_article": RoleRow(Role.STATUS, '"édition abonné"'),
    ".sr-only": Role.HIDDEN,
}

_FIELDS: Final[dict[Field, tuple[str, ...]]] = {
    "description": (".description-article", "div.description"),
    "byline": (".signature_article", "#publisher"),
    "date_published": ("time[itemprop=datePublished]@datetime",),
    "date_modified": ("time[itemprop=dateModified]@datetime",),
    "dates": (".bloc_signature", ".metas-article"),
    "status": (".ea_article",),
    "wall": ("#teaser_article", ".teaser_article"),
}

# The paywall comes after the article, in the tag with the first occurrence of this name. Boxes of
# related articles follow it.
_WALL: Final = ("teaser_article", '<aside class="bloc_base meme_sujet', "</body>")

LAYOUT: Final = Layout(
    name="lemonde_2012",
    rows="own",
    seen="Le Monde from December 2012 to November 2018",
    sites=("lemonde.fr",),
    markers=("contenu_article", "articleBody"),
    # The banner and the breadcrumb are above the article.
    slices=(('<div class="ombrelle', "</article>"), _WALL),
    content=("#articleBody", ".contenu_article"),
    scope=("body",),
    roles=_ROLES,
    # The article ends at the request for readers' accounts (2011–12).
    stop_at=("#appel_temoignage",),
    fields={
        **_FIELDS,
        "headline": ("h1.tt2",),
        "breadcrumbs": ("li.ariane",),  # the menu of sections, outermost first
        "section": (".couleur_rubrique", ".titre_rubrique_blog"),
    },
    premium=(".marqueur_restreint*", ".js_marqueur_restreint*", "a.subscribers"),
)

AFRIQUE: Final = Layout(
    name="lemonde_afrique_2015",
    rows="own",
    seen="Le Monde Afrique, 2015–18: without #articleBody, and with a header of its own",
    sites=("lemonde.fr",),
    markers=("content-article-body",),
    slices=(("<article", "</article>"), _WALL),
    content=(".content-article-body",),
    scope=("article",),
    roles=_ROLES,
    fields={
        **_FIELDS,
        "headline": ("h1.content-headline",),
        "kicker": (".content-labels",),  # "Entretien"
        "byline": (".signature_article", "#publisher", "p.content-byline", ".content-source"),
        "dates": (".bloc_signature", ".content-metaline"),
    },
    premium=LAYOUT.premium,
)
FESTIVAL: Final = Layout(
    name="lemonde_festival_2015",
    rows="own",
    seen="Le Monde Festival’s sub-site, 2015–18: section.contenu div.texte, without #articleBody",
    sites=("lemonde.fr",),
    markers=("metas-article",),
    slices=(("<article", "</article>"), _WALL),
    content=(".texte",),
    scope=("article.main",),
    roles={".last_articles": Role.PROMOTION, "div.signature": Role.SIGNATURE, **_ROLES},
    fields={**_FIELDS, "headline": ("h1",)},
    premium=(".marqueur_restreint*", ".js_marqueur_restreint*"),
)
VISUEL: Final = Layout(
    name="lemonde_visuel_2014",
    rows="own",
    seen="special features, /<section>/visuel/, 2014–18: boxes of text and pictures, title in h2",
    sites=("lemonde.fr",),
    markers=("inner-texte", "multimedia-header"),
    slices=(("multimediaNav", "</main>"),),
    content=(".mc-article", "#project_container"),
    scope=("body",),  # the bar with the title is above the article
    kind="interactive",
    roles={
        ".item": RoleRow(Role.FIGURE, "div: img and div.legende"),
        ".multimedia-header": Role.METADATA,
        ".signatures": Role.SIGNATURE,
        ".paywall*": Role.PAYWALL,
        ".social*": Role.SHARE,
        **_ROLES,
    },
    fields={
        # The title in the bar has correct typography; the one in the hero does not.
        "headline": (".multimediaNav__title*", "header.multimedia-header h2"),
        "description": ("header.multimedia-header h3",),
        "byline": ("p.auteur",),
    },
)
