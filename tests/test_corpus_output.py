"""Corpora for TXM and IRaMuTeQ."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_pages import DOCUMENTS, save_crawl
from command_runs import on_posix, refused, size_is, start, wait_until
from lemonde_parse.command import main


@pytest.fixture
def crawl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Create and enter a folder with a crawl."""
    monkeypatch.chdir(tmp_path)
    return save_crawl(tmp_path)


def contents(folder: str) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def ids_of(folder: str) -> list[str]:
    """Return the first column of a corpus's table, including its header."""
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
def test_resumed_run_completes_a_truncated_corpus() -> None:
    call = ["crawl", "--to", "txm", "--no-summary", "--out"]
    assert main([*call, "whole"]) == main([*call, "cut"]) == 1
    progress, table = Path(".cut.progress"), Path("cut/metadata.csv")
    lines, rows = (path.read_bytes().splitlines(keepends=True) for path in (progress, table))
    for number in 1, 2, 20, len(lines):
        progress.write_bytes(b"".join(lines[:number]))
        recorded = sum(len(json.loads(line)[0]) for line in lines[1:number])
        # A killed run leaves at most one row and a part of another that are not recorded as done.
        table.write_bytes(b"".join(rows[: recorded + 2]) + b'"d9')
        assert main([*call, "cut", "--resume"]) == 1
        assert contents("cut") == contents("whole")


def test_page_with_the_name_of_the_first_column_is_a_document(crawl: Path) -> None:
    (crawl / "d0" / "p00.html").rename(crawl / "id.html")
    call = [str(crawl / "id.html"), "--to", "txm", "--no-summary", "--out", "corpus"]
    assert main(call) == main([*call, "--resume"]) == 0
    assert ids_of("corpus") == ["id", "id"]


@on_posix
def test_corpus_is_completed_after_killed_runs(crawl: Path) -> None:
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
def test_corpus_without_its_table_is_not_continued(capsys: pytest.CaptureFixture[str]) -> None:
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
def test_corpus_for_iramuteq_is_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["crawl/d0/p00.html", "crawl/d0/p06.html", "--to", "iramuteq"]) == 0
    assert capsys.readouterr().out == (
        "**** *annee_2010 *mois_2010-05\nIl fait beau.\nLa mer monte de 0 mètres.\n"
        "**** *annee_2016 *mois_2016-05\nIl fait beau.\nLa mer monte de 6 mètres.\n"
    )
