"""The command ``lemonde-parse explain PAGE``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command_pages import PAGE, save_pages
from lemonde_parse import explain
from lemonde_parse.command import main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


def test_explain_writes_a_report(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = explain(PAGE.format(word="tout"))
    assert main(["explain", str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (report, "")
    assert main(["explain", str(pages / "one.html.gz"), "--out", str(pages / "report.html")]) == 0
    assert (pages / "report.html").read_text("utf-8") == report
    assert capsys.readouterr() == ("", "")


def test_explain_of_a_refused_page_gives_one_error_line(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(pages / "front.html"), "--out", str(pages / "report.html")]) == 3
    assert capsys.readouterr() == (
        "",
        f"lemonde-parse: {pages / 'front.html'}: not an article (home page): its script data gives the type 'home'\n",
    )
    assert not (pages / "report.html").exists()


def test_explain_does_not_fetch_urls(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "https://x.example/a.html"]) == 1
    assert capsys.readouterr() == (
        "",
        "lemonde-parse: https://x.example/a.html: URLs are not fetched: save the page and name its file\n",
    )


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["convert", "explain"])
def test_too_long_name_gives_one_error_line(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "a" * 40_000]) == 1
    assert re.fullmatch(r"lemonde-parse: a+: .+\n", capsys.readouterr().err)


def test_explain_of_several_pages_needs_a_name_for_the_report(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["explain", str(pages)])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(
        f"{pages}: for several pages, name the report, as in --out report.html\n"
    )
