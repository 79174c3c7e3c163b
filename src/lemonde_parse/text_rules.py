"""What a reader sees of a text in the source: white space folded, invisible characters gone.

Runs of white space become one space. U+00A0 and U+202F stay, because French typography means them; every other Unicode
space is a space. Soft hyphens, zero-width and bidirectional marks and control characters are not seen, and go.
"""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
# A run that is not one plain space already. The first branch needs a space that is no " "; the second, two of them.
_SPACES = re.compile(r"[^\S \xa0\u202f][^\S\xa0\u202f]*| [^\S\xa0\u202f]+")
_ODD = re.compile(rf"{_INVISIBLE.pattern}|{_SPACES.pattern}")
_SURROGATES = re.compile("[\ud800-\udfff]")


def squeeze(raw: str) -> str:
    """White space folded and invisible characters gone; a space at either end stays.

    >>> squeeze("  Deux\\n mots\\u00ad coupés")
    ' Deux mots coupés'
    """
    if _ODD.search(raw) is None:
        return raw
    return _SPACES.sub(" ", _INVISIBLE.sub("", raw))


def tidy(raw: str) -> str:
    """`squeeze`, and nothing left to strip.

    >>> tidy("\\u00a0 Deux\\tmots ")
    'Deux mots'
    """
    return squeeze(raw).strip()


def declared(raw: str) -> str:
    """A text from metadata: some pages write HTML entities and lone surrogates into their JSON.

    >>> declared("Dix&nbsp;% &amp; plus\\ud800")
    'Dix\\xa0% & plus\\ufffd'
    """
    return tidy(_SURROGATES.sub("\ufffd", html.unescape(raw)))
