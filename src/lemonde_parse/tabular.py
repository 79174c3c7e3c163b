"""Many pages as a table: a row for each page, also for one that cannot be read, and the rows' Arrow
schema.

`read_row` can be pickled, so it runs in other processes and on other machines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeAlias, Unpack

from attrs import frozen

from lemonde_parse.errors import LemondeParseError
from lemonde_parse.exports.reading import try_export
from lemonde_parse.options import ReadOptions, takes_keywords
from lemonde_parse.parsing import parse

if TYPE_CHECKING:
    import pyarrow as pa

    from lemonde_parse.article import Article

__all__ = ["Cell", "Row", "arrow_schema", "read_row", "read_rows"]

Cell: TypeAlias = (
    str
    | int
    | float
    | bool
    | datetime
    | date
    | list[str]
    | list[dict[str, str | int | bool | None]]
    | None
)
"""The values of a row."""
Row: TypeAlias = dict[str, Cell]
"""A page's row: every column of the schema, in its order."""


@frozen
class _Column:
    """A column of the table."""

    kind: str
    """Its Arrow type, by the names that `arrow_schema` has for them."""
    read: Callable[[Article], Cell]
    """Its value for an article; None in the row of a page that could not be read."""


_COLUMNS: Final[Mapping[str, _Column]] = {
    "url": _Column("string", lambda article: article.url),
    "canonical_url": _Column("string", lambda article: article.canonical_url),
    "identifier": _Column("string", lambda article: article.identifier),
    "kind": _Column("string", lambda article: article.kind),
    "genre": _Column("string", lambda article: article.genre),
    "headline": _Column("string", lambda article: article.headline),
    "kicker": _Column("string", lambda article: article.kicker),
    "description": _Column("string", lambda article: article.description),
    "authors": _Column("strings", lambda article: [author.name for author in article.authors]),
    "byline": _Column("string", lambda article: article.byline),
    "agencies": _Column("strings", lambda article: list(article.agencies)),
    "date_published": _Column("moment", lambda article: article.date_published),
    "day_published": _Column("day", lambda article: article.day_published),
    "date_modified": _Column("moment", lambda article: article.date_modified),
    "section": _Column("string", lambda article: article.section),
    "breadcrumbs": _Column("strings", lambda article: list(article.breadcrumbs)),
    "keywords": _Column("strings", lambda article: list(article.keywords)),
    "in_language": _Column("string", lambda article: article.in_language),
    "publisher": _Column("string", lambda article: article.publisher),
    "text": _Column("string", lambda article: article.text),
    "word_count": _Column("count", lambda article: article.word_count),
    "announced_words": _Column("count", lambda article: article.announced_words),
    "pagination": _Column("string", lambda article: article.pagination),
    "completeness": _Column("share", lambda article: article.completeness),
    "is_accessible_for_free": _Column("truth", lambda article: article.is_accessible_for_free),
    "is_truncated": _Column("truth", lambda article: article.is_truncated),
    "percent_left": _Column("share", lambda article: article.percent_left),
    "related_links": _Column(
        "links",
        lambda article: [
            {
                "label": link.label,
                "headline": link.headline,
                "url": link.url,
                "is_premium": link.is_premium,
                "position": link.position,
            }
            for link in article.related_links
        ],
    ),
    "layout": _Column("string", lambda article: article.report.layout),
    "warnings": _Column(
        "strings",
        lambda article: [
            f"{warning.code}: {warning.message}" for warning in article.report.warnings
        ],
    ),
    "article": _Column("string", lambda article: article.to_json()),
}
"""The columns between `source` and those of the error."""


@takes_keywords(ReadOptions)
def read_row(page: bytes, *, source: str | None = None, **options: Unpack[ReadOptions]) -> Row:
    """Reads a page's bytes into a row of a table.

    `source` identifies the page, as its file's name does, and becomes a cell; the other keywords
    are those of `parse`. A page that cannot be read gives a row with the message of the
    `LemondeParseError` in ``error`` and its class in ``error_type``; both are None for an article.
    ``article`` is the article as JSON, for `Article.from_json`.

    Raises `TypeError` and `LookupError` as `parse` does, since those are faults of the call.

    >>> page = b'<main><article class="article__content"><p>Deux mots.</p></article></main>'
    >>> row = read_row(page, source="a.html")
    >>> row["source"], row["text"], row["word_count"], row["error"]
    ('a.html', 'Deux mots.', 2, None)
    >>> row = read_row(b"", source="b.html")
    >>> row["text"], row["error_type"], row["error"]
    (None, 'EmptyPageError', 'the page is empty: nothing but white space was passed')
    """
    try:
        return as_row(parse(page, **options), source, options.get("url"))
    except LemondeParseError as error:
        return as_row(error, source, options.get("url"))


@takes_keywords(ReadOptions)
def read_rows(
    page: bytes, *, source: str | None = None, **options: Unpack[ReadOptions]
) -> Iterator[Row]:
    """Reads bytes into rows of a table: a row for each document of an export of a press database,
    one row for any other page.

    In the rows of an export, ``source`` is that of the file with the number of the document,
    "export.html#3". A document that cannot be read gives a row with its `DocumentError`. Keywords
    and errors are those of `read_row`.

    >>> page = b"<main><article class=article__content><p>Deux mots.</p></article></main>"
    >>> [row["source"] for row in read_rows(page, source="a.html")]
    ['a.html']
    """
    url = options.get("url")
    try:
        documents = try_export(page, **options) if options.get("layout") is None else None
    except LemondeParseError as error:
        yield as_row(error, source, url)
        return
    if documents is None:
        yield read_row(page, source=source, **options)
        return
    for number, item in enumerate(documents, 1):
        yield as_row(item, f"{source or ''}#{number}", url)


def as_row(item: Article | LemondeParseError, source: str | None, url: str | None = None) -> Row:
    """Return the row of an article, or of the error in its place."""
    if isinstance(item, LemondeParseError):
        cells: Row = dict.fromkeys(_COLUMNS)
        return {
            "source": source,
            **cells,
            "url": url,
            "error_type": type(item).__name__,
            "error": str(item),
        }
    return {
        "source": source,
        **{name: column.read(item) for name, column in _COLUMNS.items()},
        "error_type": None,
        "error": None,
    }


def arrow_schema() -> pa.Schema:
    """Returns the schema of `read_row`'s rows.

    It goes into ``pyarrow.Table.from_pylist(rows, schema=arrow_schema())``.
    Moments are in UTC, to the microsecond; ``article`` keeps the offsets that the pages give. Needs
    pyarrow, which the extra ``lemonde-parse[arrow]`` installs; raises `ImportError` without it.

    >>> arrow_schema().field("date_published").type
    TimestampType(timestamp[us, tz=UTC])
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ImportError("arrow_schema() needs pyarrow: install lemonde-parse[arrow]") from error
    link = pa.struct(
        [
            pa.field("label", pa.string(), nullable=False),
            pa.field("headline", pa.string(), nullable=False),
            pa.field("url", pa.string()),
            pa.field("is_premium", pa.bool_(), nullable=False),
            pa.field("position", pa.int64(), nullable=False),
        ]
    )
    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "moment": pa.timestamp("us", tz="UTC"),
        "day": pa.date32(),
        "count": pa.int64(),
        "share": pa.float64(),
        "truth": pa.bool_(),
        "links": pa.list_(link),
    }
    columns = [pa.field(name, types[column.kind]) for name, column in _COLUMNS.items()]
    return pa.schema(
        [
            pa.field("source", pa.string()),
            *columns,
            pa.field("error_type", pa.string()),
            pa.field("error", pa.string()),
        ]
    )
