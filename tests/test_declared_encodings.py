"""Encodings declared by a page in bytes: every case of the prescan in the HTML standard."""

from __future__ import annotations

import codecs
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import parse
from lemonde_parse.intake.decoding import codec, to_utf8

PRICE: Final = b"<p>30 \xa4"
"""The last byte is "€" in ISO 8859-15 and "¤" in windows-1252, the default without a
declaration."""
LATE: Final = "<!-- archived -->" * 300


def letter(head: str) -> str:
    """Decode a page without a warning; return its last character."""
    page, warnings = to_utf8(head.encode("latin-1") + PRICE, None)
    assert warnings == []
    return page.decode()[-1]


DECLARED: Final = {
    "in double quotes": '<meta charset="iso-8859-15">',
    "in single quotes": "<meta charset='iso-8859-15'>",
    "without quotes": "<meta charset=iso-8859-15>",
    "in capitals": '<META CHARSET="ISO-8859-15">',
    "by another label": "<meta charset=l9>",
    "as XHTML": '<meta charset="iso-8859-15"/>',
    "as XHTML without quotes": "<meta charset=iso-8859-15 />",
    "white space around the equals sign": "<meta   charset \t=\n 'iso-8859-15' >",
    "white space within the value": '<meta charset="\n iso-8859-15\t">',
    "with line breaks inside the tag": "<meta\ncharset=\niso-8859-15\n>",
    "slash before the attribute": "<meta/charset=iso-8859-15>",
    "slashes between attributes": '<meta/name="x"/charset="iso-8859-15"/>',
    "after another attribute": '<meta data-x="y" charset="iso-8859-15">',
    "after a value that contains >": '<meta content="a > b" charset="iso-8859-15">',
    "after a quote without a name": '<meta " charset=iso-8859-15>',
    "after a quote in a name": '<meta x" charset=iso-8859-15>',
    "after a quote within a value": '<meta x=y" charset=iso-8859-15>',
    "in a tag inside another meta tag": "<meta <meta charset=iso-8859-15>",
    "http-equiv": '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">',
    "http-equiv after content": '<meta content="text/html; charset=iso-8859-15" '
    'http-equiv="Content-Type">',
    "http-equiv in capitals": '<META HTTP-EQUIV="CONTENT-TYPE" CONTENT="TEXT/HTML; '
    'CHARSET=ISO-8859-15">',
    "http-equiv without quotes": "<meta http-equiv=content-type "
    "content=text/html;charset=iso-8859-15>",
    "http-equiv whose value ends at the space": "<meta http-equiv=content-type content=text/html; "
    "charset=iso-8859-15>",
    "http-equiv with only the charset": '<meta http-equiv="Content-Type" '
    'content="charset=iso-8859-15">',
    "http-equiv with white space around the equals sign": '<meta http-equiv="Content-Type" content=" '
    'text/html; charset = iso-8859-15 ">',
    "http-equiv with another parameter at the end": '<meta http-equiv="Content-Type" content="text/html; '
    'charset=iso-8859-15; x=y">',
    "http-equiv with quotes around the charset": "<meta http-equiv='Content-Type' content='text/html; "
    'charset="iso-8859-15"\'>',
    "http-equiv with the word charset twice": '<meta http-equiv="Content-Type" content="charset of text/html; '
    'charset=iso-8859-15">',
    "charset and http-equiv that disagree": '<meta http-equiv="Content-Type" content="text/html; '
    'charset=koi8-r" charset="iso-8859-15">',
    "in the first of two tags": '<meta charset="iso-8859-15"><meta charset="koi8-r">',
    "in the first of two attributes": '<meta charset="iso-8859-15" charset="koi8-r">',
    "after an unknown label": '<meta charset="klingon"><meta charset="iso-8859-15">',
    "after content without http-equiv": '<meta content="charset=koi8-r">'
    '<meta charset="iso-8859-15">',
    "after a comment": '<!-- <meta charset="koi8-r"> --><meta charset="iso-8859-15">',
    "after the comment <!-->": '<!--><meta charset="iso-8859-15">-->',
    "after the comment <!--->": '<!---><meta charset="iso-8859-15">-->',
    "after a comment with dashes": '<!-- a - b -- c > d ---><meta charset="iso-8859-15">',
    "after a doctype": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'
    '<meta charset="iso-8859-15">',
    "after a bogus comment": '<? <meta x ><meta charset="iso-8859-15">',
    "after an invalid end tag": '</ <meta x ><meta charset="iso-8859-15">',
    "after a value that looks like a declaration": "<img title='<meta charset=koi8-r>'>"
    "<meta charset='iso-8859-15'>",
    "after another tag with a value that contains >": '<p title="x>"><meta charset="iso-8859-15">',
    "after other tags with the same attribute": "<a charset=koi8-r></a><link charset=koi8-r>"
    "<meta charset=iso-8859-15>",
    "after a script with a comparison": '<script>if (a<b && c == "</p>) x="</script>'
    '<meta charset="iso-8859-15">',
    "after a script that writes a declaration": "<script>document.write('<meta charset=koi8-r>')</script>"
    "<meta charset=iso-8859-15>",
    "after a title that contains a declaration": "<title>Une <meta charset=koi8-r></title>"
    "<meta charset=iso-8859-15>",
    "after a style": "<STYLE>a>b{content:'<'}</STYLE><meta charset=iso-8859-15>",
    "after a value with a letter outside ASCII": "<html a=\xf1><meta charset=iso-8859-15>",
    "after a name with a letter outside ASCII": "<html \xf1><meta charset=iso-8859-15>",
    "after a letter outside ASCII": "<html>\xf1<meta charset=iso-8859-15>",
    "late in the head": f'<html><head>{LATE}<meta charset="iso-8859-15"></head>',
    "late in a head in capitals": f'<HTML><HEAD>{LATE}<META CHARSET="iso-8859-15"></HEAD>',
    "by XML": '<?xml version="1.0" encoding="iso-8859-15"?><html>',
    "by XML in single quotes": "<?xml version='1.0' encoding = 'ISO-8859-15'?><html>",
    "by XML before another meta tag": '<?xml version="1.0" encoding="iso-8859-15"?><html>'
    '<meta name="charset" content="koi8-r">',
    "by a meta tag that overrides XML": '<?xml version="1.0" encoding="koi8-r"?><html><meta charset="iso-8859-15">',
}
NOT_DECLARED: Final = {
    "nothing": "<html>",
    "in a comment": '<!-- <meta charset="iso-8859-15"> -->',
    "in a comment that does not end": '<!-- <meta charset="iso-8859-15">',
    "in a script": "<script>document.write('<meta charset=iso-8859-15>')</script>",
    "in a script that does not end": "<script>'<meta charset=iso-8859-15>'",
    "in a title": "<title><meta charset=iso-8859-15></title>",
    "in a value": "<img title='<meta charset=iso-8859-15>'>",
    "in a value that does not end": '<p title="x><meta charset=iso-8859-15>',
    "in a bogus comment": "<! <meta charset=iso-8859-15>",
    "in another tag": "<a charset=iso-8859-15>x</a>",
    "in a link": '<link rel="stylesheet" charset="iso-8859-15">',
    "in a script's tag": '<script charset="iso-8859-15" src="/x.js"></script>',
    "in an end tag": "</meta charset=iso-8859-15>",
    "in a tag with a longer name": "<metacharset=iso-8859-15>",
    "in an attribute with a longer name": "<meta data-charset=iso-8859-15>",
    "in another attribute's value": '<meta name="description" content="charset=iso-8859-15">',
    "content without http-equiv": '<meta content="text/html; charset=iso-8859-15">',
    "http-equiv for another header": '<meta http-equiv="Content-Style-Type" content="text/html; '
    'charset=iso-8859-15">',
    "http-equiv with a space": '<meta http-equiv="Content-Type " content="text/html; '
    'charset=iso-8859-15">',
    "http-equiv without charset": '<meta http-equiv="Content-Type" content="text/html; '
    'iso-8859-15">',
    "http-equiv with an unclosed quote": '<meta http-equiv="Content-Type" content="text/html; '
    "charset='iso-8859-15\">",
    "http-equiv with an unknown label in charset": '<meta http-equiv="Content-Type" '
    'content="charset=iso-8859-15" charset="klingon">',
    "without a value": "<meta charset>",
    "with an empty value": '<meta charset="">',
    "with a quote at the end": '<meta charset=iso-8859-15">',
    "with a slash at the end": "<meta charset=iso-8859-15/>",
    "with an unclosed quote": '<meta charset="iso-8859-15>',
    "after an unclosed quote": '<meta x=" charset=iso-8859-15>',
    "by a label that only Python knows": "<meta charset=iso8859_15>",
    "by a label that browsers refuse": "<meta charset=iso-2022-kr>",
    "by XML after white space": '\n<?xml version="1.0" encoding="iso-8859-15"?>',
    "by XML with a space": '<?xml version="1.0" encoding="iso-8859 15"?>',
    "by XML with an unclosed quote": "<?xml version='1.0' encoding='iso-8859-15?>",
    "by XML in capitals": '<?XML VERSION="1.0" ENCODING="iso-8859-15"?>',
    "late in the body": f'<html><head></head><body>{LATE}<meta charset="iso-8859-15">',
    "late on a page without a head": f'<article>{LATE}<meta charset="iso-8859-15"></article>',
}


@pytest.mark.parametrize("head", DECLARED.values(), ids=DECLARED)
def test_declared_encoding_is_used(head: str) -> None:
    assert letter(head) == "€"


@pytest.mark.parametrize("head", NOT_DECLARED.values(), ids=NOT_DECLARED)
def test_text_similar_to_a_declaration_is_ignored(head: str) -> None:
    assert letter(head) == "¤"


@pytest.mark.parametrize(
    "cut",
    [
        "<",
        "<!",
        "<!-",
        "<meta",
        "<meta charset=",
        '<meta charset="',
        "<meta charset=iso-8859-15",
        "<meta charset='iso-8859-15' ",
    ],
)
def test_declaration_that_is_cut_off_is_ignored(cut: str) -> None:
    assert to_utf8(PRICE + cut.encode(), None) == (f"<p>30 ¤{cut}".encode(), [])


@pytest.mark.parametrize("label", ["utf-16", "UTF-16LE", "utf-16be", "unicode", "ucs-2"])
def test_utf_16_declared_in_a_meta_tag_means_utf_8(label: str) -> None:
    page = f'<meta charset="{label}"><p>été'
    assert to_utf8(page.encode(), None) == (page.encode(), [])
    read, warnings = to_utf8(page.encode("latin-1"), None)
    assert read == page.encode()
    assert [warning.message for warning in warnings] == [
        "the page declares UTF-8, but is windows-1252; read as windows-1252"
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_byte_order_mark_is_recognised_by_its_xml_declaration(encoding: str) -> None:
    page = '<?xml version="1.0" encoding="utf-16"?><p>L’été'
    assert to_utf8(page.encode(encoding), None) == (page.encode(), [])


def test_x_user_defined_means_windows_1252() -> None:
    """Browsers map the bytes of x-user-defined to private-use characters, which only the page's own
    scripts can interpret."""
    assert to_utf8(b"<meta charset=x-user-defined>" + PRICE, None) == (
        "<meta charset=x-user-defined><p>30 ¤".encode(),
        [],
    )


@pytest.mark.parametrize(
    ("label", "text", "raw"),
    [
        ("ISO-8859-9", "ğ “", b"\xf0 \x93"),  # browsers decode it as windows-1254
        ("windows-1250", "ř", b"\xf8"),
        ("windows-1251", "Щ", b"\xd9"),
        ("koi8-r", "Щ", b"\xfd"),
        ("ibm866", "Щ", b"\x99"),
        ("macintosh", "é €", b"\x8e \xdb"),
        ("tis-620", "ก €", b"\xa1 \x80"),
        ("gb2312", "镕", b"\xe9\x46"),
        ("gbk", "中", b"\xd6\xd0"),
        ("big5", "中", b"\xa4\xa4"),
        ("euc-jp", "京", b"\xb5\xfe"),
        ("iso-2022-jp", "京", b"\x1b$B5~\x1b(B"),
        ("shift_jis", "京 ①", b"\x8b\x9e \x87\x40"),
        ("ks_c_5601-1987", "한 뷁", b"\xc7\xd1 \x94\xee"),
    ],
)
def test_other_encodings_are_decoded_as_in_browsers(label: str, text: str, raw: bytes) -> None:
    head = f"<meta charset={label}><p>"
    page, warnings = to_utf8(head.encode() + raw, None)
    assert page.decode() == head + text
    assert warnings == []


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("latin-1", "windows-1252"),
        ("646", "windows-1252"),
        ("iso-8859-9", "cp1254"),
        ("utf-16", "utf-16-le"),
        ("cp850", "cp850"),
    ],
)
def test_encoding_argument_accepts_python_names(encoding: str, name: str) -> None:
    assert codec(encoding) == name
    assert codecs.lookup(name).name


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<meta ",
        "<meta charset",
        "<script ",
        '<p a="',
        "<title",
        "<?",
        "</",
        "<p a=b ",
        "-",
        "<?xml encoding",
    ],
)
def test_long_head_without_an_end_is_scanned_once(piece: str) -> None:
    raw = f"{piece * 100_000}charset</head>".encode() + PRICE
    assert to_utf8(raw, None) == (raw.replace(b"\xa4", "¤".encode()), [])


@given(
    st.lists(
        st.sampled_from(
            [
                "<meta",
                " ",
                "/",
                "charset",
                "=",
                '"',
                "'",
                ">",
                "<",
                "!--",
                "-->",
                "utf-8",
                "koi8-r",
                "content",
                ";",
                "http-equiv",
                "script",
            ]
        )
    ),
    st.sampled_from(["iso-8859-15", "utf-8", "windows-1252"]),
)
def test_valid_utf_8_overrides_declarations(pieces: list[str], label: str) -> None:
    page = "".join(pieces) + f"<meta charset={label}><p>L’été coûte 3 €"
    assert to_utf8(page.encode(), None)[0] == page.encode()


def test_a_page_in_its_declared_encoding_is_parsed() -> None:
    page = (
        '<meta charset="iso-8859-15"><main><article class="article__content">'
        "<p>Un café à 3 €.</p></article></main>"
    )
    assert parse(page.encode("iso-8859-15")).text == "Un café à 3 €."
