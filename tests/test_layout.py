"""Layouts as data: selectors, roles, errors in invalid records, and the layouts of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from lxml import etree

from layout_elements import layout
from lemonde_parse import (
    LAYOUTS,
    InvalidLayoutError,
    Layout,
    LemondeParseError,
    Role,
    RoleRow,
    parse,
)
from lemonde_parse.blocks import MarkKind
from lemonde_parse.layout import FIELDS, HTML_ROLES, REMOVED
from lemonde_parse.layouts import candidates
from lemonde_parse.selectors import Selector


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
def test_selector_matches_by_tag_class_or_id(
    selector: str, hits: list[str], misses: list[str]
) -> None:
    parsed = Selector.parse(selector)

    def matches(written: str) -> bool:
        rest, _, identifier = written.partition("#")
        tag, *classes = rest.split(".")
        return parsed.matches(tag, tuple(classes), identifier or None)

    assert [written for written in hits if not matches(written)] == []
    assert [written for written in misses if matches(written)] == []


@pytest.mark.parametrize(
    ("selector", "attribute"),
    [
        ("time.published@datetime", "datetime"),
        ("a@href", "href"),
        (".x@data-premium", "data-premium"),
        ("a", None),
    ],
)
def test_selector_may_name_an_attribute_to_read(selector: str, attribute: str | None) -> None:
    assert Selector.parse(selector).attribute == attribute


INVALID_SELECTORS = [
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


@pytest.mark.parametrize("selector", INVALID_SELECTORS)
@pytest.mark.parametrize("place", ["roles", "content", "scope", "stop_at", "premium", "fields"])
def test_invalid_selector_is_quoted_in_the_error(place: str, selector: str) -> None:
    arguments: dict[str, Any] = {place: (selector,)}
    if place == "roles":
        arguments = {place: {selector: Role.ASIDE}}
    elif place == "fields":
        arguments = {place: {"headline": (selector,)}}
    with pytest.raises(InvalidLayoutError) as caught:
        layout(**arguments)
    assert repr(selector.strip() if place == "content" else selector) in str(caught.value)


@pytest.mark.parametrize(
    "arguments",
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
def test_error_names_its_layout(arguments: dict[str, Any]) -> None:
    """With a dozen layouts, the message must name the invalid one."""
    with pytest.raises(InvalidLayoutError, match="'weekly_2020'"):
        layout(name="weekly_2020", **arguments)


@pytest.mark.parametrize(
    ("arguments", "message"),
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
def test_error_describes_the_invalid_argument(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidLayoutError) as caught:
        layout(**arguments)
    assert message in str(caught.value)
    assert isinstance(caught.value, LemondeParseError)


# Roles


def test_the_first_row_that_matches_wins() -> None:
    roles = {
        ".catcher--reference": Role.ASIDE,
        ".catcher*": Role.RELATED,
        "section": Role.CONTAINER,
    }
    assert role_of(roles, "section", "catcher catcher--reference") is Role.ASIDE
    assert role_of(roles, "section", "catcher catcher--inline") is Role.RELATED
    assert role_of(roles, "section", "other") is Role.CONTAINER
    reversed_roles = dict(reversed(roles.items()))
    assert role_of(reversed_roles, "section", "catcher catcher--reference") is Role.CONTAINER


def test_element_without_a_row_has_the_role_of_its_tag() -> None:
    assert role_of({}, "p", "x") is Role.PARAGRAPH
    assert role_of({}, "h3") is Role.HEADING
    assert role_of({}, "script") is Role.IGNORE
    assert role_of({}, "bogus") is Role.INLINE


def test_row_overrides_the_role_of_a_tag() -> None:
    assert role_of({"h2.lead": Role.PARAGRAPH}, "h2", "lead") is Role.PARAGRAPH
    assert role_of({"h2.lead": Role.PARAGRAPH}, "h2", "other") is Role.HEADING
    assert role_of({"#ads": Role.ADVERTISEMENT}, "p", None, "ads") is Role.ADVERTISEMENT


def test_role_row_has_a_role_and_evidence() -> None:
    mine = layout(roles={".note": RoleRow(Role.ASIDE, "2019"), ".ad": Role.ADVERTISEMENT})
    assert dict(mine.roles) == {
        ".note": RoleRow(Role.ASIDE, "2019"),
        ".ad": RoleRow(Role.ADVERTISEMENT),
    }
    assert mine.entry(element("div", "note")).role is Role.ASIDE
    assert role_of({**mine.roles, ".note": Role.SHARE}, "div", "note") is Role.SHARE


def test_rule_of_an_element_names_the_layout_and_the_row() -> None:
    mine = layout(roles={".ad*": Role.ADVERTISEMENT})
    assert mine.entry(element("div", "ad-slot")).rule == "mine: .ad*"
    assert mine.entry(element("p")).rule == "html: p"


def test_entry_has_all_rows_that_match_an_element() -> None:
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
def test_formatting_tags_have_marks(tag: str, mark: MarkKind) -> None:
    assert layout().entry(element(tag)).mark == mark


def test_values_of_removed_roles_are_reasons() -> None:
    assert {role.value for role in REMOVED} == set(REMOVED.values())
    assert Role.ADVERTISEMENT in REMOVED
    assert not {Role.PARAGRAPH, Role.RELATED, Role.PULL_QUOTE, Role.IGNORE} & set(REMOVED)


def test_removed_html_tags_are_boilerplate() -> None:
    # AMP elements may have other reasons, because their names describe their content.
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
    """An address without a domain allows every layout; a layout without sites matches any page."""
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
def test_may_have_content_is_true_for_every_page_with_content(
    content: tuple[str, ...], html: str, expected: bool
) -> None:
    assert layout(content=content).may_have_content(html.encode()) is expected
