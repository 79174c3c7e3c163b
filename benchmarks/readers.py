"""What reads pages beside `lemonde_parse.parse`, and the measuring of one reader, in the process
that runs this file.

    python readers.py (times | peak | rate) READER FOLDER

prints JSON. Each reader has an environment of its own, so its times are compared with those of
lxml's bare tree in the same process, page by page, in turns.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from pages import LAST, unseen

Read = Callable[[bytes], str]
"""Reads a page whole, and gives what it says is the text; "" if it makes a tree only."""
ROUNDS: Final = 11
SECONDS: Final = 1.0
"""That each measuring of pages a second takes."""


def lxml_tree() -> Read:
    """What everything else is compared with."""
    from lxml.html import document_fromstring

    def read(page: bytes) -> str:
        document_fromstring(page)
        return ""

    return read


def lemonde_parse() -> Read:
    """All of the Article."""
    from lemonde_parse import parse

    return lambda page: parse(page).text


def beautifulsoup() -> Read:
    """A tree."""
    from bs4 import BeautifulSoup

    def read(page: bytes) -> str:
        BeautifulSoup(page, "lxml")
        return ""

    return read


def selectolax() -> Read:
    """A tree, by Lexbor."""
    from selectolax.lexbor import LexborHTMLParser

    def read(page: bytes) -> str:
        LexborHTMLParser(page)
        return ""

    return read


def trafilatura() -> Read:
    """Text and metadata, as it comes."""
    from trafilatura import bare_extraction

    def read(page: bytes) -> str:
        found = bare_extraction(page, with_metadata=True)
        return str(found.text) if found else ""

    return read


def readability() -> Read:
    """The article's HTML and its title."""
    from readability import Document

    def read(page: bytes) -> str:
        document = Document(page)
        return f"{document.title()} {document.summary()}"

    return read


def newspaper4k() -> Read:
    """Without its language processing, which needs more packages, and without fetching pictures."""
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
    """Its parser of Le Monde, which knows the current layout."""
    from fundus import PublisherCollection

    parser = PublisherCollection.fr.LeMonde.parser()
    return lambda page: str(parser.parse(page.decode("utf-8", "replace"), "suppress").get("body"))


def resiliparse() -> Read:
    """The main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return lambda page: str(
        extract_plain_text(HTMLTree.parse_from_bytes(page, "utf-8"), main_content=True)
    )


@dataclass(frozen=True)
class Reader:
    """One that is compared."""

    name: str
    """Its package, as it is installed."""
    load: Callable[[], Read]
    imports: str
    """What is imported to use it."""
    gives: str
    is_at_hand: bool = False
    """Whether lemonde_parse itself needs it, so that no environment has to be made."""


READERS: Final = {
    reader.name: reader
    for reader in (
        Reader("lxml", lxml_tree, "attrs, lxml.etree", "a tree", is_at_hand=True),
        Reader("lemonde-parse", lemonde_parse, "lemonde_parse", "an `Article`", is_at_hand=True),
        Reader("beautifulsoup4", beautifulsoup, "bs4, lxml.etree", "a tree", is_at_hand=True),
        Reader("selectolax", selectolax, "selectolax.lexbor", "a tree"),
        Reader("resiliparse", resiliparse, "resiliparse.extract.html2text", "text"),
        Reader("readability-lxml", readability, "readability", "HTML, title"),
        Reader("trafilatura", trafilatura, "trafilatura", "text, metadata"),
        Reader("newspaper4k", newspaper4k, "newspaper", "text, metadata"),
        Reader("fundus", fundus, "fundus", "text, metadata"),
    )
}


def resident(field: str) -> int | None:
    """KB of this process that are in memory: now ("VmRSS"), or at most so far ("VmHWM"); None where
    there is no /proc."""
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    return next(
        int(line.split()[1])
        for line in status.read_text("ascii").splitlines()
        if line.startswith(field)
    )


def pages_of(folder: str) -> Iterator[tuple[str, bytes]]:
    """Names and pages."""
    for path in sorted(Path(folder).glob("*.html")):
        yield path.stem, path.read_bytes()


def seconds(read: Read, page: bytes) -> float:
    """Of this process that one reading takes: what else the machine does is not counted."""
    start = time.process_time()
    read(page)
    return time.process_time() - start


def times(reader: Reader, folder: str) -> object:
    """Of each page: the ratio to lxml's tree, seconds, and whether the text ends as the made pages
    do; or the reader's error.

    Ratio and seconds are medians. A round reads with both, one right after the other, so that a
    slow moment is one for both.
    """
    tree, read = lxml_tree(), reader.load()
    told: dict[str, object] = {}
    for name, page in pages_of(folder):
        try:
            is_whole = LAST in read(unseen(page, -1))
            rounds: list[tuple[float, float]] = []
            for number in range(ROUNDS):
                order = (tree, read) if number % 2 else (read, tree)
                taken = {one: seconds(one, unseen(page, number)) for one in order}
                rounds.append((taken[read] / taken[tree], taken[read]))
            told[name] = [*map(statistics.median, zip(*rounds, strict=True)), is_whole]
        except Exception as error:  # whatever a reader raises is its answer  # noqa: BLE001
            told[name] = f"{type(error).__name__}: {error}"
    return {"version": version(reader.name), "lxml": version("lxml"), "pages": told}


def peak(reader: Reader, folder: str) -> object:
    """KB in memory at most, when each page has been read once."""
    read = reader.load()
    for _, page in pages_of(folder):
        read(page)
    return resident("VmHWM")


def rate(reader: Reader, folder: str) -> object:
    """Pages a second: of one process, of two, of one thread, of two; medians of three, in turns."""
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
    return [
        statistics.median(found[1:]) for found in rates
    ]  # while the first turn was read, the processes started


READ: list[Read] = []
PAGES: list[bytes] = []


def prepare(name: str, folder: str) -> None:
    """Loads, in each process that reads, the reader and the pages."""
    READ[:] = [READERS[name].load()]
    PAGES[:] = [page for _, page in pages_of(folder)]


def read_numbered(number: int) -> float:
    """Reads one page of those that were prepared, unseen; gives its seconds."""
    return seconds(READ[0], unseen(PAGES[number % len(PAGES)], number))


def main() -> None:
    task, name, folder = sys.argv[1:]
    print(json.dumps({"times": times, "peak": peak, "rate": rate}[task](READERS[name], folder)))


if __name__ == "__main__":
    main()
