"""Phrases and punctuation by which a text is divided into zones."""

from __future__ import annotations

from typing import Final

import pytest

from dump_lines import BODY
from lemonde_parse.plaintext.unwrap import Piece
from lemonde_parse.plaintext.zones import (
    _after_buttons,
    _closing_kind,
    _has_boilerplate,
    _is_long_menu,
    find_article,
)

AROUND: Final = (
    "S’abonner dès 1 €",
    "La suite après la publicité",
    "Mots-clés :",
    "10 Commentaires",
    "Les plus lus 1 Un titre",
    "À la une",
    "WhatsApp",
    "Inscrivez-vous",
    "Ce contenu est réservé aux inscrits",
    "Le Monde’s app",
    "Partager :",
)
"""A line of each kind of boilerplate."""


@pytest.mark.parametrize("line", AROUND)
def test_six_lines_of_boilerplate_make_a_page(line: str) -> None:
    others = [other for other in AROUND if other != line][:5]
    assert _has_boilerplate([Piece(text) for text in (*others, line)])
    assert not _has_boilerplate([Piece(text) for text in (*others, others[0])])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Les plus lus 1 Un titre", "end"),
        ("Vous souhaitez lire la suite ?", "notice"),
        ("Sur le même sujet", "beside"),
        ("Mots-clés :", "below"),
        ("10 Commentaires", "comments"),
        ("Inscrivez-vous", "newsletter"),
        ("Partager :", "share"),
        ("S’abonner dès 1 €", "account"),
        ("Aller sur la page de ce journaliste Suivre ce journaliste sur twitter", "author"),
        ("Ana Gil", "signature"),
        ("Anna Gil", None),
        ("Le quai", None),
    ],
)
def test_article_may_end_above_a_line_of_these_kinds(line: str, kind: str | None) -> None:
    assert _closing_kind(line, "Par Ana Gil\nLe quai") == kind


@pytest.mark.parametrize(
    "line",
    [
        "Partager :",
        "WhatsApp",
        "Temps de lecture : 3 min.",
        "Abonnés",
        "Article réservé à nos abonnés",
        "Le Monde",
    ],
)
def test_lines_above_the_first_paragraph_are_buttons_or_labels(line: str) -> None:
    assert _after_buttons([Piece(line), Piece("Le quai")]) == [Piece("Le quai")]


@pytest.mark.parametrize("mark", ".!?…»,;:")
def test_lines_with_punctuation_at_their_end_are_not_a_menu(mark: str) -> None:
    closed = [Piece(f"Le quai{mark}")]
    assert _is_long_menu([*closed * 5, *[Piece("Le quai")] * 20])
    assert not _is_long_menu([*closed * 6, *[Piece("Le quai")] * 20])


@pytest.mark.parametrize("mark", ".,:;")
def test_repeated_line_with_punctuation_at_its_end_is_not_a_title(mark: str) -> None:
    line = f"Une halle et ses marchands sous la bâche bleue{mark}"
    region = find_article([Piece(text) for text in (line, line, *BODY)], None, is_page=False)
    assert [piece.text for piece in region.pieces] == [line, line, *BODY]
