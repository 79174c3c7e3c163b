"""Round trips of generated articles through dicts and JSON, and the JSON Schema."""

from __future__ import annotations

import json
import math
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from dict_articles import PARAGRAPH, fault, minimal
from lemonde_parse import (
    Article,
    Aside,
    Author,
    Block,
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
    parse_file,
)
from lemonde_parse.article import Kind, RemovalReason, WarningCode
from lemonde_parse.blocks import MarkKind

# Random articles

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
    """Draw a text with marks sorted by their start."""
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
    blocks = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Aside, title=maybe, blocks=blocks) | st.builds(
        LiveEntry,
        identifier=maybe,
        headline=maybe,
        author=maybe,
        date_published=st.none() | moments,
        blocks=blocks,
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
    data = article.to_dict()
    text = article.to_json()
    assert json.loads(text) == data
    for back in (
        Article.from_dict(data),
        Article.from_json(text),
        Article.from_json(text.encode()),
    ):
        assert back == article
        assert back.report == article.report
        assert back.to_dict() == data


SCHEMA = Draft202012Validator(Article.json_schema(), format_checker=FormatChecker())


def test_json_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(Article.json_schema())


@settings(max_examples=settings().max_examples // 2)
@given(articles)
def test_every_article_matches_the_json_schema(article: Article) -> None:
    SCHEMA.validate(json.loads(article.to_json()))


@pytest.mark.parametrize(
    "path",
    sorted(Path(__file__).parent.glob("pages/*/expected.json")),
    ids=lambda path: path.parent.name,
)
def test_article_of_every_page_matches_the_json_schema(path: Path) -> None:
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
def test_data_that_from_dict_rejects_does_not_match_the_json_schema(fields: dict[str, Any]) -> None:
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
def test_value_of_a_field_is_accepted_or_gives_an_error_with_a_path(value: Any, field: str) -> None:
    if isinstance(value, float) and math.isnan(value):
        return  # NaN is not in JSON, and not equal to itself
    path = field
    try:
        article = Article.from_dict(minimal(**{field: value}))
        assert Article.from_dict(article.to_dict()) == article
    except InvalidDataError as error:
        path = error.path
    assert path.startswith(field)
