"""A text, and where in it each part of an article stands. Data only."""

from __future__ import annotations

from typing import Final

from attrs import evolve, frozen

_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "}
)


@frozen(kw_only=True)
class TextSpan:
    """Where a part of an article stands in a text, in code points."""

    start: int
    """First code point, counted from 0."""
    end: int
    """The code point after its last."""
    path: str
    """What stands there, as `InvalidDataError` names it: ``"body[3]"``, ``"body[3].items[0]"``,
    ``"body[5].title"``, ``"headline"``."""
    type: str
    """A block's `type`; for what is none ``"headline"``, ``"description"``, ``"title"``, ``"item"``
    or ``"cell"``."""


@frozen(kw_only=True)
class SpannedText:
    """A text with the spans of its parts."""

    text: str
    """The whole."""
    spans: tuple[TextSpan, ...]
    """In the order in which they begin; a box before what it holds, a list before its items."""

    def plain(self) -> SpannedText:
        """The same with typewriter's typography: ’ as ', no-break spaces as spaces. No span moves.

        For those who count or compare words: "l’été" and "l'été" become one, and white space parts
        « and the word after it.

        >>> SpannedText(text="« L’été »", spans=()).plain().text
        "« L'été »"
        """
        return evolve(self, text=self.text.translate(_PLAIN))
