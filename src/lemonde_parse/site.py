"""The record of one newspaper's site: `Site`, `Refusal`, `ScriptContext`.

A layout says how a page is built; a site says what holds for all pages of one paper, whatever their
layout. Both are data. Adding a paper's site is adding a record in `sites/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from attrs import frozen

from lemonde_parse.article import Kind
from lemonde_parse.errors import RefusalReason

Place: TypeAlias = Literal["title", "whole title", "address", "source", "types"]
"""Part of a page that a `Refusal` looks at.

``title``: the title, folded and in lower case. ``whole title``: the same without the site's name,
matched from end to end. ``address``: host and path, and "?" if a query follows; rows of a site see
only addresses of that site. ``source``: the bytes of the page, without scripts, style sheets and
comments. ``types``: each type of each node of its JSON-LD.
"""

Path: TypeAlias = tuple[str, ...]
"""Keys that lead from an object in a script to a value in it."""

_NOTHING: Final[Mapping[str, Kind]] = MappingProxyType({})


@frozen(kw_only=True)
class Refusal:
    """A sign that a page holds no article.

    Only pages of no known layout are tested for it. A page that declares ``og:type`` article, or
    ``itemprop`` articleBody, is not refused for its ``title`` or ``source``, since articles mention
    such words too.
    """

    reason: RefusalReason
    """The kind of page that shows the sign."""
    where: Place
    """The part of the page that shows it."""
    pattern: str
    """Regular expression to search for."""
    examples: tuple[str, ...]
    """Titles, addresses, sources or types that match. The tests refuse a page with each."""
    never: tuple[str, ...]
    """The nearest ones that do not match. The tests read a page with each."""
    seen: str
    """Pages and years that show it."""


@frozen(kw_only=True)
class Assignment:
    """A place in a script that holds the context object."""

    name: bytes
    """Name that the object is assigned to, as in the source."""
    member: str | None = None
    """Key of the context within the object; None if the object is the context."""


@frozen(kw_only=True)
class ScriptContext:
    """The object of a site's scripts that describes the page, and the paths to its fields.

    Of several paths to one field, the first that leads to a usable value counts.
    """

    assignments: tuple[Assignment, ...]
    page_type: Path
    """Path to the type of page."""
    refused_types: Mapping[str, RefusalReason]
    """Types of pages without an article, in lower case."""
    kind: tuple[Path, ...] = ()
    """Paths to the kind of article."""
    kinds: Mapping[str, Kind] = _NOTHING
    """The site's words for kinds, in lower case."""
    genre: tuple[Path, ...] = ()
    identifier: tuple[Path, ...] = ()
    """Paths to numbers."""
    is_restricted: Path = ()
    """Path to a boolean, true if the article is for subscribers."""
    is_truncated: Path = ()
    """Path to a boolean, true if the page holds a part of the article."""
    announced_length: tuple[Path, ...] = ()
    """Paths to numbers of characters."""
    published: Path = ()
    """Path to the date of publication in ISO form."""
    time_zone: Path = ()
    """Path to its offset."""
    signatures: Path = ()
    """Path to a list of objects, one per author."""
    signature_name: str = ""
    """Key of the author's name in such an object."""
    signature_note: str = ""
    """Key of the author's place or job in such an object."""
    agencies: Path = ()
    """Path to an object with the agencies as keys, and true for each that had a part."""


@frozen(kw_only=True, eq=False)
class Site:
    """The record of one newspaper's site.

    >>> weekly = Site(name="La Vigie", domains=("lavigie.example",), names=("La Vigie", "Vigie.fr"))
    >>> weekly.names[0]
    'La Vigie'
    """

    name: str
    """The paper's name."""
    domains: tuple[str, ...]
    """Its domains, without "www."; subdomains belong to them."""
    names: tuple[str, ...]
    """Names that it signs with or ends its titles with: as authors, they are nobody."""
    collectives: tuple[str, ...] = ()
    """Its desks that sign articles: authors, but not persons."""
    refusals: tuple[Refusal, ...] = ()
    """Signs that one of its pages holds no article."""
    kinds: Mapping[str, Kind] = _NOTHING
    """Kind of article by a directory of the address, among the first three."""
    host_kinds: Mapping[str, Kind] = _NOTHING
    """Kind of article by a subdomain."""
    article_address: str | None = None
    """Regular expression for an article's address; group 1 is the identifier."""
    app_address: str | None = None
    """The same for the address that opens the article in the site's application."""
    truncation_meta: str | None = None
    """Name of a meta tag with the content "1" on pages that have only a part of the article."""
    context: ScriptContext | None = None
    """The object of its scripts that describes the page."""
