"""``lemonde-parse explain FOLDER --out report.html``: a report on many pages."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final
from urllib.parse import quote

from attrs import define, field

from lemonde_parse.article import Article
from lemonde_parse.command.console import console
from lemonde_parse.command.corpus_page import PageReport, UnreadPage, corpus_page
from lemonde_parse.command.inputs import Inputs, file_key
from lemonde_parse.command.names import member_target
from lemonde_parse.command.reading import Item, read_pages
from lemonde_parse.command.request import Request, UsageError
from lemonde_parse.command.summary import Summary, ranked
from lemonde_parse.explanation import explain

_MAX_REPORTS: Final = 500
"""Maximum number of pages with a report of their own; their articles are kept in memory."""
_MAX_UNREAD: Final = 1_000
"""Maximum number of unreadable pages that are listed; all are counted."""


@define(order=False)
class _Ranking:
    """The pages with the most warnings and removals."""

    heap: list[tuple[tuple[int, int], int, Item]] = field(factory=list)
    """A heap with the lowest-ranked page first. If two pages have equal counts, the later one ranks
    lower."""
    numbers: Iterator[int] = field(factory=lambda: count(0, -1))
    """Descending numbers, so that later pages rank lower."""

    def add(self, item: Item) -> None:
        """Add a page, and drop the lowest-ranked one if there are too many."""
        key = (len(item.warnings), sum(item.removals.values()))
        entry = (key, next(self.numbers), item)
        if len(self.heap) < _MAX_REPORTS:
            heapq.heappush(self.heap, entry)
        else:
            heapq.heappushpop(self.heap, entry)

    def pages(self) -> Iterator[Item]:
        """Yield the pages, the highest-ranked first."""
        for _, _, item in sorted(self.heap, key=lambda entry: entry[:2], reverse=True):
            yield item


def run(source: str, out: Path, max_bytes: int, jobs: int) -> int:
    """Write a report on a folder, a pattern or an archive, and reports on its pages.

    Returns the exit status. Raises `UsageError` if `out` is one of the pages, and `OSError` if a
    report cannot be written.
    """
    request = Request(pages=(source,), to="jsonl", max_bytes=max_bytes, jobs=jobs)
    folder = out.with_name(f"{out.stem}-pages")
    inputs = Inputs((source,), max_bytes)
    own = os.path.realpath(folder)
    inputs.is_own = lambda below, _: below == own  # the reports of an earlier run
    if (key := file_key(str(out))) is not None and any(key == one for one in inputs.file_keys()):
        raise UsageError(f"--out {out} is a page to read: it would be overwritten")
    summary, ranking = Summary(), _Ranking()
    unread: list[UnreadPage] = []
    with (
        closing(console(inputs, is_shown=True)) as shown,
        closing(read_pages(inputs, request, shown.tell)) as results,
    ):
        for page, reading in results:
            for item in reading.items:
                summary.count(item)
                if item.outcome == "read":
                    ranking.add(item)
                elif len(unread) < _MAX_UNREAD:
                    unread.append(UnreadPage(item.source, item.message))
                if item.message:
                    shown.tell(f"{page.source}: {item.message}")
            shown.advance(page, summary)
    folder.mkdir(parents=True, exist_ok=True)
    names: set[str] = set()
    pages = [_write_page(folder, names, item) for item in ranking.pages()]
    omitted = summary.outcomes["read"] - len(pages)
    report = corpus_page(
        source,
        {"pages": ranked(summary.named_outcomes()), **summary.tables()},
        pages,
        unread,
        omitted,
    )
    _write(out, report)
    return summary.status


def _write_page(folder: Path, names: set[str], item: Item) -> PageReport:
    article = Article.from_json(str(item.content))
    stem = member_target(item.target).replace("/", "-")
    name, number = f"{stem}.html", 1
    while name.casefold() in names:
        number += 1
        name = f"{stem}-{number}.html"
    names.add(name.casefold())
    _write(folder / name, explain(article))
    return PageReport(
        source=item.source,
        link=quote(f"{folder.name}/{name}"),
        headline=article.headline or "",
        layout=item.layout,
        warnings=tuple(f"{one.code}: {one.message}" for one in article.report.warnings),
        removals=sum(item.removals.values()),
        words=article.word_count,
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
