"""Lists the libraries to compare with `lemonde_parse.parse`, and measures one of them in its own
process.

python readers.py (times | peak | rate | pipeline) READER FOLDER

Prints JSON. Each library has its own environment, so its times are divided by the times that lxml
takes to build a tree in the same process: for each page, the library and lxml take turns.
"""

from __future__ import annotations

import gzip
import io
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from pages import LAST, unseen

Read = Callable[[bytes], str]
"""Reads an entire page, and returns its text; "" if it only makes a tree."""
Row = Mapping[str, object]
"""The fields of a page, for a line of JSON or a row of a table."""
ROUNDS: Final = 11
SECONDS: Final = 1.0
"""Duration of each measurement of pages per second, in seconds."""


def lxml_tree() -> Read:
    """Make a tree: the baseline."""
    from lxml.html import document_fromstring

    def read(page: bytes) -> str:
        document_fromstring(page)
        return ""

    return read


def lemonde_parse() -> Read:
    """Make the Article, and return its text."""
    from lemonde_parse import parse

    return lambda page: parse(page).text


def beautifulsoup() -> Read:
    """Make a tree."""
    from bs4 import BeautifulSoup

    def read(page: bytes) -> str:
        BeautifulSoup(page, "lxml")
        return ""

    return read


def selectolax() -> Read:
    """Make a tree, with Lexbor."""
    from selectolax.lexbor import LexborHTMLParser

    def read(page: bytes) -> str:
        LexborHTMLParser(page)
        return ""

    return read


def trafilatura() -> Read:
    """Extract text and metadata, with default options."""
    from trafilatura import bare_extraction

    def read(page: bytes) -> str:
        found = bare_extraction(page, with_metadata=True)
        return str(found.text) if found else ""

    return read


def readability() -> Read:
    """Return the article's HTML and its title."""
    from readability import Document

    def read(page: bytes) -> str:
        document = Document(page)
        return f"{document.title()} {document.summary()}"

    return read


def newspaper4k() -> Read:
    """Extract text and metadata, without fetching pictures, and without language processing, which
    needs more packages."""
    from newspaper import Article

    def read(page: bytes) -> str:
        article = Article(
            "https://www.lemonde.fr/economie/article/2023/02/21/suite_6161000_3234.html",
            fetch_images=False,
        )
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return read


def fundus() -> Read:
    """Extract text and metadata, with its parser for Le Monde, which supports the current
    layout."""
    from fundus import PublisherCollection

    parser = PublisherCollection.fr.LeMonde.parser()
    return lambda page: str(parser.parse(page.decode("utf-8", "replace"), "suppress").get("body"))


def resiliparse() -> Read:
    """Return the main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return lambda page: str(
        extract_plain_text(HTMLTree.parse_from_bytes(page, "utf-8"), main_content=True)
    )


def resiliparse_tree() -> Read:
    """Make a tree, with Lexbor."""
    from resiliparse.parse.html import HTMLTree

    def read(page: bytes) -> str:
        HTMLTree.parse_from_bytes(page, "utf-8")
        return ""

    return read


def turbohtml() -> Read:
    """Return the text that turbohtml considers the article."""
    from turbohtml import parse

    return lambda page: str(parse(page.decode("utf-8", "replace")).article().text)


def pagesift() -> Read:
    """Return the main content, as Markdown."""
    from pagesift import convert

    return lambda page: str(
        convert(page.decode("utf-8", "replace"), only_main_content=True).markdown
    )


def rows_of_lemonde_parse() -> Callable[[bytes], Row]:
    """Return all columns except the complete Article."""
    from lemonde_parse.tabular import read_row

    return lambda page: {name: cell for name, cell in read_row(page).items() if name != "article"}


def rows_of_trafilatura() -> Callable[[bytes], Row]:
    """Return the extracted fields."""
    from trafilatura import bare_extraction

    def read(page: bytes) -> Row:
        found = bare_extraction(page, with_metadata=True)
        names = ("title", "author", "date", "sitename", "description", "url", "text")
        return {name: getattr(found, name, None) for name in names}

    return read


def rows_of_newspaper4k() -> Callable[[bytes], Row]:
    """Return the extracted fields."""
    from newspaper import Article

    def read(page: bytes) -> Row:
        article = Article("https://www.lemonde.fr/", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return {
            "title": article.title,
            "authors": "; ".join(article.authors),
            "date": str(article.publish_date or ""),
            "description": article.meta_description,
            "url": article.canonical_link,
            "text": article.text,
        }

    return read


@dataclass(frozen=True)
class Reader:
    """A library to compare."""

    name: str
    """Name of its package, followed by the variant if there are several."""
    load: Callable[[], Read]
    imports: str
    """Modules to import."""
    gives: str
    """Description of its results for the table: "a tree", "text"."""
    is_dependency: bool = False
    """True if lemonde_parse needs it, so that it does not need its own environment."""
    rows: Callable[[], Callable[[bytes], Row]] | None = None
    """Reads a page's fields, for the comparison of entire pipelines."""

    @property
    def package(self) -> str:
        """The name of the package to install."""
        return self.name.partition(" ")[0]


READERS: Final = {
    reader.name: reader
    for reader in (
        Reader("lxml", lxml_tree, "attrs, lxml.etree", "a tree", is_dependency=True),
        Reader(
            "lemonde-parse",
            lemonde_parse,
            "lemonde_parse",
            "an `Article`",
            is_dependency=True,
            rows=rows_of_lemonde_parse,
        ),
        Reader("beautifulsoup4", beautifulsoup, "bs4, lxml.etree", "a tree", is_dependency=True),
        Reader("selectolax", selectolax, "selectolax.lexbor", "a tree"),
        Reader("resiliparse tree", resiliparse_tree, "resiliparse.parse.html", "a tree"),
        Reader("resiliparse", resiliparse, "resiliparse.extract.html2text", "text"),
        Reader("turbohtml", turbohtml, "turbohtml", "text"),
        Reader("pagesift", pagesift, "pagesift", "Markdown"),
        Reader("readability-lxml", readability, "readability", "HTML, title"),
        Reader(
            "trafilatura", trafilatura, "trafilatura", "text, metadata", rows=rows_of_trafilatura
        ),
        Reader("newspaper4k", newspaper4k, "newspaper", "text, metadata", rows=rows_of_newspaper4k),
        Reader("fundus", fundus, "fundus", "text, metadata"),
    )
}


def resident(field: str) -> int | None:
    """Return the memory of this process in KB: now ("VmRSS"), or the maximum so far ("VmHWM").

    Return None on systems without /proc.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(
        int(line.split()[1])
        for line in status.read_text("ascii").splitlines()
        if line.startswith(field)
    )


def pages_of(folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each page."""
    for path in sorted(Path(folder).glob("*.html")):
        yield path.stem, path.read_bytes()


def seconds(read: Read, page: bytes) -> float:
    """Return the processor time of this process for one reading."""
    start = time.process_time()
    read(page)
    return time.process_time() - start


def times(reader: Reader, folder: str) -> object:
    """Return for each page the time divided by lxml's time for a tree, the time in seconds, and
    True if the text contains the last sentence of the generated pages. If the reader fails, return
    its error instead.

    Both figures are medians. In each round, lxml and the reader take turns, so that a slow moment
    affects both.
    """
    tree, read = lxml_tree(), reader.load()
    results: dict[str, object] = {}
    for name, page in pages_of(folder):
        try:
            is_whole = LAST in read(unseen(page, -1))
            rounds: list[tuple[float, float]] = []
            for number in range(ROUNDS):
                order = (tree, read) if number % 2 else (read, tree)
                taken = {one: seconds(one, unseen(page, number)) for one in order}
                rounds.append((taken[read] / taken[tree], taken[read]))
            results[name] = [*map(statistics.median, zip(*rounds, strict=True)), is_whole]
        except Exception as error:  # any error of a reader is its result  # noqa: BLE001
            results[name] = f"{type(error).__name__}: {error}"
    return {"version": version(reader.package), "lxml": version("lxml"), "pages": results}


def peak(reader: Reader, folder: str) -> object:
    """Return the maximum KB in memory after each page has been read once."""
    read = reader.load()
    for _, page in pages_of(folder):
        read(page)
    return resident("VmHWM")


def rate(reader: Reader, folder: str) -> object:
    """Return pages per second for one process, two processes, one thread and two threads.

    Each figure is the median of three rounds; each round measures all four.
    """
    prepare(reader.name, folder)
    count = max(
        len(PAGES),
        int(SECONDS * len(PAGES) / sum(read_numbered(number) for number in range(len(PAGES)))),
    )
    pools: list[tuple[Executor, int]] = [
        *(
            (ProcessPoolExecutor(n, get_context("spawn"), prepare, (reader.name, folder)), n)
            for n in (1, 2)
        ),
        *((ThreadPoolExecutor(n), n) for n in (1, 2)),
    ]
    rates: list[list[float]] = [[] for _ in pools]
    for turn in range(4):
        for (pool, workers), found in zip(pools, rates, strict=True):
            start = time.perf_counter()
            list(
                pool.map(
                    read_numbered,
                    range(turn * count, (turn + 1) * count),
                    chunksize=max(1, count // workers // 4),
                )
            )
            found.append(count / (time.perf_counter() - start))
    for pool, _ in pools:
        pool.shutdown()
    # Processes start in the first turn, which does not count.
    return [statistics.median(found[1:]) for found in rates]


def pipeline(reader: Reader, folder: str) -> object:
    """Measure the time from a gzipped page to a row, to a line of JSON, and to a row of a Parquet
    file in memory.

    Return for each the median processor time of the rounds in milliseconds per page, and the
    difference between the fastest and the slowest round in per cent of the median; [] for a reader
    without rows.
    """
    import pyarrow as pa
    import pyarrow.parquet

    if reader.rows is None:
        return []
    read = reader.rows()
    packed = [gzip.compress(page) for _, page in pages_of(folder)]

    def rows() -> list[Row]:
        return [read(gzip.decompress(page)) for page in packed]

    def lines() -> object:
        return [json.dumps(row, ensure_ascii=False, default=str) for row in rows()]

    def table() -> object:
        found = [{name: _cell(value) for name, value in row.items()} for row in rows()]
        pyarrow.parquet.write_table(pa.Table.from_pylist(found), out := io.BytesIO())
        return out

    medians = []
    for step in (rows, lines, table):
        taken = []
        for _ in range(ROUNDS):
            start = time.process_time()
            step()
            taken.append((time.process_time() - start) / len(packed) * 1_000)
        median = statistics.median(taken)
        medians.append((median, (max(taken) - min(taken)) / median * 100))
    return medians


def _cell(value: object) -> object:
    """Convert a value for an Arrow column, with the same type on every page."""
    return value if value is None or isinstance(value, str) else str(value)


READ: list[Read] = []
PAGES: list[bytes] = []


def prepare(name: str, folder: str) -> None:
    """Load the reader and the pages in each process."""
    READ[:] = [READERS[name].load()]
    PAGES[:] = [page for _, page in pages_of(folder)]


def read_numbered(number: int) -> float:
    """Read one of the prepared pages; return its seconds."""
    return seconds(READ[0], unseen(PAGES[number % len(PAGES)], number))


def main() -> None:
    """Run a task with one reader, and print its result as JSON."""
    task, name, folder = sys.argv[1:]
    tasks = {"times": times, "peak": peak, "rate": rate, "pipeline": pipeline}
    print(json.dumps(tasks[task](READERS[name], folder)))


if __name__ == "__main__":
    main()
