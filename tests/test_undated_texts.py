"""Texts without a date, bullets or buttons, and their titles."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, MENU, STANDFIRST, prose, texts
from lemonde_parse import Paragraph, parse_text
from lemonde_parse.plaintext.header import _is_label
from lemonde_parse.plaintext.unwrap import Piece
from lemonde_parse.plaintext.zones import _sentences

# Pages without a date, bullets or buttons


FOOTER: Final = tuple(f"Rubrique du pied de page {number}" for number in range(12))
BEFORE: Final = ("Menu", *MENU, "S’abonner", HEADLINE)


def test_text_with_six_distinct_lines_of_boilerplate_is_read_as_a_page() -> None:
    boilerplate = (
        "Partager",
        "Facebook",
        "Mentions légales",
        "Newsletters",
        "Mon compte",
        "Répondre",
    )
    assert prose(*boilerplate[:5], "Partager", *MENU, *BODY)[:2] == [*MENU[:2]]
    assert prose(*boilerplate, *MENU, *BODY) == list(BODY)


@pytest.mark.parametrize(
    "below",
    ["Réservé aux abonnés", "Partager", "Facebook", "Temps de lecture : 3 min.", "Par Ana Gil"],
)
def test_line_above_a_button_or_byline_is_the_title_of_a_paste(below: str) -> None:
    article = parse_text("\n\n".join([HEADLINE, below, *BODY]))
    assert (article.headline, texts(article)) == (HEADLINE, list(BODY))
    article = parse_text("\n\n".join([HEADLINE, "Un quai", *BODY]))
    assert (article.headline, texts(article)) == (None, [HEADLINE, "Un quai", *BODY])


@pytest.mark.parametrize(
    "line",
    [
        "Se connecter S’abonner",
        "Publicité",
        "Mentions légales",
        "Commentaires",
        "Les Grands formats du Monde",
        "A la une",
        "Facebook",
        "Inscrivez-vous",
        "Je m’abonne",
        "Services Le Monde",
        "Partager",
    ],
)
def test_line_of_boilerplate_is_evidence_of_a_page(line: str) -> None:
    others = ("Partager cet article", "Imprimer", "Twitter", "Envoyer par e-mail", "Répondre")
    assert prose(*others, *MENU, *BODY)[-len(BODY) - 1] == MENU[-1]
    assert prose(*others, line, *MENU, *BODY) == list(BODY)


@pytest.mark.parametrize(
    ("count", "line", "is_cut"),
    [
        (24, "Rubrique {}", True),
        (23, "Rubrique {}", False),
        (24, "Rubrique du port {}!", False),
        (24, "Et {} bateaux rentrent au port", False),
    ],
)
def test_many_very_short_lines_above_a_text_are_a_menu(count: int, line: str, is_cut: bool) -> None:
    menu = [line.format(number) for number in range(count)]
    assert prose(*menu, *BODY) == [*([] if is_cut else menu), *BODY]


def test_a_menu_may_contain_a_few_sentences() -> None:
    menu = [f"Rubrique {number}" for number in range(20)]
    assert prose(*menu, *["Le port !"] * 5, *BODY) == list(BODY)
    assert prose(*menu, *["Le port !"] * 6, *BODY)[0] == menu[0]


def test_page_ends_above_twelve_lines_without_a_sentence() -> None:
    assert prose("Se connecter", *BEFORE, *BODY, *FOOTER, "Aide") == list(BODY)
    shorter = FOOTER[:11]
    assert prose("Se connecter", *BEFORE, *BODY, *shorter)[-1] == shorter[-1]


@pytest.mark.parametrize(("count", "is_cut"), [(3, True), (2, False)])
def test_paste_of_three_paragraphs_ends_above_two_lines_of_a_footer(
    count: int, is_cut: bool
) -> None:
    footer = ("Laisser un commentaire", "Contenus sponsorisés", "Une dernière ligne")
    assert (prose(*BODY[:count], *footer)[-1] == BODY[count - 1]) is is_cut


@pytest.mark.parametrize(("count", "is_cut"), [(3, True), (2, False)])
def test_page_of_three_paragraphs_ends_above_lines_without_a_sentence(
    count: int, is_cut: bool
) -> None:
    text = prose("Se connecter", *BEFORE, DATE, *BODY[:count], *FOOTER)
    assert (text[-1] == BODY[count - 1]) is is_cut


@pytest.mark.parametrize(("length", "is_cut"), [(41, True), (40, False)])
def test_shortest_sentence_at_the_end_of_a_page_has_41_characters(
    length: int, is_cut: bool
) -> None:
    sentence = "Le bac de Tréval dort encore, dit le passeur du soir"[: length - 1] + "."
    text = prose("Se connecter", *BEFORE, DATE, *BODY[:2], sentence, *FOOTER)
    assert (text[-1] == sentence) is is_cut


@pytest.mark.parametrize(("length", "is_cut"), [(141, True), (140, False)])
def test_last_paragraph_without_a_full_stop_has_at_least_141_characters(
    length: int, is_cut: bool
) -> None:
    last = ("Le bac de Tréval dort encore. " + "Le passeur, lui, attend le soir et " * 4)[:length]
    text = prose("Se connecter", *BEFORE, DATE, *BODY[:2], last, *FOOTER)
    assert (text[-1] == last) is is_cut


def test_page_ends_above_long_titles_without_a_full_stop() -> None:
    titles = [f"Le port de Tréval et ses bateaux, épisode numéro {number}" for number in range(12)]
    assert prose("Se connecter", *BEFORE, *BODY, *titles) == list(BODY)


def test_a_list_in_the_middle_of_a_page_does_not_end_it() -> None:
    assert prose("Se connecter", *BEFORE, *BODY[:2], *FOOTER, *BODY)[-1] == BODY[-1]


@pytest.mark.parametrize(
    "below",
    [
        ("Par Ana Gil",),
        ("Le 22 mars 2022 à 17h55",),
        ("Un quai, le 2 mars", "Publié le 22 mars 2022 à 17h55"),
        (HEADLINE,),
    ],
)
def test_sentence_above_the_byline_date_or_title_is_the_standfirst(below: tuple[str, ...]) -> None:
    lines = ("Se connecter", *BEFORE, STANDFIRST, *below, *BODY, *FOOTER)
    article = parse_text("\n\n".join(lines))
    assert (article.description, texts(article)) == (STANDFIRST, list(BODY))


@pytest.mark.parametrize(
    "between",
    [
        ("Un quai, le 2 mars", "Le port", "La halle", "Le phare", "Le bac"),
        (BODY[1],),
        ("Un quai",),
    ],
)
def test_sentence_far_above_the_byline_is_text(between: tuple[str, ...]) -> None:
    end = () if between == ("Un quai",) else ("Par Ana Gil",)
    lines = ("Se connecter", *BEFORE, STANDFIRST, *between, *end, *BODY, *FOOTER)
    article = parse_text("\n\n".join(lines))
    assert (article.description, texts(article)[0]) == (None, STANDFIRST)


def test_paste_is_not_cut_after_its_last_sentence() -> None:
    assert prose(*BODY, *FOOTER)[-1] == FOOTER[-1]


def test_titles_in_quotation_marks_do_not_start_an_article() -> None:
    teasers = [
        f"« La pratique de la pêche au filet est le nouveau combat des ports de la côte numéro {n} »"
        for n in range(3)
    ]
    assert prose("Se connecter", *teasers, *BEFORE, *BODY) == list(BODY)


def test_teasers_far_above_a_longer_text_do_not_start_an_article() -> None:
    teasers = [
        f"Le port numéro {n} rouvrira-t-il un jour ? La question divise les pêcheurs et les marchands."
        for n in range(3)
    ]
    assert prose("Se connecter", *teasers, *FOOTER, HEADLINE, *BODY * 3) == [*BODY * 3]


def test_article_above_much_longer_comments_is_read() -> None:
    comments = [text.replace("Le", "Un") for text in BODY] * 5
    assert prose("Se connecter", *BEFORE, *BODY, *FOOTER, *comments)[: len(BODY)] == list(BODY)


def test_paragraphs_of_a_short_dump_are_not_quotes() -> None:
    raw = (
        "                      Le marché rouvre samedi\n\n   Par Lucie Darmont\n\n"
        "   Publié le 19 mars 2022 à 07h15\n\n   Le marché rouvre samedi, et avec lui reviennent\n"
        "   les charrettes et les cageots.\n\n   Quarante familles en vivent.\n\nReferences\n\n"
        "   1. https://example.org/marche/\n"
    )
    article = parse_text(raw)
    assert article.headline == "Le marché rouvre samedi"
    assert {type(block) for block in article.body} == {Paragraph}


def test_line_between_repeated_titles_is_the_standfirst() -> None:
    article = parse_text("\n\n".join([HEADLINE, STANDFIRST, HEADLINE, *BODY]))
    assert (article.headline, article.description) == (HEADLINE, STANDFIRST)
    assert [block.text for block in article.body if isinstance(block, Paragraph)] == list(BODY)


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, *BODY),
        (HEADLINE + ".", HEADLINE + ".", *BODY),  # a refrain
        ("Un air ancien", "Un air ancien", *BODY),  # too short to be certain
        (HEADLINE, *BODY[:3], HEADLINE, *BODY),  # far below
        (HEADLINE, HEADLINE),  # without a text
    ],
)
def test_other_first_line_is_not_a_title(lines: tuple[str, ...]) -> None:
    article = parse_text("\n\n".join(lines))
    assert article.headline is None
    assert article.report.removed == ()


def test_title_has_a_maximum_length() -> None:
    title = " ".join(["Au marché couvert de Tréval"] * 11)
    assert len(title) == 307
    assert parse_text("\n\n".join([title, title, *BODY])).headline is None
    assert parse_text("\n\n".join([title[:300], title[:300], *BODY])).headline == title[:300]


@pytest.mark.parametrize(("signature", "names"), [("jdurand", []), ("Ana Gil", ["Ana Gil"])])
def test_title_of_a_blog_is_below_its_date(signature: str, names: list[str]) -> None:
    above = f"Publié le 3 mai 2015 par {signature}"
    article = parse_text("\n".join([above, HEADLINE, "", *BODY]))
    assert article.headline == HEADLINE
    assert article.day_published == date(2015, 5, 3)
    assert [author.name for author in article.authors] == names
    assert article.section is None
    assert [block.text for block in article.body if isinstance(block, Paragraph)] == list(BODY)


def test_date_on_its_own_line_above_a_text_is_read() -> None:
    article = parse_text("\n\n".join(["3 mai 2015", *BODY]))
    assert (article.headline, article.day_published) == (None, date(2015, 5, 3))
    menu = ["Ana Gil", "Offres du jour", "Jeux", "Se connecter", "3 mai 2015"]
    assert parse_text("\n\n".join([*menu, *BODY])).day_published is None


def test_title_of_a_blog_is_below_a_link_and_the_date() -> None:
    lines = ["← Une autre note", "5 février 2016", HEADLINE, *BODY]
    article = parse_text("\n\n".join(lines))
    assert article.headline == HEADLINE
    assert article.day_published == date(2016, 2, 5)
    assert [removal.text for removal in article.report.removed] == ["← Une autre note"]
    assert article.section is None


def test_site_name_is_removed_from_a_title() -> None:
    menu = ["Le Phare du Ponant", *MENU, "Se connecter"]
    article = parse_text("\n\n".join([*menu, f"{HEADLINE} – Le Phare du Ponant", DATE, *BODY]))
    assert article.headline == HEADLINE
    shorter = parse_text("\n\n".join([*menu[1:], f"{HEADLINE} – Le Phare du Ponant", DATE, *BODY]))
    assert shorter.headline == f"{HEADLINE} – Le Phare du Ponant"


@pytest.mark.parametrize(
    "line",
    [
        "Enquête",
        "Article réservé aux abonnés",
        "Offrir l’article",
        "Partager sur Facebook",
        "Threads",
        "Se connecter",
        "Accueil",
        "10 Commentaires",
        "Recevez nos newsletters",
        "Temps de Lecture 3 min.",
        "Je m’abonne",
        "M le magazine du Monde",
        "Mentions légales",
        "Rechercher",
        "Par Ana Gil",
        "23h28",
    ],
)
def test_label_above_a_text_is_not_its_title(line: str) -> None:
    assert _is_label(line)


def test_first_letter_of_a_supplements_name_is_not_a_drop_cap() -> None:
    article = parse_text("M le magazine du Monde\n\nM arie est là.")
    assert texts(article) == ["Marie est là."]
    assert [removal.text for removal in article.report.removed] == ["M le magazine du Monde"]


def test_menu_above_a_text_without_a_title_gives_no_fields() -> None:
    menu = ["Ana Gil", "Offres du jour", "Codes Promo Tréval", "Jeux", "Se connecter"]
    article = parse_text("\n\n".join([*menu, DATE, *BODY]))
    assert (article.headline, article.authors, article.byline) == (None, (), None)
    assert article.description is None


def test_address_above_a_paste_is_the_canonical_address() -> None:
    address = "https://www.lemonde.fr/societe/article/2024/03/12/la-halle_1.html"
    article = parse_text("\n\n".join([address, *BODY]))
    assert article.canonical_url == address
    assert texts(article) == list(BODY)
    assert parse_text(address + "\n\nhttps://www.lemonde.fr/").text == "https://www.lemonde.fr/"


def test_paste_ends_at_sponsored_links_below_the_notice() -> None:
    notice = "Il vous reste 69.06% de cet article à lire. La suite est réservée aux abonnés."
    links = ["CONTENUS SPONSORISÉS PARPUB", "PHARE.FR", "Les meilleures chaussures pour la pluie"]
    article = parse_text("\n\n".join([*BODY, notice, *links]))
    assert (texts(article), article.percent_left) == (list(BODY), 69.06)
    assert texts(parse_text("\n\n".join([*BODY, *links])))[-1] == links[-1]


def test_sentences_with_extra_indentation_are_not_counted() -> None:
    indents = (3, 3, 3, 4, 2)
    pieces = [
        Piece(text, indent=indent) for text, indent in zip((*BODY, BODY[0]), indents, strict=True)
    ]
    assert _sentences(pieces) == [0, 1, 2, 4]
