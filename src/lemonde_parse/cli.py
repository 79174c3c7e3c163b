"""The command line: read pages, print Articles; one clear line for what could not be read."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from lemonde_parse._version import __version__
from lemonde_parse.article import Article
from lemonde_parse.errors import LemondeParseError
from lemonde_parse.parsing import parse, parse_file

_FORMATS = {"json": lambda article: article.to_json(indent=2), "text": lambda article: article.text}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with these arguments (else the process's); the exit status is 1 if a page could not be read."""
    ask = argparse.ArgumentParser(
        prog="lemonde-parse",
        description="Read saved pages of Le Monde into clean articles.",
        epilog="What is printed is in UTF-8. A page that cannot be read is told in a line on standard error, and the exit status is 1.",
    )
    ask.add_argument("pages", nargs="+", metavar="PAGE", help="a saved page, gzipped if it ends in .gz; - for standard input")
    ask.add_argument("--to", choices=sorted(_FORMATS), default="json", help="what to print (default: %(default)s)")
    ask.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    told = ask.parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a pipe's own encoding may lack the page's letters
    status = 0
    for page in told.pages:
        try:
            article = _read(page)
        except (LemondeParseError, OSError) as error:
            print(f"lemonde-parse: {page}: {_in_a_line(error)}", file=sys.stderr)
            status = 1
        else:
            sys.stdout.write(_FORMATS[told.to](article) + "\n")
    return status


def _read(page: str) -> Article:
    return parse(sys.stdin.buffer.read()) if page == "-" else parse_file(page)


def _in_a_line(error: LemondeParseError | OSError) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(told.split())
