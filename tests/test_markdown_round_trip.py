"""The library reads its own HTML and Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st

from generated_articles import (
    PAGES,
    Formatted,
    articles,
    every,
    every_page,
    plain,
    plain_texts,
    quick,
    shown,
    types,
)
from lemonde_parse import (
    Article,
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    LiveEntry,
    Mark,
    Paragraph,
    Question,
    Quote,
    Table,
    Text,
    parse,
    parse_text,
)

closing = Paragraph(text="Le lendemain, tout est calme, et la mer est plate.")
prose_articles = st.lists(plain, min_size=2, max_size=5).map(
    lambda blocks: Article(headline="Un soir au port", body=(closing, *blocks, closing))
)


@quick
@given(prose_articles)
def test_plain_articles_are_read_back_from_html_and_markdown(article: Article) -> None:
    for back in (parse(article.to_html()), parse_text(article.to_markdown())):
        assert back.headline == article.headline
        assert plain_texts(back.body) == plain_texts(article.body)
        assert [paragraph.marks for paragraph in back.paragraphs] == [
            paragraph.marks for paragraph in article.paragraphs
        ]
        assert back.report.removed == () or {removal.reason for removal in back.report.removed} == {
            "metadata"
        }


@every_page
def test_the_library_reads_its_own_html_of_every_page(article: Article) -> None:
    back = parse(article.to_html())
    assert back.report.layout == "generic"
    assert plain_texts(back.body) == plain_texts(article.body)
    assert back.headline == article.headline


# Reading its own Markdown

ADDRESSES: Final = {"authors", "canonical_url", "main_image"}
"""Fields that are read back only in part: unsafe addresses are dropped, and the main image keeps
only its address."""
NOT_WRITTEN: Final = {"url", "body", "related_links", "report"}


def metadata(article: Article) -> dict[str, object]:
    """Return all fields except those that Markdown does not keep."""
    return {
        field.name: getattr(article, field.name)
        for field in fields(Article)
        if field.name not in NOT_WRITTEN
    }


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
def test_blocks_of_a_page_are_read_back_unchanged(article: Article) -> None:
    """Ignore the bold of questions, which is not read back as a mark, and links with unknown schemes."""
    back = parse_text(article.to_markdown(metadata=True))
    assert back.body == tuple(map(as_written, article.body))


@pytest.mark.parametrize(
    "block",
    [
        Table(rows=((Text(text="Cap"), Text(text="feu")), (Text(text="nord"),))),
        Table(rows=((Text(text="Cap"),), (Text(text="nord"),))),
        Embed(provider="twitter", url="https://x.example/1", text="Une lampe."),
        Embed(provider="twitter", url="https://x.example/1"),
        Embed(text="Une lampe."),
        Figure(url="/cap.jpg", credit="AFP"),
        Aside(blocks=(Quote(text="Une lampe."),)),
        Aside(blocks=(Question(text="Qui ?"), Paragraph(text="Ana Gil."))),
        LiveEntry(author="Ana Gil", blocks=(Quote(text="Un."),)),
        Paragraph(
            text="Un mot deux",
            marks=(Mark(kind="strong", start=0, end=2), Mark(kind="strong", start=7, end=11)),
        ),
        LiveEntry(
            identifier="1",
            headline="Le cap",
            author="Ana Gil",
            date_published=datetime(2024, 5, 1, 7, 5, tzinfo=UTC),
            blocks=(Quote(text="Un."), LiveEntry(blocks=(Heading(text="Deux", level=3),))),
        ),
    ],
    ids=lambda block: type(block).__name__,
)
def test_block_without_markdown_syntax_is_read_back(block: Block) -> None:
    article = Article(headline="Le phare", body=(closing, block, closing))
    back = parse_text(article.to_markdown(metadata=True))
    assert back.body == article.body


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        (
            '<!-- table {"widths": [2, 1]} -->\n| Cap | feu |\n| --- | --- |\n| nord | vert |\n| sud | |',
            Table(
                rows=(
                    (Text(text="Cap"), Text(text="feu")),
                    (Text(text="nord"), Text(text="vert")),
                    (Text(text="sud"), Text(text="")),
                )
            ),
        ),
        (
            '<!-- table {"widths": 1} -->\n| Cap |\n| --- |',
            Table(rows=((Text(text="Cap"),),)),
        ),
        ('<!-- aside {"title": "Le cap"} -->\n>', Aside(title="Le cap")),
        ('<!-- live_entry {"headline": "Le cap"} -->', LiveEntry(headline="Le cap")),
        ('<!-- live_entry {"author": "Ana Gil"} -->', LiveEntry(author="Ana Gil")),
        (
            "<!-- live_entry -->\n> Un.\n>\n> ---\n>\n> Deux.",
            LiveEntry(blocks=(Quote(text="Un. Deux."),)),
        ),
    ],
)
def test_exported_block_that_was_edited_loses_no_words(markdown: str, block: Block) -> None:
    front = Article(headline="Le phare", body=(closing,)).to_markdown(metadata=True)
    assert parse_text(f"{front}\n{markdown}").body == (closing, block)


@quick
@given(articles)
def test_markdown_of_any_article_is_read_back(article: Article) -> None:
    """Whitespace at the ends of a mark may lose its formatting."""
    back = parse_text(article.to_markdown(metadata=True))
    assert types(back.body) == types(article.body)
    assert plain_texts(back.body) == plain_texts(article.body)
    for block, written in zip(every(back.body), every(article.body), strict=True):
        if not isinstance(block, Aside | LiveEntry | Embed):
            assert without_spaces(shown(block)) == without_spaces(shown(written))
    assert back.related_links == ()
    assert {name: value for name, value in metadata(back).items() if name not in ADDRESSES} == {
        name: value for name, value in metadata(article).items() if name not in ADDRESSES
    }


def without_spaces(formatted_lines: Iterable[Formatted]) -> list[Formatted]:
    return [
        (text, tuple(kinds[at] for at, letter in enumerate(text) if not letter.isspace()))
        for text, kinds in formatted_lines
    ]
