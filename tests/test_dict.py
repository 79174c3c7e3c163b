"""Articles to JSON types and back: nothing is lost, and errors have the path to their cause."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from lemonde_parse import (
    Article,
    Aside,
    Author,
    Block,
    Embed,
    Figure,
    Heading,
    InvalidDataError,
    LemondeParseError,
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
    parse_file,
)
from lemonde_parse.article import Kind, RemovalReason, WarningCode
from lemonde_parse.blocks import MarkKind

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

FULL_DICT: dict[str, Any] = {
    "schema_version": 1,
    "kind": "live",
    "genre": "Enquête",
    "url": "https://www.lemonde.fr/a?x=1",
    "canonical_url": "https://www.lemonde.fr/a",
    "identifier": "6187099",
    "headline": "Le port se vide",
    "kicker": "Reportage",
    "description": "Trois jours au bout du quai.",
    "authors": [
        {
            "name": "Ana Gil",
            "url": "https://www.lemonde.fr/signataires/ana-gil/",
            "job_title": "envoyée spéciale",
            "location": "Étel",
        },
        {"name": "Jean Petit", "url": None, "job_title": None, "location": None},
    ],
    "byline": "Par Ana Gil (Étel, envoyée spéciale) et Jean Petit",
    "agencies": ["AFP", "Reuters"],
    "date_published": "2023-08-30T14:52:08+02:00",
    "day_published": "2023-08-30",
    "date_modified": "2023-08-31T07:00:00.250000+00:00",
    "section": "Économie",
    "breadcrumbs": ["Économie", "Pêche"],
    "keywords": ["mer", "ports"],
    "in_language": "fr",
    "publisher": "Le Monde",
    "main_image": {
        "type": "figure",
        "url": "https://img.example/une.jpg",
        "caption": "Le quai.",
        "credit": "ANA GIL",
        "alt": "Un quai",
    },
    "reading_minutes": 4,
    "announced_length": 5120,
    "announced_words": 812,
    "pagination": "4, 5",
    "body": [
        {
            "type": "heading",
            "text": "Au 1er jour",
            "level": 3,
            "marks": [
                {"kind": "superscript", "start": 4, "end": 6, "href": None},
                {"kind": "link", "start": 4, "end": 6, "href": "/j1"},
            ],
        },
        {"type": "paragraph", "text": "Il pleut.", "marks": []},
        {
            "type": "question",
            "text": "Et demain ?",
            "marks": [{"kind": "strong", "start": 0, "end": 11, "href": None}],
        },
        {
            "type": "quote",
            "text": "« Non. »",
            "marks": [{"kind": "emphasis", "start": 2, "end": 6, "href": None}],
        },
        {
            "type": "list",
            "items": [
                {
                    "text": "H2O",
                    "marks": [{"kind": "subscript", "start": 1, "end": 2, "href": None}],
                },
                {"text": "sel", "marks": []},
            ],
            "ordered": True,
        },
        {
            "type": "table",
            "rows": [
                [{"text": "Port", "marks": []}, {"text": "", "marks": []}],
                [{"text": "Étel", "marks": []}],
            ],
        },
        {"type": "figure", "url": None, "caption": None, "credit": None, "alt": None},
        {
            "type": "embed",
            "provider": "youtube",
            "url": "https://www.youtube.com/watch?v=abc",
            "text": "Une vidéo",
        },
        {
            "type": "aside",
            "title": "À savoir",
            "blocks": [
                {
                    "type": "aside",
                    "title": None,
                    "blocks": [{"type": "paragraph", "text": "Dedans.", "marks": []}],
                }
            ],
        },
        {
            "type": "live_entry",
            "identifier": "p1",
            "headline": "Départ",
            "author": "Ana Gil",
            "date_published": "2023-08-30T09:00:00+02:00",
            "blocks": [{"type": "quote", "text": "Oui", "marks": []}],
        },
    ],
    "is_accessible_for_free": False,
    "is_truncated": True,
    "percent_left": 57.09,
    "related_links": [
        {
            "label": "Lire aussi",
            "headline": "Un port",
            "url": "https://www.lemonde.fr/b",
            "is_premium": True,
            "position": 2,
        }
    ],
    "translation_url": "https://www.lemonde.fr/en/a",
    "report": {
        "layout": "lemonde_2018",
        "removed": [
            {"reason": "share", "text": "Partager", "rule": "share.network", "position": 1}
        ],
        "sources": [
            {"field": "headline", "value": "Le port se vide", "origin": "printed", "won": True}
        ],
        "warnings": [{"code": "cut", "message": "rien ne suit"}],
        "block_rules": [],
        "choices": [],
        "parser_version": "0.1.0",
    },
}

PARAGRAPH: dict[str, Any] = {"type": "paragraph", "text": "Il pleut."}


def minimal(**fields: Any) -> dict[str, Any]:
    """Return the minimal data of an article with these fields."""
    return {"schema_version": 1, "body": [], **fields}


def fault(data: Any) -> InvalidDataError:
    """Return the error of `from_dict` for invalid data."""
    with pytest.raises(InvalidDataError) as caught:
        Article.from_dict(data)
    return caught.value


# To a dict


def test_to_dict_mirrors_the_model_field_by_field() -> None:
    assert FULL.to_dict() == FULL_DICT


def test_to_dict_keeps_the_order_of_the_model() -> None:
    told = FULL.to_dict()
    assert list(told) == ["schema_version", *(field.name for field in attrs.fields(Article))]
    assert json.dumps(told) == json.dumps(FULL_DICT)


def test_to_dict_of_a_minimal_article_has_every_field() -> None:
    told = Article(body=()).to_dict()
    assert {name: value for name, value in told.items() if value not in (None, [])} == {
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
    assert set(told) == set(FULL_DICT)


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


def test_to_json_indents_as_json_does() -> None:
    assert FULL.to_json(indent=2) == json.dumps(FULL_DICT, ensure_ascii=False, indent=2)


# And back


def test_full_article_round_trips_with_its_report() -> None:
    back = Article.from_dict(FULL_DICT)
    assert back == FULL
    assert back.report == FULL.report
    assert hash(back) == hash(FULL)


def test_main_image_round_trips() -> None:
    """A figure has its type, like every block."""
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


def test_dates_keep_their_offset_and_z_means_utc() -> None:
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
def test_invalid_day(day: object) -> None:
    with pytest.raises(InvalidDataError) as raised:
        Article.from_dict(minimal(day_published=day))
    assert raised.value.path == "day_published"


# Errors and their paths


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"headline": 3}, "headline"),
        ({"headline": ["Un titre"]}, "headline"),
        ({"kind": "letter"}, "kind"),
        ({"is_truncated": 1}, "is_truncated"),
        ({"is_truncated": None}, "is_truncated"),
        ({"is_accessible_for_free": "False"}, "is_accessible_for_free"),
        ({"percent_left": "57"}, "percent_left"),
        ({"percent_left": True}, "percent_left"),
        ({"reading_minutes": 4.0}, "reading_minutes"),
        ({"reading_minutes": True}, "reading_minutes"),
        ({"keywords": ["mer", 3]}, "keywords[1]"),
        ({"authors": [{"name": "Ana Gil"}, {"name": None}]}, "authors[1].name"),
        ({"authors": [{"job_title": "x"}]}, "authors[0].name"),
        ({"main_image": {"url": 3}}, "main_image.url"),
        (
            {"related_links": [{"label": "", "headline": "x", "position": "2"}]},
            "related_links[0].position",
        ),
        ({"body": None}, "body"),
        ({"body": 3}, "body"),
        ({"body": [PARAGRAPH, 3]}, "body[1]"),
        ({"body": [PARAGRAPH, None]}, "body[1]"),
        ({"body": [{"text": "x"}]}, "body[0]"),
        ({"body": [{"type": "letter", "text": "x"}]}, "body[0]"),
        ({"body": [{"type": None, "text": "x"}]}, "body[0]"),
        ({"body": [{"type": ["paragraph"], "text": "x"}]}, "body[0]"),
        ({"body": [{"type": "paragraph"}]}, "body[0].text"),
        (
            {"body": [PARAGRAPH, PARAGRAPH, PARAGRAPH, {"type": "paragraph", "text": 3}]},
            "body[3].text",
        ),
        ({"body": [{"type": "heading", "text": "x", "level": "2"}]}, "body[0].level"),
        (
            {"body": [{**PARAGRAPH, "marks": [{"kind": "underline", "start": 0, "end": 1}]}]},
            "body[0].marks[0].kind",
        ),
        (
            {"body": [{**PARAGRAPH, "marks": [{"kind": "strong", "end": 1}]}]},
            "body[0].marks[0].start",
        ),
        (
            {"body": [{"type": "list", "items": [{"text": "a"}, {"text": None}]}]},
            "body[0].items[1].text",
        ),
        (
            {"body": [{"type": "table", "rows": [[{"text": "a"}, {"text": 2}]]}]},
            "body[0].rows[0][1].text",
        ),
        (
            {"body": [{"type": "aside", "blocks": [PARAGRAPH, {"type": "quote"}]}]},
            "body[0].blocks[1].text",
        ),
        (
            {"body": [{"type": "aside", "blocks": [{"type": "aside", "blocks": [{"type": "?"}]}]}]},
            "body[0].blocks[0].blocks[0]",
        ),
        (
            {"body": [{"type": "live_entry", "date_published": "2024-05-01"}]},
            "body[0].date_published",
        ),
        ({"report": 3}, "report"),
        (
            {
                "report": {
                    "removed": [{"reason": "share", "text": "x", "rule": "r", "position": "x"}]
                }
            },
            "report.removed[0].position",
        ),
        (
            {"report": {"removed": [{"reason": "boring", "text": "x", "rule": "r"}]}},
            "report.removed[0].reason",
        ),
        (
            {"report": {"sources": [{"field": "a", "value": "b", "origin": "c", "won": "yes"}]}},
            "report.sources[0].won",
        ),
        ({"report": {"warnings": [{"code": "oops", "message": "x"}]}}, "report.warnings[0].code"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_path_of_an_error(fields: dict[str, Any], path: str) -> None:
    error = fault(minimal(**fields))
    assert error.path == path
    assert error.detail
    assert str(error) == f"{path}: {error.detail}"


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"keywords": "mer"}, "keywords"),
        ({"keywords": {"mer": 1}}, "keywords"),
        ({"agencies": "AFP"}, "agencies"),
        ({"body": {}}, "body"),
        ({"body": ""}, "body"),
        ({"body": [{**PARAGRAPH, "marks": {}}]}, "body[0].marks"),
        ({"report": {"removed": {}}}, "report.removed"),
    ],
    ids=str,
)
def test_only_lists_are_accepted_as_lists(fields: dict[str, Any], path: str) -> None:
    """A string is not a list of letters, an object is not a list of keys."""
    assert fault(minimal(**fields)).path == path


@pytest.mark.parametrize(
    ("data", "path", "detail"),
    [
        (minimal(titel="x"), "", "unknown keys: titel"),
        (minimal(titel="x", autor="y"), "", "unknown keys: autor, titel"),
        (minimal(body=[{**PARAGRAPH, "level": 2}]), "body[0]", "unknown keys: level"),
        (minimal(**{"\ud800": 1}), "", "unknown keys: \\ud800"),
        (minimal(percent_left=math.nan), "percent_left", "expected a finite number, got nan"),
        (minimal(percent_left=10**400), "percent_left", "expected a finite number, got inf"),
        (
            minimal(headline="a\ud800"),
            "headline",
            "expected characters, got half of a surrogate pair, U+D800, at 1",
        ),
        (
            minimal(body=[{"type": "heading", "text": "x", "level": 7}]),
            "body[0].level",
            "expected a level from 1 to 6, got int '7'",
        ),
        (
            minimal(body=[{"type": "heading", "text": "x", "level": 0}]),
            "body[0].level",
            "expected a level from 1 to 6, got int '0'",
        ),
        (
            minimal(body=[{"type": "aside", "blocks": [{**PARAGRAPH, "id": 1}]}]),
            "body[0].blocks[0]",
            "unknown keys: id",
        ),
        (minimal(report={"parser": "x"}), "report", "unknown keys: parser"),
    ],
)
def test_unknown_keys_are_named(data: dict[str, Any], path: str, detail: str) -> None:
    error = fault(data)
    assert (error.path, error.detail) == (path, detail)


def test_key_that_is_not_a_string_is_an_error() -> None:
    assert fault({**minimal(), 3: "x"}).path == ""


def test_article_without_body_is_an_error() -> None:
    error = fault({"schema_version": 1})
    assert error.path == "body"
    assert str(error) == "body: 'body' is missing"


@pytest.mark.parametrize("version", [0, 2, "1", None, 1.5, [1]])
def test_another_schema_version_is_refused(version: object) -> None:
    error = fault(minimal(schema_version=version))
    assert error.path == "schema_version"
    assert repr(version) in error.detail


def test_data_without_schema_version_is_refused() -> None:
    assert fault({"body": []}).path == "schema_version"


@pytest.mark.parametrize("data", [None, [], "text", 3, [FULL_DICT]])
def test_data_that_is_not_an_object_is_an_error(data: object) -> None:
    assert fault(data).path == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023-08-30T14:52:08", "offset"),
        ("2023-08-30", "offset"),
        ("30 août 2023", "isoformat"),
        ("", "isoformat"),
        (1693399928, "ISO 8601"),
        (["2023-08-30T14:52:08Z"], "ISO 8601"),
    ],
)
def test_a_date_is_an_iso_date_with_an_offset(value: object, said: str) -> None:
    error = fault(minimal(date_published=value))
    assert error.path == "date_published"
    assert said in error.detail


@pytest.mark.parametrize("number", [-1, 2**63, 10**5_000], ids=["negative", "large", "endless"])
@pytest.mark.parametrize("field", ["reading_minutes", "announced_length", "announced_words"])
def test_sizes_have_a_range(field: str, number: int) -> None:
    error = fault(minimal(**{field: number}))
    assert (error.path, error.detail[:36]) == (field, "expected a number from 0 to 2**63 - ")
    assert Article.from_dict(minimal(**{field: 2**63 - 1})).to_dict()[field] == 2**63 - 1


@pytest.mark.parametrize("percent", [-0.5, 100.1, 1e308, 10**400])
def test_percentages_have_a_range(percent: float) -> None:
    assert fault(minimal(percent_left=percent)).path == "percent_left"
    assert Article.from_dict(minimal(percent_left=100)).percent_left == 100


@pytest.mark.parametrize(
    "marks",
    [
        [(-1, 2)],
        [(2, 2)],
        [(3, 2)],
        [(0, 6)],
        [(9, 10)],
        [(2, 3), (0, 1)],
        [(0, 10**400)],
    ],
)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "question", "quote", "list", "table"])
def test_marks_are_in_order_within_their_text(kind: str, marks: list[tuple[int, int]]) -> None:
    text: dict[str, Any] = {
        "text": "mille",
        "marks": [{"kind": "strong", "start": start, "end": end} for start, end in marks],
    }
    held: dict[str, dict[str, Any]] = {"list": {"items": [text]}, "table": {"rows": [[text]]}}
    error = fault(minimal(body=[{"type": kind, **held.get(kind, text)}]))
    assert error.path.startswith("body[0]")
    assert "expected " in error.detail


@pytest.mark.parametrize(
    "version", [10**5_000, "x" * 5_000, None, [1]], ids=["endless", "long", "null", "list"]
)
def test_long_version_is_shortened_in_the_message(version: object) -> None:
    error = fault({**minimal(), "schema_version": version})
    assert error.path == "schema_version"
    assert len(str(error)) < 200


@pytest.mark.parametrize("value", ["x" * 5_000, "a\x1b[31mb\n\u202ec"])
@pytest.mark.parametrize(
    "fields",
    [{"kind": 0}, {"date_published": 0}, {"body": [{"type": 0}]}, {"main_image": {"type": 0}}],
)
def test_error_is_one_printable_line(fields: dict[str, Any], value: str) -> None:
    data = json.loads(json.dumps(fields).replace("0", json.dumps(value)))
    message = str(fault(minimal(**data)))
    assert len(message) < 400
    assert message.isprintable()


def test_unknown_block_type_lists_the_known_types() -> None:
    detail = fault(minimal(body=[{"type": "letter"}])).detail
    assert detail == (
        "unknown block type 'letter'; known types: aside, embed, figure, heading, list, "
        "live_entry, paragraph, question, quote, table"
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "nothing", '{"schema_version": 1, "body": []', "[1, 2", b"\xff\xfe\xff", b"\x80"],
)
def test_invalid_json_is_an_error(text: str | bytes) -> None:
    with pytest.raises(InvalidDataError, match="invalid JSON") as caught:
        Article.from_json(text)
    assert caught.value.path == ""


@pytest.mark.parametrize("text", ["3", "null", '"text"', "[]"])
def test_json_that_is_not_an_object_is_an_error(text: str) -> None:
    with pytest.raises(InvalidDataError, match="expected an object, got "):
        Article.from_json(text)


def test_endlessly_nested_json_is_an_error() -> None:
    with pytest.raises(InvalidDataError):
        Article.from_json("[" * 100_000)
    with pytest.raises(InvalidDataError):
        Article.from_json('{"body":' * 100_000)


def test_too_deeply_nested_boxes_are_an_error() -> None:
    """The path to the deepest box would be longer than the data."""
    block: dict[str, Any] = {"type": "paragraph", "text": "Au fond."}
    for _ in range(2_000):
        block = {"type": "aside", "blocks": [block]}
    error = fault(minimal(body=[block]))
    assert "too deeply" in error.detail
    assert len(str(error)) < 500


def test_errors_are_lemonde_parse_errors() -> None:
    assert isinstance(fault(minimal(kind="letter")), LemondeParseError)


def test_error_keeps_its_cause() -> None:
    assert fault(minimal(headline=3)).__cause__ is not None
    with pytest.raises(InvalidDataError) as caught:
        Article.from_json("{")
    assert isinstance(caught.value.__cause__, json.JSONDecodeError)


# Round trips of every model value

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    datetime(1000, 1, 1),  # noqa: DTZ001  # hypothesis adds the zone
    datetime(9000, 1, 1),  # noqa: DTZ001
    timezones=offsets,
)


@st.composite
def marked(draw: st.DrawFn) -> Text:
    """A text with marks in it, in order."""
    text = draw(texts)
    marks = []
    for start in sorted(draw(st.lists(st.integers(0, 19), max_size=3))):
        if start < len(text):
            end = draw(st.integers(start + 1, len(text)))
            kind = draw(st.sampled_from(get_args(MarkKind)))
            marks.append(Mark(kind=kind, start=start, end=end, href=draw(maybe)))
    return Text(text=text, marks=tuple(marks))


cells = marked()
figures = st.builds(Figure, url=maybe, caption=maybe, credit=maybe, alt=maybe)
leaves: st.SearchStrategy[Block] = st.one_of(
    cells.map(lambda cell: Paragraph(text=cell.text, marks=cell.marks)),
    st.builds(
        lambda cell, level: Heading(text=cell.text, marks=cell.marks, level=level),
        cells,
        st.integers(1, 6),
    ),
    cells.map(lambda cell: Question(text=cell.text, marks=cell.marks)),
    cells.map(lambda cell: Quote(text=cell.text, marks=cell.marks)),
    st.builds(ListBlock, items=st.lists(cells, max_size=3).map(tuple), ordered=st.booleans()),
    st.builds(Table, rows=st.lists(st.lists(cells, max_size=2).map(tuple), max_size=2).map(tuple)),
    figures,
    st.builds(Embed, provider=maybe, url=maybe, text=maybe),
)


def boxes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    held = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Aside, title=maybe, blocks=held) | st.builds(
        LiveEntry,
        identifier=maybe,
        headline=maybe,
        author=maybe,
        date_published=st.none() | moments,
        blocks=held,
    )


words = st.lists(texts, max_size=3).map(tuple)
removals = st.builds(
    Removal,
    reason=st.sampled_from(get_args(RemovalReason)),
    text=texts,
    rule=texts,
    position=st.integers(0, 99),
)
reports = st.builds(
    Report,
    layout=texts,
    removed=st.lists(removals, max_size=2).map(tuple),
    sources=st.lists(
        st.builds(Source, field=texts, value=texts, origin=texts, won=st.booleans()), max_size=2
    ).map(tuple),
    warnings=st.lists(
        st.builds(ParseWarning, code=st.sampled_from(get_args(WarningCode)), message=texts),
        max_size=2,
    ).map(tuple),
    parser_version=texts,
)
articles = st.builds(
    Article,
    kind=st.sampled_from(get_args(Kind)),
    **dict.fromkeys(
        (
            "genre",
            "url",
            "canonical_url",
            "identifier",
            "headline",
            "kicker",
            "description",
            "byline",
            "section",
            "in_language",
        ),
        maybe,
    ),
    publisher=maybe,
    translation_url=maybe,
    authors=st.lists(
        st.builds(Author, name=texts, url=maybe, job_title=maybe, location=maybe), max_size=2
    ).map(tuple),
    agencies=words,
    breadcrumbs=words,
    keywords=words,
    date_published=st.none() | moments,
    day_published=st.none() | st.dates(),
    date_modified=st.none() | moments,
    main_image=st.none() | figures,
    reading_minutes=st.none() | st.integers(0, 999),
    announced_length=st.none() | st.integers(0, 10**9),
    announced_words=st.none() | st.integers(0, 10**9),
    pagination=st.none() | texts,
    body=st.lists(st.recursive(leaves, boxes, max_leaves=6), max_size=5).map(tuple),
    is_accessible_for_free=st.none() | st.booleans(),
    is_truncated=st.booleans(),
    percent_left=st.none() | st.floats(0, 100),
    related_links=st.lists(
        st.builds(
            RelatedLink,
            label=texts,
            headline=texts,
            url=maybe,
            is_premium=st.booleans(),
            position=st.integers(0, 99),
        ),
        max_size=2,
    ).map(tuple),
    report=reports,
)


@settings(max_examples=settings().max_examples // 2)
@given(articles)
def test_every_article_round_trips_through_dict_and_json(article: Article) -> None:
    told = article.to_dict()
    text = article.to_json()
    assert json.loads(text) == told
    for back in (
        Article.from_dict(told),
        Article.from_json(text),
        Article.from_json(text.encode()),
    ):
        assert back == article
        assert back.report == article.report
        assert back.to_dict() == told


SCHEMA = Draft202012Validator(Article.json_schema(), format_checker=FormatChecker())


def test_json_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(Article.json_schema())


@settings(max_examples=settings().max_examples // 2)
@given(articles)
def test_every_article_is_valid_by_the_json_schema(article: Article) -> None:
    SCHEMA.validate(json.loads(article.to_json()))


@pytest.mark.parametrize(
    "path",
    sorted(Path(__file__).parent.glob("pages/*/expected.json")),
    ids=lambda path: path.parent.name,
)
def test_every_page_is_valid_by_the_json_schema(path: Path) -> None:
    SCHEMA.validate(json.loads(path.read_text("utf-8")))
    SCHEMA.validate(json.loads(parse_file(path.with_name("page.html")).to_json()))


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": 3},
        {"titel": "x"},
        {"kind": "letter"},
        {"keywords": "mer"},
        {"schema_version": 2},
        {"percent_left": "57"},
        {"body": [{"text": "x"}]},
        {"body": [{"type": "paragraph"}]},
        {"body": [{**PARAGRAPH, "level": 2}]},
        {"body": [{**PARAGRAPH, "marks": [{"kind": "underline", "start": 0, "end": 1}]}]},
        {"body": [{"type": "aside", "blocks": [{"type": "?"}]}]},
        {"reading_minutes": -1},
        {"announced_length": 2**63},
        {"report": {"removed": [{"reason": "boring", "text": "x", "rule": "r"}]}},
    ],
    ids=str,
)
def test_data_refused_by_from_dict_is_invalid_by_the_json_schema(fields: dict[str, Any]) -> None:
    data = minimal(**fields)
    fault(data)
    assert not SCHEMA.is_valid(data)


def test_json_schema_does_not_require_fields_with_defaults() -> None:
    assert SCHEMA.is_valid(minimal())
    assert not SCHEMA.is_valid({"schema_version": 1})
    assert not SCHEMA.is_valid({"body": []})


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.sampled_from(["paragraph", "aside", "strong", "x"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["type", "text", "marks", "blocks", "items", "rows", "kind", "start", "x"]
                ),
                inner,
                max_size=3,
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from([field.name for field in attrs.fields(Article)]),
)
def test_any_value_of_a_field_is_accepted_or_an_error_with_a_path(value: Any, field: str) -> None:
    if isinstance(value, float) and math.isnan(value):
        return  # JSON does not have it, and it equals nothing
    path = field
    try:
        article = Article.from_dict(minimal(**{field: value}))
        assert Article.from_dict(article.to_dict()) == article
    except InvalidDataError as error:
        path = error.path
    assert path.startswith(field)
