"""Typed or pasted texts that name their source."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from lemonde_parse import parse_text
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.plaintext.citation import Citation, read_citation
from lemonde_parse.plaintext.note_properties import Note, find_properties

FIRST: Final = (
    "Le bac de la Verrière reprend lundi, et avec lui les habitudes du quai, les vélos, les chiens."
)
SECOND: Final = "Huit cents personnes le prenaient chaque jour avant la panne, a dit le passeur."
TEXT: Final = f"{FIRST}\n\n{SECOND}"
DAY: Final = date(2021, 2, 2)


@pytest.mark.parametrize(
    ("note", "authors", "page"),
    [
        (f"Le bac reprend\n\nSource : Le Monde, 2 février 2021\n\n{TEXT}", [], None),
        (f"Le bac reprend\nSource: Le Monde du mardi 2 février 2021, p. 12\n{TEXT}", [], "12"),
        (f"Le bac reprend\n\n{TEXT}\n\nSource : Le Monde, 2 février 2021", [], None),
        (f"Le Monde, 2 février 2021, page 12\n\nLe bac reprend\n\nLise Amont\n\n{TEXT}",
         ["Lise Amont"], "12"),
        (f"Le Monde, 2 février 2021, page 12\n\nLe bac reprend\n\nPar Lise Amont\n\n{TEXT}",
         ["Lise Amont"], "12"),
        (f"Le bac reprend\n\nLise Amont\n\nSource : Le Monde, 2 février 2021, p. 12\n\n{TEXT}",
         ["Lise Amont"], "12"),
        (f"Lise Amont, « Le bac reprend », Le Monde, 2 février 2021, p. 12.\n\n{TEXT}",
         ["Lise Amont"], "12"),
        (f"Le bac reprend\n\nLise Amont, “Le bac reprend”, Le Monde, 02/02/2021\n\n{TEXT}",
         ["Lise Amont"], None),
        ((f"Titre : Le bac reprend\nAuteur : Lise Amont\nSource : Le Monde\nDate : 2 février 2021"
         f"\n\n{TEXT}"), ["Lise Amont"], None),
        ((f"# Le bac reprend\n\n**Source** : Le Monde (2 février 2021)\n**Auteur** : Lise Amont\n\n"
         f"{TEXT}"), ["Lise Amont"], None),
        (f"---\ntitle: Le bac reprend\nsource: Le Monde, 2 février 2021, p. 12\n---\n{TEXT}",
         [], "12"),
    ],
    ids=["below the title", "without empty lines", "below the text", "above the title", "byline",
         "name", "reference", "title twice", "labels", "Markdown", "front matter"],
)  # fmt: skip
def test_source_of_a_text_is_read(note: str, authors: list[str], page: str | None) -> None:
    article = parse_text(note)
    assert article.headline == "Le bac reprend"
    assert (article.publisher, article.day_published, article.pagination) == ("Le Monde", DAY, page)
    assert [author.name for author in article.authors] == authors
    assert article.text == TEXT


@pytest.mark.parametrize(("length", "is_title"), [(250, True), (251, False)])
def test_title_above_the_source_has_at_most_250_characters(length: int, is_title: bool) -> None:
    title = ("Le bac reprend lundi " * 13)[: length - 1] + "X"
    article = parse_text(f"{title}\n\nSource : Le Monde, 2 février 2021\n\n{TEXT}")
    assert (article.headline == title) is is_title


@pytest.mark.parametrize(
    ("below", "is_author"),
    [
        ("Par Lise Amont, sur le bac" + "c" * (LIMITS.signature - 26), True),
        ("Par Lise Amont, sur le bac" + "c" * (LIMITS.signature - 25), False),
        ("Par Lise Amont, le bac reprend.", False),
    ],
)
def test_byline_below_the_source_is_a_short_line_without_a_full_stop(
    below: str, is_author: bool
) -> None:
    note = find_properties(
        f"Le bac reprend\n\nSource : Le Monde, 2 février 2021\n\n{below}\n\n{TEXT}"
    )
    assert note is not None
    assert note.typed is not None
    assert (dict(note.typed).get("author") == below, below in note.text) == (
        is_author,
        not is_author,
    )


def test_name_below_a_reference_with_an_author_is_text() -> None:
    note = find_properties(
        "Le bac reprend\n\nLise Amont, « Le bac reprend », Le Monde, 2 février 2021\n\n"
        f"Hugo Tour\n\n{TEXT}"
    )
    assert note is not None
    assert note.text == f"\nHugo Tour\n\n{TEXT}"


def test_line_above_a_title_property_is_text() -> None:
    pairs = [("Titre", "Le bac reprend"), ("Auteur", "Lise Amont")]
    labels = "\n".join(f"{key} : {value}" for key, value in pairs)
    assert find_properties(f"{labels}\n\n{TEXT}") == Note("", f"\n{TEXT}", pairs)
    assert find_properties(f"LE BAC REPREND\n{labels}\n\n{TEXT}") == Note("", f"\n{TEXT}", pairs)
    assert find_properties(f"Le quai\n{labels}\n{TEXT}") == Note("", f"Le quai\n\n{TEXT}", pairs)


def test_source_other_than_a_newspaper_is_not_the_publisher() -> None:
    article = parse_text(f"Titre : Le bac reprend\nSource : Insee\nAuteur : Lise Amont\n\n{TEXT}")
    assert (article.headline, article.publisher) == ("Le bac reprend", None)


@pytest.mark.parametrize(
    "line", ["Consultée le 3 mars 2024", "Accessed 3 March 2024", "Accessed on 3 March 2024"]
)
def test_day_of_a_visit_is_a_property(line: str) -> None:
    article = parse_text(f"Le bac reprend\n\nAuteur : Lise Amont\n{line}\n\n{TEXT}")
    assert article.text == TEXT


def test_unknown_properties_of_a_text_are_reported_as_removals() -> None:
    article = parse_text(
        "Le bac reprend\n\nAuteur : Lise Amont\nURL : https://gazette.example/bac\n"
        f"Consulté le 3 mars 2024\n\n{TEXT}"
    )
    assert article.canonical_url == "https://gazette.example/bac"
    assert [removal.text for removal in article.report.removed] == ["consulté le: 3 mars 2024"]
    assert article.text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        f"Le bac reprend\n\n{FIRST}\n\nSource : Insee, enquête de 2021",
        f"Le bac reprend\n\nSource : l'eau de la rivière.\n\n{TEXT}",
        f"Le Monde a paru le 2 février 2021, page 12, avec un autre titre.\n\n{TEXT}",
        f"Le Courrier, 2 février 2021\n\n{TEXT}",
    ],
    ids=["figures", "other source", "sentence", "unknown paper without a label"],
)
def test_lines_that_cite_no_newspaper_are_text(text: str) -> None:
    article = parse_text(text)
    assert article.publisher is None
    assert "".join(article.text.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Le Monde, no 23 712, 2 février 2021", Citation("Le Monde", "2 février 2021", "")),
        ("Le Monde n° 23712 du 2 février 2021", Citation("Le Monde", "2 février 2021", "")),
        ("lemonde.fr (2021-02-02)", Citation("lemonde.fr", "2021-02-02", "")),
        ("Le Monde, February 2, 2021, pp. 3-4", Citation("Le Monde", "February 2, 2021", "3-4")),
        ("Le Monde daté du 2 février 2021", Citation("Le Monde", "2 février 2021", "")),
        ("Le Monde, février 2021", None),
    ],
)
def test_citation_gives_newspaper_day_and_page(text: str, citation: Citation | None) -> None:
    assert read_citation(text) == citation


@pytest.mark.parametrize(
    ("paper", "is_known"), [("Le Monde", True), ("lemonde.fr", True), ("Le Courrier", False)]
)
def test_names_and_domains_of_known_papers_are_recognised(paper: str, is_known: bool) -> None:
    assert Citation(paper, "2 février 2021", "").is_of_known_paper is is_known
