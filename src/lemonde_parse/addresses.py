"""Resolves addresses, removes the prefixes of web archives, and detects addresses that run code."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote, unquote, urljoin

# The prefixes of web archives:
# - Wayback Machine: "https://web.archive.org/web/20160315120000im_/http://…"
# - archive.today (any of its domains), links: "https://archive.ph/o/Ab1cD/https://…"
# - archive.today, the page itself: "https://archive.is/2020.09.29-203125/https://…"
_ARCHIVED = re.compile(
    r"(?:(?:(?:https?:)?//web\.archive\.org)?/web/(?P<stamp>\d{4,14})(?:[a-z]{2}_)?"
    r"|https?://archive\.(?:fo|is|li|md|ph|today|vn)/"
    r"(?:o/\w+|(?P<moment>\d{4}\.\d\d\.\d\d-\d{6}|\d{8,14}))"
    r")/(?=https?:|//|mailto:|data:)"
)


# Pocket's prefix for links in saved pages: "https://getpocket.com/redirect?url=https%3A…".
_KEPT = re.compile(r"https?://getpocket\.com/redirect\?(?:[^#]{0,300}&)?url=(?P<address>[^&#]+)")


def original(address: str) -> str:
    """Return an address without the prefix of a web archive or a read-it-later program.

    >>> original("/web/20160315120000/http://www.lemonde.fr/idees/")
    'http://www.lemonde.fr/idees/'
    >>> original("https://archive.ph/o/Ab1cD/https://www.lemonde.fr/")
    'https://www.lemonde.fr/'
    >>> original("https://getpocket.com/redirect?url=https%3A%2F%2Fwww.lemonde.fr%2Fidees%2F&h=8f20")
    'https://www.lemonde.fr/idees/'
    """
    if "//getpocket." in address and (kept := _KEPT.match(address)):
        return unquote(kept["address"])
    return (
        _ARCHIVED.sub("", address, count=1)
        if "/web/" in address or "//archive." in address
        else address
    )


def archived_at(address: str) -> datetime | None:
    """Return the UTC time, in an address's prefix, at which a web archive fetched the page.

    >>> archived_at("https://web.archive.org/web/20160315120000/http://www.lemonde.fr/").isoformat()
    '2016-03-15T12:00:00+00:00'
    """
    match = _ARCHIVED.match(address)
    if match is None:
        return None
    stamp = re.sub(r"\D", "", match["stamp"] or match["moment"] or "").ljust(14, "0")
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


_UNSAFE: Final = ("javascript:", "vbscript:", "data:")
_USUAL: Final = ("http", "/", "#", "mailto:", "?", "..")
_UNSEEN_IN_SCHEMES = re.compile(r"[\x00-\x20]+")


def is_unsafe(address: str | None) -> bool:
    """Match an address that runs code, or that contains its own content (``data:``).

    >>> is_unsafe("JavaScript:void(0)"), is_unsafe("https://www.lemonde.fr/"), is_unsafe(None)
    (True, False, False)
    """
    if address is None or address.startswith(_USUAL):
        return False
    # Browsers ignore control characters before a scheme, and some inside it. Programs that use
    # our output may do the same.
    return _UNSEEN_IN_SCHEMES.sub("", address).lower().startswith(_UNSAFE)


def safe(address: str | None) -> str | None:
    """Return the address, or None if it is unsafe."""
    return None if is_unsafe(address) else address


# "Save page as, complete": "./La mer_files/quai.jpg" by Chrome and Edge,
# "La%20mer_fichiers/quai.jpg" by a French Firefox.
_BESIDE = re.compile(r"(?:\./)?[^/?#:]+_(?:files|fichiers)/")


def is_beside(address: str) -> bool:
    """Match the address of a file that a browser saved in a folder next to the page. The original
    address of the file is unknown.

    >>> is_beside("./La mer_files/quai.jpg"), is_beside("https://www.lemonde.fr/mer_files/quai.jpg")
    (True, False)
    """
    return _BESIDE.match(address) is not None


# Characters that browsers ignore at the ends of an address, or anywhere in it, see
# https://url.spec.whatwg.org/#url-parsing
_AROUND: Final = "".join(map(chr, range(0x21)))
_IN_LINE_BREAKS = re.compile(r"[\t\n\r]")
_TO_ENCODE = re.compile(r"[^\x21-\x7e]+")


def encoded(address: str) -> str:
    """Encode an address as browsers do.

    Line breaks and tabs are removed. Spaces, control characters and characters outside ASCII are
    percent-encoded.

    >>> encoded(" https://www.lemonde.fr/\xe9t\xe9/a b.html")
    'https://www.lemonde.fr/%C3%A9t%C3%A9/a%20b.html'
    """
    if address.isascii() and address.isprintable() and " " not in address:
        return address
    address = _IN_LINE_BREAKS.sub("", address.strip(_AROUND))
    return _TO_ENCODE.sub(lambda found: quote(found[0], errors="replace"), address)


def readable(address: str) -> str:
    """Percent-encode the characters of an address that cannot be printed, except plain spaces.

    These include control characters, marks that change the direction of a text, and halves of
    surrogate pairs, with which Python represents bytes that it could not decode.

    >>> readable("https://www.lemonde.fr/\xe9t\xe9/a b.html"), readable("https://x.fr/\x1b[31m")
    ('https://www.lemonde.fr/\xe9t\xe9/a b.html', 'https://x.fr/%1B[31m')
    """
    if address.isprintable():
        return address
    return "".join(
        one if one.isprintable() else quote(one, errors="surrogatepass") for one in address
    )


_SPACES = re.compile(r"\s++")
_LINE_BREAKS: Final = frozenset("\t\r\n\f")
_ORIGIN = re.compile(r"https?://[\w.-]+(?=/)", re.ASCII)


def _without_line_breaks(spaces: re.Match[str]) -> str:
    return spaces[0] if _LINE_BREAKS.isdisjoint(spaces[0]) else ""


def absolute(address: str, base: str | None) -> str:
    """Resolve an address as browsers do, or return it unresolved if that is impossible.

    Line breaks inside it are removed, because they were added when the page was saved. The prefix
    of a web archive or a read-it-later program is removed too.

    >>> absolute("/politique/ar\\nticle.html", "https://www.lemonde.fr/")
    'https://www.lemonde.fr/politique/article.html'
    """
    if " " in address or not address.isprintable():
        address = _SPACES.sub(_without_line_breaks, address.strip(_AROUND)).replace(" ", "%20")
        if not address.isprintable() and not is_unsafe(address):  # such as direction marks
            address = "".join(
                sign if sign.isprintable() else quote(sign, errors="replace") for sign in address
            )
    address = original(address)
    if base is None or address.startswith(("http://", "https://", "mailto:")):
        return address
    if (
        address.startswith("/")
        and address[1:2] != "/"
        and "/." not in address
        and (origin := _ORIGIN.match(base)) is not None
    ):
        return origin[0] + address  # the usual case; urljoin() takes 20 µs
    try:
        return urljoin(base, address)
    except ValueError:  # an invalid address: "http://["
        return address
