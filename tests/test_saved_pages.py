"""Pages saved by browsers, archives, extensions and programs give the same article."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from lemonde_parse import (
    Article,
    Aside,
    Embed,
    Figure,
    Mark,
    NotAnArticleError,
    Paragraph,
    parse,
    parse_export,
    parse_text,
)

FOLDER = Path(__file__).parent / "pages"


def _page(inside: str) -> str:
    return (
        '<main><h1 class="article__title">Le vent du large</h1>'
        f'<article class="article__content">{inside}</article></main>'
    )


def _removed(article: Article) -> list[tuple[str, str]]:
    return [(removal.reason, removal.text) for removal in article.report.removed]


@pytest.mark.parametrize("hiding", ["hidden", 'style="display: none !important;"'])
@pytest.mark.parametrize("inside", ["Publicité bloquée", "Publicité <em>bloquée</em>"])
def test_hidden_words_in_a_text_are_removed(hiding: str, inside: str) -> None:
    article = parse(
        _page(
            f"<p>Le vent s’est levé.<span {hiding}>{inside}</span> La mer <em>aussi</em>.</p>"
            f"<span {hiding}>{inside}</span>"
        )
    )
    assert article.text == "Le vent s’est levé. La mer aussi."
    assert _removed(article) == [("hidden", "Publicité bloquée")] * 2


HEAD = (
    '<html lang="fr"><head><title>Le vent</title><link rel="canonical" '
    'href="https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"/></head>'
)
ICON = "<svg><title>Imprimer</title></svg>"


@pytest.mark.parametrize(
    "namespace",
    ["", ' xmlns="http://www.w3.org/1999/xhtml"', ' xmlns:html="http://www.w3.org/1999/xhtml"'],
)
def test_a_tree_of_xhtml_is_read_like_one_of_html(namespace: str) -> None:
    text = f"<p>Le vent{ICON} s’est levé.</p><h2>La nuit</h2><p>La mer <em>aussi</em>.</p>"
    page = f"{HEAD}<body>{_page(text)}</body></html>"
    page = page.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"').replace(
        "<html", f"<html{namespace}"
    )
    tree = etree.fromstring(
        page.replace("<", "<html:").replace("<html:/", "</html:") if "xmlns:" in namespace else page
    )
    before = etree.tostring(tree)
    article = parse(tree)
    assert article.text == "Le vent s’est levé.\n\nLa nuit\n\nLa mer aussi."
    assert (
        article.canonical_url == "https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"
    )
    assert article.headline == "Le vent du large"
    assert (
        article
        == parse(page)
        == parse(etree.tostring(tree))
        == parse(etree.tostring(tree, encoding="unicode", method="html"))
    )
    assert etree.tostring(tree) == before


def test_empty_script_in_xml_notation_hides_nothing() -> None:
    head = HEAD.replace("<head>", '<head><meta charset="utf-8"/><script src="/a.js"/>').replace(
        "</head>", '<script async="" src="b.js"/></head>'
    )
    scripts = '<script type="text/javascript">var a = "&lt;p>";</script>'
    article = parse(f"{head}<body>{_page('<p>Le vent s’est levé.</p>')}{scripts}</body></html>")
    assert (
        article.canonical_url == "https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"
    )
    assert article.text == "Le vent s’est levé."


@pytest.mark.parametrize("slash", ["", "/"])
def test_script_with_content_hides_it(slash: str) -> None:
    ld = (
        f'<script type="application/ld+json"{slash}>{{"@type": "NewsArticle", "keywords": '
        f'["mer"]}}</script>'
    )
    page = (
        f"{HEAD.replace('</head>', ld)}</head><body>{_page('<p>Le vent s’est levé.</p>')}"
        "</body></html>"
    )
    assert parse(page).keywords == ("mer",)
    fake = (
        f'<script{slash}> document.write(\'<link rel="canonical" '
        'href="https://www.lemonde.fr/">\') </script>'
    )
    assert (
        parse(page.replace("<title>", f"{fake}<title>")).canonical_url
        == "https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"
    )


@pytest.mark.parametrize(
    "wall",
    [
        '<div id="teaser_article">',
        "<div class=teaser_article>",
        "<DIV class='js' ID='teaser_article'>",
    ],
)
def test_wall_of_2016_in_any_notation(wall: str) -> None:
    body = (
        '<div class="ombrelle"></div><article><h1 class="tt2">Le vent</h1>'
        '<div id="articleBody"><p>Le vent s’est levé.</p></div></article>'
    )
    box = (
        f"{wall}<p>L’accès à la totalité de l’article est protégé.</p>"
        "<p>Il vous reste 72 % de l’article à lire.</p></div>"
    )
    article = parse(f"{HEAD}<body>{body}{box}</body></html>")
    assert (article.report.layout, article.text) == ("lemonde_2012", "Le vent s’est levé.")
    assert article.is_truncated
    assert article.percent_left == 72.0


TEXT = "<p>Le vent s’est levé.</p><section><p>La mer aussi.</p></section><p>La nuit vient.</p>"
BODY = f"{HEAD}<body><div>{_page(TEXT)}</div></body></html>"


@pytest.mark.parametrize(
    ("upto", "text", "left_open"),
    [
        ("<p>La nuit", "Le vent s’est levé.\n\nLa mer aussi.", "<div>, <main>, <article>"),
        (
            " vient.</p>",
            "Le vent s’est levé.\n\nLa mer aussi.\n\nLa nuit",
            "<div>, <main>, <article>",
        ),
        ("aussi.", "Le vent s’est levé.\n\nLa mer", "<main>, <article>, <section>"),
    ],
)
def test_truncated_download_gives_a_warning(upto: str, text: str, left_open: str) -> None:
    article = parse(BODY.partition(upto)[0])
    assert article.text == text
    assert [(warning.code, warning.message) for warning in article.report.warnings] == [
        ("cut", f"the page ends before it closes {left_open}; the rest is missing")
    ]


def test_picture_after_an_unclosed_paragraph_in_a_truncated_page() -> None:
    """In pages saved by SingleFile, paragraphs have no end tag; a figure after a removed line does
    not belong to that line."""
    status = '<p class="article__status">Article réservé aux abonnés'
    whole = (
        f"<p>Le vent s’est levé.{status}<figure><img src=a.jpg>"
        "<figcaption>Le port.</figcaption></figure><p>La mer aussi."
    )
    page = f"{HEAD}<body><div>{_page(whole)}</div></body></html>"
    cut = page[: page.index("aussi.") + len("aussi.")]
    for source in (page, cut):
        article = parse(source)
        assert [figure.caption for figure in article.figures] == ["Le port."]
        assert article.text == "Le vent s’est levé.\n\nLa mer aussi."
    assert "cut" in [warning.code for warning in article.report.warnings]


@pytest.mark.parametrize(
    "page",
    [
        BODY.replace("</p>", ""),
        BODY.replace("</body></html>", ""),
        BODY.replace("</html>", "").replace("</div>", ""),
    ],
)
def test_optional_end_tags_give_no_warning(page: str) -> None:
    article = parse(page)
    assert article.text == "Le vent s’est levé.\n\nLa mer aussi.\n\nLa nuit vient."
    assert article.report.warnings == ()


@pytest.mark.parametrize(
    "src",
    [
        "https://tpc.googlesyndication.com/safeframe/1-0-40/html/container.html",
        "//googleads.g.doubleclick.net/pagead/ads?client=ca-pub-1",
    ],
)
def test_frame_with_an_advertisement_is_not_a_player(src: str) -> None:
    slot = (
        '<div id="google_ads_iframe_1/inread_0__container__">'
        f'<iframe src="{src}" title="3rd party ad content"></iframe></div>'
    )
    article = parse(
        _page(
            f'<p>Le vent s’est levé.</p>{slot}<iframe src="https://www.youtube.com/embed/abc">'
            "</iframe>"
        )
    )
    assert article.body == (
        Paragraph(text="Le vent s’est levé."),
        Embed(provider="youtube", url="https://www.youtube.com/embed/abc"),
    )


@pytest.mark.parametrize("attribute", ["data-savepage-src", "data-sf-original-src"])
def test_inlined_resources_keep_their_address(attribute: str) -> None:
    picture = (
        f'<figure><img src="data:image/png;base64,AAAA" {attribute}="/quai.jpg">'
        "<figcaption>Le quai.</figcaption></figure>"
    )
    player = (
        f'<iframe srcdoc="<p>Le film.</p>" {attribute}="https://www.youtube.com/embed/abc">'
        "</iframe>"
    )
    article = parse(
        _page(f"<p>Le vent s’est levé.</p>{picture}{player}"), url="https://www.lemonde.fr/planete/"
    )
    assert article.body[1:] == (
        Figure(url="https://www.lemonde.fr/quai.jpg", caption="Le quai."),
        Embed(provider="youtube", url="https://www.youtube.com/embed/abc"),
    )


ADDRESS = "https://www.lemonde.fr/planete/article/2021/05/04/vent_1_2.html"


@pytest.mark.parametrize(
    "saved",
    [
        f"https://archive.ph/2021.05.04-101112/{ADDRESS}",
        f"http://archive.today/20210504101112/{ADDRESS}",
        f"https://archive.is/20210504/{ADDRESS}",
    ],
)
def test_addresses_rewritten_by_archive_today_are_restored(saved: str) -> None:
    link = (
        '<p>Lire aussi : <a href="https://archive.ph/o/Ab1cD/https://www.lemonde.fr/planete/">L'
        "a mer</a></p>"
    )
    page = f"{HEAD}<body>{_page(f'<p>Le vent s’est levé.</p>{link}')}</body></html>".replace(
        ADDRESS, saved
    )
    date = '<span class="meta__date">Publié aujourd’hui à 09h02</span>'
    article = parse(page.replace('<article class="', f'{date}<article class="'))
    assert article.canonical_url == ADDRESS
    assert [related.url for related in article.related_links] == ["https://www.lemonde.fr/planete/"]
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2021-05-04T09:02:00+02:00"
    assert article.report.layout == "lemonde_2018"


@pytest.mark.parametrize(
    "archive",
    ["", "https://web.archive.org/web/20210504101112/", "https://archive.ph/2021.05.04-101112/"],
)
def test_archived_section_front_is_refused(archive: str) -> None:
    teasers = (
        "<p>Le vent s’est levé sur la côte, et les bateaux sont restés au port pour la journée "
        "entière.</p>" * 3
    )
    page = (
        f'<html><head><link rel="canonical" href="{archive}https://www.lemonde.fr/planete/">'
        f"</head><body><div>{teasers}</div></body></html>"
    )
    with pytest.raises(NotAnArticleError) as told:
        parse(page)
    assert told.value.reason == "section front"


LONG = "Le vent s’est levé sur la côte avant l’aube, et les bateaux sont restés au port. " * 3


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (LONG.strip(), "paragraph"),
        (f"« {LONG.strip()} »", "paragraph"),
        (f"{LONG}Pourquoi ?", "heading"),
    ],
)
def test_large_first_paragraph_without_its_class_is_a_paragraph(text: str, type_: str) -> None:
    article = parse(
        f'<div id="readability-page-1" class="page"><h2>{text}</h2><h2>La nuit.</h2><p>{LONG}</p>'
        "</div>"
    )
    assert [(block.type, getattr(block, "text", "")) for block in article.body] == [
        (type_, text),
        ("heading", "La nuit."),
        ("paragraph", LONG.strip()),
    ]


INNER = f'<div class="page" id="readability-page-1" data-omnivore-anchor-idx="1">{{}}<p>{LONG}</p></div>'


def test_names_and_day_of_a_text_without_a_page() -> None:
    above = "<h1>Le bac</h1><p>Par Lise Amont</p><p>Publié le 02 février 2021 à 06h30</p>"
    article = parse(INNER.format(above))
    assert (article.headline, article.text) == ("Le bac", LONG.strip())
    assert [author.name for author in article.authors] == ["Lise Amont"]
    assert article.date_published == datetime(
        2021, 2, 2, 6, 30, tzinfo=timezone(timedelta(hours=1))
    )


def test_line_of_a_reader_below_the_title() -> None:
    link = '<a href="https://gazette.example/bac">See original</a>'
    article = parse(f"<h1>Le bac</h1><p>Lise Amont, 02/02/2021 • {link}</p>{INNER.format('')}")
    assert (article.headline, article.text) == ("Le bac", LONG.strip())
    assert ([author.name for author in article.authors], article.byline) == (
        ["Lise Amont"],
        "Lise Amont, 02/02/2021",
    )
    assert article.day_published == date(2021, 2, 2)
    assert article.canonical_url == "https://gazette.example/bac"


def saved_message(headers: dict[str, str]) -> EmailMessage:
    """Make a message with a page that has a picture."""
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


TODAY = _page("<p class=article__paragraph>Deux mots.</p>").replace(
    "<h1", '<span class="meta__date">Publié aujourd’hui à 06h00</span><h1', 1
)


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


def test_letters_of_a_message_are_in_the_encoding_of_its_part() -> None:
    headers = (
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"'
        '\n\n--b\nContent-Type: text/html; charset="iso-8859-1"\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    page = _page("<p>Un été à Étel.</p>")
    article = parse(f"{headers}<body>{page}</body>\n--b--\n".encode("latin-1"))
    assert article.text == "Un été à Étel."


@pytest.mark.parametrize("name", ["From", "Message-ID"])
def test_personal_e_mail_is_refused(name: str) -> None:
    with pytest.raises(NotAnArticleError, match="text/html part") as told:
        parse(saved_message({name: "<ana@example.org>"}).as_bytes())
    assert told.value.reason == "a message"


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
        with pytest.raises(NotAnArticleError) as told:
            read(message)
        assert told.value.reason == "a message"


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
def test_other_files_are_refused_by_name(source: str, reason: str) -> None:
    for read in (parse, parse_text):
        with pytest.raises(NotAnArticleError) as told:
            read(source)
        assert told.value.reason == reason


@pytest.mark.parametrize(
    ("source", "reason", "words"),
    [
        (b"%PDF-1.7\n", "a PDF file", "save the page, or the export, as HTML"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "a Word file", r"rich text \(.rtf\)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word file", r"plain text \(.txt\)"),
        (b"PK\x03\x04 mimetypeapplication/epub+zip", "an archive", "extract the page"),
    ],
)
def test_files_of_other_programs_are_refused_by_name(
    source: bytes, reason: str, words: str
) -> None:
    for read in (parse, parse_export):
        with pytest.raises(NotAnArticleError, match=words) as told:
            read(source)
        assert told.value.reason == reason


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


# Address and time

SAVED = "Thu Jul 06 2023 10:20:30 GMT+0200 (heure d’été d’Europe centrale)"
SINGLE_FILE = (
    "<!DOCTYPE html> <html lang=fr><!--\n Page saved with SingleFile \n "
    "url: https://www.example.org/a \n saved date: {}\n-->"
)


SCRAPBOOK = (
    '<html lang="fr" data-scrapbook-source="https://www.example.org/a" data-scrapbook-create="{}">'
)


@pytest.mark.parametrize(
    ("opening", "moment"),
    [
        (SINGLE_FILE.format(SAVED), "2023-07-06T06:00:00+02:00"),
        ("<!-- Page saved with SingleFile \n url: https://www.example.org/a -->", None),
        ("<!DOCTYPE html>\n<!-- saved from url=(0025)https://www.example.org/a -->", None),
        (
            (
                '<html><head><meta name="savepage-url" content="https://www.example.org/a">'
                f'<meta name="savepage-date" content="{SAVED}"></head>'
            ),
            "2023-07-06T06:00:00+02:00",
        ),
        (
            SINGLE_FILE.format(SAVED).replace("Page saved with", "Archive processed by"),
            "2023-07-06T06:00:00+02:00",
        ),
        (
            SCRAPBOOK.format("20230706082030123"),
            "2023-07-06T06:00:00+02:00",
        ),
        ('<html data-scrapbook-source="https://www.example.org/a">', None),
        (
            SCRAPBOOK.format("20231306082030123"),
            None,
        ),
    ],
)
def test_saved_page_gives_its_address(opening: str, moment: str | None) -> None:
    article = parse(f"{opening}<body>{TODAY}</body>")
    assert article.canonical_url == "https://www.example.org/a"
    day = article.date_published
    assert (day and day.isoformat()) == moment


def test_declared_address_wins_over_saved_one() -> None:
    comment = "<!-- saved from url=(0025)https://www.example.org/a -->"
    link = '<link rel="canonical" href="https://www.example.org/b">'
    article = parse(f"{comment}<html><head>{link}</head><body>{TODAY}</body></html>")
    assert article.canonical_url == "https://www.example.org/b"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///home/a.html", "about:reader"])
def test_other_addresses_are_ignored(address: str) -> None:
    article = parse(f"<!-- saved from url=(0025){address} --><body>{TODAY}</body>")
    assert article.canonical_url is None


@pytest.mark.parametrize(
    "date", ["Thu Jul 36 2023 10:20:30 GMT+0200", "hier", "Thu Foo 06 2023 10:20:30 GMT+0200"]
)
def test_invalid_date_is_ignored(date: str) -> None:
    assert parse(f"{SINGLE_FILE.format(date)}<body>{TODAY}</body>").date_published is None


def test_a_reader_view_of_firefox() -> None:
    article = parse(
        '<html lang="fr"><head><title>Un titre</title></head><body><div class="container">'
        '<div class="header reader-header">'
        '<a class="domain reader-domain" href="https://www.example.org/a">example.org</a>'
        '<h1 class="reader-title">Le titre du vent</h1>'
        '<div class="credits reader-credits">Ana Gil</div></div>'
        '<div class="content"><div class="moz-reader-content"><div class="page">'
        f"<p>{LONG}</p><p>Deux mots.</p></div></div></div></div></body></html>"
    )
    assert (article.headline, article.byline, article.canonical_url) == (
        "Le titre du vent",
        "Ana Gil",
        "https://www.example.org/a",
    )
    assert [author.name for author in article.authors] == ["Ana Gil"]
    assert (article.report.layout, article.paragraphs[-1].text) == ("reader_firefox", "Deux mots.")


@pytest.mark.parametrize("title", ["Le bac", "Lire avec wallabag"])
def test_a_blog_is_not_wallabag(title: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><article><h1>Le bac</h1>"
        '<div class="entry-info">Par <a rel="author" href="/a">Ana Gil</a></div>'
        '<div class="entry-content"><p>Deux mots.</p></div></article></body></html>'
    )
    article = parse(page)
    assert article.report.layout == "generic"
    assert (article.headline, article.byline) == ("Le bac", "Ana Gil")


def test_language_is_that_of_the_text() -> None:
    page = '<html lang="en"><body><article lang="fr" class="article__content"><p>Deux mots.'
    assert parse(page).in_language == "fr"
    assert parse(page.replace(' lang="fr"', "")).in_language == "en"
    assert parse(page.replace('"fr"', '" fr\u202e"')).in_language == "fr"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/read/1", "about:reader", ""])
def test_address_on_a_reader_view_must_be_http(address: str) -> None:
    page = (FOLDER / "reader-firefox" / "page.html").read_text("utf-8")
    own = "https://www.lemonde.fr/planete/article/2021/05/20/le-sel-de-noirmarais-gagne-un-etang_6080999_3244.html"
    article = parse(page.replace(own, address))
    assert (article.canonical_url, article.identifier) == (None, None)


def test_address_on_a_view_wins_over_the_views_own() -> None:
    page = (FOLDER / "wallabag-shared" / "page.html").read_text("utf-8")
    canonical = '<link rel="canonical" href="https://bag.example/share/5f1a2b"></head>'
    article = parse(page.replace("</head>", canonical))
    assert article.canonical_url == parse(page).canonical_url
    assert article.url is None


def test_page_after_http_headers_is_read() -> None:
    headers = "HTTP/2 200\r\ncontent-type: text/html; charset=utf-8\r\n\r\n"
    assert parse(headers + BODY) == parse(BODY)


def test_paragraph_without_end_tag_ends_as_in_a_browser() -> None:
    figure = (
        "<figure class=article__media><img src=https://img.lemde.fr/quai.jpg alt=Quai></figure>"
    )
    box = (
        "<section class=catcher><p class=catcher__desc>Lire aussi : "
        "<a href=https://www.lemonde.fr/planete/>La mer</a></section>"
    )
    aside = "<aside><p>Le vent en chiffres<p>Huit nœuds.</aside>"
    article = parse(
        _page(
            f"<p class=article__status>Article réservé aux abonnés{figure}<p>Le vent s’est "
            f"levé.{box}<p>La <em>mer</em> aussi.{aside}<p>Fin."
        )
    )
    assert article.body == (
        Figure(url="https://img.lemde.fr/quai.jpg", alt="Quai"),
        Paragraph(text="Le vent s’est levé."),
        Paragraph(text="La mer aussi.", marks=(Mark(kind="emphasis", start=3, end=6),)),
        Aside(blocks=(Paragraph(text="Le vent en chiffres"), Paragraph(text="Huit nœuds."))),
        Paragraph(text="Fin."),
    )
    assert _removed(article) == [("status", "Article réservé aux abonnés")]
    assert [related.headline for related in article.related_links] == ["La mer"]


def test_picture_stored_in_the_page_is_a_figure() -> None:
    data = "data:image/jpeg;base64," + "A" * 4_000
    pictures = f'<img src="{data}" alt="Le quai"><figure><img src="{data}"></figure>'
    blanks = (
        '<img src="data:image/gif;base64,R0lGODlhAQAB"><img src="data:image/svg+xml;base64,'
        f'{"A" * 4_000}">'
    )
    article = parse(_page(f"<p>Le vent s’est levé.</p>{pictures}{blanks}"))
    assert article.body == (Paragraph(text="Le vent s’est levé."), Figure(alt="Le quai"), Figure())


def test_view_source_page_is_not_an_article() -> None:
    shown = escape(f"<html><body><main><p>{LONG}</p></main></body></html>").replace(
        "&lt;p", "<span>&lt;<span class='start-tag'>p</span></span>"
    )
    with pytest.raises(NotAnArticleError, match="viewsource"):
        parse(
            "<html><head><title>https://www.lemonde.fr/</title></head>"
            f'<body id="viewsource" class="highlight"><pre>{shown}</pre></body></html>'
        )


@pytest.mark.parametrize("folder", ["./Le vent_files", "Le%20vent_files", "Le vent_fichiers"])
def test_player_saved_next_to_the_page_has_no_provider(folder: str) -> None:
    player = f'<iframe src="{folder}/saved_resource.html"></iframe>'
    (embed,) = parse(
        f"{HEAD}<body>{_page(f'<p>Le vent s’est levé.</p>{player}')}</body></html>"
    ).body[1:]
    assert isinstance(embed, Embed)
    assert embed.provider is None
    assert (embed.url or "").endswith("/saved_resource.html")


# Fragments, as in feeds


@pytest.mark.parametrize(
    ("fragment", "types"),
    [
        ("<p>Deux mots.</p>", ["paragraph"]),
        ("\n<P class=a>Deux mots.</P>", ["paragraph"]),
        ("<h2>Un titre</h2><p>Deux mots.</p>", ["heading", "paragraph"]),
        ("<p>Un mot.</p><ul><li>Un</li><li>Deux</li></ul>", ["paragraph", "list"]),
        ("<img src='https://i.example/a.jpg'><p>Deux mots.</p>", ["figure", "paragraph"]),
    ],
)
def test_a_fragment_is_read_even_if_it_is_short(fragment: str, types: list[str]) -> None:
    article = parse(fragment)
    assert [block.type for block in article.body] == types
    assert article.report.layout == "fragment"
    assert [(one.code, one.message) for one in article.report.warnings] == [
        ("layout", "no page around the text; read as a fragment")
    ]


def test_all_forms_of_a_fragment_give_one_article() -> None:
    fragment = "<p>Deux mots.</p><p>Trois mots ici.</p>"
    article = parse(fragment)
    for form in (
        fragment.encode(),
        BeautifulSoup(fragment, "html.parser"),
        BeautifulSoup(fragment, "lxml"),
        etree.HTML(fragment),
    ):
        assert parse(form) == article


@pytest.mark.parametrize(
    "page",
    [
        "<div><p>Deux mots.</p></div>",
        "<html><head></head><body><p>Deux mots.</p></body></html>",
        "<p>Deux mots.</p><nav><a href=/a>Un</a></nav>",
        "<a href=/a>Un lien</a>",
    ],
)
def test_short_page_is_not_a_fragment(page: str) -> None:
    with pytest.raises(NotAnArticleError):
        parse(page)
