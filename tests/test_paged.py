"""The text of a PDF: hyphens, form feeds, running heads and page numbers."""

from __future__ import annotations

from typing import Final

import pytest

from lemonde_parse import Article, Paragraph, parse_text
from lemonde_parse.plaintext.paged import join_pages

PAGES: Final = (
    (
        "Le bac de l’île ne passe plus depuis lundi, et les enfants de Tréval appren-\n"
        "nent à la maison. La mairie promet un pont de bateaux pour la semaine pro-\n"
        "chaine, si le vent tombe, ce que personne ne croit vraiment sur le port.\n\n"
        "Les pêcheurs, eux, sortent toujours. « On a l’habitude », dit le plus vieux, qui\n"
        "a vu passer trois bacs et deux maires, et n’en regrette aucun. Son fils, lui,\n"
        "compte les jours : la criée ne prend plus rien après huit heures, et le poisson\n"
    ),
    (
        "n’attend pas. Sur la digue, on parle du prochain porte-\n"
        "conteneurs, et de ceux qui n’ont rien changé. Le maire a promis de venir.\n"
    ),
    (
        "Au café, les anciens se souviennent du premier bac, en 1911. Il passait douze\n"
        "fois par jour, et le passeur chantait. Ceux qui apprennent à la maison n’ont\n"
        "jamais entendu chanter un passeur, ni vu un pont de bateaux.\n"
    ),
)
TEXTS: Final = (
    (
        "Le bac de l’île ne passe plus depuis lundi, et les enfants de Tréval apprennent à la maison. "
        "La mairie promet un pont de bateaux pour la semaine pro-chaine, si le vent tombe, ce que "
        "personne ne croit vraiment sur le port."
    ),
    (
        "Les pêcheurs, eux, sortent toujours. « On a l’habitude », dit le plus vieux, qui a vu passer "
        "trois bacs et deux maires, et n’en regrette aucun. Son fils, lui, compte les jours : la criée "
        "ne prend plus rien après huit heures, et le poisson n’attend pas. Sur la digue, on parle du "
        "prochain porte-conteneurs, et de ceux qui n’ont rien changé. Le maire a promis de venir."
    ),
    (
        "Au café, les anciens se souviennent du premier bac, en 1911. Il passait douze fois par jour, "
        "et le passeur chantait. Ceux qui apprennent à la maison n’ont jamais entendu chanter un "
        "passeur, ni vu un pont de bateaux."
    ),
)
HEAD: Final = "Le Phare du Ponant                                        16/11/11 13:15"


def texts(article: Article) -> list[str]:
    return [block.text for block in article.body if isinstance(block, Paragraph)]


def printed(head: str = HEAD, foot: str = "Page {} sur 3") -> str:
    return "\f".join(
        f"{head}\n\n{page}\n{foot.format(number)}\n" for number, page in enumerate(PAGES, 1)
    )


@pytest.mark.parametrize("foot", ["Page {} sur 3", "{}", "- {} -", "https://www.phare.fr/a?p={}"])
def test_running_heads_and_page_numbers_are_one_removal(foot: str) -> None:
    article = parse_text(printed(foot=foot))
    assert texts(article) == list(TEXTS)
    assert [(removal.reason, removal.rule) for removal in article.report.removed] == [
        ("boilerplate", "text: running heads")
    ]
    lines = [HEAD, foot.format(1), HEAD, foot.format(2), HEAD, foot.format(3)]
    assert article.report.removed[0].text.split() == "\n".join(lines).split()


def test_running_heads_are_reported_in_page_order() -> None:
    article = parse_text(printed(foot="Le Phare, édition du soir\nPage {}"))
    lines = article.report.removed[0].text.split("\n")
    assert lines[1:3] == ["Le Phare, édition du soir", "Page 1"]


def test_refrain_at_the_end_of_each_page_is_kept() -> None:
    pages = [f"Il pleut sur {place},\nEt le bac dort encore.\n" for place in ("nous", "toi", "lui")]
    assert parse_text("\f".join(pages)).text.count("Et le bac dort encore.") == 3
    apart = [page.replace(",\n", ".\n\n") for page in pages]
    assert "Et le bac dort encore." not in parse_text("\f".join(apart)).text


def test_form_feed_at_the_end_is_not_a_page() -> None:
    text = printed().replace("\f", "\n\n") + "\f"
    assert texts(parse_text(text))[0].startswith("Le Phare du Ponant")
    assert parse_text(text).report.removed == ()


def test_line_on_fewer_than_half_of_the_pages_is_not_a_running_head() -> None:
    pages = [f"{HEAD}\n\n{PAGES[0]}", *(f"{page}\n" for page in (*PAGES[1:], PAGES[2], PAGES[2]))]
    assert "Le Phare du Ponant" in texts(parse_text("\f".join(pages)))[0]
    twice = [*(f"{HEAD}\n\n{page}" for page in PAGES[:2]), *(PAGES[2],) * 2]
    assert "Le Phare du Ponant" not in parse_text("\f".join(twice)).text
    five = [*(f"{HEAD}\n\n{page}" for page in PAGES[:2]), *(PAGES[2],) * 3]
    assert parse_text("\f".join(five)).text.count("Le Phare du Ponant") == 2


def test_at_most_two_running_heads_per_page_are_removed() -> None:
    head = "Le Phare\n\nÉdition du soir\n\nTous les jours"
    article = parse_text(printed(head=head))
    assert article.text.count("Tous les jours") == 3
    assert "Édition du soir" not in article.text


def test_years_at_the_top_of_pages_are_not_page_numbers() -> None:
    pages = [f"{2019 + at}\n\n{page}\n\n{at + 1}\n" for at, page in enumerate(PAGES[:3])]
    article = parse_text("\f".join(pages))
    assert all(year in article.text for year in ("2019", "2020", "2021"))
    (running,) = (one for one in article.report.removed if one.rule == "text: running heads")
    assert running.text == "1\n2\n3"


def test_word_with_a_soft_hyphen_is_joined() -> None:
    article = parse_text("\n".join(PAGES).replace("pro-\n", "pro\u00ad\n   "))
    assert "pour la semaine prochaine, si le vent" in article.text


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("des garderies pré-", "et périscolaires", "des garderies pré- et périscolaires,"),
        ("de ceux qui appren-", "nent vite", "de ceux qui apprennent vite,"),
    ],
)
def test_hyphenated_word_is_joined_if_used_elsewhere(above: str, below: str, expected: str) -> None:
    pages = "\n".join(PAGES).replace("du prochain porte-\nconteneurs", f"{above}\n{below}")
    assert expected in parse_text(pages).text


def test_paragraph_ends_with_a_sentence_at_the_end_of_a_page() -> None:
    pages = ("Le bac passe lundi.", "Il pleut sur", "le quai.", "", "Le vent tombe.")
    assert join_pages("\f".join(pages))[0].split("\n\n") == [
        "Le bac passe lundi.",
        "Il pleut sur\nle quai.",
        "Le vent tombe.",
    ]


def test_form_feeds_around_a_single_page_are_ignored() -> None:
    assert join_pages("\f\fLe bac passe.\f") == ("Le bac passe.", "")


def test_running_head_above_an_empty_line_may_be_a_sentence() -> None:
    pages = [f"Le port vit.\n{space}\n{text}" for space, text in zip(" \t", "ab", strict=True)]
    assert join_pages("\f".join(pages))[1] == "Le port vit.\nLe port vit."
