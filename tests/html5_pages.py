"""Pages for the tests of HTML 5."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bs4 import BeautifulSoup
from lxml import html as lxml_html

from lemonde_parse import Article, parse
from lemonde_parse.intake.source import Page

FIRST = "Le moulin tourne depuis mardi, et la farine arrive au marché avant sept heures."
LAST = "Douze familles en vivent, et la commune a racheté la meule."


def page(content: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Le moulin</title>{head}</head>'
        f'<body><main><h1>Le moulin</h1><article class="article__content"><p>{FIRST}</p>'
        f"{content}<p>{LAST}</p></article></main></body></html>"
    )


FORMS: Final[tuple[Callable[[str], Page], ...]] = (
    str,
    str.encode,
    lambda source: BeautifulSoup(source, "lxml"),
    lambda source: BeautifulSoup(source, "html.parser"),
    lxml_html.document_fromstring,
)
"""Functions that convert HTML source to the types that `parse` usually receives."""


def forms(source: str) -> list[Page]:
    """Return a page as each of the types in FORMS."""
    return [form(source) for form in FORMS]


def read(content: str) -> Article:
    """Return the article of a page; check that all types of input give the same article."""
    first, *others = [parse(form) for form in forms(page(content))]
    assert all(other == first for other in others)
    return first


def texts(content: str) -> list[str]:
    """Return the texts between the first and the last paragraph."""
    first, *between, last = read(content).text.split("\n\n")
    assert (first, last) == (FIRST, LAST)
    return between
