"""Builds a tree from the source, even where lxml would stop early or stall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen
from lxml import etree

from lemonde_parse.article import ParseWarning
from lemonde_parse.intake.attributes import trim_attributes
from lemonde_parse.intake.deep import SENTINEL_TAG, build_deep
from lemonde_parse.intake.formulas import write_in_line
from lemonde_parse.intake.html5 import (
    DRAWN_LABELS,
    MISREAD,
    has_drawn_text,
    is_misread,
    leaves_noscript_open,
    leaves_template_open,
    like_a_browser,
)
from lemonde_parse.intake.limits import MAX_ATTRIBUTES, MAX_DEPTH

if TYPE_CHECKING:
    from lxml.etree import _Element

# An element appended to the source. If it is not the last element of the tree, lxml stopped early,
# or an unclosed comment or script contains it.
_SENTINEL: Final = f"<{SENTINEL_TAG}></{SENTINEL_TAG}>".encode()

# The end of a page. </html> is optional, and servers append comments.
_END = re.compile(
    rb"</body\s*+>\s*+(?:</html\s*+>\s*+)?+(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+", re.IGNORECASE
)
_LONGEST_END: Final = 1_000
_NOTHING: Final = b"</>"
"""A tag that browsers and libxml2 ignore; it ends a bogus comment just like the tag it replaces."""
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody: elements after these
# end tags are part of the body.
_EARLY_END = re.compile(rb"</(?:body|html)\s*+>", re.IGNORECASE)

# https://html.spec.whatwg.org/multipage/syntax.html#optional-tags: elements whose end tags may be
# missing from a complete page, because programs omit them when they save a page.
_MAY_STAY_OPEN: Final = frozenset(
    ["html", "head", "body", "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup",
     "caption", "thead", "tbody", "tfoot", "tr", "td", "th"]
)  # fmt: skip

# https://html.spec.whatwg.org/multipage/syntax.html#syntax-tag-omission: new elements of HTML 5
# that end a p.
_CLOSES_PARAGRAPH: Final = frozenset(
    [
        "article",
        "aside",
        "details",
        "dialog",
        "figcaption",
        "figure",
        "footer",
        "header",
        "hgroup",
        "main",
        "nav",
        "search",
        "section",
    ]
)
_IS_DEEP: Final = etree.XPath(f"boolean({'/*' * MAX_DEPTH}/*)")
_HAS_PIECES: Final = etree.XPath("3 * count(//text()) > 3 + 2 * count(//node())")
_COUNTED: Final = frozenset(["noscript", "template", *DRAWN_LABELS]) - {"math"}
_LOOKED_AT: Final = (*_CLOSES_PARAGRAPH, *MISREAD, "template", *DRAWN_LABELS)
_BEGINNING = re.compile(rb"<(?:!doctype|html|body)[\s>]", re.IGNORECASE)
_NAMED: Final = 3
"""Maximum number of open elements that a warning names."""


Built: TypeAlias = "tuple[_Element | None, list[ParseWarning]]"


def build_page(source: bytes) -> Built:
    """Return the tree of an entire page, like `build`.

    Warns if the page ends inside an element that must be closed. A source without a doctype,
    `<html>` or `<body>` may be part of a page, and gets no such warning.
    """
    root, warnings, open_elements = _build(source)
    names = [name for name in open_elements if name not in _MAY_STAY_OPEN]
    if names and _BEGINNING.search(source):
        left_open = ", ".join(f"<{name}>" for name in reversed(names[:_NAMED]))
        message = f"the page ends before it closes {left_open}; the rest is missing"
        warnings.append(ParseWarning(code="cut", message=message))
    return root, warnings


def build(source: bytes) -> Built:
    """Return the tree of part of a page (None if it contains no elements), and warnings.

    Comments and processing instructions are dropped. Trees are flattened to `MAX_DEPTH`, with a
    warning. A source that ends inside a tag, a comment or a script also gets a warning.
    """
    root, warnings, _ = _build(source)
    return root, warnings


def _build(source: bytes) -> tuple[_Element | None, list[ParseWarning], list[str]]:
    """Return the tree, the warnings, and the tags open at the end of the source, innermost first.

    If the source contains the end of the body, no tags are returned as open.
    """
    if b"\0" in source:  # the end of a text for libxml2
        source = source.replace(b"\0", b"")
    trimmed = trim_attributes(source)
    is_trimmed, source = trimmed is not source, trimmed
    end = source.rfind(b"</body")
    if end >= 0 and len(source) - end <= _LONGEST_END and _END.fullmatch(source, end):
        source = source[:end]  # libxml2 drops elements after </html>, including the sentinel
    # Browsers ignore these tags before the end; libxml2 closes all open elements, and puts the rest
    # of the page elsewhere.
    source, ends = _EARLY_END.subn(_NOTHING, source)
    source, tree, warnings = _read_like_a_browser(source)
    if is_trimmed:
        message = f"a tag has more than {MAX_ATTRIBUTES} attributes; further ones were left out"
        warnings = [ParseWarning(code="limit", message=message), *warnings]
    if tree is None:
        return None, warnings, []
    if tree.is_flat:
        message = f"flattened elements nested deeper than {MAX_DEPTH}"
        warnings = [*warnings, ParseWarning(code="limit", message=message)]
    if tree.is_whole:
        has_end = end >= 0 or ends
        open_elements = [] if has_end else [str(outer.tag) for outer in tree.last.iterancestors()]
        parent = tree.last.getparent()
        if parent is not None:
            parent.remove(tree.last)
        for part in tree.unknown:
            if part.tag == "math" and next(part.iterancestors("math"), None) is None:
                write_in_line(part)
        if tree.misnested and _leaves_paragraphs_open(source):
            _close_paragraphs(tree.misnested)
        return tree.root, warnings, open_elements
    # An unclosed comment or script contains the sentinel, as in a browser.
    message = (
        "the page ends inside a tag, comment or script, or does not close one; "
        "the rest was not read"
    )
    warnings.append(ParseWarning(code="cut", message=message))
    rest = _parsed(source, b"")
    return rest.root if rest is not None else None, warnings, []


def _read_like_a_browser(source: bytes) -> tuple[bytes, _Tree | None, list[ParseWarning]]:
    """Return a source, its tree and warnings; the source is rewritten if libxml2 misreads it."""
    tree = _parsed(source)
    if tree is None or (tree.is_whole and not tree.is_misread(source)):
        return source, tree, []
    mended, warnings = like_a_browser(source)
    return mended, tree if mended == source else _parsed(mended), warnings


@frozen
class _Tree:
    """A tree built by lxml."""

    root: _Element
    last: _Element
    """The last element without children: the sentinel, unless lxml stopped before it, or an
    unclosed element contains it as text."""
    is_flat: bool
    """True if elements were flattened."""
    unknown: list[_Element]
    """The elements that libxml2 may misread, except noscripts."""
    misnested: list[_Element]
    """Elements in a paragraph that end it in a browser."""
    noscripts: int
    """Number of `<noscript>` elements."""
    has_labels: bool
    """True if there is a formula, or a drawing with words."""
    has_templates: bool

    @property
    def is_whole(self) -> bool:
        """True if the tree ends with the sentinel."""
        return self.last.tag == SENTINEL_TAG

    def is_misread(self, source: bytes) -> bool:
        """Return True if an element of the tree may contain too much or too little."""
        return (
            leaves_noscript_open(source, self.noscripts)
            or (self.has_labels and has_drawn_text(source))
            or (self.has_templates and leaves_template_open(source))
            or any(map(is_misread, self.unknown))
        )


def _parsed(source: bytes, sentinel: bytes = _SENTINEL, *, huge: bool = False) -> _Tree | None:
    """Return the tree of a source with the sentinel; None for a source without elements.

    Unless `huge`, libxml2 stops at 256 nested elements, and at very long texts; the tree is then
    built again with `huge`. A tree deeper than `MAX_DEPTH` is flattened.
    """
    parser = _parser(huge=huge)
    try:
        root: _Element | None = etree.fromstring(source + sentinel, parser)
    except etree.ParserError:  # "Document is empty": only comments
        return None
    if root is None:
        return None
    last = _last(root)
    # If the sentinel is missing, an unclosed comment or script may contain it, or lxml stopped
    # early, which its log reports.
    is_cut_off = last.tag != SENTINEL_TAG and any(
        entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log
    )
    if is_cut_off and not huge:
        return _parsed(source, sentinel, huge=True)
    is_flat = is_cut_off or (huge and bool(_IS_DEEP(root)))
    if is_flat:
        root = build_deep(source + sentinel)
        last = _last(root)
    unknown: list[_Element] = []
    misnested: list[_Element] = []
    noscripts = 0
    has_labels = has_templates = False
    for part in root.iter(*_LOOKED_AT):
        tag = part.tag
        if tag not in _CLOSES_PARAGRAPH:
            if tag == "noscript":
                noscripts += 1
            elif tag in DRAWN_LABELS:
                has_labels = True
            elif tag == "template":
                has_templates = True
            if tag not in _COUNTED:
                unknown.append(part)
        elif (outer := part.getparent()) is not None and outer.tag == "p":
            misnested.append(part)
    return _Tree(root, last, is_flat, unknown, misnested, noscripts, has_labels, has_templates)


def _last(root: _Element) -> _Element:
    """Return the last element without children."""
    while len(root):
        root = root[-1]
    return root


def _parser(*, huge: bool) -> etree.HTMLParser[_Element]:
    return etree.HTMLParser(
        encoding="utf-8",
        huge_tree=huge,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        no_network=True,
    )


def is_slow(root: _Element) -> bool:
    """Return True for a tree with elements deeper than `MAX_DEPTH`, or with texts in many pieces,
    as `strip_tags` leaves them. lxml takes quadratic time to read such a text."""
    return bool(_IS_DEEP(root) or _HAS_PIECES(root))


def _leaves_paragraphs_open(source: bytes) -> bool:
    """Return True if most paragraphs have no end tag, as in pages saved by SingleFile."""
    return source.count(b"<p ") + source.count(b"<p>") > 2 * source.count(b"</p>")


def _close_paragraphs(misnested: list[_Element]) -> None:
    """Move elements that end a paragraph, and all elements after them, out of it, as browsers do.

    libxml2 only knows the elements of HTML 4.
    """
    for part in misnested:
        paragraph = part.getparent()
        # If the parent is not a paragraph, the element was moved with an earlier one.
        if paragraph is not None and paragraph.tag == "p":
            last = paragraph
            for moved in (part, *part.itersiblings()):
                last.addnext(moved)
                last = moved
