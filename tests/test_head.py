"""Metadata of pages whose head ends too early, and character references in attributes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from lxml import html as lxml_html

from lemonde_parse import parse
from lemonde_parse.intake.source import Page
from lemonde_parse.metadata.page_head import Head, read_head
from lemonde_parse.wording.whitespace import unescape


def head_of(source: str) -> Head:
    return read_head(source.encode())


@pytest.mark.parametrize(
    "early",
    [
        "<img src='x.gif'>",
        "<div>Un mot</div>",
        "<iframe src='about:blank'></iframe>",
        "<p>Un mot",
        "Un mot",
        "<noscript><img src='x.gif'></noscript>",
    ],
)
@pytest.mark.parametrize("end", ["", "</head><body>"])
def test_metadata_below_a_head_that_ends_too_early_is_read(early: str, end: str) -> None:
    """Read the head from the source, and from the source as libxml2 repairs it."""
    source = (
        f'<html lang="fr"><head><meta name="a" content="A">{end}{early}'
        '<script>"<meta name=c content=C>"</script><!-- <meta name=c content=C> -->'
        '<title>Le port</title><meta name="b" content="B"><meta name="a" content="B">'
        '<link rel="canonical" href="https://lavigie.example/le-port/">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le port"}</script>'
        f'{"" if end else "</head><body>"}<main><h1>Le port</h1><meta name="c" content="C">'
    )
    for page in (source, etree.tostring(lxml_html.document_fromstring(source), method="html")):
        head = head_of(page if isinstance(page, str) else page.decode())
        assert (head.first("a"), head.first("b"), head.first("c")) == ("A", "B", None)
        assert head.title == "Le port"
        assert head.canonical == "https://lavigie.example/le-port/"


@pytest.mark.parametrize(
    "early", ["<form>", "<h1>Un mot</h1>", "<table>", "<ul><li>", "<nav><a href='/'>Une</a></nav>"]
)
@pytest.mark.parametrize(
    "form",
    [
        lxml_html.document_fromstring,
        lambda source: BeautifulSoup(source, "lxml"),
        lambda source: BeautifulSoup(source, "html.parser"),
    ],
)
def test_trees_give_metadata_below_an_element_that_ends_the_head(
    early: str, form: Callable[[str], Page]
) -> None:
    source = (
        f"<html><head><title>Le port</title>{early}<meta property='og:description' content='Il pleut.'>"
        "<link rel='canonical' href='https://lavigie.example/le-port/'></head><body><main>"
        "<article class='article__content'><p>Deux mots.</p></article></main></body></html>"
    )
    article = parse(form(source))
    assert article.description == "Il pleut."
    assert article.canonical_url == "https://lavigie.example/le-port/"


@pytest.mark.parametrize(("length", "content"), [(29_900, "B"), (30_000, None)])
def test_metadata_far_below_the_head_is_ignored(length: int, content: str | None) -> None:
    head = head_of(f'<head></head><body>{" " * length}<meta name="b" content="B">')
    assert head.first("b") == content


def test_metadata_of_microdata_items_in_the_body_is_ignored() -> None:
    head = head_of('<head></head><body><div itemscope><meta itemprop="b" content="B"></div>')
    assert head.first("b") is None


# Character references in attributes


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("/a?x=1&region=2&copy=3", "/a?x=1&region=2&copy=3"),
        ("/a?x=1&amp;region=2", "/a?x=1&region=2"),
        ("/a?x=1&ampregion=2", "/a?x=1&ampregion=2"),
        ("A &copy B &copy; C&copy", "A © B © C©"),
        ("L&#39;&#xe9;t&#XE9", "L'été"),
        ("&notit; &inconnu; &inconnu &;&", "&notit; &inconnu; &inconnu &;&"),
        ("&#128;", "€"),
        ("&#0;&#xD800;&#99999999999;", "\ufffd\ufffd\ufffd"),
        ("&#000000000000065;", "A"),
    ],
)
def test_character_references_are_decoded_as_in_attributes(raw: str, want: str) -> None:
    assert unescape(raw) == want
    assert etree.tostring(lxml_html.fromstring(f'<p title="{raw}">'), encoding="unicode") == (
        etree.tostring(lxml_html.Element("p", {"title": want}), encoding="unicode")
    )


def test_long_character_references_are_decoded() -> None:
    long = f"&#{'9' * 5_000};"
    assert unescape(f"a{long}") == "a\ufffd"
    head = head_of(f'<head><title>A{long}</title><meta name="a" content="B{long}"></head>')
    assert (head.title, head.first("a")) == ("A\ufffd", "B\ufffd")


@pytest.mark.parametrize("quote", ['"', "'"])
def test_names_of_meta_tags_and_links_may_contain_character_references(quote: str) -> None:
    head = head_of(
        f"<head><meta property={quote}og&#x3A;title{quote} content={quote}Le port{quote}>"
        f"<link href={quote}/a?b=1&region=2{quote} rel={quote}canonical{quote}></head>"
    )
    assert (head.first("og:title"), head.canonical) == ("Le port", "/a?b=1&region=2")


@pytest.mark.parametrize("title", ["R&eacute;forme", "R&eacuteforme"])
def test_character_references_in_a_title_need_no_semicolon(title: str) -> None:
    assert head_of(f"<head><title>{title}</title></head>").title == "Réforme"


def test_the_canonical_address_is_encoded_as_in_browsers() -> None:
    source = (
        '<html><head><link rel="canonical" href=" https://lavigie.example/été/a b.html?é=1">'
        "</head><body><main><h1>Le port</h1><article class='article__content'><p>Une phrase qui est "
        "assez longue pour en être une.</p></article></main></body></html>"
    )
    want = "https://lavigie.example/%C3%A9t%C3%A9/a%20b.html?%C3%A9=1"
    pages: list[Page] = [
        source,
        source.encode(),
        BeautifulSoup(source, "lxml"),
        BeautifulSoup(source, "html.parser"),
        lxml_html.document_fromstring(source),
    ]
    for page in pages:
        assert parse(page).canonical_url == want
