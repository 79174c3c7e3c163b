"""``lemonde-parse explain PAGE``: a report on how a page was read."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lemonde_parse.command.inputs import Inputs, file_key
from lemonde_parse.command.messages import ArgumentParser, PathError, in_a_line, tell
from lemonde_parse.command.names import is_container_name
from lemonde_parse.command.reading import load
from lemonde_parse.command.request import JOBS_HELP, MAX_BYTES_HELP, UsageError, number
from lemonde_parse.errors import LemondeParseError, NotAnArticleError
from lemonde_parse.explanation import explain
from lemonde_parse.intake.limits import MAX_BYTES

_REFUSED: Final = 3


def run(arguments: Sequence[str]) -> int:
    """Write the report; return the exit status."""
    ask = _parser()
    given = ask.parse_args(arguments)
    page, out = str(given.page), given.out
    if _is_corpus(page):
        if out is None:
            ask.error(f"{page}: for several pages, name the report, as in --out report.html")
        return _run_corpus(ask, page, out, given)
    if out is not None and (key := file_key(out)) is not None and key == file_key(page):
        ask.error(f"--out {out} is the page to read: it would be overwritten")
    try:
        report = explain(read(page, given.max_bytes), max_bytes=given.max_bytes)
    except (LemondeParseError, OSError) as error:
        tell(f"lemonde-parse: {page}: {in_a_line(error)}")
        return _REFUSED if isinstance(error, NotAnArticleError) else 1
    if out is None:
        sys.stdout.write(report)
        return 0
    try:
        Path(out).write_text(report, "utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        ask.error(f"--out {out}: {in_a_line(error)}")
    return 0


def _is_corpus(page: str) -> bool:
    return (
        os.path.isdir(page)  # noqa: PTH112
        or is_container_name(page)
        or (glob.has_magic(page) and not os.path.exists(page))  # noqa: PTH110
    )


def _run_corpus(
    ask: argparse.ArgumentParser, source: str, out: str, given: argparse.Namespace
) -> int:
    from lemonde_parse.command import explain_corpus

    try:
        return explain_corpus.run(source, Path(out), given.max_bytes, given.jobs)
    except UsageError as error:
        ask.error(str(error))
    except OSError as error:
        ask.error(f"--out {out}: {in_a_line(error)}")


def read(page: str, max_bytes: int) -> bytes:
    """Return the bytes of the page at a path. Raises `PathError` for a folder, and the errors of
    `load`."""
    if os.path.isdir(page):  # noqa: PTH112
        raise PathError("this is a folder: name one of its pages")
    return load(Inputs.of_file(page, max_bytes), max_bytes)


def _parser() -> argparse.ArgumentParser:
    ask = ArgumentParser(
        prog="lemonde-parse explain",
        description="Show how a page was read: the article, the removed text and the rule that"
        " removed it, and the source of each field.",
    )
    ask.add_argument(
        "page",
        metavar="PAGE",
        help="a saved page, gzipped if it ends in .gz; - for standard input, gzipped or not;"
        " a folder, an archive or a pattern, for a report on all its pages",
    )
    ask.add_argument(
        "--out",
        metavar="FILE",
        help="the HTML file to write (default: standard output); reports on single pages of a"
        " folder, archive or pattern are written to a folder next to it",
    )
    ask.add_argument(
        "--max-bytes", type=number, default=MAX_BYTES, metavar="N", help=MAX_BYTES_HELP
    )
    ask.add_argument("--jobs", type=number, default=1, metavar="N", help=JOBS_HELP)
    return ask
