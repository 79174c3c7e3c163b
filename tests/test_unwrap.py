"""Lines of a text: which ones continue, and the marks that text browsers add."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.plaintext.unwrap import (
    Piece,
    _add,
    _crowds,
    _is_spaced,
    _is_wrapped,
    _short_width,
    _width,
    clean,
    common_indent,
    raised,
    unwrap,
)

WRAPPED: Final = (
    "Le marché reprend lundi, et avec lui les habitudes de la place, et les\n"
    "cageots de poisson, le café de sept heures, les cris, la pluie et les\n"
    "parapluies que la mairie voudrait voir disparaître avant la fin de\n"
)
"""Three full lines of an unfinished sentence."""
ONE_LINE: Final = WRAPPED.replace("\n", " ")


def below(*lines: str) -> list[str]:
    """Return the texts of the pieces of a wrapped text that ends with these lines."""
    texts = [piece.text for piece in unwrap(WRAPPED + "\n".join(lines))]
    return [text.removeprefix(ONE_LINE) for text in texts]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["l’été."], ["l’été."]),
        (["l’été.", "Il pleut."], ["l’été.", "Il pleut."]),
        (["l’été.", "e-mail : le port."], ["l’été.", "e-mail : le port."]),
        (["l’été,", "dit-on."], ["l’été, dit-on."]),
        (["l’été", "", "dit-on."], ["l’été", "dit-on."]),
        (["la ville de", "A", "rade."], ["la ville de A rade."]),
        (["l’été.", "", "L", "a mer."], ["l’été.", "La mer."]),
        (["l’été.", "", "L", "o mer."], ["l’été.", "L", "mer."]),
        (["l’été.", "", "L", "* mer."], ["l’été.", "L", "mer."]),
        (["l’été.", "", "LE PORT", "a fermé."], ["l’été.", "LE PORT a fermé."]),
        (["l’été.", "", "L", "A mer."], ["l’été.", "L", "A mer."]),
        (["il appren-", "dra, et il apprendra."], ["il apprendra, et il apprendra."]),
        (["la saison", "o Le quai"], ["la saison", "Le quai"]),
        (["la saison", "* Le quai"], ["la saison", "Le quai"]),
        (["la saison", "* le quai"], ["la saison", "le quai"]),
        (["l’été.", "", "l", "a mer."], ["l’été.", "l a mer."]),
    ],
)
def test_line_continues_the_sentence_above(lines: list[str], expected: list[str]) -> None:
    assert below(*lines) == expected


def test_lines_of_a_text_that_is_not_wrapped_are_pieces() -> None:
    assert list(unwrap("Il pleut et\nsur le quai")) == [
        Piece("Il pleut et"),
        Piece("sur le quai", is_glued=True),
    ]
    assert list(unwrap("")) == []


@pytest.mark.parametrize("number", ["1.", "2)", "12."])
def test_number_below_an_empty_line_starts_an_item(number: str) -> None:
    assert list(unwrap(f"Les étals\n\n{number} Le quai"))[1] == Piece("Le quai", is_item=True)


def test_numbered_items_without_punctuation_are_items() -> None:
    item = Piece("", is_item=True, is_glued=True)
    assert list(unwrap("Les étals\n\n1. Le quai\n2. La rade\n* Le port")) == [
        Piece("Les étals"),
        Piece("Le quai", is_item=True),
        item._replace(text="La rade"),
        item._replace(text="Le port"),
    ]


def test_tab_is_four_columns() -> None:
    assert list(unwrap("\tLe port\n\n  \tLe quai")) == [
        Piece("Le port", indent=4),
        Piece("Le quai", indent=4),
    ]


@pytest.mark.parametrize(
    ("dot", "count", "is_item"), [("• ", 4, True), ("• ", 5, False), ("•", 5, True)]
)
def test_dash_is_not_a_bullet_in_a_text_with_other_bullets(
    dot: str, count: int, *, is_item: bool
) -> None:
    text = "\n".join([*[f"{dot}Le quai"] * count, "- Le port ?"])
    text_of_dash = "Le port ?" if is_item else "- Le port ?"
    first, *_, last = unwrap(text)
    assert first.is_item is dot.endswith(" ")
    assert last == Piece(text_of_dash, is_item=is_item, is_glued=True)


@pytest.mark.parametrize(
    ("gaps", "is_apart"),
    [((1, 2), True), ((1, 1), False), ((2, 2), True), ((1, 3), False), ((0, 2), False)],
)
def test_line_with_two_empty_lines_below_it_is_apart(
    gaps: tuple[int, int], *, is_apart: bool
) -> None:
    above, under = ("\n" * (gap + 1) for gap in gaps)
    pieces = list(unwrap(f"Un quai.{above}Le port{under}Il pleut."))
    assert (pieces[1].text, pieces[1].is_apart) == ("Le port", is_apart)


@pytest.mark.parametrize(
    ("above", "line", "joined"),
    [
        ("ils appren-", "nent vite", "ils apprennent vite"),
        ("un porte-", "avions", "un porte-avions"),
        ("il part -", "dit-on", "il part - dit-on"),
        ("le 12-", "juin", "le 12- juin"),
        ("le train-", "12", "le train- 12"),
        ("pré-", "et postnatal", "pré- et postnatal"),
    ],
)
def test_word_is_joined_at_its_hyphen(above: str, line: str, joined: str) -> None:
    parts = [above]
    _add(parts, line, {"apprennent"})
    assert "".join(parts) == joined


@pytest.mark.parametrize(
    ("line", "following", "is_wrapped", "is_spaced"),
    [
        ("Le quai", "Le port", "", ""),
        ("Le quai", "le port", "wrapped", "wrapped"),
        ("Le quai.", "le port", "", "wrapped"),
        ("Le quai", "» Le port", "wrapped", "wrapped"),
        ("Le quai de", "Port", "wrapped", "wrapped"),
        ("Publié le 3 mai 2023 à 10h00", "le port", "wrapped", "wrapped"),
        ("Publié le 3 mai 2023 à 10h00", f"P{'o' * 80}", "", "wrapped"),
        ("a" * 66, "B" * 13, "", ""),
        ("a" * 66, "B" * 14, "wrapped", "wrapped"),
    ],
)
def test_line_of_eighty_columns_is_wrapped(
    line: str, following: str, is_wrapped: str, is_spaced: str
) -> None:
    found = [_is_wrapped(line, following, 80, is_spaced=spaced) for spaced in (False, True)]
    assert found == [is_wrapped != "", is_spaced != ""]


LABEL: Final = "Lire aussi : "


@pytest.mark.parametrize(
    ("line", "following", "expected"),
    [
        (f"{'a' * 69}.", "Bac 123 ans", (False, True)),
        (f"{'a' * 65}.", "B" * 13, (False, False)),
        (f"{'a' * 65}.", "B" * 14, (True, True)),
        (f"{'a' * 65}.", "La\u00a0Marseillaise sonne", (True, True)),
        (f"{'a' * 65}.", "La Marseillaise sonne", (False, False)),
        (f"{'é' * 60}.", "Bac", (False, True)),
        (f"{'a' * 71}.", "12 %", (False, True)),
        (f"{'a' * 75}.", "12 %", (True, True)),
        (f"{'a' * 75}.", LABEL, (True, False)),
        ("a" * 75, LABEL, (True, True)),
        (f"{LABEL}{'a' * 55}", "Le port", (False, True)),
        (f"{LABEL}{'a' * 53}", "Le port", (False, False)),
    ],
)
def test_line_is_wrapped_if_the_next_words_do_not_fit(
    line: str, following: str, expected: tuple[bool, bool]
) -> None:
    found = tuple(_is_wrapped(line, following, 80, is_spaced=spaced) for spaced in (False, True))
    assert found == expected


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        (["a" * 60, "b"], 60),
        (["a" * 59, "b"], 0),
        (["a" * 100, "b"], 100),
        (["a" * 101, "b"], 0),
        (["a" * 60, "B"], 0),
        ([f"{'a' * 59}.", "b"], 0),
        (["a" * 60, "", "b"], 0),
        (["a" * 60, "b", "a" * 45, "B" * 15, "B"], 60),
        (["a" * 60, "b", "a" * 45, "B" * 14, "B"], 0),
        (["a" * 60, "b", "a" * 44, "B", "B"], 60),
        (["a" * 60, "b", *[""] * 58], 60),
        (["a" * 60, "b", *[""] * 59], 0),
        ([], 0),
    ],
)
def test_width_of_a_short_text_is_that_of_its_full_lines(lines: list[str], width: int) -> None:
    assert _short_width(lines, list(map(len, lines))) == width


@pytest.mark.parametrize(
    ("near", "count", "expected"),
    [
        ((3, 0), 3, True),
        ((2, 0), 2, False),
        ((4, 0), 10, True),
        ((4, 0), 11, False),
        ((2, 2), 4, True),
        ((2, 3), 5, False),
    ],
)
def test_lines_crowd_near_the_width(near: tuple[int, int], count: int, *, expected: bool) -> None:
    lines = [*["Le quai"] * near[0], *["Il pleut."] * near[1]]
    assert _crowds(lines, count) is expected


FULL: Final = ["a" * 150] * 3


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        ([*FULL, "B"], 150),
        ([*["a" * 220] * 3, "B"], 220),
        ([*["a" * 221] * 3, "B"], 0),
        ([*FULL, "B", "", "a" * 221], 0),
        ([*FULL, *["b" * 60] * 16, "", "a" * 221], 0),
        ([*FULL, *["b" * 60] * 17, "", "a" * 221], 150),
        (["a" * 150, "", "a" * 150, "", "a" * 150, ""], 0),
        ([*["a" * 150, ""] * 3, *["b" * 131] * 3, "B"], 0),
        ([*["a" * 150, ""] * 3, *["b" * 132] * 3, "B"], 150),
    ],
)
def test_width_of_a_long_text_is_that_of_most_of_its_lines(lines: list[str], width: int) -> None:
    assert _width(lines, list(map(len, lines)), [0] * len(lines)) == width


def is_spaced(length: int = 20, indent: int = 2, count: int = 3, text: str = "Il pleut.") -> bool:
    """Match a text of 40 columns with short sentences of this length and indent."""
    full = [("Le bac", 31, 2), ("Le quai", 30, 3), ("Le port", 30, 3)]
    rows = [*full, *[(text, length, indent), ("", 0, 0)] * count]
    lines, lengths, indents = (list(column) for column in zip(*rows, strict=True))
    return _is_spaced(lines, lengths, indents, 40)


def test_text_is_spaced_by_short_sentences_at_the_margin_of_its_full_lines() -> None:
    assert is_spaced()
    assert (is_spaced(length=3), is_spaced(length=2)) == (True, False)
    assert (is_spaced(length=29), is_spaced(length=30)) == (True, False)
    assert not is_spaced(indent=3)
    assert not is_spaced(count=2)
    assert not is_spaced(text="Le quai")


# Marks of text browsers


def cleaned(*texts: str) -> list[str]:
    return [piece.text for piece in clean(map(Piece, texts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le [12]quai [a]", ["Le quai [a]"]),
        ("Le quai [grue.jpg] ouvre", ["Le quai ouvre"]),
        ("L a mer", ["La mer"]),
        ("A la mer", ["A la mer"]),
        ("*", []),
        ("•", []),
        ("*+", ["*+"]),
        ("x", ["x"]),
        (" [IMG] ", []),
        ("XIX^e siècle", ["XIXe siècle"]),
        ("M^(me )Gil", ["Mme Gil"]),
        ("M<sup>me</sup> Gil", ["Mme Gil"]),
    ],
)
def test_marks_of_text_browsers_are_removed(text: str, expected: list[str]) -> None:
    assert cleaned(text) == expected


def test_superscript_without_text_is_dropped() -> None:
    assert raised("") == ("", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(BUTTON) Suivre", [("Suivre", True)]),
        ("(BUTTON) Suivre (BUTTON) Offrir", [("Suivre", True), ("Offrir", True)]),
        ("Le quai (BUTTON) Suivre", [("Le quai", False), ("Suivre", False)]),
        (f"(BUTTON) {'a' * LIMITS.name}", [("a" * LIMITS.name, True)]),
        (f"(BUTTON) {'a' * (LIMITS.name + 1)}", [("a" * (LIMITS.name + 1), False)]),
    ],
)
def test_labels_of_buttons_are_separate_lines(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(piece.text, piece.is_button) for piece in clean([Piece(text)])] == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([(LIMITS.prose + 1, 3), (LIMITS.prose, 4), (LIMITS.prose, 4)], 3),
        ([(LIMITS.prose, 4), (LIMITS.biography + 1, 4), (LIMITS.biography + 1, 5)], 4),
        ([(LIMITS.biography + 1, 5), (LIMITS.biography, 4), (LIMITS.biography, 4)], 5),
        ([(LIMITS.biography, 4)], 0),
        ([], 0),
    ],
)
def test_indent_of_the_longest_paragraphs_is_that_of_the_text(
    pieces: Sequence[tuple[int, int]], expected: int
) -> None:
    items = [Piece("a" * 200, indent=7, is_item=True)] * 3
    texts = [Piece("a" * length, indent=indent) for length, indent in pieces]
    assert common_indent([*items, *texts]) == expected
