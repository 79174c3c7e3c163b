"""Search for the elements that contain the article on pages of unknown layouts."""

from __future__ import annotations

import pytest

from island import LINK, PARAGRAPHS, PROSE, TEXT
from lemonde_parse import Article, Layout, parse


def read(body: str) -> Article:
    return parse(f"<html><body>{body}</body></html>")


def texts(body: str) -> list[str]:
    return read(body).text.split("\n\n")


@pytest.mark.parametrize(
    "body",
    [
        # several elements of the same class, with other elements between them
        "<div class='slot'></div>".join(
            f"<div class='part'>{''.join(PARAGRAPHS[at : at + 3])}</div>" for at in range(0, 8, 3)
        ),
        # paragraphs above the element with the rest
        f"<div>{PARAGRAPHS[0]}{PARAGRAPHS[1]}<div class='rest'>{''.join(PARAGRAPHS[2:])}</div></div>",
        # paragraphs of the same class in different sections
        "<div>" + "".join(
            f"<section><div id='s{at}'><p class='t'>{PROSE[at]}</p><p class='t'>{PROSE[at + 1]}</p>"
            "</div></section>"
            for at in range(0, 8, 2)
        ) + "</div>",
        # two long elements of different classes
        f"<div><div class='open'>{''.join(PARAGRAPHS[:4])}</div><div class='closed'>{''.join(PARAGRAPHS[4:])}</div></div>",
        # text between line breaks
        f"<div><div>{'<br><br>'.join(PROSE)}</div></div>",
        # each of the first paragraphs in an element with a class of its own
        "<div>" + "".join(f"<div class='p{at}'>{PARAGRAPHS[at]}</div>" for at in range(3))
        + f"<div class='rest'>{''.join(PARAGRAPHS[3:])}</div></div>",
        # text in one inline element, and paragraphs in another
        f"<div><span>{PROSE[0]}<br><br>{PROSE[1]}</span><span>{''.join(PARAGRAPHS[2:])}</span></div>",
        # one element for each paragraph
        f"<div>{''.join(f'<div>{text} {text}</div>' for text in PROSE)}</div>",
    ],
)  # fmt: skip
def test_text_in_several_elements_is_read(body: str) -> None:
    article = read(body)
    assert all(text in article.text for text in PROSE)


COMMENT = (
    "<div class='c'><b>Luc</b><span>il y a 3 jours</span><p>Je ne suis pas d’accord, on aurait dû "
    "prévenir les gens du bourg bien plus tôt que cela, et ne pas attendre que la mer monte encore "
    "une fois pour en parler au conseil, numéro {}.</p></div>"
)


@pytest.mark.parametrize(
    "beside",
    [
        "".join(map(COMMENT.format, range(9))),
        f"<aside><p>{PROSE[0]} Encore.</p><p>{PROSE[1]} Encore.</p></aside>",
        f"<ul><li>{PROSE[0]} Encore.</li><li>{PROSE[1]} Encore.</li></ul>",
        f"<article><p>{PROSE[0]} Encore.</p><p>{PROSE[1]} Encore.</p><p>{PROSE[2]}</p></article>",
        f"<div><p>{LINK}</p><p>{LINK}</p><p>{PROSE[0]} Encore.</p><p>{PROSE[2]}</p></div>",
        f"<div><p>{PROSE[0]} Encore.</p><form><input name='a'></form><p>{PROSE[1]} Encore.</p></div>",
        f"<div><p>{PROSE[0]} Encore.</p><p>{PROSE[1]} Encore.</p></div>",
        # only two elements with a paragraph each, then three elements with a label each
        f"<div class='a'><p>{PROSE[0]} Encore.</p></div><div class='b'><p>{PROSE[1]} Encore.</p></div>",
        "".join(
            f"<div class='p{at}'><b>Luc</b><p>{PROSE[at]} Encore.</p></div>" for at in range(3)
        ),
    ],
)
def test_prose_outside_the_text_is_not_read(beside: str) -> None:
    article = read(f"<div><div class='text'>{TEXT}</div><div>{beside}</div></div>")
    assert article.text == "\n\n".join(PROSE)


def test_notice_about_cookies_is_not_an_article() -> None:
    notice = f"On this website, we use cookies and other functions. {'They store data. ' * 35}"
    article = read(f"<div><p>{notice}</p></div><main>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</main>")
    assert article.text == "\n\n".join(PROSE[:2])


HIDDEN_TEXT = "the text is hidden until a script displays it; it was read nevertheless"


@pytest.mark.parametrize(
    ("shown", "hidden", "is_hidden"),
    [
        (PARAGRAPHS[:2], PARAGRAPHS, True),
        (PARAGRAPHS[:3], PARAGRAPHS, False),
        ([], PARAGRAPHS[:7], True),
        ([], PARAGRAPHS[:6], False),
    ],
)
def test_hidden_text_is_read_if_the_page_shows_much_less(
    shown: list[str], hidden: list[str], is_hidden: bool
) -> None:
    teaser = f"<div>{''.join(shown) or PARAGRAPHS[-1] + PARAGRAPHS[-2]}</div>"
    article = read(f"{teaser}<div style='display:none'>{''.join(hidden)}</div>")
    messages = [warning.message for warning in article.report.warnings]
    assert (HIDDEN_TEXT in messages) is is_hidden
    assert (article.text == "\n\n".join(PROSE[: len(hidden)])) is is_hidden


def test_hidden_text_for_subscribers_is_not_read() -> None:
    teaser = f"<div>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</div>"
    hidden = f"<div style='display:none'>{TEXT}</div>"
    node = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    script = f"<script type='application/ld+json'>{node}</script>"
    assert read(script + teaser + hidden).text == "\n\n".join(PROSE[:2])
    open_script = script.replace("false", "true")
    metered = "<meta property='article:content_tier' content='metered'>"
    assert read(metered + open_script + teaser + hidden).text == "\n\n".join(PROSE)


def test_hidden_article_element_is_read() -> None:
    article = read(f"<div hidden><article>{TEXT}</article></div>")
    assert article.text == "\n\n".join(PROSE)


def test_text_of_a_comment_is_not_the_article() -> None:
    comment = "<li class='comment'><div class='entry-content'><p>Et le bac ?</p></div></li>"
    article = read(f"<main>{TEXT}</main><ol>{comment}</ol>")
    assert article.text == "\n\n".join(PROSE)


def test_standfirst_above_the_text_is_excluded() -> None:
    article = read(
        f"<div><div class='intro'>{PARAGRAPHS[0]}</div><div class='text'>{''.join(PARAGRAPHS[1:])}</div></div>"
    )
    assert article.text == "\n\n".join(PROSE[1:])


def test_text_inside_a_nav_element_is_read() -> None:
    assert texts(f"<nav><ul><li><a href='/'>Une</a></li></ul><div>{TEXT}</div></nav>") == list(
        PROSE
    )


@pytest.mark.parametrize(
    "tag",
    ["div", "section", "td", "table", "table><tr><td", "ul", "li", "dl", "dd", "form", "fieldset", "button",
     "option", "optgroup", "legend", "label", "center", "blockquote", "address", "pre", "listing", "menu",
     "dir", "header", "nav", "aside", "figure", "frameset", "span", "font"],
)  # fmt: skip
@pytest.mark.parametrize("place", [PROSE[1], "pendant trois"])
def test_unclosed_element_loses_no_words(tag: str, place: str) -> None:
    paragraphs = "".join(f"<p>{text} {text}</p>" for text in PROSE[2:])
    content = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>{paragraphs}"
    article = read(f"<div><h1>Le vent</h1>{content.replace(place, f'<{tag}>{place}', 1)}</div>")
    output = str(article.to_dict())
    assert [word for word in " ".join(PROSE).split() if word not in output] == []


@pytest.mark.parametrize("tag", ["div", "fieldset", "button", "center"])
def test_text_before_a_heading_and_an_unclosed_element_is_read(tag: str) -> None:
    article = read(f"<div><p>{PROSE[0]}</p><h2>La mer</h2><{tag}>{TEXT}</div>")
    assert article.text.startswith(f"{PROSE[0]}\n\nLa mer")


@pytest.mark.parametrize(
    "before",
    [
        "<p>Publié le 3 mai</p>",
        f"<p>{LINK}</p>",
        f"<p>{PROSE[0]}</p><p>{LINK}</p>",
        f"<p class='chapo'>{PROSE[0]}</p>",
        f"<h2>{PROSE[0]}</h2>",
    ],
)
def test_other_text_before_the_article_is_not_read(before: str) -> None:
    assert texts(f"<div>{before}<div>{TEXT}</div></div>") == list(PROSE)


SHEET = Layout(name="sheet", markers=("sheet",), content=(".sheet",), finds_boxes=True)
POOR = "the content of sheet has less than half of the article's text; the rest was read too"


def warnings(article: Article) -> list[str]:
    return [one.message for one in article.report.warnings]


@pytest.mark.parametrize(
    "body",
    [
        f"<div><span class='sheet'>Sport</span><div>{TEXT}</div></div>",
        f"<div><div class='sheet'>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</div><div>{''.join(PARAGRAPHS[2:])}</div></div>",
        f"<div><div class='sheet'>{PARAGRAPHS[0]}<p>{PROSE[1][:50]}…</p></div></div><div>{TEXT}</div>",
    ],
)
def test_text_outside_the_content_of_a_layout_is_read_if_it_is_longer(body: str) -> None:
    article = parse(f"<html><body>{body}</body></html>", layout=SHEET)
    assert PROSE[-1] in article.text
    assert POOR in warnings(article)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><div class='sheet'>{''.join(PARAGRAPHS[:5])}</div><div>{''.join(PARAGRAPHS[5:])}</div></div>",
        f"<aside><div class='sheet'>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</div></aside><div>{''.join(PARAGRAPHS[2:])}</div>",
        f"<div class='sheet'>{TEXT}</div>",
    ],
)
def test_content_of_a_layout_is_used_if_the_rest_is_shorter_or_unrelated(body: str) -> None:
    article = parse(f"<html><body>{body}</body></html>", layout=SHEET)
    assert POOR not in warnings(article)


def test_content_of_a_layout_that_finds_no_boxes_is_always_used() -> None:
    layout = Layout(name="sheet", rows="own", markers=("sheet",), content=(".sheet",))
    body = f"<div><p class='sheet'>Sport</p><div>{TEXT}</div></div>"
    assert parse(f"<html><body>{body}</body></html>", layout=layout).text == "Sport"
