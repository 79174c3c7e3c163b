"""Writes an Article as an HTML fragment without scripts, styles or addresses that run code.

Headline, standfirst, dates and body are marked as properties of https://schema.org/NewsArticle, so
that reading apps, and this library, find the body by ``itemprop="articleBody"``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from lemonde_parse.blocks import (
    Aside,
    Block,
    Embed,
    Figure,
    Heading,
    ListBlock,
    LiveEntry,
    Mark,
    MarkKind,
    Paragraph,
    Question,
    Quote,
    Table,
)
from lemonde_parse.export.elements import attribute, characters, element, formatted, text_element
from lemonde_parse.export.runs import safe_address

if TYPE_CHECKING:
    from lemonde_parse.article import Article

MARK_TAGS: Final[Mapping[MarkKind, tuple[str, str, str]]] = {
    "emphasis": ("em", "", ""),
    "strong": ("strong", "", ""),
    "superscript": ("sup", "", ""),
    "subscript": ("sub", "", ""),
    "link": ("a", "href", "{}"),
}

_BOXES: Final[Mapping[str, str]] = {
    "bluesky": "bluesky-embed",
    "facebook": "fb-post",
    "instagram": "instagram-media",
    "reddit": "reddit-card",
    "tiktok": "tiktok-embed",
    "twitter": "twitter-tweet",
}
"""The class of ``blockquote`` in each service's embed code."""


def to_html(article: Article) -> str:
    """Implement `Article.to_html`."""
    head = [
        text_element("p", article.kicker, {"class": "kicker"}),
        text_element("h1", article.headline, {"itemprop": "headline"}),
        text_element("p", article.description, {"class": "standfirst", "itemprop": "description"}),
        text_element(
            "p",
            article.byline or ", ".join(author.name for author in article.authors),
            {"class": "byline"},
        ),
        _time(article.date_published or article.day_published, "datePublished"),
        _time(article.date_modified, "dateModified"),
    ]
    header = "\n".join(part for part in head if part)
    parts = [
        element("header", f"\n{header}\n") if header else "",
        element("div", f"\n{_blocks(article.body)}\n", {"itemprop": "articleBody"}),
    ]
    attributes = {
        "itemscope": "itemscope",
        "itemtype": "https://schema.org/NewsArticle",
        "lang": article.in_language,
    }
    return (
        element("article", "\n" + "\n".join(part for part in parts if part) + "\n", attributes)
        + "\n"
    )


def _time(moment: date | None, term: str | None = None) -> str:
    if moment is None:
        return ""
    shown = f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else moment.isoformat()
    return element("time", shown, {"itemprop": term, "datetime": moment.isoformat()})


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(part for part in map(_block, blocks) if part)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return element("p", formatted(block.text, block.marks, MARK_TAGS))
        case Heading():
            return element(
                f"h{min(max(block.level, 1), 6)}", formatted(block.text, block.marks, MARK_TAGS)
            )
        case Question():
            strong = Mark(kind="strong", start=0, end=max(len(block.text), 1))
            return element(
                "p", formatted(block.text, (*block.marks, strong), MARK_TAGS), {"class": "question"}
            )
        case Quote():
            return element(
                "blockquote", element("p", formatted(block.text, block.marks, MARK_TAGS))
            )
        case ListBlock():
            items = "".join(
                f"\n{element('li', formatted(item.text, item.marks, MARK_TAGS))}"
                for item in block.items
            )
            return element("ol" if block.ordered else "ul", f"{items}\n")
        case Table():
            rows = (
                element(
                    "tr",
                    "".join(
                        element("td", formatted(cell.text, cell.marks, MARK_TAGS)) for cell in row
                    ),
                )
                for row in block.rows
            )
            return element("table", "".join(f"\n{row}" for row in rows) + "\n")
        case Figure():
            return _figure(block)
        case Embed():
            return _embed(block)
        case Aside():
            return element(
                "aside",
                "\n"
                + "\n".join(
                    part
                    for part in (text_element("h3", block.title), _blocks(block.blocks))
                    if part
                )
                + "\n",
            )
        case LiveEntry():
            return _live_entry(block)


def _figure(block: Figure) -> str:
    picture = ""
    if address := safe_address(block.url):
        picture = (
            f'<img src="{attribute(address)}" alt="{attribute(block.alt or "")}" loading="lazy">'
        )
    caption = " ".join(
        part
        for part in (
            characters(block.caption or ""),
            text_element("span", block.credit, {"class": "credit"}),
        )
        if part
    )
    inner = "\n".join(
        part for part in (picture, element("figcaption", caption) if caption else "") if part
    )
    return element("figure", f"\n{inner}\n") if inner else ""


def _embed(block: Embed) -> str:
    """Write an embed as its text and a link, so that nothing is loaded.

    An embed with text from a known service becomes a ``blockquote`` with the address in ``cite``.
    Any other embed becomes a ``div`` with the service in ``data-provider``.
    """
    address = safe_address(block.url)
    label = block.provider or address
    link = (
        element("a", characters(label or ""), {"href": address})
        if address
        else characters(label or "")
    )
    inner = "\n".join(
        part for part in (text_element("p", block.text), element("p", link) if link else "") if part
    )
    if not inner:
        return ""
    box = _BOXES.get(block.provider or "")
    if block.text and box:
        return element("blockquote", f"\n{inner}\n", {"class": box, "cite": address})
    return element("div", f"\n{inner}\n", {"class": "oembed", "data-provider": block.provider})


def _live_entry(block: LiveEntry) -> str:
    posted = " ".join(
        part for part in (_time(block.date_published), characters(block.author or "")) if part
    )
    parts = (
        text_element("h3", block.headline),
        element("p", posted, {"class": "byline"}) if posted else "",
        _blocks(block.blocks),
    )
    return element(
        "section",
        "\n" + "\n".join(part for part in parts if part) + "\n",
        {"class": "live-entry", "id": block.identifier},
    )
