"""What a page is that holds no article: told by its address, its title, and what it says of itself."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from lemonde_parse.errors import NotAnArticleError, RefusalReason
from lemonde_parse.metadata.json_ld import article_node, types
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.metadata.scripts import Node, at_path
from lemonde_parse.phrases import fold

_LISTS: Final = frozenset({"ItemList", "CollectionPage", "SearchResultsPage"})


@frozen
class _Sign:
    """One row: what a page shows, and what it then is."""

    reason: RefusalReason
    title: str
    """In its title, folded and in small letters."""
    path: str
    """In its address, after the host."""
    source: bytes = b""
    """In its source."""


# In order: an error page of a section front is an error page.
_SIGNS: Final = (
    _Sign(
        "error page",
        r"\b(?:404|403|410|500|502|503)\b|introuvable|not found|n'existe (?:pas|plus)|acc[eè]s refus|access denied|erreur",
        r"/(?:404|erreur|error)\b",
    ),
    _Sign(
        "consent wall",
        r"cookies|consent|votre accord|paramètres de confidentialit|privacy",
        r"/(?:consent|cookies?-wall|privacy)",
        b"cookie-wall",
    ),
    _Sign(
        "login page",
        r"se connecter|connexion|identifi|log ?in|sign ?in|mon compte",
        r"/(?:sfuser|connexion|login|signin|account)\b",
        b'type="password"',
    ),
    _Sign("search results", r"recherche|r[ée]sultats|search", r"/(?:recherche|search|archives-du-monde)\b"),
)


def refusal(page: bytes, head: Head, nodes: list[Node], context: Node | None, url: str | None) -> NotAnArticleError | None:
    """The error that says what the page is; None if nothing speaks against its being an article."""
    if article_node(nodes) is not None:
        return None
    address = head.address or url or ""
    try:
        path, is_query = urlsplit(address).path, "?" in address
    except ValueError:
        path, is_query = "", True
    says_article = head.first("og:type") == "article"  # outweighs what its title might mean
    title = fold(head.title or head.first("og:title") or "").lower()
    for sign in _SIGNS:
        if not says_article and re.search(sign.title, title):
            return NotAnArticleError(sign.reason, f"its title is {head.title!r}")
        if path and re.search(sign.path, path):
            return NotAnArticleError(sign.reason, f"its address is {address!r}")
        if not says_article and sign.source and sign.source in page:
            return NotAnArticleError(sign.reason, f"it holds {sign.source.decode()!r}, and no article")
    page_type = at_path(context, "pageType")
    told = page_type.lower() if isinstance(page_type, str) else ""
    if told in ("home", "homepage", "une") or (address and not is_query and path in ("", "/", "/en/")):
        return NotAnArticleError("home page", f"its address is {address!r}" if address else "its script data says so")
    if told in ("rubrique", "section", "tag", "front") or any(_LISTS.intersection(types(node)) for node in nodes):
        return NotAnArticleError("section front", "it says of itself that it lists articles")
    return None
