"""What Le Monde's own script data says: ``var lmd = {"context": …}`` since 2018, ``lmd.context =
{…}`` before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lemonde_parse.article import JSON, Kind
from lemonde_parse.journal import Journal
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import AGENCIES, read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import read_iso
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.metadata.scripts import Node, assigned_object, at_path
from lemonde_parse.wording.whitespace import declared

# context.element.type (since 2018) or type.nom (before), in lower case.
_KINDS: Final[dict[str, Kind]] = {
    "live": "live",
    "direct": "live",
    "video": "video",
    "podcast": "audio",
    "portfolio": "gallery",
    "visuel": "interactive",
    "visuel_interactif": "interactive",
    "infographie": "interactive",
    "blog": "blog",
    "post_blog": "blog",
}


def page_context(page: bytes, head: Head, journal: Journal) -> Node | None:
    """The `context` object, of either form.

    Nearly always it stands in the head, and each search of a whole page takes as long as reading
    its JSON: what is declared to stand on another site has a context in its head or none.
    """
    context = _context(page, journal, 0, head.end)
    if context is None and not _is_elsewhere(head):
        context = _context(page, journal, head.end, len(page))
    return context


def _context(page: bytes, journal: Journal, start: int, stop: int) -> Node | None:
    # Half of what `lmd` holds is of no use here, and stands after the context.
    context = assigned_object(page, b"var lmd", journal, start, stop, member="context")
    return (
        context
        if context is not None
        else assigned_object(page, b"lmd.context", journal, start, stop)
    )


def _is_elsewhere(head: Head) -> bool:
    return head.address.startswith("http") and "lemonde" not in head.address


def claims(context: Node) -> Iterator[Claim[object]]:
    """What the context says of the article."""
    element, article = at_path(context, "element"), at_path(context, "article")
    kind = at_path(element, "type")
    told = kind if isinstance(kind, str) else at_path(kind, "nom")
    if isinstance(told, str):
        yield fields.KIND.claim(
            "lmd", _KINDS.get(told.lower()), told
        )  # None for "article": see json_ld
    nature = at_path(element, "nature_editoriale")
    # "libelle" is the name people read before 2018 ("Compte rendu"), "nom" since then ("Factuel").
    genre = at_path(nature, "libelle") or at_path(nature, "nom")
    if isinstance(genre, str) and genre:
        yield fields.GENRE.claim("lmd", declared(genre))
    for node, key in ((article, "legacyId"), (element, "id")):
        identifier = at_path(node, key)
        if isinstance(identifier, int) and not isinstance(identifier, bool):
            yield fields.IDENTIFIER.claim("lmd", str(identifier))
    yield from _access(element)
    for node, key in ((article, "nbChar"), (element, "nb_signes")):
        length = at_path(node, key)
        if isinstance(length, int) and not isinstance(length, bool) and length > 0:
            yield fields.ANNOUNCED_LENGTH.claim("lmd", length)
    published = at_path(article, "firstPublished", "date")
    zone = at_path(article, "firstPublished", "timezone")
    if isinstance(published, str):
        # "2023-08-30 12:52:08.000000" beside its zone, "+00:00".
        yield fields.DATE_PUBLISHED.claim(
            "lmd",
            read_iso(published + (zone if isinstance(zone, str) and zone[:1] in "+-" else "")),
            published,
        )
    yield from _signatures(article)


def _access(element: JSON) -> Iterator[Claim[object]]:
    is_restricted, is_teaser = at_path(element, "restreint"), at_path(element, "is_a_teaser")
    if isinstance(is_restricted, bool):
        yield fields.IS_ACCESSIBLE_FOR_FREE.claim(
            "lmd",
            not is_restricted,
            f"restreint: {str(is_restricted).lower()}",
        )
    if isinstance(is_teaser, bool):
        yield fields.IS_TRUNCATED.claim("lmd", is_teaser, f"is_a_teaser: {str(is_teaser).lower()}")


def _signatures(article: JSON) -> Iterator[Claim[object]]:
    signatures = at_path(article, "parsedMetadata", "huit", "signatures")
    names = [
        f"{name} ({origin})"
        if isinstance(origin := at_path(item, "origin"), str) and origin
        else name
        for item in (signatures if isinstance(signatures, list) else [])
        if isinstance(name := at_path(item, "longName"), str) and name
    ]
    if names:
        authors = tuple(author for name in names for author in read_byline(declared(name)).authors)
        yield fields.AUTHORS.claim("lmd", authors or None, ", ".join(names))
    # {"afp": true, "ap": false}; an empty list where there is none.
    agencies = at_path(article, "parsedMetadata", "huit", "agencies")
    if isinstance(agencies, dict):
        named = tuple(
            AGENCIES.get(name, name.upper())
            for name, has_part in agencies.items()
            if has_part is True
        )
        if named:
            yield fields.AGENCIES.claim("lmd", named)
