"""Drops the attributes of a tag beyond a limit; libxml2 takes more than quadratic time for them."""

from __future__ import annotations

import re
from typing import Final

from lemonde_parse.intake.limits import MAX_ATTRIBUTES, SUSPECT_STRETCH

# Tags and attributes as in https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state:
# quotes hide ">" only after "=". Quantifiers are possessive, and the final ">" is optional, so that
# each byte is read once in any source.
_TAG = re.compile(rb"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_NAME = re.compile(rb"<[^\s/>]++")
_ATTRIBUTE = re.compile(rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_SHORTEST: Final = 2
"""Minimum length of an attribute, with the space before it."""


def trim_attributes(source: bytes) -> bytes:
    """Return a source with at most `MAX_ATTRIBUTES` attributes in each tag; the same object if no
    tag has more.

    >>> trim_attributes(b"<p class=a>Un mot.")
    b'<p class=a>Un mot.'
    """
    if not _is_suspect(source):
        return source
    pieces: list[bytes] = []
    copied = 0
    for tag in _TAG.finditer(source):
        if tag.end() - tag.start() <= MAX_ATTRIBUTES * _SHORTEST:
            continue
        last = _end_of_last(source, *tag.span())
        if last is not None:
            pieces.append(source[copied:last])
            copied = tag.end()
    return b"".join([*pieces, source[copied:]]) if pieces else source


def _end_of_last(source: bytes, start: int, end: int) -> int | None:
    """Return the end of a tag's last attribute within the limit; None if no others follow it."""
    name = _NAME.match(source, start, end)
    at = name.end() if name is not None else end
    for number, attribute in enumerate(_ATTRIBUTE.finditer(source, at, end)):
        if number == MAX_ATTRIBUTES:
            return at
        at = attribute.end()
    return None


def _is_suspect(source: bytes) -> bool:
    """Return True if a tag may have too many attributes; only such pages are searched tag by tag.
    Each attribute with a value needs a "="; attributes without values form a long stretch without
    ">".
    """
    return source.count(b"=") > MAX_ATTRIBUTES or _has_stretch(source)


def _has_stretch(source: bytes) -> bool:
    at = 0
    while at + SUSPECT_STRETCH < len(source):
        at = source.rfind(b">", at, at + SUSPECT_STRETCH) + 1
        if at == 0:
            return True
    return False
