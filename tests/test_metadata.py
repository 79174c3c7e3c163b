"""Metadata of a page: dates, bylines, the head, scripts, printed fields, and precedence."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import Article, Author, Figure, NotAnArticleError, ParseWarning, Source, parse
from lemonde_parse.journal import Journal
from lemonde_parse.metadata import fields, json_ld, meta_tags, page_context
from lemonde_parse.metadata.bylines import is_house, looks_like_name, read_byline
from lemonde_parse.metadata.claims import ArticleField, Claim, Origin
from lemonde_parse.metadata.dates import has_modified, in_paris, read_moment, read_printed
from lemonde_parse.metadata.page_head import Head, read_head
from lemonde_parse.metadata.precedence import decide
from lemonde_parse.metadata.printed import percent_left
from lemonde_parse.metadata.scripts import assigned_object, at_path, json_ld_nodes
from lemonde_parse.sites.lemonde import LEMONDE
from lemonde_parse.wording.whitespace import tidy

Values: TypeAlias = dict[str, Any]


FIELDS: Final = {field.name: field for field in fields.FIELDS}


def head_of(source: str) -> Head:
    return read_head(source.encode())


def values_of(claims: Iterable[Claim[object]], origin: Origin | None = None) -> Values:
    """Return the first value of each field, optionally only from one origin."""
    told: Values = {}
    for claim in claims:
        if claim.value is not None and origin in (None, claim.origin):
            told.setdefault(claim.field.name, claim.value)
    return told


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def moments(line: str, fetched_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """Return the dates of publication and change in a printed line."""
    dates = read_printed(line, fetched_at)
    return dates.published, dates.modified


# Dates


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("2023-08-30T14:52:08+02:00", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30T12:52:08Z", "2023-08-30T12:52:08+00:00"),
        ("2023-08-30T12:52:08.123Z", "2023-08-30T12:52:08.123000+00:00"),
        ("2023-08-30T14:52:08+0200", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30 12:52:08.000000+00:00", "2023-08-30T12:52:08+00:00"),
        (" 2023-08-30T14:52:08+02:00\n", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30T14:52:08", "2023-08-30T14:52:08+02:00"),
        ("2023-01-30T14:52:08", "2023-01-30T14:52:08+01:00"),
        ("2023-08-30 14:52", "2023-08-30T14:52:00+02:00"),
        # Mail headers, scripts, seconds and milliseconds, numeric dates
        ("Wed, 30 Aug 2023 14:52:08 +0200", "2023-08-30T14:52:08+02:00"),
        ("Wed, 30 Aug 2023 12:52:08 GMT", "2023-08-30T12:52:08+00:00"),
        ("30 Aug 2023 14:52:08 +0200", "2023-08-30T14:52:08+02:00"),
        ("Wed Aug 30 2023 14:52:08 GMT+0200 (CEST)", "2023-08-30T14:52:08+02:00"),
        (
            "Wed Aug 30 2023 14:52:08 GMT+0200 (heure d’été d’Europe centrale)",
            "2023-08-30T14:52:08+02:00",
        ),
        ("Wed Aug 30 2023 12:52:08 GMT+0000", "2023-08-30T12:52:08+00:00"),
        ("Wed Aug 30 14:52:08 CEST 2023", "2023-08-30T14:52:08+02:00"),
        ("Wed Jan 04 14:52:08 CET 2023", "2023-01-04T14:52:08+01:00"),
        ("1693399928", "2023-08-30T12:52:08+00:00"),
        ("1693399928123", "2023-08-30T12:52:08.123000+00:00"),
        ("30/08/2023 14:52", "2023-08-30T14:52:00+02:00"),
        ("30/08/2023 à 14h52", "2023-08-30T14:52:00+02:00"),
        ("30.08.2023 14:52:08", "2023-08-30T14:52:08+02:00"),
        ("2023/08/30 14:52", "2023-08-30T14:52:00+02:00"),
        ("30 août 2023 14:52", "2023-08-30T14:52:00+02:00"),
        ("2019-03-31T01:59:00", "2019-03-31T01:59:00+01:00"),
        ("2019-03-31T03:00:00", "2019-03-31T03:00:00+02:00"),
        ("2019-10-27T01:59:00", "2019-10-27T01:59:00+02:00"),
        ("2019-10-27T03:00:00", "2019-10-27T03:00:00+01:00"),
    ],
)
def test_iso_dates_without_offset_are_paris_time(raw: str, read: str) -> None:
    assert iso(read_moment(raw)) == read


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "2023-08-30",
        "2023-08",
        "mercredi",
        "30/08/2023",
        "2023-13-30T14:52:08",
        "2023-08-30T24:00:00",
        "2023-08-30T14:52:08+25:00",
        "Wed, 30 Aug 2023",
        "31/02/2023 14:52",
        "Wed Aug 30 2023 25:00:00 GMT+0200",
        "169340472",
        "x" * 40,
        "2023-08-30Tmidi:00:00",
    ],
)
def test_invalid_iso_date_is_none(raw: str) -> None:
    assert read_moment(raw) is None


@pytest.mark.parametrize("raw", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_the_ends_of_time_are_dates_too(raw: str) -> None:
    moment = read_moment(raw)
    assert moment is not None
    assert moment.utcoffset() is not None
    assert moment.replace(tzinfo=None).isoformat() == raw


def test_offsets_are_fixed_so_that_a_date_needs_no_time_zone_data() -> None:
    for moment in (
        in_paris(datetime(2024, 7, 1)),  # noqa: DTZ001
        in_paris(datetime(2024, 7, 1, tzinfo=UTC)),
    ):  # deliberately naive
        assert type(moment.tzinfo) is timezone


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        # French, in the layouts of 2018 to 2026
        ("Publié le 25 novembre 2018 à 12h52", "2018-11-25T12:52:00+01:00", None),
        (
            "Publié le 07 mai 2019 à 13h59 - Mis à jour le 08 mai 2019 à 09h03",
            "2019-05-07T13:59:00+02:00",
            "2019-05-08T09:03:00+02:00",
        ),
        ("Publié le 1er mai 2020 à 07h00", "2020-05-01T07:00:00+02:00", None),
        ("Publié le 9 février 2021 à 7h", "2021-02-09T07:00:00+01:00", None),
        ("Publié le 12\u00a0juillet\u00a02022 à 10h05", "2022-07-12T10:05:00+02:00", None),
        (
            "Publié le 15 janvier 2023 à 06h00, mis à jour le 15 janvier 2023 à 18h30",
            "2023-01-15T06:00:00+01:00",
            "2023-01-15T18:30:00+01:00",
        ),
        (
            "Publié le 30 août 2023 à 14h52, modifié le 31 août 2023 à 09h12",
            "2023-08-30T14:52:00+02:00",
            "2023-08-31T09:12:00+02:00",
        ),
        (
            "Publié le 30 août 2023 à 14h52, modifié à 16h02",
            "2023-08-30T14:52:00+02:00",
            "2023-08-30T16:02:00+02:00",
        ),
        ("Publié le lundi 14 avril 2025 à 11h20", "2025-04-14T11:20:00+02:00", None),
        ("Publié le 14 févr. 2025 à 11h20", "2025-02-14T11:20:00+01:00", None),
        ("PUBLIÉ LE 14 FÉVRIER 2025 À 11H20", "2025-02-14T11:20:00+01:00", None),
        (
            "Publié le 3 décembre 2026 à 08h15, modifié le 4 décembre 2026 à 9h",
            "2026-12-03T08:15:00+01:00",
            "2026-12-04T09:00:00+01:00",
        ),
        ("Mis à jour le 8 mai 2019 à 09h03", None, "2019-05-08T09:03:00+02:00"),
        # French, before
        (
            "Le Monde | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 à 10h12",
            "2015-05-04T13:36:00+02:00",
            "2015-05-05T10:12:00+02:00",
        ),
        ("Le 11.11.2016 à 12h06", "2016-11-11T12:06:00+01:00", None),
        ("LEMONDE.FR avec AFP | 14.03.10 | 18h22", "2010-03-14T18:22:00+01:00", None),
        (
            "LE MONDE | 14.03.10 | 18h22 • Mis à jour le 15.07.10 | 09h10",
            "2010-03-14T18:22:00+01:00",
            "2010-07-15T09:10:00+02:00",
        ),
        ("LEMONDE.FR | 1.2.09 à 8h05", "2009-02-01T08:05:00+01:00", None),
        ("Publié le 03/04/2017 à 13:59", "2017-04-03T13:59:00+02:00", None),
        # English
        ("Published on October 29, 2023, at 4:28 am (Paris)", "2023-10-29T04:28:00+01:00", None),
        ("Published on October 28, 2023, at 4:28 pm (Paris)", "2023-10-28T16:28:00+02:00", None),
        ("Published on May 1, 2022, at 12:05 am (Paris)", "2022-05-01T00:05:00+02:00", None),
        ("Published on May 1, 2022, at 12:05 pm (Paris)", "2022-05-01T12:05:00+02:00", None),
        ("Published on 29 October 2024 at 4:28 pm", "2024-10-29T16:28:00+01:00", None),
        (
            "Published on December 27, 2025, at 6:25 pm (Paris), updated on December 28, 2025, at 8:00 am",
            "2025-12-27T18:25:00+01:00",
            "2025-12-28T08:00:00+01:00",
        ),
        (
            "LEMONDE.FR | 12.03.10 | 14h32 • Mis à jour le 13.03.10 | 15h00",
            "2010-03-12T14:32:00+01:00",
            "2010-03-13T15:00:00+01:00",
        ),
    ],
)
def test_printed_dates_of_every_year(
    line: str, published: str | None, modified: str | None
) -> None:
    assert tuple(map(iso, moments(line, None))) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Temps de lecture 4 min.",
        "Publié le 12 mars 2024",
        "Publié le 12 mars",
        "Publié le 29 février 2023 à 10h00",
        "Publié le 12 mars 2024 à 25h70",
        "Publié le 99 mars 2024 à 14h05",
        "Publié le 12 brumaire 2024 à 14h05",
        "modifié à 11h46",
        "le 26 février à 23h28",
        "Publié demain à 10h00",
        "Publié aujourd’hui",
        "12345678 987 65 4321 à 12h12",
        "LEMONDE.FR | 31.02.10 | 18h22",
        "Le 31.02.2010 à 18h22",
        "01.02.10.20.30 à 10h00",
        "Le 12/03/10 à 10h00",
    ],
)
def test_line_without_a_date_gives_none(line: str) -> None:
    assert moments(line, datetime(2024, 3, 12, 20, tzinfo=UTC)) == (None, None)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        (
            "Publié aujourd’hui à 09h02, modifié à 11h46",
            "2023-08-30T09:02:00+02:00",
            "2023-08-30T11:46:00+02:00",
        ),
        ("Publié aujourd'hui à 09h02", "2023-08-30T09:02:00+02:00", None),
        ("Publié hier à 07h30", "2023-08-29T07:30:00+02:00", None),
        (
            "Publié hier à 23h30, modifié aujourd’hui à 00h10",
            "2023-08-29T23:30:00+02:00",
            "2023-08-30T00:10:00+02:00",
        ),
        (
            "Publié le 12 mars 2023 à 14h05, modifié hier à 11h46",
            "2023-03-12T14:05:00+01:00",
            "2023-08-29T11:46:00+02:00",
        ),
        ("Published yesterday at 2:31 pm (Paris)", "2023-08-29T14:31:00+02:00", None),
        (
            "Published today at 9:05 am (Paris), updated at 10:00 am",
            "2023-08-30T09:05:00+02:00",
            "2023-08-30T10:00:00+02:00",
        ),
    ],
)
def test_today_and_yesterday_count_from_when_the_page_was_fetched(
    line: str, published: str, modified: str | None
) -> None:
    fetched = datetime(2023, 8, 30, 20, 0, tzinfo=timezone(timedelta(hours=2)))
    assert tuple(map(iso, moments(line, fetched))) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "Publié aujourd’hui à 09h02, modifié à 11h46",
        "Publié hier à 07h30",
        "Published today at 9:05 am",
    ],
)
def test_today_is_none_without_fetched_at(line: str) -> None:
    assert moments(line, None) == (None, None)


@pytest.mark.parametrize(
    ("fetched", "read"),
    [
        (datetime(2023, 12, 5, 0, 30), "2023-12-05T09:02:00+01:00"),  # naive: Paris time  # noqa: DTZ001
        (datetime(2023, 8, 30, 21, 59, tzinfo=UTC), "2023-08-30T09:02:00+02:00"),
        (datetime(2023, 8, 30, 22, 0, tzinfo=UTC), "2023-08-31T09:02:00+02:00"),
        (
            datetime(2023, 8, 30, 1, 0, tzinfo=timezone(timedelta(hours=9))),
            "2023-08-29T09:02:00+02:00",
        ),
    ],
)
def test_today_is_the_day_in_paris(fetched: datetime, read: str) -> None:
    assert iso(read_printed("Publié aujourd’hui à 09h02", fetched).published) == read


@pytest.mark.parametrize(
    "fetched",
    [
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
        datetime(1, 1, 1),  # naive: Paris time  # noqa: DTZ001
        datetime(9999, 12, 31),  # naive: Paris time  # noqa: DTZ001
    ],
)
@pytest.mark.parametrize("line", ["Publié hier à 10h00", "Publié aujourd’hui à 10h00"])
def test_a_page_fetched_at_the_ends_of_time_is_read(line: str, fetched: datetime) -> None:
    published, modified = moments(line, fetched)
    assert published is None or published.tzinfo is not None
    assert modified is None


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Publié le 7 mai 2019 à 13h59 - Mis à jour le 8 mai", True),
        ("Publié le 7 mai 2019, modifié à 11h46", True),
        ("Published on May 1, updated at 5:00 pm", True),
        ("Article modifié", True),
        ("Publié le 7 mai 2019 à 13h59", False),
        ("Immodifiable", False),
    ],
)
def test_line_that_mentions_a_change(line: str, is_told: bool) -> None:
    assert has_modified(line) is is_told


@given(
    st.text(
        st.sampled_from("Publié le 0123456789 à h:., mars May octobre 2024 amp.m hier"), max_size=60
    )
)
def test_any_line_of_dates_is_read_without_error(line: str) -> None:
    for moment in moments(line, datetime(2024, 3, 12, 20, tzinfo=UTC)):
        assert moment is None or moment.tzinfo is not None


# Bylines


Person: TypeAlias = tuple[str, str | None, str | None]
"""Return names, job titles and locations."""


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
        # Written for other papers
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
        # Places in words
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
        # Next to persons
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
def test_people_of_a_byline(byline: str, people: list[Person]) -> None:
    told = read_byline(byline)
    assert [(author.name, author.job_title, author.location) for author in told.authors] == people
    assert told.agencies == ()


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
def test_agencies_of_a_byline(byline: str, people: list[Person], agencies: tuple[str, ...]) -> None:
    told = read_byline(byline)
    assert [(author.name, author.job_title, author.location) for author in told.authors] == people
    assert told.agencies == agencies


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
def test_longer_text_is_not_a_house_name(byline: str) -> None:
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
def test_possible_names(text: str) -> None:
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
def test_impossible_names(text: str) -> None:
    assert not looks_like_name(text)


@given(
    st.text(max_size=80)
    | st.text(st.sampled_from("Par Ana Gil,()avecetAFP/-|& \u00a0"), max_size=60)
)
def test_names_of_any_byline_are_part_of_it(byline: str) -> None:
    told = read_byline(byline)
    for author in told.authors:
        assert author.name
        assert author.name == author.name.strip()
        assert author.name in tidy(byline)


# The head


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="og:title" content="Le port">',
        '<meta property="og:title" content="Le port"/>',
        '<meta name="og:title" content="Le port" />',
        '<meta content="Le port" property="og:title">',
        "<meta property='og:title' content='Le port'>",
        "<meta property=og:title content='Le port'>",
        '<meta data-x="1" property="og:title"\n  content="Le port"\n>',
        '<META PROPERTY="OG:TITLE" CONTENT="Le port">',
        '<meta property = "og:title" content = "Le port">',
        '<meta name="og:title" value="Le port">',
        '<meta property="og:title" content=" Le\n port ">',
        '<meta property="og:title" name="title" content="Le port">',
        '<meta property="og:title" content=""><meta property="og:title" content="Le port">',
        '<meta data-rh="true" property="og:title" content="Le port"/>',
        '<meta name="OG:Title" content="Le port">',
        '<meta property="og:title" content="Le port" data-x="1">',
        '<meta name="a" content="A">\n<meta charset="utf-8"><meta property="og:title" content="Le port">',
        '<style>a > b {}</style><meta property="og:title" content="Le port">',
        '<style>a > b {}<meta property="og:title" content="Le port">',
        '<!--><meta property="og:title" content="Le port">',
        '<!---><meta property="og:title" content="Le port">',
        '<script src="/a+b.js"></script><meta property="og:title" content="Le port">',
        '<script>if (a < b) { x = "<meta property=og:title content=Faux>" }</script><meta property="og:title" content="Le port">',
        '<script data-x="</script><meta property=og:title content=Faux>"></script><meta property="og:title" content="Le port">',
        '<link rel="preload" href="/a<b"><meta property="og:title" content="Le port">',
        '<!-- <meta property="og:title" content="Faux"> --><meta property="og:title" content="Le port">',
        '<script>var x = \'<meta property="og:title" content="Faux">\'</script><meta property="og:title" content="Le port">',
        '<SCRIPT>var x = 1;</SCRIPT><meta property="og:title" content="Le port">',
        '<noscript><img src="/x"></noscript><meta property="og:title" content="Le port">',
    ],
)
def test_meta_tag_in_any_notation(tag: str) -> None:
    assert head_of(f"<html><head>{tag}</head><body></body></html>").first("og:title") == "Le port"


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("L&#39;&eacute;t&eacute; &amp; la mer", "L'été & la mer"),
        ("a > b < c", "a > b < c"),
        ("Dix&nbsp;%", "Dix\u00a0%"),
        ("un 'mot'", "un 'mot'"),
        ("La balise &amp;lt;main&amp;gt;", "La balise &lt;main&gt;"),
    ],
)
@pytest.mark.parametrize(
    "form", ['<meta property="og:title" content="{}">', '<meta content="{}" property="og:title">']
)
def test_the_content_of_a_meta_tag_is_read_once_whatever_the_order_of_attributes(
    form: str, content: str, read: str
) -> None:
    assert head_of(form.format(content)).first("og:title") == read


def test_contents_of_one_name_are_in_order() -> None:
    head = head_of(
        '<meta property="article:tag" content="mer"><meta content="vent" property="article:tag"><meta property="article:tag">'
    )
    assert list(head.all("article:tag")) == ["mer", "vent"]
    assert list(head.all("article:nothing")) == []


def test_first_name_with_content_is_returned() -> None:
    head = head_of(
        '<meta name="b" content="B"><meta name="a" content=" "><meta name="c" content="C">'
    )
    assert head.first("a", "b", "c") == "B"
    assert head.first("x") is None


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link href="https://a.example/?b=1&amp;c=2" rel="canonical" />',
        "<link rel=canonical href='https://a.example/?b=1&c=2'>",
        '<LINK REL="CANONICAL" HREF="https://a.example/?b=1&c=2">',
        '<link data-rh="true" rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="Canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link href="/a.css" rel="stylesheet"><link href="/b"><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="alternate" href="/canonical"><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
        '<link rel="canonical" href="https://a.example/?b=1&amp;c=2"><link rel="canonical" href="https://b.example/">',
        '<!-- <link rel="canonical" href="/faux"> --><link rel="canonical" href="https://a.example/?b=1&amp;c=2">',
    ],
)
def test_the_canonical_address_is_read(tag: str) -> None:
    assert head_of(f"<head>{tag}</head>").canonical == "https://a.example/?b=1&c=2"


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ('<html lang="fr"><head></head>', "fr"),
        ("<!DOCTYPE html>\n<HTML class=x LANG=en-US>", "en-US"),
        ('<html xml:lang="fr" lang="en">', "en"),
        ("<html><head></head>", None),
        ('<html lang="">', None),
        ('<div lang="fr">', None),
    ],
)
def test_the_language_is_that_of_the_html_element(source: str, language: str | None) -> None:
    assert head_of(source).language == language


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<head><title>Le port &amp; la mer</title></head>", "Le port & la mer"),
        ("<head><title>\n Le  port\n</title><title>Autre</title></head>", "Le port"),
        ('<head><TITLE data-x="1">Le port</TITLE></head>', "Le port"),
        ("<head><title></title></head>", None),
        ("<head></head>", None),
    ],
)
def test_the_title_is_read(source: str, title: str | None) -> None:
    assert head_of(source).title == title


@pytest.mark.parametrize(
    "end", ["</head>", "</HEAD>", "<body>", "<body class='x'>", "<BODY>", "<body\n>"]
)
@pytest.mark.parametrize(
    "part", ["<main>", "<h1>", "<HEADER class=x>", "<section><div>", "<ul>", "<table>"]
)
def test_tags_in_the_body_are_not_in_the_head(end: str, part: str) -> None:
    head = head_of(f'<head><meta name="a" content="A">{end}{part}<meta name="b" content="B">')
    assert (head.first("a"), head.first("b")) == ("A", None)
    assert head.end == len('<head><meta name="a" content="A">')


def test_header_element_is_not_a_head() -> None:
    assert head_of('<header><meta name="a" content="A"></header>').first("a") == "A"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "rien",
        "<",
        "<meta",
        "<head",
        "<html",
        "<!--",
        "<script>",
        "<title>",
        "<link rel=canonical",
        "<meta content='x",
    ],
)
def test_page_without_head_is_empty(source: str) -> None:
    head = head_of(source)
    assert (head.canonical, head.language, head.title) == (None, None, None)
    assert 0 <= head.end <= len(source)


def test_page_saved_without_its_head_is_searched() -> None:
    head = head_of('<p>Un mot.</p><meta property="og:title" content="Le port"><p>Deux.</p>')
    assert head.first("og:title") == "Le port"


@given(
    st.lists(
        st.sampled_from(
            [
                "<meta ",
                "name=",
                '"a"',
                "content=",
                "'b'",
                ">",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<title>",
                "<html lang=",
                " ",
                "é",
            ]
        )
    )
)
def test_any_head_is_read(pieces: list[str]) -> None:
    source = "".join(pieces).encode()
    assert 0 <= read_head(source).end <= len(source)


# Scripts


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def nodes_of(source: str) -> tuple[list[dict[str, Any]], list[ParseWarning]]:
    page, journal = source.encode(), Journal()
    return json_ld_nodes(page, read_head(page), journal), list(journal.warnings)


ONE, TWO = {"a": 1}, {"b": 2}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ('{"a": 1}', [ONE]),
        (' \n{"a": 1};\n', [ONE]),
        ('[{"a": 1}, {"b": 2}]', [ONE, TWO]),
        ('[{"a": 1}, 3, null, "x"]', [ONE]),
        ('{"@context": "https://schema.org", "@graph": [{"a": 1}, "x", {"b": 2}]}', [ONE, TWO]),
        ('[{"@graph": [{"a": 1}]}, {"b": 2}]', [ONE, TWO]),
        ('{"@graph": {"a": 1}}', [{"@graph": {"a": 1}}]),
        ('{"a": "deux\nlignes"}', [{"a": "deux\nlignes"}]),
        ('{"a": 1} // fin', [ONE]),
        ("null", []),
        ('"x"', []),
        ("[]", []),
    ],
)
@pytest.mark.parametrize("place", ["<head>{}</head><body></body>", "<head></head><body>{}</body>"])
def test_the_objects_of_json_ld(place: str, text: str, nodes: list[dict[str, Any]]) -> None:
    assert nodes_of(place.format(script(text))) == (nodes, [])


def test_scripts_are_in_page_order() -> None:
    page = f"<head>{script(json.dumps(ONE))}</head><body>{script(json.dumps(TWO))}</body>"
    assert nodes_of(page) == ([ONE, TWO], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,,}', "ignored invalid JSON-LD: "),
        ("", "ignored invalid JSON-LD: "),
        ("{{ données }}", "ignored invalid JSON-LD: "),
        ('{"a": ' + "9" * 5_000 + "}", "ignored invalid JSON-LD: "),
        ("[" * 100_000, "ignored JSON-LD: it is nested too deeply"),
        ('{"a":' * 100_000, "ignored JSON-LD: it is nested too deeply"),
    ],
    ids=lambda text: text[:12],
)
def test_broken_json_ld_is_a_warning_and_what_follows_it_is_read(text: str, told: str) -> None:
    nodes, warnings = nodes_of("<head>" + script(text) + script('{"a": 1}') + "</head>")
    assert nodes == [ONE]
    assert [warning.code for warning in warnings] == ["json"]
    assert warnings[0].message.startswith(told)


def test_json_ld_of_more_than_two_megabytes_is_not_read() -> None:
    nodes, warnings = nodes_of("<head>" + script('["' + "a" * 2_000_000 + '"]') + "</head>")
    assert nodes == []
    assert [(warning.code, warning.message) for warning in warnings] == [
        ("limit", "ignored JSON-LD of 2000004 bytes; the limit is 2000000")
    ]


def test_no_more_than_so_many_scripts_are_read() -> None:
    nodes, _ = nodes_of("<head></head>" + script('{"a": 1}') * 500)
    assert 0 < len(nodes) < 500


@pytest.mark.parametrize(
    "page",
    [
        "<head><!-- {} --></head>",
        "<head></head><body><!-- {} --></body>",
        "<head></head><body><p>application/ld+json</p></body>",
        "<head></head><body><script>var x = 'application/ld+json {{\"a\": 1}}'</script></body>",
        "<head></head><body><p title='application/ld+json'>{{\"a\": 1}}</p></body>",
    ],
)
def test_text_similar_to_a_script_is_not_read(page: str) -> None:
    assert nodes_of(page.format(script('{"a": 1}'))) == ([], [])


@pytest.mark.parametrize(
    "tag",
    [
        "<script type='application/ld+json'>{}</script>",
        '<script id="x" type="application/ld+json" data-y="z">{}</script>',
        '<script data-x="a>b" type="application/ld+json">{}</script>',
        '<script type="application/ld+json" data-x="a>b">{}</script>',
        '<SCRIPT TYPE="application/ld+json">{}</SCRIPT>',
        '<script type="application/ld+json">{}',
    ],
)
@pytest.mark.parametrize("before", ["<head>", "<head></head><body>"])
def test_script_in_any_notation_is_read_once(before: str, tag: str) -> None:
    assert nodes_of(before + tag.format('{"a": 1}')) == ([ONE], [])


@pytest.mark.parametrize(
    ("value", "path", "found"),
    [
        ({"a": {"b": 1}}, ("a", "b"), 1),
        ({"a": {"b": 1}}, ("a",), {"b": 1}),
        ({"a": {"b": 1}}, ("a", "c"), None),
        ({"a": [1]}, ("a", "b"), None),
        (None, ("a",), None),
        ("x", ("a",), None),
    ],
)
def test_value_at_a_path_of_keys(value: Any, path: tuple[str, ...], found: object) -> None:
    assert at_path(value, *path) == found


# Claims of JSON-LD


def ld_values(**node: Any) -> Values:
    return values_of(json_ld.claims([{"@type": "NewsArticle", **node}]))


@pytest.mark.parametrize(
    ("node", "field", "value"),
    [
        ({"headline": "L&#39;été  au port"}, "headline", "L'été au port"),
        ({"name": "Le port"}, "headline", "Le port"),
        ({"description": ["Un jour.", "Deux."]}, "description", "Un jour."),
        (
            {"datePublished": "2024-05-01T07:00:00+02:00"},
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            {"uploadDate": "2024-05-01T05:00:00Z"},
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            {"dateModified": "2024-05-02T07:00:00+02:00"},
            "date_modified",
            datetime(2024, 5, 2, 5, tzinfo=UTC),
        ),
        ({"author": {"@type": "Person", "name": "Ana Gil"}}, "authors", (Author(name="Ana Gil"),)),
        ({"author": "Ana Gil"}, "authors", (Author(name="Ana Gil"),)),
        (
            {"author": ["Ana Gil", {"name": "Jean Petit"}]},
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            {"author": {"name": "Ana Gil et Jean Petit"}},
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            {"author": {"name": "Ana Gil", "url": "https://a.example/ana", "jobTitle": "Reporter"}},
            "authors",
            (Author(name="Ana Gil", url="https://a.example/ana", job_title="Reporter"),),
        ),
        ({"author": [{"name": "AFP"}, {"name": "Ana Gil"}]}, "agencies", ("AFP",)),
        ({"articleSection": ["Économie", "Pêche"]}, "section", "Économie"),
        ({"articleSection": "Économie"}, "section", "Économie"),
        ({"keywords": ["mer", "vent", "mer"]}, "keywords", ("mer", "vent")),
        ({"keywords": "mer, vent"}, "keywords", ("mer", "vent")),
        ({"inLanguage": "fr"}, "in_language", "fr"),
        ({"publisher": {"name": "Le Monde"}}, "publisher", "Le Monde"),
        ({"publisher": [{"name": "Le Monde"}]}, "publisher", "Le Monde"),
        (
            {"mainEntityOfPage": {"@id": "https://a.example/a"}},
            "canonical_url",
            "https://a.example/a",
        ),
        ({"url": "https://a.example/\na"}, "canonical_url", "https://a.example/a"),
        (
            {"image": "https://img.example/a.jpg"},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (
            {"image": [{"url": "https://img.example/a.jpg"}]},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (
            {"thumbnailUrl": ["https://img.example/a.jpg"]},
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        ({"isAccessibleForFree": False}, "is_accessible_for_free", False),
        ({"isAccessibleForFree": "False"}, "is_accessible_for_free", False),
        ({"isAccessibleForFree": "True"}, "is_accessible_for_free", True),
        ({"isAccessibleForFree": " true "}, "is_accessible_for_free", True),
        ({"isAccessibleForFree": "https://schema.org/False"}, "is_accessible_for_free", False),
        ({"@type": "LiveBlogPosting"}, "kind", "live"),
        ({"@type": ["Thing", "VideoObject"]}, "kind", "video"),
        ({"@type": "https://schema.org/BlogPosting"}, "kind", "blog"),
    ],
)
def test_claims_of_the_article_node(node: dict[str, Any], field: str, value: object) -> None:
    assert ld_values(**node)[field] == value


@pytest.mark.parametrize(
    ("node", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"headline": 3}, "headline"),
        ({"datePublished": "hier"}, "date_published"),
        ({"datePublished": 17145}, "date_published"),
        ({"author": {"name": "Le Monde"}}, "authors"),
        ({"author": {"name": "Le Monde avec AFP"}}, "authors"),
        ({"author": None}, "authors"),
        ({"author": [3, {"nom": "Ana Gil"}]}, "authors"),
        ({"keywords": []}, "keywords"),
        ({"isAccessibleForFree": "maybe"}, "is_accessible_for_free"),
        ({"isAccessibleForFree": 1}, "is_accessible_for_free"),
        ({"image": {}}, "main_image"),
        ({}, "kind"),
    ],
)
def test_unusable_values_are_dropped(node: dict[str, Any], field: str) -> None:
    assert field not in ld_values(**node)


def test_breadcrumb_has_no_home_page() -> None:
    trail: dict[str, Any] = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"name": "A la une", "item": "/"},
            {"item": {"name": "Économie"}},
            {"name": "Pêche"},
            {"position": 4},
            "x",
        ],
    }
    told = values_of(json_ld.claims([trail]))
    assert told == {"breadcrumbs": ("Économie", "Pêche"), "section": "Économie"}


def test_most_specific_node_is_the_article() -> None:
    live: dict[str, Any]
    plain: dict[str, Any]
    site: dict[str, Any]
    live, plain, site = {"@type": "LiveBlogPosting"}, {"@type": "NewsArticle"}, {"@type": "WebSite"}
    assert json_ld.article_node([site, plain, live]) is live
    assert json_ld.article_node([site, plain]) is plain
    assert json_ld.article_node([site]) is None


values_of_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["2024-05-01T05:00:00Z", "Ana Gil"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "@id", "url", "@type", "item"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
LD_KEYS = [
    "headline",
    "name",
    "description",
    "datePublished",
    "author",
    "articleSection",
    "keywords",
    "inLanguage",
    "publisher",
    "url",
]


@given(
    st.dictionaries(
        st.sampled_from(
            [*LD_KEYS, "mainEntityOfPage", "image", "isAccessibleForFree", "itemListElement"]
        ),
        values_of_json,
    )
)
def test_any_node_is_read(node: dict[str, Any]) -> None:
    decide(json_ld.claims([{"@type": "NewsArticle", **node}, {"@type": "BreadcrumbList", **node}]))


# The script data of a site


def context_of(source: str) -> tuple[dict[str, Any] | None, list[ParseWarning]]:
    journal = Journal()
    page = source.encode()
    context = page_context.page_context(page, read_head(page), journal)
    return context.node if context is not None else None, list(journal.warnings)


def context_claims(node: dict[str, Any]) -> list[Claim[object]]:
    record = LEMONDE.context
    assert record is not None
    return list(page_context.claims(page_context.PageContext(record, node)))


@pytest.mark.parametrize(
    "source",
    [
        '<script>var lmd = {"context": {"element": {}}, "x": 1};</script>',
        '<script>\nvar lmd={"context":{"element":{}}};var y = 2;</script>',
        '<script>lmd.context = {"element": {}};</script>',
        '<script>lmd.context={"element":{}}</script>',
        '<script>var lmd = lmd || {};\nlmd.context={"element":{}}</script>',
        '<script>if (lmd.context) {}\nlmd.context={"element":{}}</script>',
        '<script>var lmd = {"context": {"element": {}}}',
    ],
)
def test_the_context_is_found_in_both_forms(source: str) -> None:
    assert context_of(source) == ({"element": {}}, [])


@pytest.mark.parametrize("form", ["var lmd = {{'context': {}}}", "lmd.context = {}"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "<head></head>",
        "<head><title>Un titre</title></head><body>" + "x" * 40_000,
        "var </head>",
        "lmd</head>",
    ],
)
def test_context_is_found_anywhere(form: str, before: str) -> None:
    assert context_of(before + form.replace("'", '"').format('{"element": {}}')) == (
        {"element": {}},
        [],
    )


@pytest.mark.parametrize(
    ("head", "body", "context"),
    [
        ('var lmd = {"context": {"a": 1}}', "", {"a": 1}),
        ("", 'lmd.context = {"a": 1}', {"a": 1}),
        (
            '<link rel="canonical" href="https://www.lemonde.fr/a.html">',
            'lmd.context = {"a": 1}',
            {"a": 1},
        ),
        ('<link rel="canonical" href="/a.html">', 'lmd.context = {"a": 1}', {"a": 1}),
        ('<link rel="canonical" href="https://a.example/">lmd.context = {"a": 1}', "", {"a": 1}),
        ('<link rel="canonical" href="https://a.example/">', 'lmd.context = {"a": 1}', None),
        ('<meta property="og:url" content="https://a.example/">', 'lmd.context = {"a": 1}', None),
    ],
)
def test_a_page_of_another_site_has_its_context_in_the_head_or_none(
    head: str, body: str, context: object
) -> None:
    assert context_of(f"<head>{head}</head><body>{body}</body>") == (context, [])


def test_broken_context_gives_one_warning() -> None:
    for before in ("", "<head></head>", "<head></head>" + "x" * 40_000):
        context, warnings = context_of(before + "lmd.context = {a: 1}</script>")
        assert (context, len(warnings)) == (None, 1)


@pytest.mark.parametrize(
    "source",
    ["", "<p>var lmd</p>", "<script>var lmd = 3</script>", '<script>var lmd = {"x": 1}</script>'],
)
def test_a_page_without_context_has_none(source: str) -> None:
    assert context_of(source) == (None, [])


def test_a_broken_context_is_a_warning() -> None:
    context, warnings = context_of("<script>var lmd = {context: 1}</script>")
    assert context is None
    assert [warning.code for warning in warnings] == ["json"]


@pytest.mark.parametrize(
    ("text", "found", "is_broken"),
    [
        ('{"a": 1, "b" : {"c": 2}, "d": 3}', {"c": 2}, False),
        ('{ "b":{"c":2}}', {"c": 2}, False),
        ('{"a": {"b": {"c": 3}}, "b": {"c": 2}}', {"c": 2}, False),
        ('{"b": {"c": 2}, broken', {"c": 2}, False),
        ('{"a": broken, "b": {"c": 2}}', None, True),
        ('{"a" "b": {"c": 2}}', None, True),
        ('{1: 2, "b": {"c": 2}}', None, True),
        ('{"a": 1}', None, False),
        ('{"b": 2}', None, False),
        ("{}", None, False),
        ('{"b": ' + "[" * 100_000, None, True),
    ],
    ids=lambda text: str(text)[:24],
)
def test_one_member_of_an_object_is_read(text: str, found: object, is_broken: bool) -> None:
    journal = Journal()
    page = f"<script>var x = {text}</script>".encode()
    assert assigned_object(page, b"var x", journal, member="b") == found
    assert [warning.code for warning in journal.warnings] == ["json"] * is_broken


def test_object_is_found_by_its_variable() -> None:
    journal = Journal()
    assert assigned_object(b'<script>a = 1; page = {"b": [1]};</script>', b"page", journal) == {
        "b": [1]
    }
    assert assigned_object(b"<script>page = [1]</script>", b"page", journal) is None
    assert journal.warnings == ()


TODAY: dict[str, Any] = {
    "element": {
        "type": "Live",
        "nature_editoriale": {"nom": "Enquête"},
        "restreint": True,
        "is_a_teaser": True,
        "id": 3259607,
    },
    "article": {
        "legacyId": 6187099,
        "nbChar": 5120,
        "firstPublished": {"date": "2023-08-30 12:52:08.000000", "timezone": "+00:00"},
        "parsedMetadata": {
            "huit": {
                "signatures": [
                    {"longName": "Ana Gil", "origin": "Bruxelles, bureau européen"},
                    {"longName": "Jean Petit", "origin": ""},
                ],
                "agencies": {"afp": True, "ap": False, "xyz": True},
            }
        },
    },
}
BEFORE: dict[str, Any] = {
    "element": {
        "id": 4627362,
        "type": {"nom": "portfolio"},
        "nature_editoriale": {"libelle": "Compte rendu", "nom": "cr"},
        "restreint": False,
        "nb_signes": 900,
    },
}


def test_context_since_2018() -> None:
    assert values_of(context_claims(TODAY)) == {
        "kind": "live",
        "genre": "Enquête",
        "identifier": "6187099",
        "is_accessible_for_free": False,
        "is_truncated": True,
        "announced_length": 5120,
        "date_published": datetime(2023, 8, 30, 12, 52, 8, tzinfo=UTC),
        "authors": (
            Author(name="Ana Gil", job_title="bureau européen", location="Bruxelles"),
            Author(name="Jean Petit"),
        ),
        "agencies": ("AFP", "XYZ"),
    }


def test_context_before_2018() -> None:
    assert values_of(context_claims(BEFORE)) == {
        "kind": "gallery",
        "genre": "Compte rendu",
        "identifier": "4627362",
        "is_accessible_for_free": True,
        "announced_length": 900,
    }


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"element": None, "article": []},
        {
            "element": {
                "type": "Article",
                "id": True,
                "restreint": "oui",
                "is_a_teaser": 1,
                "nb_signes": 0,
            }
        },
        {
            "article": {
                "legacyId": "12",
                "nbChar": -1,
                "firstPublished": {"date": "hier"},
                "parsedMetadata": {"huit": {"agencies": []}},
            }
        },
        {
            "article": {
                "parsedMetadata": {
                    "huit": {
                        "signatures": [{"longName": ""}, 3, {"longName": None}],
                        "agencies": {"afp": "yes"},
                    }
                }
            }
        },
    ],
)
def test_context_with_wrong_types_is_ignored(context: dict[str, Any]) -> None:
    assert values_of(context_claims(context)) == {}


@given(values_of_json, values_of_json, values_of_json)
def test_any_context_is_read(element: Any, article: Any, signature: Any) -> None:
    huit = {
        "signatures": [signature, {"longName": signature, "origin": element}],
        "agencies": element,
    }
    for told in (
        article,
        {
            "parsedMetadata": {"huit": huit},
            "firstPublished": article,
            "legacyId": signature,
            "nbChar": element,
        },
    ):
        decide(context_claims({"element": element, "article": told}))


# Meta tags


def meta_values(*tags: tuple[str, str], before: str = "") -> Values:
    source = before + "".join(
        f'<meta property="{name}" content="{content}">' for name, content in tags
    )
    return values_of(meta_tags.claims(head_of(f"<head>{source}</head>")))


@pytest.mark.parametrize(
    ("tag", "field", "value"),
    [
        (("og:title", "Le port"), "headline", "Le port"),
        (("twitter:title", "Le port"), "headline", "Le port"),
        (("og:description", "Un jour."), "description", "Un jour."),
        (("description", "Un jour."), "description", "Un jour."),
        (("og:article:author", "Ana Gil"), "authors", (Author(name="Ana Gil"),)),
        (
            ("author", "Ana Gil et Jean Petit"),
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            ("article:published_time", "2024-05-01T05:00:00+00:00"),
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            ("og:article:published_time", "2024-05-01T05:00:00Z"),
            "date_published",
            datetime(2024, 5, 1, 5, tzinfo=UTC),
        ),
        (
            ("og:updated_time", "2024-05-02T05:00:00Z"),
            "date_modified",
            datetime(2024, 5, 2, 5, tzinfo=UTC),
        ),
        (("og:article:section", "Économie"), "section", "Économie"),
        (("article:tag", "mer"), "keywords", ("mer",)),
        (("keywords", "mer, vent, , mer"), "keywords", ("mer", "vent")),
        (("og:locale", "fr_FR"), "in_language", "fr-FR"),
        (("og:site_name", "Le Monde.fr"), "publisher", "Le Monde.fr"),
        (("og:url", "https://a.example/a"), "canonical_url", "https://a.example/a"),
        (
            ("og:image", "https://img.example/a.jpg"),
            "main_image",
            Figure(url="https://img.example/a.jpg"),
        ),
        (("al:ios:url", "lmfr://element/article/6187099?x4=8"), "identifier", "6187099"),
        (("al:android:url", "lmfr://en/element/article/6748878"), "identifier", "6748878"),
        (
            (
                "og:url",
                "https://www.lemonde.fr/politique/article/2023/08/30/un-titre_6187099_823448.html",
            ),
            "identifier",
            "6187099",
        ),
        (
            (
                "og:url",
                "https://www.lemonde.fr/culture/video/2023/08/30/un-titre_6187099_3246.html",
            ),
            "kind",
            "video",
        ),
        (
            ("og:url", "https://www.lemonde.fr/en/sport/live/2023/08/30/a-title_6187099_9.html"),
            "kind",
            "live",
        ),
        (("og:url", "https://www.lemonde.fr/blog/coin/2020/05/01/un-billet/"), "kind", "blog"),
        (("og:url", "http://coin.blog.lemonde.fr/2015/05/01/un-billet/"), "kind", "blog"),
        (("og:article:content_tier", "locked"), "is_accessible_for_free", False),
        (("og:article:content_tier", "free"), "is_accessible_for_free", True),
        (("ad:teaser", "1"), "is_truncated", True),
        (("ad:teaser", "0"), "is_truncated", False),
    ],
)
def test_claims_of_a_meta_tag(tag: tuple[str, str], field: str, value: object) -> None:
    assert meta_values(tag)[field] == value


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        (("og:article:author", "Le Monde"), "authors"),
        (("article:author", "https://www.facebook.com/lemonde.fr"), "authors"),
        (("article:published_time", "hier"), "date_published"),
        (("og:image", "https://img.example/logos/lemonde.png"), "main_image"),
        (("og:image", "https://img.example/default-article.png"), "main_image"),
        (("og:article:content_tier", "other"), "is_accessible_for_free"),
        (
            (
                "og:url",
                "https://www.lemonde.fr/economie/article/2024/05/01/un-titre_6187099_3234.html",
            ),
            "kind",
        ),
        (("og:url", "https://autre.example/article_6187099_3234.html"), "identifier"),
        (("al:ios:url", "autre://element/article/6187099"), "identifier"),
    ],
)
def test_meta_tags_without_claims(tag: tuple[str, str], field: str) -> None:
    assert field not in meta_values(tag)


def test_the_canonical_link_and_the_html_language_are_claims_too() -> None:
    head = head_of(
        '<html lang="fr"><head><link rel="canonical" href="https://a.example/a"><title>Le port</title></head>'
    )
    assert values_of(meta_tags.claims(head)) == {
        "headline": "Le port",
        "in_language": "fr",
        "canonical_url": "https://a.example/a",
    }


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Le port - Le Monde", "Le Monde", "Le port"),
        ("Le port | Le Monde.fr", "Le Monde", "Le port"),
        ("Le port – LE MONDE", "Le Monde.fr", "Le port"),
        ("Le port — vu de loin | Le Monde", "Le Monde", "Le port — vu de loin"),
        ("Le port - la suite", "Le Monde", "Le port - la suite"),
        ("Le port - Le Monde", None, "Le port"),
        ("Le port - Le Monde", "La Vigie", "Le port"),
        ("Le port | Ouest-France", None, "Le port"),
        ("Le port | Libération.fr", None, "Le port"),
        ("Le port - La Vigie", None, "Le port - La Vigie"),
        ("Le port - Le monde entier", None, "Le port - Le monde entier"),
        ("Le Monde", "Le Monde", "Le Monde"),
        ("Saint-Malo", "Malo", "Saint-Malo"),
        ("", "Le Monde", ""),
    ],
)
def test_title_has_no_site_name(title: str, site: str | None, headline: str) -> None:
    assert meta_tags.without_site(title, site) == headline


# Precedence


@pytest.mark.parametrize(
    ("field", "origins"),
    [
        ("headline", ("printed", "json_ld", "og", "html")),
        ("description", ("printed", "json_ld", "og", "meta")),
        ("genre", ("script", "printed")),
        ("authors", ("printed", "json_ld", "script", "og", "signature")),
        ("byline", ("printed", "signature")),
        ("agencies", ("printed", "signature")),
        ("date_published", ("json_ld", "time", "script", "og", "meta", "printed")),
        ("date_modified", ("json_ld", "time", "og", "meta", "printed")),
        ("section", ("printed", "banner", "json_ld", "og")),
        ("breadcrumbs", ("printed", "json_ld")),
        ("keywords", ("json_ld", "og", "meta", "printed")),
        ("kind", ("json_ld", "script", "address", "layout")),
        ("identifier", ("script", "meta", "address")),
        ("canonical_url", ("link", "og", "json_ld")),
        ("in_language", ("html", "og", "json_ld")),
        ("publisher", ("json_ld", "og")),
        ("main_image", ("json_ld", "og")),
        ("is_accessible_for_free", ("json_ld", "script", "og", "status label")),
        ("is_truncated", ("notice", "wall", "script", "meta")),
        ("percent_left", ("notice", "wall")),
    ],
)
def test_more_trusted_origin_wins(field: str, origins: tuple[Origin, ...]) -> None:
    for rank, winner in enumerate(origins):
        row: ArticleField[str] = FIELDS[field]
        decision = decide(
            [row.claim(origin, f"says {origin}") for origin in reversed(origins[rank:])]
        )
        assert decision[row] == f"says {winner}"
        assert [source.origin for source in decision.sources if source.won] == [winner]
        assert [source.origin for source in decision.sources] == list(origins[rank:])


@pytest.mark.parametrize("field", ["kicker", "reading_minutes", "translation_url"])
def test_fields_that_are_only_printed(field: str) -> None:
    """From an export or front matter as well, at their rank."""
    assert set(FIELDS[field].origins) <= {"printed", "export", "front matter"}


def test_table_of_fields_is_complete() -> None:
    made_elsewhere = {"url", "body", "related_links", "report"}
    assert set(FIELDS) == {field.name for field in Article.__attrs_attrs__} - made_elsewhere


def test_first_claim_of_an_origin_wins() -> None:
    decision = decide([fields.HEADLINE.claim("og", "Un"), fields.HEADLINE.claim("og", "Deux")])
    assert decision[fields.HEADLINE] == "Un"
    assert decision.sources == (
        Source(field="headline", value="Un", origin="og", won=True),
        Source(field="headline", value="Deux", origin="og", won=False),
    )


def test_unusable_claim_loses_and_keeps_its_text() -> None:
    decision = decide(
        [
            fields.AUTHORS.claim("printed", None, "Le Monde"),
            fields.AUTHORS.claim("json_ld", (), "Le Monde.fr"),
            fields.AUTHORS.claim("og", (Author(name="Ana Gil"), Author(name="Jean Petit"))),
            fields.KICKER.claim("printed", None),
        ]
    )
    assert decision[fields.AUTHORS] == (Author(name="Ana Gil"), Author(name="Jean Petit"))
    assert decision[fields.KICKER] is None
    assert decision.sources == (
        Source(field="authors", value="Le Monde", origin="printed", won=False),
        Source(field="authors", value="Le Monde.fr", origin="json_ld", won=False),
        Source(field="authors", value="Ana Gil, Jean Petit", origin="og", won=True),
    )


def test_false_and_zero_are_values() -> None:
    decision = decide(
        [
            fields.IS_TRUNCATED.claim("script", False),
            fields.IS_TRUNCATED.claim("meta", True),
            fields.PERCENT_LEFT.claim("notice", 0.0),
        ]
    )
    assert decision[fields.IS_TRUNCATED] is False
    assert decision[fields.PERCENT_LEFT] == 0.0


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (
            "date_published",
            datetime(2024, 5, 1, 7, tzinfo=timezone(timedelta(hours=2))),
            "2024-05-01T07:00:00+02:00",
        ),
        ("main_image", Figure(url="https://img.example/a.jpg"), "https://img.example/a.jpg"),
        ("keywords", ("mer", "vent"), "mer, vent"),
        ("headline", "Le port", "Le port"),
        ("is_accessible_for_free", False, "False"),
    ],
)
def test_the_report_shows_values_as_text(field: str, value: Any, shown: str) -> None:
    (source,) = decide([FIELDS[field].claim(FIELDS[field].origins[0], value)]).sources
    assert source.value == shown


def test_no_claims_no_decision() -> None:
    decision = decide([])
    assert (decision.winners, decision.sources) == ({}, ())


# Printed fields


def printed(
    header: str = "",
    body: str = "<p>Il pleut sur le quai depuis trois jours.</p>",
    head: str = "",
    **options: Any,
) -> Article:
    """Return the article of a page in the current layout with this header."""
    page = (
        f'<html lang="fr"><head>{head}</head><body><main><section class="article"><header class="article__header">{header}</header>'
        f'<article class="article__content">{body}</article></section></main></body></html>'
    )
    return parse(page, **options)


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ('<h1 class="article__title">Le <em>port</em></h1>', "headline", "Le port"),
        ('<h1 class="ds-title">Le port</h1>', "headline", "Le port"),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "description",
            "Depuis trois jours.",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "kicker",
            "Enquête",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Enquête</span>Depuis trois jours.</p>',
            "genre",
            "Enquête",
        ),
        (
            '<p class="article__desc"><span class="article__kicker">Au large</span>Trois jours.</p>',
            "genre",
            None,
        ),
        ('<span class="meta__author">Par Ana Gil (Rome)</span>', "byline", "Par Ana Gil (Rome)"),
        ('<span class="meta__author">Par Ana Gil(Rome)</span>', "byline", "Par Ana Gil (Rome)"),
        ('<p class="meta__authors">Par Ana Gil</p>', "authors", (Author(name="Ana Gil"),)),
        (
            '<span class="meta__author">Par Ana Gil (Rome)</span>',
            "authors",
            (Author(name="Ana Gil", location="Rome"),),
        ),
        (
            '<span class="meta__author">Par <a href="/signataires/ana-gil/">Ana Gil</a> et Jean Petit</span>',
            "authors",
            (
                Author(name="Ana Gil", url="https://www.lemonde.fr/signataires/ana-gil/"),
                Author(name="Jean Petit"),
            ),
        ),
        ('<span class="meta__author">Le Monde avec AFP</span>', "authors", ()),
        ('<span class="meta__author">Le Monde avec AFP</span>', "agencies", ("AFP",)),
        (
            '<p class="article__author-identity">Ana Gil</p><p class="article__author-job">Historienne</p>',
            "authors",
            (Author(name="Ana Gil", job_title="Historienne"),),
        ),
        (
            '<p class="article__author-identity">Ana Gil</p><p class="article__author-job">Historienne</p>',
            "byline",
            "Ana Gil (Historienne)",
        ),
        (
            """<p class="article__author-identity">Ana Gil</p><p class="article__author-identity">Jean Petit</p>
            <p class="article__author-job">Historienne</p>""",
            "authors",
            (Author(name="Ana Gil"), Author(name="Jean Petit")),
        ),
        (
            '<ul><li class="breadcrumb__parent">Économie</li><li class="breadcrumb__child">Pêche</li></ul>',
            "breadcrumbs",
            ("Économie", "Pêche"),
        ),
        (
            '<ul><li class="breadcrumb__parent">Économie</li><li class="breadcrumb__child">Pêche</li></ul>',
            "section",
            "Économie",
        ),
        (
            '<p class="meta__reading-time"><span class="sr-only">Temps de </span>Lecture 4 min.</p>',
            "reading_minutes",
            4,
        ),
        ('<p class="meta__reading-time">2 min read</p>', "reading_minutes", 2),
        (
            '<a class="meta__article-en-fr-url" href="/en/a.html">Read in English</a>',
            "translation_url",
            "https://www.lemonde.fr/en/a.html",
        ),
        (
            '<p class="article__status">Article réservé aux abonnés</p>',
            "is_accessible_for_free",
            False,
        ),
        ('<p class="article__status">Article réservé aux abonnés</p>', "is_truncated", False),
        ('<p class="article__status">À lire ce soir</p>', "is_accessible_for_free", None),
        ("", "headline", None),
        ("", "authors", ()),
        ("", "byline", None),
    ],
)
def test_fields_printed_around_the_body(header: str, field: str, value: object) -> None:
    assert getattr(printed(header, url="https://www.lemonde.fr/a.html"), field) == value


DATES = '<span class="meta__date">Publié aujourd’hui à 09h02, modifié à 11h46</span>'
ISO_META = '<meta property="article:published_time" content="2024-05-01T07:00:00+02:00">'


def test_printed_dates_count_from_when_the_page_was_fetched() -> None:
    article = printed(DATES, fetched_at=datetime(2024, 5, 1, 20, 0))  # naive: Paris time  # noqa: DTZ001
    assert (iso(article.date_published), iso(article.date_modified)) == (
        "2024-05-01T09:02:00+02:00",
        "2024-05-01T11:46:00+02:00",
    )
    assert [
        (source.field, source.origin, source.won)
        for source in article.report.sources
        if source.field.startswith("date")
    ] == [
        ("date_published", "printed", True),
        ("date_modified", "printed", True),
    ]


def test_printed_dates_without_a_day_are_only_reported() -> None:
    article = printed(DATES)
    assert (article.date_published, article.date_modified) == (None, None)
    assert (
        Source(
            field="date_published",
            value="Publié aujourd’hui à 09h02, modifié à 11h46",
            origin="printed",
            won=False,
        )
        in article.report.sources
    )


def test_declared_dates_win_over_printed_ones() -> None:
    article = printed(DATES, head=ISO_META, fetched_at=datetime(2024, 5, 3, 20, 0, tzinfo=UTC))
    assert iso(article.date_published) == "2024-05-01T07:00:00+02:00"
    assert iso(article.date_modified) == "2024-05-03T11:46:00+02:00"


def test_menus_that_use_the_articles_class_names_are_not_read() -> None:
    page = (
        '<html><head></head><body><nav><h1 class="article__title">Faux</h1><span class="meta__author">Par Faux Nom</span></nav>'
        '<main><h1 class="article__title">Vrai</h1><article class="article__content"><p>Il pleut.</p></article></main></body></html>'
    )
    article = parse(page)
    assert (article.headline, article.authors) == ("Vrai", ())


@pytest.mark.parametrize(
    ("notice", "percent"),
    [
        ("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", 57.09),
        ("Il vous reste 65 % de l’article à lire", 65.0),
        ("Il vous reste 12,5\u00a0% de cet article à lire.", 12.5),
        ("You have 57.12% of this article left to read. The rest is for subscribers only.", 57.12),
        ("La suite est réservée aux abonnés.", None),
        ("Il vous reste 100 % de cet article à lire.", 100.0),
        ("Il vous reste 999 % de cet article à lire.", None),
        ("Il vous reste du temps.", None),
        ("", None),
    ],
)
def test_percentage_left_in_a_notice(notice: str, percent: float | None) -> None:
    assert percent_left(notice) == percent


def test_nonsensical_notice_gives_a_finite_number_or_none() -> None:
    article = printed(
        body='<p>Il pleut.</p><p class="paywall">Il vous reste '
        + "9" * 400
        + " % de cet article à lire.</p>"
    )
    assert article.is_truncated
    json.loads(article.to_json(), parse_constant=pytest.fail)


def test_notice_in_the_body_gives_truncation_and_percentage() -> None:
    article = printed(
        body="<p>Il pleut.</p><p>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</p>"
    )
    assert (article.is_truncated, article.percent_left, article.text) == (True, 57.09, "Il pleut.")


# Standfirsts that are not descriptions


@pytest.mark.parametrize(
    ("description", "told"),
    [
        ("Trois jours au bout du quai.", "Trois jours au bout du quai."),
        ("Le Monde.fr - 1er site d’information sur l’actualité.", None),
        ("Il pleut sur le quai depuis trois", None),
        ("Il pleut sur le quai depuis trois…", None),
        ("Il pleut sur la…", None),
        ("Il pleut dru…", "Il pleut dru…"),
        ("Il pleut sur un quai…", "Il pleut sur un quai…"),
    ],
)
def test_declared_standfirst_that_is_boilerplate_or_excerpt(
    description: str, told: str | None
) -> None:
    article = printed(head=f'<meta property="og:description" content="{description}">')
    assert article.description == told
    assert [source.value for source in article.report.sources if source.field == "description"] == [
        description
    ]


# Bodies shorter than announced

HUNDRED: Final = "Il pleut. " * 9 + "Le bac dort"


@pytest.mark.parametrize(
    ("year", "announced", "share"),
    [(2024, 112, None), (2024, 113, "89%"), (2016, 113, "89%"), (2015, 113, None)],
)
def test_incomplete_body_is_a_warning_below_nine_tenths_since_2016(
    year: int, announced: int, share: str | None
) -> None:
    article = printed(
        body=f"<p>{HUNDRED}</p>",
        head=f'<meta property="og:article:published_time" content="{year}-05-01T07:00:00+02:00">'
        f'<script>lmd.context = {{"article": {{"nbChar": {announced}}}}};</script>',
    )
    assert (article.announced_length, len(article.text)) == (announced, 101)
    assert article.report.warnings == (
        ()
        if share is None
        else (
            ParseWarning(
                code="incomplete",
                message=f"the body has {share} of the {announced} characters that the page "
                "announces",
            ),
        )
    )


# Pages that are not articles


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("<title>Erreur 404</title>", "error page"),
        ("<title>Page introuvable</title>", "error page"),
        ("<title>Gérer vos cookies</title>", "consent wall"),
        ("<title>Se connecter - Le Monde</title>", "login page"),
        ("<title>Recherche : marées</title>", "search results"),
        ('<link rel="canonical" href="https://www.lemonde.fr/recherche/?q=mer">', "search results"),
        ('<link rel="canonical" href="https://www.lemonde.fr/">', "home page"),
        ('<script>var lmd = {"context": {"pageType": "rubrique"}}</script>', "section front"),
        ('<script>var lmd = {"context": {"pageType": "home"}}</script>', "home page"),
        (script('{"@type": "ItemList"}'), "section front"),
    ],
)
def test_page_that_is_not_an_article_gives_the_reason(head: str, reason: str) -> None:
    with pytest.raises(NotAnArticleError) as caught:
        parse(
            f'<html><head>{head}</head><body><ul><li><a href="/a.html">Le port</a></li></ul></body></html>'
        )
    assert caught.value.reason == reason


def test_complete_address_resolves_links_if_the_canonical_one_is_relative() -> None:
    page = (
        '<head><link rel="canonical" href="/bac"><meta property="og:url" '
        'content="https://gazette.example/bac"></head><main><article class="article__content">'
        '<p>Il pleut.</p><p>Lire aussi : <a href="/pont">Le pont attendra</a></p></article></main>'
    )
    assert parse(page).related_links[0].url == "https://gazette.example/pont"


def test_section_in_the_head_of_a_page_of_2008() -> None:
    page = (
        '<body><div class="headerTitle"><span class="title0"><a href="/web/0,2-8.html">Politique'
        "</a></span></div><h1>Le bac ne part plus</h1><div>"
        + "<p>Le vent du nord a plié les roseaux du quai pendant trois jours, et personne n’a pris "
        "la mer.</p>" * 3 + "</div></body>"
    )
    assert parse(page).section == "Politique"
