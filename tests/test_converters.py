"""Markdown written by converters from HTML."""

from __future__ import annotations

import pytest

from dump_lines import BODY, HEADLINE, texts
from lemonde_parse import Figure, Heading, Paragraph, parse, parse_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("dit-elle, *« un peu de patience »* , puis", "dit-elle, « un peu de patience », puis"),
        ("(dans _La Halle_ ) et", "(dans La Halle) et"),
        ("l’ _Eclaireur de Tréval_ paraît", "l’Eclaireur de Tréval paraît"),
        ("le *marché* et la *halle* de", "le marché et la halle de"),
    ],
)
def test_spaces_around_formatted_words_are_corrected(written: str, read: str) -> None:
    assert texts(parse_text(f"# {HEADLINE}\n\nElle y tient, {written}.")) == [
        f"Elle y tient, {read}."
    ]


@pytest.mark.parametrize("raised", ["M^me Darmont", "M^(me )Darmont", "M<sup>me</sup> Darmont"])
def test_superscripts_are_read_in_any_notation(raised: str) -> None:
    article = parse(
        f"{raised} tient la halle depuis l’incendie, et ne dit rien de plus.\n\n{BODY[0]}"
    )
    first = article.body[0]
    assert isinstance(first, Paragraph)
    assert first.text == "Mme Darmont tient la halle depuis l’incendie, et ne dit rien de plus."
    assert [(mark.kind, first.text[mark.start : mark.end]) for mark in first.marks] == [
        ("superscript", "me")
    ]


def test_link_around_several_blocks_is_removed() -> None:
    card = (
        "[« Le marché du soir »\n\nChaque matin, les prix de la halle\n\n"
        "S’inscrire](https://www.exemple.fr/lettres/)"
    )
    article = parse_text(f"# {HEADLINE}\n\n{BODY[0]}\n\n{card}\n\n{BODY[1]}")
    assert texts(article) == list(BODY[:2])
    assert [removal.rule for removal in article.report.removed] == [
        "markdown: link around several blocks"
    ] * 3


def test_a_bracket_that_closes_in_a_later_paragraph_is_text() -> None:
    prose = [
        "[La halle a rouvert depuis.",
        "Les marchands sont revenus.]",
        "On verra [le plan](https://www.exemple.fr/plan) au printemps.",
    ]
    assert texts(parse_text("\n\n".join([f"# {HEADLINE}", BODY[0], *prose]))) == [
        BODY[0],
        *prose[:2],
        "On verra le plan au printemps.",
    ]


def test_a_list_of_one_heading_is_that_heading() -> None:
    article = parse_text(f"# {HEADLINE}\n\n{BODY[0]}\n\n- ## Une bâche bleue\n\n{BODY[1]}")
    assert article.body[1] == Heading(text="Une bâche bleue", level=2)


def test_picture_with_a_data_url_is_a_figure() -> None:
    article = parse_text(
        f"# {HEADLINE}\n\n![La halle](data:image/svg+xml,%3Csvg viewBox='0 0 6 4'%3E)\n\n{BODY[0]}"
    )
    assert article.body[0] == Figure(url=None, alt="La halle")
    assert texts(article) == [BODY[0]]
