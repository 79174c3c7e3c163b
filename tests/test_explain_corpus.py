"""The report that ``lemonde-parse explain`` writes for many pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from lemonde_parse import explain, parse_file
from lemonde_parse.command import explain_corpus, main

PAGES = Path(__file__).parent / "pages"
FRONT = (
    '<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}'
    "</script></head><body><p>Un.</p></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create and enter a folder with three articles and a front page."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for name in "2014-article", "2016-teaser":
        shutil.copy(PAGES / name / "page.html", tmp_path / "pages" / f"{name}.html")
    (tmp_path / "pages" / "unknown.html").write_text(
        "<!DOCTYPE html><html><body><article><h1>Le &lt;port&gt;</h1>"
        + "".join(f"<p>Il fait beau, et la mer monte de {n} pieds par jour.</p>" for n in range(9))
    )
    (tmp_path / "pages" / "front.html").write_text(FRONT)
    return tmp_path


def test_report_links_to_the_reports_of_its_pages(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "pages", "--out", "report.html"]) == 3
    assert capsys.readouterr() == (
        "",
        "lemonde-parse: pages/front.html: not an article (home page): its script data gives the type 'home'\n",
    )
    report = Path("report.html").read_text("utf-8")
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', report)
    assert links == [
        ("report-pages/unknown.html", "pages/unknown.html"),
        ("report-pages/2014-article.html", "pages/2014-article.html"),
        ("report-pages/2016-teaser.html", "pages/2016-teaser.html"),
    ]
    for link, source in links:
        assert (folder / link).read_text("utf-8") == explain(parse_file(source))
    assert "<td>Le &lt;port&gt;</td>" in report
    assert '<th scope="row">home page</th>' in report
    assert "not an article (home page)" in report
    assert "<script" not in report


@pytest.mark.usefixtures("folder")
def test_report_is_the_same_for_any_number_of_processes() -> None:
    reports = []
    for jobs in "1", "2":
        assert main(["explain", "pages", "--out", "report.html", "--jobs", jobs]) == 3
        files = [Path("report.html"), *sorted(Path("report-pages").iterdir())]
        reports.append({file.name: file.read_bytes() for file in files})
    assert len(reports[0]) == 4
    assert reports[0] == reports[1]


def test_report_has_totals_with_bars(folder: Path) -> None:
    main(["explain", str(folder / "pages"), "--out", "report.html"])
    report = Path("report.html").read_text("utf-8")
    assert re.findall(r"<h3>(\w+)</h3>", report) == [
        "pages",
        "refused",
        "layouts",
        "warnings",
        "removals",
    ]
    sums = re.findall(r'<th scope="row">(\w+)</th><td>.*?width: ([\d.]+)%.*?<td>(\d+)</td>', report)
    assert sums[:2] == [("read", "100.0", "3"), ("refused", "33.3", "1")]


def test_reports_of_an_earlier_run_are_not_read(folder: Path) -> None:
    for _ in range(2):
        assert main(["explain", "pages", "--out", "pages.html"]) == 3
    assert len(list((folder / "pages-pages").iterdir())) == 3
    shutil.move(folder / "pages-pages", folder / "pages" / "report-pages")
    Path("pages/report.html").unlink(missing_ok=True)
    assert main(["explain", "pages", "--out", "pages/report.html"]) == 3
    assert Path("pages/report.html").read_text("utf-8").count("<a href=") == 3


def test_page_is_not_overwritten_by_the_report(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "pages" / "front.html").read_text()
    with pytest.raises(SystemExit):
        main(["explain", "pages", "--out", "pages/front.html"])
    assert capsys.readouterr().err.endswith(
        "--out pages/front.html is a page to read: it would be overwritten\n"
    )
    assert (folder / "pages" / "front.html").read_text() == before


@pytest.mark.usefixtures("folder")
def test_pages_with_most_warnings_and_removals_get_reports(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(explain_corpus, "_MAX_REPORTS", 2)
    assert main(["explain", "pages/*.html", "--out", "report.html"]) == 3
    report = Path("report.html").read_text("utf-8")
    assert re.findall(r'<a href="report-pages/([^"]+)">', report) == [
        "unknown.html",
        "2014-article.html",
    ]
    assert "<p>Not listed here, and without a report of their own: 1</p>" in report
