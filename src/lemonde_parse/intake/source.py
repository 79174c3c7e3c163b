"""What a caller may pass, brought to one form: the page's source in UTF-8."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen
from lxml import etree

from lemonde_parse.article import ParseWarning
from lemonde_parse.errors import EmptyPageError, NotAnArticleError, PageTooLargeError
from lemonde_parse.intake.decoding import clean_str, to_utf8

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from lxml.etree import _Element, _ElementTree

Page: TypeAlias = (
    "str | bytes | bytearray | memoryview | BeautifulSoup | Tag | _Element | _ElementTree"
)
"""What `parse` takes."""

# https://infra.spec.whatwg.org/#namespaces: of a page's elements, where a parser of XML made the
# tree, or html5lib.
_NAMESPACED: Final = tuple(
    f"{{http://www.w3.org/{name}}}*" for name in ("1999/xhtml", "2000/svg", "1998/Math/MathML")
)
# Raised and lowered letters alone make no page: Markdown has no other sign for them.
_MARKUP = re.compile(rb"<(?!/?su[bp]>)(?:!doctype|/?[a-z][\w:-]*)[\s/>]", re.IGNORECASE)
# Markdown may hold other tags. It starts with front matter, or with a heading, below lines of div
# tags or not.
_MARKDOWN = re.compile(rb"\s*(?:---\r?\n[\w-]+:\s|(?:</?div[^<>\n]*>\s+)*#{1,6} \S)")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_PATH = re.compile(
    r"\s*(?:[~./\\]|[a-z]:[\\/])?[^\n<>]{0,300}\.(?:html?|txt|md|mhtml|pdf)(?:\.gz)?\s*",
    re.IGNORECASE,
)
# https://www.rfc-editor.org/rfc/rfc2557: a page with its pictures in one message, as browsers save
# it. Its markup is encoded, so that what is read of it is no text.
_MESSAGE = re.compile(
    rb"\s*[a-z-]+:[^\n]*\n(?:[^\n]+\n)*?content-type:\s*multipart/", re.IGNORECASE
)
_MESSAGE_TEXT = re.compile(_MESSAGE.pattern.decode(), re.IGNORECASE)
_HEADERS_LENGTH: Final = 4_096
"""Bytes in which a message has its headers, and a page its first tag."""
# How lxml writes a tree in XHTML's namespace, as of html5lib, or of its own html_to_xhtml():
# <html:p>. No browser knows such tags.
_PREFIX = re.compile(rb"(?<=<)html:|(?<=</)html:")
_LONGEST_CHARACTER: Final = 4
"""Bytes that a character has in UTF-8 at most."""
_NO_PAGE: Final = 300
"""Characters up to which what was passed may be no page at all: odd white space, an address, a
path."""


@frozen
class Source:
    """A page's source."""

    html: bytes
    """In UTF-8."""
    warnings: list[ParseWarning] = field(factory=list)
    """What was found on the way here."""
    tree: _Element | None = None
    """The tree that was passed, copied where it is part of a larger one."""

    @property
    def has_markup(self) -> bool:
        """Whether it is HTML at all."""
        return (
            b"<" in self.html
            and _MARKUP.search(self.html) is not None
            and (self.tree is not None or _MARKDOWN.match(self.html) is None)
        )


def take(page: Page, *, encoding: str | None, max_bytes: int) -> Source:
    """The page's source.

    A soup is written out and read again like any other page, so that the result does not depend on
    the form. So is a tree for what its head and scripts say; its elements are taken as they are.
    Neither is changed. Raises `EmptyPageError`, `PageTooLargeError`, and `NotAnArticleError` for a
    path, an address or a message; `TypeError` for what is no page, `LookupError` for an encoding
    that does not exist.
    """
    root: _Element | None = None
    if isinstance(page, str):
        _check_size(len(page), max_bytes)
        html, warnings = clean_str(page)
        _check_not_a_name(page)
    elif isinstance(page, bytes | bytearray | memoryview):
        _check_size(len(page) if not isinstance(page, memoryview) else page.nbytes, max_bytes)
        html, warnings = to_utf8(bytes(page), encoding)
    else:
        root = _root(page)
        html, warnings = clean_str(_written(page if root is None else root))
    _check_size(len(html), max_bytes)
    if not html or html.isspace() or (len(html) <= _NO_PAGE and not html.decode().strip()):
        raise _empty()
    if b"<html:" in html[:_HEADERS_LENGTH]:
        html = _PREFIX.sub(b"", html)
    if _MESSAGE.match(html, 0, _HEADERS_LENGTH):
        raise _message()
    return Source(html, warnings, root)


def check_text(text: str, *, max_bytes: int) -> None:
    """Raises what `take` does, for a text that is known to be no page."""
    if len(text) > max_bytes // _LONGEST_CHARACTER:
        _check_size(len(text.encode(errors="surrogatepass")), max_bytes)
    _check_not_a_name(text)
    if not text or text.isspace():
        raise _empty()
    if _MESSAGE_TEXT.match(text, 0, _HEADERS_LENGTH):
        raise _message()


def _empty() -> EmptyPageError:
    return EmptyPageError("the page is empty: nothing but white space was passed")


def _message() -> NotAnArticleError:
    return NotAnArticleError(
        "a message",
        "it is a page saved as a message (.mhtml): pass the text/html part of it, decoded",
    )


def _root(page: object) -> _Element | None:
    """The element that was passed, as the root of a tree of its own, its names those of HTML: what
    stands around it is not the page."""
    if isinstance(page, etree._ElementTree):
        page = page.getroot()
    if not isinstance(page, etree._Element):
        return None
    if (
        page.getparent() is None
        and page.tail is None
        and next(page.iter(*_NAMESPACED), None) is None
    ):
        return page
    root = copy.deepcopy(page)
    for element in root.iter(*_NAMESPACED):
        element.tag = etree.QName(element).localname
    return root


def _written(page: object) -> str:
    """A tree's markup."""
    if isinstance(page, etree._ElementTree):
        root = page.getroot()
        if root is None:
            return ""
        page = root
    if isinstance(page, etree._Element):
        # method="html" writes scripts as they are; a tail is not the element's own.
        return etree.tostring(page, encoding="unicode", method="html", with_tail=False)
    decode = getattr(page, "decode", None)
    if decode is not None and type(page).__module__.startswith("bs4"):
        return str(decode(formatter="minimal"))
    raise TypeError(
        f"parse() takes str, bytes, a BeautifulSoup or an lxml tree, not {type(page).__name__};"
        " to read a file use parse_file()"
    )


def _check_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise PageTooLargeError(size, max_bytes)


def _check_not_a_name(text: str) -> None:
    """A name where a page is wanted is a common slip; say so, instead of reading it as a very short
    text."""
    if len(text) > _NO_PAGE or "\n" in text.strip():
        return
    if _ADDRESS.fullmatch(text):
        raise NotAnArticleError(
            "an address", f"{text.strip()!r} is an address: fetch it, and pass what it answers"
        )
    if _PATH.fullmatch(text):
        raise NotAnArticleError(
            "a path",
            f"{text.strip()!r} is a path: use parse_file(), or read the file and pass its bytes",
        )
