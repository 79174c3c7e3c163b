"""Markdown: every construct is read, and what the library writes is read back as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest
from attrs import evolve, fields
from hypothesis import given

from lemonde_parse import (
    Article,
    Aside,
    Author,
    Block,
    Embed,
    Figure,
    Heading,
    LemondeParseError,
    ListBlock,
    LiveEntry,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
    parse,
    parse_file,
    parse_text,
)
from tests.test_formats import PAGES, articles, every, plain_texts, quick

HERE: Final = Path(__file__).parent
TEXTS: Final = {path.parent.name: parse_file(path) for path in HERE.glob("texts/*/text.*")}
NOT_WRITTEN: Final = {"url", "body", "related_links", "report"}


def metadata(article: Article) -> dict[str, object]:
    """Every field but those that Markdown does not keep."""
    return {
        field.name: getattr(article, field.name)
        for field in fields(Article)
        if field.name not in NOT_WRITTEN
    }


def types(blocks: Iterable[Block]) -> list[str]:
    return [block.type for block in every(blocks)]


def as_written(block: Block) -> Block:
    if isinstance(block, Aside | LiveEntry):
        return evolve(block, blocks=tuple(map(as_written, block.blocks)))
    if isinstance(block, Question):
        return evolve(block, marks=tuple(mark for mark in block.marks if mark.kind != "strong"))
    if isinstance(block, Paragraph):
        marks = [mark for mark in block.marks if not (mark.href or "").startswith("lmfr:")]
        return evolve(block, marks=tuple(marks))
    return block


def check_round_trip(article: Article) -> None:
    back = parse_text(article.to_markdown(metadata=True))
    assert types(back.body) == types(article.body)
    assert plain_texts(back.body) == plain_texts(article.body)
    assert back.related_links == ()
    assert metadata(back) == metadata(article)


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_markdown_of_a_page_is_read_back(article: Article) -> None:
    check_round_trip(article)


@pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)
def test_blocks_of_a_page_are_read_back_as_they_were(article: Article) -> None:
    """The bold of a question is a sign, and no mark; links of an unknown scheme are not written."""
    back = parse_text(article.to_markdown(metadata=True))
    assert back.body == tuple(map(as_written, article.body))


@quick
@given(articles)
def test_markdown_of_any_article_is_read_back(article: Article) -> None:
    back = parse_text(article.to_markdown(metadata=True))
    assert types(back.body) == types(article.body)
    assert plain_texts(back.body) == plain_texts(article.body)
