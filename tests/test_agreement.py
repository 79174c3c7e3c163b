"""Contradictory or misplaced metadata: dates, names, sections and languages. Also pages of teasers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from lxml import etree

from lemonde_parse import Article, NotAnArticleError, parse, parse_text

TEXT = (
    "<p>Le bac reprend lundi, et avec lui les habitudes du quai, les vélos et les chiens.</p>"
    "<p>Huit cents personnes le prenaient chaque jour, sans que personne les comptât.</p>"
)


def page(*, head: str = "", header: str = "", ld: dict[str, Any] | None = None) -> Article:
    if ld is not None:
        node = {"@context": "https://schema.org", "@type": "NewsArticle", **ld}
        head += f'<script type="application/ld+json">{json.dumps(node)}</script>'
    return parse(
        f'<html lang="fr"><head><title>Le bac</title>{head}</head><body><main><article>'
        f"<h1>Le bac reprend</h1>{header}{TEXT}</article></main></body></html>"
    )


def dates(article: Article) -> tuple[str | None, str | None]:
    return (
        article.date_published.isoformat() if article.date_published else None,
        article.date_modified.isoformat() if article.date_modified else None,
    )


EARLY, LATE = "2023-11-01T16:28:29+01:00", "2023-11-01T21:02:45+01:00"


def test_dates_are_swapped_if_date_modified_precedes_date_published() -> None:
    article = page(ld={"datePublished": LATE, "dateModified": EARLY})
    assert dates(article) == (EARLY, LATE)


def test_dates_are_swapped_if_the_printed_date_is_the_earlier_one() -> None:
    header = '<p class="date">publié le 1er novembre 2023 à 16h28</p>'
    article = page(header=header, ld={"datePublished": LATE, "dateModified": EARLY})
    assert dates(article) == (EARLY, LATE)


def test_date_modified_is_dropped_if_the_printed_date_is_the_later_one() -> None:
    header = '<p class="date">publié le 1er novembre 2023 à 21h02</p>'
    article = page(header=header, ld={"datePublished": LATE, "dateModified": EARLY})
    assert dates(article) == (LATE, None)
    lost = [source for source in article.report.sources if source.value == EARLY]
    assert [source.won for source in lost] == [False]


def test_equal_dates_are_unchanged() -> None:
    assert dates(page(ld={"datePublished": EARLY, "dateModified": EARLY})) == (EARLY, EARLY)


def test_update_printed_before_the_publication_date_is_read() -> None:
    header = '<p class="date">Mis à jour le 12/09/2020 à 10:34, publié le 11/09/2020 à 08:00</p>'
    assert dates(page(header=header)) == (
        "2020-09-11T08:00:00+02:00",
        "2020-09-12T10:34:00+02:00",
    )


@pytest.mark.parametrize(
    ("header", "ld"),
    [
        ("", {"datePublished": "2023-09-14"}),
        ('<time itemprop="datePublished" datetime="2023-09-14">jeudi</time>', None),
        ("<time>14 septembre 2023</time>", None),
        ('<p class="date">Publié le jeudi 14 septembre 2023</p>', None),
        ('<span class="date">14/09/2023</span>', None),
    ],
)
def test_date_without_a_time_is_the_day_published(header: str, ld: dict[str, Any] | None) -> None:
    article = page(header=header, ld=ld)
    assert (article.date_published, article.day_published) == (None, date(2023, 9, 14))
    assert article.paragraphs[0].text.startswith("Le bac reprend lundi")


def test_date_with_a_time_wins_over_a_day() -> None:
    head = f'<meta property="article:published_time" content="{EARLY}">'
    article = page(head=head, ld={"datePublished": "2023-11-01"})
    assert (dates(article)[0], article.day_published) == (EARLY, None)
    assert [
        (source.origin, source.value, source.won)
        for source in article.report.sources
        if source.field == "day_published"
    ] == [("json_ld", "2023-11-01", False)]


def test_formats_contain_the_day_published() -> None:
    article = page(ld={"datePublished": "2023-09-14"})
    assert article.to_dict()["day_published"] == "2023-09-14"
    assert article.to_json_ld()["datePublished"] == "2023-09-14"
    assert "\ndate: 2023-09-14\n" in article.to_markdown(metadata=True).replace('"', "")
    html = article.to_html()
    assert '<time itemprop="datePublished" datetime="2023-09-14">2023-09-14</time>' in html
    tei = etree.fromstring(article.to_tei().encode())
    assert set(tei.xpath("//*[local-name()='date']/@when")) == {"2023-09-14"}
    for read in (parse(html), parse_text(article.to_markdown(metadata=True))):
        assert read.day_published == date(2023, 9, 14)


PAPER = '<meta property="og:site_name" content="La Gazette du Fleuve">'


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Organization", "name": "La Gazette du Fleuve"},
        {"name": "LA GAZETTE DU FLEUVE"},
        "La Gazette du Fleuve",
        {"name": "Le Point.fr"},
    ],
)
def test_newspaper_is_not_an_author(author: object) -> None:
    assert page(head=PAPER, ld={"author": author}).authors == ()


def test_author_whose_site_has_the_same_name_is_kept() -> None:
    head = '<meta property="og:site_name" content="Lise Amont">'
    assert [author.name for author in page(head=head, ld={"author": "Lise Amont"}).authors] == [
        "Lise Amont"
    ]


def test_section_marked_as_author_is_not_an_author() -> None:
    crumbs = '<div class="breadcrumb"><a href="/a/">Rivières</a></div>'
    header = f'{crumbs}<span class="author-name">Rivières</span>'
    assert page(header=header, ld={"author": "Lise Amont"}).authors[0].name == "Lise Amont"


@pytest.mark.parametrize(
    ("trail", "section", "crumbs"),
    [
        ("<a href='/f/'>Futurs,</a><a href='/m/'>Météo</a>", "Futurs", ("Futurs", "Météo")),
        ("<a href='/x/'>La Gazette du Fleuve</a> > <a href='/m/'>Monde</a>", "Monde", ("Monde",)),
        ("<a href='/x/'>Actualités</a> › <a href='/m/'>Monde ›</a>", "Monde", ("Monde",)),
        ("<a href='/m/'>Monde</a> / <a href='/t'>Le bac reprend</a>", "Monde", ("Monde",)),
        ("<a href='/2014/'>2014</a><a href='/2014/04/'>Avril 2014</a>", None, ()),
    ],
)
def test_breadcrumbs_give_the_section(
    trail: str, section: str | None, crumbs: tuple[str, ...]
) -> None:
    article = page(head=PAPER, header=f'<nav class="breadcrumb">{trail}</nav>')
    assert (article.section, article.breadcrumbs) == (section, crumbs)


def test_path_is_not_a_section() -> None:
    head = '<meta property="article:section" content="/international/">'
    assert page(head=head).section is None


def test_headline_excludes_the_logo_and_the_label() -> None:
    logo = '<h1><a href="http://gazette.example/"><img src="/l.png" alt="">gazette</a></h1>'
    body = f"<body>{logo}<article><h1>Le bac <span class='categorie'>Fleuve</span></h1>{TEXT}"
    assert parse(f"<html>{body}</article></body></html>").headline == "Le bac"


def test_relative_addresses_are_absolute() -> None:
    head = (
        '<link rel="canonical" href="/a/le-bac.html"><meta property="og:image" content="//img.example/b.jpg">'
        '<meta property="og:url" content="https://gazette.example/a/le-bac.html">'
    )
    article = page(head=head)
    assert article.canonical_url == "https://gazette.example/a/le-bac.html"
    assert article.main_image is not None
    assert article.main_image.url == "https://img.example/b.jpg"


def test_repeated_author_tags_give_all_authors() -> None:
    head = "".join(
        f'<meta property="article:author" content="{name}">'
        for name in ("Lise Amont", "https://x.example/hugo", "<a href='/h'>Hugo Tour</a>")
    )
    assert [author.name for author in page(head=head).authors] == ["Lise Amont", "Hugo Tour"]


def test_authors_referenced_by_identifier_are_read() -> None:
    graph = {
        "@graph": [
            {"@type": "NewsArticle", "author": [{"@id": "#1"}, {"@id": "#2"}, {"@id": "#3"}]},
            {"@type": "Person", "@id": "#1", "name": "Lise Amont"},
            {"@type": "Person", "@id": "#2", "name": "Hugo Tour"},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert [author.name for author in page(head=head).authors] == ["Lise Amont", "Hugo Tour"]


def test_printed_author_gets_the_url_from_json_ld() -> None:
    ld = {"author": {"name": "Élise Amont", "url": "https://x.example/amont"}}
    article = page(header='<p class="byline">Par ELISE AMONT</p>', ld=ld)
    assert [(author.name, author.url) for author in article.authors] == [
        ("ELISE AMONT", "https://x.example/amont")
    ]


def test_commenter_is_not_an_author() -> None:
    comment = '<div class="comment"><span class="author-name">lecteur78</span><p>Bravo !</p></div>'
    header = '<a class="page-author" href="/a">Lise Amont</a>'
    article = page(header=header + comment)
    assert [author.name for author in article.authors] == ["Lise Amont"]
    assert article.byline == "Lise Amont"


def test_linked_author_in_the_text_is_a_byline() -> None:
    header = '<p class="meta"><a rel="author" href="/page/lise-amont">Lise Amont</a></p>'
    article = page(header=header)
    assert [author.name for author in article.authors] == ["Lise Amont"]
    assert article.related_links == ()
    assert ("byline", "Lise Amont") in [
        (removal.reason, removal.text) for removal in article.report.removed
    ]


def test_adjacent_author_boxes_are_one_byline() -> None:
    row = "".join(
        f'<div class="author-card"><span class="author-name">{name}</span></div>'
        for name in ("Lise Amont, à Rome", "Hugo Tour, à Kiev")
    )
    article = page(header=row)
    assert [(author.name, author.location) for author in article.authors] == [
        ("Lise Amont", "Rome"),
        ("Hugo Tour", "Kiev"),
    ]
    assert article.byline == "Lise Amont, à Rome, Hugo Tour, à Kiev"


def test_authors_of_teaser_cards_are_not_joined() -> None:
    cards = "".join(
        f'<li class="card"><span class="author-name">{name}</span></li>'
        for name in ("Lise Amont", "Hugo Tour")
    )
    assert [author.name for author in page(header=cards).authors] == ["Lise Amont"]


def test_footer_breadcrumb_list_is_ignored() -> None:
    trail = '<div><div><nav class="breadcrumb"><ul><li><a href="/m/">Monde</a></li></ul></nav></div></div>'
    footer = '<div><div><ul class="breadcrumb-foot"><li><b><a href="/l/">Contact</a></b></li></ul></div></div>'
    assert page(header=trail + footer).breadcrumbs == ("Monde",)


def test_time_is_read_from_the_title_of_a_link_around_the_date() -> None:
    day = '<a href="/b" title="10:15" rel="bookmark"><span class="date">lundi 01 février 2016</span></a>'
    assert dates(page(header=f"<div>{day}</div>"))[0] == "2016-02-01T10:15:00+01:00"


def test_link_title_without_a_time_leaves_only_the_day() -> None:
    day = '<a href="/b" title="1 commentaire"><span class="date">01 février 2016</span></a>'
    assert page(header=f"<div>{day}</div>").day_published == date(2016, 2, 1)


def test_repeated_headline_is_not_a_description() -> None:
    head = '<meta property="og:description" content="Le Bac reprend">'
    assert page(head=head).description is None


TEASER = (
    "<div><h2><a href='/{0}'>Titre {0}</a></h2><p>Le bac numéro {0} reprend lundi, et avec lui les habitudes du quai, les "
    "vélos, les chiens, et le café de sept heures chez la veuve du passeur.</p></div>"
)
TEASERS = "".join(map(TEASER.format, range(5)))


def test_page_of_teasers_is_not_an_article() -> None:
    with pytest.raises(NotAnArticleError) as raised:
        parse(f"<html><body><h1>La Gazette</h1><div>{TEASERS}</div></body></html>")
    assert raised.value.reason == "section front"


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TEASERS}<p>Et un paragraphe de plus, qui n’a pas de titre au-dessus de lui.</p></div>",
        f"<p class='byline'>Par Lise Amont</p><div>{TEASERS}</div>",
        f"<div>{''.join(map(TEASER.format, range(4)))}</div>",
    ],
)
def test_article_with_linked_headings_is_read(body: str) -> None:
    assert parse(f"<html><body><h1>Cinq bacs</h1>{body}</body></html>").headline == "Cinq bacs"


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Le pont et la rive, par Ana Gil", ["Ana Gil"]),
        ("Le pont, par Ana Gil et Jean Petit", ["Ana Gil", "Jean Petit"]),
        ("Le pont traversé, par temps de pluie", []),
        ("Le pont, par Toutatis", []),
        ("par Ana Gil", []),
    ],
)
def test_author_is_read_from_the_end_of_the_headline(headline: str, names: list[str]) -> None:
    article = parse(f"<html><body><article><h1>{headline}</h1>{TEXT}</article></body></html>")
    assert [author.name for author in article.authors] == names
    assert article.headline == headline


def test_byline_wins_over_an_author_in_the_headline() -> None:
    header = '<p class="byline">Jean Petit</p>'
    body = f"<article><h1>Le pont, par Ana Gil</h1>{header}{TEXT}</article>"
    assert [author.name for author in parse(f"<html><body>{body}</body></html>").authors] == [
        "Jean Petit"
    ]


@pytest.mark.parametrize(
    ("head", "header", "language"),
    [
        ('<meta property="og:locale" content="fr_FR">', "", "fr-FR"),
        ('<link rel="canonical" href="https://vigie.example/en/a.html">', "", "en"),
        ("", '<p class="date">Publié le 14 septembre 2023 à 10h00</p>', "fr"),
        ("", '<p class="byline">By Ana Gil</p>', "en"),
        ("", '<p class="byline">Ana Gil</p>', None),
        ('<link rel="canonical" href="https://vigie.example/environs/a.html">', "", None),
    ],
)
def test_undeclared_language_is_read_from_locale_address_or_wording(
    head: str, header: str, language: str | None
) -> None:
    article = parse(
        f"<html><head>{head}</head><body><article><h1>Le pont</h1>{header}{TEXT}</article></body></html>"
    )
    assert article.in_language == language


def test_declared_language_wins() -> None:
    assert page(header='<p class="byline">By Ana Gil</p>').in_language == "fr"


def test_subscriber_label_does_not_mean_that_the_body_is_truncated() -> None:
    article = page(header='<p class="article__status">Article réservé aux abonnés</p>')
    assert article.is_accessible_for_free is False
    assert not article.is_truncated


@pytest.mark.parametrize(
    ("html", "locale", "language"),
    [
        ("en", "fr_FR", "fr-FR"),
        ("en-US", "fr_FR", "fr-FR"),
        ("en", "en_GB", "en"),
        ("en", "", "en"),
        ("fr", "en_US", "fr"),
    ],
)
def test_english_in_the_html_tag_is_ignored_if_the_locale_is_not_english(
    html: str, locale: str, language: str
) -> None:
    head = f'<meta property="og:locale" content="{locale}">' if locale else ""
    body = f"<main><article><h1>Le bac reprend</h1>{TEXT}</article></main>"
    article = parse(f'<html lang="{html}"><head>{head}</head><body>{body}</body></html>')
    assert article.in_language == language
