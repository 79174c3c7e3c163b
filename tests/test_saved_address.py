"""Address and date of saved pages, and reader views."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from lemonde_parse import (
    Aside,
    Embed,
    Figure,
    Mark,
    NotAnArticleError,
    Paragraph,
    parse,
)
from saved_pages import BODY, HEAD, LONG, TODAY, _page, _removed

FOLDER = Path(__file__).parent / "pages"


# Address and date

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
def test_saved_page_gives_its_address_and_date(opening: str, moment: str | None) -> None:
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
def test_saved_address_outside_the_web_is_ignored(address: str) -> None:
    article = parse(f"<!-- saved from url=(0025){address} --><body>{TODAY}</body>")
    assert article.canonical_url is None


@pytest.mark.parametrize(
    "date", ["Thu Jul 36 2023 10:20:30 GMT+0200", "hier", "Thu Foo 06 2023 10:20:30 GMT+0200"]
)
def test_invalid_date_is_ignored(date: str) -> None:
    assert parse(f"{SINGLE_FILE.format(date)}<body>{TODAY}</body>").date_published is None


def test_reader_view_of_firefox_is_read() -> None:
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
def test_blog_with_similar_markup_is_not_read_as_wallabag(title: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><article><h1>Le bac</h1>"
        '<div class="entry-info">Par <a rel="author" href="/a">Ana Gil</a></div>'
        '<div class="entry-content"><p>Deux mots.</p></div></article></body></html>'
    )
    article = parse(page)
    assert article.report.layout == "generic"
    assert (article.headline, article.byline) == ("Le bac", "Ana Gil")


def test_language_is_that_of_the_content_element() -> None:
    page = '<html lang="en"><body><article lang="fr" class="article__content"><p>Deux mots.'
    assert parse(page).in_language == "fr"
    assert parse(page.replace(' lang="fr"', "")).in_language == "en"
    assert parse(page.replace('"fr"', '" fr\u202e"')).in_language == "fr"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/read/1", "about:reader", ""])
def test_address_in_a_reader_view_must_be_http(address: str) -> None:
    page = (FOLDER / "reader-firefox" / "page.html").read_text("utf-8")
    own = "https://www.lemonde.fr/planete/article/2021/05/20/le-sel-de-noirmarais-gagne-un-etang_6080999_3244.html"
    article = parse(page.replace(own, address))
    assert (article.canonical_url, article.identifier) == (None, None)


def test_printed_address_on_a_shared_page_wins_over_the_canonical_one() -> None:
    page = (FOLDER / "wallabag-shared" / "page.html").read_text("utf-8")
    canonical = '<link rel="canonical" href="https://bag.example/share/5f1a2b"></head>'
    article = parse(page.replace("</head>", canonical))
    assert article.canonical_url == parse(page).canonical_url
    assert article.url is None


def test_http_headers_before_a_page_are_skipped() -> None:
    headers = "HTTP/2 200\r\ncontent-type: text/html; charset=utf-8\r\n\r\n"
    assert parse(headers + BODY) == parse(BODY)


def test_unclosed_paragraph_ends_as_in_a_browser() -> None:
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
