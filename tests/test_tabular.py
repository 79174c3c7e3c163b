"""Pages as rows of a table: every page gives a row with the same columns, in any process."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from lemonde_parse import Article, Figure, Layout, Removal, Report, __version__, parse
from lemonde_parse.tabular import Row, arrow_schema, as_row, cells, columns, read_row

FOLDERS: Final = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.html"))
FRONT: Final = b'<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}</script></head><body><p>Un.</p></body></html>'
PAGE: Final = (
    b'<html lang="fr"><head><meta property="article:published_time" content="2024-05-01T07:00:00+02:00"></head><body><main>'
    b'<h1 class="article__title">Un titre</h1><article class="article__content"><p>Deux mots.</p></article></main></body></html>'
)


def test_a_page_is_a_row() -> None:
    row: dict[str, object] = {**read_row(PAGE, source="a.html", url="https://x.example/a")}
    article = parse(PAGE, url="https://x.example/a")
    text = row.pop("article")
    assert isinstance(text, str)
    assert Article.from_json(text) == article
    assert row == {
        "source": "a.html",
        "url": "https://x.example/a",
        "canonical_url": None,
        "identifier": None,
        "kind": "article",
        "genre": None,
        "headline": "Un titre",
        "kicker": None,
        "description": None,
        "authors": [],
        "byline": None,
        "agencies": [],
        "date_published": article.date_published,
        "day_published": None,
        "date_modified": None,
        "section": None,
        "breadcrumbs": [],
        "keywords": [],
        "in_language": "fr",
        "publisher": None,
        "main_image": None,
        "text": "Deux mots.",
        "word_count": 2,
        "fingerprint": article.fingerprint,
        "reading_minutes": None,
        "announced_words": None,
        "pagination": None,
        "completeness": None,
        "is_accessible_for_free": None,
        "is_truncated": False,
        "percent_left": None,
        "related_links": [],
        "translation_url": None,
        "layout": "lemonde_2018",
        "warnings": [],
        "removal_count": 0,
        "removals": [],
        "parser_version": __version__,
        "schema_version": 1,
        "error_type": None,
        "error": None,
    }


@pytest.mark.parametrize(
    ("page", "error_type", "error"),
    [
        (b" ", "EmptyPageError", "the page is empty, or only whitespace"),
        (
            FRONT,
            "NotAnArticleError",
            "not an article (home page): its script data gives the type 'home'",
        ),
    ],
)
def test_a_bad_page_is_a_row_with_its_error(page: bytes, error_type: str, error: str) -> None:
    row = read_row(page, source="b.html")
    filled = {name: cell for name, cell in row.items() if cell is not None}
    assert filled == {
        "source": "b.html",
        "parser_version": __version__,
        "error_type": error_type,
        "error": error,
    }
    assert list(row) == list(read_row(PAGE))


def test_the_row_of_a_bad_page_keeps_its_address() -> None:
    assert read_row(b"", url="https://x.example/b")["url"] == "https://x.example/b"


def test_a_large_page_is_a_row_with_its_error() -> None:
    assert read_row(PAGE, max_bytes=10)["error_type"] == "PageTooLargeError"


def test_wrong_arguments_are_an_error() -> None:
    with pytest.raises(TypeError):
        read_row(3)  # type: ignore[arg-type]
    with pytest.raises(LookupError):
        read_row(PAGE, encoding="no-such-encoding")


def test_removals_are_counted_by_reason() -> None:
    removed = tuple(
        Removal(reason=reason, text="…", rule="a") for reason in ("share", "byline", "share")
    )
    row = as_row(Article(body=(), report=Report(removed=removed)), None)
    assert row["removal_count"] == 3
    assert row["removals"] == [{"reason": "byline", "count": 1}, {"reason": "share", "count": 2}]


def test_the_cell_of_the_lead_picture_is_its_address() -> None:
    picture = Figure(url="https://x.example/a.jpg", caption="Le port.")
    assert as_row(Article(body=(), main_image=picture), None)["main_image"] == picture.url
    assert as_row(Article(body=(), main_image=Figure(alt="Le port")), None)["main_image"] is None


def test_only_the_selected_cells_are_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    unwanted = {
        name: property(lambda _: pytest.fail("computed")) for name in ("text", "fingerprint")
    }
    for name, computed in unwanted.items():
        monkeypatch.setattr(Article, name, computed)
    monkeypatch.setattr(Article, "to_json", lambda _: pytest.fail("computed"))
    article = Article(body=(), headline="Un titre", keywords=("mer",))
    assert cells(article, ("keywords", "source", "headline"), "a.html") == {
        "keywords": ["mer"],
        "source": "a.html",
        "headline": "Un titre",
    }


def test_every_column_has_a_description() -> None:
    schema = arrow_schema()
    assert schema.names == list(columns()) == list(Row.__annotations__) == list(read_row(PAGE))
    for field in schema:
        metadata = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        _, column = columns()[field.name]
        assert metadata.pop("meaning") == column.meaning != ""
        assert metadata.pop("unit", "") == column.unit
        assert metadata == {}
        is_measure = (
            pa.types.is_integer(field.type)
            or pa.types.is_floating(field.type)
            or pa.types.is_temporal(field.type)
        )
        assert not is_measure or column.unit or field.name == "schema_version"


def test_arrow_types_match_the_types_of_cells() -> None:
    schema = arrow_schema()
    assert str(schema.field("authors").type) == "list<item: string>"
    assert str(schema.field("date_published").type) == "timestamp[us, tz=UTC]"
    assert str(schema.field("day_published").type) == "date32[day]"
    assert str(schema.field("removals").type) == (
        "list<item: struct<reason: string not null, count: int64 not null>>"
    )
    assert str(schema.field("related_links").type) == (
        "list<item: struct<label: string not null, headline: string not null, url: string, "
        "is_premium: bool not null, position: int64 not null>>"
    )
    assert [field.name for field in schema if not field.nullable] == ["parser_version"]


def test_rows_of_articles_and_of_bad_pages_make_a_table(tmp_path: Path) -> None:
    """The columns are those of the schema; a round trip through a file loses only the UTC offsets
    of dates."""
    rows = [read_row((folder / "page.html").read_bytes(), source=folder.name) for folder in FOLDERS]
    rows += [read_row(b"", source="empty"), read_row(FRONT, source="front")]
    assert all(list(row) == arrow_schema().names for row in rows)
    table = pa.Table.from_pylist(rows, schema=arrow_schema())
    table.validate(full=True)
    parquet.write_table(table, tmp_path / "pages.parquet")
    back = parquet.read_table(tmp_path / "pages.parquet")
    assert back.schema == arrow_schema()
    assert (back.schema.field("percent_left").metadata or {})[b"unit"] == b"percent"
    assert back.to_pylist() == [
        {
            name: cell.astimezone(UTC) if isinstance(cell, datetime) else cell
            for name, cell in row.items()
        }
        for row in rows
    ]
    assert back.column("error").null_count == len(FOLDERS)


def test_rows_can_be_computed_in_other_processes() -> None:
    pages = [PAGE, b"", FRONT]
    mine = Layout(name="mine", markers=("article__content",), content=(".article__content",))
    read = partial(read_row, source="x")
    assert pickle.loads(pickle.dumps(read))(PAGE) == read(PAGE)  # our own bytes  # noqa: S301
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(read, pages)) == [read(page) for page in pages]
    assert read_row(PAGE, layouts=[mine])["layout"] == "mine"


@given(
    st.binary(max_size=200)
    | st.binary(max_size=60).map(lambda junk: PAGE.replace(b"Deux mots", junk))
)
def test_row_of_any_bytes_fits_the_schema(page: bytes) -> None:
    row = read_row(page)
    table = pa.Table.from_pylist([row], schema=arrow_schema())
    assert (row["error"] is None) == (row["text"] is not None)
    assert table.num_rows == 1
