"""The blocks a body is made of, and the marks on their text. Data only.

Every block is frozen, compares and hashes by value, and carries a literal `type` to tell it by.
Blocks that hold words have a `text`: what a reader sees, with white space folded, nothing to strip.
Formatting stands beside the text, in `Mark`s over its code points.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from attrs import frozen

MarkKind = Literal["emphasis", "strong", "superscript", "subscript", "link"]


@frozen(kw_only=True)
class Mark:
    """Formatting over a stretch of a text.

    >>> paragraph = Paragraph(text="Le 1er mai", marks=(Mark(kind="superscript", start=4, end=6),))
    >>> mark = paragraph.marks[0]
    >>> paragraph.text[mark.start:mark.end]
    'er'
    """

    kind: MarkKind
    """``"emphasis"`` (em, i, cite), ``"strong"`` (strong, b), ``"superscript"``, ``"subscript"`` or
    ``"link"``."""
    start: int
    """First code point it covers, counted from 0."""
    end: int
    """The code point after its last; always larger than `start`."""
    href: str | None = None
    """Of a link: the absolute address where one can be made, else as written. None for the other
    kinds."""


@frozen(kw_only=True)
class Text:
    """A text with its marks, where no block of its own stands: a list's item, a table's cell."""

    text: str
    """What a reader sees: ``"Mme Dupont"``."""
    marks: tuple[Mark, ...] = ()
    """By start, then end; equal neighbours are merged."""


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of the body."""

    type: ClassVar[Literal["paragraph"]] = "paragraph"
    text: str
    """What a reader sees."""
    marks: tuple[Mark, ...] = ()
    """By start, then end; equal neighbours are merged."""


@frozen(kw_only=True)
class Heading:
    """A heading inside the body (intertitre)."""

    type: ClassVar[Literal["heading"]] = "heading"
    text: str
    """What a reader sees: ``"Un long chemin"``."""
    level: int = 2
    """1 to 6, as in the page's h1 to h6; 2 for a bold line that serves as heading."""
    marks: tuple[Mark, ...] = ()
    """By start, then end; equal neighbours are merged."""


@frozen(kw_only=True)
class Question:
    """A question in an interview; the answer is what follows it."""

    type: ClassVar[Literal["question"]] = "question"
    text: str
    """What a reader sees: ``"Que ferez-vous demain ?"``."""
    marks: tuple[Mark, ...] = ()
    """By start, then end; equal neighbours are merged."""


@frozen(kw_only=True)
class Quote:
    """A quotation set as a block of its own, or a reader's contribution in a live."""

    type: ClassVar[Literal["quote"]] = "quote"
    text: str
    """What a reader sees, with the quotation marks that the page prints."""
    marks: tuple[Mark, ...] = ()
    """By start, then end; equal neighbours are merged."""


@frozen(kw_only=True)
class ListBlock:
    """A list; what a nested list holds follows the item it stands in."""

    type: ClassVar[Literal["list"]] = "list"
    items: tuple[Text, ...]
    """One for each item, never empty ones."""
    ordered: bool = False
    """Whether the page numbers the items."""

    @property
    def text(self) -> str:
        """A line for each item."""
        return "\n".join(item.text for item in self.items)


@frozen(kw_only=True)
class Table:
    """A table, row by row."""

    type: ClassVar[Literal["table"]] = "table"
    rows: tuple[tuple[Text, ...], ...]
    """Rows of cells, as written: a cell that spans several columns stands once."""

    @property
    def text(self) -> str:
        """A line for each row, with tabs between the cells."""
        return "\n".join("\t".join(cell.text for cell in row) for row in self.rows)


@frozen(kw_only=True)
class Figure:
    """A picture. Its caption is no part of the article's text."""

    type: ClassVar[Literal["figure"]] = "figure"
    url: str | None = None
    """Absolute address of the image; None where the page shows only its place."""
    caption: str | None = None
    """The caption without the credit."""
    credit: str | None = None
    """Who made it, without "©" or "Crédits :": ``"BERTRAND GUAY / AFP"``."""
    alt: str | None = None
    """The alternative text, as written."""


@frozen(kw_only=True)
class Embed:
    """A player, a tweet or another service's content. Its text is no part of the article's text."""

    type: ClassVar[Literal["embed"]] = "embed"
    provider: str | None = None
    """The service as in its domain: ``"twitter"``, ``"youtube"``, ``"dailymotion"``; None if the
    page does not say."""
    url: str | None = None
    """Address of what is embedded, if the page says enough to make one."""
    text: str | None = None
    """What the page holds of it in words, such as a tweet's."""


@frozen(kw_only=True)
class Aside:
    """A boxed text (encadré), or the data sheet of a film, a book, a concert."""

    type: ClassVar[Literal["aside"]] = "aside"
    title: str | None = None
    """The box's heading, if it has one."""
    blocks: tuple[Block, ...] = ()
    """What it holds."""

    @property
    def text(self) -> str:
        """Title and blocks, joined by blank lines."""
        return join_texts(self.title, self.blocks)


@frozen(kw_only=True)
class LiveEntry:
    """One post of a live."""

    type: ClassVar[Literal["live_entry"]] = "live_entry"
    identifier: str | None = None
    """The page's own id of the post."""
    headline: str | None = None
    """The post's title, if it has one."""
    author: str | None = None
    """Who posted it, as printed."""
    date_published: datetime | None = None
    """When; aware, as the page gives it."""
    blocks: tuple[Block, ...] = ()
    """What it holds."""

    @property
    def text(self) -> str:
        """Headline and blocks, joined by blank lines."""
        return join_texts(self.headline, self.blocks)


TextBlock: TypeAlias = (
    Paragraph | Heading | Question | Quote | ListBlock | Table | Aside | LiveEntry
)
"""The blocks whose `text` is part of the article's text."""

Block: TypeAlias = TextBlock | Figure | Embed
"""What a body may hold."""


def join_texts(title: str | None, blocks: tuple[Block, ...]) -> str:
    """A title and the texts of blocks, joined by blank lines; pictures and embeds have none.

    >>> join_texts("À savoir", (Paragraph(text="Deux mots."), Figure(caption="Une image.")))
    'À savoir\\n\\nDeux mots.'
    """
    texts = [block.text for block in blocks if not isinstance(block, Figure | Embed)]
    return "\n\n".join(text for text in (title, *texts) if text)
