"""Layouts of other newspapers, with class names from the rule sets of reader programs. Each layout
is tested with a small page."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, Heading, Paragraph, parse

FIRST = (
    "Le géomètre a dû racheter des bottes : depuis mars, il arpente des talus que "
    "l’administration croyait rasés."
)
LAST = (
    "La commune verse deux euros le mètre, et les voisins, qui s’ignoraient, "
    "se disputent une aubépine."
)
ALSO = "https://www.example.org/bocage"
LINK = f'<a href="{ALSO}">Le bocage en chiffres</a>'


def page(site: str, header: str, body: str) -> Article:
    return parse(
        f'<html lang="fr"><head><meta property="og:url" content="https://www.{site}/haie"></head>'
        '<body><nav><a href="/">Accueil</a></nav>'
        f"<main><article>{header}{body}</article></main><footer><p>Mentions.</p></footer></body>"
        "</html>"
    )


HEADERS = {
    "lefigaro_2019": (
        "lefigaro.fr",
        (
            '<h1 class="fig-main-title">La haie</h1><div class="fig-content-metas">'
            '<ul class="fig-content-metas__authors"><li>Maud Kerléo</li></ul>'
            '<span class="fig-content-metas__pub-date">Publié le 11/05/2017 à 07:00</span>'
            '<span class="fig-content-metas__maj-date">Mis à jour le '
            '<time datetime="2017-05-11T08:30:00+02:00">11/05/2017 à 08:30</time></span></div>'
            '<p class="fig-content__chapo">Elle revient.</p>'
        ),
    ),
    "telerama_2016": (
        "telerama.fr",
        (
            '<h1 class="article__page-title">La haie</h1><p class="article__chapeau">Elle '
            'revient.</p><p class="author author--simple">Maud Kerléo</p>'
            '<p class="publication__date">Publié le 11 mai 2017 à 07h00</p>'
        ),
    ),
    "lobs_2020": (
        "nouvelobs.com",
        (
            '<header class="highlights"><h1>La haie</h1><p class="article__description">Elle '
            'revient.</p><p class="authors">Maud Kerléo</p>'
            '<time datetime="2017-05-11T07:00:00+02:00">11 mai</time></header>'
        ),
    ),
    "lobs_2014": (
        "nouvelobs.com",
        (
            '<h1>La haie</h1><div class="ObsArticle-chapo full"><h2>Elle revient.</h2></div>'
            '<div class="ObsArticle-author full">Maud Kerléo</div>'
            '<time class="date" datetime="2017-05-11T07:00:00+02:00">Publié le 11 mai 2017 à '
            "07h00</time>"
        ),
    ),
    "leparisien_2017": (
        "leparisien.fr",
        (
            '<h1 class="article-full__title">La haie</h1><div class="article-full__infos">'
            '<span class="article-full__infos-author">Maud Kerléo</span>'
            '<span class="article-full__infos-date"><span>11 mai 2017, 07h00<br>MAJ : 11 mai 2017, '
            "08h30</span></span></div>"
        ),
    ),
}
BODIES = {
    "lefigaro_2019": f'<div class="fig-content__body"><p>{FIRST}</p><h3>Une prime</h3><p>'
    f"<b>» LIRE AUSSI - {LINK}</b></p><p>{LAST}</p></div>",
    "telerama_2016": '<article class="article__page-content"><ul class="sheet__notation">'
    f'<li>TT</li></ul><p class="paragraph">{FIRST}</p>'
    f'<h3>Une prime</h3><p>Lire aussi : {LINK}</p><p class="paragraph">{LAST}</p>'
    '<section class="hide"><p>Gabarit</p></section>'
    '<ul class="tag__list"><li>Haie</li></ul></article>',
    "lobs_2020": '<div class="article-page__body"><div class="content">'
    f'<p class="node__paragraphe">{FIRST}</p><h3>Une prime</h3>'
    f'<div class="article__related-also-read-articles"><p>Lire aussi</p>{LINK}</div>'
    f'<p class="node__paragraphe">{LAST}</p></div></div>',
    "lobs_2014": f'<div id="ObsArticle-body"><p>{FIRST}</p><h3>Une prime</h3>'
    f'<p class="lire">Lire {LINK}</p><p>{LAST}</p>'
    '<p class="author">Maud Kerléo</p></div>',
    "leparisien_2017": '<div class="article-full__body"><div class="article-full__body-content">'
    f"<p>{FIRST}</p><h3>Une prime</h3>"
    f"<p>Lire aussi : {LINK}</p><p>{LAST}</p></div></div>",
}


@pytest.mark.parametrize("name", HEADERS)
def test_an_article_of_another_newspaper_is_read(name: str) -> None:
    site, header = HEADERS[name]
    article = page(site, header, BODIES[name])
    assert (article.report.layout, article.report.warnings) == (name, ())
    assert list(article.body) == [
        Paragraph(text=FIRST),
        Heading(text="Une prime", level=3),
        Paragraph(text=LAST),
    ]
    assert [(link.headline, link.url, link.position) for link in article.related_links] == [
        ("Le bocage en chiffres", ALSO, 2)
    ]
    assert (article.headline, [author.name for author in article.authors]) == (
        "La haie",
        ["Maud Kerléo"],
    )
    assert article.description == ("Elle revient." if name != "leparisien_2017" else None)
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2017-05-11T07:00:00+02:00"
    assert (article.date_modified and article.date_modified.isoformat()) == (
        "2017-05-11T08:30:00+02:00" if name in ("lefigaro_2019", "leparisien_2017") else None
    )
    assert not article.is_truncated


def test_les_echos_before_2019_is_read() -> None:
    article = page(
        "lesechos.fr",
        "<h1>La haie</h1>",
        f'<div class="content-article"><p>{FIRST}</p><div class="block-alireaussi">'
        f"<p>LIRE AUSSI</p><ul><li>{LINK}</li></ul></div><p>{LAST}</p>"
        '<div class="signature-article">Maud Kerléo</div><div class="block-surlemmsujet">'
        f"<p>Sur le même sujet</p>{LINK}</div></div>",
    )
    assert (article.report.layout, article.report.warnings) == ("lesechos_2014", ())
    assert list(article.body) == [Paragraph(text=FIRST), Paragraph(text=LAST)]
    assert [(link.label, link.position) for link in article.related_links] == [
        ("LIRE AUSSI", 1),
        ("Sur le même sujet", 2),
    ]
    assert [author.name for author in article.authors] == ["Maud Kerléo"]


def test_the_huffpost_before_2019_is_read() -> None:
    article = page(
        "huffingtonpost.fr",
        '<h1>La haie</h1><a class="author-card__details__name">Maud Kerléo avec AFP</a>',
        f'<div class="post-contents"><p>{FIRST}</p><div class="related-entries">{LINK}</div>'
        f"<p>{LAST}</p></div>",
    )
    assert (article.report.layout, article.report.warnings) == ("huffpost_2022", ())
    assert list(article.body) == [Paragraph(text=FIRST), Paragraph(text=LAST)]
    assert [(link.label, link.headline) for link in article.related_links] == [
        ("", "Le bocage en chiffres")
    ]
    assert ([author.name for author in article.authors], article.agencies) == (
        ["Maud Kerléo"],
        ("AFP",),
    )


@pytest.mark.parametrize(
    ("site", "body", "wall"),
    [
        (
            "lefigaro.fr",
            '<div class="fig-content__body"><p>{}</p></div>',
            '<div class="fig-premium-paywall"><p>La suite attend.</p></div>',
        ),
        (
            "lefigaro.fr",
            '<div class="fig-article-body"><p>{}</p></div>',
            '<div class="fig-premium-paywall"><p>La suite attend.</p></div>',
        ),
        (
            "telerama.fr",
            '<article class="article__page-content"><p>{}</p></article>',
            '<section class="paywall"><p>La suite attend.</p></section>',
        ),
        (
            "lefigaro.fr",
            '<div class="fig-content-body"><p>{}</p></div>',
            '<div id="fig-premium-paywall"><p>La suite attend.</p></div>',
        ),
        (
            "courrierinternational.com",
            '<div class="article-text"><p>{}</p></div>',
            '<div id="bloc_paywall"><p>La suite attend.</p></div>',
        ),
        (
            "lesechos.fr",
            '<div class="post-paywall"><p>{}</p></div>',
            '<div id="registerWall"><p>La suite attend.</p></div>',
        ),
        (
            "letemps.ch",
            '<div class="post__content"><p>{}</p></div>',
            '<div class="post-subscribe"><p>La suite attend.</p></div>',
        ),
        (
            "nouvelobs.com",
            '<div id="ObsArticle-body"><p>{}</p></div>',
            '<div class="ObsPaywall"><p>La suite attend.</p></div>',
        ),
        (
            "lepoint.fr",
            '<div class="art-text"><p>{}</p></div>',
            '<aside id="article-reserve-aux-abonnes"><p>La suite attend.</p></aside>',
        ),
    ],
)
def test_paywall_means_that_the_body_is_truncated(site: str, body: str, wall: str) -> None:
    body = body.format(FIRST)
    assert not page(site, "<h1>La haie</h1>", body).is_truncated
    article = page(site, "<h1>La haie</h1>", body + wall)
    assert article.is_truncated
    assert list(article.body) == [Paragraph(text=FIRST)]


def test_box_that_is_a_link_is_a_related_link() -> None:
    article = page(
        "nouvelobs.com",
        "<h1>La haie</h1>",
        f'<div class="article-page__body"><p>{FIRST}</p><a class="lire" href="{ALSO}">Le bocage en '
        f"chiffres</a><p>{LAST}</p></div>",
    )
    assert list(article.body) == [Paragraph(text=FIRST), Paragraph(text=LAST)]
    assert [(link.headline, link.url, link.position) for link in article.related_links] == [
        ("Le bocage en chiffres", ALSO, 1)
    ]
    assert article.report.removed == ()


@pytest.mark.parametrize(
    ("href", "crumbs"),
    [
        ("/", ("Planète",)),
        ("https://www.nouvelobs.com", ("Planète",)),
        ("http://www.nouvelobs.com/", ("Planète",)),
        ("https://reves.nouvelobs.com/", ("Rêves", "Planète")),
        ("/idees/", ("Rêves", "Planète")),
    ],
)
def test_breadcrumbs_exclude_the_link_to_the_home_page(href: str, crumbs: tuple[str, ...]) -> None:
    """A link to the root of the page's own site is skipped; one to another site may be a
    section."""
    article = page(
        "nouvelobs.com",
        f'<nav class="breadcrumb"><a href="{href}">Rêves</a> <a href="/planete/">Planète</a></nav>'
        "<h1>La haie</h1>",
        f'<div class="article-page__body"><p>{FIRST}</p><p>{LAST}</p></div>',
    )
    assert (article.breadcrumbs, article.section) == (crumbs, crumbs[0])
