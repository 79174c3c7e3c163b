"""The plain text of an article, with the positions of its blocks and fields."""

from __future__ import annotations

from attrs import evolve, frozen

from lemonde_parse.typography import plain


@frozen(kw_only=True)
class TextSpan:
    """The position of a block or field in a text, in code points."""

    start: int
    """First code point, counted from 0."""
    end: int
    """Index after the last code point."""
    path: str
    """The block or field, as in `InvalidDataError`: ``"body[3]"``, ``"body[3].items[0]"``,
    ``"body[5].title"``, ``"headline"``."""
    type: str
    """The `type` of a block, otherwise ``"headline"``, ``"description"``, ``"title"``, ``"item"``
    or ``"cell"``."""


@frozen(kw_only=True)
class SpannedText:
    """A text with the spans of its blocks and fields."""

    text: str
    """The text."""
    spans: tuple[TextSpan, ...]
    """The spans, ordered by their start; a box before its content, a list before its items."""

    def plain(self) -> SpannedText:
        """Return the same spans over the text in plain typography, as in `Article.plain_text`.

        >>> print(SpannedText(text="« L’été »", spans=()).plain().text)
        " L'été "
        """
        return evolve(self, text=plain(self.text))
