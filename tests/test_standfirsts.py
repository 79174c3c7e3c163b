"""The standfirst below the dateline of a text, and datelines next to a byline."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, MENU, lines, texts
from lemonde_parse import Article, parse_text

STANDFIRST: Final = "Au marché de Tréval, les étals ferment, et la mairie promet un toit neuf."
TOP: Final = ("Se connecter", *MENU, HEADLINE)


def read(*header: str) -> Article:
    """Read a page with these lines between the title and the text."""
    return parse_text("\n\n".join([*TOP, *header, *BODY]))


@pytest.mark.parametrize(
    "standfirst",
    [
        "Au marché de Tréval, les étals ferment, faute de toit. Explications.",
        "Au marché de Tréval, les étals ferment, faute de toit. Notre enquête.",
        "VIDÉO - Au marché de Tréval, les étals ferment, faute de toit.",
    ],
)
def test_first_sentence_with_a_label_is_the_standfirst(standfirst: str) -> None:
    article = read(DATE, standfirst)
    assert (article.description, texts(article)) == (standfirst, list(BODY))


@pytest.mark.parametrize(
    "caption",
    [
        "Un étal du marché de Tréval, le 2 mars. JEANNE DURAND / AFP",
        "Un étal de Tréval, le 2 mars. Un étal de Tréval, le 2 mars.",
    ],
)
def test_sentence_below_a_caption_is_the_standfirst(caption: str) -> None:
    article = read(DATE, caption, STANDFIRST)
    assert (article.description, texts(article)) == (STANDFIRST, list(BODY))


@pytest.mark.parametrize(("days", "is_found"), [("lundi", False), ("lundis", True)])
def test_standfirst_has_more_than_40_characters(days: str, is_found: bool) -> None:
    line = f"VIDÉO - La halle de Tréval rouvre {days}."
    assert len(line) == (41 if is_found else 40)
    assert (read(DATE, line).description == line) is is_found


def test_sentence_above_a_repeated_title_is_the_standfirst() -> None:
    article = read(DATE, STANDFIRST, HEADLINE)
    assert (article.description, texts(article)) == (STANDFIRST, list(BODY))


def test_heading_that_is_a_sentence_is_the_standfirst() -> None:
    """lynx indents paragraphs, but not headings."""
    standfirst = (
        f"{STANDFIRST} La halle date de 1887 ; sa verrière est tombée en un hiver de neige."
    )
    body = [f"{BODY[0]} {BODY[1]}", BODY[3], BODY[1]]
    header = [lines(text, 72, "   ") for text in (*TOP, DATE)]
    text = "\n\n".join([*header, lines(standfirst, 72), *(lines(one, 72, "   ") for one in body)])
    article = parse_text(text)
    assert (article.description, texts(article)) == (standfirst, body)
    indented = parse_text(text.replace(lines(standfirst, 72), lines(standfirst, 72, "   ")))
    assert (indented.description, texts(indented)) == (None, [standfirst, *body])


@pytest.mark.parametrize("first", [STANDFIRST, "« Au marché, les étals ferment », dit la mairie."])
def test_short_first_sentence_is_text(first: str) -> None:
    article = read(DATE, first)
    assert (article.description, texts(article)) == (None, [first, *BODY])


def test_sentence_above_a_later_byline_is_text() -> None:
    article = read(DATE, BODY[0], BODY[1], "Par Ana Gil")
    assert (article.description, texts(article)[:2]) == (None, list(BODY[:2]))


def test_sentence_far_above_the_text_is_not_the_standfirst() -> None:
    between = [f"Rubrique {number}" for number in range(5)]
    labelled = "VIDÉO - Au marché de Tréval, les étals ferment, faute de toit."
    assert read(DATE, labelled, *between[:4]).description == labelled
    assert read(DATE, labelled, *between).description is None


@pytest.mark.parametrize(("count", "is_found"), [(4, True), (5, False)])
def test_standfirst_is_among_the_first_five_lines(count: int, is_found: bool) -> None:
    labelled = "VIDÉO - Au marché de Tréval, les étals ferment, faute de toit."
    captions = [f"Un étal du marché, numéro {number}" for number in range(count)]
    assert (read(DATE, *captions, labelled).description == labelled) is is_found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par Ana Gil — 5 avril 2017 à 19:26", "Ana Gil"),
        ("Ana Gil , le 05/04/2017 à 19h26", "Ana Gil"),
        ("Commerce|Ana Gil| 5 avril 2017, 19h26 | MAJ : 5 avril 2017, 20h34 |", "Ana Gil"),
        ("publié le 05/04/2017 | 19:26", None),
    ],
)
def test_day_and_time_outside_a_sentence_are_the_dateline(line: str, name: str | None) -> None:
    article = read(line)
    assert article.date_published == datetime.fromisoformat("2017-04-05T19:26:00+02:00")
    assert [author.name for author in article.authors] == ([name] if name else [])
    assert (article.headline, texts(article)) == (HEADLINE, list(BODY))


@pytest.mark.parametrize(
    "line", ["Le marché du 5 avril 2017 à 19:26", "Tréval, le 5 avril 2017 à 19h26 et après"]
)
def test_day_and_time_inside_a_sentence_are_not_the_dateline(line: str) -> None:
    assert read(line).date_published is None


def test_paragraph_above_a_label_stays_in_the_body() -> None:
    labelled = "ENTRETIEN - Les étals ferment, faute de toit."
    article = parse_text("\n\n".join([*TOP, DATE, BODY[0], labelled, *BODY[1:]]))
    assert (article.description, texts(article)) == (None, [BODY[0], labelled, *BODY[1:]])


def test_date_and_time_nearest_to_the_text_are_the_dateline() -> None:
    teaser = ("Marc Roi, le 1 mai 2023 à 8h00", "Une halle rouvre")
    dateline = "Ana Gil, le 3 mai 2023 à 10h00"
    article = parse_text("\n\n".join(["Se connecter", *MENU, *teaser, HEADLINE, dateline, *BODY]))
    assert article.date_published == datetime.fromisoformat("2023-05-03T10:00+02:00")
    assert ([one.name for one in article.authors], texts(article)) == (["Ana Gil"], list(BODY))


def test_first_of_two_adjacent_dates_is_the_publication_date() -> None:
    moments = ("3 mai 2023 à 10h00", "4 mai 2023 à 9h00")
    article = parse_text("\n\n".join(["Se connecter", *MENU, HEADLINE, *moments, *BODY]))
    assert article.date_published == datetime.fromisoformat("2023-05-03T10:00+02:00")
