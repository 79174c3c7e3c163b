"""Claims from a page's JSON-LD: from schema.org's NewsArticle and similar types, and from
BreadcrumbList.

A node is an object in the JSON-LD.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from lemonde_parse.addresses import encoded, safe
from lemonde_parse.article import JSON, Author, Kind
from lemonde_parse.blocks import Figure
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import is_house, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.date_claims import date_claims
from lemonde_parse.metadata.dates import read_moment
from lemonde_parse.metadata.scripts import Node, at_path
from lemonde_parse.wording.matching import is_phrase
from lemonde_parse.wording.whitespace import declared, tidy

# https://schema.org/Article, its subtypes, and types that sites use instead, such as VideoObject on
# video pages (2023).
KINDS: Final[dict[str, Kind]] = {
    "LiveBlogPosting": "live",
    "NewsArticle": "article",
    "ReportageNewsArticle": "article",
    "OpinionNewsArticle": "article",
    "AnalysisNewsArticle": "article",
    "BackgroundNewsArticle": "article",
    "ReviewNewsArticle": "article",
    "AskPublicNewsArticle": "article",
    "AdvertiserContentArticle": "article",
    "Article": "article",
    "Report": "article",
    "BlogPosting": "blog",
    "VideoObject": "video",
    "AudioObject": "audio",
    "PodcastEpisode": "audio",
    "ImageGallery": "gallery",
    "Review": "article",
}
"""Types that describe an article, in order of preference, and the kind of article for each."""
_OF_PAGE: Final = ("@id", "url", "contentUrl")
_OF_PICTURE: Final = ("url", "contentUrl", "@id")
"""Keys of addresses. The id of a picture comes last, since it may not be an address."""
_RANKS: Final = {name: rank for rank, name in enumerate(KINDS)}


def claims(nodes: list[Node]) -> Iterator[Claim[object]]:
    """Yield claims from the nodes of the article and the breadcrumb."""
    article = article_node(nodes)
    trail = next((node for node in nodes if "BreadcrumbList" in types(node)), None)
    crumbs = tuple(_crumbs(trail)) if trail is not None else ()
    if crumbs:
        yield fields.BREADCRUMBS.claim("json_ld", crumbs)
    if article is not None:
        yield from _article(_resolved(article, nodes))
    if crumbs:
        yield fields.SECTION.claim("json_ld", crumbs[0])


def article_node(nodes: list[Node]) -> Node | None:
    """Return the node that describes the article itself, if there is one."""
    best, least = None, len(_RANKS)
    for node in nodes:
        for name in types(node):
            rank = _RANKS.get(name, least)
            if rank < least:
                best, least = node, rank
    return best


def article_text(nodes: list[Node]) -> str | None:
    """Return the article's text, if its node contains one."""
    text = (article_node(nodes) or {}).get("articleBody")
    return text if isinstance(text, str) and text.strip() else None


def _resolved(node: Node, nodes: list[Node]) -> Node:
    """Replace references to authors, publisher and pictures in a node with the nodes they refer to
    (https://www.w3.org/TR/json-ld11/#node-identifiers)."""
    by_id = {name: other for other in reversed(nodes) if isinstance(name := other.get("@id"), str)}
    if not by_id:
        return node
    resolved = dict(node)
    for key in ("author", "publisher", "image"):
        value = node.get(key)
        items = value if isinstance(value, list) else [value]
        found = [_referred(item, by_id) for item in items]
        if any(one is not item for one, item in zip(found, items, strict=True)):
            resolved[key] = found
    return resolved


def _referred(item: JSON, by_id: dict[str, Node]) -> JSON:
    """Return the node that a reference names. Return any other value unchanged."""
    if isinstance(item, dict) and "name" not in item and "url" not in item:
        name = item.get("@id")
        return by_id.get(name, item) if isinstance(name, str) else item
    return item


def live_updates(nodes: list[Node]) -> dict[str, datetime]:
    """Map the id of each post of a live blog to the post's date.

    The id is the fragment of the post's address.
    """
    updates = next(
        (node.get("liveBlogUpdate") for node in nodes if "LiveBlogPosting" in types(node)), None
    )
    moments = {}
    for update in updates if isinstance(updates, list) else []:
        address, raw = (
            at_path(update, "url") or at_path(update, "@id"),
            at_path(update, "datePublished"),
        )
        moment = read_moment(raw) if isinstance(raw, str) else None
        if isinstance(address, str) and moment is not None:
            moments[address.rpartition("#")[2]] = moment
    return moments


def types(node: Node) -> tuple[str, ...]:
    """Return the types of a node. If a type is an address, return only the last part of it."""
    value = node.get("@type")
    if isinstance(value, str):
        return (value.rsplit("/", 1)[-1],)
    items = value if isinstance(value, list) else [value]
    return tuple(item.rsplit("/", 1)[-1] for item in items if isinstance(item, str))


def _article(node: Node) -> Iterator[Claim[object]]:
    names = types(node)
    kind = KINDS[min((name for name in names if name in _RANKS), key=_RANKS.__getitem__)]
    # Some sites declare every page an article, so only a claim of another kind has a value.
    yield fields.KIND.claim("json_ld", None if kind == "article" else kind, tidy(", ".join(names)))
    yield fields.HEADLINE.claim("json_ld", _text(node.get("headline")) or _text(node.get("name")))
    yield fields.DESCRIPTION.claim("json_ld", _text(node.get("description")))
    for field, key in (
        (fields.DATE_PUBLISHED, "datePublished"),
        (fields.DATE_PUBLISHED, "uploadDate"),
        (fields.DATE_MODIFIED, "dateModified"),
    ):
        raw = _one(node.get(key))
        if isinstance(raw, str | int | float) and raw:
            yield from date_claims(field, "json_ld", raw)
    yield from _authors(node.get("author"))
    sections = _texts(node.get("articleSection"))
    if sections:
        yield fields.SECTION.claim("json_ld", sections[0])
    yield fields.KEYWORDS.claim("json_ld", _texts(node.get("keywords")) or None)
    yield fields.IN_LANGUAGE.claim(
        "json_ld",
        _text(node.get("inLanguage")) or _text(at_path(node.get("inLanguage"), "alternateName")),
    )
    yield fields.PUBLISHER.claim("json_ld", _text(at_path(_one(node.get("publisher")), "name")))
    address = _address(node.get("mainEntityOfPage")) or _address(node.get("url"))
    yield fields.CANONICAL_URL.claim("json_ld", encoded(address) if address else None)
    picture = _address(node.get("image"), _OF_PICTURE) or _address(node.get("thumbnailUrl"))
    if picture:
        yield fields.MAIN_IMAGE.claim("json_ld", Figure(url=picture), picture)
    free = node.get("isAccessibleForFree")
    if isinstance(free, str):
        # Some sites write the strings "True" and "False" (2019–26), others the address of
        # schema.org's boolean.
        free = {"true": True, "false": False}.get(free.strip().rsplit("/", 1)[-1].lower())
    if isinstance(free, bool):
        yield fields.IS_ACCESSIBLE_FOR_FREE.claim("json_ld", free)


def _authors(value: JSON) -> Iterator[Claim[object]]:
    people: list[Author] = []
    agencies: list[str] = []
    raw: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        name = _text(item) if isinstance(item, str) else _text(at_path(item, "name"))
        if not name:
            continue
        raw.append(name)
        byline = read_byline(name)
        agencies += byline.agencies
        job = _text(at_path(item, "jobTitle")) or _text(at_path(item, "description"))
        url = safe(_text(at_path(item, "url")))
        if len(byline.authors) == 1 and not is_house(name):
            author = byline.authors[0]
            people.append(
                Author(
                    name=author.name,
                    url=url,
                    job_title=job or author.job_title,
                    location=author.location,
                )
            )
        else:
            people += byline.authors
    if raw:
        yield fields.AUTHORS.claim("json_ld", tuple(dict.fromkeys(people)) or None, ", ".join(raw))
        if agencies:
            yield fields.AGENCIES.claim("json_ld", tuple(dict.fromkeys(agencies)))


def _crumbs(node: Node) -> Iterator[str]:
    """Yield the names in the breadcrumb, except that of the home page. Some items have no name."""
    items = node.get("itemListElement")
    for item in items if isinstance(items, list) else []:
        name = _text(at_path(item, "name")) or _text(at_path(item, "item", "name"))
        if name and not is_phrase(name, "home"):
            yield name


def _text(value: JSON) -> str | None:
    """Return the text of a value or of the first item of a list; None for other values."""
    value = _one(value)
    return (declared(value) or None) if isinstance(value, str) else None


def _texts(value: JSON) -> tuple[str, ...]:
    items = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return tuple(
        dict.fromkeys(text for item in items if isinstance(item, str) and (text := declared(item)))
    )


def _one(value: JSON) -> JSON:
    """Return the first item of a list, or the value itself."""
    return value[0] if isinstance(value, list) and value else value


def _address(value: JSON, keys: tuple[str, ...] = _OF_PAGE) -> str | None:
    value = _one(value)
    address = _one(
        value
        if isinstance(value, str)
        else next((found for key in keys if (found := at_path(value, key))), None)
    )
    return safe("".join(declared(address).split()) or None) if isinstance(address, str) else None
