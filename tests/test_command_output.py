"""The formats that the command writes, to standard output, files and folders."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command_pages import ONE, PAGE, TWO, save_pages, save_tree
from lemonde_parse import Article, parse, parse_file
from lemonde_parse.command import main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


def test_article_is_written_as_json(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
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


def test_article_is_written_as_text(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "text", str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (ONE, "")


def test_several_pages_are_written_in_their_order(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
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


def test_several_articles_are_a_json_array(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = str(pages / "one.html"), str(pages / "two.html")
    assert main([one, two]) == 0
    articles = json.loads(capsys.readouterr().out)
    assert [Article.from_dict(article).text + "\n" for article in articles] == [ONE, TWO]


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
def test_article_is_written_in_the_chosen_format(
    wanted: str, write: Callable[[Article], str], pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", wanted, str(pages / "one.html")]) == 0
    assert capsys.readouterr() == (write(parse_file(pages / "one.html")), "")


def test_jsonl_has_one_object_per_line(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--to", "jsonl", str(pages / "one.html"), str(pages / "two.html")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [Article.from_json(line).text + "\n" for line in lines] == [ONE, TWO]


def test_metadata_option_adds_front_matter_to_markdown(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--to", "markdown", "--metadata", str(pages / "one.html")]) == 0
    assert capsys.readouterr().out == parse_file(pages / "one.html").to_markdown(metadata=True)


# Files and folders


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with pages in subfolders, and with files that are not pages."""
    return save_tree(tmp_path)


def test_articles_are_written_to_one_file(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
def test_a_folder_gets_one_file_per_article(
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
    message = f"{pages / 'one.html'} is itself a page to read: name another folder with --out"
    assert capsys.readouterr().err == f"lemonde-parse: {pages / 'one.html'}: {message}\n"
    assert (pages / "one.html").read_bytes() == before


def test_unwritable_file_is_an_error_and_other_files_are_written(
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
    message = capsys.readouterr().err
    assert message.startswith(
        f"lemonde-parse: {pages / 'one.html'}: {pages / 'texts' / 'one.txt'} cannot be written: "
    )
    assert message.count("\n") == 1
    assert (pages / "texts" / "two.txt").read_text("utf-8") == TWO


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--metadata", "one.html"], "--metadata requires --to markdown"),
        (
            ["--to", "tei", "one.html", "two.html"],
            "a tei file can contain only one document: for several pages, name a folder",
        ),
        (
            ["--to", "tei", "--out", "all.xml", "one.html", "two.html"],
            "a tei file can contain only one document",
        ),
        (
            ["--to", "markdown", "--metadata", "one.html", "two.html"],
            "a markdown file can contain only one document",
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
def test_invalid_arguments_are_an_error_before_anything_is_written(
    arguments: list[str],
    message: str,
    pages: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(pages)
    before = (pages / "one.html").read_bytes()
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert message in capsys.readouterr().err
    assert (pages / "one.html").read_bytes() == before
    assert not (pages / "all.xml").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["--to", "latex", "page.html"], ["--from", "html", "page.html"]]
)
def test_invalid_arguments_print_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: lemonde-parse ")


def test_help_explains_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "exit status is 0 without errors, 3 if all errors are" in " ".join(
        capsys.readouterr().out.split()
    )
