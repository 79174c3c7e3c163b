"""The rows of a layout that changed nothing on a page."""

from __future__ import annotations

from typing import Any

from lxml import html

from lemonde_parse import Layout, Role, explain
from lemonde_parse.intake import tree
from lemonde_parse.reading.locate import Elements, locate
from lemonde_parse.reading.unused import UnusedRow, unused_rows

PAGE = b"""<html><body><nav class="share"><h1>Le menu</h1></nav><main>
<h1 class="title">Un titre</h1><p class="by" lang="fr">Ana Gil</p>
<div class="story"><p>Il pleut.</p><p class="box wide">Une <a data-abo="0" href="/a">note</a>.</p>
<div class="ad"><p class="inner">Des bottes</p></div><div class="end">Fin</div><p class="late">Il vente.</p></div>
<p class="other">Ailleurs.</p></main></body></html>"""


def unused(**arguments: Any) -> list[UnusedRow]:
    """Make a layout with these arguments, and return its rows that change nothing on `PAGE`."""
    layout = Layout(
        **{
            "name": "mine",
            "markers": ("story",),
            "content": (".story",),
            "scope": ("main",),
            **arguments,
        }
    )
    root, _ = tree.build_page(PAGE)
    assert root is not None
    page_map = locate(Elements.of(root), layout)
    assert page_map is not None
    return list(unused_rows(page_map, PAGE))


def test_rows_that_change_the_reading_are_not_listed() -> None:
    assert (
        unused(
            slices=(("<main", "</main>"),),
            roles={".box": Role.ASIDE, ".ad": Role.ADVERTISEMENT},
            fields={"headline": ("h1.title",), "byline": ("p[lang=fr]", "main .by@lang")},
            stop_at=(".end",),
        )
        == []
    )


def test_role_row_with_a_misspelt_class_matches_nothing() -> None:
    assert unused(roles={".bxo": Role.ASIDE}) == [
        UnusedRow(part="roles", row=".bxo", gives="ASIDE", why="no match")
    ]


def test_role_row_is_shadowed_if_earlier_rows_match_its_elements() -> None:
    assert unused(roles={"p": Role.PARAGRAPH, ".box": Role.ASIDE, ".wide": Role.QUOTE}) == [
        UnusedRow(part="roles", row=".box", gives="ASIDE", why="shadowed", by=("p",)),
        UnusedRow(part="roles", row=".wide", gives="QUOTE", why="shadowed", by=("p",)),
    ]


def test_role_row_is_used_if_no_earlier_row_matches_an_element() -> None:
    assert unused(roles={".box": Role.ASIDE, "p": Role.PARAGRAPH}) == []


def test_role_row_outside_the_content_is_not_read() -> None:
    """Elements are not read outside the content, inside a removed element, or after a `stop_at`
    element."""
    roles = {
        ".share": Role.SHARE,
        ".other": Role.ASIDE,
        ".ad": Role.ADVERTISEMENT,
        ".inner": Role.ASIDE,
        ".late": Role.ASIDE,
        ".story": Role.CONTAINER,
    }
    found = unused(roles=roles, stop_at=(".end",))
    assert [(row.row, row.why) for row in found] == [
        (".share", "not read"),
        (".other", "not read"),
        (".inner", "not read"),
        (".late", "not read"),
        (".story", "not read"),
    ]


def test_field_row_is_shadowed_only_by_rows_of_its_field() -> None:
    found = unused(
        fields={
            "headline": ("h1.title", "h1", ".subtitle"),
            "kicker": ("p[lang=en]", "nav h1", "main .by"),
            "breadcrumbs": ("nav h1",),  # breadcrumbs are also read outside the scope
        }
    )
    assert found == [
        UnusedRow(part="fields", row="h1", gives="headline", why="shadowed", by=("h1.title",)),
        UnusedRow(part="fields", row=".subtitle", gives="headline", why="no match"),
        UnusedRow(part="fields", row="p[lang=en]", gives="kicker", why="no match"),
        UnusedRow(part="fields", row="nav h1", gives="kicker", why="not read"),
    ]


def test_field_row_in_xpath_is_checked() -> None:
    found = unused(
        fields={"headline": ("//h1[@class='title']",), "kicker": ("//h6", "(//h1/text())")}
    )  # fmt: skip
    assert found == [UnusedRow(part="fields", row="//h6", gives="kicker", why="no match")]


def test_content_row_after_the_first_match_is_shadowed() -> None:
    found = unused(content=("article, .story", "main", ".absent", "//body"))
    assert found == [
        UnusedRow(part="content", row="article", why="no match"),
        UnusedRow(part="content", row="main", why="shadowed", by=(".story",)),
        UnusedRow(part="content", row=".absent", why="no match"),
        UnusedRow(part="content", row="//body", why="shadowed", by=(".story",)),
    ]


def test_rows_of_other_parts_are_checked() -> None:
    found = unused(
        markers=("story", "stroy"),
        slices=(("<main", "</section>", "</main>"),),
        scope=("main", "article", ".by"),
        premium=("a@data-abo", ".locked"),
        stop_at=(".end", ".other", "#end"),
    )
    assert [(row.part, row.row, row.why) for row in found] == [
        ("markers", "stroy", "no match"),
        ("slices", "</section>", "no match"),
        ("scope", "article", "no match"),
        ("scope", ".by", "not read"),
        ("premium", "a@data-abo", "no match"),
        ("premium", ".locked", "no match"),
        ("stop_at", ".other", "not read"),
        ("stop_at", "#end", "no match"),
    ]


def test_explain_lists_rows_without_effect() -> None:
    layout = Layout(
        name="mine",
        markers=("story",),
        content=(".story",),
        roles={".bxo": Role.ASIDE, "p": Role.PARAGRAPH, ".box": Role.ASIDE},
        scope=("main",),
    )
    for page in (PAGE, PAGE.decode(), html.document_fromstring(PAGE)):
        root = html.document_fromstring(explain(page, layout=layout))
        shown = {
            " ".join(str(box[0].text_content()).split()): [
                " ".join(str(row.text_content()).split()) for row in box.iter("li")
            ]
            for box in root.iter("details")
        }
        assert shown == {
            "Rows of the layout that matched nothing: 1": [".bxo → ASIDE"],
            "Rows of the layout that matched without effect: 1": [
                ".box → ASIDE – earlier rows match first: p"
            ],
        }


def test_explain_shows_no_rows_if_all_had_an_effect() -> None:
    layout = Layout(name="mine", markers=("story",), content=(".story",), scope=("main",))
    assert "<details>" not in explain(PAGE, layout=layout)
    assert "<details>" not in explain("Une phrase entière.\n\nUne autre.")
