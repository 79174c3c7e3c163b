"""The command line: pages in, articles out in the format that is wanted; one clear line for what
could not be read."""

from __future__ import annotations

import argparse
import csv
import glob
import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Final, NoReturn, TextIO, TypeAlias

from attrs import define, field, frozen

from lemonde_parse._version import __version__
from lemonde_parse.article import Article
from lemonde_parse.errors import LemondeParseError, PageTooLargeError
from lemonde_parse.explanation import explain
from lemonde_parse.exports.reading import try_export
from lemonde_parse.intake.gunzip import MAGIC, gunzip
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.source import read_page
from lemonde_parse.parsing import parse
from lemonde_parse.tabular import as_row

_PAGES: Final = (
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".md", ".rtf", ".docx"
)  # fmt: skip
"""What files in a folder are read, gzipped or not."""
_MANY: Final = 20
"""Pages from which on a progress bar is worth its line."""
_INTERRUPTED: Final = 130  # as shells have it


@frozen
class _Format:
    """One of the things to print."""

    ending: str
    """Of a file that holds it."""
    write: Callable[[Article], str]
    is_document: bool = False
    """Whether a file can hold but one."""
    is_table: bool = False
    """True for a file with column names, then a row for each article."""


_FORMATS: Final[Mapping[str, _Format]] = {
    "json": _Format(".json", lambda article: article.to_json(indent=2)),
    "jsonl": _Format(".jsonl", Article.to_json),
    "text": _Format(".txt", lambda article: article.text),
    "markdown": _Format(".md", Article.to_markdown),
    "html": _Format(".html", Article.to_html),
    "jsonld": _Format(
        ".jsonld", lambda article: json.dumps(article.to_json_ld(), ensure_ascii=False, indent=2)
    ),
    "tei": _Format(".xml", Article.to_tei, is_document=True),
    "csv": _Format(".csv", Article.to_json, is_table=True),
}
_COLUMNS: Final = tuple(
    name
    for name in as_row(Article(body=()), None)
    if name not in ("article", "related_links", "removals", "error_type", "error")
)
"""Columns of a table: those of `tabular.read_row` that a spreadsheet can show."""
_BYTE_ORDER_MARK: Final = "\ufeff"
"""By this, spreadsheets know that a file is in UTF-8."""
_WITH_METADATA: Final = _Format(
    ".md", lambda article: article.to_markdown(metadata=True), is_document=True
)


class _ArgumentParser(argparse.ArgumentParser):
    """A parser whose messages name arguments without their control characters."""

    def error(self, message: str) -> NoReturn:
        super().error(_escaped(message))


class _PathError(OSError):
    """A path that leads to no page, or to one that must not be written."""


@frozen
class _Page:
    """A page to read."""

    name: str
    """As told in errors; "-" for standard input."""
    target: str
    """Path below the output folder, without ending."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with these arguments (else the process's); the exit status is 1 if a page
    could not be read."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_missing_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe's own encoding may lack the page's letters. Half a surrogate, in an address, is
        # written as JSON has it.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = _explain(given[1:]) if given[:1] == ["explain"] else _convert(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads the output wants no more of it, as `head`.
        _close_output()
        return 1
    except OSError as error:
        _tell(
            f"lemonde-parse: the output cannot be written: {_in_a_line(error)}"
        )  # the disk is full
        _close_output()
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _convert(arguments: Sequence[str]) -> int:
    ask = _ArgumentParser(
        prog="lemonde-parse",
        description="Read saved pages of newspapers into clean articles.",
        epilog="The output is in UTF-8. A page that cannot be read is reported in a line on"
        " standard error, and the exit status is 1."
        " `lemonde-parse explain PAGE` shows how a page was read.",
    )
    ask.add_argument(
        "pages",
        nargs="+",
        metavar="PAGE",
        help="a saved page, gzipped if it ends in .gz;"
        f" a folder, for every {', '.join(_PAGES)} below it;"
        " a pattern with * or **;"
        " - for standard input, gzipped or not",
    )
    ask.add_argument(
        "--to", choices=tuple(_FORMATS), default="json", help="what to write (default: %(default)s)"
    )
    ask.add_argument(
        "--metadata", action="store_true", help="with --to markdown: begin with YAML front matter"
    )
    ask.add_argument(
        "--out",
        metavar="PATH",
        help="where to write: a file for all pages,"
        " or a folder (that exists, or with / at its end) for one file a page",
    )
    ask.add_argument(
        "--fail-fast", action="store_true", help="stop at the first page that cannot be read"
    )
    ask.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    told = ask.parse_args(arguments)
    if told.metadata and told.to != "markdown":
        ask.error("--metadata goes with --to markdown")
    wanted = _WITH_METADATA if told.metadata else _FORMATS[told.to]
    pages, missing = _expand(told.pages)
    is_folder = told.out is not None and (
        told.out.endswith(("/", os.sep)) or Path(told.out).is_dir()
    )
    if wanted.is_document and len(pages) > 1 and not is_folder:
        ask.error(
            f"a file holds one document of {told.to}: for several pages, name a folder,"
            " as in --out articles/"
        )
    if told.out is not None and not is_folder and _is_among(Path(told.out), _files(pages)):
        ask.error(f"--out {told.out} is a page to read: it would be overwritten")
    status = 0
    with ExitStack() as stack:
        output: _Folder | TextIO = sys.stdout
        try:
            if is_folder:
                Path(told.out).mkdir(parents=True, exist_ok=True)
                output = _Folder(Path(told.out), wanted.ending, _files(pages))
            elif told.out is not None:
                output = stack.enter_context(_opened(Path(told.out)))
        except OSError as error:
            ask.error(f"--out {told.out}: {_in_a_line(error)}")
        if wanted.is_table and not isinstance(output, _Folder):
            mark = _BYTE_ORDER_MARK if told.out is not None else ""
            output.write(mark + _csv(_COLUMNS))
        bar, tell = _progress(pages, output)
        failures = chain(map(str, missing), _write(bar, wanted, output))
        for failure in islice(failures, 1) if told.fail_fast else failures:
            tell(f"lemonde-parse: {failure}")
            status = 1
    return status


def _write(pages: Iterable[_Page], wanted: _Format, output: _Folder | TextIO) -> Iterator[str]:
    """Read and write page after page; yield a message for each that could not be read."""
    for page in pages:
        for part, item in _articles(page, wanted, output):
            if not isinstance(item, Article):
                yield f"{page.name}: {_in_a_line(item)}"
            elif isinstance(output, _Folder):
                try:
                    _write_article(part, item, wanted, output)
                except OSError as error:
                    yield f"{page.name}: {_in_a_line(error)}"
            else:
                _write_article(part, item, wanted, output)


def _articles(
    page: _Page, wanted: _Format, output: _Folder | TextIO
) -> Iterator[tuple[_Page, Article | LemondeParseError | OSError]]:
    """Yield the article of a page, or those of an export's documents, which are numbered; in their
    places, the errors."""
    try:
        raw = _read(page.name)
        documents = try_export(raw)
        if documents is None:
            yield page, parse(raw)
            return
    except (LemondeParseError, OSError) as error:
        yield page, error
        return
    first = list(islice(documents, 2))
    if len(first) > 1 and wanted.is_document and not isinstance(output, _Folder):
        message = (
            "it is an export of several documents, and a file holds one of this format: name a "
            "folder, as in --out articles/"
        )
        yield page, _PathError(message)
        return
    for number, item in enumerate(chain(first, documents), 1):
        yield _Page(f"{page.name}#{number}", f"{page.target}-{number}"), item


def _write_article(
    page: _Page, article: Article, wanted: _Format, output: _Folder | TextIO
) -> None:
    text = _row(article, page.name) if wanted.is_table else wanted.write(article)
    text = text if text.endswith("\n") else f"{text}\n"
    if not isinstance(output, _Folder):
        output.write(text)
    elif wanted.is_table:
        output.write(page, _BYTE_ORDER_MARK + _csv(_COLUMNS) + text)
    else:
        output.write(page, text)


def _row(article: Article, source: str) -> str:
    row: Mapping[str, object] = as_row(article, source)
    return _csv([_shown(row[name]) for name in _COLUMNS])


def _shown(cell: object) -> str:
    """Return a cell as a spreadsheet shows it."""
    if isinstance(cell, list):
        return "; ".join(map(str, cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return "" if cell is None else str(cell)


def _csv(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _explain(arguments: Sequence[str]) -> int:
    ask = _ArgumentParser(
        prog="lemonde-parse explain",
        description="Show how a page was read: the article, the removed text and the rule that"
        " removed it, and the source of each field.",
    )
    ask.add_argument(
        "page",
        metavar="PAGE",
        help="a saved page, gzipped if it ends in .gz; - for standard input, gzipped or not",
    )
    ask.add_argument(
        "--out", metavar="FILE", help="the HTML file to write (default: standard output)"
    )
    told = ask.parse_args(arguments)
    if told.out is not None and _is_among(Path(told.out), _files([_Page(told.page, "")])):
        ask.error(f"--out {told.out} is the page to read: it would be overwritten")
    try:
        if os.path.isdir(told.page):  # noqa: PTH112
            raise _PathError("a folder: name one page of it")
        report = explain(_read(told.page))
    except (LemondeParseError, OSError) as error:
        _tell(f"lemonde-parse: {told.page}: {_in_a_line(error)}")
        return 1
    if told.out is None:
        sys.stdout.write(report)
        return 0
    try:
        with _opened(Path(told.out)) as file:
            file.write(report)
    except OSError as error:
        ask.error(f"--out {told.out}: {_in_a_line(error)}")
    return 0


# Pages


def _expand(arguments: Iterable[str]) -> tuple[list[_Page], list[_PathError]]:
    """The pages that files, folders and patterns lead to, in order, and what leads to none."""
    pages: list[_Page] = []
    missing: list[_PathError] = []
    for argument in arguments:
        path = Path(argument)
        if argument == "-":
            pages.append(_Page("-", "stdin"))
        elif not argument:
            missing.append(_PathError('"" names no page'))  # to pathlib it is the folder one is in
        elif os.path.isdir(argument):  # to pathlib, a name too long to be one is an error  # noqa: PTH112
            found, unread = _in_folder(path)
            pages += found
            missing += unread
            if not (found or unread):
                missing.append(
                    _PathError(
                        f"{argument}: no page in this folder:"
                        f" nothing below it ends in {', '.join(_PAGES)}"
                    )
                )
        elif glob.has_magic(argument) and not os.path.exists(argument):  # noqa: PTH110
            # Shells that expand patterns leave one that matches nothing as it is; others expand
            # none.
            try:
                matching = sorted(filter(os.path.isfile, _matching(argument)))
            except ValueError as error:  # "**" within a name, to Python before 3.13
                missing.append(_PathError(f"{argument}: {error}"))
                continue
            pages += [_Page(name, _stem(Path(name).name)) for name in matching]
            if not matching:
                missing.append(_PathError(f"{argument}: no file matches this pattern"))
        else:
            pages.append(_Page(argument, _stem(path.name)))
    return pages, missing


def _matching(pattern: str) -> Iterator[str]:
    """Yield what a pattern matches, of each folder once."""
    if "**" not in pattern:
        yield from glob.iglob(pattern)  # Path.glob matches hidden files  # noqa: PTH207
        return
    # glob follows links to folders, without end where these lead in circles.
    path = Path(pattern)
    is_hidden_meant = any(part.startswith(".") for part in path.parts if part != os.pardir)
    for found in Path(path.anchor).glob(str(path.relative_to(path.anchor))):
        if is_hidden_meant or not any(
            part.startswith(".") for part in found.parts if part != os.pardir
        ):
            yield str(found)


def _in_folder(folder: Path) -> tuple[list[_Page], list[_PathError]]:
    """Return the pages below a folder, in order, and what could not be read of it."""
    errors: list[OSError] = []
    paths: list[Path] = []
    for below, _, names in os.walk(folder, onerror=errors.append):
        paths += [Path(below, name) for name in names if _is_page_name(name)]
    missing = [_PathError(f"{error.filename}: {_in_a_line(error)}") for error in errors]
    missing += [
        _PathError(f"{path}: no file, but a link to nothing, a device or the like")
        for path in sorted(paths)
        if not path.is_file()
    ]
    pages = [
        _Page(str(path), _stem(str(path.relative_to(folder))))
        for path in sorted(paths)
        if path.is_file()
    ]
    return pages, missing


def _is_page_name(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(_PAGES)


def _stem(name: str) -> str:
    """A file's name without the endings of pages: ``a.html.gz`` is ``a``."""
    name = name[:-3] if name.lower().endswith(".gz") else name
    ending = next((ending for ending in _PAGES if name.lower().endswith(ending)), "")
    return name.removesuffix(name[len(name) - len(ending) :]) if ending else name


_FileKey: TypeAlias = "str | tuple[int, int]"
"""A path without links, or the numbers of a device and a file on it, which all its names share."""


def _keys(path: Path) -> Iterator[_FileKey]:
    """Yield what identifies a file, however it is named; it need not exist."""
    yield os.path.realpath(path)
    try:
        found = path.stat()
    except OSError:
        return  # it does not exist, or cannot be read either
    if stat.S_ISREG(found.st_mode):
        yield found.st_dev, found.st_ino


def _files(pages: Iterable[_Page]) -> frozenset[_FileKey]:
    """The files that are read."""
    paths = (Path("/dev/stdin" if page.name == "-" else page.name) for page in pages)
    return frozenset(chain.from_iterable(map(_keys, paths)))


def _is_among(path: Path, files: frozenset[_FileKey]) -> bool:
    return not files.isdisjoint(_keys(path))


def _read(page: str) -> bytes:
    if page == "-":
        if not sys.stdin.readable():
            raise _PathError("standard input is closed")
        raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        # Standard input has no name that says so. `parse` refuses what is too large.
        is_packed = raw.startswith(MAGIC) and len(raw) <= MAX_BYTES
        return gunzip(raw, MAX_BYTES) if is_packed else raw
    if "://" in page and not Path(page).exists():
        raise _PathError("nothing is fetched: save the page, and name its file")
    if "\0" in page:
        raise _PathError("no file has a name with a null character")
    return read_page(Path(page))


# Output


@define
class _Folder:
    """A folder for one file a page; none of them overwrites a page that is read, nor one written
    before it."""

    path: Path
    ending: str
    pages: frozenset[_FileKey]
    written: set[str] = field(factory=set)

    def write(self, page: _Page, text: str) -> None:
        """Writes an article under its page's name; where several pages have one name, the later
        ones are numbered."""
        name, number = page.target, 1
        while name.casefold() in self.written:
            number += 1
            name = f"{page.target}-{number}"
        self.written.add(name.casefold())
        file = self.path / f"{name}{self.ending}"
        if _is_among(file, self.pages):
            raise _PathError(f"{file} is itself a page to read: name another folder with --out")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with _opened(file) as stream:
                stream.write(text)
        except OSError as error:
            raise _PathError(f"{file} cannot be written: {_in_a_line(error)}") from error


def _opened(file: Path) -> TextIO:
    return file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _progress(
    pages: Sequence[_Page], output: _Folder | TextIO
) -> tuple[Iterable[_Page], Callable[[str], None]]:
    """The pages, and what tells a line on standard error.

    With a bar there if that is a terminal, the articles go elsewhere, and tqdm is installed (the
    extra ``cli``); lines then stand above it.
    """
    if (
        len(pages) >= _MANY
        and sys.stderr.isatty()
        and (isinstance(output, _Folder) or not output.isatty())
    ):
        try:
            from tqdm import tqdm
        except ImportError:
            return pages, _tell
        return (
            tqdm(pages, unit="page", file=sys.stderr),
            lambda line: tqdm.write(_escaped(line), file=sys.stderr),
        )
    return pages, _tell


def _open_missing_streams() -> None:
    """Open a standard stream that the caller closed, so that no file is opened in its place.

    Reading or writing it is an `OSError`; errors go nowhere.
    """
    for name, mode in (("stdin", "w"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Until the end: Python warns of a file that it closes itself, but of no descriptor.
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", closefd=False))


def _close_output() -> None:
    """What Python would still write to standard output when it exits goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(line: str) -> None:
    # An error that nobody reads stops no article; the exit status has it too.
    with suppress(OSError):
        print(_escaped(line), file=sys.stderr)


def _escaped(line: str) -> str:
    """Return a line with escapes for control characters, which terminals obey."""
    return "".join(
        letter if letter.isprintable() or letter in "\n\xa0\u202f" else ascii(letter)[1:-1]
        for letter in line
    )


def _in_a_line(error: LemondeParseError | OSError) -> str:
    if isinstance(error, PageTooLargeError):
        return f"{error.size} bytes or more: this command reads up to {error.limit}"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(told.split())
