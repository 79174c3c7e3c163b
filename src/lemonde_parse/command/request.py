"""Reads and checks the arguments of the command."""

from __future__ import annotations

import argparse
import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Final, Literal, NoReturn, TypeAlias, get_args

from attrs import frozen

from lemonde_parse._version import __version__
from lemonde_parse.article import Kind
from lemonde_parse.command.formats import FORMATS, WITH_METADATA, Format
from lemonde_parse.command.messages import ArgumentParser
from lemonde_parse.command.names import CONTAINERS, PAGES
from lemonde_parse.intake.limits import MAX_BYTES

Errors: TypeAlias = Literal["lines", "rows", "stop"]
"""Ways to report an error: print a line, write a row, or print a line and stop."""
PART_ROWS: Final = 1_000
"""Default number of rows in a Parquet part. Such a part has 5 to 20 MB, and its pages are read in a
few seconds."""
MAX_BYTES_HELP: Final = (
    "maximum size of a page, in bytes after decompression (default: %(default)s)"
)
JOBS_HELP: Final = "read in N processes; the output stays the same (default: %(default)s)"
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class UsageError(Exception):
    """A call that cannot be carried out. The message names the option and the remedy."""


@frozen(kw_only=True)
class Request:
    """The options of one call, checked."""

    pages: tuple[str, ...] = ()
    files_from: str | None = None
    to: str = "json"
    metadata: bool = False
    out: str | None = None
    jobs: int = 1
    resume: bool = False
    errors: Errors = "lines"
    skip_refused: bool = False
    select: tuple[str, ...] = ()
    complete_only: bool = False
    kinds: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    max_bytes: int = MAX_BYTES
    part_rows: int = PART_ROWS
    summary: bool | None = None
    """None to write a summary only if there are many pages, or with `verbose`."""
    verbose: bool = False
    is_folder: bool = False
    """True if `out` is a folder with a file for each article."""
    columns: tuple[str, ...] = ()
    """Columns of the output; none for entire articles."""

    @property
    def format(self) -> Format:
        """The format of the output."""
        return WITH_METADATA if self.metadata else FORMATS[self.to]


def usage_error(error: UsageError) -> NoReturn:
    """Print the usage and the error; exit with status 2."""
    _parser().error(str(error))


def read_request(arguments: Sequence[str]) -> Request:
    """Read and check the arguments. Raises `UsageError`, or `SystemExit` as argparse does."""
    given = _parser().parse_args(arguments)
    request = Request(
        pages=tuple(given.pages),
        files_from=given.files_from,
        to=given.to,
        metadata=given.metadata,
        out=given.out,
        jobs=given.jobs,
        resume=given.resume,
        errors=given.errors,
        skip_refused=given.skip_refused,
        select=tuple(given.select),
        complete_only=given.complete_only,
        kinds=tuple(given.kind),
        since=given.since,
        until=given.until,
        max_bytes=given.max_bytes,
        part_rows=given.part_rows,
        summary=given.summary,
        verbose=given.verbose,
    )
    _check(request)
    return request


def _check(request: Request) -> None:
    names = [name for name, row in FORMATS.items() if row.takes_rows]
    takes_rows = f"{', '.join(names[:-1])} or {names[-1]}"
    if not request.pages and request.files_from is None:
        raise UsageError("name a PAGE, or a list of pages with --files-from")
    if request.files_from == "-" and "-" in request.pages:
        raise UsageError("standard input is either a page or, with --files-from -, a list of pages")
    if request.metadata and request.to != "markdown":
        raise UsageError("--metadata requires --to markdown")
    if request.select and not request.format.takes_rows:
        raise UsageError(f"--select requires --to {takes_rows}")
    if request.errors == "rows" and not request.format.takes_rows:
        raise UsageError(f"--errors rows requires --to {takes_rows}")
    if request.format.shape in ("parts", "corpus") and request.out is None:
        raise UsageError(
            f"--to {request.to} writes files: name their folder, as in --out articles/"
        )
    if request.resume and request.out is None:
        raise UsageError("--resume requires --out, which names the output to continue")
    if request.since and request.until and request.since > request.until:
        raise UsageError(f"--since {request.since} is after --until {request.until}")


def _parser() -> argparse.ArgumentParser:
    ask = ArgumentParser(
        prog="lemonde-parse",
        description="Turn saved newspaper pages into clean articles.",
        epilog="The output is in UTF-8. A page that cannot be read is reported in a line on"
        " standard error. The exit status is 0 without errors, 3 if all errors are refusals of"
        " pages that are not articles, 1 after any other error, 2 for invalid arguments and 130"
        " after Ctrl-C. `lemonde-parse explain PAGE` shows how a page was read, and `lemonde-parse"
        " report-bug PAGE` makes a page with invented prose for a bug report.",
    )
    ask.add_argument(
        "pages",
        nargs="*",
        metavar="PAGE",
        help="a saved page, gzipped if it ends in .gz;"
        f" an archive of pages ({', '.join(CONTAINERS)});"
        f" a folder, for every archive and every {', '.join(PAGES)} below it;"
        " a pattern with * or **;"
        " - for standard input, gzipped or not",
    )
    ask.add_argument(
        "--files-from", metavar="LIST", help="a file with one PAGE per line; - for standard input"
    )
    ask.add_argument(
        "--max-bytes", type=number, default=MAX_BYTES, metavar="N", help=MAX_BYTES_HELP
    )
    ask.add_argument("--jobs", type=number, default=1, metavar="N", help=JOBS_HELP)
    _add_output(ask.add_argument_group("output"))
    _add_filters(ask.add_argument_group("filters"))
    _add_reports(ask.add_argument_group("errors and reports"))
    ask.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return ask


def _add_output(ask: argparse._ArgumentGroup) -> None:
    ask.add_argument(
        "--to", choices=tuple(FORMATS), default="json", help="the format (default: %(default)s)"
    )
    ask.add_argument(
        "--out",
        metavar="PATH",
        help="where to write: a file for all pages;"
        " for one file per page, an existing folder or a name that ends in /;"
        " with --to parquet, a folder for numbered parts;"
        " with --to txm, a folder for a corpus",
    )
    ask.add_argument(
        "--resume",
        action="store_true",
        help="continue the output of an interrupted run, or add new pages to an output",
    )
    ask.add_argument(
        "--select",
        type=_names,
        action="extend",
        default=[],
        metavar="FIELD,...",
        help="columns to write, with --to csv, parquet, json or jsonl;"
        ' "source" is the column with the page\'s path',
    )
    ask.add_argument(
        "--metadata", action="store_true", help="with --to markdown: start with YAML front matter"
    )
    ask.add_argument("--part-rows", type=number, default=PART_ROWS, metavar="N",
        help="with --to parquet: rows in each part (default: %(default)s)")  # fmt: skip


def _add_filters(ask: argparse._ArgumentGroup) -> None:
    ask.add_argument("--complete-only", action="store_true", help="leave out truncated articles")
    ask.add_argument(
        "--kind",
        type=_kinds,
        action="extend",
        default=[],
        metavar="KIND,...",
        help=f"only these kinds: {', '.join(get_args(Kind))}",
    )
    ask.add_argument(
        "--since",
        type=_first_day,
        metavar="DATE",
        help="only articles published in or after this year, month or day (2014, 2014-03 or"
        " 2014-03-01); articles without a date are left out",
    )
    ask.add_argument(
        "--until",
        type=_last_day,
        metavar="DATE",
        help="only articles published in or before this year, month or day",
    )


def _add_reports(ask: argparse._ArgumentGroup) -> None:
    ask.add_argument(
        "--errors",
        choices=get_args(Errors),
        default="lines",
        help="how to report pages that cannot be read: lines on standard error, rows of the output"
        " (with --to csv, parquet, json or jsonl), or stop at the first (default: %(default)s)",
    )
    ask.add_argument(
        "--skip-refused",
        action="store_true",
        help="count pages that are not articles, without reporting each of them",
    )
    ask.add_argument(
        "--summary",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="end with a summary on standard error (default: for 20 pages or more)",
    )
    ask.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="report each page on standard error as it is read, and end with the summary",
    )


# Types of arguments


def number(given: str) -> int:
    """Read a positive number."""
    if not (given.isascii() and given.isdecimal() and int(given[:19]) > 0 and len(given) < 19):
        raise argparse.ArgumentTypeError(f"expected a positive whole number, got {given!r}")
    return int(given)


def _names(given: str) -> list[str]:
    return [name.strip() for name in given.split(",") if name.strip()]


def _kinds(given: str) -> list[str]:
    names = _names(given)
    for name in names:
        if name not in get_args(Kind):
            raise argparse.ArgumentTypeError(
                f"unknown kind {name!r}: the kinds are {', '.join(get_args(Kind))}"
            )
    return names


def _first_day(given: str) -> date:
    year, month, day = _parts(given)
    return _date(given, year, month or 1, day or 1)


def _last_day(given: str) -> date:
    year, month, day = _parts(given)
    first = _date(given, year, month or 12, day or 1)
    return first if day else first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _parts(given: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(given)
    if found is None:
        raise argparse.ArgumentTypeError(
            f"expected a day, month or year as in 2014-03-01, 2014-03 or 2014, got {given!r}"
        )
    year, month, day = (None if part is None else int(part) for part in found.groups())
    return year or 0, month, day


def _date(given: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"no such day: {given!r}") from error
