"""The progress bar of the command."""

from __future__ import annotations

import io
import re
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from command_pages import ONE, save_pages
from lemonde_parse.command import main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_bar_is_shown_on_a_terminal(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert (
        main(
            [
                "--to",
                "text",
                "--out",
                str(pages / "all.txt"),
                *[str(pages / "one.html")] * 30,
                str(pages / "empty.html"),
            ]
        )
        == 1
    )
    shown = terminal.getvalue()
    assert "31/31" in shown
    assert f"lemonde-parse: {pages / 'empty.html'}: the page is empty" in shown
    assert (pages / "all.txt").read_text("utf-8") == ONE * 30


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_progress_is_measured_in_bytes_if_pages_cannot_be_counted(
    jobs: str, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = pages / "in" / "b.tar.gz"
    packed.parent.mkdir()
    with tarfile.open(packed, "w:gz") as archive:
        for number in range(30):
            archive.add(pages / "one.html", f"{number}.html")
    for name in "a.html", "c.html":
        shutil.copy(pages / "front.html", packed.parent / name)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    out = str(pages / "all.txt")
    assert main([str(packed.parent), "--to", "text", "--out", out, "--jobs", jobs]) == 3
    *_, last = re.findall(r"\r *(\d+%\|.*?\| \[.*?\])", terminal.getvalue())
    assert re.fullmatch(
        r"100%\|.*\| \[00:\d\d<00:00, 32 pages, [\d,]+ pages/s, refused=2, errors=0\]", last
    )


def test_no_progress_bar_in_pipes_or_between_printed_articles(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = ["--to", "text", "--no-summary", *[str(pages / "one.html")] * 30]
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(many) == 0
    assert piped.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(many) == 0
    assert terminal.getvalue() == ""


def test_no_progress_bar_for_few_pages_or_without_tqdm(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["--to", "text", "--out", str(pages / "all.txt"), str(pages / "one.html")]) == 0
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert (
        main(
            [
                "--to",
                "text",
                "--no-summary",
                "--out",
                str(pages / "all.txt"),
                *[str(pages / "one.html")] * 30,
                str(pages / "empty.html"),
            ]
        )
        == 1
    )
    assert (
        terminal.getvalue()
        == f"lemonde-parse: {pages / 'empty.html'}: the page is empty, or only whitespace\n"
    )
