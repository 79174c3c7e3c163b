"""Dumps of whole pages, as text browsers and converters print them, and the articles in them."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Final

import pytest

from lemonde_parse import Article, Embed, Figure, Heading, Paragraph, parse, parse_text
from lemonde_parse.classify.rules import is_credited
from lemonde_parse.plaintext.unwrap import unwrap

HEADLINE: Final = "Au marché couvert de Tréval, les étals ferment un à un"
STANDFIRST: Final = (
    "Depuis l’incendie de l’hiver, la moitié des marchands n’est pas revenue. "
    "La mairie promet un toit neuf pour l’été, sans dire lequel."
)
BODY: Final = (
    (
        "Le poissonnier est parti le premier, un matin de février, "
        "en laissant sa balance sur le marbre. Personne n’y a touché depuis. "
        "« On se dit qu’il reviendra », souffle la fleuriste, qui occupe désormais deux allées à "
        "elle seule et ne s’en réjouit pas."
    ),
    (
        "La halle date de 1887. Ses piliers de fonte ont tenu, sa verrière non : "
        "il a fallu la déposer, vitre après vitre, puis tendre "
        "au-dessus des étals une bâche bleue qui claque au vent. Les clients lèvent les yeux, "
        "pressent le pas et s’en vont."
    ),
    (
        "A la mairie, on assure que les travaux sont financés aux deux tiers. "
        "Le dernier tiers dépend d’un assureur qui discute. Il "
        "faudrait, dit l’adjoint, « un peu de patience et beaucoup de beau temps ». "
        "Les marchands comptent les semaines."
    ),
    (
        "Le samedi, pourtant, la foule revient. Elle achète des œufs, du pain, des nouvelles. "
        "Puis la bâche se gonfle, le bruit couvre "
        "les voix, et chacun rentre avant la pluie."
    ),
)
MENU: Final = (
    "International",
    "Politique",
    "Société",
    "Économie",
    "Culture",
    "Idées",
    "Planète",
    "Sport",
    "Sciences",
    "Pixels",
    "Campus",
)
MORE: Final = ("Météo", "Jeux", "Boutique", "Newsletters", "Recherche")
FULL: Final = "L’espace des contributions est réservé aux abonnés."
DATE: Final = "Publié le 12 mars 2024 à 06h15, modifié le 12 mars 2024 à 09h40"


def lines(text: str, width: int, indent: str = "") -> str:
    """Wrapped like lynx without UTF-8 support, which counts bytes."""
    whole: list[str] = []
    for word in text.split(" "):
        if whole and len(f"{indent}{whole[-1]} {word}".encode()) <= width:
            whole[-1] += f" {word}"
        else:
            whole.append(word)
    return "\n".join(indent + line for line in whole)


def page(
    bullet: str,
    *middle: str,
    width: int = 0,
    after: tuple[str, ...] = (FULL,),
) -> str:
    """Make an entire page: menu, title, standfirst, byline, date, text, footer."""
    menu = [f"{bullet}{name}" for name in MENU]
    blocks = [
        "\n".join(["Navigation", *menu]),
        "\n".join(f"{bullet}{name}" for name in MORE),
        f"{bullet}Société\n{bullet}Commerce",
        HEADLINE,
        STANDFIRST,
        "Par Lucie Darmont",
        DATE,
        "Temps de Lecture 3 min.",
        *middle,
        *BODY,
        *after,
        "Dans la même rubrique",
        "Un tout autre titre",
    ]
    return (
        "\n\n".join(
            lines(block, width) if width and "\n" not in block else block for block in blocks
        )
        + "\n"
    )


def texts(article: Article) -> list[str]:
    return [
        block.text for block in article.body if not isinstance(block, Figure | Embed) and block.text
    ]


# Long formats, with the standfirst below the date


@pytest.mark.parametrize("kicker", ["Enquête", "Billet de blog", "Éditorial"])
@pytest.mark.parametrize("standfirst", ["Ils vendent sous une bâche.", "« On reste », disent-ils."])
def test_standfirst_glued_to_its_genre_is_not_a_paragraph(kicker: str, standfirst: str) -> None:
    dump = page("• ", "Partager", kicker + standfirst).replace(f"{STANDFIRST}\n\n", "")
    article = parse_text(dump)
    assert (article.kicker, article.description) == (kicker, standfirst)
    assert texts(article) == list(BODY)


@pytest.mark.parametrize("first", ["RépétezÀ la halle, on attend.", "Enquête à la halle, Acte II."])
def test_paragraph_glued_to_another_word_is_kept(first: str) -> None:
    dump = page("• ", "Partager", first).replace(f"{STANDFIRST}\n\n", "")
    article = parse_text(dump)
    assert (article.kicker, article.description) == (None, None)
    assert texts(article) == [first, *BODY]


# Wrapping


@pytest.mark.parametrize("width", [74, 132, 200])
def test_sentence_end_is_not_a_paragraph_end_if_empty_lines_are(
    width: int,
) -> None:
    """If bytes were counted, lines are wrapped before they are full, and a sentence at the start of
    the next line does not show it."""
    short = "Il pleut.\n\nOn ferme.\n\nOn attend."
    raw = "\n\n".join(lines(paragraph, width) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{short}\n\n{raw}")] == [
        "Il pleut.",
        "On ferme.",
        "On attend.",
        *BODY,
    ]


@pytest.mark.parametrize("sign", ["»", ":", "?", "!", ";", "%", "€"])
def test_line_that_starts_with_punctuation_continues_the_previous_one(sign: str) -> None:
    """A no-break space tied the sign to a long word, so the line above is not full."""
    whole = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{whole}\n\nIl a demandé pourquoi on ferme ce port.\n{sign} Personne ne le sait."
    assert [group.text for group in unwrap(raw)][-1] == (
        f"Il a demandé pourquoi on ferme ce port. {sign} Personne ne le sait."
    )


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_date_and_related_link_are_paragraphs_without_empty_lines(width: int, indent: str) -> None:
    related = "Lire aussi : Les marchands quittent la halle de Tréval"
    paragraphs = ["Par Claire Vasseur", DATE, BODY[0], related, *BODY[1:]]
    article = parse_text(
        "\n".join(
            textwrap.fill(text, width, initial_indent=indent, break_on_hyphens=False)
            for text in paragraphs
        )
    )
    assert texts(article) == list(BODY)
    assert [(link.label, link.headline) for link in article.related_links] == [
        tuple(related.split(" : "))
    ]
    assert article.date_published is not None


def test_width_is_found_despite_a_few_longer_lines() -> None:
    address = "https://www.exemple.fr/" + "a" * 70
    raw = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{address}\n\n{raw}")] == [address, *BODY]


def test_width_is_found_despite_single_long_lines() -> None:
    """Lines that are short anyway are not evidence of the width."""
    single = "\n\n".join(
        f"Une légende parmi vingt autres, numéro {number}, sur une seule ligne"
        for number in range(20, 40)
    )
    raw = "\n\n".join(textwrap.fill(paragraph, 90) for paragraph in BODY)
    assert [group.text for group in unwrap(f"{single}\n\n{raw}")][20:] == list(BODY)


def test_width_is_found_despite_teasers_in_a_menu() -> None:
    teasers = [
        f"       Une légende parmi vingt autres dans le menu, numéro {number}, "
        f"{'et son titre, ' * 5}fin"
        for number in range(20, 60)
    ]
    raw = "\n\n".join(
        textwrap.fill(
            f"{first} {second}",
            190,
            initial_indent="   ",
            subsequent_indent="   ",
            break_on_hyphens=False,
        )
        for first, second in zip(BODY, BODY, strict=True)
    )
    assert [group.text for group in unwrap("\n".join(teasers) + f"\n\n{raw}")][40:] == [
        f"{text} {text}" for text in BODY
    ]


def test_a_related_link_below_a_full_line_is_not_joined_to_it() -> None:
    """lynx prints no empty line before it, and a sentence may end exactly at the width."""
    short = "Il pleut.\n\nOn ferme.\n\nOn attend."
    full = "La halle a rouvert samedi, et les marchands sont tous revenus, ou peu s’en faut."
    link = "Article réservé à nos abonnés Lire aussi La halle, un chantier sans fin"
    raw = "\n\n".join(
        [short, *(textwrap.fill(paragraph, 80) for paragraph in BODY), f"{full}\n{link}"]
    )
    assert [group.text for group in unwrap(raw)][-2:] == [full, link]


def test_words_tied_by_a_no_break_space_wrap_together() -> None:
    """The line above has room for its first word, but not for both."""
    above = "Les volontaires du camp se sont levés avant le jour et chantent"
    raw = "\n\n".join(
        [
            *(textwrap.fill(paragraph, 72) for paragraph in BODY),
            f"{above}\nLa\u00a0Marseillaise sur la place d’armes.",
        ]
    )
    assert [group.text for group in unwrap(raw)][
        -1
    ] == f"{above} La\u00a0Marseillaise sur la place d’armes."


def test_link_number_before_a_tied_quotation_mark() -> None:
    """The text between « and its word cannot be wrapped, so the quotation mark moves to the next
    line with the word."""
    above = "Certains élus de la région rêvent déjà, depuis leur banc,"
    raw = "\n\n".join(
        [
            *(textwrap.fill(paragraph, 72) for paragraph in BODY),
            f"{above}\n[12]« d’inaugurations », dit l’adjoint.",
        ]
    )
    assert [group.text for group in unwrap(raw)][
        -1
    ] == f"{above} [12]« d’inaugurations », dit l’adjoint."


@pytest.mark.parametrize(
    ("above", "below", "are_items"),
    [
        (
            "Le conseil compte trente-neuf sièges, et les marchands n’en ont que",
            "12. La halle n’y a pas de voix.",
            False,
        ),
        ("Les marchands demandent trois choses :", "2. Un toit.", True),
        ("Les étals", "1. Le poisson.", True),
    ],
)
def test_a_number_with_a_full_stop_is_an_item_unless_it_ends_a_sentence(
    above: str, below: str, are_items: bool
) -> None:
    raw = "\n\n".join([*(textwrap.fill(paragraph, 72) for paragraph in BODY), f"{above}\n{below}"])
    last = list(unwrap(raw))[-1]
    assert (last.is_item, last.text) == (
        (True, below[3:]) if are_items else (False, f"{above} {below}")
    )


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


def test_long_text_with_a_date_is_not_a_page() -> None:
    """The lines above the date are sentences, not a menu."""
    raw = "\n\n".join([*BODY * 5, DATE, *BODY])
    assert texts(parse_text(raw))[:20] == list(BODY) * 5


@pytest.mark.parametrize("section", ["CGT", "Le tour de France"])
def test_section_name_above_the_title_is_not_the_title(section: str) -> None:
    assert parse_text(page("• ").replace(HEADLINE, f"{section}\n\n{HEADLINE}")).headline == HEADLINE


def test_numbers_of_links_are_removed_everywhere() -> None:
    """A link may start with a space, and so may its number precede one."""
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
def test_dateline_of_older_pages_follows_the_newspaper_name(source: str) -> None:
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
def test_page_without_a_date_starts_at_adjacent_sentences(head: str) -> None:
    article = parse_text(
        f"{head}\n\n"
        + page("• ").replace(
            f"{STANDFIRST}\n\nPar Lucie Darmont\n\n{DATE}\n\nTemps de Lecture 3 min.\n\n", ""
        )
    )
    assert (article.headline, article.date_published) == (HEADLINE, None)
    assert texts(article) == list(BODY)


def test_the_posts_of_a_live_are_read_without_their_times() -> None:
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
def test_the_address_of_a_frame_is_boilerplate(frame: str) -> None:
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


def test_a_slide_show_is_boilerplate() -> None:
    """In pages of 2012–18: all captions, the buttons, the first caption again, the credits, the
    link to the pictures."""
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


def test_line_that_starts_with_a_sum_is_separate() -> None:
    raw = (
        "\n".join(textwrap.fill(paragraph, 72) for paragraph in BODY)
        + "\nLe marché ferme.\n$3 millions manquent encore."
    )
    assert [group.text for group in unwrap(raw)][-1] == "$3 millions manquent encore."


def test_number_between_paragraphs_is_not_a_slide_show() -> None:
    article = parse_text(page("• ").replace(BODY[3], f"1/3\n\n{BODY[3]}"))
    assert texts(article) == [*BODY[:3], "1/3", BODY[3]]


def test_box_of_buying_guides_is_removed() -> None:
    box = "Le Monde Guides d’achat\n\nParapluies\n\nLes meilleurs parapluies de poche\n\nLire"
    article = parse_text(page("• ").replace(BODY[2], f"{box}\n\n{BODY[2]}"))
    assert texts(article) == list(BODY)
    assert [removal.reason for removal in article.report.removed][1:5] == ["promotion"] * 4


def test_introduction_of_a_live_is_not_a_related_link() -> None:
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
def test_title_of_a_blog_is_not_a_counter_caption_or_date(between: str, menu: str) -> None:
    """Blogs have no menu or login line, and print two dates as one, the counts of their buttons,
    and a picture around the title."""
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


# Pages pasted from a browser

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
def test_title_of_a_pasted_page_follows_its_sections(above: str, between: str) -> None:
    article = parse_text(above + between.join([*HEAD, *BODY]))
    assert (article.headline, article.description, article.reading_minutes) == (
        HEADLINE,
        STANDFIRST,
        3,
    )
    assert [author.name for author in article.authors] == ["Lucie Darmont"]
    assert texts(article) == list(BODY)


def test_title_without_standfirst_follows_its_sections() -> None:
    head = [line for line in HEAD if line != STANDFIRST]
    assert parse_text("\n".join([*head, *BODY])).headline == HEADLINE


def test_text_with_a_login_line_is_a_page() -> None:
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


def test_text_after_the_article_of_a_paste_is_boilerplate() -> None:
    """One such line may be anything; several are a page's footer."""
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


def test_doubled_word_in_a_paste_is_not_a_caption() -> None:
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
def test_label_badge_and_headline_may_be_lines(label: str, is_premium: bool) -> None:
    article = parse_text(
        f"{BODY[0]}\n\n{label}\n Une halle sans toit\nAjouter à vos sélections\n\n{BODY[1]}"
    )
    assert texts(article) == list(BODY[:2])
    assert [(link.label, link.headline, link.is_premium) for link in article.related_links] == [
        (label.split("\n")[0].rstrip(" :|"), "Une halle sans toit", is_premium)
    ]


def test_label_alone_does_not_remove_a_sentence() -> None:
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


def test_drop_cap_of_a_wrapped_text() -> None:
    raw = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{raw}\n\nL\ne dernier étal ferme."
    assert [piece.text for piece in unwrap(raw)] == [*BODY, "Le dernier étal ferme."]


def test_item_below_a_single_letter_keeps_the_lines_above_it() -> None:
    raw = "\n\n".join(lines(paragraph, 72) for paragraph in BODY)
    raw = f"{raw}\n\nIl reste à la halle une allée dont\nX\no la suite"
    assert [piece.text for piece in unwrap(raw)][len(BODY) :] == [
        "Il reste à la halle une allée dont",
        "X",
        "la suite",
    ]


def test_caption_above_three_empty_lines_is_kept() -> None:
    pieces = list(unwrap("Un.\n\nDeux.\n\n\nTrois.\n\nQuatre.\n\n\n\nCinq."))
    assert [piece.text for piece in pieces if piece.is_apart] == ["Deux."]


def test_long_list_above_the_title_is_a_menu_not_a_breadcrumb() -> None:
    raw = page("• ").replace("• Société\n• Commerce", "\n".join(f"• {name}" for name in MORE))
    assert (parse_text(raw).section, parse_text(raw).breadcrumbs) == (None, ())
    assert parse_text(page("• ")).breadcrumbs == ("Société", "Commerce")


# The end of an article


@pytest.mark.parametrize(
    "end",
    [
        (
            "Lucie Darmont\n\nJournaliste au Monde Suivre Aller sur la page de ce journaliste "
            "Suivre "
            "ce journaliste sur twitter"
        ),
        "Lucie Suivre Aller sur la page de ce journaliste Suivre ce journaliste sur twitter",
        "• Lucie Darmont\n  Journaliste au Monde.fr Suivre Aller sur la page de ce journaliste",
        "• Lucie Darmont (envoyée spéciale) Journaliste au Monde",
        "Sur le même sujet\n\n• Un autre marché\n• Une autre halle",
        "Édition abonnés Contenu exclusif\n\n• Un autre marché",
        "Le monde abonnements Profitez du journal où et quand vous voulez.",
        "CatégoriesCommerce Étiquettesmarché, halle",
        "3 réponses sur “Au marché”",
    ],
)
def test_lines_below_the_article_are_removed(end: str) -> None:
    assert texts(parse_text(page("• ", after=(end, "Une dernière ligne")))) == list(BODY)


def test_a_heading_of_links_in_the_middle_of_a_text_does_not_end_it() -> None:
    raw = (
        page("• ")
        .replace(BODY[2], f"Sur le même sujet\n\n{BODY[2]}")
        .replace(BODY[0], BODY[0] + " " + BODY[1])
    )
    assert BODY[3] in texts(parse_text(raw))


def test_many_headings_of_links_take_little_time() -> None:
    """If each were searched to the end of the text, each would take longer than the one before."""
    raw = page("• ", *[*["Sur le même sujet"] * 11, BODY[2]] * 3_000)
    assert texts(parse_text(raw)).count(BODY[2]) == 3_001


def test_percentage_left_may_follow_the_first_notice() -> None:
    notices = (
        "L’accès à la totalité de l’article est protégé Déjà abonné ? Identifiez-vous",
        HEADLINE,
        "Il vous reste 68% de l'article à lire",
        "Achetez cet article 2 €",
    )
    article = parse_text(page("• ", after=notices))
    assert (article.is_truncated, article.percent_left) == (True, 68.0)
    assert texts(article) == list(BODY)


# Captions

CAPTION: Final = "La halle de Tréval et sa bâche bleue, le 9 mars."


@pytest.mark.parametrize(
    "caption",
    [
        f"{CAPTION} JEANNE OLMET / AFP",
        f"{CAPTION} JEANNE OLMET POUR « LE MONDE »",
        f"{CAPTION} AFP/JEANNE OLMET",
        f"{CAPTION} Jeanne Olmet / AP",
        f"{CAPTION} {CAPTION} JEANNE OLMET / AFP",
        f"{CAPTION}\n\n{CAPTION} Jeanne Olmet",
        f"{CAPTION} [3f1c5bf_halle-01] {CAPTION} Jeanne Olmet",
    ],
)
def test_captions_are_boilerplate(caption: str) -> None:
    article = parse_text(page("• ", caption))
    assert texts(article) == list(BODY)
    assert {
        removal.rule for removal in article.report.removed if removal.text.startswith(CAPTION)
    } <= {
        "caption.credited",
        "caption.twice",
        "caption.first",
        "caption.doubled",
    }
    assert any(removal.text.startswith(CAPTION) for removal in article.report.removed)


def test_line_glued_to_the_date_is_a_caption_if_paragraphs_are_separated() -> None:
    raw = page("   * ").replace(f"{DATE}\n\nTemps de Lecture 3 min.\n\n", f"{DATE}\n{CAPTION}\n\n")
    article = parse_text(raw)
    assert texts(article) == list(BODY)
    assert [(removal.text, removal.rule) for removal in article.report.removed][1:] == [
        (CAPTION, "caption.first"),
        (f"{FULL}\nDans la même rubrique\nUn tout autre titre", "text: below the article"),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Ils ont tous rejoint la CGT",
        "La halle, la mairie et la SNCF",
        "UNE HALLE SANS TOIT",
        "Qui paiera ? La RATP ou la SNCF ?",
        "Elle en a parlé à l’ONU.",
    ],
)
def test_prose_with_capitals_is_not_a_caption(prose: str) -> None:
    assert not is_credited(prose)


DOTTED: Final = "Le Monde.fr | 12.03.2014 à 06h15 • Mis à jour le 12.03.2014 à 09h40"


def dotted(*parts: str) -> str:
    """Make a page of 2012–18, with its parts printed below each other."""
    menu = "".join(f"  • {name}\n" for name in (*MENU, *MORE))
    return (
        f"{menu}\n{HEADLINE}\n\n{STANDFIRST}\n\n{DOTTED}\n\n{''.join(parts)}\n\n"
        "L’espace des contributions est réservé aux abonnés."
    )


def test_line_above_two_empty_lines_is_a_caption_in_pages_of_2012_to_2018() -> None:
    text = dotted(
        CAPTION,
        "\n\n\n",
        BODY[0],
        "\n\n",
        BODY[1],
        "\n\n",
        CAPTION,
        "\n\n\n",
        BODY[2],
        "\n\n",
        BODY[3],
    )
    article = parse_text(text)
    assert texts(article) == list(BODY)
    assert [one.text for one in article.report.removed if one.rule == "caption.apart"] == [
        CAPTION
    ] * 2
    # In other positions, the same lines separate paragraphs.
    assert CAPTION in parse_text(text.replace(DOTTED, DATE)).text


def test_a_short_sentence_glued_to_a_paragraph_is_a_caption_in_pages_of_2012_to_2018() -> None:
    article = parse_text(
        dotted(BODY[0], "\n", CAPTION, "\n\n", BODY[1], "\n\n", BODY[2], "\n\n", BODY[3])
    )
    assert texts(article) == list(BODY)
    assert [one.text for one in article.report.removed if one.rule == "caption.glued"] == [CAPTION]


@pytest.mark.parametrize(
    "prose", ["« C’est fini. »", "Durée : 1 h 40.", "et la pluie revient.", "Que faire ?"]
)
def test_line_break_in_a_paragraph_does_not_make_a_caption(prose: str) -> None:
    whole = dotted(BODY[0], "\n", prose, "\n\n", BODY[1], "\n", BODY[2], "\n\n", BODY[3])
    assert prose in parse_text(whole).text


# Markdown, as converters write it


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("dit-elle, *« un peu de patience »* , puis", "dit-elle, « un peu de patience », puis"),
        ("(dans _La Halle_ ) et", "(dans La Halle) et"),
        ("l’ _Eclaireur de Tréval_ paraît", "l’Eclaireur de Tréval paraît"),
        ("le *marché* et la *halle* de", "le marché et la halle de"),
    ],
)
def test_inline_marks_of_converters_are_restored(written: str, read: str) -> None:
    assert texts(parse_text(f"# {HEADLINE}\n\nElle y tient, {written}.")) == [
        f"Elle y tient, {read}."
    ]


@pytest.mark.parametrize("raised", ["M^me Darmont", "M^(me )Darmont", "M<sup>me</sup> Darmont"])
def test_superscripts_of_every_program_are_read(raised: str) -> None:
    article = parse(
        f"{raised} tient la halle depuis l’incendie, et ne dit rien de plus.\n\n{BODY[0]}"
    )
    first = article.body[0]
    assert isinstance(first, Paragraph)
    assert first.text == "Mme Darmont tient la halle depuis l’incendie, et ne dit rien de plus."
    assert [(mark.kind, first.text[mark.start : mark.end]) for mark in first.marks] == [
        ("superscript", "me")
    ]


def test_a_link_around_several_blocks_is_a_card() -> None:
    card = (
        "[« Le marché du soir »\n\nChaque matin, les prix de la halle\n\n"
        "S’inscrire](https://www.exemple.fr/lettres/)"
    )
    article = parse_text(f"# {HEADLINE}\n\n{BODY[0]}\n\n{card}\n\n{BODY[1]}")
    assert texts(article) == list(BODY[:2])
    assert [removal.rule for removal in article.report.removed] == [
        "markdown: link around several blocks"
    ] * 3


def test_a_bracket_that_closes_in_a_later_paragraph_is_prose() -> None:
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


# Pages without a date, bullets or buttons


FOOTER: Final = tuple(f"Rubrique du pied de page {number}" for number in range(12))
BEFORE: Final = ("Menu", *MENU, "S’abonner", HEADLINE)


def prose(*blocks: str) -> list[str]:
    return texts(parse_text("\n\n".join(blocks)))


def test_six_distinct_lines_of_boilerplate_make_a_page() -> None:
    boilerplate = (
        "Partager",
        "Facebook",
        "Mentions légales",
        "Newsletters",
        "Mon compte",
        "Répondre",
    )
    assert prose(*boilerplate[:5], "Partager", *MENU, *BODY)[:2] == [*MENU[:2]]
    assert prose(*boilerplate, *MENU, *BODY) == list(BODY)


def test_lines_without_a_sentence_end_a_page() -> None:
    assert prose("Se connecter", *BEFORE, *BODY, *FOOTER, "Aide") == list(BODY)
    shorter = FOOTER[:11]
    assert prose("Se connecter", *BEFORE, *BODY, *shorter)[-1] == shorter[-1]


def test_a_list_in_the_middle_of_a_page_does_not_end_it() -> None:
    assert prose("Se connecter", *BEFORE, *BODY[:2], *FOOTER, *BODY)[-1] == BODY[-1]


def test_paste_is_not_cut_after_its_last_sentence() -> None:
    assert prose(*BODY, *FOOTER)[-1] == FOOTER[-1]


def test_titles_in_quotation_marks_do_not_start_an_article() -> None:
    teasers = [
        f"« La pratique de la pêche au filet est le nouveau combat des ports de la côte numéro {n} »"
        for n in range(3)
    ]
    assert prose("Se connecter", *teasers, *BEFORE, *BODY) == list(BODY)


def test_teasers_far_above_a_longer_text_do_not_start_an_article() -> None:
    teasers = [
        f"Le port numéro {n} rouvrira-t-il un jour ? La question divise les pêcheurs et les marchands."
        for n in range(3)
    ]
    assert prose("Se connecter", *teasers, *FOOTER, HEADLINE, *BODY * 3) == [*BODY * 3]


def test_article_starts_above_much_longer_comments() -> None:
    comments = [text.replace("Le", "Un") for text in BODY] * 5
    assert prose("Se connecter", *BEFORE, *BODY, *FOOTER, *comments)[: len(BODY)] == list(BODY)


# Short articles


def test_short_text_is_unwrapped_if_no_first_word_fits_above() -> None:
    wrapped = (
        "Le marché reprend lundi, et avec lui les habitudes de la place, les\n"
        "cageots et le café de sept heures."
    )
    assert [piece.text for piece in unwrap(wrapped)] == [wrapped.replace("\n", " ")]
    fits = (
        "Le marché reprend lundi, et avec lui les habitudes de la place,\n"
        "les cageots et le café de sept heures, comme avant l’hiver et ses pluies."
    )
    assert len(list(unwrap(fits))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Sur la place du marché, l’hiver, un marchand de chansons\nattend que la pluie cesse",
        "Le marché reprend lundi, et avec lui les habitudes de la place.\nLes cageots reviennent.",
        f"{'Le marché reprend, ' * 6}et avec lui les habitudes de la place\net les cageots aussi.",
    ],
    ids=["narrow", "sentences", "wide"],
)
def test_lines_that_are_not_wrapped_stay_separate(text: str) -> None:
    assert [piece.text for piece in unwrap(text)] == text.splitlines()


def test_paragraphs_of_a_short_dump_are_not_quotes() -> None:
    raw = (
        "                      Le marché rouvre samedi\n\n   Par Lucie Darmont\n\n"
        "   Publié le 19 mars 2022 à 07h15\n\n   Le marché rouvre samedi, et avec lui reviennent\n"
        "   les charrettes et les cageots.\n\n   Quarante familles en vivent.\n\nReferences\n\n"
        "   1. https://example.org/marche/\n"
    )
    article = parse_text(raw)
    assert article.headline == "Le marché rouvre samedi"
    assert {type(block) for block in article.body} == {Paragraph}


def test_line_between_repeated_titles_is_the_standfirst() -> None:
    article = parse_text("\n\n".join([HEADLINE, STANDFIRST, HEADLINE, *BODY]))
    assert (article.headline, article.description) == (HEADLINE, STANDFIRST)
    assert [block.text for block in article.body if isinstance(block, Paragraph)] == list(BODY)


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, *BODY),
        (HEADLINE + ".", HEADLINE + ".", *BODY),  # a refrain
        ("Un air ancien", "Un air ancien", *BODY),  # too short to be certain
        (HEADLINE, *BODY[:3], HEADLINE, *BODY),  # far below
        (HEADLINE, HEADLINE),  # without a text
    ],
)
def test_first_line_that_is_not_repeated_is_not_a_title(lines: tuple[str, ...]) -> None:
    article = parse_text("\n\n".join(lines))
    assert article.headline is None
    assert article.report.removed == ()


def test_a_long_first_line_is_a_title_up_to_its_limit() -> None:
    title = " ".join(["Au marché couvert de Tréval"] * 11)
    assert len(title) == 307
    assert parse_text("\n\n".join([title, title, *BODY])).headline is None
    assert parse_text("\n\n".join([title[:300], title[:300], *BODY])).headline == title[:300]


@pytest.mark.parametrize(("signature", "names"), [("jdurand", []), ("Ana Gil", ["Ana Gil"])])
def test_title_of_a_blog_follows_its_date(signature: str, names: list[str]) -> None:
    above = f"Publié le 3 mai 2015 par {signature}"
    article = parse_text("\n".join([above, HEADLINE, "", *BODY]))
    assert article.headline == HEADLINE
    assert article.day_published == date(2015, 5, 3)
    assert [author.name for author in article.authors] == names
    assert article.section is None
    assert [block.text for block in article.body if isinstance(block, Paragraph)] == list(BODY)


def test_a_date_alone_above_a_text_is_its_date() -> None:
    article = parse_text("\n\n".join(["3 mai 2015", *BODY]))
    assert (article.headline, article.day_published) == (None, date(2015, 5, 3))
    menu = ["Ana Gil", "Offres du jour", "Jeux", "Se connecter", "3 mai 2015"]
    assert parse_text("\n\n".join([*menu, *BODY])).day_published is None


def test_title_of_a_blog_between_a_link_and_the_date() -> None:
    lines = ["← Une autre note", "5 février 2016", HEADLINE, *BODY]
    article = parse_text("\n\n".join(lines))
    assert article.headline == HEADLINE
    assert article.day_published == date(2016, 2, 5)
    assert [removal.text for removal in article.report.removed] == ["← Une autre note"]
    assert article.section is None


def test_site_name_is_removed_from_a_title() -> None:
    menu = ["Le Phare du Ponant", *MENU, "Se connecter"]
    article = parse_text("\n\n".join([*menu, f"{HEADLINE} – Le Phare du Ponant", DATE, *BODY]))
    assert article.headline == HEADLINE
    shorter = parse_text("\n\n".join([*menu[1:], f"{HEADLINE} – Le Phare du Ponant", DATE, *BODY]))
    assert shorter.headline == f"{HEADLINE} – Le Phare du Ponant"


def test_menu_above_a_text_without_title_gives_no_fields() -> None:
    menu = ["Ana Gil", "Offres du jour", "Codes Promo Tréval", "Jeux", "Se connecter"]
    article = parse_text("\n\n".join([*menu, DATE, *BODY]))
    assert (article.headline, article.authors, article.byline) == (None, (), None)
    assert article.description is None


def test_address_above_a_paste_is_the_canonical_address() -> None:
    address = "https://www.lemonde.fr/societe/article/2024/03/12/la-halle_1.html"
    article = parse_text("\n\n".join([address, *BODY]))
    assert article.canonical_url == address
    assert texts(article) == list(BODY)
    assert parse_text(address + "\n\nhttps://www.lemonde.fr/").text == "https://www.lemonde.fr/"


def test_paste_ends_at_sponsored_links_below_the_notice() -> None:
    notice = "Il vous reste 69.06% de cet article à lire. La suite est réservée aux abonnés."
    links = ["CONTENUS SPONSORISÉS PARPUB", "PHARE.FR", "Les meilleures chaussures pour la pluie"]
    article = parse_text("\n\n".join([*BODY, notice, *links]))
    assert (texts(article), article.percent_left) == (list(BODY), 69.06)
    assert texts(parse_text("\n\n".join([*BODY, *links])))[-1] == links[-1]
