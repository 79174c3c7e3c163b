"""Pages that are not articles are refused, each with its reason. Articles that contain words typical
of such pages are read."""

from __future__ import annotations

from typing import Final, assert_never

import pytest

from lemonde_parse import LemondeParseError, NotAnArticleError, parse
from lemonde_parse.site import Refusal
from lemonde_parse.sites import SITES
from lemonde_parse.sites.anywhere import REFUSALS


def page(body: str, *, title: str = "", address: str = "", head: str = "") -> str:
    link = f'<link rel="canonical" href="{address}">' if address else ""
    return f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{title}</title>{link}{head}</head><body>{body}</body></html>'


def reason(html: str | bytes, url: str | None = None) -> str:
    with pytest.raises(NotAnArticleError) as caught:
        parse(html, url=url)
    return caught.value.reason


# Enough paragraphs for a page of an unknown layout to be read.
PROSE: Final = """<p>Le passeur de Brévanne a rangé sa perche vendredi, sans un mot pour le maire, qui l’attendait sur l’autre rive avec un discours.</p>
<p>Le pont ouvrira lundi. On y passera sans saluer personne, ce que le passeur appelle une perte de temps, et le maire un progrès.</p>"""

TEASER: Final = """<section class="teaser"><a class="teaser__link" href="/economie/article/2024/02/0{0}/un-titre_620000{0}_3234.html">
<span class="icon__premium"></span><h3 class="teaser__title">Le lin remonte la pente, épisode {0}</h3>
<p class="teaser__desc">A Combesaine, les teilleurs embauchent à nouveau, mais la pluie de mai a couché la moitié des champs de la vallée.</p></a></section>"""
RIVER: Final = (
    '<main><h1 class="page__title">Economie</h1><section class="river">'
    + "".join(map(TEASER.format, range(9)))
    + "</section></main>"
)
ITEMS: Final = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"ItemList","itemListElement":[]}</script>'


def context(page_type: str) -> str:
    return f'<script>var lmd = {{"context":{{"pageType":"{page_type}","rubrique":{{"id":3234}}}},"env":"prod"}};</script>'


FORM: Final = '<form method="post"><input type="email" name="email"><input type="password" name="password"><button>Valider</button></form>'

REFUSED: Final = {
    "section front by its script data": (
        "section front",
        page(
            RIVER,
            title="Economie : toute l’actualité",
            address="https://www.lemonde.fr/economie/",
            head=context("rubrique"),
        ),
    ),
    "section front by its JSON-LD": (
        "section front",
        page(
            RIVER,
            title="Economie : toute l’actualité",
            address="https://www.lemonde.fr/economie/",
            head=ITEMS,
        ),
    ),
    "tag page": (
        "section front",
        page(RIVER, title="Lin", address="https://www.lemonde.fr/lin/", head=context("tag")),
    ),
    "home page by its address": (
        "home page",
        page(RIVER, title="Le Monde.fr", address="https://www.lemonde.fr/"),
    ),
    "home page of the English edition": (
        "home page",
        page(RIVER, title="Le Monde in English", address="https://www.lemonde.fr/en/"),
    ),
    "home page by its script data": (
        "home page",
        page(RIVER, title="Le Monde.fr", head=context("home")),
    ),
    "search results by their title": (
        "search results",
        page(
            RIVER,
            title="Résultats de recherche pour « lin »",
            address="https://www.lemonde.fr/economie/x",
        ),
    ),
    "search results by their address": (
        "search results",
        page(
            RIVER, title="Le Monde", address="https://www.lemonde.fr/recherche/?search_keywords=lin"
        ),
    ),
    "archive of a day": (
        "search results",
        page(
            RIVER,
            title="Archives du Monde",
            address="https://www.lemonde.fr/archives-du-monde/01-02-1987/",
        ),
    ),
    "consent wall by its title": (
        "consent wall",
        page(
            "<div><h1>Le respect de votre vie privée</h1>" + PROSE + "</div>",
            title="Gérer vos cookies - La Vigie",
        ),
    ),
    "consent wall by its source": (
        "consent wall",
        page(
            '<div id="cookie-wall"><p>Continuer sans accepter</p>' + PROSE + "</div>",
            title="La Vigie",
        ),
    ),
    "login page by its title": (
        "login page",
        page(f"<main>{FORM}{PROSE}</main>", title="Connexion - Le Monde"),
    ),
    "login page by its address": (
        "login page",
        page(
            "<main>Un instant</main>",
            title="Le Monde",
            address="https://secure.lemonde.fr/sfuser/connexion",
        ),
    ),
    "login page by its form": (
        "login page",
        page(
            f"<main>{FORM}{PROSE}</main>",
            title="La Vigie",
            address="https://lavigie.example/compte",
        ),
    ),
    "error page by its number": (
        "error page",
        page("<main><p>Cette page a disparu.</p></main>", title="404 - Le Monde"),
    ),
    "error page in words": ("error page", page(f"<main>{PROSE}</main>", title="Page introuvable")),
    "error page in English": (
        "error page",
        page("<h1>Not Found</h1><p>The requested URL was not found.</p>", title="404 Not Found"),
    ),
    "access denied": ("error page", page("<h1>Access Denied</h1>", title="Access Denied")),
    "error page of a section front": (
        "error page",
        page(RIVER, title="Page introuvable", head=context("rubrique")),
    ),
    "page with too little text": (
        "unknown layout",
        page("<main><h1>La Vigie</h1><p>Bientôt.</p></main>", title="La Vigie"),
    ),
    "page that a script fills": (
        "unknown layout",
        page('<div id="root"></div><script src="/app.js"></script>', title="La Vigie"),
    ),
    "slide without words": (
        "unknown layout",
        page('<img src="/a.jpg" alt="Un phare">', title="Un phare"),
    ),
}
"""Test ids, each with the expected reason and the page."""


@pytest.mark.parametrize("name", REFUSED)
def test_page_without_article_is_refused_with_its_reason(name: str) -> None:
    expected, html = REFUSED[name]
    assert reason(html) == expected


@pytest.mark.parametrize("name", REFUSED)
def test_bytes_and_str_are_refused_alike(name: str) -> None:
    expected, html = REFUSED[name]
    assert reason(html.encode()) == expected


def test_address_argument_is_used_if_the_page_gives_none() -> None:
    assert (
        reason(
            page(RIVER, title="La Vigie"), "https://www.lemonde.fr/recherche/?search_keywords=lin"
        )
        == "search results"
    )
    assert reason(page(RIVER, title="La Vigie"), "https://www.lemonde.fr/") == "home page"


def test_message_of_a_refusal_gives_the_reason_and_the_evidence() -> None:
    with pytest.raises(LemondeParseError, match=r"^not an article \(error page\): .*404"):
        parse(page("<p>Rien.</p>", title="404"))


AMBIGUOUS_TITLES: Final = [
    "La recherche française manque de bras",
    "Résultats : le lin remonte la pente",
    "Faut-il manger des cookies au petit déjeuner ?",
    "Le consentement, dix ans de débats",
    "Anatomie d’une erreur judiciaire",
    "A Brévanne, 500 mariniers disent adieu à la perche",
    "Une connexion par le canal, promesse de 1911",
    "Le suspect n’a pas été identifié",
    "Le chat du phare reste introuvable",
]
"""Titles of articles with words that also occur in the titles of other pages."""

ADDRESS: Final = "https://www.lemonde.fr/societe/article/2024/02/09/un-titre_6215000_3224.html"
CURRENT: Final = (
    '<main><h1 class="article__title">{0}</h1><article class="article__content">'
    + PROSE
    + "</article></main>"
)
OF_2014: Final = (
    '<article class="article"><h1 class="tt2">{0}</h1><div id="articleBody" class="contenu_article">'
    + PROSE
    + "</div></article>"
)
UNKNOWN: Final = "<article><h1>{0}</h1>" + PROSE + "</article>"
JSON_LD: Final = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Un titre"}</script>'
OPEN_GRAPH: Final = '<meta property="og:type" content="article">'


@pytest.mark.parametrize("title", AMBIGUOUS_TITLES)
@pytest.mark.parametrize("layout", [CURRENT, OF_2014], ids=["current", "of 2014"])
def test_article_of_a_known_layout_is_read_with_any_title(title: str, layout: str) -> None:
    """The class names of the layout prove that the page is an article."""
    article = parse(page(layout.format(title), title=title, address=ADDRESS))
    assert article.headline == title
    assert len(article.body) == 2


@pytest.mark.parametrize("title", AMBIGUOUS_TITLES)
@pytest.mark.parametrize(
    "head", [JSON_LD, OPEN_GRAPH], ids=["by its JSON-LD", "by its Open Graph type"]
)
def test_page_of_an_unknown_layout_is_read_if_it_declares_an_article(title: str, head: str) -> None:
    """A declaration wins over words in the title that suggest another kind of page."""
    article = parse(
        page(
            UNKNOWN.format(title),
            title=title,
            address="https://lavigie.example/2024/02/un-titre.html",
            head=head,
        )
    )
    assert article.headline == title
    assert len(article.body) == 2


def test_article_address_with_only_a_query_is_not_the_home_page() -> None:
    """Some sites, including those with WordPress, identify articles by the query alone."""
    article = parse(
        page(UNKNOWN.format("Le pont"), title="Le pont", address="https://lavigie.example/?p=8812")
    )
    assert article.headline == "Le pont"


@pytest.mark.parametrize(
    "path",
    ["/recherche/2024/02/un-titre.html", "/account-of-a-flood.html", "/searching-for-the-otter"],
)
def test_address_that_resembles_a_refused_one_is_read(path: str) -> None:
    """A section may be named Recherche, and a slug may start with any word."""
    article = parse(
        page(
            UNKNOWN.format("Le pont"),
            title="Le pont",
            address=f"https://lavigie.example{path}",
            head=JSON_LD,
        )
    )
    assert article.headline == "Le pont"


@pytest.mark.parametrize(
    "field", ['<input type="password">', '<div class="cookie-wall-banner"></div>']
)
def test_article_with_a_login_form_or_banner_is_read(field: str) -> None:
    """Login forms and banners also occur in menus and overlays of pages with an article."""
    html = page(field + CURRENT.format("Le pont"), title="Le pont", address=ADDRESS)
    assert parse(html).headline == "Le pont"
    html = page(
        field + UNKNOWN.format("Le pont"),
        title="Le pont",
        address="https://lavigie.example/le-pont.html",
        head=OPEN_GRAPH,
    )
    assert parse(html).headline == "Le pont"


LONG: Final = f"<p class='a'> {('Le bac part, revient et repart. ' * 3)[:80]}"
"""A paragraph just long enough to count as prose on a page that looks like a login page."""


@pytest.mark.parametrize(
    ("title", "field"),
    [("Le pont", '<input type="password">'), ("Internet : la connexion perdue", "")],
)
def test_page_that_resembles_a_login_page_needs_five_paragraphs(title: str, field: str) -> None:
    def read(*paragraphs: str) -> str:
        body = "".join(f"{paragraph}</p>" for paragraph in paragraphs)
        return page(f"{field}<h1>{title}</h1><div>{body}</div>", title=title)

    assert parse(read(*[LONG] * 5)).headline == title
    loose = LONG.replace("<p class='a'>", "") * 2 + "."
    assert parse(read(*[f"<br />{loose}"] * 5)).headline == title
    assert reason(read(*[LONG] * 4)) == "login page"
    assert reason(read(*[LONG[:-1]] * 5)) == "login page"


def test_identifier_instead_of_an_address_is_not_the_home_page() -> None:
    assert parse(page(UNKNOWN.format("Le pont"), title="Le pont", address="8812")).headline


@pytest.mark.parametrize("around", ["template", "noscript", "textarea", "script", "style"])
def test_hidden_login_form_is_ignored(around: str) -> None:
    field = f'<{around}><input type="password"></{around}>'
    assert parse(page(field + UNKNOWN.format("Le pont"), title="Le pont")).headline == "Le pont"


@pytest.mark.parametrize(
    "attribute",
    ['itemprop="articleBody"', "ITEMPROP=articleBody", 'itemprop = "text articleBody"'],
)
def test_page_with_article_body_markup_is_not_a_login_page(attribute: str) -> None:
    body = f"<div {attribute}>{PROSE}</div>"
    html = page(f'<input type="password"><h1>Le pont</h1>{body}', title="Le pont")
    assert parse(html).headline == "Le pont"


# Pages that declare themselves to be an article, or that have no address

CLAIM: Final = '<meta property="og:type" content="article">'


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Le Monde.fr : erreur 404", "error page"),
        ("403 Forbidden", "error page"),
        ("Page non trouvée - Le Monde", "error page"),
        ("Just a moment...", "error page"),
        ("Service indisponible", "error page"),
        ("Internet Archive Wayback Machine", "error page"),
        ("Se connecter", "login page"),
        ("Connexion - Le Monde", "login page"),
        ("Recherche - Le Monde", "search results"),
        ("Résultats de recherche pour « lin » | Le Monde", "search results"),
    ],
)
def test_title_of_a_refused_page_wins_over_og_type(title: str, expected: str) -> None:
    assert reason(page(PROSE, title=title, head=CLAIM)) == expected
    assert reason(page(PROSE, title=title)) == expected


@pytest.mark.parametrize(
    "title",
    [
        "200 morts au large de Combesaine",
        "404 jours sans pluie",
        "Erreur judiciaire : le procès",
        "Recherche médicale : le budget baisse",
        "Connexion coupée, le port s’arrête",
        "Page introuvable : l’incunable de Brévanne",
        "Un site indisponible depuis lundi",
    ],
)
def test_title_that_starts_like_a_refused_one_is_read(title: str) -> None:
    assert parse(page(PROSE, title=title, head=CLAIM)).word_count > 40


# Rows of the tables

ROWS: Final = (*REFUSALS, *(row for site in SITES for row in site.refusals))
EXAMPLES: Final = [(row, example) for row in ROWS for example in row.examples]
NEVER: Final = [(row, example) for row in ROWS for example in row.never]


def showing(row: Refusal, sign: str) -> str:
    """Make a page that shows the sign of a refusal only where its row looks for it."""
    match row.where:
        case "title":
            return page(PROSE, title=sign)
        case "whole title":  # the declaration disables the rows that match words of a title
            return page(PROSE, title=sign, head=CLAIM)
        case "address":
            return page(PROSE, title="Le pont", address=sign, head=CLAIM)
        case "source":
            return page(sign + PROSE, title="Le pont")
        case "types":
            node = f'{{"@context":"https://schema.org","@type":"{sign}"}}'
            head = f'<script type="application/ld+json">{node}</script>'
            return page(PROSE, title="Le pont", head=head)
    assert_never(row.where)


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_example_of_a_row_is_refused(row: Refusal, example: str) -> None:
    assert reason(showing(row, example)) == row.reason


@pytest.mark.parametrize(("row", "example"), NEVER)
def test_similar_page_is_not_refused(row: Refusal, example: str) -> None:
    assert parse(showing(row, example)).word_count > 40


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.reason}, {row.where}")
def test_row_has_evidence(row: Refusal) -> None:
    assert row.examples
    assert row.never
    assert row.seen


@pytest.mark.parametrize(
    "address",
    [
        "https://lavigie.example/economie/",
        "https://lavigie.example/en/",
        "https://lavigie.example/reactions/2018/",
        "https://lavigie.example/archives-du-monde/",
        "https://www.lefigaro.fr/economie/",
        "https://notlemonde.fr/economie/",
    ],
)
def test_address_rows_of_a_site_do_not_apply_to_other_sites(address: str) -> None:
    assert parse(page(PROSE, title="Le pont", address=address)).word_count > 40


def test_title_rows_of_a_site_apply_to_pages_of_unknown_sites() -> None:
    title = "Economie : toute l’actualité sur Le Monde.fr."
    assert reason(page(PROSE, title=title)) == "section front"
    assert reason(page(PROSE, title=title, address="https://lavigie.example/a")) == "section front"


def test_site_name_in_a_title_is_ignored() -> None:
    for title in ("Connexion - Libération", "Connexion | Ouest-France", "Le Figaro : connexion"):
        assert reason(page(PROSE, title=title, head=CLAIM)) == "login page"
    assert parse(page(PROSE, title="Connexion - La Vigie", head=CLAIM)).word_count > 40


def test_error_page_takes_precedence_over_section_address() -> None:
    address = "https://www.lemonde.fr/economie/"
    assert reason(page(PROSE, title="Erreur 404", address=address)) == "error page"


SECTION = (
    '<html><head><meta property="og:type" content="website">'
    '<link rel="canonical" href="https://gazette.example/{place}"></head><body>{author}<h1>Santé</h1>'
    "<div><p>Les roseaux du quai ont plié sous le vent du nord, et le bac ne part plus.</p>"
    "<p>Le conseil municipal a voté une aide pour les pêcheurs, versée au mois de mai.</p></div>"
    "</body></html>"
)


def test_website_with_the_address_of_a_section_is_refused() -> None:
    with pytest.raises(NotAnArticleError, match="section front"):
        parse(SECTION.format(place="sante/", author=""))


@pytest.mark.parametrize(
    ("place", "author"),
    [
        ("sante/", '<span class="author">Par Lise Amont</span>'),
        ("sante", ""),
        ("sante/2024/", ""),
        ("les-roseaux/", ""),
        ("12345/", ""),
    ],
)
def test_website_with_an_author_or_an_address_unlike_a_section_is_read(
    place: str, author: str
) -> None:
    assert len(parse(SECTION.format(place=place, author=author)).body) == 2
