"""Rewrites HTML 5 elements that libxml2 reads differently from browsers, since it only knows HTML
4.

In libxml2, unknown void elements and cells outside tables contain everything after them, and
drawings (`<svg>`) and formulas (`<math>`) stay open at a `<p>`, which closes them in browsers.
Rewriting takes linear time. Sources without such elements are returned unchanged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

from lemonde_parse.article import ParseWarning

if TYPE_CHECKING:
    from lxml.etree import _Element

_VOID_NAMES: Final = ("wbr", "source", "track", "embed", "keygen", "bgsound")
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign: start tags that end
# all open drawings and formulas.
_HTML_NAMES: Final = (
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
    "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
    "sub", "sup", "table", "tt", "u", "ul", "var",
)  # fmt: skip
_FOREIGN_NAMES: Final = ("svg", "math")
# Elements whose content libxml2 reads as text up to the end tag. Browsers do not read it as text
# inside a drawing.
_RAW_NAMES: Final = (
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext",
)  # fmt: skip
# Elements without a meaning in a drawing; in libxml2's tree, they would contain the rest of the
# drawing.
_LEFT_OUT_NAMES: Final = (
    "wbr", "source", "track", "keygen", "bgsound", "col", "colgroup", "select", "option",
    "optgroup", "xmp", "plaintext",
)  # fmt: skip
_ROWS: Final = ("thead", "tbody", "tfoot", "tr")
_CELLS: Final = ("td", "th", "caption")
_TABLE_PARTS: Final = (*_ROWS, *_CELLS, "col", "colgroup")
"""Elements that browsers ignore outside a table."""


def _any(*names: str) -> bytes:
    return b"(?:" + "|".join(names).encode() + rb")(?=[\s/>])"


# Attributes; quotes hide ">" only after "=". Quantifiers are possessive, and the final ">" is
# optional.
_REST: Final = rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_COMMENT: Final = rb"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)"
_OUTSIDE = re.compile(
    rb"<(?:"
    + _COMMENT
    + rb"|(?P<raw>%b)[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+" % _any(*_RAW_NAMES)
    + rb"|(?P<name>/?(?:template|select|noscript|table|%b)(?=[\s/>])|%b)%b(?P<end>>?)"
    % (
        "|".join(_TABLE_PARTS).encode(),
        _any(*_VOID_NAMES, *_FOREIGN_NAMES, "image", "input"),
        _REST,
    )
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
_TABLE_TAGS: Final = frozenset(
    tag.encode() for name in ("table", *_TABLE_PARTS) for tag in (name, f"/{name}")
)
_HTML: Final = frozenset(_HTML_NAMES)
_RAW: Final = frozenset(_RAW_NAMES)
_LEFT_OUT: Final = frozenset(_LEFT_OUT_NAMES)
# Elements that void elements may contain in libxml2's tree without harm: a `<source>` contains the
# next one.
_IN_MEDIA: Final = frozenset(["source", "track", "img", "noscript", "col"])
_HOLDER: Final = b"foreignobject"
"""Element of a drawing that contains HTML."""
_UNSEEN: Final = b"desc"
"""Element of a drawing with text that is not displayed."""


def like_a_browser(source: bytes) -> tuple[bytes, list[ParseWarning]]:
    """Rewrite a source so that libxml2 builds a browser's tree.

    Also returns warnings about unclosed templates and noscripts; a browser would not display the
    rest of the page.

    >>> like_a_browser(b"<p>Un<wbr>mot</p><svg><p>Deux")[0]
    b'<p>Un<wbr />mot</p><svg></svg><p>Deux'
    """
    rewriter = _Rewriter(source)
    return rewriter.run(), rewriter.warnings()


@define
class _Table:
    """An open table."""

    has_cells: bool = False
    tags: list[int] = field(factory=list)
    """Indexes of the pieces with the table's tags; empty once it has a cell."""


class _Rewriter:
    """The state of one pass over a source."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._pieces: list[bytes] = []
        self._copied = 0
        # Indexes of the pieces with start tags of open templates.
        self._templates: list[int] = []
        self._open: dict[str, None] = {}  # names of unclosed elements
        self._tables: list[_Table] = []  # open tables
        # Open drawings and formulas, and their open elements with HTML.
        self._foreign: list[bytes] = []
        self._last_holder: int | None = None
        self._is_in_select = False

    def run(self) -> bytes:
        """Return the rewritten source."""
        at: int | None = 0
        while at is not None:
            at = self._inside(at) if self._foreign else self._outside(at)
        for index in self._templates:
            self._pieces[index] = b""
            self._open["template"] = None
        for table in self._tables:
            self._leave_out(table)
        self._pieces.append(self._source[self._copied :])
        return b"".join(self._pieces)

    def warnings(self) -> list[ParseWarning]:
        """Return warnings about unclosed elements."""
        return [
            ParseWarning(
                code="cut",
                message=f"read an unclosed <{name}> as part of the page",
            )
            for name in self._open
        ]

    def _replace(self, start: int, end: int, text: bytes) -> None:
        self._pieces += (self._source[self._copied : start], text)
        self._copied = end

    def _outside(self, at: int) -> int | None:
        """Rewrite up to the content of the next drawing or formula, or up to the end tag of the
        next noscript. Return this position, or None if the source ends first."""
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
        """Rewrite a tag outside drawings and formulas."""
        start, end = found.span()
        if name == b"template":
            self._replace(start, end, found[0])
            self._templates.append(len(self._pieces) - 1)
        elif name == b"/template":
            if self._templates:
                self._templates.pop()
        elif name in _TABLE_TAGS:
            self._table_tag(name, found)
        elif name == b"image":
            self._replace(start, start + len(b"<image"), b"<img")
        elif found["end"] and name.decode() in _VOID:
            self._replace(end - 1, end, b" />")

    def _table_tag(self, name: bytes, found: re.Match[bytes]) -> None:
        """Rewrite a tag of a table, or leave it out.

        Browsers ignore such tags outside tables, and put the content of a table without cells
        before the table.
        """
        start, end = found.span()
        tables = self._tables
        if name == b"table":
            tables.append(_Table())
        elif not tables:
            self._replace(start, end, b"")
            return
        if (table := tables[-1]).has_cells:
            pass
        elif name.decode() in _CELLS:
            table.has_cells = True
            table.tags.clear()
        else:
            self._replace(start, end, found[0])
            table.tags.append(len(self._pieces) - 1)
        if name == b"/table":
            self._leave_out(tables.pop())
        elif name == b"colgroup":
            columns = _COLUMNS.match(self._source, end)
            last = columns.end() if columns else end
            self._replace(last, last, b"</colgroup>")

    def _leave_out(self, table: _Table) -> None:
        """Leave out the tags of a table without cells.

        An empty `<div>` replaces the first tag, since a table ends an open paragraph.
        """
        for number, index in enumerate(table.tags):
            self._pieces[index] = b"" if number else b"<div></div>"

    def _noscript(self, start: int, end: int) -> int | None:
        """Rewrite the content of a noscript up to the first end tag; return the end tag's position.

        Without an end tag, return None: the rest is part of the page.
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
        """Open a list of options, or close it at the start of another field."""
        if not self._is_in_select:
            self._is_in_select = name == b"select"
            return
        self._is_in_select = False
        if name == b"select":
            self._replace(start, end, b"</select>")
        elif name != b"/select":
            self._replace(start, start, b"</select>")

    def _inside(self, at: int) -> int | None:
        """Rewrite up to the position at which no drawing or formula is open. Return this position,
        or None if the source ends first."""
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
                # Read this tag again, since it may end other elements as well.
                return start
        return None

    def _foreign_tag(self, name: bytes, found: re.Match[bytes]) -> None:
        """Open or close a drawing, a formula, or an element with HTML inside."""
        foreign = self._foreign
        if found["close"]:
            last = foreign[-1]
            if name in foreign and (name == _HOLDER or last != _HOLDER):
                while foreign.pop() != name:
                    pass
        elif not found[0].endswith(b"/>") and (name != _HOLDER or self._is_closed(found.end())):
            foreign.append(name)

    def _is_closed(self, at: int) -> bool:
        """Return True if an end tag of an element with HTML follows this position."""
        if self._last_holder is None:
            self._last_holder = self._source.lower().rfind(b"</" + _HOLDER)
        return self._last_holder >= at

    def _break_out(self, at: int) -> None:
        """Close the open drawings and formulas at this position."""
        ends = []
        while self._foreign and self._foreign[-1] != _HOLDER:
            ends.append(b"</" + self._foreign.pop() + b">")
        self._replace(at, at, b"".join(ends))


MISREAD: Final = (
    *_VOID_NAMES, "image", "select", "noscript", *_FOREIGN_NAMES, "table", *_TABLE_PARTS,
)  # fmt: skip
"""Elements that libxml2 may read differently from browsers."""


DRAWN_LABELS: Final = frozenset(["text", "tspan", "textpath", "math"])
"""Elements with words, which may be in CDATA sections: formulas, and labels of drawings."""


def leaves_template_open(source: bytes) -> bool:
    """Return True for a source with fewer end tags than start tags of templates."""
    if source.count(b"<template") == source.count(b"</template") > 0:
        return False
    source = source.lower()
    return source.count(b"<template") > source.count(b"</template")


def leaves_noscript_open(source: bytes, count: int) -> bool:
    """Return True for a source with an unclosed `<noscript>`, or one whose end a comment or script
    hides.

    `count` is the number of noscripts in the tree. Also return True if fewer are found in the
    source, since some may be nested or in capitals.
    """
    at = seen = 0
    while count and (start := source.find(b"<noscript", at)) >= 0:
        at = source.find(b"</noscript", start)
        if at < 0 or _is_open(source[start:at].lower()):
            return True
        seen += 1
    return seen < count


def _is_open(part: bytes) -> bool:
    """Return True if part of a source, in lower case, has an unclosed comment or script."""
    return any(
        part.count(opening) > part.count(b"-->" if opening == b"<!--" else b"</" + opening[1:])
        for opening in set(_HIDING.findall(part))  # most noscripts contain only a picture
    )


_HIDING = re.compile(rb"<(?:!--|%b)" % "|".join(_RAW_NAMES).encode())


def has_drawn_text(source: bytes) -> bool:
    """Return True for a source with a CDATA section in a drawing or formula; libxml2 reads such a
    section as a comment."""
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
    """Return True for an element that a browser reads differently.

    Such an element has content that a browser puts outside it: anything in a void element; HTML in
    a drawing, formula or group of columns; a field in a list of options; a nested `<noscript>`. Or
    it is a table without cells; a row, cell or column that is not in a table; or an `<image>`
    outside a drawing, which browsers read as an `<img>`.

    >>> from lxml import html
    >>> [is_misread(html.fromstring(part)[0]) for part in ("<p>Un<wbr>mot</p>", "<p>Un<wbr></p>")]
    [True, False]
    """
    tag = element.tag
    if tag in _FOREIGN_NAMES:
        return _contains_html(element)
    if tag == "select":
        return any(part.tag in _ENDS_SELECT for part in element.iterdescendants("*"))
    if tag == "noscript":
        return element.find(".//noscript") is not None
    if tag == "image":
        return next(element.iterancestors("svg"), None) is None
    if tag == "table":
        return not _has_cells(element)
    if tag in _TABLE_PARTS and _is_outside_table(element):
        return True
    if tag in _ROWS or tag in _CELLS:
        return False
    return _has_text(element.text) or any(
        child.tag not in _IN_MEDIA or _has_text(child.tail) for child in element
    )


def _contains_html(foreign: _Element) -> bool:
    """Return True for a drawing or formula that contains HTML. A nested drawing or formula is
    searched as part of the outermost one."""
    is_deep = False
    for part in foreign:
        if _is_html(part):
            return True
        is_deep = is_deep or len(part) > 0
    if not is_deep:  # most icons
        return False
    # If nested ones were also searched by themselves, time would grow with depth times length.
    is_inner = next(foreign.iterancestors(*_FOREIGN_NAMES), None) is not None
    return not is_inner and any(map(_is_html, foreign.iterdescendants("*")))


def _is_html(part: _Element) -> bool:
    tag = part.tag
    return tag in _HTML or (tag in _RAW and "<" in (part.text or ""))


def _has_cells(table: _Element) -> bool:
    """Return True for a table with a cell."""
    searched = [table]
    for rows in searched:
        for part in rows:
            if part.tag in _CELLS:
                return True
            if part.tag in _ROWS:
                searched.append(part)
    return False


def _is_outside_table(part: _Element) -> bool:
    """Return True for a row, cell or other part of a table that is not inside a table."""
    outer = part.getparent()
    return outer is not None and outer.tag != "table" and outer.tag not in _TABLE_PARTS


def _has_text(text: str | None) -> bool:
    return text is not None and not text.isspace()
