"""Pages saved as e-mail messages, and files of other kinds."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from lemonde_parse import (
    NotAnArticleError,
    parse,
    parse_export,
    parse_text,
)
from saved_pages import HEAD, LONG, TODAY, _page


def saved_message(headers: dict[str, str]) -> EmailMessage:
    """Make a message that contains a page and a picture."""
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    message.make_related()
    message.add_related(
        f"{HEAD}<body>{_page(f'<p>{LONG}</p>' * 5)}</body></html>",
        subtype="html",
        cte="quoted-printable",
    )
    message.add_related(b"GIF89a", "image", "gif")
    return message


def test_a_page_saved_as_a_message_is_read() -> None:
    message = saved_message({"From": "<Saved by Blink>", "Subject": "Le vent du large"})
    for saved in (message.as_bytes(), message.as_bytes(policy=SMTP), message.as_string()):
        assert parse(saved).paragraphs[4].text == LONG.strip()


def test_address_and_date_of_a_message_are_those_of_the_page() -> None:
    headers = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://www.example.org/a\n"
        "Date: Thu, 6 Jul 2023 09:00:12 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    article = parse(f"{headers}<body>{TODAY}</body>\n--b--\n".encode())
    assert article.canonical_url == "https://www.example.org/a"
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2023-07-06T06:00:00+02:00"


def test_page_in_a_message_is_decoded_by_the_charset_of_its_part() -> None:
    headers = (
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"'
        '\n\n--b\nContent-Type: text/html; charset="iso-8859-1"\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    page = _page("<p>Un été à Étel.</p>")
    article = parse(f"{headers}<body>{page}</body>\n--b--\n".encode("latin-1"))
    assert article.text == "Un été à Étel."


def test_page_in_a_message_may_contain_the_words_multipart_related() -> None:
    headers = (
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"'
        '\n\n--b\nContent-Type: text/html; charset="utf-8"\n\n'
    )
    page = _page(f"<p>Un {'multipart/related ' * 9}encore.</p>")
    article = parse(f"{headers}<body>{page}</body>\n--b--\n".encode())
    assert article.text == f"Un {'multipart/related ' * 9}encore."


@pytest.mark.parametrize("name", ["From", "Message-ID"])
def test_personal_e_mail_is_refused(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="text/html part") as caught:
        parse(saved_message({name: "<ana@example.org>"}).as_bytes())
    assert caught.value.reason == "a message"


@pytest.mark.parametrize(
    "message",
    [
        "From: Ana <a@example.org>\nSubject: Le bac\nMIME-Version: 1.0\n\n<p>Deux mots.</p>",
        "Received: from a\n  by b; Thu\nFrom: Ana\n\nDeux mots.",
        "Message-ID: <1@a>\n\nDeux mots.",
        "Return-Path: <a@b>\n\nDeux mots.",
        "From: Ana <a@example.org>\nSubject: Le bac\nDate: Tue, 5 Sep 2023 10:00:00\n\nDeux mots.",
        "From a@example.org Tue Sep  5 10:00:00 2023\nReturn-Path: <a@b>\n\nDeux mots.",
    ],
)
def test_a_message_of_one_part_is_refused(message: str) -> None:
    for read in (parse, parse_text):
        with pytest.raises(NotAnArticleError) as caught:
            read(message)
        assert caught.value.reason == "a message"


def test_a_message_of_many_nested_parts_is_refused_at_once() -> None:
    head = "From: <Saved by Blink>\nMIME-Version: 1.0\n"
    part = 'Content-Type: multipart/related; boundary="{0}"\n\n--{0}\n'
    with pytest.raises(NotAnArticleError, match="text/html part"):
        parse(head + "".join(part.format(number) for number in range(2_000)))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "a feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Un</title></feed>', "a feed"),
        ('<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN">\n<rss><channel></rss>', "a feed"),
        ('<?xml version="1.0"?>\n<wallabag><entry><title>Un</title></entry></wallabag>', "XML"),
        ('<?xml version="1.0"?><urlset><url><loc>https://a.example</loc></url></urlset>', "XML"),
        ("@article{amont2021,\n  title = {Le bac},\n  journal = {Le Monde}\n}", "a bibliography"),
        ("TY  - NEWS\nTI  - Le bac\nT2  - Le Monde\nER  - \n", "a bibliography"),
        ("<!DOCTYPE html><html><head><title>Zotero Report</title></head></html>", "a bibliography"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='/'>Un</A></DL>", "a list of links"),
        (
            "<!DOCTYPE html>\n<html>\n<!--Merci-->\n<head>\n<title>Pocket Export</title>\n<body>",
            "a list of links",
        ),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/"><title>Un</title></rdf:RDF>', "a feed"),
        (
            '<?xml version="1.0"?>\n<?xml-stylesheet href="a.xsl"?>\n<!-- un flux -->\n<rss></rss>',
            "a feed",
        ),
        ('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>', "a feed"),
        ('{"title": "Un titre", "content": "<p>Deux mots.</p>"}', "JSON"),
        ('[{"title": "Un titre"}, {"title": "Un autre"}]', "JSON"),
        ('{"title": "Un titre"}\n{"title": "Un autre"}\n', "JSON"),
    ],
)
def test_other_files_are_refused_with_their_type(source: str, reason: str) -> None:
    for read in (parse, parse_text):
        with pytest.raises(NotAnArticleError) as caught:
            read(source)
        assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("source", "reason", "words"),
    [
        (b"%PDF-1.7\n", "a PDF file", "save the page, or the export, as HTML"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "a Word file", r"rich text \(.rtf\)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file", r"plain text \(.txt\)"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "an archive", "extract the page"),
    ],
)
def test_files_of_other_programs_are_refused_with_their_type(
    source: bytes, reason: str, words: str
) -> None:
    for read in (parse, parse_export):
        with pytest.raises(NotAnArticleError, match=words) as caught:
            read(source)
        assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "[Un lien](https://example.org/a) ouvre la page, et deux phrases la suivent.",
        "{Deux mots} entre accolades ouvrent le texte.",
        "[1] Une note ouvre le texte.",
        "Objet : un mot\nDate : jeudi\n\nUne phrase entière.",
        "From: a wall to a window\nDate: 5 September\n\nUne phrase entière.",
        "%PDF est le début de ces fichiers.",
        "PK est une marque de lessive.",
    ],
)
def test_text_that_starts_like_another_file_format_is_read(text: str) -> None:
    assert parse_text(text).text
