"""Converts the caller's input, of any accepted type, to a page's source in UTF-8."""

from __future__ import annotations

import copy
import gzip
import re
from datetime import datetime
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import field, frozen
from lxml import etree

from lemonde_parse.article import ParseWarning
from lemonde_parse.errors import EmptyPageError, NotAnArticleError, PageTooLargeError
from lemonde_parse.intake.attributes import trim_attributes
from lemonde_parse.intake.decoding import clean_str, to_utf8
from lemonde_parse.intake.gunzip import gunzip
from lemonde_parse.intake.html5 import MISREAD, is_misread
from lemonde_parse.intake.kinds import binary_kind, other_kind
from lemonde_parse.intake.limits import MAX_BYTES
from lemonde_parse.intake.message import read_message
from lemonde_parse.intake.rich_text import RICH_TEXT, read_rich_text
from lemonde_parse.intake.tree import is_slow

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag
    from lxml.etree import _Element, _ElementTree

Page: TypeAlias = (
    "str | bytes | bytearray | memoryview | BeautifulSoup | Tag | _Element | _ElementTree"
)
"""The types that `parse` accepts."""

# https://infra.spec.whatwg.org/#namespaces: the namespaces of elements in trees of html5lib or an
# XML parser.
_NAMESPACED: Final = tuple(
    f"{{http://www.w3.org/{name}}}*" for name in ("1999/xhtml", "2000/svg", "1998/Math/MathML")
)
# Markdown has no other syntax for sup and sub, so these alone do not make a source HTML.
_MARKUP = re.compile(rb"<(?!/?su[bp]>)(?:!doctype|/?[a-z][\w:-]*)[\s/>]", re.IGNORECASE)
# Markdown may contain other tags too. So a source that starts with front matter, or with a heading
# in Markdown (perhaps below div tags), is not HTML.
_MARKDOWN = re.compile(rb"\s*(?:---\r?\n[\w-]+:\s|(?:</?div[^<>\n]*>\s+)*#{1,6} \S)")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_PATH = re.compile(
    r"\s*(?:[~./\\]|[a-z]:[\\/])?[^\n<>]{0,300}"
    r"\.(?:html?|txt|md|mht|mhtml|pdf|rtf|docx?|eml|epub|json|zip)(?:\.gz)?\s*",
    re.IGNORECASE,
)
_HEADERS_LENGTH: Final = 4_096
"""Length of the start of a text that is checked for its kind, and for a prefix in its tags."""
# lxml writes <html:p> for trees in XHTML's namespace, as built by html5lib or its own
# html_to_xhtml(). Browsers do not know such tags.
_PREFIX = re.compile(rb"(?<=<)html:|(?<=</)html:")
_LONGEST_CHARACTER: Final = 4
"""Maximum length of a character in UTF-8, in bytes."""
_NO_PAGE: Final = 300
"""Maximum length of input that is checked for an address, a path or unusual whitespace."""


@frozen
class Source:
    """A page's source."""

    html: bytes
    """The source in UTF-8."""
    warnings: list[ParseWarning] = field(factory=list)
    """Warnings from decoding."""
    tree: _Element | None = None
    """The caller's tree; a copy if it is part of a larger tree, has text after it, or has
    namespaces.

    None if the caller passed something else, or if a tree must be built from `html` instead.
    """

    address: str | None = None
    """The page's address, if a browser saved it as an e-mail message (.mhtml)."""
    saved_at: datetime | None = None
    """The time at which a browser saved the page as an e-mail message."""

    @property
    def has_markup(self) -> bool:
        """True for HTML, False for plain text and Markdown."""
        return (
            b"<" in self.html
            and _MARKUP.search(self.html) is not None
            and (self.tree is not None or _MARKDOWN.match(self.html) is None)
        )


def read_page(file: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a saved page, decompressed if its name ends in .gz."""
    if "\0" in str(file):
        raise OSError(EINVAL, "a path cannot contain a null character", str(file))
    with file.open("rb") as stream:
        raw = stream.read(max_bytes + 1)
    if file.suffix.lower() == ".gz" and len(raw) <= max_bytes:
        try:
            raw = gunzip(raw, max_bytes)
        except gzip.BadGzipFile as error:
            raise gzip.BadGzipFile(f"cannot read {file} as gzip: {error}") from error
    if len(raw) > max_bytes:
        raise PageTooLargeError(len(raw), max_bytes)
    return raw


def take(page: Page, *, encoding: str | None, max_bytes: int) -> Source:
    """Convert a page of any accepted type.

    A soup is serialised and read like any other page, so that the result does not depend on the
    type. A tree is also serialised, for its head and scripts. Its elements are read directly,
    unless this is slow, or a browser would read them differently. Neither the soup nor the tree is
    changed. If a browser saved the page as an e-mail message, the HTML in the message is used.

    Raises `EmptyPageError`, `PageTooLargeError`, `NotAnArticleError` for a path, an address or
    another kind of document such as any other e-mail, `TypeError` for other types, and
    `LookupError` for an unknown encoding.
    """
    root: _Element | None = None
    if isinstance(page, str):
        _check_size(len(page), max_bytes)
        html, warnings = clean_str(page)
        _check_not_a_name(page)
    elif isinstance(page, bytes | bytearray | memoryview):
        _check_size(len(page) if not isinstance(page, memoryview) else page.nbytes, max_bytes)
        raw = bytes(page)
        if (error := binary_kind(raw)) is not None:
            raise error
        html, warnings = to_utf8(raw, encoding)
    else:
        root = _root(page)
        html, warnings = clean_str(_written(page if root is None else root))
        if root is not None and (
            is_slow(root)
            or trim_attributes(html) is not html
            or any(element.tag == "math" or is_misread(element) for element in root.iter(*MISREAD))
        ):
            root = None  # the serialised tree is read like any other page
    _check_size(len(html), max_bytes)
    if html.startswith(RICH_TEXT):
        html, warnings = read_rich_text(html)
    if not html or html.isspace() or (len(html) <= _NO_PAGE and not html.decode().strip()):
        raise _empty()
    if b"<html:" in html[:_HEADERS_LENGTH]:
        html = _PREFIX.sub(b"", html)
    if root is not None:
        return Source(html, warnings, root)
    error = other_kind(html)
    if error is None:
        return Source(html, warnings)
    raw = bytes(page) if isinstance(page, bytes | bytearray | memoryview) else html
    saved = read_message(raw) if error.reason == "a message" else None
    if saved is None:
        raise error
    html, found = to_utf8(saved.html, encoding or saved.encoding)
    return Source(html, [*warnings, *found], None, saved.address, saved.saved_at)


def check_text(text: str, *, max_bytes: int) -> None:
    """Check a text that the caller passes instead of a page.

    Raises `EmptyPageError`, `PageTooLargeError` and `NotAnArticleError`, like `take`.
    """
    if len(text) > max_bytes // _LONGEST_CHARACTER:
        _check_size(len(text.encode(errors="surrogatepass")), max_bytes)
    _check_not_a_name(text)
    if not text or text.isspace():
        raise _empty()
    is_data = text[:_HEADERS_LENGTH].lstrip()[:1] in ("{", "[")
    source = text if is_data else text[:_HEADERS_LENGTH]
    if (error := other_kind(source.encode(errors="replace"))) is not None:
        raise error


def _empty() -> EmptyPageError:
    return EmptyPageError("the page is empty, or only whitespace")


def _root(page: object) -> _Element | None:
    """Return an element as the root of its own tree, without namespaces in its tags.

    The elements around it are not part of the page. Return None for comments and other types.
    """
    if isinstance(page, etree._ElementTree):
        page = page.getroot()
    if not isinstance(page, etree._Element) or not isinstance(page.tag, str):  # a comment
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
    """Serialise a tree or a soup."""
    if isinstance(page, etree._ElementTree):
        root = page.getroot()
        if root is None:
            return ""
        page = root
    if isinstance(page, etree._Element) and isinstance(page.tag, str):
        # method="html" does not escape scripts; the tail is text after the element.
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
    """Reject an address or a path that is passed by mistake, instead of reading it as a text."""
    if len(text) > _NO_PAGE or "\n" in text.strip():
        return
    if _ADDRESS.fullmatch(text):
        raise NotAnArticleError(
            "an address", f"{text.strip()!r} is an address; download it, and pass the page"
        )
    if _PATH.fullmatch(text):
        raise NotAnArticleError(
            "a path",
            f"{text.strip()!r} is a path; use parse_file(), or parse_export() with a pathlib.Path,"
            " or read the file and pass its bytes",
        )
