"""Decoding pages from bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    parse,
)
from lemonde_parse.intake.decoding import clean_str, codec, to_utf8

WORDS = "L’été à Noël coûte 3 € « là-bas »…"
LATIN = WORDS.encode("windows-1252")
UTF8 = WORDS.encode()


def warned(raw: bytes, encoding: str | None = None) -> list[str]:
    """Decode a page; return the codes of the warnings."""
    return [warning.code for warning in to_utf8(raw, encoding)[1]]


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
        "UTF-8 with BOM",
        "UTF-16 LE with BOM",
        "UTF-16 BE with BOM",
        "undeclared UTF-8",
        "undeclared windows-1252",
    ],
)
def test_bytes_without_a_declaration_are_decoded(raw: bytes) -> None:
    assert to_utf8(raw, None) == (UTF8, [])


def test_a_byte_order_mark_wins_over_argument_and_declaration() -> None:
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
    """Browsers do the same. The characters € and ’ do not exist in ISO 8859-1."""
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


def test_a_declared_single_byte_encoding_is_used() -> None:
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


def test_ascii_declared_as_latin_1_gives_no_warning() -> None:
    assert to_utf8(b'<meta charset="iso-8859-1">abc', None) == (
        b'<meta charset="iso-8859-1">abc',
        [],
    )


def test_utf_8_with_a_few_broken_bytes_stays_utf_8() -> None:
    page, warnings = to_utf8("été été été ".encode() + b"\xe9 \xc3 ", None)
    assert page.decode() == "été été été \ufffd \ufffd "
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("encoding", "replaced bytes that are not valid utf-8 in 2 places")
    ]


def test_replacement_characters_in_the_page_are_not_counted() -> None:
    (warning,) = to_utf8("\ufffd\ufffd été été été ".encode() + b"\xe9", None)[1]
    assert warning.message == "replaced bytes that are not valid utf-8 in 1 place"
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
def test_unknown_encoding_argument_raises_a_lookup_error(encoding: str) -> None:
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
    """Python knows more encodings than browsers; some of them fail on any page."""
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
def test_utf_8_is_unchanged(text: str) -> None:
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


def test_unclosed_meta_tags_declare_no_encoding() -> None:
    raw = b"<meta " * 6_000 + b"</head>"
    assert to_utf8(raw, None) == (raw, [])
