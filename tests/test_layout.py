"""Layouts as data: valid records, and custom layouts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from lxml import etree

from lemonde_parse import (
    LAYOUTS,
    Article,
    Aside,
    Author,
    Figure,
    Heading,
    InvalidLayoutError,
    Layout,
    LemondeParseError,
    Mark,
    NotAnArticleError,
    Paragraph,
    RelatedLink,
    Role,
    RoleRow,
    explain,
    parse,
)
from lemonde_parse.blocks import MarkKind
from lemonde_parse.layout import FIELDS, HTML_ROLES, REMOVED
from lemonde_parse.layouts import candidates
from lemonde_parse.selectors import Selector


def layout(**said: Any) -> Layout:
    """Make a layout with these arguments."""
    given = {"name": "mine", "rows": "own", "markers": ("story",), "content": (".story",)}
    return Layout(**{**given, **said})


def element(
    tag: str, class_attribute: str | None = None, identifier: str | None = None
) -> etree._Element:
    attributes = {"class": class_attribute, "id": identifier}
    return etree.Element(
        tag, {name: value for name, value in attributes.items() if value is not None}
    )


def role_of(
    roles: Mapping[str, Role | RoleRow],
    tag: str,
    class_attribute: str | None = None,
    identifier: str | None = None,
) -> Role:
    return layout(roles=roles).entry(element(tag, class_attribute, identifier)).role


# Selectors


@pytest.mark.parametrize(
    ("selector", "hits", "misses"),
    [
        ("p", ["p", "p.a", "p#x"], ["div", "pre", "div.p"]),
        ("P", ["p"], ["div"]),
        (".ad", ["div.ad", "p.ad", "p.x.ad.y"], ["div.ads", "div.bad", "div#ad", "ad"]),
        (".ad*", ["div.ad", "div.ads", "p.x.ad-slot"], ["div.bad", "div#ad"]),
        ("h2.sub", ["h2.sub", "h2.x.sub"], ["h3.sub", "h2", "h2.subtitle", "h2#sub"]),
        ("h2.sub*", ["h2.subtitle"], ["h3.subtitle", "h2.x-sub"]),
        ("#main", ["div#main", "p.x#main"], ["div#main-2", "div.main", "main"]),
        ("#main*", ["div#main", "div#main-2"], ["div.main"]),
        ("section#main", ["section#main"], ["div#main"]),
        (".*trail*", ["ol.c-trail-list", "p.trail"], ["p.trai", "p#trail"]),
        ("my-tag", ["my-tag"], ["my"]),
        (".a__b--c", ["p.a__b--c"], ["p.a__b"]),
        (".été", ["p.été"], ["p.ete"]),
    ],
)
def test_selector_by_tag_class_or_id(selector: str, hits: list[str], misses: list[str]) -> None:
    parsed = Selector.parse(selector)

    def is_meant(written: str) -> bool:
        rest, _, identifier = written.partition("#")
        tag, *classes = rest.split(".")
        return parsed.matches(tag, tuple(classes), identifier or None)

    assert [written for written in hits if not is_meant(written)] == []
    assert [written for written in misses if is_meant(written)] == []


@pytest.mark.parametrize(
    ("selector", "attribute"),
    [
        ("time.published@datetime", "datetime"),
        ("a@href", "href"),
        (".x@data-premium", "data-premium"),
        ("a", None),
    ],
)
def test_selector_with_an_attribute_test(selector: str, attribute: str | None) -> None:
    assert Selector.parse(selector).attribute == attribute


NO_SELECTORS = [
    *(
        "",
        " ",
        "a > b",
        "a b c",
        ".a.b",
        ".",
        "#",
        "*",
        "[href]",
        "[a=b]",
        "p:first-child",
        ".a[href]",
        "a[b='c']",
        "@href",
        "1p",
        "p.",
    ),
    *(".*x", "a@href b", "a[b=c] d"),
]


@pytest.mark.parametrize("selector", NO_SELECTORS)
@pytest.mark.parametrize("place", ["roles", "content", "scope", "stop_at", "premium", "fields"])
def test_invalid_selector_is_quoted_in_the_error(place: str, selector: str) -> None:
    said: dict[str, Any] = {place: (selector,)}
    if place == "roles":
        said = {place: {selector: Role.ASIDE}}
    elif place == "fields":
        said = {place: {"headline": (selector,)}}
    with pytest.raises(InvalidLayoutError) as caught:
        layout(**said)
    assert repr(selector.strip() if place == "content" else selector) in str(caught.value)


@pytest.mark.parametrize(
    "said",
    [
        {"roles": {"a b": Role.ASIDE}},
        {"roles": {".a": "aside"}},
        {"roles": {".a": None}},
        {"roles": {".a": RoleRow("aside")}},  # type: ignore[arg-type]
        {"content": ("a b",)},
        {"scope": ("a b",)},
        {"stop_at": ("a b",)},
        {"premium": ("a b",)},
        {"scope": ("p[a=b]",)},
        {"fields": {"headline": ("a > b",)}},
        {"fields": {"headline": "h1"}},
        {"fields": {"titre": ("h1",)}},
        {"fields": {"headline": ("//h1[",)}},
        {"fields": {"headline": ("(//h1",)}},
        {"fields": {"headline": ("//h1[nothing()]",)}},
        {"fields": {"headline": ("//svg:text",)}},
    ],
    ids=str,
)
def test_error_names_the_layout(said: dict[str, Any]) -> None:
    """With a dozen layouts, the message must name the invalid one."""
    with pytest.raises(InvalidLayoutError, match="'weekly_2020'"):
        layout(name="weekly_2020", **said)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"roles": {".a": "aside"}}, "'.a' has the role 'aside', not a Role"),
        (
            {"fields": {"titre": ("h1",)}},
            "unknown field 'titre'; known fields: address, author_job, author_name, ",
        ),
        (
            {"fields": {"titre": ("h1",), "chapo": ("h2",)}},
            "unknown field 'chapo', 'titre'; known fields: ",
        ),
        (
            {"fields": {"headline": "h1"}},
            "field 'headline' takes a tuple of selectors, not the string 'h1'",
        ),
        *(
            ({name: "a"}, f"{name} takes a tuple of strings, not the string 'a'")
            for name in ("markers", "sites", "content", "scope", "premium", "stop_at")
        ),
        ({"fields": {"headline": ("//h1[",)}}, "field 'headline': '//h1[' is not an XPath: "),
    ],
)
def test_error_describes_the_invalid_argument(said: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidLayoutError) as caught:
        layout(**said)
    assert named in str(caught.value)
    assert isinstance(caught.value, LemondeParseError)


# Roles


def test_the_first_row_wins() -> None:
    roles = {
        ".catcher--reference": Role.ASIDE,
        ".catcher*": Role.RELATED,
        "section": Role.CONTAINER,
    }
    assert role_of(roles, "section", "catcher catcher--reference") is Role.ASIDE
    assert role_of(roles, "section", "catcher catcher--inline") is Role.RELATED
    assert role_of(roles, "section", "other") is Role.CONTAINER
    turned = dict(reversed(roles.items()))
    assert role_of(turned, "section", "catcher catcher--reference") is Role.CONTAINER


def test_element_without_a_row_has_the_role_of_its_tag() -> None:
    assert role_of({}, "p", "x") is Role.PARAGRAPH
    assert role_of({}, "h3") is Role.HEADING
    assert role_of({}, "script") is Role.IGNORE
    assert role_of({}, "bogus") is Role.INLINE


def test_row_overrides_the_role_of_a_tag() -> None:
    assert role_of({"h2.lead": Role.PARAGRAPH}, "h2", "lead") is Role.PARAGRAPH
    assert role_of({"h2.lead": Role.PARAGRAPH}, "h2", "other") is Role.HEADING
    assert role_of({"#ads": Role.ADVERTISEMENT}, "p", None, "ads") is Role.ADVERTISEMENT


def test_role_row_adds_evidence() -> None:
    mine = layout(roles={".note": RoleRow(Role.ASIDE, "2019"), ".ad": Role.ADVERTISEMENT})
    assert dict(mine.roles) == {
        ".note": RoleRow(Role.ASIDE, "2019"),
        ".ad": RoleRow(Role.ADVERTISEMENT),
    }
    assert mine.entry(element("div", "note")).role is Role.ASIDE
    assert role_of({**mine.roles, ".note": Role.SHARE}, "div", "note") is Role.SHARE


def test_the_rule_of_an_entry_names_its_row() -> None:
    mine = layout(roles={".ad*": Role.ADVERTISEMENT})
    assert mine.entry(element("div", "ad-slot")).rule == "mine: .ad*"
    assert mine.entry(element("p")).rule == "html: p"


def test_entry_collects_the_rows_of_an_element() -> None:
    mine = layout(
        content=(".story, .more", "article"),
        scope=("main",),
        stop_at=("#end",),
        premium=(".locked", "a@data-premium"),
        fields={"headline": ("h1",), "translation_url": ("a.tr@href",), "kicker": ("h1", ".k")},
        roles={".ad": Role.ADVERTISEMENT, "strong": Role.STRONG},
    )
    story, more, article = (
        mine.entry(element(*of)) for of in (("div", "story"), ("p", "more"), ("article",))
    )
    assert (story.content, more.content, article.content) == (0, 0, 1)
    assert mine.entry(element("div")).content is None
    assert mine.entry(element("main")).is_scope
    assert mine.entry(element("div", None, "end")).stops
    assert mine.entry(element("h1")).fields == (
        ("headline", Selector.parse("h1")),
        ("kicker", Selector.parse("h1")),
    )
    assert mine.entry(element("a", "tr")).fields == (
        ("translation_url", Selector.parse("a.tr@href")),
    )
    assert mine.entry(element("a", "locked")).premium == (None, "data-premium")
    assert mine.entry(element("div", "ad")).is_removed
    assert mine.entry(element("strong")).mark == "strong"
    assert mine.entry(element("p")).mark is None


@pytest.mark.parametrize(
    ("tag", "mark"),
    [
        ("em", "emphasis"),
        ("i", "emphasis"),
        ("b", "strong"),
        ("sup", "superscript"),
        ("sub", "subscript"),
        ("a", "link"),
    ],
)
def test_formatting_tags_give_marks(tag: str, mark: MarkKind) -> None:
    assert layout().entry(element(tag)).mark == mark


def test_value_of_a_removed_role_is_the_reason() -> None:
    assert {role.value for role in REMOVED} == set(REMOVED.values())
    assert Role.ADVERTISEMENT in REMOVED
    assert not {Role.PARAGRAPH, Role.RELATED, Role.PULL_QUOTE, Role.IGNORE} & set(REMOVED)


def test_removed_html_tags_have_a_valid_reason() -> None:
    # AMP elements are named for their content.
    own = {role for tag, role in HTML_ROLES.items() if not tag.startswith("amp-")}
    assert {role for role in own if role in REMOVED} <= {Role.BOILERPLATE}


def test_element_is_looked_up_once() -> None:
    mine = layout(roles={".ad": Role.ADVERTISEMENT})
    first = mine.entry(element("div", "ad"))
    assert mine.entry(element("div", "ad")) is first
    assert mine.entry(element("div", "ad", "x")) is not first


def test_cache_of_elements_is_bounded() -> None:
    mine = layout(roles={".ad*": Role.ADVERTISEMENT})
    for number in range(20_000):
        assert mine.entry(element("div", f"ad-{number}")).role is Role.ADVERTISEMENT
        assert len(mine.known) <= 5_000
    page = (
        '<div class="story">'
        + "".join(f'<p class="c{number}">Mot {number}.</p>' for number in range(10_000))
        + "</div>"
    )
    assert len(parse(page, layout=mine).body) == 10_000
    assert len(mine.known) <= 5_000


def test_layouts_compare_by_identity() -> None:
    assert layout() != layout()


def test_a_layout_is_frozen_and_keyword_only() -> None:
    with pytest.raises(AttributeError):
        layout().name = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Layout("mine", ("story",), (".story",))  # type: ignore[call-arg]


# The layouts of the library


def test_names_are_unique() -> None:
    names = [known.name for known in LAYOUTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("known", LAYOUTS, ids=lambda known: known.name)
def test_every_layout_has_markers_and_content(known: Layout) -> None:
    assert known.name
    assert known.markers
    assert known.content
    assert set(known.fields) <= FIELDS


def test_candidates_are_layouts_with_a_marker_in_the_page() -> None:
    one, two, three = (
        layout(name=name, markers=marks)
        for name, marks in (("1", ("a", "é")), ("2", ("b",)), ("3", ("a",)))
    )
    assert [found.name for found in candidates("<p class=é>".encode(), [one, two, three])] == [
        "1",
        "3",
    ]
    assert list(candidates(b"<p>", [two])) == []


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("", ["gazette", "courrier", "any"]),
        ("https://www.gazette.example/un-titre", ["gazette", "any"]),
        ("https://gazette.example", ["gazette", "any"]),
        ("https://autre-gazette.example/", ["any"]),  # another domain that ends in the same letters
        ("/politique/un-titre", ["gazette", "courrier", "any"]),
        ("https://[", ["gazette", "courrier", "any"]),
    ],
)
def test_site_layout_is_not_a_candidate_for_other_sites(address: str, names: list[str]) -> None:
    """An address without a domain has no effect; a layout without sites is for any page."""
    known = [
        layout(name="gazette", sites=("gazette.example",), markers=("<p",)),
        layout(name="courrier", sites=("courrier.example",), markers=("<p",)),
        layout(name="any", markers=("<p",)),
    ]
    assert [found.name for found in candidates(b"<p>", known, address)] == names


@pytest.mark.parametrize(
    ("content", "html", "expected"),
    [
        (("#body",), '<div id="body">', True),
        (("#body",), "<div id = body>", True),
        (("#body",), '<script>{"body": "<div>"}</script>', False),
        (("#body",), '<script>{"body": ""}</script><div id=\'body\'>', True),
        ((".story",), '<div class="big story">', True),
        ((".story",), '<div class="other">', False),
        ((".other, .story",), '<div class="story">', True),
        (("article",), "<p>", True),
        (("//div",), "<p>", True),
    ],
)
def test_may_have_content_has_no_false_negatives(
    content: tuple[str, ...], html: str, expected: bool
) -> None:
    assert layout(content=content).may_have_content(html.encode()) is expected


# Custom layouts

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


def test_name_of_a_layout_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="layout must be a Layout, not str"):
        parse(GAZETTE_PAGE, layout="lemonde_2018")  # type: ignore[arg-type]


def test_forced_layout_without_content_is_an_error() -> None:
    with pytest.raises(NotAnArticleError) as caught:
        parse(
            "<main><article class='article__content'><p>Deux mots.</p></article></main>",
            layout=GAZETTE,
        )
    assert caught.value.reason == "unknown layout"


def test_no_layouts_no_article() -> None:
    with pytest.raises(NotAnArticleError):
        parse(
            "<main><article class='article__content'><p>Deux mots.</p></article></main>", layouts=()
        )


def test_the_best_content_selector_on_the_page_counts() -> None:
    mine = layout(content=("#best", ".story"))
    both = '<div class="story"><p>Second.</p></div><div id="best"><p>Premier.</p></div>'
    assert parse(both, layout=mine).text == "Premier."
    assert parse('<div class="story"><p>Second.</p></div>', layout=mine).text == "Second."


def test_content_selectors_in_one_row_are_read_together_in_page_order() -> None:
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
def test_layout_decides_on_short_bold_lines(
    bold_line: str, kind: type[Heading | Paragraph]
) -> None:
    page = '<div class="story"><p>Il pleut.</p><p><b>Un long chemin</b></p><p>Il vente.</p></div>'
    assert type(parse(page, layout=layout(bold_line=bold_line)).body[1]) is kind


def test_layout_gives_the_kind() -> None:
    page = '<div class="story"><p>Il pleut.</p></div>'
    assert parse(page, layout=layout(kind="blog")).kind == "blog"
    assert parse(page, layout=layout()).kind == "article"


def test_custom_slices_give_the_same_article() -> None:
    page = (
        '<html><head></head><body><p>Avant.</p><div class="story"><p>Il pleut.</p></div><hr>'
        "<p>Après.</p></body></html>"
    )
    whole = parse(page, layout=layout())
    sliced = parse(page, layout=layout(slices=(('<div class="story"', "<hr>"),)))
    assert whole == sliced
    assert whole.text == "Il pleut."


NESTED = (
    '<main><div class="c-head"><p class="k">Autour</p><div class="c-head">'
    '<p class="k" lang="fr" title="Un titre">Dedans</p></div></div>'
    '<div class="story"><p>Il pleut.</p></div></main>'
)


@pytest.mark.parametrize(
    ("selector", "told"),
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
def test_field_selected_by_attribute_or_outer_element(selector: str, told: str | None) -> None:
    assert parse(NESTED, layout=layout(fields={"headline": (selector,)})).headline == told


def test_fields_in_nested_boxes_are_read_once() -> None:
    assert parse(NESTED, layout=layout(fields={"keywords": (".c-head p",)})).keywords == (
        "Autour",
        "Dedans",
    )


@pytest.mark.parametrize(
    "expression", ["//p[1]", "//p[1]/text()", "//p/@title", "(//p)[1]", "//nothing"]
)
def test_fields_by_xpath_are_elements_texts_or_attributes(expression: str) -> None:
    page = (
        '<main><p title="Un titre">Un titre</p><div class="story">'
        '<p title="Un titre">Il pleut.</p></div></main>'
    )
    article = parse(page, layout=layout(fields={"headline": (expression,)}))
    assert article.headline == (None if "nothing" in expression else "Un titre")


@pytest.mark.parametrize(
    "expression", ["(count(//p))", "(1 = 1)", "//comment()", "//p/..", "(//p | //p/@title)"]
)
def test_xpath_with_other_results_is_ignored(expression: str) -> None:
    page = '<main><!-- x --><div class="story"><p title="x">Il pleut.</p></div></main>'
    assert parse(page, layout=layout(fields={"headline": (expression,)})).text == "Il pleut."


SHARING = """<html><body><main><h1>Le bac part</h1><div class="story"><p>Il pleut.</p>
<div class="share-bar">Le quai s’anime.</div><p>Le vent est tombé.</p></div></main></body></html>"""


def test_layout_of_a_caller_has_the_rows_that_papers_share() -> None:
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


def test_layout_with_own_rows_only_has_no_others() -> None:
    article = parse(SHARING, layout=layout())
    assert (article.headline, article.text) == (
        None,
        "Il pleut.\n\nLe quai s’anime.\n\nLe vent est tombé.",
    )


def test_explain_describes_shared_rows_and_does_not_list_them_as_unused() -> None:
    report = explain(SHARING, layout=layout(rows="shared", scope=("main",)))
    assert "a row that newspapers share: .share* → Role.SHARE" in report
    assert "matched nothing" not in report
