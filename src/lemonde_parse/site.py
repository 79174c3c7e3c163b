"""The record of a newspaper's site: `Site`, `Refusal`, `ScriptContext`.

A layout describes how a page is built; a site describes what all pages of a paper have in common,
in any layout. Both are data. To support another paper's site, add a record in `sites/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from attrs import frozen

from lemonde_parse.article import Kind
from lemonde_parse.errors import RefusalReason

Place: TypeAlias = Literal["title", "whole title", "address", "source", "types"]
"""The part of a page that a `Refusal` examines.

``title``: the title in lower case, with plain spaces and apostrophes. ``whole title``: the title
without the site's name; the pattern must match all of it. ``address``: host and path, with "?" if
a query follows; the refusals of a site examine only addresses of that site. ``source``: the bytes
of the page, without scripts, style sheets and comments. ``types``: every type in its JSON-LD.
"""

Path: TypeAlias = tuple[str, ...]
"""Keys that lead from an object in a script to one of its values."""

_NOTHING: Final[Mapping[str, Kind]] = MappingProxyType({})


@frozen(kw_only=True)
class Refusal:
    """A sign that a page is not an article.

    Pages of known layouts, and pages whose JSON-LD describes an article, are not tested. If a page
    declares ``og:type`` article, or ``itemprop`` articleBody, its ``title`` and ``source`` are not
    tested, since articles may contain the same words.
    """

    reason: RefusalReason
    """The kind of page."""
    where: Place
    """The part of the page to search."""
    pattern: str
    """The regular expression to search for."""
    examples: tuple[str, ...]
    """Titles, addresses, sources or types that match. For each, the tests expect a refusal."""
    never: tuple[str, ...]
    """Near misses. For each, the tests expect that the page is read."""
    seen: str
    """Pages and years with this sign."""


@frozen(kw_only=True)
class Assignment:
    """A script's assignment of the object that describes the page."""

    name: bytes
    """The variable, as in the source."""
    member: str | None = None
    """Key of the description in the assigned object; None if that object is the description."""


@frozen(kw_only=True)
class ScriptContext:
    """The object in a site's scripts that describes the page, with paths to its fields.

    If several paths lead to a field, the first usable value counts.
    """

    assignments: tuple[Assignment, ...]
    page_type: Path
    """Path to the page's type."""
    refused_types: Mapping[str, RefusalReason]
    """Types of pages without an article, in lower case."""
    kind: tuple[Path, ...] = ()
    """Paths to the kind of article."""
    kinds: Mapping[str, Kind] = _NOTHING
    """The site's own names for kinds, in lower case."""
    genre: tuple[Path, ...] = ()
    identifier: tuple[Path, ...] = ()
    """Paths to the number that identifies the article."""
    is_restricted: Path = ()
    """Path to a boolean: True if the article is for subscribers."""
    is_truncated: Path = ()
    """Path to a boolean: True if the page contains only part of the article."""
    announced_length: tuple[Path, ...] = ()
    """Paths to the article's length, in characters."""
    published: Path = ()
    """Path to the date of publication, in ISO form."""
    time_zone: Path = ()
    """Path to the UTC offset of the date of publication."""
    signatures: Path = ()
    """Path to a list of objects, one for each author."""
    signature_name: str = ""
    """Key of the author's name in these objects."""
    signature_note: str = ""
    """Key of the author's place or job in these objects."""
    agencies: Path = ()
    """Path to an object with agencies as keys; the value is true for contributors."""


@frozen(kw_only=True, eq=False)
class Site:
    """The record of a newspaper's site.

    >>> weekly = Site(name="La Vigie", domains=("lavigie.example",), names=("La Vigie", "Vigie.fr"))
    >>> weekly.names[0]
    'La Vigie'
    """

    name: str
    """The paper's name."""
    domains: tuple[str, ...]
    """Its domains, without "www."; subdomains are included."""
    names: tuple[str, ...]
    """Names in bylines and at the end of titles; they do not count as authors."""
    collectives: tuple[str, ...] = ()
    """Newsroom desks that sign articles: they count as authors, but not as persons."""
    refusals: tuple[Refusal, ...] = ()
    """Signs that a page is not an article."""
    kinds: Mapping[str, Kind] = _NOTHING
    """Kinds of articles by the name of a directory, one of the first three in the address."""
    host_kinds: Mapping[str, Kind] = _NOTHING
    """Kinds of articles by subdomain."""
    article_address: str | None = None
    """Regular expression for an article's address; group 1 is the identifier."""
    app_address: str | None = None
    """Regular expression for addresses that open the article in the site's app; group 1 is
    the identifier."""
    truncation_meta: str | None = None
    """Name of a meta tag with the content "1" on pages with only part of the article."""
    context: ScriptContext | None = None
    """The object in its scripts that describes the page."""
