"""Measures the time and memory for reading a page, and compares them with those of lxml, which only
builds a tree, and of other libraries.

python benchmarks/compare.py [FOLDER], or `make bench`

Prints Markdown, and reports progress on standard error. With a folder, its *.html files are also
read.
Each library that is not a dependency is installed into its own environment in .venv-bench/, in the
version that the group `bench` in pyproject.toml allows. If the installation fails, the table gives
the reason.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from pages import LAYOUTS, ROOT, SIZES, make_page
from readers import READERS, Reader

HERE: Final = Path(__file__).resolve().parent
ENVIRONMENTS: Final = ROOT / ".venv-bench"
INSTALL_SECONDS: Final = 300
TASK_SECONDS: Final = 900
IMPORTS: Final = 10
"""Number of measurements of each import, each in a new process."""
TIMED_IMPORT: Final = (
    "import time; start = time.process_time(); import {}; print(time.process_time() - start)"
)

Timed = tuple[float, float, bool] | str
"""The time divided by lxml's time for a tree, the time in seconds, and True if the text includes
the last paragraph of the page; or an error."""


class FailedError(Exception):
    """A program failed; the message is its last error line, its exit status or its time limit."""


@dataclass
class Measured:
    """The results for a reader; `reason` explains a failure."""

    reader: Reader
    version: str = ""
    lxml: str = ""
    pages: dict[str, Timed] = field(default_factory=dict)
    real: dict[str, Timed] = field(default_factory=dict)
    imported: list[float] = field(default_factory=list)
    peak: int | None = None
    rates: list[float] = field(default_factory=list)
    pipeline: list[tuple[float, float]] = field(default_factory=list)
    """Times in milliseconds, each with its spread in per cent: for a row, for a line of JSON and
    for a row in Parquet."""
    reason: str = ""


def main() -> None:
    """Measure every reader, and print the report."""
    folder = Path(sys.argv[1]).resolve() if sys.argv[1:] else None
    if folder is not None and not any(folder.glob("*.html")):
        sys.exit(f"no *.html in {folder}")
    found = {name: Measured(reader) for name, reader in READERS.items()}
    pythons = {name: python for name in READERS if (python := environment(found[name]))}
    with tempfile.TemporaryDirectory() as made:
        for layout, size in ((layout, size) for layout in LAYOUTS for size in SIZES):
            Path(made, f"{layout}, {size} KB.html").write_bytes(make_page(LAYOUTS[layout], size))
        for name, python in pythons.items():
            try:
                measure(found[name], python, Path(made), folder)
            except FailedError as error:
                found[name].reason = f"does not run: {error}"
    time_imports([found[name] for name in pythons], pythons)
    print(report(found))


def environment(measured: Measured) -> str:
    """Return the path of the Python in a reader's environment. Create the environment if necessary.

    After a failure, return "" and set the reason in `measured`.
    """
    reader = measured.reader
    if reader.is_dependency:
        return sys.executable
    bounds = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"][
        "bench"
    ]
    (wanted,) = (bound for bound in bounds if bound.startswith(f"{reader.package}>"))
    folder = ENVIRONMENTS / reader.package
    python, made = str(folder / "bin" / "python"), folder / "made"
    stamp = "\n".join([platform.python_version(), *bounds])
    if made.exists() and made.read_text("utf-8") == stamp:
        return python
    say(f"installing {wanted}")
    try:
        run([sys.executable, "-m", "venv", "--clear", str(folder)], INSTALL_SECONDS)
        limits = folder / "limits.txt"
        limits.write_text("\n".join(bounds), "utf-8")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--upgrade", "pip"], INSTALL_SECONDS)
        # langdetect, which fundus needs, has no wheel. Other packages must have one, to save time.
        wheels = ["--only-binary", ":all:", "--no-binary", "langdetect"]
        beside = ["lxml", "pyarrow"] if reader.rows else ["lxml"]
        run([*pip, *wheels, "--constraint", str(limits), wanted, *beside], INSTALL_SECONDS)
    except FailedError as error:
        measured.reason = f"not installed: {error}"
        return ""
    made.write_text(stamp, "utf-8")
    return python


def measure(measured: Measured, python: str, made: Path, real: Path | None) -> None:
    """Measure everything except imports, each task in its own process."""
    name = measured.reader.name

    def ask(task: str, folder: Path) -> Any:
        say(f"{name}: {task}")
        return json.loads(
            run([python, str(HERE / "readers.py"), task, name, str(folder)], TASK_SECONDS)
        )

    for folder, pages in ((made, measured.pages), (real, measured.real)):
        if folder is not None:
            answer = ask("times", folder)
            measured.version, measured.lxml = answer["version"], answer["lxml"]
            pages.update(answer["pages"])
    measured.peak, measured.rates = ask("peak", made), ask("rate", made)
    if measured.reader.rows is not None:
        measured.pipeline = ask("pipeline", real or made)


def time_imports(found: list[Measured], pythons: Mapping[str, str]) -> None:
    """Measure the import of each reader, in several rounds. The first round does not count, since
    an import may then compile modules."""
    say("imports")
    for turn in range(IMPORTS + 1):
        for measured in found:
            if not measured.reason:
                reader = measured.reader
                taken = run(
                    [pythons[reader.name], "-c", TIMED_IMPORT.format(reader.imports)], TASK_SECONDS
                )
                measured.imported += [float(taken)] if turn else []


def run(command: list[str], limit: int) -> str:
    """Return the output of a program; raises `FailedError`."""
    try:
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, timeout=limit, check=False
        )  # all commands are written in this file
    except subprocess.TimeoutExpired:
        raise FailedError(f"not finished after {limit} s") from None
    if done.returncode:
        said = (
            done.stderr.strip().splitlines() if done.returncode > 0 else []
        )  # the program may have printed some output before a signal
        raise FailedError(said[-1] if said else f"exit {done.returncode}")
    return done.stdout


def say(words: str) -> None:
    """Report progress."""
    print(words, file=sys.stderr, flush=True)


# Output


def report(found: Mapping[str, Measured]) -> str:
    """Format all results as Markdown."""
    ours = found["lemonde-parse"]
    running = [measured for measured in found.values() if not measured.reason]
    parts = [
        (
            f"Measured on {date.today().isoformat()}: {machine()}, "  # noqa: DTZ011
            f"{platform.python_implementation()} {platform.python_version()}, "
            f"{platform.system()}, lemonde-parse {ours.version}, lxml {ours.lxml}."
        ),
        times_table(list(found.values())),
        costs_table(running),
        pipeline_table([measured for measured in running if measured.pipeline]),
    ]
    if ours.real:
        parts.append(real_table(running))
    return "\n\n".join(parts)


def machine() -> str:
    """Return the number of cores and the model of the processor."""
    info = Path("/proc/cpuinfo")
    names = (
        [
            line.partition(":")[2].strip()
            for line in info.read_text("utf-8").splitlines()
            if line.startswith("model name")
        ]
        if info.exists()
        else []
    )
    return (
        f"{os.cpu_count()} cores "
        f"({names[0] if names else platform.processor() or platform.machine()})"
    )


def times_table(found: list[Measured]) -> str:
    """Format times, in milliseconds and divided by lxml's time for a tree, with a row for each
    reader and a column for each page."""
    pages = [f"{layout}, {size} KB" for layout in LAYOUTS for size in SIZES]
    rows = [["Reader", "gives", *pages], ["---", "---", *("---:" for _ in pages)]]
    notes = []
    for measured in found:
        if measured.reason:
            rows.append([measured.reader.name, measured.reason, *("" for _ in pages)])
            continue
        cells = [measured.pages[page] for page in pages]
        gives_text = measured.reader.gives != "a tree"
        short = gives_text and not all(not isinstance(cell, str) and cell[2] for cell in cells)
        rows.append(
            [
                f"{label(measured)}{'*' * short}",
                measured.reader.gives,
                *(cell_of(cell) for cell in cells),
            ]
        )
        notes += [
            f"{name}: {cell}"
            for name, cell in zip(pages, cells, strict=True)
            if isinstance(cell, str)
        ]
        if measured.lxml != found[0].lxml:
            notes.append(
                f"{measured.reader.name} needs lxml {measured.lxml}, and is compared with the tree "
                "of that version."
            )
    if any("*" in row[0] for row in rows):
        notes.append("\\* The last paragraph is missing from the text of one page or more.")
    return "\n\n".join([markdown(rows), *notes])


def cell_of(cell: Timed) -> str:
    """Format a time: divided by lxml's time, and in milliseconds."""
    return "failed" if isinstance(cell, str) else f"{cell[0]:.2f}× ({cell[1] * 1_000:.1f} ms)"


def costs_table(found: list[Measured]) -> str:
    """Format import times, memory, and pages per second."""
    rows = [
        ["Reader", "`import`", "peak memory", "1 process", "2 processes", "1 thread", "2 threads"],
        ["---", *["---:"] * 6],
    ]
    for measured in found:
        memory = "–" if measured.peak is None else f"{measured.peak / 1_024:.0f} MB"
        imported = f"{statistics.median(measured.imported) * 1_000:.0f} ms"
        rows.append(
            [label(measured), imported, memory, *(f"{rate:.0f}/s" for rate in measured.rates)]
        )
    return markdown(rows)


def pipeline_table(found: list[Measured]) -> str:
    """Format the times from a gzipped page to its stored form: milliseconds of processor time per
    page."""
    rows = [["From a gzipped page to", "a row", "a line of JSON", "a row in Parquet"]]
    rows.append(["---", *["---:"] * 3])
    rows += [
        [
            label(measured),
            *(f"{ms:.1f} ms ± {spread / 2:.0f} %" for ms, spread in measured.pipeline),
        ]
        for measured in found
    ]
    return markdown(rows)


def real_table(found: list[Measured]) -> str:
    """Format the median, mean and maximum of the ratios for the pages in the folder."""
    rows = [["Reader", "pages", "failed", "median", "mean", "worst"], ["---", *["---:"] * 5]]
    for measured in found:
        ratios = [cell[0] for cell in measured.real.values() if not isinstance(cell, str)]
        spread = (
            [f"{of(ratios):.2f}×" for of in (statistics.median, statistics.mean, max)]
            if ratios
            else ["", "", ""]
        )
        rows.append(
            [label(measured), str(len(ratios)), str(len(measured.real) - len(ratios)), *spread]
        )
    return markdown(rows)


def label(measured: Measured) -> str:
    """Format the name and version of a reader."""
    package, _, use = measured.reader.name.partition(" ")
    name = f"{package} {measured.version}".replace("lemonde-parse", "**lemonde-parse**")
    return f"{name}, {use}" if use else name


def markdown(rows: list[list[str]]) -> str:
    """Format rows as a table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
