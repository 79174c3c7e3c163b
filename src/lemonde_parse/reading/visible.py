"""Reads the visible text of an element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lemonde_parse.wording.whitespace import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

SEPARATE_TAGS: Final = frozenset(
    ["address", "article", "aside", "blockquote", "br", "button", "caption", "center", "dd",
     "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
     "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "listing",
     "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
"""Elements that separate the words inside them from those around them, as in a browser."""
_UNSEEN: Final = frozenset(
    ["script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe",
     "desc", "metadata"]
)  # fmt: skip
"""Elements with text that browsers do not display."""
_DRAWN: Final = frozenset(["img", "svg", "canvas", "text"])
"""Pictures, drawings, and labels inside drawings."""


def visible_text(element: _Element) -> str:
    """Return the text of an element on one line, without scripts and other undisplayed elements.

    Text hidden by a style sheet or an attribute is included.
    """
    if element.tag in _UNSEEN:
        return ""
    if not len(element):
        return tidy(element.text or "")
    parts: list[str] = [element.text or ""]
    # Stack of elements and texts to visit.
    waiting: list[_Element | str] = []
    _put_children(element, waiting)
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if item.text:
            parts.append(item.text)
        if len(item):
            _put_children(item, waiting)
    return tidy("".join(parts))


def _put_children(element: _Element, waiting: list[_Element | str]) -> None:
    """Push the children of an element, and the texts after them, on the stack."""
    for child in element.iterchildren(reversed=True):
        tag, tail = child.tag, child.tail
        if tail:
            waiting.append(tail)
        if tag in SEPARATE_TAGS:
            waiting += (" ", child, " ")
        elif tag in _DRAWN:
            waiting += (sign_of(child),) if tag == "img" else (" ", child, " ")
        elif isinstance(tag, str) and tag not in _UNSEEN:  # not a comment
            waiting.append(child)


def sign_of(image: _Element) -> str:
    """Return the emoji, smiley or drop cap that a picture displays; otherwise "".

    It is the picture's alternative text; see
    https://html.spec.whatwg.org/multipage/images.html#text-that-has-been-rendered-to-a-graphic
    """
    text = (image.get("alt") or "").strip()
    if len(text) == 1 and text.isalpha():
        return text
    if 0 < len(text) <= _LONGEST_SIGN and (
        _SIGNS.search(image.get("class") or "")
        or _SIGNS.search(image.get("src") or "", 0, _ADDRESS_REACH)
    ):
        return text
    return ""


# WordPress: class="emoji" and class="wp-smiley"; Twitter: "Emoji Emoji--forText"; Facebook:
# addresses with /emoji.php/; blogs before 2015: /smilies/.
_SIGNS = re.compile(r"emoji|smil(?:ey|ie)", re.IGNORECASE)
_LONGEST_SIGN: Final = 20
"""Maximum length of an emoji or smiley; flags and families have up to 14 characters."""
_ADDRESS_REACH: Final = 200
"""Number of characters to search at the start of an address."""


def is_hidden(element: _Element) -> bool:
    """Return True if the element's own attributes hide it."""
    if (style := element.get("style")) and "display:none" in style.replace(" ", "").lower():
        return True
    return element.get("hidden") is not None
