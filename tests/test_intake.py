"""From the caller's input to a tree: decoding, input types, slices, limits."""

from __future__ import annotations

import codecs
from array import array
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from lemonde_parse import (
    Article,
    EmptyPageError,
    Mark,
    NotAnArticleError,
    PageTooLargeError,
    Paragraph,
    parse,
)
from lemonde_parse.intake.decoding import clean_str, codec, to_utf8
from lemonde_parse.intake.limits import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH
from lemonde_parse.intake.slices import cut
from lemonde_parse.intake.source import Page, take
from lemonde_parse.intake.tree import build

WORDS = "L’été à Noël coûte 3 € « là-bas »…"
LATIN = WORDS.encode("windows-1252")
UTF8 = WORDS.encode()


def warned(raw: bytes, encoding: str | None = None) -> list[str]:
    """Return the warning codes of decoding."""
    return [warning.code for warning in to_utf8(raw, encoding)[1]]


# Decoding


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + UTF8,
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        UTF8,
        LATIN,
    ],
    ids=[
        "BOM of UTF-8",
        "BOM of UTF-16 LE",
        "BOM of UTF-16 BE",
        "undeclared UTF-8",
        "undeclared windows-1252",
    ],
)
def test_bytes_that_declare_nothing_are_read(raw: bytes) -> None:
    assert to_utf8(raw, None) == (UTF8, [])


def test_a_byte_order_mark_wins_over_everything() -> None:
    raw = codecs.BOM_UTF16_LE + f'<meta charset="iso-8859-1">{WORDS}'.encode("utf-16-le")
    assert to_utf8(raw, "iso-8859-1") == (f'<meta charset="iso-8859-1">{WORDS}'.encode(), [])


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-1">',
        "<meta charset=ISO-8859-1>",
        "<META CHARSET='Latin1'>",
        '<meta charset="us-ascii" />',
        '<meta charset="windows-1252">',
        '<meta charset="cp1252">',
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        '<meta content="text/html;charset=windows-1252" http-equiv="content-type"/>',
        '<?xml version="1.0" encoding="iso-8859-1"?>',
    ],
)
def test_labels_of_latin_1_mean_windows_1252(declaration: str) -> None:
    """As in browsers: € and ’ do not exist in ISO 8859-1."""
    assert to_utf8(declaration.encode() + LATIN, None) == (declaration.encode() + UTF8, [])


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        (" latin1 ", "windows-1252"),
        ("ascii", "windows-1252"),
        ("UTF8", "utf-8"),
        ("utf-8", "utf-8"),
        ("iso-8859-15", "iso8859-15"),
        ("macintosh", "mac-roman"),
    ],
)
def test_encoding_labels_have_their_web_meaning(label: str, name: str) -> None:
    assert codec(label) == name


def test_a_declared_single_byte_encoding_is_followed() -> None:
    raw = '<meta charset="iso-8859-15"><p>3 € à l’œil</p>'.replace("’", "'").encode("iso-8859-15")
    assert to_utf8(raw, None) == ('<meta charset="iso-8859-15"><p>3 € à l\'œil</p>'.encode(), [])


def test_windows_1252_declared_as_utf_8_gives_a_warning() -> None:
    page, warnings = to_utf8(b'<meta charset="utf-8">' + LATIN, None)
    assert page == b'<meta charset="utf-8">' + UTF8
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("encoding", "the page declares UTF-8, but is windows-1252; read as windows-1252")
    ]


def test_utf_8_declared_as_latin_1_gives_a_warning() -> None:
    page, warnings = to_utf8(b'<meta charset="iso-8859-1">' + UTF8, None)
    assert page == b'<meta charset="iso-8859-1">' + UTF8
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("encoding", "the page declares windows-1252, but is UTF-8; read as UTF-8")
    ]


def test_ascii_with_any_declaration_gives_no_warning() -> None:
    assert to_utf8(b'<meta charset="iso-8859-1">abc', None) == (
        b'<meta charset="iso-8859-1">abc',
        [],
    )


def test_utf_8_with_a_few_broken_bytes_stays_utf_8() -> None:
    page, warnings = to_utf8("été été été ".encode() + b"\xe9 \xc3 ", None)
    assert page.decode() == "été été été \ufffd \ufffd "
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("encoding", "replaced 2 bytes that are not valid utf-8")
    ]


def test_replacement_characters_in_the_page_are_not_counted() -> None:
    (warning,) = to_utf8("\ufffd\ufffd été été été ".encode() + b"\xe9", None)[1]
    assert warning.message.startswith("replaced 1 ")
    assert to_utf8("\ufffd été".encode(), None)[1] == []


def test_undefined_bytes_of_windows_1252_are_control_characters() -> None:
    assert to_utf8(b"\xe9 \x81\x8d\x8f\x90\x9d", None) == ("é \x81\x8d\x8f\x90\x9d".encode(), [])


def test_encoding_argument_overrides_the_declaration() -> None:
    raw = b'<meta charset="utf-8">' + "Élan".encode("mac-roman")
    assert to_utf8(raw, "macintosh") == ('<meta charset="utf-8">Élan'.encode(), [])
    assert to_utf8(b'<meta charset="utf-8">' + LATIN, "latin-1") == (
        b'<meta charset="utf-8">' + UTF8,
        [],
    )


def test_bytes_invalid_in_the_given_encoding_are_replaced_with_a_warning() -> None:
    assert to_utf8(b"\xe9t\xe9", "utf-8")[0].decode() == "\ufffdt\ufffd"
    assert warned(b"\xe9t\xe9", "utf-8") == ["encoding"]


@pytest.mark.parametrize("encoding", ["klingon", "", "base64", "rot13", "é"])
def test_an_encoding_that_does_not_exist_is_a_lookup_error(encoding: str) -> None:
    with pytest.raises(LookupError):
        parse(b"<p>mot</p>", encoding=encoding)


@pytest.mark.parametrize(
    "label",
    [
        "klingon",
        "rot13",
        "base64",
        "utf-16",
        "utf-7",
        "utf-32",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "latin-1",
        "hz-gb-2312",
    ],
)
def test_unknown_declared_encoding_is_ignored(label: str) -> None:
    """Python has more codecs than browsers; some of them fail on any page."""
    declaration = f'<meta charset="{label}">'.encode()
    assert to_utf8(declaration + UTF8, None) == (declaration + UTF8, [])


@pytest.mark.parametrize(
    "page",
    [
        b"<!-- " + b"x" * 3_000 + b' --><meta charset="windows-1252">' + LATIN,
        b"<head>" + b"<!-- x -->" * 1_000 + b'<meta charset="windows-1252"></head>' + LATIN,
    ],
    ids=["after an archive's comment", "late in a long head"],
)
def test_a_declaration_is_found_late_in_the_head(page: bytes) -> None:
    assert to_utf8(page, None) == (page.removesuffix(LATIN) + UTF8, [])


@pytest.mark.parametrize("length", range(8_188, 8_196))
@pytest.mark.parametrize("letter", ["é", "€", "😀"])
def test_multibyte_letters_are_decoded_at_any_position(length: int, letter: str) -> None:
    raw = ("a" * length + letter * 3_000).encode()
    assert to_utf8(raw, None) == (raw, [])


@given(
    st.binary(max_size=80)
    | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_all_bytes_become_utf_8(raw: bytes) -> None:
    page, warnings = to_utf8(raw, None)
    page.decode()
    assert {warning.code for warning in warnings} <= {"encoding"}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_utf_8_is_left_as_it_is(text: str) -> None:
    raw = text.encode().removeprefix(codecs.BOM_UTF8)
    assert to_utf8(b"<p>" + raw, None) == (b"<p>" + raw, [])


def test_a_str_becomes_utf_8_without_its_byte_order_mark() -> None:
    assert clean_str("\ufeffÉté") == ("Été".encode(), [])


def test_lone_surrogates_of_a_str_are_replaced_with_a_warning() -> None:
    page, warnings = clean_str("un\ud83d deux\udc00 \ud83d\ude00")
    assert page.decode() == "un\ufffd deux\ufffd 😀"
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("encoding", "replaced 2 lone surrogates")
    ]


@given(st.text(st.sampled_from("aé\ud83d\ude00\udc00\ud800😀"), max_size=12))
def test_only_lone_surrogates_are_replaced(text: str) -> None:
    page, _ = clean_str(text)
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    assert page.decode() == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in paired)


def test_unclosed_tags_in_the_head_declare_no_encoding() -> None:
    raw = b"<meta " * 6_000 + b"</head>"
    assert to_utf8(raw, None) == (raw, [])


# Accepted input


def source(page: Page, max_bytes: int = MAX_BYTES) -> bytes:
    return take(page, encoding=None, max_bytes=max_bytes).html


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n\t ",
        "\ufeff",
        "\ufeff \n",
        "\u00a0\u2003\n",
        b"",
        b" \r\n",
        bytearray(),
        memoryview(b"  "),
        codecs.BOM_UTF8,
        BeautifulSoup("", "lxml"),
        BeautifulSoup(" \n", "html.parser"),
        etree.ElementTree(),  # type: ignore[call-overload]  # lxml makes one, its stubs do not
    ],
    ids=lambda page: f"{type(page).__name__} {str(page)[:9]!r}",
)
def test_empty_page_is_an_error(page: Page) -> None:
    with pytest.raises(EmptyPageError):
        parse(page)


@pytest.mark.parametrize(
    "name",
    [
        "page.html",
        " page.htm\n",
        "/tmp/pages/page.html.gz",  # noqa: S108
        "./a b.html",
        "~/page.md",
        r"C:\pages\page.html",
        "notes.txt",
        "x.pdf",
        "export.rtf",
        "export.docx",
        "saved.mht",
        "wallabag.json",
    ],
)
def test_path_as_page_is_an_error(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="use parse_file") as caught:
        parse(name)
    assert caught.value.reason == "a path"


@pytest.mark.parametrize(
    "name",
    [
        "https://www.lemonde.fr/a.html",
        "http://a.example/",
        " HTTPS://www.lemonde.fr/\n",
        "www.lemonde.fr/a",
    ],
)
def test_address_as_page_is_an_error(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="download it") as caught:
        parse(name)
    assert caught.value.reason == "an address"


@pytest.mark.parametrize(
    "page", ["<main><p>a.html</p></main>", "<a href='https://www.lemonde.fr/a.html'>a.html</a>"]
)
def test_markup_that_ends_like_a_name_is_markup(page: str) -> None:
    assert source(page) == page.encode()


@pytest.mark.parametrize(
    "page",
    [None, 3, 1.5, ["<p>"], {"html": "<p>"}, object(), Path("page.html"), lambda: "<p>"],
    ids=lambda page: type(page).__name__,
)
def test_a_wrong_type_is_a_type_error(page: object) -> None:
    with pytest.raises(
        TypeError, match=rf"not {type(page).__name__}; to read a file use parse_file"
    ):
        parse(page)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "limit", "size"),
    [
        (b"<p>" + b"a" * 97, 99, 100),
        ("<p>" + "a" * 97, 99, 100),
        ("<p>" + "é" * 97, 100, 197),
        ("<p>" + "é" * 97, 99, 100),
        (bytearray(b"<p>" + b"a" * 97), 99, 100),
        (memoryview(array("I", [0x3C703E61] * 25)), 99, 100),
        (b"<p>" + b"\xe9" * 97, 100, 197),
        (lxml_html.fromstring("<p>" + "a" * 93 + "</p>"), 99, 100),
        (BeautifulSoup("<p>" + "a" * 93 + "</p>", "html.parser"), 99, 100),
    ],
    ids=[
        "bytes",
        "str",
        "str in UTF-8",
        "str by its length",
        "bytearray",
        "memoryview",
        "decoded",
        "tree",
        "soup",
    ],
)
def test_a_page_over_max_bytes_is_too_large(page: Page, limit: int, size: int) -> None:
    with pytest.raises(PageTooLargeError) as caught:
        parse(page, max_bytes=limit)
    assert (caught.value.size, caught.value.limit) == (size, limit)


@pytest.mark.parametrize("page", [b"<p>" + b"a" * 97, "<p>" + "a" * 97, "<p>" + "é" * 48 + "a"])
def test_a_page_of_max_bytes_is_read(page: Page) -> None:
    assert len(source(page, max_bytes=100)) == 100


PAGE = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le port | Journal</title>'
    '<meta property="og:site_name" content="Journal"><link rel="canonical" '
    'href="https://www.lemonde.fr/a.html">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": ["mer & vent", '
    '"<quai>"],'
    ' "datePublished": "2024-05-01T07:00:00+02:00"}</script></head>'
    '<body><!-- menu --><nav><a href="/">Une</a></nav><main><h1 class="article__title">L’été au '
    "port</h1>"
    '<article class="article__content"><p>Il fait 30&nbsp;°C &amp; <em>pas un souffle</em>.</p>'
    '<section class="catcher"><span class="catcher__title">Lire aussi :</span> '
    '<a href="/b.html">Un autre port</a></section>'
    '<figure><img src="/c.jpg" alt="Le quai"><figcaption>Le quai.</figcaption></figure>'
    "<ul><li>Un</li><li>Deux</li></ul><p>C’est tout.</p></article></main></body></html>"
)

ONE: Article = parse(PAGE)


def test_intact_test_page_is_read_completely() -> None:
    assert ONE.text == "Il fait 30\u00a0°C & pas un souffle.\n\nUn\nDeux\n\nC’est tout."
    assert ONE.keywords == ("mer & vent", "<quai>")
    assert [link.url for link in ONE.related_links] == ["https://www.lemonde.fr/b.html"]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.encode(),
        bytearray(PAGE.encode()),
        memoryview(PAGE.encode()),
        memoryview(b"".join(bytes([byte, 0]) for byte in PAGE.encode()))[::2],
        PAGE.encode("utf-16"),
        "\ufeff" + PAGE,
        BeautifulSoup(PAGE, "lxml"),
        BeautifulSoup(PAGE, "html.parser"),
        BeautifulSoup(PAGE.encode(), "lxml"),
        lxml_html.fromstring(PAGE),
        lxml_html.document_fromstring(PAGE.encode()),
        etree.fromstring(PAGE, etree.HTMLParser()),
        etree.fromstring(PAGE, etree.HTMLParser()).getroottree(),
    ],
    ids=[
        "bytes", "bytearray", "memoryview", "memoryview with steps", "UTF-16", "str with BOM",
        "soup by lxml", "soup by html.parser",
        "soup of bytes", "lxml.html", "lxml.html of bytes", "lxml.etree", "ElementTree",
    ],
)  # fmt: skip
def test_every_form_of_a_page_gives_the_same_article(page: Page) -> None:
    article = parse(page)
    assert article == ONE
    assert article.report == ONE.report


def test_part_of_a_soup_or_tree_is_read_without_its_tail() -> None:
    wanted = ("Il fait 30\u00a0°C & pas un souffle.", "C’est tout.")
    soup, tree = BeautifulSoup(PAGE, "lxml"), lxml_html.fromstring(PAGE)
    main = soup.find("main")
    assert main is not None
    assert tuple(paragraph.text for paragraph in parse(main).paragraphs) == wanted
    (element,) = tree.xpath("//article")
    element.tail = "Rien de cela."
    assert tuple(paragraph.text for paragraph in parse(element).paragraphs) == wanted


def test_a_soup_is_not_changed() -> None:
    soup = BeautifulSoup(PAGE, "lxml")
    before, number = str(soup), len(list(soup.descendants))
    parse(soup)
    assert (str(soup), len(list(soup.descendants))) == (before, number)


def test_a_tree_is_not_changed() -> None:
    tree = etree.fromstring(PAGE, etree.HTMLParser())
    before = etree.tostring(tree, encoding="unicode")
    parse(tree)
    assert etree.tostring(tree, encoding="unicode") == before


def test_bytes_are_not_changed() -> None:
    page = bytearray(PAGE.encode())
    parse(page)
    assert page == PAGE.encode()


# Slices


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
def test_a_slice_reaches_from_the_first_opening_to_the_last_closing(
    page: bytes, part: bytes
) -> None:
    assert cut(page, MAIN) == (part, True)


@pytest.mark.parametrize(
    "page",
    [b"", b"<body>a</body>", b"<main>a", b"</main>", b"</main><main>a", b"<MAIN>a</MAIN>"],
)
def test_without_opening_or_closing_there_is_no_slice(page: bytes) -> None:
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
def test_opening_that_is_not_a_tag_is_ambiguous(decoy: bytes) -> None:
    part, is_certain = cut(decoy + b"<main>a</main>", MAIN)
    assert part is not None
    assert not is_certain


def test_earlier_closing_ends_a_slice() -> None:
    slices = (("<main", "<footer", "</main>"),)
    assert cut(b"<main>a<footer>b</main>c", slices) == (b"<main>a", True)
    assert cut(b"<main>a</main><footer>c", slices) == (b"<main>a", True)


def test_slices_follow_one_another() -> None:
    slices = (("<main", "<footer", "</main>"), ("</main>", "<end"))
    assert cut(b"<main>a<footer>b</main>c<end>d", slices) == (b"<main>a</main>c", True)


def test_slice_starts_after_the_given_position() -> None:
    page = b"<main>a</main><main>b</main>"
    assert cut(page, MAIN, 1) == (b"<main>b", True)


def test_layout_without_slices_is_not_cut() -> None:
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


# Trees


def depth_of(root: etree._Element) -> int:
    return max(sum(1 for _ in element.iterancestors()) for element in root.iter("*"))


def text_of(root: etree._Element) -> str:
    return "".join(root.itertext())


def test_tree_contains_no_comments_and_instructions() -> None:
    root, warnings = build(b"<p>a<!-- b --><?c d?>e</p>")
    assert root is not None
    assert [element.tag for element in root.iter()] == ["html", "body", "p"]
    assert text_of(root) == "ae"
    assert warnings == []


@pytest.mark.parametrize("page", [b"<!-- a <p>b</p>", b"<!-- a --><!-- b"])
def test_source_without_visible_content_has_no_tree(page: bytes) -> None:
    root, warnings = build(page)
    assert root is None or text_of(root) == ""
    assert warnings == []


@pytest.mark.parametrize("depth", [10, 200, MAX_DEPTH - 10])
def test_usual_depths_are_not_flattened(depth: int) -> None:
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
    """A program that leaves an element unclosed in each paragraph makes a page this deep."""
    root, warnings = build(f"<{tag}><p>un</p>".encode() * depth)
    assert root is not None
    assert len(root.findall(".//p")) == depth
    assert depth_of(root) <= MAX_DEPTH
    assert [warning.code for warning in warnings] == ["limit"]


@pytest.mark.parametrize("depth", [300, 2_500])
def test_an_article_in_very_many_elements_of_unknown_names_keeps_its_blocks(depth: int) -> None:
    """Components leave elements around the page that HTML does not have."""
    around = "".join(f"<x-{number}>" for number in range(depth))
    paragraph = f"<p>{'Une phrase assez longue pour un paragraphe de texte. ' * 3}</p>"
    article = parse(f"<body>{around}<article><h1>Le port</h1>{paragraph * 3}</article></body>")
    assert article.headline == "Le port"
    assert [block.type for block in article.body] == ["paragraph"] * 3


def test_end_tags_that_close_nothing_are_left_out_of_a_very_deep_page() -> None:
    """libxml2 searches all open elements for each of them. It keeps an element with a table or a
    div open, and makes a paragraph from </p>."""
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
    """Visiting the elements of a tree takes the depth times the length."""
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


def test_a_text_in_pieces_is_read_like_its_source() -> None:
    """lxml takes the square of the number of pieces to join them."""
    body = etree.fromstring(f"<body><p>{'<b>Une phrase entière.</b> ' * 9}</p></body>")
    etree.strip_tags(body, "b")
    source = take(body, encoding=None, max_bytes=MAX_BYTES)
    assert source.tree is None
    assert parse(body) == parse(etree.tostring(body))


def test_a_long_text_is_not_deep() -> None:
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


def test_tag_keeps_as_many_attributes_as_the_limit() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(MAX_ATTRIBUTES))
    root, warnings = build(f"<p {attributes}>mot</p>{'<b a=1>x</b>' * 9}".encode())
    assert root is not None
    first = root.find(".//p")
    assert first is not None
    assert len(first.attrib) == MAX_ATTRIBUTES
    assert warnings == []


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
    """Found by fuzzing: lxml builds trees with them, but does not accept them from Python."""
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
def test_unclosed_markup_at_the_end_adds_no_text(end: str, text: str) -> None:
    article = parse('<article class="article__content"><p>un</p>' + end)
    assert article.text == text


def test_an_element_of_the_same_name_as_the_readers_own_is_kept() -> None:
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
def test_any_page_gives_a_tree_or_none(pieces: list[bytes]) -> None:
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
def test_tree_is_complete_for_any_page_end(end: str) -> None:
    """Nothing after </body> is lost, and nothing is invented."""
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
