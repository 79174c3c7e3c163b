"""Exports of press databases: test files for each layout, with invented prose."""

from __future__ import annotations

import json
import pickle
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import lxml.html
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from export_files import FILES, FOLDER, ONE, TEXTS, document, europresse, name, printed
from lemonde_parse import (
    Article,
    DocumentError,
    LemondeParseError,
    NotAnArticleError,
    NotAnExportError,
    PageTooLargeError,
    parse,
    parse_export,
    parse_file,
    parse_text,
)
from lemonde_parse.exports import PAGE_EXPORTS, TEXT_EXPORTS
from lemonde_parse.exports.reading import export_refusal
from lemonde_parse.intake import tree
from lemonde_parse.intake.source import Page
from lemonde_parse.metadata.page_head import read_head
from lemonde_parse.reading.visible import visible_text

PAGES = [file for file in FILES if file.suffix == ".html"]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def words_of(item: Article | DocumentError) -> Counter[str]:
    """Return the words in the fields, text, links and removals of a document."""
    if isinstance(item, DocumentError):
        return words(item.text)
    fields = [item.headline, item.kicker, item.description]
    if any(one.field == "byline" and one.origin == "export" for one in item.report.sources):
        fields.append(item.byline)  # a byline below the text is reported as a removal
    links = [text for link in item.related_links for text in (link.label, link.headline)]
    removed = [removal.text for removal in item.report.removed]
    return words(" ".join([*filter(None, fields), item.text, *links, *removed]))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_documents_match_expected_json(file: Path) -> None:
    expected = json.loads((file.parent / "expected.json").read_text("utf-8"))
    assert [document(item) for item in parse_export(file)] == expected


@pytest.mark.parametrize("file", [*PAGES, *TEXTS], ids=name)
def test_every_word_of_an_export_is_in_one_of_its_documents(file: Path) -> None:
    output: Counter[str] = sum(map(words_of, parse_export(file)), Counter())
    assert output == words(printed(file))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_bytes_and_text_give_the_same_documents(file: Path) -> None:
    raw = file.read_bytes()
    text = raw.decode("cp1252" if b"ISO-8859-1" in raw else "utf-8")
    assert list(map(document, parse_export(raw))) == list(map(document, parse_export(text)))


@pytest.mark.parametrize("file", PAGES, ids=name)
def test_equivalent_html_gives_the_same_documents(file: Path) -> None:
    """Other programs write tags in capitals, use other quotation marks, and break lines
    elsewhere."""
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
    """Return a document without its report."""
    return item if isinstance(item, Article) else item.text


@pytest.mark.parametrize("file", TEXTS, ids=name)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_endings_of_other_systems_have_no_effect(file: Path, end: str) -> None:
    text = file.read_text("utf-8").replace("\n", end)
    assert list(map(document, parse_export(text))) == list(map(document, parse_export(file)))


@pytest.mark.parametrize("file", [file for file in PAGES if "euro" in name(file)], ids=name)
def test_control_characters_have_no_effect(file: Path) -> None:
    """Found by fuzzing: words outside the known parts of a document are put into a new element,
    which cannot contain control characters."""
    source = file.read_bytes()
    marked = source.replace(b"</", b"\x01</").replace(b"<div", b"mot\x02<div")
    plain = source.replace(b"<div", b"mot<div")
    assert list(map(str, parse_export(marked))) == list(map(str, parse_export(plain)))


def test_every_export_layout_has_a_test_file() -> None:
    names = {
        item.report.layout
        for file in FILES
        for item in parse_export(file)
        if isinstance(item, Article)
    }
    assert names == {one.name for one in PAGE_EXPORTS} | {one.name for one in TEXT_EXPORTS}


# Recognition


@pytest.mark.parametrize("folder", sorted((FOLDER.parent / "pages").iterdir()), ids=str)
def test_saved_page_is_not_an_export(folder: Path) -> None:
    with pytest.raises(NotAnExportError, match=r"use parse\(\) for a page"):
        parse_export(folder / "page.html")


def test_ordinary_text_is_not_an_export() -> None:
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
def test_page_declared_as_an_article_is_not_refused_as_an_export(
    tag: str, *, is_export: bool
) -> None:
    export = (FOLDER / "nexis-2018-counted").glob("*.html")
    html = f"<html><head>{tag}</head>".encode() + next(export).read_bytes()
    assert (export_refusal(html, read_head(html)) is not None) == is_export


def test_file_errors_are_raised_before_the_first_document() -> None:
    with pytest.raises(PageTooLargeError):
        parse_export(FILES[0], max_bytes=100)
    with pytest.raises(FileNotFoundError):
        parse_export(FOLDER / "none.html")


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


def test_documents_are_parsed_lazily() -> None:
    documents = parse_export(europresse(*["Deux mots."] * 50))
    assert isinstance(documents, Iterator)
    assert [next(documents), next(documents)][1] == list(
        parse_export(europresse("a", "Deux mots."))
    )[1]


@given(st.lists(st.text(st.characters(categories=("L", "Nd", "Zs")), max_size=40), max_size=8))
def test_generated_export_loses_no_words(bodies: list[str]) -> None:
    page = europresse("Un début.", *bodies)
    root, _ = tree.build(page.encode())
    assert root is not None
    output: Counter[str] = sum(map(words_of, parse_export(page)), Counter())
    assert output == words(visible_text(root))


@given(st.data())
def test_any_part_of_an_export_gives_documents_or_a_lemonde_parse_error(
    data: st.DataObject,
) -> None:
    raw = data.draw(st.sampled_from(FILES)).read_bytes()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    with suppress(LemondeParseError):
        for item in parse_export(raw[start:end]):
            assert isinstance(item, Article | DocumentError)
