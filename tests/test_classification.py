"""Lines classified by their wording, their neighbours and their classes: exact bodies, links and
fields of small pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lemonde_parse import Article, Figure, LiveEntry, Paragraph, Table, parse
from lemonde_parse.classify import repeats

BEFORE = "Le conseil municipal a voté lundi le budget de la ville, après une séance de sept heures."
AFTER = "La maire reviendra devant les élus avant l’été, avec le calendrier des travaux du port."
HREF = "https://www.lemonde.fr/politique/article/2021/03/04/un-titre_1_2.html"
LINK = f'<a href="{HREF}">Un titre</a>'


def page(*blocks: str) -> Article:
    """Return the article of a page in the current layout with these blocks."""
    return parse(
        '<html lang="fr"><body><main><section id="habillagepub" class="article">'
        '<h1 class="article__title">Un vote</h1>'
        f'<article class="article__content">{"".join(blocks)}</article></section></main></body>'
        "</html>"
    )


def between(block: str) -> tuple[list[str], list[tuple[str, str, str | None]]]:
    """Return the blocks and related links from a block between two paragraphs."""
    article = page(f"<p>{BEFORE}</p>", block, f"<p>{AFTER}</p>")
    assert article.paragraphs[0].text == BEFORE
    assert article.paragraphs[-1].text == AFTER
    left = [str(getattr(told, "text", told.type)) for told in article.body[1:-1]]
    return left, [(link.label, link.headline, link.url) for link in article.related_links]


@pytest.mark.parametrize("tag", ["p", "h2", "h5", "blockquote", "div"])
@pytest.mark.parametrize(
    "label",
    [
        "Lire aussi :",
        "Lire aussi l’éditorial du « Monde » |",
        "Le récit :",
        "En images :",
        "Portrait :",
    ],
)
def test_label_and_link_in_any_element_are_related(tag: str, label: str) -> None:
    assert between(f"<{tag}>{label} {LINK}</{tag}>") == (
        [],
        [(label.rstrip(" :|"), "Un titre", HREF)],
    )


@pytest.mark.parametrize(
    "label", ["» LIRE AUSSI -", "» LIRE AUSSI.", "LIRE AUSSI :", "► LIRE AUSSI", "LIRE AUSSI >>"]
)
def test_a_label_in_capitals_between_signs(label: str) -> None:
    assert between(f"<p><b>{label} {LINK}</b></p>") == ([], [("LIRE AUSSI", "Un titre", HREF)])


@pytest.mark.parametrize("tag", ["p", "h3", "blockquote"])
def test_a_label_belongs_to_the_list_of_links_after_it(tag: str) -> None:
    told = (
        f"<{tag}>Lire aussi</{tag}><ul><li>{LINK}</li><li><a href='{HREF}?2'>Un autre</a></li></ul>"
    )
    assert between(told) == (
        [],
        [("Lire aussi", "Un titre", HREF), ("Lire aussi", "Un autre", HREF + "?2")],
    )


def test_items_that_each_have_a_label_are_related_links() -> None:
    assert between(f"<ul><li>Lire aussi : {LINK}</li><li>Voir aussi : {LINK}</li></ul>") == (
        [],
        [("Lire aussi", "Un titre", HREF), ("Voir aussi", "Un titre", HREF)],
    )


def test_a_list_of_links_without_a_label_is_a_list() -> None:
    assert between(f"<ul><li>{LINK}</li><li>{LINK}</li></ul>") == (["Un titre\nUn titre"], [])


def test_list_of_buttons_is_removed() -> None:
    article = page(
        f"<p>{BEFORE}</p>",
        "<ul><li>Partager sur Facebook</li><li>Envoyer par e-mail</li></ul>",
        f"<p>{AFTER}</p>",
    )
    assert article.text == f"{BEFORE}\n\n{AFTER}"
    assert [(told.reason, told.text) for told in article.report.removed] == [
        ("share", "Partager sur Facebook Envoyer par e-mail")
    ]


def test_list_with_more_than_buttons_is_kept() -> None:
    assert between("<ul><li>Partager le pain</li><li>Publicité</li></ul>") == (
        ["Partager le pain\nPublicité"],
        [],
    )


def test_list_below_a_label_with_more_than_links_is_kept() -> None:
    told = f"<p>Lire aussi :</p><ul><li>{LINK}, qui date de mars</li></ul>"
    assert between(told) == (["Un titre, qui date de mars"], [])


def test_box_of_links_is_not_a_block() -> None:
    assert between(f"<aside><h3>Lire aussi</h3><p>{LINK}</p></aside>") == (
        [],
        [("Lire aussi", "Un titre", HREF)],
    )


def test_advertisement_between_label_and_links_is_skipped() -> None:
    told = (
        "<p><strong>Lire aussi :</strong></p><div class='dfp-slot'><p>Publicité</p></div>"
        f"<p>{LINK}</p>"
    )
    assert between(told) == ([], [("Lire aussi", "Un titre", HREF)])


@pytest.mark.parametrize(
    ("line", "label", "headline"),
    [
        ("Lire aussi : Un titre", "Lire aussi", "Un titre"),
        ("&gt;&gt; A lire aussi : Un titre", "A lire aussi", "Un titre"),
        ("Lire l’entretien : « Un titre »", "Lire l’entretien", "« Un titre »"),
        ("Suivre notre direct : un titre", "Suivre notre direct", "un titre"),
        ("Lire aussi les bonnes feuilles : Un titre", "Lire aussi les bonnes feuilles", "Un titre"),
        ("Article réservé à nos abonnés Lire aussi Un titre", "Lire aussi", "Un titre"),
    ],
)
def test_a_plain_label_needs_no_link(line: str, label: str, headline: str) -> None:
    assert between(f"<p>{line}</p>") == ([], [(label, headline, None)])


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi",
        "Lire aussi :",
        "Lire nos explications :",
        "Voir aussi |",
        "Read more",
        "Sur le même sujet :",
    ],
)
def test_label_without_its_link_is_removed(line: str) -> None:
    assert between(f"<p>{line}</p>") == ([], [])


@pytest.mark.parametrize(
    ("held", "label"),
    [
        ("Lire aussi Un titre : le reste", "Lire aussi"),
        ("Écouter aussi « Un titre »", "Écouter aussi"),
    ],
)
def test_label_inside_the_link_is_split_from_the_headline(held: str, label: str) -> None:
    headline = held.removeprefix(label).strip()
    assert between(f'<p><a href="{HREF}">{held}</a></p>') == ([], [(label, headline, HREF)])


@pytest.mark.parametrize(
    "line",
    [
        "Lire : voilà la seule règle de la maison.",
        "Lire aussi : la consigne vaut pour tous.",
        "Portrait : le maire a trente ans.",
        "Recueilli par une voisine, le chien a survécu",
        "Recueillis par la Croix-Rouge, ils dorment au gymnase.",
        "Recueillis par Emmaüs, ils dorment au gymnase.",
        "Lire un essai : un plaisir ou un devoir ?",
        "Relire les archives : un travail de fourmi",
        "Déjà abonné à la bibliothèque, il a tout lu.",
        "Réagissez vite, a-t-il dit.",
        "Vous pouvez vous inscrire jusqu’à lundi à la mairie.",
        "Par Toutatis, la maire ne s’attendait pas à un tel accueil.",
        "Comment ne plus voir la mer ?",
        "Achetez cet article d’un pêcheur, dit-elle.",
        "Les commentaires sont fermés depuis la marée.",
        "Abonnement",
        "La suite après la publicité fut plus calme.",
        "Y a-t-il d’autres limites à la patience d’un port ?",
        "Non. Vous pouvez vous connecter à la mer, dit-elle.",
        "Le 04.05.2015 à 13h36, le train s’est arrêté.",
        f"Les faits sont là : {LINK} le montre.",
        f"Lire la presse, dit {LINK}, est un devoir.",
        f"Le texte est disponible sur {LINK}.",
    ],
)
def test_prose_that_starts_like_a_phrase_is_kept(line: str) -> None:
    assert between(f"<p>{line}</p>") == ([line.replace(LINK, "Un titre")], [])


@pytest.mark.parametrize(
    "line",
    [
        "Par Jeanne Petit et Ana Gil",
        "By Jeanne Petit",
        "Interview by Jeanne Petit",
        "Éditorialiste au « Monde »",
        "Collectif",
        "04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 20h13",
        "Lecture du Monde en cours sur un autre appareil.",
        "Offrir cet article",
        "La suite après cette publicité",
        "LA SUITE APRÈS LA PUBLICITÉ",
        "Passer la publicité",
        "Accéder gratuitement en acceptant l’utilisation de vos données de navigation",
        "Les articlesdu Mondeen intégralité à partir de 5 €/mois",
        "Already a subscriber? Sign in",
        "Découvrir les offres multicomptes Pourquoi voyez-vous ce message ?",
        "Lecture en 5 min.",
        "Temps de lecture : 4 min",
        "The rest is for subscribers only.",
        "Achetez cet article 2 € Abonnez-vous à partir de 1 € Découvrez l’édition abonnés",
        "Newsletters du monde Applications Mobiles Abonnement Suivez Le Monde",
        "Index actualité : A B C D",
        "Contenus réalisés par les équipes de M Publicité, la régie du port.",
        "Les commentaires sont fermés.",
        "Lecture duMondeen cours sur un autre appareil.",
        (
            "Vous ne pouvez lireLe Mondeque surun seul appareilà la fois (ordinateur, "
            "téléphone ou tablette)."
        ),
        (
            "Comment ne plus voir ce message ? En cliquant sur « Continuer à lire ici » et en vous "
            "assurant que vous êtes seul."
        ),
        "Vous ignorez qui d’autre utilise ces identifiants ?",
        (
            "Y a-t-il d’autres limites ? Non. Vous pouvez vous connecter avec votre compte sur "
            "autant "
            "d’appareils que vous le souhaitez."
        ),
        "Découvrir les offres multicomptes",
        "Déjà abonné ? Se connecter",
        "Cet article est réservé aux abonnés.",
        "Suivez Le Monde Afrique sur WhatsApp",
        "Posez votre question",
        "Abonnez-vous à nos flux RSS",
        "Vous pouvez vous inscrire ici",
        (
            "Published on June 28, 2024, at 8:00 am (Paris), updated on June 29, 2024, "
            "at 8:00 am (Paris)"
        ),
        "Contribuer Réutiliser ce contenu",
        (
            "Cet article est paru dans notre newsletter « La lettre du port ». "
            "Vous pouvez vous inscrire"
        ),
    ],
)
def test_phrase_on_its_own_line_is_removed(line: str) -> None:
    assert between(f"<p>{line}</p>") == ([], [])


@pytest.mark.parametrize("name", ["Libération", "Le Figaro", "Bloomberg"])
def test_a_newspapers_name_in_bold_above_a_paragraph_is_a_heading(name: str) -> None:
    """A press review has one paragraph for each newspaper."""
    told = (
        "Le quotidien consacre sa une à la grève du port, et six pages à ceux qui la font ; "
        "son éditorial donne tort à la mairie, sans s’étendre."
    )
    assert between(f"<p><b>{name}</b></p><p>{told}</p>") == ([name, told], [])
    assert between(f"<p>{told}</p><p><b>{name}</b></p>") == ([told], [])
    assert between(f"<p><b>Le Monde avec AFP</b></p><p>{told}</p>") == ([told], [])


@pytest.mark.parametrize("tag", ["strong", "em"])
def test_a_name_after_a_question_in_bold_is_the_answer(tag: str) -> None:
    article = page(
        f"<p>{BEFORE}</p>", f"<p><{tag}>Votre héroïne ?</{tag}></p>", "<p>Jeanne Marol</p>"
    )
    is_answer = tag == "strong"
    assert [author.name for author in article.authors] == ([] if is_answer else ["Jeanne Marol"])
    assert article.paragraphs[-1].text == ("Jeanne Marol" if is_answer else "Votre héroïne ?")


def test_genre_alone_above_the_text_is_removed() -> None:
    assert (
        page("<p>Tribune</p>", f"<p>{BEFORE}</p>", f"<p>{AFTER}</p>").text == f"{BEFORE}\n\n{AFTER}"
    )


def test_genre_name_inside_the_text_is_kept() -> None:
    assert (
        page(f"<p>{BEFORE}</p>", "<h2>Portrait</h2>", f"<p>{AFTER}</p>").text
        == f"{BEFORE}\n\nPortrait\n\n{AFTER}"
    )
    assert page("<h2>Portrait</h2>", f"<p>{AFTER}</p>").text == f"Portrait\n\n{AFTER}"


# Captions and credits without a figure


@pytest.mark.parametrize(
    ("after", "caption", "credit"),
    [
        ('<p class="article__legend">Une vue du port.</p>', "Une vue du port.", None),
        (
            '<figcaption>Une vue. <span class="article__credit">ANA GIL / AFP</span></figcaption>',
            "Une vue.",
            "ANA GIL / AFP",
        ),
        (
            '<figcaption>Une vue.</figcaption><span class="article__credit">Crédits : AFP</span>',
            "Une vue.",
            "AFP",
        ),
    ],
)
def test_caption_below_a_picture_belongs_to_it(
    after: str, caption: str, credit: str | None
) -> None:
    article = page(f"<p>{BEFORE}</p>", f'<div><img src="/vue.jpg"></div>{after}', f"<p>{AFTER}</p>")
    assert [told.type for told in article.body] == ["paragraph", "figure", "paragraph"]
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(caption, credit)]


def test_caption_without_a_picture_is_removed() -> None:
    article = page(
        f"<p>{BEFORE}</p>",
        '<figcaption>Une vue.</figcaption><span class="article__credit">AFP</span>',
        f"<p>{AFTER}</p>",
    )
    assert [told.type for told in article.body] == ["paragraph", "paragraph"]
    assert [(told.text, told.rule) for told in article.report.removed] == [
        ("Une vue.", "html: caption of no figure"),
        ("AFP", "html: credit of no figure"),
    ]


# Rows of layouts


def test_other_episodes_of_a_series_are_related() -> None:
    told = (
        f'<div class="serie__carousel"><div class="serie__card"><a href="{HREF}">'
        "<h3>Un épisode</h3></a></div></div>"
    )
    assert between(told) == ([], [("", "Un épisode", HREF)])


def test_comments_are_removed() -> None:
    assert between('<article class="ds-comment"><p>Je ne suis pas de cet avis.</p></article>') == (
        [],
        [],
    )


def test_a_premium_link_of_2016_served_today_is_premium() -> None:
    article = page(
        f"<p>{BEFORE}</p>", f'<p class="lire marqueur_restreint">Lire aussi : {LINK}</p>'
    )
    assert [(link.headline, link.is_premium) for link in article.related_links] == [
        ("Un titre", True)
    ]


def test_opinion_with_date_and_reading_time_on_one_line() -> None:
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
    assert [told.type for told in article.body] == ["figure"]


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


def test_a_slide_show_within_a_text_is_its_pictures() -> None:
    article = page(f"<p>{BEFORE}</p>", SLIDE_SHOW, f"<p>{AFTER}</p>")
    assert list(article.body[1:-1]) == SLIDES
    assert [(told.reason, told.text) for told in article.report.removed] == BESIDE_THE_SLIDES


def test_a_slide_show_of_its_own_is_its_pictures() -> None:
    article = parse(
        f'<html lang="fr"><body><main><h1 class="article__title">Au port</h1>{SLIDE_SHOW}</main>'
        "</body></html>"
    )
    assert article.kind == "gallery"
    assert list(article.body) == SLIDES
    assert [(told.reason, told.text) for told in article.report.removed] == BESIDE_THE_SLIDES


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


def test_maps_and_header_of_the_application() -> None:
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
    assert [(told.reason, told.text) for told in article.report.removed] == [
        ("metadata", "Le Monde"),
        ("metadata", "Planète"),
        ("advertisement", "Annonce"),
    ]


def test_the_appeal_of_2011_ends_the_text() -> None:
    article = parse(
        f'<html><body><div class="contenu_article"><p>{BEFORE}</p><p>{AFTER}</p>'
        '<div id="appel_temoignage"><p>Racontez.</p></div>'
        "<p>La suite.</p></div></body></html>"
    )
    assert [told.text for told in article.paragraphs] == [BEFORE, AFTER]


def test_table_title_is_a_row() -> None:
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


def test_unknown_layout_of_the_site_is_not_read_as_the_application() -> None:
    """Every page names its application; boxes around the text are removed."""
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
    assert [told.type for told in article.body] == ["paragraph", "paragraph", "quote", "aside"]
    assert [(link.label, link.headline) for link in article.related_links] == [
        ("Lire aussi", "Un titre")
    ]


SECTIONS = "".join(
    f"<section><div class='bloc'><p>{BEFORE}</p><p>{AFTER}</p></div><figure>"
    f"<img src='/{number}.jpg'></figure></section>"
    for number in range(4)
)


def test_text_in_sections_of_an_unknown_layout_is_read() -> None:
    article = parse(
        f'<html lang="fr"><body><header><p>{BEFORE}</p></header><div class="recit">{SECTIONS}</div>'
        "</body></html>"
    )
    assert [told.type for told in article.body] == ["paragraph", "paragraph", "figure"] * 4


def test_teasers_and_comments_of_an_unknown_layout_are_not_read() -> None:
    teasers = f"<div class='fil'><a href='/a'><p>{AFTER}</p></a></div>" * 6
    comments = f"<div class='comments'><p>{AFTER}</p></div>" * 6
    article = parse(
        f'<html lang="fr"><body><div class="recit"><p>{BEFORE}</p><p>{AFTER}</p>'
        f"</div>{teasers}{comments}</body></html>"
    )
    assert article.text == f"{BEFORE}\n\n{AFTER}"


def test_quotes_are_compared_with_long_enough_passages_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Comparing a text as long as the page with thousands of paragraphs took seconds."""
    looked_at: list[str] = []
    may_hold = repeats._may_hold

    def told(text: str, words: Sequence[str], may_miss: float) -> bool:
        looked_at.append(text)
        return may_hold(text, words, may_miss)

    monkeypatch.setattr(repeats, "_may_hold", told)
    quote = " ".join(f"mot{number}" for number in range(20))
    assert not repeats.repeats(quote, ["mot1 mot2", "mot3"])
    assert looked_at == [""]
    assert repeats.repeats(quote, ["mot1 mot2", f"avant {quote} après"])
