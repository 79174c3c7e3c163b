"""Builds the tree of a page that is too deep for libxml2, from the events of libxml2's parser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from attrs import frozen
from lxml import etree

from lemonde_parse.intake.limits import MAX_DEPTH

if TYPE_CHECKING:
    from lxml.etree import ParserTarget, _Element

    _Target = ParserTarget[_Element]
else:
    _Target = object

SENTINEL_TAG: Final = "lemonde-parse-end"
"""Name of an element at the end of the source."""
# Elements that format words, and elements that group other elements. If a program leaves one of
# them open in each paragraph, the page becomes deep.
_FORMATTING: Final = frozenset(
    ["a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "nobr", "q",
     "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var"]
)  # fmt: skip
_GROUPING: Final = frozenset(
    ["article", "aside", "center", "details", "div", "footer", "header", "main", "nav", "section"]
)
# Elements that should not be inside elements that format words.
_BLOCKS: Final = _GROUPING.union(
    ["address", "blockquote", "dd", "dl", "dt", "figure", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "hr", "li", "ol", "p", "pre", "table", "ul"]
)  # fmt: skip
# https://html.spec.whatwg.org/multipage/indices.html#elements-3
_KNOWN: Final = _FORMATTING.union(
    _GROUPING,
    ["address", "area", "audio", "base", "bdi", "bdo", "blockquote", "body", "br", "button",
     "canvas", "caption", "col", "colgroup", "data", "datalist", "dd", "dfn", "dialog", "dir",
     "dl", "dt", "embed", "fieldset", "figcaption", "figure", "form", "frame", "frameset",
     "h1", "h2", "h3", "h4", "h5", "h6", "head", "hgroup", "hr", "html", "iframe", "img",
     "input", "kbd", "label", "legend", "li", "link", "map", "math", "menu", "meta", "meter",
     "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture",
     "pre", "progress", "rp", "rt", "ruby", "samp", "script", "search", "select", "slot",
     "source", "style", "summary", "svg", "table", "tbody", "td", "template", "textarea",
     "tfoot", "th", "thead", "time", "title", "tr", "track", "ul", "video", "wbr"]
)  # fmt: skip


_COMMENT: Final = rb"!--(?:-?>|(?:[^-]++|-(?!-!?>))*+)"
_REST: Final = rb"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_TAG = re.compile(
    rb"<(?:"
    + _COMMENT
    + rb"|(?P<raw>(?:script|style|textarea|title|iframe|noembed|noframes|xmp)(?=[\s/>]))"
    rb"[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+"
    rb"|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)%b>?)" % _REST,
    re.IGNORECASE,
)
# https://gitlab.gnome.org/GNOME/libxml2/-/blob/v2.14.0/HTMLparser.c: an end tag does not close its
# element if an element with a higher priority is open inside it.
_PRIORITY: Final = {
    b"div": 1, b"td": 2, b"th": 2, b"tr": 3, b"thead": 4, b"tbody": 4, b"tfoot": 4, b"table": 5,
    b"head": 6, b"body": 7, b"html": 8,
}  # fmt: skip
_VOID: Final = frozenset(
    b"area base basefont br col embed frame hr img input link meta param source track wbr".split()
)
# https://www.w3.org/TR/xml/#charsets: invisible characters that lxml's parser accepts in texts, but
# its API does not.
_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-zA-Z_][\w.-]*", re.ASCII)


def is_known(name: str) -> bool:
    """Return True for the name of an HTML element."""
    return name in _KNOWN


def holdable(text: str) -> str:
    """Remove the characters that lxml's API refuses."""
    return _UNHOLDABLE.sub("", text)


def build_deep(source: bytes) -> _Element:
    """Return the tree of a deep page, flattened to `MAX_DEPTH`.

    libxml2 reports the elements of such a page, but does not build trees deeper than 2,048. A block
    inside elements that format words, or inside unknown elements, is put outside of them, since
    they were probably left open. Deeper than half of `MAX_DEPTH`, content inside nested elements
    with the same name and class is also put outside of them.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, target=_Builder())
    return etree.fromstring(_without_stray_ends(source), parser)


@frozen
class _Place:
    """The element that receives the content of an open element."""

    element: _Element
    depth: int
    holds_words: bool = False
    """True for an element that should not contain blocks."""


class _Builder(_Target):
    """Builds a flat tree from the events of a parser."""

    def __init__(self) -> None:
        self._root = etree.Element("html")
        self._open: list[_Place] = []
        """The place of each open element of the page."""
        # The pieces of each text, inside an element or after it. Joining them one by one would take
        # quadratic time.
        self._texts: defaultdict[tuple[_Element, bool], list[str]] = defaultdict(list)

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """Open an element."""
        if not self._open:
            self._open.append(_Place(self._root, 1))
            return
        if name in _BLOCKS:
            self._leave_words()
        if name in _GROUPING and self._open[-1].depth > MAX_DEPTH // 2:
            self._leave_repeated()
        place = self._open[-1]
        holds_words = name in _FORMATTING or name not in _KNOWN
        is_wrapper = holds_words or name in _GROUPING
        is_shallow = place.depth <= (MAX_DEPTH // 2 if is_wrapper else MAX_DEPTH)
        if (is_shallow and _NAME.fullmatch(name)) or name == SENTINEL_TAG:
            element = etree.SubElement(place.element, name, _holdable_attributes(attributes))
            place = _Place(element, place.depth + 1, holds_words)
        self._open.append(place)

    def _leave_words(self) -> None:
        """Put later content outside of the innermost elements that format words or are unknown."""
        at = len(self._open) - 1
        while at > 0 and self._open[at].holds_words:
            at -= 1
        self._open[at + 1 :] = [self._open[at]] * (len(self._open) - at - 1)

    def _leave_repeated(self) -> None:
        """Put later content outside of nested elements with the same name and class, since they
        were probably left open."""
        at = last = len(self._open) - 1
        inner = self._open[last].element
        kind = (inner.tag, inner.get("class"))
        while at > 0:
            outer = self._open[at - 1].element
            if (outer.tag, outer.get("class")) != kind:
                break
            at -= 1
        at = max(at - 1, 0) if at < last else at
        self._open[at + 1 :] = [self._open[at]] * (last - at)

    def end(self, _: str, /) -> None:
        """Close the element that was opened last."""
        self._open.pop()

    def data(self, text: str, /) -> None:
        """Add a piece of text."""
        inside = self._open[-1].element if self._open else self._root
        before = next(inside.iterchildren(reversed=True), None)  # len() would count all children
        self._texts[inside if before is None else before, before is not None].append(text)

    def close(self) -> _Element:
        """Return the tree."""
        for (element, is_tail), pieces in self._texts.items():
            setattr(element, "tail" if is_tail else "text", holdable("".join(pieces)))
        return self._root


def _holdable_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: holdable(text) for name, text in attributes.items() if _NAME.fullmatch(name)}


def _without_stray_ends(source: bytes) -> bytes:
    """Remove the end tags that close nothing; libxml2 searches all open elements for each of
    them."""
    pieces: list[bytes] = []
    copied = 0
    open_tags = _OpenTags()
    for tag in _TAG.finditer(source):
        name = (tag["name"] or tag["raw"] or b"").lower()
        if not name or name in _VOID:
            continue
        if not tag["close"]:
            if not tag[0].endswith(b"/>"):
                open_tags.add(name)
        elif name != b"p" and not open_tags.close(name):  # </p> alone is a paragraph
            pieces.append(source[copied : tag.start()])
            copied = tag.end()
    return b"".join([*pieces, source[copied:]])


class _OpenTags:
    """The open tags at a position of a source."""

    def __init__(self) -> None:
        self._names: list[bytes] = []
        # Positions in this list, by name and by priority.
        self._of_name: defaultdict[bytes, list[int]] = defaultdict(list)
        self._of_priority: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, name: bytes) -> None:
        """Open a tag."""
        place = len(self._names)
        self._names.append(name)
        self._of_name[name].append(place)
        if name in _PRIORITY:
            self._of_priority[_PRIORITY[name]].append(place)

    def close(self, name: bytes) -> bool:
        """Close a tag and all tags inside it.

        Return False if it is not open, or contains an open tag with a higher priority.
        """
        places = self._of_name[name]
        priority = _PRIORITY.get(name, 0)
        if not places or any(
            kept and number > priority and kept[-1] > places[-1]
            for number, kept in self._of_priority.items()
        ):
            return False
        first = places[-1]
        while len(self._names) > first:
            closed = self._names.pop()
            self._of_name[closed].pop()
            if closed in _PRIORITY:
                self._of_priority[_PRIORITY[closed]].pop()
        return True
