"""Matches lines against the phrase table, with an index of first letters as pre-filter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from string import digits
from typing import Final

from lemonde_parse.wording.phrases import (
    BADGE_STEMS,
    LABEL_BEGINNING,
    LABEL_SIGNS,
    PHRASES,
    Phrase,
    PhraseKind,
)

_ACCENTS: Final = "àaâaçcéeèeêeîiïiôoùuûu"
_SPELLINGS: Final = {
    "'": "'’ʼ",
    " ": " \u00a0\u202f",
    **{letter: letter + plain for letter, plain in zip(_ACCENTS[::2], _ACCENTS[1::2], strict=True)},
}
"""Alternative spellings of a character in pages, and in dumps without accents."""
_SPELLINGS.update({letter.upper(): both.upper() for letter, both in _SPELLINGS.items()})
_NO_LETTERS: Final = re.compile(r"[\W_]+")
# A character class, an escaped character, or a character with alternative spellings.
_TOKEN: Final = re.compile(rf"\[[^\]]*\]|\\.|[{''.join(_SPELLINGS)}]")
UNACCENTED: Final = str.maketrans(
    {
        other: letter[-1] if letter.isalpha() else letter[0]
        for letter in _SPELLINGS.values()
        for other in letter
    }
)
"""For `str.translate`: replaces accented letters, and special spaces and apostrophes, with plain
ones."""
_OPENING: Final = 3
"""Number of characters in an index key."""
_PLAIN: Final = re.compile(r"(?:[\w ',/›©-](?![?{])){1,3}")
_PIECE: Final = re.compile(r"\\.|\[[^\]]*\]|.")
_LABEL_BEGINNING: Final = 24
"""Number of characters that are enough to recognise the start of a label."""


def fold(text: str) -> str:
    """Replace no-break spaces and typographic apostrophes by plain ones; the length stays the same.

    >>> fold("Lire\N{NO-BREAK SPACE}l’entretien")
    "Lire l'entretien"
    """
    if text.isascii():
        return text
    return text.replace("\u00a0", " ").replace("’", "'").replace("\u202f", " ").replace("ʼ", "'")


def spelled(pattern: str) -> str:
    """Return a pattern that also matches other spellings: no accents, no-break spaces, "’" for "'".

    >>> re.fullmatch(spelled("Réservé à l'abonné"), "Reserve à l’abonne") is not None
    True
    """
    return _TOKEN.sub(_every_spelling, pattern)


def _every_spelling(token: re.Match[str]) -> str:
    text = token[0]
    if text[0] == "\\":
        return text
    if text[0] == "[":
        return "".join(_SPELLINGS.get(letter, letter) for letter in text)
    return f"[{_SPELLINGS[text]}]"


def letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case.

    >>> letters("À lire : « L’île n° 3 »")
    'àlirelîlen3'
    """
    return _NO_LETTERS.sub("", text).casefold()


def alternatives(pattern: str) -> list[str]:
    """Split a pattern at the top-level bars, outside groups and classes.

    >>> alternatives("Lire|(?:À|A) voir|[a|b]")
    ['Lire', '(?:À|A) voir', '[a|b]']
    """
    parts, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def openings(pattern: str) -> Iterator[str]:
    """Yield the first three characters of possible matches, without accents.

    If those are not certain, yield only the first one; if that is not certain either, yield "".

    >>> sorted(set(openings("(?:À|Les) lire|L'(?:un|autre)|(?:En )?Vue|\\\\w min")))
    ['', 'A l', 'En ', 'L', 'Les', 'Vue']
    """
    for branch in alternatives(pattern):
        if branch.startswith(r"\d"):
            yield from digits
        elif branch.startswith("(?:"):
            group, rest = _split_group(branch)
            for part in alternatives(group):
                yield from openings(part + rest.lstrip("?"))
            if rest.startswith("?"):
                yield from openings(rest[1:])
        else:
            plain = _PLAIN.match(branch)
            opening = plain[0].translate(UNACCENTED) if plain else ""
            yield opening if len(opening) == _OPENING else opening[:1]


def _split_group(branch: str) -> tuple[str, str]:
    """Return the inside of the group at the start of a pattern, and the rest of the pattern."""
    depth = 0
    for piece in _PIECE.finditer(branch):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            return branch[3 : piece.start()], branch[piece.end() :]
    raise ValueError(f"unclosed group in {branch!r}")


class _Rows:
    """Rows that may match texts with the same first characters, compiled for each kind of match."""

    def __init__(self, rows: tuple[Phrase, ...]) -> None:
        self._rows = rows

    def first(self, match: re.Match[str] | None) -> Phrase | None:
        """Return the row that a match of `lines` or `beginnings` belongs to."""
        return None if match is None else self._rows[(match.lastindex or 0) - 1]

    @cached_property
    def lines(self) -> re.Pattern[str]:
        return _compiled((row, "" if row.match == "prefix" else r"\Z") for row in self._rows)

    @cached_property
    def beginnings(self) -> re.Pattern[str]:
        return _compiled((row, "") for row in self._rows)

    @cached_property
    def parts(self) -> re.Pattern[str]:
        return _compiled((row, "") for row in self._rows if row.match != "whole")


def _compiled(rows: Iterable[tuple[Phrase, str]]) -> re.Pattern[str]:
    # The empty group after each row makes `lastindex` the number of the row.
    branches = [f"(?:{spelled(row.pattern)}){end}()" for row, end in rows]
    return re.compile("|".join(branches) or "(?!)")


class Matcher:
    """Rows of the phrase table; the first row that matches wins."""

    def __init__(self, rows: Iterable[Phrase]) -> None:
        self._all = tuple(rows)
        by_opening: dict[str, set[int]] = {"": set()}
        for index, row in enumerate(self._all):
            for opening in openings(row.pattern):
                by_opening.setdefault(opening, set()).add(index)
        self._index: dict[str, _Rows] = {}
        for opening in by_opening:
            indexes = set().union(*(by_opening.get(key, ()) for key in (opening, opening[:1], "")))
            self._index[opening] = _Rows(tuple(self._all[index] for index in sorted(indexes)))
        self._others = self._index[""] if by_opening[""] else None

    def _may_match(self, text: str) -> _Rows | None:
        opening = text[:_OPENING]
        if not opening.isascii():
            opening = opening.translate(UNACCENTED)
        index = self._index
        return index.get(opening) or index.get(opening[:1], self._others)

    def phrase_of(self, line: str) -> Phrase | None:
        """Return the row that matches an entire line, or its start if the row allows more text.

        >>> matcher("share", "badge").phrase_of("Article réservé à nos abonnés").name
        'badge.article'
        >>> matcher("share").phrase_of("Partager le pain") is None
        True
        """
        rows = self._may_match(line)
        return rows.first(rows.lines.match(line)) if rows is not None else None

    def match_prefix(self, text: str) -> Phrase | None:
        """Return the row that matches the start of a text, even if it requires an entire line.

        >>> matcher("label").match_prefix("Lire aussi Un titre").name
        'label.also'
        """
        rows = self._may_match(text)
        return rows.first(rows.beginnings.match(text)) if rows is not None else None

    def prefix_length(self, text: str) -> int:
        """Return the length of the start of a text that `match_prefix` matches; 0 without a match.

        >>> matcher("label").prefix_length("Lire aussi Un titre")
        11
        """
        rows = self._may_match(text)
        match = rows.beginnings.match(text) if rows is not None else None
        return match.end() if match is not None else 0

    def find(self, text: str) -> tuple[int, int] | None:
        """Return the position of the first match in a text, ignoring rows that need an entire line.

        >>> matcher("badge").find("Lire aussi Subscribers only A title")
        (11, 27)
        """
        match = self._everything.parts.search(text)
        return match.span() if match is not None else None

    @cached_property
    def _everything(self) -> _Rows:
        return _Rows(self._all)


_table: tuple[Phrase, ...] = PHRASES


@cache
def matcher(*kinds: PhraseKind) -> Matcher:
    """Return the matcher for some kinds. If a text matches several, the first kind wins."""
    return Matcher(row for kind in kinds for row in _table if row.kind == kind)


@contextmanager
def phrase_table(rows: Iterable[Phrase]) -> Iterator[None]:
    """Replace the rows of the table within a `with` block, for tests and ablation."""
    global _table
    before, _table = _table, tuple(rows)
    matcher.cache_clear()
    try:
        yield
    finally:
        _table = before
        matcher.cache_clear()


def is_phrase(text: str, *kinds: PhraseKind) -> bool:
    """Match a line that is a phrase of one of the kinds.

    >>> is_phrase("La suite est réservée aux abonnés.", "notice")
    True
    >>> is_phrase("Lire aussi", "related"), is_phrase("Lire aussi longtemps lui plaît.", "related")
    (True, False)
    """
    return matcher(*kinds).phrase_of(text) is not None


def may_point_elsewhere(text: str) -> bool:
    """Match a line that may be a related link; a quick test, not exact.

    >>> may_point_elsewhere("Lire aussi Un titre"), may_point_elsewhere("Un titre")
    (True, False)
    """
    return may_contain_badge(text) or may_begin_label(text)


def may_contain_badge(text: str) -> bool:
    """Match a text that may contain a subscriber badge."""
    for stem in BADGE_STEMS:  # any() takes three times as long, on every line  # noqa: SIM110
        if stem in text:
            return True
    return False


def may_begin_label(text: str) -> bool:
    """Match a text that starts like the label of a related link, ignoring case."""
    if text[:1] in LABEL_SIGNS:
        text = text.lstrip(LABEL_SIGNS)
    return _label_beginning().match(text[:_LABEL_BEGINNING].lower()) is not None


@cache
def _label_beginning() -> re.Pattern[str]:
    return re.compile(spelled(LABEL_BEGINNING).lower())
