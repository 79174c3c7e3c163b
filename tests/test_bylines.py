"""The grammar of bylines: authors, people who are not authors, jobs, places, agencies, signatures."""

from __future__ import annotations

import pytest

from lemonde_parse.intake.limits import MAX_BYLINE
from lemonde_parse.metadata.bylines import (
    house_key,
    is_byline,
    is_house,
    is_recorded,
    is_signature,
    opens_byline,
    read_byline,
)


def names(byline: str) -> list[str]:
    return [author.name for author in read_byline(byline).authors]


def people(byline: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (author.name, author.job_title, author.location) for author in read_byline(byline).authors
    ]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        # Introductions, ignoring case
        ("PAR LISE AMONT ET HUGO DE LA TOUR", ["LISE AMONT", "HUGO DE LA TOUR"]),
        ("BY LISE AMONT AND HUGO TOUR", ["LISE AMONT", "HUGO TOUR"]),
        ("TEXTE LISE AMONT PHOTOS HUGO TOUR", ["LISE AMONT", "HUGO TOUR"]),
        ("Article rédigé par Lise Amont", ["Lise Amont"]),
        ("Article rédigé Lise Amont", ["Lise Amont"]),
        ("Propos recueillis : Lise Amont", ["Lise Amont"]),
        ("Propos recueillis et mis en forme par Lise Amont", ["Lise Amont"]),
        ("Publié par Lise Amont", ["Lise Amont"]),
        ("Par Lise\u00a0\u00a0 Amont\x1b", ["Lise Amont"]),
        ("Une enquête de Lise Amont et Hugo Tour", ["Lise Amont", "Hugo Tour"]),
        ("La chronique de Lise Amont", ["Lise Amont"]),
        ("L’analyse d’Odile Farand", ["Odile Farand"]),
        ("Textes et photos de Lise Amont", ["Lise Amont"]),
        ("Texte et illustrations de Basile Quernec", ["Basile Quernec"]),
        ("Photos et textes : Lise Amont", ["Lise Amont"]),
        ("Written by Lise Amont", ["Lise Amont"]),
        ("Written and edited by Lise Amont", ["Lise Amont"]),
        ("Reporting by Lise Amont; Editing by Hugo Tour", ["Lise Amont"]),
        ("As told to Lise Amont", ["Lise Amont"]),
        ("Chronique. Lise Amont", ["Lise Amont"]),
        ("Tribune | Lise Amont", ["Lise Amont"]),
        # People who are not authors
        ("Traduit de l’anglais par Lise Amont", []),
        ("Traduit de l’anglais (Irlande) par Lise Amont", []),
        ("Texte traduit par Lise Amont", []),
        ("Translated from the French by Lise Amont", []),
        ("Par Hugo Tour (traduit du danois par Lise Amont)", ["Hugo Tour"]),
        ("By Hugo Tour, translated by Lise Amont", ["Hugo Tour"]),
        ("By Hugo Tour. Translation: Lise Amont", ["Hugo Tour"]),
        ("Recueilli par Lise Amont, traduit par Hugo Tour", ["Lise Amont"]),
        ("Recueilli et traduit par Lise Amont", ["Lise Amont"]),
        ("Par Odile Farand, illustrations de Basile Quernec", ["Odile Farand"]),
        ("Par Odile Farand (illustrations : Basile Quernec)", ["Odile Farand"]),
        ("Par Odile Farand. Dessins Basile Quernec", ["Odile Farand"]),
        ("Illustré par Basile Quernec, par Odile Farand", ["Odile Farand"]),
        ("Par Odile Farand, adapté par Basile Quernec", ["Odile Farand"]),
        ("By Odile Farand, illustrated by Basile Quernec", ["Odile Farand"]),
        ("Entretien exclusif avec Lise Amont", []),
        ("Une rencontre avec Lise Amont", []),
        ("Entretien avec Lise Amont et Odile Farand par Hugo Tour", ["Hugo Tour"]),
        ("Entretien avec Lise Amont, propos recueillis par Hugo Tour", ["Hugo Tour"]),
        ("Propos de Lise Amont recueillis par Hugo Tour", ["Hugo Tour"]),
        ("Interview d’Odile Farand", []),
        ("A conversation with Lise Amont", []),
        ("In conversation with Lise Amont", []),
        ("Dialogue entre Lise Amont et Hugo Tour | Par Odile Farand", ["Odile Farand"]),
        # Words printed next to names
        ("Lise Amont lise.amont@example.org", ["Lise Amont"]),
        ("Lise Amont https://vigie.example/amont", ["Lise Amont"]),
        ("Lise Amont, publié le 3 mai 2016 à 10:12", ["Lise Amont"]),
        ("Publié le 3 mai 2016 par Lise Amont", ["Lise Amont"]),
        ("Publié par Lise Amont le samedi 3 mai 2016", ["Lise Amont"]),
        ("Lise Amont - Publié le 24/11/2023", ["Lise Amont"]),
        ("Lise Amont | 12.03.2014 | 14h32 Mis à jour le 13.03.2014", ["Lise Amont"]),
        ("By Lise Amont, May 3, 2016", ["Lise Amont"]),
        (
            "By Lise Amont Published on May 3, 2025, at 6:25 pm (Paris), updated today at 8 am",
            ["Lise Amont"],
        ),
        ("Temps de lecture 4 min. Par Lise Amont", ["Lise Amont"]),
        ("Lise Amont 4 min read", ["Lise Amont"]),
        ("Lise Amont avec agences", ["Lise Amont"]),
        ("Lise Amont pour 20 Minutes", ["Lise Amont"]),
        ("Lise Amont et Hugo Tour pour 20minutes.fr", ["Lise Amont", "Hugo Tour"]),
        ("Ouest-France Lise AMONT", ["Lise AMONT"]),
        ("Lise AMONT Ouest-France", ["Lise AMONT"]),
        ("Photos : Hugo Tour/Agence Bleue", ["Hugo Tour"]),
        # Each author once
        ("Lise Amont et LISE AMONT", ["Lise Amont"]),
        ("Élise Amont, Elise Amont", ["Élise Amont"]),
        # Groups
        ("Service vidéo du Monde", ["Service vidéo du Monde"]),
        ("Service Planète", ["Service Planète"]),
        ("Les invités du port", ["Les invités du port"]),
        ("Collectif d’universitaires", ["Collectif d’universitaires"]),
        ("Un collectif d’élus", ["Un collectif d’élus"]),
        # No author
        ("Article rédigé", []),
        ("Article rédigé par franceinfo", []),
        ("Pigiste Chaud", []),
        ("Limited Partner, Global Head of Sales", []),
        ("La rédaction du Monde", []),
        ("Gizmodo.fr en partenariat avec 20minutes.fr", []),
        ("Par E. F. avec agences", []),
        ("Lise Amont est au port", []),
        ("Lise Amont is a journalist", []),
        ("Le pont qui attend", []),
    ],
)
def test_authors_of_a_byline_are_read(byline: str, expected: list[str]) -> None:
    assert names(byline) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Lise Amont Journaliste", [("Lise Amont", "Journaliste", None)]),
        (
            "Lise Amont Journaliste, en charge du port",
            [("Lise Amont", "Journaliste, en charge du port", None)],
        ),
        (
            "Lise Amont Limited Partner, Global Head of Sales",
            [("Lise Amont", "Limited Partner, Global Head of Sales", None)],
        ),
        (
            "Par LISE AMONT, HUGO TOUR Envoyés spéciaux à Toulouse",
            [
                ("LISE AMONT", "Envoyés spéciaux", "Toulouse"),
                ("HUGO TOUR", "Envoyés spéciaux", "Toulouse"),
            ],
        ),
        (
            "Lise Amont correspondante à Rome , Hugo Tour correspondant à Kiev",
            [("Lise Amont", "correspondante", "Rome"), ("Hugo Tour", "correspondant", "Kiev")],
        ),
        (
            "By Lise Amont (Kyiv, Ukraine, special correspondent)",
            [("Lise Amont", "special correspondent", "Kyiv, Ukraine")],
        ),
        ("Par Lise Amont (lise.amont@example.org)", [("Lise Amont", None, None)]),
        (
            "Par Lise Amont et Hugo Tour, le 19/01/2016 à 10h08",
            [("Lise Amont", None, None), ("Hugo Tour", None, None)],
        ),
        ("Lise Amont, Londres", [("Lise Amont", None, "Londres")]),
        (
            "Lise Amont, New York et Plantu",
            [("Lise Amont", None, "New York"), ("Plantu", None, None)],
        ),
        (
            "Lise Amont, Nobel Prize winner",
            [("Lise Amont", "Nobel Prize winner", None)],
        ),
        (
            "Lise Amont Prix Nobel de physique. Ce texte est tiré d’Un nouveau modèle",
            [("Lise Amont", "Prix Nobel de physique", None)],
        ),
        ("Professeur Lise Amont", [("Professeur Lise Amont", None, None)]),
        # "Et" inside a job title, and after one
        (
            "Ana Gil, porte-parole de Terres et Rivières",
            [("Ana Gil", "porte-parole de Terres et Rivières", None)],
        ),
        (
            "Ana Gil, présidente du Parti de l’école et du progrès, et Jean Petit",
            [
                ("Ana Gil", "présidente du Parti de l’école et du progrès", None),
                ("Jean Petit", None, None),
            ],
        ),
        ("Ana Gil, députée (Eaux et Forêts)", [("Ana Gil", "députée (Eaux et Forêts)", None)]),
        ("Ana Gil (Eaux et Forêts)", [("Ana Gil", None, "Eaux et Forêts")]),
        (
            "Propos recueillis par Ana Gil dans l’émission « Le Quai » sur Radio Fleuve",
            [("Ana Gil", None, None)],
        ),
    ],
)
def test_jobs_and_places_of_a_byline_are_read(
    byline: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert people(byline) == expected


@pytest.mark.parametrize(
    ("byline", "authors", "agencies"),
    [
        ("Avec Reuters", [], ("Reuters",)),
        ("Par Lise Amont et l’agence de presse AFP", ["Lise Amont"], ("AFP",)),
        ("Lise Amont avec l'agence AFP", ["Lise Amont"], ("AFP",)),
        ("Par lefigaro.fr , AFP agence", [], ("AFP",)),
        ("franceinfo avec AFP franceinfo", [], ("AFP",)),
        ("AFP/Reuters", [], ("AFP", "Reuters")),
        ("The Associated Press", [], ("AP",)),
        ("Dépêche AFP", [], ("AFP",)),
        ("La rédaction avec AFP", [], ("AFP",)),
    ],
)
def test_agencies_are_read_next_to_other_words(
    byline: str, authors: list[str], agencies: tuple[str, ...]
) -> None:
    assert (names(byline), read_byline(byline).agencies) == (authors, agencies)


@pytest.mark.parametrize(
    "text",
    [
        "LIBERATION",
        "Le Point.fr",
        "LeParisien.fr",
        "Par www.lesechos.fr",
        "les echos",
        "20minutes",
        "« Le Figaro »",
        "La Rédaction",
        "rédaction numérique de la Vigie",
    ],
)
def test_name_of_a_newspaper_is_recognised_in_any_spelling(text: str) -> None:
    assert is_house(text)
    assert read_byline(text).authors == ()


@pytest.mark.parametrize("text", ["Ana Lemonde", "Le Point final", "Rédactrice", "x" * 300, ""])
def test_other_names_are_not_newspapers(text: str) -> None:
    assert not is_house(text)


def test_spellings_of_a_newspaper_have_the_same_key() -> None:
    assert [house_key(name) for name in ("L’Obs", "L'OBS", "lobs.com")] == ["lobs"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Par Ana Gil",
        "By Ana Gil and Jean Petit",
        "Interview by Ana Gil",
        "Reportage de Ana Gil",
        "Le Monde avec AFP",
        "La Croix",
        "AFP",
    ],
)
def test_bylines_are_recognised(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ana Gil",
        "Par Ana Gil.",
        "Par Toutatis",
        "Par une nuit sans lune",
        "par Ana Gil",
        "Récit : Une nuit au port",
        "Vidéo du quai",
        "LA CROIX",
        "le temps",
    ],
)
def test_other_lines_are_not_bylines(line: str) -> None:
    assert not is_byline(line)


def test_words_that_start_a_byline_are_recognised() -> None:
    lines = [
        "Textes de Ana Gil",
        "Propos recueillis par Ana Gil",
        "Le Monde with Reuters",
        "Ana Gil",
    ]
    assert [opens_byline(line) for line in lines] == [True, True, True, False]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Propos recueillis par Ana Gil.", True),
        ("(Propos recueillis par Ana Gil)", True),
        ("Recueilli et traduit par Ana Gil", True),
        ("Recueilli par Ana Gil.", False),
        ("Recueilli par un passant", False),
    ],
)
def test_lines_with_an_interviewer_are_recognised(line: str, is_found: bool) -> None:
    assert is_recorded(line) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Ana Gil", True),
        ("(Ana Gil)", True),
        ("— A. G.", True),
        ("Ana Gil (Rome, correspondante)", True),
        ("Par Ana Gil et Jean Petit", True),
        ("Ana Gil, à Rome", False),
        ("Un long chemin (1987)", False),
    ],
)
def test_signatures_are_recognised(line: str, is_found: bool) -> None:
    assert is_signature(line) is is_found


@pytest.mark.parametrize(
    "text",
    [
        "Par" + "\u00a0" * 2 + "Ana Gil",
        "a" + "\u00a0" * 100_000 + "b",
        "(avec Jean Petit " * 10_000,
        "AFP/ " * 10_000,
        "Texte " * 10_000,
        "12.03.2014 " * 10_000,
        "@" * 100_000,
    ],
)
def test_long_byline_has_a_bounded_number_of_authors(text: str) -> None:
    assert len(read_byline(text).authors) <= MAX_BYLINE


@pytest.mark.parametrize(
    "line",
    ["Article paru dans l’édition du 15.09.08", "Chronique parue dans le supplément du jour"],
)
def test_note_on_the_print_edition_is_not_a_name(line: str) -> None:
    assert read_byline(line).authors == ()
