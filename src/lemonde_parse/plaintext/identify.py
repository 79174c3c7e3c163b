"""Rejects texts that are not articles: lists, tables, code, and lists of articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lemonde_parse.blocks import ListBlock
from lemonde_parse.classify.engine import AFTER_HEADING, Verdict
from lemonde_parse.classify.features import ends_sentence
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.errors import NotAnArticleError
from lemonde_parse.journal import Journal
from lemonde_parse.layout import REMOVED, Role
from lemonde_parse.metadata import fields
from lemonde_parse.plaintext.reader import Reading
from lemonde_parse.wording.matching import matcher

_LEAST_LINES: Final = 3
"""A short text with fewer lines than this is accepted, since it may be a title alone."""
_LEAST_PROSE: Final = 0.28
"""Minimum share of prose in a text without a long sentence. Poems and recipes have at least .48, a
list of addresses has .26, and tables, system files and chats have at most .13."""
_LEAST_LETTERS: Final = 0.8
"""Minimum share of letters and spaces in a sentence."""
_WORDS: Final = 3
"""Minimum number of words in a line of verse, or in a list item without figures."""
_DATELINES: Final = 5
"""Minimum number of datelines in a list of articles; lists have 42 or more, articles at most 1."""
_SIGNED: Final = (fields.DATE_PUBLISHED, fields.DAY_PUBLISHED, fields.BYLINE)
_VERSE: Final = " '’ʼ,;:.!?…«»“”\"()–—-\u00a0\u202f"
"""Punctuation and spaces that may appear in a line of verse."""


def check_is_article(reading: Reading, verdicts: Sequence[Verdict], journal: Journal) -> None:
    """Reject a text that is not prose or that is a list of articles.

    Warn if nothing shows that the text is an article.

    Raises `NotAnArticleError` with the reason "no sentences" or "section front".
    """
    lines = list(_kept(verdicts))
    size = sum(map(len, lines))
    is_own = reading.classifier is not None  # Markdown that this library wrote
    if (
        not is_own
        and (len(lines) >= _LEAST_LINES or size > LIMITS.headline)
        and not any(len(text) > LIMITS.biography and _is_sentence(text) for text in lines)
        and sum(len(text) for text in lines if is_prose(text)) < _LEAST_PROSE * size
        and not _is_signed(reading)
    ):
        raise NotAnArticleError(
            "no sentences", "it has no long sentence; it may be a list, a table or code"
        )
    dateline = matcher("dateline")
    dated = sum(dateline.match_prefix(verdict.line.text) is not None for verdict in verdicts)
    if dated >= _DATELINES and not is_own:
        raise NotAnArticleError(
            "section front",
            f"it has {dated} datelines; split a text of several articles into one text per article",
        )
    if lines and not _is_identified(reading, verdicts):
        journal.warn(
            "unidentified",
            "unidentified text: it has no title, byline, date or known newspaper phrase",
        )


def _kept(verdicts: Iterable[Verdict]) -> Iterable[str]:
    """Yield the texts of the body, each list item separately."""
    for verdict in verdicts:
        if verdict.role not in AFTER_HEADING:
            continue
        block = verdict.line.block
        if isinstance(block, ListBlock):
            yield from (item.text for item in block.items)
        elif verdict.line.text:
            yield verdict.line.text


def is_prose(text: str) -> bool:
    """Match a sentence, or a line of verse: only words, without figures or symbols.

    >>> is_prose("Il pleut sur le port, dit-elle."), is_prose("Le vent du port se lève")
    (True, True)
    >>> is_prose("root:x:0:0:root:/root:/bin/bash"), is_prose("12, rue du Port"), is_prose("Nice")
    (False, False, False)
    """
    words = text.split()
    return _is_sentence(text) or (
        len(words) >= _WORDS
        and not _is_names(text, words)
        and all(letter.isalpha() or letter in _VERSE for letter in text)
    )


def _is_sentence(text: str) -> bool:
    """Match a line of several words, mostly letters, that ends like a sentence.

    Also match a long line that contains the end of a sentence.
    """
    spaces = text.count(" ")
    return (
        spaces > 0
        and (ends_sentence(text) or (len(text) > LIMITS.prose and ". " in text))
        and sum(map(str.isalpha, text)) + spaces >= _LEAST_LETTERS * len(text)
    )


def _is_names(text: str, words: Sequence[str]) -> bool:
    """Match a line with too few lower-case words for a sentence, or a short line in capitals."""
    if text.isupper():
        return len(words) < 2 * _WORDS
    return 2 * sum(word[0].islower() for word in words) < len(words)


def _is_signed(reading: Reading) -> bool:
    """Match a text with a date or a byline."""
    return any(claim.field in _SIGNED for claim in reading.claims if claim.value is not None)


def _is_identified(reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    """Match a text with fields of an article, or with lines that only appear around articles.

    A heading in Markdown is not enough, because any text may have one.
    """
    is_markdown = reading.source == "markdown"
    return (
        reading.source == "dump"
        or reading.classifier is not None
        or any(
            claim.value is not None and not (is_markdown and claim.field is fields.HEADLINE)
            for claim in reading.claims
        )
        or any(verdict.role in REMOVED or verdict.role is Role.RELATED for verdict in verdicts)
    )
