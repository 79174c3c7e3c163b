"""The values that JSON-LD claims for the fields of an article."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import Author, Figure
from lemonde_parse.metadata import json_ld
from lemonde_parse.metadata.precedence import decide
from metadata_pages import Values, values_of, values_of_json


def ld_values(**node: Any) -> Values:
    return values_of(json_ld.claims([{"@type": "NewsArticle", **node}]))


@pytest.mark.parametrize(
    ("node", "field", "value"),
    [
        ({"headline": "L&#39;été  au port"}, "headline", "L'été au port"),
        ({"name": "Le port"}, "headline", "Le port"),
        ({"description": ["Un jour.", "Deux."]}, "description", "Un jour."),
        (
            {"datePublished": "2024-05-01T07:00:00+02:00"},
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            {"uploadDate": "2024-05-01T05:00:00Z"},
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            {"dateModified": "2024-05-02T07:00:00+02:00"},
            "date_modified",
            datetime(2024, 5, 2, 5, tzinfo=UTC),
        ),
        ({"author": {"@type": "Person", "name": "Ana Gil"}}, "authors", (Author(name="Ana Gil"),)),
        ({"author": "Ana Gil"}, "authors", (Author(name="Ana Gil"),)),
        (
            {"author": ["Ana Gil", {"name": "Jean Petit"}]},
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            {"author": {"name": "Ana Gil et Jean Petit"}},
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            {"author": {"name": "Ana Gil", "url": "https://a.example/ana", "jobTitle": "Reporter"}},
            "authors",
            (Author(name="Ana Gil", url="https://a.example/ana", job_title="Reporter"),),
        ),
        ({"author": [{"name": "AFP"}, {"name": "Ana Gil"}]}, "agencies", ("AFP",)),
        ({"articleSection": ["Économie", "Pêche"]}, "section", "Économie"),
        ({"articleSection": "Économie"}, "section", "Économie"),
        ({"keywords": ["mer", "vent", "mer"]}, "keywords", ("mer", "vent")),
        ({"keywords": "mer, vent"}, "keywords", ("mer", "vent")),
        ({"inLanguage": "fr"}, "in_language", "fr"),
        ({"publisher": {"name": "Le Monde"}}, "publisher", "Le Monde"),
        ({"publisher": [{"name": "Le Monde"}]}, "publisher", "Le Monde"),
        (
            {"mainEntityOfPage": {"@id": "https://a.example/a"}},
            "canonical_url",
            "https://a.example/a",
        ),
        ({"url": "https://a.example/\na"}, "canonical_url", "https://a.example/a"),
        (
            {"image": "https://img.example/a.jpg"},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (
            {"image": [{"url": "https://img.example/a.jpg"}]},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (
            {"thumbnailUrl": ["https://img.example/a.jpg"]},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        ({"isAccessibleForFree": False}, "is_accessible_for_free", False),
        ({"isAccessibleForFree": "False"}, "is_accessible_for_free", False),
        ({"isAccessibleForFree": "True"}, "is_accessible_for_free", True),
        ({"isAccessibleForFree": " true "}, "is_accessible_for_free", True),
        ({"isAccessibleForFree": "https://schema.org/False"}, "is_accessible_for_free", False),
        ({"@type": "LiveBlogPosting"}, "kind", "live"),
        ({"@type": ["Thing", "VideoObject"]}, "kind", "video"),
        ({"@type": "https://schema.org/BlogPosting"}, "kind", "blog"),
    ],
)
def test_keys_of_the_article_node_give_claims(
    node: dict[str, Any], field: str, value: object
) -> None:
    assert ld_values(**node)[field] == value


@pytest.mark.parametrize(
    ("node", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"headline": 3}, "headline"),
        ({"datePublished": "hier"}, "date_published"),
        ({"datePublished": 17145}, "date_published"),
        ({"author": {"name": "Le Monde"}}, "authors"),
        ({"author": {"name": "Le Monde avec AFP"}}, "authors"),
        ({"author": None}, "authors"),
        ({"author": [3, {"nom": "Ana Gil"}]}, "authors"),
        ({"keywords": []}, "keywords"),
        ({"isAccessibleForFree": "maybe"}, "is_accessible_for_free"),
        ({"isAccessibleForFree": 1}, "is_accessible_for_free"),
        ({"image": {}}, "main_image"),
        ({}, "kind"),
    ],
)
def test_unusable_values_are_dropped(node: dict[str, Any], field: str) -> None:
    assert field not in ld_values(**node)


def test_breadcrumbs_exclude_the_home_page() -> None:
    trail: dict[str, Any] = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"name": "A la une", "item": "/"},
            {"item": {"name": "Économie"}},
            {"name": "Pêche"},
            {"position": 4},
            "x",
        ],
    }
    values = values_of(json_ld.claims([trail]))
    assert values == {"breadcrumbs": ("Économie", "Pêche"), "section": "Économie"}


def test_most_specific_node_is_the_article() -> None:
    live: dict[str, Any]
    plain: dict[str, Any]
    site: dict[str, Any]
    live, plain, site = {"@type": "LiveBlogPosting"}, {"@type": "NewsArticle"}, {"@type": "WebSite"}
    assert json_ld.article_node([site, plain, live]) is live
    assert json_ld.article_node([site, plain]) is plain
    assert json_ld.article_node([site]) is None


LD_KEYS = [
    "headline",
    "name",
    "description",
    "datePublished",
    "author",
    "articleSection",
    "keywords",
    "inLanguage",
    "publisher",
    "url",
]


@given(
    st.dictionaries(
        st.sampled_from(
            [*LD_KEYS, "mainEntityOfPage", "image", "isAccessibleForFree", "itemListElement"]
        ),
        values_of_json,
    )
)
def test_any_node_is_read(node: dict[str, Any]) -> None:
    decide(json_ld.claims([{"@type": "NewsArticle", **node}, {"@type": "BreadcrumbList", **node}]))
