"""Exports of press databases: reports, large files, single lines, and tables."""

from __future__ import annotations

import tracemalloc
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from export_files import FILES, FOLDER, ONE, TEXTS, europresse, name
from lemonde_parse import (
    Article,
    explain,
    parse_export,
)
from lemonde_parse.exports import PAGE_EXPORTS, splitting
from lemonde_parse.exports.rows import place_in_export
from lemonde_parse.exports.splitting import Pieces, text_documents, text_export
from lemonde_parse.tabular import arrow_schema, read_row, read_rows
from lemonde_parse.wording.whitespace import visible

# The report


FACTIVA_HEAD = r"(?:Dow Jones )?Factiva\s*$|Dow Jones\s*$"


@pytest.mark.parametrize("file", ONE, ids=name)
def test_explain_names_the_grammar_of_an_export(file: Path) -> None:
    report = explain(file.read_bytes())
    (item,) = parse_export(file)
    assert isinstance(item, Article)
    assert f"in the grammar of '{item.report.layout}' → " in report


def test_every_rule_of_an_export_is_a_row_of_its_layout() -> None:
    """The exceptions are lines recognised by their position: their rule names the part of the
    document."""
    rules = {
        removal.rule
        for file in FILES
        for item in parse_export(file)
        if isinstance(item, Article)
        for removal in item.report.removed
    }
    layouts = {f"{one.layout.name}: {row}" for one in PAGE_EXPORTS for row in one.layout.roles}
    places = {rule: place_in_export(rule) for rule in rules - layouts}
    assert None not in places.values()
    by_place = {
        place.rpartition(" ")[2] for place in places.values() if place and "its position" in place
    }
    assert by_place == {"publisher", "section", "metadata"}


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("nexis_text: label Byline", "the label “Byline” in the grammar of 'nexis_text' → byline"),
        ("factiva_codes: code HD", "the code HD in the grammar of 'factiva_codes' → headline"),
        ("factiva_codes: code ZZ", "the code ZZ in the grammar of 'factiva_codes' → metadata"),
        ("factiva_text: above", "the text above the first document, in 'factiva_text'"),
        (
            "factiva_text: line 2",
            rf"row 2 of 9, {FACTIVA_HEAD} in the grammar of 'factiva_text' → boilerplate",
        ),
        ("lemonde_2020: .aside", None),
        # Rows that only other releases have
        ("nexis_text: label Rubrique du soir", None),
        ("nexis_text: line 0", None),
        ("nexis_text: line 99", None),
        ("nexis_text: line", None),
    ],
)
def test_the_row_that_caused_a_removal_is_found(rule: str, place: str | None) -> None:
    assert place_in_export(rule) == place


# Large files


def many(name: str, count: int) -> bytes:
    """Repeat the documents of an export."""
    (file,) = (FOLDER / name).glob("export.*")
    text = file.read_text("utf-8")
    if file.suffix != ".html":
        return f"{text}\n\n".encode() * count
    inner = text[text.index("<body") :].partition(">")[2].rpartition("</body>")[0]
    return text.replace(inner, inner * count).encode()


@pytest.mark.parametrize("name", ["europresse-2018", "nexis-2018", "factiva-text", "nexis-text"])
def test_exports_take_linear_time_and_constant_memory(name: str) -> None:
    """The memory peak does not include the file itself."""
    took, peaks = [], []
    for count in (25, 100):
        documents = parse_export(many(name, count))
        next(documents)
        tracemalloc.start()
        began = process_time()
        assert sum(1 for _ in documents) >= count
        took.append(process_time() - began)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert took[1] / took[0] < 8
    assert peaks[1] < peaks[0] + 200_000


@pytest.mark.parametrize("name", ["europresse-text", "factiva-text", "nexis-text"])
def test_text_exports_take_constant_memory(name: str) -> None:
    """Compare the memory peaks up to the first document, in files of 500 and of 2,000 documents.
    They include the scan of the file, but not the file itself."""
    peaks = []
    for count in (500, 2000):
        raw = many(name, count // 2)
        tracemalloc.start()
        documents = parse_export(raw)
        assert isinstance(next(documents), Article)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert 1 + sum(1 for _ in documents) == count
    assert peaks[1] < peaks[0] + 100_000
    assert peaks[1] < 1_000_000


@pytest.mark.parametrize("file", TEXTS, ids=name)
@pytest.mark.parametrize("length", [300, 5000])
def test_text_read_in_pieces_gives_the_same_documents(
    file: Path, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = file.read_text("utf-8")
    monkeypatch.setattr(splitting, "_PIECE", length)
    pieces = Pieces(text.replace("\n", "\r\n").encode())
    assert "".join(pieces) == visible(text)
    export = text_export(pieces)
    assert export is not None
    assert export is text_export((visible(text),))
    assert [*text_documents(pieces, export)] == [*text_documents((visible(text),), export)]


def test_paragraph_that_starts_with_an_index_label_is_text() -> None:
    text = (
        "1 of 1 DOCUMENTS\n\nLe Monde\n\n2 février 2021 mardi\n\nLe bac reprend\n\n"
        "AUTEUR: Lise Amont\n\nLONGUEUR: 31 mots\n\nLe bac reprend lundi.\n\n"
        "PERSON: La troupe compte neuf acteurs.\n\nNOTES: Deux chiens jouent aussi.\n\n"
        "Le maire a payé.\n\n{}DATE-CHARGEMENT: 3 février 2021\n\nLANGUE: FRENCH\n\n"
        "SUJET: BACS (90%)\n\nVILLE: LA VERRIÈRE\n"
    )
    body = [
        "Le bac reprend lundi.", "PERSON: La troupe compte neuf acteurs.",
        "NOTES: Deux chiens jouent aussi.", "Le maire a payé.",
    ]  # fmt: skip
    for index in ("", "GRAPHIC: Un dessin du quai\n\nPERSON: LISE AMONT (75%)\n\n"):
        (article,) = parse_export(text.format(index))
        assert isinstance(article, Article)
        assert [paragraph.text for paragraph in article.paragraphs] == body


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        ("ENQUÊTE\nLe bac reprend", "ENQUÊTE", "Le bac reprend"),
        ("Portrait\n\nLe bac reprend", "Portrait", "Le bac reprend"),
        ("LE BAC\nREPREND", None, "LE BAC REPREND"),
        ("Le bac\nreprend", None, "Le bac reprend"),
    ],
)
def test_kicker_above_the_title_in_a_text_export_is_read(
    lines: str, kicker: str | None, headline: str
) -> None:
    (article,) = parse_export(
        f"Le Monde\nPlanète, mardi 2 février 2021 312 mots, p. 12\n\n{lines}\n\nLise Amont\n\n"
        "Le bac reprend lundi.\n\nCertificat émis le 3 mars 2024\nnews·20210202·LM·0202_1\n"
    )
    assert isinstance(article, Article)
    assert (article.kicker, article.headline) == (kicker, headline)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_length_with_non_breaking_spaces_is_read(space: str) -> None:
    (article,) = parse_export(
        f"Un titre\n\n1{space}024{space}mots\n2 mai 2023\nLa Gazette\nGAZET\nFrançais\n\nDeux mots."
        "\n\nDocument GAZET00020230502ej52000k1\n"
    )
    assert isinstance(article, Article)
    assert (article.headline, article.announced_words) == ("Un titre", 1024)


def test_french_nexis_text_without_a_counter_is_an_export() -> None:
    (article,) = parse_export(
        "Le Monde\n\n2 février 2021 mardi\n\nLe bac reprend\n\nLONGUEUR: 31 mots\n\n"
        "Le bac reprend lundi.\n\nDATE-CHARGEMENT: 3 février 2021\n"
    )
    assert isinstance(article, Article)
    assert (article.headline, article.publisher) == ("Le bac reprend", "Le Monde")
    assert article.text == "Le bac reprend lundi."


# Tables


def test_an_export_has_a_row_for_each_document() -> None:
    raw = (FOLDER / "europresse-2018" / "export.html").read_bytes()
    rows = list(read_rows(raw, source="a.html"))
    assert [(row["source"], row["headline"], row["error_type"]) for row in rows] == [
        ("a.html#1", "À Tarvel, les digues tiennent", None),
        ("a.html#2", None, "DocumentError"),
        ("a.html#3", "La décrue commence", None),
        ("a.html#4", "Merci", None),
    ]
    assert (rows[0]["day_published"], rows[0]["pagination"], rows[0]["announced_words"]) == (
        date(2022, 3, 5),
        "3",
        1024,
    )


def test_the_row_of_a_single_document_has_no_number() -> None:
    one = europresse("Deux mots.")
    broken = '<article><header><span class="DocHeader"></span></header></article>'
    rows = [row for page in (one, broken) for row in read_rows(page.encode(), source="a.html")]
    assert [(row["source"], row["error_type"]) for row in rows] == [
        ("a.html", None),
        ("a.html", "DocumentError"),
    ]


def test_page_that_is_not_an_export_has_one_row() -> None:
    page = b"<main><article class=article__content><p>Deux mots."
    assert list(read_rows(page, source="a.html")) == [read_row(page, source="a.html")]
    assert [row["error_type"] for row in read_rows(b"")] == ["EmptyPageError"]


def test_rows_of_exports_fit_the_schema() -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [row for file in FILES for row in read_rows(file.read_bytes(), source=name(file))]
    table = pa.Table.from_pylist(rows, schema=arrow_schema())
    assert table.num_rows == len(rows)
    assert table.column("day_published")[0].as_py() == rows[0]["day_published"]
