"""The command: pages in, articles out, a line for each that could not be read."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import lemonde_parse
from lemonde_parse import (
    Article,
    EmptyPageError,
    NotAnArticleError,
    PageTooLargeError,
    explain,
    parse,
    parse_file,
)
from lemonde_parse.command import main

PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body><main><h1 class="article__title">L’été au port</h1>'
    '<article class="article__content"><p>Il fait 30\u00a0°C → à l’ombre.</p><p>C’est {word}.</p></article></main></body></html>'
)
FRONT = '<html><head><title>A la une</title><script>var lmd = {"context": {"pageType": "home"}}</script></head><body><p>Un.</p></body></html>'


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


def test_article_as_json(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(pages / "one.html")]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith("}\n")
    assert Article.from_json(out) == parse(PAGE.format(word="tout"))
    assert "L’été au port" in out
    assert out == parse(PAGE.format(word="tout")).to_json(indent=2) + "\n"


def test_json_is_the_default_format(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(pages / "one.html")])
    unasked = capsys.readouterr().out
    main([str(pages / "one.html"), "--to", "json"])
    assert capsys.readouterr().out == unasked


def test_article_as_text(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_several_pages_in_their_order(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(
            [
                "--to",
                "text",
                str(pages / "two.html"),
                str(pages / "one.html"),
                str(pages / "two.html"),
            ]
        )
        == 0
    )
    assert capsys.readouterr() == (TWO + ONE + TWO, "")


def test_several_articles_as_json_array(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = str(pages / "one.html"), str(pages / "two.html")
    assert main([one, two]) == 0
    articles = json.loads(capsys.readouterr().out)
    assert [Article.from_dict(article).text + "\n" for article in articles] == [ONE, TWO]


def test_gzipped_page(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html.gz")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_gzipped_page_with_name_in_capitals(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "one.html.gz").rename(pages / "ONE.HTML.GZ")
    assert main(["--to", "text", str(pages / "ONE.HTML.GZ")]) == 0
    assert capsys.readouterr() == (ONE, "")


@pytest.mark.parametrize(
    ("name", "out", "err"),
    [
        ("one.html.gz", ONE, ""),
        ("short.html.gz", "", "lemonde-parse: -: ends too early to be gzip\n"),
        ("checked.html.gz", "", "lemonde-parse: -: damaged, or not gzip: Error -3 while decompressing data: incorrect data check\n"),
    ],
)  # fmt: skip
def test_gzipped_standard_input(
    name: str,
    out: str,
    err: str,
    pages: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((pages / name).read_bytes())))
    assert main(["--to", "text", "-"]) == (1 if err else 0)
    written, told = capsys.readouterr()
    assert written == out
    assert told.startswith(err)
    assert told.count("\n") == bool(err)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            "https://x.example/a.html",
            "https://x.example/a.html: URLs are not fetched: save the page and name its file",
        ),
        ("", '"": names no page'),
    ],
)
def test_argument_that_is_not_a_path(
    given: str, told: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As where a variable of a script is empty: that is not the folder one is in."""
    assert main(["--to", "text", given, str(pages / "one.html")]) == 1
    assert capsys.readouterr() == (ONE, f"lemonde-parse: {told}\n")


def test_explain_does_not_fetch_urls(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "https://x.example/a.html"]) == 1
    assert capsys.readouterr() == (
        "",
        "lemonde-parse: https://x.example/a.html: URLs are not fetched: save the page and name its file\n",
    )


def test_dash_is_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pages: Path
) -> None:
    stdin = io.TextIOWrapper(
        io.BytesIO(PAGE.format(word="tout").encode("windows-1252", "xmlcharrefreplace"))
    )
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["--to", "text", "-", str(pages / "two.html")]) == 0
    assert capsys.readouterr() == (ONE + TWO, "")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.html", os.strerror(errno.ENOENT)),
        ("empty.html", "the page is empty, or only whitespace"),
        ("front.html", "not an article (home page): its script data gives the type 'home'"),
    ],
)
def test_unreadable_page_is_one_line_and_others_are_read(
    name: str, told: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(pages / name)
    status = main(["--to", "text", str(pages / "one.html"), bad, str(pages / "two.html")])
    assert status == (3 if name == "front.html" else 1)
    assert capsys.readouterr() == (ONE + TWO, f"lemonde-parse: {bad}: {told}\n")


@pytest.mark.parametrize(
    "name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"]
)
def test_damaged_gzip_is_one_line_and_others_are_read(
    name: str, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "text", str(pages / name), str(pages / "one.html")]) == 1
    out, err = capsys.readouterr()
    assert out == ONE
    assert err.startswith(f"lemonde-parse: {pages / name}: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [[], ["--to", "latex", "page.html"], ["--from", "html", "page.html"]]
)
def test_wrong_call_shows_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: lemonde-parse ")


def test_help_explains_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "exit status is 0 if all pages were read, 1 if some" in " ".join(
        capsys.readouterr().out.split()
    )


# Formats


@pytest.mark.parametrize(
    ("wanted", "write"),
    [
        ("json", lambda article: article.to_json(indent=2) + "\n"),
        ("jsonl", lambda article: article.to_json() + "\n"),
        ("text", lambda article: article.text + "\n"),
        ("markdown", Article.to_markdown),
        ("html", Article.to_html),
        (
            "jsonld",
            lambda article: json.dumps(article.to_json_ld(), ensure_ascii=False, indent=2) + "\n",
        ),
        ("tei", Article.to_tei),
    ],
)
def test_article_in_each_format(
    wanted: str, write: Callable[[Article], str], pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", wanted, str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (write(parse_file(pages / "one.html")), "")


def test_one_json_object_per_line(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "jsonl", str(pages / "one.html"), str(pages / "two.html")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [Article.from_json(line).text + "\n" for line in lines] == [ONE, TWO]


def test_markdown_with_front_matter(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "markdown", "--metadata", str(pages / "one.html")]) == 0
    assert capsys.readouterr().out == parse_file(pages / "one.html").to_markdown(metadata=True)


def test_unwritable_file_is_named_and_others_are_written(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pages / "texts" / "one.txt").mkdir(parents=True)
    assert (
        main(
            [
                "--to",
                "text",
                str(pages / "one.html"),
                str(pages / "two.html"),
                "--out",
                str(pages / "texts"),
            ]
        )
        == 1
    )
    told = capsys.readouterr().err
    assert told.startswith(
        f"lemonde-parse: {pages / 'one.html'}: {pages / 'texts' / 'one.txt'} cannot be written: "
    )
    assert told.count("\n") == 1
    assert (pages / "texts" / "two.txt").read_text("utf-8") == TWO


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--metadata", "one.html"], "--metadata goes with --to markdown"),
        (
            ["--to", "tei", "one.html", "two.html"],
            "a file can contain one document of tei: for several pages, name a folder",
        ),
        (
            ["--to", "tei", "--out", "all.xml", "one.html", "two.html"],
            "a file can contain one document of tei",
        ),
        (
            ["--to", "markdown", "--metadata", "one.html", "two.html"],
            "a file can contain one document of markdown",
        ),
        (
            ["--out", "one.html", "two.html", "one.html"],
            "--out one.html is a page to read: it would be overwritten",
        ),
        (
            ["--out", "no/such/folder/a.json", "one.html"],
            f"--out no/such/folder/a.json: {os.strerror(errno.ENOENT)}",
        ),
        (["--out", "two.html/", "one.html"], f"--out two.html/: {os.strerror(errno.EEXIST)}"),
        (
            ["explain", "one.html", "--out", "no/such/folder/a.html"],
            f"--out no/such/folder/a.html: {os.strerror(errno.ENOENT)}",
        ),
        (
            ["explain", "one.html", "--out", "./one.html"],
            "--out ./one.html is the page to read: it would be overwritten",
        ),
        (["explain"], "the following arguments are required: PAGE"),
    ],
)
def test_call_that_would_lose_data_is_refused(
    arguments: list[str],
    told: str,
    pages: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(pages)
    before = (pages / "one.html").read_bytes()
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert told in capsys.readouterr().err
    assert (pages / "one.html").read_bytes() == before
    assert not (pages / "all.xml").exists()


# Folders, patterns, and where it goes


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with pages in subfolders, and with other files."""
    for name, word in {"b.html": "b", "a/c.htm": "c", "a/d.HTML": "d", "z.txt.gz": "z"}.items():
        file = tmp_path / "tree" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        page = PAGE.format(word=word).encode()
        file.write_bytes(gzip.compress(page) if name.endswith(".gz") else page)
    (tmp_path / "tree" / "style.css").write_text("p {}")
    (tmp_path / "tree" / "a" / "e.html").mkdir()
    return tmp_path / "tree"


def lasts(out: str) -> list[str]:
    """The word that each page printed as text ends with."""
    return re.findall(r"C’est (\w+)\.", out)


def test_folder_is_every_page_below_it(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(tree)]) == 0
    out, err = capsys.readouterr()
    assert (lasts(out), err) == (["c", "d", "b", "z"], "")


def test_folder_without_pages_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    told = (
        "no page in this folder: nothing below it ends in "
        ".html, .htm, .xhtml, .mhtml, .mht, .txt, .md, .rtf, .docx, "
        ".zip, .tar, .tar.gz, .tgz, .tar.bz2, .tar.xz, .warc, .warc.gz, .parquet"
    )
    assert capsys.readouterr() == ("", f"lemonde-parse: {tmp_path}: {told}\n")


@pytest.mark.parametrize(
    ("pattern", "words"),
    [("*.html", ["b"]), ("**/*.h*", ["c", "b"]), ("a/*", ["c", "d"]), ("?.txt.gz", ["z"])],
)
def test_pattern_is_every_matching_file(
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


def test_file_name_that_is_also_a_pattern(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a[1].html").write_text(PAGE.format(word="tout"), "utf-8")
    assert main(["--to", "text", str(tmp_path / "a[1].html")]) == 0
    assert capsys.readouterr().out == ONE


def test_articles_in_one_file(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = pages / "all.txt"
    assert (
        main(
            [
                "--to",
                "text",
                "--out",
                str(out),
                str(pages / "one.html"),
                str(pages / "empty.html"),
                str(pages / "two.html"),
            ]
        )
        == 1
    )
    assert out.read_bytes().decode() == ONE + TWO
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("wanted", "ending"),
    [
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
        ("jsonld", "jsonld"),
        ("tei", "xml"),
    ],
)
def test_one_file_per_article_in_a_folder(
    wanted: str, ending: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tree.parent / "articles"
    assert main(["--to", wanted, "--out", f"{out}/", str(tree)]) == 0
    assert capsys.readouterr() == ("", "")
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.*")) == [
        f"a/c.{ending}",
        f"a/d.{ending}",
        f"b.{ending}",
        f"z.{ending}",
    ]
    assert "C’est z." in (out / f"z.{ending}").read_text("utf-8")


def test_pages_with_the_same_name_get_numbered_files(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.format(word="fini").encode()))
    )
    out = pages / "out"
    out.mkdir()
    assert (
        main(
            [
                "--to",
                "text",
                "--out",
                str(out),
                str(pages / "one.html"),
                str(pages / "one.html.gz"),
                "-",
            ]
        )
        == 0
    )
    assert {path.name: path.read_text("utf-8") for path in out.iterdir()} == {
        "one.txt": ONE,
        "one-2.txt": ONE,
        "stdin.txt": TWO,
    }


def test_pages_are_not_overwritten_by_articles(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (pages / "one.html").read_bytes()
    assert main(["--to", "html", "--out", str(pages), str(pages / "one.html")]) == 1
    told = f"{pages / 'one.html'} is itself a page to read: name another folder with --out"
    assert capsys.readouterr().err == f"lemonde-parse: {pages / 'one.html'}: {told}\n"
    assert (pages / "one.html").read_bytes() == before


@pytest.mark.parametrize("bad", ["empty.html", "missing.html", "*.pdf"])
def test_errors_stop_ends_at_the_first_error(
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


# A bar


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_bar_on_a_terminal(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert (
        main(
            [
                "--to",
                "text",
                "--out",
                str(pages / "all.txt"),
                *[str(pages / "one.html")] * 30,
                str(pages / "empty.html"),
            ]
        )
        == 1
    )
    shown = terminal.getvalue()
    assert "31/31" in shown
    assert f"lemonde-parse: {pages / 'empty.html'}: the page is empty" in shown
    assert (pages / "all.txt").read_text("utf-8") == ONE * 30


def test_no_progress_bar_in_pipes_or_among_articles(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = ["--to", "text", "--no-summary", *[str(pages / "one.html")] * 30]
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(many) == 0
    assert piped.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert main(many) == 0
    assert terminal.getvalue() == ""


def test_no_progress_bar_for_few_pages_or_without_tqdm(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["--to", "text", "--out", str(pages / "all.txt"), str(pages / "one.html")]) == 0
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert (
        main(
            [
                "--to",
                "text",
                "--no-summary",
                "--out",
                str(pages / "all.txt"),
                *[str(pages / "one.html")] * 30,
                str(pages / "empty.html"),
            ]
        )
        == 1
    )
    assert (
        terminal.getvalue()
        == f"lemonde-parse: {pages / 'empty.html'}: the page is empty, or only whitespace\n"
    )


# How a page was read


def test_explain_writes_a_report(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = explain(PAGE.format(word="tout"))
    assert main(["explain", str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (report, "")
    assert main(["explain", str(pages / "one.html.gz"), "--out", str(pages / "report.html")]) == 0
    assert (pages / "report.html").read_text("utf-8") == report
    assert capsys.readouterr() == ("", "")


def test_explain_of_an_unreadable_page(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(pages / "front.html"), "--out", str(pages / "report.html")]) == 3
    assert capsys.readouterr() == (
        "",
        f"lemonde-parse: {pages / 'front.html'}: not an article (home page): its script data gives the type 'home'\n",
    )
    assert not (pages / "report.html").exists()


@pytest.mark.parametrize("command", [[], ["explain"]], ids=["convert", "explain"])
def test_name_that_is_too_long(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "a" * 40_000]) == 1
    assert re.fullmatch(r"lemonde-parse: a+: .+\n", capsys.readouterr().err)


def test_explain_of_several_pages_needs_a_name(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["explain", str(pages)])
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(
        f"{pages}: for several pages, name the report, as in --out report.html\n"
    )


# As a process


def run(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # this Python, this module  # noqa: S603
        [sys.executable, "-m", "lemonde_parse", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_version_of_the_module() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.decode().split(), done.stderr) == (
        0,
        ["lemonde-parse", lemonde_parse.__version__],
        b"",
    )


def test_module_reads_standard_input_and_returns_exit_status(pages: Path) -> None:
    done = run(
        "--to",
        "text",
        "-",
        str(pages / "missing.html"),
        given=PAGE.format(word="tout").encode(),
        PYTHONUTF8="1",
    )
    assert done.returncode == 1
    assert done.stdout.decode().replace("\r\n", "\n") == ONE
    assert done.stderr.decode().splitlines() == [
        f"lemonde-parse: {pages / 'missing.html'}: {os.strerror(errno.ENOENT)}"
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_in_any_encoding_of_the_terminal(encoding: str, pages: Path) -> None:
    """A pipe may be of an encoding that lacks the page's letters, as on Windows."""
    done = run(
        "--to", "text", str(pages / "one.html"), str(pages / "two.html"), PYTHONIOENCODING=encoding
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"30" in done.stdout


def test_closed_pipe_gives_no_traceback(pages: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "lemonde_parse",
        "--to",
        "text",
        *[str(pages / "one.html")] * 3000,
    ]
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:  # this Python, this module
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


# Files, as the library reads them


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", [["--to", "text"], ["explain"]], ids=" ".join)
@pytest.mark.parametrize("goes_to_a_file", [True, False])
def test_full_disk_is_one_line(command: list[str], goes_to_a_file: bool, pages: Path) -> None:
    arguments = [
        *command,
        str(pages / "one.html"),
        *(["--out", "/dev/full"] if goes_to_a_file else []),
    ]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # this Python, this module  # noqa: S603
            [sys.executable, "-m", "lemonde_parse", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == (2 if command == ["explain"] and goes_to_a_file else 1)
    assert done.stderr.decode().splitlines()[-1].endswith(f": {os.strerror(errno.ENOSPC)}")
    assert b"Traceback" not in done.stderr


def test_file_is_read_like_its_bytes(pages: Path) -> None:
    wanted = parse(PAGE.format(word="tout"))
    assert parse_file(pages / "one.html") == parse_file(str(pages / "one.html.gz")) == wanted


def test_file_is_read_with_options_of_parse(pages: Path) -> None:
    article = parse_file(pages / "one.html", url="https://www.lemonde.fr/a.html")
    assert article.url == "https://www.lemonde.fr/a.html"
    with pytest.raises(NotAnArticleError):
        parse_file(pages / "one.html", layouts=())


@pytest.mark.parametrize("name", ["one.html", "one.html.gz"])
def test_max_bytes_counts_decompressed_bytes(name: str, pages: Path) -> None:
    size = len(PAGE.format(word="tout").encode())
    assert parse_file(pages / name, max_bytes=size).text
    with pytest.raises(PageTooLargeError) as caught:
        parse_file(pages / name, max_bytes=size - 1)
    assert caught.value.limit == size - 1


def test_gzip_bomb_is_refused(
    tmp_path: Path,
) -> None:
    bomb = tmp_path / "bomb.html.gz"
    bomb.write_bytes(gzip.compress(b"a" * 30_000_000))
    with pytest.raises(PageTooLargeError) as caught:
        parse_file(bomb)
    assert caught.value.size == caught.value.limit + 1


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "missing.html")


@pytest.mark.parametrize(
    "name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"]
)
def test_damaged_gzip_is_an_os_error(name: str, pages: Path) -> None:
    with pytest.raises(OSError):  # gzip's own words, of every kind  # noqa: PT011
        parse_file(pages / name)


@pytest.mark.parametrize("name", ["empty.html", "empty.html.gz"])
def test_empty_file_is_an_empty_page(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(EmptyPageError):
        parse_file(tmp_path / name)
