"""Distinguishes the sentences and paragraphs of a text from menus, buttons and titles."""

from __future__ import annotations

from lemonde_parse.classify.features import closing
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.plaintext.unwrap import Piece
from lemonde_parse.wording.matching import is_phrase
from lemonde_parse.wording.punctuation import STOPS


def closes(piece: Piece) -> bool:
    """Match a line that ends like a sentence and is too long for a button.

    Also match a long paragraph of several sentences without final punctuation.
    """
    text = piece.text
    return (
        not piece.is_item
        and len(text) > LIMITS.biography
        and (closing(text).endswith(STOPS) or (len(text) > LIMITS.prose and ". " in text))
    )


def is_sentence(piece: Piece) -> bool:
    """Match a long line that ends like a sentence, except list items and captions printed twice."""
    return (
        not piece.is_item
        and len(piece.text) > LIMITS.short
        and closing(piece.text).endswith(STOPS)
        and not is_doubled(piece.text)
    )


def is_prose(piece: Piece) -> bool:
    """Match a sentence as long as a paragraph, unless it advertises a newsletter or a service."""
    is_long = len(piece.text) > LIMITS.prose and is_sentence(piece)
    return is_long and not is_phrase(piece.text, "newsletter", "promotion")
