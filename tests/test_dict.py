"""Conversion of articles to dicts and JSON, and back, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from dict_articles import FULL_DICT, minimal
from lemonde_parse import (
    Article,
    Aside,
    Author,
    Embed,
    Figure,
    Heading,
    InvalidDataError,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    ParseWarning,
    Question,
    Quote,
    RelatedLink,
    Removal,
    Report,
    Source,
    Table,
    Text,
    parse,
)

SUMMER = timezone(timedelta(hours=2))

FULL = Article(
    kind="live",
    genre="Enquête",
    url="https://www.lemonde.fr/a?x=1",
    canonical_url="https://www.lemonde.fr/a",
    identifier="6187099",
    headline="Le port se vide",
    kicker="Reportage",
    description="Trois jours au bout du quai.",
    authors=(
        Author(
            name="Ana Gil",
            url="https://www.lemonde.fr/signataires/ana-gil/",
            job_title="envoyée spéciale",
            location="Étel",
        ),
        Author(name="Jean Petit"),
    ),
    byline="Par Ana Gil (Étel, envoyée spéciale) et Jean Petit",
    agencies=("AFP", "Reuters"),
    date_published=datetime(2023, 8, 30, 14, 52, 8, tzinfo=SUMMER),
    day_published=date(2023, 8, 30),
    date_modified=datetime(2023, 8, 31, 7, 0, 0, 250_000, tzinfo=UTC),
    section="Économie",
    breadcrumbs=("Économie", "Pêche"),
    keywords=("mer", "ports"),
    in_language="fr",
    publisher="Le Monde",
    main_image=Figure(
        url="https://img.example/une.jpg", caption="Le quai.", credit="ANA GIL", alt="Un quai"
    ),
    reading_minutes=4,
    announced_length=5120,
    announced_words=812,
    pagination="4, 5",
    body=(
        Heading(
            text="Au 1er jour",
            level=3,
            marks=(
                Mark(kind="superscript", start=4, end=6),
                Mark(kind="link", start=4, end=6, href="/j1"),
            ),
        ),
        Paragraph(text="Il pleut."),
        Question(text="Et demain ?", marks=(Mark(kind="strong", start=0, end=11),)),
        Quote(text="« Non. »", marks=(Mark(kind="emphasis", start=2, end=6),)),
        ListBlock(
            items=(
                Text(text="H2O", marks=(Mark(kind="subscript", start=1, end=2),)),
                Text(text="sel"),
            ),
            ordered=True,
        ),
        Table(rows=((Text(text="Port"), Text(text="")), (Text(text="Étel"),))),
        Figure(),
        Embed(provider="youtube", url="https://www.youtube.com/watch?v=abc", text="Une vidéo"),
        Aside(title="À savoir", blocks=(Aside(blocks=(Paragraph(text="Dedans."),)),)),
        LiveEntry(
            identifier="p1",
            headline="Départ",
            author="Ana Gil",
            date_published=datetime(2023, 8, 30, 9, tzinfo=SUMMER),
            blocks=(Quote(text="Oui"),),
        ),
    ),
    is_accessible_for_free=False,
    is_truncated=True,
    percent_left=57.09,
    related_links=(
        RelatedLink(
            label="Lire aussi",
            headline="Un port",
            url="https://www.lemonde.fr/b",
            is_premium=True,
            position=2,
        ),
    ),
    translation_url="https://www.lemonde.fr/en/a",
    report=Report(
        layout="lemonde_2018",
        removed=(Removal(reason="share", text="Partager", rule="share.network", position=1),),
        sources=(Source(field="headline", value="Le port se vide", origin="printed", won=True),),
        warnings=(ParseWarning(code="cut", message="rien ne suit"),),
        parser_version="0.1.0",
    ),
)


# To a dict


def test_to_dict_mirrors_the_model_field_by_field() -> None:
    assert FULL.to_dict() == FULL_DICT


def test_to_dict_keeps_the_order_of_the_model() -> None:
    data = FULL.to_dict()
    assert list(data) == ["schema_version", *(field.name for field in attrs.fields(Article))]
    assert json.dumps(data) == json.dumps(FULL_DICT)


def test_to_dict_of_a_minimal_article_has_every_field() -> None:
    data = Article(body=()).to_dict()
    assert {name: value for name, value in data.items() if value not in (None, [])} == {
        "schema_version": 1,
        "kind": "article",
        "is_truncated": False,
        "report": {
            "layout": "",
            "removed": [],
            "sources": [],
            "warnings": [],
            "block_rules": [],
            "choices": [],
            "parser_version": "",
        },
    }
    assert set(data) == set(FULL_DICT)


def plain_types(value: object) -> Iterator[type]:
    yield type(value)
    if isinstance(value, dict):
        for key, item in value.items():
            yield from (type(key), *plain_types(item))
    elif isinstance(value, list):
        for item in value:
            yield from plain_types(item)


def test_to_dict_contains_only_json_types() -> None:
    assert set(plain_types(FULL.to_dict())) <= {dict, list, str, int, float, bool, type(None)}


def test_to_dict_returns_a_new_dict_each_time() -> None:
    changed = FULL.to_dict()
    changed["body"].clear()  # type: ignore[union-attr]
    assert FULL.to_dict() == FULL_DICT


def test_to_json_is_one_unescaped_line_by_default() -> None:
    text = FULL.to_json()
    assert "\n" not in text
    assert '"headline": "Le port se vide"' in text
    assert "Économie" in text
    assert json.loads(text) == FULL_DICT


def test_to_json_indents_like_json_dumps() -> None:
    assert FULL.to_json(indent=2) == json.dumps(FULL_DICT, ensure_ascii=False, indent=2)


# From a dict


def test_full_article_round_trips_with_its_report() -> None:
    back = Article.from_dict(FULL_DICT)
    assert back == FULL
    assert back.report == FULL.report
    assert hash(back) == hash(FULL)


def test_main_image_round_trips() -> None:
    """The picture is written with its type, like every block."""
    article = Article(body=(), main_image=Figure(url="https://img.example/une.jpg"))
    assert Article.from_dict(article.to_dict()) == article


def test_parsed_page_with_a_lead_picture_round_trips() -> None:
    page = (
        '<head><meta property="og:image" content="https://img.example/une.jpg"></head><body><main>'
        '<article class="article__content"><p>Il pleut.</p></article></main></body>'
    )
    article = parse(page)
    assert article.main_image == Figure(url="https://img.example/une.jpg")
    assert Article.from_json(article.to_json()) == article


def test_from_json_takes_str_and_bytes() -> None:
    text = json.dumps(FULL_DICT | {"main_image": None})
    wanted = attrs.evolve(FULL, main_image=None)
    assert Article.from_json(text) == wanted
    assert Article.from_json(text.encode()) == wanted
    assert Article.from_json(text.encode("utf-16")) == wanted


def test_from_dict_does_not_change_its_input() -> None:
    data = deepcopy(FULL_DICT | {"main_image": None})
    Article.from_dict(data)
    assert data == FULL_DICT | {"main_image": None}


def test_missing_fields_have_their_defaults() -> None:
    assert Article.from_dict(minimal()) == Article(body=())


@pytest.mark.parametrize("fields", [{"percent_left": 57}, {"percent_left": 57.0}])
def test_integer_is_accepted_as_a_float(fields: dict[str, Any]) -> None:
    percent = Article.from_dict(minimal(**fields)).percent_left
    assert percent == 57.0
    assert type(percent) is float


def test_dates_keep_their_offset_and_z_is_utc() -> None:
    article = Article.from_dict(
        minimal(date_published="2023-08-30T14:52:08+02:00", date_modified="2023-08-30T12:52:08Z")
    )
    assert article.date_published is not None
    assert article.date_modified is not None
    assert article.date_published.isoformat() == "2023-08-30T14:52:08+02:00"
    assert article.date_modified.isoformat() == "2023-08-30T12:52:08+00:00"


def test_day_round_trips() -> None:
    article = Article.from_dict(minimal(day_published="2023-08-30"))
    assert article.day_published == date(2023, 8, 30)
    assert article.to_dict()["day_published"] == "2023-08-30"


@pytest.mark.parametrize("day", ["2023-08-30T14:52:08+02:00", "2023-02-30", 20230830])
def test_invalid_day_is_an_error(day: object) -> None:
    with pytest.raises(InvalidDataError) as raised:
        Article.from_dict(minimal(day_published=day))
    assert raised.value.path == "day_published"
