"""``lemonde-parse report-bug PAGE``: makes an invented page and a description for a bug report."""

from __future__ import annotations

import argparse
import platform
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from lemonde_parse._version import __version__
from lemonde_parse.command.explain import read
from lemonde_parse.command.inputs import file_key
from lemonde_parse.command.messages import ArgumentParser, in_a_line, tell
from lemonde_parse.command.request import MAX_BYTES_HELP, number
from lemonde_parse.errors import LemondeParseError
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.invent.invented import Invented, invent
from lemonde_parse.parsing import parse

_TEXTS: Final = (".txt", ".md")


def run(arguments: Sequence[str]) -> int:
    """Write the invented page, print the description, and return the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    page = str(options.page)
    out = str(options.out or _default_name(page))
    if (key := file_key(out)) is not None and key == file_key(page):
        parser.error(f"--out {out} is the page to read: it would be overwritten")
    try:
        invented = invent(read(page, options.max_bytes), options.max_bytes)
    except (LemondeParseError, OSError) as error:
        tell(f"lemonde-parse: {page}: {in_a_line(error)}")
        return 1
    try:
        Path(out).write_bytes(invented.page)
    except OSError as error:
        parser.error(f"--out {out}: {in_a_line(error)}")
    sys.stdout.write("\n".join(_description(invented)) + "\n")
    tell(
        f"lemonde-parse: wrote {out}. Look through it, then attach it and the lines above to an"
        " issue. The prose is invented; hosts, numbers, short words and the phrases that"
        " lemonde_parse looks for are kept."
    )
    return 0


def _description(invented: Invented) -> Iterator[str]:
    """Yield the lines of the report. They quote the invented page, never the original one."""
    yield f"lemonde-parse {__version__}, Python {platform.python_version()}, {platform.system()}"
    try:
        article = parse(invented.page)
    except LemondeParseError as error:
        yield f"error: {type(error).__name__}: {in_a_line(error)}"
    else:
        report = article.report
        yield f"layout: {report.layout}"
        yield f"headline: {article.headline}"
        yield f"blocks: {_counts(block.type for block in article.body)}"
        yield f"removed: {_counts(removal.reason for removal in report.removed)}"
        yield f"related links: {len(article.related_links)}"
        yield f"warnings: {'; '.join(warning.message for warning in report.warnings) or 'none'}"
    for difference in invented.differences:
        yield f"unlike the original page: {difference}"


def _default_name(page: str) -> str:
    """Return the name of the file to write, in the current folder."""
    name, _, endings = ("page" if page == "-" else Path(page).name).partition(".")
    is_text = f".{endings.removesuffix('.gz')}".endswith(_TEXTS)
    return f"{name}-invented{'.txt' if is_text else '.html'}"


def _counts(names: Iterable[str]) -> str:
    counts = Counter(names).items()
    return ", ".join(f"{count} {name}" for name, count in counts) or "none"


def _parser() -> argparse.ArgumentParser:
    parser = ArgumentParser(
        prog="lemonde-parse report-bug",
        description="Make a copy of a page, with invented prose, and print a description, so that"
        " you can report how the page is read without publishing it.",
    )
    parser.add_argument(
        "page",
        metavar="PAGE",
        help="a saved page, gzipped if it ends in .gz; - for standard input, gzipped or not",
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="the file to write (default: the name of the page with -invented added)",
    )
    parser.add_argument(
        "--max-bytes", type=number, default=MAX_BYTES, metavar="N", help=MAX_BYTES_HELP
    )
    return parser
