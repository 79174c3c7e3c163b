"""Pages as the rows of a table, and the Arrow schema of the table.

Pages that cannot be read have rows too. `read_row` can be pickled, so it can run in other processes
and on other machines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Final,
    TypedDict,
    Unpack,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from attrs import frozen

from lemonde_parse._version import __version__
from lemonde_parse.article import SCHEMA_VERSION, Article
from lemonde_parse.errors import LemondeParseError
from lemonde_parse.exports.reading import is_export, parse_export
from lemonde_parse.options import ReadOptions, takes_keywords
from lemonde_parse.parsing import parse

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Column", "Link", "RemovalCount", "Row", "arrow_schema", "read_row", "read_rows"]


@frozen
class Column:
    """Meaning and unit of a column of `Row`: its annotation, and metadata of its Arrow field."""

    meaning: str
    """A noun phrase."""
    unit: str = ""
    """The unit of a number or time."""


class Link(TypedDict):
    """A related link, as in `RelatedLink`."""

    label: str
    headline: str
    url: str | None
    is_premium: bool
    position: int


class RemovalCount(TypedDict):
    """Number of texts removed for one reason."""

    reason: str
    count: int


class Row(TypedDict):
    """The row of a page, with all columns of the schema, in order.

    For a page that cannot be read, only ``source``, ``url``, ``parser_version`` and the two columns
    of the error have a value. The others are None.
    """

    source: Annotated[
        str | None, Column("Name of the page, as passed by the caller: a file or address")
    ]
    url: Annotated[str | None, Column("Address passed to the parser")]
    canonical_url: Annotated[str | None, Column("Address that the page declares as its own")]
    identifier: Annotated[str | None, Column("The site’s id for the article")]
    kind: Annotated[str | None, Column("Form of the page: article, live, video, …")]
    genre: Annotated[str | None, Column("Editorial genre, as the page names it")]
    headline: Annotated[str | None, Column("Title")]
    kicker: Annotated[str | None, Column("Label above the title or standfirst")]
    description: Annotated[str | None, Column("Standfirst")]
    authors: Annotated[list[str] | None, Column("Names of people and collectives")]
    byline: Annotated[str | None, Column("Signature, as printed")]
    agencies: Annotated[list[str] | None, Column("News agencies named in the byline")]
    date_published: Annotated[datetime | None, Column("Time of publication", "UTC")]
    day_published: Annotated[
        date | None, Column("Day of publication, if the page gives no time", "day")
    ]
    date_modified: Annotated[datetime | None, Column("Time of the last change", "UTC")]
    section: Annotated[str | None, Column("Outermost section")]
    breadcrumbs: Annotated[list[str] | None, Column("Sections, the outermost first")]
    keywords: Annotated[list[str] | None, Column("Tags of the page")]
    in_language: Annotated[str | None, Column("Language, as declared or printed")]
    publisher: Annotated[str | None, Column("Newspaper or site, as declared or printed")]
    main_image: Annotated[str | None, Column("Address of the lead picture")]
    text: Annotated[str | None, Column("Text of the body, blocks separated by empty lines")]
    word_count: Annotated[
        int | None, Column("Runs without whitespace in text that have a letter or digit", "words")
    ]
    fingerprint: Annotated[str | None, Column("Minhash of the words in text, for near-duplicates")]
    reading_minutes: Annotated[int | None, Column("Printed reading time", "minutes")]
    announced_words: Annotated[int | None, Column("Length according to a press database", "words")]
    pagination: Annotated[str | None, Column("Printed page or pages")]
    completeness: Annotated[
        float | None, Column("Share of the announced length that the body has", "1 = all of it")
    ]
    is_accessible_for_free: Annotated[
        bool | None, Column("Free access, if the page declares it; false: for subscribers")
    ]
    is_truncated: Annotated[bool | None, Column("The page cuts the body off")]
    percent_left: Annotated[
        float | None, Column("Share left to read, as the notice says", "percent")
    ]
    related_links: Annotated[list[Link] | None, Column("Links that only point to other pages")]
    translation_url: Annotated[str | None, Column("Address of a translation of the article")]
    layout: Annotated[str | None, Column("Layout used to read the page")]
    warnings: Annotated[list[str] | None, Column("Codes and messages of the report’s warnings")]
    removal_count: Annotated[int | None, Column("Texts removed from the body", "texts")]
    removals: Annotated[
        list[RemovalCount] | None, Column("Texts removed from the body, by reason", "texts")
    ]
    parser_version: Annotated[str, Column("Version of this library")]
    schema_version: Annotated[int | None, Column("Version of the article’s JSON")]
    article: Annotated[str | None, Column("The whole article and its report, as JSON")]
    error_type: Annotated[str | None, Column("Class of the error, if the page could not be read")]
    error: Annotated[str | None, Column("Message of the error")]


@takes_keywords(ReadOptions)
def read_row(page: bytes, *, source: str | None = None, **options: Unpack[ReadOptions]) -> Row:
    """Read a page's bytes into a row of a table.

    `source`, such as the name of the page's file, identifies the page and becomes a cell. The other
    keywords are those of `parse`. ``article`` is the article as JSON, for `Article.from_json`.

    If the page cannot be read, ``error`` is the message of the `LemondeParseError`, and
    ``error_type`` its class. Both are None for an article. `TypeError` and `LookupError`, which
    mean a mistake in the call, are raised as in `parse`.

    >>> page = b'<main><article class="article__content"><p>Deux mots.</p></article></main>'
    >>> row = read_row(page, source="a.html")
    >>> row["source"], row["text"], row["word_count"], row["error"]
    ('a.html', 'Deux mots.', 2, None)
    >>> row = read_row(b"", source="b.html")
    >>> row["text"], row["error_type"], row["error"]
    (None, 'EmptyPageError', 'the page is empty, or only whitespace')
    """
    try:
        return as_row(parse(page, **options), source, options.get("url"))
    except LemondeParseError as error:
        return as_row(error, source, options.get("url"))


@takes_keywords(ReadOptions)
def read_rows(
    page: bytes, *, source: str | None = None, **options: Unpack[ReadOptions]
) -> Iterator[Row]:
    """Read bytes into rows of a table: one for each document in an export of a press database, or
    one for any other page.

    If an export has several documents, the number of the document is added to ``source``, as in
    "export.html#3". A document that cannot be read has a row with its `DocumentError`.
    Keywords and errors are the same as in `read_row`.

    >>> page = b"<main><article class=article__content><p>Deux mots.</p></article></main>"
    >>> [row["source"] for row in read_rows(page, source="a.html")]
    ['a.html']
    """
    url = options.get("url")
    try:
        yield as_row(parse(page, **options), source, url)
    except LemondeParseError as error:
        if not is_export(error):
            yield as_row(error, source, url)
            return
        for number, item in enumerate(parse_export(page, **options), 1):
            yield as_row(item, f"{source or ''}#{number}", url)


def as_row(item: Article | LemondeParseError, source: str | None, url: str | None = None) -> Row:
    """Return the row of an article or an error."""
    return cast("Row", cells(item, columns(), source, url))


def cells(
    item: Article | LemondeParseError,
    names: Iterable[str],
    source: str | None,
    url: str | None = None,
) -> dict[str, object]:
    """Return only these columns of a row."""
    if isinstance(item, LemondeParseError):
        known: dict[str, object] = {
            "source": source,
            "url": url,
            "parser_version": __version__,
            "error_type": type(item).__name__,
            "error": str(item),
        }
        return {name: known.get(name) for name in names}
    return {name: source if name == "source" else _cell(item, name) for name in names}


def _cell(article: Article, name: str) -> object:
    read = _CELLS.get(name)
    value = getattr(article, name) if read is None else read(article)
    return list(value) if isinstance(value, tuple) else value


def _related_links(article: Article) -> list[Link]:
    return [
        Link(
            label=link.label,
            headline=link.headline,
            url=link.url,
            is_premium=link.is_premium,
            position=link.position,
        )
        for link in article.related_links
    ]


def _removals(article: Article) -> list[RemovalCount]:
    removed = Counter(removal.reason for removal in article.report.removed)
    return [RemovalCount(reason=reason, count=count) for reason, count in sorted(removed.items())]


_CELLS: Final[Mapping[str, Callable[[Article], object]]] = {
    "authors": lambda article: [author.name for author in article.authors],
    "main_image": lambda article: article.main_image.url if article.main_image else None,
    "related_links": _related_links,
    "layout": lambda article: article.report.layout,
    "warnings": lambda article: [f"{one.code}: {one.message}" for one in article.report.warnings],
    "removal_count": lambda article: len(article.report.removed),
    "removals": _removals,
    "parser_version": lambda article: article.report.parser_version,
    "schema_version": lambda _: SCHEMA_VERSION,
    "article": lambda article: article.to_json(),
    "error_type": lambda _: None,
    "error": lambda _: None,
}
"""Functions for columns that are not attributes of `Article`, or have another form there."""


@cache
def columns() -> Mapping[str, tuple[object, Column]]:
    """Return the columns of `Row`, in order, and the types of their cells."""
    return {
        name: (get_args(hint)[0], get_args(hint)[1])
        for name, hint in get_type_hints(Row, include_extras=True).items()
    }


def arrow_schema() -> pa.Schema:
    """Return the schema of the rows of `read_row`, for ``pyarrow.Table.from_pylist(rows,
    schema=arrow_schema())``.

    Times are in UTC, in microseconds; ``article`` keeps the offsets given by the page. The metadata
    of each field has its ``meaning`` and, for numbers and times, its ``unit``. Parquet files keep
    the metadata.

    Raises `ImportError` if pyarrow, from the extra ``lemonde-parse[arrow]``, is not installed.

    >>> field = arrow_schema().field("percent_left")
    >>> field.type, field.metadata[b"unit"]
    (DataType(double), b'percent')
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ImportError("arrow_schema() needs pyarrow: install lemonde-parse[arrow]") from error
    scalars: dict[object, pa.DataType] = {
        str: pa.string(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("us", tz="UTC"),
        date: pa.date32(),
    }

    def field(
        name: str, hint: object, metadata: dict[str, str] | None = None
    ) -> pa.Field[pa.DataType]:
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        return pa.field(name, arrow_type(kinds[0]), nullable=NoneType in kinds, metadata=metadata)

    def arrow_type(kind: object) -> pa.DataType:
        if get_origin(kind) is list:
            return pa.list_(arrow_type(get_args(kind)[0]))
        if kind in scalars:
            return scalars[kind]
        return pa.struct([field(name, hint) for name, hint in get_type_hints(kind).items()])

    return pa.schema(
        [
            field(
                name,
                hint,
                {"meaning": column.meaning} | ({"unit": column.unit} if column.unit else {}),
            )
            for name, (hint, column) in columns().items()
        ]
    )
