"""Invents words with the same length, capitals, accents and kinds of letters as real words."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

SHORT: Final = 3
"""Maximum length of short words, which are kept: articles, pronouns, "Par"."""

GLUED: Final = "(?<=[a-zß-öø-ÿ])[A-ZÀ-ÖØ-Þ]"
"""The capital letter at which a second word starts without a space: "T" in "FacebookTwitter"."""
WORD: Final = re.compile(f"[^\\W\\d_](?:[\u00ad\u200b\u200c\u200d]?(?!{GLUED})[^\\W\\d_])*")
"""A run of letters, including soft hyphens and zero-width characters. It ends before a capital
letter that starts a second word."""

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d"))
_VOWELS: Final = "aeiou"
_CONSONANTS: Final = "bcdfglmnprstvz"
_ACCENTED: Final = frozenset("àâäèéêëîïôöùûü")
_ALTERNATIVES: Final = 50
"""Number of words to try before accepting one that is known or on the page."""
_NEIGHBOURS: Final = 15
"""Maximum distance, in code points, between a letter outside ASCII and its replacement."""


def word_key(word: str) -> str:
    """Return a word in lower case, without accents and invisible characters.

    >>> word_key("Éco\\u00adle")
    'ecole'
    """
    return "".join(map(_plain, word.translate(_INVISIBLE)))


class Inventor:
    """Replaces words. The same word gives the same invented word, ignoring case and accents.

    Words with the same beginning get invented words with the same beginning, so that a truncated
    copy of a text still matches its start. Each letter is replaced by another one of the same kind.
    `kept` are the keys of words to leave unchanged, and `taken` those that no invented word should
    equal.

    >>> inventor = Inventor(b"salt", kept=frozenset({"publie"}), taken=frozenset())
    >>> inventor.replace("Publié à Arles : l’école, L’ÉCOLE et les écoliers, 12 h 30.")
    'Publié à Idrad : l’inafa, L’INAFA et les inafaumd, 12 h 30.'
    """

    def __init__(self, salt: bytes, *, kept: frozenset[str], taken: frozenset[str]) -> None:
        self._salt = salt
        self._kept = kept
        self._taken = taken
        self._invented: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def replace(self, text: str) -> str:
        """Replace the words of a text, except short and kept ones."""
        return WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        key = word_key(word)
        if len(key) <= SHORT or key in self._kept:
            return word
        letters = iter(self._invent(key))
        return "".join(
            letter if ord(letter) in _INVISIBLE else _like(letter, next(letters)) for letter in word
        )

    def _invent(self, key: str) -> str:
        """Return the invented word for a key: if possible, one that is not known or on the page."""
        if key not in self._invented:
            beginning = "".join(self._letter(key[: end + 1], 0) for end in range(len(key) - 1))
            for attempt in range(_ALTERNATIVES):
                word = beginning + self._letter(key, attempt)
                if word not in self._taken:
                    break
            self._invented[key] = word
        return self._invented[key]

    def _letter(self, beginning: str, attempt: int) -> str:
        """Return the replacement for the last letter of the beginning of a word."""
        name = f"{attempt}:{beginning}"
        if name not in self._letters:
            others = _others(beginning[-1])
            number = int.from_bytes(blake2b(name.encode(), digest_size=4, key=self._salt).digest())
            self._letters[name] = others[number % len(others)]
        return self._letters[name]


def _plain(letter: str) -> str:
    lower = letter.lower()
    return unicodedata.normalize("NFD", lower)[0] if len(lower) == 1 else letter


def _others(letter: str) -> str:
    """Return the letters that may replace a letter: other vowels for a vowel, other consonants for
    a consonant, and letters of the same script for a letter outside ASCII."""
    if letter in _VOWELS:
        return _VOWELS.replace(letter, "")
    if letter.isascii():
        return _CONSONANTS.replace(letter, "")
    near = (chr(ord(letter) + step) for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1) if step)
    kind, script = unicodedata.category(letter), _script(letter)
    same = [
        other for other in near if unicodedata.category(other) == kind and _script(other) == script
    ]
    return "".join(same) or letter


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _like(letter: str, invented: str) -> str:
    """Give an invented letter the case of the letter that it replaces, and its accent if the result
    is a French vowel."""
    accents = unicodedata.normalize("NFD", letter)[1:]
    accented = unicodedata.normalize("NFC", invented + accents)
    if accented in _ACCENTED:
        invented = accented
    upper = invented.upper()
    return upper if letter.isupper() and len(upper) == 1 else invented
