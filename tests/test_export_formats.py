"""Exports of press databases: rich text files, output formats, and the command line."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from export_files import FOLDER, document
from lemonde_parse import (
    Article,
    NotAnArticleError,
    Paragraph,
    parse_export,
    parse_text,
)
from lemonde_parse.command import main

# Rich text


def test_rich_text_without_striprtf_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "striprtf.striprtf", None)
    with pytest.raises(NotAnArticleError, match=r"rich text.*install lemonde-parse\[rtf\]"):
        parse_export(FOLDER / "factiva-rtf" / "export.rtf")


RICH = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}"


def rich(*lines: str) -> str:
    """Make a rich text file with these lines."""
    paragraphs = "".join(rf"\pard {line}\par" + "\n" for line in lines)
    return "".join(
        char if char.isascii() else f"\\'{char.encode('cp1252').hex()}"
        for char in f"{RICH}{paragraphs}}}"
    )


FACTIVA = (
    *("Économie", "{}", "", "Rémi Dault", "742 mots", "11 octobre 2022", "Le Monde", "LEMOND"),
    *("Français", "Copyright 2022 Le Monde", "", "La cuve ne désemplit pas.", "Six mains.", ""),
    "Document LEMOND0020221011eiab0000p",
)


def test_link_addresses_in_rich_text_are_left_out() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://global.example/x"}}{\fldrslt{\b Les tanneries}}}'
    for title in (link, "Les tanneries"):
        (item,) = parse_export(rich(*FACTIVA).replace("\\pard {}", rf"\pard {title}"))
        assert isinstance(item, Article)
        assert (item.headline, item.section) == ("Les tanneries", "Économie")
        assert item.text == "La cuve ne désemplit pas.\n\nSix mains."


def test_nexis_export_in_rich_text_is_read() -> None:
    lines = (FOLDER / "nexis-text" / "export.txt").read_text("utf-8").replace("\n\n\n", "\n\n")
    documents = [document(item) for item in parse_export(rich(*lines.splitlines()))]
    assert documents == [
        document(item) for item in parse_export(FOLDER / "nexis-text" / "export.txt")
    ]


def test_rich_text_takes_linear_time() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://global.example/x"}}{\fldrslt{un mot}} '
    text = rich(*FACTIVA).replace("Six mains.", link * 4_000)
    began = process_time()
    (item,) = parse_export(text)
    assert isinstance(item, Article)
    assert process_time() - began < 5


# Fields that only exports have, in every output format

PRINTED = Article(
    headline="Un titre",
    day_published=date(2023, 9, 15),
    announced_words=612,
    pagination="14",
    body=(Paragraph(text="Deux mots."),),
)


def test_markdown_keeps_day_length_and_page() -> None:
    assert parse_text(PRINTED.to_markdown(metadata=True)) == PRINTED


def test_html_has_the_day() -> None:
    assert (
        '<time itemprop="datePublished" datetime="2023-09-15">2023-09-15</time>'
        in PRINTED.to_html()
    )


def test_json_ld_has_day_and_page() -> None:
    node = PRINTED.to_json_ld()
    assert (node["datePublished"], node["pagination"]) == ("2023-09-15", "14")


def test_tei_has_day_and_page() -> None:
    tei = PRINTED.to_tei()
    assert '<date type="published" when="2023-09-15">2023-09-15</date>' in tei
    assert '<biblScope unit="page">14</biblScope>' in tei
    assert '<creation><date when="2023-09-15">2023-09-15</date></creation>' in tei


# The command


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, list[str]]:
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err.splitlines()


def test_the_command_writes_each_document(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(FOLDER / "europresse-2018" / "export.html")
    status, out, errors = run("--to", "jsonl", file, capsys=capsys)
    assert status == 1
    assert [json.loads(line)["headline"] for line in out.splitlines()] == [
        "À Tarvel, les digues tiennent",
        "La décrue commence",
        "Merci",
    ]
    assert errors == [
        (
            f"lemonde-parse: {file}: document 2 of the export cannot be read: "
            "it has neither a title nor a text"
        )
    ]


def test_a_folder_gets_a_numbered_file_for_each_document(tmp_path: Path) -> None:
    file = str(FOLDER / "nexis-text" / "export.txt")
    assert main(["--to", "tei", "--out", str(tmp_path), file]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export-1.xml", "export-2.xml"]


def test_several_articles_in_one_tei_file_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(FOLDER / "nexis-text" / "export.txt")
    status, out, errors = run("--to", "tei", file, capsys=capsys)
    assert (status, out) == (1, "")
    assert errors[0].endswith(
        "export.txt: the export has several documents, but a tei file can contain only one: "
        "name a folder, as in --out articles/"
    )


def test_a_table_has_a_row_for_each_document(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    file = str(FOLDER / "factiva-text" / "export.txt")
    page = str(FOLDER.parent / "pages" / "lacroix" / "page.html")
    assert main(["--to", "csv", "--out", str(target), file, page]) == 0
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfsource,url,")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert [row["source"] for row in rows] == [f"{file}#1", f"{file}#2", page]
    first = rows[0]
    assert (first["headline"], first["authors"], first["date_published"], first["pagination"]) == (
        "Les tanneries de Vaubray cherchent des bras",
        "Rémi Dault",
        "2022-10-11 06:30",
        "17",
    )
    assert first["text"].count("\n\n") == 1


def test_a_table_on_standard_output_has_no_byte_order_mark(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = str(FOLDER / "nexis-text" / "export.txt")
    _, out, _ = run("--to", "csv", file, capsys=capsys)
    assert out.startswith("source,url,")
    assert len(list(csv.reader(out.splitlines(keepends=True)))) == 3


def test_a_folder_gets_a_table_for_each_document(tmp_path: Path) -> None:
    file = str(FOLDER / "nexis-text" / "export.txt")
    assert main(["--to", "csv", "--out", str(tmp_path), file]) == 0
    raw = (tmp_path / "export-2.csv").read_bytes()
    (row,) = csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True))
    assert row["headline"] == "Bridge reopens"
