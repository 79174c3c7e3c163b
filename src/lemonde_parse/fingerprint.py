"""Fingerprints of texts, to find near-duplicates such as a page and a text dump of it.

A text is represented by the set of its runs of three words, without case and accents. The
fingerprint is a minhash of that set (Broder, "On the resemblance and containment of documents",
1997), with 64 places: the share of equal places in two fingerprints estimates the share of common
runs. Each run is hashed once, and assigned to one place. A place without a run borrows the value of
the next place that has one (Shrivastava and Li, "Densifying one permutation hashing", 2014).
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

RUN: Final = 3
"""Number of words in a run. With fewer, texts on one subject look alike; with more, each typing
error costs more."""
PLACES: Final = 64
"""Number of places in a fingerprint, one byte each. The standard error of a similarity is 0.0625 at
most."""
_VALUES: Final = 256
"""Number of values of a place; two different runs agree by chance in one case out of 256."""
_STEP: Final = 0x9E37
"""Added to a borrowed value once per place, so that places that borrow the same value differ."""
_MASK: Final = 2**64 - 1

_WORD = re.compile(r"[^\W_]+")
_COMBINING = re.compile("[\u0300-\u036f]+")


def folded_words(text: str) -> list[str]:
    """Return the words of a text without case, accents, punctuation and typography.

    >>> folded_words("« L’Été à l’œuvre »")
    ['l', 'ete', 'a', 'l', 'oeuvre']
    """
    folded = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return _WORD.findall(_COMBINING.sub("", unicodedata.normalize("NFKD", folded)))


def fingerprint(text: str) -> str | None:
    """Return `Article.fingerprint` of a text."""
    words = folded_words(text)
    if not words:
        return None
    words += [""] * (RUN - len(words))
    known = {
        word: int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
        for word in set(words)
    }
    hashes = [known[word] for word in words]
    # Multiply a word's hash by an odd number for its position in the run, so that order counts.
    runs = {
        (first + 3 * second + 5 * third) & _MASK
        for first, second, third in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    lowest = {value % PLACES: value // PLACES for value in sorted(runs, reverse=True)}
    signature = bytearray(PLACES)
    # From last to first, twice, so that the last place can borrow from the first.
    value = 0
    for number in range(2 * PLACES - 1, -1, -1):
        value = lowest.get(number % PLACES, value + _STEP)
        signature[number % PLACES] = value % _VALUES
    return signature.hex()


def similarity(first: str, second: str) -> float:
    """Estimate the share, from 0 to 1, of common runs of three words in two articles, from their
    fingerprints.

    Above 0.5, the two are versions of one article: a page and a text dump of it, two captures, or a
    corrected version. Two articles on the same news from the same agency have 0.3 or less. If one
    article is a truncated copy of the other, the similarity is about the share of the text that is
    left. The standard error is 0.0625 at most.

    Raises `ValueError` for an invalid fingerprint.

    >>> from lemonde_parse import Article, Paragraph
    >>> page = Article(body=(Paragraph(text="L’été, le bac part à 8 heures du quai nord."),))
    >>> dump = Article(body=(Paragraph(text="L'ETE, LE BAC PART A 8 HEURES DU QUAI NORD"),))
    >>> similarity(page.fingerprint, dump.fingerprint)
    1.0
    """
    one, other = _values(first), _values(second)
    agreeing = sum(value == beside for value, beside in zip(one, other, strict=True))
    by_chance = 1 / _VALUES
    return max(0.0, (agreeing / PLACES - by_chance) / (1 - by_chance))


def _values(text: str) -> bytes:
    try:
        values = bytes.fromhex(text)
    except ValueError:
        values = b""
    if len(values) != PLACES:
        raise ValueError(f"not a fingerprint, which has {2 * PLACES} hexadecimal digits: {text!r}")
    return values
