"""Command that scores folders of pages whose correct article is known: `make evaluate`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evaluation.printed import right_articles, score_printed
from evaluation.scoring import score_page, total
from evaluation.tables import GROUPS, as_json, grouped, page_table, printed_table, score_line
from evaluation.truth import find_pages
from lemonde_parse.layouts import GENERIC

ROOT: Final = Path(__file__).resolve().parent.parent
OWN_PAGES: Final = (ROOT / "tests" / "pages", ROOT / "tests" / "texts")
"""The test pages, with invented prose."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores, and return the exit status, which is always 0."""
    options = _parser().parse_args(arguments)
    pages = [
        page
        for folder in options.folders or OWN_PAGES
        for page in find_pages(folder)
        if page.name.startswith(options.page)
    ]
    scores = [score_page(page, GENERIC if options.generic else None) for page in pages]
    printed = score_printed(options.printed, right_articles(pages)) if options.printed else {}
    if options.json:
        json.dump(as_json(scores, printed), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    if not options.markdown:
        for score in scores:
            print(score_line(score))
            for line in score.differences if options.diff else ():
                print(f"    {line}")
        print()
    if scores:
        for name, group in GROUPS.items():
            print(page_table(name, {**grouped(scores, group), "*all*": total(scores)}), end="\n\n")
    if printed:
        print(printed_table(printed))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.score", description=__doc__)
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="NAME/page.html with NAME/expected.json, or pages/NAME.html with truth/NAME.json;"
        " default: the project's own pages",
    )
    parser.add_argument(
        "--printed",
        type=Path,
        metavar="FOLDER",
        help="also score PROGRAM/NAME.txt or .md in this folder, the texts printed from the pages",
    )
    parser.add_argument(
        "--page", default="", metavar="NAME", help="only pages whose names start with NAME"
    )
    parser.add_argument("--generic", action="store_true", help="read with the generic layout")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--diff", action="store_true", help="show what differs on each page")
    form.add_argument("--markdown", action="store_true", help="print only the tables")
    form.add_argument("--json", action="store_true", help="print all figures as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
