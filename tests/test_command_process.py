"""The command as a process: exit status, encodings, closed pipes, full disks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lemonde_parse
from command_pages import ONE, PAGE, save_pages


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


def run(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # runs only the library  # noqa: S603
        [sys.executable, "-m", "lemonde_parse", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_module_prints_its_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode().split(), done.stderr) == (
        0,
        ["lemonde-parse", lemonde_parse.__version__],
        b"",
    )


def test_module_reads_standard_input_and_returns_exit_status(pages: Path) -> None:
    done = run(
        "--to",
        "text",
        "-",
        str(pages / "missing.html"),
        given=PAGE.format(word="tout").encode(),
        PYTHONUTF8="1",
    )
    assert done.returncode == 1
    assert done.stdout.decode().replace("\r\n", "\n") == ONE
    assert done.stderr.decode().splitlines() == [
        f"lemonde-parse: {pages / 'missing.html'}: {os.strerror(errno.ENOENT)}"
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_works_in_any_terminal_encoding(encoding: str, pages: Path) -> None:
    """The encoding of standard output may lack letters of the page, for example on Windows."""
    done = run(
        "--to", "text", str(pages / "one.html"), str(pages / "two.html"), PYTHONIOENCODING=encoding
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"30" in done.stdout


def test_closed_pipe_gives_no_traceback(pages: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "lemonde_parse",
        "--to",
        "text",
        *[str(pages / "one.html")] * 3000,
    ]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["--to", "text"], ["explain"]], ids=" ".join)
@pytest.mark.parametrize("goes_to_a_file", [True, False])
def test_full_disk_gives_one_error_line(
    command: list[str], goes_to_a_file: bool, pages: Path
) -> None:
    arguments = [
        *command,
        str(pages / "one.html"),
        *(["--out", "/dev/full"] if goes_to_a_file else []),
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # runs only the library  # noqa: S603
            [sys.executable, "-m", "lemonde_parse", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == (2 if command == ["explain"] and goes_to_a_file else 1)
    assert done.stderr.decode().splitlines()[-1].endswith(f": {os.strerror(errno.ENOSPC)}")
    assert b"Traceback" not in done.stderr
