"""Compares the number of CPU instructions for reading a page with that of another revision: `make
bench-instructions BASE=revision`.

    python benchmarks/instructions.py REVISION

Needs git and valgrind. Counts of instructions are nearly independent of other work on the machine.
Prints Markdown, and exits with 1 if a page takes over 2 % more instructions than at that revision.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from pages import LAYOUTS, ROOT, make_page

FEW: Final = 2
MANY: Final = 7
"""Numbers of readings in the two runs. The difference between the runs leaves out imports and
one-time work."""
MAX_GROWTH: Final = 0.02
SIZE: Final = 200
"""Size of the generated pages, in KB."""
GENERIC: Final = ROOT / "tests" / "pages" / "unknown-boxes" / "page.html"
READ: Final = """
import gc
import sys
from pathlib import Path
from lemonde_parse import parse
gc.disable()  # one collection takes as many instructions as ten pages
page = Path(sys.argv[1]).read_bytes()
for number in range(int(sys.argv[2])):
    parse(page + b"<!-- %d -->" % number)
"""
_COUNT = re.compile(r"Collected : ([0-9]+)")


def instructions(source: Path, page: Path) -> float:
    """Count the instructions of one reading by the package in a source folder."""
    few, many = (run(source, page, times) for times in (FEW, MANY))
    return (many - few) / (MANY - FEW)


def run(source: Path, page: Path, times: int) -> int:
    """Count the instructions of a process that reads a page several times."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    command += [sys.executable, "-c", READ, str(page), str(times)]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONHASHSEED": "0"}
    done = subprocess.run(  # noqa: S603
        command, env=environment, capture_output=True, text=True, check=False
    )  # the command is written in this file
    found = _COUNT.search(done.stderr)
    if done.returncode or found is None:
        sys.exit(f"valgrind failed: {done.stderr.strip()[-500:]}")
    return int(found[1])


def main(revision: str) -> bool:
    """Print a row for each page, and return True if none exceeds the maximum growth."""
    print(f"| millions of instructions | at {revision} | now | change |")
    print("| --- | ---: | ---: | ---: |")
    is_kept = True
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder, "base")
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--quiet", "--detach", str(base), revision], check=True)  # noqa: S603
        try:
            for name, page in pages(Path(folder)).items():
                before, now = (instructions(root / "src", page) for root in (base, ROOT))
                change = now / before - 1
                is_kept &= change <= MAX_GROWTH
                print(f"| {name} | {before / 1e6:.2f} | {now / 1e6:.2f} | {change:+.1%} |")
        finally:
            subprocess.run([*git, "remove", "--force", str(base)], check=True)  # noqa: S603
    return is_kept


def pages(folder: Path) -> dict[str, Path]:
    """Return a generated page of each layout, and one that the generic layout reads."""
    made = {name: folder / f"{number}.html" for number, name in enumerate(LAYOUTS)}
    for name, file in made.items():
        file.write_bytes(make_page(LAYOUTS[name], SIZE))
    return {**made, "generic": GENERIC}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/instructions.py REVISION")
    sys.exit(not main(sys.argv[1]))
