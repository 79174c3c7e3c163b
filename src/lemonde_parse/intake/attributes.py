"""Limits the number of attributes of a tag; libxml2 takes quadratic time or more to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lemonde_parse.intake.limits import MAX_ATTRIBUTES, SUSPECT_STRETCH

# Tags and attributes as in https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state:
# quotes hide ">" only after "=". Quantifiers are possessive, and the final ">" is not matched, so
# that each byte is read once in any source.
_TAG = re.compile(rb"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_NAME = re.compile(rb"<[^\s/>]++")
_ATTRIBUTE = re.compile(rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_SHORTEST: Final = 2
"""Minimum length of an attribute, with the space before it."""
_LONG: Final = MAX_ATTRIBUTES * _SHORTEST
"""Every tag with too many attributes is longer than this."""
# This string ends a tag wherever it occurs in the tag, except directly after "=", and in a value in
# single quotes.
_END: Final = b'">'
_OPENS_VALUE: Final = b"= \t\n\r\f\v"
_EQUALS_REACH: Final = 64
"""Maximum number of bytes between "=" and a quotation mark."""


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
    for start, end in _long_tags(source):
        last = _end_of_last(source, start, end)
        if last is not None:
            pieces.append(source[copied:last])
            copied = end
    return b"".join([*pieces, source[copied:]]) if pieces else source


def _long_tags(source: bytes) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each tag that is long enough for too many attributes."""
    for stretch in _stretches(source):
        for tag in _TAG.finditer(source, *stretch):
            if tag.end() - tag.start() > _LONG:
                yield tag.span()


def _stretches(source: bytes) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each stretch that is long enough for a tag with too many
    attributes.

    No tag continues into another stretch. Searching for the usual ends of tags takes a tenth of the
    time of searching for tags.
    """
    at = 0
    while at + _LONG < len(source):
        end = _last_end(source, at, at + _LONG)
        if end > at:
            at = end + len(_END)
            continue
        end = _first_end(source, at, at + _LONG)
        start, at = at, end + len(_END) if end > 0 else len(source)
        yield start, at


def _last_end(source: bytes, at: int, stop: int) -> int:
    """Return the offset of the last end of a tag before `stop`; `at` or -1 if there is none."""
    end = source.rfind(_END, at, stop)
    while end > at:
        if source[end - 1] in _OPENS_VALUE:
            end = source.rfind(_END, at, end)
        elif (quote := _open_quote(source, at, end)) >= 0:
            end = source.rfind(_END, at, quote)
        else:
            break
    return end


def _first_end(source: bytes, at: int, start: int) -> int:
    """Return the offset of the first end of a tag after `start`; -1 if there is none."""
    end = source.find(_END, start)
    while end >= 0:
        if source[end - 1] in _OPENS_VALUE:
            end = source.find(_END, end + 1)
        elif _open_quote(source, at, end) >= 0:
            quote = source.find(b"'", end)
            end = source.find(_END, quote) if quote >= 0 else -1
        else:
            break
    return end


def _open_quote(source: bytes, at: int, end: int) -> int:
    """Return the offset of the single quotation mark that starts, or may start, a value that is
    still open at `end`; -1 if there is none after `at`."""
    quote = source.rfind(b"'", at, end)
    if quote < 0:
        return -1
    before = source[max(quote - _EQUALS_REACH, 0) : quote].rstrip()
    return quote if before[-1:] in (b"=", b"") else -1


def _end_of_last(source: bytes, start: int, end: int) -> int | None:
    """Return the end of a tag's last attribute within the limit; None if the tag has no further
    attributes."""
    name = _NAME.match(source, start, end)
    at = name.end() if name is not None else end
    for number, attribute in enumerate(_ATTRIBUTE.finditer(source, at, end)):
        if number == MAX_ATTRIBUTES:
            return at
        at = attribute.end()
    return None


def _is_suspect(source: bytes) -> bool:
    """Return True if a tag of the source may have too many attributes. Other sources need not be
    searched tag by tag.

    Each attribute with a value needs a "="; attributes without values form a long stretch without
    ">".
    """
    return _has_stretch(source) or source.count(b"=") > MAX_ATTRIBUTES


def _has_stretch(source: bytes) -> bool:
    at = 0
    while at + SUSPECT_STRETCH < len(source):
        at = source.rfind(b">", at, at + SUSPECT_STRETCH) + 1
        if at == 0:
            return True
    return False
