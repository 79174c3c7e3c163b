"""The command: pages in, articles out, a line for each that could not be read."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lemonde_parse
from lemonde_parse import Article, EmptyPageError, NotAnArticleError, PageTooLargeError, parse, parse_file
from lemonde_parse.cli import main

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body><main><h1 class="article__title">L’été au port</h1>'
    '<article class="article__content"><p>Il fait 30\u00a0°C → à l’ombre.</p><p>C’est {word}.</p></article></main></body></html>'
)
FRONT = (
    '<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}</script></head><body><p>Un.</p></body></html>'
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of saved pages, good and bad."""
    (tmp_path / "one.html").write_text(PAGE.format(word="tout"), "utf-8")
    (tmp_path / "two.html").write_text(PAGE.format(word="fini"), "utf-8")
    (tmp_path / "one.html.gz").write_bytes(gzip.compress(PAGE.format(word="tout").encode()))
    (tmp_path / "front.html").write_text(FRONT, "utf-8")
    (tmp_path / "empty.html").write_bytes(b" \n")
    packed = gzip.compress(PAGE.format(word="tout").encode() * 20)
    (tmp_path / "short.html.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "damaged.html.gz").write_bytes(packed[:40] + b"\xff" * 40 + packed[80:])
    (tmp_path / "checked.html.gz").write_bytes(packed[:-8] + b"\0" * 8)
    (tmp_path / "plain.html.gz").write_text(PAGE.format(word="tout"), "utf-8")
    return tmp_path


ONE = "Il fait 30\u00a0°C → à l’ombre.\n\nC’est tout.\n"
TWO = "Il fait 30\u00a0°C → à l’ombre.\n\nC’est fini.\n"


def test_an_article_is_printed_as_json(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(pages / "one.html")]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith("}\n")
    assert Article.from_json(out) == parse(PAGE.format(word="tout"))
    assert "L’été au port" in out
    assert out == parse(PAGE.format(word="tout")).to_json(indent=2) + "\n"


def test_json_is_what_one_gets_without_asking(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(pages / "one.html")])
    unasked = capsys.readouterr().out
    main([str(pages / "one.html"), "--to", "json"])
    assert capsys.readouterr().out == unasked


def test_the_text_of_an_article_is_printed(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_several_pages_are_printed_one_after_the_other(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "two.html"), str(pages / "one.html"), str(pages / "two.html")]) == 0
    assert capsys.readouterr() == (TWO + ONE + TWO, "")


def test_several_articles_as_json_are_so_many_objects(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(pages / "one.html"), str(pages / "two.html")]) == 0
    rest, articles = capsys.readouterr().out, []
    while rest:
        told, end = json.JSONDecoder().raw_decode(rest)
        articles.append(Article.from_dict(told).text + "\n")
        rest = rest[end:].lstrip()
    assert articles == [ONE, TWO]


def test_a_gzipped_page_is_unpacked(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html.gz")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_a_dash_means_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pages: Path) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(PAGE.format(word="tout").encode("windows-1252", "xmlcharrefreplace")))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["--to", "text", "-", str(pages / "two.html")]) == 0
    assert capsys.readouterr() == (ONE + TWO, "")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.html", os.strerror(errno.ENOENT)),
        ("empty.html", "the page is empty: nothing but white space was passed"),
        ("front.html", "not an article (home page): its script data says so"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_goes_on(
    name: str, told: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(pages / name)
    assert main(["--to", "text", str(pages / "one.html"), bad, str(pages / "two.html")]) == 1
    assert capsys.readouterr() == (ONE + TWO, f"lemonde-parse: {bad}: {told}\n")


@pytest.mark.parametrize("name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"])
def test_a_file_that_is_no_whole_gzip_is_told_in_a_line_and_the_rest_goes_on(
    name: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", str(pages / name), str(pages / "one.html")]) == 1
    out, err = capsys.readouterr()
    assert out == ONE
    assert err.startswith(f"lemonde-parse: {pages / name}: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["--to", "latex", "page.html"], ["--from", "html", "page.html"]])
def test_a_wrong_call_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: lemonde-parse ")


def test_the_help_tells_of_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "exit status is 1" in " ".join(capsys.readouterr().out.split())


# As a process


def run(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  # this Python, this module
        [sys.executable, "-m", "lemonde_parse", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_the_module_tells_its_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode().split(), done.stderr) == (0, ["lemonde-parse", lemonde_parse.__version__], b"")


def test_the_module_reads_standard_input_and_exits_with_the_status(pages: Path) -> None:
    done = run("--to", "text", "-", str(pages / "missing.html"), given=PAGE.format(word="tout").encode(), PYTHONUTF8="1")
    assert done.returncode == 1
    assert done.stdout.decode().replace("\r\n", "\n") == ONE
    assert done.stderr.decode().splitlines() == [f"lemonde-parse: {pages / 'missing.html'}: {os.strerror(errno.ENOENT)}"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_page_is_printed_wherever_the_output_goes(encoding: str, pages: Path) -> None:
    """A pipe may be of an encoding that lacks the page's letters, as on Windows."""
    done = run("--to", "text", str(pages / "one.html"), str(pages / "two.html"), PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"30" in done.stdout


# Files, as the library reads them


def test_a_file_is_read_as_its_bytes_are(pages: Path) -> None:
    wanted = parse(PAGE.format(word="tout"))
    assert parse_file(pages / "one.html") == parse_file(str(pages / "one.html.gz")) == wanted


def test_a_file_is_read_with_the_arguments_of_a_page(pages: Path) -> None:
    article = parse_file(pages / "one.html", url="https://www.lemonde.fr/a.html")
    assert article.url == "https://www.lemonde.fr/a.html"
    with pytest.raises(NotAnArticleError):
        parse_file(pages / "one.html", templates=())


@pytest.mark.parametrize("name", ["one.html", "one.html.gz"])
def test_max_bytes_counts_what_is_unpacked(name: str, pages: Path) -> None:
    size = len(PAGE.format(word="tout").encode())
    assert parse_file(pages / name, max_bytes=size).text
    with pytest.raises(PageTooLargeError) as caught:
        parse_file(pages / name, max_bytes=size - 1)
    assert caught.value.limit == size - 1


def test_a_gzip_that_would_unpack_to_a_thousand_times_its_size_is_not_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(b"a" * 30_000_000))
    with pytest.raises(PageTooLargeError) as caught:
        parse_file(bomb)
    assert caught.value.size == caught.value.limit + 1


def test_a_file_that_cannot_be_opened_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "missing.html")


@pytest.mark.parametrize("name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"])
def test_a_file_that_is_no_whole_gzip_is_an_os_error(name: str, pages: Path) -> None:
    with pytest.raises(OSError):  # noqa: PT011  # gzip's own words, of every kind
        parse_file(pages / name)


@pytest.mark.parametrize("name", ["empty.html", "empty.html.gz"])
def test_an_empty_file_is_an_empty_page(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(EmptyPageError):
        parse_file(tmp_path / name)
