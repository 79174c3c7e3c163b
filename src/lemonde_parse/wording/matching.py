"""Whether a line is known wording: the phrases, compiled, and the quick looks that spare most lines
the expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from attrs import define

from lemonde_parse.wording.phrases import (
    BADGE_STEMS,
    LABEL_SIGNS,
    PHRASES,
    RELATED_START,
    PhraseKind,
)

# Letters that the house sets with and without accent ("Editorial", "Éditorial"), and text dumps
# without.
_ACCENTS: Final = {
    "à": "a",
    "â": "a",
    "ç": "c",
    "é": "e",
    "è": "e",
    "ê": "e",
    "î": "i",
    "ï": "i",
    "ô": "o",
    "ù": "u",
    "û": "u",
}
_ACCENTED: Final = str.maketrans(
    {
        letter: f"[{letter}{plain}]"
        for lower, bare in _ACCENTS.items()
        for letter, plain in ((lower, bare), (lower.upper(), bare.upper()))
    }
)
_SPELLINGS: Final = {"'": "'’ʼ", " ": " \u00a0\u202f"}
"""What `fold` makes one."""

# Most lines are prose, and most prose begins as no wording does: a look-up of its first letters is
# all that it costs.

_OPENING: Final = 4
"""How many letters are looked up; for what has fewer, the first of them."""
_LABEL_OPENING: Final = 3
"""The same for labels of related links: "See"."""
_LABEL_START: Final = 24
"""Characters that hold what tells a label by its beginning."""
_OFTEN: Final = 120
"""Characters of a line up to which it is remembered whether it is wording: it comes again on the
next page."""
_PIECE: Final = re.compile(r"\\.|\[[^\]]*\]|[()|]|[^\\\[()|]+")
_QUANTIFIER: Final = re.compile(r"[?*+]|\{[^}]*\}")
_UNTOLD: Final = re.compile(r"[.^$(]|\\[A-Za-z]|\[(?:\^|.*(?:.-[^\]]|\\))")
"""Pieces of an expression that may be many characters, or none: any, an anchor, another class, a
range."""


def fold(text: str) -> str:
    """The text as phrases see it: no-break spaces as spaces, ’ as '. Its length stays.

    >>> fold("Lire\N{NO-BREAK SPACE}l’entretien")
    "Lire l'entretien"
    """
    if text.isascii():
        return text
    return text.replace("\u00a0", " ").replace("’", "'").replace("\u202f", " ").replace("ʼ", "'")


def expression(pattern: str) -> str:
    """A phrase's pattern as it is compiled: folded, and with every accent optional.

    >>> re.fullmatch(expression("Réservé aux abonnés"), "Reserve aux abonnes") is not None
    True
    """
    return fold(pattern).translate(_ACCENTED)


def may_point_elsewhere(text: str) -> bool:
    """Whether a line may be a related link by its wording: a cheap look at its beginning, before
    the dear one at all of it.

    >>> may_point_elsewhere("Lire aussi Un titre"), may_point_elsewhere("Un titre, réservé aux abonnés"), may_point_elsewhere("Un titre")
    (True, True, False)
    """
    return may_hold_badge(text) or may_begin_label(text)


def may_hold_badge(text: str) -> bool:
    """Whether the words of a badge may stand in a text: one look for what all of them hold."""
    for stem in BADGE_STEMS:  # any() takes three times as long, and this is asked of every line  # noqa: SIM110
        if stem in text:
            return True
    return False


def may_begin_label(text: str) -> bool:
    """Whether a text begins as every label of a related link does, but for its capitals and the
    signs before it."""
    if text[:1] in LABEL_SIGNS:
        text = text.lstrip(LABEL_SIGNS)
    openings, start = _label_start()
    return (
        text[:_LABEL_OPENING].lower() in openings
        and start.match(fold(text[:_LABEL_START])) is not None
    )


@cache
def _label_start() -> tuple[frozenset[str], re.Pattern[str]]:
    openings = frozenset(
        opening.lower() for opening in _openings(fold(RELATED_START), _LABEL_OPENING)
    )
    return openings, re.compile(expression(RELATED_START), re.IGNORECASE)


@define(eq=False)
class _Rows:
    """The phrases that a line may match by its first characters."""

    phrases: list[tuple[PhraseKind, str]]
    """Kind and pattern, in their order."""
    _compiled: re.Pattern[str] | None = None
    _kinds: tuple[PhraseKind, ...] = ()

    def match(self, folded: str, *, is_whole: bool) -> PhraseKind | None:
        """The first of the kinds that a folded line is of, or begins with."""
        if self._compiled is None:  # most rows are never asked for
            self._kinds = tuple(dict.fromkeys(kind for kind, _ in self.phrases))
            self._compiled = _alternatives(
                [[pattern for of, pattern in self.phrases if of == kind] for kind in self._kinds]
            )
        found = self._compiled.fullmatch(folded) if is_whole else self._compiled.match(folded)
        return (
            self._kinds[found.lastindex - 1]
            if found is not None and found.lastindex is not None
            else None
        )


def _alternatives(groups: Iterable[Iterable[str]]) -> re.Pattern[str]:
    """Patterns as one expression, a group for each of the groups."""
    return re.compile(
        "|".join(
            f"({'|'.join(f'(?:{expression(pattern)})' for pattern in group) or '(?!)'})"
            for group in groups
        )
    )


class Wording:
    """The phrases of some kinds."""

    __slots__ = ("_expression", "_kinds", "_others", "_rows")

    def __init__(self, kinds: tuple[PhraseKind, ...]) -> None:
        self._kinds = kinds
        self._expression: re.Pattern[str] | None = None
        phrases = [(kind, pattern) for kind in kinds for pattern in _patterns(kind)]
        told: dict[str, set[int]] = {}
        for index, (_, pattern) in enumerate(phrases):
            for opening in _openings(fold(pattern)):
                told.setdefault(opening if len(opening) == _OPENING else opening[:1], set()).add(
                    index
                )
        self._rows = {
            opening: _Rows(
                [
                    phrases[index]
                    for index in sorted(
                        told[opening] | told.get(opening[:1], set()) | told.get("", set())
                    )
                ]
            )
            for opening in told
        }
        self._others = self._rows.get("")  # what may begin with anything

    @property
    def expression(self) -> re.Pattern[str]:
        """All of them, to search folded texts: a group for each kind, in their order."""
        if self._expression is None:
            self._expression = _alternatives(map(_patterns, self._kinds))
        return self._expression

    def kind_of(self, line: str) -> PhraseKind | None:
        """The first of the kinds that a line is of, the whole of it.

        >>> wording("share", "badge").kind_of("Article réservé à nos abonnés"), wording("share").kind_of("Partager le pain")
        ('badge', None)
        """
        rows = self._rows.get(line[:_OPENING]) or self._rows.get(line[:1], self._others)
        if rows is None:
            return None
        return (
            _kind_of(rows, line) if len(line) <= _OFTEN else rows.match(fold(line), is_whole=True)
        )

    def match_prefix(self, text: str) -> PhraseKind | None:
        """The first of the kinds that a text begins with, whatever follows."""
        rows = self._rows.get(text[:_OPENING]) or self._rows.get(text[:1], self._others)
        return rows.match(fold(text), is_whole=False) if rows is not None else None

    def may_begin(self, text: str) -> bool:
        """Whether a text begins as one of them does: the look-up that spares most lines the
        expression."""
        rows = self._rows
        return text[:_OPENING] in rows or text[:1] in rows or self._others is not None


@lru_cache(maxsize=1024)
def _kind_of(rows: _Rows, line: str) -> PhraseKind | None:
    return rows.match(fold(line), is_whole=True)


@cache
def wording(*kinds: PhraseKind) -> Wording:
    """The phrases of these kinds; what is of several counts for the first."""
    return Wording(kinds)


@cache
def _open_ended() -> re.Pattern[str]:
    """Notices, after which a page may put anything, and the phrases that say so themselves."""
    return re.compile(
        "|".join(
            f"(?:{expression(one.pattern)})"
            for one in PHRASES
            if one.kind == "notice" or one.pattern.endswith(".*")
        )
    )


def begins_as_wording(text: str) -> bool:
    """Whether a line begins with wording that may go on without end.

    >>> begins_as_wording("Envie de lire la suite ? Et ainsi de suite."), begins_as_wording("Envie de lire, de sortir")
    (True, False)
    """
    return _open_ended().match(fold(text)) is not None


def is_phrase(text: str, *kinds: PhraseKind) -> bool:
    """Whether a line is wording of one of these kinds.

    >>> is_phrase("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", "notice")
    True
    >>> is_phrase("Lire aussi", "related"), is_phrase("Lire aussi longtemps lui plaît.", "related")
    (True, False)
    """
    return wording(*kinds).kind_of(text) is not None


def _patterns(kind: PhraseKind) -> Iterable[str]:
    return dict.fromkeys(phrase.pattern for phrase in PHRASES if phrase.kind == kind)


def _openings(pattern: str, length: int = _OPENING) -> Iterator[str]:
    """What the lines begin with that match a folded pattern, in every spelling: so many characters,
    or fewer where anything may follow.

    >>> sorted(set(_openings("(?:Re)?voir|[Éé]chos?|\\\\d+ min|.*"))), len(list(_openings("L'été")))
    (['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'Echo', 'Revo', 'echo', 'voir', 'Écho', 'écho'], 6)
    """
    for branch in _branches(pattern):
        if not branch or not length:
            yield ""
            continue
        atom, rest = _first_atom(branch)
        if (quantifier := _QUANTIFIER.match(rest)) is not None:
            rest = rest[quantifier.end() :]
            if quantifier[0][0] in "?*":
                yield from _openings(rest, length)
            rest = rest if quantifier[0] == "?" else "."
        if atom.startswith("(?:"):
            for part in _branches(atom[3:-1]):
                yield from _openings(part + rest, length)
        elif letters := _letters(atom):
            yield from (letter + more for more in _openings(rest, length - 1) for letter in letters)
        else:
            yield ""


def _branches(pattern: str) -> Iterator[str]:
    """What bars part, those within groups aside."""
    depth, branch = 0, ""
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            yield branch
            branch = ""
        else:
            branch += piece
    yield branch


def _first_atom(branch: str) -> tuple[str, str]:
    """The character, class or group that a branch begins with, and what follows it."""
    depth = 0
    for piece in _PIECE.finditer(branch):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            end = piece.end() if piece[0][0] in "\\[)" else 1
            return branch[:end], branch[end:]
    raise ValueError(f"a group is not closed: {branch!r}")


def _letters(atom: str) -> set[str]:
    """The characters that a literal, or a class without ranges, stands for, in every spelling; none
    if that cannot be told."""
    if atom == "\\d":
        return set("0123456789")
    if _UNTOLD.match(atom):
        return set()
    return {spelling for letter in atom.strip("[]\\") for spelling in _spellings(letter)}


def _spellings(letter: str) -> str:
    """A letter as texts have it before they are folded, with and without its accent."""
    bare = _ACCENTS.get(letter.lower(), "")
    return _SPELLINGS.get(letter, letter + (bare.upper() if letter.isupper() else bare))
