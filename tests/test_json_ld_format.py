"""Articles as JSON-LD."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import get_args

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from generated_articles import articles, check_terms, every_page, quick
from lemonde_parse import (
    Article,
    Author,
    Figure,
    LiveEntry,
    Paragraph,
    RelatedLink,
)
from lemonde_parse.article import Kind


@quick
@given(
    articles,
    st.sampled_from(get_args(Kind)),
    st.sampled_from([None, "Tribune", "Critique", "Inconnu"]),
)
def test_json_ld_uses_schema_org_terms(article: Article, kind: Kind, genre: str | None) -> None:
    node = evolve(article, kind=kind, genre=genre).to_json_ld()
    assert json.loads(json.dumps(node)) == node
    assert node["@context"] == "https://schema.org"
    check_terms(node)


@every_page
def test_json_ld_of_every_page_uses_schema_org_terms(article: Article) -> None:
    node = article.to_json_ld()
    check_terms(node)
    assert node["articleBody"] == article.text
    assert node.get("headline") == article.headline


@pytest.mark.parametrize(
    ("kind", "genre", "wanted"),
    [
        ("article", None, "NewsArticle"),
        ("article", "Portrait", "NewsArticle"),
        ("article", "Tribune", "OpinionNewsArticle"),
        ("article", "Éditorial", "OpinionNewsArticle"),
        ("article", "EDITORIAL", "OpinionNewsArticle"),
        ("article", "Critique", "ReviewNewsArticle"),
        ("article", "Analyse", "AnalysisNewsArticle"),
        ("article", "Décryptage", "BackgroundNewsArticle"),
        ("article", "Enquête", "ReportageNewsArticle"),
        ("video", "Vidéo", "NewsArticle"),
        ("live", "Factuel", "LiveBlogPosting"),
        ("blog", "Tribune", "BlogPosting"),
    ],
)
def test_json_ld_type_follows_kind_and_genre(kind: str, genre: str | None, wanted: str) -> None:
    assert (
        Article.from_dict(
            {"schema_version": 1, "body": [], "kind": kind, "genre": genre}
        ).to_json_ld()["@type"]
        == wanted
    )


def test_json_ld_of_an_article_has_its_fields() -> None:
    article = Article(
        headline="Un titre",
        authors=(Author(name="Claire Vasseur", url="https://x.example/cv", job_title="reporter", location="Bruxelles"), Author(name="Collectif des ports")),
        agencies=("AFP",),
        publisher="Le Monde",
        section="International",
        keywords=("mer",),
        identifier="6187099",
        canonical_url="https://x.example/a",
        in_language="fr",
        date_published=datetime(2024, 5, 1, 7, tzinfo=UTC),
        reading_minutes=4,
        is_accessible_for_free=False,
        main_image=Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP"),
        related_links=(RelatedLink(label="Lire aussi", headline="Un autre", url="https://x.example/b"),),
        body=(Paragraph(text="Deux mots."), Figure(url="javascript:x"), Figure(url="https://x.example/i.jpg", caption="Le port.", credit="AFP")),
    )  # fmt: skip
    assert article.to_json_ld() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://x.example/a",
        "url": "https://x.example/a",
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://x.example/a", "relatedLink": ["https://x.example/b"]},
        "identifier": "6187099",
        "headline": "Un titre",
        "articleSection": "International",
        "keywords": ["mer"],
        "inLanguage": "fr",
        "author": [
            {"@type": "Person", "name": "Claire Vasseur", "url": "https://x.example/cv", "jobTitle": "reporter", "workLocation": {"@type": "Place", "name": "Bruxelles"}},
            {"@type": "Organization", "name": "Collectif des ports"},
        ],
        "sourceOrganization": [{"@type": "Organization", "name": "AFP"}],
        "publisher": {"@type": "Organization", "name": "Le Monde"},
        "datePublished": "2024-05-01T07:00:00+00:00",
        "isAccessibleForFree": False,
        "timeRequired": "PT4M",
        "image": [{"@type": "ImageObject", "url": "https://x.example/i.jpg", "caption": "Le port.", "creditText": "AFP"}],
        "articleBody": "Deux mots.",
        "wordCount": 2,
    }  # fmt: skip


def test_live_blog_posts_are_updates_in_json_ld() -> None:
    post = LiveEntry(
        identifier="7",
        headline="Un fait",
        author="C. D.",
        date_published=datetime(2024, 5, 1, tzinfo=UTC),
        blocks=(Paragraph(text="Un mot."),),
    )
    node = Article(
        kind="live", canonical_url="https://x.example/l", body=(Paragraph(text="Zéro."), post)
    ).to_json_ld()
    assert node["liveBlogUpdate"] == [
        {
            "@type": "BlogPosting",
            "@id": "https://x.example/l#7",
            "identifier": "7",
            "headline": "Un fait",
            "author": {"@type": "Person", "name": "C. D."},
            "datePublished": "2024-05-01T00:00:00+00:00",
            "articleBody": "Un fait\n\nUn mot.",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"agencies": ["AFP"], "publisher": "Le Monde"}, "AFP"),
        ({"publisher": "Le Monde"}, "Le Monde"),
    ],
)
def test_json_ld_author_of_unsigned_articles_is_agency_or_publisher(
    fields: dict[str, object], author: str
) -> None:
    node = Article.from_dict({"schema_version": 1, "body": [], **fields}).to_json_ld()  # type: ignore[dict-item]  # any JSON value
    assert node["author"] == [{"@type": "Organization", "name": author}]


@pytest.mark.parametrize(
    ("name", "schema_type"),
    [
        ("Collectif des ports", "Organization"),
        ("Le service Économie", "Organization"),
        ("L’équipe du phare", "Organization"),
        ("Les Décodeurs", "Organization"),
        ("Le Monde Afrique", "Organization"),
        ("Libération", "Organization"),
        ("AFP", "Organization"),
        ("l’AFP", "Organization"),
        ("Keystone-ATS", "Organization"),
        ("Efe Kaya", "Person"),
        ("Ana Gil", "Person"),
        ("Agnès Lemonde", "Person"),
    ],
)
def test_authors_are_persons_or_organizations_in_json_ld(name: str, schema_type: str) -> None:
    article = Article(authors=(Author(name=name),), body=())
    assert article.to_json_ld()["author"] == [{"@type": schema_type, "name": name}]
