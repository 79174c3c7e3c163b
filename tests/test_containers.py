"""Archives and tables of pages as input to the command."""

from __future__ import annotations

import gzip
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from archive_files import (
    HEADLINES,
    MEMBERS,
    page,
    read,
    write_parquet,
    write_tar,
    write_warc,
    write_zip,
)
from lemonde_parse.command import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enter a temporary folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "jobs"),
    [
        ("a.zip", "1"),
        ("A.ZIP", "1"),
        ("a.tar", "1"),
        ("a.tar.gz", "1"),
        ("a.tgz", "2"),
        ("a.tar.bz2", "1"),
        ("a.tar.xz", "1"),
    ],
)
def test_pages_of_an_archive_are_read(
    name: str, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write = write_zip if name.lower().endswith("zip") else write_tar
    write(Path(name), MEMBERS)
    status, rows, err = read(name, "--jobs", jobs, capsys=capsys)
    assert (status, err) == (0, "")
    assert [row["headline"] for row in rows] == HEADLINES
    assert [row["source"] for row in rows] == [
        f"{name}!{member}" for member in MEMBERS if member != "style.css"
    ]


def test_archives_and_tables_in_a_folder_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "all").mkdir()
    write_zip(folder / "all" / "b.zip", {"1.html": page(1)})
    (folder / "all" / "a.html").write_bytes(page(2))
    write_parquet(folder / "all" / "c.parquet", {"https://x.example/3": page(3)})
    status, rows, err = read("all", capsys=capsys)
    assert (status, err) == (0, "")
    assert [(row["source"], row["headline"]) for row in rows] == [
        ("all/a.html", "Le port 2"),
        ("all/b.zip!1.html", "Le port 1"),
        ("all/c.parquet!0", "Le port 3"),
    ]


def test_articles_of_an_archive_stay_in_the_output_folder(folder: Path) -> None:
    """Path components in the names of members must not lead outside the folder."""
    (folder / "in").mkdir()
    names = [
        "../../up.html",
        "/root.html",
        "c:\\windows\\x.html",
        "..html",
        "a/../b.html",
        "a" * 300 + ".html",
        "報" * 100 + ".html",
    ]
    write_zip(folder / "in" / "x.zip", {name: page(1) for name in names})
    assert main([str(folder / "in"), "--to", "text", "--out", f"{folder / 'out'}/"]) == 0
    written = sorted(
        path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*.txt")
    )
    assert written == sorted(
        [
            "x/up.txt",
            "x/root.txt",
            "x/c_/windows/x.txt",
            "x/page.txt",
            "x/a/b.txt",
            f"x/{'a' * 120}.txt",
            f"x/{'報' * 66}.txt",
        ]
    )
    assert sorted(path.name for path in folder.iterdir()) == [".out.progress", "in", "out"]


def test_member_named_gz_may_be_uncompressed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_zip(folder / "x.zip", {"a.html.gz": page(1)})
    assert main([str(folder / "x.zip"), "--to", "text"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("write", [write_zip, write_tar], ids=["zip", "tar"])
@pytest.mark.parametrize("packed", [False, True])
def test_oversized_member_is_refused_and_the_rest_is_read(
    write: Callable[[Path, Mapping[str, bytes]], None],
    packed: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bomb = b"a" * 5_000_000
    members = {"bomb.html.gz": gzip.compress(bomb)} if packed else {"bomb.html": bomb}
    name = "a.zip" if write is write_zip else "a.tar.gz"
    write_members = write_zip if write is write_zip else write_tar
    write_members(Path(name), {**members, "1.html": page(1)})
    status, rows, err = read(name, "--max-bytes", "1000000", capsys=capsys)
    assert status == 1
    assert [row["headline"] for row in rows] == ["Le port 1"]
    assert err == (
        f"lemonde-parse: {name}!{next(iter(members))}: the page has 1000001 bytes or more, and"
        " --max-bytes allows 1000000: pass a larger number to read it\n"
    )


def test_oversized_header_of_a_tar_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 2_000_000_000
    Path("a.tar.gz").write_bytes(gzip.compress(info.tobuf(tarfile.GNU_FORMAT) + bytes(5_000_000)))
    assert read("a.tar.gz", capsys=capsys) == (
        1,
        [],
        "lemonde-parse: a.tar.gz: damaged, or not what its name says (a header of 2000000000 bytes): copy the file again\n",
    )


@pytest.mark.parametrize(
    "name",
    ["a.zip", "a.tar", "a.tar.gz", "a.tar.bz2", "a.tar.xz", "a.warc", "a.warc.gz", "a.parquet"],
)
@pytest.mark.parametrize(
    "content", [b"", b"no archive", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"WARC/1.0\r\n"]
)
def test_file_that_is_not_an_archive_gives_one_error_line(
    name: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(content)
    status, rows, err = read(name, capsys=capsys)
    assert (status, rows, err.count("\n")) == (1, [], 1)
    assert err.startswith(f"lemonde-parse: {name}")


@pytest.mark.parametrize("write", [write_zip, write_tar], ids=["zip", "tar"])
def test_archive_without_pages_is_an_error(
    write: Callable[[Path, Mapping[str, bytes]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    name = "a.zip" if write is write_zip else "a.tar"
    write(Path(name), {"style.css": b"p {}"})
    status, rows, err = read(name, capsys=capsys)
    assert (status, rows) == (1, [])
    assert err.startswith(
        f"lemonde-parse: {name}: no page in this archive: nothing in it ends in .html, "
    )


def test_web_archive_or_table_without_pages_is_not_an_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In a large crawl, some files have no pages."""
    write_warc(
        Path("a.warc"), {"https://x.example/a.png": b"PNG"}, head=b"Content-Type: image/png\r\n"
    )
    write_parquet(Path("a.parquet"), {})
    assert read("a.warc", "a.parquet", capsys=capsys) == (0, [], "")


def test_truncated_archive_is_read_up_to_the_cut(capsys: pytest.CaptureFixture[str]) -> None:
    write_tar(
        Path("whole.tar.gz"),
        {f"{number}.html": page(number) + bytes(number) * 999 for number in range(200)},
    )
    whole = Path("whole.tar.gz").read_bytes()
    Path("a.tar.gz").write_bytes(whole[: len(whole) // 2])
    status, rows, err = read("a.tar.gz", "--no-summary", capsys=capsys)
    assert status == 1
    assert 0 < len(rows) < 200
    assert err == (
        f"lemonde-parse: a.tar.gz: damaged or cut off after {len(rows)} pages (unexpected end of"
        " data): copy the file again to read the rest\n"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda whole: whole[: 2 * 1024 + 30], "truncated header"),
        (lambda whole: whole[: 2 * 1024], "empty header"),
        (lambda whole: whole[: 2 * 1024] + b"x" * 600, "invalid header"),
    ],
)
def test_truncated_tar_is_an_error(
    change: Callable[[bytes], bytes], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """tarfile itself stops without an error at a header that it cannot read."""
    write_tar(Path("a.tar"), {f"{number}.html": page(number) for number in range(4)})
    Path("a.tar").write_bytes(change(Path("a.tar").read_bytes()))
    status, rows, err = read("a.tar", capsys=capsys)
    assert (status, len(rows)) == (1, 2)
    assert err == (
        f"lemonde-parse: a.tar: damaged or cut off after 2 pages ({reason}): copy the file again to"
        " read the rest\n"
    )


@pytest.mark.parametrize(
    ("write", "name", "message"),
    [
        (
            write_zip,
            "a.zip",
            "cut off: the list of pages at its end is missing: copy the file again, or recover pages with `zip -FF`",
        ),
        (
            write_parquet,
            "a.parquet",
            "damaged, or not what its name says (Parquet magic bytes not found in footer. Either the file is corrupted or this is not a parquet file.): copy the file again",
        ),
    ],
)
def test_truncated_file_without_its_index_gives_one_error_line(
    write: Callable[[Path, Mapping[str, bytes]], None],
    name: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path(name), MEMBERS)
    Path(name).write_bytes(Path(name).read_bytes()[:-9])
    assert read(name, capsys=capsys) == (1, [], f"lemonde-parse: {name}: {message}\n")


def test_damaged_member_is_an_error_and_the_rest_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with zipfile.ZipFile("a.zip", "w") as archive:
        archive.writestr("1.html", page(1))
        archive.writestr("2.html", page(2))
    raw = Path("a.zip").read_bytes()
    Path("a.zip").write_bytes(raw.replace(b"Le port 1", b"Le pont 1"))
    status, rows, err = read("a.zip", capsys=capsys)
    assert status == 1
    assert [row["headline"] for row in rows] == ["Le port 2"]
    assert (
        err
        == "lemonde-parse: a.zip!1.html: damaged, or not what its name says (Bad CRC-32 for file '1.html'): copy the file again\n"
    )


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [("fastwarc.warc", "a.warc", "warc"), ("pyarrow.parquet", "a.parquet", "arrow")],
)
def test_missing_extra_is_named(
    module: str,
    name: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import sys

    Path(name).write_bytes(b"x")
    monkeypatch.setitem(sys.modules, module, None)
    status, rows, err = read(name, capsys=capsys)
    assert (status, rows) == (1, [])
    assert err.endswith(f": install lemonde-parse[{extra}]\n")


def test_pages_of_a_table_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    pages = {f"https://x.example/{number}": page(number) for number in range(40)}
    write_parquet(Path("a.parquet"), pages)
    status, rows, err = read("a.parquet", "--no-summary", capsys=capsys)
    assert (status, err) == (0, "")
    assert rows[39] == {
        "source": "a.parquet!39",
        "headline": "Le port 39",
        "url": "https://x.example/39",
    }


def test_cell_without_a_page_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    pq.write_table(
        pa.table({"page": pa.array([None, page(1), b"a" * 99_999], pa.binary())}), "a.parquet"
    )
    status, rows, err = read("a.parquet", "--max-bytes", "9999", capsys=capsys)
    assert (status, [row["source"] for row in rows]) == (1, ["a.parquet!1"])
    assert err == (
        "lemonde-parse: a.parquet!0: the page is empty, or only whitespace\n"
        "lemonde-parse: a.parquet!2: the page has 10000 bytes or more, and --max-bytes allows 9999:"
        " pass a larger number to read it\n"
    )


@pytest.mark.parametrize(
    ("table", "count"),
    [
        (pa.table({"html": pa.array(["Une phrase."], pa.string())}), None),
        (
            pa.table(
                {"html": pa.array([page(1)], pa.binary()), "headers": pa.array([b""], pa.binary())}
            ),
            None,
        ),
        (pa.table({"text": pa.array(["Une phrase."], pa.string())}), 0),
        (
            pa.table(
                {"body": pa.array([b""], pa.binary()), "headers": pa.array([b""], pa.binary())}
            ),
            2,
        ),
        (pa.table({"html": pa.array([1], pa.int64())}), 0),
    ],
)
def test_pages_are_read_from_the_html_column_or_the_only_binary_column(
    table: pa.Table, count: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    pq.write_table(table, "a.parquet")
    status, rows, err = read("a.parquet", capsys=capsys)
    assert (status, len(rows)) == ((0, 1) if count is None else (1, 0))
    if count is not None:
        assert err == (
            f"lemonde-parse: a.parquet: {count} binary columns, and none named 'html': name the"
            " column with the pages 'html'\n"
        )


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.warc", "a.parquet"])
def test_resumed_run_skips_members_already_written(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    writers: Mapping[str, Callable[[Path, Mapping[str, bytes]], None]] = {
        "a.zip": write_zip,
        "a.tar.gz": write_tar,
        "a.warc": write_warc,
        "a.parquet": write_parquet,
    }
    names = [f"{number}.html" for number in range(3)]
    writers[name](Path(name), {one: page(number) for number, one in enumerate(names[:2])})
    call = [name, "--to", "jsonl", "--out", "a.jsonl", "--resume", "--summary"]
    assert main(call) == 0
    before = Path("a.jsonl").read_bytes()
    Path(name).unlink()
    writers[name](Path(name), {one: page(number) for number, one in enumerate(names)})
    capsys.readouterr()
    assert main(call) == 0
    assert capsys.readouterr().err.startswith("lemonde-parse: 1 read, 2 done before; ")
    assert Path("a.jsonl").read_bytes().startswith(before)
    assert Path("a.jsonl").read_text("utf-8").count("\n") == 3
