"""Layouts written by users of the library."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from layout_elements import layout
from lemonde_parse import (
    LAYOUTS,
    Article,
    Aside,
    Author,
    Figure,
    Heading,
    Layout,
    Mark,
    NotAnArticleError,
    Paragraph,
    RelatedLink,
    Role,
    explain,
    parse,
)

GAZETTE = Layout(
    name="gazette",
    markers=("gazette-du-quai",),
    content=(".gq-text",),
    scope=(".gq-page",),
    roles={
        ".gq-note": Role.ASIDE,
        ".gq-see*": Role.RELATED,
        ".gq-pub*": Role.ADVERTISEMENT,
        ".gq-lead": Role.PARAGRAPH,
        ".gq-by": Role.SIGNATURE,
    },
    premium=(".gq-lock", "a@data-abo"),
    stop_at=("#gq-end",),
    fields={
        "headline": ("//*[@class='gq-page']/header/h2/text()",),
        "kicker": (".gq-kicker",),
        "description": ("//*[@data-role='chapo']",),
        "byline": (".gq-sign",),
        "date_published": ("time.gq-date@datetime",),
        "breadcrumbs": ("(//ul[@class='gq-path']/li)",),
        "reading_minutes": ("//p[@class='gq-time']",),
    },
)

GAZETTE_PAGE = """<!DOCTYPE html><html lang="fr"><head><title>La gazette du quai</title></head>
<body class="gazette-du-quai">
<nav><header><h2>Le menu</h2></header><span class="gq-kicker">Faux</span></nav>
<div class="gq-page">
  <ul class="gq-path"><li>Accueil</li><li>Port</li><li>Marées</li></ul>
  <header><h2>La grue ne tourne plus</h2></header>
  <span class="gq-kicker">Reportage</span>
  <p data-role="chapo">Au bout du quai, on attend.</p>
  <p class="gq-time">Lecture 3 min</p>
  <p class="gq-sign">Par Ana Gil (Étel) et Jean Petit</p>
  <time class="gq-date" datetime="2024-05-01T07:00:00+02:00">hier</time>
  <div class="gq-text">
    <h3 class="gq-lead">La grue s’est arrêtée un <em>lundi</em>.</h3>
    <div class="gq-pub-top">Achetez des bottes</div>
    <p class="gq-see-also">Lire aussi : <a href="/grue">Une grue sur le départ</a></p>
    <h3>Une machine de <sup>1</sup>912</h3>
    <p>Elle pesait neuf tonnes.</p>
    <p class="gq-see-also gq-lock"><a href="/b">Le prix des grues</a></p>
    <p class="gq-see-also"><a href="/c" data-abo="1">Le métal</a></p>
    <p class="gq-see-also"><a href="/d" data-abo="0">La rouille</a></p>
    <div class="gq-note"><h4>En chiffres</h4><p>Trois câbles.</p></div>
    <img src="/grue.jpg" alt="La grue">
    <p class="gq-by">Ana Gil</p>
    <div id="gq-end"><p>Et encore ceci.</p></div>
    <p>Et cela.</p>
  </div>
</div></body></html>"""

GAZETTE_ARTICLE = Article(
    url="https://gazette.example/a",
    headline="La grue ne tourne plus",
    kicker="Reportage",
    description="Au bout du quai, on attend.",
    genre="Reportage",
    authors=(Author(name="Ana Gil", location="Étel"), Author(name="Jean Petit")),
    byline="Par Ana Gil (Étel) et Jean Petit",
    date_published=datetime(2024, 5, 1, 7, tzinfo=timezone(timedelta(hours=2))),
    section="Port",
    breadcrumbs=("Port", "Marées"),
    in_language="fr",
    reading_minutes=3,
    body=(
        Paragraph(
            text="La grue s’est arrêtée un lundi.", marks=(Mark(kind="emphasis", start=25, end=30),)
        ),
        Heading(
            text="Une machine de 1912", level=3, marks=(Mark(kind="superscript", start=15, end=16),)
        ),
        Paragraph(text="Elle pesait neuf tonnes."),
        Aside(title="En chiffres", blocks=(Paragraph(text="Trois câbles."),)),
        Figure(url="https://gazette.example/grue.jpg", alt="La grue"),
    ),
    related_links=(
        RelatedLink(
            label="Lire aussi",
            headline="Une grue sur le départ",
            url="https://gazette.example/grue",
            position=1,
        ),
        RelatedLink(
            label="",
            headline="Le prix des grues",
            url="https://gazette.example/b",
            is_premium=True,
            position=3,
        ),
        RelatedLink(
            label="",
            headline="Le métal",
            url="https://gazette.example/c",
            is_premium=True,
            position=3,
        ),
        RelatedLink(label="", headline="La rouille", url="https://gazette.example/d", position=3),
    ),
)


@pytest.mark.parametrize(
    "choice",
    [{"layout": GAZETTE}, {"layouts": [GAZETTE, *LAYOUTS]}, {"layouts": (GAZETTE,)}],
    ids=["forced", "first", "alone"],
)
def test_custom_layout_reads_its_pages(choice: dict[str, Any]) -> None:
    article = parse(GAZETTE_PAGE, url="https://gazette.example/a", **choice)
    assert article == GAZETTE_ARTICLE
    assert article.report.layout == "gazette"
    assert article.report.warnings == ()
    assert [
        (removal.reason, removal.text, removal.rule, removal.position)
        for removal in article.report.removed
    ] == [
        ("advertisement", "Achetez des bottes", "gazette: .gq-pub*", 1),
        ("signature", "Ana Gil", "gazette: .gq-by", 5),
        ("boilerplate", "Et encore ceci.", "gazette: stop_at", 5),
        ("boilerplate", "Et cela.", "gazette: stop_at", 5),
    ]


def test_custom_layout_leaves_other_pages_to_later_layouts() -> None:
    page = (
        '<main><h1 class="article__title">Un titre</h1><article class="article__content">'
        "<p>Deux mots.</p></article></main>"
    )
    article = parse(page, layouts=[GAZETTE, *LAYOUTS])
    assert article == parse(page)
    assert article.report.layout == parse(page).report.layout == "lemonde_2018"


def test_forced_layout_needs_no_markers() -> None:
    page = GAZETTE_PAGE.replace("gazette-du-quai", "other")
    assert parse(page, layout=GAZETTE).headline == "La grue ne tourne plus"
    with pytest.raises(NotAnArticleError):
        parse(page, layouts=[GAZETTE])


def test_layout_given_by_name_raises_a_type_error() -> None:
    with pytest.raises(TypeError, match="layout must be a Layout, not str"):
        parse(GAZETTE_PAGE, layout="lemonde_2018")  # type: ignore[arg-type]


def test_forced_layout_without_content_is_an_error() -> None:
    with pytest.raises(NotAnArticleError) as caught:
        parse(
            "<main><article class='article__content'><p>Deux mots.</p></article></main>",
            layout=GAZETTE,
        )
    assert caught.value.reason == "unknown layout"


def test_page_is_refused_without_layouts() -> None:
    with pytest.raises(NotAnArticleError):
        parse(
            "<main><article class='article__content'><p>Deux mots.</p></article></main>", layouts=()
        )


def test_the_first_content_selector_that_matches_is_used() -> None:
    mine = layout(content=("#best", ".story"))
    both = '<div class="story"><p>Second.</p></div><div id="best"><p>Premier.</p></div>'
    assert parse(both, layout=mine).text == "Premier."
    assert parse('<div class="story"><p>Second.</p></div>', layout=mine).text == "Second."


def test_elements_of_a_selector_list_are_read_in_page_order() -> None:
    mine = layout(content=("#player, .story",))
    page = (
        '<div class="story"><p>Un.</p></div><div id="player"><p>Deux.</p></div>'
        '<div class="story"><p>Trois.</p></div>'
    )
    assert parse(page, layout=mine).text == "Un.\n\nDeux.\n\nTrois."


def test_nested_content_is_read_once() -> None:
    assert (
        parse(
            '<div class="story"><p>Un.</p><div class="story"><p>Deux.</p></div></div>',
            layout=layout(),
        ).text
        == "Un.\n\nDeux."
    )


@pytest.mark.parametrize(("bold_line", "kind"), [("heading", Heading), ("paragraph", Paragraph)])
def test_layout_decides_whether_short_bold_lines_are_headings(
    bold_line: str, kind: type[Heading | Paragraph]
) -> None:
    page = '<div class="story"><p>Il pleut.</p><p><b>Un long chemin</b></p><p>Il vente.</p></div>'
    assert type(parse(page, layout=layout(bold_line=bold_line)).body[1]) is kind


def test_layout_sets_the_kind() -> None:
    page = '<div class="story"><p>Il pleut.</p></div>'
    assert parse(page, layout=layout(kind="blog")).kind == "blog"
    assert parse(page, layout=layout()).kind == "article"


def test_slices_of_a_custom_layout_do_not_change_the_article() -> None:
    page = (
        '<html><head></head><body><p>Avant.</p><div class="story"><p>Il pleut.</p></div><hr>'
        "<p>Après.</p></body></html>"
    )
    whole = parse(page, layout=layout())
    sliced = parse(page, layout=layout(slices=(('<div class="story"', "<hr>"),)))
    assert whole == sliced
    assert whole.text == "Il pleut."


def test_article_outside_the_slice_is_read() -> None:
    page = (
        '<html><head></head><body><div class="story"><p>Il pleut.</p></div>'
        "<nav><p>Après.</p></nav></body></html>"
    )
    assert parse(page, layout=layout(slices=(("<nav", "</nav>"),))).text == "Il pleut."


NESTED = (
    '<main><div class="c-head"><p class="k">Autour</p><div class="c-head">'
    '<p class="k" lang="fr" title="Un titre">Dedans</p></div></div>'
    '<div class="story"><p>Il pleut.</p></div></main>'
)


@pytest.mark.parametrize(
    ("selector", "headline"),
    [
        ("p[lang=fr]", "Dedans"),
        ("p[lang=en]", None),
        ("p[lang=fr]@title", "Un titre"),
        (".c-head p", "Autour"),
        (".*head* p[lang=fr]", "Dedans"),
        ("div.c-head p[lang=fr]@title", "Un titre"),
        ("main .k", "Autour"),
        (".story .k", None),
        (".k .k", None),
    ],
)
def test_field_selector_may_use_attributes_and_ancestors(
    selector: str, headline: str | None
) -> None:
    assert parse(NESTED, layout=layout(fields={"headline": (selector,)})).headline == headline


def test_fields_in_nested_boxes_are_read_once() -> None:
    assert parse(NESTED, layout=layout(fields={"keywords": (".c-head p",)})).keywords == (
        "Autour",
        "Dedans",
    )


@pytest.mark.parametrize(
    "expression", ["//p[1]", "//p[1]/text()", "//p/@title", "(//p)[1]", "//nothing"]
)
def test_xpath_of_a_field_may_return_elements_texts_or_attributes(expression: str) -> None:
    page = (
        '<main><p title="Un titre">Un titre</p><div class="story">'
        '<p title="Un titre">Il pleut.</p></div></main>'
    )
    article = parse(page, layout=layout(fields={"headline": (expression,)}))
    assert article.headline == (None if "nothing" in expression else "Un titre")


@pytest.mark.parametrize(
    "expression", ["(count(//p))", "(1 = 1)", "//comment()", "//p/..", "(//p | //p/@title)"]
)
def test_xpath_with_unusual_results_does_not_change_the_body(expression: str) -> None:
    page = '<main><!-- x --><div class="story"><p title="x">Il pleut.</p></div></main>'
    assert parse(page, layout=layout(fields={"headline": (expression,)})).text == "Il pleut."


SHARING = """<html><body><main><h1>Le bac part</h1><div class="story"><p>Il pleut.</p>
<div class="share-bar">Le quai s’anime.</div><p>Le vent est tombé.</p></div></main></body></html>"""


def test_custom_layout_may_use_shared_rows() -> None:
    article = parse(SHARING, layouts=[layout(rows="shared")])
    assert (article.headline, article.text) == ("Le bac part", "Il pleut.\n\nLe vent est tombé.")
    assert [(one.reason, one.rule) for one in article.report.removed] == [
        ("share", "mine: .share*")
    ]


def test_own_rows_come_before_shared_ones() -> None:
    own = layout(rows="shared", roles={".share-bar": Role.QUOTE}, fields={"headline": ()})
    article = parse(SHARING, layout=own)
    assert (article.headline, article.text) == (
        None,
        "Il pleut.\n\nLe quai s’anime.\n\nLe vent est tombé.",
    )


def test_layout_with_only_its_own_rows_has_no_shared_ones() -> None:
    article = parse(SHARING, layout=layout())
    assert (article.headline, article.text) == (
        None,
        "Il pleut.\n\nLe quai s’anime.\n\nLe vent est tombé.",
    )


def test_explain_describes_shared_rows_and_does_not_list_them_as_unused() -> None:
    report = explain(SHARING, layout=layout(rows="shared", scope=("main",)))
    assert "a row that newspapers share: .share* → Role.SHARE" in report
    assert "matched nothing" not in report
