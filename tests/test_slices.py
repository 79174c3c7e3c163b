"""Slices: the parts of a page's source that are parsed."""

from __future__ import annotations

import pytest

from lemonde_parse import (
    Paragraph,
    parse,
)
from lemonde_parse.intake.slices import cut

MAIN = (("<main", "</main>"),)


@pytest.mark.parametrize(
    ("page", "part"),
    [
        (b"<body><main>a</main></body>", b"<main>a"),
        (b'<nav>x</nav><main class="m">a</main>z', b'<main class="m">a'),
        (b"<main>a</main>b<main>c</main>d", b"<main>a</main>b<main>c"),
        (b"<!-- x --><main>a</main>", b"<main>a"),
        (b"<script>x</script><main>a</main>", b"<main>a"),
        (b"<main>a</main><!-- </main> -->", b"<main>a</main><!-- "),
        (b"</main><main>a</main>", b"<main>a"),
        (b'<p title="a > b">x</p><main>a</main>', b"<main>a"),
    ],
)
def test_slice_runs_from_the_first_start_tag_to_the_last_end_tag(page: bytes, part: bytes) -> None:
    assert cut(page, MAIN) == (part, True)


@pytest.mark.parametrize(
    "page",
    [b"", b"<body>a</body>", b"<main>a", b"</main>", b"</main><main>a", b"<MAIN>a</MAIN>"],
)
def test_page_without_the_start_or_end_tag_has_no_slice(page: bytes) -> None:
    assert cut(page, MAIN) == (None, False)


@pytest.mark.parametrize(
    "decoy",
    [
        b"<!-- <main> -->",
        b"<!-- <main>",
        b"<script>'<main>'</script>",
        b"<script>'<main>'",
        b"<SCRIPT>'<main>'</SCRIPT>",
        b'<div title="<main>">',
        b"<div title='<main>'>",
        b'<iframe srcdoc="<p>x</p><main>"></iframe>',
        b"<style>/* <main> */</style>",
        b"<textarea><main></textarea>",
    ],
    ids=bytes.decode,
)
def test_slice_after_text_that_looks_like_its_start_tag_is_uncertain(decoy: bytes) -> None:
    part, is_certain = cut(decoy + b"<main>a</main>", MAIN)
    assert part is not None
    assert not is_certain


def test_a_slice_may_end_at_another_tag() -> None:
    slices = (("<main", "<footer", "</main>"),)
    assert cut(b"<main>a<footer>b</main>c", slices) == (b"<main>a", True)
    assert cut(b"<main>a</main><footer>c", slices) == (b"<main>a", True)


def test_the_next_slice_starts_after_the_previous_one() -> None:
    slices = (("<main", "<footer", "</main>"), ("</main>", "<end"))
    assert cut(b"<main>a<footer>b</main>c<end>d", slices) == (b"<main>a</main>c", True)


def test_slice_starts_after_the_given_position() -> None:
    page = b"<main>a</main><main>b</main>"
    assert cut(page, MAIN, 1) == (b"<main>b", True)


def test_without_slices_the_page_is_not_cut() -> None:
    assert cut(b"<main>a</main>", ()) == (None, False)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "<!-- {decoy} -->",
        "<script>var x = '{decoy}'</script>",
        "<SCRIPT>var x = '{decoy}'</SCRIPT>",
        '<iframe srcdoc="<p>x</p>{decoy}"></iframe>',
        "<style>/* {decoy} */</style>",
        "<textarea>{decoy}</textarea>",
    ],
)
def test_hidden_article_is_not_read(before: str) -> None:
    decoy = "<main><article class=article__content><p>Faux.</p></article></main>"
    page = "<html><head></head><body>" + before.format(decoy=decoy)
    page += '<main><article class="article__content"><p>Vrai.</p></article></main></body></html>'
    article = parse(page)
    assert article.body == (Paragraph(text="Vrai."),)
    assert article.report.warnings == ()


def test_first_main_with_an_article_is_read() -> None:
    one = '<main><article class="article__content"><p>Un.</p></article></main>'
    assert parse(f"<body>{one}<main><p>Rien.</p></main></body>").text == "Un."
    assert parse(f"<body><main><p>Rien.</p></main>{one}</body>").text == "Un."


def test_an_article_without_main_is_read() -> None:
    assert (
        parse('<body><article class="article__content"><p>Un.</p></article></body>').text == "Un."
    )
