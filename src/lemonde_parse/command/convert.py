"""Reads the requested pages, and writes their articles to the output in the same order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import define, evolve

from lemonde_parse.command.console import MANY, Console, console
from lemonde_parse.command.inputs import Input, Inputs, open_list
from lemonde_parse.command.messages import PathError, in_a_line
from lemonde_parse.command.names import is_container_name
from lemonde_parse.command.opening import Opened, open_output
from lemonde_parse.command.progress_file import Entry
from lemonde_parse.command.reading import Item, Reading, read_pages
from lemonde_parse.command.request import Request, UsageError
from lemonde_parse.command.summary import Summary, status_of, worse
from lemonde_parse.command.table import all_columns, columns_of

if TYPE_CHECKING:
    from logging import Logger

INTERRUPTED: Final = 130
"""Exit status after Ctrl-C, as in shells."""


def convert(asked: Request) -> int:
    """Carry out a request; return the exit status.

    Raises `UsageError` and `CommandError`, and `OSError` if the output cannot be written.
    """
    request = _resolved(asked)
    with ExitStack() as stack:
        inputs = _inputs(request, stack)
        is_one_page = _is_one_page(request, inputs)
        _check_document(request, inputs)
        opened = _opened(request, inputs, is_one_page)
        is_terminal = request.out is None and sys.stdout.isatty()
        shown = console(inputs, is_shown=not is_terminal)
        stack.callback(shown.close)
        run = _Run(request, opened, shown, Summary())
        if request.verbose:
            from lemonde_parse.command.logs import log_to

            run.log = log_to(shown, stack)
        return run.run(inputs)


def _resolved(request: Request) -> Request:
    """Fill in `is_folder` and `columns`, which depend on existing files and on other options."""
    out = request.out
    is_folder = (
        out is not None
        and request.format.shape != "parts"
        and (request.format.shape == "corpus" or out.endswith(("/", os.sep)) or Path(out).is_dir())
    )
    if request.select:
        _check_fields(request.select)
    columns = columns_of(request.format, request.select, request.errors)
    return evolve(request, is_folder=is_folder, columns=columns)


def _check_fields(names: tuple[str, ...]) -> None:
    known = all_columns()
    for name in names:
        if name not in known:
            raise UsageError(f"--select: no field {name!r}: the fields are {', '.join(known)}")


def _inputs(request: Request, stack: ExitStack) -> Inputs:
    inputs = Inputs(request.pages, request.max_bytes)
    if request.files_from is not None:
        try:
            inputs.listed = open_list(request.files_from, stack)
        except OSError as error:
            raise UsageError(f"--files-from {request.files_from}: {in_a_line(error)}") from error
    return inputs


def _is_one_page(request: Request, inputs: Inputs) -> bool:
    """Return True for a single file, and False for a folder, a pattern, a list or an archive."""
    if len(request.pages) != 1 or request.files_from is not None:
        return False
    found = next(iter(inputs.files()))
    return found.source == request.pages[0] and not is_container_name(found.source)


def _check_document(request: Request, inputs: Inputs) -> None:
    """Raise `UsageError` for several pages if the output file can contain only one article."""
    if request.format.shape != "document" or request.is_folder:
        return
    files = list(islice(inputs.files(), 2))
    if any(is_container_name(file.source) for file in files):
        files = list(islice(inputs, 2))
    if len(files) > 1:
        raise UsageError(
            f"a {request.to} file can contain only one document: for several pages, name a folder,"
            " as in --out articles/"
        )


def _opened(request: Request, inputs: Inputs, is_one_page: bool) -> Opened:  # noqa: FBT001
    try:
        return open_output(request, inputs, is_one_page=is_one_page)
    except OSError as error:
        raise UsageError(f"--out {request.out}: {in_a_line(error)}") from error
    except ImportError as error:
        message = "--to parquet needs pyarrow: install lemonde-parse[arrow]"
        raise UsageError(message) from error


@define
class _Run:
    """A run over the pages of a request."""

    request: Request
    opened: Opened
    shown: Console
    summary: Summary
    log: Logger | None = None
    """The command's log with ``-v``; otherwise None."""

    def run(self, inputs: Inputs) -> int:
        """Read and write page after page; return the exit status."""
        is_complete = False
        try:
            pages = self._new_pages(inputs)
            with closing(read_pages(pages, self.request, self.shown.tell)) as results:
                is_complete = all(self._take(page, reading) for page, reading in results)
            if is_complete:
                self.opened.output.close()
        except KeyboardInterrupt:
            is_complete = False
            self.shown.close()
            self.shown.tell(self._interrupted())
            return INTERRUPTED
        finally:
            self._end(is_complete=is_complete)
        self.shown.close()
        self._summarise()
        return self.summary.status

    def _new_pages(self, inputs: Inputs) -> Iterator[Input]:
        """Yield the pages that earlier runs did not record, and those that changed since then."""
        done = self.opened.done
        for page in inputs:
            if done.entries.get(page.source):
                entry = done.take(page, self.request.max_bytes)
                if entry is not None:
                    self.summary.earlier += 1
                    self.summary.add_status(entry.status)
                    self.shown.advance(page, self.summary)
                    continue
                self.shown.tell(f"{page.source}: changed since it was read: reading it again")
            yield page

    def _take(self, page: Input, reading: Reading) -> bool:
        """Write the items of a page; return false to stop."""
        status = 0
        is_recorded = bool(reading.digest)
        for item in reading.items:
            unwritten = self._write(item)
            if unwritten is not None:
                item, is_recorded = unwritten, False
            elif item.message and item.content is not None:
                is_recorded = True
            status = worse(status, status_of(item))
            self._report(page, item)
            if item.message and self.request.errors == "stop":
                return False
        entry = Entry(page.source, page.size, page.modified, reading.digest, status)
        self.opened.output.commit(entry if is_recorded else None)
        self.shown.advance(page, self.summary)
        return True

    def _write(self, item: Item) -> Item | None:
        """Write an item; if its file cannot be written, return an item for the error, otherwise
        None."""
        if item.content is None:
            return None
        try:
            self.opened.output.write(item)
        except PathError as error:
            return evolve(
                item, outcome="error", content=None, reason="OSError", message=in_a_line(error)
            )
        return None

    def _report(self, page: Input, item: Item) -> None:
        self.summary.count(item)
        if item.message and (item.content is None or self.request.errors == "stop"):
            self.shown.tell(f"{page.source}: {item.message}")
        if self.log is not None and item.layout:
            warnings = f", warnings: {', '.join(item.warnings)}" if item.warnings else ""
            self.log.info(
                "%s: %s, layout %s, %d removals%s",
                item.source,
                item.outcome if item.outcome == "read" else f"left out ({item.reason})",
                item.layout,
                sum(item.removals.values()),
                warnings,
            )

    def _end(self, *, is_complete: bool) -> None:
        """Close an incomplete output, so that it can be read, and close the progress file."""
        if not is_complete:
            self.opened.output.abandon()
        if self.opened.progress is not None:
            self.opened.progress.close()

    def _interrupted(self) -> str:
        number = self.summary.pages
        how = "; --resume continues" if self.opened.progress is not None else ""
        return f"interrupted after {number:,} page{'' if number == 1 else 's'}{how}"

    def _summarise(self) -> None:
        summary = self.summary
        is_wanted = self.request.summary
        if is_wanted is None:
            is_wanted = self.request.verbose or summary.pages + summary.earlier >= MANY
        if is_wanted:
            self.shown.tell(*summary.lines())
