"""Writes an Article as JSON-LD: as a https://schema.org/NewsArticle, or as a more specific type for
its kind or genre."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lemonde_parse.article import Author
from lemonde_parse.blocks import Figure, LiveEntry
from lemonde_parse.export.runs import safe_address
from lemonde_parse.sites import COLLECTIVES, HOUSE_PATTERN
from lemonde_parse.sites.agencies import AGENCIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lemonde_parse.article import JSON, Article, Kind

_BY_KIND: Final[Mapping[Kind, str]] = {"live": "LiveBlogPosting", "blog": "BlogPosting"}
"""Types in schema.org by kind; they take precedence over types by genre."""

_BY_GENRE: Final[Mapping[str, str]] = {
    "analyse": "AnalysisNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "billet": "OpinionNewsArticle",
    "billet de blog": "OpinionNewsArticle",
    "carte blanche": "OpinionNewsArticle",
    "chronique": "OpinionNewsArticle",
    "chroniques": "OpinionNewsArticle",
    "column": "OpinionNewsArticle",
    "critique": "ReviewNewsArticle",
    "décryptage": "BackgroundNewsArticle",
    "editorial": "OpinionNewsArticle",
    "editoriaux": "OpinionNewsArticle",
    "enquête": "ReportageNewsArticle",
    "explications": "BackgroundNewsArticle",
    "factuel": "ReportageNewsArticle",
    "idées": "OpinionNewsArticle",
    "investigation": "ReportageNewsArticle",
    "les faits": "ReportageNewsArticle",
    "news": "ReportageNewsArticle",
    "op-ed": "OpinionNewsArticle",
    "opinion": "OpinionNewsArticle",
    "point de vue": "OpinionNewsArticle",
    "publi-rédactionnel": "AdvertiserContentArticle",
    "publicité": "AdvertiserContentArticle",
    "récit": "ReportageNewsArticle",
    "reportage": "ReportageNewsArticle",
    "review": "ReviewNewsArticle",
    "tribune": "OpinionNewsArticle",
    "tribunes": "OpinionNewsArticle",
}
"""Types in schema.org by genre, in lower case and with "e" for an initial "é".

Original reporting of facts, including inquiries and the day's news, is
https://schema.org/ReportageNewsArticle. Explanations are https://schema.org/BackgroundNewsArticle.
"""

_COLLECTIVE = re.compile(
    r"(?:L[ea]s? |L['’])?"
    r"(?:collectif|collective|services?|rédaction|agence|association|[ée]quipe)\b|"
    rf"(?:{'|'.join((*COLLECTIVES, HOUSE_PATTERN))})\b|"
    rf"(?:L['’])?(?:{'|'.join(map(re.escape, AGENCIES))})\Z",
    re.IGNORECASE,
)
"""Match a name that starts like the name of a group, a desk or a newspaper, or that is the name of
an agency.

Names of agencies must match entirely, since "Efe" can also start a person's name.
"""


def to_json_ld(article: Article) -> dict[str, JSON]:
    """Implement `Article.to_json_ld`."""
    address = safe_address(article.canonical_url or article.url)
    publisher = _organization(article.publisher) if article.publisher else None
    authors: list[JSON] = [_author(author) for author in article.authors] or [
        _organization(agency) for agency in article.agencies
    ]
    published = article.date_published or article.day_published
    record: dict[str, JSON] = {
        "@context": "https://schema.org",
        "@type": type_of(article),
        "@id": address,
        "url": address,
        "mainEntityOfPage": _page(article, address),
        "identifier": article.identifier,
        "headline": article.headline,
        "description": article.description,
        "genre": article.genre,
        "articleSection": list(article.breadcrumbs) or article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.in_language,
        "author": authors or ([publisher] if publisher else []),
        "sourceOrganization": [_organization(agency) for agency in article.agencies],
        "publisher": publisher,
        "datePublished": published.isoformat() if published else None,
        "dateModified": article.date_modified.isoformat() if article.date_modified else None,
        "isAccessibleForFree": article.is_accessible_for_free,
        "timeRequired": f"PT{article.reading_minutes}M"
        if article.reading_minutes is not None
        else None,
        "image": [
            _image(figure)
            for figure in dict.fromkeys((article.main_image, *article.figures))
            if figure and safe_address(figure.url)
        ],
        "pagination": article.pagination,
        "articleBody": article.text,
        "wordCount": article.word_count,
    }
    if article.kind == "live":
        record["liveBlogUpdate"] = [
            _update(entry, address) for entry in article.body if isinstance(entry, LiveEntry)
        ]
    return _known(record)


def type_of(article: Article) -> str:
    """Return the schema.org type for an article's kind and genre."""
    genre = (article.genre or "").strip().lower()
    genre = f"e{genre[1:]}" if genre.startswith("é") else genre
    return _BY_KIND.get(article.kind) or _BY_GENRE.get(genre, "NewsArticle")


def _known(record: dict[str, JSON]) -> dict[str, JSON]:
    """Drop terms whose value is None or an empty list."""
    return {term: value for term, value in record.items() if value is not None and value != []}


def _page(article: Article, address: str | None) -> JSON:
    """Describe the page of the article, with its https://schema.org/relatedLink."""
    related: list[JSON] = [
        *dict.fromkeys(filter(None, (safe_address(link.url) for link in article.related_links)))
    ]
    return (
        _known({"@type": "WebPage", "@id": address, "relatedLink": related})
        if address or related
        else None
    )


def _author(author: Author) -> dict[str, JSON]:
    is_person = not _COLLECTIVE.match(author.name)
    return _known(
        {
            "@type": "Person" if is_person else "Organization",
            "name": author.name,
            "url": safe_address(author.url),
            "jobTitle": author.job_title if is_person else None,
            "workLocation" if is_person else "location": {"@type": "Place", "name": author.location}
            if author.location
            else None,
        }
    )


def _organization(name: str) -> dict[str, JSON]:
    return {"@type": "Organization", "name": name}


def _image(figure: Figure) -> dict[str, JSON]:
    return _known(
        {
            "@type": "ImageObject",
            "url": safe_address(figure.url),
            "caption": figure.caption or figure.alt or None,
            "creditText": figure.credit or None,
        }
    )


def _update(entry: LiveEntry, address: str | None) -> dict[str, JSON]:
    return _known(
        {
            "@type": "BlogPosting",
            "@id": f"{address.partition('#')[0]}#{entry.identifier}"
            if address and entry.identifier
            else None,
            "identifier": entry.identifier,
            "headline": entry.headline,
            "author": _author(Author(name=entry.author)) if entry.author else None,
            "datePublished": entry.date_published.isoformat() if entry.date_published else None,
            "articleBody": entry.text,
        }
    )
