"""Guarantees for any page on any machine: the same Article everywhere, and no side effects."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import Final, get_args

import attrs
import pytest
from lxml import etree

from lemonde_parse import (
    Article,
    Block,
    EmptyPageError,
    InvalidDataError,
    LemondeParseError,
    Mark,
    NotAnArticleError,
    PageTooLargeError,
    Paragraph,
    Removal,
    parse,
    parse_text,
)
from lemonde_parse.intake import limits

HERE: Final = Path(__file__).parent
PAGES: Final = sorted(HERE.glob("pages/*/page.html"))
TEXT: Final = (
    "Une phrase entière.\n\nLire aussi | Article réservé à nos abonnés Un titre\n\n"
    "Une autre phrase, entière elle aussi."
)


def outcome(path: Path) -> Article | LemondeParseError:
    try:
        return parse(path.read_bytes())
    except LemondeParseError as error:
        return error


def full_result(one: Article | LemondeParseError) -> str:
    """Return the complete result, including the report."""
    return one.to_json() if isinstance(one, Article) else repr(one)


# Same result everywhere


def test_sixteen_threads_give_the_same_result() -> None:
    """Pages of every layout alternate, so that any shared state would change often."""
    pages = (PAGES * (200 // len(PAGES) + 1))[:200]
    alone = [full_result(outcome(path)) for path in PAGES]
    with ThreadPoolExecutor(16) as threads:
        together = [full_result(one) for one in threads.map(outcome, pages)]
    assert together == (alone * (200 // len(PAGES) + 1))[:200]


def test_new_process_gives_the_same_result() -> None:
    """The process pickles articles with their reports, and errors of every kind, to return them."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert [full_result(one) for one in pool.map(outcome, PAGES)] == [
            full_result(outcome(path)) for path in PAGES
        ]
        for page, limit, error in (
            (b"", 9, EmptyPageError),
            (b"<u>x</u>", 9, NotAnArticleError),
            (b"<p>xyz</p>", 9, PageTooLargeError),
        ):
            with pytest.raises(error) as caught:
                pool.apply(parse, (page,), {"max_bytes": limit})
            with pytest.raises(error, match=f"^{re.escape(str(caught.value))}$"):
                parse(page, max_bytes=limit)


DIGEST: Final = """
import hashlib, pathlib, sys
from lemonde_parse import parse
digest = hashlib.sha256()
for path in sorted(pathlib.Path(sys.argv[1]).glob("pages/*/page.html")):
    digest.update(parse(path.read_bytes()).to_json().encode())
print(digest.hexdigest())
"""


def digest(seed: str, *options: str) -> str:
    """Hash every page's Article and report in a new Python process."""
    done = subprocess.run(  # our own code  # noqa: S603
        [sys.executable, *options, "-c", DIGEST, str(HERE)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_hash_seed_and_optimisation_have_no_effect() -> None:
    first = digest("0")
    assert len(first) == 65
    assert digest("1") == first
    assert digest("20261124", "-OO") == first


# No side effects


WATCHED: Final = """
import sys
from lemonde_parse import parse, parse_text
page = open(sys.argv[1], "rb").read()
parse(page)  # compiles rules, loads modules and time zones
parse_text("Publié le 3 mai 2021 à 10h00\\n\\nUne phrase.")
events = []
def hook(event, arguments):
    if event.split(".")[0] in ("socket", "subprocess", "os", "shutil", "urllib", "http", "ftplib", \
"tempfile") or event == "open":
        events.append((event, str(arguments)[:200]))
sys.addaudithook(hook)
parse(page)
parse_text("Publié le 3 mai 2021 à 10h00\\n\\nUne phrase.")
evil = b'''<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">\
<!ENTITY y "boum">]>
<html><head><base href="http://localhost:9/"><link rel=stylesheet href="http://localhost:9/a.css">\
</head><body>
<main><h1 class=article__title>&x;Titre</h1><article class="article__content">\
<p>Une phrase&y; &x;.</p>
<img src="http://localhost:9/a.png"><iframe src="http://localhost:9/"></iframe>\
<script>alert(1)</script></article></main></body></html>'''
article = parse(evil)
print(events, article.text)
"""


def test_pages_open_no_files_or_connections() -> None:
    """Entities that the page declares are not replaced, since replacing them could open files."""
    page = str(HERE.parent / "examples/article.html")
    done = subprocess.run(  # our own code  # noqa: S603
        [sys.executable, "-c", WATCHED, page], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[] Une phrase&y; &x;."


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "VBScript:x",
    ],
)
def test_unsafe_addresses_are_reported_as_removals(address: str) -> None:
    """The linked words are kept."""
    page = (
        '<main><h1 class="article__title">Un titre</h1><article class="article__content">'
        f'<p>Une <a href="{address}">phrase</a>'
        f' et <a href="/suite">sa suite</a>.</p><ul><li><a href="{address}">Un</a></li>'
        "<li>Deux</li></ul></article></main>"
    )
    article = parse(page)
    dropped = "".join(address.split())
    assert article.text == "Une phrase et sa suite.\n\nUn\nDeux"
    assert article.body[0] == Paragraph(
        text="Une phrase et sa suite.", marks=(Mark(kind="link", start=14, end=22, href="/suite"),)
    )
    assert article.report.removed == tuple(
        Removal(reason="unsafe link", text=dropped, rule="addresses: unsafe", position=position)
        for position in (0, 1)
    )
    assert (
        dropped.casefold()
        not in article.to_json()
        .replace(json.dumps(article.to_dict()["report"], ensure_ascii=False), "")
        .casefold()
    )


def test_unsafe_related_link_has_no_address() -> None:
    page = (
        '<main><article class="article__content"><p>Mot.</p><div class="catcher">Lire aussi '
        '<a href="javascript:x">Un titre</a></div></article></main>'
    )
    article = parse(page)
    assert [(link.headline, link.url) for link in article.related_links] == [("Un titre", None)]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("unsafe link", "javascript:x")
    ]


def test_unsafe_addresses_in_metadata_are_dropped() -> None:
    page = """<html><head><link rel="canonical" href="javascript:a">\
<meta property="og:image" content="data:image/png,b">
        <script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ana Gil", \
"url": "javascript:c"}, "image": "data:d"}
        </script></head><main><article class="article__content"><p>Mot.</p></article></main>\
</html>"""
    article = parse(page)
    assert (article.canonical_url, article.main_image) == (None, None)
    assert [(author.name, author.url) for author in article.authors] == [("Ana Gil", None)]
    assert [
        source.value for source in article.report.sources if source.field == "canonical_url"
    ] == ["javascript:a"]


# Truncated pages


CUT: Final = (
    "cut",
    ("the page ends inside a tag, comment or script, or does not close one; the rest was not read"),
)
START: Final = '<main><article class="article__content"><p>Un.</p>'


@pytest.mark.parametrize("end", ["", "</article></main></body></html>"])
@pytest.mark.parametrize(
    "opening", ["<!-- a", "<script>a", "<style>a", "<textarea>a", "<iframe>a", '<p title="a']
)
def test_unclosed_element_that_hides_the_rest_gives_a_warning(opening: str, end: str) -> None:
    article = parse(f"{START}{opening} <p>Deux.</p>{end}")
    assert article.text == "Un."
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [CUT]


@pytest.mark.parametrize("tag", ["<img", "</p", "<a href='/x", '<a href="/x" title'])
def test_page_that_ends_inside_a_tag_gives_a_warning(tag: str) -> None:
    article = parse(f"{START}<p>Deux.{tag}")
    assert article.text == "Un.\n\nDeux."
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [CUT]


@pytest.mark.parametrize(
    "end",
    [
        "",
        "<p>Deux",
        "<p>Deux &am",
        "</article></main></body></html>",
        "</article></main><!-- 0.2 s -->",
        "<br>",
    ],
)
def test_unclosed_elements_give_no_warning(end: str) -> None:
    """Nothing on the page is missing."""
    assert parse(START + end).report.warnings == ()


# Memory


def test_article_does_not_keep_the_page_alive() -> None:
    """An article refers only to instances of the model's classes and to plain values: not to trees,
    lists or bytes."""
    reached: dict[int, object] = {}
    waiting: list[object] = [
        article for path in PAGES if isinstance(article := outcome(path), Article)
    ]
    while waiting:
        one = waiting.pop()
        if id(one) not in reached and not isinstance(one, type):
            reached[id(one)] = one
            waiting += gc.get_referents(one)
    kinds = {type(one) for one in reached.values()}
    model = {
        kind
        for kind in kinds
        if kind.__module__ in ("lemonde_parse.article", "lemonde_parse.blocks")
    }
    assert kinds - model == {str, int, float, bool, tuple, type(None), date, datetime}


KEEPING: Final = """
import gc, tracemalloc
from lemonde_parse import parse
page = "<main><nav>" + "Un menu. " * 3_000 + "</nav><article class=article__content>\
<p>" + "Une phrase. " * 50 + "{}</p></article></main>"
parse(page)
gc.collect()
tracemalloc.start()
kept = [parse(page.format(number)) for number in range(1_000)]
gc.collect()
print(len({article.text for article in kept}), len(page), tracemalloc.get_traced_memory()[0] // \
1_000)
"""


def test_a_thousand_articles_take_little_memory() -> None:
    """A page is about 45 times as long as its article. A separate process reads the pages, so
    that no other memory is measured."""
    done = subprocess.run(  # our own code  # noqa: S603
        [sys.executable, "-c", KEEPING], capture_output=True, text=True, check=True
    )
    kept, page, size = map(int, done.stdout.split())
    assert (kept, page) == (1_000, 27_675)
    assert 600 < size < 3_000


def test_parsing_leaves_no_elements_alive() -> None:
    parse(PAGES[0].read_bytes())
    gc.collect()
    before = sum(isinstance(one, etree._Element) for one in gc.get_objects())
    for path in PAGES:
        outcome(path)
    parse_text(TEXT)
    gc.collect()
    assert sum(isinstance(one, etree._Element) for one in gc.get_objects()) <= before


# Between releases

LATER_FIELDS = ("day_published", "announced_words", "pagination")
"""Fields that were added after the files were written."""


@pytest.mark.parametrize("name", ["article_schema_1.json", "every_block_schema_1.json"])
def test_json_of_an_earlier_release_is_read(name: str) -> None:
    """The files of a schema_version are never rewritten; a new version gets new files."""
    written = (HERE / "assets" / name).read_text("utf-8")
    assert json.loads(written)["schema_version"] == 1
    data = json.loads(Article.from_json(written).to_json())
    assert {key: data[key] for key in data if key not in LATER_FIELDS} == json.loads(written)
    assert [data[key] for key in LATER_FIELDS] == [None] * len(LATER_FIELDS)


def test_json_of_an_earlier_release_has_every_block_type_and_mark() -> None:
    """No field has its default value, so that any change of meaning makes a test fail."""
    article = Article.from_json((HERE / "assets/every_block_schema_1.json").read_text("utf-8"))
    assert {type(block) for block in article.body} == set(get_args(Block))
    assert {mark.kind for block in article.body if isinstance(block,
    Paragraph) for mark in block.marks} == {
        "emphasis", "strong", "superscript", "subscript", "link",
    }  # fmt: skip
    assert [
        field.name
        for field in attrs.fields(Article)
        if getattr(article, field.name) == field.default and field.name not in LATER_FIELDS
    ] == []


@pytest.mark.parametrize("version", [0, 2, 99])
def test_json_of_an_unknown_version_is_an_error(version: int) -> None:
    written = json.loads((HERE / "assets/every_block_schema_1.json").read_text("utf-8")) | {
        "schema_version": version
    }
    with pytest.raises(InvalidDataError) as caught:
        Article.from_dict(written)
    assert (
        str(caught.value) == f"schema_version: this release reads version 1, not {version}: "
        "use the release that wrote it"
    )


# Found by fuzzing


@pytest.mark.parametrize(
    "page",
    [
        '<html><body><article class="article__content"><p>Un.</p></html><p>Deux.</p></article>',
        '<article class="article__content"><p>Un.</p></body><p>Deux.</p></article></body></html>',
        (
            '<article class="article__content"><p>Un.</p></BODY ></HTML><p>Deux.</p></article>'
            "<!-- fin -->"
        ),
    ],
)
def test_end_of_the_page_inside_the_content_is_ignored(page: str) -> None:
    assert parse(page).text == "Un.\n\nDeux."


def test_content_after_the_end_of_the_page_is_read() -> None:
    assert (
        parse(
            '<html><body>x</body></html><div itemprop="articleBody"><p>Un mot, '
            "et puis un autre.</p></div>"
        ).text
        == "Un mot, et puis un autre."
    )


@pytest.mark.parametrize(
    "outer",
    ["<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>", "<h2>{}</h2>", "<figure>{}</figure>"],
)
def test_box_that_is_not_a_player_keeps_its_words(outer: str) -> None:
    inner = outer.format('<div class="twitter-tweet">Motus</div>')
    article = parse(
        f'<main><article class="article__content"><p>Une phrase.</p>{inner}<p>Fin.</p></article>'
        "</main>"
    )
    assert "Motus" in article.text or [figure.caption for figure in article.figures] == ["Motus"]


@pytest.mark.parametrize(
    "outer",
    [
        "<ul><li>Un {}</li></ul>",
        "<blockquote>Un {}</blockquote>",
        '<div class="catcher">Lire aussi {}</div>',
    ],
)
def test_credit_without_a_figure_is_not_lost(outer: str) -> None:
    inner = outer.format('<span class="article__credit">ANA GIL</span>')
    article = parse(
        f'<main><article class="article__content"><p>Une phrase.</p>{inner}<p>Fin.</p></article>'
        "</main>"
    )
    assert (
        "ANA GIL" in [removal.text for removal in article.report.removed]
        or "ANA GIL" in article.text
    )


@pytest.mark.parametrize(
    "address", ["&#1;javascript:x", "java&#1;script:x", "&#9; &#2;data:text/html,x"]
)
def test_control_characters_do_not_hide_unsafe_addresses(address: str) -> None:
    article = parse(
        f'<main><article class="article__content"><p>Une <a href="{address}">phrase</a>.</p>'
        "</article></main>"
    )
    assert article.body == (Paragraph(text="Une phrase."),)
    assert [removal.reason for removal in article.report.removed] == ["unsafe link"]


def test_scripts_beyond_the_limit_give_a_warning() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    article = parse(
        script * 65 + '<main><article class="article__content"><p>Mot.</p></article></main>'
    )
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [
        ("limit", "read only the first 64 JSON-LD scripts")
    ]


# Documentation of the guarantees


def test_documentation_has_the_value_of_each_limit() -> None:
    """Only limits named `MAX_…` are compared."""
    text = (HERE.parent / "docs/explanation/promise.md").read_text("utf-8")
    values = {name: value for name, value in vars(limits).items() if name.startswith("MAX_")}
    assert dict(re.findall(r"^\| `(MAX_\w+)` \| ([\d,]+) \|", text, re.MULTILINE)) == {
        name: f"{value:,}" for name, value in values.items()
    }
