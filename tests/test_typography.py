"""Plain typography replaces typographic characters, and changes nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import parse
from lemonde_parse.typography import FOLDS, plain

FOLDERS: Final = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.html"))
CHARACTERS: Final = "".join(fold.characters for fold in FOLDS)
texts = st.text(st.characters() | st.sampled_from(CHARACTERS + "'\"- "))


@given(texts)
def test_plain_typography_keeps_the_length_of_a_text(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert all(
        before == after or before in CHARACTERS
        for before, after in zip(text, plain(text), strict=True)
    )


@given(texts)
def test_plain_text_is_unchanged(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert not set(plain(text)) & set(CHARACTERS)


@given(texts)
def test_words_are_not_split_or_joined(text: str) -> None:
    """The only letter that changes is U+02BC, an apostrophe, and no whitespace is lost."""
    assert plain(text).replace("'", "").split() == [
        plain(word).replace("'", "") for word in text.split() if plain(word).strip("'")
    ]
    assert all(
        plain(character) == character
        for character in text
        if character.isalnum() and character != "\u02bc"
    )


def test_each_character_is_in_one_row() -> None:
    assert len(set(CHARACTERS)) == len(CHARACTERS)
    assert all(len(fold.plain) == 1 and fold.plain.isascii() for fold in FOLDS)


def test_every_space_of_unicode_becomes_plain() -> None:
    spaces = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Zs"}
    assert {character for character in spaces if plain(character) != " "} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« L’été »", '" L\'été "'),
        ("“Oui”, „nein‟, ‹ si ›", '"Oui", "nein", \' si \''),
        ("‘Aujourd´hui’, ‚ça‛, aujourdʼhui", "'Aujourd'hui', 'ça', aujourd'hui"),
        ("porte‑avions, peut‐être", "porte-avions, peut-être"),
        ("48° 51′ 24″", "48° 51' 24\""),
        ("10\u202f000\u00a0€\u2009; 1\u3000an", "10 000 € ; 1 an"),
    ],
)
def test_typographic_characters_are_replaced_with_plain_ones(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    "text", ["œuvre…", "2014–2016 — l'an", "un\tdeux\n\ntrois", "−5", "ﬁn", "`a`"]
)
def test_other_characters_are_unchanged(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_articles_have_no_invisible_characters(folder: Path) -> None:
    article = parse((folder / "page.html").read_bytes())
    assert len(article.plain_text) == len(article.text)
    assert {
        character
        for character in article.plain_text
        if unicodedata.category(character) in ("Cf", "Cc", "Zs") and character not in " \t\n"
    } == set()
