"""What a page is that holds no article: told by its address, its title, and what it says of itself."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from lemonde_parse.addresses import original
from lemonde_parse.errors import NotAnArticleError, RefusalReason
from lemonde_parse.metadata.json_ld import article_node, types
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.metadata.scripts import Node, at_path
from lemonde_parse.wording.matching import fold

_LISTS: Final = frozenset({"ItemList", "CollectionPage", "SearchResultsPage"})
_NEVER: Final = r"(?!)"
"""What nothing matches."""


@frozen
class _Sign:
    """One row: what a page shows, and what it then is."""

    reason: RefusalReason
    title: str = _NEVER
    """In its title, folded and in small letters."""
    path: str = _NEVER
    """In its address, after the host."""
    source: bytes = b""
    """In its source."""
    bare: str = _NEVER
    """Its title, the site's name aside, and nothing more: so sure that a claim to be an article
    does not outweigh it."""


# In order: an error page of a section front is an error page.
_SIGNS: Final = (
    _Sign(
        "error page",
        r"\b(?:404|403|410|500|502|503)\b|introuvable|not found|n'existe (?:pas|plus)|acc[eè]s refus|access denied|erreur",
        r"/(?:404|erreur|error)\b",
        bare=r"(?:(?:erreur|error) ?)?(?:40[034]|410|50[0234])(?: (?:forbidden|not found|gone|bad gateway|service unavailable))?|"
        r"page (?:non trouvée|introuvable|not found)|not found|access denied|acc[eè]s refusé|just a moment\W*|captcha|attention required!|"
        r"(?:service|site) (?:momentanément |temporairement )?(?:indisponible|unavailable)|internet archive wayback machine",
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
        bare=r"(?:se connecter|connexion|identification|log ?in|sign ?in|mon compte)",
    ),
    _Sign(
        "search results",
        r"recherche|r[ée]sultats|search",
        r"/(?:recherche|search|archives-du-monde)\b",
        bare=r"recherche|search|(?:résultats? de (?:la |votre )?recherche|search results)(?: .{1,80})?",
    ),
    # A page's source as Firefox shows it, saved.
    _Sign("unknown layout", source=b'<body id="viewsource"'),
    # "Politique : toute l'actualité sur Le Monde.fr."; the readers' reactions to an article have a
    # page of their own (to 2018).
    _Sign("section front", r"toute l'actualité sur le monde", r"/reactions/\d{4}/"),
)
_SITE = re.compile(
    r"(?:^|\s[-–|:]\s|\s?[:|]\s)(?:le monde(?:\.fr)?|lemonde\.fr|cloudflare)(?=\s?[-–|:]\s|\.?$)"
)
_FRONT = re.compile(r"/(?:en/)?(?!en/)(?:[\w-]+/){1,2}(?:\d+(?:/|\.html))?")
"""Le Monde's sections, their pages, tags, authors; all its articles end in ".html", those of its
blogs stand deeper."""


def refusal(
    page: bytes, head: Head, nodes: list[Node], context: Node | None, url: str | None
) -> NotAnArticleError | None:
    """The error that says what the page is; None if nothing speaks against its being an article."""
    if article_node(nodes) is not None:
        return None
    address = original(head.address or url or "")
    try:
        parts = urlsplit(address)
        host, path, is_query = parts.hostname or "", parts.path, "?" in address
    except ValueError:
        host, path, is_query = "", "", True
    says_article = head.first("og:type") == "article"  # outweighs what its title might mean
    title = fold(head.title or head.first("og:title") or "").lower()
    bare = _SITE.sub("", title).strip(" -–|:")
    for sign in _SIGNS:
        if (not says_article and re.search(sign.title, title)) or re.fullmatch(sign.bare, bare):
            return NotAnArticleError(sign.reason, f"its title is {head.title!r}")
        if path and re.search(sign.path, path):
            return NotAnArticleError(sign.reason, f"its address is {address!r}")
        if not says_article and sign.source and sign.source in page:
            return NotAnArticleError(
                sign.reason, f"it holds {sign.source.decode()!r}, and no article"
            )
    page_type = at_path(context, "pageType")
    told = page_type.lower() if isinstance(page_type, str) else ""
    if told in ("home", "homepage", "une") or (
        address and not is_query and path in ("", "/", "/en/")
    ):
        return NotAnArticleError(
            "home page", f"its address is {address!r}" if address else "its script data says so"
        )
    if host in ("www.lemonde.fr", "lemonde.fr") and _FRONT.fullmatch(path):
        return NotAnArticleError("section front", f"its address is {address!r}")
    if told in ("rubrique", "section", "tag", "front") or any(
        _LISTS.intersection(types(node)) for node in nodes
    ):
        return NotAnArticleError("section front", "it says of itself that it lists articles")
    return None
