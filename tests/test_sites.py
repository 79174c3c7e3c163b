"""The records of sites: how the host of a page selects a record, and which fields it sets."""

from __future__ import annotations

import pytest

from lemonde_parse import LAYOUTS, Article, parse
from lemonde_parse.metadata.bylines import is_house, read_byline
from lemonde_parse.sites import HOUSE_NAMES, SITES, host_of, site_at
from lemonde_parse.sites.lemonde import LEMONDE


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("lemonde.fr", "Le Monde"),
        ("www.lemonde.fr", "Le Monde"),
        ("passeur.blog.lemonde.fr", "Le Monde"),
        ("www.monde-diplomatique.fr", "Le Monde diplomatique"),
        ("www.liberation.fr", "Libération"),
        ("notlemonde.fr", None),
        ("lemonde.fr.example", None),
        ("fr", None),
        ("", None),
    ],
)
def test_site_is_found_by_host(host: str, name: str | None) -> None:
    site = site_at(host)
    assert (site.name if site is not None else None) == name


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.lemonde.fr/idees/", "www.lemonde.fr"),
        ("HTTP://WWW.LEMONDE.FR", "www.lemonde.fr"),
        ("//www.lemonde.fr?x=1", "www.lemonde.fr"),
        ("https://ana:gil@lemonde.fr:443/", "lemonde.fr"),
        ("https://a.example/#//lemonde.fr/", "a.example"),
        ("www.lemonde.fr/idees/", ""),
        ("/idees/", ""),
        ("mailto:ana@lemonde.fr", ""),
        ("", ""),
    ],
)
def test_host_is_read_from_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


def test_each_domain_belongs_to_one_site() -> None:
    domains = [domain for site in SITES for domain in site.domains]
    assert len(set(domains)) == len(domains)


def test_each_name_belongs_to_one_site() -> None:
    names = [name for site in SITES for name in site.names]
    assert list(HOUSE_NAMES) == names
    assert len(set(names)) == len(names)


def test_every_layout_of_a_newspaper_has_a_site() -> None:
    missing = {domain for one in LAYOUTS for domain in one.sites if site_at(domain) is None}
    assert missing == set()


@pytest.mark.parametrize("name", HOUSE_NAMES)
def test_name_of_a_newspaper_is_not_an_author(name: str) -> None:
    assert is_house(name)
    assert read_byline(f"Par {name}").authors == ()
    (author,) = read_byline(f"Ana Gil (pour {name})").authors
    assert (author.name, author.job_title, author.location) == ("Ana Gil", None, None)


def at(address: str, head: str = "") -> Article:
    return parse(
        f'<head><link rel="canonical" href="{address}">{head}</head>'
        '<body><article class="article__content"><p>Il pleut sur le port.</p></article></body>'
    )


@pytest.mark.parametrize(("directory", "kind"), LEMONDE.kinds.items())
def test_directory_in_an_address_gives_the_kind(directory: str, kind: str) -> None:
    assert at(f"https://www.lemonde.fr/culture/{directory}/2023/01/01/pluie.html").kind == kind
    assert at(f"https://lavigie.example/culture/{directory}/2023/pluie.html").kind == "article"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://passeur.blog.lemonde.fr/2012/01/01/pluie/", "blog"),
        ("https://www.lemonde.fr/culture/article/2023/video/pluie.html", "article"),
        ("https://www.lemonde.fr/culture/article/2023/01/01/video.html", "article"),
        ("http://passeur.blog.lavigie.example/2012/01/01/pluie/", "article"),
    ],
)
def test_address_gives_the_kind(address: str, kind: str) -> None:
    assert at(address).kind == kind


def test_identifier_is_read_from_the_addresses_of_a_known_site() -> None:
    path = "politique/article/2023/08/30/un-titre_6187099_823448.html"
    app = '<meta property="al:ios:url" content="lmfr://en/element/article/6748878">'
    assert at(f"https://www.lemonde.fr/{path}").identifier == "6187099"
    assert at(f"https://www.lemonde.fr/{path}", app).identifier == "6748878"
    assert at(f"https://lavigie.example/{path}").identifier is None
