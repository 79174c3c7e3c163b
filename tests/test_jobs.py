"""Worker processes of the command: any number gives the same output, and none is left behind."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from command_pages import DOCUMENTS, save_crawl
from command_runs import on_linux, on_posix, rows_of, run, size_is, start, wait_until
from lemonde_parse import Article
from lemonde_parse.command import main


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a folder of saved pages, and enter it."""
    monkeypatch.chdir(tmp_path)
    return save_crawl(tmp_path)


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
    assert errors[0].count("\n") == 4  # one of them is for a document of the export
    del crawl


def test_parts_are_the_same_for_any_number_of_processes(crawl: Path) -> None:
    for jobs in "1", "2":
        main([str(crawl), "--to", "parquet", "--out", jobs, "--jobs", jobs, "--part-rows", "10"])
    assert [part.name for part in sorted(Path("1").glob("*.parquet"))] == [
        f"part-{number:05}.parquet" for number in range(4)
    ]
    assert rows_of(Path("1")) == rows_of(Path("2"))


def children(process: int) -> set[int]:
    """Return the ids of the live child processes of a process."""
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


def test_page_that_kills_its_worker_is_an_error(crawl: Path, tmp_path: Path) -> None:
    """Python imports a module named sitecustomize when it starts. The module written here ends the
    process when one of the pages is opened."""
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


@pytest.mark.usefixtures("crawl")
def test_failure_to_start_workers_prints_one_error_line(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(
        "import os, sys\nif sys.orig_argv[-1] == 'lemonde_parse.command.worker':\n    os._exit(7)\n"
    )
    call = ["crawl", "--to", "jsonl", "--jobs", "2"]
    assert run(*call, PYTHONPATH=str(tmp_path / "python")) == (
        1,
        "",
        "lemonde-parse: --jobs: a worker process cannot be started: it ended with status 7\n",
    )


@on_posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_leaves_complete_lines_and_prints_one_line(jobs: str, crawl: Path) -> None:
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
