"""Options of the command: errors as rows, selected articles and fields, lists of pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from command_pages import CRAWLED, save_crawl
from command_runs import on_posix, refused, rows_of
from lemonde_parse import Article
from lemonde_parse.command import main


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create and enter a folder with a crawl."""
    monkeypatch.chdir(tmp_path)
    return save_crawl(tmp_path)


@pytest.mark.usefixtures("crawl")
def test_errors_become_rows(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["crawl/d1", "--errors", "rows", "--select", "word_count", "--no-summary", "--to"]
    assert main([*call, "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    rows = [json.loads(line) for line in out.splitlines()]
    document = str(Path("crawl/d1/archive.html#2"))
    assert rows[1] == {
        "word_count": None,
        "source": document,
        "error_type": "DocumentError",
        "error": "document 2 of the export cannot be read: it has neither a title nor a text",
    }
    assert [row["source"] for row in rows if row["error"]] == [
        document,
        str(Path("crawl/d1/p07.html")),
    ]
    assert main([*call, "csv"]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "word_count,source,error_type,error",
        f"{rows[0]['word_count']},{rows[0]['source']},,",
    ]
    assert main([*call, "parquet", "--out", "parts"]) == 1
    assert rows_of(Path("parts")) == rows


@pytest.mark.usefixtures("crawl")
def test_error_rows_are_written_between_articles(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["crawl/d0/p00.html", "crawl/d0/p03.html", "none.html", "--errors", "rows"]
    assert main(call) == 1
    article, front, missing = json.loads(capsys.readouterr().out)
    assert Article.from_dict(article).headline == "Le port 0"
    assert front == {
        "source": "crawl/d0/p03.html",
        "error_type": "NotAnArticleError",
        "error": "not an article (home page): its script data gives the type 'home'",
    }
    assert missing["error_type"] == "FileNotFoundError"


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("arguments", "status", "lines"),
    [
        (["crawl/d0/p00.html"], 0, 0),
        (["crawl/d0/p03.html"], 3, 1),
        (["crawl/d0/p03.html", "crawl/d0/p00.html"], 3, 1),
        (["crawl/d0/p03.html", "crawl/d1/p07.html"], 1, 2),
        (["crawl/d1/p07.html", "crawl/d0/p03.html"], 1, 2),
        (["crawl/d0/p03.html", "crawl/d0/p00.html", "--skip-refused"], 0, 0),
        (["crawl/d0/p03.html", "crawl/d1/p07.html", "--skip-refused"], 1, 1),
        (["crawl/d0/p03.html", "crawl/d1/p07.html", "--errors", "stop"], 3, 1),
    ],
)
def test_exit_status_distinguishes_errors_from_refusals(
    arguments: list[str], status: int, lines: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--to", "text"]) == status
    assert capsys.readouterr().err.count("\n") == lines


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (["--since", "2018"], [8, 9]),
        (["--until", "2011"], [0, 1]),
        (["--since", "2013-05", "--until", "2014-04-30"], [3]),
        (["--since", "2013-05-02", "--until", "2014-05"], [4]),
        (["--kind", "live, video"], []),
        (["--kind", "article", "--complete-only", "--since", "2019"], [9]),
    ],
)
def test_options_select_articles(
    options: list[str], numbers: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(10):
        page = CRAWLED.format(number=number, day=f"20{10 + number}-05-01")
        Path(f"page{number}.html").write_text(page, "utf-8")
    Path("undated.html").write_text(
        re.sub("<meta property.*?>", "", CRAWLED.format(number=99, day="")), "utf-8"
    )
    assert main(["page*.html", "undated.html", "--to", "text", "--summary", *options]) == 0
    out, err = capsys.readouterr()
    assert [int(found) for found in re.findall(r"de (\d+) mètres", out)] == numbers
    assert f" {len(numbers)} read, {11 - len(numbers)} left out; " in err


@pytest.mark.usefixtures("crawl")
def test_complete_only_leaves_out_truncated_articles(capsys: pytest.CaptureFixture[str]) -> None:
    pages = Path(__file__).parent / "pages"
    call = [str(pages / "2016-teaser" / "page.html"), "crawl/d0/p00.html", "--to", "text"]
    assert main([*call, "--complete-only"]) == 0
    assert capsys.readouterr().out == "Il fait beau.\n\nLa mer monte de 0 mètres.\n"


@pytest.mark.usefixtures("crawl")
def test_selected_fields_are_written_in_the_order_of_the_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["crawl/d0/p00.html", "--select", "word_count,source", "--select", "day_published"]
    assert main(call) == 0
    assert capsys.readouterr().out == (
        '{\n  "word_count": 9,\n  "source": "crawl/d0/p00.html",\n  "day_published": null\n}\n'
    )
    assert main(["crawl/d0/p00.html", "--select", "source,article", "--to", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert Article.from_dict(row["article"]).headline == "Le port 0"


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "titre", "a.html"], "--select: no field 'titre': the fields are source, "),
        (["--select", "text", "--to", "text", "a.html"], "--select requires --to json, jsonl, "),
        (["--errors", "rows", "--to", "tei", "a.html"], "--errors rows requires --to json, "),
        (["--to", "parquet", "a.html"], "--to parquet writes files: name their folder"),
        (
            ["--to", "parquet", "a.html", "--out", "crawl/d0/p00.html"],
            "--out crawl/d0/p00.html is a file",
        ),
        (["--resume", "a.html"], "--resume requires --out"),
        (["--since", "2015", "--until", "2014", "a.html"], "--since 2015-01-01 is after --until"),
        (["--since", "mai 2015", "a.html"], "argument --since: expected a day, month or year"),
        (["--since", "2015-02-30", "a.html"], "argument --since: no such day: '2015-02-30'"),
        (
            ["--kind", "film", "a.html"],
            "argument --kind: unknown kind 'film': the kinds are article, ",
        ),
        (["--jobs", "0", "a.html"], "argument --jobs: expected a positive whole number, got '0'"),
        (
            ["--max-bytes", "1e6", "a.html"],
            "argument --max-bytes: expected a positive whole number",
        ),
        (["--files-from", "-", "-"], "standard input is either a page or"),
        (["--files-from", "none.txt"], f"--files-from none.txt: {os.strerror(2)}"),
        ([], "name a PAGE, or a list of pages with --files-from"),
        (["crawl", "--resume", "--out", "/dev/null"], "--resume: /dev/null is not a file that can"),
    ],
)
def test_invalid_arguments_give_one_error_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(arguments, capsys).startswith(message)


@pytest.mark.usefixtures("crawl")
def test_max_bytes_limits_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    size = Path("crawl/d0/p00.html").stat().st_size
    call = ["crawl/d0/p00.html", "crawl/d0/p12.html", "--to", "text", "--max-bytes", str(size)]
    assert main(call) == 1
    out, err = capsys.readouterr()
    assert out == "Il fait beau.\n\nLa mer monte de 0 mètres.\n"
    assert err == (
        f"lemonde-parse: crawl/d0/p12.html: the page has {size + 1} bytes or more, and --max-bytes"
        f" allows {size}: pass a larger number to read it\n"
    )


# Lists


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_pages_can_be_listed_in_a_file(end: str, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["crawl/d0/p00.html", "", "crawl/d0/p[0-1]2.html", "none.html", "crawl/d0/p06.html"]
    Path("list.txt").write_text(end.join(names), "utf-8", newline="")
    assert main(["--files-from", "list.txt", "--to", "text"]) == 1
    out, err = capsys.readouterr()
    assert re.findall(r"de (\d+) mètres", out) == ["0", "12", "6"]
    assert err == f"lemonde-parse: none.html: {os.strerror(2)}\n"


@on_posix
@pytest.mark.usefixtures("crawl")
def test_pages_can_be_listed_on_standard_input() -> None:
    call = "ls crawl/d0/*.html | $0 -m lemonde_parse --files-from - --to text --skip-refused"
    done = subprocess.run(["/bin/sh", "-c", call, sys.executable], capture_output=True, check=True)  # noqa: S603
    assert done.stdout.decode().count("Il fait beau.") == 13


@on_posix
@pytest.mark.parametrize("source", ["-", "/dev/zero"])
def test_endless_list_is_refused(source: str) -> None:
    call = f"$0 -m lemonde_parse --files-from {source} < /dev/zero"
    done = subprocess.run(["/bin/sh", "-c", call, sys.executable], capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert done.stderr.endswith(b": not a list of paths: expected one path per line\n")


@on_posix
@pytest.mark.usefixtures("crawl")
def test_pages_can_be_listed_in_a_named_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo("list")
    writer = threading.Thread(target=Path("list").write_text, args=("crawl/d0/p00.html\n",))
    writer.start()
    assert main(["--files-from", "list", "--to", "text"]) == 0
    writer.join()
    assert re.findall(r"de (\d+) mètres", capsys.readouterr().out) == ["0"]
