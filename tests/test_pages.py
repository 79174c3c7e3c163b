"""Test pages: the structure of real layouts, with invented prose.

Each folder of tests/pages contains a page; the output of `Article.to_dict` for it, without the
report (expected.json); and the removals from its body (removed.json), each a list of reason, text,
rule and position.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from lxml import etree

from lemonde_parse import (
    LAYOUTS,
    Article,
    Figure,
    Heading,
    LemondeParseError,
    Quote,
    parse,
    parse_file,
)

HERE: Final = Path(__file__).parent
FOLDERS: Final = sorted(path.parent for path in HERE.glob("pages/*/page.html"))
BY_NAME: Final = {layout.name: layout for layout in LAYOUTS}

CORPUS: Final = os.environ.get("LEMONDE_PARSE_CORPUS")
"""A folder with real pages in its subfolder pages/. They belong to their publishers, and are not part
of the project."""
REAL_PAGES: Final = sorted(Path(CORPUS, "pages").glob("*.html")) if CORPUS else []

every_page = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
every_real_page = pytest.mark.parametrize(
    "path",
    REAL_PAGES
    or [
        pytest.param(
            None,
            marks=pytest.mark.skip(reason="needs a folder of real pages in LEMONDE_PARSE_CORPUS"),
        )
    ],
    ids=lambda path: path.stem[:40] if path else "no corpus",
)


def source(folder: Path) -> bytes:
    return (folder / "page.html").read_bytes()


def expected(folder: Path) -> dict[str, Any]:
    # Fields added after the file was written have their defaults.
    written = Article.from_json((folder / "expected.json").read_text("utf-8"))
    data: dict[str, Any] = {k: v for k, v in written.to_dict().items() if k != "report"}
    return data


def removed(article: Article) -> list[list[object]]:
    return [
        [removal.reason, removal.text, removal.rule, removal.position]
        for removal in article.report.removed
    ]


@every_page
def test_article_matches_expected_json(folder: Path) -> None:
    """All blocks, marks, links and fields are equal."""
    data = dict(parse(source(folder)).to_dict())
    del data["report"]
    assert data == expected(folder)


@every_page
def test_removals_match_removed_json(folder: Path) -> None:
    """Everything that is not in the body is in the report, with its rule."""
    assert removed(parse(source(folder))) == json.loads(
        (folder / "removed.json").read_text("utf-8")
    )


WARNED: Final = {
    "2020-live": ["live entries"],
    **{
        key: ["layout"]
        for key in [
            "wordpress-amp-repost",
            *(folder.name for folder in FOLDERS if folder.name.startswith("unknown-")),
        ]
    },
    "unknown-captions": ["layout", "layout"],
}
"""Warning codes of the pages that have warnings."""


@every_page
def test_pages_have_only_the_listed_warnings(folder: Path) -> None:
    """Pages that are not listed are complete, well-formed, and of known layouts."""
    assert [warning.code for warning in parse(source(folder)).report.warnings] == WARNED.get(
        folder.name, []
    )


def test_every_layout_has_a_page() -> None:
    read = {parse(source(folder)).report.layout for folder in FOLDERS}
    assert set(BY_NAME) - read == set()


@every_page
def test_article_round_trips_through_dict_and_json(folder: Path) -> None:
    """The restored article is equal, including its report."""
    article = parse(source(folder))
    for again in (Article.from_dict(article.to_dict()), Article.from_json(article.to_json())):
        assert again == article
        assert again.report == article.report


def lxml_root(page: bytes) -> etree._Element:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))


FORMS: Final[dict[str, Callable[[bytes], Any]]] = {
    "str": bytes.decode,
    "bytearray": bytearray,
    "soup of lxml": lambda page: BeautifulSoup(page, "lxml", from_encoding="utf-8"),
    "soup of html.parser": lambda page: BeautifulSoup(page, "html.parser", from_encoding="utf-8"),
    "lxml element": lxml_root,
    "lxml tree": lambda page: lxml_root(page).getroottree(),
}


@every_page
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_page_gives_the_same_article(folder: Path, form: str) -> None:
    """The forms are bytes, str, bytearray, a soup by either parser, an lxml element and an lxml tree."""
    page = source(folder)
    article, other = parse(page), parse(FORMS[form](page))
    assert other == article
    assert removed(other) == removed(article)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "address",
    [
        "/été.html",
        "/un titre.html",
        "/un-\ntitre.html",
        "/?q=«été»&page={1}",
        "/%C3%A9t%C3%A9.html",
    ],
)
def test_every_form_of_a_page_gives_the_same_addresses(address: str, form: str) -> None:
    """lxml would change some of these addresses."""
    page = f'''<main><h1 class="article__title">Un titre</h1><article class="article__content">
        <p>Une phrase avec <a href="{address}">un lien</a> dedans.</p><figure><img src="{address}">\
</figure></article></main>'''.encode()
    assert parse(FORMS[form](page)) == parse(page)


@every_page
def test_slices_give_the_same_article_as_the_entire_page(folder: Path) -> None:
    """Slices are faster, but must not change the result."""
    page = source(folder)
    article = parse(page)
    whole = parse(page, layout=evolve(BY_NAME[article.report.layout], slices=()))
    assert whole == article
    assert removed(whole) == removed(article)


# Elements that browsers do not display, or display as controls.
UNSEEN: Final = frozenset(
    ["script", "style", "noscript", "template", "svg", "iframe", "button", "title"]
)
# Elements that browsers separate from the words around them.
APART: Final = frozenset(
    ["article", "aside", "blockquote", "br", "div", "figcaption", "figure", "footer", "h1", "h2",
    "h3", "h4", "header", "li", "ol", "p",
     "section", "table", "td", "th", "tr", "ul"]
)  # fmt: skip
# Fields that do not contain visible words of the page.
NO_WORDS: Final = frozenset(
    [
        "alt",
        "canonical_url",
        "href",
        "identifier",
        "kind",
        "provider",
        "translation_url",
        "type",
        "url",
    ]
)


def shown(node: PageElement) -> str:
    """Return the text of an element as a browser displays it."""
    if isinstance(node, Tag):
        text = "" if node.name in UNSEEN else "".join(map(shown, node.children))
        return f" {text} " if node.name in APART else text
    return (
        str(node) if type(node) is NavigableString else ""
    )  # comments and other nodes have other types


def words(text: str) -> Counter[str]:
    """Count the words of three or more letters."""
    return Counter(re.findall(r"[^\W\d_]{3,}", text.replace("\u00ad", "").casefold()))


def strings(value: object) -> str:
    """Return the texts of a JSON value, joined by spaces, except those of `NO_WORDS`."""
    if isinstance(value, dict):
        return " ".join(strings(item) for key, item in value.items() if key not in NO_WORDS)
    if isinstance(value, list):
        return " ".join(map(strings, value))
    return value if isinstance(value, str) else ""


CONTENT: Final = {
    "2016-video": "section.video",
    "print-lemonde-2005": ".impression",
    "print-paper": "body",
    "unknown-paper-1": "[itemprop=articleBody]",
    "unknown-paper-2": "article",
    "unknown-paper-3": ".c",
    "unknown-boxes": ".article-content",
    "unknown-captions": ".story",
    "unknown-comments": ".b",
    "unknown-header": ".Page",
    "unknown-parts": ".left",
    "unknown-radio": ".article-body",
    "wordpress-amp-repost": ".amp-wp-article-content",
}
"""CSS selectors of the body, on pages of unknown layouts and of layouts whose own selectors are not
CSS."""


@every_page
def test_words_of_the_content_are_neither_lost_nor_invented(folder: Path) -> None:
    """Each visible word is in the body, a caption, a related link, the metadata or a removal."""
    page = source(folder)
    article = parse(page)
    soup = BeautifulSoup(page, "lxml", from_encoding="utf-8")
    selectors = (
        (CONTENT[folder.name],)
        if folder.name in CONTENT
        else BY_NAME[article.report.layout].content
    )
    content = next(found for selector in selectors if (found := soup.select(selector)))
    on_the_page = words(" ".join(map(shown, content)))
    data = {name: value for name, value in article.to_dict().items() if name != "report"}
    accounted_for = words(strings(data)) + words(
        " ".join(removal.text for removal in article.report.removed)
    )
    assert on_the_page - accounted_for == Counter(), "lost"
    assert words(article.text) - on_the_page == Counter(), "invented"


@pytest.mark.parametrize(
    "folder",
    [folder for folder in FOLDERS if expected(folder)["announced_length"]],
    ids=lambda folder: folder.name,
)
def test_completeness_agrees_with_the_notice(folder: Path) -> None:
    """The page announces the length of the complete text, and the notice gives the missing share."""
    article = parse(source(folder))
    assert article.completeness is not None
    if article.is_truncated and article.percent_left is None:
        assert article.completeness < 1
    else:
        assert article.completeness == pytest.approx(
            1 - (article.percent_left or 0) / 100, abs=0.005
        )


def test_arguments_supply_the_metadata_of_a_fragment() -> None:
    """The page has no head: relative links are resolved against `url`, and "aujourd’hui" is the day
    of `fetched_at`."""
    page = source(HERE / "pages/2026-column-fragment")
    article = parse(
        page,
        url="https://www.lemonde.fr/idees/article/2026/01/21/fragment.html",
        fetched_at=datetime.fromisoformat("2026-01-21T18:00"),
    )
    assert article.date_published == datetime.fromisoformat("2026-01-21T09:02+01:00")
    assert article.date_modified == datetime.fromisoformat("2026-01-21T11:46+01:00")
    assert (
        article.translation_url
        == "https://www.lemonde.fr/en/opinion/article/2026/01/21/the-art-of-signing-nothing_6749900"
        "_23.html"
    )


def test_example_page_has_every_feature_of_the_demo() -> None:
    """The body has a heading, a figure and a quote; next to it are two related links and the
    paywall notice."""
    article = parse_file(HERE.parent / "examples/article.html")
    assert [
        type(block) for block in article.body if isinstance(block, Heading | Figure | Quote)
    ] == [Figure, Quote, Heading]
    assert [link.label for link in article.related_links] == ["Lire aussi", "Lire aussi l’enquête"]
    assert (article.is_truncated, article.percent_left) == (True, 35.2)
    assert "Lire aussi" not in article.text
    assert "Il vous reste" not in article.text


WHOLE: Final = [evolve(layout, slices=()) if layout.slices else layout for layout in LAYOUTS]


def outcome(page: bytes, **arguments: Any) -> tuple[object, object]:
    """Return the article and its removals, or the class of the error and None."""
    try:
        article = parse(page, **arguments)
    except LemondeParseError as error:
        return type(error), None
    return article, removed(article)


@every_real_page
def test_slices_of_a_real_page_give_the_same_article(path: Path) -> None:
    page = path.read_bytes()
    assert outcome(page) == outcome(page, layouts=WHOLE)


@every_real_page
def test_real_page_gives_the_same_article_twice(path: Path) -> None:
    page = path.read_bytes()
    first, second = outcome(page), outcome(page)
    assert first == second
    if isinstance(first[0], Article) and isinstance(second[0], Article):
        assert first[0].report == second[0].report
