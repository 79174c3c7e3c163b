"""Finds the standfirst at the start of a text: a short introduction above the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from lemonde_parse.article import Choice
from lemonde_parse.classify import features as has
from lemonde_parse.classify.limits import LIMITS
from lemonde_parse.classify.repeats import is_doubled
from lemonde_parse.classify.rules import POST_TIME, is_credited
from lemonde_parse.layout import Role
from lemonde_parse.metadata import fields
from lemonde_parse.metadata.claims import Claim
from lemonde_parse.plaintext.choices import choose
from lemonde_parse.plaintext.header import is_moment, is_printed
from lemonde_parse.plaintext.sentences import closes, is_prose
from lemonde_parse.plaintext.unwrap import OBJECT, Piece
from lemonde_parse.wording.matching import is_phrase

_SEARCHED: Final = 5
"""Number of lines at the start of a text that may be its standfirst."""
_BETWEEN: Final = 4
"""Maximum number of lines between a standfirst and the first paragraph."""
# Long-form articles print the standfirst directly after the kicker: "EnquêteIls ont tout quitté".
_GLUED_KICKER = re.compile(
    r"([^\W\d_][\w ]{0,20}?[a-zà-ÿ]) ?(?=[A-ZÀ-Ý«])"
    r"|([A-ZÀ-Ý][A-ZÀ-Ý ]{2,20}?) ?(?=[A-ZÀ-Ý][a-zà-ÿ’'])"
)
# "VIDÉO - Le port rouvre.", "REPORTAGE. Le port rouvre."
_LABELLED = re.compile(r"[A-ZÀ-Ý]{4}[A-ZÀ-Ý -]{0,30}(?: [-–—:] ?|\. )")
# "Le port rouvre. Explications.", "Le port rouvre. Notre enquête."
_ENDS_IN_LABEL = re.compile(r"[.!?…»] (?:[Nn]otre )?[A-ZÀ-Ýa-zà-ÿ’'-]{4,20}\.$")


def choose_standfirst(
    pieces: Sequence[Piece],
    base: int,
    titles: Set[str],
    choices: list[Choice],
    *,
    is_dated: bool,
) -> int | None:
    """Return the index of the standfirst at the start of an article; None if there is none.

    `base` is the indent of the paragraphs; `titles` are the headlines found. `is_dated` is True if
    the text begins below a dateline.
    """
    candidates = []
    for at, piece in enumerate(pieces[:_SEARCHED]):
        if is_dated and (POST_TIME.fullmatch(piece.text) or is_moment(piece.text)):
            break  # the posts of a live blog
        if not closes(piece):
            continue
        below = next(
            (near for near in range(at + 1, len(pieces)) if closes(pieces[near])), len(pieces)
        )
        if below == len(pieces) or below - at > _BETWEEN + 1:
            break
        features = standfirst_features(pieces, at, below, base, titles, is_dated=is_dated)
        candidates.append((at, piece.text, features))
        if is_dated and is_prose(piece):
            break  # lines above a standfirst are discarded, but paragraphs must be kept
    return choose("standfirst", candidates, choices) if candidates else None


def standfirst_features(
    pieces: Sequence[Piece],
    at: int,
    below: int,
    base: int,
    titles: Set[str],
    *,
    is_dated: bool,
) -> list[str]:
    """Return the names of the features of a line that may be the standfirst.

    `below` is the index of the next line that is a sentence.
    """
    piece, text = pieces[at], pieces[at].text
    between = pieces[at + 1 : below]
    above = pieces[at - 1].text if at else ""
    following = pieces[below]
    role = piece.line.role if piece.line is not None else None
    is_first = not any(map(closes, pieces[:at]))
    has_field = is_first and any(
        is_printed(near.text) or (is_moment(near.text) and not is_dated) for near in between
    )
    features = {
        "below the dateline": is_dated,
        "set apart by its indent": piece.indent < base <= following.indent,
        "marked as a heading": role is Role.HEADING,
        "emphasised": piece.line is not None and has.is_wholly(piece.line, "emphasis"),
        "bold": piece.line is not None and has.is_wholly(piece.line, "strong"),
        "byline or date below": has_field,
        "title below": any(near.text in titles for near in between),
        "other line below": bool(between) and not has_field,
        "picture below": any(near.text == OBJECT for near in between),
        "caption above": bool(above) and (is_credited(above) or is_doubled(above)),
        "short": len(text) <= LIMITS.prose,
        "longer than a headline": len(text) > LIMITS.headline,
        "much shorter than the next sentences": 2 * len(text) < len(following.text),
        "longer than the next sentences": len(text) > len(following.text),
        "starts with a label": _LABELLED.match(text) is not None,
        "ends with a label": _ENDS_IN_LABEL.search(text) is not None,
        "starts with a quote": text.startswith(("«", '"', "“")),
    }
    return [name for name, holds in features.items() if holds]


def below_standfirst(pieces: Sequence[Piece], at: int, titles: Set[str]) -> tuple[list[Piece], int]:
    """Return the bylines and datelines below a standfirst, and the index of the first line to keep.

    `at` is the index of the standfirst. A repeated title below it is skipped as well.
    """
    printed = []
    end = at + 1
    for near, piece in enumerate(pieces[at + 1 : at + 1 + _BETWEEN], at + 1):
        if closes(piece):
            break
        if is_printed(piece.text) or is_moment(piece.text):
            printed.append(piece)
            end = near + 1
        elif piece.text in titles:
            end = near + 1
    return printed, end


def split_kicker(text: str) -> tuple[str, str] | None:
    """Split a kicker from a standfirst on the same line; None for other texts.

    >>> split_kicker("EnquêteIls ont tout quitté.")
    ('Enquête', 'Ils ont tout quitté.')
    >>> split_kicker("RÉCIT Ils ont tout quitté."), split_kicker("Récit et roman se mêlent.")
    (('RÉCIT', 'Ils ont tout quitté.'), None)
    """
    glued = _GLUED_KICKER.match(text)
    if glued is None:
        return None
    kicker = glued[1] or glued[2]
    return (kicker, text[glued.end() :]) if is_phrase(kicker.capitalize(), "genre") else None


def kicker_claims(kicker: str, standfirst: str) -> list[Claim[object]]:
    """Return the claims for a kicker and a standfirst."""
    return [
        fields.KICKER.claim("printed", kicker),
        fields.DESCRIPTION.claim("printed", standfirst),
    ]
