"""Runs of the command that continue an earlier output with ``--resume``."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from command_pages import CRAWLED, DOCUMENTS, save_crawl
from command_runs import on_posix, refused, rows_of, size_is, start, wait_until
from lemonde_parse import Article
from lemonde_parse.command import main


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create a folder of saved pages, and enter it."""
    monkeypatch.chdir(tmp_path)
    return save_crawl(tmp_path)


def cut(output: Path, progress: Path, size: int) -> None:
    """Cut the files as a killed run would leave them: keep the first bytes of the output, the
    progress lines that record them, and the beginning of another line."""
    lines = progress.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines[1:] if json.loads(line)[0] <= size]
    torn = b"".join(lines)[len(b"".join([lines[0], *kept])) :][:7]
    progress.write_bytes(b"".join([lines[0], *kept, torn]))
    with output.open("r+b") as file:
        file.truncate(size)


@pytest.mark.parametrize(
    ("wanted", "errors"), [("jsonl", "rows"), ("json", "lines"), ("csv", "rows"), ("text", "lines")]
)
def test_truncated_output_is_completed(
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
def test_output_is_completed_after_killed_runs(jobs: str, crawl: Path) -> None:
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
def test_parts_are_completed_after_killed_runs(crawl: Path) -> None:
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
def test_output_to_a_folder_of_files_is_continued(capsys: pytest.CaptureFixture[str]) -> None:
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
    (crawl / "d2" / "z.html").write_text(CRAWLED.format(number=99, day="2020-01-01"), "utf-8")
    os.utime(crawl / "d2" / "p02.html")
    changed = crawl / "d2" / "p05.html"
    changed.write_text(CRAWLED.format(number=5555, day="2020-01-01"), "utf-8")
    assert main(call) == 1
    added = Path("a.jsonl").read_bytes().removeprefix(first).decode().splitlines()
    assert [Article.from_json(line).headline for line in added] == ["Le port 5555", "Le port 99"]
    assert f"{changed}: changed since it was read: reading it again\n" in capsys.readouterr().err


@pytest.mark.usefixtures("crawl")
def test_exit_status_includes_errors_of_earlier_runs() -> None:
    call = ["--to", "jsonl", "--out", "a.jsonl", "--resume"]
    assert main(["crawl/d0", *call]) == 3
    assert main(["crawl/d0", *call]) == 3
    assert main(["crawl/d0", "crawl/d1", *call]) == 1
    assert main(["crawl/d0", "crawl/d1", *call]) == 1


@pytest.mark.usefixtures("crawl")
@pytest.mark.parametrize(
    ("options", "difference"),
    [
        (["--to", "csv"], "was started with --to jsonl, and this call has --to csv"),
        (["--select", "text"], "was started with no --select, and this call has --select text"),
        (["--since", "2014"], "was started with no --since, and this call has --since 2014-01-01"),
        (
            ["--errors", "rows"],
            "was started with --errors lines or stop, and this call has --errors rows",
        ),
        (
            ["--max-bytes", "9"],
            "was started with --max-bytes 20000000, and this call has --max-bytes 9",
        ),
    ],
)
def test_output_is_not_continued_with_other_options(
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
def test_output_of_a_run_in_progress_is_refused(
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


@pytest.mark.usefixtures("crawl")
def test_output_inside_the_input_folder_is_not_read(capsys: pytest.CaptureFixture[str]) -> None:
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
