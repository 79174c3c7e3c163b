"""Live blogs as text browsers print them, with the time above each post."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import pytest

from lemonde_parse import Article, LiveEntry, parse_text

MENU: Final = ("Se connecter", "International", "Politique", "Société", "Culture", "Recherche")
TITLE: Final = "Tréval - Brévanne : suivez le derby du port"
DATE: Final = "Publié le 26 février 2020 à 20h15"
OPENING: Final = "Bienvenue sur ce direct consacré au derby du port, que se disputent les deux rives depuis 1911."
POSTS: Final = (
    "Coup de sifflet final sur le port : Tréval s’impose d’un but, et la tribune descend sur l’herbe.",
    "Il reste dix minutes, et Brévanne pousse, sans trouver la faille dans cette défense à cinq.",
    "But pour Tréval ! La balle passe entre les jambes du gardien, qui n’a rien vu venir du tout.",
    "C’est parti sous une pluie fine, devant deux mille spectateurs et la fanfare des dockers.",
)


def live(*times: str, title: str = "", posts: tuple[str, ...] = POSTS) -> Article:
    lines = [*MENU, TITLE, DATE, OPENING]
    for time, post in zip(times, posts, strict=False):
        lines += [time, *([title] if title else []), post]
    return parse_text("\n\n".join(lines))


def entries(article: Article) -> list[LiveEntry]:
    return [block for block in article.body if isinstance(block, LiveEntry)]


def test_lines_below_times_are_the_posts_of_a_live_blog() -> None:
    article = live("22h10", "22h02", "21h20", "20h45")
    assert (article.headline, article.kind) == (TITLE, "live")
    assert article.paragraphs[0].text == OPENING
    assert [entry.text for entry in entries(article)] == list(POSTS)
    assert [removal.text for removal in article.report.removed if removal.position == 1] == [
        "22h10"
    ]


def test_text_with_fewer_than_three_times_is_not_a_live_blog() -> None:
    article = live("22h10", "22h02")
    assert (article.kind, entries(article)) == ("article", [])
    assert len(entries(live("22h10", "22h02", "21h20"))) == 3


def test_prose_with_times_is_not_a_live_blog() -> None:
    article = live("6 h 30", "12 h 15", "18 h 00", "20 h 45")
    assert (article.kind, entries(article)) == ("article", [])
    assert "12 h 15" in article.text


def test_paste_with_times_is_not_a_live_blog() -> None:
    text = "\n\n".join(line for post in POSTS for line in ("22h10", post))
    assert entries(parse_text(text)) == []


def test_time_with_a_day_gets_the_year_of_publication() -> None:
    article = live("Le Monde le 26 février à 22h10", "le 26 février à 22h02", "21h20")
    assert [entry.date_published for entry in entries(article)] == [
        datetime.fromisoformat("2020-02-26T22:10:00+01:00"),
        datetime.fromisoformat("2020-02-26T22:02:00+01:00"),
        None,
    ]


def test_time_with_a_day_and_a_year_is_read() -> None:
    times = ("26 fév., 2020 22h10", "26 février 2020, 22:02", "25 février 2020 à 21h20")
    assert [entry.date_published for entry in entries(live(*times))] == [
        datetime.fromisoformat("2020-02-26T22:10:00+01:00"),
        datetime.fromisoformat("2020-02-26T22:02:00+01:00"),
        datetime.fromisoformat("2020-02-25T21:20:00+01:00"),
    ]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("La pluie retarde le coup d’envoi", "La pluie retarde le coup d’envoi"),
        ("Tréval mène, à 20 heures !", None),  # a sentence
        ("La mi-temps", None),  # as short as a label
        (" ".join(f"La pluie retarde le match {number} du port" for number in range(9)), None),
    ],
)
def test_line_above_the_first_sentence_of_a_post_is_its_headline(
    title: str, headline: str | None
) -> None:
    article = live("22h10", "22h02", "21h20", title=title)
    assert [entry.headline for entry in entries(article)] == [headline] * 3
    assert all(title in entry.text for entry in entries(article))


def test_line_above_a_label_is_not_a_headline() -> None:
    title = "La pluie retarde le coup d’envoi"
    article = live("22h10", "22h02", "21h20", title=title, posts=("Mi-temps",) * 3)
    assert [entry.headline for entry in entries(article)] == [None] * 3


def test_post_with_only_buttons_is_reported_as_a_removal() -> None:
    article = live("22h10", "22h02", "21h20", "20h45", posts=(*POSTS[:3], "Partager"))
    assert len(entries(article)) == 3
    assert [removal.text for removal in article.report.removed[-2:]] == ["20h45", "Partager"]


def test_empty_post_in_exported_markdown_round_trips() -> None:
    moment = datetime.fromisoformat("2020-02-26T22:10:00+01:00")
    article = Article(headline="Un titre", body=(LiveEntry(), LiveEntry(date_published=moment)))
    assert parse_text(article.to_markdown(metadata=True)).body == article.body


def test_time_at_the_end_has_no_post() -> None:
    lines = [line for post in POSTS[:3] for line in ("22h10", post)]
    article = parse_text("\n\n".join([*MENU, TITLE, DATE, OPENING, *lines, "20h45"]))
    assert len(entries(article)) == 3
    assert article.report.removed[-1].text == "20h45"
    with_post = parse_text("\n\n".join([*MENU, TITLE, DATE, OPENING, *lines, "20h45", POSTS[3]]))
    assert len(entries(with_post)) == 4


@pytest.mark.parametrize(
    ("post", "headline"),
    [
        ("a" * 90 + ".", "La pluie retarde le match"),
        ("a" * 89 + ".", None),
        ("a" * 91, None),
    ],
)
def test_headline_of_a_post_is_above_a_long_sentence(post: str, headline: str | None) -> None:
    title = "La pluie retarde le match"
    article = live("22h10", "22h02", "21h20", title=title, posts=(post,) * 3)
    assert [entry.headline for entry in entries(article)] == [headline] * 3
