"""Replaces typographic characters with plain ones, as on a typewriter."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Fold:
    """Characters that are replaced with one plain character, so that offsets stay valid."""

    name: str
    """A name for the characters, used in the documentation."""
    characters: str
    plain: str
    """The replacement."""


FOLDS: Final = (
    # ´ is a common mistake for the apostrophe; the primes are minutes and seconds.
    Fold("apostrophes, single quotation marks and primes", "’‘‚‛ʼ´′‹›", "'"),
    Fold("quotation marks and double primes", "«»“”„‟″", '"'),
    Fold("Unicode hyphens, including the no-break hyphen", "‐‑", "-"),
    Fold(
        "Unicode spaces, including the two no-break spaces",
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    ),
)
"""All replacements that plain typography makes."""

_PLAIN: Final = {ord(character): fold.plain for fold in FOLDS for character in fold.characters}


def plain(text: str) -> str:
    """Replace the characters in `FOLDS`; the text keeps its length.

    >>> print(plain("« L’été »"))
    " L'été "
    """
    return text.translate(_PLAIN)
