"""Prints habits that make English hard to read: ``python -m plain_english src README.md``.

The exit status is 1 if any are found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from plain_english.habits import HABITS
from plain_english.texts import passages

_SUFFIXES: Final = (".py", ".md")


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the Python and Markdown files among paths and in folders."""
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (one for one in inside if one.suffix in _SUFFIXES and "_build" not in one.parts)


def habits_in(path: Path) -> Iterator[str]:
    """Yield a message for each habit in a file."""
    for passage in passages(path):
        text = re.sub(r"\s", " ", passage.text)
        for habit in HABITS:
            for match in habit.pattern.finditer(text):
                line = passage.line_of(match.start())
                shown = match[0].strip()
                yield f"{path}:{line}: {habit.name}: “{shown}”; write {habit.instead}"


def main(arguments: Sequence[str]) -> int:
    """Print the habits in the named files, and return the exit status."""
    messages = [message for path in files(map(Path, arguments)) for message in habits_in(path)]
    for message in messages:
        print(message)
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
