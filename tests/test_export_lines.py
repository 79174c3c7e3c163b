"""Lines in exports that look like another part of the document, and printed dates."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from export_files import FOLDER, europresse
from lemonde_parse import (
    Article,
    parse_export,
)
from lemonde_parse.exports.moments import find_day, moment

# Lines that look like another part of the document


def changed(name: str, *changes: tuple[str, str]) -> Article:
    """Return the first document of an export, with some words changed."""
    (file,) = (FOLDER / name).glob("export.*")
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    item = next(parse_export(text))
    assert isinstance(item, Article)
    return item


TITLE = "Le plancton du lac Varenne a deux fois plus de lumière"


def test_a_line_in_capitals_above_the_title_is_a_kicker() -> None:
    article = changed("europresse-text", (TITLE, f"REPORTAGE\n\n{TITLE}"))
    assert (article.kicker, article.headline) == ("REPORTAGE", TITLE)
    loud = changed("europresse-text", (TITLE, TITLE.upper()))
    assert (loud.kicker, loud.headline) == (None, TITLE.upper())


def test_text_without_a_byline_starts_below_the_title() -> None:
    article = changed(
        "europresse-text",
        ("Noé Salvan\n\n", ""),
        ("Deux étés de mesures, une seule barque\n\n", ""),
    )
    assert (article.headline, article.byline, article.description) == (TITLE, None, None)
    assert article.text.startswith("Les chercheurs sont partis")


def test_title_may_start_like_a_label() -> None:
    title = "Section : le tramway passera par les jardins"
    article = changed("lexisnexis-2012", ("Le tramway passera par les jardins", title))
    assert article.headline == title
    assert article.section == "ECONOMIE - ENTREPRISES"


def test_date_inside_the_text_is_not_the_publication_date() -> None:
    article = changed("europresse-text", ("Le lac leur a", "Samedi 6 mai 2023\n\nLe lac leur a"))
    assert "Samedi 6 mai 2023" in article.text
    assert article.day_published == date(2023, 5, 3)


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("PAR NOÉ SALVAN", ["NOÉ SALVAN"]),
        ("Par Noé Salvan et Ana Gil", ["Noé Salvan", "Ana Gil"]),
        ("Le Monde avec AFP", []),
    ],
)
def test_names_above_the_text_are_the_byline(names: str, authors: list[str]) -> None:
    article = changed("europresse-text", ("Noé Salvan", names))
    assert article.byline == names
    assert [author.name for author in article.authors] == authors


def test_text_without_a_copyright_line_starts_below_the_language_line() -> None:
    line = "Copyright 2022 Le Monde All rights reserved.\n"
    article = changed("factiva-text", (line, ""))
    assert article.text.startswith("La cuve ne désemplit pas")
    wrapped = changed("factiva-text", (line, f"{line}Reproduit avec accord.\n"))
    assert wrapped.text == article.text


@pytest.mark.parametrize(
    ("names", "byline"), [("Rémi Dault\n", None), ("Rémi Dault", "Par Rémi Dault, avec Ana Gil")]
)
def test_names_above_the_length_line_are_the_byline(names: str, byline: str | None) -> None:
    article = changed("factiva-text", (names, byline or ""))
    assert (article.byline, article.headline, article.section) == (
        byline,
        "Les tanneries de Vaubray cherchent des bras",
        "Économie",
    )


def test_surname_before_a_comma_is_moved_after_the_first_name() -> None:
    def authors(names: str) -> list[str]:
        return [one.name for one in changed("europresse-text", ("Noé Salvan", names)).authors]

    assert authors("Salvan, Noé; des Noues, Jean-Luc") == ["Noé Salvan", "Jean-Luc des Noues"]
    assert authors("Noé Salvan, Ana Gil") == ["Noé Salvan", "Ana Gil"]
    assert authors("Paris, Marseille") == []


def test_newspaper_and_date_inside_a_text_do_not_start_a_document() -> None:
    text = (FOLDER / "europresse-text" / "export.txt").read_text("utf-8")
    for lines in (
        "Le Monde\nLundi 2 janvier 2012\n",  # directly below text, without an empty line
        "Le journal est paru.\nSciences, lundi 2 janvier 2012 540 mots, p. 8\n",
    ):
        longer = text.replace("Le lac leur a", f"Ils ont lu\n{lines}\nLe lac leur a")
        assert len(list(parse_export(longer))) == 2
    document = (
        "\n\nLa Gazette\nSciences, lundi 2 janvier 2012 540 mots, p. 8\n\nUn titre\n\nLe lac leur a"
    )
    assert len(list(parse_export(text.replace("Le lac leur a", document)))) == 3


def test_only_a_link_to_the_newspaper_gives_the_canonical_address() -> None:
    def address(link: str) -> str | None:
        (item,) = parse_export(
            europresse(
                "Deux mots d’un pêcheur sur la mer, et deux de plus.</p>"
                f'<a href="{link}">Cet article est paru dans La Gazette</a><p>'
            )
        )
        assert isinstance(item, Article)
        assert "est paru" not in item.text
        return item.canonical_url

    assert address("https://gazette.example/mer") == "https://gazette.example/mer"
    assert address("https://nouveau.europresse.com/Document/View?x=1") is None


@pytest.mark.parametrize(
    ("columns", "is_joined"), [(45, False), (55, True), (215, True), (225, False)]
)
def test_lines_are_joined_in_a_wrapped_file(columns: int, *, is_joined: bool) -> None:
    line = ("La mer monte sur la digue " * 9)[: columns - 6] + " enfin"
    long = "« On forme en trois mois, et l'odeur fait le tri », dit le patron.\n"
    article = changed(
        "factiva-text", (long, f"{line}\n{line.upper()}\n"), ("ne désemplit pas, ", "")
    )
    assert (f"{line} {line.upper()}" in article.text) == is_joined


def test_line_that_starts_in_lowercase_continues_the_previous_one() -> None:
    line = "La cuve ne désemplit pas, et l’eau coule de la rivière sans qu’on la compte plus"
    for second, is_joined in (("du tout.", True), ("Du tout.", False)):
        article = changed("factiva-text", ("La cuve ne", f"{line}\n\n{second}\n\nLa cuve ne"))
        assert (f"plus {second}" in article.text) == is_joined


def test_repeated_title_is_removed_only_below_a_page_number() -> None:
    title, text = "Le pont de Sévrac rouvre aux piétons", "Section après section"
    below = changed("nexis-text", (text, f"Page 2 of 3\n{title}\n\n{text}"))
    assert title not in below.text
    quoted = changed("nexis-text", (text, f"{title}\n\n{text}"))
    assert title in quoted.text


def test_names_and_addresses_are_signatures_only_at_the_end() -> None:
    end = "les câbles ont été changés.\n"
    for line in ("nora.lamy@example.org", "Nora Lamy"):
        last = changed("nexis-text", (end, f"{end}\n{line}\n"))
        assert [one.text for one in last.report.removed if one.reason == "signature"] == [line]
        amid = changed("nexis-text", (end, f"{end}\n{line}\n\nOn y passe.\n"))
        assert line in amid.text


def test_text_without_a_length_line_starts_below_the_labels() -> None:
    length = "LENGTH: 336 words\n\n"
    text = (FOLDER / "lexisnexis-text" / "export.txt").read_text("utf-8")
    unlabelled = text.replace("BODY:\n\n", "")
    first, second = (
        next(parse_export(source)) for source in (unlabelled, unlabelled.replace(length, ""))
    )
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (second.text, second.byline) == (first.text, first.byline)


@pytest.mark.parametrize(
    ("lines", "headline", "names"),
    [
        ("Les tanneries\n\nRémi Dault\nAna Gil", "Les tanneries", ["Rémi Dault", "Ana Gil"]),
        ("Simone Veil\n\nRémi Dault", "Simone Veil", ["Rémi Dault"]),
    ],
)
def test_authors_on_several_lines_are_read(lines: str, headline: str, names: list[str]) -> None:
    article = changed(
        "factiva-text", ("Les tanneries de Vaubray cherchent des bras\n\nRémi Dault", lines)
    )
    assert (article.headline, article.section) == (headline, "Économie")
    assert [author.name for author in article.authors] == names


@pytest.mark.parametrize(
    ("dated", "section"),
    [
        ("Dimanche 7 et lundi 8 mai 2023", None),
        ("Dimanche 7 - lundi 8 mai 2023", None),
        ("Sport, dimanche 7 et lundi 8 mai 2023", "Sport"),
    ],
)
def test_first_of_two_days_is_not_a_section(dated: str, section: str | None) -> None:
    page = europresse("Deux mots.").replace("lundi 1 mai 2023", dated)
    (item,) = parse_export(page)
    assert isinstance(item, Article)
    assert (item.section, item.day_published) == (section, date(2023, 5, 8))


# Dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vendredi 15 septembre 2023", date(2023, 9, 15)),
        ("1er août 2021", date(2021, 8, 1)),
        ("World, Friday, November 13, 2015", date(2015, 11, 13)),
        ("Dienstag 10. Dezember 2019", date(2019, 12, 10)),
        ("Dienstag 10.Dezember 2019", date(2019, 12, 10)),
        ("3 de marzo de 2020", date(2020, 3, 3)),
        ("décembre 10 2019", date(2019, 12, 10)),
        ("2023-09-15", date(2023, 9, 15)),
        ("p. 12 avenue 1999, 3 juin 2001", date(2001, 6, 3)),
        ("31 février 2020", None),
        ("le 12 brumaire 1799", None),
    ],
)
def test_a_printed_day_is_read(text: str, day: date | None) -> None:
    found = find_day(text)
    assert (found and found.day) == day


@pytest.mark.parametrize(
    ("text", "hours", "offset"),
    [
        ("15:32", (15, 32), 2),
        ("- 14:05 UTC +02:00", (14, 5), 2),
        ("- 14:05:22 - UTC +0100", (14, 5), 1),
        ("8:30 AM GMT", (8, 30), 0),
        ("12:10 a.m.", (0, 10), 2),
        ("6h07 CET", (6, 7), 1),
    ],
)
def test_a_printed_time_is_read(text: str, hours: tuple[int, int], offset: int) -> None:
    zone = timezone(timedelta(hours=offset))
    assert moment(date(2023, 9, 15), text) == datetime(2023, 9, 15, *hours, tzinfo=zone)


@pytest.mark.parametrize("text", ["6:25 PM EST", "25:70", "612 mots", "14:00 +99:00"])
def test_invalid_or_ambiguous_time_is_ignored(text: str) -> None:
    assert moment(date(2023, 9, 15), text) is None
