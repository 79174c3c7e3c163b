"""The formats of IRaMuTeQ and TXM, which must be able to read the output for any text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Article,
    Author,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    Text,
    parse,
)

FOLDERS: Final = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/page.html"))
HEADER: Final = re.compile(r"\*\*\*\*(?: \*[A-Za-z][A-Za-z0-9]*_[a-z0-9-]+)*")
ARTICLE: Final = Article(
    headline="Un « titre »",
    authors=(Author(name="Ana Gil"), Author(name="Hugo Tour")),
    publisher="Le Monde",
    date_published=datetime(2014, 5, 13, 8, tzinfo=UTC),
    section="Économie & entreprises",
    genre="Enquête",
    canonical_url="https://x.example/a",
    body=(
        Paragraph(text="L’été *** _revient_, « enfin »\u00a0!"),
        Figure(caption="Le port."),
        Heading(text="Deux rives"),
        ListBlock(items=(Text(text="un"), Text(text="**** *faux_1"))),
        Table(rows=((Text(text="a"), Text(text="b")),)),
    ),
)


def test_article_is_written_for_iramuteq() -> None:
    assert ARTICLE.to_iramuteq() == (
        "**** *journal_lemonde *annee_2014 *mois_2014-05 *rubrique_economieentreprises *genre_enquete\n"
        "L'été revient , enfin !\nDeux rives\nun\nfaux 1\na b\n"
    )


def test_variables_can_be_added_replaced_and_left_out() -> None:
    written = ARTICLE.to_iramuteq(
        {"journal": "LM", "mois": None, "genre": None, "rubrique": None, "periode": 2, "n": "a_b"}
    )
    assert written.split("\n")[0] == "**** *journal_lm *annee_2014 *periode_2 *n_ab"


@pytest.mark.parametrize(
    ("value", "modality"),
    [
        ("L’Œil de l’Æsir", "loeildelaesir"),
        ("Île-de-France", "ile-de-france"),
        ("--", None),
        ("中文", None),
        ("", None),
        ("*a_b c", "abc"),
    ],
)
def test_values_have_neither_accents_nor_spaces(value: str, modality: str | None) -> None:
    written = Article(body=()).to_iramuteq({"v": value})
    assert written == ("****\n" if modality is None else f"**** *v_{modality}\n")


@pytest.mark.parametrize("name", ["", "année", "a b", "a_b", "*a", "1a", "a\n"])
def test_names_that_iramuteq_cannot_read_are_errors(name: str) -> None:
    with pytest.raises(ValueError, match="is not the name of a variable: letters and digits"):
        ARTICLE.to_iramuteq({name: "x"})


@given(st.text(), st.text(), st.text())
def test_no_text_looks_like_a_variable(text: str, publisher: str, section: str) -> None:
    article = Article(publisher=publisher, section=section, body=(Paragraph(text=text),))
    header, *lines, last = article.to_iramuteq().split("\n")
    assert HEADER.fullmatch(header)
    assert last == ""
    assert not any(sign in line for line in lines for sign in '*_"\r\x0b')
    assert all(line == line.strip() != "" for line in lines)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_words_of_every_page_are_kept(folder: Path) -> None:
    article = parse((folder / "page.html").read_bytes())
    header, _, text = article.to_iramuteq().partition("\n")
    assert HEADER.fullmatch(header)
    assert re.findall(r"[^\W_]+", text) == re.findall(r"[^\W_]+", article.text)


def test_metadata_is_written_for_txm() -> None:
    assert ARTICLE.to_txm_metadata() == {
        "textorder": "2014-05-13",
        "titre": "Un « titre »",
        "auteur": "Ana Gil / Hugo Tour",
        "journal": "Le Monde",
        "date": "2014-05-13",
        "annee": "2014",
        "mois": "2014-05",
        "rubrique": "Économie & entreprises",
        "genre": "Enquête",
        "url": "https://x.example/a",
    }


def test_metadata_for_txm_has_the_same_columns_for_every_article() -> None:
    empty = Article(body=()).to_txm_metadata()
    assert list(empty) == list(ARTICLE.to_txm_metadata())
    assert set(empty.values()) == {""}
    assert all(re.fullmatch("[a-z]+", name) for name in empty)


def test_metadata_for_txm_is_on_one_line() -> None:
    row = Article(headline="Un\n titre", day_published=date(987, 1, 2), body=()).to_txm_metadata()
    assert row["titre"] == "Un titre"
    assert (row["date"], row["annee"], row["mois"]) == ("0987-01-02", "0987", "0987-01")
