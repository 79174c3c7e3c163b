"""Headers inside the content element, above the text: title, kicker, byline and standfirst."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from island import PROSE, TEXT
from lemonde_parse import GENERIC, Article, parse

TITLE = "La digue et le vent"
LEAD = "Au port, trois jours de vent ont suffi à emporter la digue et les certitudes de chacun"
DECLARED = f'<meta property="og:description" content="{LEAD}">'


def read(above: str, head: str = "", text: str = TEXT) -> Article:
    body = f"<div itemprop='articleBody'>{above}{text}</div>"
    return parse(f"<html><head>{head}</head><body>{body}</body></html>", layout=GENERIC)


def rules(article: Article) -> list[str]:
    return [removal.rule for removal in article.report.removed]


def is_text_alone(article: Article) -> bool:
    return article.text == "\n\n".join(PROSE)


HEADLINE = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    ("above", "rule"),
    [
        (f"<div>Rubrique</div>{HEADLINE}", "header: above the title"),
        (f"<h2>Opinion</h2>{HEADLINE}", "header: above the title"),
        (f"{HEADLINE}<div>Une du quai</div>", "header: between title and text"),
        (f"{HEADLINE}<h2>{LEAD}.</h2>", "header: standfirst"),
        (f"{HEADLINE}<p class='lead'>{LEAD}</p>", "header: standfirst"),
    ],
)
def test_header_within_the_content_is_removed(above: str, rule: str) -> None:
    article = read(above)
    assert is_text_alone(article)
    assert rule in rules(article)
    assert article.headline == TITLE


def test_genre_above_the_title_is_the_kicker() -> None:
    assert read(f"<h2>Opinion</h2>{HEADLINE}").kicker == "Opinion"


def test_name_between_title_and_text_is_the_byline() -> None:
    assert [author.name for author in read(f"{HEADLINE}<div>Par Ana Gil</div>").authors] == [
        "Ana Gil"
    ]


def test_paragraph_with_its_own_class_below_the_title_is_the_standfirst() -> None:
    assert read(f"{HEADLINE}<p class='lead'>{LEAD}</p>").description == LEAD


@pytest.mark.parametrize(
    "above",
    [f"<div class='intro'>{LEAD}</div>", f"<p><strong>{LEAD}</strong></p>", f"<h3>{LEAD}</h3>"],
)
@pytest.mark.parametrize(
    "head", [DECLARED, DECLARED.replace(" et les certitudes de chacun", "...")]
)
def test_line_that_matches_the_declared_description_is_the_standfirst(
    above: str, head: str
) -> None:
    article = read(above, head)
    assert is_text_alone(article)
    assert article.description == LEAD


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<p>{LEAD}.</p>", DECLARED),  # the description may be an excerpt of the text
        (f"<div class='intro'>{LEAD}</div>", ""),
        (f"<h2>{LEAD}</h2>", ""),
        ("<div class='intro'>Au port</div>", DECLARED),
        ("<div>Une du quai</div>", ""),  # there is no title in the content
        (f"{HEADLINE}<h2>Une du quai</h2>", ""),
        (f"{HEADLINE}<p>Il vente, et les chiens le savent.</p>", ""),
        (f"{HEADLINE}<p>{LEAD}.</p>", ""),
    ],
)
def test_text_that_resembles_a_header_is_kept(above: str, head: str) -> None:
    assert len(read(above, head).body) == len(PROSE) + 1


def test_title_below_the_text_is_removed() -> None:
    article = read("", text=f"{TEXT}{HEADLINE}")
    assert is_text_alone(article)


@pytest.mark.parametrize(
    "line",
    [
        "Ana Gil, géographe du littoral et des ports Publié mercredi 25 octobre 2017 à 19:54.",
        "Publié le 25/10/2017 à 19h54",
        "Ana Gil, mis en ligne le 25 octobre 2017",
        "25 octobre 2017 Mis à jour à 19:54",
        "25 October 2017 Last updated at 19:54 GMT",
    ],
)
def test_line_with_the_date_is_the_dateline(line: str) -> None:
    article = read(f"<p>{line}</p>")
    assert is_text_alone(article)
    assert rules(article) == ["header: dateline"] or "dateline" in rules(article)[0]


def test_date_of_the_dateline_is_read() -> None:
    article = read("<p>Ana Gil, géographe Publié mercredi 25 octobre 2017 à 19:54.</p>")
    assert article.date_published is not None
    assert article.date_published.astimezone(UTC) == datetime(2017, 10, 25, 17, 54, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 25 octobre 2017, le rapport sur la digue compte deux cents pages et trois cartes.",
        f"Un livre publié le 25 octobre 2017 à 19h54 {'et relu par les pêcheurs ' * 10}.",
    ],
)
def test_sentence_with_a_date_is_text(line: str) -> None:
    assert len(read(f"<p>{line}</p>").body) == len(PROSE) + 1


def test_kicker_inside_the_standfirst_is_the_kicker() -> None:
    page = (
        "<html><body><h1>Le bac ne part plus</h1><h3><span class='article__kicker'>Récit</span>Du "
        "port aux îles, trois jours de vent ont arrêté les barques et vidé les quais.</h3>"
        + "<p>Le vent du nord a plié les roseaux du quai pendant trois jours, et personne n’a pris "
        "la mer.</p>" * 3 + "</body></html>"
    )
    article = parse(page)
    assert article.kicker == "Récit"
    assert article.description == (
        "Du port aux îles, trois jours de vent ont arrêté les barques et vidé les quais."
    )


def test_update_on_a_separate_line_gives_date_modified() -> None:
    dates = "<div>Publié le 4 novembre 2016 à 11:12</div><div>Mis à jour le 5 mai 2017 à 8:30</div>"
    article = read(f"{HEADLINE}{dates}")
    assert is_text_alone(article)
    assert str(article.date_published) == "2016-11-04 11:12:00+01:00"
    assert str(article.date_modified) == "2017-05-05 08:30:00+02:00"
