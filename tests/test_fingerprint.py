"""Fingerprints: the differences that they ignore, and how well they estimate the overlap of two
texts."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import Article, Paragraph, parse, parse_text, similarity
from lemonde_parse.fingerprint import PLACES, RUN, fingerprint, folded_words

FOLDERS: Final = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.html"))
TEXT: Final = "L’été, le bac d’Olmet part à 8 heures du quai nord : « Montez ! », crie le passeur."
WORDS: Final = [
    "le",
    "la",
    "un",
    "bac",
    "quai",
    "port",
    "nord",
    "sud",
    "part",
    "vient",
    "crie",
    "passeur",
    "été",
    "matin",
    "soir",
]


def marks(text: str) -> str:
    found = fingerprint(text)
    assert found is not None
    return found


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    assert marks(TEXT) == (
        "1cebb47d46ad763f08d19a17e0a9723bd39c6549c7905922ebb47d460fd88fd7"
        "a06932fbc48d561fe8b17a430cd59e6730f9c28b5429f2763fb3546a33fcc553"
    )
    assert Article(body=(Paragraph(text=TEXT),)).fingerprint == marks(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "L'ÉTÉ, LE BAC D'OLMET PART À 8 HEURES DU QUAI NORD : MONTEZ, CRIE LE PASSEUR",
        "l'ete le bac d'Olmet part a 8 heures du quai nord - \"Montez!\" crie le passeur...",
        "L’été,\n\nle bac  d’Olmet\tpart à 8\u202fheures du quai nord. Montez ? crie le passeur.",
        "L’e\u0301te\u0301 le bac d’Olmet part a\u0300 8 heures du quai nord. Montez, crie le passeur",
    ],
)
def test_case_accents_and_typography_are_ignored(text: str) -> None:
    assert fingerprint(text) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("8", "9"),
        TEXT.replace("nord", "sud"),
        "Le bac, l’été" + TEXT[13:],
        TEXT + " Oui.",
    ],
)
def test_words_and_their_order_change_the_fingerprint(text: str) -> None:
    assert fingerprint(text) != fingerprint(TEXT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« L’œuvre » d’Ægir", ["l", "oeuvre", "d", "aegir"]),
        ("1ᵉʳ mai, 10\u202f000 €", ["1er", "mai", "10", "000"]),
        ("porte-à-faux, snake_case", ["porte", "a", "faux", "snake", "case"]),
        ("Straße, Ελλάδα, 中文", ["strasse", "ελλαδα", "中文"]),
        ("– … !", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert folded_words(text) == words


@pytest.mark.parametrize("text", ["", " \n", "… – !"])
def test_a_text_without_words_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text) is None


def test_short_texts_are_compared_as_a_whole() -> None:
    assert similarity(marks("Oui"), marks("oui !")) == 1
    assert similarity(marks("Oui"), marks("Non")) < 0.1
    assert similarity(marks("Oui, non"), marks("Non, oui")) < 0.1
    assert similarity(marks("Oui"), marks("Oui, oui")) < 0.1


@given(st.text())
def test_every_text_is_similar_to_itself(text: str) -> None:
    found = fingerprint(text)
    if found is None:
        assert folded_words(text) == []
    else:
        assert len(found) == 2 * PLACES
        assert similarity(found, found) == 1


def runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@given(st.integers(0, 10**6), st.integers(150, 600), st.floats(0, 1))
def test_similarity_estimates_the_share_of_common_runs(
    seed: int, length: int, share: float
) -> None:
    """The end of the second text is rewritten. The tolerance is five standard errors, plus a margin
    for empty places of a fingerprint, which borrow the values of other places."""
    draw = random.Random(seed)  # noqa: S311
    first = [f"{draw.choice(WORDS)}{draw.randrange(50)}" for _ in range(length)]
    kept = int(length * share)
    other = first[:kept] + [
        f"{draw.choice(WORDS)}{draw.randrange(50)}x" for _ in range(length - kept)
    ]
    exact = len(runs(first) & runs(other)) / len(runs(first) | runs(other))
    found = similarity(marks(" ".join(first)), marks(" ".join(other)))
    assert abs(found - exact) < 0.35
    assert similarity(marks(" ".join(other)), marks(" ".join(first))) == found


@pytest.mark.parametrize(
    "text", ["", "12", "zz" * PLACES, "é" * 2 * PLACES, "0" * (2 * PLACES + 2)]
)
def test_invalid_fingerprint_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a fingerprint, which has 128 hexadecimal digits: "):
        similarity(marks(TEXT), text)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_page_and_its_markdown_have_the_same_fingerprint(folder: Path) -> None:
    article = parse((folder / "page.html").read_bytes())
    if article.fingerprint is None:
        assert article.text == ""
        return
    text = parse_text(article.to_markdown(metadata=True))
    assert text.fingerprint == article.fingerprint


def test_similarity_of_pages_estimates_their_share_of_common_runs() -> None:
    """Some of these pages report the same event, but most do not."""
    pages = [parse((folder / "page.html").read_bytes()) for folder in FOLDERS]
    known = [
        (page.fingerprint, runs(folded_words(page.text))) for page in pages if page.word_count > 20
    ]
    errors = []
    for (first, one), (second, other) in itertools.combinations(known, 2):
        assert first is not None
        assert second is not None
        exact = len(one & other) / len(one | other)
        errors.append(abs(similarity(first, second) - exact))
        assert (similarity(first, second) > 0.5) == (exact > 0.5) or 0.35 < exact < 0.65
    assert max(errors) < 0.25
    assert sum(errors) / len(errors) < 0.01
