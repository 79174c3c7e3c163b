"""Reduces the text of a source to what a reader sees.

Runs of whitespace become one space. U+00A0 and U+202F are kept, because French typography uses them
deliberately; every other Unicode space becomes a plain one. Soft hyphens, zero-width and
bidirectional marks, control characters and lone surrogates are removed.
"""

from __future__ import annotations

import html
import re
from html import entities
from typing import Final

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
# Spaces, except the characters at which `str.splitlines` splits.
_ODD_SPACES = re.compile(r"[^\S \n\r\t\v\f\x1c-\x1e\x85\u2028\u2029\xa0\u202f]")


def squeeze(raw: str) -> str:
    """Fold whitespace and remove invisible characters; keep one space at each end.

    >>> squeeze("  Deux\\n mots\\u00ad coupés")
    ' Deux mots coupés'
    """
    if is_squeezed(raw):
        return raw
    # Enough for most other texts; an expression would take twenty times as long.
    text = raw.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if not _is_printable(text):
        text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return fold_spaces(text)


def fold_spaces(text: str) -> str:
    """Replace runs of U+0020 by one space."""
    while "  " in text:  # each pass halves the longest run
        text = text.replace("  ", " ")
    return text


def is_visible(raw: str) -> bool:
    """Match a text that `visible` would not change. A quick test, which misses some such texts."""
    return _is_printable(raw.replace("\n", " ").replace("\t", " ").replace("\r", " "))


def visible(raw: str) -> str:
    """Remove invisible characters from a text of several lines, and replace unusual spaces.

    >>> visible("Deux\\u2009mots\\u00ad coupés,\\n\\u200bdeux lignes")
    'Deux mots coupés,\\ndeux lignes'
    """
    return _ODD_SPACES.sub(" ", _INVISIBLE.sub("", raw))


def is_squeezed(raw: str) -> bool:
    """Match a text that `squeeze` would not change."""
    # Unusual spaces, invisible characters and the two no-break spaces are not printable to Python.
    # This test is ten times as fast as the expressions.
    return "  " not in raw and _is_printable(raw)


def _is_printable(text: str) -> bool:
    if text.isprintable():
        return True
    return text.replace("\xa0", " ").replace("\u202f", " ").isprintable()


def tidy(raw: str) -> str:
    """Fold whitespace, and strip it from both ends.

    >>> tidy("\\u00a0 Deux\\tmots ")
    'Deux mots'
    """
    return squeeze(raw).strip()


def declared(raw: str) -> str:
    """Tidy a text from metadata, where some pages write HTML entities even in JSON.

    >>> declared("Dix&nbsp;% &amp; plus")
    'Dix\\xa0% & plus'
    """
    return tidy(unescape(raw) if "&" in raw else raw)


def unescape(raw: str) -> str:
    """Replace character references in an attribute's value as browsers do.

    A named reference without a semicolon is kept before a letter, a digit or "=".

    >>> unescape("/a?x=1&amp;y=2&region=fr&copy=3"), unescape("L&#39;&eacutet&eacute;")
    ('/a?x=1&y=2&region=fr&copy=3', "L'&eacutet\xe9")
    """
    return _REFERENCE.sub(_character, raw)


def _character(match: re.Match[str]) -> str:
    reference = match[0]
    if match["digits"] is not None and len(match["digits"].lstrip("xX0")) > _LONGEST_NUMBER:
        return "\ufffd"
    if match["name"] is not None:
        # html.unescape() would replace "&not" in "&notit;".
        return entities.html5.get(reference[1:], reference)
    return html.unescape(reference)


# https://html.spec.whatwg.org/multipage/parsing.html#named-character-reference-state
_REFERENCE = re.compile(
    "&(?:#(?P<digits>[0-9]++|[xX][0-9a-fA-F]++);?"
    "|(?P<name>[A-Za-z][A-Za-z0-9]*+)(?:;|(?![=A-Za-z0-9])))"
)
_LONGEST_NUMBER: Final = 9
"""Maximum number of digits in a reference. Larger numbers are invalid, and int() rejects thousands
of digits."""
