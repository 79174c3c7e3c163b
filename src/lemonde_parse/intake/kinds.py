"""Recognises what is passed for a page and is another kind of file: refused by its name."""

from __future__ import annotations

import json
import re
from typing import Final

from lemonde_parse.errors import NotAnArticleError, RefusalReason

_REACH: Final = 4_096
"""Bytes in which a message has its headers, and a feed its first tag."""
# https://www.rfc-editor.org/rfc/rfc5322#section-2.2: lines of headers, each of which may go on in
# lines that begin with a space; one of them is only in messages.
_MESSAGE = re.compile(
    rb"\s*(?:[a-z][a-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:"
    rb"content-type:\s*multipart/|(?:mime-version|message-id|received|return-path):\s*\S)",
    re.IGNORECASE,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*)?(?:<!--[^>]*>\s*)?"
    rb"<(?:rss|rdf:RDF|feed)[\s>]",
    re.IGNORECASE,
)
_DECODER: Final = json.JSONDecoder(strict=False)


def other_kind(source: bytes) -> NotAnArticleError | None:
    """Return the error for a message, a feed or JSON; None for what may be a page or a text."""
    if _FEED.match(source, 0, _REACH):
        return _error(
            "a feed",
            "it is an RSS or Atom feed: read it with feedparser, and pass the content of an entry",
        )
    if _MESSAGE.match(source, 0, _REACH):
        return _error(
            "a message",
            "it is an e-mail message, or a page saved as one (.eml, .mhtml): pass the text/html "
            "part of it, decoded",
        )
    if source[:_REACH].lstrip()[:1] in (b"{", b"[") and _is_json(source):
        return _error(
            "JSON",
            "it is JSON: pass the HTML that it holds, or what Article.to_json wrote to "
            "Article.from_json",
        )
    return None


def _is_json(source: bytes) -> bool:
    """True for an object, a list of objects, or a line for each object."""
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
