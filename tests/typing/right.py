"""Code as users write it, which must type-check under mypy --strict and pyright. It is never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import assert_never, assert_type

from attrs import evolve
from bs4 import BeautifulSoup
from lxml import etree

from lemonde_parse import (
    LAYOUTS,
    Article,
    Aside,
    Author,
    Block,
    Embed,
    Figure,
    Heading,
    Layout,
    LemondeParseError,
    ListBlock,
    LiveEntry,
    Mark,
    NotAnArticleError,
    Paragraph,
    Question,
    Quote,
    ReadOptions,
    RelatedLink,
    Removal,
    Role,
    SpannedText,
    Table,
    Text,
    TextOptions,
    explain,
    parse,
    parse_file,
    parse_text,
    similarity,
)
from lemonde_parse.tabular import Link, Row, read_row


def forms_of_a_page(soup: BeautifulSoup) -> None:
    element = etree.fromstring("<p/>")
    assert_type(parse("<p>"), Article)
    parse(
        b"<p>",
        url="https://example.org",
        encoding="utf-8",
        fetched_at=datetime.now().astimezone(),
        max_bytes=1_000,
    )
    parse(bytearray(b"<p>"))
    parse(memoryview(b"<p>"))
    parse(soup)
    parse(element)
    parse(element.getroottree())
    parse_file("page.html", layout=LAYOUTS[0])
    parse_file(Path("page.html"), layouts=LAYOUTS[:2])
    parse_text("Un texte.")


def shared_options(page: bytes) -> None:
    options: ReadOptions = {"url": "https://example.org", "layouts": LAYOUTS[:2]}
    assert_type(parse(page, **options), Article)
    assert_type(parse_file("page.html", **options), Article)
    assert_type(explain(page, **options), str)
    assert_type(read_row(page, source="page.html", **options), Row)
    of_text: TextOptions = {"max_bytes": 1_000}
    assert_type(parse_text("Un texte.", **of_text), Article)


def fields(article: Article) -> None:
    assert_type(article.headline, str | None)
    assert_type(article.authors, tuple[Author, ...])
    assert_type(article.date_published, datetime | None)
    assert_type(article.body, tuple[Block, ...])
    assert_type(article.related_links, tuple[RelatedLink, ...])
    assert_type(article.report.removed, tuple[Removal, ...])
    assert_type(article.completeness, float | None)
    assert_type(article.headings, tuple[Heading, ...])
    assert_type(evolve(article, headline="Un titre"), Article)
    assert_type(Article.from_dict(article.to_dict()), Article)
    assert_type(Article.from_json(article.to_json(indent=2)), Article)
    assert_type(article.to_markdown(), str)
    assert_type(article.text_spans(head=True), SpannedText)
    assert_type(article.plain_text, str)
    if article.fingerprint is not None:
        assert_type(similarity(article.fingerprint, article.fingerprint), float)


def cells(row: Row) -> None:
    assert_type(row["headline"], str | None)
    assert_type(row["date_published"], datetime | None)
    assert_type(row["related_links"], list[Link] | None)
    assert_type(row["parser_version"], str)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.type == "heading":  # the literal identifies the class
            assert_type(block, Heading)
            yield "#" * block.level
        elif not isinstance(block, Figure | Embed):
            yield block.text


def every_block_is_known(block: Block) -> tuple[Mark, ...]:
    match block:
        case Paragraph() | Heading() | Question() | Quote():
            return block.marks
        case ListBlock(items=items):
            assert_type(items, tuple[Text, ...])
            return items[0].marks
        case Table(rows=rows):
            return rows[0][0].marks
        case Aside(blocks=blocks) | LiveEntry(blocks=blocks):
            return tuple(mark for inner in blocks for mark in every_block_is_known(inner))
        case Figure() | Embed():
            return ()
        case _:
            assert_never(block)


def errors(page: bytes) -> str:
    try:
        parse(page)
    except NotAnArticleError as error:
        if error.reason == "section front":
            return error.detail
    except LemondeParseError as error:
        return str(error)
    return ""


def a_layout() -> Layout:
    return Layout(
        name="gazette_2024",
        markers=("gz-story",),
        content=(".gz-story",),
        roles={".gz-more": Role.RELATED, **LAYOUTS[0].roles},
        fields={"headline": ("h1",), "date_published": ("time@datetime",)},
        bold_line="paragraph",
        language="text",
    )
