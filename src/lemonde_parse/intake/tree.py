"""From source to a tree that lxml did not cut and that cannot hang it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from lemonde_parse.article import ParseWarning
from lemonde_parse.intake.limits import MAX_ATTRIBUTES, MAX_DEPTH, SUSPECT_EQUALS, SUSPECT_STRETCH

if TYPE_CHECKING:
    from bs4 import Tag
    from lxml.etree import _Element

# A last element that the tree must end with: where it is missing, lxml stopped before.
_SENTINEL: Final = b"<lemonde-parse-end></lemonde-parse-end>"
_SENTINEL_TAG: Final = "lemonde-parse-end"

# What ends a page: both may be left out, and servers write a comment after them.
_END = re.compile(
    rb"</body\s*+>\s*+(?:</html\s*+>\s*+)?(?:<!--.*?-->\s*+)*", re.DOTALL | re.IGNORECASE
)
_LONGEST_END: Final = 1_000
# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody: what follows is read
# as part of the body.
_EARLY_END = re.compile(rb"</(?:body|html)\s*+>", re.IGNORECASE)

# https://html.spec.whatwg.org/multipage/syntax.html#optional-tags: what savers of pages leave open
# to the page's end, on purpose.
_MAY_STAY_OPEN: Final = frozenset(
    ["html", "head", "body", "p", "li", "dt", "dd", "rt", "rp", "option", "optgroup", "colgroup",
     "caption", "thead", "tbody", "tfoot", "tr", "td", "th"]
)  # fmt: skip

# https://html.spec.whatwg.org/multipage/syntax.html#syntax-tag-omission, as for the end of a p;
# those that are new in HTML 5.
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
_BEGINNING = re.compile(rb"<(?:!doctype|html|body)[\s>]", re.IGNORECASE)
_NAMED: Final = 3
"""Elements left open that a warning names."""

# A tag as https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state reads it: quotes hide
# ">". Possessive, and without a mandatory end, so that each byte is looked at once, whatever stands
# there.
_TAG = re.compile(rb"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(rb"[\s/][^\s/>=]++")


Built: TypeAlias = "tuple[_Element | None, list[ParseWarning]]"


def build_page(source: bytes) -> Built:
    """Return the tree of a whole page, as `build` does, with a warning for one that breaks off
    before it closes an element that must be closed."""
    root, warnings, open_elements = _build(source)
    names = [name for name in open_elements if name not in _MAY_STAY_OPEN]
    if names and _BEGINNING.search(source):
        left_open = ", ".join(f"<{name}>" for name in reversed(names[:_NAMED]))
        message = f"the page breaks off before it closes {left_open}: what follows is missing"
        warnings.append(ParseWarning(code="cut", message=message))
    return root, warnings


def build(source: bytes) -> Built:
    """Return the tree of a part of a page; None if there is no element in it.

    Comments and processing instructions are left out. Where lxml would stop or stall, BeautifulSoup
    reads the page and the result is flattened to `MAX_DEPTH`, with a warning. A source that breaks
    off within a tag has one, too.
    """
    root, warnings, _ = _build(source)
    return root, warnings


def _build(source: bytes) -> tuple[_Element | None, list[ParseWarning], list[str]]:
    """Return the tree, the warnings, and the tags that are open where a source without an end
    stops, innermost first."""
    if b"\0" in source:  # libxml2 ends a text there
        source = source.replace(b"\0", b"")
    if _has_attribute_flood(source):
        message = (
            f"a tag has more than {MAX_ATTRIBUTES} attributes: all but the first were left out"
        )
        return *_by_soup(source, message), []
    end = source.rfind(b"</body")
    if end >= 0 and len(source) - end <= _LONGEST_END and _END.fullmatch(source, end):
        source = source[:end]  # libxml2 drops an element after </html>, the sentinel too
    # Before the end they mean nothing to a browser; libxml2 closes all that is open, and puts the
    # rest elsewhere.
    source, ends = _EARLY_END.subn(b"", source)
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        no_network=True,
    )
    try:
        root: _Element | None = etree.fromstring(source + _SENTINEL, parser)
    except etree.ParserError:  # "Document is empty": nothing but comments
        return None, [], []
    if root is None:
        return None, [], []
    last = root
    while len(last):
        last = last[-1]
    if last.tag == _SENTINEL_TAG:
        has_end = end >= 0 or ends
        open_elements = [] if has_end else [str(outer.tag) for outer in last.iterancestors()]
        parent = last.getparent()
        if parent is not None:
            parent.remove(last)
        held = [
            part
            for part in root.iter(*_CLOSES_PARAGRAPH)
            if (outer := part.getparent()) is not None and outer.tag == "p"
        ]
        if held and _leaves_paragraphs_open(source):
            _close_paragraphs(held)
        return root, [], open_elements
    # The sentinel is swallowed by an unclosed comment or script as a browser would, or lxml gave
    # up: its log knows.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        return *_by_soup(source, f"elements nested deeper than {MAX_DEPTH} were flattened"), []
    message = (
        "the page breaks off within a tag, a comment, a script or the like, or leaves one open: "
        "what follows was not read"
    )
    return etree.fromstring(source, parser), [ParseWarning(code="cut", message=message)], []


def _leaves_paragraphs_open(source: bytes) -> bool:
    """Whether most paragraphs have no end tag, as in pages that SingleFile saves in one file."""
    return source.count(b"<p ") + source.count(b"<p>") > 2 * source.count(b"</p>")


def _close_paragraphs(held: list[_Element]) -> None:
    """Puts after its paragraph what a browser closes that for, and what follows: libxml2 knows the
    elements of HTML 4 alone."""
    for part in held:
        paragraph = part.getparent()
        if (
            paragraph is not None and paragraph.tag == "p"
        ):  # no more, where one before it took it along
            last = paragraph
            for moved in (part, *part.itersiblings()):
                last.addnext(moved)
                last = moved


def _has_attribute_flood(source: bytes) -> bool:
    """Whether some tag has more than `MAX_ATTRIBUTES`. Only a suspect is looked at tag by tag.

    A tag ends at its first ">" outside of values, and values come after "=": without many of these,
    so many attributes make a long stretch without ">".
    """
    if source.count(b"=") <= SUSPECT_EQUALS and not _has_stretch_without(b">", source):
        return False
    return any(
        len(tag) > MAX_ATTRIBUTES * 2
        and len(_ATTRIBUTE.findall(_QUOTED.sub(b"", tag))) > MAX_ATTRIBUTES
        for tag in _TAG.findall(source)
    )


def _has_stretch_without(mark: bytes, source: bytes) -> bool:
    at = 0
    while at + SUSPECT_STRETCH < len(source):
        at = source.rfind(mark, at, at + SUSPECT_STRETCH) + 1
        if at == 0:
            return True
    return False


def _by_soup(source: bytes, message: str) -> Built:
    """The tree as BeautifulSoup reads it, which cuts nothing and costs twenty times as much;
    rebuilt without recursion."""
    from bs4 import BeautifulSoup, Tag
    from bs4.element import PreformattedString

    soup = BeautifulSoup(source.decode(), "lxml")
    root = etree.Element("html")
    # The pieces of each text, within an element or after it: a text that grows piece by piece costs
    # their square.
    texts: defaultdict[tuple[_Element, bool], list[str]] = defaultdict(list)
    # What is to be written, the element it belongs to, and how deep that is.
    waiting: list[tuple[object, _Element, int]] = [
        (child, root, 1) for child in reversed(soup.contents)
    ]
    while waiting:
        node, parent, depth = waiting.pop()
        if isinstance(node, Tag):
            inside = parent
            if depth <= MAX_DEPTH and _is_name(node.name):
                inside = etree.SubElement(parent, node.name, _attributes(node))
                depth += 1
            waiting += [(child, inside, depth) for child in reversed(node.contents)]
        elif isinstance(node, str) and not isinstance(node, PreformattedString):
            node = _UNHOLDABLE.sub("", node)
            before = next(parent.iterchildren(reversed=True), None)  # len() would count them all
            texts[parent if before is None else before, before is not None].append(node)
    for (element, is_tail), pieces in texts.items():
        setattr(element, "tail" if is_tail else "text", "".join(pieces))
    return root, [ParseWarning(code="limit", message=message)]


# https://www.w3.org/TR/xml/#charsets: what lxml refuses to put into a tree, though it makes trees
# of pages that hold it; nobody sees it.
_UNHOLDABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-zA-Z_][\w.-]*", re.ASCII)


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def _attributes(node: Tag) -> dict[str, str]:
    return {
        name: _UNHOLDABLE.sub("", " ".join(value) if isinstance(value, list) else str(value))
        for name, value in list(node.attrs.items())[:MAX_ATTRIBUTES]
        if _is_name(name)
    }
