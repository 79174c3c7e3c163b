"""What a reader sees of an element, and where its addresses lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from lemonde_parse.text_rules import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

SEPARATE_TAGS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that a browser sets apart: their words never run together with those around."""
_UNSEEN: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "title",
        "meta",
        "link",
        "iframe",
        "object",
        "select",
        "textarea",
        "canvas",
        "math",
    ]
)


def visible_text(element: _Element) -> str:
    """Every word of an element that a browser would show, in one line; what only a style sheet hides is in it."""
    if not len(element):
        return tidy(element.text) if element.text and element.tag not in _UNSEEN else ""
    parts: list[str] = []
    stack: list[_Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if not isinstance(item.tag, str) or item.tag in _UNSEEN:
            continue
        if item.tag in SEPARATE_TAGS:
            parts.append(" ")
            stack.append(" ")
        for child in reversed(item):
            if child.tail:
                stack.append(child.tail)
            stack.append(child)
        if item.text:
            stack.append(item.text)
    return tidy("".join(parts))


def is_hidden(element: _Element) -> bool:
    """Whether the element's own attributes hide it from readers."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())


def absolute(address: str, base: str | None) -> str:
    """An address as a browser resolves it; as written if it cannot be. White space inside is an accident of saving.

    >>> absolute("/politique/ar\\nticle.html", "https://www.lemonde.fr/")
    'https://www.lemonde.fr/politique/article.html'
    """
    address = "".join(address.split())
    if base is None or address.startswith(("http://", "https://", "mailto:")):
        return address
    try:
        return urljoin(base, address)
    except ValueError:  # such as "http://[": no address at all
        return address
