"""Any input gives an Article or a LemondeParseError in reasonable time, and no text is invented or
lost."""

from __future__ import annotations

import pytest

from bad_pages import BODY, WHOLE, _all_words, codes, page, read
from lemonde_parse import Article, parse
from lemonde_parse.intake.limits import MAX_BYTES


def test_intact_test_page_is_read_completely() -> None:
    assert WHOLE.text.split("\n\n") == [
        "La première phrase de l’article, sans hâte.",
        "Au large",
        "Un\nDeux",
        "Port\tÉtel",
        "À savoir",
        "Il pleut.",
        "La dernière phrase.",
    ]
    assert read(page()) == WHOLE


@pytest.mark.parametrize(
    "inner", ["", "<!-- -->", "<p>Je m’abonne</p>", '<figure><img src="/a.jpg"></figure>']
)
def test_article_without_text_gives_a_warning(inner: str) -> None:
    article = parse(f'<main><article class="article__content">{inner}</article></main>')
    assert article.text == ""
    assert codes(article) == {"empty body"}


def test_gallery_without_text_gives_no_warning() -> None:
    article = parse(
        '<main><section class="portfolio"><figure class="portfolio__figure"><img src="/a.jpg">'
        "</figure></section></main>"
    )
    assert (article.kind, article.text, codes(article)) == ("gallery", "", set())


# Junk


@pytest.mark.parametrize(
    "junk",
    [
        bytes(range(256)),
        bytes(range(256)) * 40,
        b"\x00" * 5_000,
        b"\xff" * 5_000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>",
        b"PK\x03\x04" + b"\x00\x9c" * 200,
        b"\x1f\x8b\x08\x00" + b"\xaa" * 200,
        b"\xfe\xff\xd8\x00\xd8\x00",
        b"\xff\xfe<\x00p",
        b"{}",
        b'{"@type": "NewsArticle"}',
        b"<",
        b"<<<<>>>>",
        b"</p></p></html>",
        b"&#0;&#xD800;&#99999999999;&",
        b"<html>",
        b"<!DOCTYPE html>",
        b"<?xml version='1.0'?>",
        b"<main>",
        b'<article class="article__content">',
        b'<article class="article__content"><p></p></article>',
        b"<svg><p>x</p></svg>",
        b"<frameset><frame src=x></frameset>",
        "\ud800".encode("utf-8", "surrogatepass") * 50,
        "🂡\u202e\u0000\ufeff".encode(),
    ],
    ids=lambda junk: repr(junk[:16]),
)
def test_junk_gives_an_article_or_an_error(junk: bytes) -> None:
    read(junk)
    read(junk.decode("latin-1"))
    read(page().encode().replace("La première".encode(), junk))


def test_xml_declaration_is_accepted() -> None:
    for declared in ("iso-8859-1", "utf-16", "klingon"):
        for form in (str, str.encode):
            article = read(form(f'<?xml version="1.0" encoding="{declared}"?>' + page()))
            assert article is not None
            assert article.text == WHOLE.text


# Unusual pages


def test_a_page_without_head_is_read() -> None:
    article = read(f'<main><article class="article__content">{BODY}</article></main>')
    assert article is not None
    assert article.text == WHOLE.text


def test_a_page_without_html_body_or_main_is_read() -> None:
    article = read(f'<article class="article__content">{BODY}')
    assert article is not None
    assert article.text == WHOLE.text


@pytest.mark.parametrize(
    "other", ["<main></main>", "<main><p>Rien.</p></main>", "<main><nav>Menu</nav></main>"]
)
def test_second_main_without_an_article_has_no_effect(other: str) -> None:
    after, before = read(page(after=other)), read(page().replace("<main>", other + "<main>"))
    assert after is not None
    assert before is not None
    assert after.text == before.text == WHOLE.text


def test_page_that_occurs_twice_in_a_file_is_read_once() -> None:
    article = read(page() + page())
    assert article is not None
    assert article.text == WHOLE.text


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        '{"@type": "NewsArticle",',
        "[[[[",
        "undefined",
        "",
        "{'a': 1}",
        '{"a": NaN',
        "\\",
        '"',
        "<!-- x -->",
        "[" * 50_000,
        '{"a":' * 50_000,
    ],
    ids=lambda broken: broken[:12],
)
def test_broken_json_ld_is_a_warning(broken: str) -> None:
    head = f'<title>Le port</title><script type="application/ld+json">{broken}</script>'
    article = read(page(head=head))
    assert article is not None
    assert article.text == WHOLE.text
    assert codes(article) == {"json"}


@pytest.mark.parametrize(
    "broken",
    ["{", '{"context": {"article":', "{context: 1}", "{'context': {}}", '{"context":' * 50_000],
    ids=lambda broken: broken[:12],
)
def test_broken_script_data_is_a_warning(broken: str) -> None:
    article = read(page(head=f"<script>var lmd = {broken}</script>"))
    assert article is not None
    assert article.text == WHOLE.text
    assert codes(article) == {"json"}


@pytest.mark.parametrize(
    "tag",
    [
        "<img srcset=','>",
        "<img srcset=', ,'>",
        "<img srcset='  '>",
        "<img srcset='a 1x, b 999999999999999999999w'>",
        "<img data-srcset=',a' src='data:image/gif;base64,R0'>",
        "<img src='http://['>",
        "<a href='http://['>x</a>",
        "<a href='//[::1'>x</a>",
        "<a href=''>x</a>",
        "<a href='javascript:x()'>x</a>",
        "<iframe src='//['></iframe>",
        "<iframe src='http://a.example:port/'></iframe>",
        "<div data-provider='' data-id=''></div>",
        "<div data-provider='youtube' data-id='{}{0}%s'></div>",
        "<blockquote class='twitter-tweet'></blockquote>",
        "<table><td colspan=9007199254740991 rowspan=-1>x</td></table>",
        "<ol start=99999999999999999999><li value=x>x</ol>",
        "<h9>x</h9>",
        "<p style='display:none;' hidden>x</p>",
        "<b><i>x</b>y</i>",
        "<p><p><p>x</li></td></tr></table>",
        "<a><a><a>x</a></a></a>",
        "<select><p>x</p></select>",
        "<template><p>x</p></template>",
        "<math><mi>x</mi></math>",
        "<p\x00 class='\x00'>x</p>",
        "<p class='" + "a " * 5_000 + "'>x</p>",
        "<" + "x" * 5_000 + ">x",
        "<x:y z:w='1'>x</x:y>",
    ],
    ids=lambda tag: tag[:40],
)
def test_odd_markup_does_not_hide_the_rest_of_the_page(tag: str) -> None:
    article = read(page(f"<p>Avant.</p>{tag}<p>Après.</p>"))
    assert article is not None
    assert article.text.startswith("Avant.")
    assert article.text.endswith("Après.")


@pytest.mark.parametrize("player", ["iframe", "video", "audio"])
def test_fallback_text_of_a_player_is_not_read(player: str) -> None:
    article = read(
        page(f"<p>Avant.</p><{player}><p>Votre navigateur ne sait pas.</p></{player}><p>Après.</p>")
    )
    assert article is not None
    assert article.text == "Avant.\n\nAprès."


def test_caption_in_a_related_box_is_kept() -> None:
    box = (
        '<section class="catcher"><figure><img src="/a.jpg"><figcaption>Le quai '
        'vide.</figcaption></figure><a href="/b">Un port</a></section>'
    )
    article = read(page(f"<p>Avant.</p>{box}"))
    assert article is not None
    assert "Le quai vide." in _all_words(article)


@pytest.mark.parametrize(
    ("url", "readable"),
    [
        ("https://x.example/\x1b[31m", "https://x.example/%1B[31m"),
        ("https://x.example/a\u202eb", "https://x.example/a%E2%80%AEb"),
        ("https://x.example/\udce9t", "https://x.example/%ED%B3%A9t"),
        ("https://x.example/été à", "https://x.example/été à"),
    ],
)
def test_unprintable_characters_in_the_given_url_are_encoded(url: str, readable: str) -> None:
    article = parse("<article class=article__content><p>Deux mots.</p></article>", url=url)
    assert article.url == readable
    assert Article.from_json(article.to_json()) == article


@pytest.mark.parametrize(
    "url", ["http://[", "//[::1", "", "lemonde", "mailto:a@b.example", "https://" + "a" * 5_000]
)
def test_invalid_url_is_kept_and_does_not_change_the_text(url: str) -> None:
    article = parse(page('<p>Un <a href="/b">mot</a>.</p>'), url=url)
    assert (article.text, article.url) == ("Un mot.", url)


# Size


def test_deeply_nested_boxes_keep_their_words() -> None:
    article = read(
        page(
            "<p>Avant.</p>"
            + "<aside>" * 200
            + "<p>Au fond.</p>"
            + "</aside>" * 200
            + "<p>Après.</p>"
        )
    )
    assert article is not None
    assert article.text == "Avant.\n\nAu fond.\n\nAprès."


@pytest.mark.parametrize(
    "tag",
    [
        "div",
        "span",
        "b",
        "ul><li",
        "blockquote",
        "aside",
        "section class='catcher'",
        "table><tr><td",
    ],
)
def test_very_deeply_nested_text_is_kept_with_a_warning(tag: str) -> None:
    article = read(page("<p>Avant.</p>" + f"<{tag}>" * 3_000 + "fond"))
    assert article is not None
    assert article.text.startswith("Avant.")
    assert "fond" in _all_words(article)
    assert "limit" in codes(article)


@pytest.mark.parametrize(
    ("piece", "number"),
    [
        ("<p>Une phrase.</p>", 4_000),
        ("<p><strong>UN INTERTITRE</strong></p>", 1_500),
        ("<p><b>Vraiment ?</b></p><p>Oui.</p>", 1_500),
        ("<blockquote>Une phrase dite</blockquote><p>Une phrase écrite ici.</p>", 1_500),
        ('<section class="catcher">Lire aussi : <a href="/x">Un port</a></section>', 1_500),
        ("<p><a href='/x'>Un port</a></p>", 2_000),
        ("<table><tr><td>x</td></tr></table>", 1_500),
        ("<figure><img src='/a.jpg'><figcaption>Le quai.</figcaption></figure>", 1_000),
        ("<iframe src='//a.example/x'></iframe>", 2_000),
        ("<br>", 20_000),
        ("<p>", 10_000),
        ("<", 20_000),
        ("&amp;", 20_000),
        ("<!-- a -->", 10_000),
        ("<p>\u00a0 \u00a0</p>", 10_000),
        ("*", 50_000),
        ("Lire aussi : ", 10_000),
        ("Il vous reste ", 10_000),
        ("<article class='article__content'>", 10_000),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_long_pages_are_read(piece: str, number: int) -> None:
    """A step that takes quadratic time would need minutes for such a page."""
    assert parse(page("<p>Avant.</p>" + piece * number)).text.startswith("Avant.")


@pytest.mark.parametrize(
    "beginning",
    [
        "Une phrase entière pour commencer, et qui est longue.\n\n",
        "# Un titre\n\nUne phrase entière pour commencer, et qui est longue.\n\n",
        "Une phrase entière pour commencer, et qui est longue.\n   (BUTTON) Partager\n",
    ],
)
@pytest.mark.parametrize(
    ("piece", "number"),
    [
        ("Une phrase entière.\n\n", 2_000),
        ("Lire aussi | Un titre\n\n", 2_000),
        ("* un\n", 15_000),
        ("1. un\n", 10_000),
        ("> un\n", 10_000),
        ("UN TITRE\n\n", 4_000),
        ("[a](b) ", 4_000),
        ("**a** ", 2_000),  # with over 10,000 signs, such a text would not be read as Markdown
        ("[", 20_000),
        ("*", 20_000),
        ("_", 20_000),
        (" ", 40_000),
        ("\n", 40_000),
        ("---\n", 10_000),
        ("(BUTTON) ", 4_000),
    ],
    ids=lambda value: repr(value) if isinstance(value, str) else "",
)
def test_long_texts_are_read(beginning: str, piece: str, number: int) -> None:
    assert parse(f"{beginning}{piece * number}\n\nFin.").text


def test_a_page_of_fifteen_megabytes_is_read() -> None:
    source = page("<p>" + "mot " * 3_750_000 + "</p><p>Fin.</p>")
    assert len(source) < MAX_BYTES
    article = parse(source)
    assert article.text.endswith("Fin.")
    assert codes(article) <= {"limit", "incomplete"}
