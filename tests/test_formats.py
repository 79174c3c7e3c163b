"""What an Article can be turned into: each format says what the Article says, whatever stands in its texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Final, get_args

import pytest
import yaml
from attrs import evolve
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lemonde_parse import (
    Article,
    Aside,
    Author,
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
    RelatedLink,
    Report,
    SpannedText,
    Table,
    Text,
    TextSpan,
    parse,
    parse_text,
)
from lemonde_parse.blocks import MarkKind
from lemonde_parse.text_rules import tidy

HERE: Final = Path(__file__).parent
FOLDERS: Final = sorted(path.parent for path in HERE.glob("pages/*/page.html"))
PAGES: Final = {folder.name: parse((folder / "page.html").read_bytes()) for folder in FOLDERS}
every_page = pytest.mark.parametrize("article", PAGES.values(), ids=PAGES)

# Articles with texts as the library reads them: tidy, and otherwise as nasty as can be.

NASTY: Final = "aé1 *_`[]()<>{}!#+-.~|&;:\\\"'=^«»’…/@$€%中\u00a0\u202f\u0301"
texts = st.one_of(
    st.text(NASTY, max_size=14),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["1. Un", "---", "# a #", "a # #", "&amp;", "&#65;", "[a]: b", "<b>x</b>", "***", "  - x", "+", "2)", "===", "]]>", "<!-- a"]),
).map(tidy)  # fmt: skip
words = texts.filter(bool)
maybe = st.none() | words
addresses = st.sampled_from(
    [None, "https://example.org/a", "https://example.org/a_(b)?c=1&copy;=2#d", "/relative page", "javascript:alert(1)", "DATA:text/html,x", " java\nscript:x", "mailto:a@example.org"]
)  # fmt: skip


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """A text, and marks over any stretches of it."""
    text = draw(words)
    kinds = draw(st.lists(st.sampled_from(get_args(MarkKind)), max_size=4))
    marks = []
    for kind in kinds:
        start = draw(st.integers(0, len(text) - 1))
        href = draw(addresses) if kind == "link" else None
        marks.append(Mark(kind=kind, start=start, end=draw(st.integers(start + 1, len(text))), href=href))
    return text, tuple(marks)


cells = marked().map(lambda both: Text(text=both[0], marks=both[1]))
leaves: st.SearchStrategy[Block] = st.one_of(
    marked().map(lambda both: Paragraph(text=both[0], marks=both[1])),
    st.tuples(marked(), st.integers(1, 6)).map(lambda both: Heading(text=both[0][0], marks=both[0][1], level=both[1])),
    marked().map(lambda both: Question(text=both[0], marks=both[1])),
    marked().map(lambda both: Quote(text=both[0], marks=both[1])),
    st.builds(ListBlock, items=st.lists(cells, min_size=1, max_size=3).map(tuple), ordered=st.booleans()),
    st.builds(Table, rows=st.lists(st.lists(cells, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)),
    st.builds(Figure, url=addresses, caption=maybe, credit=maybe, alt=maybe),
    st.builds(Embed, provider=maybe, url=addresses, text=maybe),
)
moments = st.none() | st.datetimes(
    datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.integers(-20 * 60, 20 * 60).map(lambda m: timezone(timedelta(minutes=m)))
)  # noqa: DTZ001  # hypothesis adds the zone


def boxes(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    held = st.lists(inner, max_size=3).map(tuple)
    return st.builds(Aside, title=maybe, blocks=held) | st.builds(
        LiveEntry, identifier=maybe, headline=maybe, author=maybe, date_published=moments, blocks=held
    )


articles = st.builds(
    Article,
    headline=maybe,
    kicker=maybe,
    description=maybe,
    byline=maybe,
    authors=st.lists(st.builds(Author, name=words, url=addresses), max_size=2).map(tuple),
    agencies=st.lists(words, max_size=1).map(tuple),
    keywords=st.lists(words, max_size=2).map(tuple),
    in_language=st.sampled_from([None, "fr", "fr_FR", "?"]),
    date_published=moments,
    canonical_url=addresses,
    main_image=st.none() | st.builds(Figure, url=addresses, alt=maybe),
    body=st.lists(st.recursive(leaves, boxes, max_leaves=4), max_size=5).map(tuple),
)
quick = settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each before those it holds."""
    for block in blocks:
        yield block
        if isinstance(block, Aside | LiveEntry):
            yield from every(block.blocks)


# Markdown

RENDERER: Final = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
TAGS: Final = {"em": "emphasis", "strong": "strong", "sup": "superscript", "sub": "subscript", "a": "link"}
Formatted = tuple[str, tuple[frozenset[str], ...]]


def rendered(markdown: str) -> list[Formatted]:
    """Each line that a renderer shows, and the formatting of each of its characters."""
    lines: list[Formatted] = []
    for token in RENDERER.parse(markdown):
        assert token.type not in ("code_block", "fence", "html_block")
        if token.type == "inline":
            lines += inline(token.children or [])
    return lines


def inline(tokens: Iterable[Token]) -> Iterator[Formatted]:
    text, kinds, opened = "", list[frozenset[str]](), list[str]()
    for token in tokens:
        tag = re.fullmatch(r"<(/?)(\w+)>", token.content) if token.type == "html_inline" else None
        name = tag[2] if tag else token.tag
        if token.type in ("text", "code_inline"):
            text += token.content
            kinds += [frozenset(opened)] * len(token.content)
        elif token.type == "softbreak":
            if text:
                yield text, tuple(kinds)
            text, kinds = "", []
        elif token.nesting == 1 or (tag and not tag[1]):
            opened.append(TAGS[name])
        elif token.nesting == -1 or tag:
            assert opened.pop() == TAGS[name]
        else:
            assert token.type == "image"
    if text:
        yield text, tuple(kinds)


def formatted(text: str, marks: Iterable[Mark] = (), *all_over: str) -> Formatted:
    kinds = [set(all_over) for _ in text]
    for mark in marks:
        if mark.kind != "link" or (mark.href or "").startswith(("http", "/", "mailto:")):
            for position in range(mark.start, mark.end):
                kinds[position].add(mark.kind)
    return text, tuple(map(frozenset, kinds))


def shown(block: Block) -> Iterator[Formatted]:
    """The lines that a reader should see of a block, captions and the like included."""
    match block:
        case Paragraph() | Heading() | Quote():
            yield formatted(block.text, block.marks)
        case Question():
            yield formatted(block.text, block.marks, "strong")
        case ListBlock():
            for item in block.items:
                yield formatted(item.text, item.marks)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield formatted(cell.text, cell.marks)
        case Figure():
            caption = " ".join(part for part in (block.caption, block.credit) if part)
            if caption:
                yield formatted(caption, (), "emphasis")
        case Embed():
            if block.text:
                yield formatted(block.text)
            if label := block.provider or tidy(block.url or ""):
                yield formatted(label, [Mark(kind="link", start=0, end=len(label), href=block.url)])
        case Aside():
            if block.title:
                yield formatted(block.title, (), "strong")
            for inner in block.blocks:
                yield from shown(inner)
        case LiveEntry():
            if block.headline:
                yield formatted(block.headline)
            moment = block.date_published and f"{block.date_published:%Y-%m-%d %H:%M}"
            if posted := " – ".join(part for part in (moment, block.author) if part):
                yield formatted(posted, (), "emphasis")
            for inner in block.blocks:
                yield from shown(inner)


def lines(article: Article) -> list[Formatted]:
    head = [formatted(article.headline)] if article.headline else []
    return head + [line for block in article.body for line in shown(block)]


@quick
@given(articles)
def test_a_renderer_of_markdown_shows_every_text_as_it_is_with_its_formatting(article: Article) -> None:
    assert rendered(article.to_markdown()) == lines(article)


@every_page
def test_a_renderer_of_markdown_shows_every_page_as_it_is(article: Article) -> None:
    assert rendered(article.to_markdown()) == lines(article)
