"""The command over many pages: processes, resuming, archives, choices, summaries."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lemonde_parse import Article
from lemonde_parse.command import main

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
    '<meta property="article:published_time" content="{day}T07:00:00+02:00"></head><body><main>'
    '<h1 class="article__title">Le port {number}</h1><article class="article__content">'
    "<p>Il fait beau.</p><p>La mer monte de {number} mètres.</p></article></main></body></html>"
)
FRONT = (
    '<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}'
    "</script></head><body><p>Un.</p></body></html>"
)
EXPORT = Path(__file__).parent / "exports" / "europresse-2018" / "export.html"
DOCUMENTS = 3
"""Number of readable documents in the export."""

on_posix = pytest.mark.skipif(os.name != "posix", reason="signals")
on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create and enter a folder with 40 pages, some of them unreadable, and an export."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "crawl"
    for number in range(40):
        file = folder / f"d{number % 3}" / f"p{number:02}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(number=number, day=f"20{10 + number % 10}-05-01"), "utf-8")
    (folder / "d0" / "p03.html").write_text(FRONT, "utf-8")
    (folder / "d1" / "p07.html").write_text(" \n", "utf-8")
    (folder / "d2" / "p08.html").unlink()
    (folder / "d2" / "p08.html.gz").write_bytes(b"\x1f\x8b\x08\x00 no gzip")
    (folder / "d1" / "archive.html").write_bytes(EXPORT.read_bytes())
    return folder


def start(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command in a process."""
    return subprocess.Popen(  # this Python, this module  # noqa: S603
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


def rows_of(folder: Path) -> list[dict[str, object]]:
    """Return the rows of all parts, in order."""
    return [
        row for part in sorted(folder.glob("*.parquet")) for row in pq.read_table(part).to_pylist()
    ]


# Processes


@pytest.mark.parametrize("wanted", ["json", "csv"])
def test_output_is_the_same_for_any_number_of_processes(
    wanted: str, crawl: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = []
    for jobs in "1", "2":
        assert main(["crawl", "--to", wanted, "--out", jobs, "--jobs", jobs, "--no-summary"]) == 1
        errors.append(capsys.readouterr().err)
    assert Path("1").read_bytes() == Path("2").read_bytes()
    assert Path("1").stat().st_size > 1_500
    assert errors[0] == errors[1]
    assert errors[0].count("\n") == 4  # the export's document as well
    del crawl


def test_parts_are_the_same_for_any_number_of_processes(crawl: Path) -> None:
    for jobs in "1", "2":
        main([str(crawl), "--to", "parquet", "--out", jobs, "--jobs", jobs, "--part-rows", "10"])
    assert [part.name for part in sorted(Path("1").glob("*.parquet"))] == [
        f"part-{number:05}.parquet" for number in range(4)
    ]
    assert rows_of(Path("1")) == rows_of(Path("2"))


def children(process: int) -> set[int]:
    """Return the child processes that are alive."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def is_alive(process: int) -> bool:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return fields[0] != "Z"


def wait_until(condition: Iterator[bool]) -> None:
    """Wait until the next value is true."""
    for _ in range(3_000):
        if next(condition):
            return
        time.sleep(0.01)
    pytest.fail("waited for 30 seconds")


def size_is(path: Path, least: int) -> Iterator[bool]:
    """Return True if a file keeps its size."""
    while True:
        yield path.exists() and path.stat().st_size >= least


@on_linux
def test_killed_command_leaves_no_process(crawl: Path) -> None:
    pages = [str(crawl)] * 200
    with start(*pages, "--to", "jsonl", "--out", "a.jsonl", "--jobs", "2") as process:
        wait_until(size_is(Path("a.jsonl"), 1))
        workers = children(process.pid)
        process.kill()
        process.communicate()
    assert len(workers) == 2
    wait_until(iter(lambda: not any(map(is_alive, workers)), None))


@on_linux
def test_pages_of_a_killed_worker_are_read_again(crawl: Path) -> None:
    pages = [str(crawl)] * 20
    call = [*pages, "--to", "jsonl", "--jobs", "2", "--no-summary", "--out"]
    with start(*call, "killed.jsonl") as process:
        wait_until(size_is(Path("killed.jsonl"), 1))
        os.kill(min(children(process.pid)), signal.SIGKILL)
        _, err = process.communicate(timeout=100)
    assert process.returncode == 1
    assert re.findall(
        r"a worker process was ended by signal SIGKILL: reading its \d+ pages", str(err)
    )
    assert main([*call, "whole.jsonl"]) == 1
    assert Path("killed.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


def test_page_that_ends_its_worker_is_an_error(crawl: Path, tmp_path: Path) -> None:
    """Python imports a module with this name at start-up."""
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(
        "import os, sys\n"
        "def deadly(event, arguments):\n"
        "    if event == 'open' and str(arguments[0]).endswith('p10.html'):\n"
        "        os._exit(7)\n"
        "sys.addaudithook(deadly)\n"
    )
    out = tmp_path / "articles.jsonl"
    call = ["crawl", "--to", "jsonl", "--jobs", "2", "--no-summary", "--out", str(out)]
    status, _, err = run(*call, PYTHONPATH=str(tmp_path / "python"))
    assert status == 1
    assert (
        f"lemonde-parse: {Path('crawl/d1/p10.html')}: the worker process that read it ended with status 7\n"
        in err
    )
    assert len(out.read_text("utf-8").splitlines()) == 36 + DOCUMENTS
    del crawl


# Resuming


def cut(output: Path, progress: Path, size: int) -> None:
    """Leave the state after a kill: the first bytes of the output, and the lines of its record so
    far."""
    lines = progress.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines[1:] if json.loads(line)[0] <= size]
    torn = b"".join(lines)[len(b"".join([lines[0], *kept])) :][:7]
    progress.write_bytes(b"".join([lines[0], *kept, torn]))
    with output.open("r+b") as file:
        file.truncate(size)


@pytest.mark.parametrize(
    ("wanted", "errors"), [("jsonl", "rows"), ("json", "lines"), ("csv", "rows"), ("text", "lines")]
)
def test_output_that_was_cut_anywhere_becomes_the_undisturbed_one(
    wanted: str, errors: str, crawl: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, progress = Path("articles"), Path(".articles.progress")
    pages = [str(crawl), "none.html", str(crawl / "d0")]
    call = [*pages, "--to", wanted, "--out", "articles", "--summary", "--errors", errors]
    assert main(call) == 1
    whole = output.read_bytes()
    draw = random.Random(wanted)  # noqa: S311
    for size in [0, 1, *sorted(draw.sample(range(len(whole)), 6)), len(whole) - 1, len(whole)]:
        cut(output, progress, size)
        assert main([*call, "--resume"]) == 1
        assert output.read_bytes() == whole
        assert " done before" in capsys.readouterr().err or size < 700


@on_posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_output_of_killed_runs_becomes_the_undisturbed_one(jobs: str, crawl: Path) -> None:
    pages = ["none.html", *[str(crawl)] * 5]
    call = [*pages, "--to", "jsonl", "--no-summary", "--errors", "rows"]
    assert main([*call, "--out", "whole.jsonl"]) == 1
    whole = Path("whole.jsonl").read_bytes()
    draw = random.Random(jobs)  # noqa: S311
    least = 0
    for _ in range(3):
        least += draw.randrange(1, len(whole) // 4)
        with start(*call, "--out", "a.jsonl", "--jobs", jobs, "--resume") as process:
            wait_until(size_is(Path("a.jsonl"), least))
            process.kill()
            process.communicate()
        assert whole.startswith(Path("a.jsonl").read_bytes())
    assert main([*call, "--out", "a.jsonl", "--resume"]) == 1
    assert Path("a.jsonl").read_bytes() == whole


@on_posix
def test_parts_of_killed_runs_become_the_undisturbed_ones(crawl: Path) -> None:
    call = [*[str(crawl)] * 5, "--to", "parquet", "--no-summary", "--part-rows", "20"]
    assert main([*call, "--out", "whole"]) == 1
    for number in 1, 5:
        with start(*call, "--out", "killed", "--jobs", "2", "--resume") as process:
            wait_until(size_is(Path("killed", f"part-{number:05}.parquet"), 1))
            process.kill()
            process.communicate()
        assert pq.read_table("killed").num_rows >= 20 * (number + 1)
    assert main([*call, "--out", "killed", "--resume"]) == 1
    assert rows_of(Path("killed")) == rows_of(Path("whole"))
    assert sorted(os.listdir("killed")) == sorted(os.listdir("whole"))  # noqa: PTH208


def test_part_that_was_not_recorded_is_written_again(crawl: Path) -> None:
    call = [str(crawl), "--to", "parquet", "--out", "parts", "--part-rows", "10"]
    assert main(call) == 1
    whole = rows_of(Path("parts"))
    progress = Path(".parts.progress")
    lines = progress.read_bytes().splitlines(keepends=True)
    progress.write_bytes(b"".join(lines[:3]))
    assert main([*call, "--resume"]) == 1
    assert rows_of(Path("parts")) == whole


@pytest.mark.usefixtures("crawl")
def test_folder_of_files_is_continued(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["--to", "text", "--out", "texts/", "--no-summary"]
    first, second = "crawl/d1", "crawl/d2"
    assert main([first, first, *call]) == 1
    before = {path: path.stat().st_mtime_ns for path in Path("texts").rglob("*.txt")}
    assert len(before) == 2 * (12 + DOCUMENTS)
    capsys.readouterr()
    assert main([first, first, second, *call, "--resume"]) == 1
    assert "d1" not in capsys.readouterr().err
    after = {path: path.stat().st_mtime_ns for path in Path("texts").rglob("*.txt")}
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + 12


def test_pages_can_be_added_later_and_changed_ones_are_reported(
    crawl: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [str(crawl / "d2"), "--to", "jsonl", "--out", "a.jsonl", "--resume", "--no-summary"]
    assert main(call) == 1
    first = Path("a.jsonl").read_bytes()
    capsys.readouterr()
    (crawl / "d2" / "z.html").write_text(PAGE.format(number=99, day="2020-01-01"), "utf-8")
    os.utime(crawl / "d2" / "p02.html")
    changed = crawl / "d2" / "p05.html"
    changed.write_text(PAGE.format(number=5555, day="2020-01-01"), "utf-8")
    assert main(call) == 1
    added = Path("a.jsonl").read_bytes().removeprefix(first).decode().splitlines()
    assert [Article.from_json(line).headline for line in added] == ["Le port 5555", "Le port 99"]
    assert f"{changed}: changed since it was read: reading it again\n" in capsys.readouterr().err


@pytest.mark.usefixtures("crawl")
def test_errors_of_earlier_runs_count_for_the_exit_status() -> None:
    call = ["--to", "jsonl", "--out", "a.jsonl", "--resume"]
    assert main(["crawl/d0", *call]) == 3
    assert main(["crawl/d0", *call]) == 3
    assert main(["crawl/d0", "crawl/d1", *call]) == 1
    assert main(["crawl/d0", "crawl/d1", *call]) == 1


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return the message of a call that is refused before any page is read."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()[-1].removeprefix("lemonde-parse: error: ")


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("options", "difference"),
    [
        (["--to", "csv"], "was started with --to jsonl, and this call has csv"),
        (["--select", "text"], "was started with --select no, and this call has text"),
        (["--since", "2014"], "was started with --since no, and this call has 2014-01-01"),
        (["--errors", "rows"], "was started with --errors lines or stop, and this call has rows"),
        (["--max-bytes", "9"], "was started with --max-bytes 20000000, and this call has 9"),
    ],
)
def test_output_with_other_options_is_not_continued(
    options: list[str], difference: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["crawl/d0", "--out", "articles", "--to", "jsonl"]
    main(call)
    before = Path("articles").read_bytes()
    capsys.readouterr()
    assert refused([*call, *options, "--resume"], capsys) == (
        f"--resume: articles {difference}: give the same options, or name another --out"
    )
    assert Path("articles").read_bytes() == before


@pytest.mark.usefixtures("crawl")
def test_output_of_another_program_is_not_continued(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text("{}\n")
    message = refused(["crawl", "--to", "jsonl", "--out", "a.jsonl", "--resume"], capsys)
    assert message.startswith("--resume: there is no record of the pages in a.jsonl")
    Path(".a.jsonl.progress").write_text("1\n")
    message = refused(["crawl", "--to", "jsonl", "--out", "a.jsonl", "--resume"], capsys)
    assert message.endswith(".a.jsonl.progress is not a progress file of lemonde-parse")
    assert Path("a.jsonl").read_text() == "{}\n"


@on_posix
@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize("options", [[], ["--resume"]])
def test_output_of_a_run_that_goes_on_is_refused(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    import fcntl

    call = ["crawl/d0", "--to", "jsonl", "--out", "a.jsonl"]
    assert main(call) == 3
    before = Path("a.jsonl").read_bytes()
    capsys.readouterr()
    with Path(".a.jsonl.progress").open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert refused([*call, *options], capsys) == (
            "--out a.jsonl is being written by another run: wait until it ends, or name another output"
        )
    assert Path("a.jsonl").read_bytes() == before


@pytest.mark.usefixtures("crawl")
def test_parts_of_an_earlier_run_are_not_mixed_with_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["crawl/d0", "--to", "parquet", "--out", "parts"]
    assert main(call) == 3
    capsys.readouterr()
    assert refused(call, capsys) == (
        "--out parts has parts of an earlier run: continue them with --resume, or name another folder"
    )


@on_posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_leaves_whole_lines_and_one_line_of_its_own(jobs: str, crawl: Path) -> None:
    call = [*[str(crawl / "d0")] * 300, "--to", "jsonl", "--out", "a.jsonl", "--skip-refused"]
    with start(*call, "--jobs", jobs) as process:
        wait_until(size_is(Path("a.jsonl"), 1))
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert re.fullmatch(
        r"lemonde-parse: interrupted after [\d,]+ pages?; --resume continues\n", err.decode()
    )
    lines = Path("a.jsonl").read_text("utf-8").splitlines()
    assert {Article.from_json(line).text[:8] for line in lines} == {"Il fait "}


# Errors, refusals, choices


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
def test_whole_articles_have_errors_among_them(capsys: pytest.CaptureFixture[str]) -> None:
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
def test_exit_status_tells_errors_from_refusals(
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
def test_choice_of_articles(
    options: list[str], numbers: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(10):
        page = PAGE.format(number=number, day=f"20{10 + number}-05-01")
        Path(f"page{number}.html").write_text(page, "utf-8")
    Path("undated.html").write_text(
        re.sub("<meta property.*?>", "", PAGE.format(number=99, day="")), "utf-8"
    )
    assert main(["page*.html", "undated.html", "--to", "text", "--summary", *options]) == 0
    out, err = capsys.readouterr()
    assert [int(found) for found in re.findall(r"de (\d+) mètres", out)] == numbers
    assert f" {len(numbers)} read, {11 - len(numbers)} left out; " in err


@pytest.mark.usefixtures("crawl")
def test_articles_that_the_page_cuts_off_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    pages = Path(__file__).parent / "pages"
    call = [str(pages / "2016-teaser" / "page.html"), "crawl/d0/p00.html", "--to", "text"]
    assert main([*call, "--complete-only"]) == 0
    assert capsys.readouterr().out == "Il fait beau.\n\nLa mer monte de 0 mètres.\n"


@pytest.mark.usefixtures("crawl")
def test_selected_fields_are_written_in_their_order(capsys: pytest.CaptureFixture[str]) -> None:
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
        (["--select", "text", "--to", "text", "a.html"], "--select goes with --to json, jsonl, "),
        (["--errors", "rows", "--to", "tei", "a.html"], "--errors rows goes with --to json, "),
        (["--to", "parquet", "a.html"], "--to parquet writes files: name their folder"),
        (
            ["--to", "parquet", "a.html", "--out", "crawl/d0/p00.html"],
            "--out crawl/d0/p00.html is a file",
        ),
        (["--resume", "a.html"], "--resume goes with --out"),
        (["--since", "2015", "--until", "2014", "a.html"], "--since 2015-01-01 is after --until"),
        (["--since", "mai 2015", "a.html"], "argument --since: expected a day, month or year"),
        (["--since", "2015-02-30", "a.html"], "argument --since: no such day: '2015-02-30'"),
        (["--kind", "film", "a.html"], "argument --kind: no kind 'film': the kinds are article, "),
        (["--jobs", "0", "a.html"], "argument --jobs: expected a whole number from 1 on, got '0'"),
        (["--max-bytes", "1e6", "a.html"], "argument --max-bytes: expected a whole number"),
        (["--files-from", "-", "-"], "standard input is either a page or"),
        (["--files-from", "none.txt"], f"--files-from none.txt: {os.strerror(2)}"),
        ([], "name a PAGE, or a list of pages with --files-from"),
        (["crawl", "--resume", "--out", "/dev/null"], "--resume: /dev/null is not a file that can"),
    ],
)
def test_wrong_call_is_one_error_line(
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
def test_pages_can_be_listed(end: str, capsys: pytest.CaptureFixture[str]) -> None:
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
    call = "$0 -m lemonde_parse --files-from - < /dev/zero"
    done = subprocess.run(["/bin/sh", "-c", call, sys.executable], capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert done.stderr.endswith(
        b"--files-from -: not a list of paths: expected one path per line\n"
    )


# Reports


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
def test_few_pages_are_reported_if_asked(capsys: pytest.CaptureFixture[str]) -> None:
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


# Output folder among the pages


@pytest.mark.usefixtures("crawl")
def test_output_in_the_folder_that_is_read_is_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    for call in (
        ["--to", "text", "--out", "crawl/a.txt"],
        ["--to", "text", "--out", "crawl/a.txt", "--resume"],
        ["--to", "text", "--out", "crawl/z/"],
        ["--to", "text", "--out", "crawl/z/", "--resume"],
        ["--to", "parquet", "--out", "crawl/parts"],
        ["--to", "parquet", "--out", "crawl/parts", "--resume"],
    ):
        assert main(["crawl/d0", *call, "--no-summary"]) == 3
        assert main(["crawl", *call, "--no-summary", "--resume"]) == 1
        assert "a.txt" not in capsys.readouterr().err
        for left in ("crawl/a.txt", "crawl/z", "crawl/parts"):
            if Path(left).is_dir():
                shutil.rmtree(left)
            else:
                Path(left).unlink(missing_ok=True)


# A corpus


def contents(folder: str) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def ids_of(folder: str) -> list[str]:
    """The first column of the table of a corpus, with its name."""
    table = Path(folder, "metadata.csv").read_text("utf-8")
    return [line.split('"')[1] for line in table.splitlines()]


@pytest.mark.usefixtures("crawl")
def test_corpus_is_a_folder_of_documents_with_a_table() -> None:
    assert main(["crawl", "--to", "txm", "--out", "corpus", "--no-summary"]) == 1
    files = [name.removesuffix(".xml") for name in contents("corpus") if name != "metadata.csv"]
    assert len(files) == 37 + DOCUMENTS
    assert {"d0-p00", "d2-p02", "d1-archive-1"} < set(files)
    header, *ids = ids_of("corpus")
    assert (header, sorted(ids)) == ("id", sorted(files))
    assert '\n"d0-p00","2010-05-01","Le port 0",' in Path("corpus/metadata.csv").read_text("utf-8")


@pytest.mark.usefixtures("crawl")
def test_corpus_that_was_cut_anywhere_becomes_the_undisturbed_one() -> None:
    call = ["crawl", "--to", "txm", "--no-summary", "--out"]
    assert main([*call, "whole"]) == main([*call, "cut"]) == 1
    progress, table = Path(".cut.progress"), Path("cut/metadata.csv")
    lines, rows = (path.read_bytes().splitlines(keepends=True) for path in (progress, table))
    for number in 1, 2, 20, len(lines):
        progress.write_bytes(b"".join(lines[:number]))
        recorded = sum(len(json.loads(line)[0]) for line in lines[1:number])
        table.write_bytes(b"".join(rows[: recorded + 2]) + b'"d9')  # a row or two are not recorded
        assert main([*call, "cut", "--resume"]) == 1
        assert contents("cut") == contents("whole")


@on_posix
def test_corpus_of_killed_runs_becomes_the_undisturbed_one(crawl: Path) -> None:
    call = [*[str(crawl)] * 5, "--to", "txm", "--no-summary"]
    assert main([*call, "--out", "whole"]) == 1
    for least in 2_000, 9_000:
        with start(*call, "--out", "killed", "--jobs", "2", "--resume") as process:
            wait_until(size_is(Path("killed/metadata.csv"), least))
            process.kill()
            process.communicate()
    assert main([*call, "--out", "killed", "--resume"]) == 1
    Path("killed/.lemonde-parse.tmp").unlink(missing_ok=True)
    assert contents("killed") == contents("whole")


@pytest.mark.usefixtures("crawl")
def test_corpus_without_its_table_is_not_gone_on_with(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["crawl/d0", "--to", "txm", "--out", "corpus", "--no-summary"]
    assert main(call) == 3
    documents = len(ids_of("corpus")) - 1
    Path("corpus/metadata.csv").unlink()
    capsys.readouterr()
    assert refused([*call, "--resume"], capsys) == (
        f"--resume: {Path('corpus/metadata.csv')} lacks rows of {documents} documents: name another"
        " --out, or call without --resume"
    )


@pytest.mark.usefixtures("crawl")
def test_corpus_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(["crawl", "--to", "txm"], capsys) == (
        "--to txm writes files: name their folder, as in --out articles/"
    )
    Path("file").write_text("", "utf-8")
    assert refused(["crawl", "--to", "txm", "--out", "file"], capsys).startswith("--out file: ")


@pytest.mark.usefixtures("crawl")
def test_corpus_of_iramuteq_is_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl/d0/p00.html", "crawl/d0/p06.html", "--to", "iramuteq"]) == 0
    assert capsys.readouterr().out == (
        "**** *annee_2010 *mois_2010-05\nIl fait beau.\nLa mer monte de 0 mètres.\n"
        "**** *annee_2016 *mois_2016-05\nIl fait beau.\nLa mer monte de 6 mètres.\n"
    )
