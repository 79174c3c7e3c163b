"""Files read with `parse_file`."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from command_pages import PAGE, save_pages
from lemonde_parse import EmptyPageError, NotAnArticleError, PageTooLargeError, parse, parse_file


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of readable, refused and damaged pages."""
    return save_pages(tmp_path)


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


def test_path_with_a_null_character_is_an_os_error() -> None:
    with pytest.raises(OSError, match="a path cannot contain a null character"):
        parse_file("a\0b")


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        parse_file(tmp_path / "missing.html")


@pytest.mark.parametrize(
    "name", ["short.html.gz", "damaged.html.gz", "checked.html.gz", "plain.html.gz"]
)
def test_damaged_gzip_is_an_os_error(name: str, pages: Path) -> None:
    with pytest.raises(OSError):  # the messages are gzip's  # noqa: PT011
        parse_file(pages / name)


@pytest.mark.parametrize("name", ["empty.html", "empty.html.gz"])
def test_empty_file_raises_empty_page_error(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(EmptyPageError):
        parse_file(tmp_path / name)
