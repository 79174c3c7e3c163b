"""Whether time grows with the page and no faster, and whether memory stays: `make bench-growth`,
`make bench-memory`.

    python benchmarks/promises.py growth
    python benchmarks/promises.py memory [N]

print Markdown, and exit 1 where the promise is not kept. Memory is read from /proc, so on Linux
only.
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
"""Blocks, or links, of the smallest page."""
TIMES: Final = (1, 2, 4, 8, 16, 32, 64)
FITTED: Final = 4
"""Of these, the last: what any page costs would flatter the growth of smaller ones."""
TURNS: Final = 9
MAX_EXPONENT: Final = 1.1
"""1 is linear, 2 quadratic; as much as this is noise."""

FIRST: Final = 1_000
"""Pages after which memory is read first: by then every module is loaded and every rule compiled.
"""
PAGES: Final = 100_000
MAX_DRIFT: Final = 0.05
KEPT: Final = 1_000
TREES: Final = 50


def growth() -> bool:
    """A row a shape; whether none grows faster than its page."""
    print(
        f"| {BASE} to {BASE * TIMES[-1]:,} of | smallest | largest | exponent |\n| --- | ---: "
        "| ---: | ---: |"
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
    """As it was not seen before."""
    parse(unseen(page, turn))


def read_text(text: str, turn: int) -> None:
    """As it was not seen before."""
    parse_text(f"{text}\n\nFin du chapitre {turn}.")


def row(name: str, reads: Sequence[Callable[[int], None]]) -> float:
    """Times a shape at every size, in turns; prints its row, and gives the exponent.

    Of each size the shortest time of the processor is taken: whatever disturbs makes it longer.
    Above the limit there are more turns, which calm what was disturbed, and change nothing of what
    does grow faster.
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
    """Of many pages one after the other, and of Articles that are kept; whether the first stays,
    and the latter hold no tree."""
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
        f"- {len(articles):,} Articles kept of a page of {len(page) / 1_024:.0f} KB: "
        f"{each:.1f} KB each, {alive} elements of trees alive; "
        f"lxml's trees of it, of which {len(trees)} were kept: {tree:.0f} KB each."
    )
    return abs(last / first - 1) <= MAX_DRIFT and not alive


def settled() -> int:
    """KB in memory when all that can go is gone."""
    gc.collect()
    found = resident("VmRSS")
    if found is None:
        sys.exit("no /proc here to read memory from")
    return found


def elements() -> int:
    """Elements of lxml's that are alive in this process."""
    return sum(isinstance(one, etree._Element) for one in gc.get_objects())


def main() -> None:
    """Measure growth or memory, and fail if a promise is not kept."""
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
