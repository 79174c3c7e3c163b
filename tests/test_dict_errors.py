"""Errors of `from_dict` and `from_json`, with the path to the invalid value."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from dict_articles import FULL_DICT, PARAGRAPH, fault, minimal
from lemonde_parse import (
    Article,
    InvalidDataError,
    LemondeParseError,
)


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
def test_error_has_the_path_of_its_cause(fields: dict[str, Any], path: str) -> None:
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
    """A string is not read as a list of letters, nor an object as a list of keys."""
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
def test_error_describes_the_invalid_data(data: dict[str, Any], path: str, detail: str) -> None:
    error = fault(data)
    assert (error.path, error.detail) == (path, detail)


def test_key_that_is_not_a_string_is_an_error() -> None:
    assert fault({**minimal(), 3: "x"}).path == ""


def test_article_without_body_is_an_error() -> None:
    error = fault({"schema_version": 1})
    assert error.path == "body"
    assert str(error) == "body: 'body' is missing"


@pytest.mark.parametrize("version", [0, 2, "1", None, 1.5, [1]])
def test_unknown_schema_version_is_refused(version: object) -> None:
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
def test_date_without_iso_form_or_offset_is_an_error(value: object, said: str) -> None:
    error = fault(minimal(date_published=value))
    assert error.path == "date_published"
    assert said in error.detail


@pytest.mark.parametrize("number", [-1, 2**63, 10**5_000], ids=["negative", "large", "huge"])
@pytest.mark.parametrize("field", ["reading_minutes", "announced_length", "announced_words"])
def test_counts_out_of_range_are_errors(field: str, number: int) -> None:
    error = fault(minimal(**{field: number}))
    assert (error.path, error.detail[:36]) == (field, "expected a number from 0 to 2**63 - ")
    assert Article.from_dict(minimal(**{field: 2**63 - 1})).to_dict()[field] == 2**63 - 1


@pytest.mark.parametrize("percent", [-0.5, 100.1, 1e308, 10**400])
def test_percentages_out_of_range_are_errors(percent: float) -> None:
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
def test_marks_out_of_order_or_outside_their_text_are_errors(
    kind: str, marks: list[tuple[int, int]]
) -> None:
    text: dict[str, Any] = {
        "text": "mille",
        "marks": [{"kind": "strong", "start": start, "end": end} for start, end in marks],
    }
    contents: dict[str, dict[str, Any]] = {"list": {"items": [text]}, "table": {"rows": [[text]]}}
    error = fault(minimal(body=[{"type": kind, **contents.get(kind, text)}]))
    assert error.path.startswith("body[0]")
    assert "expected " in error.detail


@pytest.mark.parametrize(
    "version", [10**5_000, "x" * 5_000, None, [1]], ids=["huge", "long", "null", "list"]
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


def test_very_deeply_nested_json_is_an_error() -> None:
    with pytest.raises(InvalidDataError):
        Article.from_json("[" * 100_000)
    with pytest.raises(InvalidDataError):
        Article.from_json('{"body":' * 100_000)


def test_too_deeply_nested_boxes_are_an_error() -> None:
    """The path in the message is shortened; a path to the deepest box would be longer than the
    data."""
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
