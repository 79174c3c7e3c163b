"""Checks that the time for an export is proportional to its number of documents, and that memory is
constant.

python benchmarks/exports.py [FOLDER]

Repeats the documents of each export in a folder (default: those of the tests), except rich text.
Prints Markdown, and exits with 1 if the guarantee is not met. Memory is measured with tracemalloc,
which does not count memory that C libraries allocate themselves.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Final

from lemonde_parse import parse_export

EXPORTS: Final = Path(__file__).parents[1] / "tests" / "exports"
FEW: Final = 250
MANY: Final = 2_000
MAX_GROWTH: Final = 1.25
"""Maximum ratio between the times per document in a long and in a short export."""
MAX_DRIFT: Final = 200_000
"""Maximum growth of memory in bytes, from the first to the last measurement."""


def repeated(file: Path, count: int) -> str:
    """Repeat all documents of an export as often as possible, up to `count` documents."""
    raw = file.read_bytes()
    text = raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8")
    times = count // len(list(parse_export(text)))
    head, body, tail = text.partition("<body")
    if not body:
        return text * times
    inside, end, rest = tail.rpartition("</body>")
    return f"{head}{body}{inside * times}{end}{rest}"


def seconds(export: str) -> float:
    """Return the mean processor time per document."""
    start = time.process_time()
    count = sum(1 for _ in parse_export(export, max_bytes=10**9))
    return (time.process_time() - start) / count


def drift(export: str) -> int:
    """Return the growth of memory in bytes, from the first to the last measurement. Memory is
    measured every `FEW` documents."""
    tracemalloc.start()
    sizes: list[int] = []
    for number, _ in enumerate(parse_export(export, max_bytes=10**9)):
        if number % FEW == FEW - 1:
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return sizes[-1] - sizes[0]


def main(folder: Path) -> bool:
    """Print a row for each export, and return True if all meet the guarantee."""
    print("| export | per document, short | per document, long | memory growth |")
    print("| --- | ---: | ---: | ---: |")
    is_kept = True
    for file in sorted(folder.glob("*/export.*")):
        if file.suffix == ".rtf":  # has only one document, and no line that marks its end
            continue
        few, many = repeated(file, FEW), repeated(file, MANY)
        seconds(few)
        first, last, more = seconds(few), seconds(many), drift(many)
        is_kept &= last <= first * MAX_GROWTH and more <= MAX_DRIFT
        print(
            f"| {file.parent.name} | {first * 1_000:.2f} ms | {last * 1_000:.2f} ms "
            f"| {more / 1_000:.0f} kB |",
            flush=True,
        )
    return is_kept


if __name__ == "__main__":
    sys.exit(not main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXPORTS))
