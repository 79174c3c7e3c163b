"""The errors of this library: one base class, and its subclasses."""

from __future__ import annotations

from typing import Literal

RefusalReason = Literal[
    "section front",
    "home page",
    "search results",
    "consent wall",
    "login page",
    "error page",
    "unknown layout",
    "no markup",
    "no sentences",
    "a path",
    "an address",
    "a message",
    "a feed",
    "XML",
    "JSON",
    "a bibliography",
    "a list of links",
    "an export",
    "rich text",
    "a Word file",
    "a PDF file",
    "an archive",
]
"""Reasons for refusing a page, as in the error message."""


class LemondeParseError(ValueError):
    """Base class of the library's errors; catch this one.

    Other errors mean a mistake in the call, such as `TypeError` for an argument of the wrong type
    or `LookupError` for an unknown encoding. `OSError` means that a file cannot be read.
    """


class EmptyPageError(LemondeParseError):
    """The page is empty, or contains only whitespace."""


class NotAnArticleError(LemondeParseError):
    """The page is not an article.

    >>> error = NotAnArticleError("section front", "it has only teasers of other pages")
    >>> error.reason
    'section front'
    >>> print(error)
    not an article (section front): it has only teasers of other pages
    """

    def __init__(self, reason: RefusalReason, detail: str) -> None:
        super().__init__(f"not an article ({reason}): {detail}")
        self.reason: RefusalReason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[NotAnArticleError], tuple[RefusalReason, str]]:
        return type(self), (self.reason, self.detail)


class PageTooLargeError(LemondeParseError):
    """The page is larger than `max_bytes` allows.

    >>> error = PageTooLargeError(25_000_000, 20_000_000)
    >>> error.size, error.limit
    (25000000, 20000000)
    """

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"the page has at least {size} bytes, and max_bytes is {limit};"
            " pass a larger max_bytes to read it"
        )
        self.size = size
        self.limit = limit

    def __reduce__(self) -> tuple[type[PageTooLargeError], tuple[int, int]]:
        return type(self), (self.size, self.limit)


class NotAnExportError(LemondeParseError):
    """The input of `parse_export` is not an export of a known press database."""


class DocumentError(LemondeParseError):
    """A document of an export cannot be read. `parse_export` yields this error instead of an
    article.

    >>> error = DocumentError(3, "it has neither a title nor a text", "Page 12")
    >>> print(error)
    document 3 of the export cannot be read: it has neither a title nor a text
    >>> error.number, error.text
    (3, 'Page 12')
    """

    def __init__(self, number: int, detail: str, text: str = "") -> None:
        super().__init__(f"document {number} of the export cannot be read: {detail}")
        self.number = number
        """Position in the export, counted from 1."""
        self.detail = detail
        self.text = text
        """The text of the document."""

    def __reduce__(self) -> tuple[type[DocumentError], tuple[int, str, str]]:
        return type(self), (self.number, self.detail, self.text)


class InvalidDataError(LemondeParseError):
    """The input of `Article.from_dict` or `Article.from_json` does not describe an article.

    `path` is the path to the error, such as ``body[3].text``; empty for an error of the entire
    input.
    """

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(f"{path}: {detail}" if path else detail)
        self.path = path
        self.detail = detail

    def __reduce__(self) -> tuple[type[InvalidDataError], tuple[str, str]]:
        return type(self), (self.path, self.detail)


class InvalidLayoutError(LemondeParseError):
    """A `Layout` has an invalid argument, such as an unknown role, or a selector that does not
    compile."""
