"""The page's head, read from its bytes: meta tags, links, language, title. No tree is made of it."""

from __future__ import annotations

import html
import re

from attrs import define, field

from lemonde_parse.text_rules import declared

# An attribute as https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state reads it.
_ATTRIBUTE = re.compile(rb"[\s/]*+([^\s/>=\"']++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")


@define
class Head:
    """What stands in a page's head."""

    metas: dict[str, list[str]] = field(factory=dict)
    """Contents by name or property, in lower case."""
    canonical: str | None = None
    """Of link rel=canonical, as written."""
    language: str | None = None
    """Of the html element."""
    title: str | None = None

    def first(self, *names: str) -> str | None:
        """The first content that says anything, by these names in order."""
        return next((content for name in names for content in self.metas.get(name, ()) if content), None)


def read_head(page: bytes) -> Head:
    """Reads up to where the head ends; a page saved without its head is looked through to its end.

    >>> head = read_head(b'<html lang="fr"><head><meta property="og:title" content="L&#39;\\xc3\\xa9t\\xc3\\xa9"></head>')
    >>> head.language, head.first("og:title")
    ('fr', "L'été")
    """
    head = Head()
    at = page.find(b"<")
    while at >= 0:
        word = page[at + 1 : at + 8].lower()
        step = at + 1
        if word.startswith(b"!--"):
            step = page.find(b"-->", at)
        elif word.startswith((b"script", b"style")):
            step = page.find(b"</script" if word.startswith(b"script") else b"</style", at)
        elif word.startswith((b"/head", b"body")):
            break
        elif word.startswith(b"meta"):
            _meta(head, _attributes(page, at + 5))
        elif word.startswith(b"link"):
            link = _attributes(page, at + 5)
            if head.canonical is None and link.get("rel", "").lower() == "canonical":
                head.canonical = link.get("href") or None
        elif word.startswith(b"html"):
            head.language = head.language or _attributes(page, at + 5).get("lang") or None
        elif word.startswith(b"title") and head.title is None:
            begin, end = page.find(b">", at), page.find(b"</", at)
            head.title = declared(page[begin + 1 : end].decode("utf-8", "replace")) or None if 0 < begin < end else None
        if step < 0:
            break
        at = page.find(b"<", step)
    return head


def _meta(head: Head, tag: dict[str, str]) -> None:
    # Mercury, a reader's converter, writes value= for content= and name= for property=.
    content = tag.get("content", tag.get("value"))
    if content is None:
        return
    content = declared(content)
    for name in {tag.get("property"), tag.get("name"), tag.get("itemprop")} - {None}:
        head.metas.setdefault(name.lower(), []).append(content)  # type: ignore[union-attr]  # None is taken out above


def _attributes(page: bytes, at: int) -> dict[str, str]:
    found: dict[str, str] = {}
    while (attribute := _ATTRIBUTE.match(page, at)) is not None:
        name = attribute[1].decode("utf-8", "replace").lower()
        raw = attribute[2] or b""
        if raw[:1] in (b'"', b"'") and len(raw) > 1:
            raw = raw[1:-1]
        value = raw.decode("utf-8", "replace")
        found.setdefault(name, html.unescape(value) if "&" in value else value)
        at = attribute.end()
    return found
