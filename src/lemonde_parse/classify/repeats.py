"""Recognises repeated text: pull quotes, which repeat the body, and captions printed twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from lemonde_parse.wording.punctuation import SENTENCE_ENDS

_WORD = re.compile(r"\w+")
_SHARE: Final = 0.8
"""Minimum share of a quote's words that a passage must contain; editors shorten quotes."""
_LONGEST_CAPTION: Final = 2_000
"""Maximum length of a text that is searched for a repetition."""


def repeats(quote: str, passages: Sequence[str]) -> bool:
    """Match a quote if a stretch of a passage contains at least four fifths of its words.

    The stretch may have about twice as many words as the quote.

    >>> passage = "partout ses ambitions provoquent ainsi la méfiance de tous"
    >>> repeats("ses ambitions provoquent la méfiance", [passage])
    True
    """
    words = _WORD.findall(quote)
    enough = _SHARE * len(words)
    # Long words are rare; starting with them rejects most passages early.
    rarest = sorted(words, key=len, reverse=True)
    may_miss = len(words) - enough
    # Each word needs at least a letter and a space, so shorter passages contain too few words.
    passages = [text for text in passages if len(text) >= 2 * enough - 1]
    if not _may_contain("\n".join(passages), rarest, may_miss):
        return False
    return any(
        _has_stretch(text, words, enough)
        for text in passages
        if _may_contain(text, rarest, may_miss)
    )


def _has_stretch(text: str, words: Sequence[str], enough: float) -> bool:
    """Match a text if a stretch about twice as long as `words` contains enough of them."""
    wanted, width = Counter(words), 2 * len(words)
    passage = _WORD.findall(text)
    counts = dict.fromkeys(words, 0)
    matched = 0
    for index, word in enumerate(passage):
        if word in wanted:
            counts[word] += 1
            matched += counts[word] <= wanted[word]
            if matched >= enough:
                return True
        if index >= width:
            gone = passage[index - width]
            if gone in wanted:
                matched -= counts[gone] <= wanted[gone]
                counts[gone] -= 1
    return False


def _may_contain(text: str, words: Sequence[str], may_miss: float) -> bool:
    """Match a text that lacks at most `may_miss` of the words. This is a cheap first test."""
    missing = 0
    for word in words:
        if word not in text:
            missing += 1
            if missing > may_miss:
                return False
    return True


def is_doubled(text: str) -> bool:
    """Match a text that starts with the same words twice.

    For example, a text browser may print a caption after an alternative text with the same words.
    If more words follow and end a sentence, the text does not match: a speaker may repeat words.

    >>> is_doubled("Une vue du port. Une vue du port. JEANNE DURAND / AFP")
    True
    >>> is_doubled("Il pleut. Il pleut. Le port est vide.")
    False
    """
    if len(text) > _LONGEST_CAPTION or text.find(text.partition(" ")[0], 1) < 0:
        return False  # most lines do not repeat their first word
    words = text.split()
    if len(words) == 2:
        return words[0] == words[1]
    periods = (
        period for period, word in enumerate(words[2 : len(words) // 2 + 1], 2) if word == words[0]
    )
    return any(
        words[:period] == words[period : 2 * period]
        and (not words[-1].endswith(SENTENCE_ENDS) or words[period:] == words[:-period])
        for period in periods
    )
