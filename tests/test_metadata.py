"""Metadata of entire pages: standfirsts, lengths, refusals, addresses."""

from __future__ import annotations

from typing import Final

import pytest

from lemonde_parse import NotAnArticleError, ParseWarning, parse
from metadata_pages import printed, script

# Declared descriptions that are not standfirsts


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Trois jours au bout du quai.", "Trois jours au bout du quai."),
        ("Le Monde.fr - 1er site d’information sur l’actualité.", None),
        ("Il pleut sur le quai depuis trois", None),
        ("Il pleut sur le quai depuis trois…", None),
        ("Il pleut sur la…", None),
        ("Il pleut dru…", "Il pleut dru…"),
        ("Il pleut sur un quai…", "Il pleut sur un quai…"),
    ],
)
def test_declared_boilerplate_or_excerpt_is_not_the_standfirst(
    description: str, expected: str | None
) -> None:
    article = printed(head=f'<meta property="og:description" content="{description}">')
    assert article.description == expected
    assert [source.value for source in article.report.sources if source.field == "description"] == [
        description
    ]


# Bodies shorter than announced

HUNDRED: Final = "Il pleut. " * 9 + "Le bac dort"


@pytest.mark.parametrize(
    ("year", "announced", "share"),
    [(2024, 112, None), (2024, 113, "89%"), (2016, 113, "89%"), (2015, 113, None)],
)
def test_body_much_shorter_than_announced_gives_a_warning_since_2016(
    year: int, announced: int, share: str | None
) -> None:
    article = printed(
        body=f"<p>{HUNDRED}</p>",
        head=f'<meta property="og:article:published_time" content="{year}-05-01T07:00:00+02:00">'
        f'<script>lmd.context = {{"article": {{"nbChar": {announced}}}}};</script>',
    )
    assert (article.announced_length, len(article.text)) == (announced, 101)
    assert article.report.warnings == (
        ()
        if share is None
        else (
            ParseWarning(
                code="incomplete",
                message=f"the body has {share} of the {announced} characters that the page "
                "announces",
            ),
        )
    )


# Pages that are not articles


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("<title>Erreur 404</title>", "error page"),
        ("<title>Page introuvable</title>", "error page"),
        ("<title>Gérer vos cookies</title>", "consent wall"),
        ("<title>Se connecter - Le Monde</title>", "login page"),
        ("<title>Recherche : marées</title>", "search results"),
        ('<link rel="canonical" href="https://www.lemonde.fr/recherche/?q=mer">', "search results"),
        ('<link rel="canonical" href="https://www.lemonde.fr/">', "home page"),
        ('<script>var lmd = {"context": {"pageType": "rubrique"}}</script>', "section front"),
        ('<script>var lmd = {"context": {"pageType": "home"}}</script>', "home page"),
        (script('{"@type": "ItemList"}'), "section front"),
    ],
)
def test_error_for_a_page_that_is_not_an_article_has_the_reason(head: str, reason: str) -> None:
    with pytest.raises(NotAnArticleError) as caught:
        parse(
            f'<html><head>{head}</head><body><ul><li><a href="/a.html">Le port</a></li></ul></body></html>'
        )
    assert caught.value.reason == reason


def test_og_url_is_the_base_of_links_if_the_canonical_address_is_relative() -> None:
    page = (
        '<head><link rel="canonical" href="/bac"><meta property="og:url" '
        'content="https://gazette.example/bac"></head><main><article class="article__content">'
        '<p>Il pleut.</p><p>Lire aussi : <a href="/pont">Le pont attendra</a></p></article></main>'
    )
    assert parse(page).related_links[0].url == "https://gazette.example/pont"


def test_section_in_the_header_of_a_page_of_2008_is_read() -> None:
    page = (
        '<body><div class="headerTitle"><span class="title0"><a href="/web/0,2-8.html">Politique'
        "</a></span></div><h1>Le bac ne part plus</h1><div>"
        + "<p>Le vent du nord a plié les roseaux du quai pendant trois jours, et personne n’a pris "
        "la mer.</p>" * 3 + "</div></body>"
    )
    assert parse(page).section == "Politique"
