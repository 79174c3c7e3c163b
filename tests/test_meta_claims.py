"""The values that meta tags claim for the fields of an article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lemonde_parse import Author, Figure
from lemonde_parse.metadata import meta_tags
from metadata_pages import Values, head_of, values_of


def meta_values(*tags: tuple[str, str], before: str = "") -> Values:
    source = before + "".join(
        f'<meta property="{name}" content="{content}">' for name, content in tags
    )
    return values_of(meta_tags.claims(head_of(f"<head>{source}</head>")))


@pytest.mark.parametrize(
    ("tag", "field", "value"),
    [
        (("og:title", "Le port"), "headline", "Le port"),
        (("twitter:title", "Le port"), "headline", "Le port"),
        (("og:description", "Un jour."), "description", "Un jour."),
        (("description", "Un jour."), "description", "Un jour."),
        (("og:article:author", "Ana Gil"), "authors", (Author(name="Ana Gil"),)),
        (
            ("author", "Ana Gil et Jean Petit"),
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            ("article:published_time", "2024-05-01T05:00:00+00:00"),
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            ("og:article:published_time", "2024-05-01T05:00:00Z"),
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            ("og:updated_time", "2024-05-02T05:00:00Z"),
            "date_modified",
            datetime(2024, 5, 2, 5, tzinfo=UTC),
        ),
        (("og:article:section", "Économie"), "section", "Économie"),
        (("article:tag", "mer"), "keywords", ("mer",)),
        (("keywords", "mer, vent, , mer"), "keywords", ("mer", "vent")),
        (("og:locale", "fr_FR"), "in_language", "fr-FR"),
        (("og:site_name", "Le Monde.fr"), "publisher", "Le Monde.fr"),
        (("og:url", "https://a.example/a"), "canonical_url", "https://a.example/a"),
        (
            ("og:image", "https://img.example/a.jpg"),
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (("al:ios:url", "lmfr://element/article/6187099?x4=8"), "identifier", "6187099"),
        (("al:android:url", "lmfr://en/element/article/6748878"), "identifier", "6748878"),
        (
            (
                "og:url",
                "https://www.lemonde.fr/politique/article/2023/08/30/un-titre_6187099_823448.html",
            ),
            "identifier",
            "6187099",
        ),
        (
            (
                "og:url",
                "https://www.lemonde.fr/culture/video/2023/08/30/un-titre_6187099_3246.html",
            ),
            "kind",
            "video",
        ),
        (
            ("og:url", "https://www.lemonde.fr/en/sport/live/2023/08/30/a-title_6187099_9.html"),
            "kind",
            "live",
        ),
        (("og:url", "https://www.lemonde.fr/blog/coin/2020/05/01/un-billet/"), "kind", "blog"),
        (("og:url", "http://coin.blog.lemonde.fr/2015/05/01/un-billet/"), "kind", "blog"),
        (("og:article:content_tier", "locked"), "is_accessible_for_free", False),
        (("og:article:content_tier", "free"), "is_accessible_for_free", True),
        (("ad:teaser", "1"), "is_truncated", True),
        (("ad:teaser", "0"), "is_truncated", False),
    ],
)
def test_meta_tag_gives_a_claim(tag: tuple[str, str], field: str, value: object) -> None:
    assert meta_values(tag)[field] == value


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        (("og:article:author", "Le Monde"), "authors"),
        (("article:author", "https://www.facebook.com/lemonde.fr"), "authors"),
        (("article:published_time", "hier"), "date_published"),
        (("og:image", "https://img.example/logos/lemonde.png"), "main_image"),
        (("og:image", "https://img.example/default-article.png"), "main_image"),
        (("og:article:content_tier", "other"), "is_accessible_for_free"),
        (
            (
                "og:url",
                "https://www.lemonde.fr/economie/article/2024/05/01/un-titre_6187099_3234.html",
            ),
            "kind",
        ),
        (("og:url", "https://autre.example/article_6187099_3234.html"), "identifier"),
        (("al:ios:url", "autre://element/article/6187099"), "identifier"),
    ],
)
def test_unusable_meta_tag_gives_no_claim(tag: tuple[str, str], field: str) -> None:
    assert field not in meta_values(tag)


def test_the_canonical_link_and_the_html_language_are_claims_too() -> None:
    head = head_of(
        '<html lang="fr"><head><link rel="canonical" href="https://a.example/a"><title>Le port</title></head>'
    )
    assert values_of(meta_tags.claims(head)) == {
        "headline": "Le port",
        "in_language": "fr",
        "canonical_url": "https://a.example/a",
    }


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Le port - Le Monde", "Le Monde", "Le port"),
        ("Le port | Le Monde.fr", "Le Monde", "Le port"),
        ("Le port – LE MONDE", "Le Monde.fr", "Le port"),
        ("Le port — vu de loin | Le Monde", "Le Monde", "Le port — vu de loin"),
        ("Le port - la suite", "Le Monde", "Le port - la suite"),
        ("Le port - Le Monde", None, "Le port"),
        ("Le port - Le Monde", "La Vigie", "Le port"),
        ("Le port | Ouest-France", None, "Le port"),
        ("Le port | Libération.fr", None, "Le port"),
        ("Le port - La Vigie", None, "Le port - La Vigie"),
        ("Le port - Le monde entier", None, "Le port - Le monde entier"),
        ("Le Monde", "Le Monde", "Le Monde"),
        ("Saint-Malo", "Malo", "Saint-Malo"),
        ("", "Le Monde", ""),
    ],
)
def test_site_name_is_removed_from_the_title(title: str, site: str | None, headline: str) -> None:
    assert meta_tags.without_site(title, site) == headline
