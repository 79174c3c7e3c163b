"""Texts of entire pages, as printed by text browsers or copied from a browser."""

from __future__ import annotations

import textwrap
from typing import Final

import pytest

from dump_lines import BODY, DATE, HEADLINE, MENU, MORE, STANDFIRST, page, texts
from lemonde_parse import Embed, parse_text
from lemonde_parse.plaintext.unwrap import unwrap

# Long-form articles, with the standfirst below the date


@pytest.mark.parametrize("kicker", ["Enquête", "Billet de blog", "Éditorial"])
@pytest.mark.parametrize("standfirst", ["Ils vendent sous une bâche.", "« On reste », disent-ils."])
def test_genre_joined_to_the_standfirst_is_split_off(kicker: str, standfirst: str) -> None:
    dump = page("• ", "Partager", kicker + standfirst).replace(f"{STANDFIRST}\n\n", "")
    article = parse_text(dump)
    assert (article.kicker, article.description) == (kicker, standfirst)
    assert texts(article) == list(BODY)


@pytest.mark.parametrize("first", ["RépétezÀ la halle, on attend.", "Enquête à la halle, Acte II."])
def test_paragraph_without_a_joined_genre_is_kept(first: str) -> None:
    dump = page("• ", "Partager", first).replace(f"{STANDFIRST}\n\n", "")
    article = parse_text(dump)
    assert (article.kicker, article.description) == (None, None)
    assert texts(article) == [first, *BODY]


# Whole pages


@pytest.mark.parametrize(
    "bullet",
    ["   * ", "• ", "  • ", "      □ ", "-   ", "     + ", ""],
    ids=["lynx", "w3m", "elinks", "nested", "pandoc", "links", "pasted"],
)
@pytest.mark.parametrize("width", [0, 79, 160])
def test_article_is_found_below_menus_with_any_bullets(bullet: str, width: int) -> None:
    article = parse_text(page(bullet, width=width))
    assert article.report.layout == "text: dump"
    assert (article.headline, article.description) == (HEADLINE, STANDFIRST)
    assert [author.name for author in article.authors] == ["Lucie Darmont"]
    assert texts(article) == list(BODY)


def test_sentences_above_a_date_are_not_a_menu() -> None:
    raw = "\n\n".join([*BODY * 5, DATE, *BODY])
    assert texts(parse_text(raw))[:20] == list(BODY) * 5


@pytest.mark.parametrize(("count", "first"), [(5, "Un habitant"), (6, "Le poissonnier")])
def test_date_below_most_sentences_belongs_to_a_comment(count: int, first: str) -> None:
    above = [f"{BODY[at % len(BODY)]} Et de {at}." for at in range(count)]
    menu = [*(f"• {name}" for name in MENU), "S’abonner", "Se connecter"]
    comment = (
        "Un habitant se souvient du marché d’avant, quand les étals débordaient sur le quai, "
        "la place et les rues."
    )
    raw = "\n\n".join([*menu, HEADLINE, *above, "Vos avis", DATE, comment])
    assert texts(parse_text(raw))[0].startswith(first)


@pytest.mark.parametrize("section", ["CGT", "Le tour de France"])
def test_section_name_above_the_title_is_ignored(section: str) -> None:
    assert parse_text(page("• ").replace(HEADLINE, f"{section}\n\n{HEADLINE}")).headline == HEADLINE


def test_numbers_of_links_are_removed_if_the_links_are_listed() -> None:
    """If the text of a link starts with a space, the space is printed after the number."""
    raw = page("   * ").replace("Personne n’y a touché", "Personne n’y[12] a touché")
    links = (
        "References\n\n   Visible links\n   1. https://www.lemonde.fr/\n   12. "
        "https://www.lemonde.fr/societe/\n"
    )
    assert texts(parse_text(f"{raw}\n{links}")) == list(BODY)
    assert "n’y[12] a" in texts(parse_text(raw))[0]


def test_unnumbered_list_of_link_addresses_is_removed() -> None:
    raw = page("   * ", width=200, after=("Lucie Darmont",)).replace(
        "Dans la même rubrique\n\nUn tout autre titre\n", ""
    )
    links = "\n".join(
        f"https://www.exemple.fr/societe/article/2024/03/{day:02}/{'un-titre-' * 8}.html"
        for day in range(1, 32)
    )
    assert texts(
        parse_text(
            f"{raw}\n   Visible links:\n{links}\n   Hidden links:\nhttps://www.exemple.fr/\n"
        )
    ) == list(BODY)


@pytest.mark.parametrize(
    "source", ["LE MONDE Le ", "Le Monde.fr avec AFP | ", "Le Monde | ", "Le "]
)
def test_dateline_of_older_pages_may_start_with_the_newspaper_name(source: str) -> None:
    article = parse_text(page("• ").replace(DATE, f"{source}11.11.2016 à 12h06"))
    assert str(article.date_published) == "2016-11-11 12:06:00+01:00"
    assert texts(article) == list(BODY)


MARKDOWN: Final = "\n\n".join(
    [
        "[Navigation](#nav)",
        "\n".join(f"  * [ {name} ](/{name})" for name in MENU),
        "Se connecter",
        "\n".join(f"  * {name}" for name in MORE),
        "  * [Société](/societe/)\n  * [Commerce](/commerce/)",
        f"# {HEADLINE}",
        STANDFIRST,
        "Par [Lucie Darmont](/signataires/lucie-darmont/)",
        DATE,
        "Temps de Lecture 3 min.",
        "  * Partager\n    * Partager sur Facebook",
        "![La halle](https://img.exemple.fr/halle.jpg)",
        BODY[0],
        "Lire aussi : [Un autre marché](/autre.html)",
        "## Une bâche bleue",
        *BODY[1:],
        "L’espace des contributions est réservé aux abonnés.",
        "  * [Un tout autre titre](/autre-titre.html)",
    ]
)


def test_the_article_is_found_in_the_markdown_of_a_whole_page() -> None:
    article = parse_text(MARKDOWN, url="https://www.lemonde.fr/commerce/halle.html")
    assert article.report.layout == "text: markdown"
    assert (article.headline, article.description, article.reading_minutes) == (
        HEADLINE,
        STANDFIRST,
        3,
    )
    assert [author.name for author in article.authors] == ["Lucie Darmont"]
    assert (article.section, article.breadcrumbs) == ("Société", ("Société", "Commerce"))
    assert str(article.date_published) == "2024-03-12 06:15:00+01:00"
    assert [block.type for block in article.body] == [
        "figure",
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]
    assert texts(article) == [BODY[0], "Une bâche bleue", *BODY[1:]]
    assert [
        (link.label, link.headline, link.url, link.position) for link in article.related_links
    ] == [("Lire aussi", "Un autre marché", "https://www.lemonde.fr/autre.html", 2)]


@pytest.mark.parametrize(
    ("dateline", "authors", "agencies"),
    [
        (
            "Le Monde | 26.09.2016 à 15h17 • Mis à jour le 26.09.2016 à 15h17 | Par Lucie Darmont",
            ["Lucie Darmont"],
            (),
        ),
        (
            "Le Monde.fr | 26.09.2016 à 15h17 | Propos recueillis par Lucie Darmont",
            ["Lucie Darmont"],
            (),
        ),
        ("Le Monde avec AFP Publié le 26 septembre 2016 à 15h17", [], ("AFP",)),
    ],
)
def test_author_in_dateline(dateline: str, authors: list[str], agencies: tuple[str, ...]) -> None:
    article = parse_text(page("• ").replace("Par Lucie Darmont\n\n", "").replace(DATE, dateline))
    assert ([author.name for author in article.authors], article.agencies) == (authors, agencies)
    assert str(article.date_published) == "2016-09-26 15:17:00+02:00"


@pytest.mark.parametrize(
    "head",
    ["Se connecter S’abonner", "Le Monde - retour à la une Se connecterSe connecter S’abonner"],
)
def test_text_of_a_page_without_a_date_starts_at_adjacent_sentences(head: str) -> None:
    article = parse_text(
        f"{head}\n\n"
        + page("• ").replace(
            f"{STANDFIRST}\n\nPar Lucie Darmont\n\n{DATE}\n\nTemps de Lecture 3 min.\n\n", ""
        )
    )
    assert (article.headline, article.date_published) == (HEADLINE, None)
    assert texts(article) == list(BODY)


def test_posts_of_a_live_blog_are_read_without_their_times() -> None:
    posts = "\n\n".join(
        f"Le Monde le 26 février à {hour}h28\n\n{text}"
        for hour, text in zip((23, 22, 21, 9), BODY, strict=True)
    )
    raw = "\n\n".join(
        ["Se connecter", *(f"   * {name}" for name in (*MENU, *MORE)), HEADLINE, posts]
    )
    article = parse_text(raw)
    assert article.headline == HEADLINE
    assert texts(article) == list(BODY)
    assert [removal.rule for removal in article.report.removed] == [
        "text: above the article",
        *["post.time"] * 3,
    ]


@pytest.mark.parametrize(
    "frame",
    [
        "IFRAME: [12]//www.youtube.com/embed/abc?x=1",
        "IFRAME:",
        "IFrame",
        "//www.dailymotion.com/embed/video/abc",
    ],
)
def test_the_address_of_a_frame_is_removed(frame: str) -> None:
    article = parse_text(page("   * ").replace(BODY[1], f"{frame}\n\n{BODY[1]}"))
    assert texts(article) == list(BODY)
    assert "frame" in [removal.rule for removal in article.report.removed]


@pytest.mark.parametrize(
    "tweeted", ["— Halle de Tréval (@halletreval)", "— Halle de Tréval (@halletreval) 9 mars 2024"]
)
def test_quotation_above_a_tweet_signature_is_a_tweet(tweeted: str) -> None:
    tweet = "Demain, le marché ouvre à sept heures, bâche ou pas."
    blocks = [f"   {text}" for text in BODY]
    raw = page("   * ").replace(
        "\n\n".join(BODY), "\n\n".join([*blocks[:2], f"     {tweet}\n     {tweeted}", *blocks[2:]])
    )
    article = parse_text(raw)
    assert texts(article) == list(BODY)
    assert article.body[2] == Embed(provider="twitter", text=f"{tweet} {tweeted}")


def test_tweet_signature_without_a_quotation_is_kept() -> None:
    article = parse_text(
        page("   * ").replace(BODY[3], f"— Halle de Tréval (@halletreval)\n\n{BODY[3]}")
    )
    assert texts(article) == [*BODY[:3], "— Halle de Tréval (@halletreval)", BODY[3]]


def test_a_slide_show_is_removed() -> None:
    """In pages of 2012–18, a slide show is printed as all captions, the buttons, the first caption
    again, the credit and the link to the pictures."""
    first, second = "La fleuriste entre ses deux allées, un samedi.", "La bâche vue d’en bas."
    show = (
        f"{first} {second}\nPrécedent\n1/13\nSuivant\n\n{first}\n\n"
        'JEANNE OLMET POUR "LE MONDE"\n› Accéder au portfolio'
    )
    article = parse_text(page("• ").replace(BODY[3], f"{show}\n\n{BODY[3]}"))
    assert texts(article) == list(BODY)
    assert [removal.text for removal in article.report.removed if removal.rule == "slides"] == [
        f"{first} {second}",
        "Précedent",
        "1/13",
        "Suivant",
        first,
        'JEANNE OLMET POUR "LE MONDE"',
    ]


def test_text_below_a_slide_show_without_a_link_is_kept() -> None:
    show = f"Précedent\n\n1/13\n\nSuivant\n\n{BODY[2]}\n\nAccepter pour voir le contenu"
    assert texts(parse_text(page("• ").replace(BODY[2], show))) == list(BODY)


def test_line_that_starts_with_an_amount_of_money_is_not_joined() -> None:
    raw = (
        "\n".join(textwrap.fill(paragraph, 72) for paragraph in BODY)
        + "\nLe marché ferme.\n$3 millions manquent encore."
    )
    assert [group.text for group in unwrap(raw)][-1] == "$3 millions manquent encore."


def test_counter_between_paragraphs_is_not_a_slide_show() -> None:
    article = parse_text(page("• ").replace(BODY[3], f"1/3\n\n{BODY[3]}"))
    assert texts(article) == [*BODY[:3], "1/3", BODY[3]]


def test_box_of_buying_guides_is_removed() -> None:
    box = "Le Monde Guides d’achat\n\nParapluies\n\nLes meilleurs parapluies de poche\n\nLire"
    article = parse_text(page("• ").replace(BODY[2], f"{box}\n\n{BODY[2]}"))
    assert texts(article) == list(BODY)
    assert [removal.reason for removal in article.report.removed][1:5] == ["promotion"] * 4


def test_kicker_of_a_live_blog_is_not_a_related_link() -> None:
    article = parse_text(page("• ", "SUIVEZ LE LIVE DE L’ÉVÉNEMENT"))
    assert (texts(article), article.related_links) == (list(BODY), ())


@pytest.mark.parametrize(
    "between",
    [
        "0 0 0",
        "La halle, un samedi (photo © Jeanne Olmet)",
        "Publié le 03 mars 202405 mars 2024 par ldarmont",
    ],
)
@pytest.mark.parametrize(
    "menu", ["\n\n".join(f"   * {name}" for name in (*MENU, *MORE)), "   InternetMarché"]
)
def test_title_of_a_blog_is_found_above_its_counters_captions_and_dates(
    between: str, menu: str
) -> None:
    """Pages of blogs have no login line. Next to the title, they contain two dates without a space
    between them, the counters of buttons or a caption."""
    blog = "\n\n".join(
        [
            "   Aller au contenu principal",
            menu,
            f"   {HEADLINE}",
            f"   {between}",
            *(f"   {text}" for text in BODY),
        ]
    )
    article = parse_text(blog)
    assert (article.headline, article.description, texts(article)) == (HEADLINE, None, list(BODY))


def test_placeholder_of_an_author_picture_is_not_a_title() -> None:
    opinion = page("• ").replace(
        f"{HEADLINE}\n\n{STANDFIRST}\n\nPar Lucie Darmont",
        f"{HEADLINE}\n\nChronique\n\nauteur\n\nLucie Darmont\n\nEditorialiste\n\n{STANDFIRST}",
    )
    article = parse_text(opinion)
    assert (article.headline, article.genre, article.description) == (
        HEADLINE,
        "Chronique",
        STANDFIRST,
    )
    assert [(author.name, author.job_title) for author in article.authors] == [
        ("Lucie Darmont", "Editorialiste")
    ]
