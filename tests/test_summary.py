"""The summary at the end of a run, and the lines that ``--verbose`` prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command_pages import save_crawl
from lemonde_parse.command import main


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a folder of saved pages, and enter it."""
    monkeypatch.chdir(tmp_path)
    return save_crawl(tmp_path)


def untimed(lines: str) -> str:
    return re.sub(r"; [\d.]+ s, [\d,]+ pages a second", "; TIME", lines)


@pytest.mark.usefixtures("crawl")
def test_many_pages_end_with_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl", "--to", "text", "--out", "a.txt"]) == 1
    summary = capsys.readouterr().err.partition("lemonde-parse: 4")[2]
    assert untimed(summary) == (
        "0 read, 1 refused, 3 not read; TIME\n"
        "  refused: home page 1\n"
        "  errors: BadGzipFile 1, DocumentError 1, EmptyPageError 1\n"
        "  layouts: lemonde_2018 37, europresse_2014 3\n"
        "  removals: metadata 11, boilerplate 7, signature 1\n"
    )


@pytest.mark.usefixtures("crawl")
def test_verbose_reports_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    Path("unknown.html").write_text("<p>Il fait beau au port.</p>" * 9)
    call = ["crawl/d0/p00.html", "unknown.html", "--to", "text", "--since", "2010", "-v"]
    assert main(call) == 0
    assert untimed(capsys.readouterr().err) == (
        "lemonde-parse: crawl/d0/p00.html: read, layout lemonde_2018, 0 removals\n"
        "lemonde-parse: unknown.html: left out (without date), layout fragment, 0 removals, warnings: layout\n"
        "lemonde-parse: 1 read, 1 left out; TIME\n"
        "  left out: without date 1\n"
        "  layouts: fragment 1, lemonde_2018 1\n"
        "  warnings: layout 1\n"
    )
