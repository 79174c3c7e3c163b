"""The sites of newspapers, one record each, and tables for all sites."""

from __future__ import annotations

import re
from typing import Final

from lemonde_parse.site import Site
from lemonde_parse.sites.lemonde import LEMONDE
from lemonde_parse.sites.press import PRESS

__all__ = ["COLLECTIVES", "HOUSE_NAMES", "HOUSE_PATTERN", "SITES", "host_of", "site_at"]

SITES: Final[tuple[Site, ...]] = (LEMONDE, *PRESS)
"""All known sites."""

HOUSE_NAMES: Final = tuple(dict.fromkeys(name for site in SITES for name in site.names))
"""Names of all papers. Any page may contain any of them, because papers republish each other's
articles."""
HOUSE_PATTERN: Final = "|".join(
    name.replace(".", r"\.") for name in sorted(HOUSE_NAMES, key=len, reverse=True)
)
"""`HOUSE_NAMES` as a regular expression, longest first, without a group around it."""
COLLECTIVES: Final = tuple(name for site in SITES for name in site.collectives)
"""Newsroom desks that sign articles, for all papers."""

_BY_DOMAIN: Final = {domain: site for site in SITES for domain in site.domains}
_HOST = re.compile(r"(?:[a-z][a-z+.-]*:)?//(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)


def host_of(address: str) -> str:
    """Return the host of an address in lower case; empty if it does not have one.

    >>> host_of("https://WWW.lemonde.fr/idees/"), host_of("/idees/")
    ('www.lemonde.fr', '')
    """
    match = _HOST.match(address)
    return match[1].lower() if match else ""


def site_at(host: str) -> Site | None:
    """Return the site that a host belongs to.

    >>> site_at("passeur.blog.lemonde.fr").name, site_at("notlemonde.fr")
    ('Le Monde', None)
    """
    while host:
        if (site := _BY_DOMAIN.get(host)) is not None:
            return site
        host = host.partition(".")[2]
    return None
