"""Fields printed around the body, and paywall notices inside it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from lemonde_parse import Author, Source, parse
from lemonde_parse.metadata.printed import percent_left
from metadata_pages import iso, printed

TITLE = "Le port de Lorient se remplit"


@pytest.mark.parametrize(
    ("titles", "declared", "headline"),
    [
        (("Sciences", TITLE), TITLE, TITLE),
        (("Sciences", TITLE), f"{TITLE} - La Vigie", TITLE),
        (("La Vigie de Lorient", TITLE), f"{TITLE} : La Vigie de Lorient", TITLE),
        (("Sciences", "Le port se remplit"), "Le port se remplit", "Le port se remplit"),
        (("Sciences", "Le port"), "Le port", "Sciences"),  # too short to be sure
        (("Sciences", TITLE), "Le bac", "Sciences"),
        ((TITLE, "Le bac de Lorient est parti"), "", TITLE),
    ],
)
def test_headline_is_the_printed_title_that_the_page_declares(
    titles: tuple[str, ...], declared: str, headline: str
) -> None:
    head = f'<meta property="og:title" content="{declared}">'
    body = "".join(f"<h1>{title}</h1>" for title in titles)
    text = "<p>Le bac est parti ce matin, et les passagers attendent encore sur le quai.</p>"
    page = f"<html><head>{head}</head><body>{body}<div>{text * 4}</div></body></html>"
    assert parse(page).headline == headline


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ('<h1 class="article__title">Le <em>port</em></h1>', "headline", "Le port"),
        ('<h1 class="ds-title">Le port</h1>', "headline", "Le port"),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "description",
            "Depuis trois jours.",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "kicker",
            "Enquête",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "genre",
            "Enquête",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Au large</span>Trois jours.</p>',
            "genre",
            None,
        ),
        ('<span class="meta__author">Par Ana Gil (Rome)</span>', "byline", "Par Ana Gil (Rome)"),
        ('<span class="meta__author">Par Ana Gil(Rome)</span>', "byline", "Par Ana Gil (Rome)"),
        ('<p class="meta__authors">Par Ana Gil</p>', "authors", (Author(name="Ana Gil"),)),
        (
            '<span class="meta__author">Par Ana Gil (Rome)</span>',
            "authors",
            (Author(name="Ana Gil", location="Rome"),),
        ),
        (
            '<span class="meta__author">Par <a href="/signataires/ana-gil/">Ana Gil</a> et Jean Petit</span>',
            "authors",
            (
                Author(name="Ana Gil", url="https://www.lemonde.fr/signataires/ana-gil/"),
                Author(name="Jean Petit"),
            ),
        ),
        ('<span class="meta__author">Le Monde avec AFP</span>', "authors", ()),
        ('<span class="meta__author">Le Monde avec AFP</span>', "agencies", ("AFP",)),
        (
            '<p class="article__author-identity">Ana Gil</p><p class="article__author-job">Historienne</p>',
            "authors",
            (Author(name="Ana Gil", job_title="Historienne"),),
        ),
        (
            '<p class="article__author-identity">Ana Gil</p><p class="article__author-job">Historienne</p>',
            "byline",
            "Ana Gil (Historienne)",
        ),
        (
            """<p class="article__author-identity">Ana Gil</p><p class="article__author-identity">Jean Petit</p>
            <p class="article__author-job">Historienne</p>""",
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            '<ul><li class="breadcrumb__parent">Économie</li><li class="breadcrumb__child">Pêche</li></ul>',
            "breadcrumbs",
            ("Économie", "Pêche"),
        ),
        (
            '<ul><li class="breadcrumb__parent">Économie</li><li class="breadcrumb__child">Pêche</li></ul>',
            "section",
            "Économie",
        ),
        (
            '<p class="meta__reading-time"><span class="sr-only">Temps de </span>Lecture 4 min.</p>',
            "reading_minutes",
            4,
        ),
        ('<p class="meta__reading-time">2 min read</p>', "reading_minutes", 2),
        (
            '<a class="meta__article-en-fr-url" href="/en/a.html">Read in English</a>',
            "translation_url",
            "https://www.lemonde.fr/en/a.html",
        ),
        (
            '<p class="article__status">Article réservé aux abonnés</p>',
            "is_accessible_for_free",
            False,
        ),
        ('<p class="article__status">Article réservé aux abonnés</p>', "is_truncated", False),
        ('<p class="article__status">À lire ce soir</p>', "is_accessible_for_free", None),
        ("", "headline", None),
        ("", "authors", ()),
        ("", "byline", None),
    ],
)
def test_fields_printed_around_the_body_are_read(header: str, field: str, value: object) -> None:
    assert getattr(printed(header, url="https://www.lemonde.fr/a.html"), field) == value


DATES = '<span class="meta__date">Publié aujourd’hui à 09h02, modifié à 11h46</span>'
ISO_META = '<meta property="article:published_time" content="2024-05-01T07:00:00+02:00">'


def test_printed_dates_are_relative_to_fetched_at() -> None:
    article = printed(DATES, fetched_at=datetime(2024, 5, 1, 20, 0))  # naive: Paris time  # noqa: DTZ001
    assert (iso(article.date_published), iso(article.date_modified)) == (
        "2024-05-01T09:02:00+02:00",
        "2024-05-01T11:46:00+02:00",
    )
    assert [
        (source.field, source.origin, source.won)
        for source in article.report.sources
        if source.field.startswith("date")
    ] == [
        ("date_published", "printed", True),
        ("date_modified", "printed", True),
    ]


def test_relative_dates_without_fetched_at_are_only_reported() -> None:
    article = printed(DATES)
    assert (article.date_published, article.date_modified) == (None, None)
    assert (
        Source(
            field="date_published",
            value="Publié aujourd’hui à 09h02, modifié à 11h46",
            origin="printed",
            won=False,
        )
        in article.report.sources
    )


def test_declared_dates_win_over_printed_ones() -> None:
    article = printed(DATES, head=ISO_META, fetched_at=datetime(2024, 5, 3, 20, 0, tzinfo=UTC))
    assert iso(article.date_published) == "2024-05-01T07:00:00+02:00"
    assert iso(article.date_modified) == "2024-05-03T11:46:00+02:00"


def test_menus_with_class_names_of_the_article_are_ignored() -> None:
    page = (
        '<html><head></head><body><nav><h1 class="article__title">Faux</h1><span class="meta__author">Par Faux Nom</span></nav>'
        '<main><h1 class="article__title">Vrai</h1><article class="article__content"><p>Il pleut.</p></article></main></body></html>'
    )
    article = parse(page)
    assert (article.headline, article.authors) == ("Vrai", ())


@pytest.mark.parametrize(
    ("notice", "percent"),
    [
        ("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", 57.09),
        ("Il vous reste 65 % de l’article à lire", 65.0),
        ("Il vous reste 12,5\u00a0% de cet article à lire.", 12.5),
        ("You have 57.12% of this article left to read. The rest is for subscribers only.", 57.12),
        ("La suite est réservée aux abonnés.", None),
        ("Il vous reste 100 % de cet article à lire.", 100.0),
        ("Il vous reste 999 % de cet article à lire.", None),
        ("Il vous reste du temps.", None),
        ("", None),
    ],
)
def test_percentage_left_is_read_from_a_notice(notice: str, percent: float | None) -> None:
    assert percent_left(notice) == percent


def test_notice_with_a_very_long_number_gives_valid_json() -> None:
    article = printed(
        body='<p>Il pleut.</p><p class="paywall">Il vous reste '
        + "9" * 400
        + " % de cet article à lire.</p>"
    )
    assert article.is_truncated
    json.loads(article.to_json(), parse_constant=pytest.fail)


def test_notice_in_the_body_gives_truncation_and_percentage() -> None:
    article = printed(
        body="<p>Il pleut.</p><p>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</p>"
    )
    assert (article.is_truncated, article.percent_left, article.text) == (True, 57.09, "Il pleut.")
