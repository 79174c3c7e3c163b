"""Classification of lines by their wording, neighbouring lines and CSS classes."""

from __future__ import annotations

import pytest

from classified_pages import AFTER, BEFORE, HREF, LINK, between, page


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
def test_label_and_link_in_any_element_are_a_related_link(tag: str, label: str) -> None:
    assert between(f"<{tag}>{label} {LINK}</{tag}>") == (
        [],
        [(label.rstrip(" :|"), "Un titre", HREF)],
    )


@pytest.mark.parametrize(
    "label", ["» LIRE AUSSI -", "» LIRE AUSSI.", "LIRE AUSSI :", "► LIRE AUSSI", "LIRE AUSSI >>"]
)
def test_symbols_around_a_label_in_capitals_are_dropped(label: str) -> None:
    assert between(f"<p><b>{label} {LINK}</b></p>") == ([], [("LIRE AUSSI", "Un titre", HREF)])


@pytest.mark.parametrize("tag", ["p", "h3", "blockquote"])
def test_a_label_belongs_to_the_list_of_links_after_it(tag: str) -> None:
    html = (
        f"<{tag}>Lire aussi</{tag}><ul><li>{LINK}</li><li><a href='{HREF}?2'>Un autre</a></li></ul>"
    )
    assert between(html) == (
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
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("share", "Partager sur Facebook Envoyer par e-mail")
    ]


def test_list_with_an_item_that_is_not_a_button_is_kept() -> None:
    assert between("<ul><li>Partager le pain</li><li>Publicité</li></ul>") == (
        ["Partager le pain\nPublicité"],
        [],
    )


def test_list_with_words_next_to_its_links_is_kept() -> None:
    html = f"<p>Lire aussi :</p><ul><li>{LINK}, qui date de mars</li></ul>"
    assert between(html) == (["Un titre, qui date de mars"], [])


def test_box_of_links_becomes_related_links() -> None:
    assert between(f"<aside><h3>Lire aussi</h3><p>{LINK}</p></aside>") == (
        [],
        [("Lire aussi", "Un titre", HREF)],
    )


def test_advertisement_between_label_and_links_is_skipped() -> None:
    html = (
        "<p><strong>Lire aussi :</strong></p><div class='dfp-slot'><p>Publicité</p></div>"
        f"<p>{LINK}</p>"
    )
    assert between(html) == ([], [("Lire aussi", "Un titre", HREF)])


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
def test_label_and_headline_without_a_link_are_a_related_link(
    line: str, label: str, headline: str
) -> None:
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
    ("link_text", "label"),
    [
        ("Lire aussi Un titre : le reste", "Lire aussi"),
        ("Écouter aussi « Un titre »", "Écouter aussi"),
    ],
)
def test_label_inside_the_link_is_split_from_the_headline(link_text: str, label: str) -> None:
    headline = link_text.removeprefix(label).strip()
    assert between(f'<p><a href="{HREF}">{link_text}</a></p>') == ([], [(label, headline, HREF)])


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
def test_prose_that_starts_like_a_known_phrase_is_kept(line: str) -> None:
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
def test_known_phrase_on_its_own_line_is_removed(line: str) -> None:
    assert between(f"<p>{line}</p>") == ([], [])


@pytest.mark.parametrize("name", ["Libération", "Le Figaro", "Bloomberg"])
def test_a_newspaper_name_in_bold_above_a_paragraph_is_a_heading(name: str) -> None:
    """A press review has such a heading for each newspaper."""
    biography = (
        "Le quotidien consacre sa une à la grève du port, et six pages à ceux qui la font ; "
        "son éditorial donne tort à la mairie, sans s’étendre."
    )
    assert between(f"<p><b>{name}</b></p><p>{biography}</p>") == ([name, biography], [])
    assert between(f"<p>{biography}</p><p><b>{name}</b></p>") == ([biography], [])
    assert between(f"<p><b>Le Monde avec AFP</b></p><p>{biography}</p>") == ([biography], [])
    assert page(f"<p>{biography}</p>", f"<p><b>{name}</b></p>").text == biography


@pytest.mark.parametrize("tag", ["strong", "em"])
def test_a_name_after_a_bold_question_is_the_answer(tag: str) -> None:
    article = page(
        f"<p>{BEFORE}</p>", f"<p><{tag}>Votre héroïne ?</{tag}></p>", "<p>Jeanne Marol</p>"
    )
    is_answer = tag == "strong"
    assert [author.name for author in article.authors] == ([] if is_answer else ["Jeanne Marol"])
    assert article.paragraphs[-1].text == ("Jeanne Marol" if is_answer else "Votre héroïne ?")


def test_genre_on_its_own_line_above_the_text_is_removed() -> None:
    assert (
        page("<p>Tribune</p>", f"<p>{BEFORE}</p>", f"<p>{AFTER}</p>").text == f"{BEFORE}\n\n{AFTER}"
    )


def test_genre_name_as_a_heading_is_kept() -> None:
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
    assert [block.type for block in article.body] == ["paragraph", "figure", "paragraph"]
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(caption, credit)]


def test_caption_without_a_picture_is_removed() -> None:
    article = page(
        f"<p>{BEFORE}</p>",
        '<figcaption>Une vue.</figcaption><span class="article__credit">AFP</span>',
        f"<p>{AFTER}</p>",
    )
    assert [block.type for block in article.body] == ["paragraph", "paragraph"]
    assert [(removal.text, removal.rule) for removal in article.report.removed] == [
        ("Une vue.", "html: caption without a figure"),
        ("AFP", "html: credit without a figure"),
    ]


@pytest.mark.parametrize(
    ("first", "kind", "last"),
    [
        ("<p>Un deuxième bac attend.</p>", "Paragraph", "Paragraph"),
        ("<h2><strong>Qui attend ?</strong></h2>", "Heading", "Paragraph"),
        ("<p><strong>Qui attend ?</strong></p>", "Question", "Question"),
    ],
)
def test_bold_questions_are_recognised_only_if_there_are_two(
    first: str, kind: str, last: str
) -> None:
    article = page(
        f"<p>{BEFORE}</p>{first}<p>{AFTER}</p>",
        f"<p><strong>Pourquoi partir ?</strong></p><p>{AFTER}</p><p>{BEFORE}</p>",
    )
    kinds = [type(block).__name__ for block in article.body]
    assert kinds == ["Paragraph", kind, "Paragraph", last, "Paragraph", "Paragraph"]
