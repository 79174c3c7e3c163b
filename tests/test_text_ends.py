"""Finding the end of an article, and its captions, in plain text."""

from __future__ import annotations

from typing import Final

import pytest

from dump_lines import BODY, DATE, FULL, HEADLINE, MENU, MORE, STANDFIRST, page, texts
from lemonde_parse import parse_text
from lemonde_parse.classify.rules import is_credited

# The end of an article

AUTHOR: Final = "Lucie Darmont"
PLAIN: Final = (
    "Le conseil a voté mardi la fermeture du vieux pont, que les habitants empruntaient depuis "
    "plus d’un siècle pour rejoindre le marché et l’école de la rive {}."
)
ALL: Final = [PLAIN.format(side) for side in ("droite", "gauche", "haute", "basse", "nord")]
LINKS: Final = ("Contact", "Mentions légales", "Newsletter", "Facebook", "Twitter", "Aide")


@pytest.mark.parametrize(
    "end",
    [
        (
            "Lucie Darmont\n\nJournaliste au Monde Suivre Aller sur la page de ce journaliste "
            "Suivre "
            "ce journaliste sur twitter"
        ),
        "Lucie Suivre Aller sur la page de ce journaliste Suivre ce journaliste sur twitter",
        "• Lucie Darmont\n  Journaliste au Monde.fr Suivre Aller sur la page de ce journaliste",
        "• Lucie Darmont (envoyée spéciale) Journaliste au Monde",
        "Sur le même sujet\n\n• Un autre marché\n• Une autre halle",
        "Édition abonnés Contenu exclusif\n\n• Un autre marché",
        "Le monde abonnements Profitez du journal où et quand vous voulez.",
        "CatégoriesCommerce Étiquettesmarché, halle",
        "3 réponses sur “Au marché”",
        "Se connecter S’abonner",
    ],
)
def test_lines_below_the_article_are_removed(end: str) -> None:
    assert texts(parse_text(page("• ", after=(end, "Une dernière ligne")))) == list(BODY)


@pytest.mark.parametrize(
    "end",
    [
        "Mots-clés :",
        "Et aussi",
        "Signaler une erreur",
        "L’auteur",
        "10 Commentaires",
        "Recommander",
    ],
)
def test_article_ends_above_forms_and_lists_of_other_newspapers(end: str) -> None:
    article = parse_text(page("• ", after=(end, "Une dernière ligne")))
    assert texts(article) == list(BODY)


def test_label_on_the_last_line_is_removed() -> None:
    article = parse_text("\n\n".join([*BODY, "Lire aussi"]))
    assert (texts(article), article.related_links) == (list(BODY), ())
    assert [(one.text, one.rule) for one in article.report.removed] == [
        ("Lire aussi", "label.also")
    ]


def test_slides_end_at_the_link_to_the_portfolio() -> None:
    slides = ("Précédent", "1/13", "Suivant")
    caption = "Une vue du portfolio"
    article = parse_text(page("   * ", BODY[0], *slides, caption, BODY[1]))
    assert texts(article) == [BODY[0], caption, BODY[1], *BODY]
    link = "› Accéder au portfolio"
    article = parse_text(page("   * ", BODY[0], *slides, caption, link, BODY[1]))
    assert texts(article) == [BODY[0], BODY[1], *BODY]


@pytest.mark.parametrize("item", ["La digue tient encore.", "La digue tient encore"])
def test_box_of_articles_between_paragraphs_may_contain_short_sentences(item: str) -> None:
    article = parse_text(page("   * ", BODY[0], "Les sujets associés", item, "Un bac pour l’été"))
    assert texts(article) == [BODY[0], *BODY]
    assert [one.text for one in article.report.removed if one.rule == "box.articles"] == [
        "Les sujets associés",
        item,
        "Un bac pour l’été",
    ]


@pytest.mark.parametrize("box", ["Mots-clés :", "Partager", "Recevez nos newsletters"])
def test_box_above_a_paragraph_does_not_end_the_article(box: str) -> None:
    raw = page("• ").replace(BODY[2], f"{BODY[2]}\n\n{box}\n\n{BODY[1]}")
    assert texts(parse_text(raw))[-1] == BODY[3]


def teasers(*, between: int) -> list[str]:
    """Return the lines of links to other articles, each with a summary as long as a paragraph."""
    links = []
    for number in range(8):
        links += [f"{number} {BODY[number % 4]}", *["Un titre du port"] * between]
    return ["Un titre du port"] * 6 + links


def test_article_ends_above_teasers_with_more_text_than_itself() -> None:
    article = parse_text(page("• ", after=("Et aussi", *teasers(between=3))))
    assert texts(article) == list(BODY)


def test_label_with_more_text_below_than_above_does_not_end_the_article() -> None:
    links = teasers(between=1)[6:]
    article = parse_text(page("• ", after=("Et aussi", *links)))
    assert [text for text in texts(article) if text in links[::2]] == links[::2]


@pytest.mark.parametrize("button", ["Partager", "Recevez nos newsletters"])
def test_button_above_short_lines_and_more_text_does_not_end_the_article(button: str) -> None:
    links = teasers(between=3)
    article = parse_text(page("• ", after=(button, *links)))
    assert [text for text in texts(article) if text in links[6::4]] == links[6::4]


def test_buttons_above_most_of_the_text_do_not_end_the_article() -> None:
    raw = page("• ").replace(BODY[0], f"{BODY[0]}\n\n10 Commentaires\n\nRecommander")
    assert texts(parse_text(raw)) == list(BODY)


def test_article_ends_above_the_name_of_its_author() -> None:
    article = parse_text(page("• ", after=(AUTHOR, "Une dernière ligne")))
    assert texts(article) == list(BODY)


def test_name_in_a_list_above_an_author_box_is_not_text() -> None:
    box = "Journaliste au Monde Suivre Aller sur la page de ce journaliste"
    article = parse_text(page("• ", after=("• Jeanne Olmet (à Tréval)", box, "Une dernière ligne")))
    assert article.text == "\n\n".join(BODY)


def test_list_above_other_footer_lines_is_text() -> None:
    article = parse_text(
        page("• ", after=("• Un pain", "Signaler une erreur", "Une dernière ligne"))
    )
    assert article.text == "\n\n".join([*BODY, "Un pain"])


@pytest.mark.parametrize(
    ("name", "below"),
    [
        (AUTHOR, "La halle de Tréval, 12, rue du Port, tous les jours sauf le lundi."),
        ("Jeanne Olmet", "Une dernière ligne"),
    ],
)
def test_other_names_and_names_above_a_sentence_do_not_end_the_article(
    name: str, below: str
) -> None:
    assert below in texts(parse_text(page("• ", after=(name, below))))


@pytest.mark.parametrize(("between", "is_cut"), [(58, True), (59, False)])
def test_name_of_the_author_is_read_from_the_sixty_lines_above_the_text(
    between: int, is_cut: bool
) -> None:
    lines = [f"Rubrique {number}" for number in range(between)]
    raw = page("• ", after=(AUTHOR, "Une dernière ligne"))
    raw = raw.replace("Temps de Lecture 3 min.\n\n", "")
    raw = raw.replace(DATE, "\n\n".join([*lines, DATE]))
    assert (texts(parse_text(raw))[-1] == BODY[-1]) is is_cut


def test_credits_of_a_film_above_the_name_of_the_author_are_text() -> None:
    cast = "Film français de Jeanne Olmet. Avec Ana Gil, Luc Roy et Claire Vasseur, en salles mardi 12 mars"
    article = parse_text(page("• ", after=(cast, AUTHOR, *(f"Bouton {n}" for n in range(12)))))
    assert texts(article) == [*BODY, cast]


def test_buttons_above_the_name_of_the_author_are_removed() -> None:
    buttons = [f"Bouton {number}" for number in range(12)]
    article = parse_text(page("• ", after=(*buttons[:4], AUTHOR, *buttons[4:])))
    assert texts(article) == list(BODY)


def test_notice_between_buttons_means_that_the_text_is_truncated() -> None:
    notice = "L’accès à la totalité de l’article est protégé Déjà abonné ? Identifiez-vous"
    buttons = [f"Bouton {number}" for number in range(16)]
    article = parse_text(page("• ", after=(*buttons[:3], notice, *buttons[3:])))
    assert (article.is_truncated, texts(article)) == (True, list(BODY))


def test_label_of_related_links_inside_a_text_does_not_end_the_article() -> None:
    raw = (
        page("• ")
        .replace(BODY[2], f"Sur le même sujet\n\n{BODY[2]}")
        .replace(BODY[0], BODY[0] + " " + BODY[1])
    )
    assert BODY[3] in texts(parse_text(raw))


def test_many_labels_of_related_links_take_little_time() -> None:
    """A search from each label to the end of the text would take quadratic time."""
    raw = page("• ", *[*["Sur le même sujet"] * 11, BODY[2]] * 3_000)
    assert texts(parse_text(raw)).count(BODY[2]) == 3_001


def test_percentage_left_may_follow_the_first_notice() -> None:
    notices = (
        "L’accès à la totalité de l’article est protégé Déjà abonné ? Identifiez-vous",
        HEADLINE,
        "Il vous reste 68% de l'article à lire",
        "Achetez cet article 2 €",
    )
    article = parse_text(page("• ", after=notices))
    assert (article.is_truncated, article.percent_left) == (True, 68.0)
    assert texts(article) == list(BODY)


# Captions

CAPTION: Final = "La halle de Tréval et sa bâche bleue, le 9 mars."


@pytest.mark.parametrize(
    "caption",
    [
        f"{CAPTION} JEANNE OLMET / AFP",
        f"{CAPTION} JEANNE OLMET POUR « LE MONDE »",
        f"{CAPTION} AFP/JEANNE OLMET",
        f"{CAPTION} Jeanne Olmet / AP",
        f"{CAPTION} {CAPTION} JEANNE OLMET / AFP",
        f"{CAPTION}\n\n{CAPTION} Jeanne Olmet",
        f"{CAPTION} [3f1c5bf_halle-01] {CAPTION} Jeanne Olmet",
    ],
)
def test_captions_are_removed(caption: str) -> None:
    article = parse_text(page("• ", caption))
    assert texts(article) == list(BODY)
    assert {
        removal.rule for removal in article.report.removed if removal.text.startswith(CAPTION)
    } <= {
        "caption.credited",
        "caption.twice",
        "caption.first",
        "caption.doubled",
    }
    assert any(removal.text.startswith(CAPTION) for removal in article.report.removed)


def test_line_right_below_the_date_is_a_caption() -> None:
    raw = page("   * ").replace(f"{DATE}\n\nTemps de Lecture 3 min.\n\n", f"{DATE}\n{CAPTION}\n\n")
    article = parse_text(raw)
    assert texts(article) == list(BODY)
    assert [(removal.text, removal.rule) for removal in article.report.removed][1:] == [
        (CAPTION, "caption.first"),
        (f"{FULL}\nDans la même rubrique\nUn tout autre titre", "text: below the article"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Ils ont tous rejoint la CGT",
        "La halle, la mairie et la SNCF",
        "UNE HALLE SANS TOIT",
        "Qui paiera ? La RATP ou la SNCF ?",
        "Elle en a parlé à l’ONU.",
    ],
)
def test_prose_with_capitals_is_not_a_caption(prose: str) -> None:
    assert not is_credited(prose)


DOTTED: Final = "Le Monde.fr | 12.03.2014 à 06h15 • Mis à jour le 12.03.2014 à 09h40"


def dotted(*parts: str) -> str:
    """Make a page of 2012–18 with these parts as its text."""
    menu = "".join(f"  • {name}\n" for name in (*MENU, *MORE))
    return (
        f"{menu}\n{HEADLINE}\n\n{STANDFIRST}\n\n{DOTTED}\n\n{''.join(parts)}\n\n"
        "L’espace des contributions est réservé aux abonnés."
    )


def test_line_above_two_empty_lines_is_a_caption_from_2012_to_2018() -> None:
    text = dotted(
        CAPTION,
        "\n\n\n",
        BODY[0],
        "\n\n",
        BODY[1],
        "\n\n",
        CAPTION,
        "\n\n\n",
        BODY[2],
        "\n\n",
        BODY[3],
    )
    article = parse_text(text)
    assert texts(article) == list(BODY)
    assert [one.text for one in article.report.removed if one.rule == "caption.apart"] == [
        CAPTION
    ] * 2
    # On pages of other years, empty lines only separate paragraphs.
    assert CAPTION in parse_text(text.replace(DOTTED, DATE)).text


def test_sentence_right_below_a_paragraph_is_a_caption_from_2012_to_2018() -> None:
    article = parse_text(
        dotted(BODY[0], "\n", CAPTION, "\n\n", BODY[1], "\n\n", BODY[2], "\n\n", BODY[3])
    )
    assert texts(article) == list(BODY)
    assert [one.text for one in article.report.removed if one.rule == "caption.glued"] == [CAPTION]


def test_last_line_right_below_a_paragraph_is_text_from_2012_to_2018() -> None:
    article = parse_text(
        dotted(BODY[0], "\n\n", BODY[1], "\n\n", BODY[2], "\n\n", BODY[3], "\n", "Elle attend.")
    )
    assert texts(article) == [*BODY, "Elle attend."]


@pytest.mark.parametrize(
    "prose", ["« C’est fini. »", "Durée : 1 h 40.", "et la pluie revient.", "Que faire ?"]
)
def test_line_break_in_a_paragraph_does_not_make_a_caption(prose: str) -> None:
    whole = dotted(BODY[0], "\n", prose, "\n\n", BODY[1], "\n", BODY[2], "\n\n", BODY[3])
    assert prose in parse_text(whole).text


@pytest.mark.parametrize("label", ["Et aussi", "Tags", AUTHOR])
def test_article_continues_below_a_list_between_paragraphs(label: str) -> None:
    above, below = ALL[:3], ALL[3:]
    box = "\n\n".join([label, "• Un autre marché\n• Une autre halle\n• Un étal\n• Un toit"])
    menu = [f"• {name}" for name in MENU]
    source = [*menu, HEADLINE, f"Par {AUTHOR}", DATE, *above, box, *below, *LINKS]
    read = texts(parse_text("\n\n".join(source)))
    assert [text for text in read if text in ALL] == ALL
