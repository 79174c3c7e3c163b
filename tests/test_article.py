"""Properties of an Article: text, headings, figures, word count, completeness."""

from __future__ import annotations

from datetime import UTC, datetime

import attrs
import pytest

from lemonde_parse import (
    Article,
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
    Text,
)
from model_samples import NESTED, PARIS


def test_text_includes_boxes_and_posts() -> None:
    assert NESTED.text.split("\n\n") == [
        "Premier",
        "Un deux trois.",
        "Encadré",
        "Quatre cinq.",
        "Second",
        "Six.",
        "Sept",
        "Huit neuf.",
        "Dix\nOnze",
        "Douze\tTreize\nQuatorze\t",
        "Quinze ?",
        "« Seize »",
    ]


def test_headings_paragraphs_and_figures_include_those_in_boxes_and_posts() -> None:
    assert [heading.text for heading in NESTED.headings] == ["Premier", "Second"]
    assert [paragraph.text for paragraph in NESTED.paragraphs] == [
        "Un deux trois.",
        "Quatre cinq.",
        "Six.",
        "Huit neuf.",
    ]
    assert NESTED.figures == (
        Figure(caption="Une légende."),
        Figure(url="https://img.example/b.jpg"),
    )


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (ListBlock(items=(Text(text="Un"), Text(text="Deux"))), "Un\nDeux"),
        (ListBlock(items=()), ""),
        (Table(rows=((Text(text="a"), Text(text="b")), (Text(text="c"),))), "a\tb\nc"),
        (
            Aside(
                title="Titre",
                blocks=(Paragraph(text="Un."), Figure(caption="x"), Paragraph(text="Deux.")),
            ),
            "Titre\n\nUn.\n\nDeux.",
        ),
        (Aside(blocks=(Embed(text="x"),)), ""),
        (Aside(title="Seul"), "Seul"),
        (LiveEntry(headline="Titre", blocks=(Quote(text="« Oui »"),)), "Titre\n\n« Oui »"),
        (
            LiveEntry(blocks=(Aside(title="Dedans", blocks=(Paragraph(text="Un."),)),)),
            "Dedans\n\nUn.",
        ),
    ],
)
def test_text_of_a_block_joins_its_parts(
    block: ListBlock | Table | Aside | LiveEntry, text: str
) -> None:
    assert block.text == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Un", 1),
        ("Deux mots.", 2),
        ("Est-ce l’été ?", 2),
        ("« Oui » – 12 % : non !", 3),
        ("« Oui »", 1),
        ("\u00a0–\u00a0", 0),
        ("10 000 habitants", 3),
        ("…", 0),
        ("東京 Ελλάδα", 2),
    ],
)
def test_words_contain_a_letter_or_a_digit(text: str, count: int) -> None:
    assert Article(body=(Paragraph(text=text),)).word_count == count


def test_row_of_stars_is_not_a_word() -> None:
    """Counting a row of stars must not take longer than counting words."""
    article = Article(body=(Paragraph(text="*" * 10_000),))
    assert article.word_count == 0


def test_completeness_ignores_boxes_posts_and_pictures() -> None:
    counted = [
        "Premier",
        "Un deux trois.",
        "Dix",
        "Onze",
        "Douze\tTreize\nQuatorze\t",
        "Quinze ?",
        "« Seize »",
    ]
    assert NESTED.completeness == sum(map(len, counted)) / 50


@pytest.mark.parametrize(("announced", "share"), [(None, None), (20, 0.5), (10, 1.0), (8, 1.25)])
def test_completeness_is_a_share_of_the_announced_length(
    announced: int | None, share: float | None
) -> None:
    assert (
        Article(body=(Paragraph(text="Dix lettre"),), announced_length=announced).completeness
        == share
    )


def test_completeness_of_an_empty_body_is_zero() -> None:
    assert Article(body=(), announced_length=100).completeness == 0.0


@pytest.mark.parametrize(
    ("kind", "literal"),
    [
        (Paragraph, "paragraph"),
        (Heading, "heading"),
        (Question, "question"),
        (Quote, "quote"),
        (ListBlock, "list"),
        (Table, "table"),
        (Figure, "figure"),
        (Embed, "embed"),
        (Aside, "aside"),
        (LiveEntry, "live_entry"),
    ],
)
def test_each_block_class_has_a_fixed_type(kind: type[Block], literal: str) -> None:
    assert kind.type == literal
    assert "type" not in attrs.fields_dict(kind)


def test_offsets_of_marks_count_code_points() -> None:
    paragraph = Paragraph(text="Le 😀 1er", marks=(Mark(kind="superscript", start=6, end=8),))
    assert paragraph.text[paragraph.marks[0].start : paragraph.marks[0].end] == "er"


def test_dates_with_different_offsets_are_equal_at_the_same_moment() -> None:
    here, there = datetime(2024, 7, 1, 12, tzinfo=PARIS), datetime(2024, 7, 1, 10, tzinfo=UTC)
    assert Article(body=(), date_published=here) == Article(body=(), date_published=there)
