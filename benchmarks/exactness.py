"""Measures how much of the correct text extractors find: `make compare PAGES=folder`.

python benchmarks/exactness.py FOLDER [--write]

Scores each extractor on the test pages, and on the HTML pages of the folder for which the correct
article is known. Prints Markdown. With `--write`, the tables replace those in
docs/explanation/compared.md, README.md and docs/index.md.

Words are compared in order, in lower case, without punctuation. A word of the correct body that is
missing from the text is lost. A surplus word in the text is leaked, unless it belongs to the
headline, kicker, standfirst, byline, a caption or a credit, which an extractor may count as text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import compress
from pathlib import Path
from typing import Final

from attrs import field, frozen

from compare import FailedError, Measured, environment, run
from evaluation.folding import fold, words_of
from evaluation.printed import right_articles
from evaluation.reading import LIVE_ENTRY, field_key, flatten
from evaluation.score import OWN_PAGES
from evaluation.scoring import common_length, paper_of, share
from evaluation.tables import percent, table
from evaluation.truth import Page, Truth, find_pages, load_truth
from lemonde_parse import Article, Aside, Author, Block, Figure, LiveEntry, parse_file
from pages import ROOT
from readers import READERS

HERE: Final = Path(__file__).resolve().parent
DOCUMENT: Final = ROOT / "docs" / "explanation" / "compared.md"
PERFORMANCE: Final = ROOT / "docs" / "explanation" / "performance.md"
FRONT_DOORS: Final = (ROOT / "README.md", ROOT / "docs" / "index.md")
BEGIN: Final = "<!-- measured figures, from here… -->"
END: Final = "<!-- …to here -->"
EXTRACTORS: Final = (
    "lemonde-parse", "lemonde-parse, layout unknown", "trafilatura", "newspaper4k", "fundus",
)  # fmt: skip
LEMONDE: Final = "lemonde.fr"
SECONDS: Final = 900
"""Time limit for one extractor."""


@frozen(kw_only=True)
class Figures:
    """The scores of one extractor on one page."""

    lost: float = 1.0
    """Share of the correct body's words that are missing from the text."""
    leaked: float = 0.0
    """Share of the text's words that are leaked: not in the correct body, headline, kicker,
    standfirst, byline, captions or credits."""
    fields: Mapping[str, bool] = field(factory=dict)
    """True for each right value of headline, authors and day, False for each wrong one."""
    read: bool = False
    """True if the extractor returned a text; it may be empty if the article has no text."""

    @property
    def exact(self) -> bool:
        """True if no word is lost and none is leaked."""
        return self.read and not self.lost and not self.leaked


@frozen
class Row:
    """The scores of one extractor on a group of pages."""

    extractor: str
    version: str
    group: str
    reason: str
    """The reason if there are no scores; otherwise ""."""
    figures: tuple[Figures, ...]


@frozen
class Chosen:
    """A page on which extractors are compared."""

    page: Page
    right: Article
    truth: Truth
    address: str | None
    """The address given by the page."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables, write them into the documents on request, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="pages and correct articles")
    parser.add_argument("--write", action="store_true", help="write the tables into the documents")
    options = parser.parse_args(arguments)
    real, own = measure(choose([options.folder])), measure(choose(OWN_PAGES))
    full = (
        f"Measured on {date.today():%Y-%m-%d}.\n\n"  # noqa: DTZ011
        f"### Real pages\n\n{full_table(real)}\n\n### Own pages\n\n{full_table(own)}"
    )
    short = short_table(real, times_of(PERFORMANCE.read_text("utf-8")))
    if options.write:
        replace_between_marks(DOCUMENT, full)
        for path in FRONT_DOORS:
            replace_between_marks(path, short)
    print(full, short, sep="\n\n")
    return 0


def choose(folders: Iterable[Path]) -> list[Chosen]:
    """Return the HTML pages of the folders for which the correct article is known."""
    pages = [page for folder in folders for page in find_pages(folder)]
    right = right_articles(pages)
    return [
        Chosen(page, right[page.name], load_truth(page.truth), parse_file(page.path).canonical_url)
        for page in pages
        if page.name in right
    ]


def measure(chosen: Sequence[Chosen]) -> list[Row]:
    """Run every extractor; return a row for each group of pages, with the reason for a failure."""
    groups = {
        "Le Monde": [paper_of(page.address) == LEMONDE for page in chosen],
        "other papers": [paper_of(page.address) != LEMONDE for page in chosen],
    }
    rows = []
    for extractor in EXTRACTORS:
        version, reason = "", ""
        figures: list[Figures] = []
        try:
            version, figures = score(extractor, chosen)
        except FailedError as error:
            reason = f"does not run: {error}"
        rows += [
            Row(extractor, version, group, reason, tuple(compress(figures, members)))
            for group, members in groups.items()
        ]
    return rows


def score(extractor: str, chosen: Sequence[Chosen]) -> tuple[str, list[Figures]]:
    """Run an extractor on the pages; return its version, and its scores on each page."""
    measured = Measured(READERS[extractor.partition(",")[0]])
    python = environment(measured)
    if not python:
        raise FailedError(measured.reason)
    pages = [f"{one.page.path}={one.address or ''}" for one in chosen]
    result = json.loads(run([python, str(HERE / "articles.py"), extractor, *pages], SECONDS))
    return result["version"], [
        compare(extracted, one.right, one.truth)
        for extracted, one in zip(result["pages"], chosen, strict=True)
    ]


def compare(extracted: Mapping[str, object], right: Article, truth: Truth) -> Figures:
    """Compare the output of an extractor with the correct article.

    >>> from lemonde_parse import Paragraph
    >>> right = Article(headline="Un titre", body=(Paragraph(text="Il pleut, dit-elle."),))
    >>> figures = compare({"text": "Un titre\\nIl pleut. Partager"}, right, Truth())
    >>> figures.lost, figures.leaked, figures.exact
    (0.5, 0.2, False)
    """
    fields = right_fields(extracted, right, truth)
    if "error" in extracted or (right.text and not extracted["text"]):
        return Figures(fields=fields)
    right_words = words_of(fold(" ".join(text for _, text in texts_of(right.body))))
    words = words_of(fold(str(extracted["text"])))
    common = common_length(right_words, words)
    extra = Counter(words) - Counter(right_words)
    leaked = max(len(words) - common - (extra & allowed_words(right)).total(), 0)
    return Figures(
        lost=share(len(right_words) - common, len(right_words)),
        leaked=share(leaked, len(words)),
        fields=fields,
        read=True,
    )


def right_fields(extracted: Mapping[str, object], right: Article, truth: Truth) -> dict[str, bool]:
    """Compare each field for which the correct value is known: headlines by their words, authors by
    their names ignoring case, dates by the day."""
    names = [fold(str(name)).casefold() for name in as_list(extracted.get("authors"))]
    moment = right.date_published or right.day_published
    fields = {
        "headline": loose(right.headline) == loose(extracted.get("headline")),
        "authors": sorted(names) == sorted(fold(author.name).casefold() for author in right.authors)
        or author_key(as_list(extracted.get("authors")), truth) in truth.fields.get("authors", ()),
        "date_published": (moment and moment.isoformat()[:10]) == extracted.get("day"),
    }
    return {name: is_right for name, is_right in fields.items() if name in truth.fields}


def author_key(names: Sequence[object], truth: Truth) -> str:
    """Return the key of a list of authors, which is compared with the keys of all accepted
    lists."""
    authors = tuple(Author(name=str(name)) for name in names)
    return field_key(Article(authors=authors, body=()), "authors", truth.basis)


def texts_of(blocks: Iterable[Block]) -> Iterable[tuple[str, str]]:
    """Return the texts of the body, without the times of a live blog's posts."""
    return (row for row in flatten(blocks) if row[0] != LIVE_ENTRY)


def allowed_words(right: Article) -> Counter[str]:
    """Return words outside the body that an extractor may count as text."""
    texts = [right.headline, right.kicker, right.description, right.byline, *captions(right.body)]
    return Counter(words_of(fold(" ".join(text for text in texts if text))))


def captions(blocks: Iterable[Block]) -> Iterable[str | None]:
    """Return captions and credits of figures, including nested ones."""
    for block in blocks:
        match block:
            case Figure():
                yield from (block.caption, block.credit)
            case Aside() | LiveEntry():
                yield from captions(block.blocks)
            case _:
                pass


def loose(headline: object) -> str:
    """Return the words of a headline, for comparison."""
    return " ".join(words_of(fold(str(headline or ""))))


def as_list(value: object) -> list[object]:
    """Return the items of a JSON list; empty if there is no value."""
    return value if isinstance(value, list) else []


def label(row: Row) -> str:
    """Return the extractor with its version: "fundus 0.5.7"."""
    package, comma, use = row.extractor.partition(",")
    return f"{package} {row.version}".strip() + comma + use


def full_table(rows: Iterable[Row]) -> str:
    """Format a table with a row for each extractor and group of pages."""
    columns = (
        "extractor", "pages of", "read", "exact text", "words lost", "words leaked",
        "headline right", "authors right", "day right",
    )  # fmt: skip
    return table(
        columns,
        [
            (
                label(row),
                row.group,
                *([row.reason, *[""] * 6] if row.reason else cells(row.figures)),
            )
            for row in rows
        ],
    )


def cells(figures: Sequence[Figures]) -> tuple[str, ...]:
    """Return the cells of a row: counts of pages and of right values, and means over all pages."""
    count = len(figures)
    return (
        f"{sum(one.read for one in figures)} of {count}",
        exact_cell(figures),
        percent(sum(one.lost for one in figures) / count),
        percent(sum(one.leaked for one in figures) / count),
        *(field_cell(figures, name) for name in ("headline", "authors", "date_published")),
    )


def exact_cell(figures: Sequence[Figures]) -> str:
    """Return the number of pages with exact text: "12 of 43"."""
    return f"{sum(one.exact for one in figures)} of {len(figures)}"


def field_cell(figures: Sequence[Figures], name: str) -> str:
    """Return how many of the known values an extractor got right: "40 of 44"."""
    values = [one.fields[name] for one in figures if name in one.fields]
    return f"{sum(values)} of {len(values)}"


def short_table(rows: Sequence[Row], times: Mapping[str, str]) -> str:
    """Format a table with a column for each extractor, and a row for each figure."""
    lemonde = {row.extractor: row for row in rows if row.group == "Le Monde"}
    others = {row.extractor: row for row in rows if row.group != "Le Monde"}

    def line(name: str, group: Mapping[str, Row], cell: Callable[[Row], str]) -> tuple[str, ...]:
        return (name, *("–" if row.reason else cell(row) for row in group.values()))

    return table(
        ("", *map(label, lemonde.values())),
        [
            line("Le Monde: exact text", lemonde, lambda row: exact_cell(row.figures)),
            line("Le Monde: words lost", lemonde, lambda row: cells(row.figures)[2]),
            line("Le Monde: words leaked", lemonde, lambda row: cells(row.figures)[3]),
            line(
                "Le Monde: authors right", lemonde, lambda row: field_cell(row.figures, "authors")
            ),
            line("Other papers: exact text", others, lambda row: exact_cell(row.figures)),
            ("time, relative to lxml", *(times.get(name, "–") for name in lemonde)),
        ],
    )


def times_of(performance: str) -> dict[str, str]:
    """Return each extractor's time for a page of 200 KB in the current layout, from the table that
    `make bench` prints.

    >>> times_of("| **lemonde-parse** 1.0 | an `Article` | 2.5× (2 ms) | 1.92× (4.3 ms) |")
    {'lemonde-parse': '1.92×'}
    """
    return {
        match[1]: match[2]
        for match in re.finditer(
            r"^\| \**([\w-]+)\**[^|]*\|[^|]*\|[^|]*\| ([\d.]+×) \(", performance, re.MULTILINE
        )
    }


def replace_between_marks(path: Path, text: str) -> None:
    """Replace the text between the two marks in a document."""
    before, mark, rest = path.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise ValueError(f"{path} has no {BEGIN} followed by {END}")
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
