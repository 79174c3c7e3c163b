"""Helpers that run the command and wait for its output."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lemonde_parse.command import main

on_posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")


def start(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command in a process."""
    return subprocess.Popen(  # runs only the library  # noqa: S603
        [sys.executable, "-m", "lemonde_parse", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )


def run(*arguments: str, **environment: str) -> tuple[int, str, str]:
    """Run the command in a process; return its status and output."""
    with start(*arguments, **environment) as process:
        out, err = process.communicate(timeout=100)
    return process.returncode, out.decode(), err.decode()


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run the command with invalid arguments; return the error message."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()[-1].removeprefix("lemonde-parse: error: ")


def rows_of(folder: Path) -> list[dict[str, object]]:
    """Return the rows of all Parquet files in a folder, in the order of their names."""
    return [
        row for part in sorted(folder.glob("*.parquet")) for row in pq.read_table(part).to_pylist()
    ]


def wait_until(condition: Iterator[bool]) -> None:
    """Wait until an iterator yields a true value."""
    for _ in range(3_000):
        if next(condition):
            return
        time.sleep(0.01)
    pytest.fail("waited for 30 seconds")


def size_is(path: Path, least: int) -> Iterator[bool]:
    """Yield, at each step, whether a file has reached a minimum size."""
    while True:
        yield path.exists() and path.stat().st_size >= least
