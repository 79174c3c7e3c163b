"""Pages saved by browsers, archives, extensions and programs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from lxml import etree

from lemonde_parse import (
    Embed,
    Figure,
    NotAnArticleError,
    Paragraph,
    parse,
)
from saved_pages import BODY, HEAD, LONG, _page, _removed


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


ICON = "<svg><title>Imprimer</title></svg>"


@pytest.mark.parametrize(
    "namespace",
    ["", ' xmlns="http://www.w3.org/1999/xhtml"', ' xmlns:html="http://www.w3.org/1999/xhtml"'],
)
def test_xhtml_tree_is_read_like_an_html_tree(namespace: str) -> None:
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
def test_script_with_content_is_hidden(slash: str) -> None:
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
def test_paywall_of_2016_is_recognised_in_any_notation(wall: str) -> None:
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


def test_picture_after_an_unclosed_removed_paragraph_is_kept() -> None:
    """In pages saved by SingleFile, paragraphs have no end tag, so a removed line seems to contain
    the figure after it."""
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
def test_inlined_resources_have_their_original_address(attribute: str) -> None:
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
    with pytest.raises(NotAnArticleError) as caught:
        parse(page)
    assert caught.value.reason == "section front"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        (LONG.strip(), "paragraph"),
        (f"« {LONG.strip()} »", "paragraph"),
        (f"{LONG}Pourquoi ?", "heading"),
    ],
)
def test_first_paragraph_marked_up_as_a_heading_is_a_paragraph(text: str, type_: str) -> None:
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


def test_author_and_date_in_a_fragment_are_read() -> None:
    above = "<h1>Le bac</h1><p>Par Lise Amont</p><p>Publié le 02 février 2021 à 06h30</p>"
    article = parse(INNER.format(above))
    assert (article.headline, article.text) == ("Le bac", LONG.strip())
    assert [author.name for author in article.authors] == ["Lise Amont"]
    assert article.date_published == datetime(
        2021, 2, 2, 6, 30, tzinfo=timezone(timedelta(hours=1))
    )


def test_byline_that_a_reader_program_adds_below_the_title_is_read() -> None:
    link = '<a href="https://gazette.example/bac">See original</a>'
    article = parse(f"<h1>Le bac</h1><p>Lise Amont, 02/02/2021 • {link}</p>{INNER.format('')}")
    assert (article.headline, article.text) == ("Le bac", LONG.strip())
    assert ([author.name for author in article.authors], article.byline) == (
        ["Lise Amont"],
        "Lise Amont, 02/02/2021",
    )
    assert article.day_published == date(2021, 2, 2)
    assert article.canonical_url == "https://gazette.example/bac"
