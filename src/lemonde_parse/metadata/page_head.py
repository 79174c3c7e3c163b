"""The page's head, read from its bytes: meta tags, links, language, title. No tree is made of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from lemonde_parse.text_rules import declared

# A tag and its attributes as https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state reads them: quotes hide
# ">". Possessive throughout, so that each byte is looked at once.
_TAG = re.compile(rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
# The form of nearly all meta tags, read at once; in small ASCII letters, so that there is nothing to normalise.
_USUAL_META = re.compile(rb"<meta\s++(?:property|name)=\"([a-z0-9_:.-]++)\"\s++content=\"([^\"]*+)\"\s*+/?>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?")


_TAG_REACH: Final = 300
"""Bytes in which a tag says of what type it is."""


@define
class Head:
    """What stands in a page's head."""

    metas: dict[str, list[bytes]] = field(factory=dict)
    """Contents as the source has them, by name or property in lower case. Most are never asked for."""
    canonical: str | None = None
    """Of link rel=canonical, as written."""
    language: str | None = None
    """Of the html element."""
    title: str | None = None
    scripts: list[bytes] = field(factory=list)
    """What its JSON-LD scripts hold."""
    end: int = 0
    """Where in the page it ends, or the reading of it had to."""

    def first(self, *names: str) -> str | None:
        """The first content that says anything, by these names in order."""
        for name in names:
            if name in self.metas:
                for text in self.all(name):
                    return text
        return None

    def all(self, name: str) -> Iterator[str]:
        """Every content of this name that says anything."""
        return (text for content in self.metas.get(name, ()) if (text := declared(content.decode("utf-8", "replace"))))


def read_head(page: bytes) -> Head:
    """Reads up to where the head ends; a page saved without its head is looked through to its end.

    >>> head = read_head(b'<html lang="fr"><head><meta property="og:title" content="L&#39;\\xc3\\xa9t\\xc3\\xa9"></head>')
    >>> head.language, head.first("og:title")
    ('fr', "L'été")
    """
    head = Head()
    at = page.find(b"<")
    while at >= 0:
        step = at + 1
        match page[at + 1 : at + 3].lower():
            case b"!-":
                step = page.find(b"-->", at)
            case b"sc":
                begin, end, step = script_bounds(page, at)
                if step >= 0 and b"ld+json" in page[at:begin].lower():  # one that never ends is left to who reads on from here
                    head.scripts.append(page[begin:end])
            case b"/h" | b"bo" if page[at + 1 : at + 6].lower().startswith((b"/head", b"body")):
                break
            case b"me":
                usual = _USUAL_META.match(page, at)
                if usual is None:
                    tag, step = _attributes(page, at + 5)
                    _meta(head, tag)
                else:
                    step = usual.end()
                    head.metas.setdefault(usual[1].decode(), []).append(usual[2])
            case b"li":
                if head.canonical is None and b"canonical" in page[at : at + _TAG_REACH].lower():
                    link, step = _attributes(page, at + 5)
                    head.canonical = html.unescape(link.get("href", "")) or None if link.get("rel", "").lower() == "canonical" else None
            case b"ht":
                opening, step = _attributes(page, at + 5)
                head.language = head.language or opening.get("lang") or None
            case b"ti" if head.title is None:
                begin = page.find(b">", at)
                step = page.find(b"</", begin) if begin >= 0 else -1
                head.title = declared(page[begin + 1 : step].decode("utf-8", "replace")) or None if step >= 0 else None
        if step < 0:
            break
        at = page.find(b"<", step)
    head.end = at if at >= 0 else len(page)
    return head


def script_bounds(page: bytes, at: int) -> tuple[int, int, int]:
    """Where what the script that opens at this place holds begins and ends, and where to read on; -1 if it is never closed."""
    _, begin = _tag(page, at + len(b"<script"))
    end = page.find(b"</" + page[at + 1 : at + len(b"<script")], begin)
    return begin + 1, end if end >= 0 else len(page), end


def _meta(head: Head, tag: dict[str, str]) -> None:
    # Mercury, a reader's converter, writes value= for content= and name= for property=.
    content = (tag.get("content") or tag.get("value") or "").encode()
    if content:
        for key in ("property", "name", "itemprop"):
            if key in tag:
                head.metas.setdefault(tag[key].lower(), []).append(content)


def _attributes(page: bytes, at: int) -> tuple[dict[str, str], int]:
    """The attributes of the tag whose name ends at this place, as the source has them, and where it ends."""
    tag, end = _tag(page, at)
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag.decode("utf-8", "replace")):
        found.setdefault(name.lower(), double or single or bare)
    return found, end


def _tag(page: bytes, at: int) -> tuple[bytes, int]:
    """What stands in a tag after its name, which ends at this place, and where the tag ends."""
    found = _TAG.match(page, at)
    return (found[0], found.end()) if found else (b"", at)
