"""The pages that the command reads: files, folders, patterns, standard input."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from pathlib import Path

import pytest

from command_pages import ONE, PAGE, TWO, save_pages, save_tree
from lemonde_parse.command import main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


def test_gzipped_page_is_read(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html.gz")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_gzipped_page_with_its_name_in_capitals_is_read(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "one.html.gz").rename(pages / "ONE.HTML.GZ")
    assert main(["--to", "text", str(pages / "ONE.HTML.GZ")]) == 0
    assert capsys.readouterr() == (ONE, "")


@pytest.mark.parametrize(
    ("name", "out", "err"),
    [
        ("one.html.gz", ONE, ""),
        ("short.html.gz", "", "lemonde-parse: -: cut off before the end of its gzip data: copy the file again\n"),
        ("checked.html.gz", "", "lemonde-parse: -: damaged, or not gzip: Error -3 while decompressing data: incorrect data check\n"),
    ],
)  # fmt: skip
def test_gzipped_standard_input_is_read_or_gives_one_error_line(
    name: str,
    out: str,
    err: str,
    pages: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((pages / name).read_bytes())))
    assert main(["--to", "text", "-"]) == (1 if err else 0)
    written, message = capsys.readouterr()
    assert written == out
    assert message.startswith(err)
    assert message.count("\n") == bool(err)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "https://x.example/a.html",
            "https://x.example/a.html: URLs are not fetched: save the page and name its file",
        ),
        ("", '"": the name of a page is empty'),
    ],
)
def test_argument_that_is_not_a_path_is_an_error(
    given: str, message: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty argument, such as an unset variable in a script, must not mean the current folder."""
    assert main(["--to", "text", given, str(pages / "one.html")]) == 1
    assert capsys.readouterr() == (ONE, f"lemonde-parse: {message}\n")


def test_dash_stands_for_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pages: Path
) -> None:
    stdin = io.TextIOWrapper(
        io.BytesIO(PAGE.format(word="tout").encode("windows-1252", "xmlcharrefreplace"))
    )
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["--to", "text", "-", str(pages / "two.html")]) == 0
    assert capsys.readouterr() == (ONE + TWO, "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.html", os.strerror(errno.ENOENT)),
        ("empty.html", "the page is empty, or only whitespace"),
        ("front.html", "not an article (home page): its script data gives the type 'home'"),
    ],
)
def test_unreadable_page_gives_one_error_line_and_others_are_read(
    name: str, message: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(pages / name)
    status = main(["--to", "text", str(pages / "one.html"), bad, str(pages / "two.html")])
    assert status == (3 if name == "front.html" else 1)
    assert capsys.readouterr() == (ONE + TWO, f"lemonde-parse: {bad}: {message}\n")


@pytest.mark.parametrize(
    "name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"]
)
def test_damaged_gzip_gives_one_error_line_and_others_are_read(
    name: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", str(pages / name), str(pages / "one.html")]) == 1
    out, err = capsys.readouterr()
    assert out == ONE
    assert re.fullmatch(
        rf"lemonde-parse: {re.escape(str(pages / name))}: (?:cut off before the end|damaged, or not).+\n",
        err,
    )


@pytest.mark.parametrize("bad", ["empty.html", "missing.html", "*.pdf"])
def test_errors_stop_option_stops_at_the_first_error(
    bad: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(
            [
                "--to",
                "text",
                "--errors",
                "stop",
                str(pages / "one.html"),
                str(pages / bad),
                str(pages / "two.html"),
            ]
        )
        == 1
    )
    out, err = capsys.readouterr()
    assert out == ONE
    assert err.count("\n") == 1


# Folders and patterns


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with pages in subfolders, and with files that are not pages."""
    return save_tree(tmp_path)


def lasts(out: str) -> list[str]:
    """Return the last word of each page printed as text."""
    return re.findall(r"C’est (\w+)\.", out)


def test_folder_stands_for_every_page_below_it(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", str(tree)]) == 0
    out, err = capsys.readouterr()
    assert (lasts(out), err) == (["c", "d", "b", "z"], "")


def test_folder_without_pages_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    message = (
        "no page in this folder: nothing below it ends in "
        ".html, .htm, .xhtml, .mhtml, .mht, .txt, .md, .rtf, .docx, "
        ".zip, .tar, .tar.gz, .tgz, .tar.bz2, .tar.xz, .warc, .warc.gz, .parquet"
    )
    assert capsys.readouterr() == ("", f"lemonde-parse: {tmp_path}: {message}\n")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [("*.html", ["b"]), ("**/*.h*", ["c", "b"]), ("a/*", ["c", "d"]), ("?.txt.gz", ["z"])],
)
def test_pattern_stands_for_every_matching_file(
    pattern: str, words: list[str], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", f"{tree}/{pattern}"]) == 0
    assert lasts(capsys.readouterr().out) == words


def test_pattern_without_match_is_an_error_and_others_are_read(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", str(pages / "*.pdf"), str(pages / "one.html")]) == 1
    assert capsys.readouterr() == (
        ONE,
        f"lemonde-parse: {pages / '*.pdf'}: no file matches this pattern\n",
    )


def test_existing_file_is_read_even_if_its_name_is_a_pattern(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a[1].html").write_text(PAGE.format(word="tout"), "utf-8")
    assert main(["--to", "text", str(tmp_path / "a[1].html")]) == 0
    assert capsys.readouterr().out == ONE
