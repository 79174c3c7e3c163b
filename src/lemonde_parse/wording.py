"""Whether a line is known wording: the phrases, compiled, and the quick looks that spare most lines the expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final

from lemonde_parse.phrases import BADGE_STEMS, LABEL_SIGNS, PHRASES, RELATED_START, PhraseKind

# Letters that the house sets with and without accent ("Editorial", "Éditorial"), and text dumps without.
_ACCENTS: Final = {"à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "î": "i", "ï": "i", "ô": "o", "ù": "u", "û": "u"}
_ACCENTED: Final = str.maketrans(
    {letter: f"[{letter}{plain}]" for lower, bare in _ACCENTS.items() for letter, plain in ((lower, bare), (lower.upper(), bare.upper()))}
)
_SPELLINGS: Final = {"'": "'’ʼ", " ": " \u00a0\u202f"}
"""What `fold` makes one."""

# Most lines are prose, and most prose begins as no wording does: a look-up of its first letters is all that it costs.

_OPENING: Final = 4
"""How many letters are looked up: no wording has fewer."""
_OFTEN: Final = 120
"""Characters of a line up to which it is remembered whether it is wording: it comes again on the next page."""
_LITERAL: Final = re.compile(rf"(?:[\w ',/-]|\\\.){{{_OPENING}}}(?![?*{{])")
_PIECE: Final = re.compile(r"\\.|\[[^\]]*\]|[()|]|[^\\\[()|]+")


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
    """Whether a line may be a related link by its wording: a cheap look at its beginning, before the dear one at all of it.

    >>> may_point_elsewhere("Lire aussi Un titre"), may_point_elsewhere("Un titre, réservé aux abonnés"), may_point_elsewhere("Un titre")
    (True, True, False)
    """
    return may_hold_badge(text) or may_begin_label(text)


def may_hold_badge(text: str) -> bool:
    """Whether the words of a badge may stand in a text: one look for what all of them hold."""
    for stem in BADGE_STEMS:  # noqa: SIM110  # any() takes three times as long, and this is asked of every line
        if stem in text:
            return True
    return False


def may_begin_label(text: str) -> bool:
    """Whether a text begins as every label of a related link does."""
    return label_start()(text) is not None


@cache
def label_start() -> Callable[[str], re.Match[str] | None]:
    """What matches the beginning of every label of a related link; texts need not be folded, because long ones are asked."""
    pattern = expression(RELATED_START)
    for folded, spellings in _SPELLINGS.items():
        pattern = pattern.replace(folded, f"[{spellings}]")
    return re.compile(f"[{re.escape(LABEL_SIGNS)}]*{pattern}", re.IGNORECASE).match


class Wording:
    """The phrases of some kinds."""

    __slots__ = ("_expression", "_kinds", "_openings")

    def __init__(self, kinds: tuple[PhraseKind, ...]) -> None:
        self._kinds = kinds
        openings = {opening for kind in kinds for pattern in _patterns(kind) for opening in _openings(fold(pattern))}
        self._openings = frozenset() if "" in openings else frozenset(openings)
        self._expression: re.Pattern[str] | None = None

    @property
    def expression(self) -> re.Pattern[str]:
        """All of them, for folded texts: a group for each kind, in their order."""
        if self._expression is None:
            groups = ("|".join(f"(?:{expression(pattern)})" for pattern in _patterns(kind)) for kind in self._kinds)
            self._expression = re.compile("|".join(f"({group or '(?!)'})" for group in groups))
        return self._expression

    def kind_of(self, line: str) -> PhraseKind | None:
        """The first of the kinds that a line is of, the whole of it.

        >>> wording("share", "badge").kind_of("Article réservé à nos abonnés"), wording("share").kind_of("Partager le pain")
        ('badge', None)
        """
        openings = self._openings  # as in `may_begin`, without its call
        if not (line[:_OPENING] in openings or line[:1] in openings or not openings):
            return None
        return _kind_of(self, line) if len(line) <= _OFTEN else self.kind_by(self.expression.fullmatch(fold(line)))

    def begun(self, text: str) -> PhraseKind | None:
        """The first of the kinds that a text begins with, whatever follows."""
        return self.kind_by(self.expression.match(fold(text))) if self.may_begin(text) else None

    def may_begin(self, text: str) -> bool:
        """Whether a text begins as one of them does: the look-up that spares most lines the expression."""
        openings = self._openings
        return text[:_OPENING] in openings or text[:1] in openings or not openings

    def kind_by(self, found: re.Match[str] | None) -> PhraseKind | None:
        """The kind of what the expression found."""
        return self._kinds[found.lastindex - 1] if found is not None and found.lastindex is not None else None


@lru_cache(maxsize=1024)
def _kind_of(known: Wording, line: str) -> PhraseKind | None:
    return known.kind_by(known.expression.fullmatch(fold(line)))


@cache
def wording(*kinds: PhraseKind) -> Wording:
    """The phrases of these kinds; what is of several counts for the first."""
    return Wording(kinds)


@cache
def _open_ended() -> re.Pattern[str]:
    """Notices, after which a page may put anything, and the phrases that say so themselves."""
    return re.compile("|".join(f"(?:{expression(one.pattern)})" for one in PHRASES if one.kind == "notice" or one.pattern.endswith(".*")))


def begins_as_wording(text: str) -> bool:
    """Whether a line begins with wording that may go on without end.

    >>> begins_as_wording("Envie de lire la suite ? Et ainsi de suite."), begins_as_wording("Envie de lire, de sortir")
    (True, False)
    """
    return _open_ended().match(fold(text)) is not None


def says(text: str, *kinds: PhraseKind) -> bool:
    """Whether a line is wording of one of these kinds.

    >>> says("Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.", "notice")
    True
    >>> says("Lire aussi", "related"), says("Lire aussi longtemps lui plaît.", "related")
    (True, False)
    """
    return wording(*kinds).kind_of(text) is not None


def _patterns(kind: PhraseKind) -> Iterable[str]:
    return dict.fromkeys(phrase.pattern for phrase in PHRASES if phrase.kind == kind)


def _openings(pattern: str) -> Iterator[str]:
    """What the lines begin with that match a folded pattern: four letters in every spelling, or a digit; "" for what cannot be told.

    >>> sorted(_openings("(?:Re)?voir|Échos?|\\\\d+ min|.*")), len(list(_openings("L'été")))
    (['', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'Echo', 'Revo', 'voir', 'Écho'], 6)
    """
    for branch in _branches(pattern):
        if branch.startswith("(?:"):
            inner, rest = _first_group(branch)
            if rest.startswith("?"):
                rest = rest[1:]
                yield from _openings(rest)
            elif rest[:1] == "{":
                rest = "."  # once at least
            for part in _branches(inner):
                yield from _openings(part + rest)
        elif branch.startswith("\\d"):
            yield from "0123456789"
        elif found := _LITERAL.match(branch):
            yield from map("".join, product(*map(_spellings, found[0].replace("\\", ""))))
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


def _first_group(branch: str) -> tuple[str, str]:
    """What the group that a branch begins with holds, and what follows it."""
    depth = 0
    for piece in _PIECE.finditer(branch):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            break
    return branch[3 : piece.start()], branch[piece.end() :]


def _spellings(letter: str) -> str:
    """A letter as texts have it before they are folded, with and without its accent."""
    bare = _ACCENTS.get(letter.lower(), "")
    return _SPELLINGS.get(letter, letter + (bare.upper() if letter.isupper() else bare))
