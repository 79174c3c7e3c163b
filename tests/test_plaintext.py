"""Text becomes Articles: pastes, dumps of whole pages, Markdown."""

from __future__ import annotations

import gzip
import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lemonde_parse import (
    Article,
    EmptyPageError,
    Figure,
    Heading,
    ListBlock,
    Mark,
    NotAnArticleError,
    Paragraph,
    Quote,
    parse,
    parse_file,
    parse_text,
)
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.plaintext.unwrap import raised, unwrap

TEXTS: Final = sorted((Path(__file__).parent / "texts").glob("*/page.*"))
"""Pastes and dumps in the form that programs print, with invented prose. As for pages, there is the
output of `Article.to_dict` for each (expected.json) and the list of removals (removed.json)."""

FIRST = (
    "Le port s’éveille avant la ville, et la ville ne le sait pas. Sur le quai du Levant, les grues tournent depuis quatre heures, "
    "et les hommes qui les mènent ont déjà bu leur troisième café."
)
SECOND = (
    "Rien n’annonçait la grève. La direction parle d’un mouvement « incompréhensible », les dockers d’une « colère ancienne », "
    "et chacun attend que l’autre fasse le premier pas vers la table."
)
THIRD = (
    "Au café de la Marine, on refait les comptes. Deux semaines sans paie, c’est un loyer ; trois, c’est l’école des petits. "
    "Personne ne dit encore le mot de reprise, mais tout le monde y pense."
)


def texts(article: Article) -> list[str]:
    return [block.text for block in article.body if not isinstance(block, Figure) and block.text]


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
def test_boilerplate_is_removed_with_its_reason(line: str, reason: str) -> None:
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


def test_paragraphs_may_be_lines() -> None:
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


def test_lines_above_the_date_are_read() -> None:
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


def test_relative_dates_count_from_when_the_text_was_fetched() -> None:
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
def test_the_article_is_found_in_a_dump_of_the_whole_page(encoding: str) -> None:
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


def test_broken_a_of_lynx_is_repaired() -> None:
    raw = f"{FIRST}\n\nIl part à Lyon, à pied, et revient à\nl’aube.".encode().replace(
        "à".encode(), b"\xc3"
    )
    article = parse(raw.replace(b"\xc3\n", b"\xc3 "))
    assert texts(article)[1] == "Il part à Lyon, à pied, et revient à l’aube."
    assert [warning.code for warning in article.report.warnings] == ["encoding", "unidentified"]


MARKDOWN = """\
# La colère des quais

Le port *s’éveille* avant **la ville**, dit [Jeanne Marol](/marol.html), et la ville ne le sait pas.

[Lire aussi | Les dockers, une aristocratie](https://www.lemonde.fr/a.html)

Lire aussi : [Un port en grève](/b.html)

## Une colère ancienne

- un loyer
- l’école
  des petits

1. d’abord
2. ensuite

> On entend les mouettes.
> C’est mauvais signe.

![Une grue](/grue.jpg "titre")
"""


def test_markdown_is_read_with_its_marks() -> None:
    article = parse_text(MARKDOWN, url="https://www.lemonde.fr/port/")
    assert article.report.layout == "text: markdown"
    assert article.headline == "La colère des quais"
    first = article.body[0]
    assert isinstance(first, Paragraph)
    assert [(mark.kind, first.text[mark.start : mark.end], mark.href) for mark in first.marks] == [
        ("emphasis", "s’éveille", None),
        ("strong", "la ville", None),
        ("link", "Jeanne Marol", "https://www.lemonde.fr/marol.html"),
    ]
    assert article.body[1] == Heading(text="Une colère ancienne", level=2)
    assert [
        ([item.text for item in block.items], block.ordered)
        for block in article.body
        if isinstance(block, ListBlock)
    ] == [
        (["un loyer", "l’école des petits"], False),
        (["d’abord", "ensuite"], True),
    ]
    assert article.body[4] == Quote(text="On entend les mouettes. C’est mauvais signe.")
    assert article.body[5] == Figure(url="https://www.lemonde.fr/grue.jpg", alt="Une grue")
    assert [(link.label, link.headline, link.url) for link in article.related_links] == [
        ("Lire aussi", "Les dockers, une aristocratie", "https://www.lemonde.fr/a.html"),
        ("Lire aussi", "Un port en grève", "https://www.lemonde.fr/b.html"),
    ]


def test_markdown_may_underline_its_headings() -> None:
    article = parse_text(
        f"La colère des quais\n===================\n\n{FIRST}\n\nUne colère\n----------\n\n{SECOND}\n\nDeux mots.\n---\n\n{THIRD}"
    )
    assert (article.report.layout, article.headline) == ("text: markdown", "La colère des quais")
    assert article.body[1] == Heading(text="Une colère", level=2)
    assert texts(article) == [FIRST, "Une colère", SECOND, "Deux mots.", THIRD]


def test_raised_and_lowered_letters_of_markdown_are_marks() -> None:
    first, second = parse_text(
        "# Le port\n\n_M<sup>me</sup> Lantier_, au XX<sup>e</sup> siècle : H<sub>2</sub>O.\n\na </sup> b <sub>c"
    ).body
    assert isinstance(first, Paragraph)
    assert first.text == "Mme Lantier, au XXe siècle : H2O."
    assert [(mark.kind, first.text[mark.start : mark.end]) for mark in first.marks] == [
        ("emphasis", "Mme Lantier"),
        ("superscript", "me"),
        ("superscript", "e"),
        ("subscript", "2"),
    ]
    # A tag that ends nothing is dropped; one that is not closed formats the rest, as in a browser.
    assert second == Paragraph(text="a b c", marks=(Mark(kind="subscript", start=4, end=5),))


def test_images_of_markdown_may_be_links_or_without_address() -> None:
    article = parse_text(
        f"# Le port\n\n[![Une grue](/grue.jpg)](/grue.html)\n\n![Un quai\n]()\n\n{FIRST}",
        url="https://www.lemonde.fr/port/",
    )
    assert article.body == (
        Figure(url="https://www.lemonde.fr/grue.jpg", alt="Une grue"),
        Figure(alt="Un quai"),
        Paragraph(text=FIRST),
    )


def test_caption_that_repeats_the_alternative_text_is_not_a_paragraph() -> None:
    alt = "Une grue à l’arrêt sur le quai du Levant."
    given = f"# Le port\n\n![{alt}](/grue.jpg)\n\n{alt} JEAN MOREL / AFP\n\n![{alt}](/2.jpg) {alt}\n\n![{alt}](/3.jpg)\n\n{alt[:-1]} rouille.\n\n{alt}"
    assert parse_text(given).body == (
        Figure(url="/grue.jpg", caption=alt, credit="JEAN MOREL / AFP", alt=alt),
        Figure(url="/2.jpg", caption=alt, alt=alt),
        Figure(url="/3.jpg", alt=alt),
        Paragraph(text=f"{alt[:-1]} rouille."),
        Paragraph(text=alt),
    )


def test_formatted_words_are_enough_for_markdown() -> None:
    article = parse_text(
        f"{FIRST}\n\n**Il vous reste 50% de cet article à lire. La suite est réservée aux abonnés.**"
    )
    assert (texts(article), article.percent_left) == ([FIRST], 50)
    assert texts(parse_text(f"{FIRST}\n\n« _Deux mots_ », dit-elle.")) == [
        FIRST,
        "« Deux mots », dit-elle.",
    ]
    assert texts(parse_text(f"{FIRST}\n\nP**n de m**e, dit-il.")) == [
        FIRST,
        "P**n de m**e, dit-il.",
    ]


@pytest.mark.parametrize("name", ["texte.txt", "texte.md", "texte.txt.gz"])
def test_files_of_text_are_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    raw = f"{FIRST}\n\n{SECOND}".encode()
    file.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    assert texts(parse_file(file)) == [FIRST, SECOND]


def test_parse_takes_text_without_markup() -> None:
    assert (
        parse(f"{FIRST}\n\n{SECOND}")
        == parse_text(f"{FIRST}\n\n{SECOND}")
        == parse(f"{FIRST}\n\n{SECOND}".encode())
    )


def test_other_types_than_str_are_refused() -> None:
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
def test_a_text_read_again_is_the_same(paragraphs: list[list[str]]) -> None:
    """Same texts, same order."""
    wanted = [" ".join(words).capitalize() + "." for words in paragraphs]
    article = parse_text("\n\n".join(wanted))
    assert texts(article) == wanted
    assert texts(parse_text(article.text)) == wanted


@pytest.mark.parametrize(
    "page",
    sorted((Path(__file__).parent / "pages").glob("*/page.html")),
    ids=lambda path: path.parent.name,
)
def test_the_text_of_a_page_read_again_is_the_same(page: Path) -> None:
    """Types may become paragraph; words and order stay."""
    article = parse_file(page)
    if not article.text:
        pytest.skip("a page of pictures alone")
    again = parse_text(article.text)
    assert (
        "\n\n".join(again.text.splitlines()).split()
        == "\n\n".join(article.text.splitlines()).split()
    )


@given(st.text(max_size=400))
def test_any_text_gives_an_article_or_one_error(text: str) -> None:
    try:
        article = parse_text(text)
    except (EmptyPageError, NotAnArticleError):
        return
    assert Article.from_dict(article.to_dict()) == article


def test_unwrap_joins_wrapped_lines() -> None:
    lines = (
        "Une ligne qui va jusqu’au bord de la page et qui continue à la ligne\nsuivante, où elle finit tout de même.\n"
        * 3
    )
    assert [group.text for group in unwrap(lines)] == [
        "Une ligne qui va jusqu’au bord de la page et qui continue à la ligne suivante, où elle finit tout de même."
    ] * 3


def test_repeated_words_before_a_sentence_are_not_a_caption() -> None:
    said = "Je suis fatiguée. Je suis fatiguée. Et personne, dans ce ministère, ne m’écoute."
    assert (
        texts(
            parse_text(
                f"Un titre de port\n\nPublié le 3 mai 2023 à 10h00\n\n{FIRST}\n\n{said}\n\n{SECOND}"
            )
        )[1]
        == said
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


def test_quote_inside_a_text_is_not_an_e_mail() -> None:
    assert texts(parse_text(f"> {FIRST}\n\n{SECOND}")) == [f"> {FIRST}", SECOND]


def test_separate_accents_are_composed() -> None:
    """In text copied from a PDF on a Mac."""
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


def test_captions_printed_twice_are_recognised() -> None:
    assert is_doubled(
        "Une grue à l’arrêt, le 2 mars. Une grue à l’arrêt, le 2 mars. JEAN MOREL / AFP"
    )
    assert not is_doubled("Une grue à l’arrêt, le 2 mars, et une autre grue à l’arrêt plus loin.")


def test_raised_letters_are_marked() -> None:
    text, marks = raised("M^me Lantier, au XX^e siècle")
    assert text == "Mme Lantier, au XXe siècle"
    assert [(mark.kind, text[mark.start : mark.end]) for mark in marks] == [
        ("superscript", "me"),
        ("superscript", "e"),
    ]


every_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.parent.name)


def told(path: Path, name: str) -> Any:
    return json.loads(path.with_name(name).read_text("utf-8"))


@every_text
def test_text_matches_expected_json(path: Path) -> None:
    """All blocks, marks, links and fields are equal."""
    given_back = dict(parse_text(path.read_text("utf-8")).to_dict())
    del given_back["report"]
    # Fields added after the file was written have their defaults.
    expected = dict(Article.from_dict(told(path, "expected.json")).to_dict())
    del expected["report"]
    assert given_back == expected


@every_text
def test_removals_of_a_text_match_removed_json(path: Path) -> None:
    article = parse_text(path.read_text("utf-8"))
    assert [
        [removal.reason, removal.text, removal.rule, removal.position]
        for removal in article.report.removed
    ] == told(path, "removed.json")
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
def test_badges_and_buttons_in_a_related_line_are_removals(
    line: str, removals: list[tuple[str, str]]
) -> None:
    article = parse_text(f"{FIRST}\n\n{line}\n\n{SECOND}")
    assert texts(article) == [FIRST, SECOND]
    assert len(article.related_links) == 1
    assert [(removal.reason, removal.text) for removal in article.report.removed] == removals
    assert {removal.position for removal in article.report.removed} <= {1}


def test_a_badge_in_markdown_is_a_removal() -> None:
    article = parse_text(
        f"# Un titre\n\n{FIRST}\n\nLire aussi | Article réservé à nos abonnés Un port en grève\n\n{SECOND}"
    )
    assert [(link.headline, link.is_premium) for link in article.related_links] == [
        ("Un port en grève", True)
    ]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("badge", "Article réservé à nos abonnés")
    ]


def test_badge_inside_the_link_is_a_removal() -> None:
    link = "[Article réservé à nos abonnés Un port en grève](https://www.lemonde.fr/a.html)"
    article = parse_text(f"# Un titre\n\n{FIRST}\n\nLire aussi | {link}\n\n{SECOND}")
    assert [(one.label, one.headline, one.is_premium) for one in article.related_links] == [
        ("Lire aussi", "Un port en grève", True)
    ]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("badge", "Article réservé à nos abonnés")
    ]


def test_share_bars_with_glued_buttons_are_removed() -> None:
    bar = "Partager sur FacebookEnvoyer par e-mailCopier le lien"
    article = parse_text(f"{FIRST}\n\n{bar}\n\n{SECOND}")
    assert texts(article) == [FIRST, SECOND]
    assert [(removal.reason, removal.text) for removal in article.report.removed] == [
        ("share", bar)
    ]


def test_buttons_and_times_in_a_dump_of_a_live_are_removed() -> None:
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
        "words that come back",
    ],
)
def test_unclosed_signs_take_little_time(text: str) -> None:
    """Searching for every sign up to the end of the text would take minutes."""
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


def test_date_below_the_text_does_not_make_it_a_header() -> None:
    article = parse_text(f"{LONG[0]}\n\n{LONG[1]}\n\nPublié le 15 février 2020 à 10h15")
    assert article.text == "\n\n".join(LONG)
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2020-02-15T10:15:00+01:00"


def test_a_page_cut_off_at_its_date_keeps_its_header() -> None:
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
    text = f"{words * 2}et les bacs sont la. "  # with 12 of the counted words
    told = parse_text(text + "Rien ne bouge dans la ville.").report.warnings
    assert [warning.code for warning in told] == ["encoding", "unidentified"]
    shorter = parse_text(words + "et rien ne bouge dans la ville.").report.warnings
    assert [warning.code for warning in shorter] == ["unidentified"]
    few = parse_text(text + "Rien ne bougera dans la ville cet été, déjà.").report.warnings
    assert [warning.code for warning in few] == ["encoding", "unidentified"]
    accented = parse_text(text + "L’été, à Tréval, a séché les bateaux échoués.").report.warnings
    assert [warning.code for warning in accented] == ["unidentified"]


def test_text_about_wrong_encodings_is_unchanged() -> None:
    text = f"On lit « Ã©tÃ© », « dÃ©jÃ\u00a0 » au lieu d’été.\n\n{FIRST}"
    assert texts(parse_text(text))[0].startswith("On lit « Ã©tÃ© »")
