"""Writes an Article in TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/).

Headings open divisions, as TEI requires. The text in ``body``, without ``note``, ``figure``,
``byline`` and ``dateline``, is the article's `text`. Title, standfirst and byline are in ``front``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    MarkKind,
    Paragraph,
    Question,
    Quote,
    Table,
)
from lemonde_parse.export.elements import characters, element, formatted, text_element
from lemonde_parse.export.runs import safe_address

if TYPE_CHECKING:
    from lemonde_parse.article import Article

_TAGS: Final[Mapping[MarkKind, tuple[str, str, str]]] = {
    "emphasis": ("hi", "rend", "italic"),
    "strong": ("hi", "rend", "bold"),
    "superscript": ("hi", "rend", "superscript"),
    "subscript": ("hi", "rend", "subscript"),
    "link": ("ref", "target", "{}"),
}
_VERSION = re.compile(r"\d+(?:\.\d+){0,3}")  # teidata.versionNumber
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")  # teidata.language
_WIDEST_OFFSET: Final = timedelta(hours=14)  # https://www.w3.org/TR/xmlschema-2/#dateTime

_SCHEMES: Final[Mapping[str, str]] = {
    "genre": "The genre, as named by the page",
    "section": "The newspaper’s sections, from the outermost to the innermost",
    "keywords": "The page’s tags",
    "access": "Access to the page: free, or for subscribers",
    "state": "State of the article, if the page cuts it off",
}
"""The vocabularies of the header's terms, with their descriptions."""


def to_tei(article: Article) -> str:
    """Implement `Article.to_tei`."""
    language = _language(article)
    front = _front(article)
    body = element("body", element("div", _divided(article.body), {"type": "article"}))
    text = element("text", f"\n{front}{body}\n", {"type": article.kind, "xml:lang": language})
    root = element(
        "TEI", f"\n{_header(article, language)}\n{text}\n", {"xmlns": "http://www.tei-c.org/ns/1.0"}
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


# The header


def _header(article: Article, language: str | None) -> str:
    authors = "".join(text_element("author", author.name) for author in article.authors)
    agencies = "".join(
        text_element("author", agency, {"role": "agency"}) for agency in article.agencies
    )
    title = element("title", characters(article.headline or ""), {"level": "a", "type": "main"})
    address = safe_address(article.canonical_url or article.url)
    statement = element("titleStmt", title + authors + agencies)
    words = element(
        "extent",
        element(
            "measure",
            str(article.word_count),
            {"unit": "words", "quantity": str(article.word_count)},
        ),
    )
    publication = element(
        "publicationStmt",
        element("p", "Made from a page of the publisher, to whom the text belongs."),
    )
    source = element(
        "bibl",
        "".join(
            (
                text_element("title", article.headline, {"level": "a"}),
                authors,
                agencies,
                text_element("title", article.publisher, {"level": "j"}),
                text_element("publisher", article.publisher),
                _date(article.date_published or article.day_published, "published"),
                _date(article.date_modified, "modified"),
                text_element("biblScope", article.section, {"unit": "section"}),
                text_element("biblScope", article.pagination, {"unit": "page"}),
                text_element("idno", article.identifier, {"type": "article"}),
                text_element("ref", address, {"target": address}),
            )
        )
        or "unknown",
    )
    described = element(
        "fileDesc",
        "\n" + "\n".join((statement, words, publication, element("sourceDesc", source))) + "\n",
    )
    return element("teiHeader", f"\n{described}\n{_encoding(article)}{_profile(article, language)}")


def _encoding(article: Article) -> str:
    """Name the program that read the page, and describe the vocabularies of the terms, if known."""
    version = _VERSION.match(article.report.parser_version)
    application = element(
        "application",
        element("label", "lemonde_parse"),
        {"ident": "lemonde_parse", "version": version and version[0]},
    )
    taxonomies = "".join(
        element("taxonomy", element("bibl", _SCHEMES[scheme]), {"xml:id": scheme})
        for scheme in _terms(article)
    )
    inner = (element("appInfo", application) if version else "") + (
        element("classDecl", taxonomies) if taxonomies else ""
    )
    return element("encodingDesc", inner) + "\n" if inner else ""


def _terms(article: Article) -> dict[str, tuple[str, ...]]:
    """Return the article's terms by vocabulary, without vocabularies that have none."""
    candidates: dict[str, tuple[str | None, ...]] = {
        "genre": (article.genre,),
        "section": article.breadcrumbs or (article.section,),
        "keywords": article.keywords,
        "access": (
            None
            if article.is_accessible_for_free is None
            else "free"
            if article.is_accessible_for_free
            else "reserved",
        ),
        "state": ("truncated" if article.is_truncated else None,),
    }
    terms = {scheme: tuple(filter(None, values)) for scheme, values in candidates.items()}
    return {scheme: values for scheme, values in terms.items() if values}


def _profile(article: Article, language: str | None) -> str:
    keywords = "".join(
        element(
            "keywords",
            "".join(element("term", characters(value)) for value in values),
            {"scheme": f"#{scheme}"},
        )
        for scheme, values in _terms(article).items()
    )
    parts = (
        element("creation", creation)
        if (creation := _date(article.date_published or article.day_published))
        else "",
        element("abstract", element("p", characters(article.description)))
        if article.description
        else "",
        element("langUsage", element("language", characters(language), {"ident": language}))
        if language
        else "",
        element("textClass", keywords) if keywords else "",
    )
    inner = "\n".join(part for part in parts if part)
    return element("profileDesc", f"\n{inner}\n") + "\n" if inner else ""


def _front(article: Article) -> str:
    """Write kicker, title, standfirst and byline."""
    titles = text_element("titlePart", article.kicker, {"type": "kicker"}) + text_element(
        "titlePart", article.headline, {"type": "main"}
    )
    parts = (
        element("docTitle", titles) if titles else "",
        element("argument", element("p", characters(article.description)))
        if article.description
        else "",
        text_element("byline", article.byline),
    )
    inner = "\n".join(part for part in parts if part)
    return element("front", f"\n{inner}\n") + "\n" if inner else ""


def _language(article: Article) -> str | None:
    language = (article.in_language or "").replace("_", "-")
    return language if _LANGUAGE.fullmatch(language) else None


def _date(moment: date | None, kind: str | None = None) -> str:
    """Write a day or a time (teidata.temporal.w3c); "" for None.

    TEI allows offsets of whole minutes up to 14 hours. A time with any other offset is written as a
    day.
    """
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return element("date", moment.isoformat(), {"type": kind, "when": moment.isoformat()})
    offset = moment.utcoffset() or timedelta()
    is_plain = offset.total_seconds() % 60 == 0 and abs(offset) <= _WIDEST_OFFSET
    when = moment.isoformat() if is_plain else moment.date().isoformat()
    return element("date", when, {"type": kind, "when": when})


# The body


def _divided(blocks: Sequence[Block]) -> str:
    """Write blocks in divisions: one for each heading, and one for each post of a live blog.

    A heading's division ends before the next heading of the same or a higher level. In TEI, only
    divisions may follow a division, so later blocks without a heading get their own.
    """
    parts: list[str] = []
    has_division = False
    position = 0
    while position < len(blocks):
        block = blocks[position]
        end = position + 1
        if isinstance(block, Heading):
            while end < len(blocks) and not (
                isinstance(later := blocks[end], Heading) and later.level <= block.level
            ):
                end += 1
            head = element("head", formatted(block.text, block.marks, _TAGS))
            parts.append(element("div", head + "\n" + _divided(blocks[position + 1 : end])))
            has_division = True
        elif isinstance(block, LiveEntry):
            parts.append(_live_entry(block))
            has_division = True
        else:
            run = [_block(block)]
            while end < len(blocks) and not isinstance(later := blocks[end], Heading | LiveEntry):
                run.append(_block(later))
                end += 1
            parts.append(element("div", "".join(run)) if has_division else "".join(run))
        position = end
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts if part)


def _block(block: Paragraph | Question | Quote | ListBlock | Table | Figure | Embed | Aside) -> str:
    match block:
        case Paragraph():
            written = element("p", formatted(block.text, block.marks, _TAGS))
        case Question():
            written = element("p", formatted(block.text, block.marks, _TAGS), {"rend": "question"})
        case Quote():
            written = element("quote", formatted(block.text, block.marks, _TAGS))
        case ListBlock():
            items = "".join(
                element("item", formatted(item.text, item.marks, _TAGS)) for item in block.items
            )
            written = (
                element("list", items, {"rend": "numbered" if block.ordered else "bulleted"})
                if items
                else ""
            )
        case Table():
            written = _table(block)
        case Figure():
            written = _figure(block)
        case Embed():
            written = _embed(block)
        case Aside():
            head = text_element("head", block.title)
            inner = element("body", element("div", head + "\n" + _divided(block.blocks)))
            written = element("floatingText", inner, {"type": "aside"})
    return f"{written}\n" if written else ""


def _table(block: Table) -> str:
    rows = (
        element(
            "row",
            "".join(element("cell", formatted(cell.text, cell.marks, _TAGS)) for cell in row)
            or element("cell"),
        )
        for row in block.rows
    )
    inner = "".join(rows)
    return element("table", inner) if inner else ""


def _figure(block: Figure) -> str:
    address = safe_address(block.url)
    parts = (
        element("graphic", "", {"url": address}) if address else "",
        text_element("head", block.caption),
        text_element("note", block.credit, {"type": "credit"}),
        text_element("figDesc", block.alt),
    )
    inner = "".join(parts)
    return element("figure", inner) if inner else ""


def _embed(block: Embed) -> str:
    address = safe_address(block.url)
    label = block.provider or address
    link = text_element("ref", label, {"target": address}) if address else characters(label or "")
    inner = " ".join(part for part in (link, characters(block.text or "")) if part)
    return element("note", inner, {"type": "embed"}) if inner else ""


def _live_entry(block: LiveEntry) -> str:
    date = _date(block.date_published)
    head = (
        text_element("head", block.headline)
        + text_element("byline", block.author)
        + (element("dateline", date) if date else "")
    )
    return element(
        "div", head + "\n" + _divided(block.blocks), {"type": "liveEntry", "n": block.identifier}
    )
