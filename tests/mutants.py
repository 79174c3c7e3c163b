"""Mutation testing: breaks the library in one place at a time, and counts the breaks that are detected.

python tests/mutants.py COUNT [--seed SEED] [--under classify] [--pytest "ARGUMENT …"]

Draws COUNT mutations at random: a branch is never taken, a condition is left out, `<` replaces
`<=`, a constant is doubled, or a table loses a row. The tests run on a copy of the checkout. Prints
each mutation that no test detects, and the number of detected ones. `make mutants COUNT=20` runs
this program.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = Path("src") / "lemonde_parse"
LEFT_OUT: Final = shutil.ignore_patterns(".git", ".venv*", "_build", ".*_cache", "dist", "build")
SECONDS: Final = 1_800
"""Time limit for one run of the tests, since a mutation may cause an endless loop."""
ROWS: Final = 4
"""Minimum number of items for a tuple to be mutated as a table."""
OTHER: Final = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}


class Mutant(NamedTuple):
    """A mutation: the text between two offsets of a file is replaced."""

    path: Path
    """The file, relative to the root."""
    line: int
    kind: str
    start: int
    end: int
    new: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. The exit status is 0 even if mutations go undetected; it is 1 if the tests
    fail on the unchanged library."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", default="")
    parser.add_argument(
        "--under", default="", help="mutate only files in this folder of the library"
    )
    parser.add_argument("--pytest", default="", help="arguments for pytest")
    options = parser.parse_args(arguments)
    tests = shlex.split(options.pytest)
    paths = sorted((ROOT / PACKAGE / options.under).rglob("*.py"))
    every = [mutant for path in paths for mutant in mutants(path.relative_to(ROOT))]
    chosen = random.Random(options.seed).sample(every, min(options.count, len(every)))  # noqa: S311
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        if not passes(copy, tests):
            sys.exit("the tests fail without any mutation")
        for mutant in chosen:
            file = copy / mutant.path
            source = file.read_bytes()
            file.write_bytes(source[: mutant.start] + mutant.new.encode() + source[mutant.end :])
            if passes(copy, tests):
                survivors += 1
                print(f"{mutant.path}:{mutant.line}: {mutant.kind}", flush=True)
            file.write_bytes(source)
    print(f"{len(chosen) - survivors} of {len(chosen)} mutations were detected")
    return 0


def passes(checkout: Path, arguments: Sequence[str]) -> bool:
    """Return True if the tests of a checkout pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    try:
        done = subprocess.run(  # noqa: S603  # our own code
            command,
            cwd=checkout,
            env=environment,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutation of a file."""
    source = (ROOT / path).read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(line: int | None, column: int | None) -> int:
        return starts[(line or 1) - 1] + (column or 0)

    def mutant(kind: str, node: ast.expr, new: str) -> Mutant:
        start = offset(node.lineno, node.col_offset)
        return Mutant(
            path, node.lineno, kind, start, offset(node.end_lineno, node.end_col_offset), new
        )

    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.If() | ast.IfExp():
                yield mutant("branch never taken", node.test, "(False)")
            case ast.BoolOp():
                neutral = "True" if isinstance(node.op, ast.And) else "False"
                for value in node.values:
                    yield mutant("condition left out", value, neutral)
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in OTHER:
                written = f"({ast.unparse(left)} {OTHER[type(op)]} {ast.unparse(right)})"
                yield mutant("boundary", node, written)
            case ast.AnnAssign(value=ast.Constant(value=int() | float() as number)) if number > 1:
                assert node.value is not None
                yield mutant("constant doubled", node.value, repr(number * 2))
            case ast.Tuple(elts=items) if len(items) >= ROWS:
                for index in range(len(items)):
                    yield mutant("row removed", node, unparsed(items[:index] + items[index + 1 :]))
            case _:
                pass


def unparsed(items: Sequence[ast.expr]) -> str:
    """Return a tuple of items as source, in parentheses."""
    return f"({', '.join(map(ast.unparse, items))},)"


if __name__ == "__main__":
    sys.exit(main())
