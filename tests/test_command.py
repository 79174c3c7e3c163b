"""The command under adverse conditions: closed streams, endless input, links, interrupts."""

from __future__ import annotations

import errno
import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from command_runs import refused
from lemonde_parse.command import main, reading
from lemonde_parse.intake.gunzip import gunzip
from lemonde_parse.intake.limits import MAX_BYTES, MAX_GZIP_MEMBERS

PAGE = (
    '<main><h1 class="article__title">Le port</h1><article class="article__content">'
    "<p>Il fait beau.</p><p>La mer monte.</p></article></main>"
)
TEXT = "Il fait beau.\n\nLa mer monte.\n"
NO_FILE = "not a file, but a broken link, a device or the like"

on_posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX links and devices")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create and enter a folder with one page."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.html").write_text(PAGE, "utf-8")
    return tmp_path


# Links


@on_posix
@pytest.mark.parametrize("command", [[], ["explain"]], ids=["convert", "explain"])
def test_link_to_itself_gives_one_error_line(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "circle.html").symlink_to("circle.html")
    assert main([*command, "circle.html", "--out", "out.json"]) == 1
    assert capsys.readouterr().err == (f"lemonde-parse: circle.html: {os.strerror(errno.ELOOP)}\n")


@on_posix
def test_output_that_links_to_itself_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "circle.json").symlink_to("circle.json")
    assert refused(["port.html", "--out", "circle.json"], capsys).endswith(
        f"--out circle.json: {os.strerror(errno.ELOOP)}"
    )


@on_posix
@pytest.mark.parametrize("argument", [".", "**/*.html"])
def test_folders_with_circular_links_are_read_once(
    argument: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder contains two links to itself; following both again and again gives 2^40 paths."""
    for name in "ab":
        (folder / name).symlink_to(".")
    assert main(["--to", "text", argument]) == 0
    assert capsys.readouterr() == (TEXT, "")


@pytest.mark.usefixtures("folder")
def test_invalid_pattern_is_an_error_and_other_pages_are_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--to", "text", "no**/*.html", "port.html"]) == 1
    out, err = capsys.readouterr()
    assert out == TEXT
    assert err.startswith("lemonde-parse: no**/*.html: ")


def test_pattern_matches_hidden_files_only_with_a_dot(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / ".kept").mkdir()
    (folder / ".kept" / "hidden.html").write_text(PAGE, "utf-8")
    assert main(["--to", "text", "**/hidden.html"]) == 1
    assert capsys.readouterr().err == (
        "lemonde-parse: **/hidden.html: no file matches this pattern\n"
    )
    assert main(["--to", "text", ".kept/**/*.html"]) == 0
    assert capsys.readouterr().out == TEXT


@on_posix
def test_broken_link_or_pipe_in_a_folder_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gone.html").symlink_to("nowhere.html")
    os.mkfifo(folder / "pipe.html")
    assert main(["--to", "text", str(folder)]) == 1
    assert capsys.readouterr() == (
        TEXT,
        "".join(
            f"lemonde-parse: {folder / name}: {NO_FILE}\n" for name in ("gone.html", "pipe.html")
        ),
    )


def test_unreadable_subfolder_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    scandir = os.scandir

    def closed(path: str) -> object:  # simulated, because root may read any folder
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert main(["--to", "text", str(folder)]) == 1
    assert capsys.readouterr() == (
        TEXT,
        f"lemonde-parse: {folder / 'closed'}: {os.strerror(errno.EACCES)}\n",
    )


@pytest.mark.parametrize("pattern", ["**/*.html", "closed/*.html"])
def test_pattern_that_matches_an_unreadable_folder_is_an_error(
    pattern: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    (folder / ".hidden" / "closed").mkdir(parents=True)
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert main(["--to", "text", f"{folder}/{pattern}"]) == 1
    assert capsys.readouterr() == (
        TEXT if pattern.startswith("*") else "",
        f"lemonde-parse: {folder / 'closed'}: {os.strerror(errno.EACCES)}\n",
    )


def test_pattern_that_matches_a_broken_link_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gone.html").symlink_to("nowhere")
    assert main(["--to", "text", f"{folder}/*.html"]) == 1
    assert capsys.readouterr() == (
        TEXT,
        f"lemonde-parse: {folder / 'gone.html'}: {NO_FILE}\n",
    )


@pytest.mark.parametrize("command", [["port.html"], ["explain", "port.html"]], ids=" ".join)
def test_hard_link_of_a_page_is_not_overwritten(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other.json").hardlink_to("port.html")
    message = refused([*command, "--out", "other.json"], capsys)
    assert message.endswith("to read: it would be overwritten")
    assert (folder / "port.html").read_text("utf-8") == PAGE


def test_hard_link_of_a_page_in_a_folder_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "port.json").hardlink_to("port.html")
    assert main(["port.html", "--out", "out"]) == 1
    assert "is itself a page to read" in capsys.readouterr().err
    assert (folder / "port.html").read_text("utf-8") == PAGE


# Names


def test_control_characters_in_names_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    name = "\x1b2Jà\x07\u202ela\udce9.html"
    assert main([name]) == 1
    assert capsys.readouterr().err == (
        f"lemonde-parse: \\x1b2Jà\\x07\\u202ela\\udce9.html: {os.strerror(errno.ENOENT)}\n"
    )
    assert "\\x1b[2J" in refused(["--to", "\x1b[2J", "port.html"], capsys)
    assert "\\x1b[2J" in refused(["a.html", "--out", "\x1b[2J/no/such.json"], capsys)


def test_line_breaks_in_names_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a\nb.html"]) == 1
    assert capsys.readouterr().err == f"lemonde-parse: a\\nb.html: {os.strerror(errno.ENOENT)}\n"


def test_name_with_a_null_character_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a\0.html"]) == 1
    assert capsys.readouterr().err == (
        "lemonde-parse: a\\x00.html: no file has a name with a null character\n"
    )


# Sizes


def test_gzip_with_many_members_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "many.html.gz").write_bytes(gzip.compress(b"") * 500_000)
    assert main(["many.html.gz"]) == 1
    assert capsys.readouterr().err.endswith("made of more than 1000 members\n")
    assert MAX_GZIP_MEMBERS == 1_000


def test_members_of_a_gzip_are_joined() -> None:
    members = [gzip.compress(b"%d," % number) for number in range(MAX_GZIP_MEMBERS)]
    assert gunzip(b"".join(members), MAX_BYTES).startswith(b"0,1,2,")
    assert gunzip(members[0] + bytes(9) + members[1] + bytes(9), MAX_BYTES) == b"0,1,"
    assert gunzip(members[0] + members[1], 2) == b"0,1"
    with pytest.raises(gzip.BadGzipFile, match="more than 1000 members"):
        gunzip(b"".join(members) + members[0], MAX_BYTES)
    with pytest.raises(gzip.BadGzipFile, match="damaged, or not gzip"):
        gunzip(members[0] + b"<p>", MAX_BYTES)
    with pytest.raises(gzip.BadGzipFile, match="cut off before the end"):
        gunzip(members[0][:-1], MAX_BYTES)


def test_too_large_page_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "large.html").write_bytes(b"a" * (MAX_BYTES + 1))
    assert main(["large.html"]) == 1
    assert capsys.readouterr().err == (
        "lemonde-parse: large.html: the page has 20000001 bytes or more, and --max-bytes allows 20000000: pass a larger number to read it\n"
    )


# Streams


def run(*arguments: str, closed: str = "", **streams: int | IO[bytes]) -> tuple[int, str, str]:
    """Run the command in a shell, with the redirections in `closed`; return its status and output."""
    line = f'exec "$0" -m lemonde_parse "$@" {closed}'
    done = subprocess.run(  # runs only the library  # noqa: S603
        ["/bin/sh", "-c", line, sys.executable, *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        **streams,  # type: ignore[call-overload]
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@on_posix
@pytest.mark.usefixtures("folder")
def test_closed_standard_input_gives_one_error_line() -> None:
    assert run("--to", "text", "-", "port.html", closed="<&-") == (
        1,
        TEXT,
        "lemonde-parse: -: standard input is closed\n",
    )


@on_posix
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", [[], ["explain"]], ids=["convert", "explain"])
def test_closed_standard_output_gives_one_error_line(command: list[str]) -> None:
    assert run(*command, "port.html", closed=">&-") == (
        1,
        "",
        "lemonde-parse: the output cannot be written: not writable\n",
    )


@on_posix
def test_output_file_is_written_with_all_streams_closed(folder: Path) -> None:
    assert run("--to", "text", "port.html", "--out", "a.txt", closed="<&- >&- 2>&-") == (0, "", "")
    assert (folder / "a.txt").read_text("utf-8") == TEXT


@on_posix
@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full"])
def test_errors_are_not_written_to_the_output_if_stderr_fails(closed: str, folder: Path) -> None:
    if closed.endswith("full") and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    pages = ["none.html", *["port.html"] * 20]
    assert run("--to", "text", *pages, closed=closed) == (1, TEXT * 20, "")
    assert run("--to", "text", *pages, "--out", "a.txt", closed=closed) == (1, "", "")
    assert (folder / "a.txt").read_text("utf-8") == TEXT * 20


@on_posix
@pytest.mark.parametrize("command", [[], ["explain"]], ids=["convert", "explain"])
def test_endless_input_is_read_up_to_the_limit(command: list[str]) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        assert run(*command, "-", stdin=zeros) == (
            1,
            "",
            "lemonde-parse: -: the page has 20000001 bytes or more, and --max-bytes allows 20000000: pass a larger number to read it\n",
        )


@on_posix
def test_page_from_standard_input_is_not_overwritten(folder: Path) -> None:
    with (folder / "port.html").open("rb") as page:
        status, out, err = run("-", "--out", "port.html", stdin=page)
    assert (status, out) == (2, "")
    assert err.endswith("--out port.html is a page to read: it would be overwritten\n")
    assert (folder / "port.html").read_text("utf-8") == PAGE


# Interrupts


@pytest.mark.usefixtures("folder")
def test_interrupt_has_exit_status_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "load", interrupted)
    assert main(["port.html"]) == 130
    assert capsys.readouterr() == ("", "lemonde-parse: interrupted after 0 pages\n")


WAITING = """
import runpy, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            print(flush=True)
            sys.stdin.readline()
sys.meta_path.insert(0, Finder())
sys.argv = ["lemonde-parse", "-"]
runpy.run_module("lemonde_parse", run_name="__main__", alter_sys=True)
"""


@on_posix
@pytest.mark.parametrize("module", ["lemonde_parse.command", "lemonde_parse.article", "lxml"])
def test_interrupt_during_imports_gives_no_traceback(module: str) -> None:
    program = WAITING.format(module=module)
    with subprocess.Popen(  # runs only the library  # noqa: S603
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (-signal.SIGINT, b"")
