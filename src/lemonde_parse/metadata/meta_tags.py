"""Claims from a page's head: Open Graph and its extensions, other meta tags, title, language,
address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from lemonde_parse.addresses import encoded, is_unsafe, original, safe
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import read_byline
from lemonde_parse.metadata.claims import ArticleField, Claim, Origin
from lemonde_parse.metadata.date_claims import date_claims
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.sites import HOUSE_NAMES, SITES, host_of, site_at

_APP_ADDRESSES: Final = tuple(
    re.compile(site.app_address) for site in SITES if site.app_address is not None
)
_TRUNCATION_METAS: Final = tuple(
    site.truncation_meta for site in SITES if site.truncation_meta is not None
)
_DIRECTORIES: Final = 3
"""Number of directories at the start of an address that may name the kind of page."""
# " - Un journal" at the end of a title.
_SITE_SUFFIX = re.compile(r"(?<!\s)\s++[-–—|]\s++(?:[^-–—|]|(?<=\w)-(?=\w)){2,40}$")
_EDITION = re.compile(r"https?://[^/]{1,200}/(en|fr)/")
"""An address that starts with the language of an edition: "https://www.lemonde.fr/en/…"."""
_TAG = re.compile(r"</?a(?:\s[^<>]{0,400})?>")
"""The tags of links, which some sites leave in the names of authors."""
_SUFFIX_REACH: Final = 50
"""Maximum length of the site's name at the end of a title, including the separator."""
# Default pictures for articles that have no picture.
_DEFAULT_PICTURE = re.compile(
    r"/(?:default|placeholder)[^/]*\.(?:png|jpe?g|gif|webp)|/logos?/", re.IGNORECASE
)

_DATES: Final[tuple[tuple[ArticleField[datetime], Origin, tuple[str, ...]], ...]] = (
    (fields.DATE_PUBLISHED, "og", ("og:article:published_time", "article:published_time")),
    (fields.DATE_MODIFIED, "og",
     ("og:article:modified_time", "article:modified_time", "og:updated_time")),
    (fields.DATE_PUBLISHED, "meta",
     ("datepublished", "date", "dc.date.issued", "parsely-pub-date", "pubdate",
      "cxenseparse:recs:publishtime")),
    (fields.DATE_MODIFIED, "meta", ("datemodified", "last-modified")),
)  # fmt: skip


def claims(head: Head) -> Iterator[Claim[object]]:
    """Yield the claims of the head."""
    title, site = head.first("og:title", "twitter:title"), head.first("og:site_name")
    yield fields.HEADLINE.claim("og", without_site(title, site) if title else None, title or "")
    yield fields.HEADLINE.claim(
        "html", without_site(head.title, site) if head.title else None, head.title or ""
    )
    yield fields.DESCRIPTION.claim("og", head.first("og:description", "twitter:description"))
    yield fields.DESCRIPTION.claim("meta", head.first("description"))
    yield from _authors(head)
    for field, origin, names in _DATES:
        raw = head.first(*names)
        if raw:
            yield from date_claims(field, origin, raw)
    yield fields.SECTION.claim("og", head.first("og:article:section", "article:section"))
    tags = tuple(
        dict.fromkeys(tag for name in ("article:tag", "og:article:tag") for tag in head.all(name))
    )
    yield fields.KEYWORDS.claim("og", tags or None)
    keywords = head.first("keywords", "news_keywords")
    if keywords:
        yield fields.KEYWORDS.claim(
            "meta",
            tuple(dict.fromkeys(word.strip() for word in keywords.split(",") if word.strip()))
            or None,
        )
    yield fields.IN_LANGUAGE.claim("html", head.language)
    locale = head.first("og:locale")
    yield fields.IN_LANGUAGE.claim("og", locale.replace("_", "-") if locale else None)
    yield fields.PUBLISHER.claim("og", site)
    yield _address(head.canonical, "link")
    yield _address(head.first("og:url"), "og")
    yield _address(head.saved_from, "saved page")
    picture = head.first("og:image", "twitter:image")
    if picture:
        yield fields.MAIN_IMAGE.claim(
            "og",
            None
            if _DEFAULT_PICTURE.search(picture) or is_unsafe(picture)
            else Figure(url=original(picture)),
            picture,
        )
    yield from _of_address(head)
    tier = head.first("og:article:content_tier", "article:content_tier", "content_tier")
    if tier:
        yield fields.IS_ACCESSIBLE_FOR_FREE.claim(
            "og",
            {"free": True, "locked": False, "metered": False}.get(tier.lower()),
            tier,
        )
    for name in _TRUNCATION_METAS:
        if (flag := head.first(name)) is not None:
            yield fields.IS_TRUNCATED.claim("meta", flag == "1", f"{name}: {flag}")


def _authors(head: Head) -> Iterator[Claim[object]]:
    """Yield the authors from the first kind of tag that names any; each author may have a tag of
    their own."""
    for name in ("og:article:author", "article:author", "author"):
        tags = (_TAG.sub("", author).strip() for author in head.all(name))
        authors = [author for author in tags if author and not author.startswith("http")]
        if authors:
            bylines = (read_byline(author).authors for author in authors)
            people = tuple(dict.fromkeys(person for byline in bylines for person in byline))
            yield fields.AUTHORS.claim("og", people or None, ", ".join(dict.fromkeys(authors)))
            return


def _address(address: str | None, origin: Origin) -> Claim[str]:
    """Return a claim of the page's own address. An unsafe address is reported, but not used."""
    url = encoded(original(address)) if address else None
    return fields.CANONICAL_URL.claim(origin, safe(url), url if url and is_unsafe(url) else "")


def _of_address(head: Head) -> Iterator[Claim[object]]:
    """Yield claims from the page's address, and from the address that opens it in the site's
    application."""
    app_address = head.first("al:ios:url", "al:android:url")
    if app_address is not None:
        for pattern in _APP_ADDRESSES:
            if found := pattern.match(app_address):
                yield fields.IDENTIFIER.claim("meta", found[1])
    yield from of_address(original(head.address))


def of_address(address: str) -> Iterator[Claim[object]]:
    """Yield claims from the address of an article."""
    host = host_of(address)
    if found := _EDITION.match(address):
        yield fields.IN_LANGUAGE.claim("address", found[1])
    site = site_at(host)
    if site is None:
        return
    if site.article_address is not None and (found := re.match(site.article_address, address)):
        yield fields.IDENTIFIER.claim("address", found[1])
    directories = address.partition("//")[2].split("/")[1 : 1 + _DIRECTORIES]
    kinds = (
        *(site.kinds.get(name) for name in directories),
        *(site.host_kinds.get(name) for name in host.split(".")),
    )
    if (kind := next((kind for kind in kinds if kind is not None), None)) is not None:
        yield fields.KIND.claim("address", kind, address)


def without_site(title: str, site: str | None) -> str:
    """Remove the declared name of the site, or the name of a known paper, from the end of a title.

    >>> without_site("Un titre - avec tiret | La Vigie", "La Vigie")
    'Un titre - avec tiret'
    >>> without_site("Un titre - Le Figaro", None)
    'Un titre'
    """
    suffix = _SITE_SUFFIX.search(title, max(len(title) - _SUFFIX_REACH, 0))
    if suffix is None:
        return title
    names = {_bare(site), *_HOUSE_NAMES} if site else _HOUSE_NAMES
    return title[: suffix.start()] if _bare(suffix[0].strip(" -–—|\t")) in names else title


def _bare(name: str) -> str:
    """Normalise a site's name for comparison: drop case and ".fr"."""
    return name.casefold().removesuffix(".fr")


_HOUSE_NAMES: Final = frozenset(map(_bare, HOUSE_NAMES))
