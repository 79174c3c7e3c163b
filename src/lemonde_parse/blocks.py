"""The blocks of a body, and the marks on their text. Data only.

Blocks are frozen, compare and hash by value, and have a literal `type` to distinguish them. Blocks
with words have a `text`: what a reader sees, with whitespace folded and stripped. Formatting is
stand-off: `Mark`s over the code points of the text.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from attrs import frozen

MarkKind = Literal["emphasis", "strong", "superscript", "subscript", "link"]


@frozen(kw_only=True)
class Mark:
    """Formatting of a stretch of text.

    >>> paragraph = Paragraph(text="Le 1er mai", marks=(Mark(kind="superscript", start=4, end=6),))
    >>> mark = paragraph.marks[0]
    >>> paragraph.text[mark.start:mark.end]
    'er'
    """

    kind: MarkKind
    """``"emphasis"`` (em, i, cite, dfn), ``"strong"`` (strong, b), ``"superscript"``,
    ``"subscript"`` or ``"link"``."""
    start: int
    """First code point, counted from 0."""
    end: int
    """Code point after the last one; always larger than `start`."""
    href: str | None = None
    """Address of a link, absolute if possible, otherwise as written. None for other kinds."""


@frozen(kw_only=True)
class Text:
    """A text with marks that is not a block by itself: a list item or a table cell."""

    text: str
    """The visible text: ``"Mme Dupont"``."""
    marks: tuple[Mark, ...] = ()
    """Sorted by start, then end; touching marks of the same kind and address are merged."""


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of the body."""

    type: ClassVar[Literal["paragraph"]] = "paragraph"
    text: str
    """The visible text."""
    marks: tuple[Mark, ...] = ()
    """Sorted by start, then end; touching marks of the same kind and address are merged."""


@frozen(kw_only=True)
class Heading:
    """A heading inside the body (intertitre)."""

    type: ClassVar[Literal["heading"]] = "heading"
    text: str
    """The visible text: ``"Un long chemin"``."""
    level: int = 2
    """1 to 6, as for the page's h1 to h6; 2 for a bold line that is used as a heading."""
    marks: tuple[Mark, ...] = ()
    """Sorted by start, then end; touching marks of the same kind and address are merged."""


@frozen(kw_only=True)
class Question:
    """A question in an interview; the answer follows it."""

    type: ClassVar[Literal["question"]] = "question"
    text: str
    """The visible text: ``"Que ferez-vous demain ?"``."""
    marks: tuple[Mark, ...] = ()
    """Sorted by start, then end; touching marks of the same kind and address are merged."""


@frozen(kw_only=True)
class Quote:
    """A quotation in a block of its own, or a reader's contribution to a live blog."""

    type: ClassVar[Literal["quote"]] = "quote"
    text: str
    """The visible text, including printed quotation marks."""
    marks: tuple[Mark, ...] = ()
    """Sorted by start, then end; touching marks of the same kind and address are merged."""


@frozen(kw_only=True)
class ListBlock:
    """A list. The items of a nested list follow the item that contains it."""

    type: ClassVar[Literal["list"]] = "list"
    items: tuple[Text, ...]
    """The items, without empty ones."""
    ordered: bool = False
    """True if the page numbers the items."""

    @property
    def text(self) -> str:
        """The items, one per line."""
        return "\n".join(item.text for item in self.items)


@frozen(kw_only=True)
class Table:
    """A table, row by row."""

    type: ClassVar[Literal["table"]] = "table"
    rows: tuple[tuple[Text, ...], ...]
    """Rows of cells, as written: a cell that spans several columns is listed once."""

    @property
    def text(self) -> str:
        """The rows, one per line, with tabs between the cells."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


@frozen(kw_only=True)
class Figure:
    """A picture. Its caption is not part of the article's text."""

    type: ClassVar[Literal["figure"]] = "figure"
    url: str | None = None
    """Absolute address of the image; None if the page does not give one."""
    caption: str | None = None
    """The caption without the credit."""
    credit: str | None = None
    """The author of the picture, without "©" or "Crédits :": ``"BERTRAND GUAY / AFP"``."""
    alt: str | None = None
    """The alternative text, as written."""


@frozen(kw_only=True)
class Embed:
    """A player, a tweet or content of another service. Its text is not part of the article's
    text."""

    type: ClassVar[Literal["embed"]] = "embed"
    provider: str | None = None
    """The service, as in its domain: ``"twitter"``, ``"youtube"``, ``"dailymotion"``; None if
    unknown."""
    url: str | None = None
    """Address of the embedded content, if known."""
    text: str | None = None
    """Text of the embedded content if the page includes it, such as the text of a tweet."""


@frozen(kw_only=True)
class Aside:
    """A boxed text (encadré), or the details of a film, book or concert."""

    type: ClassVar[Literal["aside"]] = "aside"
    title: str | None = None
    """The box's heading, if it has one."""
    blocks: tuple[Block, ...] = ()
    """The content of the box."""

    @property
    def text(self) -> str:
        """Title and blocks, joined by blank lines."""
        return join_texts(self.title, self.blocks)


@frozen(kw_only=True)
class LiveEntry:
    """One post of a live blog."""

    type: ClassVar[Literal["live_entry"]] = "live_entry"
    identifier: str | None = None
    """The page's own id for the post."""
    headline: str | None = None
    """The post's title, if it has one."""
    author: str | None = None
    """The author, as printed."""
    date_published: datetime | None = None
    """The time of the post, timezone-aware, as the page gives it."""
    blocks: tuple[Block, ...] = ()
    """The content of the post."""

    @property
    def text(self) -> str:
        """Headline and blocks, joined by blank lines."""
        return join_texts(self.headline, self.blocks)


TextBlock: TypeAlias = (
    Paragraph | Heading | Question | Quote | ListBlock | Table | Aside | LiveEntry
)
"""Blocks with a `text` that is part of the article's text."""

Block: TypeAlias = TextBlock | Figure | Embed
"""Any block of a body."""


def join_texts(title: str | None, blocks: tuple[Block, ...]) -> str:
    """Join a title and the texts of blocks by blank lines. Figures and embeds are left out.

    >>> join_texts("À savoir", (Paragraph(text="Deux mots."), Figure(caption="Une image.")))
    'À savoir\\n\\nDeux mots.'
    """
    texts = [block.text for block in blocks if not isinstance(block, Figure | Embed)]
    return "\n\n".join(text for text in (title, *texts) if text)
