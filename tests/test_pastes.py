"""Entire pages pasted from a browser."""

from __future__ import annotations

from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, MORE, STANDFIRST, lines, page, texts
from lemonde_parse import parse_text
from lemonde_parse.plaintext.unwrap import unwrap

HEAD: Final = (
    "SOCIÉTÉ",
    "COMMERCE",
    HEADLINE,
    STANDFIRST,
    "Par Lucie Darmont",
    DATE,
    "Temps de",
    "Lecture 3 min.",
    "Ajouter à vos sélections",
    "Partager",
)


@pytest.mark.parametrize(
    "above",
    ["", "Navigation\nLe Monde - retour à la une\nSe connecter\nS’abonner\n dès 5,49 €/mois\n"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_title_of_a_pasted_page_is_below_its_breadcrumb(above: str, between: str) -> None:
    article = parse_text(above + between.join([*HEAD, *BODY]))
    assert (article.headline, article.description, article.reading_minutes) == (
        HEADLINE,
        STANDFIRST,
        3,
    )
    assert [author.name for author in article.authors] == ["Lucie Darmont"]
    assert texts(article) == list(BODY)


def test_title_without_a_standfirst_is_below_the_breadcrumb() -> None:
    head = [line for line in HEAD if line != STANDFIRST]
    assert parse_text("\n".join([*head, *BODY])).headline == HEADLINE


def test_text_with_a_login_line_is_read_as_an_entire_page() -> None:
    article = parse_text(
        "\n".join(
            [
                "Se connecter",
                "S’abonner",
                *HEAD,
                *BODY,
                "Dans la même rubrique",
                "Un tout autre titre",
            ]
        )
    )
    assert article.report.layout == "text: dump"
    assert texts(article) == list(BODY)


def test_text_after_a_pasted_article_is_removed() -> None:
    """Several lines such as "Dans la même rubrique" are the footer of the page. Text below a single
    one is kept, because the article may continue there."""
    foot = [
        "L’espace des contributions est réservé aux abonnés.",
        "Dans la même rubrique",
        "Un tout autre titre",
    ]
    article = parse_text("\n\n".join([*HEAD, *BODY, *foot]))
    assert texts(article) == list(BODY)
    assert [(removal.reason, removal.text, removal.rule) for removal in article.report.removed][
        -3:
    ] == [
        ("comments", foot[0], "comments.space"),
        ("boilerplate", foot[1], "boilerplate.more-articles"),
        ("boilerplate", foot[2], "after-article"),
    ]
    assert texts(parse_text("\n\n".join([*HEAD, *BODY, foot[1], BODY[0]]))) == [*BODY, BODY[0]]


def test_line_with_a_repeated_word_is_not_a_caption() -> None:
    assert texts(parse_text("\n\n".join([*HEAD, BODY[0], "Bora Bora", *BODY[1:]]))) == [
        BODY[0],
        "Bora Bora",
        *BODY[1:],
    ]


@pytest.mark.parametrize(
    ("label", "is_premium"),
    [
        ("Lire aussi :", False),
        ("Lire aussi", False),
        ("Lire aussi :\nArticle réservé à nos abonnés", True),
        ("Lire l’entretien :\n Article réservé à nos abonnés", True),
        ("Lire aussi la tribune |", False),
    ],
)
def test_label_badge_and_headline_may_be_separate_lines(label: str, is_premium: bool) -> None:
    article = parse_text(
        f"{BODY[0]}\n\n{label}\n Une halle sans toit\nAjouter à vos sélections\n\n{BODY[1]}"
    )
    assert texts(article) == list(BODY[:2])
    assert [(link.label, link.headline, link.is_premium) for link in article.related_links] == [
        (label.split("\n")[0].rstrip(" :|"), "Une halle sans toit", is_premium)
    ]


def test_sentence_below_a_lone_label_is_kept() -> None:
    assert texts(parse_text(f"{BODY[0]}\n\nLire aussi :\n{BODY[1]}")) == list(BODY[:2])
    assert texts(parse_text(f"{BODY[0]}\n\nLire aussi :\n\nUne halle sans toit\n\n{BODY[1]}")) == [
        BODY[0],
        "Une halle sans toit",
        BODY[1],
    ]


def test_drop_cap_on_its_own_line_is_joined() -> None:
    assert texts(parse_text(f"L\n{BODY[0][1:]}\n\nA\nprès quoi, rien.\n\nB\nC")) == [
        BODY[0],
        "Après quoi, rien.",
        "B",
        "C",
    ]


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("L a mer monte", "La mer monte"),
        ("L ’été vient", "L’été vient"),
        ("U ne digue tient", "Une digue tient"),
        ("A près tout, il pleut", "A près tout, il pleut"),  # "A" is a word
        ("I think so", "I think so"),
        ("C 130 est en vol", "C 130 est en vol"),
        ("X Y sont partis", "X Y sont partis"),
    ],
)
def test_drop_cap_separated_from_its_word_is_joined(line: str, joined: str) -> None:
    text = f"{line}, dit le maire, et chacun attend."
    assert parse_text(text).text == text.replace(line, joined)


def test_drop_cap_in_a_wrapped_text_is_joined() -> None:
    raw = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{raw}\n\nL\ne dernier étal ferme."
    assert [piece.text for piece in unwrap(raw)] == [*BODY, "Le dernier étal ferme."]


def test_single_letter_above_an_item_is_not_a_drop_cap() -> None:
    raw = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{raw}\n\nIl reste à la halle une allée dont\nX\no la suite"
    assert [piece.text for piece in unwrap(raw)][len(BODY) :] == [
        "Il reste à la halle une allée dont",
        "X",
        "la suite",
    ]


def test_only_a_line_above_exactly_two_empty_lines_is_set_apart() -> None:
    pieces = list(unwrap("Un.\n\nDeux.\n\n\nTrois.\n\nQuatre.\n\n\n\nCinq."))
    assert [piece.text for piece in pieces if piece.is_apart] == ["Deux."]


def test_long_list_above_the_title_is_a_menu_not_a_breadcrumb() -> None:
    raw = page("• ").replace("• Société\n• Commerce", "\n".join(f"• {name}" for name in MORE))
    assert (parse_text(raw).section, parse_text(raw).breadcrumbs) == (None, ())
    assert parse_text(page("• ")).breadcrumbs == ("Société", "Commerce")
