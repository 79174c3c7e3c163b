"""Any input gives an Article or a LemondeParseError: no text is invented or lost, in reasonable
time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Article,
    Aside,
    Block,
    Embed,
    Figure,
    LemondeParseError,
    LiveEntry,
    Paragraph,
    Table,
    parse,
    parse_text,
)
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.source import take

HEAD = (
    '<meta charset="utf-8"><title>Le port | Journal</title><meta property="og:title" content="Le '
    'port">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le port", '
    '"author": {"name": "Ana Gil"},'
    ' "datePublished": "2024-05-01T07:00:00+02:00"}</script>'
    '<script>var lmd = {"context": {"article": {"legacyId": 6187099, "nbChar": 120}, '
    '"element": {"restreint": false}}};</script>'
)
BODY = (
    '<p class="article__paragraph">La première phrase de l’article, <em>sans hâte</em>.</p>'
    '<section class="catcher"><span class="catcher__title">Lire aussi :</span> '
    '<a href="/b.html">Un autre port</a></section>'
    '<h2 class="article__sub-title">Au large</h2><ul><li>Un</li><li>Deux</li></ul>'
    '<figure><img src="/c.jpg" alt="Le quai"><figcaption>Le quai. '
    '<span class="article__credit">ANA GIL</span></figcaption></figure>'
    '<blockquote class="twitter-tweet">Un message <a href="https://twitter.com/a/status/1">là</a>'
    "</blockquote>"
    "<table><tr><td>Port</td><td>Étel</td></tr></table><aside><h3>À savoir</h3><p>Il pleut.</p>"
    "</aside>"
    '<p class="article__paragraph">La dernière phrase.</p>'
)


def page(body: str = BODY, head: str = HEAD, after: str = "") -> str:
    """Return a page in the current layout."""
    return (
        f'<!DOCTYPE html><html lang="fr"><head>{head}</head><body><nav><a href="/">Une</a></nav>'
        '<main><section class="article">'
        '<header class="article__header"><h1 class="article__title">Le port</h1>'
        '<span class="meta__author">Par Ana Gil</span></header>'
        f'<article class="article__content">{body}</article></section></main>{after}</body></html>'
    )


def read(anything: str | bytes) -> Article | None:
    """Return the article after checking it; None for a page that is refused. Other errors are
    failures of the library."""
    try:
        article = parse(anything)
    except LemondeParseError:
        return None
    told = article.to_json()
    told.encode()
    json.loads(told, parse_constant=_no_json)
    back = Article.from_json(told)
    assert back == article
    assert back.report == article.report
    assert hash(back) == hash(article)
    assert repr(article)
    for block in _every(article.body):
        if isinstance(block, Paragraph):
            assert block.text
            assert block.text == block.text.strip()
            for mark in block.marks:
                assert 0 <= mark.start < mark.end <= len(block.text)
    assert all(0 <= link.position <= len(article.body) for link in article.related_links)
    assert all(0 <= removal.position <= len(article.body) for removal in article.report.removed)
    return article


def _no_json(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _every(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from _every(block.blocks)


def codes(article: Article) -> set[str]:
    return {warning.code for warning in article.report.warnings}


WHOLE = parse(page())


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


def test_picture_pages_may_have_no_text() -> None:
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
def test_junk_is_an_article_or_an_error(junk: bytes) -> None:
    read(junk)
    read(junk.decode("latin-1"))
    read(page().encode().replace("La première".encode(), junk))


# Cut pages


@pytest.mark.parametrize("cut", range(200, len(page().encode()), 200))
def test_page_cut_anywhere_gives_the_text_before_the_cut(cut: int) -> None:
    article = read(page().encode()[:cut])
    if article is not None:
        assert stands_in(article.text, page())


@pytest.mark.parametrize(
    "cut", range(page().index("phrase de l’article"), page().index("La dernière"), 37)
)
def test_page_cut_inside_its_body_keeps_the_preceding_words_in_order(cut: int) -> None:
    article = read(page()[:cut])
    assert article is not None
    assert article.headline == "Le port"
    kept = article.text.split()
    whole = WHOLE.text.split()
    # The last word may be cut; an address or a credit may become something else.
    assert kept[:1] == whole[:1]
    rest = iter(whole)
    assert all(word in rest for word in kept[:-3])


def test_page_cut_inside_a_comment_or_script_keeps_the_preceding_text() -> None:
    for opening in ("<!-- ", "<script>", "<style>"):
        article = read(page()[: page().index("</article>")] + opening + "var x = '<p>faux</p>'")
        assert article is not None
        assert article.text == WHOLE.text


# Invalid characters


@pytest.mark.parametrize(
    "char", ["\x00", "\x01", "\x07", "\x1b", "\x7f", "\x80", "\ufeff", "\u200b", "\u202e"]
)
def test_invisible_characters_do_not_split_words(char: str) -> None:
    article = read(page(f"<p>Un mo{char}t et {char}deux.{char}</p>"))
    assert article is not None
    assert article.text == "Un mot et deux."


def test_nul_does_not_cut_the_page() -> None:
    article = read(page().replace("hâte", "hâ\x00te").replace("<p ", "<p\x00 ", 1).encode())
    assert article is not None
    assert "La dernière phrase." in article.text


def test_lone_surrogates_are_replaced_with_a_warning() -> None:
    article = read(page("<p>Un \ud83d mot.</p><p>Deux \udc00 mots \ud83d\ude00.</p>", head=""))
    assert article is not None
    assert article.text == "Un \ufffd mot.\n\nDeux \ufffd mots 😀."
    assert codes(article) == {"encoding"}


@pytest.mark.parametrize("place", ["title", "href", "src", "class"])
def test_lone_surrogates_in_attributes_do_not_cut_the_page(place: str) -> None:
    article = read(
        page(
            f'<p>Un <a {place}="\ud800" href="/a">mot</a>.<img {place}="\ud800" src="/a.jpg" '
            'alt="\ud800"></p>'
        )
    )
    assert article is not None
    assert article.text == "Un mot."


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "un \\ud800 mot"}',
        '{"@type": ["NewsArticle", "\\ud800"], "author": ["\\udfff Ana Gil"]}',
        (
            '{"@type": "NewsArticle", "datePublished": "\\ud800", "url": '
            '"https://a.example/\\ud800", '
            '"image": "/\\ud800.jpg"}'
        ),
        (
            '{"@type": "NewsArticle", "keywords": ["\\ud800", "mer"], '
            '"publisher": {"name": "\\ud800"}}'
        ),
    ],
)
def test_lone_surrogates_in_json_ld_are_replaced(data: str) -> None:
    assert read(page(head=f'<script type="application/ld+json">{data}</script>')) is not None


@pytest.mark.parametrize(
    "context",
    [
        '{"element": {"type": "\\ud800", "nature_editoriale": {"nom": "\\ud800"}}}',
        '{"article": {"firstPublished": {"date": "\\ud800"}}}',
        (
            '{"article": {"parsedMetadata": {"huit": {"signatures": [{"longName": '
            '"Ana \\ud800Gil", '
            '"origin": "\\ud800"}]}}}}'
        ),
        '{"article": {"parsedMetadata": {"huit": {"agencies": {"\\ud800": true}}}}}',
    ],
)
def test_lone_surrogates_in_script_data_are_replaced(context: str) -> None:
    assert read(page(head=f'<script>var lmd = {{"context": {context}}}</script>')) is not None


@pytest.mark.parametrize(
    "entity",
    [
        "&#0;",
        "&#11;",
        "&#55357;",
        "&#xDFFF;",
        "&#xFFFF;",
        "&#1114112;",
        "&#99999999999999999999;",
        "&#x80;",
        "&x;",
    ],
)
def test_invalid_character_references_do_not_cut_the_page(entity: str) -> None:
    article = read(
        page(
            f'<p>Un {entity} mot. <a href="/{entity}">Deux</a>.</p>'
            f'<img src="/{entity}.jpg" alt="{entity}"><p>Fin.</p>'
        )
    )
    assert article is not None
    assert article.text.startswith("Un ")
    assert article.text.endswith("Fin.")


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
def test_second_main_has_no_effect(other: str) -> None:
    behind, before = read(page(after=other)), read(page().replace("<main>", other + "<main>"))
    assert behind is not None
    assert before is not None
    assert behind.text == before.text == WHOLE.text


def test_page_repeated_in_a_file_is_read_once() -> None:
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
    "url", ["http://[", "//[::1", "", "lemonde", "mailto:a@b.example", "https://" + "a" * 5_000]
)
def test_invalid_address_is_harmless(url: str) -> None:
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
def test_endlessly_nested_elements_keep_their_words_with_a_warning(tag: str) -> None:
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
    """The time must grow with the page, not with its square, which would be minutes."""
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
        ("**a** ", 4_000),
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


# Generated input


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def stands_in(text: str, whole: str) -> bool:
    """Return True if a text contains all letters and digits of another one, in order."""
    rest = iter(letters(whole))
    return all(character in rest for character in letters(text))


def _all_words(article: Article) -> set[str]:
    """Return every word of an article."""
    told = [article.text]
    for block in _every(article.body):
        if isinstance(block, Figure):
            told += [block.caption or "", block.credit or "", block.alt or ""]
        elif isinstance(block, Embed):
            told.append(block.text or "")
        elif isinstance(block, Table):
            told.append(block.text)
    told += [f"{link.label} {link.headline}" for link in article.related_links]
    told += [removal.text for removal in article.report.removed]
    return {word for text in told for word in text.split()} | set(told)


# Without "&" and ";", since lxml and Python resolve malformed references differently.
wild = st.text(st.characters(exclude_characters="&;"), max_size=60)


@given(wild)
def test_any_text_is_an_article_with_its_words_or_an_error(text: str) -> None:
    article = read(text)
    if article is not None:
        assert stands_in(article.text, text)


@given(st.binary(max_size=80))
def test_any_bytes_are_an_article_or_an_error(raw: bytes) -> None:
    read(raw)


@given(wild)
def test_words_of_any_text_in_an_article_are_kept(text: str) -> None:
    source = page(text)
    article = read(source)
    if article is not None:
        assert stands_in(
            article.text, take(source, encoding=None, max_bytes=MAX_BYTES).html.decode()
        )


@given(st.binary(max_size=80))
def test_words_of_any_bytes_in_an_article_are_kept(raw: bytes) -> None:
    source = page("§").encode().replace("§".encode(), raw.replace(b"&", b""))
    article = read(source)
    if article is not None:
        assert stands_in(
            article.text, take(source, encoding=None, max_bytes=MAX_BYTES).html.decode()
        )


TAGS = (
    "<p>", "</p>", "<p class='article__paragraph'>", "<h2>", "</h2>", "<ul>", "<li>", "</li>",
    "</ul>", "<table>", "<tr>", "<td>", "</td>",
    "</tr>", "</table>", "<a href='/x'>", "</a>", "<strong>", "</strong>", "<em>", "</em>", "<br>",
    "<span class='catcher__title'>",
    "</span>", "<aside>", "</aside>", "<blockquote>", "</blockquote>", "<div class='paywall'>",
    "<div>", "</div>", "<div hidden>",
    "<span class='icon__premium'>", "<h3 class='article__question'>", "</h3>", "<dl>", "<dt>",
    "<dd>", "</dl>", "<section class='catcher'>",
    "</section>", " Lire aussi : ", "<figcaption>", "</figcaption>", "<button>", "</button>",
    "<bogus>", "</bogus>",
)  # fmt: skip


@given(st.lists(st.sampled_from(TAGS) | st.none(), max_size=16))
def test_words_of_a_body_are_neither_lost_nor_invented(pieces: list[str | None]) -> None:
    """With tags nested in any way, each word is in the body, a related link, or a removal."""
    words = [f"mot{number}" for number, piece in enumerate(pieces) if piece is None]
    body = "".join(
        f" mot{number} " if piece is None else piece for number, piece in enumerate(pieces)
    )
    article = read(f'<main><article class="article__content">{body}</article></main>')
    if article is not None:
        assert set(words) - _all_words(article) == set()
        assert set(article.text.split()) - set(words) <= {"Lire", "aussi", ":"}


PIECES = (
    *TAGS, "<figure>", "</figure>", "<img src='/a.jpg' alt='x' srcset='a 1w, b 2.5w'>",
    "<img srcset=','>", "<iframe src='//a.example/a'>",
    "</iframe>", "<script>", "</script>", "<!--", "-->", "<video>", "<source src='a'>", "<picture>",
    "<svg>", "<template>", "<noscript>",
    "</noscript>", "<plaintext>", "<textarea>", "<math>", "<select>", "<frameset>", "<body>",
    "<html class='x'>", "<main>", "</main>",
    "<article class='article__content'>", "</article>", "<blockquote class='twitter-tweet'>",
    "<td colspan=99999999999999>", "&nbsp;",
    "&#0;", "&#55357;", "\x00", "\x0b", "\ud83d", "\u00a0", "<a data-premium='1' href='http://['>",
    "<style>", "<title>", "mot ", "Ana Gil",
    "Le Monde avec AFP", "TITRE EN CAPITALES", "Pourquoi ?", "Lire aussi | Un titre",
    "Article réservé aux abonnés",
    "Il vous reste 50 % de cet article à lire.", "<", ">", '"', "'", "=", "&", " class=",
    "<p title='",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24), st.booleans())
def test_any_markup_is_an_article_or_an_error(pieces: list[str], is_wrapped: bool) -> None:
    source = "".join(pieces)
    article = read(page(source) if is_wrapped else source)
    if article is not None:
        assert "lemonde-parse" not in article.text


@given(st.lists(st.tuples(st.integers(0, len(page())), st.sampled_from(PIECES)), max_size=8))
def test_page_with_insertions_is_an_article_or_an_error(
    put: list[tuple[int, str]],
) -> None:
    source = page()
    for at, piece in put:
        source = source[:at] + piece + source[at:]
    read(source)
    read(source.encode("utf-8", "surrogatepass"))


@given(
    st.lists(st.tuples(st.integers(0, len(page().encode()) - 1), st.integers(0, 255)), max_size=30)
)
def test_page_with_damaged_bytes_is_an_article_or_an_error(damage: list[tuple[int, int]]) -> None:
    source = bytearray(page().encode())
    for at, byte in damage:
        source[at] = byte
    read(bytes(source))


lines = st.sampled_from(
    [
        "",
        " ",
        "Une phrase entière.",
        "Un titre",
        "Lire aussi | Un autre titre",
        "# Titre",
        "* un",
        "- deux",
        "> cité",
        "1. trois",
        "![](x)",
        "[a](http://[)",
        "Il vous reste 50 % de cet article à lire.",
        "Par Ana Gil",
        "Publié le 1er mai 2024 à 07h00",
        "---",
        "\x00",
        "\ud800",
        "**gras**",
        "```",
        "|a|b|",
    ]
)


@given(st.lists(lines | wild, max_size=12))
def test_any_lines_are_an_article_with_their_words_or_an_error(pasted: list[str]) -> None:
    text = "\n".join(pasted)
    article = read(text)
    if article is not None:
        assert stands_in(article.text, text)


# Pages of every layout, damaged, and texts


PAGES = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("pages/*/page.html"))]
MOST_OF_A_PAGE = 4_000
"""Stretches of bytes to remove or to double."""

edits = st.tuples(
    st.sampled_from(["cut", "double", "swap", "put", "set"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, MOST_OF_A_PAGE),
    st.sampled_from(PIECES) | wild,
)


def edited(page: bytes, edit: tuple[str, float, int, str]) -> bytes:
    """Return a page with a stretch removed, doubled or moved to the end, with an insertion, or with
    a changed byte."""
    how, share, length, piece = edit
    at = int(share * len(page))
    before, stretch, after = page[:at], page[at : at + length], page[at + length :]
    if how == "cut":
        return before + after
    if how == "double":
        return before + stretch + stretch + after
    if how == "swap":
        return before + after + stretch
    if how == "put":
        return before + piece.encode("utf-8", "surrogatepass") + stretch + after
    return before + bytes([length % 256]) + stretch[1:] + after


@given(st.sampled_from(PAGES), st.lists(edits, min_size=1, max_size=6))
def test_damaged_page_of_any_layout_is_an_article_or_an_error(
    source: bytes, damage: list[tuple[str, float, int, str]]
) -> None:
    for edit in damage:
        source = edited(source, edit)
    read(source)
    read(source.decode("utf-8", "surrogateescape"))


@given(
    st.text(max_size=200)
    | st.lists(lines | wild | st.sampled_from(PIECES), max_size=16).map("\n".join)
)
def test_parse_text_gives_an_article_or_an_error(text: str) -> None:
    """Markup is also just text to it."""
    try:
        article = parse_text(text)
    except LemondeParseError:
        return
    assert Article.from_json(article.to_json()) == article


def test_comments_after_a_continuing_body_are_read_once() -> None:
    """Each could have ended at the end of any later one, in 2 to the power of 120 ways."""
    sentence = "Une phrase assez longue pour que le paragraphe compte comme du texte. " * 3
    page = f"<html><body><h1>Un titre</h1><p>{sentence}</p><p>{sentence}</p></body>"
    article = parse(page + "<!---->" * 120 + "<p>Fin.</p></html>")
    assert article.headline == "Un titre"
    assert article.text.endswith("\n\nFin.")
