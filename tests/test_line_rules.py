"""Rules for lines whose neighbours matter: boxes, posts, bylines, headings and lists."""

from __future__ import annotations

import pytest

from classified_lines import OTHER, PROSE, bold, decide, italic, of_length, placed
from lemonde_parse import ListBlock, Mark, Text
from lemonde_parse.classify import features as has
from lemonde_parse.classify.engine import _SHORTEST_QUOTE
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.reading.rules import BESIDE_PLAYER

LABEL = "Lire aussi :"
BADGE = "Article réservé à nos abonnés"
TITLE = "Un port en grève"

# Boxes


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([placed(BADGE, has.GLUED), placed(TITLE, has.GLUED)], ["related.lines"] * 3),
        ([BADGE, placed(TITLE, has.GLUED)], ["wording.label", "wording.badge", ""]),
        ([placed(BADGE, has.GLUED), TITLE], ["wording.label", "wording.badge", ""]),
        ([placed(BADGE, has.GLUED)], ["wording.label", "wording.badge"]),
    ],
)
def test_label_badge_and_headline_are_glued(lines: list[Line | str], rules: list[str]) -> None:
    assert decide(LABEL, *lines, source="markdown") == rules


@pytest.mark.parametrize(
    ("above", "rules"),
    [
        (["Le Monde", "Newsletter"], ["box.button"] * 4),
        (["Newsletter", "Guides d’achat"], ["box.button"] * 4),
        (["Le quai", "Newsletter"], ["", *["box.button"] * 3]),
        (["Newsletter"], ["box.button"] * 3),
        (["Le Monde", "Le quai", "Le pont"], ["box.button"] * 5),
        (["Le quai", "Le pont"], ["", "", "", "box.button"]),
    ],
)
def test_box_of_a_promotion_has_a_title_below_the_name_of_a_newspaper(
    above: list[str], rules: list[str]
) -> None:
    assert decide(*above, "Les nouvelles du port", "S’inscrire", source="markdown") == rules


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Un bac pour l’été", PROSE], 2),
        ([of_length(LIMITS.short + 1, ""), PROSE], 2),
        ([PROSE], 1),
        ([placed(PROSE, has.ITEM), OTHER], 2),
        (["Un bac pour l’été"], 1),
        ([], 1),
    ],
)
def test_box_of_articles_ends_above_prose(lines: list[Line | str], count: int) -> None:
    rules = decide(PROSE, "Nos vidéos", *lines)
    assert [at for at, rule in enumerate(rules, -1) if rule == "box.articles"] == [*range(count)]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["Facebook", "Twitter"], ["share.networks"] * 2),
        (["Facebook", "Facebook", "Twitter"], ["share.networks"] * 3),
        (["Facebook", PROSE, "Twitter"], ["", "", ""]),
        (["Twitter", PROSE, OTHER], ["", "", ""]),
    ],
)
def test_name_of_a_network_is_next_to_another(lines: list[str], rules: list[str]) -> None:
    assert decide(*lines, source="markdown", common=has.DATED) == rules


def test_box_of_a_promotion_at_the_top_ends_there() -> None:
    lines = ("Newsletter", "S’inscrire", PROSE, "Le Monde")
    assert decide(*lines, source="markdown")[:3] == ["box.button", "box.button", ""]
    assert decide(*lines, source="markdown")[3] == "byline.alone"


def test_text_of_a_player_is_between_a_label_and_its_links() -> None:
    link = Line(Role.PARAGRAPH, TITLE, (Mark(kind="link", start=0, end=len(TITLE), href="/a"),))
    label = Line(Role.HEADING, "Pour aller plus loin")
    beside = Line(Role.BOILERPLATE, "Durée : 2 minutes", rule=BESIDE_PLAYER)
    other = Line(Role.BOILERPLATE, "Durée : 2 minutes", rule="page")
    assert decide(label, other, link, OTHER, source="page")[0] == "related.label"
    assert decide(label, beside, link, OTHER, source="page")[0] == ""


@pytest.mark.parametrize(("authors", "rule"), [((), "related.link"), ((TITLE,), "byline.alone")])
def test_linked_name_of_the_author_is_a_byline(authors: tuple[str, ...], rule: str) -> None:
    link = Line(Role.PARAGRAPH, TITLE, (Mark(kind="link", start=0, end=len(TITLE), href="/a"),))
    assert decide(link, PROSE, OTHER, source="page", authors=authors) == [rule, "", ""]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [(["Ana Gil", PROSE], ["byline.alone", ""]), ([PROSE, "Ana Gil", OTHER], ["", "", ""])],
)
def test_name_of_the_author_is_a_byline_above_the_text(lines: list[str], rules: list[str]) -> None:
    assert decide(*lines, source="page", authors=("Ana Gil",)) == rules


AUTHOR = "Suivre ce journaliste sur Twitter"


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        (["Suivre", AUTHOR], ["author.box"] * 2),
        ([AUTHOR, "Suivre"], ["author.box"] * 2),
        ([AUTHOR, PROSE, "Suivre"], ["author.box", "", ""]),
        (["Suivre", PROSE, AUTHOR], ["", "", "author.box"]),
        (["Journaliste au Monde", PROSE], ["", ""]),
        (["Claire Vasseur", AUTHOR], ["author.box"] * 2),
        ([PROSE, "Claire Vasseur (Rome)", AUTHOR], ["", "author.box", "author.box"]),
        ([AUTHOR, PROSE, "Claire Vasseur"], ["author.box", "", "signature.last"]),
    ],
)
def test_box_about_the_author_has_two_lines_or_a_long_one(
    lines: list[str], rules: list[str]
) -> None:
    assert decide(*lines, source="paste") == rules


# Posts and quotes


def quote(text: str) -> Line:
    return Line(Role.QUOTE, text)


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([PROSE, "Il pleut.", "— Ana Gil (@agil)"], ["", "tweet", "tweet"]),
        ([of_length(LIMITS.long_heading + 1), "— Ana Gil (@agil)", PROSE], ["", "", ""]),
        (
            [PROSE, of_length(LIMITS.long_heading + 1), "— Ana Gil (@agil) 12 mars 2015"],
            ["", "tweet", "tweet"],
        ),
        (
            [quote(of_length(LIMITS.long_heading + 1)), "— Ana Gil (@agil)"],
            ["tweet", "tweet"],
        ),
        (
            [quote("Il pleut."), quote("Encore."), "— Ana Gil (@agil)", quote(PROSE)],
            ["tweet", "tweet", "tweet", ""],
        ),
        (["— Ana Gil (@agil)", PROSE], ["", ""]),
    ],
)
def test_tweet_is_above_its_author(lines: list[Line | str], rules: list[str]) -> None:
    assert decide(*lines, source="markdown") == rules


@pytest.mark.parametrize(("excess", "rule"), [(0, ""), (1, "paragraph.repeated")])
def test_line_that_repeats_the_text_has_a_minimum_length(excess: int, rule: str) -> None:
    copy = of_length(_SHORTEST_QUOTE + excess)
    long = f"Il dit : « {copy} » {PROSE} {OTHER}"
    assert decide(f"« {copy} »", long, source="dump", common=has.DATED)[0] == rule


# Bylines, signatures and biographies


@pytest.mark.parametrize(("excess", "rule"), [(0, ""), (1, "biography.italic")])
def test_description_of_the_author_has_a_minimum_length(excess: int, rule: str) -> None:
    text = "Ana Gil" + "a" * (LIMITS.biography + excess - 7)
    rules = decide(italic(text), PROSE, OTHER, source="page", authors=("Ana Gil",))
    assert rules == [rule, "", ""]


def test_description_of_the_author_is_at_an_end_of_the_text() -> None:
    text = italic("Ana Gil, historienne, a publié plusieurs livres sur les bacs.")
    for lines, expected in (
        ((PROSE, text, PROSE, OTHER), ["", "biography.italic", "", ""]),
        ((PROSE, OTHER, text, PROSE, OTHER), ["", "", "", "", ""]),
    ):
        assert decide(*lines, source="page", authors=("Ana Gil",)) == expected


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([PROSE, bold("AFP"), OTHER * 2], ["", "", ""]),
        ([bold("AFP"), OTHER * 2], ["byline.alone", ""]),
        ([PROSE, "AFP", OTHER * 2], ["", "byline.alone", ""]),
        ([PROSE, bold("Par Le Monde"), OTHER * 2], ["", "byline.alone", ""]),
        ([PROSE, bold("AFP")], ["", "byline.alone"]),
        ([PROSE, bold("AFP et Reuters"), OTHER * 2], ["", "byline.alone", ""]),
        ([PROSE, bold("AFP"), Line(Role.FIGURE)], ["", "byline.alone", ""]),
        ([PROSE, bold("AFP"), of_length(LIMITS.heading)], ["", "byline.alone", ""]),
    ],
)
def test_bold_name_of_an_agency_above_a_paragraph_is_its_subject(
    lines: list[Line | str], rules: list[str]
) -> None:
    assert decide(*lines, source="page") == rules


@pytest.mark.parametrize(("excess", "rule"), [(0, "byline.alone"), (1, "")])
def test_byline_has_a_maximum_length(excess: int, rule: str) -> None:
    byline = f"Par Ana {of_length(LIMITS.name - 8 + excess, '')}"
    assert decide(byline, PROSE, OTHER, source="page") == [rule, "", ""]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([PROSE, "Claire Vasseur"], ["", "signature.last"]),
        (["Claire Vasseur"], ["signature.last"]),
        ([Line(Role.QUESTION, "Qui le dit ?"), "Claire Vasseur"], ["", ""]),
        ([bold("Qui le dit ? »"), "Claire Vasseur"], ["", ""]),
        (["Qui le dit ?", "Claire Vasseur"], ["", "signature.last"]),
        ([bold("On le dit"), "Claire Vasseur"], ["", "signature.last"]),
    ],
)
def test_signature_does_not_answer_a_question(lines: list[Line | str], rules: list[str]) -> None:
    assert decide(*lines, source="page") == rules


# Headings, questions and lists


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([bold("Pourquoi ?"), PROSE, bold("Et demain ?"), OTHER], ["question.bold", ""] * 2),
        ([bold("Pourquoi ?"), PROSE, bold("Et demain ?")], ["", "", ""]),
        (
            [bold("Pourquoi ?"), PROSE, bold("Et demain ?"), Line(Role.HEADING, "Le pont"), OTHER],
            ["", "", "", "", ""],
        ),
        (
            [Line(Role.QUESTION, "Pourquoi ?"), PROSE, bold("Et demain ?"), OTHER],
            ["", "", "question.bold", ""],
        ),
    ],
)
def test_bold_question_has_an_answer(lines: list[Line | str], rules: list[str]) -> None:
    assert decide(*lines, source="page") == rules


@pytest.mark.parametrize(("below", "rule"), [((OTHER,), "heading.arrows"), ((), "")])
def test_bold_line_with_arrows_is_a_heading_above_text(below: tuple[str, ...], rule: str) -> None:
    assert decide(PROSE, bold(">> Les faits, hier :"), *below, source="page")[1] == rule


@pytest.mark.parametrize(
    ("above", "rule"),
    [
        (of_length(LIMITS.short + 1, ""), "heading.between"),
        (of_length(LIMITS.short, ""), ""),
        (of_length(LIMITS.short), "heading.between"),
    ],
)
def test_heading_in_a_text_is_between_prose(above: str, rule: str) -> None:
    assert decide(above, "Une partie", OTHER, source="paste")[1] == rule


def test_list_ends_at_an_item_that_is_not_text() -> None:
    items = [placed(text, has.ITEM) for text in ("Le bac", "Imprimer", "Le pont")]
    assert decide(PROSE, *items, OTHER)[1:4] == ["list.items", "wording.share", "list.items"]


def test_list_of_links_above_the_text_has_no_label() -> None:
    link = Mark(kind="link", start=0, end=len(TITLE), href="/a")
    block = ListBlock(items=(Text(text=TITLE, marks=(link,)),))
    assert decide(Line(Role.LIST, block=block), PROSE, source="page") == ["", ""]


def test_list_of_known_phrases_is_removed_by_its_first_item() -> None:
    block = ListBlock(items=(Text(text="Imprimer"), Text(text="Envoyer par e-mail")))
    assert decide(PROSE, Line(Role.LIST, block=block)) == ["", "wording.share"]
