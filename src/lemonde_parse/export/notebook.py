"""Writes an Article for notebooks: a line about its completeness and size, then its HTML, without
links and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve

from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    Table,
)
from lemonde_parse.export.elements import characters, element
from lemonde_parse.export.html import to_html

if TYPE_CHECKING:
    from lemonde_parse.article import Article


def to_notebook(article: Article) -> str:
    """Implement `Article._repr_html_`."""
    body = tuple(map(_without_links, article.body))
    return element("p", characters(_state(article))) + "\n" + to_html(evolve(article, body=body))


def _state(article: Article) -> str:
    parts = [_count(len(article.body), "block"), _count(len(article.related_links), "related link")]
    if article.is_truncated:
        left = "" if article.percent_left is None else f", {article.percent_left:g} % left to read"
        parts.insert(0, f"truncated{left}")
    return "; ".join(parts)


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _without_links(block: Block) -> Block:
    match block:
        case Paragraph() | Heading() | Question() | Quote():
            return evolve(block, marks=_marks(block.marks))
        case ListBlock():
            items = tuple(evolve(item, marks=_marks(item.marks)) for item in block.items)
            return evolve(block, items=items)
        case Table():
            rows = tuple(
                tuple(evolve(cell, marks=_marks(cell.marks)) for cell in row) for row in block.rows
            )
            return evolve(block, rows=rows)
        case Figure():
            return evolve(block, url=None)
        case Embed():
            return evolve(block, url=None, provider=block.provider or block.url)
        case Aside() | LiveEntry():
            return evolve(block, blocks=tuple(map(_without_links, block.blocks)))


def _marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.kind != "link")
