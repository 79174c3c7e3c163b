"""Normalises texts for comparison: folding, splitting into sentences, hashing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import blake2b
from typing import Final, TypeAlias

Fold: TypeAlias = Callable[[str | None], str]
"""`fold` or `fold_flat`."""
Key: TypeAlias = Callable[[str], str]
"""Turns a folded text into its key for comparison: the text itself, or its hash."""

HASH_BYTES: Final = 8
SALT_BYTES: Final = 16

_INVISIBLE: Final = dict.fromkeys(
    (
        0xAD,  # soft hyphen
        0xFEFF,  # byte order mark
        *range(0x200B, 0x2010),  # zero-width spaces and joiners, direction marks
        *range(0x202A, 0x202F),  # direction embeddings and overrides
        *range(0x2060, 0x206A),  # word joiner, invisible operators, direction isolates
    )
)
_TYPED: Final = str.maketrans(
    {
        "’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"',
        "–": "-", "—": "-", "…": "...", "^": None,
    }
)  # fmt: skip
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…]) ")
_WORD: Final = re.compile(r"\w+")


def fold(text: str | None) -> str:
    """Fold a text: compose its characters (NFC), remove invisible ones, and replace each run of
    whitespace with a space.

    No-break spaces count as whitespace. None gives "".

    >>> fold("Une\\u00a0nuit,  un\\u00adjour")
    'Une nuit, unjour'
    """
    return " ".join(unicodedata.normalize("NFC", text or "").translate(_INVISIBLE).split())


def fold_flat(text: str | None) -> str:
    """Fold a text that a program printed, like `fold`, but also replace typographic quotes and
    dashes.

    Text browsers write "--" for a dash and "^" before a superscript.

    >>> fold_flat("L’eau – et le 1^er bief…")
    "L'eau - et le 1er bief..."
    """
    return fold((text or "").translate(_TYPED).replace("--", "-"))


def split_sentences(text: str) -> list[str]:
    """Split a folded text after each ".", "!", "?" or "…" before a space.

    Joining the sentences with spaces restores the text. Texts are also split after abbreviations;
    that is harmless, because both texts of a comparison are split in the same way.

    >>> split_sentences("Il pleut. M. Brun rentre")
    ['Il pleut.', 'M.', 'Brun rentre']
    """
    return _SENTENCE_END.split(text)


def words_of(text: str) -> list[str]:
    """List the words of a text in lower case: runs of letters, digits and "_"."""
    return _WORD.findall(text.casefold())


def keyed(salt: str) -> Key:
    """Return the function that turns a folded text into its key.

    With an empty salt, a text is its own key. Otherwise the key is the BLAKE2b hash of the text in
    UTF-8: 8 bytes, written as 16 hexadecimal digits. `salt` is also hexadecimal; its first 16 bytes
    are used. The key of an empty text is empty.

    >>> keyed("")("Il pleut.")
    'Il pleut.'
    >>> keyed("ab" * 32)("Il pleut.")
    '7f10962e8f6d3f7d'
    """
    if not salt:
        return str
    salted = bytes.fromhex(salt)[:SALT_BYTES]

    def key(text: str) -> str:
        if not text:
            return ""
        return blake2b(text.encode(), digest_size=HASH_BYTES, salt=salted).hexdigest()

    return key
