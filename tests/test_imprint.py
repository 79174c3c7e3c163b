"""Language and publisher of a text, read from the labels that pages print around articles."""

from __future__ import annotations

import re
from typing import Final

import pytest

from lemonde_parse import parse_text
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.plaintext.imprint import language_claims, publisher_claims
from lemonde_parse.sites.labels import BYLINE, ENGLISH, ENOUGH, FRENCH, PUBLISHER, Label

LANGUAGES: Final = [("fr", label) for label in FRENCH] + [("en", label) for label in ENGLISH]
PROSE: Final = (
    "Le bac reprend lundi, et avec lui les habitudes du quai, dit le passeur à ses voisins."
)


def read(
    *lines: str, bylines: tuple[str, ...] = (), addresses: tuple[str, ...] = ()
) -> dict[str, object]:
    claims = [*language_claims(lines), *publisher_claims(addresses, bylines, lines)]
    return {claim.field.name: claim.value for claim in claims}


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, label in LANGUAGES for text in label.examples],
)
def test_a_label_gives_its_language(language: str, text: str) -> None:
    assert read(text)["in_language"] == language


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, label in LANGUAGES for text in label.never],
)
def test_similar_lines_do_not_give_the_language(language: str, text: str) -> None:
    assert read(text).get("in_language") != language


@pytest.mark.parametrize(
    ("language", "label"), LANGUAGES, ids=[f"{code}.{label.name}" for code, label in LANGUAGES]
)
def test_examples_of_a_label_match_no_other_row_of_its_language(
    language: str, label: Label
) -> None:
    """If other rows matched its examples, its own row would not be needed."""
    others = [row.pattern for code, row in LANGUAGES if code == language and row is not label]
    assert not [
        text
        for text in label.examples
        if re.match("|".join(others), text.replace("’", "'").replace("\u00a0", " "))
    ]


@pytest.mark.parametrize("text", [text for label in PUBLISHER for text in label.examples], ids=str)
def test_a_label_gives_the_publisher(text: str) -> None:
    spelled = text.replace("LE MONDE", "Le Monde").replace("L'OBS", "L'Obs")
    assert str(read(text)["publisher"]) in spelled.replace("Echos", "Échos")


@pytest.mark.parametrize("text", [text for label in PUBLISHER for text in label.never])
def test_similar_lines_do_not_give_the_publisher(text: str) -> None:
    assert "publisher" not in read(text)


def test_byline_of_a_newspaper_gives_the_publisher() -> None:
    for text in BYLINE.examples:
        assert "publisher" in read(bylines=(text,))
        assert "publisher" not in read(text)
    for text in BYLINE.never:
        assert "publisher" not in read(bylines=(text,))


def test_the_address_of_a_newspaper_gives_the_publisher() -> None:
    assert read(addresses=("https://www.lemonde.fr/a/b.html",)) == {"publisher": "Le Monde"}
    assert read(addresses=("http://passeur.blog.lemonde.fr/2012/01/01/le-pont/",)) == {}
    assert read(addresses=("https://phare.example/a",)) == {}


def test_the_majority_of_labels_decides() -> None:
    assert read("Se connecter", "Sign in", "Partager", "Imprimer")["in_language"] == "fr"
    assert read("Sign in", "Subscribers only", "2 min read", "Se connecter")["in_language"] == "en"
    assert (
        read("Suivez Le Monde", "Contacter Le Monde", "© Le Monde", "Suivre Le Figaro")["publisher"]
        == "Le Monde"
    )


def test_labels_without_a_clear_majority_are_ignored() -> None:
    assert read("Se connecter", "Partager", "Sign in") == {}
    assert read("Suivez Le Monde", "Suivre Le Figaro") == {"in_language": "fr"}


def test_the_first_three_labels_decide_if_they_agree() -> None:
    english = ("Sign in", "Subscribe", "Share", "2 min read", "Privacy policy")
    assert read("Se connecter", "Partager", "Imprimer", *english) == {"in_language": "fr"}
    assert read("Se connecter", "Partager", *english) == {"in_language": "en"}


def test_a_repeated_label_counts_once() -> None:
    lines = ("Se connecter", "Sign in", "Sign in", "Sign in")
    assert read(*lines) == {}


def test_language_and_publisher_of_a_dump_are_read() -> None:
    menu = ("Se connecter", "S’abonner", "International", "Politique", "Culture", "Recherche")
    page = [*menu, "Le bac reprend lundi", "Par Lise Amont", "Publié le 2 mai 2024 à 08h00"]
    article = parse_text("\n\n".join([*page, *[PROSE] * 3, "Suivez Le Monde", "© Le Monde"]))
    assert (article.in_language, article.publisher) == ("fr", "Le Monde")
    assert [
        (source.field, source.value, source.origin)
        for source in article.report.sources
        if source.field in ("in_language", "publisher")
    ] == [
        ("in_language", "Par Lise Amont", "printed"),
        ("publisher", "Suivez Le Monde", "printed"),
    ]


def test_paste_with_few_labels_has_no_language() -> None:
    article = parse_text(f"Le bac reprend\n\nPar Lise Amont\n\n{PROSE}\n\n{PROSE}\n")
    assert (article.in_language, article.publisher) == (None, None)


def test_prose_alone_gives_no_language() -> None:
    article = parse_text(f"{PROSE}\n\n{PROSE[3:].capitalize()}\n")
    assert (article.in_language, article.publisher) == (None, None)


def test_front_matter_wins_over_labels() -> None:
    text = f"---\ntitle: The ferry\nlang: en\n---\n{PROSE}\n\nPartager sur Facebook\n"
    assert parse_text(text).in_language == "en"


def test_labels_in_markdown_written_by_the_library_are_ignored() -> None:
    article = parse_text(f"Le bac reprend\n\n{PROSE}\n\n{PROSE}\n")
    written = article.to_markdown(metadata=True) + "\nPartager\n"
    assert parse_text(written).in_language is None


def test_label_has_a_maximum_length() -> None:
    label = "Tous droits réservés © Le Monde "
    assert read(label + "a" * (LIMITS.signature - len(label)))["publisher"] == "Le Monde"
    assert read(label + "a" * (LIMITS.signature - len(label) + 1)) == {}


def test_reading_stops_once_enough_labels_agree() -> None:
    lines = [f"Tous droits réservés © Le Monde {number}" for number in range(ENOUGH)]
    others = iter([*lines, "Tous droits réservés © Libération"])
    assert {claim.value for claim in publisher_claims((), (), others)} == {"Le Monde"}
    assert list(others) == []
