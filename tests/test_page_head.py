"""The head of a page: meta tags, canonical address, language and title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse.metadata.page_head import read_head
from metadata_pages import head_of


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="og:title" content="Le port">',
        '<meta property="og:title" content="Le port"/>',
        '<meta name="og:title" content="Le port" />',
        '<meta content="Le port" property="og:title">',
        "<meta property='og:title' content='Le port'>",
        "<meta property=og:title content='Le port'>",
        '<meta data-x="1" property="og:title"\n  content="Le port"\n>',
        '<META PROPERTY="OG:TITLE" CONTENT="Le port">',
        '<meta property = "og:title" content = "Le port">',
        '<meta name="og:title" value="Le port">',
        '<meta property="og:title" content=" Le\n port ">',
        '<meta property="og:title" name="title" content="Le port">',
        '<meta property="og:title" content=""><meta property="og:title" content="Le port">',
        '<meta data-rh="true" property="og:title" content="Le port"/>',
        '<meta name="OG:Title" content="Le port">',
        '<meta property="og:title" content="Le port" data-x="1">',
        '<meta name="a" content="A">\n<meta charset="utf-8"><meta property="og:title" content="Le port">',
        '<style>a > b {}</style><meta property="og:title" content="Le port">',
        '<style>a > b {}<meta property="og:title" content="Le port">',
        '<!--><meta property="og:title" content="Le port">',
        '<!---><meta property="og:title" content="Le port">',
        '<script src="/a+b.js"></script><meta property="og:title" content="Le port">',
        '<script>if (a < b) { x = "<meta property=og:title content=Faux>" }</script><meta property="og:title" content="Le port">',
        '<script data-x="</script><meta property=og:title content=Faux>"></script><meta property="og:title" content="Le port">',
        '<link rel="preload" href="/a<b"><meta property="og:title" content="Le port">',
        '<!-- <meta property="og:title" content="Faux"> --><meta property="og:title" content="Le port">',
        '<script>var x = \'<meta property="og:title" content="Faux">\'</script><meta property="og:title" content="Le port">',
        '<SCRIPT>var x = 1;</SCRIPT><meta property="og:title" content="Le port">',
        '<noscript><img src="/x"></noscript><meta property="og:title" content="Le port">',
    ],
)
def test_meta_tag_is_read_in_any_notation(tag: str) -> None:
    assert head_of(f"<html><head>{tag}</head><body></body></html>").first("og:title") == "Le port"


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("L&#39;&eacute;t&eacute; &amp; la mer", "L'été & la mer"),
        ("a > b < c", "a > b < c"),
        ("Dix&nbsp;%", "Dix\u00a0%"),
        ("un 'mot'", "un 'mot'"),
        ("La balise &amp;lt;main&amp;gt;", "La balise &lt;main&gt;"),
    ],
)
@pytest.mark.parametrize(
    "form", ['<meta property="og:title" content="{}">', '<meta content="{}" property="og:title">']
)
def test_content_is_decoded_for_any_order_of_attributes(form: str, content: str, read: str) -> None:
    assert head_of(form.format(content)).first("og:title") == read


def test_meta_tags_with_one_name_are_returned_in_order() -> None:
    head = head_of(
        '<meta property="article:tag" content="mer"><meta content="vent" property="article:tag"><meta property="article:tag">'
    )
    assert list(head.all("article:tag")) == ["mer", "vent"]
    assert list(head.all("article:nothing")) == []


def test_first_name_with_content_is_used() -> None:
    head = head_of(
        '<meta name="b" content="B"><meta name="a" content=" "><meta name="c" content="C">'
    )
    assert head.first("a", "b", "c") == "B"
    assert head.first("x") is None


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link href="https://a.example/?b=1&amp;c=2" rel="canonical" />',
        "<link rel=canonical href='https://a.example/?b=1&c=2'>",
        '<LINK REL="CANONICAL" HREF="https://a.example/?b=1&c=2">',
        '<link data-rh="true" rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="Canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link href="/a.css" rel="stylesheet"><link href="/b"><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="alternate" href="/canonical"><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="canonical" href="https://a.example/?b=1&amp;c=2"><link rel="canonical" href="https://b.example/">',
        '<!-- <link rel="canonical" href="/faux"> --><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
    ],
)
def test_the_canonical_address_is_read(tag: str) -> None:
    assert head_of(f"<head>{tag}</head>").canonical == "https://a.example/?b=1&c=2"


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ('<html lang="fr"><head></head>', "fr"),
        ("<!DOCTYPE html>\n<HTML class=x LANG=en-US>", "en-US"),
        ('<html xml:lang="fr" lang="en">', "en"),
        ("<html><head></head>", None),
        ('<html lang="">', None),
        ('<div lang="fr">', None),
    ],
)
def test_the_language_is_that_of_the_html_element(source: str, language: str | None) -> None:
    assert head_of(source).language == language


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<head><title>Le port &amp; la mer</title></head>", "Le port & la mer"),
        ("<head><title>\n Le  port\n</title><title>Autre</title></head>", "Le port"),
        ('<head><TITLE data-x="1">Le port</TITLE></head>', "Le port"),
        ("<head><title></title></head>", None),
        ("<head></head>", None),
    ],
)
def test_the_title_is_read(source: str, title: str | None) -> None:
    assert head_of(source).title == title


@pytest.mark.parametrize(
    "end", ["</head>", "</HEAD>", "<body>", "<body class='x'>", "<BODY>", "<body\n>"]
)
@pytest.mark.parametrize(
    "part", ["<main>", "<h1>", "<HEADER class=x>", "<section><div>", "<ul>", "<table>"]
)
def test_tags_in_the_body_are_not_in_the_head(end: str, part: str) -> None:
    head = head_of(f'<head><meta name="a" content="A">{end}{part}<meta name="b" content="B">')
    assert (head.first("a"), head.first("b")) == ("A", None)
    assert head.end == len('<head><meta name="a" content="A">')


def test_meta_tag_in_a_header_element_is_read_if_there_is_no_head() -> None:
    assert head_of('<header><meta name="a" content="A"></header>').first("a") == "A"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "rien",
        "<",
        "<meta",
        "<head",
        "<html",
        "<!--",
        "<script>",
        "<title>",
        "<link rel=canonical",
        "<meta content='x",
    ],
)
def test_empty_or_unfinished_source_has_no_metadata(source: str) -> None:
    head = head_of(source)
    assert (head.canonical, head.language, head.title) == (None, None, None)
    assert 0 <= head.end <= len(source)


def test_body_of_a_page_without_a_head_is_searched_for_metadata() -> None:
    head = head_of('<p>Un mot.</p><meta property="og:title" content="Le port"><p>Deux.</p>')
    assert head.first("og:title") == "Le port"


@given(
    st.lists(
        st.sampled_from(
            [
                "<meta ",
                "name=",
                '"a"',
                "content=",
                "'b'",
                ">",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<title>",
                "<html lang=",
                " ",
                "é",
            ]
        )
    )
)
def test_any_head_is_read(pieces: list[str]) -> None:
    source = "".join(pieces).encode()
    assert 0 <= read_head(source).end <= len(source)
