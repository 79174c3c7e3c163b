"""Element trees: building them from the source of a page, and reading them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from lemonde_parse import (
    Mark,
    NotAnArticleError,
    Paragraph,
    parse,
)
from lemonde_parse.intake.limits import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH
from lemonde_parse.intake.source import take
from lemonde_parse.intake.tree import build


def depth_of(root: etree._Element) -> int:
    return max(sum(1 for _ in element.iterancestors()) for element in root.iter("*"))


def text_of(root: etree._Element) -> str:
    return "".join(root.itertext())


def test_tree_contains_no_comments_or_processing_instructions() -> None:
    root, warnings = build(b"<p>a<!-- b --><?c d?>e</p>")
    assert root is not None
    assert [element.tag for element in root.iter()] == ["html", "body", "p"]
    assert text_of(root) == "ae"
    assert warnings == []


@pytest.mark.parametrize("page", [b"<!-- a <p>b</p>", b"<!-- a --><!-- b"])
def test_source_without_visible_content_gives_no_text(page: bytes) -> None:
    root, warnings = build(page)
    assert root is None or text_of(root) == ""
    assert warnings == []


@pytest.mark.parametrize("depth", [10, 200, MAX_DEPTH - 10])
def test_elements_at_usual_depths_are_not_flattened(depth: int) -> None:
    root, warnings = build(b"<div>" * depth + b"x" + b"</div>" * depth)
    assert root is not None
    assert depth_of(root) == depth + 1
    assert warnings == []


@pytest.mark.parametrize("depth", [MAX_DEPTH, 300, 2_500, 10_000])
def test_too_deep_elements_are_flattened_with_a_warning(depth: int) -> None:
    root, warnings = build(
        b"<p>avant</p>" + b"<div>" * depth + b"dedans" + b"</div>" * depth + b"<p>ensuite</p>"
    )
    assert root is not None
    assert depth_of(root) <= MAX_DEPTH
    assert text_of(root) == "avantdedansensuite"
    assert [warning.code for warning in warnings] == ["limit"]


@pytest.mark.parametrize("tag", ["font", "span", "div", "x-mot"])
@pytest.mark.parametrize("depth", [300, 2_500])
def test_flattening_keeps_paragraphs_in_unclosed_elements(tag: str, depth: int) -> None:
    """A page becomes this deep if a program leaves an element open before each paragraph."""
    root, warnings = build(f"<{tag}><p>un</p>".encode() * depth)
    assert root is not None
    assert len(root.findall(".//p")) == depth
    assert depth_of(root) <= MAX_DEPTH
    assert [warning.code for warning in warnings] == ["limit"]


@pytest.mark.parametrize("depth", [300, 2_500])
def test_article_nested_in_many_unknown_elements_keeps_its_blocks(depth: int) -> None:
    """Script frameworks wrap the page in elements with unknown names."""
    around = "".join(f"<x-{number}>" for number in range(depth))
    paragraph = f"<p>{'Une phrase assez longue pour un paragraphe de texte. ' * 3}</p>"
    article = parse(f"<body>{around}<article><h1>Le port</h1>{paragraph * 3}</article></body>")
    assert article.headline == "Le port"
    assert [block.type for block in article.body] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "tag", ["x-icon", "font", 'span class="a"', "div", 'div class="b"', "section"]
)
@pytest.mark.parametrize("depth", [200, 300, 2_500])
def test_unclosed_elements_between_paragraphs_lose_no_words(tag: str, depth: int) -> None:
    paragraph = f"<p>{'Une phrase assez longue pour un paragraphe de texte. ' * 3}</p>"
    article = parse(
        "<!DOCTYPE html><html><head><title>Le port</title><script>a()</script></head><body>"
        f"<article><h1>Le port</h1>{f'{paragraph}<{tag}>' * depth}</article></body></html>"
    )
    assert article.headline == "Le port"
    assert [block.type for block in article.body] == ["paragraph"] * depth


def test_unmatched_end_tags_of_a_very_deep_page_are_ignored() -> None:
    """For each unmatched end tag, libxml2 searches all open elements. It ignores the end tag of an
    element in which a table or a div is still open, and turns </p> into a paragraph."""
    deep = b"<div>" * 2_500
    root, _ = build(
        deep + b"un</x> deux<b></b><u><table><tr><td></u> trois</table> quatre</p> cinq</div> six"
    )
    assert root is not None
    assert text_of(root) == "un deux trois quatre cinq six"
    row = root.find(".//td")
    assert row is not None
    assert row.text == " trois"


@pytest.mark.parametrize("depth", [300, 5_000, 50_000])
def test_a_deep_tree_is_read_like_its_source(depth: int) -> None:
    """Visiting all elements of a tree takes time proportional to depth times length."""
    body = etree.Element("body")
    last = body
    for _ in range(depth):
        last = etree.SubElement(last, "div")
    for number in range(9):
        etree.SubElement(last, "p").text = f"Une phrase entière, la {number}e de neuf. " * 3
    article = parse(body)
    assert len(article.paragraphs) == 9
    assert "limit" in {warning.code for warning in article.report.warnings}
    assert article == parse(etree.tostring(body))


def test_text_in_many_pieces_is_read_like_its_source() -> None:
    """lxml needs quadratic time to join the pieces."""
    body = etree.fromstring(f"<body><p>{'<b>Une phrase entière.</b> ' * 9}</p></body>")
    etree.strip_tags(body, "b")
    source = take(body, encoding=None, max_bytes=MAX_BYTES)
    assert source.tree is None
    assert parse(body) == parse(etree.tostring(body))


def test_long_text_gives_no_warning() -> None:
    """libxml2 stops at ten million characters by default."""
    text = b"mot " * 2_600_000
    root, warnings = build(b"<p>" + text + b"</p><p>fin</p>")
    assert root is not None
    assert len(text_of(root)) == len(text) + 3
    assert warnings == []


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{i}=1" for i in range(9_000)),
        " ".join(f"a{i}='>'" for i in range(9_000)),
        " ".join(f"attribut{i}" for i in range(9_000)),
        "/".join(f'a{i}="="' for i in range(9_000)),
    ],
    ids=["bare", "quoted", "empty", "slashes"],
)
def test_too_many_attributes_are_dropped_with_a_warning(attributes: str) -> None:
    root, warnings = build(f"<p class='k' {attributes}>avant</p><p>ensuite</p>".encode())
    assert root is not None
    assert text_of(root) == "avantensuite"
    assert [warning.code for warning in warnings] == ["limit"]
    first = root.find(".//p")
    assert first is not None
    assert first.get("class") == "k"
    assert len(first.attrib) == MAX_ATTRIBUTES


def test_tag_at_the_limit_of_attributes_keeps_them_all() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(MAX_ATTRIBUTES))
    root, warnings = build(f"<p {attributes}>mot</p>{'<b a=1>x</b>' * 9}".encode())
    assert root is not None
    first = root.find(".//p")
    assert first is not None
    assert len(first.attrib) == MAX_ATTRIBUTES
    assert warnings == []


@pytest.mark.parametrize(
    "value",
    [
        "a=1",
        "a=\"b>\" c='d>'",
        "a='<b c=\"d\">e'",
        "a = ' \">'",
        'a= ">"',
        "a=\"'\" b='\">'",
        'a="b" c=""',
        "a=b\" c='d\" >'",
    ],
)
def test_too_many_attributes_are_dropped_whatever_precedes_them(value: str) -> None:
    """The values look like the end of a tag. Around them are tags with few attributes, and scripts
    without tags."""
    script = f"<script>{'x = 1; ' * 2_000}</script>"
    tags = '<b class="c">x</b>' * 2_000
    flood = " x" * (MAX_ATTRIBUTES // 2)
    page = f"{script}{tags}<p {value}{flood} {value}{flood} z>mot</p>{tags}{script}".encode()
    root, warnings = build(page)
    assert root is not None
    assert [warning.code for warning in warnings] == ["limit"]
    assert root.find(".//p[@z]") is None


def test_too_many_attributes_are_dropped_in_every_form_of_a_page() -> None:
    flood = " ".join(f"a{number}=1" for number in range(MAX_ATTRIBUTES))
    page = (
        f'<main><h1>Un titre</h1><article class="article__content"><p>Un.</p><h2 {flood} hidden>'
        "Deux</h2><p>Trois.</p></article></main>"
    )
    article = parse(page)
    assert article.text == "Un.\n\nDeux\n\nTrois."
    assert "limit" in {warning.code for warning in article.report.warnings}
    tree = lxml_html.document_fromstring(page)
    for form in (page.encode(), tree, BeautifulSoup(page, "html.parser")):
        assert parse(form) == article


def test_control_characters_of_very_deep_pages_are_dropped() -> None:
    """Found by fuzzing: lxml accepts control characters in the source of a page, but not in strings
    from Python."""
    page = (
        '<article class="article__content"><p>Deux\x01 mots, '
        f'<a href="/un\x02\x1ftitre">un lien</a>.</p></article>{"<div>" * 3_000}'
    )
    (paragraph,) = parse(page).body
    assert paragraph == Paragraph(
        text="Deux mots, un lien.", marks=(Mark(kind="link", start=11, end=18, href="/untitre"),)
    )


def test_many_tags_with_few_attributes_each_are_kept() -> None:
    root, warnings = build(b"<p a=1 b='2' c=3>x</p>" * 3_000)
    assert root is not None
    assert len(root.findall(".//p")) == 3_000
    assert warnings == []


def test_attribute_with_many_words_is_kept() -> None:
    value = "mot = " * 5_000
    root, warnings = build(f"<p title='{value}'>x</p>".encode())
    assert root is not None
    assert [element.get("title") for element in root.iter("p")] == [value]
    assert warnings == []


def test_nul_does_not_end_the_page() -> None:
    root, warnings = build(b"<p>a\0b</p>\0<p>c</p>")
    assert root is not None
    assert text_of(root) == "abc"
    assert warnings == []


@pytest.mark.parametrize(
    ("end", "text"),
    [
        ("", "un"),
        ("<!--", "un"),
        ("<!-- a", "un"),
        ("<script>a", "un"),
        ("<style>a", "un"),
        ("<title>a", "un"),
        ("<textarea>a", "un"),
        ("<iframe>a", "un"),
        ("<xmp>a", "un\n\na"),
        ("<plaintext>a", "un\n\na"),
        ('<p title="a', "un"),
        ("<p", "un"),
        ("</", "un"),
        ("&am", "un\n\n&am"),
    ],
)
def test_unclosed_markup_at_the_end_does_not_change_the_text_above(end: str, text: str) -> None:
    article = parse('<article class="article__content"><p>un</p>' + end)
    assert article.text == text


def test_element_with_the_name_of_an_internal_tag_is_kept() -> None:
    root, _ = build(b"<lemonde-parse-end>a</lemonde-parse-end><p>b</p>")
    assert root is not None
    assert text_of(root) == "ab"


def test_text_of_more_than_ten_megabytes_is_complete() -> None:
    root, warnings = build(b"<p>" + b"mot " * 2_600_000 + b"</p><p>fin</p>")
    assert root is not None
    assert text_of(root).endswith("fin")
    assert warnings == []


@given(
    st.lists(
        st.sampled_from(
            [
                b"<p>",
                b"</p>",
                b"<div",
                b">",
                b"<!--",
                b"-->",
                b"a=",
                b'"',
                b"'",
                b"\0",
                b"<script>",
                b"&",
                b"x",
                b" ",
            ]
        )
    )
)
def test_building_a_tree_never_fails(pieces: list[bytes]) -> None:
    root, _ = build(b"".join(pieces))
    assert root is None or isinstance(root.tag, str)


@pytest.mark.parametrize("opening", ["<html ", "<link canonical ", "<meta a"])
def test_unclosed_tags_do_not_hide_the_article(opening: str) -> None:
    page = (
        "<head>"
        + opening * 2_000
        + "><main><article class='article__content'><p>Un.</p></article></main>"
    )
    assert parse(page).text == "Un."


def test_unclosed_title_contains_the_rest_of_the_page() -> None:
    page = (
        "<head>"
        + "<title " * 2_000
        + "><main><article class='article__content'><p>Un.</p></article></main>"
    )
    with pytest.raises(NotAnArticleError):
        parse(page)


@pytest.mark.parametrize(
    "end",
    [
        "",
        "</body>",
        "</body></html>",
        "</BODY >\n</HTML>\n",
        "</body></html><!-- 0.2 s --><!-- web01 -->",
        "</body><p>Fin.</p></html>",
    ],
)
def test_tree_is_complete_for_any_end_of_the_page(end: str) -> None:
    """No text after </body> is lost, and none is invented."""
    root, warnings = build(f"<html><body><p>Deux <b>mots</b>.</p>{end}".encode())
    assert root is not None
    assert [element.tag for element in root.iter("*")] == [
        "html",
        "body",
        "p",
        "b",
        *(["p"] if "Fin" in end else []),
    ]
    assert " ".join(root.itertext()).split() == [
        "Deux",
        "mots",
        ".",
        *(["Fin."] if "Fin" in end else []),
    ]
    assert warnings == []
