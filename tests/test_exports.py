"""Exports of press databases: test files for each layout, with invented prose."""

from __future__ import annotations

import csv
import json
import pickle
import re
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from time import process_time

import lxml.html
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Article,
    DocumentError,
    LemondeParseError,
    NotAnArticleError,
    NotAnExportError,
    PageTooLargeError,
    Paragraph,
    explain,
    parse,
    parse_export,
    parse_file,
    parse_text,
)
from lemonde_parse.command import main
from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS, splitting
from lemonde_parse.exports.moments import find_day, moment
from lemonde_parse.exports.reading import export_refusal
from lemonde_parse.exports.rows import place_in_export
from lemonde_parse.exports.splitting import Pieces, text_documents, text_export
from lemonde_parse.intake import tree
from lemonde_parse.intake.source import Page
from lemonde_parse.metadata.page_head import read_head
from lemonde_parse.reading.visible import visible_text
from lemonde_parse.tabular import arrow_schema, read_row, read_rows
from lemonde_parse.wording.whitespace import visible

FOLDER = Path(__file__).parent / "exports"
FILES = sorted(FOLDER.glob("*/export.*"))
TEXTS = [file for file in FILES if file.suffix == ".txt"]
PAGES = [file for file in FILES if file.suffix == ".html"]


def name(file: Path) -> str:
    return file.parent.name


def document(item: Article | DocumentError) -> dict[str, object]:
    """Return a document in the form of expected.json: the fields with a value, and the removals."""
    if isinstance(item, DocumentError):
        return {"error": str(item), "text": item.text}
    report = item.report
    told: dict[str, object] = {
        key: value
        for key, value in item.to_dict().items()
        if value not in (None, [], False) and key not in ("report", "schema_version")
    }
    told["layout"] = report.layout
    told["removed"] = [[one.reason, one.text, one.rule, one.position] for one in report.removed]
    if report.warnings:
        told["warnings"] = [f"{warning.code}: {warning.message}" for warning in report.warnings]
    return told


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def words_of(item: Article | DocumentError) -> Counter[str]:
    """Return the words of a document: of its fields, text, links and removals."""
    if isinstance(item, DocumentError):
        return words(item.text)
    fields = [item.headline, item.kicker, item.description]
    if any(one.field == "byline" and one.origin == "export" for one in item.report.sources):
        fields.append(item.byline)  # a signature below the text is a removal
    links = [text for link in item.related_links for text in (link.label, link.headline)]
    removed = [removal.text for removal in item.report.removed]
    return words(" ".join([*filter(None, fields), item.text, *links, *removed]))


def printed(file: Path) -> str:
    """Return the visible text of an export."""
    raw = file.read_bytes()
    if file.suffix != ".html":
        return raw.decode()
    root, _ = tree.build(raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8").encode())
    assert root is not None
    return visible_text(root)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_documents_match_expected_json(file: Path) -> None:
    expected = json.loads((file.parent / "expected.json").read_text("utf-8"))
    assert [document(item) for item in parse_export(file)] == expected


@pytest.mark.parametrize("file", [*PAGES, *TEXTS], ids=name)
def test_every_word_of_an_export_is_in_one_of_its_documents(file: Path) -> None:
    told: Counter[str] = sum(map(words_of, parse_export(file)), Counter())
    assert told == words(printed(file))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_bytes_and_text_give_the_same_documents(file: Path) -> None:
    raw = file.read_bytes()
    text = raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8")
    assert list(map(document, parse_export(raw))) == list(map(document, parse_export(text)))


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_the_form_of_the_source_changes_nothing(file: Path) -> None:
    """Other programs write tags in capitals or quotes otherwise, and break lines elsewhere."""
    raw = file.read_bytes()
    text = raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8")
    expected = [plain(item) for item in parse_export(text)]
    forms: tuple[Page, ...] = (
        re.sub("</?[a-z]+", lambda tag: tag[0].upper(), text),
        re.sub('="([^"\'>]*)"', r"='\1'", text),
        re.sub("<a [^>]*></a>", r"\g<0>\n", text).replace("></A>", ">\n</A>"),
        BeautifulSoup(text, "html.parser"),
        lxml.html.document_fromstring(text),
    )
    for form in forms:
        assert [plain(item) for item in parse_export(form)] == expected


def plain(item: Article | DocumentError) -> object:
    """A document without the report."""
    return item if isinstance(item, Article) else item.text


@pytest.mark.parametrize("file", TEXTS, ids=name)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_have_no_effect(file: Path, end: str) -> None:
    text = file.read_text("utf-8").replace("\n", end)
    assert list(map(document, parse_export(text))) == list(map(document, parse_export(file)))


@pytest.mark.parametrize("file", [file for file in PAGES if "euro" in name(file)], ids=name)
def test_control_characters_have_no_effect(file: Path) -> None:
    """Found by fuzzing: words outside the zones of a document are put into an element."""
    source = file.read_bytes()
    marked = source.replace(b"</", b"\x01</").replace(b"<div", b"mot\x02<div")
    plain = source.replace(b"<div", b"mot<div")
    assert list(map(str, parse_export(marked))) == list(map(str, parse_export(plain)))


def test_every_record_reads_an_export() -> None:
    told = {
        item.report.layout
        for file in FILES
        for item in parse_export(file)
        if isinstance(item, Article)
    }
    assert told == {one.name for one in PAGE_EXPORTS} | {one.name for one in TEXT_EXPORTS}


# Recognition


@pytest.mark.parametrize("folder", sorted((FOLDER.parent / "pages").iterdir()), ids=str)
def test_page_is_not_an_export(folder: Path) -> None:
    with pytest.raises(NotAnExportError, match=r"use parse\(\) for a page"):
        parse_export(folder / "page.html")


def test_text_is_not_an_export() -> None:
    files = sorted((FOLDER.parent / "texts").rglob("page.*"))
    assert files
    for file in files:
        with pytest.raises(NotAnExportError):
            parse_export(file)


def test_same_class_on_another_site_is_not_an_export() -> None:
    page = '<article><h2 class="titreArticle">Un titre</h2><p>{}</p></article>'.format("Mot " * 80)
    with pytest.raises(NotAnExportError):
        parse_export(page)


@pytest.mark.parametrize(
    ("tag", "is_export"),
    [
        ("", True),
        ('<meta property="og:type" content="website">', True),
        ('<meta property="og:type" content="article">', False),
        ('<link rel="canonical" href="https://www.lemonde.fr/mer.html">', False),
        ('<link rel="canonical" href="https://base.example/mer.html">', True),
    ],
)
def test_a_page_that_declares_itself_an_article_is_not_refused_as_an_export(
    tag: str, *, is_export: bool
) -> None:
    export = (FOLDER / "nexis-2018-counted").glob("*.html")
    html = f"<html><head>{tag}</head>".encode() + next(export).read_bytes()
    assert (export_refusal(html, read_head(html)) is not None) == is_export


def test_errors_come_before_the_first_document() -> None:
    with pytest.raises(PageTooLargeError):
        parse_export(FILES[0], max_bytes=100)
    with pytest.raises(FileNotFoundError):
        parse_export(FOLDER / "none.html")


# parse()

ONE = [file for file in FILES if len(list(parse_export(file))) == 1]
SEVERAL = [file for file in FILES if file not in ONE]


@pytest.mark.parametrize("file", ONE, ids=name)
def test_parse_reads_an_export_of_one_document(file: Path) -> None:
    assert [parse_file(file)] == list(parse_export(file))


@pytest.mark.parametrize("file", SEVERAL, ids=name)
def test_parse_refuses_an_export_of_several_documents(file: Path) -> None:
    count = len(list(parse_export(file)))
    message = rf"an export of {count} documents; use parse_export\(\) to read them"
    with pytest.raises(NotAnArticleError, match=message) as caught:
        parse_file(file)
    assert caught.value.reason == "an export"


@pytest.mark.parametrize("file", TEXTS, ids=name)
def test_parse_text_refuses_an_export_of_several_documents(file: Path) -> None:
    with pytest.raises(NotAnArticleError, match="parse_export"):
        parse_text(file.read_text("utf-8"))


def test_parse_raises_the_error_of_a_document() -> None:
    page = '<article><header><span class="DocHeader"></span></header></article>'
    with pytest.raises(DocumentError, match="document 1 of the export cannot be read"):
        parse(page)


def test_a_document_error_can_be_pickled() -> None:
    error = DocumentError(3, "it is broken", "Deux mots")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (copy.number, copy.detail, copy.text, str(copy)) == (
        3,
        "it is broken",
        "Deux mots",
        str(error),
    )


# Splitting


def europresse(*bodies: str) -> str:
    """Make an export with a document for each text."""
    return "".join(
        f'<article><header><div><span class="DocPublicationName">La Gazette</span></div><div><span '
        f'class="DocHeader">lundi {number} mai 2023, p. 2</span></div><div class="titreArticle"><p '
        f'class="titreArticleVisu">Titre {number}</p></div></header><section><div class="DocText">'
        f"<p>{body}</p></div></section></article>"
        for number, body in enumerate(bodies, 1)
    )


def test_only_the_truncated_document_has_a_warning() -> None:
    page = europresse("Deux mots.", "Trois mots ici.")
    cut = page[: page.rindex("mots ici") + 4]
    first, second = parse_export(cut)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [warning.code for warning in first.report.warnings] == []
    assert [warning.code for warning in second.report.warnings] == ["cut"]
    assert second.text == "Trois mots"


def test_a_text_that_ends_within_a_document_has_a_warning() -> None:
    text = (FOLDER / "factiva-text" / "export.txt").read_text("utf-8")
    *_, last = parse_export(text[: text.index("Six jobs") + 8])
    assert isinstance(last, Article)
    assert last.text == "Six jobs"
    assert [warning.code for warning in last.report.warnings] == ["cut"]


def test_documents_are_read_lazily() -> None:
    documents = parse_export(europresse(*["Deux mots."] * 50))
    assert isinstance(documents, Iterator)
    assert [next(documents), next(documents)][1] == list(
        parse_export(europresse("a", "Deux mots."))
    )[1]


@given(st.lists(st.text(st.characters(categories=("L", "Nd", "Zs")), max_size=40), max_size=8))
def test_no_word_of_any_text_is_lost(bodies: list[str]) -> None:
    page = europresse("Un début.", *bodies)
    root, _ = tree.build(page.encode())
    assert root is not None
    told: Counter[str] = sum(map(words_of, parse_export(page)), Counter())
    assert told == words(visible_text(root))


@given(st.data())
def test_an_export_cut_anywhere_gives_documents_or_a_typed_error(data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from(FILES)).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    with suppress(LemondeParseError):
        for item in parse_export(raw[start:end]):
            assert isinstance(item, Article | DocumentError)


# Lines that look like other parts


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


def test_text_without_names_starts_below_the_title() -> None:
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


def test_a_date_in_the_text_is_text() -> None:
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
def test_names_above_the_text(names: str, authors: list[str]) -> None:
    article = changed("europresse-text", ("Noé Salvan", names))
    assert article.byline == names
    assert [author.name for author in article.authors] == authors


def test_a_text_without_copyright_begins_below_the_language() -> None:
    line = "Copyright 2022 Le Monde All rights reserved.\n"
    article = changed("factiva-text", (line, ""))
    assert article.text.startswith("La cuve ne désemplit pas")
    wrapped = changed("factiva-text", (line, f"{line}Reproduit avec accord.\n"))
    assert wrapped.text == article.text


@pytest.mark.parametrize(
    ("names", "byline"), [("Rémi Dault\n", None), ("Rémi Dault", "Par Rémi Dault, avec Ana Gil")]
)
def test_names_above_the_length(names: str, byline: str | None) -> None:
    article = changed("factiva-text", (names, byline or ""))
    assert (article.byline, article.headline, article.section) == (
        byline,
        "Les tanneries de Vaubray cherchent des bras",
        "Économie",
    )


def test_names_with_the_surname_first_are_put_in_order() -> None:
    def authors(names: str) -> list[str]:
        return [one.name for one in changed("europresse-text", ("Noé Salvan", names)).authors]

    assert authors("Salvan, Noé; des Noues, Jean-Luc") == ["Noé Salvan", "Jean-Luc des Noues"]
    assert authors("Noé Salvan, Ana Gil") == ["Noé Salvan", "Ana Gil"]
    assert authors("Paris, Marseille") == []


def test_paper_and_day_in_a_text_do_not_start_a_document() -> None:
    text = (FOLDER / "europresse-text" / "export.txt").read_text("utf-8")
    for lines in (
        "Le Monde\nLundi 2 janvier 2012\n",  # glued to the text above
        "Le journal est paru.\nSciences, lundi 2 janvier 2012 540 mots, p. 8\n",
    ):
        told = text.replace("Le lac leur a", f"Ils ont lu\n{lines}\nLe lac leur a")
        assert len(list(parse_export(told))) == 2
    begun = (
        "\n\nLa Gazette\nSciences, lundi 2 janvier 2012 540 mots, p. 8\n\nUn titre\n\nLe lac leur a"
    )
    assert len(list(parse_export(text.replace("Le lac leur a", begun)))) == 3


def test_the_address_of_a_document_on_the_site_of_its_paper() -> None:
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


def test_line_that_starts_with_a_small_letter_continues_the_previous_one() -> None:
    line = "La cuve ne désemplit pas, et l’eau coule de la rivière sans qu’on la compte plus"
    for second, is_joined in (("du tout.", True), ("Du tout.", False)):
        article = changed("factiva-text", ("La cuve ne", f"{line}\n\n{second}\n\nLa cuve ne"))
        assert (f"plus {second}" in article.text) == is_joined


def test_repeated_title_is_removed_only_below_a_page_foot() -> None:
    title, text = "Le pont de Sévrac rouvre aux piétons", "Section après section"
    below = changed("nexis-text", (text, f"Page 2 of 3\n{title}\n\n{text}"))
    assert title not in below.text
    quoted = changed("nexis-text", (text, f"{title}\n\n{text}"))
    assert title in quoted.text


def test_names_and_addresses_are_signatures_at_the_end_only() -> None:
    end = "les câbles ont été changés.\n"
    for line in ("nora.lamy@example.org", "Nora Lamy"):
        last = changed("nexis-text", (end, f"{end}\n{line}\n"))
        assert [one.text for one in last.report.removed if one.reason == "signature"] == [line]
        amid = changed("nexis-text", (end, f"{end}\n{line}\n\nOn y passe.\n"))
        assert line in amid.text


def test_a_document_without_a_length_begins_below_its_labels() -> None:
    length = "LENGTH: 336 words\n\n"
    text = (FOLDER / "lexisnexis-text" / "export.txt").read_text("utf-8")
    told = text.replace("BODY:\n\n", "")
    first, second = (next(parse_export(source)) for source in (told, told.replace(length, "")))
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
def test_names_in_several_lines(lines: str, headline: str, names: list[str]) -> None:
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
def test_weekend_days_are_not_a_section(dated: str, section: str | None) -> None:
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
def test_a_printed_day(text: str, day: date | None) -> None:
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
def test_a_printed_time(text: str, hours: tuple[int, int], offset: int) -> None:
    zone = timezone(timedelta(hours=offset))
    assert moment(date(2023, 9, 15), text) == datetime(2023, 9, 15, *hours, tzinfo=zone)


@pytest.mark.parametrize("text", ["6:25 PM EST", "25:70", "612 mots", "14:00 +99:00"])
def test_no_time_without_a_known_zone(text: str) -> None:
    assert moment(date(2023, 9, 15), text) is None


# The report


FACTIVA_HEAD = r"(?:Dow Jones )?Factiva\s*$|Dow Jones\s*$"


@pytest.mark.parametrize("file", ONE, ids=name)
def test_explain_names_the_rows_of_an_export(file: Path) -> None:
    report = explain(file.read_bytes())
    (item,) = parse_export(file)
    assert isinstance(item, Article)
    assert f"in the grammar of '{item.report.layout}' → " in report


def test_every_rule_of_an_export_is_a_row_of_its_record() -> None:
    """Or a part, for lines that are assigned by their position."""
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
        # Rows of other releases
        ("nexis_text: label Rubrique du soir", None),
        ("nexis_text: line 0", None),
        ("nexis_text: line 99", None),
        ("nexis_text: line", None),
    ],
)
def test_the_row_behind_a_removal(rule: str, place: str | None) -> None:
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
def test_time_grows_with_the_documents_and_memory_does_not(name: str) -> None:
    """Return the allocated memory, without the file itself."""
    took, held = [], []
    for count in (25, 100):
        documents = parse_export(many(name, count))
        next(documents)
        tracemalloc.start()
        began = process_time()
        assert sum(1 for _ in documents) >= count
        took.append(process_time() - began)
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert took[1] / took[0] < 8
    assert held[1] < held[0] + 200_000


@pytest.mark.parametrize("name", ["europresse-text", "factiva-text", "nexis-text"])
def test_memory_of_texts_does_not_grow_with_the_file(name: str) -> None:
    """Includes the first scan of the file; measured over 500 and 2,000 documents."""
    held = []
    for count in (500, 2000):
        raw = many(name, count // 2)
        tracemalloc.start()
        documents = parse_export(raw)
        assert isinstance(next(documents), Article)
        held.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert 1 + sum(1 for _ in documents) == count
    assert held[1] < held[0] + 100_000
    assert held[1] < 1_000_000


@pytest.mark.parametrize("file", TEXTS, ids=name)
@pytest.mark.parametrize("length", [300, 5000])
def test_pieces_of_a_text_give_the_same_documents(
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


def test_paragraph_that_begins_with_a_label_of_the_index_is_text() -> None:
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
def test_kicker_above_the_title_of_a_text(lines: str, kicker: str | None, headline: str) -> None:
    (article,) = parse_export(
        f"Le Monde\nPlanète, mardi 2 février 2021 312 mots, p. 12\n\n{lines}\n\nLise Amont\n\n"
        "Le bac reprend lundi.\n\nCertificat émis le 3 mars 2024\nnews·20210202·LM·0202_1\n"
    )
    assert isinstance(article, Article)
    assert (article.kicker, article.headline) == (kicker, headline)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_length_with_a_no_break_space(space: str) -> None:
    (article,) = parse_export(
        f"Un titre\n\n1{space}024{space}mots\n2 mai 2023\nLa Gazette\nGAZET\nFrançais\n\nDeux mots."
        "\n\nDocument GAZET00020230502ej52000k1\n"
    )
    assert isinstance(article, Article)
    assert (article.headline, article.announced_words) == ("Un titre", 1024)


def test_text_of_nexis_in_french_without_a_counter_is_an_export() -> None:
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


def test_another_page_has_one_row() -> None:
    page = b"<main><article class=article__content><p>Deux mots."
    assert list(read_rows(page, source="a.html")) == [read_row(page, source="a.html")]
    assert [row["error_type"] for row in read_rows(b"")] == ["EmptyPageError"]


def test_rows_of_exports_fit_the_schema() -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [row for file in FILES for row in read_rows(file.read_bytes(), source=name(file))]
    table = pa.Table.from_pylist(rows, schema=arrow_schema())
    assert table.num_rows == len(rows)
    assert table.column("day_published")[0].as_py() == rows[0]["day_published"]


# Rich text


def test_rich_text_without_striprtf_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "striprtf.striprtf", None)
    with pytest.raises(NotAnArticleError, match=r"rich text.*install lemonde-parse\[rtf\]"):
        parse_export(FOLDER / "factiva-rtf" / "export.rtf")


RICH = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}"


def rich(*lines: str) -> str:
    """Make a rich text file with these lines."""
    told = "".join(rf"\pard {line}\par" + "\n" for line in lines)
    return "".join(
        char if char.isascii() else f"\\'{char.encode('cp1252').hex()}"
        for char in f"{RICH}{told}}}"
    )


FACTIVA = (
    *("Économie", "{}", "", "Rémi Dault", "742 mots", "11 octobre 2022", "Le Monde", "LEMOND"),
    *("Français", "Copyright 2022 Le Monde", "", "La cuve ne désemplit pas.", "Six mains.", ""),
    "Document LEMOND0020221011eiab0000p",
)


def test_rich_text_prints_no_address_of_a_link() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://global.example/x"}}{\fldrslt{\b Les tanneries}}}'
    for title in (link, "Les tanneries"):
        (item,) = parse_export(rich(*FACTIVA).replace("\\pard {}", rf"\pard {title}"))
        assert isinstance(item, Article)
        assert (item.headline, item.section) == ("Les tanneries", "Économie")
        assert item.text == "La cuve ne désemplit pas.\n\nSix mains."


def test_rich_text_of_nexis_is_read() -> None:
    lines = (FOLDER / "nexis-text" / "export.txt").read_text("utf-8").replace("\n\n\n", "\n\n")
    told = [document(item) for item in parse_export(rich(*lines.splitlines()))]
    assert told == [document(item) for item in parse_export(FOLDER / "nexis-text" / "export.txt")]


def test_time_for_rich_text_grows_with_its_length() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://global.example/x"}}{\fldrslt{un mot}} '
    text = rich(*FACTIVA).replace("Six mains.", link * 4_000)
    began = process_time()
    (item,) = parse_export(text)
    assert isinstance(item, Article)
    assert process_time() - began < 5


# Fields of exports, in every format

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
    told = PRINTED.to_json_ld()
    assert (told["datePublished"], told["pagination"]) == ("2023-09-15", "14")


def test_tei_has_day_and_page() -> None:
    told = PRINTED.to_tei()
    assert '<date type="published" when="2023-09-15">2023-09-15</date>' in told
    assert '<biblScope unit="page">14</biblScope>' in told
    assert '<creation><date when="2023-09-15">2023-09-15</date></creation>' in told


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


def test_a_document_of_several_articles_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(FOLDER / "nexis-text" / "export.txt")
    status, out, errors = run("--to", "tei", file, capsys=capsys)
    assert (status, out) == (1, "")
    assert errors[0].endswith("name a folder, as in --out articles/")


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


def test_a_table_on_standard_output_has_no_mark(capsys: pytest.CaptureFixture[str]) -> None:
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
