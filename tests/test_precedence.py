"""Precedence: which claim wins if several places on a page give the same field."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Final

import pytest

from lemonde_parse import Article, Author, Figure, Source
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import ArticleField, Origin
from lemonde_parse.metadata.precedence import decide

FIELDS: Final = {field.name: field for field in fields.FIELDS}


@pytest.mark.parametrize(
    ("field", "origins"),
    [
        ("headline", ("printed", "json_ld", "og", "html")),
        ("description", ("printed", "json_ld", "og", "meta")),
        ("genre", ("script", "printed")),
        ("authors", ("printed", "json_ld", "script", "og", "signature")),
        ("byline", ("printed", "signature")),
        ("agencies", ("printed", "signature")),
        ("date_published", ("json_ld", "time", "script", "og", "meta", "printed")),
        ("date_modified", ("json_ld", "time", "og", "meta", "printed")),
        ("section", ("printed", "banner", "json_ld", "og")),
        ("breadcrumbs", ("printed", "json_ld")),
        ("keywords", ("json_ld", "og", "meta", "printed")),
        ("kind", ("json_ld", "script", "address", "layout")),
        ("identifier", ("script", "meta", "address")),
        ("canonical_url", ("link", "og", "json_ld")),
        ("in_language", ("html", "og", "json_ld")),
        ("publisher", ("json_ld", "og")),
        ("main_image", ("json_ld", "og")),
        ("is_accessible_for_free", ("json_ld", "script", "og", "status label")),
        ("is_truncated", ("notice", "wall", "script", "meta")),
        ("percent_left", ("notice", "wall")),
    ],
)
def test_the_more_trusted_origin_wins(field: str, origins: tuple[Origin, ...]) -> None:
    for rank, winner in enumerate(origins):
        row: ArticleField[str] = FIELDS[field]
        decision = decide(
            [row.claim(origin, f"says {origin}") for origin in reversed(origins[rank:])]
        )
        assert decision[row] == f"says {winner}"
        assert [source.origin for source in decision.sources if source.won] == [winner]
        assert [source.origin for source in decision.sources] == list(origins[rank:])


@pytest.mark.parametrize("field", ["kicker", "reading_minutes", "translation_url"])
def test_some_fields_never_come_from_metadata(field: str) -> None:
    """They are printed on the page, or come from exports and front matter."""
    assert set(FIELDS[field].origins) <= {"printed", "export", "front matter"}


def test_every_field_of_an_article_is_in_the_table() -> None:
    made_elsewhere = {"url", "body", "related_links", "report"}
    assert set(FIELDS) == {field.name for field in Article.__attrs_attrs__} - made_elsewhere


def test_the_first_claim_of_an_origin_wins() -> None:
    decision = decide([fields.HEADLINE.claim("og", "Un"), fields.HEADLINE.claim("og", "Deux")])
    assert decision[fields.HEADLINE] == "Un"
    assert decision.sources == (
        Source(field="headline", value="Un", origin="og", won=True),
        Source(field="headline", value="Deux", origin="og", won=False),
    )


def test_unusable_claim_is_reported_as_unused() -> None:
    decision = decide(
        [
            fields.AUTHORS.claim("printed", None, "Le Monde"),
            fields.AUTHORS.claim("json_ld", (), "Le Monde.fr"),
            fields.AUTHORS.claim("og", (Author(name="Ana Gil"), Author(name="Jean Petit"))),
            fields.KICKER.claim("printed", None),
        ]
    )
    assert decision[fields.AUTHORS] == (Author(name="Ana Gil"), Author(name="Jean Petit"))
    assert decision[fields.KICKER] is None
    assert decision.sources == (
        Source(field="authors", value="Le Monde", origin="printed", won=False),
        Source(field="authors", value="Le Monde.fr", origin="json_ld", won=False),
        Source(field="authors", value="Ana Gil, Jean Petit", origin="og", won=True),
    )


def test_false_and_zero_are_values() -> None:
    decision = decide(
        [
            fields.IS_TRUNCATED.claim("script", False),
            fields.IS_TRUNCATED.claim("meta", True),
            fields.PERCENT_LEFT.claim("notice", 0.0),
        ]
    )
    assert decision[fields.IS_TRUNCATED] is False
    assert decision[fields.PERCENT_LEFT] == 0.0


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (
            "date_published",
            datetime(2024, 5, 1, 7, tzinfo=timezone(timedelta(hours=2))),
            "2024-05-01T07:00:00+02:00",
        ),
        ("main_image", Figure(url="https://img.example/a.jpg"), "https://img.example/a.jpg"),
        ("keywords", ("mer", "vent"), "mer, vent"),
        ("headline", "Le port", "Le port"),
        ("is_accessible_for_free", False, "False"),
    ],
)
def test_the_report_shows_values_as_text(field: str, value: Any, shown: str) -> None:
    (source,) = decide([FIELDS[field].claim(FIELDS[field].origins[0], value)]).sources
    assert source.value == shown


def test_without_claims_nothing_is_decided() -> None:
    decision = decide([])
    assert (decision.winners, decision.sources) == ({}, ())
