"""Pages that contain the text of the article several times."""

from __future__ import annotations

import pytest

from lemonde_parse import Article, parse

LEAD = "Le moulin tourne depuis mardi, et la farine arrive au marché avant sept heures."
REST = "Douze familles en vivent, et la commune a racheté la meule."
BODY = f"<p>{LEAD}</p><h2>La meule</h2><figure><img src=/a.jpg></figure><p>{REST}</p>"
BOX = f"<aside><p>{REST}</p></aside>"
OTHER = "<p>Le pont attendra, dit la préfecture, qui n’a pas compté les vélos.</p>"
TEXT = f"{LEAD}\n\nLa meule\n\n{REST}"


def generic(*parts: str) -> str:
    return "".join(f"<div itemprop='articleBody'>{part}</div>" for part in parts)


def mains(*parts: str) -> str:
    return "".join(
        f"<main><h1 class='article__title'>Le moulin</h1><article class='article__content'>{part}"
        "</article></main>"
        for part in parts
    )


def articles(*parts: str) -> str:
    inner = "".join(f"<article>{part}</article>" for part in parts)
    return f"<main><h1>Le moulin</h1>{inner}</main>"


def codes(article: Article) -> list[str]:
    return [warning.code for warning in article.report.warnings if warning.code != "layout"]


@pytest.mark.parametrize("page", [generic, mains])
@pytest.mark.parametrize(
    "parts",
    [
        (BODY, BODY),
        (BODY, BODY, BODY),
        (f"<p>{LEAD}</p>", BODY),
        (BODY, f"<p>{LEAD}</p>"),
        ("<p>Le moulin tourne depuis mardi, et la farine arrive au …</p>", BODY),
        ("<p>Le moulin tourne depuis mardi, et la farine arrive [...]</p>", BODY),
        (f"<p>{LEAD}</p><h2>La meule</h2><p>Douze familles en vivent, et la commune a</p>", BODY),
    ],
)
def test_text_of_the_article_is_read_once(page: object, parts: tuple[str, ...]) -> None:
    assert callable(page)
    article = parse(page(*parts))
    assert article.text == TEXT
    assert [figure.url for figure in article.figures] == ["/a.jpg"]
    assert codes(article) == ["copy"]
    assert article.report.removed == ()


LONG = (
    f"{BODY}{OTHER}{BOX}<p>La roue a été refaite en chêne par deux charpentiers de la vallée.</p>"
)


@pytest.mark.parametrize(
    "parts",
    [
        (LONG, LONG),
        (LONG, LONG, LONG),
        (BODY + LONG,),
        (LONG + BODY,),
        (LONG.replace(" la ", "\u00a0la "), LONG),
        (LONG, LONG.replace("<p>", "<p class='a'>").replace("moulin", "<b>moulin</b>")),
    ],
)
def test_copies_within_one_element_are_read_once(parts: tuple[str, ...]) -> None:
    article = parse(articles(*parts))
    assert article.text.replace("\u00a0", " ") == parse(articles(LONG)).text
    assert codes(article) == ["copy"]


def test_copy_may_differ_in_no_break_spaces() -> None:
    assert codes(parse(mains(BODY.replace(" et ", " et\u00a0"), BODY))) == ["copy"]


@pytest.mark.parametrize(
    "content",
    [
        f"{BODY}{OTHER}<p>{LEAD}</p>",
        f"<p>{LEAD}</p>{BODY}{OTHER}",
        f"{BODY}{OTHER}{OTHER}<p>{LEAD}</p>{OTHER}<p>{REST}</p>",
    ],
)
def test_repeated_paragraph_is_not_a_copy(content: str) -> None:
    article = parse(generic(content))
    assert (codes(article), len(article.paragraphs)) == ([], content.count("<p>"))


def test_short_text_next_to_a_copy_is_removed() -> None:
    article = parse(generic(f"<p>{LEAD}</p><p>Lire la suite</p>", BODY))
    assert article.text == TEXT
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("Lire la suite", "html: beside a copy")
    ]


def test_box_in_a_copied_text_is_read_once() -> None:
    lead = "<p>Un autre début, qui est assez long pour en être un.</p>"
    article = parse(generic(lead + BOX, lead + BOX + OTHER))
    assert [block.type for block in article.body] == ["paragraph", "aside", "paragraph"]


@pytest.mark.parametrize(
    "parts",
    [
        (BODY, OTHER),
        (f"<p>{LEAD}</p>{OTHER}", f"<p>{LEAD}</p><p>{REST}</p>"),
        ("<p>Le moulin</p>", BODY),
        (f"<p>{LEAD} Et plus.</p>", BODY),
        ("<h2>La meule</h2>", BODY),
    ],
)
def test_different_or_very_short_parts_are_not_copies(parts: tuple[str, ...]) -> None:
    article = parse(generic(*parts))
    assert codes(article) == []
    assert article.report.removed == ()
    assert len(article.body) == sum(part.count("<p>") for part in parts) + sum(
        part.count("<h2>") + part.count("<figure>") for part in parts
    )


def test_other_articles_on_a_page_are_not_copies() -> None:
    article = parse(mains(BODY, OTHER * 3))
    assert (article.text, codes(article)) == (TEXT, [])


def test_time_is_linear_in_the_number_of_copies() -> None:
    assert parse(generic(*[BODY] * 2_000)).text == TEXT
    assert parse(mains(*[BODY] * 2_000)).text == TEXT
    assert parse(articles(*[BODY] * 2_000)).text == TEXT
