"""Types and sizes of accepted input."""

from __future__ import annotations

import codecs
from array import array
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from lxml import html as lxml_html

from intake_pages import source
from lemonde_parse import (
    Article,
    EmptyPageError,
    NotAnArticleError,
    PageTooLargeError,
    parse,
)
from lemonde_parse.intake.source import Page


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n\t ",
        "\ufeff",
        "\ufeff \n",
        "\u00a0\u2003\n",
        b"",
        b" \r\n",
        bytearray(),
        memoryview(b"  "),
        codecs.BOM_UTF8,
        BeautifulSoup("", "lxml"),
        BeautifulSoup(" \n", "html.parser"),
        etree.ElementTree(),  # type: ignore[call-overload]  # valid in lxml, but not in its stubs
    ],
    ids=lambda page: f"{type(page).__name__} {str(page)[:9]!r}",
)
def test_empty_page_is_an_error(page: Page) -> None:
    with pytest.raises(EmptyPageError):
        parse(page)


@pytest.mark.parametrize(
    "name",
    [
        "page.html",
        " page.htm\n",
        "/tmp/pages/page.html.gz",  # noqa: S108
        "./a b.html",
        "~/page.md",
        r"C:\pages\page.html",
        "notes.txt",
        "x.pdf",
        "export.rtf",
        "export.docx",
        "saved.mht",
        "wallabag.json",
    ],
)
def test_path_passed_as_a_page_is_an_error(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="use parse_file") as caught:
        parse(name)
    assert caught.value.reason == "a path"


@pytest.mark.parametrize(
    "name",
    [
        "https://www.lemonde.fr/a.html",
        "http://a.example/",
        " HTTPS://www.lemonde.fr/\n",
        "www.lemonde.fr/a",
    ],
)
def test_address_passed_as_a_page_is_an_error(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="download it") as caught:
        parse(name)
    assert caught.value.reason == "an address"


@pytest.mark.parametrize(
    "page", ["<main><p>a.html</p></main>", "<a href='https://www.lemonde.fr/a.html'>a.html</a>"]
)
def test_markup_around_a_file_name_or_address_is_not_a_path(page: str) -> None:
    assert source(page) == page.encode()


@pytest.mark.parametrize(
    "page",
    [None, 3, 1.5, ["<p>"], {"html": "<p>"}, object(), Path("page.html"), lambda: "<p>",
     etree.Comment("<p>"), etree.PI("p"), etree.Entity("lt")],
    ids=lambda page: type(page).__name__,
)  # fmt: skip
def test_a_wrong_type_is_a_type_error(page: object) -> None:
    with pytest.raises(
        TypeError, match=rf"not {type(page).__name__}; to read a file use parse_file"
    ):
        parse(page)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "limit", "size"),
    [
        (b"<p>" + b"a" * 97, 99, 100),
        ("<p>" + "a" * 97, 99, 100),
        ("<p>" + "é" * 97, 100, 197),
        ("<p>" + "é" * 97, 99, 100),
        (bytearray(b"<p>" + b"a" * 97), 99, 100),
        (memoryview(array("I", [0x3C703E61] * 25)), 99, 100),
        (b"<p>" + b"\xe9" * 97, 100, 197),
        (lxml_html.fromstring("<p>" + "a" * 93 + "</p>"), 99, 100),
        (BeautifulSoup("<p>" + "a" * 93 + "</p>", "html.parser"), 99, 100),
    ],
    ids=[
        "bytes",
        "str",
        "str in UTF-8",
        "str by its length",
        "bytearray",
        "memoryview",
        "decoded",
        "tree",
        "soup",
    ],
)
def test_a_page_over_max_bytes_is_too_large(page: Page, limit: int, size: int) -> None:
    with pytest.raises(PageTooLargeError) as caught:
        parse(page, max_bytes=limit)
    assert (caught.value.size, caught.value.limit) == (size, limit)


@pytest.mark.parametrize("page", [b"<p>" + b"a" * 97, "<p>" + "a" * 97, "<p>" + "é" * 48 + "a"])
def test_a_page_of_max_bytes_is_read(page: Page) -> None:
    assert len(source(page, max_bytes=100)) == 100


PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le port | Journal</title>'
    '<meta property="og:site_name" content="Journal"><link rel="canonical" '
    'href="https://www.lemonde.fr/a.html">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["mer & vent", '
    '"<quai>"],'
    ' "datePublished": "2024-05-01T07:00:00+02:00"}</script></head>'
    '<body><!-- menu --><nav><a href="/">Une</a></nav><main><h1 class="article__title">L’été au '
    "port</h1>"
    '<article class="article__content"><p>Il fait 30&nbsp;°C &amp; <em>pas un souffle</em>.</p>'
    '<section class="catcher"><span class="catcher__title">Lire aussi :</span> '
    '<a href="/b.html">Un autre port</a></section>'
    '<figure><img src="/c.jpg" alt="Le quai"><figcaption>Le quai.</figcaption></figure>'
    "<ul><li>Un</li><li>Deux</li></ul><p>C’est tout.</p></article></main></body></html>"
)

ONE: Article = parse(PAGE)


def test_intact_test_page_is_read_completely() -> None:
    assert ONE.text == "Il fait 30\u00a0°C & pas un souffle.\n\nUn\nDeux\n\nC’est tout."
    assert ONE.keywords == ("mer & vent", "<quai>")
    assert [link.url for link in ONE.related_links] == ["https://www.lemonde.fr/b.html"]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.encode(),
        bytearray(PAGE.encode()),
        memoryview(PAGE.encode()),
        memoryview(b"".join(bytes([byte, 0]) for byte in PAGE.encode()))[::2],
        PAGE.encode("utf-16"),
        "\ufeff" + PAGE,
        BeautifulSoup(PAGE, "lxml"),
        BeautifulSoup(PAGE, "html.parser"),
        BeautifulSoup(PAGE.encode(), "lxml"),
        lxml_html.fromstring(PAGE),
        lxml_html.document_fromstring(PAGE.encode()),
        etree.fromstring(PAGE, etree.HTMLParser()),
        etree.fromstring(PAGE, etree.HTMLParser()).getroottree(),
    ],
    ids=[
        "bytes", "bytearray", "memoryview", "memoryview with steps", "UTF-16", "str with BOM",
        "soup by lxml", "soup by html.parser",
        "soup of bytes", "lxml.html", "lxml.html of bytes", "lxml.etree", "ElementTree",
    ],
)  # fmt: skip
def test_every_form_of_a_page_gives_the_same_article(page: Page) -> None:
    article = parse(page)
    assert article == ONE
    assert article.report == ONE.report


def test_part_of_a_soup_or_tree_is_read_without_its_tail() -> None:
    wanted = ("Il fait 30\u00a0°C & pas un souffle.", "C’est tout.")
    soup, tree = BeautifulSoup(PAGE, "lxml"), lxml_html.fromstring(PAGE)
    main = soup.find("main")
    assert main is not None
    assert tuple(paragraph.text for paragraph in parse(main).paragraphs) == wanted
    (element,) = tree.xpath("//article")
    element.tail = "Rien de cela."
    assert tuple(paragraph.text for paragraph in parse(element).paragraphs) == wanted


def test_a_soup_is_not_changed() -> None:
    soup = BeautifulSoup(PAGE, "lxml")
    before, number = str(soup), len(list(soup.descendants))
    parse(soup)
    assert (str(soup), len(list(soup.descendants))) == (before, number)


def test_a_tree_is_not_changed() -> None:
    tree = etree.fromstring(PAGE, etree.HTMLParser())
    before = etree.tostring(tree, encoding="unicode")
    parse(tree)
    assert etree.tostring(tree, encoding="unicode") == before


def test_bytes_are_not_changed() -> None:
    page = bytearray(PAGE.encode())
    parse(page)
    assert page == PAGE.encode()
