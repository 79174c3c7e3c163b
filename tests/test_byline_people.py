"""People, agencies and newspapers in bylines."""

from __future__ import annotations

from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse.metadata.bylines import is_house, looks_like_name, read_byline
from lemonde_parse.wording.whitespace import tidy

Person: TypeAlias = tuple[str, str | None, str | None]
"""The name, job title and location of an author."""


def person(name: str, job: str | None = None, town: str | None = None) -> Person:
    return name, job, town


ANA, JEAN, LOUP = person("Ana Gil"), person("Jean Petit"), person("Loup de la Motte")


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        # Names
        ("Par Ana Gil", [ANA]),
        ("Ana Gil", [ANA]),
        ("PAR Ana Gil", [ANA]),
        ("By Ana Gil", [ANA]),
        ("Par Ana Gil et Jean Petit", [ANA, JEAN]),
        ("By Ana Gil and Jean Petit", [ANA, JEAN]),
        ("Par Ana Gil & Jean Petit", [ANA, JEAN]),
        ("Par Ana Gil / Jean Petit", [ANA, JEAN]),
        ("Par Ana Gil ; Jean Petit", [ANA, JEAN]),
        ("Par Ana Gil, Jean Petit et Loup de la Motte", [ANA, JEAN, LOUP]),
        ("Ana Gil, Jean Petit and Loup de la Motte", [ANA, JEAN, LOUP]),
        ("Par Jean-Marie O’Brien", [person("Jean-Marie O’Brien")]),
        ("Par J. M. G. Dupont", [person("J. M. G. Dupont")]),
        ("Par Émile Ångström", [person("Émile Ångström")]),
        ("Par Mohammed ben Ali", [person("Mohammed ben Ali")]),
        ("Par Ana Gil et Ana Gil", [ANA]),
        ("\n Par\u00a0 Ana  Gil \n", [ANA]),
        # Collectives
        ("Collectif", [person("Collectif")]),
        ("Par Les Décodeurs", [person("Les Décodeurs")]),
        # Towns and jobs
        (
            "Par Ana Gil (Bruxelles, bureau européen)",
            [person("Ana Gil", "bureau européen", "Bruxelles")],
        ),
        (
            "Par Ana Gil(Bruxelles, bureau européen)",
            [person("Ana Gil", "bureau européen", "Bruxelles")],
        ),
        (
            "Par Ana Gil (New York, correspondante)",
            [person("Ana Gil", "correspondante", "New York")],
        ),
        ("By Ana Gil (Rome, correspondent)", [person("Ana Gil", "correspondent", "Rome")]),
        ("Par Ana Gil (Londres, correspondance)", [person("Ana Gil", "correspondance", "Londres")]),
        ("Par Ana Gil (Rome)", [person("Ana Gil", None, "Rome")]),
        ("Par Ana Gil (service économie)", [person("Ana Gil", "service économie")]),
        ("Par Ana Gil (envoyée spéciale à Rome)", [person("Ana Gil", "envoyée spéciale", "Rome")]),
        (
            "Par Ana Gil (Envoyée spéciale à La Courtine (Creuse)",
            [person("Ana Gil", "Envoyée spéciale", "La Courtine (Creuse)")],
        ),
        (
            "Par Ana Gil (Envoyée spéciale à La Courtine (Creuse))",
            [person("Ana Gil", "Envoyée spéciale", "La Courtine (Creuse)")],
        ),
        (
            "Par Ana Gil (Berlin, correspondante) et Jean Petit (Rome, envoyé spécial)",
            [
                person("Ana Gil", "correspondante", "Berlin"),
                person("Jean Petit", "envoyé spécial", "Rome"),
            ],
        ),
        (
            "Ana Gil, ministre suédoise des affaires européennes",
            [person("Ana Gil", "ministre suédoise des affaires européennes")],
        ),
        ("Ana Gil, éditorialiste au « Monde »", [person("Ana Gil", "éditorialiste au « Monde »")]),
        (
            "Ana Gil, maire de Lyon et Jean Petit, historien",
            [person("Ana Gil", "maire de Lyon"), person("Jean Petit", "historien")],
        ),
        (
            "Ana Gil, ministre de la santé, et Jean Petit, maire de Lyon",
            [person("Ana Gil", "ministre de la santé"), person("Jean Petit", "maire de Lyon")],
        ),
        ("Par Ana Gil, Jean Petit, et Loup de la Motte", [ANA, JEAN, LOUP]),
        ("By Ana Gil, Jean Petit, and Loup de la Motte", [ANA, JEAN, LOUP]),
        ("Par Ana Gil (Blog Petit Coin)", [person("Ana Gil", "Blog Petit Coin")]),
        # Contributors
        ("Par Ana Gil (avec Jean Petit et Loup de la Motte)", [ANA, JEAN, LOUP]),
        ("Par Ana Gil avec Jean Petit", [ANA, JEAN]),
        # Interviews, reports, photographers
        ("Propos recueillis par Ana Gil", [ANA]),
        ("Propos recueillis par Ana Gil et Jean Petit", [ANA, JEAN]),
        ("Propos recueillis et traduits par Ana Gil", [ANA]),
        ("Recueilli par Ana Gil", [ANA]),
        ("Entretien recueilli par Ana Gil", [ANA]),
        ("Interview by Ana Gil", [ANA]),
        ("Story by Ana Gil", [ANA]),
        ("Infographie par Ana Gil", [ANA]),
        ("Reportage de Ana Gil Photos Jean Petit / Agence pour Le Monde", [ANA, JEAN]),
        ("Texte de Ana Gil Photos Jean Petit", [ANA, JEAN]),
        ("Texte : Ana Gil Photos : Jean Petit", [ANA, JEAN]),
        ("Reportage d’Ana Gil", [ANA]),
        ("Chronique d'Ana Gil", [ANA]),
        # Next to the newspaper
        ("Le Monde | Par Ana Gil", [ANA]),
        ("LE MONDE | 04.05.2015 à 13h36 | Par Ana Gil", [ANA]),
        ("Par Ana Gil et Le Monde", [ANA]),
        ("Par Ana Gil, Le Monde", [ANA]),
        # Written for a newspaper
        ("Ana Gil pour Le Monde", [ANA]),
        ("Par Ana Gil et Jean Petit pour « Le Monde »", [ANA, JEAN]),
        ("Ana Gil (pour Le Monde)", [ANA]),
        ("Ana Gil, pour M le magazine du Monde", [ANA]),
        ("Ana Gil (« Le Monde »)", [ANA]),
        (
            "Ana Gil, éditorialiste pour Le Monde",
            [person("Ana Gil", "éditorialiste pour Le Monde")],
        ),
        ("Photos Jean Petit / Agence Bleue pour « Le Monde »", [JEAN]),
        ("Agence pour Le Monde", []),
        # A town after a dash
        ("Jean Petit - Londres", [person("Jean Petit", None, "Londres")]),
        ("Par Jean Petit – Bruxelles", [person("Jean Petit", None, "Bruxelles")]),
        ("Jean Petit — Saint-Étienne", [person("Jean Petit", None, "Saint-Étienne")]),
        ("Jean Petit - New York", [person("Jean Petit", None, "New York")]),
        (
            "Jean Petit – Londres et Ana Gil – La Haye",
            [person("Jean Petit", None, "Londres"), person("Ana Gil", None, "La Haye")],
        ),
        ("Jean Petit - Kiev (Ukraine)", [person("Jean Petit", None, "Kiev")]),
        ("Ana Gil - Jean Petit", [ANA, JEAN]),
        ("Ana Gil – Jean Petit – Loup de la Motte", [ANA, JEAN, LOUP]),
        ("Ana Gil - Collectif", [ANA, person("Collectif")]),
        ("Ana Gil - Historienne", [person("Ana Gil", "Historienne")]),
        ("Ana Gil - Photographe", [person("Ana Gil", "Photographe")]),
        ("Ana Gil - Libération", [ANA]),
        ("Collectif - Londres", [person("Collectif"), person("Londres")]),
        # Places after a preposition
        ("Ana Gil, à Rome", [person("Ana Gil", None, "Rome")]),
        ("Par Ana Gil à Rome", [person("Ana Gil", None, "Rome")]),
        ("By Jean Petit in London", [person("Jean Petit", None, "London")]),
        ("Par Ana Gil (à Rome)", [person("Ana Gil", None, "Rome")]),
        (
            "Par Jean Petit, à Rome, et Ana Gil, à Kiev",
            [person("Jean Petit", None, "Rome"), person("Ana Gil", None, "Kiev")],
        ),
        ("Jean Petit, envoyé spécial à Kiev", [person("Jean Petit", "envoyé spécial", "Kiev")]),
        (
            "Jean Petit, notre correspondant à Londres",
            [person("Jean Petit", "correspondant", "Londres")],
        ),
        ("Jean Petit (Rome, notre correspondant)", [person("Jean Petit", "correspondant", "Rome")]),
        (
            "Jean Petit (envoyés spéciaux à Kiev)",
            [person("Jean Petit", "envoyés spéciaux", "Kiev")],
        ),
        (
            "Par notre envoyée spéciale à Rome, Ana Gil",
            [person("Ana Gil", "envoyée spéciale", "Rome")],
        ),
        (
            "De notre correspondant à Londres, Jean Petit",
            [person("Jean Petit", "correspondant", "Londres")],
        ),
        (
            "De notre correspondant à New York, Jean Petit",
            [person("Jean Petit", "correspondant", "New York")],
        ),
        (
            "Notre envoyé spécial à Berlin Jean Petit",
            [person("Jean Petit", "envoyé spécial", "Berlin")],
        ),
        ("Par notre correspondant Jean Petit", [person("Jean Petit", "correspondant")]),
        (
            "De nos envoyés spéciaux à Kiev, Ana Gil et Jean Petit",
            [
                person("Ana Gil", "envoyés spéciaux", "Kiev"),
                person("Jean Petit", "envoyés spéciaux", "Kiev"),
            ],
        ),
        (
            "Par notre envoyé spécial à Rome, Jean Petit, et Ana Gil",
            [person("Jean Petit", "envoyé spécial", "Rome"), ANA],
        ),
        # Groups, contributors, handles and initials next to people
        ("Par Ana Gil et nos correspondants", [ANA]),
        ("Ana Gil et un collectif de chercheurs", [ANA]),
        ("Par Ana Gil, avec Jean Petit à Rome", [ANA, person("Jean Petit", None, "Rome")]),
        ("Ana Gil en collaboration avec Jean Petit", [ANA, JEAN]),
        ("Texte Ana Gil, photos Jean Petit", [ANA, JEAN]),
        ("Entretien : Ana Gil", [ANA]),
        ("Par Ana Gil @anagil", [ANA]),
        ("Par Ana Gil (@anagil) et Jean Petit", [ANA, JEAN]),
        ("Ana Gil (A. G.)", [ANA]),
        ("Ana Gil\u00a0(Éditorialiste)", [person("Ana Gil", "Éditorialiste")]),
        # No author
        ("Par A. G.", []),
        ("Notre correspondant à Rome", []),
        ("", []),
        ("Par", []),
        ("Par ", []),
        ("( )", []),
        ("((((", []),
        ("Par (Rome)", []),
        ("Par le service économie", []),
    ],
)
def test_people_of_a_byline_are_read(byline: str, people: list[Person]) -> None:
    parsed = read_byline(byline)
    assert [(author.name, author.job_title, author.location) for author in parsed.authors] == people
    assert parsed.agencies == ()


@pytest.mark.parametrize(
    ("byline", "people", "agencies"),
    [
        ("Le Monde avec AFP", [], ("AFP",)),
        ("LEMONDE.FR avec AFP | 12.03.10 | 14h32 • Mis à jour le 12.03.10 | 15h00", [], ("AFP",)),
        ("Le Monde.fr avec AFP | Par Ana Gil", [ANA], ("AFP",)),
        ("Le Monde Afrique avec AFP", [], ("AFP",)),
        ("Ana Gil / AFP", [ANA], ("AFP",)),
        ("Column by Ana Gil", [ANA], ()),
        ("Propos recueillis par Ana Gil pour « Le Monde »", [ANA], ()),
        ("Le Monde.fr avec AFP", [], ("AFP",)),
        ("Le Monde avec l’AFP", [], ("AFP",)),
        ("Le Monde avec AFP et Reuters", [], ("AFP", "Reuters")),
        ("Le Monde avec Reuters", [], ("Reuters",)),
        ("Le Monde with AFP", [], ("AFP",)),
        ("Le Monde with AP and AFP", [], ("AP", "AFP")),
        ("AFP", [], ("AFP",)),
        ("Par AFP", [], ("AFP",)),
        ("(AFP)", [], ("AFP",)),
        ("AFP, Reuters", [], ("AFP", "Reuters")),
        ("Source : Reuters", [], ("Reuters",)),
        ("Agence France-Presse", [], ("AFP",)),
        ("Par Ana Gil avec AFP", [ANA], ("AFP",)),
        ("Par Ana Gil et AFP", [ANA], ("AFP",)),
        ("Par Ana Gil (avec AFP)", [ANA], ("AFP",)),
        ("Par Ana Gil, avec AFP et Reuters", [ANA], ("AFP", "Reuters")),
        (
            "Par Ana Gil (Abidjan, correspondance) avec AFP",
            [person("Ana Gil", "correspondance", "Abidjan")],
            ("AFP",),
        ),
        ("Ana Gil (AFP)", [ANA], ("AFP",)),
        ("Ana Gil (Reuters) et Jean Petit (AFP)", [ANA, JEAN], ("Reuters", "AFP")),
        ("Ana Gil (AFP, Londres)", [person("Ana Gil", None, "Londres")], ("AFP",)),
        ("Ana Gil, AFP", [ANA], ("AFP",)),
        ("AFP - Ana Gil", [ANA], ("AFP",)),
        ("Ana Gil - AFP", [ANA], ("AFP",)),
        ("Ana Gil – Londres, avec l’AFP", [person("Ana Gil", None, "Londres")], ("AFP",)),
        ("LEMONDE.FR avec AFP | 14.03.10 | 18h22", [], ("AFP",)),
        ("Le Monde avec AFP et AP", [], ("AFP", "AP")),
        ("Le Monde (avec AFP)", [], ("AFP",)),
        ("(avec AFP)", [], ("AFP",)),
        ("Avec l’AFP", [], ("AFP",)),
        ("Reuters, avec AFP", [], ("Reuters", "AFP")),
        ("Agence France-Presse avec Le Monde", [], ("AFP",)),
        ("AFP (Londres)", [], ("AFP",)),
        ("Par A. G. avec AFP", [], ("AFP",)),
        ("les chiffres sont de Reuters, AFP", [], ()),
        (
            "Par Ana Gil (Le Caire, correspondante, avec AFP)",
            [person("Ana Gil", "correspondante", "Le Caire")],
            ("AFP",),
        ),
    ],
)
def test_agencies_of_a_byline_are_read(
    byline: str, people: list[Person], agencies: tuple[str, ...]
) -> None:
    parsed = read_byline(byline)
    assert [(author.name, author.job_title, author.location) for author in parsed.authors] == people
    assert parsed.agencies == agencies


@pytest.mark.parametrize(
    "byline",
    [
        "Le Monde",
        "Par Le Monde",
        "By Le Monde",
        "LE MONDE",
        "Le Monde.fr",
        "LEMONDE.FR",
        "Lemonde.fr",
        "La rédaction",
        "Le Monde.",
        "Libération",
        "Par Le Figaro",
        "La Croix",
        "20 Minutes",
        "journal.fr",
    ],
)
def test_newspaper_is_not_an_author(byline: str) -> None:
    assert is_house(byline)
    assert read_byline(byline).authors == ()


@pytest.mark.parametrize(
    "byline",
    ["Ana Gil", "Le Monde avec AFP", "Le Monde entier", "Ana Lemonde", "Par Ana Gil, Le Monde", ""],
)
def test_other_text_is_not_the_name_of_a_newspaper(byline: str) -> None:
    assert not is_house(byline)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Gil",
        "Loup de la Motte",
        "Jean-Marie O’Brien",
        "J. M. Dupont",
        "Ana Van der Gil",
        "Émile Ångström",
    ],
)
def test_possible_names_look_like_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana",
        "Un long chemin",
        "Ana Gil.",
        "Ana Gil est là",
        "ana gil",
        "Ana Gil, maire",
        "12 Mai 2024",
        "Est-ce Ana ?",
        "",
        "Ana Bea Cleo Dina Eva Fanny",
    ],
)
def test_other_texts_do_not_look_like_names(text: str) -> None:
    assert not looks_like_name(text)


@given(
    st.text(max_size=80)
    | st.text(st.sampled_from("Par Ana Gil,()avecetAFP/-|& \u00a0"), max_size=60)
)
def test_names_of_authors_occur_in_the_byline(byline: str) -> None:
    """Their words do: two no-break spaces become one space."""
    parsed = read_byline(byline)
    for author in parsed.authors:
        assert author.name
        assert author.name == author.name.strip()
        assert " ".join(author.name.split()) in " ".join(tidy(byline).split())
