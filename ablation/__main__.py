"""Writes report.tsv (`python -m ablation`), or checks the knobs (`python -m ablation check`).

A knob is a row to remove or a limit to change, and is silent if it changes no result. The check
fails if silent.tsv does not list a silent knob, contradicts report.tsv, or lists a knob that no
longer exists. If removing a row has no effect, delete the row, add a test page or an example that
needs it, or list the knob in silent.tsv with a reason.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import frozen

from ablation.find import all_knobs
from ablation.measure import Bench, Source, own_sources, sources_in

HERE: Final = Path(__file__).parent
REPORT: Final = HERE / "report.tsv"
SILENT: Final = HERE / "silent.tsv"
SHOWN: Final = 3
"""Maximum number of names of changed pages, texts and examples in a row of the report."""
CHUNK: Final = 8
"""Number of tasks sent to a process at a time."""


@frozen
class Finding:
    """The names of the pages, texts and examples whose result a knob changes."""

    knob: str
    names: tuple[str, ...]


@frozen
class Task:
    """A knob to try."""

    index: int
    likely: tuple[str, ...] = ()
    """Names of sources that the knob is likely to change, which are read first."""
    is_enough: int | None = None
    """Number of changed results after which to stop; None to find all of them."""


_benches: list[Bench] = []
"""A list with one item: the bench of this process."""


def _start(sources: Sequence[Source]) -> None:
    _benches[:] = [Bench(sources)]


def _try(task: Task) -> Finding:
    knob = all_knobs()[task.index]
    names = dict.fromkeys(_benches[0].changed(knob, task.likely))
    return Finding(knob.name, tuple(islice(names, task.is_enough)))


def find(tasks: Sequence[Task], sources: Sequence[Source]) -> Iterator[Finding]:
    """Yield a finding for each task, in order, using all cores."""
    with multiprocessing.Pool(None, _start, (sources,)) as pool:
        yield from pool.imap(_try, tasks, CHUNK)


def read_tsv(path: Path) -> list[list[str]]:
    """Return the rows of a table below its heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, "excel-tab"))[1:]


def write_tsv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write rows as tab-separated values."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, "excel-tab", lineterminator="\n").writerows(rows)


def row_of(finding: Finding) -> tuple[object, ...]:
    """Return the row of a finding: the knob, the number of changed results, and the first names."""
    return finding.knob, len(finding.names), ", ".join(finding.names[:SHOWN])


def faults(silent: set[str], known: Iterable[str], reported: Mapping[str, int]) -> list[str]:
    """Return messages about silent knobs that are not listed, and about differences between
    report.tsv and silent.tsv.

    `silent` are the knobs that were tried without effect, and `known` are the knobs in silent.tsv.
    `reported` has the number of changed results for each knob in report.tsv.
    """
    known = set(known)
    in_report = {name for name, count in reported.items() if not count}
    return [
        *(f"changes nothing: {name}" for name in sorted(silent - known)),
        *(
            f"silent in report.tsv, but not in silent.tsv: {name}"
            for name in sorted(in_report - known)
        ),
        *(
            f"in silent.tsv, but not silent in report.tsv: {name}"
            for name in sorted(known - in_report)
        ),
    ]


def check() -> int:
    """Try every knob that silent.tsv does not list, until it changes a result; return the exit
    status."""
    names = [knob.name for knob in all_knobs()]
    report = {row[0]: row for row in read_tsv(REPORT)}
    known = {row[0] for row in read_tsv(SILENT)}
    tasks = [
        Task(index, tuple(report[name][2].split(", ")) if name in report else (), 1)
        for index, name in enumerate(names)
        if name not in known
    ]
    silent = {one.knob for one in find(tasks, own_sources()) if not one.names}
    found = faults(silent, known, {name: int(row[1]) for name, row in report.items()})
    found += [f"in silent.tsv, but no longer a knob: {name}" for name in sorted(known - set(names))]
    for fault in found:
        print(fault)
    if found:
        print("Run `make ablate`. Delete silent rows, add tests or give reasons in silent.tsv.")
    return 1 if found else 0


def report(part: str, folder: Path | None) -> int:
    """Try the knobs whose name contains `part`, and return the exit status.

    The result is written to report.tsv, or printed if there is a part or a folder.
    """
    indexes = [index for index, knob in enumerate(all_knobs()) if part in knob.name]
    sources = own_sources() + (sources_in(folder) if folder is not None else [])
    findings = find([Task(index) for index in indexes], sources)
    rows = [("knob", "changes", "examples"), *map(row_of, findings)]
    if part or folder is not None:
        csv.writer(sys.stdout, "excel-tab", lineterminator="\n").writerows(rows)
    else:
        write_tsv(REPORT, rows)
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command, and return its exit status."""
    parser = argparse.ArgumentParser(prog="ablation", description=__doc__.partition("\n")[0])
    parser.add_argument("command", nargs="?", choices=["report", "check"], default="report")
    parser.add_argument("--knob", default="", help="try only knobs whose names contain this text")
    parser.add_argument("--pages", type=Path, help="also read the *.html files of a folder")
    given = parser.parse_args(arguments)
    return check() if given.command == "check" else report(given.knob, given.pages)


if __name__ == "__main__":
    sys.exit(main())
