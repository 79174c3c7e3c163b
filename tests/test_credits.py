"""Credits: split from captions, cleaned of labels and repeated names."""

from __future__ import annotations

import pytest

from lemonde_parse import parse
from lemonde_parse.reading.figures import clean_credit, split_credit


@pytest.mark.parametrize(
    ("credit", "cleaned"),
    [
        ("© JEANNE DURAND / AFP", "JEANNE DURAND / AFP"),
        ("JEANNE DURAND / Reuters / REUTERS", "JEANNE DURAND / Reuters"),
        ("AFP/AFP", "AFP"),
        ("Crédit photo : © Jeanne Durand", "Jeanne Durand"),
        ("Jeanne Durand/AFP", "Jeanne Durand/AFP"),
        ("," * 1_000, ""),
        ("© " * 501, "© " * 501),
    ],
)
def test_credit_is_cleaned_of_labels_and_repetitions(credit: str, cleaned: str) -> None:
    assert clean_credit(credit) == cleaned


@pytest.mark.parametrize(
    ("caption", "split"),
    [
        ("Le quai. (Crédits : Jeanne Durand)", ("Le quai.", "Crédits : Jeanne Durand")),
        ("Le quai. (© AFP)", ("Le quai.", "© AFP")),
        ("Le quai — © AFP", ("Le quai", "© AFP")),
        (
            "Le quai, lundi. Crédit photo : Jeanne Durand",
            ("Le quai, lundi.", "Crédit photo : Jeanne Durand"),
        ),
        ("Le quai · ©Jeanne Durand", ("Le quai", "©Jeanne Durand")),
        ("Le quai | JEANNE DURAND / AFP", ("Le quai", "| JEANNE DURAND / AFP")),
        ("© AFP", ("", "© AFP")),
        ("Le quai | Le pont et la rive", ("Le quai | Le pont et la rive", "")),
        ("Le quai (photo de famille en 1904)", ("Le quai (photo de famille en 1904)", "")),
        ("Le quai vaut à son maître du crédit", ("Le quai vaut à son maître du crédit", "")),
    ],
)
def test_credit_at_the_end_of_a_caption_is_split_off(caption: str, split: tuple[str, str]) -> None:
    assert split_credit(caption, None) == split


def test_figure_of_a_page_has_caption_and_credit() -> None:
    figure = (
        '<figure><img src="https://x.example/a.jpg"><figcaption>Le quai, lundi. (Crédits : Jeanne Durand)'
        "</figcaption></figure>"
    )
    text = (
        "<p>Le bac reprend lundi, et avec lui les habitudes du quai, les vélos et les chiens.</p>"
    )
    article = parse(f"<main><article class='article__content'>{figure}{text}</article></main>")
    assert [(one.caption, one.credit) for one in article.figures] == [
        ("Le quai, lundi.", "Jeanne Durand")
    ]
    assert [removal.text for removal in article.report.removed] == ["Crédits :"]
