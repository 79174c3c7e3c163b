"""Web archives as input to the command."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive_files import PAGE, page, read, write_warc
from lemonde_parse.command import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enter a temporary folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_pages_of_a_web_archive_are_read(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("crawl.warc")
    write_warc(path, {"https://x.example/1": page(1), "https://x.example/2": page(2)})
    write_warc(path, {"https://x.example/a.png": b"\x89PNG"}, head=b"Content-Type: image/png\r\n")
    write_warc(path, {"https://x.example/gone": page(9)}, status=b"404 Not Found")
    write_warc(
        path,
        {"https://x.example/3": gzip.compress(page(3))},
        head=b"Content-Type: text/html; charset=no-such\r\nContent-Encoding: gzip\r\n",
    )
    if name.endswith(".gz"):
        Path(name).write_bytes(gzip.compress(path.read_bytes()))
    status, rows, err = read(name, capsys=capsys)
    assert (status, err) == (0, "")
    assert rows == [
        {
            "source": f"{name}!https://x.example/{number}",
            "headline": f"Le port {number}",
            "url": f"https://x.example/{number}",
        }
        for number in (1, 2, 3)
    ]


def test_uncompressed_web_archive_named_gz_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_warc(Path("a.warc.gz"), {"https://x.example/1": page(1)})
    status, rows, err = read("a.warc.gz", capsys=capsys)
    assert (status, [row["headline"] for row in rows], err) == (0, ["Le port 1"], "")


def test_chunked_response_is_decoded(capsys: pytest.CaptureFixture[str]) -> None:
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1))
    write_warc(
        Path("a.warc"),
        {"https://x.example/1": chunks},
        head=b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n",
    )
    assert main(["a.warc", "--to", "text"]) == 0
    assert capsys.readouterr().out == "Il fait beau.\n\nLa mer monte de 1 mètres.\n"


def test_damaged_response_is_an_error_and_the_rest_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_warc(
        Path("a.warc"),
        {"https://x.example/1": b"no gzip"},
        head=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
    )
    write_warc(Path("a.warc"), {"https://x.example/2": page(2)})
    status, rows, err = read("a.warc", capsys=capsys)
    assert (status, [row["headline"] for row in rows]) == (1, ["Le port 2"])
    assert err.startswith(
        "lemonde-parse: a.warc!https://x.example/1: the response of the server is damaged ("
    )
    assert err.count("\n") == 1


def test_response_that_is_too_large_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    write_warc(Path("a.warc"), {"https://x.example/1": b"a" * 2_000_000})
    write_warc(Path("a.warc"), {"https://x.example/2": page(2)})
    status, rows, err = read("a.warc", "--max-bytes", "9999", capsys=capsys)
    assert (status, [row["headline"] for row in rows]) == (1, ["Le port 2"])
    assert "and --max-bytes allows 9999: pass a larger number to read it\n" in err


def test_relative_dates_are_relative_to_the_time_of_capture(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed = page(1).replace(
        b"<article", b'<span class="meta__date">Publi\xc3\xa9 hier \xc3\xa0 09h02</span><article'
    )
    write_warc(Path("a.warc"), {"https://x.example/1": printed})
    assert main(["a.warc", "--to", "csv", "--select", "date_published"]) == 0
    assert capsys.readouterr().out == "date_published\n2023-09-17 09:02\n"


def test_charset_of_the_response_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    latin = PAGE.format(number=1).encode("latin-1")
    write_warc(
        Path("a.warc"),
        {"https://x.example/1": latin},
        head=b"Content-Type: text/html; charset=ISO-8859-1\r\n",
    )
    assert main(["a.warc", "--to", "text"]) == 0
    assert capsys.readouterr().out == "Il fait beau.\n\nLa mer monte de 1 mètres.\n"


def test_files_for_pages_of_a_web_archive_are_named_by_address(folder: Path) -> None:
    write_warc(
        Path("a.warc"), {"https://x.example/a/1.html?x=1": page(1), "https://x.example/": page(2)}
    )
    assert main(["a.warc", "--to", "text", "--out", "out/"]) == 0
    assert sorted(
        path.relative_to(folder / "out").as_posix() for path in Path(folder / "out").rglob("*.txt")
    ) == [
        "a/https_/x.example.txt",
        "a/https_/x.example/a/1.html_x=1.txt",
    ]


ADDRESSES = tuple(f"https://x.example/{number}" for number in range(3))


def write_records(path: Path) -> bytes:
    """Write a web archive with three pages, each gzipped on its own if the name ends in .gz."""
    for number, address in enumerate(ADDRESSES):
        one = Path("one.warc")
        write_warc(one, {address: page(number)})
        content = one.read_bytes()
        one.unlink()
        with path.open("ab") as file:
            file.write(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "cut", "source", "reason"),
    [
        (
            "a.warc",
            lambda whole: whole[: whole.rindex(b"<p>Il")],
            f"!{ADDRESSES[2]}",
            r"cut off within record 3, after \d+ of \d+ bytes: copy the file again",
        ),
        (
            "a.warc",
            lambda whole: whole[: whole.rindex(b"WARC-Date")],
            "!record 3",
            "cut off within record 3, after 0 bytes: copy the file again",
        ),
        (
            "a.warc.gz",
            lambda whole: whole[:-100],
            f"!{ADDRESSES[2]}",
            r"cut off within record 3, after \d+ of \d+ bytes: copy the file again",
        ),
        (
            "a.warc.gz",
            lambda whole: whole[: whole.rindex(b"\x1f\x8b") + 8],
            "",
            r"damaged or cut off after 2 pages \(Compressed file ended before the end-of-stream marker was reached\): copy the file again to read the rest",
        ),
    ],
)
def test_web_archive_truncated_within_a_record_is_an_error(
    name: str,
    cut: Callable[[bytes], bytes],
    source: str,
    reason: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The incomplete page in the last record is not read: its row has the error."""
    whole = write_records(Path(name))
    Path(name).write_bytes(cut(whole))
    call = [name, "--to", "jsonl", "--select", "headline", "--errors", "rows"]
    assert main([*call, "--out", "a.jsonl"]) == 1
    assert capsys.readouterr().err == ""
    rows = [json.loads(line) for line in Path("a.jsonl").read_text("utf-8").splitlines()]
    assert [row["headline"] for row in rows] == ["Le port 0", "Le port 1", None]
    assert rows[-1]["source"] == f"{name}{source}"
    assert re.fullmatch(reason, rows[-1]["error"])
    Path(name).write_bytes(whole)
    main([*call, "--out", "a.jsonl", "--resume"])
    assert (
        Path("a.jsonl").read_text("utf-8").splitlines()[-1].startswith('{"headline": "Le port 2"')
    )
