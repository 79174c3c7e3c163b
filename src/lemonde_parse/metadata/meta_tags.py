"""What the head's meta tags say: Open Graph, Le Monde's og:article:*, plain names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from lemonde_parse.addresses import is_unsafe, original, safe
from lemonde_parse.article import Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import read_byline
from lemonde_parse.metadata.claims import ArticleField, Claim, Origin
from lemonde_parse.metadata.dates import read_iso
from lemonde_parse.metadata.page_head import Head

# "lmfr://element/article/6187099?x4=8", "lmfr://en/element/article/6748878"
_APP_ADDRESS = re.compile(r"lmfr://(?:\w+/)?element/\w+/(\d+)")
# "https://www.lemonde.fr/politique/article/2023/08/30/un-titre_6187099_823448.html"
_ARTICLE_ADDRESS = re.compile(r"https?://[^/]*lemonde\.fr/[^?#]*_(\d{5,})_\d+\.html")
# "/culture/video/2023/…", "/podcasts/article/…": the type of page stands in Le Monde's addresses
# since 2009.
_ADDRESS_KINDS: Final[dict[str, Kind]] = {
    "live": "live",
    "chat": "live",
    "video": "video",
    "podcasts": "audio",
    "portfolio": "gallery",
    "visuel": "interactive",
    "infographie": "interactive",
    "article_interactif": "interactive",
    "panorama": "interactive",
    "blog": "blog",
}
# " - Le Monde", " | Libération": the site's name at the end of a title.
_SITE_SUFFIX = re.compile(r"\s+[-–—|]\s+[^-–—|]{2,40}$")
# The picture that stands in where an article has none.
_DEFAULT_PICTURE = re.compile(
    r"/(?:default|placeholder)[^/]*\.(?:png|jpe?g|gif|webp)|/logos?/", re.IGNORECASE
)

_DATES: Final[tuple[tuple[ArticleField[datetime], Origin, tuple[str, ...]], ...]] = (
    (fields.DATE_PUBLISHED, "og", ("og:article:published_time", "article:published_time")),
    (fields.DATE_MODIFIED, "og", ("og:article:modified_time", "article:modified_time", "og:updated_time")),
    (fields.DATE_PUBLISHED, "meta", ("datepublished", "date", "dc.date.issued", "parsely-pub-date", "pubdate",
                                     "cxenseparse:recs:publishtime")),
    (fields.DATE_MODIFIED, "meta", ("datemodified", "last-modified")),
)  # fmt: skip


def claims(head: Head) -> Iterator[Claim[object]]:
    """What the head says of the article."""
    title, site = head.first("og:title", "twitter:title"), head.first("og:site_name")
    yield fields.HEADLINE.claim("og", without_site(title, site) if title else None, title or "")
    yield fields.HEADLINE.claim(
        "html", without_site(head.title, site) if head.title else None, head.title or ""
    )
    yield fields.DESCRIPTION.claim("og", head.first("og:description", "twitter:description"))
    yield fields.DESCRIPTION.claim("meta", head.first("description"))
    author = head.first("og:article:author", "article:author", "author")
    if author and not author.startswith("http"):
        told = read_byline(author)
        yield fields.AUTHORS.claim("og", told.authors or None, author)
    for field, origin, names in _DATES:
        raw = head.first(*names)
        if raw:
            yield field.claim(origin, read_iso(raw), raw)
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
    teaser = head.first("ad:teaser")
    if teaser is not None:
        yield fields.IS_TRUNCATED.claim("meta", teaser == "1", f"ad:teaser: {teaser}")


def _address(address: str | None, origin: Origin) -> Claim[str]:
    """Where the page says that it stands; what is unsafe is told, and not believed."""
    found = original(address) if address else None
    return fields.CANONICAL_URL.claim(
        origin, safe(found), found if found and is_unsafe(found) else ""
    )


def _of_address(head: Head) -> Iterator[Claim[object]]:
    app = _APP_ADDRESS.match(head.first("al:ios:url", "al:android:url") or "")
    if app:
        yield fields.IDENTIFIER.claim("meta", app[1])
    address = original(head.address)
    article = _ARTICLE_ADDRESS.match(address)
    if article:
        yield fields.IDENTIFIER.claim("address", article[1])
    host, _, path = address.partition("lemonde.fr/")
    kind = next(
        (_ADDRESS_KINDS[part] for part in path.split("/")[:3] if part in _ADDRESS_KINDS), None
    )
    if kind or host.endswith(".blog."):
        yield fields.KIND.claim("address", kind or "blog", address)


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end.

    >>> without_site("Un titre - avec tiret | Le Monde", "Le Monde")
    'Un titre - avec tiret'
    """
    suffix = _SITE_SUFFIX.search(title, max(len(title) - 50, 0))
    if suffix is None:
        return title
    name = suffix[0].strip(" -–—|\t").casefold()
    known = {site.casefold(), site.casefold().removesuffix(".fr")} if site else set()
    return title[: suffix.start()] if name in known or name.removesuffix(".fr") in known else title
