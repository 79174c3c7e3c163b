"""Rows of the layouts, each tested with a small page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from classified_pages import AFTER, BEFORE, HREF, LINK, between, page
from lemonde_parse import Figure, LiveEntry, Paragraph, Table, parse
from lemonde_parse.classify import repeats


def test_other_episodes_of_a_series_are_related() -> None:
    html = (
        f'<div class="serie__carousel"><div class="serie__card"><a href="{HREF}">'
        "<h3>Un épisode</h3></a></div></div>"
    )
    assert between(html) == ([], [("", "Un épisode", HREF)])


def test_comments_are_removed() -> None:
    assert between('<article class="ds-comment"><p>Je ne suis pas de cet avis.</p></article>') == (
        [],
        [],
    )


def test_premium_class_of_2016_is_recognised_in_the_current_layout() -> None:
    article = page(
        f"<p>{BEFORE}</p>", f'<p class="lire marqueur_restreint">Lire aussi : {LINK}</p>'
    )
    assert [(link.headline, link.is_premium) for link in article.related_links] == [
        ("Un titre", True)
    ]


def test_date_and_reading_time_of_an_opinion_may_be_on_one_line() -> None:
    article = parse(
        '<html lang="fr"><body><main><section id="habillagepub"><header '
        'class="article__header--opinion"><h1 class="article__title">Un avis</h1>'
        '<p class="meta__publisher meta__publisher--opinion">Publié le 07 mai 2019 à 13h59 - Temps '
        "de Lecture 3 min.</p></header>"
        f'<article class="article__content"><p>{BEFORE}</p></article></section></main></body>'
        "</html>"
    )
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2019-05-07T13:59:00+02:00"
    assert article.reading_minutes == 3


def test_header_inside_a_portfolio_is_removed() -> None:
    article = parse(
        '<html lang="fr"><body><main><section class="portfolio"><h1 class="article__title">Au '
        'port</h1><p class="article__desc">Six vues.</p>'
        '<figure class="portfolio__figure"><img src="/1.jpg"><figcaption>Les quais.</figcaption>'
        "</figure></section></main></body></html>"
    )
    assert (article.headline, article.description) == ("Au port", "Six vues.")
    assert [block.type for block in article.body] == ["figure"]


SLIDE_SHOW = (
    '<section class="portfolio glide" id="portfolio-1"><section '
    'class="portfolio__fs-open-container">Plein écran</section>'
    '<div class="js-portfolio-slides"><ul class="glide__slides"><li class="glide__slide">'
    '<figure class="portfolio__figure">'
    '<section class="portfolio__media-wrapper"><img class="portfolio__media" '
    'src="https://img.lemde.fr/1.jpg"></section>'
    '<figcaption class="portfolio__caption">Les quais. <span class="portfolio__credit">ANA '
    "GIL</span></figcaption></figure></li>"
    '<li class="glide__slide"><figure class="portfolio__figure"><section '
    'class="portfolio__media-wrapper">'
    '<img class="portfolio__media" data-lazy-src="https://img.lemde.fr/2.jpg"></section></figure>'
    "</li></ul></div>"
    '<section class="portfolio__controls js-portfolio-controls"><span '
    'class="js-portfolio-prev">Avant</span></section>'
    '<section class="js-portfolio-pagination"><span class="js-portfolio-index">1</span> '
    "/ 2</section></section>"
)
SLIDES = [
    Figure(url="https://img.lemde.fr/1.jpg", caption="Les quais.", credit="ANA GIL"),
    Figure(url="https://img.lemde.fr/2.jpg"),
]
BESIDE_THE_SLIDES = [
    ("boilerplate", "Plein écran"),
    ("boilerplate", "Avant"),
    ("boilerplate", "1 / 2"),
]


def test_slide_show_within_a_text_becomes_its_pictures() -> None:
    article = page(f"<p>{BEFORE}</p>", SLIDE_SHOW, f"<p>{AFTER}</p>")
    assert list(article.body[1:-1]) == SLIDES
    assert [
        (removal.reason, removal.text) for removal in article.report.removed
    ] == BESIDE_THE_SLIDES


def test_slide_show_without_a_text_becomes_its_pictures() -> None:
    article = parse(
        f'<html lang="fr"><body><main><h1 class="article__title">Au port</h1>{SLIDE_SHOW}</main>'
        "</body></html>"
    )
    assert article.kind == "gallery"
    assert list(article.body) == SLIDES
    assert [
        (removal.reason, removal.text) for removal in article.report.removed
    ] == BESIDE_THE_SLIDES


@pytest.mark.parametrize(
    "around_posts", ['id="post-container"', 'class="post__live-section post-container"']
)
@pytest.mark.parametrize("around_text", ["content--live", "meta__social--new-live-post"])
def test_text_of_a_live_post_is_read_in_any_element(around_posts: str, around_text: str) -> None:
    article = parse(
        f'<html lang="fr"><body><main><h1 id="js-title-live">La crue</h1><section {around_posts}>'
        '<section class="post post__live-container" id="7">'
        '<header class="header-content__live"><div class="info-content">'
        '<span class="date">10:58</span></div></header>'
        f'<div class="{around_text}"><h2 class="post__live-container--title">Le pont</h2>'
        '<div class="post__live-container--answer">'
        '<p class="post__live-container--answer-text">Il tient.</p></div></div></section></section>'
        "</main></body></html>"
    )
    assert list(article.body) == [
        LiveEntry(identifier="7", headline="Le pont", blocks=(Paragraph(text="Il tient."),))
    ]


def test_app_header_is_removed_and_app_cards_are_pictures() -> None:
    article = parse(
        '<div class="article_content"><div class="masthead"><a>Le Monde</a></div>'
        '<div class="sections"><a href="lmfr://planete">Planète</a></div>'
        f'<p>{BEFORE}</p><div class="pubstack-container"><p>Annonce</p></div><div class="cartes">'
        '<div class="carte">'
        '<img src_350="https://img.lemde.fr/350.png" src_1000="https://img.lemde.fr/1000.png" '
        'src_note="2" alt="Les quais"></div></div>'
        '<section class="snippet-infog"><img src_700="https://img.lemde.fr/700.png"></section>'
        f"<p>{AFTER}</p></div>"
    )
    assert list(article.body[1:-1]) == [
        Figure(url="https://img.lemde.fr/1000.png", alt="Les quais"),
        Figure(url="https://img.lemde.fr/700.png"),
    ]
    assert article.related_links == ()
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("metadata", "Le Monde"),
        ("metadata", "Planète"),
        ("advertisement", "Annonce"),
    ]


def test_text_of_2011_ends_above_a_call_for_readers_stories() -> None:
    article = parse(
        f'<html><body><div class="contenu_article"><p>{BEFORE}</p><p>{AFTER}</p>'
        '<div id="appel_temoignage"><p>Racontez.</p></div>'
        "<p>La suite.</p></div></body></html>"
    )
    assert [paragraph.text for paragraph in article.paragraphs] == [BEFORE, AFTER]


def test_caption_of_a_table_becomes_its_first_row() -> None:
    article = page(
        f"<p>{BEFORE}</p>",
        "<table><caption>Les prix</caption><tr><th>Quai</th><th>Euros</th></tr><tr><td>Nord</td>"
        "<td>3</td></tr></table>",
    )
    assert isinstance(article.body[1], Table)
    assert [[cell.text for cell in row] for row in article.body[1].rows] == [
        ["Les prix"],
        ["Quai", "Euros"],
        ["Nord", "3"],
    ]


def test_link_to_the_mobile_application_does_not_select_its_layout() -> None:
    """Every page of the site names the mobile application, whose layout must not match."""
    article = parse(
        '<html lang="fr"><head><meta property="al:ios:url" '
        'content="lmfr://element/article/6187099"></head><body>'
        f"<ul><li>Culture</li><li>Sport</li></ul><div><h1>Un vote</h1><p>{BEFORE}</p><p>{AFTER}</p>"
        "</div><ul><li>Mentions</li></ul></body></html>"
    )
    assert article.report.layout == "generic"
    assert article.text == f"{BEFORE}\n\n{AFTER}"


def test_le_monde_boxes_are_recognised_in_unknown_layouts() -> None:
    article = parse(
        f'<html lang="fr"><body><div class="neuf"><h1>Un vote</h1><p>{BEFORE}</p>'
        '<section class="catcher catcher--inline">'
        f'<span class="catcher__title">Lire aussi</span> {LINK}<div class="catcher__favorite">Plus '
        f"tard</div></section><p>{AFTER}</p>"
        '<p class="article__cite">« Le port d’abord »</p><section class="catcher '
        'catcher--reference"><p>Le budget, 250 pages.</p></section></div></body></html>'
    )
    assert [block.type for block in article.body] == ["paragraph", "paragraph", "quote", "aside"]
    assert [(link.label, link.headline) for link in article.related_links] == [
        ("Lire aussi", "Un titre")
    ]


SECTIONS = "".join(
    f"<section><div class='bloc'><p>{number}. {BEFORE}</p><p>{AFTER}</p></div><figure>"
    f"<img src='/{number}.jpg'></figure></section>"
    for number in range(4)
)


def test_text_in_sections_of_an_unknown_layout_is_read() -> None:
    article = parse(
        f'<html lang="fr"><body><header><p>{BEFORE}</p></header><div class="recit">{SECTIONS}</div>'
        "</body></html>"
    )
    assert [block.type for block in article.body] == ["paragraph", "paragraph", "figure"] * 4


def test_teasers_and_comments_of_an_unknown_layout_are_not_read() -> None:
    teasers = f"<div class='fil'><a href='/a'><p>{AFTER}</p></a></div>" * 6
    comments = f"<div class='comments'><p>{AFTER}</p></div>" * 6
    article = parse(
        f'<html lang="fr"><body><div class="recit"><p>{BEFORE}</p><p>{AFTER}</p>'
        f"</div>{teasers}{comments}</body></html>"
    )
    assert article.text == f"{BEFORE}\n\n{AFTER}"


def test_quotes_are_compared_only_with_passages_that_are_long_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing a quote as long as the page with thousands of paragraphs took seconds."""
    compared: list[str] = []
    may_contain = repeats._may_contain

    def counted(text: str, words: Sequence[str], may_miss: float) -> bool:
        compared.append(text)
        return may_contain(text, words, may_miss)

    monkeypatch.setattr(repeats, "_may_contain", counted)
    quote = " ".join(f"mot{number}" for number in range(20))
    assert not repeats.repeats(quote, ["mot1 mot2", "mot3"])
    assert compared == [""]
    assert repeats.repeats(quote, ["mot1 mot2", f"avant {quote} après"])
