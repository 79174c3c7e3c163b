"""Boxes on pages of unknown layouts: forms, notices, players, lists of links, pictures, quotes."""

from __future__ import annotations

import pytest

from island import LINK, PROSE, TEXT
from lemonde_parse import GENERIC, Article, Embed, Figure, NotAnArticleError, parse

SHARER = "https://www.facebook.com/sharer?u=1"
SIGHT = "Les bateaux du port, rentrés avant la nuit, sont vus ici depuis la digue du nord."
OTHER = '<a href="/barque">Une barque est retrouvée au large</a>'


def read(content: str, above: str = "", head: str = "") -> Article:
    page = f"<html><head>{head}</head><body>{above}<div itemprop='articleBody'>{content}</div></body></html>"
    return parse(page, layout=GENERIC)


def beside(box: str, *, is_between: bool = True) -> Article:
    """Return the article with a box between its paragraphs, or below them."""
    half = TEXT.index("<p>À la capitainerie")
    if is_between:
        return read(f"{TEXT[:half]}{box}{TEXT[half:]}")
    return read(f"<div>{TEXT}</div>{box}")


def rules(article: Article) -> set[str]:
    return {removal.rule for removal in article.report.removed}


def is_text_alone(article: Article) -> bool:
    return article.text == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    ("box", "rule"),
    [
        ('<div role="dialog"><p>Une fenêtre s’ouvre.</p></div>', "box: dialog"),
        ('<div aria-modal="true"><p>Une fenêtre s’ouvre.</p></div>', "box: dialog"),
        ('<div><p>Votre adresse</p><div><input type="email"></div></div>', "box: form"),
        ("<div><p>Votre avis</p><form><textarea></textarea></form></div>", "box: form"),
        ("<div><p>Choisir</p><select><option>Un</option></select></div>", "box: form"),
        (
            "<div><p>Ce contenu est bloqué : vous refusez les cookies.</p><button>Voir</button></div>",
            "box: consent",
        ),
        (
            "<div><p>Les cookies de ce lecteur sont refusés.</p><a href='/p'>Préférences</a></div>",
            "box: consent",
        ),
        ("<div><h3>Newsletter</h3><p>Chaque matin au réveil.</p></div>", "box: heading"),
        ("<section><p>Partager cet article</p><p>Par courrier</p></section>", "box: heading"),
        (
            f"<div><p>{PROSE[0]}</p><a href='/abonnement'>Offres</a><button>Non</button></div>",
            "box: account",
        ),
        (
            f"<div><b>Un mot :</b> <a href='{SHARER}'>fb</a> <a href='mailto:?subject=a'>m</a></div>",
            "box: share links",
        ),
        (
            "<div><span class='bar-share-btn fb'>J’aime</span><span class='bar-share-btn'>Plus</span></div>",
            "box: share links",
        ),
        (
            "<p><span class='bar big-share_link'>J’aime</span><i class='big-share_link'>Plus</i></p>",
            "box: share links",
        ),
    ],
)
def test_box_is_removed(box: str, rule: str) -> None:
    article = beside(box)
    assert is_text_alone(article)
    assert rule in rules(article)


@pytest.mark.parametrize(
    "content",
    [
        '<div role="note"><p>Une note du port.</p></div>',
        '<div><p>Une case</p><input type="checkbox"></div>',
        "<div><p>Les cookies au chocolat sont refusés à la cantine.</p></div>",
        f"<div><p>{PROSE[0]}</p><p>Il a accepté les cookies.</p><a href='/b'>Le bac</a></div>",
        "<div><h3>Les lettres du phare</h3><p>Chaque matin au réveil.</p></div>",
        f"<div><p>{PROSE[0]}</p><a href='/abonnement'>Offres</a></div>",
        "<div><p>Deux mots et <a href='/bac'>le bac</a>.</p></div>",
        "<ul><li>Un <a href='/bac'>bac</a></li><li>Une barque</li></ul>",
        f"<ul><li>{LINK}</li><li>Une barque</li></ul>",
        "<p><span class='a-share-btn'>Un mot</span>, et un autre</p>",
        "<p><span class='a-share-holder'>Un mot</span> <i class='a-share-holder'>pour deux</i></p>",
        f"<p>{SIGHT} <i class='a-share-btn'>J’aime</i> <i class='a-share-btn'>Plus</i></p>",
    ],
)
def test_text_that_resembles_a_box_is_kept(content: str) -> None:
    article = beside(content)
    assert len(article.body) > len(PROSE)


def test_text_of_the_article_inside_a_form_is_kept() -> None:
    article = read(f'<div><input type="text">{TEXT}</div>')
    assert is_text_alone(article)


def test_words_next_to_a_removed_form_are_removed_with_it() -> None:
    article = beside("<div><p>Votre adresse :</p><form><input type='email'></form></div>")
    assert is_text_alone(article)


def test_label_next_to_a_player_is_removed() -> None:
    box = (
        "<div><audio src='/a.mp3'></audio><p>Le son du jour</p><a href='/p'>Abonnez-vous</a></div>"
    )
    article = beside(box)
    assert is_text_alone(article)
    assert any(isinstance(block, Embed) for block in article.body)
    assert "html: beside a player" in rules(article)


@pytest.mark.parametrize("words", ["<h2>Le son du jour</h2>", "<p>Il vente encore.</p>"])
def test_heading_or_sentence_next_to_a_player_is_kept(words: str) -> None:
    article = beside(f"<div>{words}<audio src='/a.mp3'></audio></div>")
    assert len(article.body) == len(PROSE) + 2


def test_player_in_a_box_with_an_input_field_is_kept() -> None:
    article = beside('<div><p>Le film</p><input type="text"><video src="/v.mp4"></video></div>')
    assert any(isinstance(block, Embed) for block in article.body)


@pytest.mark.parametrize(
    "box",
    [
        f"<div><div>{LINK}</div></div>",
        f"<div><a href='/pont'><img src='/p.jpg'></a><div>{LINK}</div><span>Hier</span></div>",
        "<div><a href='/pont'><div>Monde</div><div>Le pont neuf attendra encore un an</div></a></div>",
        f"<ul><li><img src='/p.jpg'>{LINK}</li></ul>",
    ],
)
def test_card_becomes_one_related_link(box: str) -> None:
    article = beside(box)
    assert is_text_alone(article)
    assert [(one.label, one.headline) for one in article.related_links] == [
        ("", "Le pont neuf attendra encore un an")
    ]


def test_heading_of_a_box_is_the_label_of_its_links() -> None:
    box = f"<div><div>Sur le même sujet</div><ul><li>{LINK}</li><li>{OTHER}</li></ul></div>"
    article = beside(box)
    assert is_text_alone(article)
    assert [(one.label, one.headline) for one in article.related_links] == [
        ("Sur le même sujet", "Le pont neuf attendra encore un an"),
        ("Sur le même sujet", "Une barque est retrouvée au large"),
    ]


def test_short_link_among_headlines_is_a_related_link() -> None:
    box = f"<div><ul><li>{LINK}</li><li>{OTHER}</li><li><a href='/l'>Le bac</a></li></ul></div>"
    assert [one.headline for one in beside(box).related_links][2:] == ["Le bac"]


def test_box_of_links_below_the_text_is_removed() -> None:
    article = beside(f"<div><h2>En ce moment</h2><div>{LINK}</div></div>", is_between=False)
    assert is_text_alone(article)
    assert article.related_links == ()
    assert "box: links" in rules(article)


CARDS = "".join(
    f"<div class='card'><h3><a href='/{at}'>Un titre de la liste numéro {at}</a></h3>"
    f"<p>{PROSE[at]}</p></div>"
    for at in range(2)
)


def test_cards_with_a_sentence_each_are_removed() -> None:
    article = beside(f"<div>{CARDS}</div>")
    assert is_text_alone(article)
    assert "box: cards" in rules(article)
    assert len(article.related_links) == 2


@pytest.mark.parametrize(
    "content",
    [
        f"<div>{CARDS}{CARDS}{CARDS}</div>",  # too large a share of the text
        f"<div>{CARDS}<p>{PROSE[0]}</p></div>",
        CARDS[: len(CARDS) // 2],
    ],
)
def test_linked_headings_of_the_text_are_kept(content: str) -> None:
    assert any(block.type == "heading" for block in beside(content).body)


TAGS = "<div><a href='/t'>Port</a> <a href='/d'>Digue et marées</a></div>"


def test_tags_below_the_text_are_removed() -> None:
    assert rules(beside(TAGS, is_between=False)) == {"box: tags"}


def test_short_links_below_a_label_are_related_links() -> None:
    box = "<h4>La rédaction vous conseille :</h4><ul><li><a href='/a'>La crue</a></li></ul>"
    article = beside(box.replace("</ul>", "<li><a href='/b'>Le pont</a></li></ul>"))
    assert [one.headline for one in article.related_links] == ["La crue", "Le pont"]


def test_short_links_between_paragraphs_are_not_tags() -> None:
    assert "box: tags" not in rules(beside(TAGS))


def test_headlines_below_the_text_are_not_tags() -> None:
    assert "box: tags" not in rules(beside(f"<div>{LINK} {OTHER}</div>", is_between=False))


@pytest.mark.parametrize(
    ("box", "caption"),
    [
        ("<div><img src='/a.jpg'><span>Le port au soir</span></div>", "Le port au soir"),
        ("<div><img src='/a.jpg'><p>Le port au soir</p></div>", "Le port au soir"),
        (f"<div><img src='/a.jpg'><div>{SIGHT}</div></div>", SIGHT),
        (f"<div><img src='/a.jpg'><p class='under'>{SIGHT}</p></div>", SIGHT),
        (f"<img src='/a.jpg'><hr><p class='legend'>{SIGHT}</p>", SIGHT),
    ],
)
def test_words_below_a_picture_are_its_caption(box: str, caption: str) -> None:
    article = beside(box)
    figures = [block for block in article.body if isinstance(block, Figure)]
    assert [figure.caption for figure in figures] == [caption]
    assert is_text_alone(article)


@pytest.mark.parametrize(
    "box",
    [
        "<div><img src='/a.jpg'><h3>Le port au soir</h3></div>",
        f"<div><img src='/a.jpg'><p>{PROSE[0]}</p></div>",
        "<div><img src='/a.jpg'><p>Le port</p><p>Le soir</p></div>",
        "<div><img src='/a.jpg'><img src='/b.jpg'><p>Le port</p></div>",
        f"<div><img src='/a.jpg'><p>{'un port sans bateaux ' * 12}</p></div>",
        f"<div><img src='/a.jpg'><div>{'Un port sans bateaux. ' * 19}</div></div>",
        f"<div><img src='/a.jpg'>{f'<div>{SIGHT}</div>' * 2}</div>",
        f"<div><img src='/a.jpg'><div>{SIGHT} <a href='/bac'>Le bac</a></div></div>",
    ],
)
def test_other_words_next_to_a_picture_are_kept(box: str) -> None:
    assert not is_text_alone(beside(box))


@pytest.mark.parametrize(("length", "is_caption"), [(400, True), (401, False)])
def test_caption_that_is_a_sentence_has_at_most_400_characters(
    length: int, is_caption: bool
) -> None:
    paragraphs = "".join(f"<p>{PROSE[at % 8]} Et de {at}.</p>" for at in range(24))
    caption = ("Une vue du port depuis la digue, un soir " * 10)[: length - 1] + "."
    article = read(f"{paragraphs}<div><img src='/a.jpg'><div>{caption}</div></div><p>Fin.</p>")
    assert [figure.caption for figure in article.figures] == [caption if is_caption else None]


POST = "https://x.com/bac/status/12"


def test_quote_that_ends_in_the_address_of_a_post_is_an_embed() -> None:
    box = f"<blockquote><p>Il vente.</p>— Le bac (@bac) <a href='{POST}'>3 mai</a></blockquote>"
    article = beside(f"<div>{box}</div>")
    assert [block.provider for block in article.body if isinstance(block, Embed)] == ["twitter"]
    assert is_text_alone(article)


@pytest.mark.parametrize("address", ["https://x.com/bac", "https://lavigie.example/a/status/1"])
def test_quote_that_ends_in_another_address_is_a_quote(address: str) -> None:
    box = f"<blockquote><p>Il vente.</p>— <a href='{address}'>Le bac</a></blockquote>"
    assert any(block.type == "quote" for block in beside(box).body)


def test_q_element_between_paragraphs_is_a_quote() -> None:
    article = beside("<q>Il ventait comme jamais.</q>")
    assert [block.type for block in article.body].count("quote") == 1


def test_q_element_in_a_sentence_is_text() -> None:
    article = beside("Elle dit : <q>Il ventait comme jamais.</q>")
    assert [block.type for block in article.body].count("quote") == 0


def test_heading_without_text_below_it_is_removed() -> None:
    article = beside("<h2>Les dernières photos</h2>", is_between=False)
    assert is_text_alone(article)
    assert rules(article) == {"heading.last"}


def teasers(count: int) -> str:
    return "".join(
        f"<div><h2><a href='/{at}'>Titre {at}</a></h2><p>{PROSE[at]}</p></div>"
        for at in range(count)
    )


WEBSITE = '<meta property="og:type" content="website">'


def front(content: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><div>{content}</div></body></html>"


def test_website_with_mostly_teasers_is_a_section_front() -> None:
    text = f"{teasers(5)}<p>{PROSE[6]}</p><p>{PROSE[7]}</p>"
    with pytest.raises(NotAnArticleError) as raised:
        parse(front(text, WEBSITE))
    assert raised.value.reason == "section front"
    assert parse(front(text)).headline is None


@pytest.mark.parametrize(
    ("content", "head"),
    [
        (teasers(4), WEBSITE),
        (f"{teasers(5)}{TEXT}", WEBSITE),
        (
            teasers(5),
            '<meta property="og:type" content="article"><meta name="author" content="Ana Gil">',
        ),
    ],
)
def test_other_pages_with_teasers_are_read(content: str, head: str) -> None:
    assert parse(front(content, head)).body


def in_long_text(box: str) -> Article:
    return read(f"{TEXT * 5}{box}{TEXT}")


@pytest.mark.parametrize(("count", "is_removed"), [(3, True), (4, False)])
def test_form_with_more_than_three_paragraphs_of_prose_is_kept(
    count: int, is_removed: bool
) -> None:
    sentence = "Le bac de midi attend que le vent tombe, dit la capitaine du port."
    article = in_long_text(f"<div>{f'<p>{sentence}</p>' * count}<input type='text'></div>")
    assert ("box: form" in rules(article)) is is_removed


def test_form_with_four_short_sentences_is_removed() -> None:
    sentence = "Le bac attend que le vent tombe enfin."
    article = in_long_text(f"<div>{f'<p>{sentence}</p>' * 4}<input type='text'></div>")
    assert "box: form" in rules(article)


@pytest.mark.parametrize(("length", "is_removed"), [(700, True), (701, False)])
def test_cookie_notice_above_the_maximum_length_is_kept(length: int, is_removed: bool) -> None:
    notice = "Vous refusez les cookies de ce lecteur, et ".ljust(length - 1, "x") + "."
    article = in_long_text(f"<div><p>{notice}</p><a href='/p'></a></div>")
    assert ("box: consent" in rules(article)) is is_removed


def test_caption_in_a_box_may_be_long() -> None:
    caption = "Le port au soir, vu du vieux phare ".ljust(200, "x")
    article = beside(f"<div><img src='/a.jpg'><span>{caption}</span></div>")
    assert [one.caption for one in article.figures] == [caption]


def test_at_most_24_labels_below_the_title_are_removed() -> None:
    labels = "".join(f"<div>Repère {at}</div>" for at in range(60))
    article = read(f"<h1>Le bac ne part plus</h1>{labels}{TEXT}")
    removed = [one for one in article.report.removed if one.text.startswith("Repère")]
    assert len(removed) == 24


def test_sentence_made_of_several_links_is_text() -> None:
    sentence = (
        f"<div><p>Lundi, <a href='/pont'>le pont neuf attendait toujours</a>, dit la patronne du"
        f" bac, et {OTHER}.</p></div>"
    )
    article = beside(sentence)
    assert len(article.body) == len(PROSE) + 1
    assert article.report.removed == ()


@pytest.mark.parametrize(
    "box",
    [
        f"<div><p>Lundi, {LINK}, et {OTHER}.</p></div>",
        f"<div><p>Lundi, {LINK}, dit la patronne du bac, et {OTHER}</p></div>",
        f"<div><p class='more'>Lundi, {LINK}, dit la patronne du bac, et {OTHER}.</p></div>",
        f"<div><p>Lundi, dit la patronne du bac, {LINK}.</p></div>",
    ],
)
def test_paragraph_with_few_words_around_its_links_is_a_box_of_links(box: str) -> None:
    article = beside(box)
    assert is_text_alone(article)
    assert article.related_links


def test_link_without_a_paragraph_below_a_label_is_a_related_link() -> None:
    article = beside(f"<div><h3>Lire aussi :</h3>{OTHER}</div>")
    assert is_text_alone(article)
    assert [(link.label, link.headline) for link in article.related_links] == [
        ("Lire aussi", "Une barque est retrouvée au large")
    ]


def announced(title: str, count: int) -> Article:
    items = "".join(
        f"<li><a href='/{n}'>Le bac {n}</a> {PROSE[n]} Il manque encore le pont.</li>"
        for n in range(count)
    )
    more = TEXT.replace("<p>", "<p>Et puis, ")
    return read(f"<div>{TEXT}{more}</div><div><h2>{title}</h2><ul>{items}</ul></div>")


def test_teasers_with_sentences_below_a_known_heading_are_removed() -> None:
    article = announced("Continuez votre lecture", 6)
    assert article.text == "\n\n".join([*PROSE, *(f"Et puis, {text}" for text in PROSE)])
    assert rules(article) == {"box: heading"}


def test_teasers_below_an_unknown_heading_are_a_list() -> None:
    assert [block.type for block in announced("Les six bacs du fleuve", 6).body[-2:]] == [
        "heading",
        "list",
    ]
