"""Fragments of HTML, as in feeds."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from lemonde_parse import (
    NotAnArticleError,
    parse,
)


@pytest.mark.parametrize(
    ("fragment", "types"),
    [
        ("<p>Deux mots.</p>", ["paragraph"]),
        ("\n<P class=a>Deux mots.</P>", ["paragraph"]),
        ("<h2>Un titre</h2><p>Deux mots.</p>", ["heading", "paragraph"]),
        ("<p>Un mot.</p><ul><li>Un</li><li>Deux</li></ul>", ["paragraph", "list"]),
        ("<img src='https://i.example/a.jpg'><p>Deux mots.</p>", ["figure", "paragraph"]),
    ],
)
def test_a_fragment_is_read_even_if_it_is_short(fragment: str, types: list[str]) -> None:
    article = parse(fragment)
    assert [block.type for block in article.body] == types
    assert article.report.layout == "fragment"
    assert [(one.code, one.message) for one in article.report.warnings] == [
        ("layout", "no page around the text; read as a fragment")
    ]


def test_every_form_of_a_fragment_gives_the_same_article() -> None:
    fragment = "<p>Deux mots.</p><p>Trois mots ici.</p>"
    article = parse(fragment)
    for form in (
        fragment.encode(),
        BeautifulSoup(fragment, "html.parser"),
        BeautifulSoup(fragment, "lxml"),
        etree.HTML(fragment),
    ):
        assert parse(form) == article


@pytest.mark.parametrize(
    "page",
    [
        "<div><p>Deux mots.</p></div>",
        "<html><head></head><body><p>Deux mots.</p></body></html>",
        "<p>Deux mots.</p><nav><a href=/a>Un</a></nav>",
        "<a href=/a>Un lien</a>",
    ],
)
def test_short_page_is_not_a_fragment(page: str) -> None:
    with pytest.raises(NotAnArticleError):
        parse(page)
