"""Dates and times, in ISO form and as printed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse.metadata.dates import has_modified, in_paris, read_moment, read_printed
from metadata_pages import iso


def moments(line: str, fetched_at: datetime | None) -> tuple[datetime | None, datetime | None]:
    """Return the dates of publication and modification in a printed line."""
    dates = read_printed(line, fetched_at)
    return dates.published, dates.modified


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        # ISO 8601; a time without an offset is Paris time
        ("2023-08-30T14:52:08+02:00", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30T12:52:08Z", "2023-08-30T12:52:08+00:00"),
        ("2023-08-30T12:52:08.123Z", "2023-08-30T12:52:08.123000+00:00"),
        ("2023-08-30T14:52:08+0200", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30 12:52:08.000000+00:00", "2023-08-30T12:52:08+00:00"),
        (" 2023-08-30T14:52:08+02:00\n", "2023-08-30T14:52:08+02:00"),
        ("2023-08-30T14:52:08", "2023-08-30T14:52:08+02:00"),
        ("2023-01-30T14:52:08", "2023-01-30T14:52:08+01:00"),
        ("2023-08-30 14:52", "2023-08-30T14:52:00+02:00"),
        # Mail headers, JavaScript, Unix times in seconds and milliseconds, numeric dates
        ("Wed, 30 Aug 2023 14:52:08 +0200", "2023-08-30T14:52:08+02:00"),
        ("Wed, 30 Aug 2023 12:52:08 GMT", "2023-08-30T12:52:08+00:00"),
        ("Wed, 30 Aug 2023 12:52:08 -0000", "2023-08-30T12:52:08+00:00"),
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
def test_dates_in_machine_formats_are_read(raw: str, read: str) -> None:
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
def test_invalid_date_or_date_without_a_time_gives_none(raw: str) -> None:
    assert read_moment(raw) is None


@pytest.mark.parametrize("raw", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_first_and_last_possible_dates_are_read(raw: str) -> None:
    moment = read_moment(raw)
    assert moment is not None
    assert moment.utcoffset() is not None
    assert moment.replace(tzinfo=None).isoformat() == raw


def test_dates_have_fixed_offsets() -> None:
    for moment in (
        in_paris(datetime(2024, 7, 1)),  # deliberately naive  # noqa: DTZ001
        in_paris(datetime(2024, 7, 1, tzinfo=UTC)),
    ):
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
        # French, before 2018
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
def test_printed_dates_of_every_layout_are_read(
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
def test_line_without_a_complete_date_gives_none(line: str) -> None:
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
def test_today_and_yesterday_are_relative_to_fetched_at(
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
def test_today_gives_none_without_fetched_at(line: str) -> None:
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
def test_first_and_last_possible_fetched_at_are_accepted(line: str, fetched: datetime) -> None:
    published, modified = moments(line, fetched)
    assert published is None or published.tzinfo is not None
    assert modified is None


@pytest.mark.parametrize(
    ("line", "has_change"),
    [
        ("Publié le 7 mai 2019 à 13h59 - Mis à jour le 8 mai", True),
        ("Publié le 7 mai 2019, modifié à 11h46", True),
        ("Published on May 1, updated at 5:00 pm", True),
        ("Article modifié", True),
        ("Publié le 7 mai 2019 à 13h59", False),
        ("Immodifiable", False),
    ],
)
def test_lines_that_mention_an_update_are_recognised(line: str, has_change: bool) -> None:
    assert has_modified(line) is has_change


@given(
    st.text(
        st.sampled_from("Publié le 0123456789 à h:., mars May octobre 2024 amp.m hier"), max_size=60
    )
)
def test_random_lines_raise_no_error(line: str) -> None:
    for moment in moments(line, datetime(2024, 3, 12, 20, tzinfo=UTC)):
        assert moment is None or moment.tzinfo is not None
