"""Checks that time is proportional to the page, and that memory is constant: `make bench-growth`,
`make bench-memory`.

python benchmarks/promises.py growth

python benchmarks/promises.py memory [N]

Prints Markdown, and exits with 1 if a guarantee is not met. Memory is read from /proc, which only
Linux has.
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from lxml import etree
from lxml.html import document_fromstring

from lemonde_parse import parse, parse_text
from pages import LAYOUTS, grown_page, grown_text, make_page, small_pages, unseen
from readers import resident

BASE: Final = 50
"""Number of blocks, or links, of the smallest page."""
TIMES: Final = (1, 2, 4, 8, 16, 32, 64)
FITTED: Final = 4
"""Number of sizes that are used to fit the exponent: the largest ones, because the constant cost of
a page dominates the time for smaller ones."""
TURNS: Final = 9
MAX_EXPONENT: Final = 1.1
"""Maximum exponent: 1 is linear, 2 is quadratic; 0.1 is allowed for noise."""

FIRST: Final = 1_000
"""Number of pages before memory is first measured, so that every module is loaded and every
expression compiled."""
PAGES: Final = 100_000
MAX_DRIFT: Final = 0.05
"""Maximum growth of memory; 0.05 is 5 %."""
KEPT: Final = 1_000
"""Number of Articles that stay in memory."""
TREES: Final = 50
"""Number of lxml trees to compare the Articles with."""


def growth() -> bool:
    """Print a row for each kind of page and text; return True if no time grows faster than the
    size."""
    print(
        f"| {BASE} to {BASE * TIMES[-1]:,} pieces of | smallest | largest | exponent |\n"
        "| --- | ---: | ---: | ---: |"
    )
    counts = [BASE * times for times in TIMES]
    exponents = [
        row(
            f"{kind}, {name}",
            [partial(read_page, grown_page(layout, kind, count)) for count in counts],
        )
        for name, layout in LAYOUTS.items()
        for kind in ("paragraph", "link", "related", "removed")
    ]
    exponents += [
        row(
            f"{kind}, plain text", [partial(read_text, grown_text(kind, count)) for count in counts]
        )
        for kind in ("paragraph", "related")
    ]
    return max(exponents) <= MAX_EXPONENT


def read_page(page: bytes, turn: int) -> None:
    """Parse a page, changed so that it is in no cache."""
    parse(unseen(page, turn))


def read_text(text: str, turn: int) -> None:
    """Parse a text, changed so that it is in no cache."""
    parse_text(f"{text}\n\nFin du chapitre {turn}.")


def row(name: str, reads: Sequence[Callable[[int], None]]) -> float:
    """Time a kind of page or text in all sizes, in rounds; print its row; return the exponent.

    The shortest processor time of each size counts, since disturbances only add time. If the result
    is above the limit, more rounds are measured, to rule out disturbances.
    """
    shortest = [math.inf for _ in TIMES]
    exponent = math.inf
    for turn in range(3 * TURNS):
        for size, read in enumerate(reads):
            start = time.process_time()
            read(turn)
            shortest[size] = min(shortest[size], time.process_time() - start)
        if turn + 1 >= TURNS:
            logarithms = [
                [math.log(value) for value in values[-FITTED:]] for values in (TIMES, shortest)
            ]
            exponent = statistics.linear_regression(*logarithms).slope
            if exponent <= MAX_EXPONENT:
                break
    print(
        f"| {name} | {shortest[0] * 1_000:.1f} ms | {shortest[-1] * 1_000:.1f} ms | {exponent:.2f} "
        "|",
        flush=True,
    )
    return exponent


def memory(count: int) -> bool:
    """Measure memory over many pages in sequence, then for Articles that stay in memory.

    Return True if memory is constant over the pages, and if the Articles keep no trees alive.
    """
    pages = small_pages()
    for number in range(FIRST):
        parse(unseen(pages[number % len(pages)], number))
    first = settled()
    for number in range(FIRST, count):
        parse(unseen(pages[number % len(pages)], number))
    last = settled()
    print(
        f"- In memory after {FIRST:,} pages: {first / 1_024:.1f} MB; after {count:,}: "
        f"{last / 1_024:.1f} MB ({last / first - 1:+.1%})."
    )

    page = make_page(LAYOUTS["since 2018"], 80)
    before, alive = settled(), elements()
    articles = [parse(unseen(page, number)) for number in range(KEPT)]
    each, alive = (settled() - before) / KEPT, elements() - alive
    before = settled()
    trees = [document_fromstring(unseen(page, number)) for number in range(TREES)]
    tree = (settled() - before) / TREES
    print(
        f"- {len(articles):,} Articles of an {len(page) / 1_024:.0f} KB page: "
        f"{each:.1f} KB each, with {alive} elements of trees alive; "
        f"{len(trees)} of lxml's trees of that page: {tree:.0f} KB each."
    )
    return abs(last / first - 1) <= MAX_DRIFT and not alive


def settled() -> int:
    """Return KB in memory after garbage collection."""
    gc.collect()
    found = resident("VmRSS")
    if found is None:
        sys.exit("cannot measure memory: this system has no /proc")
    return found


def elements() -> int:
    """Return the number of lxml elements alive in the process."""
    return sum(isinstance(one, etree._Element) for one in gc.get_objects())


def main() -> None:
    """Measure growth or memory, and fail if a guarantee is not met."""
    match sys.argv[1:]:
        case ["growth"]:
            is_kept = growth()
        case ["memory", *rest]:
            is_kept = memory(max(2 * FIRST, int(rest[0]) if rest else PAGES))
        case _:
            sys.exit(__doc__)
    sys.exit(not is_kept)


if __name__ == "__main__":
    main()
