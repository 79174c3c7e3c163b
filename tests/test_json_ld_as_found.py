"""JSON-LD as sites write it: in comments, with surplus commas, references, or the article text."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import Article, NotAnArticleError, Paragraph, parse

DATA = (
    '{"@type": "NewsArticle", "headline": "Le bac, [a,] b", "author": {"@type": "Person", "name": '
    '"Ana Gil"}, "datePublished": "2023-09-14T06:00:00+02:00"}'
)
SHOWN = "<main><article class='article__content'><p>Deux mots.</p></article></main>"


def page(data: str, body: str = SHOWN) -> str:
    script = f'<script type="application/ld+json">{data}</script>'
    return f"<!DOCTYPE html><html><head>{script}</head><body>{body}</body></html>"


def read(data: str, body: str = SHOWN) -> Article:
    return parse(page(data, body))


@pytest.mark.parametrize(
    "data",
    [
        DATA,
        f"<!-- {DATA} -->",
        f"<!--\n{DATA}\n//-->",
        f"//<![CDATA[\n{DATA}\n//]]>",
        f"/*<![CDATA[*/ {DATA} /*]]>*/",
        f"<![CDATA[{DATA}]]>",
        f"<!--//--><![CDATA[//><!--\n{DATA}\n//--><!]]>",
        DATA.replace('"Ana Gil"}', '"Ana Gil",}'),
        DATA.replace('+02:00"}', '+02:00" ,\n }'),
        f"[{DATA},]",
    ],
)
def test_json_in_a_wrapper_or_with_a_surplus_comma_is_read(data: str) -> None:
    article = read(data)
    zone = timezone(timedelta(hours=2))
    assert (article.headline, [author.name for author in article.authors]) == (
        "Le bac, [a,] b",
        ["Ana Gil"],
    )
    assert article.date_published == datetime(2023, 9, 14, 6, tzinfo=zone)


def test_surplus_comma_gives_a_warning() -> None:
    assert [
        one.message for one in read(DATA.replace('"Ana Gil"}', '"Ana Gil",}')).report.warnings
    ] == ["ignored commas before a closing bracket in JSON-LD"]
    assert read(DATA).report.warnings == ()


def test_json_with_other_errors_is_not_read() -> None:
    article = read(DATA.replace('"author":', '"author",:'))
    assert [warning.code for warning in article.report.warnings] == ["json"]
    assert article.authors == ()


@given(st.text('{}[]",: \\ab\n', max_size=60))
def test_invalid_json_ld_does_not_stop_reading(data: str) -> None:
    assert read(data).text == "Deux mots."


GRAPH = (
    '{"@graph": [{"@type": "NewsArticle", "headline": "Un titre", "author": [{"@id": "#a"}, {"@id": '
    '"#b"}, {"@id": "#none"}], "publisher": {"@id": "#p"}, "image": {"@id": "#i"}}, {"@type": '
    '"Person", "@id": "#a", "name": "Ana Gil"}, {"@type": "Person", "@id": "#b", "name": "Jean '
    'Petit"}, {"@type": "Organization", "@id": "#p", "name": "La Gazette"}, {"@type": "ImageObject", '
    '"@id": "#i", "url": "https://i.example/a.jpg"}]}'
)


def test_references_to_other_nodes_are_followed() -> None:
    article = read(GRAPH)
    assert [author.name for author in article.authors] == ["Ana Gil", "Jean Petit"]
    assert article.publisher == "La Gazette"
    assert article.main_image is not None
    assert article.main_image.url == "https://i.example/a.jpg"


def test_picture_may_have_its_address_as_its_identifier() -> None:
    data = '{"@type": "NewsArticle", "image": {"@id": "https://i.example/b.jpg"}}'
    article = read(data)
    assert article.main_image is not None
    assert article.main_image.url == "https://i.example/b.jpg"


# Text in JSON-LD


def with_text(text: str) -> str:
    return DATA[:-1] + f', "articleBody": "{text}"}}'


WARNING = ("layout", "the page shows no text; the text in its JSON-LD was read")


def test_page_without_text_uses_json_ld_text() -> None:
    article = read(with_text("Un début.\\n\\nUne suite &amp; une fin."), "<div id=root></div>")
    assert article.body == (Paragraph(text="Un début."), Paragraph(text="Une suite & une fin."))
    assert [(one.code, one.message) for one in article.report.warnings] == [WARNING]
    assert (article.headline, article.report.layout) == ("Le bac, [a,] b", "json_ld")


def test_layout_without_text_uses_json_ld_text() -> None:
    body = "<main><article class='article__content'><img src='https://i.example/a.jpg'></article></main>"
    article = read(with_text("Un début."), body)
    assert [block.type for block in article.body] == ["figure", "paragraph"]
    assert WARNING in [(one.code, one.message) for one in article.report.warnings]
    assert article.report.layout == "lemonde_2018"


def test_json_ld_text_in_html_is_parsed() -> None:
    article = read(with_text("<p>Un <em>début</em>.</p><p>Une suite.</p>"), "<div></div>")
    assert article.text == "Un début.\n\nUne suite."


def test_text_on_the_page_wins_over_json_ld_text() -> None:
    article = read(with_text("Un début."))
    assert (article.text, article.report.warnings) == ("Deux mots.", ())


def test_page_without_any_text_is_refused() -> None:
    with pytest.raises(NotAnArticleError):
        read(with_text(" "), "<div id=root></div>")
