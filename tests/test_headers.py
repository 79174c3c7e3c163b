"""Header lines of a text: datelines, bylines, sections, and the features of a title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import pytest

from dump_lines import pieces
from lemonde_parse import Author, Mark
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.layout import Role
from lemonde_parse.line import Line
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.plaintext.header import (
    Lines,
    has_header,
    header_lines,
    is_dateline,
    is_main_heading,
    is_moment,
    is_printed,
    read_above_title,
    read_dates,
    read_header,
    read_minutes,
    read_printed_line,
    title_features,
    without_site,
)
from lemonde_parse.plaintext.unwrap import OBJECT, Piece

DATE: Final = "Publié le 3 mai 2023 à 10h00"
TITLE: Final = "Le bac de Tréval repart sans son vieux capitaine"
STANDFIRST: Final = "Après trois mois de grève, la traversée reprend entre les deux rives."
DAY: Final = "date_published: 2023-05-03 10:00:00+02:00"


def item(text: str, *, is_glued: bool = True) -> Piece:
    return Piece(text, is_item=True, is_glued=is_glued)


def heading(text: str, level: int = 1) -> Piece:
    return Piece(text, line=Line(Role.HEADING, text, level=level))


def padded(start: str, end: str, length: int) -> str:
    """Return a line of exactly `length` characters."""
    return f"{start}{'a' * (length - len(start) - len(end))}{end}"


def fields(claims: Sequence[Claim[object]]) -> list[str]:
    """Return "field: value" for each claim with a value, with authors by name, job and address."""
    return [
        f"{claim.field.name}: {shown(claim.value)}" for claim in claims if claim.value is not None
    ]


def shown(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return " + ".join(
        ", ".join(filter(None, (one.name, one.job_title, one.location, one.url)))
        if isinstance(one, Author)
        else str(one)
        for one in value
    )


def header(*lines: str | Piece, base: int = 0, is_page: bool = False) -> list[str]:
    """Return the fields of the lines above a text."""
    above = pieces(*lines)
    page = Lines([piece.text for piece in above], is_page=is_page)
    return fields(read_header(above, base, [], page))


# Datelines


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (DATE, "dateline, moment, printed"),
        ("Mis à jour le 3 mai 2023 à 10h00", "dateline, printed"),
        ("Modifié le 3 mai 2023 à 10h00", ""),
        ("Updated on May 3, 2023, at 10:00 am", "dateline, printed"),
        ("La Tribune | 03.05.2023 à 10h00", "dateline, printed"),
        (f"{DATE} Temps de lecture 2 min.", "dateline, printed"),
        (f"{DATE}.", ""),
        ("Publié le 3 mai, le rapport a fait du bruit", ""),
        ("Le bac est parti à 10h00", ""),
        (padded("", f" {DATE}", LIMITS.long_heading), "dateline, printed"),
        (padded("", f" {DATE}", LIMITS.long_heading + 1), ""),
        ("Le Phare | 3 mai 2023, 10h00", "moment"),
        (padded("", " | 3 mai 2023, 10h00", LIMITS.long_heading), "moment"),
        (padded("", " | 3 mai 2023, 10h00 |", LIMITS.long_heading + 1), ""),
        ("Par Claire Vasseur", "printed"),
        ("Par Claire Vasseur.", ""),
        (padded("Par Claire Vasseur et A", "", LIMITS.long_heading), "printed"),
        (padded("Par Claire Vasseur et A", "", LIMITS.long_heading + 1), ""),
    ],
)
def test_dateline_and_byline_have_a_maximum_length_and_no_full_stop(
    line: str, expected: str
) -> None:
    tests = {"dateline": is_dateline, "moment": is_moment, "printed": is_printed}
    assert ", ".join(name for name, test in tests.items() if test(line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (DATE, [DAY]),
        (f"Par Ana Gil {DATE}", ["byline: Par Ana Gil", "authors: Ana Gil", DAY]),
        (
            f"Par Ana Gil, {DATE} | Par Luc Roy",
            [
                "byline: Par Ana Gil", "authors: Ana Gil",
                "byline: Par Luc Roy", "authors: Luc Roy", DAY,
            ],
        ),
        (f"Grand Ouest | {DATE}", [DAY]),
        ("Ana Gil, le 3 mai 2023 à 10h00", ["byline: Ana Gil", "authors: Ana Gil", DAY]),
        ("Brèves | Ana Gil | 3 mai 2023, 10h00", ["byline: Ana Gil", "authors: Ana Gil", DAY]),
        ("Le port, le 3 mai 2023 à 10h00", [DAY]),
        (
            "Publié le 3 mai 2023 par Ana Gil",
            ["byline: par Ana Gil", "authors: Ana Gil", "day_published: 2023-05-03"],
        ),
        ("Publié le 3 mai 2023 par anagil", ["day_published: 2023-05-03"]),
        ("Le 3 mai 2023 par Ana Gil", ["day_published: 2023-05-03"]),
        (
            f"{DATE}, modifié le 4 mai 2023 à 11h00 Lecture 2 min.",
            [DAY, "date_modified: 2023-05-04 11:00:00+02:00", "reading_minutes: 2"],
        ),
    ],
)  # fmt: skip
def test_dateline_gives_dates_reading_time_and_the_byline_next_to_it(
    line: str, expected: list[str]
) -> None:
    assert fields(read_dates(line, None)) == expected


@pytest.mark.parametrize(
    ("line", "expected"), [("Lecture 3 min.", [3]), ("12 min read", [12]), ("Lecture", [])]
)
def test_reading_time_is_read_in_french_or_english(line: str, expected: list[int]) -> None:
    assert [claim.value for claim in read_minutes(line)] == expected


def test_linked_names_give_the_addresses_of_authors() -> None:
    text = "Par Ana Gil et Luc Roy, avec AFP"
    address = "https://tidelandes.test/gil"
    marks = (
        Mark(kind="link", start=4, end=11, href=address),
        Mark(kind="strong", start=15, end=22, href=f"{address}/roy"),
    )
    assert fields(read_printed_line(text, marks, None)) == [
        f"byline: {text}", f"authors: Ana Gil, {address} + Luc Roy", "agencies: AFP"
    ]  # fmt: skip
    assert fields(read_printed_line(DATE, marks, None)) == [DAY]


# Lines above a text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (padded("L", "", 31), True),
        (padded("L", "", 30), False),
        (padded("N", "", 31), False),
    ],
)
def test_title_of_the_document_is_longer_than_the_name_of_a_section(
    text: str, expected: bool
) -> None:
    page = Lines([f"{padded('L', '', 31)} - Le Phare"], is_page=True)
    assert page.is_title(text) is expected


@pytest.mark.parametrize(
    ("more", "above", "expected"),
    [(LIMITS.name, 2, True), (LIMITS.name + 1, 2, False), (LIMITS.name, 3, False)],
)
def test_title_of_the_document_is_near_the_top_with_little_else_on_its_line(
    more: int, above: int, expected: bool
) -> None:
    page = Lines([*["Menu"] * above, padded(TITLE, "", len(TITLE) + more)], is_page=True)
    assert page.is_title(TITLE) is expected


def test_pictures_and_buttons_are_not_lines_of_a_header() -> None:
    lines = pieces(OBJECT, TITLE, "Partager", "Facebook", "Se connecter", DATE)
    assert header_lines(lines) == pieces(TITLE, DATE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (DATE, True),
        ("3 mai 2023", True),
        ("Article réservé aux abonnés", True),
        ("Partager", True),
        ("Facebook", True),
        ("Temps de lecture : 3 min", True),
        ("Par Claire Vasseur", True),
        (TITLE, False),
        (padded("", f" {DATE}", LIMITS.long_heading), True),
        (padded("", f" {DATE}", LIMITS.long_heading + 1), False),
        (padded("Par Claire Vasseur et A", "", LIMITS.signature), True),
        (padded("Par Claire Vasseur et A", "", LIMITS.signature + 1), False),
    ],
)
def test_header_has_a_date_a_byline_or_a_known_phrase(line: str, expected: bool) -> None:
    assert has_header(pieces(TITLE, line)) is expected


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        ("Le bac repart - Le Phare", ["Le Phare"], "Le bac repart"),
        ("Le bac repart - Le Phare", ["Menu"], "Le bac repart - Le Phare"),
        ("Le bac repart - Un quai Libération", ["Libération"], "Le bac repart - Un quai"),
        ("Le bac repart Libération", ["Libération"], "Le bac repart"),
        ("Le bac repart Libération", ["Menu"], "Le bac repart Libération"),
        ("Le bac repart", ["Le Phare"], "Le bac repart"),
    ],
)
def test_site_at_the_end_of_a_title_is_removed_if_it_is_a_line_of_the_page(
    title: str, lines: list[str], expected: str
) -> None:
    assert without_site(title, Lines(lines, is_page=True)) == expected


def test_main_heading_is_of_the_first_level() -> None:
    levels = [level for level in range(1, 4) if is_main_heading(heading(TITLE, level).line)]
    assert levels == [1]
    assert not is_main_heading(Line(Role.PARAGRAPH, TITLE))


NAMED: Final = f"headline: {TITLE}"
OTHER: Final = "Un quai, un port, une rade et puis deux phares"
TRAIL: Final = ["section: Sport", "breadcrumbs: Sport + Voile"]
INDENTED: Final = Piece("Sport", indent=1)
SIGNED: Final = ["byline: Par Ana Gil", "authors: Ana Gil"]
STATUS: Final = "Article réservé aux abonnés"
CLOSED: Final = "is_accessible_for_free: False"


def of_length(length: int) -> str:
    return padded("Le bac repart", ".", length)


def name_of(length: int) -> str:
    return padded("Ana G", "l", length)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (partial(header, TITLE, DATE), [NAMED, DAY]),
        (partial(header, "Récit", TITLE), [NAMED, "kicker: Récit", "genre: Récit"]),
        (partial(header, OTHER, heading(TITLE)), [NAMED]),
        (partial(header, TITLE, heading("Le port")), ["headline: Le port"]),
        (partial(header, heading(OTHER), heading(TITLE)), [NAMED]),
        (partial(header, "Sport", "Voile", heading(TITLE)), [NAMED, *TRAIL]),
        (partial(header, "Sport", "Voile", heading(TITLE), is_page=True), [NAMED]),
        (partial(header, item("Sport"), "Voile", heading(TITLE), is_page=True), [NAMED, *TRAIL]),
        (partial(header, INDENTED, "Voile", heading(TITLE), is_page=True), [NAMED, *TRAIL]),
        (partial(header, INDENTED, "Voile", heading(TITLE), base=1, is_page=True), [NAMED]),
        (partial(header, "Sport", "Par Ana Gil", DATE, is_page=True), [*SIGNED]),
        (partial(header, "- Sport", "Par Ana Gil", DATE), ["headline: - Sport", DAY, *SIGNED]),
        (partial(header, "Ana Gil", "Voile", STATUS, is_page=True), [CLOSED]),
        (partial(header, "Posté le 3 mai 2023 à 10h00"), [DAY]),
        (partial(header, "3 mai 2023", "Le Monde"), ["day_published: 2023-05-03"]),
    ],
)
def test_lines_above_a_text(found: Callable[[], list[str]], expected: list[str]) -> None:
    assert found() == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ([STANDFIRST], [f"description: {STANDFIRST}"]),
        ([f"© {STANDFIRST}"], []),
        ([f"{STANDFIRST} Le port. JEANNE DURAND / AFP"], []),
        (["12 – 13."], []),
        ([of_length(LIMITS.headline)], [f"description: {of_length(LIMITS.headline)}"]),
        ([of_length(LIMITS.headline + 1)], []),
        ([item(STANDFIRST)], []),
        (["14h05"], []),
        (["Partager cet article"], []),
        (["Publié le 3 mai 2023 par anagil"], ["day_published: 2023-05-03"]),
        ([f"Par Ana Gil {DATE}"], [*SIGNED, DAY]),
        (["Récit"], ["kicker: Récit", "genre: Récit"]),
        ([STATUS], [CLOSED]),
        (["Le Monde"], ["byline: Le Monde"]),
        (["Par Ana Gil"], SIGNED),
        (["Ana Gil"], ["byline: Ana Gil", "authors: Ana Gil"]),
        (["Collectif"], ["byline: Collectif", "authors: Collectif"]),
        (["Le port ouvre !"], ["description: Le port ouvre !"]),
        (
            ["Ana Gil", "Historienne", "Collectif"],
            ["description: Collectif", "byline: Ana Gil (Historienne)", "authors: Ana Gil, Historienne"],
        ),
        (
            ["Ana Gil", "Luc Roy", "Marin"],
            ["byline: Ana Gil, Luc Roy (Marin)", "authors: Ana Gil + Luc Roy, Marin"],
        ),
        (["Ana Gil, autrice"], ["byline: Ana Gil, autrice", "authors: Ana Gil, autrice"]),
        (
            ["Ana Gil", "Marin."],
            ["description: Marin.", "byline: Ana Gil", "authors: Ana Gil"],
        ),
        (
            ["Ana Gil", "a" * LIMITS.name],
            [f"byline: Ana Gil ({'a' * LIMITS.name})", f"authors: Ana Gil, {'a' * LIMITS.name}"],
        ),
        (
            ["Ana Gil", "a" * (LIMITS.name + 1)],
            [f"description: {'a' * (LIMITS.name + 1)}", "byline: Ana Gil", "authors: Ana Gil"],
        ),
        ([name_of(LIMITS.name)], [f"{kind}: {name_of(LIMITS.name)}" for kind in ("byline", "authors")]),
        ([name_of(LIMITS.name + 1)], [f"description: {name_of(LIMITS.name + 1)}"]),
    ],
)  # fmt: skip
def test_lines_below_a_title(below: list[str | Piece], expected: list[str]) -> None:
    assert header(heading(TITLE), *below) == [NAMED, *expected]


def test_links_of_a_byline_are_read_if_it_is_the_whole_line() -> None:
    text = "Par Ana Gil"
    marks = (Mark(kind="link", start=4, end=11, href="https://tidelandes.test/gil"),)
    line = Line(Role.PARAGRAPH, text, marks)
    other = Line(Role.PARAGRAPH, f"{text}, Luc Roy", marks)
    assert header(heading(TITLE), Piece(text, line=line))[2] == (
        "authors: Ana Gil, https://tidelandes.test/gil"
    )
    assert header(heading(TITLE), Piece(text, line=other))[2] == "authors: Ana Gil"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Sport", "Voile"], ["Sport", "Voile"]),
        (["Sport", "Voile", "Voile"], ["Sport", "Voile"]),
        (["Sport Sport"], ["Sport"]),
        (["Un", "Deux", "Trois", "Quatre"], ["Un", "Deux", "Trois", "Quatre"]),
        (["Un", "Deux", "Trois", "Quatre", "Cinq"], []),
        (["Un", "a" * 40, "Sport"], ["Sport"]),
        (["Un", padded("L", "", 39), "Sport"], ["Un", padded("L", "", 39), "Sport"]),
        (["Un", item("a" * 40), "Sport"], ["Un", "a" * 40, "Sport"]),
        (["Un", "Recherche", "Sport"], ["Sport"]),
        (["Un", item("Deux", is_glued=False), item("Sport")], ["Deux", "Sport"]),
        (["Un", Piece("Deux"), Piece("Sport", is_glued=True)], ["Un", "Deux", "Sport"]),
        (["Accueil", "Récit", "Sport"], ["Sport"]),
        (["← Le port", "3 mai 2023", "Sport"], ["Sport"]),
        ([], []),
    ],
)
def test_breadcrumb_is_a_few_short_lines_or_a_list(
    above: list[str | Piece], expected: list[str]
) -> None:
    trail = [f"section: {expected[0]}", f"breadcrumbs: {' + '.join(expected)}"] if expected else []
    found = header(*above, heading(TITLE))
    assert [claim for claim in found if claim.startswith(("section", "breadcrumbs"))] == trail


def test_only_lines_near_the_main_heading_of_markdown_are_read() -> None:
    def above(*lines: str | Piece) -> list[str]:
        return fields(read_above_title(pieces(*lines)))

    assert above("Sport", "Voile") == TRAIL
    assert above(OTHER, "Récit") == ["kicker: Récit", "genre: Récit"]
    assert above(OTHER, "Par Ana Gil", OTHER) == SIGNED
    assert above(DATE, OTHER) == [DAY]
    assert above("Publié le 3 mai 2023.", OTHER) == ["day_published: 2023-05-03"]
    assert above(DATE, *[OTHER] * 5) == [DAY]
    assert above(DATE, *[OTHER] * 6) == []


# Features of a title


def features(
    *lines: str | Piece, at: int = 1, menu: Sequence[str] = ("Menu",) * 3, is_page: bool = True
) -> str:
    """Return the title features of line `at`; list items are not candidates."""
    above = pieces(*lines)
    candidates = [index for index, piece in enumerate(above) if not piece.is_item]
    page = Lines([*menu, *(piece.text for piece in above)], is_page=is_page)
    return ", ".join(title_features(above, at, candidates, BASE, page))


def line(length: int, start: str = "Le bac", end: str = "", indent: int = 4) -> Piece:
    return Piece(padded(start, end, length), indent=indent)


BASE: Final = 4
"""The indent of the paragraphs."""
SHORT: Final = line(30)
LONG: Final = line(31)
ABOVE: Final = line(40, "Un port")
BELOW: Final = [line(40, "Deux ports"), line(40, "Trois ports")]
PROSE: Final = line(LIMITS.prose + 1)
IN_MENU: Final = "as short as a section's name"
FIRST: Final = "first line longer than a section's name"
LAST: Final = (
    "last line, only a byline or standfirst below, last line, longer than a section's name"
)
NEXT: Final = "last line but one, only a byline or standfirst below"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (partial(features, ABOVE, LONG, *BELOW), ""),
        (partial(features, ABOVE, SHORT, *BELOW), IN_MENU),
        (partial(features, ABOVE, SHORT, line(50, end="."), *BELOW), "standfirst below"),
        (partial(features, ABOVE, line(30, indent=3), *BELOW), "set apart by its indent"),
        (partial(features, ABOVE, line(30, indent=20), *BELOW), IN_MENU),
        (partial(features, ABOVE, line(30, indent=21), *BELOW), "set apart by its indent"),
        (partial(features, LONG, *BELOW, at=0), f"first line, {FIRST}"),
        (
            partial(features, LONG, *BELOW, at=0, is_page=False),
            f"first line, first line of a text, {FIRST}",
        ),
        (partial(features, item("Quai"), LONG, *BELOW, is_page=False), f"first line of a text, {FIRST}, list above"),
        (partial(features, item("Quai"), LONG, *BELOW), f"{FIRST}, list above"),
        (partial(features, ABOVE, LONG, item("Quai"), *BELOW), "list below"),
        (partial(features, SHORT, LONG, *BELOW), FIRST),
        (partial(features, ABOVE, ABOVE, LONG, at=2), LAST),
        (partial(features, ABOVE, SHORT), f"last line, {IN_MENU}, only a byline or standfirst below"),
        (partial(features, ABOVE, LONG, ABOVE), "last line but one"),
        (partial(features, ABOVE, line(LIMITS.prose), *BELOW), ""),
        (partial(features, ABOVE, PROSE, *BELOW), "standfirst"),
        (partial(features, ABOVE, line(50, end="…"), *BELOW), "standfirst"),
        (partial(features, ABOVE, LONG, LONG, *BELOW), "printed again"),
        (
            partial(features, ABOVE, PROSE, PROSE, *BELOW),
            "standfirst below, standfirst, as long as a standfirst, and printed again, printed again",
        ),
        (partial(features, ABOVE, Piece("Ana Gil", 4), *BELOW), f"{IN_MENU}, a name"),
        (partial(features, ABOVE, Piece("Ana Gil, marin", 4), *BELOW), f"{IN_MENU}, a name with a job"),
        (partial(features, ABOVE, Piece("Le port, marin", 4), *BELOW), IN_MENU),
        (partial(features, "Ana Gil", LONG, *BELOW), f"below a name, {FIRST}"),
        (partial(features, "Récit", LONG, *BELOW), f"genre above, {FIRST}"),
        (partial(features, ABOVE, LONG, "Récit", *BELOW), "genre below"),
        (partial(features, ABOVE, LONG, BELOW[0], "Récit"), ""),
        (partial(features, ABOVE, LONG, "Recueilli par Ana Gil"), f"{NEXT}, byline below"),
        (partial(features, ABOVE, LONG, *BELOW[1:], "Le Monde", *BELOW), "byline below"),
        (partial(features, ABOVE, LONG, *BELOW, "Le Monde"), ""),
        (partial(features, ABOVE, LONG, "Ana Gil, marin"), f"{NEXT}, name below"),
        (partial(features, ABOVE, LONG, PROSE), f"last line but one, standfirst below, {NEXT[19:]}"),
        (partial(features, ABOVE, LONG, "Récit"), f"last line but one, genre below, {NEXT[19:]}"),
        (partial(features, ABOVE, LONG, STATUS), NEXT),
        (partial(features, SHORT, SHORT, SHORT, LONG, *BELOW, at=3), f"below a menu, {FIRST}"),
        (partial(features, LONG, SHORT, SHORT, ABOVE, *BELOW, at=3), ""),
        (partial(features, SHORT, SHORT, LONG, *BELOW, at=2), FIRST),
        (partial(features, ABOVE, DATE, LONG, *BELOW, at=2), "date above"),
        (partial(features, ABOVE, "Recherche", SHORT, *BELOW, at=2), f"{IN_MENU}, short, below the search box"),
        (partial(features, ABOVE, "Recherche", LONG, *BELOW, at=2), ""),
        (partial(features, ABOVE, LONG, "et le quai", *BELOW), "continues below"),
        (partial(features, ABOVE, line(40, "et le quai"), *BELOW), "starts with a lower-case letter"),
        (partial(features, ABOVE, heading(TITLE)._replace(indent=4), *BELOW), "marked as the main heading"),
        (partial(features, ABOVE, heading(TITLE, 3)._replace(indent=4), *BELOW), "marked as a heading"),
        (partial(features, ABOVE, Piece(TITLE, 4, line=Line(Role.PARAGRAPH, TITLE)), *BELOW), ""),
    ],
)  # fmt: skip
def test_features_of_a_title(found: Callable[[], str], expected: str) -> None:
    assert found() == expected
