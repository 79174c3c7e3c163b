"""Reads the script object that describes a page, using the paths in the site's record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from attrs import frozen

from lemonde_parse.addresses import original
from lemonde_parse.article import JSON, MAX_COUNT
from lemonde_parse.journal import Journal
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.bylines import read_byline
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.metadata.dates import read_moment
from lemonde_parse.metadata.page_head import Head
from lemonde_parse.metadata.scripts import Node, assigned_object, at_path
from lemonde_parse.site import Path, ScriptContext
from lemonde_parse.sites import SITES, host_of, site_at
from lemonde_parse.sites.agencies import AGENCIES
from lemonde_parse.wording.whitespace import declared

_RECORDS: Final = tuple(site.context for site in SITES if site.context is not None)


@frozen
class PageContext:
    """A context object, with the record that lists the paths to its fields."""

    record: ScriptContext
    node: Node

    @property
    def page_type(self) -> str | None:
        """The page's type, in lower case."""
        name = at_path(self.node, *self.record.page_type)
        return name.lower() if isinstance(name, str) else None


def page_context(page: bytes, head: Head, journal: Journal) -> PageContext | None:
    """Find the context object of a page, if there is one.

    Nearly all pages have it in the head. If it is not there, search the rest of the page, unless
    the page's address is on an unknown site, or on one whose pages have no such object: the search
    takes as long as reading the object.
    """
    context = _search(page, journal, 0, head.end)
    if context is None and not _is_elsewhere(head):
        context = _search(page, journal, head.end, len(page))
    return context


def _search(page: bytes, journal: Journal, start: int, stop: int) -> PageContext | None:
    for record in _RECORDS:
        for place in record.assignments:
            node = assigned_object(page, place.name, journal, start, stop, member=place.member)
            if node is not None:
                return PageContext(record, node)
    return None


def _is_elsewhere(head: Head) -> bool:
    if not (host := host_of(original(head.address))):
        return False
    site = site_at(host)
    return site is None or site.context is None


def claims(context: PageContext) -> Iterator[Claim[object]]:
    """Yield the claims of the context object."""
    record, node = context.record, context.node
    kind = _first_text(node, record.kind)
    if kind is not None:
        # `kinds` omits plain articles, which are identified by JSON-LD.
        yield fields.KIND.claim("script", record.kinds.get(kind.lower()), declared(kind))
    genre = _first_text(node, record.genre)
    if genre:
        yield fields.GENRE.claim("script", declared(genre))
    for path in record.identifier:
        if (number := _whole_number(at_path(node, *path))) is not None:
            yield fields.IDENTIFIER.claim("script", str(number))
    yield from _access(record, node)
    for path in record.announced_length:
        if (length := _whole_number(at_path(node, *path))) is not None and length > 0:
            yield fields.ANNOUNCED_LENGTH.claim("script", length)
    published = at_path(node, *record.published)
    if isinstance(published, str):
        zone = at_path(node, *record.time_zone)
        yield fields.DATE_PUBLISHED.claim("script", _moment(published, zone), declared(published))
    yield from _signatures(record, node)


def _first_text(node: Node, paths: tuple[Path, ...]) -> str | None:
    """Return the first non-empty string at one of the paths."""
    values = (at_path(node, *path) for path in paths)
    return next((value for value in values if isinstance(value, str) and value), None)


def _whole_number(value: JSON) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_COUNT:
        return None
    return value


def _moment(published: str, zone: JSON) -> datetime | None:
    """Parse an ISO date, with the offset in `zone` if there is one."""
    return read_moment(published + (zone if isinstance(zone, str) and zone[:1] in "+-" else ""))


def _access(record: ScriptContext, node: Node) -> Iterator[Claim[object]]:
    is_restricted = at_path(node, *record.is_restricted)
    is_truncated = at_path(node, *record.is_truncated)
    if isinstance(is_restricted, bool):
        text = _flag(record.is_restricted, is_restricted)
        yield fields.IS_ACCESSIBLE_FOR_FREE.claim("script", not is_restricted, text)
    if isinstance(is_truncated, bool):
        text = _flag(record.is_truncated, is_truncated)
        yield fields.IS_TRUNCATED.claim("script", is_truncated, text)


def _flag(path: Path, value: object) -> str:
    """Format a boolean for the report: its key and its value in JSON."""
    return f"{path[-1]}: {str(value).lower()}"


def _signatures(record: ScriptContext, node: Node) -> Iterator[Claim[object]]:
    items = at_path(node, *record.signatures)
    signatures = [
        declared(f"{name} ({note})")
        if isinstance(note := at_path(item, record.signature_note), str) and note
        else declared(name)
        for item in (items if isinstance(items, list) else [])
        if isinstance(name := at_path(item, record.signature_name), str) and name
    ]
    if signatures:
        bylines = list(map(read_byline, signatures))
        authors = tuple(author for byline in bylines for author in byline.authors)
        yield fields.AUTHORS.claim("script", authors or None, ", ".join(signatures))
    agencies = at_path(node, *record.agencies) if record.agencies else None
    if isinstance(agencies, dict):
        names = tuple(
            AGENCIES.get(key, declared(key.upper()))
            for key, value in agencies.items()
            if value is True
        )
        if names:
            yield fields.AGENCIES.claim("script", names)
