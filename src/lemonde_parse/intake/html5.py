"""Rewrites elements of HTML 5 that libxml2, which knows HTML 4, reads otherwise than a browser.

libxml2 gives void elements that it does not know all that follows, and does not end a drawing or
formula where a paragraph begins. One pass over the source, each byte looked at once; sources
without such elements are returned as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lemonde_parse.article import ParseWarning

if TYPE_CHECKING:
    from lxml.etree import _Element

_VOID_NAMES: Final = ("wbr", "source", "track", "embed", "keygen", "bgsound")
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign: start tags that end
# every drawing and formula around them.
_HTML_NAMES: Final = (
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
    "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
    "sub", "sup", "table", "tt", "u", "ul", "var",
)  # fmt: skip
_FOREIGN_NAMES: Final = ("svg", "math")
# Elements whose content libxml2 reads as text up to their end tag. Browsers do not in a drawing.
_RAW_NAMES: Final = (
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext",
)  # fmt: skip
# Elements that mean nothing in a drawing, but would take what follows from it.
_LEFT_OUT_NAMES: Final = (
    "wbr", "source", "track", "keygen", "bgsound", "col", "colgroup", "select", "option",
    "optgroup", "xmp", "plaintext",
)  # fmt: skip


def _any(*names: str) -> bytes:
    return b"(?:" + "|".join(names).encode() + rb")(?=[\s/>])"


# Attributes; quotes hide ">" only after "=". Possessive, and without a mandatory end.
_REST: Final = rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_COMMENT: Final = rb"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)"
_OUTSIDE = re.compile(
    rb"<(?:"
    + _COMMENT
    + rb"|(?P<raw>%b)[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+" % _any(*_RAW_NAMES)
    + rb"|(?P<name>/?(?:template|select|noscript)(?=[\s/>])|%b)%b(?P<end>>?)"
    % (_any(*_VOID_NAMES, *_FOREIGN_NAMES, "colgroup", "image", "input"), _REST)
    + rb")",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rb"<(?:"
    + _COMMENT
    + rb"|!\[CDATA\[(?P<text>(?:[^\]]++|\](?!\]>))*+)(?:\]\]>)?"
    + rb"|(?P<close>/?)(?P<name>%b)%b>?"
    % (_any(*_FOREIGN_NAMES, *_HTML_NAMES, *_RAW_NAMES, *_LEFT_OUT_NAMES, "foreignobject"), _REST)
    + rb")",
    re.IGNORECASE,
)
# Browsers read the content of a noscript as raw text, which ends at the first end tag.
_NOSCRIPT_END = re.compile(rb"</noscript(?=[\s/>])", re.IGNORECASE)
_NOSCRIPT = re.compile(rb"<noscript(?=[\s/>])%b>?" % _REST, re.IGNORECASE)
_FOREIGN = re.compile(
    rb"(?P<end></?)%b|(?P<text><!\[CDATA\[)" % _any(*_FOREIGN_NAMES), re.IGNORECASE
)
_COLUMNS = re.compile(
    rb"(?:\s++|<%b(?:-->)?|</?col(?=[\s/>])%b>)*+" % (_COMMENT, _REST), re.IGNORECASE
)
_VOID: Final = frozenset(_VOID_NAMES)
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inselect
_ENDS_SELECT: Final = frozenset(["select", "/select", "input", "keygen", "textarea"])
_HTML: Final = frozenset(_HTML_NAMES)
_RAW: Final = frozenset(_RAW_NAMES)
_LEFT_OUT: Final = frozenset(_LEFT_OUT_NAMES)
# Elements that void ones may hold in a tree of libxml2 without harm: one source swallows the next.
_IN_MEDIA: Final = frozenset(["source", "track", "img", "noscript", "col"])
_HOLDER: Final = b"foreignobject"
"""Element of a drawing that holds HTML."""
_UNSEEN: Final = b"desc"
"""Element of a drawing whose text is not shown."""


def like_a_browser(source: bytes) -> tuple[bytes, list[ParseWarning]]:
    """Return a source of which libxml2 makes the tree that a browser makes, and a warning if it
    leaves a template or noscript open: a browser would show nothing of the rest.

    >>> like_a_browser(b"<p>Un<wbr>mot</p><svg><p>Deux")[0]
    b'<p>Un<wbr />mot</p><svg></svg><p>Deux'
    """
    rewriter = _Rewriter(source)
    return rewriter.run(), rewriter.warnings()


class _Rewriter:
    """The state of one pass."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._pieces: list[bytes] = []
        self._copied = 0
        # Where the pieces have the start tags of open templates.
        self._templates: list[int] = []
        self._open: dict[str, None] = {}  # the names of those that nothing closes
        # Open drawings and formulas, with elements of them that hold HTML.
        self._foreign: list[bytes] = []
        self._last_holder: int | None = None
        self._is_in_select = False

    def run(self) -> bytes:
        """The rewritten source."""
        at: int | None = 0
        while at is not None:
            at = self._inside(at) if self._foreign else self._outside(at)
        for index in self._templates:
            self._pieces[index] = b""
            self._open["template"] = None
        self._pieces.append(self._source[self._copied :])
        return b"".join(self._pieces)

    def warnings(self) -> list[ParseWarning]:
        """The warnings about elements that nothing closes."""
        return [
            ParseWarning(
                code="cut",
                message=f"a <{name}> that the page does not close was read as part of the page",
            )
            for name in self._open
        ]

    def _replace(self, start: int, end: int, text: bytes) -> None:
        self._pieces += (self._source[self._copied : start], text)
        self._copied = end

    def _outside(self, at: int) -> int | None:
        """Rewrites up to where a drawing or formula begins; returns where, or None at the end."""
        for found in _OUTSIDE.finditer(self._source, at):
            name = (found["name"] or found["raw"] or b"").lower()
            start, end = found.span()
            if name.decode() in _ENDS_SELECT:
                self._select(name, start, end)
            if not found["name"]:  # a comment or a script
                continue
            if name in (b"svg", b"math"):
                if not found[0].endswith(b"/>"):
                    self._foreign.append(name)
                    return end
            elif name == b"noscript":
                if (after := self._noscript(start, end)) is not None:
                    return after
            else:
                self._tag(name, found)
        return None

    def _tag(self, name: bytes, found: re.Match[bytes]) -> None:
        """Rewrites a tag outside of drawings and formulas."""
        start, end = found.span()
        if name == b"template":
            self._replace(start, end, found[0])
            self._templates.append(len(self._pieces) - 1)
        elif name == b"/template":
            if self._templates:
                self._templates.pop()
        elif name == b"colgroup":
            columns = _COLUMNS.match(self._source, end)
            last = columns.end() if columns else end
            self._replace(last, last, b"</colgroup>")
        elif name == b"image":
            self._replace(start, start + len(b"<image"), b"<img")
        elif found["end"] and name.decode() in _VOID:
            self._replace(end - 1, end, b" />")

    def _noscript(self, start: int, end: int) -> int | None:
        """Rewrites the content of a noscript, up to the first end tag; returns its position.

        Without an end tag, returns None: the rest is part of the page.
        """
        close = None if "noscript" in self._open else _NOSCRIPT_END.search(self._source, end)
        if close is None:
            self._open["noscript"] = None
            self._replace(start, end, b"")
            return None
        content = _NOSCRIPT.sub(b"", self._source[end : close.start()])
        for found in _OUTSIDE.finditer(content):
            is_open = found["raw"] or (not found["name"] and found[0][-1:] != b">")
            if is_open and found.end() == len(content):  # a comment or a script
                content = content[: found.start()]
        self._replace(end, close.start(), _Rewriter(content).run())
        return close.start()

    def _select(self, name: bytes, start: int, end: int) -> None:
        """Opens a list of options, or ends the open one where another field begins."""
        if not self._is_in_select:
            self._is_in_select = name == b"select"
            return
        self._is_in_select = False
        if name == b"select":
            self._replace(start, end, b"</select>")
        elif name != b"/select":
            self._replace(start, start, b"</select>")

    def _inside(self, at: int) -> int | None:
        """Rewrites up to where all drawings and formulas end; the same results."""
        for found in _INSIDE.finditer(self._source, at):
            is_html = self._foreign[-1] == _HOLDER
            name, is_end = (found["name"] or b"").lower(), bool(found["close"])
            start, end = found.span()
            if found["text"] is not None and not is_html:
                self._replace(start, end, found["text"].replace(b"<", b"&lt;"))
            elif name in (b"svg", b"math", _HOLDER):
                self._foreign_tag(name, found)
            elif name.decode() in _LEFT_OUT:
                self._replace(start, end, b"")
            elif is_html:
                continue
            elif name.decode() in _RAW:
                begin = start + 1 + is_end
                self._replace(begin, begin + len(name), _UNSEEN)
            elif name and (not is_end or name in (b"p", b"br")):
                self._break_out(start)
            if not self._foreign:
                # Read the tag that ended them again: it may end more than the drawing.
                return start
        return None

    def _foreign_tag(self, name: bytes, found: re.Match[bytes]) -> None:
        """Opens or closes a drawing, a formula or an element of one that holds HTML."""
        foreign = self._foreign
        if found["close"]:
            last = foreign[-1]
            if name in foreign and (name == _HOLDER or last != _HOLDER):
                while foreign.pop() != name:
                    pass
        elif not found[0].endswith(b"/>") and (name != _HOLDER or self._is_closed(found.end())):
            foreign.append(name)

    def _is_closed(self, at: int) -> bool:
        """True if an element that holds HTML, open at a place, has an end tag after it."""
        if self._last_holder is None:
            self._last_holder = self._source.lower().rfind(b"</" + _HOLDER)
        return self._last_holder >= at

    def _break_out(self, at: int) -> None:
        """Ends the drawings and formulas that are open before a place."""
        ends = []
        while self._foreign and self._foreign[-1] != _HOLDER:
            ends.append(b"</" + self._foreign.pop() + b">")
        self._replace(at, at, b"".join(ends))


MISREAD: Final = (*_VOID_NAMES, "image", "colgroup", "select", "noscript", *_FOREIGN_NAMES)
"""Elements that libxml2 may give what is not theirs."""


DRAWN_LABELS: Final = frozenset(["text", "tspan", "textpath", "math"])
"""Formulas, and elements of drawings with words, which may be in CDATA sections."""


def leaves_template_open(source: bytes) -> bool:
    """True if a source has fewer ends of templates than templates."""
    if source.count(b"<template") == source.count(b"</template") > 0:
        return False
    source = source.lower()
    return source.count(b"<template") > source.count(b"</template")


def leaves_noscript_open(source: bytes, count: int) -> bool:
    """True if nothing closes a `<noscript>`, or a comment or script in it hides its end. `count`
    is the number of such elements in the tree."""
    at = seen = 0
    while count and (start := source.find(b"<noscript", at)) >= 0:
        at = source.find(b"</noscript", start)
        if at < 0:
            return True
        part = source[start:at].lower()
        if part.count(b"<!--") > part.count(b"-->") or any(
            part.count(b"<" + name) > part.count(b"</" + name) for name in _RAW_TAGS
        ):
            return True
        seen += 1
    return seen < count  # others are in capitals, or in each other


_RAW_TAGS: Final = tuple(map(str.encode, _RAW_NAMES))


def has_drawn_text(source: bytes) -> bool:
    """True if a drawing or formula has a CDATA section, which libxml2 turns into a comment."""
    if b"<![CDATA[" not in source:
        return False
    depth = 0
    for found in _FOREIGN.finditer(source):
        if found["text"] is None:
            depth = max(depth + (-1 if found["end"] == b"</" else 1), 0)
        elif depth:
            return True
    return False


def is_misread(element: _Element) -> bool:
    """True if one of these elements may hold what a browser puts elsewhere: words in a void
    element, HTML in a drawing, a formula or a group of columns, a field in a list of options, a
    `<noscript>` in another; or if it has an old name.

    >>> from lxml import html
    >>> [is_misread(html.fromstring(part)[0]) for part in ("<p>Un<wbr>mot</p>", "<p>Un<wbr></p>")]
    [True, False]
    """
    tag = element.tag
    if tag in _FOREIGN_NAMES:
        return _holds_html(element)
    if tag == "select":
        return any(part.tag in _ENDS_SELECT for part in element.iterdescendants("*"))
    if tag == "noscript":
        return element.find(".//noscript") is not None
    if tag == "image":
        return next(element.iterancestors("svg"), None) is None
    return _has_text(element.text) or any(
        child.tag not in _IN_MEDIA or _has_text(child.tail) for child in element
    )


def _holds_html(foreign: _Element) -> bool:
    """True if a drawing or formula holds HTML; one within another is part of that one."""
    is_deep = False
    for part in foreign:
        if _is_html(part):
            return True
        is_deep = is_deep or len(part) > 0
    if not is_deep:  # as most icons are
        return False
    # Looking into each of those within another would take the depth times the length.
    is_inner = next(foreign.iterancestors(*_FOREIGN_NAMES), None) is not None
    return not is_inner and any(map(_is_html, foreign.iterdescendants("*")))


def _is_html(part: _Element) -> bool:
    tag = part.tag
    return tag in _HTML or (tag in _RAW and "<" in (part.text or ""))


def _has_text(text: str | None) -> bool:
    return text is not None and not text.isspace()
