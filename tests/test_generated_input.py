"""Property tests with generated pages, texts and bytes."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bad_pages import _all_words, has_letters_of, page, read
from lemonde_parse import (
    Article,
    LemondeParseError,
    parse,
    parse_text,
)
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.source import take

# Without "&" and ";", since lxml and Python decode malformed character references differently.
wild = st.text(st.characters(exclude_characters="&;"), max_size=60)


@given(wild)
def test_any_text_gives_an_error_or_an_article_with_no_added_words(text: str) -> None:
    article = read(text)
    if article is not None:
        assert has_letters_of(article.text, text)


@given(st.binary(max_size=80))
def test_any_bytes_give_an_article_or_an_error(raw: bytes) -> None:
    read(raw)


@given(wild)
def test_no_words_are_added_to_text_inside_an_article(text: str) -> None:
    source = page(text)
    article = read(source)
    if article is not None:
        assert has_letters_of(
            article.text, take(source, encoding=None, max_bytes=MAX_BYTES).html.decode()
        )


@given(st.binary(max_size=80))
def test_no_words_are_added_to_bytes_inside_an_article(raw: bytes) -> None:
    source = page("§").encode().replace("§".encode(), raw.replace(b"&", b""))
    article = read(source)
    if article is not None:
        assert has_letters_of(
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
    """However the tags are nested, each word is in the body, in a related link, or in a removal."""
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
def test_any_markup_gives_an_article_or_an_error(pieces: list[str], is_wrapped: bool) -> None:
    source = "".join(pieces)
    article = read(page(source) if is_wrapped else source)
    if article is not None:
        assert "lemonde-parse" not in article.text


@given(st.lists(st.tuples(st.integers(0, len(page())), st.sampled_from(PIECES)), max_size=8))
def test_page_with_insertions_gives_an_article_or_an_error(
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
def test_page_with_damaged_bytes_gives_an_article_or_an_error(
    damage: list[tuple[int, int]],
) -> None:
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
def test_any_lines_give_an_error_or_an_article_with_no_added_words(pasted: list[str]) -> None:
    text = "\n".join(pasted)
    article = read(text)
    if article is not None:
        assert has_letters_of(article.text, text)


# Damaged pages of every layout, and pasted texts


PAGES = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("pages/*/page.html"))]
MOST_OF_A_PAGE = 4_000
"""Maximum number of bytes that one edit removes, doubles or moves."""

edits = st.tuples(
    st.sampled_from(["cut", "double", "swap", "put", "set"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, MOST_OF_A_PAGE),
    st.sampled_from(PIECES) | wild,
)


def edited(page: bytes, edit: tuple[str, float, int, str]) -> bytes:
    """Apply one edit to a page: remove, double or move a part, insert a piece, or set a byte."""
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
def test_damaged_page_of_any_layout_gives_an_article_or_an_error(
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
    """`parse_text` reads markup as text."""
    try:
        article = parse_text(text)
    except LemondeParseError:
        return
    assert Article.from_json(article.to_json()) == article


def test_many_comments_after_the_body_take_little_time() -> None:
    """Trying every possible end for each comment would take 2^120 steps."""
    sentence = "Une phrase assez longue pour que le paragraphe compte comme du texte. " * 3
    page = f"<html><body><h1>Un titre</h1><p>{sentence}</p><p>{sentence}</p></body>"
    article = parse(page + "<!---->" * 120 + "<p>Fin.</p></html>")
    assert article.headline == "Un titre"
    assert article.text.endswith("\n\nFin.")
