"""Recognises files that are neither pages nor texts, so that the error can name their format."""

from __future__ import annotations

import json
import re
from typing import Final

from lemonde_parse.errors import NotAnArticleError, RefusalReason
from lemonde_parse.intake.deep import is_known

_REACH: Final = 4_096
"""Number of bytes at the start of a file in which its kind is recognised."""
# https://www.rfc-editor.org/rfc/rfc5322#section-2.2: header lines, each continued by lines that
# start with a space. In a file of several messages, a line with the sender precedes the headers.
_HEADERS = re.compile(
    rb"\s*+(?:From [^\s@]++@\S++ [^\n]*+\n)?(?:[a-z][a-z-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++",
    re.IGNORECASE,
)
_OF_MESSAGES = re.compile(
    rb"^(?:content-type:\s*multipart/|(?:mime-version|message-id|received|return-path):\s*\S)",
    re.IGNORECASE | re.MULTILINE,
)
# If none of these headers is present, the file is a message only if the headers include a sender,
# and a date in the format of e-mail.
_SENDER = re.compile(rb"^from:[^\n@]{0,200}@", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(
    rb"^date:\s*(?:[a-z]{3},\s)?\d{1,2}\s[a-z]{3}\s\d{4}\s\d", re.IGNORECASE | re.MULTILINE
)
# The first tag, after declarations and comments.
_ROOT = re.compile(
    rb"(?P<xml>\s*+<\?xml\s[^>]*>)?(?:\s*+<(?:\?|!--|!doctype)[^>]*>){0,9}\s*+"
    rb"<(?:[a-z]{1,10}:)?(?P<name>[a-z][\w.-]{0,60}+)[\s>]",
    re.IGNORECASE,
)
_FEEDS: Final = frozenset(["rss", "rdf", "feed"])
# The first entry of a list of references, in BibTeX or RIS.
_REFERENCES = re.compile(
    rb"\s*+(?:@[a-z]{3,20}\s?\{[^\s,{}]{0,200},|TY  - [A-Z]{3,8}\r?\n)", re.IGNORECASE
)
_REPORT: Final = b"<title>Zotero Report</title>"
# Browsers' bookmarks, and Pocket's final export
_LINKS = re.compile(
    rb"\s*+<!doctype netscape-bookmark-file-1>|[^<]{0,99}(?:<[^<>]{1,99}>[^<]{0,99}){1,9}"
    rb"<title>Pocket Export</title>",
    re.IGNORECASE,
)
_WORD: Final[tuple[RefusalReason, str]] = (
    "a Word file",
    "it is a Word file; save it as a web page, rich text (.rtf) or plain text (.txt)",
)
_BINARY: Final[tuple[tuple[bytes, RefusalReason, str], ...]] = (
    (b"%PDF-", "a PDF file", "it is a PDF file; save the page, or the export, as HTML"),
    (b"\xd0\xcf\x11\xe0", *_WORD),
    (b"PK\x03\x04", "an archive", "it is an archive (.zip, .epub); extract the page"),
)
"""First bytes of other kinds of files."""
_DECODER: Final = json.JSONDecoder(strict=False)


def other_kind(source: bytes) -> NotAnArticleError | None:
    """Return the error for a file in text form that is not a page: a message, a feed, other XML,
    JSON, references or bookmarks. Return None for a possible page or text."""
    if (error := _other_markup(source)) is not None:
        return error
    if _REFERENCES.match(source, 0, _REACH):
        return _error(
            "a bibliography", "it is a list of references (BibTeX, RIS), without their texts"
        )
    if _is_message(source):
        return _error(
            "a message",
            "it is an e-mail message, or a page saved as one (.eml, .mhtml); pass the text/html "
            "part of it, decoded",
        )
    if source[:_REACH].lstrip()[:1] in (b"{", b"[") and _is_json(source):
        return _error(
            "JSON",
            "it is JSON; pass the HTML in it, or pass the output of Article.to_json to "
            "Article.from_json",
        )
    return None


def _other_markup(source: bytes) -> NotAnArticleError | None:
    """Return the error for markup that is not a page."""
    root = _ROOT.match(source, 0, _REACH)
    if root is None:
        return None
    name = root["name"].decode()
    if name.lower() in _FEEDS:
        return _error(
            "a feed",
            "it is an RSS or Atom feed; read it with feedparser, and pass the content of an entry",
        )
    if root["xml"] is not None and not is_known(name.lower()):
        return _error("XML", f"it is XML, with <{name}> as its root; pass the HTML in it")
    if _REPORT in source[:_REACH]:
        return _error(
            "a bibliography", "it is a Zotero report; pass the pages or notes that it lists"
        )
    if _LINKS.match(source, 0, _REACH):
        return _error("a list of links", "it is a list of bookmarks; pass the pages that it lists")
    return None


def binary_kind(source: bytes) -> NotAnArticleError | None:
    """Return the error for a binary file, by its first bytes; None for other files."""
    for opening, reason, detail in _BINARY:
        if source.startswith(opening):
            if opening.startswith(b"PK") and b"word/" in source:
                reason, detail = _WORD
            return _error(reason, detail)
    return None


def _is_message(source: bytes) -> bool:
    headers = _HEADERS.match(source, 0, _REACH)
    if headers is None:
        return False
    if _OF_MESSAGES.search(headers[0]):
        return True
    return bool(_SENDER.search(headers[0]) and _SENT.search(headers[0]))


def _is_json(source: bytes) -> bool:
    """Return True for an object or a non-empty list of objects; another object may follow."""
    text = source.decode("utf-8", "replace").strip()
    try:
        value, end = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return False
    is_data = isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
    )
    return is_data and text[end:].lstrip()[:1] in ("", "{")


def _error(reason: RefusalReason, detail: str) -> NotAnArticleError:
    return NotAnArticleError(reason, detail)
