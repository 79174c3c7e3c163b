"""What a reader sees of a text in the source: white space folded, invisible characters gone.

Runs of white space become one space. U+00A0 and U+202F stay, because French typography means them;
every other Unicode space is a space. Soft hyphens, zero-width and bidirectional marks, control
characters and lone surrogates are not seen, and go.
"""

from __future__ import annotations

import html
import re

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\xa0\u202f]+")
# Those that end no line: what `str.splitlines` takes for the end of one stays.
_ODD_SPACES = re.compile(r"[^\S\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029\xa0\u202f]")


def squeeze(raw: str) -> str:
    """White space folded and invisible characters gone; a space at either end stays.

    >>> squeeze("  Deux\\n mots\\u00ad coupés")
    ' Deux mots coupés'
    """
    if is_squeezed(raw):
        return raw
    # Line feeds and indentation are all that most others hold: replacing costs a twentieth of an
    # expression.
    text = raw.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    if not _is_printable(text):
        text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return fold_spaces(text)


def fold_spaces(text: str) -> str:
    """Runs of U+0020 as one."""
    while "  " in text:  # each turn halves the longest run
        text = text.replace("  ", " ")
    return text


def is_visible(raw: str) -> bool:
    """Whether `visible` would change nothing: lines of letters, signs and common spaces."""
    return _is_printable(raw.replace("\n", " ").replace("\t", " ").replace("\r", " "))


def visible(raw: str) -> str:
    """A text of many lines, which stay, without invisible characters, and with odd spaces as
    spaces.

    >>> visible("Deux\\u2009mots\\u00ad coupés,\\n\\u200bdeux lignes")
    'Deux mots coupés,\\ndeux lignes'
    """
    return _ODD_SPACES.sub(" ", _INVISIBLE.sub("", raw))


def is_squeezed(raw: str) -> bool:
    """Whether `squeeze` would change nothing."""
    # Most texts need nothing, or their white space folded. Python calls every odd space and
    # invisible character unprintable, but also the two no-break spaces; these tests take a tenth of
    # the time of the expressions.
    return "  " not in raw and _is_printable(raw)


def _is_printable(text: str) -> bool:
    if text.isprintable():
        return True
    return text.replace("\xa0", " ").replace("\u202f", " ").isprintable()


def tidy(raw: str) -> str:
    """`squeeze`, and nothing left to strip.

    >>> tidy("\\u00a0 Deux\\tmots ")
    'Deux mots'
    """
    return squeeze(raw).strip()


def declared(raw: str) -> str:
    """A text from metadata, where some pages write HTML entities even into their JSON.

    >>> declared("Dix&nbsp;% &amp; plus")
    'Dix\\xa0% & plus'
    """
    return tidy(html.unescape(raw) if "&" in raw else raw)
