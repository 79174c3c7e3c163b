"""Command that repeats the measurements, and updates the tables of
docs/explanation/how-exact.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from evaluation.manifest import load_manifest, page_name
from evaluation.printed import right_articles, score_printed
from evaluation.score import OWN_PAGES, ROOT
from evaluation.scoring import score_page, total
from evaluation.tables import GROUPS, grouped, page_table, printed_table
from evaluation.truth import find_pages
from lemonde_parse import __version__
from lemonde_parse.layouts import GENERIC

DOCUMENT: Final = ROOT / "docs" / "explanation" / "how-exact.md"
BEGIN: Final = "<!-- measured figures, from here… -->"
END: Final = "<!-- …to here -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrite the document between its two marks, and return the exit status."""
    options = _parser().parse_args(arguments)
    before, _, rest = options.document.read_text("utf-8").partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{options.document} has no {BEGIN} followed by {END}")
    figures = "\n\n".join(sections(options.folder, options.printed))
    options.document.write_text(f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}", "utf-8")
    print(f"wrote the tables of {options.document}")
    return 0


def sections(folder: Path, printed: Path | None) -> Iterator[str]:
    """Yield paragraphs and tables about the real pages in a folder and about the test pages."""
    pages = find_pages(folder)
    public = {origin.name for origin in load_manifest()}
    scores = [score_page(page) for page in pages]
    rows = {
        "real pages": scores,
        "those of the manifest": [
            score
            for score, page in zip(scores, pages, strict=True)
            if page_name(page.path.read_bytes()) in public
        ],
        "real pages, generic layout": [score_page(page, GENERIC) for page in pages],
        "own pages": [score_page(page) for own in OWN_PAGES for page in find_pages(own)],
    }
    yield f"Measured on {date.today():%Y-%m-%d} with lemonde-parse {__version__}."  # noqa: DTZ011
    yield page_table("", {name: total(group) for name, group in rows.items() if group})
    for name, group in GROUPS.items():
        yield f"### Real pages by {name}"
        yield page_table(name, grouped(scores, group))
    if printed:
        yield "### Printed texts by program"
        yield printed_table(score_printed(printed, right_articles(pages)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.publish", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the real pages")
    parser.add_argument(
        "--printed",
        type=Path,
        metavar="FOLDER",
        help="texts that programs printed from the real pages",
    )
    parser.add_argument("--document", type=Path, default=DOCUMENT, metavar="FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
