"""Articles read from texts: pastes, dumps of entire pages, Markdown."""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Article,
    EmptyPageError,
    Heading,
    NotAnArticleError,
    Paragraph,
    parse,
    parse_file,
    parse_text,
)
from plain_texts import FIRST, SECOND, THIRD, texts


@pytest.mark.parametrize(
    ("line", "label", "headline", "is_premium"),
    [
        (
            "Lire aussi | Article réservé à nos abonnés Un port en grève",
            "Lire aussi",
            "Un port en grève",
            True,
        ),
        ("Lire aussi | Un port en grève", "Lire aussi", "Un port en grève", False),
        (
            "Lire l’enquête | Article réservé à nos abonnés Les quais du silence",
            "Lire l’enquête",
            "Les quais du silence",
            True,
        ),
        (
            "Lire aussi la tribune | Article réservé à nos abonnés « Le port est à nous »",
            "Lire aussi la tribune",
            "« Le port est à nous »",
            True,
        ),
        (
            "Lire aussi l’éditorial du « Monde » | Une colère ancienne",
            "Lire aussi l’éditorial du « Monde »",
            "Une colère ancienne",
            False,
        ),
        (
            "Lire aussi : Article réservé à nos abonnés Un port en grève",
            "Lire aussi",
            "Un port en grève",
            True,
        ),
        ("Lire aussi : Un port en grève", "Lire aussi", "Un port en grève", False),
        (
            "Lire aussi Article réservé à nos abonnés Un port en grève",
            "Lire aussi",
            "Un port en grève",
            True,
        ),
        (
            "Article réservé à nos abonnés Lire aussi Un port en grève",
            "Lire aussi",
            "Un port en grève",
            True,
        ),
        ("Lire aussi Un port en grève", "Lire aussi", "Un port en grève", False),
        ("À lire aussiUn port en grève", "À lire aussi", "Un port en grève", False),
        ("Lire aussi« Le port est à nous »", "Lire aussi", "« Le port est à nous »", False),
        ("À lire aussi > Un port en grève", "À lire aussi", "Un port en grève", False),
        ("Lire aussi – Un port en grève", "Lire aussi", "Un port en grève", False),
        ("LIRE AUSSI >> Un port en grève", "LIRE AUSSI", "Un port en grève", False),
        ("Lire aussi : > Un port en grève", "Lire aussi", "Un port en grève", False),
        (
            "Lire aussi : Un port en grève Ajouter à vos sélections Ajouter à vos sélections",
            "Lire aussi",
            "Un port en grève",
            False,
        ),
        (
            "Lire aussi Article réservé à nos abonnés Un port en grève Lire plus tard",
            "Lire aussi",
            "Un port en grève",
            True,
        ),
        (
            "Lire nos explications : Pourquoi le port s’arrête",
            "Lire nos explications",
            "Pourquoi le port s’arrête",
            False,
        ),
        ("Suivre notre direct : Grève au port", "Suivre notre direct", "Grève au port", False),
        ("Écouter aussi : La voix des quais", "Écouter aussi", "La voix des quais", False),
        ("À lire aussi : Un port en grève", "À lire aussi", "Un port en grève", False),
        ("Read more Subscribers only A harbor on strike", "Read more", "A harbor on strike", True),
        ("Read more | A harbor on strike", "Read more", "A harbor on strike", False),
    ],
)
def test_related_lines_of_every_form_are_links(
    line: str, label: str, headline: str, is_premium: bool
) -> None:
    article = parse_text(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert texts(article) == [FIRST, SECOND]
    assert [
        (link.label, link.headline, link.url, link.is_premium, link.position)
        for link in article.related_links
    ] == [(label, headline, None, is_premium, 1)]


@pytest.mark.parametrize(
    "prose",
    [
        "Lire est un plaisir que les dockers s’accordent le dimanche, quand le port se tait.",
        "Lire aussi longtemps qu’il le pouvait, voilà ce que le vieux grutier appelait vivre.",
        "Voir le port de nuit, c’est comprendre pourquoi ses hommes ne le quittent pas.",
        "Suivre la grève depuis Paris ne suffit pas : il faut venir sur le quai.",
        "Découvrir une ville par son port, disait-il, c’est entrer par la bonne porte.",
        "A lire : Jeanne Marol, Les Hommes du quai, Editions du Môle, 212 pages, 18 euros",
    ],
)
def test_prose_that_starts_like_a_label_is_kept(prose: str) -> None:
    assert texts(parse_text(f"{FIRST}\n\n{prose}\n\n{SECOND}")) == [FIRST, prose, SECOND]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Partager", "share"),
        ("Exit mobile version", "boilerplate"),
        ("Ajouter à vos sélections", "share"),
        ("L’espace des contributions est réservé aux abonnés.", "comments"),
        ("Article réservé aux abonnés", "status"),
        ("Publicité", "advertisement"),
        ("Services Le Monde", "promotion"),
        ("Share on Facebook", "share"),
    ],
)
def test_boilerplate_is_removed_with_a_reason(line: str, reason: str) -> None:
    article = parse_text(f"{FIRST}\n\n{SECOND}\n\n{line}")
    assert texts(article) == [FIRST, SECOND]
    assert [
        (removal.reason, removal.text, removal.position) for removal in article.report.removed
    ] == [(reason, line, 2)]


@pytest.mark.parametrize(
    ("notice", "percent"),
    [
        ("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", 57.09),
        ("Il vous reste 40 % de cet article à lire. La suite est réservée aux abonnés.", 40.0),
        ("You have 12.5% of this article left to read. The rest is for subscribers only.", 12.5),
        ("La suite est réservée aux abonnés.", None),
    ],
)
def test_notices_give_truncation_and_percentage(notice: str, percent: float | None) -> None:
    article = parse_text(f"{FIRST}\n\n{notice}")
    assert texts(article) == [FIRST]
    assert (article.is_truncated, article.percent_left) == (True, percent)


def test_missing_fields_are_none() -> None:
    article = parse_text(f"{FIRST}\n\n{SECOND}")
    assert article == Article(body=(Paragraph(text=FIRST), Paragraph(text=SECOND)))


def test_each_line_may_be_a_paragraph() -> None:
    assert texts(parse_text(f"{FIRST}\n{SECOND}\n{THIRD}")) == [FIRST, SECOND, THIRD]


def test_short_lines_between_paragraphs_are_headings() -> None:
    article = parse_text(f"{FIRST}\n\nUne colère ancienne\n\n{SECOND}")
    assert article.body[1] == Heading(text="Une colère ancienne", level=2)


@pytest.mark.parametrize("line", ["Une colère ancienne.", "une colère ancienne", "Une colère :"])
def test_other_short_lines_are_paragraphs(line: str) -> None:
    assert parse_text(f"{FIRST}\n\n{line}\n\n{SECOND}").body[1] == Paragraph(text=line)


@pytest.mark.parametrize(
    ("signature", "authors", "agencies"),
    [
        ("Le Monde avec AFP", [], ("AFP",)),
        ("Propos recueillis par Jeanne Marol", ["Jeanne Marol"], ()),
        ("Jeanne Marol (Marseille, correspondante)", ["Jeanne Marol"], ()),
        ("Jeanne Marol", ["Jeanne Marol"], ()),
    ],
)
def test_signatures_at_the_end_are_bylines(
    signature: str, authors: list[str], agencies: tuple[str, ...]
) -> None:
    article = parse_text(f"{FIRST}\n\n{SECOND}\n\n{signature}")
    assert texts(article) == [FIRST, SECOND]
    assert ([author.name for author in article.authors], article.agencies, article.byline) == (
        authors,
        agencies,
        signature,
    )


def test_title_standfirst_and_byline_above_the_date_are_read() -> None:
    header = "Grève au port : la colère des quais\nDeux semaines sans paie, et pas un mot de reprise.\nPar Jeanne Marol (Marseille, correspondante)"
    article = parse_text(
        f"{header}\nPublié le 03 mars 2024 à 06h15, modifié le 04 mars 2024 à 09h00\n{FIRST}\n{SECOND}"
    )
    assert article.headline == "Grève au port : la colère des quais"
    assert article.description == "Deux semaines sans paie, et pas un mot de reprise."
    assert [(author.name, author.location, author.job_title) for author in article.authors] == [
        ("Jeanne Marol", "Marseille", "correspondante")
    ]
    assert (article.date_published, article.date_modified) == (
        datetime.fromisoformat("2024-03-03T06:15:00+01:00"),
        datetime.fromisoformat("2024-03-04T09:00:00+01:00"),
    )
    assert texts(article) == [FIRST, SECOND]


def test_relative_dates_in_a_text_are_relative_to_fetched_at() -> None:
    text = f"La colère des quais\nPublié hier à 06h15\n{FIRST}"
    assert parse_text(text).date_published is None
    fetched = datetime.fromisoformat("2024-07-02T10:00:00+02:00")
    assert parse_text(text, fetched_at=fetched).date_published == datetime.fromisoformat(
        "2024-07-01T06:15:00+02:00"
    )


DUMP = """\
    #Le Monde.fr : Société

   (BUTTON) Navigation
   Se connecter S’abonner

     * À la une
     * Actualités
          + Guerre des quais
          + Élections
     * Recherche

     * [12]Société
     * [13]Ports

Grève au port : la colère des quais, entre « silence » et « mépris
ordinaire »

   Deux semaines sans paie, et pas un mot de reprise : sur les quais du
   Levant, l'attente a remplacé la colère.

   Par [14]Jeanne Marol

   Publié le 03 mars 2024 à 06h15, modifié le 04 mars 2024 à
   09h00

   Temps de Lecture 4 min.
     * (BUTTON) Partager Partager
     * (BUTTON) Envoyer par e-mail Envoyer par e-mail

   Article réservé aux abonnés

   Une grue à l'arrêt sur le quai du Levant, le 2 mars. Une grue à l'arrêt
   sur le quai du Levant, le 2 mars. JEAN MOREL / AFP

   M^me Lantier tient le café de la Marine depuis le XX^e siècle
   finissant, et n'a jamais vu le port si calme. « On entend les mouettes,
   dit-elle, c'est mauvais signe. » [15]Sa caisse aussi se tait, depuis
   deux semaines.

   Lire aussi : Article réservé à nos abonnés [16]Les dockers, une
   aristocratie sans château

Une colère ancienne

   Rien n'annonçait la grève. La direction parle d'un mouvement
   incompréhensible, les dockers d'une colère qui vient de loin, et chacun
   attend que l'autre fasse le premier pas.

   Il vous reste 64.2% de cet article à lire. La suite est réservée aux
   abonnés.

   Lecture du Monde en cours sur un autre appareil.

   Vous pouvez lire Le Monde sur un seul appareil à la fois

   (BUTTON) Continuer à lire ici

References

   Visible links
   12. https://www.lemonde.fr/societe/
   13. https://www.lemonde.fr/ports/
"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_article_is_found_in_the_dump_of_an_entire_page(encoding: str) -> None:
    article = parse(DUMP.encode(encoding))
    assert article.report.layout == "text: dump"
    assert (
        article.headline
        == "Grève au port : la colère des quais, entre « silence » et « mépris ordinaire »"
    )
    assert article.description is not None
    assert article.description.startswith("Deux semaines sans paie")
    assert [author.name for author in article.authors] == ["Jeanne Marol"]
    assert (article.section, article.breadcrumbs) == ("Société", ("Société", "Ports"))
    assert article.date_modified == datetime.fromisoformat("2024-03-04T09:00:00+01:00")
    assert (article.is_truncated, article.percent_left, article.is_accessible_for_free) == (
        True,
        64.2,
        None,
    )
    assert [block.type for block in article.body] == ["paragraph", "heading", "paragraph"]
    assert texts(article) == [
        (
            "Mme Lantier tient le café de la Marine depuis le XXe siècle finissant, et n'a jamais vu le port si calme. "
            "« On entend les mouettes, dit-elle, c'est mauvais signe. » Sa caisse aussi se tait, depuis deux semaines."
        ),
        "Une colère ancienne",
        (
            "Rien n'annonçait la grève. La direction parle d'un mouvement incompréhensible, les dockers d'une colère qui vient de loin, "
            "et chacun attend que l'autre fasse le premier pas."
        ),
    ]
    assert [(link.label, link.headline, link.is_premium) for link in article.related_links] == [
        ("Lire aussi", "Les dockers, une aristocratie sans château", True)
    ]


def test_letter_a_grave_broken_by_lynx_is_repaired() -> None:
    raw = f"{FIRST}\n\nIl part à Lyon, à pied, et revient à\nl’aube.".encode().replace(
        "à".encode(), b"\xc3"
    )
    article = parse(raw.replace(b"\xc3\n", b"\xc3 "))
    assert texts(article)[1] == "Il part à Lyon, à pied, et revient à l’aube."
    assert [warning.code for warning in article.report.warnings] == ["encoding", "unidentified"]


@pytest.mark.parametrize("name", ["texte.txt", "texte.md", "texte.txt.gz"])
def test_text_files_are_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    raw = f"{FIRST}\n\n{SECOND}".encode()
    file.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    assert texts(parse_file(file)) == [FIRST, SECOND]


def test_parse_accepts_text_without_markup() -> None:
    assert (
        parse(f"{FIRST}\n\n{SECOND}")
        == parse_text(f"{FIRST}\n\n{SECOND}")
        == parse(f"{FIRST}\n\n{SECOND}".encode())
    )


def test_input_that_is_not_text_is_an_error() -> None:
    with pytest.raises(EmptyPageError):
        parse_text(" \n\t ")
    with pytest.raises(NotAnArticleError) as caught:
        parse(b"\x00\x01\x02PNG\x00" * 50)
    assert caught.value.reason == "no markup"
    assert str(caught.value).endswith("some bytes are not characters")
    with pytest.raises(NotAnArticleError, match="if it is gzip, pass it decompressed"):
        parse(gzip.compress(FIRST.encode() * 50))
    with pytest.raises(TypeError, match="parse_text"):
        parse_text(b"octets")  # type: ignore[arg-type]


WORDS = st.lists(
    st.sampled_from(
        [
            "mer",
            "port",
            "quai",
            "grue",
            "vent",
            "marée",
            "docker",
            "colère",
            "silence",
            "attente",
            "soleil",
            "navire",
        ]
    ),
    min_size=12,
    max_size=40,
)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_text_of_an_article_is_read_back_unchanged(paragraphs: list[list[str]]) -> None:
    """Parsing the text of the article gives the same texts in the same order."""
    wanted = [" ".join(words).capitalize() + "." for words in paragraphs]
    article = parse_text("\n\n".join(wanted))
    assert texts(article) == wanted
    assert texts(parse_text(article.text)) == wanted


@pytest.mark.parametrize(
    "page",
    sorted((Path(__file__).parent / "pages").glob("*/page.html")),
    ids=lambda path: path.parent.name,
)
def test_text_of_a_page_is_read_back_unchanged(page: Path) -> None:
    """Blocks may become paragraphs, but their words and order stay the same."""
    article = parse_file(page)
    if not article.text:
        pytest.skip("the page has only pictures")
    again = parse_text(article.text)
    assert (
        "\n\n".join(again.text.splitlines()).split()
        == "\n\n".join(article.text.splitlines()).split()
    )


@given(st.text(max_size=400))
def test_any_text_gives_an_article_or_a_documented_error(text: str) -> None:
    try:
        article = parse_text(text)
    except (EmptyPageError, NotAnArticleError):
        return
    assert Article.from_dict(article.to_dict()) == article
