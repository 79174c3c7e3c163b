"""Lines of a text: captions, badges, buttons, bylines, notices."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any, Final

import pytest

from lemonde_parse import (
    Article,
    ListBlock,
    parse,
    parse_text,
)
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.plaintext.reader import _repaired
from lemonde_parse.plaintext.unwrap import raised, unwrap
from plain_texts import FIRST, SECOND, texts

TEXTS: Final = sorted((Path(__file__).parent / "texts").glob("*/page.*"))
"""Pastes and dumps as programs print them, with invented prose. The same folder contains the
expected output of `Article.to_dict`, without the report (expected.json), and the expected removals
(removed.json)."""


def test_unwrap_joins_wrapped_lines() -> None:
    lines = (
        "Une ligne qui va jusqu’au bord de la page et qui continue à la ligne\nsuivante, où elle finit tout de même.\n"
        * 3
    )
    assert [group.text for group in unwrap(lines)] == [
        "Une ligne qui va jusqu’au bord de la page et qui continue à la ligne suivante, où elle finit tout de même."
    ] * 3


def test_repeated_words_before_a_sentence_are_not_a_caption() -> None:
    quote = "Je suis fatiguée. Je suis fatiguée. Et personne, dans ce ministère, ne m’écoute."
    assert (
        texts(
            parse_text(
                f"Un titre de port\n\nPublié le 3 mai 2023 à 10h00\n\n{FIRST}\n\n{quote}\n\n{SECOND}"
            )
        )[1]
        == quote
    )


@pytest.mark.parametrize("sign", [">", "> ", ">> ", "> > "])
@pytest.mark.parametrize("between", ["{sign}\n", "\n"])
def test_quoted_e_mail_is_unquoted(sign: str, between: str) -> None:
    paragraphs = [
        "Un titre de port",
        "Publié le 3 mai 2023 à 10h00",
        FIRST,
        "Lire aussi : Un titre",
        SECOND,
        "Il vous reste 42.5% de cet article à lire.",
    ]
    raw = between.format(sign=sign).join(f"{sign}{text}\n" for text in paragraphs)
    article = parse_text(raw)
    assert article == parse_text("\n\n".join(paragraphs))
    assert texts(article) == [FIRST, SECOND]
    assert article.is_truncated


def test_quote_inside_a_text_keeps_its_quotation_marks() -> None:
    assert texts(parse_text(f"> {FIRST}\n\n{SECOND}")) == [f"> {FIRST}", SECOND]


def test_separate_accents_are_composed() -> None:
    """Text copied from a PDF on a Mac has separate characters for letters and accents."""
    whole = f"{FIRST}\n\nLire aussi | Article réservé à nos abonnés Un été\n\n{SECOND}"
    assert parse_text(unicodedata.normalize("NFD", whole)) == parse_text(whole)


@pytest.mark.parametrize(
    "rest",
    [
        ", disent les élus de la côte depuis trois mois.",
        " au Sénat.",
        " ! Ils sont trois à le dire.",
    ],
)
def test_words_repeated_by_the_next_paragraph_are_not_a_caption(rest: str) -> None:
    heading = "Une loi qui ne passe pas du tout"
    article = parse_text(
        f"Un titre de port\n\nPublié le 3 mai 2023 à 10h00\n\n{FIRST}\n\n{heading}\n\n{heading}{rest}\n\n{SECOND}"
    )
    assert texts(article) == [FIRST, heading, f"{heading}{rest}", SECOND]


def test_a_list_of_sentences_after_the_date_is_text() -> None:
    items = [
        "Le port est fermé.",
        "La grève dure.",
        "Qui paiera ?",
        "Le maire se tait.",
        "Les camions attendent.",
        "On se voit jeudi.",
    ]
    listed = "\n".join(f"• {item}" for item in items)
    article = parse_text(
        f"Un titre de port\n\nPublié le 3 mai 2023 à 10h00\n\n{listed}\n\n{FIRST}\n\n{SECOND}"
    )
    assert isinstance(article.body[0], ListBlock)
    assert [item.text for item in article.body[0].items] == items


@pytest.mark.parametrize(("count", "is_text"), [(5, True), (4, False)])
def test_dash_is_text_where_a_program_prints_other_bullets(count: int, is_text: bool) -> None:
    """A dash starts a question or a reply, unless the program prints dashes as bullets."""
    bullets = "\n".join(f"• Rubrique {number}" for number in range(count))
    question = "Qui paiera le retard des bateaux et des camions ?"
    article = parse_text(
        f"{bullets}\n\nUn titre de port\n\nPublié le 3 mai 2023 à 10h00\n\n{FIRST}\n\n"
        f"- {question}\n\n{SECOND}"
    )
    assert (f"- {question}" in article.text) is is_text


def test_captions_printed_twice_are_recognised() -> None:
    assert is_doubled(
        "Une grue à l’arrêt, le 2 mars. Une grue à l’arrêt, le 2 mars. JEAN MOREL / AFP"
    )
    assert not is_doubled("Une grue à l’arrêt, le 2 mars, et une autre grue à l’arrêt plus loin.")


def test_superscripts_are_marked() -> None:
    text, marks = raised("M^me Lantier, au XX^e siècle")
    assert text == "Mme Lantier, au XXe siècle"
    assert [(mark.kind, text[mark.start : mark.end]) for mark in marks] == [
        ("superscript", "me"),
        ("superscript", "e"),
    ]


every_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)


def loaded(path: Path, name: str) -> Any:
    return json.loads(path.with_name(name).read_text("utf-8"))


@every_text
def test_text_matches_expected_json(path: Path) -> None:
    """All blocks, marks, links and fields are equal."""
    given_back = dict(parse_text(path.read_text("utf-8")).to_dict())
    del given_back["report"]
    # Fields added after the file was written have their defaults.
    expected = dict(Article.from_dict(loaded(path, "expected.json")).to_dict())
    del expected["report"]
    assert given_back == expected


@every_text
def test_removals_of_a_text_match_removed_json(path: Path) -> None:
    article = parse_text(path.read_text("utf-8"))
    assert [
        [removal.reason, removal.text, removal.rule, removal.position]
        for removal in article.report.removed
    ] == loaded(path, "removed.json")
    assert article.report.warnings == ()


@pytest.mark.parametrize(
    ("line", "removals"),
    [
        (
            "Lire aussi | Article réservé à nos abonnés Un port en grève",
            [("badge", "Article réservé à nos abonnés")],
        ),
        (
            "Article réservé à nos abonnés Lire aussi : Un port en grève",
            [("badge", "Article réservé à nos abonnés")],
        ),
        (
            "Lire aussi Article réservé à nos abonnés Un port en grèveAjouter à vos sélections",
            [("badge", "Article réservé à nos abonnés"), ("share", "Ajouter à vos sélections")],
        ),
        ("Read more Subscribers only A harbor on strike", [("badge", "Subscribers only")]),
        ("Lire aussi | Un port en grève", []),
    ],
)
def test_badges_and_buttons_in_a_related_line_are_reported_as_removals(
    line: str, removals: list[tuple[str, str]]
) -> None:
    article = parse_text(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert texts(article) == [FIRST, SECOND]
    assert len(article.related_links) == 1
    assert [(removal.reason, removal.text) for removal in article.report.removed] == removals
    assert {removal.position for removal in article.report.removed} <= {1}


def test_a_badge_in_markdown_is_reported_as_a_removal() -> None:
    article = parse_text(
        f"# Un titre\n\n{FIRST}\n\nLire aussi | Article réservé à nos abonnés Un port en grève\n\n{SECOND}"
    )
    assert [(link.headline, link.is_premium) for link in article.related_links] == [
        ("Un port en grève", True)
    ]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("badge", "Article réservé à nos abonnés")
    ]


def test_badge_inside_the_link_is_reported_as_a_removal() -> None:
    link = "[Article réservé à nos abonnés Un port en grève](https://www.lemonde.fr/a.html)"
    article = parse_text(f"# Un titre\n\n{FIRST}\n\nLire aussi | {link}\n\n{SECOND}")
    assert [(one.label, one.headline, one.is_premium) for one in article.related_links] == [
        ("Lire aussi", "Un port en grève", True)
    ]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("badge", "Article réservé à nos abonnés")
    ]


def test_share_bars_without_spaces_between_buttons_are_removed() -> None:
    bar = "Partager sur FacebookEnvoyer par e-mailCopier le lien"
    article = parse_text(f"{FIRST}\n\n{bar}\n\n{SECOND}")
    assert texts(article) == [FIRST, SECOND]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("share", bar)
    ]


def test_buttons_and_times_in_a_dump_of_a_live_blog_are_removed() -> None:
    live = f"""\
   (BUTTON) Navigation
     * À la une

     * Société

Grève au port, en direct

   Publié le 03 mars 2024 à 06h15

   (BUTTON) Poser une question

18:40

   {FIRST}

   (BUTTON) Partager

17h55

   {SECOND}
"""
    article = parse_text(live)
    assert (article.headline, article.section) == ("Grève au port, en direct", "Société")
    assert texts(article) == [FIRST, SECOND]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("boilerplate", "Navigation\nÀ la une"),
        ("boilerplate", "Poser une question"),
        ("metadata", "18:40"),
        ("share", "Partager"),
        ("metadata", "17h55"),
    ]


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Temps de Lecture 4 min.", 4),
        ("Lecture 12 min", 12),
        ("2 min read", 2),
        ("Time to 1 min.", 1),
    ],
)
def test_the_reading_time_after_the_date_is_read(line: str, minutes: int) -> None:
    article = parse_text(f"Un titre\n\nPublié le 03 mars 2024 à 06h15\n\n{line}\n\n{FIRST}")
    assert article.reading_minutes == minutes
    assert texts(article) == [FIRST]


@pytest.mark.parametrize(
    "text",
    [
        "![" * 30_000,
        '[x](a "' * 12_000,
        "[a](<" * 20_000,
        "[![a](b)" * 20_000,
        "[a](/b) " + "<sup>a " * 60_000,
        "_a " * 60_000,
        "(BUTTON)(BUTTON)" + "\n" * 100_000,
        "(BUTTON)(BUTTON)\n\n" + "a b a c " * 30_000,
    ],
    ids=[
        "images",
        "titles",
        "targets",
        "images in links",
        "raised letters",
        "emphasis",
        "empty lines",
        "repeated words",
    ],
)
def test_unclosed_symbols_take_little_time(text: str) -> None:
    """Searching the rest of the text for the counterpart of each symbol would take minutes."""
    text = f"{FIRST}\n\n{text}"
    assert isinstance(parse_text(f"# Un titre\n\n{text}" if "[" in text else text), Article)


def test_too_long_byline_gives_a_warning() -> None:
    names = ", ".join(f"Jeanne{number} Marol" for number in range(80))
    page = f"<main><h1>Un titre</h1><article class='article__content'><p>{FIRST}</p><p class='author'>Par {names}</p></article></main>"
    article = parse(page)
    assert [removal.text for removal in article.report.removed] == [f"Par {names}"]
    assert [
        (warning.code, warning.message)
        for warning in article.report.warnings
        if warning.code == "limit"
    ] == [("limit", f"searched only 1000 of {len(names) + 4} characters of a byline for names")]


# Authors and dates, inside the text and below it

LONG: Final = (
    "Le passeur de Brévanne a rangé sa perche vendredi, sans un mot pour le maire, qui l’attendait sur l’autre rive.",
    "Le pont ouvrira lundi. On y passera sans saluer personne, ce que le passeur appelle une perte de temps à venir.",
)


@pytest.mark.parametrize(
    "line", ["Propos recueillis par Ana Gil", "Le Monde avec AFP", "Par Ana Gil et Luc Roy"]
)
def test_byline_between_paragraphs_is_not_a_heading(line: str) -> None:
    article = parse_text(f"{LONG[0]}\n\n{line}\n\n{LONG[1]}\n\n{LONG[0]}")
    assert [block.type for block in article.body] == ["paragraph"] * 3
    assert [removal.text for removal in article.report.removed] == [line]


def test_text_above_a_date_at_its_end_is_not_a_header() -> None:
    article = parse_text(f"{LONG[0]}\n\n{LONG[1]}\n\nPublié le 15 février 2020 à 10h15")
    assert article.text == "\n\n".join(LONG)
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2020-02-15T10:15:00+01:00"


def test_header_of_a_page_that_ends_at_its_date_is_read() -> None:
    article = parse_text(
        f"Un passeur à la retraite\n\n{LONG[0]}\n\nPar Ana Gil\n\nPublié le 15 février 2020 à 10h15"
    )
    assert (article.headline, article.description) == ("Un passeur à la retraite", LONG[0])


def test_notice_of_a_shared_account_is_removed() -> None:
    """Pastes lose the spaces around the newspaper's name."""
    notice = [
        "Lecture duMondeen cours sur un autre appareil.",
        "Vous pouvez lireLe Mondesur un seul appareil à la fois Ce message s’affichera sur l’autre appareil.",
        "Parce qu’une autre personne (ou vous) est en train de lireLe Mondeavec ce compte sur un autre appareil.",
        "Comment ne plus voir ce message ?",
        "En cliquant sur «Continuer à lire ici» et en vous assurant que vous êtes la seule personne à consulterLe Monde.",
        "Que se passera-t-il si vous continuez à lire ici ? Ce message s’affichera sur l’autre appareil.",
        "Y a-t-il d’autres limites ?",
        "Non. Vous pouvez vous connecter avec votre compte sur autant d’appareils que vous le souhaitez.",
        "Vous ignorez qui est l’autre personne ?",
        "Nous vous conseillons demodifier votre mot de passe.",
    ]
    article = parse_text("\n\n".join([FIRST, SECOND, *notice]))
    assert texts(article) == [FIRST, SECOND]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("boilerplate", line) for line in notice
    ]


def test_misdecoded_text_is_repaired_with_a_warning() -> None:
    text = f"L’été, à Nice, « rien n’a changé ».\n\n{FIRST}\n\n{SECOND}"
    misread = text.encode().decode("cp1252", "ignore")
    article = parse_text(misread.replace("\u00a0", " "))
    assert texts(article)[0].startswith("L’été, à Nice, « rien n’a chang")
    assert [warning.code for warning in article.report.warnings] == ["encoding", "unidentified"]


def test_french_text_without_accents_gives_a_warning() -> None:
    words = "Le port est dans la ville des dockers, une ville qui est dans le vent, "
    text = f"{words * 2}et les bacs sont la. "  # contains 12 frequent French words, the minimum for the warning
    warnings = parse_text(text + "Rien ne bouge dans la ville.").report.warnings
    assert [warning.code for warning in warnings] == ["encoding", "unidentified"]
    shorter = parse_text(words + "et rien ne bouge dans la ville.").report.warnings
    assert [warning.code for warning in shorter] == ["unidentified"]
    few = parse_text(text + "Rien ne bougera dans la ville cet été, déjà.").report.warnings
    assert [warning.code for warning in few] == ["encoding", "unidentified"]
    accented = parse_text(text + "L’été, à Tréval, a séché les bateaux échoués.").report.warnings
    assert [warning.code for warning in accented] == ["unidentified"]


def test_misdecoded_words_in_a_correct_text_are_unchanged() -> None:
    text = f"On lit « Ã©tÃ© », « dÃ©jÃ\u00a0 » au lieu d’été.\n\n{FIRST}"
    assert texts(parse_text(text))[0].startswith("On lit « Ã©tÃ© »")


@pytest.mark.parametrize(
    ("words", "repaired"),
    [
        ("dÃ©bute, dÃ©jÃ\u00a0, Ã©tÃ©, café", "débute, déjà, été, café"),
        ("dÃ©bute, café", "dÃ©bute, café"),
        ("dÃ©bute, dÃ©jÃ\u00a0, Ã©pais, café", "débute, déjà, épais, café"),
        ("dÃ©bute, dÃ©jÃ\u00a0, Ã©pais, café, thé", "dÃ©bute, dÃ©jÃ\u00a0, Ã©pais, café, thé"),
    ],
)
def test_words_are_repaired_if_a_quarter_of_them_or_fewer_are_correct(
    words: str, repaired: str
) -> None:
    assert _repaired(words, []) == repaired
