"""Reads a page's head from its bytes, without a tree: meta tags, canonical link, language, title,
and the sources of JSON-LD scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from attrs import define, field

from lemonde_parse.addresses import encoded
from lemonde_parse.wording.whitespace import declared, tidy, unescape

# The rest of a tag after its name, read as in
# https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state: ">" does not end a tag inside
# quotes. All quantifiers are possessive, so that each byte is read once.
_TAG = re.compile(rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?")

# The tags of the head. One expression finds them all: with about 100 tags in a head, a step in
# Python for each would take longer. It reads runs of meta tags, the canonical link and the title
# in their usual form. `other` matches the other forms that may give metadata, and the tags that
# end the head. Comments and short scripts are skipped, since they may contain tags.
_META: Final = (
    rb'meta\s++(?:data-[a-z-]++="[^"]*+"\s++)?+'
    rb'(?:property|name)="(%b[!#-%%(-~\x27]++)"\s++content="(%b[^"]*+)"\s*+/?>'
)
_METAS = re.compile(b"<" + _META % (b"", b""))
_TELLING = re.compile(
    rb"""<(?:
        (?P<metas>%b(?:\s*+<%b)*+)
      | !(?=-)(?:[^-]++|-(?!->))*+-->
      | script(?:\s++[a-z-]++(?:="[^"+]*+")?+)*+\s*+>  # a value without "+" is not ld+json
            (?:[^<]{0,600}+</script|(?P<script>))
      | script\s++type="application/ld\+json">(?P<ld>)
      | link\s++rel="canonical"\s++href="(?P<canonical>[^"]*+)"\s*+/?>
      | title>(?P<title>[^<]*+)(?=</)
      | (?P<other>!-|[sS](?i:cript|tyle)|[tT](?i:itle)|[hH](?i:tml)|/[hH](?i:ead)|[bB](?i:ody)
            |[mM](?i:eta)(?!(?:\s++(?:http-equiv|charset|content|data-[a-z-]++)="[^"<]*+")*+\s*+/?>)
            |[lL](?i:ink)(?!(?:\s++(?!(?i:rel)=)[a-zA-Z-]++="[^"]*+")*+\s++rel="(?!(?i:canonical)")[^"]*+"))
    )"""
    % ((_META % (b"?:", b"?:"),) * 2),
    re.VERBOSE,
)
# An empty script as written in XML, <script src="…"/>, with the next tag after it. In HTML, "/>"
# does not close a script; but then code follows it, not a tag.
_EMPTY = re.compile(rb"/>\s*+<(?:[a-zA-Z]|/(?!script))", re.IGNORECASE)
# Content after a head that ends too early, up to the first section of the page. A section that
# starts with the page's metadata is skipped, since the tag of that section ended the head.
_AFTER_HEAD = re.compile(
    rb"""<(?=[!slmthanfuo])(?:
        !--(?:[^-]++|-(?!->))*+
      | (?P<raw>script|style)(?=[\s/>])[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+
      | (?P<name>meta|link|title)(?=[\s/>])
      | (?P<section>main|article|section|header|nav|aside|footer|form|figure|table|[uo]l|h[1-6])
        (?=[\s>])(?![^<]*+(?:<(?!meta|link)[^<]*+){0,3}<(?:
            meta\s[^<>]*(?:property|name)=["']?(?:og:|article:|twitter:|description|author)
          | link\s[^<>]*canonical))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PAGE_KEYS: Final = ("property", "name")
_KEYS: Final = (*_PAGE_KEYS, "itemprop")
"""Attributes that name a meta tag."""
# Character references that are too long for int(). No character has such a high number.
_TOO_LONG = re.compile(r"&#[0-9]{10,}+;?")
_HEAD_REACH: Final = 30_000
"""Maximum length, in bytes, of the rest of a head that ended too early."""


@define
class Head:
    """The contents of a page's head."""

    metas: list[tuple[bytes, bytes]] = field(factory=list)
    """The name, property or itemprop of each tag, in lower case, and its content as in the source.

    The tags are in page order. Contents are decoded on demand, since most are never read.
    """
    by_name: dict[bytes, bytes] = field(factory=dict)
    """The first content of each name."""
    canonical: str | None = None
    """The address of link rel=canonical, as a browser writes it."""
    saved_from: str | None = None
    """The page's address according to the program that saved it."""
    language: str | None = None
    """The attribute lang of the html element."""
    title: str | None = None
    scripts: list[bytes] = field(factory=list)
    """The sources of the JSON-LD scripts in the head."""
    end: int = 0
    """Offset of the head's end, or of an unclosed tag at which reading stopped; the length of the
    page if it has neither."""

    @property
    def address(self) -> str:
        """The page's declared address; "" if there is none.

        It comes from the canonical link, from Open Graph, or from the program that saved the page,
        and may have the prefix of a web archive.
        """
        return self.canonical or self.first("og:url") or self.saved_from or ""

    def first(self, *names: str) -> str | None:
        """Return the first content that is not empty, trying these names in order."""
        by_name = self.by_name
        for name in names:
            content = by_name.get(name.encode())
            if content is not None and (text := _text(content) or next(self.all(name), None)):
                return text
        return None

    def all(self, name: str) -> Iterator[str]:
        """Yield the contents of a name that are not empty."""
        wanted = name.encode()
        if wanted not in self.by_name:
            return iter(())
        return (text for key, content in self.metas if key == wanted and (text := _text(content)))


def _text(content: bytes) -> str:
    return declared(content.decode("utf-8", "replace"))


def _title(content: bytes) -> str | None:
    """Return the text of a title element, in which character references need no semicolon."""
    text = content.decode("utf-8", "replace")
    if "&" in text:
        text = html.unescape(_TOO_LONG.sub("\ufffd", text))
    return tidy(text) or None


def _address(raw: str) -> str | None:
    """Return the address of a link as a browser writes it; None if it is empty."""
    return encoded(unescape(raw)) or None


def read_head(page: bytes) -> Head:
    """Read the head of a page, or the whole page if the head has no end.

    >>> meta = b'<meta property="og:title" content="L&#39;\\xc3\\xa9t\\xc3\\xa9">'
    >>> head = read_head(b'<html lang="fr"><head>' + meta + b"</head>")
    >>> head.language, head.first("og:title")
    ('fr', "L'été")
    """
    head = Head()
    start = 0
    while start >= 0:
        for found in _TELLING.finditer(page, start):
            kind = found.lastgroup
            if kind == "metas":
                head.metas += [
                    (name.lower(), content) for name, content in _METAS.findall(page, *found.span())
                ]
            elif kind is not None:
                start = _read_tag(head, page, found, kind)
                if start != found.end():
                    break
        else:
            head.end, start = len(page), -1
    _read_on(head, page)
    head.by_name = dict(reversed(head.metas))
    return head


def _read_on(head: Head, page: bytes) -> None:
    """Read the metadata after a head that ends too early.

    In HTML, a picture, a frame or text ends the head. Browsers treat the remaining elements of the
    head as the start of the body, and save them there. In the body, `itemprop` is ignored, since it
    describes an item, not the page.
    """
    for found in _AFTER_HEAD.finditer(page, head.end, head.end + _HEAD_REACH):
        name = found["name"]
        if name is not None:
            _read_other(head, page, found.start(), name.lower(), _PAGE_KEYS)
        elif found["section"] is not None:
            return


def _read_tag(head: Head, page: bytes, found: re.Match[bytes], kind: str) -> int:
    """Read a tag, and return the offset to continue from.

    Return -1 at the head's end, and at a script, title or comment that is not closed.
    """
    at, step = found.span()
    if kind in ("script", "ld"):
        begin, step = step, page.find(b"</script", step)
        if kind == "ld" and step >= 0:  # the search after the head finds unclosed scripts
            head.scripts.append(page[begin:step])
    elif kind == "canonical":
        head.canonical = head.canonical or _address(found[kind].decode("utf-8", "replace"))
    elif kind == "title":
        head.title = head.title or _title(found[kind])
    else:
        step = _read_other(head, page, at, found[kind].lower())
    if step < 0:
        head.end = at
    return step


def _read_other(
    head: Head, page: bytes, at: int, name: bytes, keys: tuple[str, ...] = _KEYS
) -> int:
    """Read a tag of this name in any form, and return the offset to continue from, as `_read_tag`
    does."""
    match name:
        case b"meta":
            tag, step = _attributes(page, at + 5)
            _meta(head, tag, keys)
            return step
        case b"script":
            _, close = _tag(page, at + len(b"<script"))
            # Empty scripts first: they have no closing tag, and the next one may be far away.
            if _EMPTY.match(page, close - 1):
                return close + 1
            begin, end, step = script_bounds(page, at)
            if step >= 0 and b"ld+json" in page[at:begin].lower():
                head.scripts.append(page[begin:end])
            return step
        case b"style":
            # Some style elements are 100 KB long. An expression would take ten times as long as
            # find() to skip them.
            step = page.find(b"<", at + 1)
            return step if step >= 0 else len(page)
        case b"link":
            source, step = _tag(page, at + 5)
            if head.canonical is not None or b"canonical" not in source.lower():
                return step
            tag, step = _attributes(page, at + 5)
            if "canonical" in unescape(tag.get("rel", "")).lower().split():
                head.canonical = _address(tag.get("href", ""))
            return step
        case b"html":
            tag, step = _attributes(page, at + 5)
            head.language = head.language or declared(tag.get("lang", "")) or None
            return step
        case b"title":
            if head.title is not None:
                return at + 6
            begin = page.find(b">", at)
            step = page.find(b"</", begin) if begin >= 0 else -1
            head.title = _title(page[begin + 1 : step]) if step >= 0 else None
            return step
    return -1  # the head's end, or an unclosed comment


def script_bounds(page: bytes, at: int) -> tuple[int, int, int]:
    """Return the offsets of a script's source and of its closing tag; -1 if it has no closing tag.

    `at` is the offset of its opening tag.
    """
    _, begin = _tag(page, at + len(b"<script"))
    end = page.find(b"</" + page[at + 1 : at + len(b"<script")], begin)
    return begin + 1, end if end >= 0 else len(page), end


def _meta(head: Head, tag: dict[str, str], keys: tuple[str, ...]) -> None:
    # Mercury, a converter in reader programs, writes value= instead of content=, and
    # name= instead of property=.
    content = (tag.get("content") or tag.get("value") or "").encode()
    if content:
        for key in keys:
            if key in tag:
                head.metas.append((unescape(tag[key]).lower().encode(), content))


def _attributes(page: bytes, at: int) -> tuple[dict[str, str], int]:
    """Return the attributes, as in the source, and the end of the tag whose name ends at `at`."""
    tag, end = _tag(page, at)
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag.decode("utf-8", "replace")):
        found.setdefault(name.lower(), double or single or bare)
    return found, end


def _tag(page: bytes, at: int) -> tuple[bytes, int]:
    """Return the source of a tag after its name, which ends at `at`, and the end of the tag."""
    found = _TAG.match(page, at)
    return (found[0], found.end()) if found else (b"", at)
