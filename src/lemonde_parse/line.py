"""A `Line`: a stretch of the page that is one thing, in page order, before its neighbours have had
their say."""

from __future__ import annotations

from attrs import define

from lemonde_parse.blocks import Block, Mark
from lemonde_parse.layout import Role


@define
class Line:
    """What the walk over a page, and the reader of plain text, hand on."""

    role: Role
    """What it is, as far as its element tells."""
    text: str = ""
    """What a reader sees."""
    marks: tuple[Mark, ...] = ()
    """Formatting over `text`."""
    rule: str = ""
    """The row that gave the role."""
    level: int = 2
    """Of a heading."""
    block: Block | None = None
    """Of a figure, embed, list or table: the block itself."""
    lines: list[Line] | None = None
    """Of an aside or live entry: what it holds."""
    identifier: str | None = None
    """Of a live entry: the page's own id."""
    is_loose: bool = False
    """Whether the text stood between blocks, in no element of its own."""
    is_premium: bool = False
    """Of a related link: whether its target is marked as reserved to subscribers."""
    place: int = 0
    """Features of its place in a text, as bits (`classify.features`)."""
