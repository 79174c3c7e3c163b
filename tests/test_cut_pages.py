"""Truncated pages, and pages with invalid characters."""

from __future__ import annotations

import pytest

from bad_pages import WHOLE, codes, has_letters_of, page, read

# Truncated pages


@pytest.mark.parametrize("cut", range(200, len(page().encode()), 200))
def test_text_of_a_truncated_page_occurs_in_the_page(cut: int) -> None:
    article = read(page().encode()[:cut])
    if article is not None:
        assert has_letters_of(article.text, page())


@pytest.mark.parametrize(
    "cut", range(page().index("phrase de l’article"), page().index("La dernière"), 37)
)
def test_words_of_a_page_cut_inside_its_body_stay_in_order(cut: int) -> None:
    article = read(page()[:cut])
    assert article is not None
    assert article.headline == "Le port"
    kept = article.text.split()
    whole = WHOLE.text.split()
    # The last word may be incomplete, and an incomplete address or credit may be read as text.
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
