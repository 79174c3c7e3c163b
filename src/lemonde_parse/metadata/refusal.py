"""Refuses pages that are not articles, if their layout is unknown.

Such pages are recognised by the `Refusal` records in `sites`: those for every site, and those for
the page's own site. If that site is unknown, the records of all sites are used, except the ones
that test addresses.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from lemonde_parse.addresses import original
from lemonde_parse.errors import NotAnArticleError, RefusalReason
from lemonde_parse.metadata.json_ld import article_node, types
from lemonde_parse.metadata.page_context import PageContext
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.metadata.scripts import Node
from lemonde_parse.site import Refusal, Site
from lemonde_parse.sites import HOUSE_PATTERN, SITES, site_at
from lemonde_parse.sites.anywhere import REFUSALS, SERVERS
from lemonde_parse.wording.matching import fold

_ORDER: Final[tuple[RefusalReason, ...]] = (
    "error page",
    "consent wall",
    "login page",
    "search results",
    "unknown layout",
    "home page",
    "section front",
)
"""Reasons in order of precedence: an error page at a section's address is an error page."""
_BODY = re.compile(rb"(?i:itemprop)\s*+=\s*+[\"']?(?:[\w-]{1,40}\s){0,3}articleBody\b")
_LEAST_PROSE: Final = 5
"""Minimum number of long paragraphs in an article; login pages have at most 2."""
_LONG: Final = 80
"""Minimum length of a long paragraph, in bytes up to its first inner tag."""
_PARAGRAPH = re.compile(rb"<(?:p|br)(?:[\s/][^<>]{0,400}+)?+>\s*+[^<]{%d}" % _LONG, re.IGNORECASE)
_NO_MARKUP = re.compile(
    rb"<(?:!--(?:[^-]++|-(?!->))*+|(?P<raw>script|style|template|noscript|textarea)(?=[\s/>])[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+)",
    re.IGNORECASE,
)
_SITE_IN_TITLE: Final = re.compile(
    rf"(?:^|\s[-–|:]\s|\s?[:|]\s)(?:{fold('|'.join((HOUSE_PATTERN, *SERVERS))).lower()})"
    r"(?=\s?[-–|:]\s|\.?$)"
)
"""The name of a paper or server, separated from the rest of a folded title in lower case."""


def refusal(
    page: bytes, head: Head, nodes: list[Node], context: PageContext | None, url: str | None
) -> NotAnArticleError | None:
    """Return the error for a page that is not an article; None for any other page.

    A page is refused if a `Refusal` record matches it, or because of the page type in its script
    data, but never if it has JSON-LD of an article. `url` is used if the page does not give an
    address.
    """
    if article_node(nodes) is not None:
        return None
    shown = _Shown.of(page, head, nodes, original(head.address or url or ""))
    rows = _rows(site_at(shown.place.partition("/")[0]))
    for reason in _ORDER:
        for row in rows:
            if row.reason == reason and (detail := _match(row, shown)) is not None:
                return NotAnArticleError(reason, detail)
        if context is not None and _declared(context) == reason:
            return NotAnArticleError(
                reason, f"its script data gives the type {context.page_type!r}"
            )
    return None


def _declared(context: PageContext) -> RefusalReason | None:
    """Return the reason to refuse the page type in the script data, if any."""
    return context.record.refused_types.get(context.page_type or "")


@cache
def _rows(site: Site | None) -> tuple[Refusal, ...]:
    """Return the records for a site. For an unknown site, return those of all sites, except the
    ones that test addresses."""
    if site is not None:
        return (*REFUSALS, *site.refusals)
    others = (row for one in SITES for row in one.refusals if row.where != "address")
    return (*REFUSALS, *others)


@frozen
class _Shown:
    """The parts of a page that the records examine."""

    page: bytes
    head: Head
    title: str
    """In lower case, with plain spaces and apostrophes."""
    whole_title: str
    """The title without the site's name."""
    address: str
    """The address given by the page, or else by the caller."""
    place: str
    """Host and path of the address, and "?" if there is a query; empty without an address."""
    types: tuple[str, ...]
    """The types of all nodes in its JSON-LD."""
    claims_article: bool
    """True if Open Graph declares an article."""

    @classmethod
    def of(cls, page: bytes, head: Head, nodes: list[Node], address: str) -> _Shown:
        """Collect the parts of a page."""
        title = fold(head.title or head.first("og:title") or "").lower()
        return cls(
            page=page,
            head=head,
            title=title,
            whole_title=_SITE_IN_TITLE.sub("", title).strip(" -–|:"),
            address=address,
            place=_place(address),
            types=tuple(name for node in nodes for name in types(node)),
            claims_article=head.first("og:type") == "article",
        )

    def is_article(self, reason: RefusalReason) -> bool:
        """Match a page whose text is marked as schema.org's articleBody, or that has an article's
        paragraphs next to a login form. This test is slower than most."""
        return _BODY.search(self.page) is not None or (reason == "login page" and self._has_prose())

    def _has_prose(self) -> bool:
        paragraphs = _PARAGRAPH.finditer(self.page)
        return next(islice(paragraphs, _LEAST_PROSE - 1, None), None) is not None


def _place(address: str) -> str:
    try:
        parts = urlsplit(address)
        if not parts.hostname and not parts.path.startswith("/"):
            return ""  # only an identifier: "8812"
        return f"{parts.hostname or ''}{parts.path}{'?' if '?' in address else ''}"
    except ValueError:  # an invalid address: "http://["
        return ""


def _sign(pattern: bytes, page: bytes) -> str | None:
    """Return the match of a pattern in a page, except in its scripts, style sheets and comments."""
    if re.search(pattern, page) is None:
        return None
    match = re.search(pattern, _NO_MARKUP.sub(b"", page))
    return match[0].decode(errors="replace") if match else None


def _match(row: Refusal, shown: _Shown) -> str | None:
    """Return the detail for the error if a record matches a page."""
    match row.where:
        case "title":
            if (
                not shown.claims_article
                and re.search(row.pattern, shown.title)
                and not shown.is_article(row.reason)
            ):
                return f"its title is {shown.head.title!r}"
        case "whole title":
            if re.fullmatch(row.pattern, shown.whole_title):
                return f"its title is {shown.head.title!r}"
        case "address":
            if shown.place and re.search(row.pattern, shown.place):
                return f"its address is {shown.address!r}"
        case "source":
            if (
                not shown.claims_article
                and (sign := _sign(row.pattern.encode(), shown.page))
                and not shown.is_article(row.reason)
            ):
                return f"its source contains {sign!r}, and no article"
        case "types":
            if any(re.search(row.pattern, name) for name in shown.types):
                return "its JSON-LD describes a list of articles"
    return None
