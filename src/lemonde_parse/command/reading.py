"""Reads a page into items of the output: articles, rows, errors."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from lemonde_parse.article import Article
from lemonde_parse.command.inputs import Input
from lemonde_parse.command.messages import PathError, error_type, in_a_line
from lemonde_parse.command.request import Request
from lemonde_parse.command.table import cells_in_a_line
from lemonde_parse.errors import LemondeParseError, NotAnArticleError
from lemonde_parse.exports.reading import is_export, parse_export
from lemonde_parse.intake.source import read_page
from lemonde_parse.options import ReadOptions
from lemonde_parse.parsing import parse
from lemonde_parse.tabular import cells

Outcome: TypeAlias = Literal["read", "left out", "refused", "error"]
Cells: TypeAlias = Mapping[str, object]
"""The cells of a row, by column name."""
_DIGEST_BYTES: Final = 16


@frozen
class Item:
    """The outcome for a page, or for one document of an export (a file with several articles)."""

    source: str
    target: str
    """Path of the output file, relative to the output folder and without its extension."""
    outcome: Outcome
    content: object = None
    """The text or row to write; None to write nothing."""
    metadata: Mapping[str, str] = field(factory=dict)
    """The article's row in a corpus's table of metadata, without the file's name; empty for other
    formats."""
    reason: str = ""
    """The reason for a refusal, the class of an error, or the filter that left the article out."""
    message: str = ""
    """The error as one line; empty if there is none, or if it is not reported."""
    layout: str = ""
    warnings: tuple[str, ...] = ()
    """Codes of the warnings."""
    removals: Mapping[str, int] = field(factory=dict)
    """Number of removals by reason."""


@frozen
class Reading:
    """The items of a page."""

    items: Iterator[Item] | list[Item]
    digest: str
    """Hash of the page's bytes; empty if they could not be read, or if no hash is needed."""


Result: TypeAlias = tuple[Input, Reading]


def read_pages(
    pages: Iterable[Input], request: Request, tell: Callable[[str], None]
) -> Generator[Result]:
    """Read pages in the requested number of processes; yield the results in order.

    `tell` is called with a message for each worker process that died.
    """
    if request.jobs > 1:
        from lemonde_parse.command.workers import read_in_workers

        yield from read_in_workers(pages, request, tell)
        return
    for page in pages:
        yield page, read(page, request)


def read(page: Input, request: Request) -> Reading:
    """Read a page. Its errors are returned as items instead of being raised."""
    try:
        raw = load(page, request.max_bytes)
    except (LemondeParseError, OSError) as error:
        return Reading([failed(page.source, page.target, error, request)], "")
    digest = digest_of(raw) if request.out is not None else ""
    return Reading(_items(page, raw, request), digest)


def load(page: Input, max_bytes: int) -> bytes:
    """Return the bytes of a page, or raise its error."""
    if isinstance(page.content, Exception):
        raise page.content
    if page.content is not None:
        return page.content
    try:
        return read_page(Path(page.source), max_bytes)
    except gzip.BadGzipFile as error:  # the line that reports it already starts with the path
        message = str(error).removeprefix(f"cannot read {page.source} as gzip: ")
        raise gzip.BadGzipFile(message) from error


def digest_of(raw: bytes) -> str:
    """Return a hash to recognise the page in a later run."""
    from hashlib import blake2b  # its import takes as long as reading a page

    return blake2b(raw, digest_size=_DIGEST_BYTES).hexdigest()


def _items(page: Input, raw: bytes, request: Request) -> Iterator[Item]:
    source = page.source
    try:
        for source, target, document in _documents(page, raw, request):
            if isinstance(document, Article):
                yield _kept(source, target, document, request)
            else:
                yield failed(source, target, document, request)
    except (LemondeParseError, OSError) as error:
        yield failed(page.source, page.target, error, request)
    except Exception as error:  # an error in one page must not end a long run  # noqa: BLE001
        where = "" if source == page.source else f", after {source}"
        fault = PathError(f"a bug in lemonde_parse{where}: {type(error).__name__}: {error}")
        yield failed(page.source, page.target, fault, request)


def _documents(
    page: Input, raw: bytes, request: Request
) -> Iterator[tuple[str, str, Article | LemondeParseError]]:
    """Yield the source, target and article of a page, or of each document of an export.

    Documents are numbered. An error replaces the article of a document that cannot be read. Raises
    the error of an unreadable page that is not an export.
    """
    options: ReadOptions = {**page.options, "max_bytes": request.max_bytes}
    try:
        yield page.source, page.target, parse(raw, **options)
    except LemondeParseError as error:
        if not is_export(error):
            raise
        if request.format.shape == "document" and not request.is_folder:
            raise PathError(
                f"the export has several documents, but a {request.to} file can contain only one:"
                " name a folder, as in --out articles/"
            ) from error
        for number, item in enumerate(parse_export(raw, **options), 1):
            yield f"{page.source}#{number}", f"{page.target}-{number}", item


def _kept(source: str, target: str, article: Article, request: Request) -> Item:
    report = article.report
    filtered = left_out(article, request)
    return Item(
        source,
        target,
        "left out" if filtered else "read",
        None if filtered else _written(source, article, request),
        request.format.describe(article) if request.format.describe and not filtered else {},
        filtered,
        layout=report.layout,
        warnings=tuple(warning.code for warning in report.warnings),
        removals=Counter(removal.reason for removal in report.removed),
    )


def left_out(article: Article, request: Request) -> str:
    """Return the first filter that leaves an article out; empty if it is kept."""
    if request.complete_only and article.is_truncated:
        return "truncated"
    if request.kinds and article.kind not in request.kinds:
        return f"kind {article.kind}"
    if request.since is None and request.until is None:
        return ""
    day = _day(article)
    if day is None:
        return "without date"
    if request.since is not None and day < request.since:
        return "before --since"
    return "after --until" if request.until is not None and day > request.until else ""


def _day(article: Article) -> date | None:
    if article.date_published is not None:
        return article.date_published.date()
    return article.day_published


def failed(source: str, target: str, error: LemondeParseError | OSError, request: Request) -> Item:
    """Return the item of a page or document that cannot be read."""
    is_refusal = isinstance(error, NotAnArticleError)
    is_skipped = is_refusal and request.skip_refused
    return Item(
        source,
        target,
        "refused" if is_refusal else "error",
        _error_row(source, error, request) if request.errors == "rows" and not is_skipped else None,
        reason=error.reason if isinstance(error, NotAnArticleError) else error_type(error),
        message="" if is_skipped else in_a_line(error),
    )


# Output


def _written(source: str, article: Article, request: Request) -> str | Cells:
    wanted = request.format
    if request.columns:
        return _row(cells(article, request.columns, source), request, article)
    if wanted.write is None:
        raise AssertionError(f"--to {request.to} without columns")
    return wanted.write(article)


def _error_row(source: str, error: LemondeParseError | OSError, request: Request) -> str | Cells:
    # Without columns, articles are written as entire objects, and an error as an object with these
    # three keys.
    names = request.columns or ("source", "error_type", "error")
    row = cells(LemondeParseError(), names, source)
    row["error_type"] = error_type(error)
    row["error"] = in_a_line(error) if isinstance(error, OSError) else str(error)
    return _row(row, request, None)


def _row(row: dict[str, object], request: Request, article: Article | None) -> str | Cells:
    shape = request.format.shape
    if shape == "parts":
        return row
    if shape == "table":
        return cells_in_a_line(row.values())
    shown: dict[str, object] = {
        name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()
    }
    if article is not None and "article" in shown:
        shown["article"] = article.to_dict()
    return json.dumps(shown, ensure_ascii=False, indent=2 if shape == "array" else None)
